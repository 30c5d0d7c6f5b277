"""Lengths and repetitions in English: "two years", "a three-month-old truce", "every Thursday", "twice a week"."""

from __future__ import annotations

from typing import Final

from generator.timex.en.relative import length, quantity
from generator.timex.language import Match, Reading
from generator.timex.meaning import Every, Meaning, PartOfDay, Relative

_CODES: Final = {"minute": "PT{}M", "hour": "PT{}H", "second": "PT{}S", "day": "P{}D", "week": "P{}W", "month": "P{}M",
    "quarter": "P{}Q", "year": "P{}Y",
                 "decade": "P{}DE", "century": "P{}CE", "fortnight": "P{}W"}  # fmt: skip
MACROS: Final[dict[str, str]] = {}


def duration(m: Match) -> Meaning | Reading | None:
    """“two years”, “several weeks”, “a few hours”, “two and a half months”.

    yes: two years = P2Y
    yes: several weeks = PXW
    yes: two and a half hours = PT2H30M
    """
    if m.has("kind") and m.word("qty") == "a" and m.word("kind") in ("calendar", "fiscal", "financial"):
        return None  # a way of counting years
    return length(quantity(m), m.value("unit"))


def fraction(m: Match) -> Meaning | None:
    """“a quarter of an hour”, “three quarters of a century”: quarters of a longer unit.

    yes: a quarter of an hour = PT15M
    yes: three quarters of a century = P75Y
    yes: after a quarter-century = P25Y
    no: a quarter of a million, a quarter hour
    """
    quarters, unit = quantity(m) if m.has("qty") else 1, m.value("whole")
    if m.value("part") != "quarter" or quarters is None or unit not in ("hour", "century"):
        return None
    if unit == "hour" and not m.has("of"):
        return None
    return length(15 * quarters, "minute") if unit == "hour" else length(25 * quarters, "year")


def compound(m: Match) -> Meaning | Reading | None:
    """“a 10-year plan”, “the three-month-old truce”, “over a 30-day period”: a length before a noun; ages of people are none.

    yes: a 10-year plan = P10Y
    yes: the three-month-old truce = P3M
    yes: over a 30-day period = P30D
    no: a 52-year-old man
    """
    if m.has("old") and m.value("unit") == "year":
        return None
    return length(quantity(m), m.value("unit"))


def long_unit(m: Match) -> Meaning | None:
    """“the decade-long war”, “a week-long visit”: one unit.

    yes: the decade-long war = P10Y
    """
    return length(1, m.value("unit")) if m.tokens.words[m.end - 1] == "long" else None


def long_word(m: Match) -> Meaning:
    """“a weeklong strike”, “the monthslong siege”: one word for a length.

    yes: a weeklong strike = P1W
    yes: the monthslong siege = PXM
    """
    return length(None if m.word("word").endswith("slong") else 1, m.value("word"))


def the_units(m: Match) -> Meaning | None:
    """“the nine months”, “the first two years”: a length with an article.

    yes: the nine months = P9M
    """
    return length(quantity(m), m.value("unit"))


def vague_units(m: Match) -> Meaning | None:
    """“for years”, “weeks of talks”, “the days ahead”: units without a number; seconds and minutes say little so.

    yes: for years = PXY
    """
    unit = m.value("unit")
    return None if unit in ("second", "minute", "quarter") else length(None, unit)


def early_hours(m: Match) -> Reading | None:
    """“the early hours of Sunday”, “the small hours of 3 May”: the morning of the day behind it.

    yes: in the early hours of Sunday = 2013-05-12TMO
    no: in the early hours
    """
    if m.value("unit") != "hour" or m.tokens.words[m.end : m.end + 1] != ["of"]:
        return None
    return Reading(PartOfDay("MO", Relative(0, "day", "reference", definite=True)), "START")


