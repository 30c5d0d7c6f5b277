"""Stretches of the calendar: a TIMEX3 value or an EDTF date in, a DateSpan with half-open day bounds out, and back.

Conventions, with their sources:
- TIMEX3 values and modifiers: TimeML 1.2.1 annotation guidelines.
- EDTF: the Library of Congress specification, levels 0 to 2 (ISO 8601-2:2019). EDTF has no weeks; they become intervals.
- Seasons are the meteorological ones of the northern half, three whole months; winter belongs to the year it begins in.
- "Early", "mid" and "late" are thirds: days 1-10, 11-20 and 21-end of a month, whole months or years in longer units.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

Granularity = Literal[
    "minute", "hour", "part of day", "day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century"
]
Modifier = Literal["start", "mid", "end", "approximate", "before", "after"]
PartOfDay = Literal["morning", "midday", "afternoon", "evening", "night", "daytime"]

# Finest first; the position is the rank that orders spans of equal beginning.
GRANULARITIES: Final[tuple[Granularity, ...]] = (
    "minute", "hour", "part of day", "day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century",
)  # fmt: skip
_RANK: Final = {name: rank for rank, name in enumerate(GRANULARITIES)}
_PARTS: Final[dict[str, PartOfDay]] = {
    "MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime",
}  # fmt: skip
_PART_ORDER: Final[dict[PartOfDay, str]] = {
    "daytime": "08:00", "morning": "06:00", "midday": "12:00", "afternoon": "12:01", "evening": "18:00", "night": "21:00",
}  # fmt: skip
_PART_CODES: Final = {part: code for code, part in _PARTS.items()}
_SEASON_MONTH: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_CODES: Final = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_MODS: Final[dict[str, Modifier]] = {
    "START": "start", "MID": "mid", "END": "end", "APPROX": "approximate", "BEFORE": "before", "AFTER": "after",
}  # fmt: skip
_DAY: Final = timedelta(days=1)
_FIRST_YEAR, _LAST_YEAR = 1, 9998
_KEPT: Final = 4096  # values and spans of which the answer is kept: texts tell the same few days again and again


class DateSpan(Struct, frozen=True, gc=False, array_like=True):
    """A stretch of whole days from `start` (inclusive) to `end` (exclusive), known to some granularity.

    None stands for an open side: "since 3 June" has no end, "until 3 June" and "before 3 June" have no start. Modifiers
    start, mid and end have already narrowed the bounds, approximate has not. An exact time of day is `instant`, aware of
    its zone, whose local day then is `start`; `until` ends a range of times.
    """

    start: date | None
    end: date | None
    granularity: Granularity = "day"
    modifier: Modifier | None = None
    part: PartOfDay | None = None
    instant: datetime | None = None
    until: datetime | None = None

    def __post_init__(self) -> None:
        """Refuse a span without any bound, or one that ends before it begins."""
        if self.start is None and self.end is None:
            raise ValueError("a span needs a beginning or an end")
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise ValueError(f"a span cannot end ({self.end}) before it begins ({self.start})")

    @property
    def last(self) -> date | None:
        """The last day inside; None where the end is open."""
        return None if self.end is None else self.end - _DAY

    @property
    def days(self) -> int | None:
        """How many days lie inside; None where a side is open."""
        return None if self.start is None or self.end is None else (self.end - self.start).days

    @property
    def sort_key(self) -> tuple[date, int, str, date]:
        """Order by earliest bound, then vague before exact, then time of day, then latest bound.

        "June" stands before 1 June; "before 3 June" before the entries of 3 June; a morning before a quarter past nine.
        """
        begin = self.start or self.end or date.min
        if self.instant is None and self.part is None:
            return (begin, -_RANK[self.granularity], "", self.end or date.max)
        clock = _PART_ORDER[self.part] if self.instant is None and self.part else f"{self.instant:%H:%M}"
        return (begin, 0, clock, self.end or date.max)

    @property
    def edtf(self) -> str:
        """This span as EDTF, for example `2013-05-14`, `2013-06-01/2013-06-10`, `2013~`, `../2013-06-02`."""
        return _edtf(self)

    @property
    def timex3(self) -> tuple[str, str | None]:
        """This span as a TIMEX3 value and modifier; a range is given by its first unit."""
        return _timex3(self)

    def overlaps(self, other: DateSpan) -> bool:
        """Tell whether the two share a day; an open side reaches without end."""
        return (self.start is None or other.end is None or self.start < other.end) and (
            other.start is None or self.end is None or other.start < self.end
        )

    def contains(self, other: DateSpan) -> bool:
        """Tell whether every day of `other` lies inside this span."""
        return (self.start is None or (other.start is not None and self.start <= other.start)) and (
            self.end is None or (other.end is not None and other.end <= self.end)
        )

    def finer_than(self, other: DateSpan) -> bool:
        """Tell whether this span says more exactly when: fewer days, then the finer granularity."""
        mine, yours = self.days or 10**7, other.days or 10**7
        return (mine, _RANK[self.granularity]) < (yours, _RANK[other.granularity])


def day(on: date, modifier: Modifier | None = None) -> DateSpan:
    """One day."""
    return DateSpan(on, on + _DAY, "day", modifier)


def month(year: int, number: int, modifier: Modifier | None = None) -> DateSpan:
    """One month, `number` from 1; start, mid and end narrow it to days 1-10, 11-20 and 21-end."""
    first = date(year, number, 1)
    return _narrowed(first, add_months(first, 1), "month", modifier)


def year(number: int, modifier: Modifier | None = None) -> DateSpan:
    """One calendar year."""
    return _narrowed(date(number, 1, 1), date(number + 1, 1, 1), "year", modifier)


def week(inside: date, modifier: Modifier | None = None) -> DateSpan:
    """The ISO week, Monday to Sunday, that holds the day `inside`."""
    monday = inside - timedelta(days=inside.weekday())
    return _narrowed(monday, monday + 7 * _DAY, "week", modifier)


def between(first: DateSpan, last: DateSpan) -> DateSpan:
    """From the beginning of one span to the end of another ("3 to 5 May"), at the finer of their granularities.

    Raises ValueError when `last` ends before `first` begins.
    """
    granularity = min(first.granularity, last.granularity, key=_RANK.__getitem__)
    approximate: Modifier | None = "approximate" if "approximate" in (first.modifier, last.modifier) else None
    return DateSpan(first.start, last.end, granularity, approximate, instant=first.instant, until=last.instant)


def before(span: DateSpan) -> DateSpan:
    """All that lies before a span begins; raises ValueError where it has no beginning."""
    return DateSpan(None, span.start, span.granularity, "before")


def after(span: DateSpan) -> DateSpan:
    """All that lies after a span ends; raises ValueError where it has no end."""
    return DateSpan(span.end, None, span.granularity, "after")


def since(span: DateSpan) -> DateSpan:
    """From the beginning of a span, without end; raises ValueError where it has no beginning."""
    return DateSpan(span.start, None, span.granularity)


def until(span: DateSpan) -> DateSpan:
    """Up to the end of a span, without beginning; raises ValueError where it has no end."""
    return DateSpan(None, span.end, span.granularity)


def at(instant: datetime, granularity: Literal["minute", "hour"] = "minute") -> DateSpan:
    """An exact time; `instant` must know its zone, whose day is the day of the span."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return DateSpan(instant.date(), instant.date() + _DAY, granularity, instant=instant)


