"""Commands that do next to nothing, in turn: the shortest wall time of each, in milliseconds, as a Markdown table.

    HUGO=.../hugo PELICAN=.../pelican python -m benchmarks.startup --repeat 20

Asked are the version of each generator, Dateline's help, and a build of twenty articles in which nothing has changed.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.generators import environment, peers, prepare


def commands(work: Path, only: str) -> Iterator[tuple[str, tuple[str, ...], Path]]:
    """What is run: its name, its words, and the folder it runs in."""
    for peer in peers(only):
        if "," in peer.name:
            continue
        root = prepare(peer, work, 20)
        yield f"{peer.name}: version", peer.version, root
        if peer.flavour == "dateline":
            yield f"{peer.name}: help", (*peer.version[:-1], "--help"), root
        subprocess.run(peer.build, cwd=root, env=environment(), check=True, capture_output=True)
        yield f"{peer.name}: nothing changed, 20 articles", peer.build, root


def milliseconds(command: tuple[str, ...], root: Path) -> float:
    """The wall time of one run."""
    started = time.perf_counter()
    subprocess.run(command, cwd=root, env=environment(), check=True, capture_output=True)
    return 1000 * (time.perf_counter() - started)


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=15)
    parser.add_argument("--only", default="", help="names of generators, with commas between them")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        rows = list(commands(Path(folder), asked.only))
        best = [float("inf")] * len(rows)
        for _ in range(asked.repeat):
            for number, (_, command, root) in enumerate(rows):
                best[number] = min(best[number], milliseconds(command, root))
    print("| command | ms |\n| --- | --- |")
    for (name, _, _), shortest in zip(rows, best, strict=True):
        print(f"| {name} | {shortest:.0f} |")


if __name__ == "__main__":
    main()
