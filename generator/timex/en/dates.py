"""Dates that name their day, month or year: patterns over the classes of `words` in, meanings out.

Every rule's docstring begins with phrases it is for; `yes` lines (phrase = value on the corpora's day, Wednesday 15 May
2013) and `no` lines (phrases in which it must find nothing) run as tests.
"""

from __future__ import annotations

from typing import Any, Final

from generator.timex.en.numbers import number_in_words
from generator.timex.en.words import HOLIDAYS, words
from generator.timex.language import Match, Reading
from generator.timex.meaning import (
    Ambiguous,
    Around,
    Base,
    BeforeChrist,
    Century,
    Clock,
    Date,
    Decade,
    Every,
    Holiday,
    Meaning,
    PartOfDay,
    Relative,
    Within,
)
from generator.timex.tokens import FIRST_YEAR

MACROS: Final = {
    "DAYNUM": "(NUM12|NUM31|ZEROED|ORDNUM|ORDINAL|SECOND)",
    "DAYDIGITS": "(NUM12|NUM31|ORDNUM)",
    "NUM": "(NUM12|NUM31|NUMBER|DECIMAL|ZEROED)",
    "YEARWORDS": "(CARDINAL CARDINAL (HYPHEN? CARDINAL)?|CARDINAL SCALE (AND? CARDINAL (HYPHEN? CARDINAL)?)?)",
    "SHORTYEAR": "(APOSTROPHE(ZEROED|NUM12|NUM31|NUMBER))",
}
# What can stand behind “the 14th” where it is a day; a noun makes it a floor, a hole or a minute.
_NO_NOUN: Final = words(". , ; : ! ? ) ” '' and or to at in by for when before after but with \" -- —")


def month_day(m: Match) -> Meaning | None:
    """“May 3, 2012”, “Friday, May 3rd”: the day after the month.

    yes: May 3 = 2013-05-03
    yes: Tuesday, Nov. 6, 2012 = 2012-11-06
    yes: June the 4th = 2013-06-04
    no: May 300
    """
    day = m.number("day")
    named = m.word("day").isalpha() and m.end < len(m.tokens.words) and m.tokens.words[m.end].isalpha() and m.tokens.capital(m.end)
    if named and m.stop("day") == m.end:  # “in May the Second Army”
        return None
    if not 1 <= day <= 31 or (m.tokens.words[m.stop("day") - 1].endswith("s") and not m.tokens.words[m.at("day")].isalpha()):
        return None
    return Date(year_told(m), m.value("month"), day, m.value("weekday"))


def day_month(m: Match) -> Meaning | None:
    """“3 May 2012”, “the 3rd of May”, “Friday 3 May”: the day before the month.

    yes: 3 May = 2013-05-03
    yes: the 21st of June 2012 = 2012-06-21
    yes: Sunday 12 May = 2013-05-12
    no: 300 May
    """
    day = m.number("day")
    if not 1 <= day <= 31:
        return None
    return Date(year_told(m), m.value("month"), day, m.value("weekday"))


def days_of_month(m: Match) -> tuple[Reading, ...] | None:
    """“May 3 to 5”, “April 24 and 25”, “June 3-5, 2012”, “3 to 5 May”: two days of one month.

    yes: May 3 to 5 = 2013-05-03, 2013-05-05
    yes: April 24 and 25 = 2013-04-24, 2013-04-25
    yes: 3-5 June 2012 = 2012-06-03, 2012-06-05
    no: May 30-13 win
    """
    first, second, year, number = m.number("day"), m.number("last"), year_told(m), m.value("month")
    if not 1 <= first < second <= 31:
        return None
    split, ranged = m.at("link"), m.word("link") not in ("and", "or", ",")
    return (
        Reading(Date(year, number, first), begin=m.begin, end=split, ranged=ranged),
        Reading(Date(year, number, second), begin=m.at("rest"), end=m.end, ranged=ranged),
    )


def list_of_days(m: Match) -> tuple[Reading, ...] | None:
    """“May 3, 4 and 5”, “3, 4 and 5 May 2012”: three days or more of one month.

    yes: May 3, 4 and 5 = 2013-05-03, 2013-05-04, 2013-05-05
    yes: on 3, 4 and 6 June 2012 = 2012-06-03, 2012-06-04, 2012-06-06
    no: May 30, 4 and 5
    """
    first, stop = m.at("days"), m.stop("days")
    words = m.tokens.words
    places = [at for at in range(first, stop) if words[at] not in (",", "and", "&")]
    numbers = [int(words[at].rstrip("stndrh")) for at in places if words[at].rstrip("stndrh").isdigit()]
    if len(numbers) != len(places) or numbers != sorted(set(numbers)) or not 1 <= numbers[0] <= numbers[-1] <= 31:
        return None
    year, month = year_told(m), m.value("month")
    begins, ends = [m.begin, *places[1:]], [*(at + 1 for at in places[:-1]), m.end]
    return tuple(Reading(Date(year, month, number), begin=begin, end=end) for number, begin, end in zip(numbers, begins, ends, strict=True))


