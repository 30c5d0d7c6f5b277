"""Blocks of a page in, the article out: its head, its body and its tail told apart, every cut logged with line and rule.

HEAD runs from the top to the first paragraph: what stands there is title, standfirst, date, byline, caption or label. BODY
loses a line only to the rules that hold anywhere. TAIL begins at a heading such as "Related Content" after which at most one
long paragraph follows; where more follow, only the lines up to the next long paragraph go.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.model import Cut
from generator.read import dateline, head_lines, headline, line_rules, live
from generator.read.blocks import Block, clean_text
from generator.read.head_lines import date_line

_CAPTION: Final = 160
_HEAD_LINES: Final = 40
# A line that could be a button as well as a heading ("Share this") ends an article only after so many paragraphs, and
# otherwise takes at most so many short lines with it.
_SURE: Final = 3
_BUTTONS: Final = 5
_LONGEST_CUT: Final = 500
_DATED: Final = 8
_LABELS: Final = 6
_LABEL_WORDS: Final = 6
_MAIL_HEAD: Final = 8
_SUBJECT: Final = re.compile(r"(?i)(?:subject|betreff|objet): (?:(?:re|fwd?|aw|wg|tr): )*(?P<title>.{3,200})")
_SHORT: Final = 60
_BY: Final = re.compile(r"(?:By|BY|Von|Par|Por) ")
_PREFIX: Final = re.compile(r"(?i)(?:press|media|news) (?:release|advisory|statement)\s?[:|–-]+\s*|for immediate release\s?[:|–-]+\s*")
_FEW: Final = 5
_MANY: Final = 8
_BULLETS: Final = ("* ", "• ", "- ", "– ", "· ")
_PUBLISHED: Final = re.compile(r"(?:First |Originally )?[Pp]ublished\b")
# Lines between a standfirst and the date, a name and the date; how far comments and lists are looked ahead for.
_FAR: Final = 9
_CLOSE: Final = 3
_COMMENTS: Final = 12
_LIST: Final = 60


@dataclass(slots=True)
class Prose:
    """What the line rules made of a page."""

    title: str | None = None
    deck: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    dates: list[tuple[str, str]] = field(default_factory=list)  # ("published" or "updated", words)
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


@dataclass(slots=True)
class _Box:
    """How many more lines go after a stop-heading: to the end if `whole`, else to the next paragraph; `unsure` spares sentences."""

    left: int = 0
    whole: bool = False
    unsure: bool = False


class _Sorter:
    """One pass over the blocks of one page; holds what was found so far."""

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
        self.found.cuts.append(Cut(self._line_number(self.blocks[number].start), rule, self.lines[number][:_LONGEST_CUT]))

    def _line_number(self, offset: int) -> int:
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

    # --- head ---------------------------------------------------------------------------------------------------------

    def head(self) -> int:
        """Sort the lines above the first paragraph; the number of the first body block."""
        at = self._title()
        labels: list[int] = []
        contact = False
        last = min(len(self.blocks), at + _HEAD_LINES)
        first = self._first_paragraph(at, last)
        if first is None:
            return at
        self.heads = self.lines[:first]
        for number in range(at, first):
            contact = headline.contact(self.lines[number]) or (contact and not self.blocks[number].gap)
            rule = "contact" if contact else self._head_rule(number, first)
            if rule in ("live-stamp", "date"):
                self._marked(number)
            if rule == "date" and self.loose:
                self._cut_labels(labels)
            if rule == "label":
                labels.append(number)
            else:
                self.cut(number, rule)
        if len(labels) > _LABELS or (labels and not self.loose):
            self.spared = frozenset(range(labels[0], first)).difference(labels)
            return labels[0]
        self._cut_labels(labels)
        return first

    def _cut_labels(self, labels: list[int]) -> None:
        for number in labels:
            self.cut(number, "label")
        labels.clear()

    def _title(self) -> int:
        """Take the title line off the top, if there is one; the number of the block after it."""
        if self.options.title is not None:
            return self._known_title(self.options.title)
        if not self.options.titled or self._subject() or self._field():
            return 0
        found = headline.find(self.lines, self.blocks, self.options.keep)
        if found is None:
            return 0
        self.found.title, self.found.publisher = without_kind(self.lines[found.number]), found.publisher
        for number in range(found.number):
            self.cut(number, self._above(number))
        self.cut(found.number, "title")
        return found.number + 1

    def _field(self) -> bool:
        """Take the title that a record names: "Headline: ..."."""
        told = next((said[1] for said in map(head_lines.field, self.lines[:_MAIL_HEAD]) if said and said[0] == "title"), None)
        self.found.title = told
        return told is not None

    def _known_title(self, title: str) -> int:
        """Take the line that repeats a title known from elsewhere off the top."""
        at = 0
        while at < min(_MAIL_HEAD, len(self.blocks)) and self.blocks[at].rule != "heading" and self._skippable(at):
            at += 1
        if at < len(self.blocks) and _same(self.lines[at], title):
            self.cut(at, "title")
            return at + 1
        return 0

    def _above(self, number: int) -> str:
        """Name the rule for a line above the title; a date there is often that of the day on which the page was seen."""
        line = self.lines[number]
        found = head_lines.read(line)
        if found is not None:
            self.found.dates += [("above", words) for kind, words in found.dates if kind != "updated"]
            return "date"
        known = self.blocks[number].rule or line_rules.drop(line) or line_rules.head(line)
        return known or ("masthead" if line == self.found.publisher else "label")

    def _subject(self) -> bool:
        """Take the title of a mail that was pasted with its head."""
        head = [line for line in self.lines[:_MAIL_HEAD] if line_rules.drop(line) == "mail-head"]
        m = next((m for m in map(_SUBJECT.match, head) if m), None) if len(head) > 1 else None
        if m is not None:
            self.found.title = m["title"]
        return m is not None

    def _skippable(self, number: int) -> bool:
        line = self.lines[number]
        return (line_rules.drop(line) is not None or line_rules.stop(line)) and self.wanted(number) != "keep"

    def _first_paragraph(self, at: int, last: int) -> int | None:
        """The number of the block that opens the body: the first sentence that is no standfirst; None where none is."""
        for number in range(at, last):
            line = self.lines[number]
            if self.wanted(number) == "keep":
                return number
            if self.blocks[number].rule or len(line) < 12 or number < self.dated or self.wanted(number) == "drop":
                continue
            if self._dates(line):
                continue
            found = dateline.find(self.blocks[number].text)
            if found:
                self.opening = number, found
                self.release = self.release or "/" in self.blocks[number].text[: found.end]
                return number
            words = line.count(" ") + 1
            if not _opens(line, words) or (line.isupper() and len(line) <= _CAPTION):
                continue
            if line_rules.drop(line) or self._caption(number) or self._standfirst(number, last) or self._before_dateline(number, last):
                continue
            return number
        return None

    def _standfirst(self, number: int, last: int) -> bool:
        """Tell whether a sentence stands between title and date: no date before it, one soon after, then more sentences."""
        if not self.loose or self.found.title is None or self.found.deck or len(self.lines[number]) > 400:
            return False
        if any(map(self._dates, self.lines[:number])):
            return False
        told = 0  # sentences between: captions
        for other in range(number + 1, min(last, number + _FAR)):
            line = self.lines[other]
            if self._dates(line):
                self.found.deck, self.dated = self.lines[number], other
                return True
            if line_rules.drop(line) is None:
                told += line_rules.like_sentence(line)
            if told > 1 or (line_rules.long_paragraph(line) and line_rules.drop(line) is None):
                return False
        return False

    def _before_dateline(self, number: int, last: int) -> bool:
        """Tell whether a sentence is a standfirst because the report itself opens soon after it, with its dateline."""
        if not self.loose or self.found.title is None or self.found.deck or len(self.lines[number]) > 400:
            return False
        for other in range(number + 1, min(last, number + _CLOSE)):
            opening = dateline.find(self.blocks[other].text)
            if opening and (opening.agency or opening.month) and not self.blocks[other].rule:
                self.found.deck, self.dated = self.lines[number], other
                return True
        return False

    def _dates(self, line: str) -> head_lines.HeadLine | None:
        """The dates of a line in the head; once the headline is known, names without "by" and labels may stand beside them."""
        return head_lines.read(line, self.found.title is not None)

    def _head_rule(self, number: int, first: int) -> str:
        """Name the rule for a line above the first paragraph; "label" for a short line that no rule knows."""
        line = self.lines[number]
        if self.wanted(number) == "drop":
            return "drop_lines"
        if self.blocks[number].rule:
            return self.blocks[number].rule
        if line == self.found.deck:
            return "standfirst"
        date = self._dates(line)
        if date:
            self.found.dates += date.dates
            self.found.authors += date.authors
            return "date"
        if head_lines.yearless(line):
            return "date"
        said = head_lines.field(line)
        if said is not None:
            return self._said(*said)
        rule = line_rules.drop(line) or line_rules.head(line)
        if rule:
            return rule
        if self._byline(number, first):
            self.named = number
            return "byline"
        if self._caption(number) or (number < self.dated and line_rules.like_sentence(line)):
            return "caption"
        if line_rules.stop(line):
            return "stop-heading"
        if line.startswith(_BULLETS):
            return "highlights" if self.loose else "label"
        if self.loose and not self.found.deck and self.found.title and line.count(" ") >= _LABEL_WORDS and number < first:
            self.found.deck = line
            return "standfirst"
        return "label"

    def _said(self, key: str, value: str) -> str:
        """Keep what a line of a record says."""
        if key == "author":
            self.found.authors += head_lines.names(head_lines.signed(value) or value)
        elif key == "publisher":
            self.found.publisher = self.found.publisher or value
        return "title" if key == "title" else "record"

    def _byline(self, number: int, first: int) -> bool:
        """Tell whether a line names who wrote the article: signed, or a name close to the date, or the role below a name."""
        line = self.lines[number]
        if self.named == number - 1 and head_lines.role(line):
            return True
        names = head_lines.signed(line)
        if names is None and self.found.title is not None and line != self.found.title and self._signs(number, first):
            names = head_lines.unsigned(line)
        if names is None:
            return False
        self.found.authors += head_lines.names(names)
        return True

    def _signs(self, number: int, first: int) -> bool:
        """Tell whether a name on a line would be the writer's: no credit follows, but a role or a date close by."""
        following = self.lines[number + 1 : min(first, number + 1 + _CLOSE)]
        if following and line_rules.drop(following[0]) == "credit":
            return False
        if following and head_lines.role(following[0]):
            return True
        return any(map(self._dates, (*self.lines[max(0, number - _CLOSE) : number], *following)))

    def _caption(self, number: int) -> bool:
        """Tell whether a line is a caption: short, and beside a credit, close to it where it ends like a sentence."""
        line = self.lines[number]
        if len(line) > _CAPTION:
            return False
        ends = line_rules.like_sentence(line)
        for other in (number + 1, number - 1):
            if not 0 <= other < len(self.lines) or line_rules.drop(self.lines[other]) != "credit":
                continue
            if not ends or (other > number and not self.blocks[other].gap):
                return True
        return False

    # --- body and tail --------------------------------------------------------------------------------------------------

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
                self._marked(number)
            if rule:
                self.cut(number, rule)
            else:
                self.found.body.append(self.blocks[number])

    def _marked(self, number: int) -> None:
        """Note a stamp; of those above the first paragraph the last one may date it."""
        mark = live.Mark(len(self.found.body), self.blocks[number].stamp or self.lines[number])
        if not self.found.body:
            self.marks.clear()
        self.marks.append(mark)

    def posts(self) -> None:
        """In a live blog, take the stamps that stand in the body out of it, and note where each post begins."""
        said = self.options.live or live.says_live(self.found.title, self.found.deck, *self.heads)
        blog = live.separate(self.found.body, self.marks, said)
        if blog is not None:
            self.found.body, self.found.marks = blog.body, blog.marks
            self.found.cuts += [Cut(self._line_number(start), "live-stamp", words) for start, words in blog.cuts]

    def _stopped(self, number: int) -> _Box:
        """How much goes after a stop-heading: all, or where two long paragraphs follow, what stands before the first of them.

        After a line that could be a button as well as a heading ("Share this") less goes.
        """
        line = self.lines[number]
        if line_rules.list_box(line):
            return _Box(self._list_end(number), whole=True)
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

    def _list_end(self, number: int) -> int:
        """How many lines a list goes on that is read aloud, up to "end of list"; none where that is missing."""
        for other in range(number + 1, min(len(self.lines), number + _LIST)):
            if self.lines[other].lower() == "end of list":
                return other - number
        return 0

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
            if self.found.body and (line_rules.stop(line) or self._commenter(number)):
                return "stop-heading"
            rule = block.rule or rule
            if rule == "updated":
                self.found.dates += [pair for pair in date_line(line) if pair[0] == "updated"]
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
        if len(self.found.body) <= _CLOSE and len(line) <= _SHORT and _BY.match(line) and (names := head_lines.signed(line)):
            self.found.authors = self.found.authors or head_lines.names(names)
            return "byline"
        return "author-note" if any(line.startswith(f"{name} ") for name in self.found.authors) and line_rules.of_author(line) else None

    def _longs_after(self) -> list[int]:
        """For each block, how many long paragraphs there are from it on."""
        counts = [0] * (len(self.blocks) + 1)
        for number in range(len(self.blocks) - 1, -1, -1):
            long = not self.blocks[number].rule and line_rules.long_paragraph(self.lines[number])
            counts[number] = counts[number + 1] + long
        return counts


def without_kind(title: str) -> str:
    """A title without "PRESS RELEASE:" before it."""
    m = _PREFIX.match(title)
    return title[m.end() :] if m and len(title) > m.end() + _SHORT // 6 else title


def sort_out(blocks: Sequence[Block], text: str, options: Options) -> Prose:
    """Tell the article from what stands around it; `text` is the file as decoded, for line numbers."""
    sorter = _Sorter(blocks, text, options)
    sorter.rest(sorter.head())
    sorter.posts()
    found = sorter.found
    _undated(found, sorter.opening, blocks, text)
    found.cuts.sort(key=_line_of)
    return found


def _opens(line: str, words: int) -> bool:
    """Tell whether a line reads like the first paragraph: a sentence, words that lead to a list or a quotation, or very many."""
    return (line_rules.like_sentence(line) and words >= _FEW) or (line.endswith(":") and words >= _MANY) or len(line) > line_rules.SHORT


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


def _same(line: str, title: str) -> bool:
    return clean_text(Block(line, 0)).casefold().strip(" .") == " ".join(title.split()).casefold().strip(" .")
