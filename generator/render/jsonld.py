"""An event or an article in, schema.org JSON-LD out.

An Event needs a place and a beginning (Google's rules for rich results); one without is a CreativeWork about a time. A
date is written with reduced accuracy (`2013-06`) rather than made up. What was denied or is unconfirmed is no Event.
"""

from __future__ import annotations

from typing import Any, Final

import msgspec

from generator.model import Event, Mention, Source
from generator.render.view import published_iso, reduced_date, web_address

_STATUS: Final = {"cancelled": "EventCancelled", "postponed": "EventPostponed"}
_CONTEXT: Final = "https://schema.org"
_NO_EVENT: Final = ("denied", "possible")


def event(of: Event, address: str, language: str) -> str:
    """The JSON-LD of an event's page; `address` is absolute, or "" where the site has no address."""
    start = reduced_date(of.span) or (of.span.start.isoformat()[:4] if of.span.start else "")
    if of.places and start and of.status not in _NO_EVENT:
        data = _event(of, start)
    else:
        data = {"@type": "CreativeWork", "temporalCoverage": _coverage(of), "about": {"@type": "Thing", "name": of.title}}
    data = {"@context": _CONTEXT, **data, "name": of.title, "identifier": of.uid, "inLanguage": language}
    if address:
        data["url"] = address
    if of.modified:
        data["dateModified"] = of.modified.isoformat(timespec="seconds")
    data["subjectOf" if data["@type"] == "Event" else "citation"] = _sources(of.mentions)
    return script(data)


def _event(of: Event, start: str) -> dict[str, Any]:
    data: dict[str, Any] = {"@type": "Event", "startDate": start}
    if of.span.instant is not None:
        data["startDate"] = of.span.instant.isoformat(timespec="seconds")
    elif of.span.granularity == "day" and of.span.last and of.span.start and (of.span.days or 0) > 1:
        data |= {"startDate": of.span.start.isoformat(), "endDate": of.span.last.isoformat()}
    data["location"] = [{"@type": "Place", "name": name, "address": name} for name in of.places]
    data["eventStatus"] = f"{_CONTEXT}/{_STATUS.get(of.status, 'EventScheduled')}"
    quotes = [mention.quote for mention in of.mentions if mention.quote]
    if quotes:
        data["description"] = " ".join(quotes[0].split())
    if of.people:
        data["attendee"] = [{"@type": "Person", "name": name} for name in of.people]
    return data


def _coverage(of: Event) -> str:
    """ISO 8601: a reduced date, or an interval with `..` for an open side."""
    exact = reduced_date(of.span) if of.span.start and of.span.end else ""
    return exact or f"{of.span.start or '..'}/{of.span.last or '..'}"


def _sources(mentions: tuple[Mention, ...]) -> list[dict[str, Any]]:
    return [article(source) for source in {mention.source.path: mention.source for mention in mentions}.values()]


def article(source: Source) -> dict[str, Any]:
    """An article as schema.org has it; without a known day it cannot be a NewsArticle."""
    data: dict[str, Any] = {"@type": "NewsArticle" if source.published else "CreativeWork", "headline": source.title}
    if source.published:
        data["datePublished"] = published_iso(source)
    if source.authors:
        data["author"] = [{"@type": "Person", "name": name} for name in source.authors]
    elif source.publisher:
        data["author"] = [{"@type": "Organization", "name": source.publisher}]
    if source.publisher:
        data["publisher"] = {"@type": "Organization", "name": source.publisher}
    if web_address(source.url):
        data["url"] = source.url
    return data


def article_page(source: Source, language: str) -> str:
    """The JSON-LD of an article's page."""
    return script({"@context": _CONTEXT, **article(source), "inLanguage": language})


def script(data: dict[str, Any]) -> str:
    """JSON that cannot end the script element it stands in."""
    text = msgspec.json.encode(data).decode()
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