def years(m: Match) -> tuple[Reading, ...] | None:
    """“2003-07”, “1998/99”: two years, the second in two digits.

    yes: in 2003-07 = 2003, 2007
    no: 1998-95
    """
    first, tail = m.number("year"), m.word("tail")
    second = first // 100 * 100 + int(tail) if len(tail) == 2 else 0
    if not first < second or not (m.tokens.glued(m.begin + 1) and m.tokens.glued(m.begin + 2)):
        return None
    return (
        Reading(Date(first), begin=m.begin, end=m.begin + 1, ranged=True),
        Reading(Date(second), begin=m.begin + 2, end=m.end, ranged=True),
    )


def month_year(m: Match) -> Meaning | None:
    """“May 2012”, “June of 1998”, “March '87”: a month of a year.

    yes: May 2012 = 2012-05
    yes: June of 1998 = 1998-06
    yes: August '91 = 1991-08
    """
    year = year_told(m)
    return None if year is None else Date(year, m.value("month"))


def month(m: Match) -> Meaning:
    """“May”: a month whose year the anchor gives.

    yes: in April = 2013-04
    no: they may go, on the march
    """
    return Date(None, m.value("month"))


def month_of_year(m: Match) -> Meaning | None:
    """“June last year”, “March 3 this year”, “May of the same year”: the year told beside the month.

    yes: in June last year = 2012-06
    yes: on March 3 last year = 2012-03-03
    yes: It was passed in 1998. It took effect on 1 January the following year. = 1999-01-01
    """
    if m.value("unit") != "year":
        return None
    day = m.number("day") if m.has("day") else None
    base: Base = "reference" if m.word("rel") in ("that", "same", "following", "previous") else "now"
    return Within(Date(None, m.value("month"), day), Relative(m.value("rel"), "year", base))


def ended(m: Match) -> Meaning | None:
    """“the year ended March 31”: the last such day, however far back.

    yes: in the year ended July 31 = 2012-07-31
    """
    day = m.number("day")
    return Relative(-1, Date(None, m.value("month"), day)) if 1 <= day <= 31 else None


def weekday(m: Match) -> Meaning:
    """“Tuesday”: the nearest one, before or after publication as the clause says.

    yes: They met on Tuesday. = 2013-05-14
    yes: They will meet on Friday. = 2013-05-17
    """
    return Date(weekday=m.value("weekday"))


def weekday_ordinal(m: Match) -> Meaning | None:
    """“Tuesday the 14th”, “Friday, 17th”: a weekday and the day of a month not named.

    yes: Tuesday the 14th = 2013-05-14
    """
    day = m.number("day")
    return Date(None, None, day, m.value("weekday")) if 1 <= day <= 31 else None


def day_ordinal(m: Match) -> Meaning | None:
    """“on the 14th”: a day of the month that the text speaks of, or of the nearest.

    yes: They met on the 14th. = 2013-05-14
    yes: They will meet on the 3rd. = 2013-06-03
    no: on the 14th floor
    """
    day, after = m.number("day"), m.tokens.words[m.end : m.end + 1]
    return Date(day=day) if 1 <= day <= 31 and (not after or after[0] in _NO_NOUN) else None


def year(m: Match) -> Meaning | Reading:
    """“1998”, “the year 1998”, “the years 1998 and 1999”: four digits, unless what stands beside them counts or names something else.

    yes: in 1998 = 1998
    yes: the year 2001 = 2001
    yes: the years 1955 and 1957 = 1955, 1957
    no: $1998, 1998 people, Boeing 1998
    """
    return Date(m.number("year"))


def old_year(m: Match) -> Meaning | None:
    """“the year 1066”, “AD 79”, “476 AD”: years that four digits alone would not tell.

    yes: in the year 1066 = 1066
    yes: in AD 79 = 0079
    no: an ad 79 people saw, the year 20 of them left
    """
    number = m.number("year")
    if m.has("era"):
        return Date(number) if m.tokens.capitals(m.at("era")) and number else None
    return Date(number) if m.value("unit") == "year" and 100 <= number < FIRST_YEAR else None


