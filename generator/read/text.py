"""Pasted text in, an Article out: lines become paragraphs, lines that were broken at a fixed width are put together.

In most pasted text a line is a paragraph. A run of lines without blank lines between them is one paragraph only if it looks
broken by a machine: each line is about as long as it could be.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from generator.config import Config
from generator.errors import Problem
from generator.model import Article
from generator.read import front_matter
from generator.read.article import Facts, Source, build
from generator.read.blocks import Block
from generator.read.decoding import decode
from generator.read.limits import check_lines
from generator.read.line_rules import like_sentence
from generator.read.pages import take_out, unhyphenated

_NARROW: Final = 40
_WIDE: Final = 110
_SLACK: Final = 14
_WORDS: Final = 8


def read(data: bytes, path: str, config: Config) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Read one text file."""
    source = Source(decode(data, path), path, config)
    check_lines(source.text, path)
    front = front_matter.read(source.text, source.path)
    article, problems = build(source, paragraphs(source.text, front.end), front, Facts(pasted=True))
    return (article,), problems


def paragraphs(text: str, start: int = 0) -> list[Block]:
    """Divide text from `start` on into paragraphs."""
    lines: list[Block] = []
    gap = True
    at = start
    for row in text[start:].split("\n"):
        words = row.strip()
        if words:
            lines.append(Block(words, at + row.index(words[0]), None, gap))
        gap = not words
        at += len(row) + 1
    lines, furniture = take_out(lines)
    found = unhyphenated(_joined(lines, text))
    return sorted([*found, *furniture], key=_place) if furniture else found


def _place(block: Block) -> int:
    return block.start


def _joined(lines: list[Block], text: str) -> list[Block]:
    """Put lines together that a machine broke at a fixed width."""
    width = max((len(b.text) for b in lines if len(b.text) <= _WIDE), default=0)
    if width < _NARROW or all(line.gap for line in lines) or _one_a_line(lines, width):
        return lines
    found: list[Block] = []
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and not lines[end].gap:
            end += 1
        group = lines[at:end]
        found += [_merged(group, text)] if _broken(group, width) else group
        at = end
    return found


def _one_a_line(lines: list[Block], width: int) -> bool:
    """Tell whether a text has its paragraphs on one line each: as many lines run far on as end where others would be broken."""
    far = sum(len(line.text) > _WIDE and line.text.count(" ") > _WORDS for line in lines)
    return far > 0 and far >= sum(width - _SLACK < len(line.text) <= width for line in lines)


def _broken(group: list[Block], width: int) -> bool:
    """Tell whether each line but the last was broken because the next word no longer fitted."""
    if len(group) < 2 or any(len(line.text) > _WIDE for line in group):
        return False
    for line, following in pairwise(group):
        word = following.text.partition(" ")[0]
        if len(line.text) + 1 + len(word) <= width - _SLACK or len(line.text) < _NARROW:
            return False
    return any(not like_sentence(line.text) for line in group[:-1])


def _merged(group: list[Block], text: str) -> Block:
    """One paragraph of several lines; line breaks stay where they stand, indents go."""
    start, end = group[0].start, group[-1].start + len(group[-1].text)
    whole = text[start:end]
    if "\r" not in whole and len(whole) == sum(len(line.text) + 1 for line in group) - 1:
        return Block(whole, start, None, group[0].gap)
    spans: list[tuple[int, int, int]] = []
    at = 0
    for line in group:
        spans.append((at, line.start, len(line.text)))
        at += len(line.text) + 1
    return Block("\n".join(line.text for line in group), start, tuple(spans), group[0].gap)
