"""Blocks of a page in, the article out: its head, its body and its tail told apart, every cut logged with line and rule.

HEAD runs from the top to the first paragraph: what stands there is title, standfirst, date, byline, caption or label. BODY
loses a line only to the rules that hold anywhere. TAIL begins at a heading such as "Related Content" after which at most one
long paragraph follows; where more follow, only the lines up to the next long paragraph go.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.model import Cut
from generator.read import dateline, head_lines, line_rules, live
from generator.read.blocks import Block
from generator.read.head import Head
from generator.read.head_lines import date_line
from generator.read.sheet import Options, Prose

_CAPTION: Final = 160
_HEAD_LINES: Final = 40
# A line that could be a button as well as a heading ("Share this") ends an article only after so many paragraphs, and
# otherwise takes at most so many short lines with it.
_SURE: Final = 3
_BUTTONS: Final = 5
_SHORT: Final = 60
_BY: Final = re.compile(r"(?:By|BY|Von|Par|Por) ")
_PUBLISHED: Final = re.compile(r"(?:First |Originally )?[Pp]ublished\b")
# Bylines stand so close to the first paragraph; so far ahead comments and the end of a list are looked for.
_CLOSE: Final = 3
_COMMENTS: Final = 12
# A date may stand alone in one of so many last lines.
_END: Final = 4


@dataclass(slots=True)
class _Box:
    """How many more lines go after a stop-heading: to the end if `whole`, else to the next paragraph; `unsure` spares sentences."""

    left: int = 0
    whole: bool = False
    unsure: bool = False


class _Sorter(Head):
    """The whole pass: the head, then body and tail."""

    def rest(self, at: int) -> None:
        """Sort the lines from the first paragraph on."""
        box = _Box()
        for number in range(at, len(self.blocks)):
            if not self.lines[number] or number in self.spared:
                continue
            wanted = self.wanted(number)
            if wanted == "keep":
                box = _Box()
                self.found.body.append(self.blocks[number])
                continue
            if box.left and not box.whole and self._readers(number):
                box = _Box(len(self.blocks), whole=True)
            if box.left and self._boxed(number, box):
                box.left -= 1
                self.cut(number, "after-stop")
                continue
            box.left = 0
            rule = "drop_lines" if wanted == "drop" else self._body_rule(number)
            if rule == "stop-heading":
                box = self._stopped(number)
            if rule == "live-stamp":
                self.marked(number)
            if rule:
                self.cut(number, rule)
            else:
                self.found.body.append(self.blocks[number])

    def posts(self) -> None:
        """In a live blog, take the stamps that stand in the body out of it, and note where each post begins."""
        said = self.options.live or live.says_live(self.found.title, self.found.deck, *self.heads)
        blog = live.separate(self.found.body, self.marks, said)
        if blog is not None:
            self.found.body, self.found.marks = blog.body, blog.marks
            self.found.cuts += [Cut(self.line_number(start), "live-stamp", words) for start, words in blog.cuts]

    def _stopped(self, number: int) -> _Box:
        """How much goes after a stop-heading: all, or where two long paragraphs follow, what stands before the first of them.

        After a line that could be a button as well as a heading ("Share this") less goes.
        """
        line = self.lines[number]
        if end := line_rules.enclosed(self.lines, number):
            return _Box(end, whole=True)
        if self._readers(number) or (line_rules.end_mark(line) and len(self.found.body) > 1) or (self.release and line_rules.about(line)):
            return _Box(len(self.blocks), whole=True)
        if line_rules.box(line) and self._longs_from(number) < 2:
            return _Box(len(self.blocks), unsure=True)
        rule = line_rules.drop(line)
        unsure = rule is not None
        if self._longs_from(number) < 2 and rule != "subscribe" and (not unsure or len(self.found.body) >= _SURE):
            return _Box(len(self.blocks), whole=True)
        return _Box(_BUTTONS if unsure else len(self.blocks), unsure=unsure)

    def _longs_from(self, number: int) -> int:
        """How many long paragraphs follow."""
        self.longs = self.longs or self._longs_after()
        return self.longs[number]

    def _readers(self, number: int) -> bool:
        """Tell whether what readers wrote begins here."""
        kind = line_rules.comments(self.lines[number])
        if not kind and not self._commenter(number):
            return False
        return not kind or (kind == "sure" and len(self.found.body) > 1) or self._signs_of_readers(number) > (kind == "maybe")

    def _signs_of_readers(self, number: int) -> int:
        """How many lines soon after this one stand around comments."""
        return sum(line_rules.comment_sign(line) or live.own_line(line) for line in self.lines[number + 1 : number + _COMMENTS])

    def _commenter(self, number: int) -> bool:
        """Tell whether "Olaf says:" stands here above the moment at which he did."""
        line = self.lines[number]
        if not line.endswith((":", "says")) or number + 1 >= len(self.lines) or not line_rules.comment_sign(line.rstrip(":") + ":"):
            return False
        return bool(date_line(self.lines[number + 1])) and self._signs_of_readers(number) > 1

    def _boxed(self, number: int, box: _Box) -> bool:
        """Tell whether a line belongs to the box that a stop-heading opened."""
        if box.whole:
            return True
        long = self._longs_from(number) != self.longs[number + 1] and not self.blocks[number].rule
        return not long and not (box.unsure and line_rules.like_sentence(self.lines[number]))

    def _body_rule(self, number: int) -> str | None:
        line, block = self.lines[number], self.blocks[number]
        if len(line) <= line_rules.SHORT:
            rule = line_rules.drop(line)
            box = line_rules.enclosed(self.lines, number) or (rule != "skip" and line_rules.stop(line))
            if self.found.body and (box or self._commenter(number)):
                return "stop-heading"
            rule = block.rule or rule
            if rule == "updated":
                self.found.dates += [pair for pair in date_line(line) if pair[0] == "updated"]
            if rule in ("print-note", "copyright") and (printed := head_lines.beside(line)):
                self.found.dates += printed.dates
            return rule or self._below(number)
        return block.rule or line_rules.drop(line)

    def _below(self, number: int) -> str | None:
        """Name the rule for a line below the first paragraph that only its surroundings tell: a caption, a date, the author."""
        line = self.lines[number]
        credit = number + 1 < len(self.lines) and not self.blocks[number + 1].gap and line_rules.drop(self.lines[number + 1]) == "credit"
        if credit and len(line) <= _CAPTION and not line_rules.like_sentence(line):
            return "caption"
        if line[:1] in ("F", "P", "O") and _PUBLISHED.match(line) and (dates := date_line(line)):
            if not any(kind in ("published", "dated") for kind, _ in self.found.dates):
                self.found.dates += dates
            return "date"
        if number >= len(self.lines) - _END and len(self.found.body) > 1 and self._last(number) and (last := head_lines.read(line)):
            self.found.dates += [("below", words) for kind, words in last.dates if kind != "updated"]
            return "date"
        if len(self.found.body) <= _CLOSE and len(line) <= _SHORT and _BY.match(line) and (names := head_lines.signed(line)):
            self.found.authors = self.found.authors or head_lines.names(names)
            return "byline"
        return "author-note" if any(line.startswith(f"{name} ") for name in self.found.authors) and line_rules.of_author(line) else None

    def _last(self, number: int) -> bool:
        """Tell whether no sentence follows a line."""
        return not any(map(line_rules.like_sentence, self.lines[number + 1 :]))

    def _longs_after(self) -> list[int]:
        """For each block, how many long paragraphs there are from it on."""
        counts = [0] * (len(self.blocks) + 1)
        for number in range(len(self.blocks) - 1, -1, -1):
            long = not self.blocks[number].rule and line_rules.long_paragraph(self.lines[number])
            counts[number] = counts[number + 1] + long
        return counts


def sort_out(blocks: Sequence[Block], text: str, options: Options) -> Prose:
    """Tell the article from what stands around it; `text` is the file as decoded, for line numbers."""
    sorter = _Sorter(blocks, text, options)
    sorter.rest(sorter.head())
    sorter.posts()
    found = sorter.found
    if not found.dates and found.body:
        told = head_lines.at_end(found.body[-1].text) or (head_lines.in_title(found.title) if found.title else None)
        found.dates += told.dates if told else ()
    _undated(found, sorter.opening, blocks, text)
    found.cuts.sort(key=_line_of)
    return found


def _undated(found: Prose, opening: tuple[int, dateline.Dateline] | None, blocks: Sequence[Block], text: str) -> None:
    """Take the dateline off the block that opens the report: mostly the first, or one below lines that were not told from text."""
    at = next((at for at, block in enumerate(found.body[:_HEAD_LINES]) if opening and blocks[opening[0]] is block), 0)
    if not found.body or not found.body[at].text:
        return
    first = found.body[at]
    found.dateline = opening[1] if opening and blocks[opening[0]] is first else dateline.find(first.text)
    if found.dateline:
        end = found.dateline.end
        found.cuts.append(Cut(text.count("\n", 0, first.start) + 1, "dateline", first.text[:end].strip()))
        found.body[at] = first.after(end)


def _line_of(cut: Cut) -> int:
    return cut.line
