"""A meaning and the anchors in, a TIMEX3 value with its span, anchor and reason out: the one place that calculates dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone
from typing import Any, Final

from generator.dates import DateSpan, Granularity, add_months, from_timex3, unit_value
from generator.timex.anchor import Anchors, Tense, Why, nearest_weekday, nearest_year
from generator.timex.holidays import day_of, nth_weekday
from generator.timex.meaning import (
    Ambiguous,
    Around,
    Century,
    Clock,
    Date,
    Decade,
    Division,
    Every,
    Holiday,
    Length,
    Meaning,
    Nth,
    NthWeekday,
    PartOfDay,
    Reference,
    Relative,
    Shift,
    TimexType,
    Within,
)

_DAY: Final = timedelta(days=1)
_BACK: Final = 8  # months that a story steps back within a year; further back, the next year is meant
_SEASON_MONTH: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS: Final = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}
_CODES: Final = {
    "second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "weekend": "P{}WE", "week": "P{}W", "month": "P{}M",
    "quarter": "P{}Q", "half": "P{}H", "year": "P{}Y", "decade": "P{}DE", "century": "P{}CE",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Resolved:
    """A meaning tied to the calendar; `why` is a key of `reasons.REASONS` and what fills it, `explicit` says the year was written."""

    type: TimexType
    value: str
    anchor: date | None = None
    why: Why = ("written out",)
    explicit: bool = False
    confidence: float = 1.0


def resolve(meaning: Meaning, anchors: Anchors, tense: Tense) -> Resolved | None:
    """Tie a meaning to the calendar; None where it cannot be (the 31st of February, a relative phrase with no date to count from)."""
    try:
        return _RESOLVERS[type(meaning)](meaning, anchors, tense)
    except (ValueError, OverflowError):
        return None


# --- Dates ------------------------------------------------------------------------------------------------------------


def _date(meaning: Date, anchors: Anchors, tense: Tense) -> Resolved | None:
    if meaning.year is not None:
        return _full(meaning)
    if meaning.month is not None:
        return _yearless(meaning, anchors, tense)
    if anchors.now is None:
        return None
    if meaning.day is not None:
        return _day_of_month(meaning, anchors)
    on = nearest_weekday(anchors.now, meaning.weekday or 1, tense)
    return Resolved("DATE", on.isoformat(), anchors.now, ("weekday", on, anchors.now, tense))


def _full(meaning: Date) -> Resolved | None:
    assert meaning.year is not None
    if meaning.day is not None:
        return Resolved("DATE", date(meaning.year, meaning.month or 1, meaning.day).isoformat(), explicit=True)
    value = f"{meaning.year:04}" if meaning.month is None else f"{meaning.year:04}-{meaning.month:02}"
    return Resolved("DATE", value, explicit=True)


def _yearless(meaning: Date, anchors: Anchors, tense: Tense) -> Resolved | None:
    assert meaning.month is not None
    year, why = _year_for(meaning.month, meaning.day, anchors, tense)
    if year is None:
        value = f"XXXX-{meaning.month:02}" + (f"-{meaning.day:02}" if meaning.day else "")
        return Resolved("DATE", value, None, ("no anchor",), confidence=0.3)
    if meaning.day is None:
        return Resolved("DATE", f"{year:04}-{meaning.month:02}", anchors.now, why)
    on = date(year, meaning.month, meaning.day)
    if meaning.weekday and on.isoweekday() != meaning.weekday:
        for other in (year - 1, year + 1):
            if date(other, meaning.month, min(meaning.day, 28)).isoweekday() and _is_weekday(other, meaning):
                return Resolved("DATE", date(other, meaning.month, meaning.day).isoformat(), anchors.now, ("weekday fits", other))
    return Resolved("DATE", on.isoformat(), anchors.now, why)


def _is_weekday(year: int, meaning: Date) -> bool:
    try:
        return date(year, meaning.month or 1, meaning.day or 1).isoweekday() == meaning.weekday
    except ValueError:
        return False


def _year_for(month: int, day: int | None, anchors: Anchors, tense: Tense) -> tuple[int | None, Why]:
    """The year of a month or day that comes without one."""
    now = anchors.now
    told = anchors.year if anchors.narrative or now is None else None
    if told is not None:
        rolls = anchors.month is not None and anchors.month - month > _BACK
        return (told + 1, ("rolled", told + 1, told)) if rolls else (told, ("told year", told))
    if now is None:
        return None, ()
    year = nearest_year(now, month, day, tense)
    return year, ("nearest year", year, now, tense)


def _day_of_month(meaning: Date, anchors: Anchors) -> Resolved | None:
    """“Tuesday the 14th”: the nearest month in which that day has that weekday."""
    assert anchors.now is not None and meaning.day is not None
    for step in sorted(range(-12, 13), key=abs):
        first = add_months(anchors.now.replace(day=1), step)
        try:
            on = first.replace(day=meaning.day)
        except ValueError:
            continue
        if meaning.weekday is None or on.isoweekday() == meaning.weekday:
            return Resolved("DATE", on.isoformat(), anchors.now, ("nearest month", on, anchors.now))
    return None


def _ambiguous(meaning: Ambiguous, anchors: Anchors, tense: Tense) -> Resolved | None:
    month_first, day_first = meaning.first <= 12, meaning.second <= 12
    if month_first and day_first and meaning.first != meaning.second:
        if anchors.order not in ("mdy", "dmy"):
            return Resolved("DATE", f"{meaning.year:04}-XX-XX", None, ("two readings", meaning.first, meaning.second), confidence=0.3)
        month_first = anchors.order == "mdy"
    month, day = (meaning.first, meaning.second) if month_first else (meaning.second, meaning.first)
    return Resolved("DATE", date(meaning.year, month, day).isoformat(), None, ("written out",), explicit=True)


def _division(meaning: Division, anchors: Anchors, tense: Tense) -> Resolved | None:
    if meaning.number == 0:
        return _period_of(meaning, anchors)
    if meaning.year is not None:
        return Resolved("DATE", _division_value(meaning, meaning.year), None, ("written out",), explicit=True)
    now = anchors.now
    told = anchors.year if anchors.narrative or now is None else None
    if told is not None:
        return Resolved("DATE", _division_value(meaning, told), None, ("told year", told))
    if now is None:
        return None
    starts = [_division_start(meaning, now.year + step) for step in (-1, 0, 1)]
    chosen = [start for start in starts if start <= now][-1]
    ahead = next(start for start in starts if start > now)
    behind = (now - add_months(chosen, _MONTHS[meaning.kind])).days
    if tense != "past" and 0 <= (ahead - now).days < behind:
        chosen = ahead
    return Resolved("DATE", _division_value(meaning, chosen.year), now, ("nearest division", chosen, now, tense))


def _period_of(meaning: Division, anchors: Anchors) -> Resolved:
    """“the 1988 period”: the reporting quarter's number in that year, or the year where no quarter was told."""
    assert meaning.year is not None
    if anchors.quarter is None:
        return Resolved("DATE", f"{meaning.year:04}", explicit=True)
    return Resolved(
        "DATE", unit_value(anchors.quarter.replace(year=meaning.year), "quarter"), anchors.quarter, ("reporting quarter", anchors.quarter)
    )


