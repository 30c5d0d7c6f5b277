"""The lines of a text in; of one copied from a PDF, the text apart from page numbers and running heads, and words whole, out.

A number alone on a line is a page number where two of them count on; a line that stands beside one of them and comes again,
but for its digits, is a running head.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from generator.read.blocks import Block, Span
from generator.read.line_rules import like_sentence

_NUMBER: Final = re.compile(r"\W{0,3}(?:page |seite |- )?(?P<number>\d{1,4})(?: (?:of|von|/) \d{1,4})?\W{0,3}", re.IGNORECASE)
_DIGITS: Final = re.compile(r"\d+")
_HYPHEN: Final = re.compile(r"(?<=[^\W\d_])[-‐\u00ad]\n(?=[^\W\d_])")
_DIVIDED: Final = re.compile(r"[^\W\d_]+[-‐\u00ad]\n[^\W\d_]+")
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST: Final = 120
_FEW: Final = 2


def take_out(lines: list[Block]) -> tuple[list[Block], list[Block]]:
    """Divide lines into those of the text and those of its pages, which have their rules; text that goes on loses its gap."""
    numbers = _page_numbers(lines)
    if len(numbers) < _FEW:
        return lines, []
    heads = _running_heads(lines, numbers)
    text: list[Block] = []
    furniture: list[Block] = []
    turned = False
    for at, line in enumerate(lines):
        if at in numbers or at in heads:
            line.rule = "page-number" if at in numbers else "running-head"
            furniture.append(line)
            turned = True
            continue
        if turned:
            line.gap = not (text and line.text[:1].islower() and not like_sentence(text[-1].text))
        turned = False
        text.append(line)
    return text, furniture


def _page_numbers(blocks: list[Block]) -> frozenset[int]:
    """The lines that are page numbers: numbers alone, each one more than the one before."""
    found: list[int] = []
    last: int | None = None
    for at, block in enumerate(blocks):
        m = _NUMBER.fullmatch(block.text) if len(block.text) <= 20 and _DIGITS.search(block.text) else None
        if m is None:
            continue
        number = int(m["number"])
        if last is None or number == last + 1:
            found.append(at)
            last = number
    return frozenset(found)


def _running_heads(blocks: list[Block], numbers: frozenset[int]) -> frozenset[int]:
    """The short lines beside page numbers that come more than once, their digits left aside."""
    beside = {at + step for at in numbers for step in (-1, 1) if 0 <= at + step < len(blocks)} | {0, len(blocks) - 1}
    shapes = {at: _DIGITS.sub("0", " ".join(blocks[at].text.split())) for at in sorted(beside) if len(blocks[at].text) <= _LONGEST}
    counts = Counter(shapes.values())
    return frozenset(at for at, shape in shapes.items() if counts[shape] > 1 and not like_sentence(shape) and at not in numbers)


def unhyphenated(blocks: list[Block]) -> list[Block]:
    """Put words together that a hyphen divides at a line's end, unless the text has both halves as words of their own."""
    known: frozenset[str] | None = None
    for number, block in enumerate(blocks):
        if block.rule or "\n" not in block.text or not _HYPHEN.search(block.text):
            continue
        if known is None:
            known = frozenset(word.lower() for other in blocks for word in _WORD.findall(_DIVIDED.sub(" ", other.text)))
        blocks[number] = _without_hyphens(block, known)
    return blocks


def _without_hyphens(block: Block, known: frozenset[str]) -> Block:
    cuts: list[tuple[int, int]] = []
    for m in _HYPHEN.finditer(block.text):
        left = re.search(r"[^\W\d_]+$", block.text[max(0, m.start() - 40) : m.start()])
        right = re.match(r"[^\W\d_]+", block.text[m.end() : m.end() + 40])
        if left is None or right is None or right[0][0].isupper():
            continue
        whole, both = (left[0] + right[0]).lower(), f"{left[0]}-{right[0]}".lower()
        compound = both in known or (whole not in known and left[0].lower() in known and right[0].lower() in known)
        cuts.append((m.start() + compound, m.end()))
    return _cut(block, cuts)


def _cut(block: Block, cuts: list[tuple[int, int]]) -> Block:
    """A block without some stretches of its text."""
    text: list[str] = []
    spans: list[Span] = []
    at = length = 0
    for start, end in [*cuts, (len(block.text), len(block.text))]:
        text.append(block.text[at:start])
        for offset, file, size in block.spans or ((0, block.start, len(block.text)),):
            low, high = max(offset, at), min(offset + size, start)
            if low < high:
                spans.append((length + low - at, file + low - offset, high - low))
        length += start - at
        at = end
    return Block("".join(text), block.start, tuple(spans), block.gap)
