"""One line of an article in, the name of the rule that knows it out.

Every pattern must match the whole line, in any case of letters, after white space and list marks are gone. The tables are in
`furniture` (lines that go wherever they stand) and in `headings` (what divides a page, and what stands above the first paragraph).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from generator.read.furniture import CREDITS, DROPS, LABELS
from generator.read.headings import BOXES, COMMENT_SIGNS, COMMENTS, ENCLOSED, HEAD, MAYBE_COMMENTS, SECTION, STOPS
from generator.read.words import words

BYLINE: Final = re.compile(
    r"(?P<label>(?i:(?:written |reported |story |words )?by|von|par|por|di"
    r"|door)[:\s]\s?)?(?P<names>[^\W\d_][\w.'’-]*(?: (?:[^\W\d_][\w.'’-]*|de|van|von|al|bin)){0,4}"
    r"(?:(?:,| and| &| und| et) [^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,4}){0,4}?)"
    r"(?P<role>\s?[,|/•·(–-]+\s?.{0,30}?(?i:staff|writer|correspondent|reporter|editor|reuters|associated press|\bap\b|afp"
    r"|contributor|in [A-Z]\w+)[\w ,]{0,40}\)?)?\s?[|•·,–-]?"
)


def _table(rules: Mapping[str, str]) -> re.Pattern[str]:
    body = "|".join(f"(?P<{name.replace('-', '_')}>{pattern})" for name, pattern in rules.items())
    return re.compile(rf"(?:{body})", re.IGNORECASE)


_DROP: Final = _table(DROPS)
_LABEL: Final = _table(LABELS)
_COMMENTS: Final = re.compile(COMMENTS, re.IGNORECASE)
_MAYBE_COMMENTS: Final = re.compile(rf"(?:{MAYBE_COMMENTS})[.:!?…]*", re.IGNORECASE)
_COMMENT_SIGN: Final = re.compile(rf"{COMMENT_SIGNS}[.:!…]*", re.IGNORECASE)
_OF_AUTHOR: Final = re.compile(
    r"(?i)^(?:[\w.'’-]+ ){2,5}?(?:is|was) (?:an? |the |our )(?:[\w'’-]+ ){0,6}?(?:writer|reporter|correspondent|editor|columnist"
    r"|journalist|author|contributor"
    r"|fellow|professor)\b|^(?:[\w.'’-]+ ){2,5}?(?:reports on|covers|writes (?:about|on|for)|reported from|joined)\b"
)
_BOX: Final = re.compile(rf"(?:{BOXES})[.:!…»>]*", re.IGNORECASE)
_END_MARK: Final = re.compile(r"#(?: ?#){2}|-? ?30 ?-|-? ?ends? ?-|(?-i:ENDS|Ends)", re.IGNORECASE)
_ENCLOSED: Final = tuple((re.compile(opening, re.IGNORECASE), re.compile(end, re.IGNORECASE)) for opening, end in ENCLOSED)
_ABOUT: Final = re.compile(r"(?:About|ABOUT) (?:the )?[A-ZÀ-Þ][\w&.'’-]*(?: (?:[A-ZÀ-Þ][\w&.'’-]*|of|and|the|for|&)){0,5}:?")
_SECTION: Final = re.compile(
    rf"{SECTION}(?:\s*[|/>»·•›]\s*[\w&’' -]{{2,30}}){{0,4}}|[\w&]+(?: [\w&]+)?(?:\s*[|>»›]\s*[\w&]+(?: [\w&]+){{0,2}}){{1,4}}",
    re.IGNORECASE,
)
_CREDIT: Final = _table(CREDITS)
_HEAD: Final = _table(HEAD)
_STOP: Final = re.compile(rf"(?:{STOPS})[.:!…»>]*", re.IGNORECASE)
_CORRECTION: Final = re.compile(DROPS["correction"], re.IGNORECASE | re.DOTALL)
# A caption of several sentences ends with its credit: "(AP Photo/Ada Holt, File)", "Ada Holt/Getty Images".
_LONG_CREDIT: Final = re.compile(
    r"\((?:AP Photo|Photo|Image|Picture|Handout)\b[^()]{0,60}\)\.?$|\([^()]{2,50}/(?:AP|AFP|Reuters|Getty Images|EPA"
    r"|Shutterstock)\b[^()]{0,30}\)\.?$"
    r"|(?:\b(?:REUTERS|AFP|AP Photo|EPA)/|/(?:AFP/)?Getty Images$)[\w .'’-]{0,40}$"
)
_LONG_CAPTION: Final = 600
_LAST: Final = 90
_MARKS: Final = " \t-–—*•·|▼▲►▸♦◆■●"
_LONG_STARTS: Final = tuple("CcEeTtAaNn*[(_—–")
# A line that ends like a sentence and has seven words or more is furniture only if it says one of these words.
_SUSPECTS: Final = frozenset(
    word + end
    for word in words(
        "cookie cookies newsletter newsletters subscribe subscriber subscribers reserved copyright © (c) photo photos "
        "image images picture pictures credit credits courtesy getty version correction clarification corrected corrects "
        "amended clarified updated modified misstated misspelled incorrectly mistakenly wrongly contributed reporting "
        "editing compiled written continue continues sign click share tweet follow articles read reading listen watch "
        "video audio privacy journalism thank comment comments note register download app tip tips material browser "
        "agree terms inbox opinion appeared post shared times viewed below full original article story essay edition edited syndicated "
        "feed inputs agencies "
        "reached e-mail email emails unsubscribe preferences mailing "
        "trouble licensing files translated writers journalists reporters inbox "
        "access alerts via ap afp reuters supporter member"
    )
    for end in ("", ".", ",", ":", ")", "!")
)
SHORT: Final = 180
_BOX_LINES: Final = 60
_ENCLOSED_STARTS: Final = ("l", "L", "s", "S")
_ENCLOSED_ENDS: Final = ("a", "A", "e", "E")
LONG: Final = 80
_ENDS: Final = (".", "!", "?", "…")
_CLOSERS: Final = "\"'”’)]"


def like_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    return line[-1:] in _ENDS or line[-6:].rstrip(_CLOSERS)[-1:] in _ENDS


def long_paragraph(line: str) -> bool:
    """Tell whether a line is at least 80 characters long and ends as a sentence does."""
    return len(line) >= LONG and like_sentence(line)


def drop(line: str) -> str | None:
    """Name the rule that keeps this line out of any article, wherever it stands."""
    if len(line) > SHORT:
        if line.startswith(_LONG_STARTS) and _CORRECTION.fullmatch(line[:1000]):
            return "correction"
        tail = line[-_LAST:] if len(line) <= _LONG_CAPTION else ""
        return "credit" if ("(" in tail or "/" in tail) and _LONG_CREDIT.search(line, len(line) - _LAST) else None
    if line.count(" ") > 5 and like_sentence(line):
        low = line.lower()
        if "@" not in low and "/" not in line[:4] and _SUSPECTS.isdisjoint(low.replace("(", " ").split()):
            return None
    return _furniture(line)


@lru_cache(maxsize=4096)
def _furniture(line: str) -> str | None:
    """Look a line up in the tables; the same buttons stand on all pages of an outlet, so answers are kept."""
    plain = line.strip(_MARKS)
    if plain[:1] in ("(", "[") and plain[-1:] in (")", "]"):
        plain = plain[1:-1].strip(".… ")
    m = _DROP.fullmatch(plain.rstrip(".,:!…") if plain else line)
    if m is None and not like_sentence(line):
        m = _LABEL.fullmatch(line)
    if m:
        return str(m.lastgroup).replace("_", "-")
    return "credit" if _CREDIT.fullmatch(line) else None


def stop(line: str) -> bool:
    """Tell whether this line is a heading after which something else than the article follows."""
    return (len(line) <= 60 and line.count(" ") < 6 and _ends_article(line)) or comments(line) == "sure"


def comments(line: str) -> str:
    """Tell whether a line heads what readers wrote: "sure" ("3 thoughts on ..."), "maybe" ("Join the conversation") or ""."""
    if line[:1].isdigit() and _COMMENTS.fullmatch(line[:SHORT]):
        return "sure"
    return "maybe" if len(line) <= 40 and _MAYBE_COMMENTS.fullmatch(line) else ""


def comment_sign(line: str) -> bool:
    """Tell whether a line stands around a reader's comment: "Reply", "Olaf says:", "olaf81 11 years ago"."""
    return len(line) <= 80 and _COMMENT_SIGN.fullmatch(line) is not None


