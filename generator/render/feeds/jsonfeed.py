"""A Site in, feed.json out: the events that changed last for news readers and programs (JSON Feed 1.1).

The dates of an item say when the event was first seen and last changed, never when it takes place; that stands in the
extension `_dateline`, which docs/feeds.md describes.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
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
    yield marks.page(urls.JSON_FEED, events, lambda: document(site, events))


def newest(site: Site) -> tuple[Event, ...]:
    """The events that changed last, newest first."""
    shown = [event for event in site.timeline.events if is_shown(event, site)]
    return tuple(sorted(shown, key=lambda event: (words.modified(event, site.as_of), event.uid), reverse=True)[:NEWEST])


def document(site: Site, events: tuple[Event, ...]) -> bytes:
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
    items = b",\n".join(encode(item(event, site)) for event in events)
    return encode(top)[:-1] + b',"items":[' + (b"\n" + items + b"\n" if items else b"") + b"]}\n"


def item(event: Event, site: Site) -> dict[str, Any]:
    """One event; `url` is left out where the site has no address, as JSON Feed allows no relative one."""
    settings = site.config.site
    found: dict[str, Any] = {"id": event.uid}
    if settings.url:
        found["url"] = words.absolute(settings.url, urls.event_page(event))
    found["title"] = words.headline(event, settings.language)
    found["content_html"] = html(event, settings.language)
    found["date_published"] = stamp(words.first_seen(event, site.as_of))
    found["date_modified"] = stamp(words.modified(event, site.as_of))
    if event.tags:
        found["tags"] = list(event.tags)
    found["_dateline"] = _extension(event, settings.language)
    return found


def html(event: Event, language: str) -> str:
    """The facts as paragraphs and each source as a quotation, for the content of a news reader."""
    facts = "".join(f"<p>{escape(line)}</p>" for line in words.facts(event, language))
    return facts + "".join(_quotation(event, number, language) for number in range(min(len(event.mentions), 20)))


def _quotation(event: Event, number: int, language: str) -> str:
    mention = event.mentions[number]
    address = words.web(mention.source.url)
    name = escape(words.outlet(mention))
    who = f'<a href="{escape(address)}">{name}</a>' if address else name
    published = mention.source.published
    day = f", {escape(words.day_in_words(published.date(), language))}" if published else ""
    return f"<blockquote><p>{escape(words.clean(mention.quote))}</p><p>{who}{day}</p></blockquote>"


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
