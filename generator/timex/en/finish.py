"""Phrases found one by one in, whole phrases out: clock and day joined, modifiers taken in, the ends of a range linked."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from generator.timex.en.clock import ahead_of, in_part
from generator.timex.en.words import words
from generator.timex.language import Found, Language, Reading
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
_GAP: Final = 5  # tokens between two phrases that are one
_ON: Final = ("", ",", "on", ", on", "of")
_FROM_DAY: Final = ("before", "after", "before the", "after the")
_AT: Final = ("", "at", ",", ", at")
_HOURS_OF: Final = ("", ",", "from", ", from", "between", ", between", ":")
_OPEN: Final = words("open opens opened opening hours staffed available runs run")
_TO: Final = words("to - – through till until")
# Kinds of meaning: those whose modifier tells a length, those that "about" stands before, those that can be an end of a range.
_LENGTHS: Final = frozenset((Length, Shift))
_ABOUT: Final = frozenset((Length, Shift, Clock, Decade, BeforeChrist))
_RANGED: Final = frozenset((Date, Clock, Relative, Decade, Division, PartOfDay, Holiday, Within))
_RANGED_TO: Final = _RANGED | {Every}


def finish(tokens: Tokens, found: list[Found], language: Language) -> list[Found]:
    """Join, extend and link phrases, left to right."""
    whole: list[Found] = []
    for one in _join(tokens, _opening_hours(tokens, found)):
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


# --- Joining ----------------------------------------------------------------------------------------------------------


def _join(tokens: Tokens, found: list[Found]) -> list[Found]:
    """Phrases with at most two tokens between them become one where the first lacks what the second tells."""
    done: list[Found] = []
    for one in found:
        if done and one.begin - done[-1].end <= _GAP:
            merged = _merged(done[-1].reading.meaning, _between(tokens, done[-1], one), one.reading.meaning)
            if merged is None and type(one.reading.meaning) is Clock:
                merged, one = _two_zones(tokens, done[-1], one)
            if merged is not None:
                rule = done[-1].rule if isinstance(merged, (Clock, PartOfDay, Shift)) else one.rule
                mod = done[-1].reading.mod or one.reading.mod
                done[-1] = Found(done[-1].begin, one.end, Reading(merged, mod), rule, done[-1].link)
                continue
        done.append(one)
    return done


def _between(tokens: Tokens, left: Found, right: Found) -> list[str]:
    """The words between two phrases, without the place whose time is told: “5 a.m. Moscow time on Friday”."""
    gap = tokens.words[left.end : right.begin]
    if "time" in gap and type(left.reading.meaning) is Clock and tokens.capital(left.end):
        return gap[gap.index("time") + 1 :]
    return gap


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
        if type(b) is PartOfDay:  # “half past ten on Saturday night”
            return replace(a, day=b.day, hour=in_part(a.hour, b.part))
        return replace(a, day=b) if _is_day(b) else each_at(b, a) if type(b) is Every else None
    if type(a) is Clock and a.day is None and between == "in" and type(b) is PartOfDay and type(b.day) is Relative and b.day.definite:
        return replace(a, hour=in_part(a.hour, b.part))  # “5:30 in the afternoon”
    if type(a) is PartOfDay and type(b) is PartOfDay and between == "of":
        return b
    if type(a) is PartOfDay and a.part == "NI" and between == "into" and _is_day(b) and type(a.day) is Relative:
        return replace(a, day=Shift(1, "day", b, -1))  # “overnight into Sunday”
    if type(a) is PartOfDay and between in _ON and _is_day(b) and (gap or type(a.day) is not Date):
        return replace(a, day=b)
    if type(b) is Relative and b.what == "year" and between in ("", "of"):
        return _in_year(a, b)
    if type(b) is Relative and b.what == "week" and between in ("", "of") and type(a) is Date and _is_weekday(a):  # “Tuesday last week”
        return Within(a, b)
    if type(a) is Length and between in _FROM_DAY and _is_day(b):  # “three days before Christmas”
        return Shift(a.count, a.unit, b, -1 if "before" in gap else 1) if a.count else None
    if type(a) is Every:  # “every Tuesday at 7 p.m.”, “daily from 9 a.m.”
        return each_at(a, b) if type(b) is Clock and b.day is None and (between in _AT or between == "from") else None
    if type(b) is Clock:
        if b.day is None and between in _AT and (type(a) is PartOfDay or _is_day(a)):
            return replace(b, day=a.day, hour=in_part(b.hour, a.part)) if type(a) is PartOfDay else replace(b, day=a)
    elif type(b) is Date and b.day and b.month and b.weekday is None and between in ("", ","):
        return _weekday_first(a, b)
    return None


def _in_year(a: Meaning, year: Relative) -> Meaning | None:
    """“Christmas last year”, “the spring of next year”, “three days before Christmas last year”."""
    if (type(a) is Holiday or type(a) is Division) and a.year is None:
        return Within(a, year)
    return replace(a, base=Within(a.base, year)) if type(a) is Shift and type(a.base) is Holiday else None


def each_at(day: Every, clock: Clock) -> Every | None:
    """A time of day that comes again: on a weekday, or every day."""
    on = "XXXX-XX-XX" if day.value == "P1D" else day.value.partition("T")[0]
    return Every(f"{on}T{clock.hour:02}:{clock.minute or 0:02}") if len(on) == len("XXXX-XX-XX") else None


def _opening_hours(tokens: Tokens, found: list[Found]) -> list[Found]:
    """“Monday to Friday from 9 a.m. to 5 p.m.”: hours that come again on each of some days; of what is open the days do too."""
    for i in range(len(found) - 3):
        if type(found[i + 2].reading.meaning) is not Clock:
            continue
        days, hours = found[i : i + 2], found[i + 2 : i + 4]
        if not all(_is_weekday(one.reading.meaning) for one in days) or not all(_is_hour(one.reading.meaning) for one in hours):
            continue
        gaps = [tokens.words[a.end : b.begin] for a, b in pairwise([*days, *hours])]
        if not _to(gaps[0]) or not (_to(gaps[2]) or gaps[2] == ["and"]) or " ".join(gaps[1]) not in _HOURS_OF:
            continue
        found[i + 2 : i + 4] = [_each(one, Every("P1D")) for one in hours]
        if not _OPEN.isdisjoint(tokens.words[max(0, days[0].begin - _REACH) : days[0].begin]):
            found[i : i + 2] = [_each(one, Every("XXXX-WXX-1")) for one in days]
    return found


def _each(one: Found, day: Every) -> Found:
    """A weekday or a time of day as one that comes again."""
    meaning = one.reading.meaning
    again = each_at(day, meaning) if type(meaning) is Clock else Every(f"XXXX-WXX-{meaning.weekday}") if type(meaning) is Date else day
    return replace(one, reading=Reading(again or day))


def _night_too(left: Found, right: Every) -> Found:
    """“on Monday and Tuesday nights”: both come again."""
    weekday = left.reading.meaning
    part = right.value.partition("T")[2]
    if type(weekday) is not Date or not right.value.startswith("XXXX-WXX-") or not part:
        return left
    return replace(left, reading=Reading(Every(f"XXXX-WXX-{weekday.weekday}T{part}")))


def _is_end_of(first: Every, last: Meaning) -> bool:
    """“every Monday to Friday”, “daily from 9 a.m. to 5 p.m.”: what comes again begins and ends alike."""
    return _is_hour(last) if "T" in first.value else _is_weekday(last) and first.value.startswith("XXXX-WXX-")


def _is_weekday(meaning: Meaning) -> bool:
    return type(meaning) is Date and meaning.weekday is not None and meaning.day is None


def _is_hour(meaning: Meaning) -> bool:
    return type(meaning) is Clock and meaning.day is None


def _to(gap: list[str]) -> bool:
    return len(gap) == 1 and gap[0] in _TO


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
    if type(meaning) is Within:
        return type(meaning.part) is Holiday or (type(meaning.part) is Date and bool(meaning.part.day or meaning.part.weekday))
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
    if unit not in ("day", "week") or not _is_day(one.reading.meaning):
        return one
    shift = Shift(1, language.values[unit], one.reading.meaning, language.values[way])
    return replace(one, begin=begin, reading=replace(one.reading, meaning=shift))


def _takes(meaning: Meaning, modifier: str) -> bool:
    """“about” stands before lengths, hours and years, seldom before days (“around Friday's vote”); “earlier Friday” only orders."""
    if modifier in ("earlier", "later"):
        return not _is_weekday(meaning)
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
        if type(left.reading.meaning) is Every and _to(gap) and _is_end_of(left.reading.meaning, right.reading.meaning):
            found[i] = _each(right, left.reading.meaning)
            continue
        if len(gap) != 1 or type(left.reading.meaning) not in _RANGED or type(right.reading.meaning) not in _RANGED_TO:
            continue
        between = left.begin > 0 and tokens.words[left.begin - 1] == "between"
        ranged = gap[0] in _TO or (between and gap[0] == "and") or (left.link == right.link != 0)
        if gap[0] in ("and", "or") and _is_weekday(left.reading.meaning) and type(right.reading.meaning) is Every:
            found[i - 1] = left = _night_too(left, right.reading.meaning)
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
    if type(a) is Division and type(b) is Division and a.year is None and b.year is not None:
        return replace(left, reading=replace(left.reading, meaning=replace(a, year=b.year)))
    return left


def _shared_day(left: Found, right: Found) -> Found:
    """“between 10 a.m. and noon on Friday”: the day told at the end holds for both."""
    a, b = left.reading.meaning, right.reading.meaning
    if type(a) is Clock and a.day is None and type(b) is Every and "T" in b.value:  # “from 10 a.m. to 6 p.m. daily”
        return _each(left, b)
    if type(a) is Clock and a.day is None and type(b) is Clock and b.day is not None:
        return replace(left, reading=replace(left.reading, meaning=replace(a, day=b.day, zone=b.zone if a.zone is None else a.zone)))
    return left
