"""The front page, the year pages and the page to embed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final

from msgspec.structs import replace

from generator.model import Page
from generator.render import outline, urls
from generator.render.look import NAMES, PARAMETERS, Look, names_of, statuses
from generator.render.strip import strip
from generator.render.view import Known, Link, day_in_words, slug

# So many names of a kind stand in the filter panel; the page of the kind lists all.
_NAMES_IN_PANEL: Final = 12
# So many events stand on the front page of a long timeline, the newest that are past and the next to come.
_AROUND: Final = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """One group of the filter panel: `more` is the page that lists the rest, "" where the panel shows all."""

    name: str
    parameter: str
    links: tuple[Link, ...]
    more: str
    total: int


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a page of the timeline shows. `pages` leads to the year pages, `before` and `after` to the neighbours."""

    heading: str
    events: tuple[Known, ...]
    total: int
    articles: int
    choices: tuple[Choice, ...]
    pages: tuple[Link, ...]
    whole: tuple[Known, ...]
    before: Link | None
    after: Link | None
    as_of: str
    language: str
    anchors: tuple[tuple[str, str], ...]
    canonical: str


def index(look: Look) -> Iterator[Page]:
    """The front page: the whole timeline, or what lies around its day when it is long."""
    events = _around(look) if look.long else look.events
    pages = tuple(chunk.link for chunk in look.chunks) if look.long else ()
    inputs = partial(_inputs, look, "", events, pages, look.events, "index.html")
    yield look.theme.page("index.html", "index.html", inputs, present)
    yield look.theme.page("embed.html", "embed.html", inputs, present)


def years(look: Look) -> Iterator[Page]:
    """The pages of single years, where the front page cannot hold all events."""
    if not look.long:
        return
    chunks = look.chunks
    # Without numbers of events: a new one would change the pages of all years.
    links = tuple(replace(chunk.link, count=0) for chunk in chunks)
    for number, chunk in enumerate(chunks):
        before = links[number - 1] if number else None
        after = links[number + 1] if number + 1 < len(links) else None
        inputs = partial(_inputs, look, chunk.name, chunk.events, links, chunk.events, chunk.path, before, after)
        yield look.theme.page(chunk.path, "year.html", inputs, present)


def _around(look: Look) -> tuple[Known, ...]:
    """The events nearest to the day the timeline stands at."""
    at = sum(1 for known in look.events if (known.value.event.span.start or date.min) <= look.site.as_of)
    return look.events[max(0, at - _AROUND) : at + _AROUND]


def _inputs(
    look: Look,
    heading: str,
    events: tuple[Known, ...],
    pages: tuple[Link, ...],
    whole: tuple[Known, ...],
    path: str,
    before: Link | None = None,
    after: Link | None = None,
) -> Inputs:
    return Inputs(
        heading=heading,
        events=events,
        total=len(whole),
        articles=0 if heading else len(look.site.articles),
        choices=_choices_of(look, events) if heading else choices(look),
        pages=pages,
        whole=whole,
        before=before,
        after=after,
        as_of=look.site.as_of.isoformat() if look.events else "",
        language=look.language,
        anchors=_anchors(look) if look.long and not heading else (),
        canonical=look.address(path),
    )


def _anchors(look: Look) -> tuple[tuple[str, str], ...]:
    """For each month, the page that has its events: where the bars of the strip lead on a long front page."""
    found: dict[str, str] = {}
    for chunk in look.chunks:
        for known in chunk.events:
            found.setdefault(outline.month_key(known), chunk.path)
    return tuple(found.items())


def choices(look: Look) -> tuple[Choice, ...]:
    """The groups of the filter panel, the most frequent names first."""
    groups = []
    for kind in urls.KINDS:
        links = sorted((facet.link for facet in look.facets[kind].values()), key=lambda link: (-link.count, link.name))
        if links:
            more = urls.list_page(kind) if len(links) > _NAMES_IN_PANEL else ""
            groups.append(Choice(NAMES[kind], PARAMETERS[kind], tuple(links[:_NAMES_IN_PANEL]), more, len(links)))
    return tuple(groups)


def _choices_of(look: Look, events: Iterable[Known]) -> tuple[Choice, ...]:
    """The groups of the names that stand on one year's page, without numbers, which the script fills in where it runs.

    What happened in another year changes nothing here.
    """
    groups = []
    for kind in urls.KINDS:
        told = Counter(slug(name) for known in events for name in names_of(kind, known.value.event))
        links = sorted((look.facets[kind][key].link for key in told), key=lambda link: (-told[link.slug], link.name))
        if links:
            more = urls.list_page(kind) if len(look.facets[kind]) > min(len(links), _NAMES_IN_PANEL) else ""
            shown = tuple(replace(link, count=0) for link in links[:_NAMES_IN_PANEL])
            groups.append(Choice(NAMES[kind], PARAMETERS[kind], shown, more, 0))
    return tuple(groups)


def present(inputs: Inputs) -> Mapping[str, Any]:
    """What the templates index.html, year.html and embed.html are given."""
    listed = outline.years(inputs.events, inputs.language)
    anchors = dict(inputs.anchors)
    as_of = date.fromisoformat(inputs.as_of) if inputs.as_of else None
    bars = strip(inputs.whole, inputs.language, as_of)
    first, last = outline.extent(inputs.whole, inputs.language)
    return {
        "heading": inputs.heading,
        "years": listed,
        "shown": len(inputs.events),
        "total": inputs.total,
        "articles": inputs.articles,
        "strip": bars,
        "bar_links": {bar.month: f"{anchors.get(bar.month, '')}#m{bar.month}" for bar in bars.bars} if bars else {},
        "choices": inputs.choices,
        "statuses": statuses(inputs.whole),
        "pages": inputs.pages,
        "before": inputs.before,
        "after": inputs.after,
        "as_of": inputs.as_of,
        "as_of_words": day_in_words(as_of, inputs.language) if as_of else "",
        "canonical": inputs.canonical,
        "first": first,
        "last": last,
    }
