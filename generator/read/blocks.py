"""Stretches of a user's file in, a body and its runs out: what every reader hands to the line rules and to the Article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from generator.model import Run

# (offset in the block's text, offset in the file, length), ordered
Span = tuple[int, int, int]
GAP: Final = "\n\n"


@dataclass(slots=True)
class Block:
    """One paragraph as read, and where it comes from.

    `start` is the offset in the file of its first character. Without `spans` the text stands there literally; with them,
    they say where each stretch of the text stands. `gap` tells that a blank line or another kind of break precedes.
    `rule` names the line rule that a reader has already found to hold, for example "heading" or "code". `stamp` is the
    moment that a page gives for programs where the block shows one ("14.32").
    """

    text: str
    start: int
    spans: tuple[Span, ...] | None = None
    gap: bool = True
    rule: str = ""
    stamp: str = ""

    def after(self, offset: int) -> Block:
        """This block without its first `offset` characters."""
        if self.spans is None:
            return Block(self.text[offset:], self.start + offset, None, self.gap)
        spans = tuple(
            (max(0, at - offset), file + max(0, offset - at), length - max(0, offset - at))
            for at, file, length in self.spans
            if at + length > offset
        )
        return Block(self.text[offset:], spans[0][1] if spans else self.start, spans, self.gap)


def assemble(blocks: Iterable[Block], text: str) -> tuple[str, tuple[Run, ...]]:
    """Join blocks with blank lines into a body; runs go on where the file `text` has the same characters."""
    parts: list[str] = []
    spans: list[Span] = []
    at = 0
    for block in blocks:
        if parts:
            at += 2
        parts.append(block.text)
        for offset, file, length in block.spans or ((0, block.start, len(block.text)),):
            _append(spans, at + offset, file, length, text)
        at += len(block.text)
    return GAP.join(parts), tuple(Run(*span) for span in spans)


def _append(spans: list[Span], at: int, file: int, length: int, text: str) -> None:
    """Add a stretch, as part of the last one where both run on, be it across the blank line between paragraphs."""
    if spans:
        before, start, size = spans[-1]
        between = at - before - size
        if file - start == at - before and (between == 0 or (between == 2 and text.startswith(GAP, start + size))):
            spans[-1] = (before, start, at - before + length)
            return
    if length > 0:
        spans.append((at, file, length))


def clean_text(block: Block) -> str:
    """The words of a block on one line, for rules and messages."""
    return " ".join(block.text.split())


def texts(blocks: Sequence[Block]) -> list[str]:
    """The words of all blocks."""
    return [clean_text(block) for block in blocks]