def _division_start(meaning: Division, year: int) -> date:
    if meaning.kind == "season":
        return date(year, _SEASON_MONTH[str(meaning.number)], 1)
    return date(year, (int(meaning.number) - 1) * _MONTHS[meaning.kind] + 1, 1)


def _division_value(meaning: Division, year: int) -> str:
    letter = {"quarter": "Q", "half": "H", "season": ""}[meaning.kind]
    return f"{year:04}-{letter}{meaning.number}"


def _decade(meaning: Decade, anchors: Anchors, tense: Tense) -> Resolved | None:
    if not meaning.century_open:
        return Resolved("DATE", f"{meaning.number:03}", None, ("written out",), explicit=True)
    now = anchors.now
    century = 19 if now is None else now.year // 100
    if now is not None and meaning.number * 10 > now.year % 100:
        century -= 1
    return Resolved("DATE", f"{century}{meaning.number}", now, ("nearest decade",))


def _century(meaning: Century, anchors: Anchors, tense: Tense) -> Resolved | None:
    return Resolved("DATE", f"{meaning.number:02}", None, ("written out",), explicit=True)


def _holiday(meaning: Holiday, anchors: Anchors, tense: Tense) -> Resolved | None:
    if meaning.year is not None:
        return Resolved("DATE", day_of(meaning.key, meaning.year).isoformat(), None, ("holiday",), explicit=True)
    if anchors.now is None:
        return None
    days = [day_of(meaning.key, anchors.now.year + step) for step in (-1, 0, 1)]
    if meaning.which:
        past, future = [d for d in days if d < anchors.now], [d for d in days if d > anchors.now]
        on = past[-1] if meaning.which < 0 else future[0]
    else:
        on = min(days, key=lambda d: abs((d - anchors.now).days))  # type: ignore[operator]
        if tense and abs((on - anchors.now).days) > 60:
            on = min((d for d in days if (d > anchors.now) == (tense == "future")), key=lambda d: abs((d - anchors.now).days), default=on)  # type: ignore[operator]
    return Resolved("DATE", on.isoformat(), anchors.now, ("holiday near", on, anchors.now))


