"""A build with a cache gives the very bytes of a build without one, whatever was done to the site in between.

python -m tests.test_incremental 200 1000      plays games 200 to 1000 and prints what went wrong
"""

from __future__ import annotations

import random
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pytest

from generator.build import Options, build
from generator.errors import DatelineError
from generator.render.info import size_in_words

STEPS: Final = 7
_PLACES: Final = ("Arnvik", "Belsund", "Carrowby", "Dunmere")
_TOLD: Final = (
    "Members of the harbour board met in {place} on Tuesday to talk about the quay lease.",
    "The rail council will open a conference on the night ferry in {place} next week.",
    "The conference on the night ferry in {place} was postponed to June {day}, the rail council said on Monday.",
    "{name} resigned on May {day}, {year} over the quay lease.",
    "A spokesman denied that {name} would travel to {place} tomorrow.",
    "Work on the tunnel near {place} began on {day} May.",
    "The figures are *hard* to compare, since each office counts in its own way.",
    "Shop owners near the square of {place} hope for more visitors & fear the noise.",
)
_NAMES: Final = ("Ada Brandal", "Bo Cresswick", "Cleo Dahlin")
_TAGS: Final = ("harbour", "rail", "law")


def _text(draw: random.Random) -> str:
    """An article, mostly a good one."""
    day, year = draw.randint(1, 28), draw.choice((2013, 2014))
    body = []
    for _ in range(draw.randint(1, 4)):
        told = draw.choice(_TOLD).format(place=draw.choice(_PLACES), name=draw.choice(_NAMES), day=draw.randint(1, 28), year=year)
        body.append(told)
    extra = draw.choice(("", f"tags: [{', '.join(draw.sample(_TAGS, 2))}]\n", "draft: true\n", "publisher: Larkfield Wire\n", "tags: [\n"))
    return (
        f"---\ntitle: {draw.choice(_NAMES)} and {draw.choice(_PLACES)}\ndate: {year}-05-{day:02}\n{extra}---\n\n" + "\n\n".join(body) + "\n"
    )


def _articles(root: Path) -> list[Path]:
    return sorted(path for path in (root / "content").rglob("*") if path.is_file())


def _add(root: Path, draw: random.Random) -> None:
    folder = root / "content" / draw.choice(("", "2013", "2014/05"))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{draw.choice(('talks', 'ferry', 'quay', 'tunnel #2'))}-{draw.randint(1, 9)}.{draw.choice(('md', 'txt'))}").write_text(
        _text(draw)
    )


def _edit(root: Path, draw: random.Random) -> None:
    if some := _articles(root):
        draw.choice(some).write_text(_text(draw))


def _append(root: Path, draw: random.Random) -> None:
    if some := _articles(root):
        with draw.choice(some).open("a") as file:
            file.write(f"\n{draw.choice(_TOLD).format(place='Kelda', name='Eve Farnham', day=3, year=2013)}\n")


def _clock(root: Path, draw: random.Random) -> None:
    """The same instant in one zone or another: a page shows the hour of its own."""
    if some := _articles(root):
        path = draw.choice(some)
        instant = draw.choice(("2013-05-14T12:00:00+02:00", "2013-05-14T10:00:00Z"))
        path.write_text(re.sub(r"(?m)^date: .*", f"date: {instant}", path.read_text(), count=1))


def _rename(root: Path, draw: random.Random) -> None:
    if some := _articles(root):
        old = draw.choice(some)
        old.rename(old.with_stem(f"{old.stem}-moved"))


def _delete(root: Path, draw: random.Random) -> None:
    if some := _articles(root):
        draw.choice(some).unlink()


def _copy(root: Path, draw: random.Random) -> None:
    if some := _articles(root):
        old = draw.choice(some)
        shutil.copy2(old, old.with_stem(f"{old.stem}-copy"))


def _correct(root: Path, draw: random.Random) -> None:
    """Corrections of events that are there, and of one that is not."""
    ids = sorted(path.stem for path in (root / "output" / "events").rglob("*.html")) or ["none"]
    lines = draw.choice(
        (
            "",
            f"- drop: {draw.choice(ids)}\n",
            f"- edit: {draw.choice(ids)}\n  title: A better title\n",
            f"- pin: {draw.choice(ids)}\n  date: 2013-06-{draw.randint(1, 28):02}\n",
            f"- merge: [{draw.choice(ids)}, {draw.choice(ids)}]\n",
            "- drop: 1999-01-01-never\n",
            "- add:\n    title: Opening of the bridge\n    date: 2013-07-01\n",
        )
    )
    (root / "timeline.yaml").write_text(lines)


def _setting(root: Path, draw: random.Random) -> None:
    more = draw.choice(
        (
            "",
            'timezone = "Asia/Tokyo"\n',
            'url = "https://harbour.example/"\n',
            'as_of = "2013-05-20"\n',
            'language = "de"\n',
            "[content]\ndrafts = true\n",
            "[pages]\nyear_pages_from = 2\n",
            '[pages]\nmarkdown_extensions = ["smarty"]\n',
            "[calendar]\nmin_events = 1\n",
        )
    )
    (root / "site.toml").write_text(f'[site]\ntitle = "Harbour"\n{more}')


def _template(root: Path, draw: random.Random) -> None:
    """A template of the site's own, a broken one now and then, or none."""
    shutil.rmtree(root / "templates", ignore_errors=True)
    good = "<html><head></head><body>{{ site.title }}</body></html>"
    text = draw.choice((None, None, "{% extends 'theme/404.html' %}", good, good, "{{ nothing }}"))
    if text is not None:
        (root / "templates").mkdir()
        (root / "templates" / draw.choice(("404.html", "event.html"))).write_text(text)


