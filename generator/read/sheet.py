"""Blocks of a page in, a sheet of lines out on which the line rules write what they find: head first, then body and tail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.model import Cut
from generator.read import dateline, line_rules, live
from generator.read.blocks import Block
from generator.read.head_lines import date_line

_LONGEST_CUT: Final = 500
_DATED: Final = 8
_MAIL_HEAD: Final = 8


@dataclass(slots=True)
class Prose:
    """What the line rules made of a page."""

    title: str | None = None
    deck: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    dates: list[tuple[str, str]] = field(default_factory=list)  # (kind, words), as `head_lines` gives them
    dateline: dateline.Dateline | None = None
    body: list[Block] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)
    marks: tuple[live.Mark, ...] = ()  # the stamps of a live blog


@dataclass(frozen=True, slots=True)
class Options:
    """What is known before the lines are read.

    `title` where it is declared; `titled` allows to take the first line for one. `loose` allows to drop labels and to take a
    standfirst above the first paragraph, for pasted text; None leaves that to the lines. `keep` and `drop` are beginnings of
    lines, from front matter. `live` tells that the page calls itself a live blog.
    """

    title: str | None = None
    titled: bool = True
    loose: bool | None = True
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    live: bool = False


class Sheet:
    """The lines of one page, and what was found on them so far."""

    def __init__(self, blocks: Sequence[Block], text: str, options: Options) -> None:
        self.blocks, self.text, self.options = blocks, text, options
        self.lines = [" ".join(b.text.split()) if "\n" in b.text else b.text.strip() for b in blocks]
        self.found = Prose(title=options.title)
        # A saved page is sorted as loosely as pasted text where it has its date among its paragraphs, as pasted text does.
        self.loose = any(map(date_line, self.lines[:_DATED])) if options.loose is None else options.loose
        self.counted = 0, 1
        self.longs: list[int] = []
        self.opening: tuple[int, dateline.Dateline] | None = None
        self.marks: list[live.Mark] = []  # stamps with a line of their own that any text loses
        self.heads: list[str] = []  # the lines above the first paragraph
        self.spared: frozenset[int] = frozenset()  # lines cut already among labels that turned out to be text
        self.named = -1  # the last line that was a byline
        self.release = any(line_rules.head(line) == "release" for line in self.lines[:_MAIL_HEAD])
        self.dated = 0  # the date line below a standfirst: what stands between is no paragraph

    def cut(self, number: int, rule: str) -> None:
        """Log a block as left out by a rule."""
        self.found.cuts.append(Cut(self.line_number(self.blocks[number].start), rule, self.lines[number][:_LONGEST_CUT]))

    def line_number(self, offset: int) -> int:
        """The line of the file that an offset lies on, counting on from the one asked for before."""
        before, line = self.counted
        if offset < before:
            before, line = 0, 1
        line += self.text.count("\n", before, offset)
        self.counted = offset, line
        return line

    def wanted(self, number: int) -> str | None:
        """What the front matter says of a line: "keep", "drop" or nothing."""
        line = self.lines[number]
        if self.options.keep and line.startswith(self.options.keep):
            return "keep"
        return "drop" if self.options.drop and line.startswith(self.options.drop) else None

    def marked(self, number: int) -> None:
        """Note a stamp; of those above the first paragraph the last one may date it."""
        mark = live.Mark(len(self.found.body), self.blocks[number].stamp or self.lines[number])
        if not self.found.body:
            self.marks.clear()
        self.marks.append(mark)
