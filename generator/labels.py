"""A DateSpan in words that are never more exact than the span: `Early June 2013`, `Week of 20 May 2013`, `14 May 2013, late`.

One table a language; a language without a table is written in English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from generator.dates import DateSpan, Modifier, PartOfDay, add_months


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; forms with braces are filled in with `str.format`."""

    months: tuple[str, ...]
    day: str
    month: str
    seasons: Mapping[int, str]
    quarter: str
    half: str
    decade: str
    century: str
    weekend: str
    week: str
    parts: Mapping[PartOfDay, str]
    third: Mapping[Modifier | None, str]
    third_of_day: Mapping[Modifier | None, str]
    about: str
    before: str
    after: str
    since: str
    until: str
    clock: str


ENGLISH: Final = Words(
    months=("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
    day="{d} {month} {y}",
    month="{month} {y}",
    seasons={3: "spring {y}", 6: "summer {y}", 9: "autumn {y}", 12: "winter {y}–{next:02}"},
    quarter="{n} quarter of {y}",
    half="{n} half of {y}",
    decade="{y}s",
    century="{n} century",
    weekend="weekend of {first}",
    week="week of {first}",
    parts={
        "morning": "morning", "midday": "midday", "afternoon": "afternoon", "evening": "evening", "night": "night", "daytime": "by day",
    },
    third={"start": "early {unit}", "mid": "mid-{unit}", "end": "late {unit}"},
    third_of_day={"start": "early", "mid": "around midday", "end": "late"},
    about="about {unit}",
    before="before {unit}",
    after="after {unit}",
    since="since {unit}",
    until="until {unit}",
    clock="{day}, {clock}",
)  # fmt: skip

GERMAN: Final = Words(
    months=("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"),
    day="{d}. {month} {y}",
    month="{month} {y}",
    seasons={3: "Frühjahr {y}", 6: "Sommer {y}", 9: "Herbst {y}", 12: "Winter {y}/{next:02}"},
    quarter="{n}. Quartal {y}",
    half="{n}. Halbjahr {y}",
    decade="{y}er Jahre",
    century="{n}. Jahrhundert",
    weekend="Wochenende vom {first}",
    week="Woche vom {first}",
    parts={
        "morning": "morgens", "midday": "mittags", "afternoon": "nachmittags",
        "evening": "abends", "night": "nachts", "daytime": "tagsüber",
    },
    third={"start": "Anfang {unit}", "mid": "Mitte {unit}", "end": "Ende {unit}"},
    third_of_day={"start": "früh", "mid": "mittags", "end": "spät"},
    about="etwa {unit}",
    before="vor {unit}",
    after="nach {unit}",
    since="seit {unit}",
    until="bis {unit}",
    clock="{day}, {clock}",
)  # fmt: skip

LANGUAGES: Final[Mapping[str, Words]] = {"en": ENGLISH, "de": GERMAN}
_ORDINALS: Final = {"en": ("first", "second", "third", "fourth"), "de": ("1", "2", "3", "4")}
_DAY: Final = timedelta(days=1)


def label(span: DateSpan, language: str = "en") -> str:
    """The span in words, beginning with a capital letter."""
    text = phrase(span, language)
    return text[:1].upper() + text[1:]


def phrase(span: DateSpan, language: str = "en") -> str:
    """The span in words for the middle of a sentence: `early June 2013`."""
    return _of_days(span, language[:2]) if span.instant is None else _label(span, LANGUAGES.get(language[:2], ENGLISH), language[:2])


@lru_cache(maxsize=4096)
def _of_days(span: DateSpan, language: str) -> str:
    """Of a span without clock times: those are equal also where they are written in two zones, and would be taken for each other."""
    return _label(span, LANGUAGES.get(language, ENGLISH), language)


def month_name(number: int, language: str = "en") -> str:
    """The name of a month, numbered from 1."""
    return LANGUAGES.get(language[:2], ENGLISH).months[number - 1]


def _label(span: DateSpan, words: Words, language: str) -> str:
    if span.start is None or span.end is None:
        return _open(span, words, language)
    if span.instant is not None:
        return _clock(span.instant, span.until, words)
    if span.modifier in words.third and span.granularity not in ("day", "part of day", "weekend"):
        return words.third[span.modifier].format(unit=_units(*_widened(span), words, language))
    text = _units(span.start, span.end, span.granularity, words, language)
    when = [words.third_of_day[span.modifier]] if span.modifier in words.third_of_day else []
    when += [words.parts[span.part]] if span.part else []
    if when:
        text = words.clock.format(day=text, clock=" ".join(when))
    return words.about.format(unit=text) if span.modifier == "approximate" else text


def _open(span: DateSpan, words: Words, language: str) -> str:
    """Words for a span with one open side: the unit that bounds it, and before, after, since or until."""
    if span.start is None:
        assert span.end is not None
        on = span.end if span.modifier == "before" else span.end - _DAY
        form = words.before if span.modifier == "before" else words.until
    else:
        on = span.start - _DAY if span.modifier == "after" else span.start
        form = words.after if span.modifier == "after" else words.since
    return form.format(unit=_units(*_unit_around(on, span.granularity), words, language))


def _clock(instant: datetime, until: datetime | None, words: Words) -> str:
    zone = instant.strftime("%z")
    name = "UTC" if zone == "+0000" else f"UTC{zone[:3]}:{zone[3:5]}"
    hours = instant.strftime("%H:%M") + (f"–{until.strftime('%H:%M')}" if until else "")
    return words.clock.format(day=_day(instant.date(), words), clock=f"{hours} {name}")


def _day(on: date, words: Words) -> str:
    return words.day.format(d=on.day, month=words.months[on.month - 1], y=on.year)


def _widened(span: DateSpan) -> tuple[date, date, str]:
    """The whole unit of which a narrowed span is a third."""
    assert span.start is not None
    return _unit_around(span.start, span.granularity)


def _unit_around(on: date, granularity: str) -> tuple[date, date, str]:
    """The unit of that granularity that holds a day; seasons are the meteorological ones."""
    if granularity in ("week", "weekend"):
        monday = on - timedelta(days=on.weekday())
        return (monday, monday + 7 * _DAY, granularity) if granularity == "week" else (monday + 5 * _DAY, monday + 7 * _DAY, granularity)
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12}.get(granularity)
    if months:
        first = date(on.year, (on.month - 1) // months * months + 1, 1)
        return first, add_months(first, months), granularity
    if granularity == "season":
        first = add_months(date(on.year, on.month, 1), -(on.month % 3))
        return first, add_months(first, 3), granularity
    years = {"decade": 10, "century": 100}.get(granularity)
    if years:
        begin = on.year // years * years
        return date(begin or 1, 1, 1), date(begin + years, 1, 1), granularity
    return on, on + _DAY, "day"


def _units(start: date, end: date, granularity: str, words: Words, language: str) -> str:
    """One unit or a range of units, what both sides share said once: `3–5 May 2013`, `October–December 2022`."""
    one = _unit_around(start, granularity)
    if one[:2] == (start, end):
        return _one(start, granularity, words, language)
    last = end - _DAY
    if granularity == "year" and (start.month, start.day, end.month, end.day) == (1, 1, 1, 1):
        return f"{start.year}–{last.year}"
    if granularity in ("month", "season", "quarter", "half", "year") and start.day == 1 and end.day == 1:
        left = words.months[start.month - 1] if start.year == last.year else _one(start, "month", words, language)
        return _one(start, "month", words, language) if add_months(start, 1) == end else f"{left}–{_one(last, 'month', words, language)}"
    if granularity == "decade":
        return f"{_one(start, granularity, words, language)}–{_one(last, granularity, words, language)}"
    return _days(start, last, words)


def _days(start: date, last: date, words: Words) -> str:
    if start == last:
        return _day(start, words)
    if (start.year, start.month) == (last.year, last.month):
        return f"{words.day.format(d=start.day, month='', y='').strip()}–{_day(last, words)}"
    if start.year == last.year:
        return f"{words.day.format(d=start.day, month=words.months[start.month - 1], y='').strip()} – {_day(last, words)}"
    return f"{_day(start, words)} – {_day(last, words)}"


def _one(start: date, granularity: str, words: Words, language: str) -> str:
    ordinals = _ORDINALS.get(language, _ORDINALS["en"])
    if granularity == "week":
        return words.week.format(first=_day(start, words))
    if granularity == "weekend":
        return words.weekend.format(first=_day(start, words))
    if granularity == "month":
        return words.month.format(month=words.months[start.month - 1], y=start.year)
    if granularity == "season":
        return words.seasons[start.month].format(y=start.year, next=(start.year + 1) % 100)
    if granularity == "quarter":
        return words.quarter.format(n=ordinals[start.month // 3], y=start.year)
    if granularity == "half":
        return words.half.format(n=ordinals[start.month // 6], y=start.year)
    if granularity == "year":
        return str(start.year)
    if granularity == "decade":
        return words.decade.format(y=start.year)
    if granularity == "century":
        number = start.year // 100 + 1
        return words.century.format(n=_ordinal(number) if language == "en" else number)
    return _day(start, words)


def _ordinal(number: int) -> str:
    """English ordinals in digits: 1st, 2nd, 3rd, 11th."""
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
