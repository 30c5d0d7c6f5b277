"""Quarters, halves, seasons and fiscal years of English prose."""

from __future__ import annotations

from typing import Final

from generator.timex.en.dates import year_told
from generator.timex.language import Match, Reading
from generator.timex.meaning import Date, Division, Meaning, Relative

MACROS: Final = {"NTH": "(ORDNUM|ORDINAL|SECOND)"}


def quarter(m: Match) -> Meaning | Reading | None:
    """“the third quarter of 1989”, “fourth-quarter”, “its fiscal first quarter”, “this year's second quarter”.

    yes: the third quarter of 2012 = 2012-Q3
    yes: second-quarter profit = 2013-Q2
    yes: last year's first quarter = 2012-Q1
    no: the fifth quarter of the moon
    """
    number, kind = m.number("n"), m.value("unit")
    if kind != "quarter" or not 1 <= number <= 4:
        return None
    meaning = _placed(m, Division("quarter", number, None, fiscal=m.has("fiscal")))
    own = m.tokens.words[m.begin] in ("its", "their", "his", "her", "our", "my", "your", "a", "an")
    return Reading(meaning, begin=m.at("n") if (own or m.tokens.words[m.stop("n")] == "-") and not m.has("fiscal") else None)


def two_quarters(m: Match) -> tuple[Reading, ...] | None:
    """“the second and fourth quarters”, “the first and second quarters of 2012”: two of one year.

    yes: the first and third quarters of 2012 = 2012-Q1, 2012-Q3
    no: the first and third years
    """
    numbers = [m.number(group) for group in ("n", "last")]
    if m.value("unit") != "quarter" or not all(1 <= number <= 4 for number in numbers):
        return None
    first, last = (Division("quarter", number, year_told(m)) for number in numbers)
    return Reading(first, begin=m.begin, end=m.at("link")), Reading(last, begin=m.at("last"), end=m.end)


def month_quarter(m: Match) -> Meaning | None:
    """“the September quarter”, “the June quarter of 2012”: three months by the last of them.

    yes: Sales fell in the September quarter. = 2012-Q3
    yes: in the March 2012 quarter = 2012-Q1
    no: the September meeting
    """
    if m.value("unit") != "quarter":
        return None
    return Division("quarter", quarter_with(m.value("month")), m.number("year") if m.has("year") else None)


def quarter_with(last: int) -> int:
    """The calendar's quarter that holds most of the three months that end with this one."""
    return (last - 2) // 3 % 4 + 1


def half(m: Match) -> Meaning | Reading | None:
    """“the first half of 2012”, “the second half of the year”: six months of a year.

    yes: the first half of 2012 = 2012-H1
    yes: the latter half of fiscal 2012 = 2012-H2
    no: the first half of the game
    """
    number = m.number("n")
    if not 1 <= number <= 2 or not (m.has("year") or m.has("rel") or m.has("of")):
        return None
    return _placed(m, Division("half", number))


def last_of_year(m: Match) -> Meaning | None:
    """“the last quarter of 2012”, “the last half of 2012”: the one that ends the year.

    yes: the last quarter of 2012 = 2012-Q4
    yes: the last half of 2012 = 2012-H2
    """
    if not m.has("unit"):
        return Division("half", 2, m.number("year"))
    return Division("quarter", 4, m.number("year")) if m.value("unit") == "quarter" else None


def short_period(m: Match) -> Meaning | None:
    """“Q3 2012”, “H1 2012”, “FY2012”: the shorthand of business reports.

    yes: Q3 2012 = 2012-Q3
    yes: FY2012 = 2012
    yes: 3Q 2012 = 2012-Q3
    no: h 5
    """
    if not m.tokens.glued(m.begin + 1):
        return None
    if not m.has("kind"):
        return Date(m.number("year"))
    kind, number, year = m.value("kind"), m.number("n"), m.number("year") if m.has("year") else None
    if number > (4 if kind == "quarter" else 2) or (kind == "half" and year is None):
        return None
    return Division(kind, number, year)


def _placed(m: Match, division: Division) -> Meaning:
    if m.has("year"):
        return Division(division.kind, division.number, m.number("year"), division.fiscal)
    if m.has("rel"):
        return Relative(m.value("rel") or 0, division)
    return division


def season(m: Match) -> Meaning | Reading | None:
    """“the summer of 2012”, “spring 2011”, “the winter”: a season; fall only with a year or an article beside it.

    yes: the summer of 2012 = 2012-SU
    yes: in the spring = 2013-SP
    yes: in the spring of '71 = 1971-SP
    yes: the 2012 summer = 2012-SU
    no: the fall of the wall
    """
    name = m.value("name")
    bare = m.begin == m.at("name") and m.word("name") == "fall" and not (m.has("year") or m.has("short"))
    if bare and m.tokens.words[max(0, m.begin - 2) : m.begin - 1] not in (["in"], ["by"], ["since"], ["until"]):  # “an early fall”
        return None
    return Division("season", name, year_told(m))


def fiscal_year(m: Match) -> Meaning | None:
    """“fiscal 1989”, “fiscal year 2012”, “the current fiscal year”.

    yes: fiscal 2012 = 2012
    """
    return Date(m.number("year"))


RULES: Final = (
    (
        "(THE|OWN|A)? fiscal:FISCAL? HYPHEN? n:NTH HYPHEN? FISCAL? unit:UNIT"
        " ((OF|IN)? COMMA? THE? FISCAL? year:YEAR|(OF|IN) rel:(THIS|LAST|NEXT) UNIT)?",
        quarter,
    ),
    ("(THE|OWN) year:YEAR (fiscal:FISCAL)? n:NTH HYPHEN? unit:UNIT", quarter),
    ("rel:(THIS|LAST|NEXT) UNIT APOSTROPHE S (fiscal:FISCAL)? n:NTH HYPHEN? unit:UNIT", quarter),
    ("(THE|OWN)? n:NTH link:(AND|OR|TO) last:NTH unit:UNITS ((OF|IN)? year:YEAR)?", two_quarters),
    ("(THE|OWN)? month:MONTH unit:UNIT (OF? year:YEAR)?", month_quarter),
    ("(THE|OWN)? month:MONTH year:YEAR unit:UNIT", month_quarter),
    ("kind:LETTER n:NUM12 year:YEAR?", short_period),
    ("n:NUM12 kind:LETTER year:YEAR?", short_period),
    ("FY year:YEAR", short_period),
    ("THE last:(LAST|FINAL) unit:UNIT OF year:YEAR", last_of_year),
    ("THE last:(LAST|FINAL) HALF OF year:YEAR", last_of_year),
    ("n:(NTH|LATTER) HYPHEN? HALF (OF|IN) year:YEAR", half),
    ("(THE|OWN) n:(NTH|LATTER) HYPHEN? HALF (OF|IN) (THE? FISCAL? year:YEAR|rel:(THIS|LAST|NEXT) UNIT|of:(THE UNIT))", half),
    ("THE name:(SEASON|FALL) ((OF|COMMA)? (year:YEAR|short:SHORTYEAR))?", season),
    ("THE? year:YEAR name:SEASON", season),
    ("name:(SEASON|FALL) (OF|COMMA)? (year:YEAR|short:SHORTYEAR)", season),
    ("name:SEASON", season),
    ("(?<=EARLY|LATE|MID) name:FALL", season),
    ("THE? FISCAL (UNIT)? year:YEAR", fiscal_year),
)
