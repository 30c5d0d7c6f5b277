"""Phrases found one by one in, whole phrases out: clock and day joined, modifiers taken in, the ends of a range linked."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from generator.timex.en.clock import ahead_of
from generator.timex.en.words import words
from generator.timex.language import Found, Language, Reading
from generator.timex.meaning import (
    BeforeChrist,
    Clock,
    Date,
    Decade,
    Division,
    Holiday,
    Length,
    Meaning,
    Nth,
    PartOfDay,
    Relative,
    Shift,
    Within,
)
from generator.timex.tokens import Tokens

_REACH: Final = 5  # tokens that a modifier before a phrase can have
_MODS: Final = {
    "early": "START", "late": "END", "mid": "MID", "start": "START", "end": "END", "about": "APPROX", "nearly": "LESS_THAN",
    "least": "EQUAL_OR_MORE", "most": "EQUAL_OR_LESS", "more": "MORE_THAN", "less": "LESS_THAN", "earlier": "START", "later": "END",
    "so": "APPROX", "beyond": "ON_OR_AFTER",
}  # fmt: skip
EXTRA: Final = {
    "maybe_month": "MAYBE_MONTH",
    "maybe_weekday": "MAYBE_WEEKDAY",
    "before": "EARLY|LATE|MID|IN|ON|OF|(?<=MID)HYPHEN|ABOUT|EARLIER|LATER|LEAST|MOST|THAN|TO|NEARLY",
    "after": "so:(OR SO)|beyond:(OR LATER|AND BEYOND)",
    "before_point": "(early:(THE? EARLY (IN|ON)?)|late:(THE? LATE (IN|ON)?)|mid:(THE? MID (HYPHEN|IN|OF)?)|start:(THE START OF)"
    "|end:(THE END OF)|about:ABOUT|earlier:(EARLIER (IN|ON)?)|later:(LATER (IN|ON)?))$",
    "before_length": "(least:(AT LEAST)|most:(AT MOST|NO MORE THAN|UP TO)|more:(MORE THAN)|less:(LESS THAN)|about:ABOUT|nearly:NEARLY)$",
}
_ON: Final = ("", ",", "on", ", on", "of")
_AT: Final = ("", "at", ",", ", at")
_TO: Final = words("to - – through till until")
# Kinds of meaning: those whose modifier tells a length, those that "about" stands before, those that can be an end of a range.
_LENGTHS: Final = frozenset((Length, Shift))
_ABOUT: Final = frozenset((Length, Shift, Clock, Decade, BeforeChrist))
_RANGED: Final = frozenset((Date, Clock, Relative, Decade, Division, PartOfDay, Holiday))


def finish(tokens: Tokens, found: list[Found], language: Language) -> list[Found]:
    """Join, extend and link phrases, left to right."""
    whole = [_extend(tokens, one, language) for one in _join(tokens, found) if not _bare_night(one)]
    return _link(tokens, whole)


def _bare_night(one: Found) -> bool:
    """“the night” alone says no more than that it was dark."""
    meaning = one.reading.meaning
    return type(meaning) is PartOfDay and meaning.part == "NI" and type(meaning.day) is Relative and meaning.day.definite


# --- Joining ----------------------------------------------------------------------------------------------------------


def _join(tokens: Tokens, found: list[Found]) -> list[Found]:
    """Phrases with at most two tokens between them become one where the first lacks what the second tells."""
    done: list[Found] = []
    for one in found:
        if done and one.begin - done[-1].end <= 2:
            merged = _merged(done[-1].reading.meaning, tokens.words[done[-1].end : one.begin], one.reading.meaning)
            if merged is None:
                merged, one = _two_zones(tokens, done[-1], one)
            if merged is not None:
                rule = done[-1].rule if isinstance(merged, (Clock, PartOfDay)) else one.rule
                mod = done[-1].reading.mod or one.reading.mod
                done[-1] = Found(done[-1].begin, one.end, Reading(merged, mod), rule, done[-1].link)
                continue
        done.append(one)
    return done


def _two_zones(tokens: Tokens, left: Found, right: Found) -> tuple[Meaning | None, Found]:
    """“9 p.m. on Wednesday (1100 GMT)”: one time told twice, which gives the zone of the first; the bracket belongs to it."""
    a, b = left.reading.meaning, right.reading.meaning
    if type(a) is not Clock or type(b) is not Clock or b.zone is None or b.day is not None or a.zone is not None:
        return None, right
    if tokens.words[left.end : right.begin] != ["("] or tokens.words[right.end : right.end + 1] != [")"]:
        return None, right
    zone = ahead_of(60 * a.hour + (a.minute or 0), 60 * b.hour + (b.minute or 0)) + b.zone
    return replace(a, zone=zone), replace(right, end=right.end + 1)


def _merged(a: Meaning, gap: list[str], b: Meaning) -> Meaning | None:
    """“10 a.m. Friday”, “Friday at 10 a.m.”, “Tuesday, May 14”, “the night of May 3”."""
    between = " ".join(gap)
    if type(a) is Clock and a.day is None and between in _ON:
        return replace(a, day=b) if _is_day(b) else replace(a, day=b.day) if type(b) is PartOfDay else None
    if type(a) is PartOfDay and type(b) is PartOfDay and between == "of":
        return b
    if type(a) is PartOfDay and between in _ON and _is_day(b) and (gap or type(a.day) is not Date):
        return replace(a, day=b)
    if type(a) is Holiday and a.year is None and type(b) is Relative and b.what == "year" and between in ("", "of"):
        return Within(a, b)
    if type(b) is Clock:
        if b.day is None and between in _AT and (type(a) is PartOfDay or _is_day(a)):
            return replace(b, day=a.day if type(a) is PartOfDay else a)
    elif type(b) is Date and b.day and b.month and b.weekday is None and between in ("", ","):
        return _weekday_first(a, b)
    return None


def _weekday_first(a: Meaning, b: Date) -> Meaning | None:
    """“Tuesday, May 14”, “this coming Sunday, March 8”."""
    if type(a) is Relative and type(a.what) is Date:
        return b if a.what.weekday and not a.what.month else None
    return replace(b, weekday=a.weekday) if type(a) is Date and a.weekday and not a.month else None


def _is_day(meaning: Meaning) -> bool:
    """Tell whether a meaning is one day."""
    if type(meaning) is Date:
        return bool(meaning.day or meaning.weekday)
    if type(meaning) is Relative:
        return meaning.what == "day" or (type(meaning.what) is Date and bool(meaning.what.weekday))
    return type(meaning) is Holiday or ((type(meaning) is Nth or type(meaning) is Shift) and meaning.unit == "day")


# --- Modifiers --------------------------------------------------------------------------------------------------------


def _extend(tokens: Tokens, one: Found, language: Language) -> Found:
    """Take the modifiers beside a phrase into it: "early", "the end of", "at least", "about", "or so"."""
    tail = language.extra["after"].match(tokens.classes, one.end)
    if tail and tail.lastgroup:
        one = replace(one, end=tail.end(), reading=replace(one.reading, mod=_MODS[tail.lastgroup]))
    if not one.begin or not language.extra["before"].match(tokens.classes, one.begin - 1):
        return one
    low = max(0, one.begin - _REACH)
    kind = "before_length" if type(one.reading.meaning) in _LENGTHS else "before_point"
    m = language.extra[kind].search(tokens.classes[low : one.begin])
    if m is None or m.lastgroup is None or not _takes(one.reading.meaning, m.lastgroup):
        return one
    return replace(one, begin=low + m.start(), reading=replace(one.reading, mod=_MODS[m.lastgroup]))


def _takes(meaning: Meaning, modifier: str) -> bool:
    """“about” stands before lengths, times of day and years, seldom before days (“to get around Wednesday's vote”)."""
    if modifier != "about":
        return True
    return type(meaning) in _ABOUT or (type(meaning) is Date and meaning.weekday is None)


# --- Ranges -----------------------------------------------------------------------------------------------------------


def _link(tokens: Tokens, found: list[Found]) -> list[Found]:
    """Share what is told once, and number the two ends of a range alike: “from May 3 to May 5”, “between 2003 and 2007”."""
    for i in range(1, len(found)):
        left, right = found[i - 1], found[i]
        if not 0 < right.begin - left.end <= 2:
            continue
        gap = tokens.words[left.end : right.begin]
        gap = gap[1:] if gap[0] == "," else gap
        if len(gap) != 1 or type(left.reading.meaning) not in _RANGED or type(right.reading.meaning) not in _RANGED:
            continue
        between = left.begin > 0 and tokens.words[left.begin - 1] == "between"
        ranged = gap[0] in _TO or (between and gap[0] == "and") or (left.link == right.link != 0)
        if ranged or gap[0] in ("and", "or"):
            found[i - 1] = left = _shared_day(_shared_year(left, right), right)
        if ranged:
            found[i - 1], found[i] = replace(left, link=i), replace(right, link=i)
    return found


def _shared_year(left: Found, right: Found) -> Found:
    """“June and July 2012”, “the spring and summer of 2012”, “from June 5 to July 7, 2012”: the year told at the end holds for both."""
    a, b = left.reading.meaning, right.reading.meaning
    if type(a) is Date and type(b) is Date and a.month and b.month and a.year is None and b.year is not None:
        return replace(left, reading=replace(left.reading, meaning=replace(a, year=b.year - (a.month > b.month))))
    if type(a) is Division and type(b) is Division and a.year is None and b.year is not None:
        return replace(left, reading=replace(left.reading, meaning=replace(a, year=b.year)))
    return left


def _shared_day(left: Found, right: Found) -> Found:
    """“between 10 a.m. and noon on Friday”: the day told at the end holds for both."""
    a, b = left.reading.meaning, right.reading.meaning
    if type(a) is Clock and a.day is None and type(b) is Clock and b.day is not None:
        return replace(left, reading=replace(left.reading, meaning=replace(a, day=b.day, zone=b.zone if a.zone is None else a.zone)))
    return left