def year_in_words(m: Match) -> Meaning | Reading | None:
    """“nineteen ninety-seven”, “the year two thousand”: a year as it is spoken.

    yes: nineteen ninety-seven = 1997
    yes: the year two thousand = 2000
    yes: January nineteen ninety-eight = 1998-01
    """
    spoken = [word for word in m.words("year") if word != "-"]
    if "thousand" in spoken:
        value = number_in_words(spoken, m.language.values)
    else:
        century, rest = m.language.values[spoken[0]], number_in_words(spoken[1:], m.language.values)
        if century not in (17, 18, 19, 20) or rest is None or not 10 <= rest <= 99:
            return None
        value = century * 100 + rest
    if value is None or not 1000 <= value <= 2199:
        return None
    return Date(int(value), m.value("month") if m.has("month") else None)


def short_year(m: Match) -> Meaning | Reading | None:
    """“'98”, “the class of '68”: two digits behind an apostrophe.

    yes: in '98 = 1998
    """
    number = m.tokens.words[m.begin + 1]
    if len(number) != 2 or not m.tokens.glued(m.begin + 1) or m.tokens.glued(m.begin):
        return None
    return Date(_century_of(int(number)) + int(number))


def iso_date(m: Match) -> Meaning | None:
    """“2013-05-14”, “2013-05-14T09:30Z”: the international form.

    yes: 2012-11-06 = 2012-11-06
    yes: 2012-11-06T09:30Z = 2012-11-06T09:30
    no: 2012-13-06
    """
    word = m.tokens.words[m.begin]
    found = Date(int(word[:4]), int(word[5:7]), int(word[8:10]))
    if not (1 <= int(word[5:7]) <= 12 and 1 <= int(word[8:10]) <= 31):
        return None
    if len(word) == 10:
        return found
    if int(word[11:13]) > 24 or int(word[14:16]) > 59:
        return None
    tail = word[16:].lstrip(":0123456789")
    return Clock(int(word[11:13]), int(word[14:16]), _zone_digits(tail), found)


def _zone_digits(tail: str) -> int | None:
    if not tail:
        return None
    if tail == "z":
        return 0
    digits = tail[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:] or 0)
    return -minutes if tail[0] == "-" else minutes


def digits_date(m: Match) -> Meaning | None:
    """“11/06/2012”, “14.05.2013”: digits whose order the site or the numbers themselves decide.

    yes: 12/25/2012 = 2012-12-25
    yes: 25.12.2012 = 2012-12-25
    no: 45/46/2013, 05/06/13/07
    """
    word = m.tokens.words[m.begin]
    parts = [int(part) for part in word.replace(".", "/").split("/")]
    width = [len(part) for part in word.replace(".", "/").split("/")]
    if width[0] == 4:
        return Date(*parts) if 1 <= parts[1] <= 12 and 1 <= parts[2] <= 31 and parts[0] >= 1000 else None
    if width[2] not in (2, 4) or max(width[:2]) > 2 or min(parts[:2]) < 1:
        return None
    full = parts[2] if width[2] == 4 else _century_of(parts[2]) + parts[2]
    if "." in word and parts[1] <= 12 and parts[0] <= 31:
        return Date(full, parts[1], parts[0]) if width[2] == 4 or min(width) == 2 else None
    return Ambiguous(parts[0], parts[1], full) if max(parts[:2]) <= 31 and min(parts[:2]) <= 12 else None


def decade(m: Match) -> Meaning | Reading | None:
    """“the 1980s”, “the '80s”, “the late eighties”: ten years.

    yes: the 1980s = 198
    yes: the eighties = 198
    yes: in the early noughties = 200
    yes: the '60s = 196
    yes: in the 1600s = 16
    no: the 1985s
    """
    if m.has("word"):
        mod = "START" if m.has("early") else "END" if m.has("late") else "MID" if m.has("mid") else None
        return Reading(Decade(m.value("word"), century_open=True), mod)
    digits = m.word("decade")[:-1]
    if digits[-1] != "0" or len(digits) not in (2, 4):
        return None
    if len(digits) == 4 and digits < "1900" and digits.endswith("00"):
        return Century(int(digits[:2]))
    if len(digits) == 4:
        return Decade(int(digits[:3]))
    return Decade(int(digits[0]), century_open=True)


def century(m: Match) -> Meaning | None:
    """“the 20th century”, “the nineteenth century”: a hundred years.

    yes: the 20th century = 19
    yes: the nineteenth century = 18
    no: the third century BC
    """
    number = m.number("n")
    if m.has("tens"):
        number += m.number("tens")
    before_christ = m.language.names["BC"] == m.tokens.classes[m.end : m.end + 1]
    return Century(number - 1) if not before_christ and m.value("unit") == "century" and 1 <= number <= 30 else None


