"""A Site in, its HTML pages out, with the style sheet, the script and the small files they need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from generator.model import Page, Site
from generator.render import article, event, facets, files, fulltext, info, timeline
from generator.render.feeds.selection import Calendars
from generator.render.look import Look, look

# Redirects come last: where an old address is in use again, the page that is there now stays.
KINDS: Final[Mapping[str, Callable[[Look], Iterator[Page]]]] = {
    "front page": timeline.index,
    "years": timeline.years,
    "events": event.pages,
    "articles": article.pages,
    "names": facets.pages,
    "subscribe": info.subscribe,
    "about": info.about,
    "not found": info.not_found,
    "static files": files.static,
    "search index": files.search_index,
    "full text": fulltext.pages,
    "sitemap": files.sitemap,
    "robots": files.robots,
    "redirects": files.redirects,
}


def render(site: Site, found: Calendars | None = None) -> Iterator[Page]:
    """All pages of a site, each address once."""
    shared = look(site, found)
    seen: set[str] = set()
    for make in KINDS.values():
        for page in make(shared):
            if page.path not in seen:
                seen.add(page.path)
                yield page
