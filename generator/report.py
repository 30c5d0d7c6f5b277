"""A run's progress and result in, what a person at a terminal sees out: a moving line, problems, phase times, a summary."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import click

from generator.result import counted

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from generator.errors import Problem
    from generator.result import Result

# Seconds a phase may take before anything moves on the screen, and between two movements.
_SILENCE: Final = 1.0
_BEAT: Final = 0.1


class Report:
    """What one run tells."""

    def __init__(self, quiet: bool = False, verbose: bool = False, as_json: bool = False) -> None:
        self.quiet, self.verbose, self.as_json = quiet, verbose, as_json
        self.started = time.perf_counter()
        self.phases: dict[str, float] = {}
        self._phase = ""
        self._since = self.started
        self._next_beat = self.started + _SILENCE
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._moving = not (quiet or as_json) and sys.stderr.isatty()

    def watch(self, phase: str, done: int, of: int) -> None:
        """Take note of a step: `done` of `of` in a phase."""
        if phase != self._phase:
            self._turn(phase)
        if not self._moving:
            return
        now = time.perf_counter()
        if now >= self._next_beat:
            self._next_beat = now + _BEAT
            self._move(done, of)

    def finish(self, result: Result) -> None:
        """Print the problems and the summary line."""
        self._turn("")
        if self._progress:
            self._progress.stop()
        seconds = time.perf_counter() - self.started
        if self.as_json:
            click.echo(json.dumps(self._data(result, seconds), indent=2))
            return
        show(result.problems, self.verbose)
        if self.quiet:
            return
        if self.verbose:
            for phase, spent in self.phases.items():
                click.echo(f"{phase:12} {spent:7.3f} s")
        click.echo(summary(result, seconds, self.verbose))

    def _turn(self, phase: str) -> None:
        now = time.perf_counter()
        if self._phase:
            self.phases[self._phase] = self.phases.get(self._phase, 0.0) + now - self._since
        elif phase:
            self.phases["start"] = now - self.started
        self._phase, self._since = phase, now

    def _move(self, done: int, of: int) -> None:
        """Move the line on the screen; rich is imported when a run turns out to be long."""
        if self._progress is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
            self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
            self._progress.start()
            self._task = self._progress.add_task(self._phase)
        assert self._task is not None
        self._progress.update(self._task, description=self._phase, completed=done, total=of or None)

    def _data(self, result: Result, seconds: float) -> dict[str, Any]:
        names = ("articles", "mentions", "events", "written", "removed")
        counts = {name: getattr(result, name) for name in names}
        rounded = {phase: round(spent, 4) for phase, spent in self.phases.items()}
        problems = [{name: getattr(problem, name) for name in _FIELDS} for problem in result.problems]
        return {**counts, "output": result.output, "seconds": round(seconds, 3), "phases": rounded, "problems": problems}


_FIELDS: Final = ("severity", "message", "path", "line", "column", "hint")


def show(problems: Sequence[Problem], verbose: bool = False) -> None:
    """Print problems to standard error, errors first; notices only when asked for."""
    for severity in ("error", "warning", "notice"):
        if severity == "notice" and not verbose:
            continue
        for problem in problems:
            if problem.severity == severity:
                click.echo(str(problem), err=True)


def summary(result: Result, seconds: float, verbose: bool = False) -> str:
    """`12 articles, 41 events (9 merged), 3 warnings, 1 notice (--verbose shows it), 0.8 s`."""
    parts = [counted(result.articles, "article"), counted(result.events, "event")]
    merged = result.mentions - result.events
    if merged > 0:
        parts[-1] += f" ({merged:,} merged)"
    for severity in ("error", "warning"):
        number = sum(problem.severity == severity for problem in result.problems)
        if number:
            parts.append(counted(number, severity))
    notices = sum(problem.severity == "notice" for problem in result.problems)
    if notices and not verbose:
        parts.append(f"{counted(notices, 'notice')} (--verbose shows {'it' if notices == 1 else 'them'})")
    if not (result.written or result.removed):
        parts.append("nothing changed")
    return f"{', '.join(parts)}, {seconds:.1f} s"