def before_christ(m: Match) -> Meaning | None:
    """“490 BC”, “the spring of 470 BC”, “the 470s BC”, “the 4th century B.C.”: a time before our era.

    yes: in 490 BC = BC0490
    yes: in the spring of 470 BC = BC0470-SP
    yes: in June 479 B.C. = BC0479-06
    yes: late in the 460s BC = BC046
    yes: the ninth century BC = BC08
    no: 300 bc cards
    """
    if not m.tokens.capitals(m.at("era")):
        return None
    if m.has("n"):
        number = m.number("n") + (m.number("tens") if m.has("tens") else 0)
        return BeforeChrist(f"{number - 1:02}") if m.value("unit") == "century" and number else None
    if m.has("decade"):
        digits = m.word("decade").rstrip("s")
        return BeforeChrist(f"{int(digits) // 10:03}") if digits[-1] == "0" else None
    part = f"-{m.value('month'):02}" if m.has("month") else f"-{m.value('season')}" if m.has("season") else ""
    return BeforeChrist(f"{m.number('year'):04}{part}")


def years_before_christ(m: Match) -> tuple[Reading, ...] | None:
    """“490–479 BC”, “between 264 and 241 BC”: two years before our era, which count down.

    yes: from 264 to 241 BC = BC0264, BC0241
    no: 241 and 264 BC
    """
    first, last = m.number("first"), m.number("year")
    if first <= last or not m.tokens.capitals(m.at("era")):
        return None
    ranged = m.word("link") != "and"
    return (
        Reading(BeforeChrist(f"{first:04}"), begin=m.begin, end=m.at("link"), ranged=ranged),
        Reading(BeforeChrist(f"{last:04}"), begin=m.at("year"), end=m.end, ranged=ranged),
    )


def holiday(m: Match) -> Meaning | Reading | None:
    """“Christmas Eve”, “Easter 2012”, “last Thanksgiving”, “Labor Day weekend”: a day known by its name, if it is written as one.

    yes: Christmas Eve = 2012-12-24
    yes: Easter 2012 = 2012-04-08
    yes: every Christmas = P1Y
    yes: Valentine's Day, 1971 = 1971-02-14
    yes: on Thanksgiving night = 2012-11-22TNI
    yes: over Labor Day weekend = 2013-W35-WE
    no: Christmas Island, Happy New Year!
    """
    tokens, first = m.tokens, m.at("name")
    for parts in m.value("name"):
        end = first + len(parts)
        if tuple(tokens.words[first:end]) == parts and tokens.capital(first):
            break
    else:
        return None
    after = tokens.words[end] if end < len(tokens.words) else ""
    if after and tokens.capital(end) and not tokens.words[end][0].isdigit() and after.isalpha():
        return None
    name = "".join(f" {word}" if word.isalpha() and tokens.words[first + i - 1] != "'" else word for i, word in enumerate(parts)).strip()
    which = m.value("rel") if m.has("rel") else None
    if after == "," and tokens.classes[end + 1 : end + 2] == m.language.names["YEAR"]:  # “Christmas Day, 1914”
        end, after = end + 1, tokens.words[end + 1]
    given = int(after) if after.isdigit() and len(after) == 4 and tokens.classes[end] == m.language.names["YEAR"] else None
    key = HOLIDAYS.get(name.replace("'s", "'s")) or HOLIDAYS.get(name.replace(" '", "'"))
    if key is None:
        return None
    if m.has("every"):
        return Reading(Every("P1Y"), end=end)
    day = Holiday(key, given, which)
    value: Any = m.language.values.get(after)
    if m.language.classes.get(after) == m.language.names["PART"]:
        return Reading(PartOfDay(value, day), end=end + 1)
    if value in ("week", "weekend"):
        return Reading(Around(value, day), end=end + 1)
    return Reading(day, end=end + (given is not None))


def new_year(m: Match) -> Reading | None:
    """“in the new year”: the beginning of the next one, or of this one where the clause looks back.

    yes: It will reopen in the new year. = 2014
    yes: Fares went up in the new year. = 2013
    no: in the new house
    """
    if m.word("new") != "new" or m.word("unit") != "year":
        return None
    back = m.language.tense(m.tokens, m.begin, m.end, m.language) == "past"
    return Reading(Relative(0 if back else 1, "year"), "START")


def year_told(m: Match) -> int | None:
    """The year in a match, in four digits (`year`) or in two (`short`)."""
    if m.has("year"):
        return m.number("year")
    if not m.has("short"):
        return None
    digits = m.words("short")[-1]
    return _century_of(int(digits)) + int(digits) if len(digits) == 2 else None