# --- Relative to an anchor --------------------------------------------------------------------------------------------


def _base(meaning_base: Any, anchors: Anchors, tense: Tense) -> tuple[date | None, Granularity, Why]:
    """The day to count from, how exactly it is known, and why it is that one."""
    if meaning_base == "now":
        return anchors.now, "day", ("now", anchors.now)
    if meaning_base == "reference":
        if anchors.last is not None and anchors.last.start is not None:
            return anchors.last.start, anchors.last.granularity, ("reference", anchors.last)
        return anchors.now, "day", ("no reference", anchors.now)
    inner = resolve(meaning_base, anchors, tense)
    span = from_timex3(inner.value) if inner else None
    return (span.start, span.granularity, ("phrase", span)) if span and span.start else (None, "day", ())


def _relative(meaning: Relative, anchors: Anchors, tense: Tense) -> Resolved | None:
    if isinstance(meaning.what, Date):
        return _relative_date(meaning, meaning.what, anchors)
    if isinstance(meaning.what, Division):
        return _relative_division(meaning, meaning.what, anchors)
    unit: str = meaning.what
    why: Why
    if meaning.definite and unit in ("week", "weekend", "year", "month"):
        base, why = anchors.now, ("now", anchors.now)
    elif unit == "quarter" and (meaning.definite or meaning.base == "reference"):
        return _reporting_quarter(meaning, anchors)
    else:
        base, _, why = _base(meaning.base, anchors, tense)
    if base is None:
        return None
    if unit == "weekend":
        return _weekend(meaning.which, base, tense, why)
    value = unit_value(_moved(base, meaning.which, unit), unit)  # type: ignore[arg-type]
    return Resolved("DATE", value, base, why)


def _weekend(which: int, base: date, tense: Tense, why: Why) -> Resolved:
    """The weekend of publication is the one nearest behind, unless the clause looks ahead; the last one lies behind."""
    saturday = base - timedelta(days=(base.isoweekday() - 6) % 7)
    if which > 0 or (which == 0 and tense == "future"):
        saturday += timedelta(days=7) if base.isoweekday() < 6 else timedelta()
    return Resolved("DATE", unit_value(saturday, "weekend"), base, why)


def _reporting_quarter(meaning: Relative, anchors: Anchors) -> Resolved | None:
    """“the quarter”: the one the text reports on, or else the last that was over at publication."""
    if anchors.quarter is not None:
        start = add_months(anchors.quarter, 3 * meaning.which if meaning.base == "reference" else 0)
        return Resolved("DATE", unit_value(start, "quarter"), start, ("reporting quarter", start))
    if anchors.now is None:
        return None
    start = add_months(anchors.now.replace(day=1), -3)
    return Resolved("DATE", unit_value(start, "quarter"), anchors.now, ("last quarter", anchors.now))


def _relative_date(meaning: Relative, what: Date, anchors: Anchors) -> Resolved | None:
    base, _, why = _base(meaning.base, anchors, None)
    if base is None:
        return None
    if what.weekday is not None:
        back = (base.isoweekday() - what.weekday) % 7
        if meaning.which < 0:
            on = base - timedelta(days=back or 7)
        elif meaning.which > 0:
            on = base + timedelta(days=7 - back)
        else:
            on = base - timedelta(days=base.isoweekday() - what.weekday)
        return Resolved("DATE", on.isoformat(), base, ("relative weekday", on, base, meaning.which))
    assert what.month is not None
    if meaning.which == 0 and what.day:
        return Resolved("DATE", date(base.year, what.month, what.day).isoformat(), base, why)
    here, there = (what.month, what.day or 0), (base.month, base.day if what.day else 0)
    year = base.year
    if meaning.which < 0 and here >= there:
        year -= 1
    elif meaning.which > 0 and here <= there:
        year += 1
    if what.day:
        return Resolved("DATE", date(year, what.month, what.day).isoformat(), base, why)
    return Resolved("DATE", f"{year:04}-{what.month:02}", base, why)


