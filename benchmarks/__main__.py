"""Dateline beside other generators on the same articles, in turn, in one run: seconds, memory, files written, ratios.

    python -m benchmarks --articles 1000 --repeat 3
    HUGO=.../hugo PELICAN=.../pelican ELEVENTY=.../eleventy python -m benchmarks --articles 10000

The peers build one page an article, lists of twenty, a list for each tag and feeds; Dateline builds its whole site, and
finds and merges the events besides. Measured are a first build, a build without a change, and one after an article has got
a sentence more; each the median of the repetitions. `python -m benchmarks.preview` measures a save up to the browser,
`python -m benchmarks.startup` the commands that do next to nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from benchmarks.generators import Peer, append, environment, peers, prepare

PHASES: Final = ("cold", "unchanged", "typo", "report")
SENTENCES: Final = {"typo": "Note {} adds nothing.", "report": "Members of the harbour board met in Kelda on {} March 2015."}


def run(command: tuple[str, ...], root: Path) -> dict[str, float]:
    """Wall and processor seconds and the largest process's memory (MiB) of one command."""
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment())
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} left with {process.returncode}: {said.decode()[-2000:]}")
    return {"wall": time.perf_counter() - started, "cpu": usage.ru_utime + usage.ru_stime, "mib": usage.ru_maxrss / 1024}


def times(folder: Path) -> dict[str, int]:
    """When each published file was written."""
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")}


def measure(peer: Peer, root: Path, number: int) -> Iterator[tuple[str, dict[str, float]]]:
    """All phases once."""
    for phase in PHASES:
        if phase == "cold":
            for name in peer.leftovers:
                target = root / name
                shutil.rmtree(target) if target.is_dir() else target.unlink(missing_ok=True)
        if phase in ("typo", "report"):
            append(root, peer, SENTENCES[phase].format(1 + number))
        before = times(root / peer.output)
        time.sleep(0.1)
        row = run(peer.build, root)
        after = times(root / peer.output)
        yield phase, {**row, "files": len(after), "written": sum(before.get(path) != at for path, at in after.items())}


def table(rows: Mapping[tuple[str, str], Mapping[str, float]], names: list[str]) -> Iterator[str]:
    """The medians as a Markdown table, with ratios of processor seconds to each peer."""
    others = [name for name in names if not name.startswith("dateline")]
    yield f"| phase | generator | wall s | cpu s | MiB | files | written |{''.join(f' cpu / {name} |' for name in others)}"
    yield f"|---|---|---|---|---|---|---|{'---|' * len(others)}"
    for phase in PHASES:
        for name in names:
            row = rows[name, phase]
            ratios = "".join(f" {row['cpu'] / rows[other, phase]['cpu']:.2f} |" for other in others)
            counts = " | ".join(f"{row[key]:.0f}" for key in ("mib", "files", "written"))
            yield f"| {phase} | {name} | {row['wall']:.2f} | {row['cpu']:.2f} | {counts} |{ratios}"


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--only", help="names of generators, with commas between them")
    parser.add_argument("--corpus", default="", help="a command that writes other articles, with {articles}, {flavour} and {folder} in it")
    parser.add_argument("--json", type=Path, help="write every single measurement there")
    asked = parser.parse_args()
    chosen = peers(asked.only)
    single: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        roots = {peer.name: prepare(peer, Path(folder), asked.articles, asked.corpus) for peer in chosen}
        for number in range(asked.repeat):
            for peer in chosen:
                for phase, row in measure(peer, roots[peer.name], number):
                    single.append({"peer": peer.name, "phase": phase, "repetition": number, **row})
                    print(f"{peer.name:15} {phase:10} {row['wall']:7.2f} s", file=sys.stderr)
    if asked.json:
        asked.json.write_text("".join(f"{json.dumps(row)}\n" for row in single))
    medians = {}
    for peer in chosen:
        for phase in PHASES:
            some = [row for row in single if (row["peer"], row["phase"]) == (peer.name, phase)]
            medians[peer.name, phase] = {
                key: statistics.median(row[key] for row in some) for key in ("wall", "cpu", "mib", "files", "written")
            }
    print("\n".join(table(medians, [peer.name for peer in chosen])))


if __name__ == "__main__":
    main()