def _century_of(two_digits: int) -> int:
    """Two digits are a year from 1930 to 2029, as most software reads them (POSIX splits at 69, which history does not)."""
    return 2000 if two_digits < 30 else 1900


YEAR_TAIL: Final = "((COMMA|HYPHEN)? year:YEAR|COMMA? short:SHORTYEAR)?"
RULES: Final = (
    ("(?<=ENDED) month:MONTH day:DAYNUM", ended),
    (f"(weekday:WEEKDAY COMMA? THE?)? month:MONTH THE? day:DAYNUM {YEAR_TAIL}", month_day),
    (f"(weekday:WEEKDAY COMMA?)? THE? day:DAYNUM (OF|HYPHEN)? month:MONTH {YEAR_TAIL}", day_month),
    (f"month:MONTH THE? day:DAYNUM link:(TO|HYPHEN|AND|OR) rest:(THE? last:DAYNUM {YEAR_TAIL})", days_of_month),
    (f"THE? day:DAYNUM (link:(TO|HYPHEN|AND|OR)) rest:(THE? last:DAYNUM OF? month:MONTH {YEAR_TAIL})", days_of_month),
    (f"month:MONTH days:(DAYDIGITS (COMMA DAYDIGITS){{1,5}} COMMA? AND DAYDIGITS) {YEAR_TAIL}", list_of_days),
    (f"days:(DAYDIGITS (COMMA DAYDIGITS){{1,5}} COMMA? AND DAYDIGITS) OF? month:MONTH {YEAR_TAIL}", list_of_days),
    ("year:YEAR (HYPHEN|SLASH) tail:(ZEROED|NUM12|NUM31|NUMBER)", years),
    ("month:MONTH (COMMA|OF|HYPHEN)? year:YEAR", month_year),
    ("month:MONTH COMMA? short:SHORTYEAR", month_year),
    ("month:MONTH", month),
    ("month:MONTH (day:DAYNUM)? (OF|COMMA)? THE? rel:(THIS|LAST|NEXT|THAT|SAME|FOLLOWING|PREVIOUS) unit:UNIT", month_of_year),
    ("day:DAYNUM OF? month:MONTH (OF|COMMA)? THE? rel:(THIS|LAST|NEXT|THAT|SAME|FOLLOWING|PREVIOUS) unit:UNIT", month_of_year),
    ("weekday:WEEKDAY", weekday),
    ("weekday:WEEKDAY COMMA? THE day:ORDNUM", weekday_ordinal),
    ("(?<=ON|BY|TO|SINCE|FROM|OF) THE day:ORDNUM", day_ordinal),
    ("(THE (UNIT|UNITS))? year:YEAR", year),
    ("THE unit:UNIT year:NUMBER", old_year),
    ("era:ERA year:(NUM12|NUM31|NUMBER|YEAR)", old_year),
    ("year:(NUM12|NUM31|NUMBER|YEAR) era:ERA", old_year),
    ("((THE? season:(SEASON|FALL)|month:MONTH) OF?)? year:(NUM12|NUM31|NUMBER|YEAR) era:BC", before_christ),
    ("first:(NUM31|NUMBER|YEAR) link:(TO|HYPHEN|AND) year:(NUM12|NUM31|NUMBER|YEAR) era:BC", years_before_christ),
    ("THE? decade:DECADENUM era:BC", before_christ),
    ("THE? (tens:CARDINAL HYPHEN)? n:(ORDNUM|ORDINAL|SECOND) HYPHEN? unit:UNIT era:BC", before_christ),
    ("(THE UNIT)? year:YEARWORDS", year_in_words),
    ("month:MONTH (OF|COMMA)? year:YEARWORDS", year_in_words),
    ("APOSTROPHE (ZEROED|NUM12|NUM31|NUMBER)", short_year),
    ("ISODATE", iso_date),
    ("SLASHDATE|DOTDATE", digits_date),
    ("THE? APOSTROPHE? decade:DECADENUM", decade),
    ("THE (early:EARLY|late:LATE|mid:MID HYPHEN?)? word:DECADEWORD", decade),
    ("THE? (tens:CARDINAL HYPHEN)? n:(ORDNUM|ORDINAL|SECOND) HYPHEN? unit:UNIT", century),
    ("(?<=IN|BY|BEFORE|TO) THE new:HOLIDAY unit:UNIT", new_year),
    ("(rel:(LAST|NEXT|THIS)|every:EVERY)? name:HOLIDAY", holiday),
)
