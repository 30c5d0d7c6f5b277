"""The lines at the top of a pasted page in, the number of its headline out: no masthead, no menu, no section, no date.

The first line that could be a headline is one, unless it is weak (a single word, the name of an outlet) or a menu follows it; then
the next one counts. A paragraph ends the search, and so does a date or a byline below a headline that is not weak.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from generator.read import dateline, head_lines, line_rules
from generator.read.blocks import Block
from generator.read.words import words

_MOST: Final = 24
_LONGEST: Final = 250
_SENTENCE: Final = 120
_PARAGRAPH: Final = 5  # words
_BETTER: Final = 4
_CONTACT: Final = re.compile(r"(?i)(?:for more information,? )?(?:(?:media|press|news) )?(?:contacts?|enquiries|inquiries)\s?:?")
_MENU: Final = re.compile(
    r"(?i)(?:home|about(?: us)?|archives?|contact(?: us)?|blog|menu|search|subscribe|log ?in|sign ?in|register|my account|e-?paper"
    r"|newsletters?"
    r"|startseite|accueil|inicio|skip to .{1,30}|startseite|menü|suche)|[←«‹].*|.*[→»›]|[\w' -]{2,30}(?:\s[>»›/]\s[\w'& -]{2,40}){1,5}"
)
_RELEASE: Final = re.compile(r"(?i)for (?:immediate|general) (?:release|publication)")
_TABS: Final = re.compile(r"[^\s.]+(?: [^\s.]+)?(?:(?:\t|\s{2,})[^\s.]+(?: [^\s.]+)?)+")
_DOMAIN: Final = re.compile(r"(?i)(?:www\.)?[a-z0-9-]{2,30}(?:\.[a-z]{2,6}){1,2}")
_NUMBER: Final = re.compile(r"\W*\d*\W*")
_OUTLETS: Final = words(
    "courier times post herald tribune gazette mercury journal chronicle star sun echo mirror express mail telegraph observer guardian "
    "independent news nachrichten zeitung tageblatt kurier anzeiger rundschau today daily weekly dispatch bulletin review record sentinel "
    "examiner inquirer enquirer argus advertiser register newswire wire network radio presse globe ledger standard"
)

Kind = Literal["skip", "menu", "release", "head", "paragraph", "headline"]


@dataclass(frozen=True, slots=True)
class Headline:
    """Where the headline stands, and the outlet that is named above it."""

    number: int
    publisher: str | None = None


def find(lines: Sequence[str], blocks: Sequence[Block], kept: Sequence[str] = ()) -> Headline | None:
    """The headline of a page, if there is one; `kept` are beginnings of lines that belong to the text."""
    best: int | None = None
    name: str | None = None
    menu = released = named = False
    for number in range(min(_MOST, len(lines) - 1)):
        line = lines[number]
        named = contact(line) or (named and not blocks[number].gap)
        if kept and line.startswith(tuple(kept)):
            break
        weak = best is not None and _weak(lines[best], lines)
        kind: Kind = "skip" if named else "head" if weak and head_lines.read(line) else _kind(lines, blocks, number)
        if kind == "paragraph" or (kind == "head" and best is not None and not weak and not released):
            break
        released = released or kind == "release"
        menu = menu or released or kind == "menu"
        if kind == "headline" and (best is None or weak or menu) and _better(lines, best, line):
            name = lines[best] if best is not None and outlet(lines[best], lines) else name
            best, menu, released = number, False, False
    return None if best is None else Headline(best, name)


def contact(line: str) -> bool:
    """Tell whether whom to ask is named from this line on, up to the next blank one."""
    return _CONTACT.fullmatch(line) is not None


def behind_title(lines: Sequence[str], number: int) -> str:
    """What a page's title adds to the headline that follows it ("Bridge to close | News | Courier | 06.02.2013"); empty for other lines."""
    line = lines[number]
    for other in lines[number + 1 : number + 1 + _REPEATED]:
        if len(other) > _SHORTEST and line.startswith(other) and line[len(other) :].lstrip()[:1] in _BARS:
            return line[len(other) :].lstrip().lstrip("".join(_BARS)).strip()
    return ""


