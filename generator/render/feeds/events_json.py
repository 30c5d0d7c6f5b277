"""A Site in, events.json out: the whole timeline for programs, and the JSON Schema that describes it.

The types below are the contract: the file is written from them and so is the schema.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Any, Final, Literal

from msgspec import Meta, Struct, field, json

from generator.dates import DateSpan, Granularity, Modifier
from generator.model import Change, DatePhrase, Event, Mention, Page, Site, Status
from generator.render import urls
from generator.render.feeds import words
from generator.render.feeds.marks import Marks

SCHEMA: Final = "events.schema.json"

Edtf = Annotated[str, Meta(description="A date in EDTF (ISO 8601-2), such as 2013-05-14 or 2013-06-01/2013-06-10.")]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", description="A day, such as 2013-05-14.")]
Instant = Annotated[
    str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$", description="A date and time with its zone (RFC 3339).")
]
Offset = Annotated[int, Meta(ge=0, description="Characters from the beginning of the article's file as decoded; `end` is exclusive.")]
Uid = Annotated[str, Meta(pattern="^urn:uuid:", description="The identity that the calendars use too.")]


class Where(Struct, frozen=True):
    """The site that the events are from; `url` is empty for a site that does not know where it will live."""

    title: str
    url: str
    language: str


class When(Struct, frozen=True):
    """When: `start` and `end` are days and half-open, null where a side is open; `time` is there only for an exact time."""

    edtf: Edtf
    start: Day | None
    end: Day | None
    granularity: Granularity
    modifier: Modifier | None
    label: Annotated[str, Meta(description="The date in words that are no more exact than the date.")]
    time: Instant | None = None


class TriggerWord(Struct, frozen=True):
    """The word that names the event."""

    text: str
    start: Offset
    end: Offset


class Phrase(Struct, frozen=True):
    """The phrase that tells the date, its TIMEX3 value, the rule that read it, and the day it was counted from with the reason."""

    text: str
    start: Offset
    end: Offset
    value: str
    rule: str
    anchor: Day | None
    reason: str


class Report(Struct, frozen=True):
    """One article's sentence; `time` is null where the date is inferred, and `inferred` then says from what."""

    article: Annotated[str, Meta(description="Path of the article's file, relative to the site folder.")]
    title: str
    publisher: str | None
    published: Instant | None
    url: str | None
    quote: Annotated[str, Meta(description="The exact sentence.")]
    start: Offset
    end: Offset
    trigger: TriggerWord
    time: Phrase | None
    edtf: Edtf | None
    status: Status
    inferred: str | None = None


class HistoryLine(Struct, frozen=True):
    """A change of the event: `on` is the day the article was published, `from` and `to` are dates (EDTF) or a status."""

    on: Day | None
    change: Literal["first reported", "moved", "confirmed", "denied", "postponed", "cancelled", "took place"]
    old: str | None = field(name="from")
    new: str | None = field(name="to")
    article: str
    by: Annotated[str | None, Meta(description="Who denies, where the article names them.")] = None


class Entry(Struct, frozen=True):
    """An event."""

    id: Annotated[str, Meta(pattern="^[a-z0-9-]+$", description="Stands in addresses.")]
    uid: Uid
    url: Annotated[str, Meta(description="The event's page, relative to the site.")]
    title: str
    date: When
    status: Status
    people: tuple[str, ...]
    organisations: tuple[str, ...]
    places: tuple[str, ...]
    tags: tuple[str, ...]
    sources: tuple[Report, ...]
    history: tuple[HistoryLine, ...]
    disagreement: Annotated[bool, Meta(description="The sources give dates that cannot all be true; `alternatives` lists the others.")]
    alternatives: tuple[Edtf, ...] = ()
    inferred: Annotated[bool, Meta(description="No phrase of the article tells the date.")] = False
    note: str | None = None
    aliases: Annotated[tuple[str, ...], Meta(description="Earlier ids.")] = ()
    replaces: Annotated[tuple[Uid, ...], Meta(description="Events that were merged into this one.")] = ()
    sequence: Annotated[int, Meta(ge=0, description="How often date or status changed.")] = 0
    modified: Instant | None = None


class Document(Struct, frozen=True):
    """A timeline: every event, in the order of their dates."""

    version: Literal[1]
    site: Where
    events: tuple[Entry, ...]


def pages(site: Site, marks: Marks) -> Iterator[Page]:
    """events.json, an event a line so that versions compare well, and its schema."""
    settings, events = site.config.site, site.timeline.events
    where = json.encode(Where(settings.title, settings.url, settings.language))
    head = b'{"version":1,"site":' + where + b',"events":[' + (b"\n" if events else b"")
    tail = b"\n]}\n" if events else b"]}\n"
    yield marks.rows(urls.EVENTS_JSON, events, head, lambda event: json.encode(entry(event, site)), b",\n", tail)
    yield marks.page(SCHEMA, (), schema)


def schema() -> bytes:
    """The JSON Schema (2020-12) of the file, made from the types of this module."""
    (top,), parts = json.schema_components((Document,), ref_template="#/$defs/{name}")
    whole: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Dateline timeline, version 1",
        **top,
        "$defs": parts,
    }
    return json.format(json.encode(whole, order="deterministic"), indent=2) + b"\n"


def entry(event: Event, site: Site) -> Entry:
    """One event of the file."""
    return Entry(
        id=event.id,
        uid=event.uid,
        url=urls.event_page(event),
        title=event.title,
        date=when(event.span, site.config.site.language),
        status=event.status,
        people=event.people,
        organisations=event.organisations,
        places=event.places,
        tags=event.tags,
        sources=tuple(map(_report, event.mentions)),
        history=tuple(map(_history, event.history)),
        disagreement=event.disagreement,
        alternatives=tuple(span.edtf for span in event.alternatives),
        inferred=event.inferred,
        note=event.note,
        aliases=event.aliases,
        replaces=event.replaces,
        sequence=event.sequence,
        modified=stamp(words.modified(event, site.as_of)),
    )


def when(span: DateSpan, language: str) -> When:
    """A span with its bounds, half-open."""
    exact = stamp(span.instant) if span.instant is not None else None
    return When(span.edtf, _day(span.start), _day(span.end), span.granularity, span.modifier, words.dated(span, language), exact)


def stamp(instant: datetime) -> str:
    """An instant as RFC 3339 writes it, to the second and with its own zone."""
    text = instant.isoformat(timespec="seconds")
    return f"{text[:-6]}Z" if text.endswith("+00:00") else text[:25]


def _report(mention: Mention) -> Report:
    source, trigger = mention.source, mention.trigger
    return Report(
        article=source.path,
        title=source.title,
        publisher=source.publisher,
        published=stamp(source.published) if source.published else None,
        url=source.url,
        quote=mention.quote,
        start=mention.start,
        end=mention.end,
        trigger=TriggerWord(trigger.text, trigger.start, trigger.end),
        time=_phrase(mention.time) if mention.time else None,
        edtf=mention.span.edtf if mention.span else None,
        status=mention.status,
        inferred=mention.inferred,
    )


def _phrase(time: DatePhrase) -> Phrase:
    return Phrase(time.text, time.start, time.end, time.value, time.rule, _day(time.anchor), time.reason)


def _history(change: Change) -> HistoryLine:
    return HistoryLine(on=_day(change.on), change=change.change, old=change.old, new=change.new, article=change.path, by=change.by)


def _day(on: date | None) -> str | None:
    return None if on is None else on.isoformat()
