"""A Site in, timeline.mw out: the timeline as Markwhen text, a line an event and its sources below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from generator.dates import DateSpan
from generator.model import Event, Page, Site
from generator.render.feeds import words
from generator.render.feeds.marks import Marks
from generator.slugs import slug

PATH: Final = "timeline.mw"
# Markwhen reads these as tags, mentions, links and check boxes wherever they stand.
_MARKUP: Final = re.compile(r"[#@\[\]\\]")


def pages(site: Site, marks: Marks) -> Iterator[Page]:
    """timeline.mw."""
    settings, events = site.config.site, site.timeline.events
    title, about = _quoted(settings.title), _quoted(settings.description)
    head = ["---", f"title: {title}", *([f"description: {about}"] if settings.description else []), "timezone: UTC", "---", ""]

    def row(event: Event) -> bytes:
        return "\n".join(lines(event, settings.language)).encode("utf-8", "replace")

    top = "\n".join([*head, ""] if events else head).encode("utf-8", "replace")
    yield marks.rows(PATH, events, top, row, b"\n", b"")


def lines(event: Event, language: str) -> Iterator[str]:
    """`2013-06-01 / 2013-06-10: Early June 2013: Summit in Geneva #geneva`, then a line a source."""
    tags = "".join(f" #{slug(tag).replace('-', '_')}" for tag in event.tags)
    yield f"{dates(event.span)}: {_plain(words.headline(event, language))}{tags}"
    for mention in event.mentions:
        yield f"- {_plain(words.citation(mention, language))}"
    yield ""


def dates(span: DateSpan) -> str:
    """The days of a span as Markwhen's ISO range; its dates of a day end with that day."""
    if span.instant is not None:
        begin = _clock(span.instant)
        return f"{begin} / {_clock(span.until)}" if span.until else begin
    first, end = words.bar(span)
    last = end - timedelta(days=1)
    return first.isoformat() if first == last else f"{first.isoformat()} / {last.isoformat()}"


def _clock(instant: datetime) -> str:
    at = instant.astimezone(UTC)
    return f"{at.year:04}-{at:%m-%dT%H:%M:%S}Z"


def _plain(text: str) -> str:
    return _MARKUP.sub("", text) if _MARKUP.search(text) else text


def _quoted(text: str) -> str:
    """A YAML text in double quotes."""
    return '"' + words.clean(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
