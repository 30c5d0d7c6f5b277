"""Meanings that name a date, with or without its year, and the anchors in; their dates out."""

from __future__ import annotations

from datetime import date
from typing import Final

from generator.dates import add_months, days_in_month, unit_value
from generator.timex.anchor import Anchors, Tense, Why, nearest_weekday, nearest_year
from generator.timex.holidays import day_of
from generator.timex.meaning import Ambiguous, BeforeChrist, Century, Date, Decade, Division, Holiday
from generator.timex.resolved import Resolved

_BACK: Final = 8  # months that a story steps back within a year; further back, the next year is meant
_CLOSE: Final = 10  # days from one date of a story to the next, however many years are mentioned between
_SEASON_MONTH: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DIVISION_MONTHS: Final = {"quarter": 3, "half": 6, "season": 3}


def resolve_date(meaning: Date, anchors: Anchors, tense: Tense) -> Resolved | None:
    """“3 May 2012”, “3 May”, “Tuesday”: what is missing comes from the anchors."""
    if meaning.year is not None:
        return _full(meaning)
    if meaning.month is not None:
        return _yearless(meaning, anchors, tense)
    if anchors.now is None:
        return None
    if meaning.day is not None:
        return _day_of_month(meaning, anchors, tense)
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
        return Resolved("DATE", f"XXXX{_month_day(meaning)}", None, ("no anchor",), confidence=0.3)
    if year < 0:
        return Resolved("DATE", f"BC{-year:04}{_month_day(meaning)}", None, why)
    if meaning.day is None:
        return Resolved("DATE", f"{year:04}-{meaning.month:02}", anchors.now, why)
    on = date(year, meaning.month, meaning.day)
    if meaning.weekday and on.isoweekday() != meaning.weekday:
        for other in (year - 1, year + 1):
            if date(other, meaning.month, min(meaning.day, 28)).isoweekday() and _is_weekday(other, meaning):
                return Resolved("DATE", date(other, meaning.month, meaning.day).isoformat(), anchors.now, ("weekday fits", other))
    return Resolved("DATE", on.isoformat(), anchors.now, why)


def _month_day(meaning: Date) -> str:
    """`-05-14` or `-05`: what follows the year in a value."""
    return f"-{meaning.month:02}" + (f"-{meaning.day:02}" if meaning.day else "")


def _is_weekday(year: int, meaning: Date) -> bool:
    try:
        return date(year, meaning.month or 1, meaning.day or 1).isoweekday() == meaning.weekday
    except ValueError:
        return False


def _year_for(month: int, day: int | None, anchors: Anchors, tense: Tense) -> tuple[int | None, Why]:
    """The year of a month or day that comes without one."""
    now = anchors.now
    if anchors.heading is not None and not anchors.narrative:
        return anchors.heading, ("heading", anchors.heading)
    told = anchors.year if anchors.narrative or now is None else None
    if told is not None:
        goes_on = _goes_on(month, day, told, anchors.dated)
        if goes_on is not None:
            return goes_on, ("story goes on", goes_on, anchors.dated)
        rolls = anchors.month is not None and anchors.month - month > _BACK
        return (told + 1, ("rolled", told + 1, told)) if rolls else (told, ("told year", told))
    if now is None:
        return None, ()
    year = nearest_year(now, month, day, tense)
    decided = year != nearest_year(now, month, day, None)
    return year, ("nearest year", year, now, tense if decided else None)


def _goes_on(month: int, day: int | None, told: int, dated: date | None) -> int | None:
    """The year in which a day lies close to the last date told, where another year has only been mentioned since."""
    if dated is None or dated.year == told or day is None:
        return None
    years = (dated.year - 1, dated.year, dated.year + 1)
    return next((year for year in years if abs((date(year, month, min(day, 28)) - dated).days) <= _CLOSE), None)


def _day_of_month(meaning: Date, anchors: Anchors, tense: Tense) -> Resolved | None:
    """“Tuesday the 14th”: the nearest month in which that day has that weekday; “the 14th”: the one nearest to the day told last."""
    assert anchors.now is not None and meaning.day is not None
    if meaning.weekday is None:
        return _nearest_day(meaning.day, anchors.now, anchors.paragraph_day, tense)
    for step in sorted(range(-12, 13), key=abs):
        first = add_months(anchors.now.replace(day=1), step)
        try:
            on = first.replace(day=meaning.day)
        except ValueError:
            continue
        if on.isoweekday() == meaning.weekday:
            return Resolved("DATE", on.isoformat(), anchors.now, ("nearest month", on, anchors.now))
    return None


def _nearest_day(day: int, now: date, told: date | None, tense: Tense) -> Resolved | None:
    """Nearest to the last day told in the paragraph; else to publication, on the side that the tense says."""
    firsts = [add_months((told or now).replace(day=1), step) for step in (-2, -1, 0, 1, 2)]
    days = [first.replace(day=day) for first in firsts if day <= days_in_month(first.year, first.month)]
    if told is None and tense is not None:
        days = [on for on in days if on == now or (on > now) == (tense == "future")]
    on = min(days, key=lambda on: abs((on - (told or now)).days))
    return Resolved("DATE", on.isoformat(), told or now, ("nearest to told", on, told) if told else ("nearest month", on, now))


