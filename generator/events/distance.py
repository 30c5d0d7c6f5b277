"""A length of time before or after publication in, the same with the days that it leads to out: "in three days", "in the past few days"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from generator.dates import DateSpan, add_months, between, day, month, year
from generator.events.reader import Reader
from generator.model import TimeExpression

_DISTANCE: Final = re.compile(r"P(?P<count>\d{1,2}|100|X)(?P<unit>[DWMY])")
_SUPERLATIVE: Final = re.compile(r"\b(?:first|only|last|second|third|worst|best|most|least|[a-z]+est) (?:[\w-]+ ){0,9}in (?:\w+ )?$")
_FUTURE: Final = re.compile(r"\b(?:will|to|planned|due|called|set|expected|scheduled|go|goes|opens|begins|starts|meets?)\b")


def distance(reader: Reader, text: str, start: int, time: TimeExpression) -> TimeExpression:
    """Read "in three days" beside a verb of the future as the day it leads to, counted from publication; `text` begins at `start`."""
    at = time.start - start
    m = _DISTANCE.fullmatch(time.value)
    if m is None or reader.today is None or not text[:at].lower().endswith(("in ", "within ")):
        return time
    if time.text.lower().startswith("recent"):
        span = _lately(reader.today, m["unit"])
        return replace(time, span=span, anchor=reader.today, reason="shortly before publication", rule="distance") if span else time
    if _GONE.match(time.text):
        span = _past_days(reader.today, m["count"], m["unit"])
        return replace(time, span=span, anchor=reader.today, reason="up to publication", rule="distance") if span else time
    if not _FUTURE.search(text):
        return time
    if _SUPERLATIVE.search(text[max(0, at - 80) : at]):
        return time  # "for the first time in ten years"
    if m["count"] == "X":
        span = _soon(reader.today, m["unit"])
        return replace(time, span=span, anchor=reader.today, reason="soon after publication", rule="distance") if span else time
    span = _later(reader.today, int(m["count"]), m["unit"])
    return replace(time, span=span, anchor=reader.today, reason="counted from the day of publication", rule="distance")


def _later(today: date, count: int, unit: str) -> DateSpan:
    """The day, or for months and years the month or year, so far after a day."""
    if unit == "M":
        far = add_months(today, count)
        return month(far.year, far.month)
    if unit == "Y":
        return year(today.year + count)
    return day(today + timedelta(days=count * (7 if unit == "W" else 1)))


def _soon(today: date, unit: str) -> DateSpan | None:
    """The days, weeks or months to come; nobody can say how many years are a few."""
    if unit == "D":
        return replace(between(day(today + _DAY), day(today + 7 * _DAY)), modifier="approximate")
    near, far = (today, add_months(today, 1)) if unit == "W" else (add_months(today, 1), add_months(today, 6))
    return None if unit == "Y" else between(month(near.year, near.month), month(far.year, far.month))


def _lately(today: date, unit: str) -> DateSpan | None:
    """The days, weeks or months before; recent years are too many to know."""
    if unit == "D":
        return replace(between(day(today - 7 * _DAY), day(today)), modifier="approximate")
    return None if unit == "Y" else between(_month_back(today, 1 if unit == "W" else 6), _month_back(today, 0))


def _past_days(today: date, count: str, unit: str) -> DateSpan | None:
    """The days or weeks up to a day, a fortnight at most: what is told of longer ones is no event."""
    if count == "X":
        return _lately(today, unit) if unit == "D" else None
    days = int(count) * {"D": 1, "W": 7}.get(unit, _FORTNIGHT + 1)
    return replace(between(day(today - days * _DAY), day(today)), modifier="approximate") if days <= _FORTNIGHT else None


def _month_back(today: date, count: int) -> DateSpan:
    """The month so many months before."""
    far = add_months(today, -count)
    return month(far.year, far.month)


_DAY: Final = timedelta(days=1)
_FORTNIGHT: Final = 14  # days
_GONE: Final = re.compile(r"(?:the )?(?:last|past)\b", re.I)


def some(base: date, sign: int, unit: str) -> DateSpan | None:
    """A few days, weeks or months from a day; nobody can say how many years are some."""
    if unit == "Y":
        return None
    if unit == "M":
        one, other = add_months(base, sign), add_months(base, sign * 6)
        return replace(between(month(min(one, other).year, min(one, other).month), month(max(one, other).year, max(one, other).month)))
    near, far = (1, 6) if unit == "D" else (7, 28)
    one, other = base + timedelta(days=sign * near), base + timedelta(days=sign * far)
    return replace(between(day(min(one, other)), day(max(one, other))), modifier="approximate")


def away_from(base: date, count: int, unit: str) -> DateSpan:
    """The day, month or year so many units away; weeks are told in round numbers."""
    if unit == "Y":
        return year(base.year + count)
    if unit == "M":
        far = add_months(base, count)
        return month(far.year, far.month)
    if unit == "W":
        return replace(day(base + timedelta(days=7 * count)), modifier="approximate")
    return day(base + timedelta(days=count))


def loosened(time: TimeExpression, today: date | None) -> TimeExpression:
    """Read "less than two weeks ago" as any day since then, "a decade ago" as the year ten years back, the end of a year as December."""
    span = time.span
    if span is not None and span.end is not None and span.modifier == "end" and span.granularity == "year" and _AT_END.search(time.text):
        return replace(time, span=DateSpan(add_months(span.end, -1), span.end, "month", "approximate"))
    if time.rule == "ago" and today is not None and span is not None and span.granularity == "decade" and span.start is not None:
        back = today.year // 10 * 10 - span.start.year
        return replace(time, span=DateSpan(date(today.year - back, 1, 1), date(today.year - back + 1, 1, 1), "year", "approximate"))
    if (
        today is None
        or span is None
        or span.start is None
        or span.start >= today
        or not time.text.lower().startswith(("less than", "within", "fewer than", "under"))
    ):
        return time
    if time.anchor is not None and time.anchor < span.start:  # "less than two weeks afterwards"
        return replace(time, span=DateSpan(time.anchor, span.end, "day", "approximate"))
    return replace(time, span=DateSpan(span.start, today, "day", "approximate"))


_AT_END: Final = re.compile(r"\b(?:end|close) of\b|\byear(?:['’]s)?[- ]end\b", re.I)