def add_months(on: date, count: int) -> date:
    """The same day so many months on, or the last day of that month where it is shorter."""
    month0 = on.year * 12 + on.month - 1 + count
    number, rest = divmod(month0, 12)
    return date(number, rest + 1, min(on.day, days_in_month(number, rest + 1)))


def days_in_month(number: int, of: int) -> int:
    """How many days month `of` (from 1) has in the year `number`."""
    following = date(number + of // 12, of % 12 + 1, 1)
    return (following - date(number, of, 1)).days


def with_modifier(span: DateSpan, modifier: Modifier | None) -> DateSpan:
    """Apply a modifier to a plain span: before and after open it, start, mid and end narrow it."""
    if modifier is None:
        return span
    if modifier == "before":
        return before(span)
    if modifier == "after":
        return after(span)
    if modifier == "approximate" or span.start is None or span.end is None:
        return replace(span, modifier=modifier)
    return _narrowed(span.start, span.end, span.granularity, modifier, span.part)


def _narrowed(start: date, end: date, granularity: Granularity, modifier: Modifier | None, part: PartOfDay | None = None) -> DateSpan:
    """Cut whole units to their first, middle or last third, in days up to a month and in months or years above it."""
    if modifier in ("before", "after"):
        return with_modifier(DateSpan(start, end, granularity, None, part), modifier)
    if modifier not in ("start", "mid", "end"):
        return DateSpan(start, end, granularity, modifier, part)
    index = ("start", "mid", "end").index(modifier)
    if granularity == "month":
        marks = [start, start + 10 * _DAY, start + 20 * _DAY, end]
    elif granularity == "week":
        marks = [start, start + 2 * _DAY, start + 4 * _DAY, end]
    elif granularity in ("season", "quarter", "half", "year"):
        third = ((end.year - start.year) * 12 + end.month - start.month) // 3
        marks = [start, add_months(start, third), add_months(start, 2 * third), end]
    elif granularity in ("decade", "century"):
        span = end.year - start.year
        cuts = (0, span * 4 // 10, span * 7 // 10) if span == 10 else (0, span // 3, span * 2 // 3)
        marks = [*(date(start.year + cut, 1, 1) for cut in cuts), end]
    else:
        return DateSpan(start, end, granularity, modifier, part)
    return DateSpan(marks[index], marks[index + 1], granularity, modifier, part)


def on_side(span: DateSpan, anchor: date, *, later: bool) -> DateSpan:
    """What a period has before an anchor in it, or after it: “earlier this year” in May is January to May, both with the anchor's month.

    Decades are cut at the anchor's year, weeks and months at its day. A period that the anchor lies outside of, or a day, stays whole.
    """
    start, end = span.start, span.end
    if start is None or end is None or not start <= anchor < end or end - start <= _DAY:
        return span
    if span.granularity in ("week", "weekend", "month"):
        return replace(span, start=anchor) if later else replace(span, end=anchor + _DAY)
    if span.granularity in ("decade", "century"):
        year = date(anchor.year, 1, 1)
        return replace(span, start=year, granularity="year") if later else replace(span, end=add_months(year, 12), granularity="year")
    month = anchor.replace(day=1)
    return replace(span, start=max(start, month)) if later else replace(span, end=min(end, add_months(month, 1)))


# --- TIMEX3 -----------------------------------------------------------------------------------------------------------

_TIMEX: Final = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-W(?P<week>\d{2})(?:-(?P<weekday>[1-7]|WE))?"
    r"|-(?P<season>SP|SU|FA|WI)|-Q(?P<quarter>[1-4])|-H(?P<half>[12])"
    r"|-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?"
    r"(?:T(?:(?P<part>MO|MI|AF|EV|NI|DT)|(?P<hour>\d{2})(?::(?P<minute>\d{2})(?::\d{2})?)?(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)?))?"
)
_TIMEX_WIDE: Final = re.compile(r"(?P<decade>\d{3})X?|(?P<century>\d{2})(?:XX)?")


@lru_cache(_KEPT)
def from_timex3(value: str, mod: str | None = None, zone: tzinfo = UTC) -> DateSpan | None:
    """The span of a TIMEX3 value: `2013-05-14TNI` is the night of 14 May, `198` the 1980s, `2013-W21` a week.

    A clock time without zone is taken in `zone`. Durations, sets, references and values with unknown parts
    (`2013-XX`, `PRESENT_REF`) have no span: None, also for a day that the calendar does not have.
    """
    modifier = _MODS.get(mod or "")
    try:
        span = _timex_span(value, zone)
        return None if span is None else with_modifier(span, modifier)
    except (ValueError, OverflowError):
        return None


def _timex_span(value: str, zone: tzinfo) -> DateSpan | None:
    wide = _TIMEX_WIDE.fullmatch(value)
    if wide:
        width, digits = (10, wide["decade"]) if wide["decade"] else (100, wide["century"])
        first = int(digits) * width
        return DateSpan(date(first or 1, 1, 1), date(first + width, 1, 1), "decade" if width == 10 else "century")
    m = _TIMEX.fullmatch(value)
    if m is None:
        return None
    span = _timex_date(m)
    if m["part"]:
        return replace(span, granularity="part of day", part=_PARTS[m["part"]])
    if m["hour"]:
        return _timex_clock(span, m, zone)
    return span


def _timex_date(m: re.Match[str]) -> DateSpan:
    number = int(m["year"])
    if m["week"]:
        monday = date.fromisocalendar(number, int(m["week"]), 1)
        if m["weekday"] == "WE":
            return DateSpan(monday + 5 * _DAY, monday + 7 * _DAY, "weekend")
        return day(monday + (int(m["weekday"]) - 1) * _DAY) if m["weekday"] else week(monday)
    if m["season"]:
        return _months(number, _SEASON_MONTH[m["season"]], 3, "season")
    if m["quarter"]:
        return _months(number, int(m["quarter"]) * 3 - 2, 3, "quarter")
    if m["half"]:
        return _months(number, int(m["half"]) * 6 - 5, 6, "half")
    if m["day"]:
        return day(date(number, int(m["month"]), int(m["day"])))
    return month(number, int(m["month"])) if m["month"] else year(number)


def _timex_clock(span: DateSpan, m: re.Match[str], zone: tzinfo) -> DateSpan:
    assert span.start is not None
    hour, on = int(m["hour"]), span.start
    if hour == 24:
        hour, on = 0, on + _DAY
    clock = datetime(on.year, on.month, on.day, hour, int(m["minute"] or 0), tzinfo=_zone(m["zone"]) or zone)
    return at(clock, "minute" if m["minute"] else "hour")


def _zone(text: str | None) -> tzinfo | None:
    if not text:
        return None
    if text == "Z":
        return UTC
    digits = text[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return timezone(-offset if text[0] == "-" else offset)


def _months(number: int, first: int, count: int, granularity: Granularity) -> DateSpan:
    start = date(number, first, 1)
    return DateSpan(start, add_months(start, count), granularity)


def _timex3(span: DateSpan) -> tuple[str, str | None]:
    mod = next((code for code, name in _MODS.items() if name == span.modifier), None)
    if span.start is None:
        assert span.end is not None
        return unit_value(span.end if span.modifier == "before" else span.end - _DAY, span.granularity), mod or "ON_OR_BEFORE"
    if span.end is None:
        return unit_value(span.start - _DAY if span.modifier == "after" else span.start, span.granularity), mod or "ON_OR_AFTER"
    if span.instant is not None:
        return span.instant.strftime(f"{span.start.isoformat()}T%H:%M" if span.granularity == "minute" else f"{span.start}T%H"), mod
    value = unit_value(span.start, span.granularity)
    return (f"{value}T{_PART_CODES[span.part]}" if span.part else value), mod


def unit_value(on: date, granularity: Granularity) -> str:
    """The TIMEX3 value of the unit that holds a day: `2013-W20`, `2013-Q2`, `201` for a decade; a day for all finer ones."""
    if granularity in ("week", "weekend"):
        iso = on.isocalendar()
        return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if granularity == "weekend" else "")
    if granularity == "month":
        return f"{on.year:04}-{on.month:02}"
    if granularity == "season":
        return f"{on.year - (on.month < 3):04}-{_SEASON_CODES[on.month // 3 * 3 or 12]}"
    if granularity in ("quarter", "half"):
        return f"{on.year:04}-Q{(on.month + 2) // 3}" if granularity == "quarter" else f"{on.year:04}-H{(on.month + 5) // 6}"
    if granularity in ("year", "decade", "century"):
        return f"{on.year:04}"[: {"year": 4, "decade": 3, "century": 2}[granularity]]
    return on.isoformat()


# --- EDTF -------------------------------------------------------------------------------------------------------------

_EDTF_SEASON: Final = {3: 21, 6: 22, 9: 23, 12: 24}
_EDTF_DIVISIONS: Final = {
    **{21 + i: (3 + 3 * i, 3, "season") for i in range(4)},
    **{33 + i: (1 + 3 * i, 3, "quarter") for i in range(4)},
    **{40 + i: (1 + 6 * i, 6, "half") for i in range(2)},
}  # fmt: skip


def _edtf(span: DateSpan) -> str:
    if span.instant is not None and span.start is not None:
        if span.until is not None:
            return f"{_edtf_instant(span.instant)}/{_edtf_instant(span.until)}"
        return _edtf_instant(span.instant) + ("~" if span.modifier == "approximate" else "")
    return _edtf_days(span)


@lru_cache(_KEPT)
def _edtf_days(span: DateSpan) -> str:
    """Of a span without clock times: those are equal also where they are written in two zones, and would be taken for each other."""
    mark = "~" if span.modifier == "approximate" else ""
    if span.start is None or span.end is None:
        last = "" if span.end is None else _edtf_side(span, span.end - _DAY)
        first = "" if span.start is None else _edtf_side(span, span.start)
        return f"{first or '..'}{mark if first else ''}/{last or '..'}{mark if last else ''}"
    whole = _edtf_whole(span, span.start, span.end)
    if whole:
        return whole + mark
    return f"{_edtf_side(span, span.start)}{mark}/{_edtf_side(span, span.end - _DAY)}{mark}"


def _edtf_instant(instant: datetime) -> str:
    text = instant.isoformat(timespec="seconds")
    return text.replace("+00:00", "Z")


def _edtf_whole(span: DateSpan, start: date, end: date) -> str | None:
    """The one EDTF unit that has just these bounds, if there is one at the span's granularity."""
    years = end.year - start.year
    if end - start == _DAY:
        return start.isoformat()
    if span.granularity in ("minute", "hour", "part of day", "day", "weekend", "week") or start.day != 1 or end.day != 1:
        return None
    if span.granularity in ("season", "quarter") and add_months(start, 3) == end:
        if span.granularity == "season" and start.month in _EDTF_SEASON:
            return f"{start.year:04}-{_EDTF_SEASON[start.month]}"
        if span.granularity == "quarter" and start.month % 3 == 1:
            return f"{start.year:04}-{33 + start.month // 3}"
    if add_months(start, 1) == end:
        return f"{start.year:04}-{start.month:02}"
    if start.month != 1 or end.month != 1:
        return None
    if years == 1:
        return f"{start.year:04}"
    if years == 10 and start.year % 10 == 0:
        return f"{start.year // 10:03}X"
    return f"{start.year // 100:02}XX" if years == 100 and start.year % 100 == 0 else None


def _edtf_side(span: DateSpan, on: date) -> str:
    """One side of an interval, no finer than the span knows it and no coarser than its bounds are."""
    if _RANK[span.granularity] < _RANK["month"]:
        return on.isoformat()
    starts_month = span.start is None or span.start.day == 1
    ends_month = span.end is None or span.end.day == 1
    if not (starts_month and ends_month):
        return on.isoformat()
    starts_year = span.start is None or (span.start.month, span.start.day) == (1, 1)
    ends_year = span.end is None or (span.end.month, span.end.day) == (1, 1)
    return f"{on.year:04}" if starts_year and ends_year and _RANK[span.granularity] >= _RANK["year"] else f"{on.year:04}-{on.month:02}"


_EDTF_PART: Final = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?:W(?P<week>\d{2})|(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?))?"
    r"(?:T(?P<clock>\d{2}:\d{2}(?::\d{2})?)(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)?)?(?P<mark>[~?%])?"
)


