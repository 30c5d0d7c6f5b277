"""A Site in, events.csv out: a row an event for spreadsheets (RFC 4180, UTF-8), with nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from generator.model import Event, Page, Site
from generator.render import urls
from generator.render.feeds import words
from generator.render.feeds.marks import Marks

_DIVIDER: Final = "; "
# A cell that begins so is a formula for spreadsheets (OWASP, "CSV injection"); an apostrophe makes it a text.
_FORMULA: Final = (" ", "=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")

COLUMNS: Final[Mapping[str, Callable[[Event, str], str]]] = {
    "id": lambda event, _: event.id,
    "uid": lambda event, _: event.uid,
    "title": lambda event, _: event.title,
    "date": lambda event, language: words.dated(event.span, language),
    "edtf": lambda event, _: event.span.edtf,
    "start": lambda event, _: event.span.start.isoformat() if event.span.start else "",
    "end_exclusive": lambda event, _: event.span.end.isoformat() if event.span.end else "",
    "granularity": lambda event, _: event.span.granularity,
    "modifier": lambda event, _: event.span.modifier or "",
    "status": lambda event, _: event.status,
    "moved": lambda event, language: words.was(event, language) or "",
    "disagreement": lambda event, _: _DIVIDER.join(span.edtf for span in event.alternatives),
    "people": lambda event, _: _DIVIDER.join(event.people),
    "organisations": lambda event, _: _DIVIDER.join(event.organisations),
    "places": lambda event, _: _DIVIDER.join(event.places),
    "tags": lambda event, _: _DIVIDER.join(event.tags),
    "sources": lambda event, _: str(len(event.mentions)),
    "publishers": lambda event, _: _DIVIDER.join(dict.fromkeys(m.source.publisher for m in event.mentions if m.source.publisher)),
    "source_urls": lambda event, _: " ".join(dict.fromkeys(m.source.url for m in event.mentions if m.source.url)),
    "quote": lambda event, _: event.mentions[0].quote if event.mentions else "",
    "page": lambda event, _: urls.event_page(event),
}


def pages(site: Site, marks: Marks) -> Iterator[Page]:
    """events.csv: a row of names, then a row an event."""
    language = site.config.site.language

    def row(event: Event) -> bytes:
        return _row(guarded(cell(event, language)) for cell in COLUMNS.values())

    yield marks.rows(urls.EVENTS_CSV, site.timeline.events, _row(COLUMNS), row, b"", b"")


def _row(cells: Iterable[str]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().encode("utf-8", "replace")


def guarded(text: str) -> str:
    """The text on one line, as a text for every spreadsheet."""
    plain = text if text.isprintable() else words.clean(text)
    return f"'{plain}" if plain.startswith(_FORMULA) and plain.lstrip().startswith(_FORMULA[1:]) else plain
