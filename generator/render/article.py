"""The page of one article: its text, with each sentence that made an event marked and led to that event."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from generator.model import ArticlePage, Page, Plan
from generator.render import jsonld, outline, urls
from generator.render.cite import Work, cite
from generator.render.look import Chrome, Look
from generator.render.theme import Theme
from generator.render.view import Known, Line, Link, published, published_at, published_iso, web_address

_MARKED: Final = re.compile(r'<span id="s(?P<sentence>\d+)"[^>]*>')


class Inputs(Struct, frozen=True, gc=False, array_like=True):
    """All that an article's page shows but its text; each event in one line, in order, with the sentences that told it."""

    article: ArticlePage
    events: tuple[tuple[Line, tuple[int, ...]], ...]
    outlet: Link | None
    tags: tuple[Link, ...]
    address: str
    language: str


@dataclass(frozen=True, slots=True)
class ListInputs:
    """What a page that lists articles shows; `pages` leads to its parts."""

    articles: tuple[tuple[str, str, str, str, str, int], ...]
    name: str
    pages: tuple[Link, ...]
    address: str


def pages(look: Look) -> Iterator[Page]:
    """A page for each article, and the list of all."""
    for article in look.site.articles:
        path = urls.article_page(article.slug)
        yield Page(path, partial(_plan, look, article, path), text_of=article.source.path)
    yield from _lists(look)


def _plan(look: Look, article: ArticlePage, path: str) -> Plan:
    outlet = look.lead("sources", article.source.publisher or "")
    tags = tuple(link for tag in article.source.tags if (link := look.lead("tags", tag)))
    bare = ArticlePage(article.source, article.slug, article.deck, article.place, article.draft, article.body)
    inputs = Inputs(bare, _told(look, article), outlet, tags, look.address(path), look.language)
    return _leaf(look.theme, path, inputs)


def _told(look: Look, article: ArticlePage) -> tuple[tuple[Line, tuple[int, ...]], ...]:
    """The events that an article tells, in their order in time."""
    numbers: dict[str, list[int]] = {}
    for number, ids in sorted(article.events.items()):
        for id_ in ids:
            numbers.setdefault(id_, []).append(number)
    events = sorted((look.events[look.position[id_]] for id_ in numbers if id_ in look.position), key=_order)
    return tuple((known.line, tuple(numbers[known.value.event.id])) for known in events)


def _order(known: Known) -> tuple[object, ...]:
    return outline.month_key(known), known.value.event.span.sort_key, known.value.event.id


@dataclass(frozen=True, slots=True)
class Leaf:
    """How an article's page is made, and all of it but the text, so that the page can be made again when only that changes."""

    theme: Theme
    path: str
    inputs: Inputs

    def __call__(self, html: str) -> bytes:
        """The bytes of the page with this text."""
        return self.theme.render(self.path, "article.html", present(self.inputs, html)).encode()

    def packed(self) -> bytes:
        """The leaf for `unpacked`."""
        return msgspec.json.encode((self.path, self.theme.settings, self.inputs))


def _leaf(theme: Theme, path: str, inputs: Inputs) -> Plan:
    return Plan(theme.digest(path, "article.html", inputs), Leaf(theme, path, inputs))


def unpacked(leaf: bytes, body: str, own: Path | None, bytecode: Path | None) -> Page:
    """The page of an article with a new text, for which `body` stands; raises msgspec.DecodeError where the leaf is another program's."""
    path, chrome, inputs = msgspec.json.decode(leaf, type=tuple[str, Chrome, Inputs])
    inputs = replace(inputs, article=replace(inputs.article, body=body))
    return Page(path, partial(_leaf, Theme(own, chrome, bytecode), path, inputs), text_of=inputs.article.source.path)


_ON_A_PAGE: Final = 500


