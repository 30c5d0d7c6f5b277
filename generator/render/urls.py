"""Where every page and feed lies, relative to the site's root; files end in .html so that links work from a disk too."""

from __future__ import annotations

from typing import Final

from generator.model import Event
from generator.slugs import slug

CALENDAR: Final = "calendar.ics"
UPCOMING: Final = "upcoming.ics"
EVERYTHING: Final = "all.ics"
JSON_FEED: Final = "feed.json"
ATOM: Final = "atom.xml"
CHANGES: Final = "changes.atom"
EVENTS_JSON: Final = "events.json"
EVENTS_CSV: Final = "events.csv"
KINDS: Final = ("people", "organisations", "places", "tags", "sources")


def event_page(event: Event) -> str:
    """`events/2013/2013-05-14-kerry-lavrov-meet.html`: the year is the id's, so the address stays when the date moves."""
    return f"events/{event.id[:4]}/{event.id}.html"


def event_calendar(event: Event) -> str:
    """The one-event calendar beside the event's page."""
    return f"events/{event.id[:4]}/{event.id}.ics"


def article_page(article_slug: str) -> str:
    """The page of an article."""
    return f"articles/{article_slug}.html"


def year_page(year: int) -> str:
    """The page of a year."""
    return f"years/{year:04}.html"


def list_page(kind: str) -> str:
    """The page that lists all people, places, tags or sources (`kind` is one of KINDS)."""
    return f"{kind}/index.html"


def facet_page(kind: str, name: str) -> str:
    """The page of one person, organisation, place, tag or source."""
    return f"{kind}/{slug(name)}.html"


def facet_calendar(kind: str, name: str) -> str:
    """The calendar of one person, organisation, place, tag or source."""
    return f"{kind}/{slug(name)}.ics"


def relative(target: str, page: str) -> str:
    """The link from one page to another: `relative("index.html", "events/2013/x.html")` is `../../index.html`."""
    return "../" * page.count("/") + target
