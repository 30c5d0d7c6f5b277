"""A Markdown file in, an Article out: the words of its paragraphs, lists and quotations, each traced back to the file.

Not part of the body: headings (they are cut, but stop-headings end the article), code, tables, comments, HTML tags, images,
footnote marks and link addresses. Of a link, of emphasis and of an escape the words stay, so a sentence quotes exactly from the file
wherever no such mark intervenes. A line break inside a paragraph stays a line break.
"""

from __future__ import annotations

import re
from typing import Final

from generator.config import Config
from generator.errors import Problem
from generator.model import Article
from generator.read import front_matter
from generator.read.article import Facts, Source, build
from generator.read.blocks import Block
from generator.read.decoding import decode
from generator.read.inline import plain
from generator.read.limits import check_lines

# Anything at the start of a line that could make it other than a plain paragraph.
_MARKED: Final = re.compile(r"\n(?:[#>|<~`\t+=-]|[*] |    | {1,3}[#>|<~`*+-]|\d{1,9}[.)] |\[[^\]\n]{1,200}\]:|[*_] ?[*_] ?[*_])|<!--")
_PARAGRAPH: Final = re.compile(r"[^\s][^\n]*(?:\n[ \t]*[^\s][^\n]*)*")
_HEADING: Final = re.compile(r" {0,3}(?P<marks>#{1,6})(?:[ \t]+(?P<text>.*?))?(?:[ \t]+#+)?[ \t]*$")
_FENCE: Final = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})")
_RULE: Final = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_UNDER: Final = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_MARKER: Final = re.compile(r"[ \t]*(?:>[ \t]?|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,9}[.)][ \t]+)")
_REFERENCE: Final = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S*")
_TAG_LINE: Final = re.compile(r" {0,3}</?[A-Za-z][^<>]{0,1000}>[ \t]*$|[ \t]*</?[A-Za-z][\w-]*[^<>]{0,1000}$")
_TABLE: Final = re.compile(r"[ \t]*\|.*\|[ \t]*$|[ \t]*:?-{2,}:?[ \t]*\|[-:| \t]*$")