def _lists(look: Look) -> Iterator[Page]:
    """All articles, newest first, so many on a page."""
    newest = sorted(look.site.articles, key=lambda one: (published_iso(one.source), one.slug), reverse=True)
    cuts = [newest[at : at + _ON_A_PAGE] for at in range(0, len(newest), _ON_A_PAGE)] or [[]]
    paths = ["articles/index.html", *(f"articles/page-{number}.html" for number in range(2, len(cuts) + 1))]
    links_ = tuple(Link(f"{number}", path) for number, path in enumerate(paths, 1)) if len(paths) > 1 else ()
    for number, (path, cut) in enumerate(zip(paths, cuts, strict=True), 1):
        name = "Articles" if number == 1 else f"Articles, page {number}"
        yield look.theme.page(path, "articles.html", partial(_list, look, cut, name, links_, path), present_list)


def _list(look: Look, cut: Iterable[ArticlePage], name: str, links_: tuple[Link, ...], path: str) -> ListInputs:
    return ListInputs(tuple(_list_row(article, look.language) for article in cut), name, links_, look.address(path))


def _list_row(article: ArticlePage, language: str) -> tuple[str, str, str, str, str, int]:
    source = article.source
    count = len({id_ for ids in article.events.values() for id_ in ids})
    return (
        source.title,
        urls.article_page(article.slug),
        source.publisher or "",
        published(source, language),
        published_iso(source),
        count,
    )


def present_list(inputs: ListInputs) -> Mapping[str, Any]:
    """What the template articles.html is given."""
    names = ("title", "url", "outlet", "published", "iso", "count")
    return {
        "articles": [dict(zip(names, row, strict=True)) for row in inputs.articles],
        "heading": inputs.name,
        "pages": inputs.pages,
        "canonical": inputs.address,
    }


def present(inputs: Inputs, html: str) -> Mapping[str, Any]:
    """What the template article.html is given; `html` is the article's text."""
    from markupsafe import Markup

    article, source = inputs.article, inputs.article.source
    anchored = {int(found["sentence"]) for found in _MARKED.finditer(html)}
    on = source.published.date() if source.published else None
    return {
        "title": source.title,
        "deck": article.deck or "",
        "outlet": source.publisher or "",
        "outlet_page": inputs.outlet.url if inputs.outlet else "",
        "authors": ", ".join(source.authors),
        "published": published_at(source, inputs.language),
        "published_iso": published_iso(source),
        "place": article.place or "",
        "draft": article.draft,
        "url": web_address(source.url),
        "archived": web_address(source.archived),
        "path": urls.article_page(article.slug),
        "file": source.path,
        "tags": inputs.tags,
        "html": Markup(with_links(html, inputs.events)),
        "events": _events(inputs.events, anchored),
        "citations_of": (
            {"of": "This article", "forms": cite(Work(source.title, source.publisher or "", source.authors, on, source.url or ""))},
        ),
        "jsonld": jsonld.article_page(source, inputs.language),
        "canonical": inputs.address,
        "summary": article.deck or f"{source.publisher or 'Article'}, {published(source, inputs.language)}".rstrip(", "),
    }


def _events(told: Iterable[tuple[Line, tuple[int, ...]]], anchored: Collection[int]) -> tuple[dict[str, Any], ...]:
    """The events of an article, each with the sentence that told it first."""
    return tuple({"row": line, "sentence": f"#s{numbers[0]}" if numbers[0] in anchored else ""} for line, numbers in told)


def with_links(html: str, told: Iterable[tuple[Line, tuple[int, ...]]]) -> str:
    """Mark each sentence that made an event, and put a link to the event before its first word."""
    marks: dict[int, str] = {}
    for line, numbers in told:
        for number in numbers:
            marks[number] = marks.get(number, "") + _mark(line)

    def mark(found: re.Match[str]) -> str:
        number = int(found["sentence"])
        return f'<span id="s{number}" class="told">{marks[number]}' if number in marks else found[0]

    return _MARKED.sub(mark, html)


def _mark(line: Line) -> str:
    name = escape(f"Event: {line.when}, {line.title}", quote=True)
    return f'<a class="mark-link is-{line.status}" href="../{line.url}" title="{name}" aria-label="{name}"><span class="mark"></span></a>'