def every(m: Match) -> Meaning | None:
    """“every day”, “each Thursday”, “every two weeks”, “every May”: a repetition.

    yes: every day = P1D
    yes: each Thursday = XXXX-WXX-4
    yes: every two weeks = P2W
    yes: every other day = P2D
    yes: on the first Sunday of each month = P1M
    """
    if m.has("weekday"):
        return Every(f"XXXX-WXX-{m.value('weekday')}" + (f"T{m.value('part')}" if m.has("part") else ""))
    if m.has("month"):
        return Every(f"XXXX-{m.value('month'):02}")
    if m.has("season"):
        return Every(f"XXXX-{m.value('season')}")
    if m.has("part"):
        return Every(f"XXXX-XX-XXT{m.value('part')}")
    if not m.has("unit"):
        return None
    if m.value("unit") == "weekend":
        return Every("XXXX-WXX-WE")
    count = quantity(m) if m.has("qty") else 2 if m.word("other") == "other" else 1
    return Every(_CODES[m.value("unit")].format("X" if count is None else f"{count:g}"))


def weekdays(m: Match) -> Meaning:
    """“on Mondays”, “Tuesday nights”, “at weekends”: a day of every week.

    yes: on Mondays = XXXX-WXX-1
    yes: It is shut at weekends. = XXXX-WXX-WE
    """
    if m.has("weekends"):
        return Every("XXXX-WXX-WE")
    return Every(f"XXXX-WXX-{m.value('day')}" + (f"T{m.value('part')}" if m.has("part") else ""))


def frequency(m: Match) -> Meaning:
    """“daily”, “annually”: a word for a repetition.

    yes: the daily report = P1D
    """
    return Every(m.value("word"))


def times_a_unit(m: Match) -> Meaning:
    """“twice a week”, “three times a year”.

    yes: twice a week = P1W
    """
    return Every(_CODES[m.value("unit")].format(1))


RULES: Final = (
    ("qty:QTY kind:(MORE|FULL|FISCAL)? unit:ANYUNIT", duration),
    ("(qty:(A|WORDNUM))? part:(UNIT|UNITS) of:OF A whole:UNIT", fraction),
    ("(qty:A)? part:UNIT HYPHEN? whole:UNIT", fraction),
    ("THE qty:(NUM|WORDNUM|FEW) (FULL)? unit:UNITS", the_units),
    ("qty:(NUM|WORDNUM|FEW) HYPHEN? unit:(UNIT|SECOND|WEEKEND) (HYPHEN? old:OLD|HYPHEN FULL)?", compound),
    ("(A|THE)? qty:(NUM|WORDNUM) HYPHEN? unit:UNIT PERIOD", compound),
    ("unit:UNIT HYPHEN FULL", long_unit),
    ("word:LONGWORD", long_word),
    ("unit:UNITS (HYPHEN FULL|(OR|AND) UNITS)?", vague_units),
    ("THE unit:UNITS AHEAD (?!OF)", vague_units),
    ("THE (EARLY|SMALL) unit:UNITS", early_hours),
    ("THE (EARLY|ORDINAL) unit:UNITS", vague_units),
    ("THE unit:UNITS (?=COMMA|DOT)", vague_units),
    ("THE (ORDNUM|ORDINAL|SECOND|LAST) (WEEKDAY|UNIT|WEEKEND) (OF|IN) EVERY unit:UNIT", every),
    ("EVERY (other:OTHERS)? (qty:QTY)? unit:(UNIT|UNITS|WEEKEND)", every),
    ("EVERY (OTHERS)? (weekday:WEEKDAY|month:MONTH|season:(SEASON|FALL))? (part:PART)?", every),
    ("day:WEEKDAYS", weekdays),
    ("(?<=ON|AT) weekends:WEEKENDS", weekdays),
    ("day:WEEKDAY part:PARTS", weekdays),
    ("word:DAILY", frequency),
    ("(ONCE|WORDNUM TIMES|NUM TIMES|FEW TIMES) (A|PER|EVERY) unit:UNIT", times_a_unit),
)
