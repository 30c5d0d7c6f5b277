"""A block with Markdown marks in, the same block without them out; spans keep the way back to the file."""

from __future__ import annotations

import html
import re
from typing import Final

from generator.read.blocks import Block, Span

# What a mark begins with. It is looked for first: most characters are letters, and the engine would try all kinds of marks at each.
_MARK: Final = re.compile(r"[*_`\[<&\\~!]")
# Lengths are bounded so that time stays linear however many marks are left open.
_INLINE: Final = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<ticks>(?<!`)`{1,3}(?!`))(?P<code>[^`]{1,2000})(?P=ticks)(?!`)"
    r"|(?P<image>!\[[^\[\]]{0,500}\](?:\([^()\s]{0,2000}(?:\s+[\"'(][^\n]{0,300}?[\"')])?\)|\[[^\[\]]{0,200}\]))"
    r"|(?P<note>\[\^[^\[\]\s]{1,100}\])"
    r"|\[(?P<link>[^\[\]]{1,1000})\](?:\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?:\s+[\"'(][^\n]{0,300}?[\"')])?\)(?:\{[^{}\n]{0,200}\})?"
    r"|\[[^\[\]]{0,200}\])"
    r"|<(?P<address>(?:https?://|mailto:)[^<>\s]{1,2000})>"
    r"|(?P<tag></?[A-Za-z][^<>]{0,2000}>)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<bold>\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}|(?<!\w)_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?!\w)|~~(?=\S)|(?<=\S)~~)"
)


def plain(block: Block) -> Block:
    """Take the marks out of one block."""
    if _next(block.text, 0, len(block.text)) is None:
        return block
    pieces: list[tuple[str, int, bool]] = []  # words, offset in the block, whether they stand there literally
    _collect(block.text, 0, len(block.text), pieces, 0)
    text: list[str] = []
    spans: list[Span] = []
    at = 0
    for words, offset, literal in pieces:
        text.append(words)
        spans += _back(block, at, offset, len(words) if literal else 1)
        at += len(words)
    joined = "".join(text)
    lead = len(joined) - len(joined.lstrip())
    fresh = Block(joined, spans[0][1] if spans else block.start, tuple(spans), block.gap, block.rule)
    if lead or joined != joined.rstrip():
        rule = fresh.rule
        fresh = fresh.after(lead)
        fresh.text, fresh.rule = fresh.text.rstrip(), rule
        fresh.spans = tuple((a, f, min(n, len(fresh.text) - a)) for a, f, n in fresh.spans or () if a < len(fresh.text))
    return fresh


def _collect(text: str, start: int, end: int, pieces: list[tuple[str, int, bool]], depth: int) -> None:
    """Add the words of text[start:end], and in links the words of their label."""
    last = start
    while (m := _next(text, last, end)) is not None:
        if m.start() > last:
            pieces.append((text[last : m.start()], last, True))
        kind = m.lastgroup
        if kind in ("escaped", "code", "address"):
            pieces.append((m[kind], m.start(kind), True))
        elif kind == "link" and depth < 3:
            _collect(text, m.start("link"), m.end("link"), pieces, depth + 1)
        elif kind == "link":
            pieces.append((m["link"], m.start("link"), True))
        elif kind == "entity":
            pieces.append((html.unescape(m[0]), m.start(), False))
        elif kind == "tag" and m[0][:3].lower() == "<br":
            pieces.append((" ", m.start(), False))
        last = m.end()
    if last < end:
        pieces.append((text[last:end], last, True))


def _next(text: str, start: int, end: int) -> re.Match[str] | None:
    """The next mark in text[start:end]."""
    for place in _MARK.finditer(text, start, end):
        m = _INLINE.match(text, place.start(), end)
        if m is not None:
            return m
    return None


def _back(block: Block, at: int, offset: int, length: int) -> list[Span]:
    """Where block.text[offset : offset + length], now at `at`, stands in the file."""
    if block.spans is None:
        return [(at, block.start + offset, length)]
    found = []
    for begin, file, size in block.spans:
        low, high = max(begin, offset), min(begin + size, offset + length)
        if low < high:
            found.append((at + low - offset, file + low - begin, high - low))
    return found
