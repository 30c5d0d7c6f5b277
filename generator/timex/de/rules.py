"""German: patterns over the classes of `words` in, meanings out. The examples run as tests, on Wednesday 15 May 2013."""

from __future__ import annotations

from typing import Final

from generator.timex.language import Match, Reading
from generator.timex.meaning import Clock, Date, Division, Length, Meaning, PartOfDay, Relative, Shift

MACROS: Final = {"DAYNUM": "(NUM12|NUM31|ZEROED)", "REL": "(LAST|NEXT|THIS)", "NUM": "(NUM12|NUM31|NUMBER|NUMERAL)"}


def full_date(m: Match) -> Meaning | None:
    """„14. Mai 2013“, „Dienstag, den 14. Mai“: day, month and perhaps the year.

    yes: am 14. Mai 2013 = 2013-05-14
    yes: am 3. Juni = 2013-06-03
    no: 45. Mai
    """
    day = m.number("day")
    if not 1 <= day <= 31:
        return None
    return Date(m.number("year") if m.has("year") else None, m.value("month"), day, m.value("weekday"))


def digits_date(m: Match) -> Meaning | None:
    """„14.05.2013“, „2013-05-14“: in German the day comes first.

    yes: am 03.06.2013 = 2013-06-03
    yes: 2013-06-03 = 2013-06-03
    """
    word = m.tokens.words[m.begin]
    parts = [int(part) for part in word[:10].replace("-", ".").split(".")]
    year, number, day = parts if "-" in word else reversed(parts)
    year += 0 if year > 99 else 2000 if year < 30 else 1900
    return Date(year, number, day) if 1 <= number <= 12 and 1 <= day <= 31 else None


def days_of_month(m: Match) -> tuple[Reading, ...] | None:
    """„3. bis 5. Mai“: the ends of a stretch in one month.

    yes: vom 3. bis 5. Mai 2013 = 2013-05-03, 2013-05-05
    """
    first, last, year = m.number("day"), m.number("last"), m.number("year") if m.has("year") else None
    if not 1 <= first < last <= 31:
        return None
    return (
        Reading(Date(year, m.value("month"), first), begin=m.begin, end=m.at("link"), ranged=True),
        Reading(Date(year, m.value("month"), last), begin=m.at("last"), end=m.end, ranged=True),
    )


def month(m: Match) -> Meaning:
    """„im Mai“, „Mai 2012“: a month.

    yes: im April = 2013-04
    yes: Oktober 2012 = 2012-10
    """
    return Date(m.number("year") if m.has("year") else None, m.value("month"))


def part_of_month(m: Match) -> Reading:
    """„Anfang Juni“, „Mitte Mai 2012“, „Ende März“: a third of a month.

    yes: Anfang Juni = 2013-06
    """
    mod = "START" if m.has("early") else "MID" if m.has("middle") else "END"
    return Reading(Date(m.number("year") if m.has("year") else None, m.value("month")), mod=mod)


def weekday(m: Match) -> Meaning:
    """„am Dienstag“, „Dienstagabend“: the nearest one, as the clause says.

    yes: Sie trafen sich am Dienstag. = 2013-05-14
    yes: Sie werden sich am Freitag treffen. = 2013-05-17
    yes: am Dienstagabend = 2013-05-14TEV
    """
    if m.has("both"):
        number, part = m.value("both")
        return PartOfDay(part, Date(weekday=number))
    day = Date(weekday=m.value("weekday"))
    return PartOfDay(m.value("part"), day) if m.has("part") else day


def relative_day(m: Match) -> Meaning:
    """„gestern“, „heute“, „übermorgen“, „gestern Abend“.

    yes: gestern = 2013-05-14
    yes: übermorgen = 2013-05-17
    yes: heute Abend = 2013-05-15TEV
    """
    shift = m.value("day")
    day: Meaning = Relative(shift, "day") if abs(shift) < 2 else Shift(abs(shift), "day", "now", 1 if shift > 0 else -1)
    return PartOfDay(m.value("part"), day) if m.has("part") else day


