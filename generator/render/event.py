"""The page of one event: when, why then, who says so, what changed, what is near it, and how to cite it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from heapq import nsmallest
from typing import Any, Final
from urllib.parse import quote, quote_plus

from msgspec import Struct

from generator.labels import label
from generator.model import Event, Page, Source
from generator.render import jsonld, urls
from generator.render.cite import Work, cite
from generator.render.look import Look, names_of
from generator.render.view import Known, Line, Row, day_in_words, history, links, machine_date, quotes

_RELATED: Final = 5


class Inputs(Struct, frozen=True, gc=False, array_like=True):
    """All that an event's page shows."""

    told: Known
    before: Line | None
    after: Line | None
    related: tuple[Line, ...]
    address: str
    shown_on: str
    site: str
    report: str


def pages(look: Look) -> Iterator[Page]:
    """A page for each event."""
    for number, known in enumerate(look.events):
        path = urls.event_page(known.value.event)
        yield look.theme.page(path, "event.html", partial(_inputs, look, number, path), present)


def _inputs(look: Look, number: int, path: str) -> Inputs:
    known = look.events[number]
    return Inputs(
        told=known,
        before=look.events[number - 1].line if number else None,
        after=look.events[number + 1].line if number + 1 < len(look.events) else None,
        related=_related(look, known, number),
        address=look.address(path),
        shown_on=look.shown_on.get(known.value.event.id, "index.html"),
        site=look.chrome.title,
        report=look.chrome.report,
    )


def _related(look: Look, known: Known, number: int) -> tuple[Line, ...]:
    """The events that share most people, places and topics with this one; of equals, the nearest in the order."""
    near: list[int] = []
    for kind in ("people", "organisations", "places", "tags"):
        for name in names_of(kind, known.value.event):
            numbers = look.facet(kind, name).numbers
            at = bisect_left(numbers, number)
            # The neighbours in a name's own list are the candidates: a name that stands everywhere joins nothing far away.
            near += numbers[max(0, at - 3) : at + 4]
    shared = Counter(near)
    shared.pop(number, None)
    best = nsmallest(_RELATED, [(-count, abs(other - number), other) for other, count in shared.items()])
    return tuple(look.events[other].line for other in sorted(other for _, _, other in best))


def present(inputs: Inputs) -> Mapping[str, Any]:
    """What the template event.html is given."""
    told = inputs.told.value
    event, language = told.event, told.language
    row = inputs.told.row
    return {
        "event": row,
        "uid": event.uid,
        "edtf": event.span.edtf,
        "range": _range(event, language),
        "note": event.note or "",
        "reasons": event.reasons,
        "quotes": quotes(told),
        "history": history(told),
        "alternatives": alternatives(event, language),
        "people": links("people", event.people),
        "organisations": links("organisations", event.organisations),
        "places": links("places", event.places),
        "tags": links("tags", event.tags),
        "before": inputs.before,
        "after": inputs.after,
        "related": inputs.related,
        "shown_on": f"{inputs.shown_on}#e-{event.id}",
        "calendar": urls.event_calendar(event),
        "google": google(row, event),
        "citations_of": _citations(inputs, row, event),
        "report": report_link(inputs.report, event),
        "jsonld": jsonld.event(event, inputs.address, language),
        "canonical": inputs.address,
        "summary": _summary(row),
        "modified": day_in_words(event.modified.date(), language) if event.modified else "",
        "modified_iso": event.modified.date().isoformat() if event.modified else "",
    }


def _summary(row: Row) -> str:
    sources = f"Reported by {row.sources} source{'' if row.sources == 1 else 's'}"
    return f"{row.when}. {row.word}. {sources}."


def _range(event: Event, language: str) -> str:
    """The outer days of a vague date, in words; "" for a single day or an open side."""
    if event.span.days in (None, 1) or event.span.start is None or event.span.last is None:
        return ""
    return f"{day_in_words(event.span.start, language)} to {day_in_words(event.span.last, language)}"


def alternatives(event: Event, language: str) -> tuple[dict[str, Any], ...]:
    """Each date that some source gives, with the outlets that give it; the one shown first."""
    if not event.alternatives:
        return ()
    found = []
    for span in (event.span, *event.alternatives):
        outlets = dict.fromkeys(m.source.publisher or m.source.title for m in event.mentions if m.span == span)
        found.append({"when": label(span, language), "datetime": machine_date(span), "outlets": tuple(outlets)})
    return tuple(found)


def google(row: Row, event: Event) -> str:
    """A link that puts an event into Google Calendar; "" where a side of its date is open."""
    span = event.span
    if span.start is None or span.end is None:
        return ""
    text = quote_plus(row.title if not row.vague else f"{row.when}: {row.title}")
    return f"https://calendar.google.com/calendar/render?action=TEMPLATE&text={text}&dates={span.start:%Y%m%d}%2F{span.end:%Y%m%d}"


def report_link(report: str, event: Event) -> str:
    """Where to report a mistake, with the event's id in it."""
    if not report:
        return ""
    name = "subject" if report.startswith("mailto:") else "title"
    return f"{report}{'&' if '?' in report else '?'}{name}={quote(f'Correction: {event.id}')}"


def _citations(inputs: Inputs, row: Row, event: Event) -> tuple[dict[str, Any], ...]:
    """The forms for the event's own page, then for the article of each source."""
    on = event.modified.date() if event.modified else None
    own = Work(event.title, inputs.site, on=on, url=inputs.address, kind="webpage", dated=row.when)
    sources = {mention.source.path: mention.source for mention in event.mentions}.values()
    works = [("This event", own), *((_name(source, inputs.told.value.language), _work(source)) for source in sources)]
    return tuple({"of": name, "forms": cite(work)} for name, work in works)


def _name(source: Source, language: str) -> str:
    """The outlet and the day: several articles of one outlet are told apart."""
    name = source.publisher or source.title
    return f"{name}, {day_in_words(source.published.date(), language)}" if source.published else name


def _work(source: Source) -> Work:
    on = source.published.date() if source.published else None
    return Work(source.title, source.publisher or "", source.authors, on, source.url or "")
