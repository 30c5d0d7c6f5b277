"""Phrases found one by one in, those that tell one time together joined: “10 a.m.” and “Friday”, “Christmas” and “last year”."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from generator.timex.en.clock import ahead_of, in_part
from generator.timex.en.repeats import each_at, is_weekday
from generator.timex.language import Found, Reading
from generator.timex.meaning import Clock, Date, Division, Every, Holiday, Length, Meaning, Nth, PartOfDay, Relative, Shift, Within
from generator.timex.tokens import Tokens

_GAP: Final = 5  # tokens between two phrases that are one
_ON: Final = ("", ",", "on", ", on", "of")
_FROM_DAY: Final = ("before", "after", "before the", "after the")
_AT: Final = ("", "at", ",", ", at")


def join(tokens: Tokens, found: list[Found]) -> list[Found]:
    """Phrases with few tokens between them become one where the first lacks what the second tells."""
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
        return replace(a, day=b) if is_day(b) else each_at(b, a) if type(b) is Every else None
    if type(a) is Clock and a.day is None and between == "in" and type(b) is PartOfDay and type(b.day) is Relative and b.day.definite:
        return replace(a, hour=in_part(a.hour, b.part))  # “5:30 in the afternoon”
    if type(a) is PartOfDay and type(b) is PartOfDay and between == "of":
        return b
    if type(a) is PartOfDay and a.part == "NI" and between == "into" and is_day(b) and type(a.day) is Relative:
        return replace(a, day=Shift(1, "day", b, -1))  # “overnight into Sunday”
    if type(a) is PartOfDay and between in _ON and is_day(b) and (gap or type(a.day) is not Date):
        return replace(a, day=b)
    if type(b) is Relative and b.what == "year" and between in ("", "of"):
        return _in_year(a, b)
    if type(b) is Relative and b.what == "week" and between in ("", "of") and type(a) is Date and is_weekday(a):  # “Tuesday last week”
        return Within(a, b)
    if type(a) is Length and between in _FROM_DAY and is_day(b):  # “three days before Christmas”
        return Shift(a.count, a.unit, b, -1 if "before" in gap else 1) if a.count else None
    if type(a) is Every:  # “every Tuesday at 7 p.m.”, “daily from 9 a.m.”
        return each_at(a, b) if type(b) is Clock and b.day is None and (between in _AT or between == "from") else None
    if type(b) is Clock:
        if b.day is None and between in _AT and (type(a) is PartOfDay or is_day(a)):
            return replace(b, day=a.day, hour=in_part(b.hour, a.part)) if type(a) is PartOfDay else replace(b, day=a)
    elif type(b) is Date and b.day and b.month and b.weekday is None and between in ("", ","):
        return _weekday_first(a, b)
    return None


def _in_year(a: Meaning, year: Relative) -> Meaning | None:
    """“Christmas last year”, “the spring of next year”, “three days before Christmas last year”."""
    if (type(a) is Holiday or type(a) is Division) and a.year is None:
        return Within(a, year)
    return replace(a, base=Within(a.base, year)) if type(a) is Shift and type(a.base) is Holiday else None


def _weekday_first(a: Meaning, b: Date) -> Meaning | None:
    """“Tuesday, May 14”, “this coming Sunday, March 8”."""
    if type(a) is Relative and type(a.what) is Date:
        return b if a.what.weekday and not a.what.month else None
    return replace(b, weekday=a.weekday) if type(a) is Date and a.weekday and not a.month else None


def is_day(meaning: Meaning) -> bool:
    """Tell whether a meaning is one day."""
    if type(meaning) is Date:
        return bool(meaning.day or meaning.weekday)
    if type(meaning) is Relative:
        return meaning.what == "day" or (type(meaning.what) is Date and bool(meaning.what.weekday))
    if type(meaning) is Within:
        return type(meaning.part) is Holiday or (type(meaning.part) is Date and bool(meaning.part.day or meaning.part.weekday))
    return type(meaning) is Holiday or ((type(meaning) is Nth or type(meaning) is Shift) and meaning.unit == "day")
