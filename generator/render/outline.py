"""Events in order in, the years and months of a list out, with the gaps between them; and pages of bounded weight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generator.render import urls
from generator.render.view import Known, Link, Row, is_wide, month_in_words

# The aim for a whole page, in octets; with its frame and filters it stays below 300,000.
_PAGE_AIM: Final = 250_000
# So full a page ends with its day.
_PAGE_FULL: Final = 200_000


@dataclass(frozen=True, slots=True)
class Month:
    """The events of one month; `key` is `2013-05`, or `2013` for events of which no more than the year is known."""

    key: str
    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The months of one year that have events; `gap` names the empty years just before it, "" where there are none."""

    year: int
    months: tuple[Month, ...]
    gap: str
    count: int


def years(events: Iterable[Known], language: str) -> tuple[Year, ...]:
    """Group ordered events by year and month."""
    grouped: dict[int, dict[str, list[Row]]] = {}
    for known in events:
        month = month_key(known)
        grouped.setdefault(int(month[:4]), {}).setdefault(month, []).append(known.row)
    result: list[Year] = []
    before: int | None = None
    for year in sorted(grouped):
        months = tuple(Month(key, _name(key, language), tuple(rows)) for key, rows in sorted(grouped[year].items()))
        result.append(Year(year, months, _gap(before, year), sum(len(month.rows) for month in months)))
        before = year
    return tuple(result)


def month_key(known: Known) -> str:
    """The group an event stands in: `2013-05`, or `2013` where its span is a year or wider."""
    month = known.month
    return month[:4] if is_wide(known.value.event.span) else month


def _name(key: str, language: str) -> str:
    return month_in_words(key, language) if len(key) > 4 else "No month given"


def extent(events: Sequence[Known], language: str) -> tuple[str, str]:
    """The months, or the years, that some ordered events begin and end with, in words."""
    keys = [month_key(known) for known in events]
    return (_when(min(keys), language), _when(max(keys), language)) if keys else ("", "")


def _when(key: str, language: str) -> str:
    return month_in_words(key, language) if len(key) > 4 else str(int(key))


def _gap(before: int | None, year: int) -> str:
    if before is None or year - before < 2:
        return ""
    return f"{before + 1}" if year - before == 2 else f"{before + 1}–{year - 1}"


def parts(events: Sequence[Known]) -> list[tuple[Known, ...]]:
    """Cut a list that would make too heavy a page into parts.

    A part ends with a day where it can: an event more moves no other from one page to the next, in nearly all cases.
    """
    if sum(known.weight for known in events) <= _PAGE_AIM:
        return [tuple(events)]
    found: list[list[Known]] = [[]]
    full = 0
    for known in events:
        last = found[-1][-1].value.event.span.start if found[-1] else None
        if full >= _PAGE_AIM or (full >= _PAGE_FULL and last != known.value.event.span.start):
            found.append([])
            full = 0
        found[-1].append(known)
        full += known.weight
    return [tuple(part) for part in found]


@dataclass(frozen=True, slots=True)
class Chunk:
    """The events of one year page."""

    name: str
    path: str
    events: tuple[Known, ...]

    @property
    def link(self) -> Link:
        """A link to the page, with the number of its events."""
        return Link(self.name, self.path, len(self.events))


def chunks(timeline: Iterable[Known]) -> tuple[Chunk, ...]:
    """Years, in months where a year is too heavy for one page, in parts where a month is."""
    found: list[Chunk] = []
    for year, of_year in groupby(timeline, key=lambda known: int(month_key(known)[:4])):
        events = tuple(of_year)
        pieces = parts(events)
        found.append(Chunk(str(year), urls.year_page(year), pieces[0]))
        for number, piece in enumerate(pieces[1:], 2):
            found.append(Chunk(f"{year}, part {number}", f"years/{year:04}-part-{number}.html", piece))
    return _joined(found)


def _joined(found: Iterable[Chunk]) -> tuple[Chunk, ...]:
    """Give each page its own address even where a year comes up twice, which an order by other means could bring about."""
    seen: dict[str, Chunk] = {}
    for chunk in found:
        old = seen.get(chunk.path)
        seen[chunk.path] = Chunk(chunk.name, chunk.path, old.events + chunk.events) if old else chunk
    return tuple(seen.values())