def tomorrow(m: Match) -> Meaning | None:
    """„morgen“ in lower case; with a capital it is the morning.

    yes: Die Wahl ist morgen. = 2013-05-16
    no: Der Morgen war kalt
    """
    return None if m.tokens.capital(m.begin) and m.begin else Relative(1, "day")


def relative_unit(m: Match) -> Meaning | None:
    """„letzte Woche“, „im nächsten Jahr“, „diesen Monat“, „vergangenen Freitag“.

    yes: letzte Woche = 2013-W19
    yes: im nächsten Jahr = 2014
    yes: am vergangenen Freitag = 2013-05-10
    yes: im letzten Sommer = 2012-SU
    """
    which = m.value("rel")
    if m.has("weekday"):
        return Relative(which, Date(weekday=m.value("weekday")))
    if m.has("month"):
        return Relative(which, Date(month=m.value("month")))
    if m.has("season"):
        return Relative(which, Division("season", m.value("season")))
    return Relative(which, m.value("unit"))


def season(m: Match) -> Meaning:
    """„im Sommer 2012“, „im Frühjahr“: a season.

    yes: im Sommer 2012 = 2012-SU
    """
    return Division("season", m.value("season"), m.number("year") if m.has("year") else None)


def ago(m: Match) -> Meaning:
    """„vor zwei Wochen“, „vor einem Jahr“, „in drei Tagen“: counted from publication.

    yes: vor zwei Wochen = 2013-W18
    yes: in drei Tagen = 2013-05-18
    """
    return Shift(m.number("n"), m.value("unit"), "now", -1 if m.has("ago") else 1)


def duration(m: Match) -> Meaning:
    """„drei Jahre“, „zwei Wochen“: a length.

    yes: drei Jahre = P3Y
    """
    return Length(m.number("n"), m.value("unit"))


def year(m: Match) -> Meaning:
    """„2012“, „im Jahr 2012“: four digits.

    yes: im Jahr 2012 = 2012
    """
    return Date(m.number("year"))


def clock(m: Match) -> Meaning | None:
    """„17.30 Uhr“, „18 Uhr“, „17:30“: a time of day.

    yes: um 17.30 Uhr = 2013-05-15T17:30
    yes: um 18 Uhr = 2013-05-15T18:00
    """
    hour, _, minute = m.word("time").replace(".", ":").partition(":")
    if int(hour) > 24 or int(minute or 0) > 59:
        return None
    return Clock(int(hour), int(minute[:2] or 0))


RULES: Final = (
    ("(weekday:WEEKDAY COMMA? ARTICLE?)? day:DAYNUM DOT month:MONTH year:YEAR?", full_date),
    ("ISODATE|DOTDATE", digits_date),
    ("day:DAYNUM DOT link:(UNTIL|AND|HYPHEN) last:DAYNUM DOT month:MONTH year:YEAR?", days_of_month),
    ("month:MONTH year:YEAR?", month),
    ("(early:EARLY|middle:MIDDLE|LATE) month:MONTH year:YEAR?", part_of_month),
    ("(weekday:WEEKDAY part:PART?|both:WEEKDAY_PART)", weekday),
    ("day:DAY part:PART?", relative_day),
    ("TOMORROW", tomorrow),
    ("rel:REL (weekday:WEEKDAY|month:MONTH|season:SEASON|unit:(UNIT|WEEKEND))", relative_unit),
    ("season:SEASON year:YEAR?", season),
    ("(ago:AGO|IN) n:NUM unit:(UNIT|UNITS)", ago),
    ("n:NUM unit:UNITS", duration),
    ("(UNIT)? year:YEAR", year),
    ("time:(CLOCKNUM|DECIMAL|NUM12|NUM31|ZEROED) CLOCKWORD", clock),
)
