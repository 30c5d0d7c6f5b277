"""The pages about the timeline: how it is made, how to subscribe to it, and what to say of an address that leads nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final
from urllib.parse import quote

from generator.config import CalendarSettings
from generator.model import Page, Plan
from generator.render import feeds, outline, urls
from generator.render.look import NAMES, Look, statuses
from generator.render.view import Link, day_in_words

# So many problems are named on the About page; the command names all.
_PROBLEMS_SHOWN: Final = 50


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed to subscribe to: its address in four forms, "" where the site's own address is not known, its size in words."""

    name: str
    path: str
    count: int
    size: str
    https: str
    webcal: str
    google: str
    outlook: str


@dataclass(frozen=True, slots=True)
class SubscribeInputs:
    """All that the subscribe page shows; `sizes` are those of the feeds by their paths, in octets."""

    feeds: tuple[feeds.FeedInfo, ...]
    sizes: Mapping[str, int]
    total: int
    title: str
    settings: CalendarSettings
    url: str
    address: str


@dataclass(frozen=True, slots=True)
class AboutInputs:
    """All that the about page shows."""

    articles: int
    events: int
    merged: int
    disputed: int
    outlets: tuple[tuple[Link | None, str, int], ...]
    statuses: tuple[Link, ...]
    as_of: str
    first: str
    last: str
    problems: tuple[tuple[str, str], ...]
    more_problems: int
    timezone: str
    report: str
    address: str


def subscribe(look: Look) -> Iterator[Page]:
    """The subscribe page, which is made after the feeds: it states their sizes."""
    config, total = look.site.config, len(look.events)
    listed = feeds.listing(look.site, look.calendars) if total else ()
    inputs = SubscribeInputs(listed, {}, total, config.site.title, config.calendar, look.chrome.url, look.address("subscribe.html"))

    def page(sizes: Mapping[str, int]) -> Page:
        return look.theme.page("subscribe.html", "subscribe.html", lambda: replace(inputs, sizes=sizes), present_subscribe)

    def make(sizes: Mapping[str, int] = inputs.sizes) -> bytes:
        return page(sizes).make()

    yield Page("subscribe.html", lambda: Plan(page({}).digest, make), tuple(info.path for info in listed))


def present_subscribe(inputs: SubscribeInputs) -> Mapping[str, Any]:
    """What the template subscribe.html is given: the feeds by kind."""
    groups: dict[str, list[Feed]] = {}
    for info in inputs.feeds:
        groups.setdefault(info.kind, []).append(_feed(info, inputs))
    settings = inputs.settings
    return {
        "total": inputs.total,
        "main": [feed for kind in ("main", "upcoming", "everything") for feed in groups.get(kind, ())],
        "about": _ABOUT,
        "years": groups.get("year", ()),
        "groups": [(NAMES[kind], groups[kind]) for kind in ("tags", "places", "people", "organisations", "sources") if kind in groups],
        "news": [feed for kind in ("atom", "changes", "json") for feed in groups.get(kind, ())],
        "data": groups.get("data", ()),
        "refresh_hours": settings.refresh_hours,
        "past_days": settings.past_days,
        "max_span": settings.max_span,
        "canonical": inputs.address,
    }


_ABOUT: Final = {
    urls.CALENDAR: "What lies around the day of the timeline: for calendar apps.",
    urls.UPCOMING: "Only what is still to come.",
    urls.EVERYTHING: "Every event, also those of which no more than a year is known.",
}


def size_in_words(octets: int) -> str:
    """A size to two digits, so that few edits change it: "14 kB", "1.4 MB"; a kilobyte has 1,000 octets."""
    if octets < 1000:
        return "less than 1 kB"
    rounded = round(octets, 2 - len(str(octets)))
    if rounded < 1_000_000:
        return f"{(rounded + 500) // 1000} kB"
    return f"{rounded / 1_000_000:.1f} MB" if rounded < 10_000_000 else f"{rounded // 1_000_000} MB"


def _feed(info: feeds.FeedInfo, inputs: SubscribeInputs) -> Feed:
    https = inputs.url + info.path if inputs.url else ""
    webcal = "webcal:" + https.split(":", 1)[1] if https else ""
    name = info.name or "Timeline"
    return Feed(
        name=name,
        path=info.path,
        count=info.events,
        size=size_in_words(inputs.sizes[info.path]) if info.path in inputs.sizes else "",
        https=https,
        webcal=webcal,
        google="https://calendar.google.com/calendar/render?cid=" + quote(webcal, safe="") if https else "",
        outlook=f"https://outlook.live.com/calendar/0/addfromweb?url={quote(https, safe='')}&name={quote(inputs.title)}" if https else "",
    )


def about(look: Look) -> Iterator[Page]:
    """The about page."""
    yield look.theme.page("about.html", "about.html", partial(_about, look), present_about)


def _about(look: Look) -> AboutInputs:
    events = [known.value.event for known in look.events]
    outlets = Counter(article.source.publisher or "" for article in look.site.articles)
    named = sorted(outlets.items(), key=lambda item: (-item[1], item[0]))
    problems = look.site.problems
    first, last = outline.extent(look.events, look.language)
    return AboutInputs(
        articles=len(look.site.articles),
        events=len(events),
        merged=sum(1 for event in events if len({mention.source.path for mention in event.mentions}) > 1),
        disputed=sum(1 for event in events if event.disagreement),
        outlets=tuple((look.find("sources", name), name, count) for name, count in named),
        statuses=statuses(look.events),
        as_of=day_in_words(look.site.as_of, look.language) if look.events else "",
        first=first,
        last=last,
        problems=tuple(
            (f"{problem.path}:{problem.line}" if problem.line else problem.path, problem.message) for problem in problems[:_PROBLEMS_SHOWN]
        ),
        more_problems=max(0, len(problems) - _PROBLEMS_SHOWN),
        timezone=look.site.config.site.timezone,
        report=look.chrome.report,
        address=look.address("about.html"),
    )


def present_about(inputs: AboutInputs) -> Mapping[str, Any]:
    """What the template about.html is given: the inputs by their names."""
    return {name: getattr(inputs, name) for name in inputs.__slots__} | {"canonical": inputs.address}


def not_found(look: Look) -> Iterator[Page]:
    """The page for addresses that lead nowhere: shown at any depth, so it leads to the root by its whole address."""
    yield look.theme.page("404.html", "404.html", lambda: (look.chrome.url or "index.html",), present_not_found)


def present_not_found(inputs: tuple[str]) -> Mapping[str, Any]:
    """What the template 404.html is given."""
    return {"home": inputs[0]}
