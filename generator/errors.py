"""What can go wrong, as values: a Problem says where, what and what to do; a DatelineError carries Problems upwards.

The family:

    DatelineError
      ConfigError       site.toml cannot be used           (raised by config)
      ReadError         one file cannot be read            (raised by read; the other files go on)
      CorrectionError   timeline.yaml cannot be used       (raised by events)
      ThemeError        a template failed                  (raised by render)
      OutputError       the result cannot be written       (raised by build)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "notice"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a person should look at.

    `path` is relative to the site folder, with forward slashes; `line` and `column` count from 1, and 0 means unknown.
    A problem of severity "error" makes a run end with 1, a "warning" does so under `--strict`, a "notice" never.
    """

    message: str
    path: str = ""
    line: int = 0
    column: int = 0
    hint: str = ""
    severity: Severity = "warning"

    def __str__(self) -> str:
        """Give `path:line:column: message`, then the hint on a line of its own."""
        where = self.path
        if self.line:
            where += f":{self.line}"
            if self.column:
                where += f":{self.column}"
        head = f"{where}: {self.message}" if where else self.message
        return f"{head}\n  hint: {self.hint}" if self.hint else head


class DatelineError(Exception):
    """The parent of every exception that this package raises on purpose; holds at least one Problem."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems

    def __reduce__(self) -> tuple[type[DatelineError], tuple[Problem, ...]]:
        """Travel between processes with the problems, not with their text."""
        return type(self), self.problems


class ConfigError(DatelineError):
    """site.toml cannot be used; holds all of its problems at once."""


class ReadError(DatelineError):
    """One content file cannot be read; the other files are not affected."""


class CorrectionError(DatelineError):
    """timeline.yaml cannot be used."""


class ThemeError(DatelineError):
    """A template failed; the problem names the template, its line and the page that was being made."""


class OutputError(DatelineError):
    """The result cannot be written: no space, no permission, or another build is at work."""
