"""The text nodes of a parsed page in, their places in its source out.

A parser gives words without places. Here each text node is looked for in the source, onwards from the one before; the source is
read with its escapes resolved. A node that the parser changed beyond finding gets the place where the search
stands, so that offsets stay ordered and near; this happens for text that a page's own errors made the parser move.
"""

from __future__ import annotations

import html
import json
import quopri
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from generator.read.blocks import Block, Span
from generator.read.page_body import Paragraph

Code: TypeAlias = Literal["html", "json", "quoted-printable"]
_CODES: Final[dict[Code, re.Pattern[str]]] = {
    "html": re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?"),
    "json": re.compile(r"(?:\\u[0-9a-fA-F]{4}){1,2}|\\[\"\\/bfnrt]"),
    "quoted-printable": re.compile(r"(?:=[0-9A-Fa-f]{2})+|=[ \t]{0,50}\r?\n"),
}
_TIMED: Final = re.compile(
    r"(?i)\d|\b(?:\w+day|today|tonight|tomorrow|jan\w*|feb\w*|march|april|may|june|july|august|sept\w*|oct\w*|nov\w*|dec\w*|spring"
    r"|summer|autumn|winter|fall"
    r"|week\w*|months?|years?|hours?|decades?|ago|now|soon|morning|afternoon|evening|night|next|last)\b"
)
_PART: Final = re.compile(r"\S+")
_LONGEST_STAMP: Final = 60
_RUN: Final = re.compile(r"\S+(?: \S+)*")
_WINDOW: Final = 200_000
_MOST_MISSES: Final = 300


class Locator:
    """Finds the words of a page's paragraphs in its source, in one pass."""

    def __init__(self, source: str, *codes: Code, charset: str = "utf-8") -> None:
        self.plain, self.maps = source, []
        for code in codes:
            self.plain, marks = resolve(self.plain, code, charset)
            self.maps.append(([mark[0] for mark in marks], marks))
        self.at = 0
        self.misses = 0

    def block(self, paragraph: Paragraph) -> Block | None:
        """A paragraph as a block whose spans lead into the source; None where it has no words."""
        words: list[str] = []
        spans: list[Span] = []
        length = 0
        pending = False
        for node in paragraph.nodes:
            place = self._find(node)
            for m in self._parts(node, place):
                if words and (pending or m.start() > 0):
                    words.append(" ")
                    length += 1
                self._span(spans, length, place, m, node)
                words.append(m[0])
                length += len(m[0])
                pending = False
            pending = pending or (node[-1:].isspace() if node.strip() else bool(node))
        if not words:
            return None
        text = "".join(words)
        rule = "heading" if paragraph.heading and _TIMED.search(text) else ""
        return Block(text, spans[0][1], tuple(spans), True, rule, paragraph.stamp if length <= _LONGEST_STAMP else "")

    def _parts(self, node: str, place: int | None) -> Iterator[re.Match[str]]:
        """The words of a node, as many at once as stand in the source as they do here."""
        for run in _RUN.finditer(node):
            if place is not None and self._source(place + run.end()) - self._source(place + run.start()) == len(run[0]):
                yield run
            else:
                yield from _PART.finditer(node, run.start(), run.end())

    def _find(self, node: str) -> int | None:
        """Where a text node begins in the resolved source; the search goes on behind it."""
        words = node.strip()
        if not words or self.misses > _MOST_MISSES:
            return None
        place = self.plain.find(words, self.at, self.at + _WINDOW + len(words))
        if place < 0 and len(words) > 30:
            place = self.plain.find(words)
        if place < 0:
            self.misses += 1
            return None
        self.at = place + len(words)
        return place - (len(node) - len(node.lstrip()))

    def _span(self, spans: list[Span], at: int, place: int | None, m: re.Match[str], node: str) -> None:
        """Note where one word stands; words that follow each other in the source as in the text share a span."""
        if place is None:
            spans.append((at, self._source(self.at), 0))
            return
        start = self._source(place + m.start())
        literal = self._source(place + m.end()) - start == len(m[0])
        if not literal:
            spans.append((at, start, 1))
            return
        if spans:
            before, file, size = spans[-1]
            if size and start - file == at - before and at - before - size <= 1:
                spans[-1] = (before, file, at - before + len(m[0]))
                return
        spans.append((at, start, len(m[0])))

    def _source(self, offset: int) -> int:
        """The offset in the source of an offset in the resolved source."""
        for keys, marks in reversed(self.maps):
            number = bisect_right(keys, offset) - 1
            offset += marks[number][1] if number >= 0 else 0
        return offset


def resolve(source: str, code: Code, charset: str = "utf-8") -> tuple[str, list[tuple[int, int]]]:
    """A text with its escapes resolved, and by how many characters the source is ahead from each offset on."""
    parts: list[str] = []
    marks: list[tuple[int, int]] = []
    last = length = ahead = 0
    for m in _CODES[code].finditer(source):
        words = _decoded(m[0], code, charset)
        if words == m[0]:
            continue
        parts += (source[last : m.start()], words)
        length += m.start() - last + len(words)
        ahead += len(m[0]) - len(words)
        marks.append((length, ahead))
        last = m.end()
    parts.append(source[last:])
    return "".join(parts), marks


def _decoded(text: str, code: Code, charset: str) -> str:
    """What one escape stands for; the escape itself where it stands for nothing."""
    if code == "html":
        return html.unescape(text)
    if code == "json":
        try:
            return str(json.loads(f'"{text}"'))
        except ValueError:
            return text
    try:
        return quopri.decodestring(text.encode("ascii", "replace")).decode(charset, "replace")
    except LookupError:
        return text