# So soon a page repeats as its headline what its title says; what is shorter may be the name of a section.
_REPEATED: Final = 3
_SHORTEST: Final = 12
_BARS: Final = ("|", "-", "–", "—", "·")


def _better(lines: Sequence[str], best: int | None, line: str) -> bool:
    """Tell whether a line is the headline rather than the best one so far."""
    if best is None:
        return True
    return head_lines.unsigned(line) is None and (" " not in lines[best] or line.count(" ") > 1)


def _weak(line: str, lines: Sequence[str]) -> bool:
    """Tell whether a line would be the headline only if no other comes: a single word, an outlet, what is skipped elsewhere."""
    return " " not in line or outlet(line, lines)


def outlet(line: str, lines: Sequence[str] = ()) -> bool:
    """Tell whether a line is the name of an outlet: "The Sandholm Courier", or what the page's last lines claim the rights for."""
    parts = line.split()
    if not 2 <= len(parts) <= _PARAGRAPH or not all(part[0].isupper() or part in ("of", "the", "and", "&") for part in parts):
        return False
    low = line.lower()
    if parts[-1].lower() in _OUTLETS or low.startswith(("the times of ", "the voice of ", "journal of ")):
        return True
    return any(low in other.lower() and line_rules.drop(other) == "copyright" for other in lines[-_MOST:])


def _kind(lines: Sequence[str], blocks: Sequence[Block], number: int) -> Kind:
    """What a line at the top of a page is."""
    line, block = lines[number], blocks[number]
    if block.rule.startswith("heading"):
        return "headline"
    if block.rule or _NUMBER.fullmatch(line) or _DOMAIN.fullmatch(line) or behind_title(lines, number):
        return "skip"
    if _RELEASE.fullmatch(line):
        return "release"
    if _MENU.fullmatch(line) or _TABS.fullmatch(line):
        return "menu"
    if line_rules.drop(line) not in (None, "related") or line_rules.section(line) or (line_rules.stop(line) and line.count(" ") < _BETTER):
        return "skip"
    if head_lines.date_line(line) or head_lines.signed(line) or head_lines.yearless(line) or head_lines.field(line):
        return "head"
    if dateline.find(line) and not _filed(line):
        return "head"
    if head_lines.beside(line) and _headline_follows(lines, number):
        return "skip"
    return "headline" if _is_headline(lines, number) else "paragraph" if _is_paragraph(line) else "skip"


def _is_headline(lines: Sequence[str], number: int) -> bool:
    line = lines[number]
    if len(line) > _LONGEST or _filed(line):
        return False
    if not line_rules.like_sentence(line) or line[-1] in "?!…":
        return not line.endswith((",", ";", ":"))
    if len(line) > _SENTENCE:
        return False
    return line.isupper() or any(head_lines.date_line(other) or head_lines.signed(other) for other in lines[number + 1 : number + 3])


def _headline_follows(lines: Sequence[str], number: int) -> bool:
    """Tell whether a line soon after this one is a headline rather: of several words, none of them the writer's name."""
    for at in range(number + 1, min(number + _BETTER, len(lines) - 1)):
        line = lines[at]
        if _is_headline(lines, at) and line.count(" ") >= _BETTER - 1:
            return not (line_rules.drop(line) or head_lines.read(line) or head_lines.beside(line) or head_lines.signed(line))
        if _is_paragraph(line):
            return False
    return False


def _is_paragraph(line: str) -> bool:
    return line.count(" ") + 1 >= _PARAGRAPH or _filed(line)


def _filed(line: str) -> bool:
    """Tell whether a report opens with its dateline; "Jun 3, 2024 - Business" is only the day and the section."""
    found = dateline.find(line)
    return found is not None and (found.place is not None or line_rules.like_sentence(line))
