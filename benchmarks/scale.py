"""Reading, dates and events of many articles, streamed into the store: time and memory as they grow, as a Markdown table.

    python -m benchmarks.scale --articles 10000,100000 --folder BIG

The articles are those of `benchmarks.corpus`; the folder is kept, so that a larger number only adds to it. Nothing is merged or rendered.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.corpus import write
from generator import analysis, cache, config

_SITE = '[site]\ntitle = "Scale"\nurl = "https://example.org/"\n'


def stream(root: Path, jobs: int) -> str:
    """Read the site's articles into a new store; a row: articles, wall and processor seconds, MiB of this and the largest other process."""
    settings = config.load(root)
    store = cache.Store(cache.folder(root), analysis.key(settings))
    began = time.perf_counter()
    found = analysis.update(root, settings, store, lambda phase, done, of: None, jobs)
    wall = time.perf_counter() - began
    store.close()
    here, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = here.ru_utime + here.ru_stime + others.ru_utime + others.ru_stime
    return f"| {len(found.bodies):,} | {wall:.0f} | {spent:.0f} | {here.ru_maxrss / 1024:.0f} | {others.ru_maxrss / 1024:.0f} |"


def main() -> None:
    """Read the command line, measure each number in a process of its own, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", default="10000", help="numbers, with commas between them")
    parser.add_argument("--folder", type=Path, required=True, help="where the articles go, and stay")
    parser.add_argument("--jobs", type=int, default=0)
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.measure:
        print(stream(asked.folder, asked.jobs), flush=True)
        return
    print("| articles | wall s | cpu s | MiB | MiB of a worker |\n| --- | --- | --- | --- | --- |", flush=True)
    for number in asked.articles.split(","):
        root = asked.folder / number
        write(root / "content", int(number))
        (root / "site.toml").write_text(_SITE, encoding="utf-8")
        again = (sys.executable, "-m", "benchmarks.scale", "--measure", "--folder", str(root), "--jobs", str(asked.jobs))
        subprocess.run(again, check=True)


if __name__ == "__main__":
    main()