def read(data: bytes, path: str, config: Config) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Read one Markdown file."""
    source = Source(decode(data, path), path, config)
    check_lines(source.text, path)
    front = front_matter.read(source.text, path)
    blocks = paragraphs(source.text, front.end)
    facts = Facts(titled=not front.present, loose=not front.present)
    title = next((number for number, block in enumerate(blocks[:6]) if block.rule == "heading 1"), None)
    if title is not None and "title" not in front.values:
        facts.title = " ".join(blocks[title].text.split()) or None
    for block in blocks:
        if block.rule.startswith("heading"):
            block.rule = "heading"
    article, problems = build(source, blocks, front, facts)
    return (article,), problems


def paragraphs(text: str, start: int = 0) -> list[Block]:
    """Divide Markdown from `start` on into blocks of words."""
    marked = _MARKED.search(text, max(0, start - 1)) or (None if start else _MARKED.search("\n" + text[:1000]))
    if marked is None and "\r" not in text:
        return [plain(Block(m[0].rstrip(), m.start())) for m in _PARAGRAPH.finditer(text, start)]
    return _Scanner(text, start).blocks()


class _Scanner:
    """A pass over the lines of a Markdown text; collects the lines of a paragraph until something else begins."""

    def __init__(self, text: str, start: int) -> None:
        self.text, self.start = text, start
        self.found: list[Block] = []
        self.open: list[tuple[str, int]] = []
        self.fence = ""
        self.code: tuple[int, int] | None = None

    def blocks(self) -> list[Block]:
        """All blocks, in order."""
        at = self.start
        comment = False
        for row in self.text[self.start :].split("\n"):
            line = row.rstrip("\r")
            if comment or "<!--" in line:
                comment = self._comment(line, at, comment)
            else:
                self._line(line, at)
            at += len(row) + 1
        self._close()
        return [plain(block) if not block.rule or block.rule.startswith("heading") else block for block in self.found]

    def _comment(self, line: str, at: int, inside: bool) -> bool:
        """Take comments out of a line, and tell whether one goes on; what stands around them is read."""
        kept, position = [], 0
        while True:
            if inside:
                end = line.find("-->", position)
                if end < 0:
                    break
                inside, position = False, end + 3
            opening = line.find("<!--", position)
            piece = line[position:] if opening < 0 else line[position:opening]
            if piece.strip():
                kept.append((piece, at + position))
            if opening < 0:
                break
            self.found += [] if self.open else [Block(line[opening : opening + 200], at + opening, None, True, "comment")]
            if self.text.find("-->", at + opening) < 0:
                break
            inside, position = True, opening + 4
        for piece, where in kept:
            self._line(piece, where)
        if not kept and not inside and not line.strip():
            self._close()
        return inside

    def _line(self, line: str, at: int) -> None:
        """Read one line."""
        if self.fence:
            self._in_code(line, at)
            return
        words = line.strip()
        if not words:
            self._close()
            return
        first = words[0]
        if first in "#`~*-_=|<[:" and self._special(line, at):
            return
        if not self.open and (line.startswith(("    ", "\t"))) and not (self.found and self.found[-1].rule == "item"):
            self._cut(line, at, "code")
            return
        self._words(line, at)

    def _special(self, line: str, at: int) -> bool:
        """Read a line that is a mark of its own: heading, rule, fence, table, tag, reference."""
        heading = _HEADING.match(line)
        if heading:
            self._close()
            text = heading["text"] or ""
            self.found.append(Block(text, at + (heading.start("text") if text else 0), None, True, f"heading {len(heading['marks'])}"))
            return True
        if self.open and _UNDER.match(line) and not line.lstrip().startswith("- "):
            level = 1 if "=" in line else 2
            self._close(f"heading {level}")
            return True
        fence = _FENCE.match(line)
        if fence:
            self._close()
            self.fence = fence["fence"]
            self._cut(line, at, "code")
            return True
        if _RULE.match(line):
            self._close()
            return True
        rule = "table" if _TABLE.match(line) else "reference" if _REFERENCE.match(line) and not self.open else ""
        if not rule and _TAG_LINE.match(line):
            rule = "tag"
        if rule:
            self._close()
            self._cut(line, at, rule)
        return bool(rule)

    def _in_code(self, line: str, at: int) -> None:
        words = line.strip()
        if words.startswith(self.fence) and not words.strip(self.fence[0]):
            self.fence = ""
        self._cut(line, at, "code")

    def _cut(self, line: str, at: int, rule: str) -> None:
        self.found.append(Block(line.strip(), at + len(line) - len(line.lstrip()), None, True, rule))

    def _words(self, line: str, at: int) -> None:
        """Add a line of words to the open paragraph; a list mark or the start of a quotation opens a new one."""
        position = 0
        for _ in range(20):
            marker = _MARKER.match(line, position)
            if marker is None:
                break
            if not (marker[0].strip() == ">" and self.open and self.open[0][0] == ">"):
                self._close()
            if marker[0].strip() == ">":
                self.open = self.open or [(">", -1)]
            position = marker.end()
        piece = line[position:]
        words = piece.strip()
        if words:
            self.open.append((words, at + position + piece.index(words[0])))
        elif self.open and self.open[0][0] == ">":
            self._close()

    def _close(self, rule: str = "") -> None:
        """End the open paragraph."""
        lines = [line for line in self.open if line[1] >= 0]
        self.open = []
        if not lines:
            return
        start, end = lines[0][1], lines[-1][1] + len(lines[-1][0])
        joined = "\n".join(words for words, _ in lines)
        if joined == self.text[start:end]:
            self.found.append(Block(joined, start, None, True, rule))
            return
        spans, at = [], 0
        for words, where in lines:
            spans.append((at, where, len(words)))
            at += len(words) + 1
        self.found.append(Block(joined, start, tuple(spans), True, rule))