def _relative_division(meaning: Relative, what: Division, anchors: Anchors) -> Resolved | None:
    base, _, why = _base(meaning.base, anchors, None)
    if base is None:
        return None
    if what.kind != "season":
        return Resolved("DATE", _division_value(what, base.year + meaning.which), base, why)
    starts = [_division_start(what, base.year + step) for step in (-2, -1, 0, 1, 2)]
    inside = [start for start in starts if start <= base < add_months(start, 3)]
    if meaning.which == 0:
        chosen = inside[0] if inside else starts[2]
    elif meaning.which < 0:
        chosen = [start for start in starts if add_months(start, 3) <= base][-1]
    else:
        chosen = next(start for start in starts if start > base)
    return Resolved("DATE", _division_value(what, chosen.year), base, why)


def _shift(meaning: Shift, anchors: Anchors, tense: Tense) -> Resolved | None:
    base, _, why = _base(meaning.base, anchors, tense)
    if base is None:
        return None
    if meaning.count is None:
        return Resolved("DATE", "PAST_REF" if meaning.sign < 0 else "FUTURE_REF", base, why)
    if meaning.unit in ("hour", "minute", "second"):
        return _shift_clock(meaning, anchors, why)
    count = meaning.sign * meaning.count
    if meaning.unit == "year" and meaning.count == 1 and meaning.sign < 0 and anchors.quarter is not None and not anchors.longer:
        return Resolved(
            "DATE", unit_value(add_months(anchors.quarter, round(12 * count)), "quarter"), base, ("reporting quarter", anchors.quarter)
        )
    unit: Any = meaning.unit
    return Resolved("DATE", unit_value(_moved(base, count, unit), unit), base, why)


def _shift_clock(meaning: Shift, anchors: Anchors, why: Why) -> Resolved | None:
    """“three hours ago”: exact where publication has a clock time, else a length."""
    assert meaning.count is not None
    if meaning.base != "now" or anchors.published is None or not anchors.has_time:
        return Resolved("DURATION", _CODES[meaning.unit].format(f"{meaning.count:g}"), None, why)
    minutes = meaning.count * {"hour": 60, "minute": 1, "second": 1 / 60}[meaning.unit]
    then = anchors.published + timedelta(minutes=meaning.sign * minutes)
    return Resolved("TIME", then.strftime("%Y-%m-%dT%H:%M"), anchors.published.date(), why)


def _moved(base: date, count: float, unit: str) -> date:
    """So many units on; parts of a month are left off beyond halves."""
    if unit == "day":
        return base + timedelta(days=round(count))
    if unit == "week":
        return base + timedelta(days=round(7 * count))
    return add_months(base.replace(day=1) if unit != "year" else base, round(count * _MONTHS[unit]))


def _nth(meaning: Nth, anchors: Anchors, tense: Tense) -> Resolved | None:
    inner = resolve(meaning.of, anchors, tense)
    span = from_timex3(inner.value) if inner else None
    if inner is None or span is None or span.start is None or span.end is None:
        return None
    forward, step = meaning.number > 0, abs(meaning.number) - 1
    edge = span.start if forward else span.end - _DAY
    on = _moved(edge, step if forward else -step, meaning.unit) if meaning.unit != "weekend" else _nth_weekend(span, meaning.number)
    if not span.start <= on < span.end + timedelta(days=6):
        return None
    return replace(inner, value=unit_value(on, meaning.unit))  # type: ignore[arg-type]


def _nth_weekday(meaning: NthWeekday, anchors: Anchors, tense: Tense) -> Resolved | None:
    inner = resolve(meaning.of, anchors, tense)
    span = from_timex3(inner.value) if inner else None
    if inner is None or span is None or span.start is None:
        return None
    on = nth_weekday(span.start.year, span.start.month, meaning.weekday, meaning.number)
    return replace(inner, value=on.isoformat()) if on.month == span.start.month else None


def _nth_weekend(span: DateSpan, number: int) -> date:
    assert span.start is not None
    return nth_weekday(span.start.year, span.start.month, 6, number)


def _within(meaning: Within, anchors: Anchors, tense: Tense) -> Resolved | None:
    inner = resolve(meaning.of, anchors, tense)
    span = from_timex3(inner.value) if inner else None
    if inner is None or span is None or span.start is None:
        return None
    whole = resolve(replace(meaning.part, year=span.start.year), anchors, tense)
    return None if whole is None else replace(whole, anchor=inner.anchor, why=inner.why, explicit=False)


