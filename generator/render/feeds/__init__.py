"""A Site in, its calendars, news feeds and data files out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model import Site

FeedKind = Literal[
    "main", "upcoming", "everything", "year", "people", "organisations", "places", "tags", "sources", "atom", "changes", "json", "data"
]


@dataclass(frozen=True, slots=True)
class FeedInfo:
    """One line of the Subscribe page.

    `path` is relative to the site's root; `name` is the person, place, tag, source or year, or else what the file is called
    in words; `events` counts its entries and `octets` is the size of the file.
    """

    path: str
    kind: FeedKind
    name: str
    events: int
    octets: int


def listing(site: Site) -> tuple[FeedInfo, ...]:
    """All feeds of a site in the order of the Subscribe page: main ones first, then facets; one-event calendars are left out.

    A facet (KINDS of `render.urls`) has a calendar exactly when `config.calendar.min_events` events or more belong to it.
    """
    return ()
