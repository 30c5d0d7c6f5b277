"""A Site in, a Look out: what all kinds of page need of it, worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.model import Event, Site
from generator.render import urls
from generator.render.feeds.marks import digest_of
from generator.render.feeds.selection import Calendars
from generator.render.outline import Chunk, chunks
from generator.render.theme import STATIC, Theme, packaged
from generator.render.view import WORDS, Known, Link, Told, slug

NAMES: Final = {"people": "People", "organisations": "Organisations", "places": "Places", "tags": "Topics", "sources": "Sources"}
ONE: Final = {"people": "Person", "organisations": "Organisation", "places": "Place", "tags": "Topic", "sources": "Source"}
# The parameter of the query string that holds the chosen ones of a kind.
PARAMETERS: Final = {"people": "person", "organisations": "group", "places": "place", "tags": "topic", "sources": "source"}


@dataclass(frozen=True, slots=True)
class Chrome:
    """What stands on every page: the site's name and settings, and which other pages there are to lead to."""

    title: str
    description: str
    language: str
    url: str
    author: str
    licence: str
    report: str
    version: str
    nav: tuple[Link, ...]
    feeds: bool
    search: str
    extra_css: bool
    home: str


@dataclass(frozen=True, slots=True)
class Facet:
    """One person, organisation, place, topic or outlet, the events it stands in, and their `numbers` in the timeline."""

    kind: str
    name: str
    slug: str
    events: tuple[Known, ...]
    numbers: tuple[int, ...]

    @property
    def url(self) -> str:
        """Its page, relative to the site's root."""
        return f"{self.kind}/{self.slug}.html"

    @property
    def link(self) -> Link:
        """A link to its page with the number of its events."""
        return Link(self.name, self.url, len(self.events), self.slug)


@dataclass(frozen=True, slots=True)
class Look:
    """A site with the values that several kinds of page share.

    `position` is an event's number in the timeline. `chunks` are the year pages of a long timeline, and `shown_on` says
    on which of them an event stands; a short timeline has none and shows all on the front page.
    """

    site: Site
    theme: Theme
    chrome: Chrome
    events: tuple[Known, ...]
    position: Mapping[str, int]
    facets: Mapping[str, Mapping[str, Facet]]
    article_pages: Mapping[str, str]
    chunks: tuple[Chunk, ...]
    shown_on: Mapping[str, str]
    calendars: Calendars | None = None

    @property
    def language(self) -> str:
        """The language of the pages."""
        return self.chrome.language

    def address(self, path: str) -> str:
        """The absolute address of a page; "" where the site's own is not known."""
        return self.chrome.url + ("" if path == "index.html" else path) if self.chrome.url else ""

    def facet(self, kind: str, name: str) -> Facet:
        """The facet that a name stands for."""
        return self.facets[kind][slug(name)]

    def find(self, kind: str, name: str) -> Link | None:
        """The link to a name's page, where some event carries the name."""
        facet = self.facets[kind].get(slug(name)) if name else None
        return facet.link if facet else None

    def lead(self, kind: str, name: str) -> Link | None:
        """The same link without its number of events, for pages that a new event must not change."""
        facet = self.facets[kind].get(slug(name)) if name else None
        return Link(facet.name, facet.url, slug=facet.slug) if facet else None

    def has_calendar(self, facet: Facet) -> bool:
        """Tell whether a person, place, topic or outlet has events enough for a calendar of its own."""
        return len(facet.events) >= self.site.config.calendar.min_events

    @property
    def long(self) -> bool:
        """Tell whether the front page shows years instead of events."""
        return bool(self.chunks)


def look(site: Site, found: Calendars | None = None) -> Look:
    """Work out what the pages share; `found` are the calendars where they are known already."""
    language = site.config.site.language
    pages = {article.source.path: urls.article_page(article.slug) for article in site.articles}
    events = tuple(_known(event, pages, site, language) for event in site.timeline.events)
    position = {known.value.event.id: number for number, known in enumerate(events)}
    facets = {kind: _facets(kind, events) for kind in urls.KINDS}
    chrome = _chrome(site, facets)
    pieces = chunks(events) if len(events) >= site.config.pages.year_pages_from else ()
    shown_on = {known.value.event.id: chunk.path for chunk in pieces for known in chunk.events}
    return Look(site, Theme(site.theme, chrome, site.bytecode), chrome, events, position, facets, pages, pieces, shown_on, found)


def _known(event: Event, pages: Mapping[str, str], site: Site, language: str) -> Known:
    articles = tuple(pages.get(mention.source.path, "") for mention in event.mentions)
    return Known(Told(event, articles, event.overdue(site.as_of), language), digest_of(event, site))


def names_of(kind: str, event: Event) -> Iterable[str]:
    """The names of one kind that an event carries; its sources are the outlets that report it."""
    if kind == "sources":
        return dict.fromkeys(mention.source.publisher for mention in event.mentions if mention.source.publisher)
    names: tuple[str, ...] = getattr(event, kind)
    return names


def _facets(kind: str, events: Sequence[Known]) -> dict[str, Facet]:
    """The names of one kind in the order of the alphabet; spellings that share a slug share a page."""
    names: dict[str, str] = {}
    found: dict[str, list[int]] = {}
    for number, known in enumerate(events):
        for name in names_of(kind, known.value.event):
            key = slug(name)
            names.setdefault(key, name)
            numbers = found.setdefault(key, [])
            if numbers[-1:] != [number]:
                numbers.append(number)
    return {key: Facet(kind, names[key], key, tuple(events[n] for n in found[key]), tuple(found[key])) for key in sorted(found)}


def _chrome(site: Site, facets: Mapping[str, Mapping[str, Facet]]) -> Chrome:
    settings = site.config.site
    nav = [Link(NAMES[kind], urls.list_page(kind)) for kind in urls.KINDS if facets[kind]]
    url = settings.url.rstrip("/") + "/" if settings.url else ""
    extra = [folder / STATIC / "extra.css" for folder in (site.theme, packaged()) if folder is not None]
    return Chrome(
        title=settings.title,
        description=settings.description,
        language=settings.language,
        url=url,
        author=settings.author,
        licence=settings.licence,
        report=settings.report if settings.report.startswith(("https://", "http://", "mailto:")) else "",
        version=site.version,
        nav=tuple(nav),
        feeds=bool(site.timeline.events),
        search=site.config.pages.search,
        extra_css=any(path.is_file() for path in extra),
        home="index.html",
    )


def statuses(events: Iterable[Known]) -> tuple[Link, ...]:
    """The statuses that some events have, with their counts, in the order of WORDS."""
    counts = dict.fromkeys(WORDS, 0)
    for known in events:
        counts[known.value.event.status] += 1
    return tuple(Link(WORDS[status], "", count, status) for status, count in counts.items() if count)