def end_mark(line: str) -> bool:
    """Tell whether a press release ends here: "###", "- ENDS -"."""
    return len(line) <= 12 and _END_MARK.fullmatch(line) is not None


def about(line: str) -> bool:
    """Tell whether a line heads what a company says of itself."""
    return len(line) <= 60 and _ABOUT.fullmatch(line) is not None


def box(line: str) -> bool:
    """Tell whether a heading mostly opens a box inside an article: "READ MORE ON STORMS", "Lesen Sie auch"."""
    return len(line) <= 60 and _BOX.fullmatch(line) is not None


def of_author(line: str) -> bool:
    """Tell whether a line that begins with the author's name says who that is: "Anna Berg is a staff writer."."""
    return len(line) <= 300 and _OF_AUTHOR.search(line) is not None


def enclosed(lines: Sequence[str], number: int) -> int:
    """How many lines follow this one up to the end of the box that it opens: "list of 2 items" ... "end of list"; 0 where none ends."""
    line = lines[number]
    if line[:1] not in _ENCLOSED_STARTS or len(line) > SHORT:
        return 0
    ends = {end for opening, end in _ENCLOSED if opening.fullmatch(line)}
    for other in range(number + 1, min(len(lines), number + _BOX_LINES)) if ends else ():
        if lines[other][:1] in _ENCLOSED_ENDS and not ends.isdisjoint(_closes(lines[other])):
            return other - number
    return 0


@lru_cache(maxsize=4096)
def _closes(line: str) -> tuple[re.Pattern[str], ...]:
    """The ends of boxes that a line is; each of many openings above it asks."""
    return tuple(end for _, end in _ENCLOSED if len(line) <= SHORT and end.fullmatch(line.rstrip(".")))


def section(line: str) -> bool:
    """Tell whether a line above the headline only says what kind of page it is: "News | Politics", "PRESS RELEASE"."""
    return len(line) <= 60 and (_SECTION.fullmatch(line.strip(" :|")) is not None or head(line) in ("release", "agency"))


@lru_cache(maxsize=4096)
def _ends_article(line: str) -> bool:
    return _STOP.fullmatch(line) is not None or _ABOUT.fullmatch(line) is not None


def head(line: str) -> str | None:
    """Name the rule that keeps this line, standing above the first paragraph, out of the body."""
    m = _HEAD.fullmatch(line) if len(line) <= SHORT else None
    return m.lastgroup if m else None
