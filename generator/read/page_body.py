"""A parsed page in, the paragraphs of its article out, as lists of text nodes.

readability-lxml chooses the part of the page that holds the article. Before it, elements that never hold article text go; after
it, what it gave is compared with what the page marks as its body, and where it has clearly missed that, the marked part is
taken instead. The line rules come later and are the same as for pasted text.
"""

from __future__ import annotations

import copy
import logging
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from generator.read.page_live import around, move_stamps

_DEAD: Final = (
    "script", "style", "noscript", "svg", "iframe", "object", "embed", "button", "input", "select", "textarea", "nav", "template",
    "video", "audio", "canvas", "map", "dialog", "figcaption", "amp-ad", "amp-iframe", "amp-sidebar", "amp-embed", "link", "meta",
)  # fmt: skip
_SIDE: Final = re.compile(
    r"(?i)(?:^|[\s_-])(?:related|recirc\w*|recommend\w*|read-?more|more-?(?:stories|news|from|like)|most-?(?:read|popular|viewed)"
    r"|trending|taboola|outbrain|newsletter\w*|"
    r"sign-?up|subscri\w*|share\w*|sharing|social\w*|addthis\w*|follow-?us|promo\w*|advert\w*|ads?|ad-(?:slot|unit|container"
    r"|wrapper|block)\w*|dfp|sponsor\w*|"
    r"comments?(?:-?(?:section|list|area|box|form))?|disqus\w*|cookie\w*|consent|gdpr|breadcrumbs?|caption\w*|credits?"
    r"|tags?(?:-list|-cloud)?|byline\w*|author-?(?:bio|box|info|card)|"
    r"about-?author|bio|toolbar|pagination|pager|widget|sidebar|footer|print-?only|screen-?reader\w*|sr-only|visually-?hidden"
    r"|copyright|teaser\w*|see-?also|up-?next|"
    r"carousel|slideshow-?nav|gallery-?(?:nav|caption)|player|video-?(?:caption|title|meta)|image-?(?:caption|credit|meta)"
    r"|timestamp|dateline-?date|pub-?date|read-?time|paywall\w*|\w*(?-i:[a-z](?:Caption|Credit)))(?:$|[\s_-])"
)
_BLOCKS: Final = frozenset(
    [
        "p",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "pre",
        "dd",
        "dt",
        "div",
        "section",
        "article",
        "main",
        "body",
        "ul",
        "ol",
        "dl",
        "table",
        "tr",
        "tbody",
        "thead",
        "tfoot",
        "header",
        "figure",
        "figcaption",
        "address",
        "aside",
        "center",
        "fieldset",
        "details",
        "summary",
        "hr",
        "footer",
        "caption",
        "html",
    ]
)
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MARKED: Final = (
    "//*[@itemprop='articleBody']",
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' entry-content ') or contains(concat(' ', normalize-space(@class), '"
    " '), ' article-body ')"
    " or contains(concat(' ', normalize-space(@class), ' '), ' story-body ') or contains(concat(' ', normalize-space(@class), ' '),"
    " ' post-content ')"
    " or contains(concat(' ', normalize-space(@class), ' '), ' article__body ') or contains(concat(' ', normalize-space(@class), '"
    " '), ' article-content ')]",
    "//article",
    "//main",
)
_INLINE: Final = frozenset({"a", "b", "i", "em", "strong", "span", "u", "font", "abbr", "mark"})
_BY: Final = re.compile(r"\s*(?:By|BY) [A-Z]")
_LONGEST_HEADLINE: Final = 150
_BOLD: Final = frozenset({"b", "strong"})
_WHOLE: Final = frozenset({"html", "body", "article", "main"})
_ASIDE: Final = frozenset({"aside", "footer", "form"})
_CELLS: Final = frozenset({"td", "th"})
_TOO_MANY: Final = 30_000
_LONG: Final = 80


@dataclass(slots=True)
class Paragraph:
    """The text nodes of one paragraph, in order, as they stand in the tree."""

    nodes: list[str] = field(default_factory=list)
    heading: bool = False
    stamp: str = ""  # what its <time> says for programs
    links: int = 0  # characters that stand in links

    @property
    def text(self) -> str:
        """The words with white space as one blank."""
        return " ".join("".join(self.nodes).split())


def paragraphs(tree: Any) -> list[Paragraph]:
    """The paragraphs of a page's article; `tree` is changed."""
    stamped = move_stamps(tree)
    _prune(tree)
    marked = _marked(tree)
    found = _readable(tree)
    if stamped:
        return _posts(stamped, found)
    if marked is None:
        return found or texts(tree)
    return _better(found, marked)


def _posts(stamped: list[Any], found: list[Paragraph]) -> list[Paragraph]:
    """All posts of a live blog, where the reader took one of them for the article."""
    whole = around(stamped)
    if whole is None or sum(bool(p.stamp) for p in found) >= len(stamped):
        return found
    return [p for p in texts(whole) if p.links * 2 < max(1, len(p.text))]


def _better(found: list[Paragraph], marked: list[Paragraph]) -> list[Paragraph]:
    """Prefer the marked body where the reader's choice shares little with it or lacks much of it."""
    ours, theirs = _size(found), _size(marked)
    if theirs < 400:
        return found or marked
    known = {p.text for p in marked}
    shared = sum(len(p.text) for p in found if p.text in known)
    if ours == 0 or shared < 0.5 * min(ours, theirs) or shared < 0.6 * theirs:
        return marked
    return found


def _size(paragraphs: list[Paragraph]) -> int:
    return sum(len(p.text) for p in paragraphs if not p.heading and len(p.text) >= _LONG and p.links * 2 < len(p.text))


# --- pruning ------------------------------------------------------------------------------------------------------------


def _prune(tree: Any) -> None:
    """Take out what never holds the article's words: scripts, forms, hidden parts, small boxes named as furniture."""
    for element in list(tree.iter(*_DEAD)):
        _drop(element)
    for quotation in tree.iter("blockquote"):
        quotation.attrib.clear()  # readability takes a quoted "twitter-tweet" for an advertisement
    for table in list(tree.iter("table")):
        _flatten(table)
    prose = _prose(tree)
    limit = prose.get(tree, 0) * 0.2
    # Paragraphs of one class are weighed together: where a third of the text is "paywall", the word names the text.
    classes: Counter[str] = Counter()
    for element in tree.iter("p"):
        classes[element.get("class") or ""] += prose.get(element, 0)
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or (
            element.tag not in _WHOLE and _furniture(element) and _weight(element, prose, classes) <= limit
        ):
            _drop(element)


def _weight(element: Any, prose: Mapping[Any, int], classes: Mapping[str, int]) -> int:
    """How many characters of prose an element holds, or all paragraphs of its class."""
    return classes[element.get("class")] if element.tag == "p" and element.get("class") else prose.get(element, 0)


def _flatten(table: Any) -> None:
    """Make a table of figures a preformatted text, one line a row, since readability takes its many short cells for links."""
    rows = [[" ".join(cell.text_content().split()) for cell in row.iter("td", "th")] for row in table.iter("tr")]
    cells = [cell for row in rows for cell in row if cell]
    if len(rows) < 4 or len(cells) < 12 or sum(map(len, cells)) > 40 * len(cells) or table.find(".//table") is not None:
        return
    if sum(len(a.text_content()) for a in table.iter("a")) * 2 > sum(map(len, cells)) or any(True for _ in table.iter("p", "div")):
        return
    for element in list(table.iter("tr", "td", "th", "tbody", "thead", "tfoot")):
        if element.tag == "tr":
            element.tag = "p"
            element.tail = " "
        elif element.tag in _CELLS:
            element.tag = "span"
            element.tail = " "
        else:
            element.tag = "div"
        element.attrib.clear()
    table.tag = "div"
    table.attrib.clear()


def _drop(element: Any) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def _furniture(element: Any) -> bool:
    attributes = element.attrib
    if not attributes:
        return element.tag in _ASIDE
    if (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or attributes.get("role") in ("navigation", "complementary", "banner", "dialog")
    ):
        return True
    style = attributes.get("style")
    if style and re.search(r"display\s*:\s*none|visibility\s*:\s*hidden", style):
        return True
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return element.tag in _ASIDE or (names != " " and _SIDE.search(names) is not None)


def _prose(tree: Any) -> dict[Any, int]:
    """How many characters stand in long runs of text inside each element."""
    found: dict[Any, int] = {}
    for element in reversed(list(tree.iter())):
        own = len((element.text or "").strip()) if isinstance(element.tag, str) else 0
        below = 0
        for child in element:
            below += found.get(child, 0)
            own += len((child.tail or "").strip())
            if child.tag in _INLINE and not found.get(child):
                own += len(child.text or "")
        total = below + (own if own >= _LONG else 0)
        if total:
            found[element] = total
    return found


# --- choosing -----------------------------------------------------------------------------------------------------------


def _readable(tree: Any) -> list[Paragraph]:
    """What readability-lxml takes for the article; nothing where it fails or the page is too large for it."""
    from lxml import html
    from readability import Document

    if sum(1 for _ in tree.iter()) > _TOO_MANY:
        return []
    logging.getLogger("readability.readability").setLevel(logging.CRITICAL)
    try:
        summary = Document(copy.deepcopy(tree)).summary(html_partial=True)
        return texts(html.fragment_fromstring(summary, create_parent="div"))
    except Exception:  # readability wraps whatever goes wrong inside it, and lxml refuses empty results
        return []


def _marked(tree: Any) -> list[Paragraph] | None:
    """The paragraphs of the part that the page marks as its body, the most certain mark first."""
    prose = _prose(tree)
    for path in _MARKED:
        parts = [part for part in tree.xpath(path) if not any(True for _ in part.iterancestors("aside"))][:50]
        if not parts:
            continue
        best = max(parts, key=lambda part: prose.get(part, 0))
        chosen = [p for p in texts(best) if p.links * 2 < max(1, len(p.text))]
        if _size(chosen) >= 400:
            return chosen
    return None


# --- text nodes ---------------------------------------------------------------------------------------------------------


def texts(root: Any) -> list[Paragraph]:
    """Divide an element's text into paragraphs at its block elements and at double line breaks."""
    found: list[Paragraph] = []
    current = Paragraph()
    breaks, words, plain = 0, False, False  # words: there are some; plain: not all of them are bold
    for kind, text, tag, linked in _walk(root):
        if kind == "text":
            if not text.isspace():
                if breaks and words and _BY.match(text) and len(current.text) < _LONGEST_HEADLINE:
                    found.append(current)
                    current = Paragraph()
                breaks, words = 0, True
                current.links += len(text.strip()) if linked else 0
                plain = plain or tag not in _BOLD
            current.nodes.append(text)
            continue
        if kind == "time":
            current.stamp = "" if words else text
            continue
        if tag == "br":
            breaks += 1
            current.nodes.append(" ")
            if breaks < 2 and (plain or not words):
                continue  # a single break ends nothing but a heading in bold
        if words:
            found.append(current)
        current = Paragraph(heading=kind == "open" and tag in _HEADINGS)
        breaks, words, plain = 0, False, False
    return [*found, current] if words else found


def _walk(root: Any) -> Iterator[tuple[str, str, str, bool]]:
    """Text and block borders in reading order, without recursion."""
    from lxml import etree

    links = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            links += tag == "a"
            if tag in _BLOCKS or tag == "br":
                yield "open", "", tag, False
            elif tag == "time":
                yield "time", element.get("datetime") or "", tag, False
            elif tag in _CELLS:
                yield "text", " ", tag, False
            if tag and element.text:
                yield "text", element.text, tag, links > 0
            continue
        links -= tag == "a"
        if tag in _BLOCKS:
            yield "close", "", tag, False
        if element.tail and element is not root:
            yield "text", element.tail, "", links > 0
