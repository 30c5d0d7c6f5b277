"""A meaning and the anchors in, a TIMEX3 value with its span, anchor and reason out: the one place that calculates dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from typing import Any, Final

from msgspec.structs import replace

from generator.dates import DateSpan, Granularity, add_months, from_timex3, unit_value
from generator.timex.anchor import Anchors, Tense, Why
from generator.timex.holidays import nth_weekday
from generator.timex.meaning import (
    Ambiguous,
    Around,
    BeforeChrist,
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
    Within,
)
from generator.timex.named import (
    division_start,
    division_value,
    resolve_ambiguous,
    resolve_before_christ,
    resolve_century,
    resolve_date,
    resolve_decade,
    resolve_division,
    resolve_holiday,
)
from generator.timex.resolved import Resolved

_DAY: Final = timedelta(days=1)
_THIS_SEASON: Final = 150  # days; a season that begins so soon is called this one
_SMALL_HOURS, _EVENING = 6, 18
_MONTHS: Final = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}
# “In June 2011 ... eight days later”: units that cannot be counted from a base known no more exactly than this.
_FINER: Final = {
    "month": ("day", "week"), "season": ("day", "week", "month"), "quarter": ("day", "week"), "half": ("day", "week", "month"),
    "year": ("day", "week", "month"), "decade": ("day", "week", "month", "year"), "century": ("day", "week", "month", "year"),
}  # fmt: skip
_OPEN: Final = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}
_CODES: Final = {
    "second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "weekend": "P{}WE", "week": "P{}W", "month": "P{}M",
    "quarter": "P{}Q", "half": "P{}H", "year": "P{}Y", "decade": "P{}DE", "century": "P{}CE",
}  # fmt: skip


def resolve(meaning: Meaning, anchors: Anchors, tense: Tense) -> Resolved | None:
    """Tie a meaning to the calendar; None where it cannot be (the 31st of February, a relative phrase with no date to count from)."""
    try:
        return _RESOLVERS[type(meaning)](meaning, anchors, tense)
    except (ValueError, OverflowError):
        return None


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
        return _relative_date(meaning, meaning.what, anchors, tense)
    if isinstance(meaning.what, Division):
        return _relative_division(meaning, meaning.what, anchors)
    unit: str = meaning.what
    why: Why
    if meaning.definite and unit in ("week", "weekend", "year", "month") and not anchors.narrative:
        base, why = anchors.now, ("now", anchors.now)
        if unit == "month" and tense == "past" and anchors.paragraph_day is not None:  # “By the end of the month there were ten”
            base, why = anchors.paragraph_day, ("day told", anchors.paragraph_day)
    elif unit == "quarter" and (meaning.definite or meaning.base == "reference"):
        return _reporting_quarter(meaning, anchors)
    else:
        base, known, why = _base(meaning.base, anchors, tense)
        if unit in _FINER.get(known, ()):  # “the same day” behind a mere year
            base, why = anchors.paragraph_day, ("day told", anchors.paragraph_day)
            if base is None:
                return Resolved("DATE", _OPEN[unit], None, ("base too coarse", anchors.last), confidence=0.3)
    if base is None:
        return None
    if unit == "weekend":
        ahead = tense == "future" or (tense is None and not meaning.definite and base.isoweekday() > 2)  # “this weekend” on a Wednesday
        return _weekend(meaning.which, base, ahead, why)
    value = unit_value(_moved(base, meaning.which, unit), unit)  # type: ignore[arg-type]
    return Resolved("DATE", value, base, why)


def _weekend(which: int, base: date, ahead: bool, why: Why) -> Resolved:
    """The weekend of publication is the one nearest behind, unless the clause looks ahead; the last one lies behind."""
    saturday = base - timedelta(days=(base.isoweekday() - 6) % 7) + timedelta(weeks=which - (which > 0) + (which < 0))
    if which > 0 or (which == 0 and ahead):
        saturday += timedelta(days=7) if base.isoweekday() < 6 else timedelta()
    return Resolved("DATE", unit_value(saturday, "weekend"), base, why)


def _reporting_quarter(meaning: Relative, anchors: Anchors) -> Resolved | None:
    """“the quarter”: the one the text reports on, or else the last that was over at publication."""
    if anchors.quarter is not None:
        start = add_months(anchors.quarter, 3 * meaning.which if meaning.base == "reference" else 0)
        return Resolved("DATE", unit_value(start, "quarter"), start, ("reporting quarter", start))
    if anchors.now is None or not (meaning.definite or meaning.which):
        return None
    start = add_months(anchors.now.replace(day=1), -3 + 3 * meaning.which)
    return Resolved("DATE", unit_value(start, "quarter"), anchors.now, ("quarter over", anchors.now))


def _side(meaning: Relative, anchors: Anchors) -> tuple[date | None, Why]:
    """The day to count a named day, month or season from: what follows a year or season follows its end."""
    base, _, why = _base(meaning.base, anchors, None)
    last = anchors.last
    if meaning.which > 0 and meaning.base == "reference" and last is not None and last.start is not None and last.end is not None:
        return last.end - _DAY, why
    return base, why


def _relative_date(meaning: Relative, what: Date, anchors: Anchors, tense: Tense) -> Resolved | None:
    base, why = _side(meaning, anchors)
    if base is None:
        return None
    if what.weekday is not None:
        back = (base.isoweekday() - what.weekday) % 7
        if meaning.which < 0:
            on = base - timedelta(days=back or 7)
        elif meaning.which > 0:
            skips = back == 6 and meaning.base == "now" and not meaning.definite  # “next Friday” is not tomorrow
            on = base + timedelta(days=7 - back + 7 * skips)
        else:
            on = base - timedelta(days=base.isoweekday() - what.weekday)
            on += timedelta(days=7 if on < base and tense == "future" else -7 if on > base and tense == "past" else 0)
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
    base, why = _side(meaning, anchors)
    if base is None:
        return None
    if what.kind != "season":
        return Resolved("DATE", division_value(what, base.year + meaning.which), base, why)
    starts = [division_start(what, base.year + step) for step in (-3, -2, -1, 0, 1, 2, 3)]
    inside = [start for start in starts if start <= base < add_months(start, 3)]
    if meaning.which == 0:
        chosen = inside[0] if inside else starts[3]
    elif meaning.which < 0:
        chosen = [start for start in starts if add_months(start, 3) <= base][meaning.which]
    else:
        ahead = [start for start in starts if start > base]
        near = ahead[0].year == base.year and (ahead[0] - base).days < _THIS_SEASON  # in March “next summer” is not the one of that year
        chosen = ahead[meaning.which if near and meaning.base == "now" else meaning.which - 1]
    return Resolved("DATE", division_value(what, chosen.year), base, why)


def _shift(meaning: Shift, anchors: Anchors, tense: Tense) -> Resolved | None:
    base, known, why = _base(meaning.base, anchors, tense)
    if base is None:
        return None
    if meaning.count is not None and meaning.unit in _FINER.get(known, ()):
        return Resolved("DURATION", length_value(Length(meaning.count, meaning.unit)), None, ("base too coarse", anchors.last))
    if meaning.count is None:
        return Resolved("DATE", "PAST_REF" if meaning.sign < 0 else "FUTURE_REF", base, why)
    if meaning.unit in ("hour", "minute", "second"):
        return _shift_clock(meaning, anchors, why)
    count = meaning.sign * meaning.count
    if meaning.exact:
        months = _MONTHS.get(meaning.unit)
        on = add_months(base, round(count * months)) if months else _moved(base, count, meaning.unit)
        return Resolved("DATE", on.isoformat(), base, why)
    if meaning.unit == "year" and meaning.count == 1 and meaning.sign < 0 and anchors.quarter is not None and not anchors.longer:
        return Resolved(
            "DATE", unit_value(add_months(anchors.quarter, round(12 * count)), "quarter"), base, ("reporting quarter", anchors.quarter)
        )
    unit: Any = meaning.unit
    if unit == "century" and count % 1:  # “half a century ago”
        count, unit = 10 * count, "decade"
    return Resolved("DATE", unit_value(_moved(base, count, unit), unit), base, why)


def _shift_clock(meaning: Shift, anchors: Anchors, why: Why) -> Resolved | None:
    """“three hours ago”: exact where publication has a clock time, else a length."""
    assert meaning.count is not None
    last = anchors.last.instant if meaning.base == "reference" and anchors.last is not None else None
    if last is not None and meaning.unit != "second":  # “at 10:35 ... an hour later”
        minutes = meaning.count * (60 if meaning.unit == "hour" else 1)
        then = last + timedelta(minutes=meaning.sign * minutes)
        return Resolved("TIME", then.strftime("%Y-%m-%dT%H:%M"), last.date(), why)
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
    if meaning.unit == "week":  # the first week is the one with most of its days inside, as in ISO 8601
        edge += timedelta(days=3 if forward else -3)
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
    if type(meaning.part) is Date and meaning.part.weekday and span.granularity == "week":
        return replace(inner, value=(span.start + (meaning.part.weekday - 1) * _DAY).isoformat())
    whole = resolve(replace(meaning.part, year=span.start.year), anchors, tense)
    return None if whole is None else replace(whole, anchor=inner.anchor, why=inner.why, explicit=False)


def _around(meaning: Around, anchors: Anchors, tense: Tense) -> Resolved | None:
    inner = resolve(meaning.day, anchors, tense)
    span = from_timex3(inner.value) if inner else None
    if inner is None or span is None or span.start is None:
        return None
    early = meaning.unit == "weekend" and span.start.isoweekday() < 3  # “Labor Day weekend” is the one before that Monday
    return replace(inner, value=unit_value(span.start - 3 * _DAY if early else span.start, meaning.unit))  # type: ignore[arg-type]


# --- Times of day -----------------------------------------------------------------------------------------------------


def _part_of_day(meaning: PartOfDay, anchors: Anchors, tense: Tense) -> Resolved | None:
    inner = resolve(meaning.day, anchors, tense) if meaning.day else None
    if inner is None or len(inner.value) != 10:
        return Resolved("TIME", f"XXXX-XX-XXT{meaning.part}", confidence=0.3, why=("no day",))
    return replace(inner, type="TIME", value=f"{inner.value}T{meaning.part}")


def _clock(meaning: Clock, anchors: Anchors, tense: Tense) -> Resolved | None:
    inner = resolve(meaning.day, anchors, tense) if meaning.day else _day_told(anchors, meaning.hour, tense)
    clock = f"T{meaning.hour:02}:{meaning.minute or 0:02}"
    if inner is None or len(inner.value) != 10:
        return Resolved("TIME", f"XXXX-XX-XX{clock}", confidence=0.3, why=("no day",))
    return replace(inner, type="TIME", value=f"{inner.value}{clock}")


def _day_told(anchors: Anchors, hour: int, tense: Tense) -> Resolved | None:
    """The day a clock time without one belongs to: the last one told, or that of publication; the small hours follow its night.

    What lies ahead ("the mayor will speak at 6 p.m.") is not on a day that is over.
    """
    last = anchors.day_told
    if last is not None and not (anchors.over and tense == "future"):
        if hour < _SMALL_HOURS and anchors.last is not None and _late(anchors.last):
            return Resolved("DATE", (last + _DAY).isoformat(), last, ("night told", last))
        return Resolved("DATE", last.isoformat(), last, ("day told", last))
    return Resolved("DATE", anchors.now.isoformat(), anchors.now, ("now", anchors.now)) if anchors.now else None


def _late(span: DateSpan) -> bool:
    """Tell whether a stretch is an evening, a night or an hour of them."""
    return span.part in ("evening", "night") or (span.instant is not None and span.instant.hour >= _EVENING)


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
    if count == 0.5 and unit == "day":
        return "PT12H"
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
    Date: resolve_date, Ambiguous: resolve_ambiguous, Division: resolve_division, Decade: resolve_decade, Century: resolve_century,
    BeforeChrist: resolve_before_christ, Holiday: resolve_holiday, Relative: _relative,
    Shift: _shift, Nth: _nth, NthWeekday: _nth_weekday, Within: _within, Around: _around, PartOfDay: _part_of_day, Clock: _clock,
    Length: _length, Every: _every,
    Reference: _reference,
}  # fmt: skip
