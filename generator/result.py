"""What a build did, as a value: counts for the summary line, and every problem it met."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from generator.errors import Problem


@dataclass(frozen=True, slots=True)
class Result:
    """Counts and problems of one build; `written` and `removed` count files of the folder `output`, and `files` are those written."""

    articles: int = 0
    mentions: int = 0
    events: int = 0
    written: int = 0
    removed: int = 0
    problems: tuple[Problem, ...] = ()
    output: str = ""
    files: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Tell whether a problem is an error."""
        return any(problem.severity == "error" for problem in self.problems)

    def as_data(self) -> dict[str, Any]:
        """The result as JSON values."""
        return asdict(self)

    @staticmethod
    def from_data(data: dict[str, Any]) -> Result:
        """A result from its JSON values."""
        problems = tuple(Problem(**problem) for problem in data["problems"])
        return Result(**{**data, "problems": problems})


def counted(number: int, noun: str) -> str:
    """`1 article`, `2,000 articles`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