def resolve_ambiguous(meaning: Ambiguous, anchors: Anchors, tense: Tense) -> Resolved | None:
    """“05/06/2013”: by the date order of the site, or not at all."""
    month_first, day_first = meaning.first <= 12, meaning.second <= 12
    if month_first and day_first and meaning.first != meaning.second:
        if anchors.order not in ("mdy", "dmy"):
            return Resolved("DATE", f"{meaning.year:04}-XX-XX", None, ("two readings", meaning.first, meaning.second), confidence=0.3)
        month_first = anchors.order == "mdy"
    month, day = (meaning.first, meaning.second) if month_first else (meaning.second, meaning.first)
    return Resolved("DATE", date(meaning.year, month, day).isoformat(), None, ("written out",), explicit=True)


def resolve_division(meaning: Division, anchors: Anchors, tense: Tense) -> Resolved | None:
    """“the third quarter of 2012”, “the spring”: without a year, the one nearest to publication."""
    if meaning.number == 0:
        return _period_of(meaning, anchors)
    if meaning.year is not None:
        return Resolved("DATE", division_value(meaning, meaning.year), None, ("written out",), explicit=True)
    now = anchors.now
    told = anchors.year if anchors.narrative or now is None else None
    if told is not None:
        return Resolved("DATE", division_value(meaning, told), None, ("told year", told))
    if now is None:
        return None
    starts = [division_start(meaning, now.year + step) for step in (-1, 0, 1)]
    chosen = [start for start in starts if start <= now][-1]
    ahead = next(start for start in starts if start > now)
    behind = (now - add_months(chosen, _DIVISION_MONTHS[meaning.kind])).days
    nearer = 0 <= behind > (ahead - now).days
    next_season = meaning.kind == "season" and behind >= 0 and tense != "past" and (nearer or tense == "future")
    if next_season or (nearer and tense == "future"):  # what is told of a quarter is mostly its result
        chosen = ahead
    return Resolved("DATE", division_value(meaning, chosen.year), now, ("nearest division", chosen, now, tense))


def _period_of(meaning: Division, anchors: Anchors) -> Resolved:
    """“the 1988 period”: the reporting quarter's number in that year, or the year where no quarter was told."""
    assert meaning.year is not None
    if anchors.quarter is None or anchors.longer:
        return Resolved("DATE", f"{meaning.year:04}", explicit=True)
    return Resolved(
        "DATE", unit_value(anchors.quarter.replace(year=meaning.year), "quarter"), anchors.quarter, ("reporting quarter", anchors.quarter)
    )


def division_start(meaning: Division, year: int) -> date:
    """The first day of a quarter, half or season of a year."""
    if meaning.kind == "season":
        return date(year, _SEASON_MONTH[str(meaning.number)], 1)
    return date(year, (int(meaning.number) - 1) * _DIVISION_MONTHS[meaning.kind] + 1, 1)


def division_value(meaning: Division, year: int) -> str:
    """The TIMEX3 value of a quarter, half or season of a year."""
    letter = {"quarter": "Q", "half": "H", "season": ""}[meaning.kind]
    return f"{year:04}-{letter}{meaning.number}" if year > 0 else f"BC{-year:04}-{letter}{meaning.number}"


def resolve_decade(meaning: Decade, anchors: Anchors, tense: Tense) -> Resolved | None:
    """“the 1980s”, “the eighties”: without a century, the last such decade."""
    if not meaning.century_open:
        return Resolved("DATE", f"{meaning.number:03}", None, ("written out",), explicit=True)
    now = anchors.now
    century = 19 if now is None else now.year // 100
    if now is not None and meaning.number * 10 > now.year % 100:
        century -= 1
    return Resolved("DATE", f"{century}{meaning.number}", now, ("nearest decade",))


def resolve_century(meaning: Century, anchors: Anchors, tense: Tense) -> Resolved | None:
    """“the 20th century”."""
    return Resolved("DATE", f"{meaning.number:02}", None, ("written out",), explicit=True)


def resolve_before_christ(meaning: BeforeChrist, anchors: Anchors, tense: Tense) -> Resolved | None:
    """“490 BC”: a value only, as the calendar of Python, and so a span, begins with year 1."""
    return Resolved("DATE", f"BC{meaning.value}", None, ("before our era",), explicit=True)


def resolve_holiday(meaning: Holiday, anchors: Anchors, tense: Tense) -> Resolved | None:
    """“Christmas Eve”, “last Thanksgiving”: without a year, the nearest."""
    if meaning.year is not None:
        return Resolved("DATE", day_of(meaning.key, meaning.year).isoformat(), None, ("holiday",), explicit=True)
    if anchors.narrative and anchors.year is not None and anchors.year > 0 and meaning.which is None:
        return _holiday_told(meaning, anchors.year, anchors.dated)
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


def _holiday_told(meaning: Holiday, told: int, dated: date | None) -> Resolved:
    """A holiday of a story: that of the year told, or the one of the year after where the months have run on past it."""
    on = day_of(meaning.key, told)
    if dated is not None and dated.year == told and dated.month - on.month > _BACK:
        on = day_of(meaning.key, told + 1)
    return Resolved("DATE", on.isoformat(), dated, ("told year", told))