def _around(meaning: Around, anchors: Anchors, tense: Tense) -> Resolved | None:
    inner = resolve(meaning.day, anchors, tense)
    span = from_timex3(inner.value) if inner else None
    return replace(inner, value=unit_value(span.start, meaning.unit)) if inner and span and span.start else None  # type: ignore[arg-type]


# --- Times of day -----------------------------------------------------------------------------------------------------


def _part_of_day(meaning: PartOfDay, anchors: Anchors, tense: Tense) -> Resolved | None:
    inner = resolve(meaning.day, anchors, tense) if meaning.day else None
    if inner is None or len(inner.value) != 10:
        return Resolved("TIME", f"XXXX-XX-XXT{meaning.part}", confidence=0.3, why=("no day",))
    return replace(inner, type="TIME", value=f"{inner.value}T{meaning.part}")


def _clock(meaning: Clock, anchors: Anchors, tense: Tense) -> Resolved | None:
    inner = resolve(meaning.day, anchors, tense) if meaning.day else _day_told(anchors)
    clock = f"T{meaning.hour:02}:{meaning.minute or 0:02}"
    if inner is None or len(inner.value) != 10:
        return Resolved("TIME", f"XXXX-XX-XX{clock}", confidence=0.3, why=("no day",))
    return replace(inner, type="TIME", value=f"{inner.value}{clock}")


def _day_told(anchors: Anchors) -> Resolved | None:
    """The day a clock time without one belongs to: the last day told in the paragraph, or that of publication."""
    last = anchors.paragraph_day
    if last is not None:
        return Resolved("DATE", last.isoformat(), last, ("day told", last))
    return Resolved("DATE", anchors.now.isoformat(), anchors.now, ("now", anchors.now)) if anchors.now else None


def instant(value: str, zone: int | None, anchors: Anchors) -> datetime | None:
    """The instant of a TIME value with a clock; `zone` in minutes east, else the zone of publication."""
    day, _, clock = value.partition("T")
    if not clock[:1].isdigit() or "X" in day:
        return None
    on, hour = date.fromisoformat(day), int(clock[:2])
    tz = anchors.zone if zone is None else timezone(timedelta(minutes=zone))
    return datetime.combine(on + timedelta(days=hour // 24), time(hour % 24, int(clock[3:5] or 0)), tz)


# --- Not on the calendar ----------------------------------------------------------------------------------------------


def _length(meaning: Length, anchors: Anchors, tense: Tense) -> Resolved | None:
    return Resolved("DURATION", length_value(meaning), None, ("length",))


def length_value(meaning: Length) -> str:
    """The TIMEX3 value of a length: `P2Y6M` for two and a half years, `PXW` for weeks, `P20Y` for two decades."""
    count, unit = meaning.count, meaning.unit
    if count is None:
        return "PXY" if unit == "decade" else _CODES[unit].format("X")
    if unit in ("decade", "century"):
        return f"P{count * (10 if unit == 'decade' else 100):g}Y"
    whole, half = divmod(count, 1)
    smaller = {"year": "6M", "hour": "30M", "minute": "30S"}.get(unit)
    if half == 0.5 and smaller and not whole:
        return ("P" if unit == "year" else "PT") + smaller
    if half == 0.5 and smaller:
        return _CODES[unit].format(f"{whole:.0f}") + smaller
    return _CODES[unit].format(f"{count:.10g}")


def _every(meaning: Every, anchors: Anchors, tense: Tense) -> Resolved | None:
    return Resolved("SET", meaning.value, None, ("repeated",))


def _reference(meaning: Reference, anchors: Anchors, tense: Tense) -> Resolved | None:
    return Resolved("DATE", f"{meaning.which}_REF", anchors.now, ("vague",))


_RESOLVERS: Final[dict[type, Callable[..., Resolved | None]]] = {
    Date: _date, Ambiguous: _ambiguous, Division: _division, Decade: _decade, Century: _century, Holiday: _holiday, Relative: _relative,
    Shift: _shift, Nth: _nth, NthWeekday: _nth_weekday, Within: _within, Around: _around, PartOfDay: _part_of_day, Clock: _clock,
    Length: _length, Every: _every,
    Reference: _reference,
}  # fmt: skip
