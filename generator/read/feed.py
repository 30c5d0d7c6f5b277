"""A feed export (RSS, Atom) in, one Article an entry out, with the path "content/feed.xml#2" for the second.

Dates are taken as the feed writes them, since feedparser's own reading of them loses the zone.
"""

from __future__ import annotations

import io
from contextlib import suppress
from typing import Any, Final

from generator.config import Config
from generator.errors import Problem, ReadError
from generator.model import Article
from generator.read import page_body
from generator.read.article import Facts, Source, build
from generator.read.blocks import Block
from generator.read.decoding import decode
from generator.read.front_matter import FrontMatter
from generator.read.head_lines import names
from generator.read.html import parse
from generator.read.locate import Locator
from generator.read.published import Claim

_MOST_ENTRIES: Final = 20_000
_DEEPEST: Final = 200


def read(data: bytes, path: str, config: Config) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Read one feed file."""
    import feedparser

    text = decode(data, path)
    if _is_deep(data):
        raise ReadError(Problem("the feed is nested too deeply", path, 0, 0, "export it again", "error"))
    try:
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception:  # feedparser lets whatever its parsers meet pass through
        raise ReadError(_not_a_feed(path)) from None
    if not feed.entries and not feed.get("version"):
        raise ReadError(_not_a_feed(path))
    locator = Locator(text, "html", "html")
    articles: list[Article] = []
    problems: list[Problem] = []
    for number, entry in enumerate(feed.entries[:_MOST_ENTRIES], 1):
        source = Source(text, f"{path}#{number}", config)
        article, found = read_entry(source, _content(entry), _facts(entry, feed.feed), locator)
        articles.append(article)
        problems += found
    return tuple(articles), tuple(problems) if articles else (no_entries(path),)


def _is_deep(data: bytes) -> bool:
    """Tell whether elements lie in elements deeper than in any feed: the library's time grows with the square of the depth."""
    from xml.parsers import expat

    depth = deepest = 0

    def start(name: str, attributes: object) -> None:
        nonlocal depth, deepest
        depth += 1
        deepest = max(deepest, depth)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    with suppress(expat.ExpatError, ValueError, LookupError):  # what is no XML is read by the library's patient parser
        parser.Parse(data, True)
    return deepest > _DEEPEST


def no_entries(path: str) -> Problem:
    """What is said of a feed that holds nothing."""
    return Problem("the feed has no entries", path, 0, 0, "export it again, or remove the file", "notice")


def _not_a_feed(path: str) -> Problem:
    return Problem("this is neither an RSS nor an Atom feed", path, 0, 0, "export the feed again, or save the page as HTML", "error")


def read_entry(source: Source, content: str, facts: Facts, locator: Locator) -> tuple[Article, tuple[Problem, ...]]:
    """Make an Article of an entry whose content is HTML or plain text."""
    blocks: list[Block] = []
    if content.strip():
        tree = parse(f"<div>{content}</div>", source.path)
        found = (locator.block(paragraph) for paragraph in page_body.texts(tree))
        blocks = [block for block in found if block]
    return build(source, blocks, FrontMatter(), facts)


def _content(entry: Any) -> str:
    """The fullest text of an entry."""
    texts = [str(part.get("value") or "") for part in entry.get("content") or []]
    return max([*texts, str(entry.get("summary") or "")], key=len)


def _facts(entry: Any, feed: Any) -> Facts:
    # feedparser's own `get` gives one date for the other, with a warning
    date, updated = dict.get(entry, "published") or dict.get(entry, "created"), dict.get(entry, "updated")
    claims = [Claim("feed", str(date))] if date else [Claim("feed", str(updated))] if updated else []
    author = str(entry.get("author") or "")
    return Facts(
        title=_line(entry.get("title")),
        publisher=_line((entry.get("source") or {}).get("title")) or _line(feed.get("title")),
        authors=names(author) if author and "@" not in author else (),
        url=_line(entry.get("link")),
        language=(_line(feed.get("language")) or "").split("-")[0].lower() or None,
        tags=tuple(tag for tag in (_line(t.get("term")) for t in entry.get("tags") or []) if tag)[:12],
        claims=claims,
        updated=str(updated) if updated and date else None,
        titled=False,
        loose=False,
    )


def _line(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
