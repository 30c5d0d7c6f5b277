"""A sheet of lines in, the number of its first paragraph out: the lines above it are sorted, each by its rule.

Above the first paragraph stand title, standfirst, date, byline, captions and labels. What a page says of itself elsewhere
(its title, say) is known before.
"""

from __future__ import annotations

import re
from typing import Final

from generator.read import dateline, head_lines, headline, line_rules, live
from generator.read.blocks import Block, clean_text
from generator.read.sheet import Sheet

_CAPTION: Final = 160
_HEAD_LINES: Final = 40
_LABELS: Final = 6
_LABEL_WORDS: Final = 6
_MAIL_HEAD: Final = 8
_SUBJECT: Final = re.compile(r"(?i)(?:subject|betreff|objet): (?:(?:re|fwd?|aw|wg|tr): )*(?P<title>.{3,200})")
_SHORT: Final = 60
_BARS: Final = re.compile(r" (?:\||[-–—]) ")
_PREFIX: Final = re.compile(r"(?i)(?:press|media|news) (?:release|advisory|statement)\s?[:|–-]+\s*|for immediate release\s?[:|–-]+\s*")
_SURE: Final = ("dated", "published", "as of")
_FEW: Final = 5
_MANY: Final = 8
_BULLETS: Final = ("* ", "• ", "- ", "– ", "· ")
# Lines between a standfirst and the date, a name and the date.
_FAR: Final = 9
_CLOSE: Final = 3


class Head(Sheet):
    """The pass over the lines above the first paragraph."""

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
                self.marked(number)
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
        title, days = apart(self.lines[found.number])
        self.found.title, self.found.publisher = without_kind(title), found.publisher
        self.found.dates += days
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
        behind = headline.behind_title(self.lines, number)
        found = head_lines.read(behind or line) or (head_lines.beside(line) if self.loose else None)
        if found is not None:
            self.found.dates += [("above" if kind in _SURE else kind, words) for kind, words in found.dates]
            return "date"
        if behind:
            return "masthead"
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
            if self.dates(line):
                continue
            if live.opens(self.blocks, number):
                return number
            found = dateline.find(self.blocks[number].text)
            if found and (found.place or line_rules.like_sentence(line)):
                self.opening = number, found
                self.release = self.release or "/" in self.blocks[number].text[: found.end]
                return number
            words = line.count(" ") + 1
            if not _opens(line, words) or (line.isupper() and len(line) <= _CAPTION):
                continue
            if line_rules.drop(line) or self._caption(number) or self._standfirst(number, last) or self._before_dateline(number, last):
                continue
            return number
        return self._short_sentence(at, last)

    def _short_sentence(self, at: int, last: int) -> int | None:
        """The first sentence below the date, where none is long enough to be told from a caption otherwise."""
        dated = False
        for number in range(at, last):
            line = self.lines[number]
            if self.dates(line):
                dated = True
            elif dated and line_rules.like_sentence(line) and not self.blocks[number].rule and line_rules.drop(line) is None:
                return number
        return None

    def _standfirst(self, number: int, last: int) -> bool:
        """Tell whether a sentence stands between title and date: no date before it, one soon after, then more sentences."""
        if not self.loose or self.found.title is None or self.found.deck or len(self.lines[number]) > 400:
            return False
        if any(map(self.dates, self.lines[:number])):
            return False
        told = 0  # sentences between: captions
        for other in range(number + 1, min(last, number + _FAR)):
            line = self.lines[other]
            if self.dates(line):
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

    def dates(self, line: str) -> head_lines.HeadLine | None:
        """The dates of a line in the head; once the headline is known, names without "by" and labels may stand beside them."""
        titled = self.found.title is not None
        return head_lines.read(line, titled) or (head_lines.beside(line) if titled and self.loose else None)

    def _head_rule(self, number: int, first: int) -> str:
        """Name the rule for a line above the first paragraph; "label" for a short line that no rule knows."""
        line = self.lines[number]
        if self.wanted(number) == "drop":
            return "drop_lines"
        if self.blocks[number].rule:
            return self.blocks[number].rule
        if line == self.found.deck:
            return "standfirst"
        date = self.dates(line)
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
        return any(map(self.dates, (*self.lines[max(0, number - _CLOSE) : number], *following)))

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


def without_kind(title: str) -> str:
    """A title without "PRESS RELEASE:" before it."""
    m = _PREFIX.match(title)
    return title[m.end() :] if m and len(title) > m.end() + _SHORT // 6 else title


def apart(line: str) -> tuple[str, list[tuple[str, str]]]:
    """A page's title, and the day at its end: "Bridge opens | News | Harbour Radio | 05.06.2013" gives what stands before the bars."""
    parts = _BARS.split(line)
    told = head_lines.date_line(parts[-1]) if len(parts) > 1 and parts[0].count(" ") > 1 else []
    return (parts[0].strip(), [("above", words) for _, words in told]) if told else (line, [])


def _opens(line: str, words: int) -> bool:
    """Tell whether a line reads like the first paragraph: a sentence, words that lead to a list or a quotation, or very many."""
    return (line_rules.like_sentence(line) and words >= _FEW) or (line.endswith(":") and words >= _MANY) or len(line) > line_rules.SHORT


def _same(line: str, title: str) -> bool:
    return clean_text(Block(line, 0)).casefold().strip(" .") == " ".join(title.split()).casefold().strip(" .")
