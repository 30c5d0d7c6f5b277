"""Phrases found one by one in, whole phrases out: joined, repeated, with their modifiers, the ends of ranges linked."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from generator.timex.en.join import is_day, join
from generator.timex.en.repeats import each, is_end_of, is_weekday, leads_to, night_too, opening_hours
from generator.timex.language import Found, Language
from generator.timex.meaning import (
    BeforeChrist,
    Clock,
    Date,
    Decade,
    Division,
    Every,
    Holiday,
    Length,
    Meaning,
    PartOfDay,
    Relative,
    Shift,
    Within,
)
from generator.timex.tokens import Tokens

_REACH: Final = 5  # tokens that a modifier before a phrase can have
_MODS: Final = {
    "early": "START", "late": "END", "mid": "MID", "start": "START", "end": "END", "about": "APPROX", "nearly": "LESS_THAN",
    "least": "EQUAL_OR_MORE", "most": "EQUAL_OR_LESS", "more": "MORE_THAN", "less": "LESS_THAN", "earlier": "ELAPSED", "later": "REMAINING",
    "so": "APPROX", "beyond": "ON_OR_AFTER",
}  # fmt: skip
EXTRA: Final = {
    "maybe_month": "MAYBE_MONTH",
    "maybe_weekday": "MAYBE_WEEKDAY",
    "before": "EARLY|LATE|MID|END|IN|ON|OF|(?<=MID|EARLY|LATE|END)HYPHEN|ABOUT|EARLIER|LATER|LEAST|MOST|THAN|TO|NEARLY|BEFORE|AFTER"
    "|(?<=BEFORE|AFTER)THE",
    "day_from": "THE UNIT (?:BEFORE|AFTER) THE?$",
    "after": "so:(OR SO)|beyond:(OR LATER|AND BEYOND)",
    "before_point": "(early:(EARLY HYPHEN|THE? EARLY (IN|ON|PORTION OF)?)"
    "|late:(LATE HYPHEN|THE? (LATE (IN|ON)?|(LATE|LATER|LATTER) PORTION OF))"
    "|mid:(THE? MID (HYPHEN|IN|OF)?)|start:(THE? START OF)|end:(THE? END OF|END HYPHEN|(?<=BY|AT)END)|about:ABOUT"
    "|earlier:(EARLIER (IN|ON)?)|later:(LATER (IN|ON)?))$",
    "before_length": "(least:(AT LEAST)|most:(AT MOST|NO MORE THAN|UP TO)|more:(MORE THAN)|less:(LESS THAN)|about:ABOUT|nearly:NEARLY)$",
}
# Kinds of meaning: those whose modifier tells a length, those that "about" stands before, those that can be an end of a range.
_LENGTHS: Final = frozenset((Length, Shift))
_ABOUT: Final = frozenset((Length, Shift, Clock, Decade, BeforeChrist))
_RANGED: Final = frozenset((Date, Clock, Relative, Decade, Division, PartOfDay, Holiday, Within))
_RANGED_TO: Final = _RANGED | {Every}


def finish(tokens: Tokens, found: list[Found], language: Language) -> list[Found]:
    """Join, extend and link phrases, left to right."""
    whole: list[Found] = []
    for one in join(tokens, opening_hours(tokens, found)):
        if not _bare_night(one):
            one = _extend(tokens, _begun(tokens, one, language), language)
            while whole and whole[-1].end > one.begin:  # “the week” of “the week before Friday”
                whole.pop()
            whole.append(one)
    return _link(tokens, whole)


def _bare_night(one: Found) -> bool:
    """“the night” alone says no more than that it was dark."""
    meaning = one.reading.meaning
    return type(meaning) is PartOfDay and meaning.part == "NI" and type(meaning.day) is Relative and meaning.day.definite


def _begun(tokens: Tokens, one: Found, language: Language) -> Found:
    """“The strike began at midnight”: what has begun then began with the day."""
    meaning = one.reading.meaning
    if type(meaning) is not Clock or meaning.hour != 24 or meaning.day is not None or tokens.words[one.begin - 1 : one.begin] != ["at"]:
        return one
    if language.tense(tokens, one.begin, one.end, language) != "past":
        return one
    return replace(one, reading=replace(one.reading, meaning=replace(meaning, hour=0)))


# --- Modifiers --------------------------------------------------------------------------------------------------------


def _extend(tokens: Tokens, one: Found, language: Language) -> Found:
    """Take the modifiers beside a phrase into it: "early", "the end of", "at least", "about", "or so"."""
    tail = language.extra["after"].match(tokens.classes, one.end)
    if tail and tail.lastgroup:
        one = replace(one, end=tail.end(), reading=replace(one.reading, mod=_MODS[tail.lastgroup]))
    if not one.begin or not language.extra["before"].match(tokens.classes, one.begin - 1):
        return one
    low = max(0, one.begin - _REACH)
    day_from = language.extra["day_from"].search(tokens.classes[low : one.begin])
    if day_from:
        return _counted_from(tokens, one, low + day_from.start(), language)
    kind = "before_length" if type(one.reading.meaning) in _LENGTHS else "before_point"
    m = language.extra[kind].search(tokens.classes[low : one.begin])
    if m is None or m.lastgroup is None or not _takes(one.reading.meaning, m.lastgroup):
        return one
    return replace(one, begin=low + m.start(), reading=replace(one.reading, mod=_MODS[m.lastgroup]))


def _counted_from(tokens: Tokens, one: Found, begin: int, language: Language) -> Found:
    """“the day after Thanksgiving”, “the week before last Friday”: one day or week from a day."""
    unit, way = tokens.words[begin + 1 : begin + 3]
    if unit not in ("day", "week") or not is_day(one.reading.meaning):
        return one
    shift = Shift(1, language.values[unit], one.reading.meaning, language.values[way])
    return replace(one, begin=begin, reading=replace(one.reading, meaning=shift))


def _takes(meaning: Meaning, modifier: str) -> bool:
    """“about” stands before lengths, hours and years, seldom before days (“around Friday's vote”); “earlier Friday” only orders."""
    if modifier in ("earlier", "later"):
        return not is_weekday(meaning)
    return modifier != "about" or type(meaning) in _ABOUT or (type(meaning) is Date and meaning.weekday is None)


# --- Ranges -----------------------------------------------------------------------------------------------------------


def _link(tokens: Tokens, found: list[Found]) -> list[Found]:
    """Share what is told once, and number the two ends of a range alike: “from May 3 to May 5”, “between 2003 and 2007”."""
    for i in range(1, len(found)):
        left, right = found[i - 1], found[i]
        if not 0 < right.begin - left.end <= 2:
            continue
        gap = tokens.words[left.end : right.begin]
        gap = gap[1:] if gap[0] == "," else gap
        if type(left.reading.meaning) is Every and leads_to(gap) and is_end_of(left.reading.meaning, right.reading.meaning):
            found[i] = each(right, left.reading.meaning)
            continue
        if len(gap) != 1 or type(left.reading.meaning) not in _RANGED or type(right.reading.meaning) not in _RANGED_TO:
            continue
        between = left.begin > 0 and tokens.words[left.begin - 1] == "between"
        ranged = leads_to(gap) or (between and gap[0] == "and") or (left.link == right.link != 0)
        if gap[0] in ("and", "or") and is_weekday(left.reading.meaning) and type(right.reading.meaning) is Every:
            found[i - 1] = left = night_too(left, right.reading.meaning)
        elif ranged or gap[0] in ("and", "or"):
            found[i - 1] = left = _shared_day(_shared_year(left, right), right)
        if ranged:
            found[i - 1], found[i] = replace(left, link=i), replace(right, link=i)
    return found


def _shared_year(left: Found, right: Found) -> Found:
    """“June and July 2012”, “the spring and summer of 2012”, “from June 5 to July 7, 2012”: the year told at the end holds for both."""
    a, b = left.reading.meaning, right.reading.meaning
    if type(a) is Date and type(b) is Date and a.month and b.month and a.year is None and b.year is not None:
        return replace(left, reading=replace(left.reading, meaning=replace(a, year=b.year - (a.month > b.month))))
    if type(a) is Date and type(b) is Within and type(b.part) is Date and a.month and a.year is None:  # “July and December of that year”
        return replace(left, reading=replace(left.reading, meaning=Within(a, b.of)))
    night = a.day if type(a) is PartOfDay else None
    if type(a) is PartOfDay and type(night) is Date and type(b) is Date and night.month and night.year is None and b.year is not None:
        day = replace(night, year=b.year - (night.month > (b.month or 0)))  # “the night of 31 May to 1 June 2009”
        return replace(left, reading=replace(left.reading, meaning=replace(a, day=day)))
    if type(a) is Division and type(b) is Division and a.year is None and b.year is not None:
        return replace(left, reading=replace(left.reading, meaning=replace(a, year=b.year)))
    return left


def _shared_day(left: Found, right: Found) -> Found:
    """“between 10 a.m. and noon on Friday”: the day told at the end holds for both."""
    a, b = left.reading.meaning, right.reading.meaning
    if type(a) is Clock and a.day is None and type(b) is Every and "T" in b.value:  # “from 10 a.m. to 6 p.m. daily”
        return each(left, b)
    if type(a) is Clock and a.day is None and type(b) is Clock and b.day is not None:
        return replace(left, reading=replace(left.reading, meaning=replace(a, day=b.day, zone=b.zone if a.zone is None else a.zone)))
    return left
