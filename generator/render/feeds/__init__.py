"""A Site in, its calendars, news feeds and data files out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.model import Page, Site
from generator.render import urls
from generator.render.feeds import atom, events_csv, events_json, ics, jsonfeed, markwhen, timelinejs
from generator.render.feeds.marks import Marks, marks
from generator.render.feeds.selection import Calendars, FeedKind, calendars

Renderer = Callable[[Site, Marks], Iterator[Page]]
# Everything but the calendars: what there is to load, in the order it is written.
_FILES: Final[tuple[Renderer, ...]] = (
    jsonfeed.pages, atom.pages, events_json.pages, events_csv.pages, timelinejs.pages, markwhen.pages,
)  # fmt: skip
_WHOLE: Final[tuple[FeedKind, ...]] = ("main", "upcoming", "everything", "year")
_LISTED: Final[Mapping[str, tuple[FeedKind, str]]] = {
    urls.ATOM: ("atom", "Events, newest first"),
    urls.CHANGES: ("changes", "What changed"),
    urls.JSON_FEED: ("json", "JSON Feed"),
    urls.EVENTS_JSON: ("data", "The whole timeline as JSON"),
    urls.EVENTS_CSV: ("data", "The whole timeline as a table"),
    timelinejs.PATH: ("data", "For TimelineJS"),
    markwhen.PATH: ("data", "For Markwhen"),
}


@dataclass(frozen=True, slots=True)
class FeedInfo:
    """One line of the Subscribe page.

    `path` is relative to the site's root; `name` is the person, place, tag, source or year, or else what the file is in
    words (empty for calendar.ics); `events` counts its events.
    """

    path: str
    kind: FeedKind
    name: str
    events: int


def pages(site: Site, found: Calendars | None = None) -> Iterator[Page]:
    """Every feed and data file of the site."""
    shared = marks(site)
    for render in _FILES:
        yield from render(site, shared)
    yield from ics.pages(site, shared, calendars(site) if found is None else found)


def listing(site: Site, found: Calendars | None = None) -> tuple[FeedInfo, ...]:
    """All feeds of a site in the order of the Subscribe page: main ones first, then facets; one-event calendars are left out.

    A facet (KINDS of `render.urls`) has a calendar exactly when `config.calendar.min_events` events or more belong to it.
    No file is made for it.
    """
    dated = [FeedInfo(one.path, one.kind, one.name, len(one.events)) for one in (calendars(site) if found is None else found)]
    whole = [info for info in dated if info.kind in _WHOLE]
    count = len(site.timeline.events)
    files = [FeedInfo(path, kind, name, count) for path, (kind, name) in _LISTED.items()]
    return (*whole, *files, *(info for info in dated if info.kind not in _WHOLE))