def _tamper(root: Path, draw: random.Random) -> None:
    """Somebody removes a published file."""
    if some := sorted(path for path in (root / "output").rglob("*") if path.is_file() and not path.name.startswith(".")):
        draw.choice(some).unlink()


def _nothing(root: Path, draw: random.Random) -> None:
    """A build without a change."""


MOVES: Final[tuple[Callable[[Path, random.Random], None], ...]] = (
    _add, _add, _add, _edit, _edit, _append, _clock, _rename, _delete, _copy, _correct, _correct, _setting, _template, _tamper, _nothing,
)  # fmt: skip


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _outcome(root: Path, options: Options) -> tuple[Mapping[str, bytes], bytes, list[str]]:
    """The output, the ledger and the problems of a build."""
    ledger = root / "dateline.lock"
    try:
        problems = [str(problem) for problem in build(root, options=options).problems if problem.path != ".dateline"]
    except DatelineError as error:
        return {}, b"", [str(problem) for problem in error.problems]
    return tree(root / "output"), ledger.read_bytes() if ledger.exists() else b"", problems


def play(seed: int, folder: Path, steps: int = STEPS) -> list[str]:
    """One game: after each round of moves the two builds are compared; what differs."""
    draw = random.Random(seed)
    root, clean = folder / "site", folder / "clean"
    (root / "content").mkdir(parents=True)
    (root / "site.toml").write_text('[site]\ntitle = "Harbour"\n')
    wrong = []
    for _ in range(4):
        _add(root, draw)
    for step in range(steps):
        names = []
        for move in draw.choices(MOVES, k=draw.randint(1, 3)):
            move(root, draw)
            names.append(move.__name__)
        shutil.rmtree(clean, ignore_errors=True)
        shutil.copytree(root, clean, ignore=shutil.ignore_patterns(".dateline", "output"))
        warm, cold = _outcome(root, Options(jobs=1)), _outcome(clean, Options(cached=False, jobs=1))
        where = f"game {seed}, step {step} ({', '.join(names)})"
        if warm[2] != cold[2]:
            wrong.append(f"{where}: problems {warm[2]} and {cold[2]}")
        if warm[1] != cold[1]:
            wrong.append(f"{where}: ledgers differ")
        paths = warm[0].keys() | cold[0].keys()
        wrong += [f"{where}: {path}" for path in sorted(paths) if warm[0].get(path) != cold[0].get(path)]
        if wrong:
            break
    return wrong


@pytest.mark.parametrize("seed", range(6))
def test_incremental_is_clean(seed: int, tmp_path: Path) -> None:
    """Random games: articles, corrections, settings, templates and published files change, one build follows the other."""
    assert play(seed, tmp_path) == []


def test_the_subscribe_page_follows_the_sizes_of_feeds(tmp_path: Path) -> None:
    """It states the size of each feed as it lies there, also where an edit changed the feed and not what it is called."""
    root = tmp_path / "site"
    (root / "content").mkdir(parents=True)
    (root / "site.toml").write_text('[site]\ntitle = "Harbour"\n')
    article = root / "content" / "quay.md"
    seen = []
    for told in ("over the lease of the quay", "over the lease of the quay and " + "the price of every crate of herring, " * 60 + "too"):
        article.write_text(f"---\ntitle: The quay\ndate: 2013-05-15\n---\n\nAda Brandal resigned on Tuesday {told}.\n")
        build(root, options=Options(jobs=1))
        octets = (root / "output" / "calendar.ics").stat().st_size
        page = (root / "output" / "subscribe.html").read_text()
        assert f"1 event, {size_in_words(octets)}<" in page
        seen.append(size_in_words(octets))
    assert seen[0] != seen[1]


@pytest.mark.parametrize(("before", "after"), [("12:00:00+02:00", "10:00:00Z"), ("12:00:00+02:00", "12:00:00+02:00")])
def test_an_hour_stays_in_its_zone(before: str, after: str, tmp_path: Path) -> None:
    """An instant told in another zone, or a new text under the same one, gives the page that a first build gives."""
    root, clean = tmp_path / "site", tmp_path / "clean"
    (root / "content").mkdir(parents=True)
    (root / "site.toml").write_text('[site]\ntitle = "Harbour"\n')
    for number, instant in enumerate((before, after)):
        (root / "content" / "a.md").write_text(
            f"---\ntitle: A\ndate: 2013-05-14T{instant}\n---\n\nThe board met on Monday.\n\nNote {number}.\n"
        )
        build(root)
    shutil.copytree(root, clean, ignore=shutil.ignore_patterns(".dateline", "output"))
    build(clean)
    assert tree(root / "output") == tree(clean / "output")
    assert after[:5] in (root / "output" / "articles" / "a.html").read_text()


def main() -> None:
    """Play many games."""
    first, last = (int(word) for word in (*sys.argv[1:], "0", "50")[:2]) if len(sys.argv) > 2 else (0, int((*sys.argv[1:], "50")[0]))
    failed = 0
    for seed in range(first, last):
        with tempfile.TemporaryDirectory() as folder:
            wrong = play(seed, Path(folder), 12)
        failed += bool(wrong)
        print("\n".join(wrong), end="\n" if wrong else "", flush=True)
    print(f"{last - first} games, {failed} lost")
    raise SystemExit(bool(failed))


if __name__ == "__main__":
    main()
