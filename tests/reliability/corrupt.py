"""Damage the example site's files at random and build it: `python -m tests.reliability.corrupt [COUNT] [SEED]` tries COUNT (1,000) times.

Each time one article is damaged. Nothing but a Problem may come of it, each problem names the damaged file, and the other articles give
what they gave before.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from generator.analysis import analyse
from generator.build import build
from generator.config import load
from generator.errors import ReadError
from generator.read import READERS
from tests.reliability.sites import example_site

# Marks that mean something to YAML, Markdown, HTML or a decoder.
_MARKS: Final = tuple(b"---\n|...\n|: |- |[|{|&a|*a|!!|\t|%|<|]]>|`|```\n|#|\r|\x1a|\xef\xbb\xbf|\n\n|'|\"".split(b"|"))

Damage = Callable[[random.Random, bytes], bytes]


def cut(rng: random.Random, data: bytes) -> bytes:
    """The file ends early."""
    return data[: rng.randrange(len(data) + 1)]


def flip(rng: random.Random, data: bytes) -> bytes:
    """Some octets are others."""
    damaged = bytearray(data)
    for _ in range(rng.randint(1, 30)):
        damaged[rng.randrange(len(damaged))] = rng.randrange(256)
    return bytes(damaged)


def insert(rng: random.Random, data: bytes) -> bytes:
    """Noise in the middle."""
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.randbytes(rng.randint(1, 200)) + data[at:]


def zeroes(rng: random.Random, data: bytes) -> bytes:
    """A block of zeroes, as a crash of the machine leaves it."""
    at = rng.randrange(len(data) + 1)
    return data[:at] + bytes(rng.randint(1, 4096)) + data[at + 100 :]


def shuffle(rng: random.Random, data: bytes) -> bytes:
    """The lines stand in another order."""
    lines = data.splitlines(keepends=True)
    rng.shuffle(lines)
    return b"".join(lines)


def double(rng: random.Random, data: bytes) -> bytes:
    """A part of the file stands there many times."""
    a, b = sorted((rng.randrange(len(data) + 1), rng.randrange(len(data) + 1)))
    return data[:a] + data[a:b] * rng.randint(2, 30) + data[b:]


def recode(rng: random.Random, data: bytes) -> bytes:
    """The file is in another encoding than it seems, or in two."""
    text = data.decode("utf-8", "replace")
    half = len(text) // 2
    first, second = rng.choices(["utf-8", "utf-16", "utf-16-be", "utf-32", "cp1252", "cp037", "utf-7"], k=2)
    return text[:half].encode(first, "replace") + text[half:].encode(second, "replace")


def swap_words(rng: random.Random, data: bytes) -> bytes:
    """Marks that mean something stand where they should not."""
    for _ in range(rng.randint(1, 20)):
        at = rng.randrange(len(data) + 1)
        data = data[:at] + rng.choice(_MARKS) + data[at:]
    return data


DAMAGES: Final[tuple[Damage, ...]] = (cut, flip, insert, zeroes, shuffle, double, recode, swap_words)


def damaged(seed: int, files: dict[str, bytes]) -> tuple[str, str, bytes]:
    """The path of an article, the name of a damage, and the octets that it then has: always the same for one seed."""
    rng = random.Random(seed)
    path = rng.choice(sorted(files))
    damage = rng.choice(DAMAGES)
    return path, damage.__name__, damage(rng, files[path])


def contents(root: Path) -> dict[str, bytes]:
    """The articles of a site by path."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in sorted((root / "content").rglob("*")) if path.suffix in READERS
    }


def complaints(seeds: Iterable[int], root: Path) -> list[str]:
    """What is wrong with the analysis of damaged articles: anything raised but ReadError, and problems of other files."""
    files, settings, wrong = contents(root), load(root), []
    for seed in seeds:
        path, damage, data = damaged(seed, files)
        try:
            problems = [problem for one in analyse(data, path, settings) for problem in one.problems]
        except ReadError as failure:
            problems = list(failure.problems)
        except Exception as failure:
            wrong.append(f"seed {seed}: {damage} of {path}: {type(failure).__name__}: {failure}")
            continue
        wrong += [f"seed {seed}: {damage} of {path}: problem of `{problem.path}`" for problem in problems if problem.path != path]
    return wrong


def builds(first: int, count: int, size: int, folder: Path) -> list[str]:
    """What is wrong with whole builds of `count` corruptions in batches of `size`, each article damaged once a batch at most.

    Every undamaged article must have its page, and every problem must be of a damaged file or one that the whole site has too.
    """
    whole = example_site(folder / "whole")
    known = {problem.path for problem in build(whole).problems}
    pages = {page.name for page in (whole / "output/articles").glob("*.html")}
    files, wrong, seed = contents(whole), [], first
    while seed < first + count:
        root = example_site(folder / f"batch{seed}")
        hurt = [damaged(one, files) for one in range(seed, min(seed + size, first + count))]
        for path, _, data in hurt:
            (root / path).write_bytes(data)
        paths = {path for path, _, _ in hurt}
        try:
            problems = build(root).problems
        except Exception as failure:
            wrong.append(f"seeds from {seed}: {type(failure).__name__}: {failure}")
        else:
            allowed = known | paths | {"timeline.yaml"}
            wrong += [f"seeds from {seed}: {one}" for one in problems if one.severity != "notice" and one.path not in allowed]
            stems = {Path(path).stem for path in files if path not in paths}
            wanted = {page for page in pages if Path(page).stem in stems}
            wrong += [f"seeds from {seed}: no page {page}" for page in wanted if not (root / "output/articles" / page).is_file()]
        shutil.rmtree(root)
        seed += size
    return wrong


def main() -> None:
    """Damage, read and build, and print what went wrong."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    with tempfile.TemporaryDirectory() as folder:
        wrong = complaints(range(first, first + count), example_site(Path(folder) / "site"))
        wrong += builds(first, count, 8, Path(folder))
    print("\n".join(wrong))
    print(f"{count} corruptions, {len(wrong)} complaints")
    raise SystemExit(bool(wrong))


if __name__ == "__main__":
    main()
