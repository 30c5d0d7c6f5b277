"""A saved web page in, an Article out: declared facts, the article's paragraphs, each traced back to the page's source."""

from __future__ import annotations

import re
from typing import Any, Final

from generator.config import Config
from generator.errors import Problem, ReadError
from generator.model import Article
from generator.read import page_body, page_facts
from generator.read.article import Facts, Source, build
from generator.read.blocks import Block
from generator.read.decoding import decode
from generator.read.front_matter import FrontMatter
from generator.read.locate import Locator

MOST_TAGS: Final = 250_000  # the largest pages of real outlets have some 20,000
_UNREADABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_SAVED_FROM: Final = re.compile(r"<!--\s*saved from url=\(\d+\)(?P<url>https?://\S+)\s*-->")


def read(
    data: bytes, path: str, config: Config, charset: str | None = None, url: str | None = None
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Read one page; `charset` and `url` are what an envelope such as MHTML says of it."""
    source = Source(decode(data, path, charset), path, config)
    article, problems = read_page(source, source.text, url)
    return (article,), problems


def read_page(
    source: Source, page: str, url: str | None = None, facts: Facts | None = None, locator: Locator | None = None
) -> tuple[Article, tuple[Problem, ...]]:
    """Make an Article of a page's source, whose places are looked for in `source.text`."""
    tree = parse(page, source.path)
    declared = page_facts.gather(tree)
    saved = _SAVED_FROM.search(page, 0, 2000)
    declared.url = declared.url or url or (saved["url"] if saved else None)
    if facts:
        _prefer(facts, declared)
    blocks = locate(page_body.paragraphs(tree), locator or Locator(source.text, "html"))
    declared.titled = declared.title is None
    declared.loose = None
    return build(source, blocks, FrontMatter(), declared)


def _prefer(facts: Facts, declared: Facts) -> None:
    """Put what an envelope says before what the page inside says, except where it says nothing."""
    for name in ("title", "publisher", "authors", "url", "language", "tags", "updated"):
        setattr(declared, name, getattr(facts, name) or getattr(declared, name))
    declared.claims = [*facts.claims, *declared.claims]


def parse(page: str, path: str) -> Any:
    """Parse a page as browsers do, as far as lxml can. Raises ReadError for a page without any element, or with far too many."""
    from lxml import etree, html

    tags = page.count("<")
    if tags > MOST_TAGS:
        message = f"the page has {tags:,} tags, more than the {MOST_TAGS:,} that are read"
        raise ReadError(Problem(message, path, 0, 0, "save the article's text instead, or its reading view", "error"))
    text = _UNREADABLE.sub(" ", _DECLARATION.sub("", page, count=1))
    try:
        tree = html.document_fromstring(text, parser=html.HTMLParser(recover=True, huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise ReadError(Problem("the page holds no text", path, 0, 0, "save the page again, as HTML", "error")) from None
    for element in tree.iter():
        if isinstance(element.tag, str) and ":" in element.tag:
            name = element.tag.rpartition(":")[2]
            element.tag = name if _NAME.fullmatch(name) else "div"
    return tree


def locate(found: list[page_body.Paragraph], locator: Locator) -> list[Block]:
    """Paragraphs as blocks that lead into the source."""
    blocks = (locator.block(paragraph) for paragraph in found)
    return [block for block in blocks if block]
