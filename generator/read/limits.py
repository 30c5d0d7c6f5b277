"""A text in, nothing out, or a problem that names the file: more lines than any article has would take minutes."""

from __future__ import annotations

from typing import Final

from generator.errors import Problem, ReadError

MOST_LINES: Final = 500_000  # a novel has some 10,000


def check_lines(text: str, path: str) -> None:
    """Raise ReadError for a text of far too many lines, blank ones left aside."""
    if text.count("\n") <= MOST_LINES:
        return
    lines = sum(not line.isspace() and line != "" for line in text.split("\n"))
    if lines > MOST_LINES:
        message = f"the text has {lines:,} lines, more than the {MOST_LINES:,} that are read"
        raise ReadError(Problem(message, path, 0, 0, "divide it into articles", "error"))
