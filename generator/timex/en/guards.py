"""Phrases that only look like times: prices, scores, numbers of things, names. A guard says what speaks against a phrase."""

from __future__ import annotations

from typing import Final

from generator.timex.language import Found, Language
from generator.timex.meaning import Clock, Date, Length
from generator.timex.tokens import Tokens

_COUNTED: Final = frozenset(
    [
        "people",
        "percent",
        "dollars",
        "miles",
        "meters",
        "metres",
        "kilometers",
        "kilometres",
        "km",
        "feet",
        "points",
        "votes",
        "seats",
        "shares",
        "tons",
        "tonnes",
        "pounds",
        "euros",
        "men",
        "women",
        "troops",
        "soldiers",
        "jobs",
        "cars",
        "homes",
        "houses",
        "students",
        "workers",
        "employees",
        "patients",
        "cases",
        "deaths",
        "dead",
        "acres",
        "barrels",
        "gallons",
        "pages",
        "words",
        "rpm",
        "million",
        "billion",
        "trillion",
        "thousand",
        "hundred",
        "kg",
        "mph",
        "m",
        "cc",
        "hp",
        "pm",
    ]
)
_NUMBERED: Final = frozenset(
    [
        "no",
        "number",
        "page",
        "room",
        "flight",
        "route",
        "highway",
        "model",
        "section",
        "article",
        "resolution",
        "bill",
        "chapter",
        "boeing",
        "airbus",
        "about",
        "than",
        "least",
        "nearly",
        "almost",
        "over",
    ]
)


def unlikely(tokens: Tokens, found: Found, language: Language) -> bool:
    """Tell whether the neighbours of a phrase speak against its being a time."""
    rule, begin, end = found.rule, found.begin, found.end
    words = tokens.words
    before = words[begin - 1] if begin else ""
    after = words[end] if end < len(words) else ""
    if rule == "year":
        return _not_a_year(tokens, begin, end, before, after)
    if rule in ("fall", "season"):
        return after == "of" and not isinstance(found.reading.meaning, Date)
    if isinstance(found.reading.meaning, Clock):
        return after in ("%", "percent") or before in ("$", "€", "£")
    if isinstance(found.reading.meaning, Length):
        return before in ("$", "€", "£") or (before == "-" and tokens.glued(begin))
    return False


def _not_a_year(tokens: Tokens, begin: int, end: int, before: str, after: str) -> bool:
    if end - begin > 1:
        return False
    if before in ("$", "€", "£", "¥", "#", "+", ".", "/", ":") and (before in "$€£¥#" or tokens.glued(begin)):
        return True
    if after in ("%", "/") or after in _COUNTED or before in _NUMBERED:
        return True
    glued_after = end < len(tokens.words) and tokens.glued(end)
    return (glued_after and (after[0].isalpha() or after[0].isdigit() or after == "_")) or (tokens.glued(begin) and before.isalnum())