def from_edtf(text: str, zone: tzinfo = UTC) -> DateSpan:
    """Read `2013-05-14`, `2013-06`, `2013-21`, `201X`, `2013~`, `2013-05-01/2013-05-03`, `2013/..`, `2013-05-14T15:00Z`.

    ISO weeks (`2013-W21`) are read too. A clock time without zone is taken in `zone`. Raises ValueError, with words for
    a person, for anything else and for days that the calendar does not have.
    """
    left, slash, right = text.strip().partition("/")
    if not slash:
        return _edtf_part(left, zone)
    if left in ("", "..") and right in ("", ".."):
        raise ValueError(f'"{text}" has neither a beginning nor an end')
    if left in ("", ".."):
        return until(_edtf_part(right, zone))
    return since(_edtf_part(left, zone)) if right in ("", "..") else between(_edtf_part(left, zone), _edtf_part(right, zone))


def _edtf_part(text: str, zone: tzinfo) -> DateSpan:
    m = _EDTF_PART.fullmatch(text.strip())
    if m is None or not _FIRST_YEAR <= int(m["year"].replace("X", "0") or 0) + ("X" in m["year"]) <= _LAST_YEAR:
        raise ValueError(f'"{text}" is not a date: write 2013-05-14, 2013-05, 2013 or an interval 2013-05-01/2013-05-03')
    span = _edtf_unit(m)
    if m["clock"] and span.start is not None:
        hour, minute = int(m["clock"][:2]), int(m["clock"][3:5])
        clock = datetime(span.start.year, span.start.month, span.start.day, hour, minute, tzinfo=_zone(m["zone"]) or zone)
        span = at(clock)
    return replace(span, modifier="approximate") if m["mark"] else span


def _edtf_unit(m: re.Match[str]) -> DateSpan:
    digits = m["year"].rstrip("X")
    if len(digits) < 4:
        width: int = 10 ** (4 - len(digits))
        first = int(digits) * width
        return DateSpan(date(first or 1, 1, 1), date(first + width, 1, 1), "decade" if width == 10 else "century")
    number = int(digits)
    if m["week"]:
        return week(date.fromisocalendar(number, int(m["week"]), 1))
    if not m["month"] or m["month"] == "XX":
        return year(number)
    if int(m["month"]) in _EDTF_DIVISIONS:
        first_month, count, granularity = _EDTF_DIVISIONS[int(m["month"])]
        return _months(number, first_month, count, granularity)  # type: ignore[arg-type]
    if not m["day"] or m["day"] == "XX":
        return month(number, int(m["month"]))
    return day(date(number, int(m["month"]), int(m["day"])))
