"""Phrases found one by one in, whole phrases out: modifiers to their left and right, clock and day joined, ends of a range linked."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from generator.timex.language import Found, Language, Reading
from generator.timex.meaning import Clock, Date, Division, Holiday, Length, Meaning, Nth, PartOfDay, Relative, Shift
from generator.timex.tokens import Tokens

_DAYS: Final = (Date, Relative, Holiday, Nth)
_GLUE_DAY: Final = frozenset(("", ",", "on", "on,", ", on", "of"))


def finish(tokens: Tokens, found: list[Found], language: Language) -> list[Found]:
    """Join and extend phrases, left to right."""
    return [_extend(tokens, one, language) for one in _join(tokens, found) if not _bare_night(one)]


def _bare_night(one: Found) -> bool:
    """"the night" alone says no more than that it was dark."""
    meaning = one.reading.meaning
    return isinstance(meaning, PartOfDay) and meaning.part == "NI" and isinstance(meaning.day, Relative) and meaning.day.definite


def _join(tokens: Tokens, found: list[Found]) -> list[Found]:
    done: list[Found] = []
    for one in found:
        if done:
            gap = " ".join(tokens.words[done[-1].end : one.begin]) if one.begin - done[-1].end <= 2 else "\n"
            joined = _joined(done[-1], gap, one)
            if joined:
                done[-1] = joined
                continue
        done.append(one)
    return done


def _joined(left: Found, gap: str, right: Found) -> Found | None:
    """"10 a.m. Friday", "Friday at 10 a.m.", "Tuesday, May 14", "Friday morning, May 3", "the night of May 3"."""
    a, b = left.reading.meaning, right.reading.meaning
    merged: Meaning | None = None
    if isinstance(a, Clock) and a.day is None and _is_day(b) and gap in _GLUE_DAY:
        merged = replace(a, day=b)
    elif isinstance(a, Clock) and a.day is None and isinstance(b, PartOfDay) and gap in ("", ","):
        merged = replace(a, day=b.day)
    elif isinstance(a, PartOfDay) and _is_day(b) and gap in _GLUE_DAY and (gap != "" or not _has_day(a)):
        merged = replace(a, day=b)
    elif isinstance(b, Clock) and b.day is None and gap in ("", "at", ",", ", at") and (_is_day(a) or isinstance(a, PartOfDay)):
        merged = replace(b, day=a.day if isinstance(a, PartOfDay) else a)
    elif (
        isinstance(a, Date)
        and isinstance(b, Date)
        and a.weekday
        and not a.month
        and b.month
        and b.day
        and not b.weekday
        and gap in (",", "")
    ):
        merged = replace(b, weekday=a.weekday)
    if merged is None:
        return None
    return Found(left.begin, right.end, Reading(merged), left.rule if isinstance(a, (Clock, PartOfDay)) else right.rule)


def _is_day(meaning: Meaning) -> bool:
    if isinstance(meaning, Date):
        return bool(meaning.day or meaning.weekday)
    if isinstance(meaning, Relative):
        return meaning.what == "day" or (isinstance(meaning.what, Date) and bool(meaning.what.weekday))
    return isinstance(meaning, Holiday) or (isinstance(meaning, (Nth, Shift)) and meaning.unit == "day")


def _is_weekday(meaning: Meaning) -> bool:
    return isinstance(meaning, Date) and meaning.weekday is not None


def _has_day(meaning: PartOfDay) -> bool:
    return isinstance(meaning.day, Date)


def _extend(tokens: Tokens, one: Found, language: Language) -> Found:
    """Take modifiers beside a phrase into it: "early", "the end of", "at least", "about", "or so"."""
    tail = language.extra["after"].match(tokens.classes, one.end)
    if tail:
        one = replace(one, end=tail.end(), reading=replace(one.reading, mod="APPROX" if tail.lastgroup == "so" else "ON_OR_AFTER"))
    low = max(0, one.begin - 5)
    before = tokens.classes[low : one.begin]
    kind = "length" if isinstance(one.reading.meaning, (Length, Shift)) else "point"
    m = language.extra[f"before_{kind}"].search(before) if before else None
    if m is None or m.lastgroup is None or (m.lastgroup == "about" and _is_weekday(one.reading.meaning)):
        return one
    mod = _MODS[m.lastgroup]
    return replace(one, begin=low + m.start(), reading=replace(one.reading, mod=mod))


_MODS: Final = {
    "early": "START", "late": "END", "mid": "MID", "start": "START", "end": "END", "about": "APPROX", "nearly": "LESS_THAN",
    "least": "EQUAL_OR_MORE", "most": "EQUAL_OR_LESS", "more": "MORE_THAN", "less": "LESS_THAN", "earlier": "START", "later": "END",
}  # fmt: skip
EXTRA: Final = {
    "maybe_month": "MAYBE_MONTH",
    "maybe_weekday": "MAYBE_WEEKDAY",
    "after": "so:(OR SO)|later:(OR LATER|AND BEYOND)",
    "before_point": "(early:(THE? EARLY (IN|ON)?)|late:(THE? LATE (IN|ON)?)|mid:(THE? MID (HYPHEN|IN|OF)?)|start:(THE START OF)|end:(THE END OF)"
    "|about:ABOUT|earlier:(EARLIER (IN|ON)?)|later:(LATER (IN|ON)?))$",
    "before_length": "(least:(AT LEAST)|most:(AT MOST|NO MORE THAN|UP TO)|more:(MORE THAN)|less:(LESS THAN)|about:ABOUT|nearly:NEARLY)$",
}
_ = Division
