"""A table of ready-made events (.csv) in, one Article that holds them out: no prose, no guesses.

The first row names the columns: `title` and `date`, and perhaps `end`, `status`, `place`, `people`, `tags`, `url`, `quote`; several
people or tags are divided by semicolons. A spreadsheet with `year`, `month`, `day` and `headline` is read too.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from typing import Final

from generator.config import Config
from generator.errors import Problem, ReadError
from generator.model import Article, ExplicitEvent
from generator.read import published
from generator.read.article import title_of
from generator.read.decoding import decode
from generator.read.fields import explicit_event
from generator.read.front_matter import Value

ALIASES: Final[Mapping[str, str]] = {
    "headline": "title", "event": "title", "name": "title", "start": "date", "start date": "date", "start_date": "date", "when": "date",
    "end date": "end", "end_date": "end", "location": "place", "where": "place", "tag": "tags", "group": "tags", "category": "tags",
    "link": "url",
    "source": "url", "person": "people", "who": "people", "text": "quote", "description": "quote",
}  # fmt: skip
_LISTS: Final = frozenset({"people", "tags"})
_KNOWN: Final = frozenset({"title", "date", "end", "status", "place", "people", "tags", "url", "quote", "year", "month", "day"})
_MOST_ROWS: Final = 100_000


def read(data: bytes, path: str, config: Config) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Read one table."""
    text = decode(data, path)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    problems: list[Problem] = []
    events: list[ExplicitEvent] = []
    clock = published.clock(config, None)
    try:
        columns = [_column(name) for name in next(reader, [])]
        if "title" not in columns or not {"date", "year"} & set(columns):
            raise ReadError(
                Problem(
                    "the table has no columns title and date",
                    path,
                    1,
                    0,
                    "name the columns in the first row: title,date,status,place",
                    "error",
                )
            )
        for row in reader:
            if not any(cell.strip() for cell in row) or len(events) >= _MOST_ROWS:
                continue
            event = explicit_event(_mapping(columns, row), clock, path, reader.line_num, problems)
            events += [event] if event else []
    except csv.Error as error:
        raise ReadError(
            Problem(f"the table cannot be read: {error}", path, reader.line_num, 0, "save it again as CSV, UTF-8", "error")
        ) from None
    return (holder(path, tuple(events), config),), tuple(problems)


def holder(path: str, events: tuple[ExplicitEvent, ...], config: Config) -> Article:
    """An Article without text that carries events."""
    return Article(path, title_of(path), "", (), (), language=config.site.language, events=events)


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _column(name: str) -> str:
    plain = " ".join(name.lower().split())
    return ALIASES.get(plain, plain)


def _mapping(columns: list[str], row: list[str]) -> dict[str, Value]:
    """One row as an event's fields; cells of unknown columns are left out."""
    cells = {name: cell.strip() for name, cell in zip(columns, row, strict=False) if name in _KNOWN and cell.strip()}
    date = cells.pop("date", "") or "-".join(_padded(cells[key]) for key in ("year", "month", "day") if key in cells)
    for key in ("year", "month", "day"):
        cells.pop(key, None)
    end = cells.pop("end", "")
    found: dict[str, Value] = {"date": f"{date}/{end}" if end and end != date else date}
    for name, cell in cells.items():
        found[name] = [part.strip() for part in re.split(r"[;|]", cell) if part.strip()] if name in _LISTS else cell
    return found


def _padded(number: str) -> str:
    return number.zfill(2)
