"""A Site in, two Atom feeds out (RFC 4287): atom.xml with an entry an event, changes.atom with an entry a change of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time
from heapq import nlargest
from html import escape
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from generator.model import Change, Event, Page, Site
from generator.render import urls
from generator.render.feeds import words
from generator.render.feeds.events_json import stamp
from generator.render.feeds.jsonfeed import NEWEST, newest
from generator.render.feeds.marks import Marks


class Entry(NamedTuple):
    """What an entry says: times in UTC, content as HTML."""

    updated: datetime
    published: datetime
    id: str
    title: str
    page: str
    content: str
    tags: tuple[str, ...]


def pages(site: Site, marks: Marks) -> Iterator[Page]:
    """atom.xml and changes.atom."""
    events = newest(site)
    yield marks.page(urls.ATOM, events, lambda: _feed(site, urls.ATOM, "", (_of_event(event, site, marks) for event in events)), _day(site))
    changed = tuple(event for event in site.timeline.events if event.history)
    yield marks.page(urls.CHANGES, changed, lambda: _feed(site, urls.CHANGES, ": what changed", _changes(site, marks)), _day(site))


def _day(site: Site) -> str:
    """The as-of day, which dates a feed without entries."""
    return site.as_of.isoformat()


def _of_event(event: Event, site: Site, marks: Marks) -> Entry:
    language = site.config.site.language
    return Entry(
        words.modified(event, site.as_of),
        words.first_seen(event, site.as_of),
        event.uid,
        words.headline(event, language),
        urls.event_page(event),
        marks.html(event.id),
        event.tags,
    )


def _changes(site: Site, marks: Marks) -> list[Entry]:
    """The newest changes of all events, the newest first."""
    found = {
        _said(event, change): (_told_at(event, change, site), event, change) for event in site.timeline.events for change in event.history
    }
    # Ids are made for those alone that may be among the newest: an id takes longer than all the rest.
    since = min(nlargest(NEWEST, (at for at, _, _ in found.values())), default=None)
    named = [(at, _id_of(said), event, change) for said, (at, event, change) in found.items() if since is not None and at >= since]
    return [
        _of_change(event, change, at, id_, site.config.site.language, marks)
        for at, id_, event, change in nlargest(NEWEST, named, key=lambda one: one[:2])
    ]


def _said(event: Event, change: Change) -> tuple[object, ...]:
    """What tells one change of one event from others."""
    return event.uid, change.on, change.change, change.old, change.new, change.path


def _id_of(said: tuple[object, ...]) -> str:
    """What stands for one change in news readers."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, ' '.join(map(str, said)))}"


def _of_change(event: Event, change: Change, at: datetime, id_: str, language: str, marks: Marks) -> Entry:
    title = words.clean(event.title)
    what = _told(change, language)
    return Entry(
        at,
        at,
        id_,
        f"{what[:1].upper()}{what[1:]}: {title}",
        urls.event_page(event),
        f"<p>{escape(title)}: {escape(what)}.</p>{marks.html(event.id)}",
        event.tags,
    )


def _told(change: Change, language: str) -> str:
    """`moved from early June 2013 to 12 July 2013`."""
    old = words.spoken(change.old, language) if change.old else ""
    new = words.spoken(change.new, language) if change.new else ""
    if change.change == "first reported":
        return f"first reported for {new}" if new else "first reported"
    return f"{change.change}{f' from {old}' if old else ''}{f' to {new}' if new else ''}" if change.change == "moved" else change.change


def _told_at(event: Event, change: Change, site: Site) -> datetime:
    """When the article that told of the change was published; else the day of the change; else the event's own time."""
    told = min((m.source.published for m in event.mentions if m.source.path == change.path and m.source.published), default=None)
    if told is None:
        told = datetime.combine(change.on, time(), UTC) if change.on else words.modified(event, site.as_of)
    return told.astimezone(UTC).replace(microsecond=0)


def _feed(site: Site, path: str, suffix: str, entries: Iterable[Entry]) -> bytes:
    found = list(entries)
    settings = site.config.site
    title = words.clean(settings.title) or "Timeline"
    updated = max((entry.updated for entry in found), default=datetime.combine(site.as_of, time(), UTC))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_xml(settings.language)}">',
        f"<id>urn:uuid:{uuid5(NAMESPACE_URL, f'{settings.url or title} {path}')}</id>",
        f"<title>{_xml(title + suffix)}</title>",
        *([f"<subtitle>{_xml(settings.description)}</subtitle>"] if settings.description else []),
        f"<updated>{stamp(updated)}</updated>",
        f"<author><name>{_xml(settings.author or title)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href="{_xml(_address(site, path))}"/>',
        f'<link rel="alternate" type="text/html" href="{_xml(_address(site, "index.html"))}"/>',
        "<generator>Dateline</generator>",
    ]
    for entry in found:
        lines += _entry(site, entry)
    return "\n".join([*lines, "</feed>", ""]).encode("utf-8", "replace")


def _entry(site: Site, entry: Entry) -> Iterator[str]:
    yield f"<entry><id>{_xml(entry.id)}</id>"
    yield f"<title>{_xml(entry.title)}</title>"
    yield f"<published>{stamp(entry.published)}</published><updated>{stamp(entry.updated)}</updated>"
    yield f'<link rel="alternate" type="text/html" href="{_xml(_address(site, entry.page))}"/>'
    yield from (f'<category term="{_xml(tag)}"/>' for tag in entry.tags)
    yield f'<content type="html">{_xml(entry.content)}</content></entry>'


def _address(site: Site, path: str) -> str:
    """The full address where the site knows its own, else the path from the feed, which lies at the root."""
    return words.absolute(site.config.site.url, path) or path


def _xml(text: str) -> str:
    return escape(words.clean(text))
