"""One line from above an article in, the dates and the names that it bears out; nothing where it says anything else.

"Anna Berg in Oslo | Published June 5, 2013 at 7:40 am (updated 3 hours ago)" gives one date and one name. Ages such as
"11 years ago" date nothing, since nobody knows when the page was saved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.read import line_rules, stamps
from generator.read.words import words

LONGEST: Final = 160
_UPDATED: Final = re.compile(
    r"(?i)\b(?:last )?(?:updated|modified|revised|upd|aktualisiert|geändert|überarbeitet|mis(?:e)? à jour|modifié|actualizado|aggiornato)\b"
)
_PUBLISHED: Final = re.compile(
    r"(?i)\b(?:published|posted|first|created|issued|released|sent|publiée?|paru|veröffentlicht|erschienen|publicado|pubblicato)\b"
)
_AS_OF: Final = re.compile(r"(?i)^\W*stand\b")
_DATE_WORDS: Final = re.compile(
    r"(?i)(?:\b(?:first|last|originally|published|publication|posted|date|dated|created|issued|released|updated?|modified|revised"
    r"|upd|print|edition|on|at|am|pm|sent|release|for immediate release|embargoed|until|online"
    r"|page|story|article|web|added|aired|broadcast|local|time|mecca|ksa|hrs?|hours|ago|minutes?|mon|tues?|wed|thu|thurs?|fri|sat|sun|mo|di|mi|do|fr|sa|so|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi"
    r"|vendredi|samedi|dimanche|"
    r"lunes|martes|miércoles|jueves|viernes|sábado|domingo|le|el|am|den|um|uhr|à|a las|gmt|utc|ist|edt|est|et|cet|bst"
    r"|stand|veröffentlicht|erschienen|erstellt|aktualisiert|zuletzt|geändert|überarbeitet|datum|vom|ab"
    r"|publiée?|paru|parue|créé|mise? à jour|modifiée?|publicado|actualizado|pubblicato|aggiornato)\b|[\s,;:"
    r"|/·•()\[\]–—.-])+"
)
_GLUED: Final = re.compile(
    r"(?i)(?<=[\d.m])(?=updated|published|modified)|(?<=[a-z])(?=(?-i:[A-Z](?:[A-Z]{2,8}|[a-z]{2,8}))\.? \d{1,2}, (?:19|20)\d\d)(?=jan"
    r"|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
# The same moment by another clock: "07:40 MECCA TIME, 04:40 GMT".
_ELSEWHERE: Final = re.compile(r"(?i)(?:\btime|\b[a-z]{2,4}|-),?\s*\d{1,2}:\d{2}(?: ?(?:gmt|utc|uk))?\b")
_COUNT: Final = r"(?:\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a few)"
_AGO: Final = re.compile(
    rf"(?i)\(?\b(?:(?:last )?(?:updated|published|posted|modified)\s*:?\s*)?(?:about |almost |over |more than |nearly )?"
    rf"{_COUNT}[ -]?(?:s|m|h|d|w|y|mo|secs?|mins?|hrs?|yrs?|(?:second|minute|hour|day|week|month|year)s?) ago\b\)?"
    r"|\(?\bvor (?:\d{1,4}|einem|einer) (?:sekunden?|minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)\b\)?"
    r"|\(?\bil y a (?:\d{1,4}|une?) (?:secondes?|minutes?|heures?|jours?|semaines?|mois|ans?)\b\)?"
)
_PARTS: Final = re.compile(r"\s*[|·•\t]\s*|\s+(?:[–—]|-{1,2}|/)\s+|\s*\(|\)\s*|\s{3,}")
_CLOCK: Final = re.compile(r"(?i)\d{1,2}(?:[:.h]\d{2}| ?[ap]\.?m\b\.?)(?: ?[ap]\.?m\b\.?)?(?: uhr| [a-z]{2,4})?")
_SIGNED: Final = re.compile(
    r"(?i)^(?:(?:written|reported|posted|words|story|published) )?(?:by|von|par|por)\s*:?\s+(?P<names>.{3,80}?)[\s|·•,–—-]*$"
)
_NAMES: Final = re.compile(r"\s*(?:,| and | & | und | et )\s*")
_PLACE: Final = re.compile(r"\s+(?:(?:in|aus|à|at)\s+(?:the )?[A-ZÀ-Þ]|(?:avec|with|mit|for|für)\s).*$")
_CALLED: Final = re.compile(
    r"(?<=\w) (?:[A-Z]\w+ )?(?:Staff )?(?:(?:Writer|Reporter|Correspondent|Editor)s?|Associated Press|Reuters|AFP)$"
)
_MAIL: Final = re.compile(r"[(<]?\S+@\S+")
_NAME: Final = (
    r"[A-ZÀ-Þ](?:[^\W\d_]*[a-zß-ÿ][\w'’-]*|\.)(?: (?:[A-ZÀ-Þ](?:[^\W\d_]*[a-zß-ÿ][\w'’-]*|\.)|de|van|von|al|bin|der|den|la)){1,3}"
)
_WHERE: Final = r"(?: in | aus |, )[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){0,2}(?:, [A-ZÀ-Þ][\w'’.-]+)?"
_ROLE: Final = (
    r"(?:[,|–—-]\s*)?(?:[\w&'’-]+ ){0,4}(?i:correspondent|reporter|editor|writer|staff|columnist|contributor|bureau chief"
    r"|korrespondent(?:in)?|redakteur(?:in)?)"
)
_UNSIGNED: Final = re.compile(rf"(?P<names>{_NAME}(?:{_WHERE})?(?:(?:,| and| &|, and) {_NAME}(?:{_WHERE})?){{0,3}})(?:\s*{_ROLE})?")
_ROLE_LINE: Final = re.compile(_ROLE)
# A place or an outlet before a date: "LISLE, Wednesday, June 5, 1912.", "example.org, Wednesday 5 June 2013".
_LABELLED: Final = re.compile(r"[A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*){0,2}(?:, [A-ZÀ-Þ][\w'’.-]+)?|[a-z][\w-]+(?:\.[a-z]{2,10}){1,2}")
_YEARLESS: Final = re.compile(r"(?i)(?:\d{1,2} [a-z]{3,9}\.?|[a-z]{3,9}\.? \d{1,2}),? \d{1,2}[:.]\d{2}(?: ?[ap]m)?(?: [a-z]{2,4})?")
_FIELD: Final = re.compile(
    r"(?i)(?P<key>title|headline|titel|author|byline|autor|publication|publisher|newspaper|source name)\s?: (?P<value>.{2,200})"
)
_FIELDS: Final = {"headline": "title", "titel": "title", "byline": "author", "autor": "author"}
# Words that no person is called, in lines that look like a name: "Northlight News", "Middle East".
_NO_NAMES: Final = words(
    "news times post press agency courier herald daily journal today staff reuters the gazette tribune telegraph guardian observer "
    "magazine weekly media network radio television tv online world east west north south business sport sports politics opinion "
    "science health culture travel life style home page file photo video breaking live read more share print email follow us most "
    "popular top stories latest about contact sign subscribe comment comments january february march april may june july august "
    "september october november december monday tuesday wednesday thursday friday saturday sunday new council court house bank "
    "university school street city minister president union party government police war peace talks department office ministry "
    "company group club street road bridge river port harbour river island original message forwarded railways railway airlines"
)
_DIGIT: Final = re.compile(r"\d")
_LABEL_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class HeadLine:
    """What a line bears: dates as (kind, words), names, and whether it is more than a label."""

    dates: tuple[tuple[str, str], ...] = ()
    authors: tuple[str, ...] = ()


def date_line(line: str) -> list[tuple[str, str]]:
    """The dates of a line that says nothing else but, say, a signed byline: (kind, words)."""
    found = read(line, titled=False)
    return list(found.dates) if found else []


def read(line: str, titled: bool = True) -> HeadLine | None:
    """Read a line that holds dates; with `titled`, the headline being known, also beside names without "by" and labels."""
    if len(line) > LONGEST or not _DIGIT.search(line):
        return None
    rest = _AGO.sub(" ", line) if "ago" in line or "vor " in line or " y a " in line else line
    found = _whole(rest)
    if found is None and titled:
        found = _pieces(rest)
    return found if found and found.dates else None


def _whole(line: str) -> HeadLine | None:
    """A line that is dates and words of dating, save for one signed byline."""
    dates: list[tuple[str, str]] = []
    authors: tuple[str, ...] = ()
    for piece in _dated(line):
        read = stamps.find(piece)
        if read is None:
            if _DATE_WORDS.fullmatch(piece):
                continue
            if dates and _CLOCK.fullmatch(_DATE_WORDS.sub(" ", piece, count=1).strip()):  # "5 June 2013 Last updated at 07:40"
                dates[-1] = (dates[-1][0], f"{dates[-1][1]} {_DATE_WORDS.sub(' ', piece, count=1).strip()}")
                continue
            return None
        rest = _without_clock(read[1])
        signed = _SIGNED.match(_DATE_WORDS.sub(" ", rest).strip()) if rest else None
        if rest and not _DATE_WORDS.fullmatch(rest) and not signed:
            return None
        authors += names(signed["names"]) if signed else ()
        dates.append((_kind(piece), piece))
    return HeadLine(tuple(dates), authors)


def _without_clock(rest: str) -> str:
    """What a line says besides its date and the same moment by another clock: "at 07:40 GMT, Wednesday, 5 June 2013 08:40 UK"."""
    left = _ELSEWHERE.sub("", rest).strip(" ,|·•-–—")
    if ":" not in rest or not left or _DATE_WORDS.fullmatch(left):
        return left
    other = _CLOCK.sub(" ", rest, count=1).strip(" ,|·•-–—")
    return other if _DATE_WORDS.fullmatch(other) else left


def _kind(piece: str) -> str:
    if _UPDATED.search(piece):
        return "updated"
    if _AS_OF.search(piece):
        return "as of"
    return "published" if _PUBLISHED.search(piece) else "dated"


def _dated(line: str) -> list[str]:
    """A date line cut before each "updated", so that each piece holds one date."""
    line = _GLUED.sub(" ", line)
    cuts = [m.start() for m in _UPDATED.finditer(line)]
    if not cuts or (len(cuts) == 1 and not _DIGIT.search(line[: cuts[0]])):
        return [line]
    edges = [0, *cuts, len(line)]
    return [piece for piece in (line[a:b].strip() for a, b in pairwise(edges)) if piece]


def _pieces(line: str) -> HeadLine | None:
    """A line of several parts divided by bars, dots or dashes: dates, names, a section, a reading time."""
    dates: list[tuple[str, str]] = []
    authors: tuple[str, ...] = ()
    parts = [part for part in _PARTS.split(line) if part.strip(" ,.;:")]
    for part in parts or [line]:
        inner = _whole(part) or _before_date(part)
        if inner is not None:
            dates += inner.dates
            authors += inner.authors
            continue
        if dates and _CLOCK.fullmatch(part):
            dates[-1] = (dates[-1][0], f"{dates[-1][1]} {part}")
            continue
        named = signed(part) or unsigned(part)
        if named:
            authors += names(named)
        elif len(parts) < 2 or not _label(part):
            return None
    return HeadLine(tuple(dates), authors)


def _before_date(part: str) -> HeadLine | None:
    """A name without "by", then the date: "Anna Berg in Oslo, 5 June 2013"."""
    read = stamps.find(part)
    if read is None:
        return None
    rest = read[1].strip(" ,.;:|-–—")
    name = unsigned(rest) or unsigned(_DATE_WORDS.sub(" ", rest).strip())
    if name:
        return HeadLine(((_kind(part), part),), names(name))
    label, _, behind = rest.partition(",")
    if behind and not _DATE_WORDS.fullmatch(behind):
        label = _DATE_WORDS.sub(" ", rest).strip()
    label = label.strip(" -–—")
    named = _LABELLED.fullmatch(label) is not None and part.startswith((f"{label},", f"{label} ") if label.count(" ") < 2 else f"{label},")
    return HeadLine(((_kind(part), part),)) if named else None


def _label(part: str) -> bool:
    """Tell whether a part of a line is a section, a count or a reading time."""
    return line_rules.drop(part) is not None or (part.count(" ") < _LABEL_WORDS and not line_rules.like_sentence(part))


def beside(line: str) -> HeadLine | None:
    """A full date with other words on its line: the name of a page and its number, or how and where the text was published.

    It may as well be that of a picture, so any other date comes first.
    """
    if len(line) > _LONGEST_BESIDE or not _DIGIT.search(line) or line_rules.drop(line) not in _NOTES:
        return None
    read = stamps.find(line)
    if read is None:
        return None
    said = _WORD.findall(_DATE_WORDS.sub(" ", read[1]))
    published = any(word in _OF_PAGES for word in map(str.lower, _WORD.findall(line)))
    named = not line_rules.like_sentence(line) and all(word[0].isupper() or word in _BETWEEN for word in said)
    fits = len(said) <= (_NOTE if published else _NAME_WORDS)
    return HeadLine((("beside", line),)) if fits and (published or named) else None


_LONGEST_BESIDE: Final = 120
_NOTES: Final = (None, "print-note", "filing", "reporting-note", "copyright")
_NOTE: Final = 8  # words besides those of dating
_NAME_WORDS: Final = 5
_WORD: Final = re.compile(r"[^\W\d_]+")
_BETWEEN: Final = frozenset("of the and de la von".split())
_OF_PAGES: Final = frozenset(
    "published posted appeared printed issue edition vol volume no page edited reported broadcast aired filed release".split()
)


def in_title(title: str) -> HeadLine | None:
    """The date at either end of a headline, set apart from it: "Bridge to close (5 June 2013)", "2013-06-05 Bridge to close"."""
    read = stamps.find(title) if _DIGIT.search(title) else None
    if read is None:
        return None
    rest = read[1].rstrip(" ()[]").lstrip(" ()[]")
    apart = title.endswith(rest[-_SAME:]) or (title.startswith(rest[:_SAME]) and rest[-1:] in ("|", ",", "-", "–", "—", "/", ":", ""))
    bracketed = title.startswith(rest[:_SAME]) and title.rstrip()[-1:] in (")", "]")
    return HeadLine((("beside", title),)) if rest.count(" ") > 1 and (apart or bracketed) else None


_SAME: Final = 12  # characters


def at_end(paragraph: str) -> HeadLine | None:
    """The date in the brackets that close a paragraph: "... the mayor said. (Northwire, 5 June 2013)"."""
    m = _CLOSING.search(paragraph[-_LONGEST_BESIDE:])
    return beside(m["inside"]) if m else None


_CLOSING: Final = re.compile(r"[.!?][\"'”’]? ?[(\[](?P<inside>[^()\[\]]{8,60})[)\]]\.?$")


def signed(line: str) -> str | None:
    """The names of a byline: "By Ada Holt", or "Ada Holt, Staff writer", perhaps with an address beside them."""
    line, _, beside = line.partition(" | ")
    if beside and line_rules.drop(beside) is None:
        return None
    m = line_rules.BYLINE.fullmatch(line) if len(line) <= LONGEST else None
    return m["names"] if m and (m["label"] or m["role"]) else None


def unsigned(line: str) -> str | None:
    """The names of a byline without "by": "Anna Berg in Oslo", "Ada Holt and Jo Ray"."""
    m = _UNSIGNED.fullmatch(_ageless(line).strip(" ,|·•-–—")) if len(line) <= LONGEST else None
    if m is None or not _NO_NAMES.isdisjoint(re.findall(r"\w+", m["names"].lower())):
        return None
    return m["names"]


def _ageless(line: str) -> str:
    """A line without ages such as "3 hours ago"; the pattern is slow, and most lines have none of its words."""
    low = line.lower()
    return _AGO.sub("", line) if "ago" in low or "vor " in low or "y a " in low else line


def yearless(line: str) -> bool:
    """Tell whether a line is a day and a clock time without a year, which dates nothing: "5 JUN, 07:40"."""
    return len(line) <= 30 and _YEARLESS.fullmatch(line) is not None


def field(line: str) -> tuple[str, str] | None:
    """What a line of a record says: "Headline: Bridge to close" is the title."""
    m = _FIELD.fullmatch(line)
    if m is None:
        return None
    key = m["key"].lower()
    key = _FIELDS.get(key, key)
    return (key if key in ("title", "author") else "publisher"), m["value"]


def role(line: str) -> bool:
    """Tell whether a line says what the person named above it does: "Transport correspondent"."""
    return len(line) <= 60 and _ROLE_LINE.fullmatch(line) is not None


def names(text: str) -> tuple[str, ...]:
    """The names of a byline, one by one, without places, outlets and roles behind them."""
    parts = [part.strip(" .") for part in _NAMES.split(_MAIL.sub("", _ageless(text)))]
    found = [_PLACE.sub("", _CALLED.sub("", part)) for part in parts if part and not _ROLE_LINE.fullmatch(part)]
    full = [name for name in found if " " in name]
    return tuple(full if full and " " in found[0] else found)
