"""A Site in, timelinejs.json out: what TimelineJS3 loads, each date only as exact as it is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from html import escape
from typing import Any, Final

from generator.dates import DateSpan
from generator.model import Event, Page, Site
from generator.render import urls
from generator.render.feeds import words
from generator.render.feeds.marks import Marks

PATH: Final = "timelinejs.json"
_MONTHS: Final = ("month", "season", "quarter", "half")
_YEARS: Final = ("year", "decade", "century")


def pages(site: Site, marks: Marks) -> Iterator[Page]:
    """timelinejs.json: an opening slide with the site's title, then a slide an event."""
    from msgspec.json import encode

    settings, events = site.config.site, site.timeline.events
    title = {"text": {"headline": escape(settings.title), "text": escape(settings.description)}}
    head = b'{"scale":"human","title":' + encode(title) + b',"events":[' + (b"\n" if events else b"")
    tail = b"\n]}\n" if events else b"]}\n"
    yield marks.rows(PATH, events, head, lambda event: encode(slide(event, site, marks)), b",\n", tail)


def slide(event: Event, site: Site, marks: Marks) -> dict[str, Any]:
    """One event; the words of its date are shown in place of the date that TimelineJS would compose."""
    language = site.config.site.language
    page = words.absolute(site.config.site.url, urls.event_page(event))
    headline = escape(words.title(event, language))
    first, last = dates(event.span)
    found: dict[str, Any] = {"unique_id": event.id, "start_date": first}
    if last:
        found["end_date"] = last
    found["display_date"] = escape(words.dated(event.span, language))
    found["text"] = {
        "headline": f'<a href="{escape(page)}">{headline}</a>' if page else headline,
        "text": marks.html(event.id),
    }
    return found


def dates(span: DateSpan) -> tuple[dict[str, int], dict[str, int] | None]:
    """The first and the last moment of a span in TimelineJS's parts of a date; its ends are inclusive.

    Exact times are given in UTC because TimelineJS knows no zones.
    """
    if span.instant is not None:
        return _clock(span.instant), _clock(span.until) if span.until else None
    first, end = words.bar(span)
    last = end - timedelta(days=1)
    finest = _finest(span, first, end)
    begin, close = _parts(first, finest), _parts(last, finest)
    return begin, None if begin == close else close


def _finest(span: DateSpan, first: date, end: date) -> int:
    """How many of year, month and day are known: no more than the span says and no fewer than its bounds need."""
    if span.granularity in _YEARS and (first.month, first.day, end.month, end.day) == (1, 1, 1, 1):
        return 1
    return 2 if span.granularity in (*_MONTHS, *_YEARS) and first.day == 1 and end.day == 1 else 3


def _parts(on: date, finest: int) -> dict[str, int]:
    return dict(list({"year": on.year, "month": on.month, "day": on.day}.items())[:finest])


def _clock(instant: datetime) -> dict[str, int]:
    at = instant.astimezone(UTC)
    return {"year": at.year, "month": at.month, "day": at.day, "hour": at.hour, "minute": at.minute}
