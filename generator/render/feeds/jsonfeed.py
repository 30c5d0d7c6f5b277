"""A Site in, feed.json out: the events that changed last for news readers and programs (JSON Feed 1.1).

The dates of an item say when the event was first seen and last changed, never when it takes place; that stands in the
extension `_dateline`, which docs/feeds.md describes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from generator.model import Event, Mention, Page, Site
from generator.render import urls
from generator.render.feeds import words
from generator.render.feeds.events_json import stamp, when
from generator.render.feeds.marks import Marks
from generator.render.feeds.selection import is_shown

VERSION: Final = "https://jsonfeed.org/version/1.1"
# A news reader asks for the whole file each time; the whole timeline is in events.json.
NEWEST: Final = 500


def pages(site: Site, marks: Marks) -> Iterator[Page]:
    """feed.json."""
    events = newest(site)
    yield marks.page(urls.JSON_FEED, events, lambda: document(site, events, marks))


def newest(site: Site) -> tuple[Event, ...]:
    """The events that changed last, newest first."""
    shown = [event for event in site.timeline.events if is_shown(event, site)]
    return tuple(sorted(shown, key=lambda event: (words.modified(event, site.as_of), event.uid), reverse=True)[:NEWEST])


def document(site: Site, events: tuple[Event, ...], marks: Marks) -> bytes:
    """The whole file."""
    from msgspec.json import encode

    settings = site.config.site
    top: dict[str, Any] = {"version": VERSION, "title": words.clean(settings.title) or "Timeline"}
    if settings.url:
        top["home_page_url"] = words.absolute(settings.url, "index.html")
        top["feed_url"] = words.absolute(settings.url, urls.JSON_FEED)
    top["description"] = settings.description or f"Events of {settings.title}, each with its sources."
    top["authors"] = [{"name": settings.author or settings.title}]
    top["language"] = settings.language
    top["_dateline"] = {"version": 1}
    items = b",\n".join(encode(item(event, site, marks)) for event in events)
    return encode(top)[:-1] + b',"items":[' + (b"\n" + items + b"\n" if items else b"") + b"]}\n"


def item(event: Event, site: Site, marks: Marks) -> dict[str, Any]:
    """One event; `url` is left out where the site has no address, as JSON Feed allows no relative one."""
    settings = site.config.site
    found: dict[str, Any] = {"id": event.uid}
    if settings.url:
        found["url"] = words.absolute(settings.url, urls.event_page(event))
    found["title"] = words.headline(event, settings.language)
    found["content_html"] = marks.html(event.id)
    found["date_published"] = stamp(words.first_seen(event, site.as_of))
    found["date_modified"] = stamp(words.modified(event, site.as_of))
    if event.tags:
        found["tags"] = list(event.tags)
    found["_dateline"] = _extension(event, settings.language)
    return found


def _extension(event: Event, language: str) -> dict[str, Any]:
    moved = words.was(event, language)
    return {
        "date": when(event.span, language),
        "status": event.status,
        **({"moved": moved} if moved else {}),
        "people": event.people,
        "organisations": event.organisations,
        "places": event.places,
        "disagreement": event.disagreement,
        "alternatives": [span.edtf for span in event.alternatives],
        "sources": [_source(mention) for mention in event.mentions],
        "replaces": event.replaces,
        "sequence": event.sequence,
    }


def _source(mention: Mention) -> dict[str, str | None]:
    source = mention.source
    published = stamp(source.published) if source.published else None
    return {
        "title": source.title,
        "publisher": source.publisher,
        "published": published,
        "url": words.web(source.url),
        "quote": mention.quote,
    }
