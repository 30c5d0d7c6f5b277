"""Times told from another time: this, last and next something, so long ago, the day after, a unit with only an article."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from generator.timex.en.dates import YEAR_TAIL, year_told
from generator.timex.en.numbers import number_in_words
from generator.timex.en.periods import quarter_with
from generator.timex.en.words import words
from generator.timex.language import Match, Reading
from generator.timex.meaning import Around, Date, Division, Length, Meaning, Nth, NthWeekday, PartOfDay, Reference, Relative, Shift, Within

MACROS: Final = {
    "WORDNUM": "(CARDINAL(HYPHEN? CARDINAL)?(SCALE(AND? CARDINAL(HYPHEN? CARDINAL)?)?)?|A? SCALE)",
    "SOME": "(A? FEW|A? COUPLE OF?|DOZENS OF)",
    "FRACTION": "(NUM12 SLASH NUM12)",
    "QTY": "(NUM? (FRACTION|HALFSIGN)|NUM((TO|HYPHEN) NUM)?|WORDNUM((OR|TO) WORDNUM)?((AND A HALF)|(HYPHEN AND HYPHEN A HYPHEN HALF))?"
    "|HALF A|A HALF HYPHEN?|FEW SCALE|SOME|A)",
    "ANYUNIT": "(UNIT|UNITS|WEEKEND|WEEKENDS)",
    "NOWREL": "(THIS|CURRENT|LAST|PAST|NEXT|COMING|LATEST)",
    "REFREL": "(PREVIOUS|FOLLOWING|SAME|THAT)",
    "DET": "(THE|OWN)",
}
FORTNIGHT: Final = "fortnight"
# Words that count from a time told before: “the previous year”, “that week”.
_SUPERLATIVES: Final = words(
    "first second third fourth best worst biggest largest highest lowest longest deadliest hottest coldest wettest driest heaviest"
    " strongest weakest time only most least fastest sharpest steepest smallest busiest"
)
_TOLD: Final = ("same", "that", "following", "subsequent", "ensuing", "previous", "preceding", "prior")


def quantity(m: Match, group: str = "qty") -> float | None:
    """The group's words as a number; None where they are vague."""
    words = m.words(group)
    if "or" in words or "to" in words:
        at = words.index("or" if "or" in words else "to")
        words = words[:at]
    elif len(words) == 3 and words[1] == "-" and words[0][0].isdigit():  # “4-6 weeks”
        words = words[:1]
    return number_in_words(words, m.language.values)


def length(count: float | None, unit: str | int) -> Length:
    """A length in a unit of TIMEX3: a fortnight is two weeks."""
    if unit == 2:  # "second" is a rank in the tables
        return Length(count, "second")
    if unit == FORTNIGHT:
        return Length(None if count is None else count * 2, "week")
    return Length(count, unit)  # type: ignore[arg-type]


def relative_unit(m: Match) -> Meaning | Reading | None:
    """“last week”, “this month”, “next year”, “the past decade”, “the same day”: a unit told from now or from the text.

    yes: last week = 2013-W19
    yes: this month = 2013-05
    yes: next year = 2014
    yes: They met in March 2012, and again that same month. = 2012-03
    yes: It stands to this day. = PRESENT_REF
    no: They agreed at the last minute.
    no: The prize was given in the last weekend of a fair.
    """
    rel, unit = m.word("rel"), m.value("unit")
    which = m.value("rel") or 0
    if unit == FORTNIGHT or unit is None:
        return None
    if rel == "last" and unit == "minute":  # “at the last minute”: late
        return None
    if unit in ("minute", "hour", "second"):
        return length(1, unit) if which else Reference("PRESENT")
    before = m.tokens.words[max(0, m.begin - 1) : m.begin]
    of = rel == "last" and (m.has("det") or before == ["the"]) and m.tokens.words[m.end : m.end + 1] == ["of"]  # “the last year of the war”
    if unit == "weekend":
        return None if of else Relative(which, "weekend")
    if unit in ("decade", "century") and rel in ("last", "past", "next", "coming"):
        return length(1, unit)
    if rel == "latest":
        return Relative(0, unit, "reference", definite=True)
    if of:
        return length(1, unit)
    if rel == "this" and unit == "day" and m.begin and m.tokens.words[m.begin - 1] == "to":
        return Reference("PRESENT")
    told = rel in _TOLD or (rel == "next" and m.has("det")) or (rel == "this" and unit == "day")
    return Relative(which, unit, "reference" if told else "now")


def relative_units(m: Match) -> Meaning | Reading | None:
    """“the last three years”, “the next few days”, “the past two quarters”: a length that ends or begins now.

    yes: the last three years = P3Y
    yes: the next few days = PXD
    """
    return length(quantity(m), m.value("unit"))


def recent_units(m: Match) -> Meaning | None:
    """“recent years”, “the coming weeks”: a length whose number is not told.

    yes: recent years = PXY
    yes: the coming weeks = PXW
    """
    return length(None, m.value("unit"))


def relative_date(m: Match) -> Meaning | None:
    """“last Friday”, “next May”, “this summer”, “last Monday night”: the one before, after or around now.

    yes: last Friday = 2013-05-10
    yes: next May = 2014-05
    yes: last summer = 2012-SU
    yes: this past Monday = 2013-05-13
    """
    which = m.value("rel") or 0
    base = "reference" if m.word("rel") in _TOLD or (m.word("rel") == "next" and m.has("det")) else "now"
    if m.has("month"):
        return Relative(which, Date(month=m.value("month")), base)  # type: ignore[arg-type]
    if m.has("season"):
        return Relative(which, Division("season", m.value("season")), base)  # type: ignore[arg-type]
    if m.has("part"):
        return PartOfDay(m.value("part"), Relative(which, Date(weekday=m.value("weekday")), base))  # type: ignore[arg-type]
    return Relative(which, Date(weekday=m.value("weekday")), base, m.word("rel") in ("coming", "upcoming"))  # type: ignore[arg-type]


def part_of_day(m: Match) -> Meaning | Reading | None:
    """“this morning”, “last night”, “the next evening”, “that afternoon”: a part of a day told from now or the text.

    yes: this morning = 2013-05-15TMO
    yes: last night = 2013-05-14TNI
    yes: in the early morning of 4 March = 2013-03-04TMO
    """
    rel, which, part = m.word("rel"), m.value("rel") or 0, m.value("part")
    if m.has("hours") and m.value("hours") != "hour":
        return None
    if not rel:
        mod = "START" if m.has("early") else "END" if m.has("late") else None
        return Reading(PartOfDay(part, Relative(0, "day", "reference", definite=True)), mod)
    reference = rel in ("that", "same", "following", "previous") or (rel == "next" and m.has("det"))
    return PartOfDay(part, Relative(which, "day", "reference" if reference else "now"))


def today(m: Match) -> Meaning | None:
    """“today”, “yesterday”, “tomorrow”, “the day before yesterday”.

    yes: today = 2013-05-15
    yes: yesterday = 2013-05-14
    yes: the day after tomorrow = 2013-05-17
    """
    shift = m.value("day")
    if m.has("dir"):
        shift += m.value("dir")
    return Relative(shift, "day") if abs(shift) < 2 else Shift(abs(shift), "day", "now", 1 if shift > 0 else -1)


def tonight(m: Match) -> Meaning:
    """“tonight”, “overnight”: the night of the day.

    yes: tonight = 2013-05-15TNI
    """
    return PartOfDay("NI", Relative(0, "day"))


def ago(m: Match) -> Meaning | Reading | None:
    """“two weeks ago”, “about a year ago”, “a decade ago”: counted back from now.

    yes: two weeks ago = 2013-W18
    yes: ten days ago = 2013-05-05
    yes: three years ago = 2010
    """
    return _shift(m, "now", -1)


def ago_this(m: Match) -> Meaning | None:
    """“30 years ago this month”, “a year ago this week”: that month or week, so many years back.

    yes: It opened thirty years ago this month. = 1983-05
    yes: It opened a year ago this week. = 2012-W20
    """
    count, unit = quantity(m), m.value("this")
    if m.value("unit") != "year" or unit not in ("month", "week") or count is None:
        return None
    return Around(unit, Shift(count, "year", "now", -1, exact=True))


def seasons_ago(m: Match) -> Meaning | None:
    """“two summers ago”: the season so many years before.

    yes: two summers ago = 2011-SU
    """
    count = quantity(m)
    return None if count is None else Within(Division("season", m.value("season")), Shift(count, "year", "now", -1))


def in_units(m: Match) -> Meaning | Reading | None:
    """“It will open in two weeks”: counted on from now where the clause looks ahead; else it is a length.

    yes: The bridge will open in two weeks. = 2013-W22
    yes: The first bridge will open in two weeks. = 2013-W22
    no: He wrote it in two weeks., It will be the first in two years., It is the first time that they meet in ten years.
    """
    if (
        quantity(m) is None
        or {"to", "or"}.intersection(m.words("qty"))
        or m.value("unit") in (2, "second")
        or _is_first(m.tokens.words[max(0, m.begin - _CLAUSE) : m.begin])
    ):
        return None
    ahead = m.language.tense(m.tokens, m.begin, m.end, m.language) == "future"
    return _shift(m, "now", 1) if ahead else None


def _is_first(before: list[str]) -> bool:
    """Tell whether a length says since when: “the first time they will sing in ten years”, “be the worst storm in years”."""
    if any(one in _SUPERLATIVES and then in ("time", "times") for one, then in pairwise(before)):
        return True
    verb = max((at for at, word in enumerate(before) if word in _VERBS), default=len(before) - 2)
    return not _SUPERLATIVES.isdisjoint(before[verb:])


_CLAUSE: Final = 14  # tokens
_VERBS: Final = words("will would to is are was were be has have had")


def in_time(m: Match) -> Meaning | Reading | None:
    """“in three months' time”, “in a week's time”: counted on from now.

    yes: in three months' time = 2013-08
    no: in two days
    """
    return _shift(m, "now", 1) if m.word("time") == "time" and quantity(m) is not None else None


def from_now(m: Match) -> Meaning | Reading | None:
    """“two weeks from now”: counted on from now.

    yes: two weeks from now = 2013-W22
    """
    return _shift(m, "now", 1)


def weeks_from_day(m: Match) -> Meaning | None:
    """“a week on Tuesday”, “Tuesday week”, “two weeks from Friday”, “a week ago Monday”: so many weeks from the nearest such day.

    yes: It closes a week on Tuesday. = 2013-05-28
    yes: The hearing is on Friday week. = 2013-05-24
    yes: They left a week ago Monday. = 2013-05-06
    yes: The bridge fell a year ago on Monday. = 2012-05-13
    no: a week on the road
    """
    count, unit = quantity(m) if m.has("qty") else 1, m.value("unit")
    if m.has("ago") and unit == "year" and count is not None:  # “a year ago on Sunday”
        return Shift(count, unit, Date(weekday=m.value("weekday")), -1, exact=True)
    after = m.tokens.words[m.end : m.end + 1]
    if unit not in ("week", FORTNIGHT) or count is None or (after == ["-"] and m.tokens.glued(m.end)):
        return None
    sign = -1 if m.has("ago") else 1
    day = Relative(sign, Date(weekday=m.value("weekday")), definite=True)
    return Shift(round(count * (14 if unit == FORTNIGHT else 7)), "day", day, sign)


def from_today(m: Match) -> Meaning | None:
    """“a year ago today”, “two weeks from tomorrow”, “a week today”: to the day.

    yes: The bridge fell a year ago today. = 2012-05-15
    yes: They vote a week tomorrow. = 2013-05-23
    no: two years today
    """
    count, unit = quantity(m), m.value("unit")
    if count is None or not (m.has("ago") or m.has("from") or unit in ("week", FORTNIGHT)) or unit in ("minute", "hour", "second"):
        return None
    if unit == FORTNIGHT:
        count, unit = 2 * count, "week"
    return Shift(count, unit, Relative(m.value("day"), "day"), -1 if m.has("ago") else 1, exact=True)


def earlier_later(m: Match) -> Meaning | Reading | None:
    """“two days earlier”, “a week later”, “three months before”: counted from the date before it in the text.

    yes: They met on 2 March 2012 and two days later again. = 2012-03-04
    yes: They met on 2 March 2012; a week before, they had not. = 2012-W08
    yes: It will open two years later than planned. = P2Y
    """
    if m.tokens.words[m.end : m.end + 1] == ["than"] and m.has("qty"):  # “two years later than planned”
        return Reading(length(quantity(m), m.value("unit")), end=m.at("dir"))
    shift = _shift(m, "reference", m.value("dir"))
    return length(None, m.value("unit")) if isinstance(shift, Shift) and shift.count is None else shift


def _shift(m: Match, base: str, sign: int) -> Meaning | Reading | None:
    unit, count = m.value("unit") or m.value("vague"), quantity(m) if m.has("qty") else None
    if unit == FORTNIGHT:
        unit, count = "week", None if count is None else count * 2
    if unit == "weekend" and base == "now" and count and count % 1 == 0:
        return Relative(sign * int(count), "weekend")
    if unit == "weekend":
        unit = "week"
    return Shift(count, unit, base, sign)  # type: ignore[arg-type]


def year_ago(m: Match) -> Meaning | Reading | None:
    """“the year-earlier quarter”, “the year-ago period”, “a year-earlier loss”: the period of the text, a year before.

    yes: Profit rose in the third quarter of 2012 from the year-earlier period. = 2011-Q3
    """
    return length(quantity(m), m.value("length")) if m.has("length") else Shift(1, m.value("unit"), "reference", -1)


def day_before_after(m: Match) -> Meaning | None:
    """“the day before”, “the week after”, “the day following”: one unit from the date before it in the text.

    yes: They met on 2 March 2012, and talked on the phone the day before. = 2012-03-01
    """
    return Shift(1, m.value("unit"), "reference", m.value("dir"))


def after_next(m: Match) -> Meaning | None:
    """“the week after next”, “the year before last”, “the weekend after next”: two units from now.

    yes: the week after next = 2013-W22
    yes: the year before last = 2011
    yes: the summer before last = 2011-SU
    no: the week after next Friday, the year before next
    """
    unit, which = m.value("unit"), m.value("rel")
    if m.has("season"):
        return Relative(2 * which, Division("season", m.value("season"))) if which == m.value("dir") else None
    if unit in ("minute", "hour", "day", "century", FORTNIGHT) or which != m.value("dir"):
        return None
    return Relative(2 * which, unit)


def definite_unit(m: Match) -> Meaning | Reading | None:
    """“the year”, “the quarter”, “the weekend”: the one the text speaks of, or that of publication.

    yes: profit for the year = 2013
    yes: over the weekend = 2013-W19-WE
    yes: by the end of the century = 20
    """
    unit = m.value("unit")
    before = m.tokens.words[max(0, m.begin - 2) : m.begin]
    whole = before[-1:] == ["of"] and before[0] in ("end", "middle", "start", "beginning", "rest")  # “by the end of the decade”
    if unit in ("minute", "hour", "second", "day", FORTNIGHT, None) or (unit in ("decade", "century") and not whole):
        return None
    return Relative(0, unit, "reference", definite=True)


def period(m: Match) -> Meaning | None:
    """“the latest period”, “the corresponding period last year”: the reporting period of the text.

    yes: Sales fell in the second quarter of 2012, and costs rose in the same period. = 2012-Q2
    yes: Sales fell in the second quarter of 2012 from last year's quarter. = 2011-Q2
    """
    if m.has("unit") and m.value("unit") != "quarter":
        return None
    return Shift(1, "year", "reference", -1) if m.has("ago") else Relative(0, "quarter", "reference", definite=m.has("latest"))


def year_period(m: Match) -> Meaning | None:
    """“the 1988 period”, “the 2011 quarter”: the reporting period of that year.

    yes: Sales rose in the third quarter of 2012 from the 2011 period. = 2011-Q3
    """
    if m.has("unit") and m.value("unit") != "quarter":
        return None
    return Division("quarter", 0, m.number("year"))


def relative_day(m: Match) -> Meaning | None:
    """“last Oct. 23”, “next May 5”: a day of a month, before or after publication.

    yes: last October 23 = 2012-10-23
    yes: next March 1 = 2014-03-01
    """
    day = m.number("day")
    return Relative(m.value("rel"), Date(None, m.value("month"), day)) if 1 <= day <= 31 else None


def unit_and_half(m: Match) -> Meaning | None:
    """“a minute and a half”, “a year or two”: a length told by its first unit.

    yes: a year and a half = P1Y6M
    yes: a day or two = P1D
    """
    return length(1.5 if "half" in m.tokens.words[m.begin : m.end] else 1, m.value("unit"))


def year_end(m: Match) -> Reading | None:
    """“year-end”, “year end”: the last day of the year; “month's end”: the end of the month told.

    yes: by year-end = 2013-12-31
    yes: They met in March 2012. By month's end they had agreed. = 2012-03
    """
    if m.word("unit") == "month":
        return Reading(Relative(0, "month", "reference"), "END")
    if m.word("unit") != "year":
        return None
    since = m.begin > 0 and m.tokens.words[m.begin - 1] == "since"
    return Reading(Relative(-1 if since else 0, Date(None, 12, 31)))


def unit_ended(m: Match) -> Meaning | None:
    """“the year ended Sept. 30”, “the year to March”, “the quarter ending in June”: a length; its place follows.

    yes: in the year ended = P1Y
    yes: in the year to March = P1Y, 2013-03
    yes: sales for the quarter ended Oct. 31 = 2012-Q3, 2012-10-31
    """
    if m.has("month") and m.value("unit") == "quarter":
        return Division("quarter", quarter_with(m.value("month")))
    return Relative(0, "quarter", "reference", definite=True) if m.value("unit") == "quarter" else length(1, m.value("unit"))


def nth_weekday(m: Match) -> Meaning | None:
    """“the second Sunday of May”, “the last Monday in August 2012”: a weekday counted within its month.

    yes: the second Sunday of June 2012 = 2012-06-10
    yes: the last Monday in August 2012 = 2012-08-27
    """
    number = -1 if m.word("n") in ("last", "final") else m.number("n")
    return NthWeekday(number, m.value("weekday"), Date(m.number("year") if m.has("year") else None, m.value("month")))


def week_of(m: Match) -> Meaning | None:
    """“the week of March 6”, “the week beginning 6 March”, “the weekend of 4-5 May”: the week, Monday to Sunday, that holds the day.

    yes: the week of March 6 = 2013-W10
    yes: the week beginning 6 March 2012 = 2012-W10
    yes: the weekend of 4-5 May = 2013-W18-WE
    no: the month of 6 March
    """
    day, unit = m.number("day"), m.value("unit")
    return Around(unit, Date(year_told(m), m.value("month"), day)) if unit in ("week", "weekend") and 1 <= day <= 31 else None


def nth_unit(m: Match) -> Meaning | None:
    """“the first week of May”, “the last day of June 2012”, “the third Monday in January”.

    yes: the last day of June 2012 = 2012-06-30
    yes: the first week of May 2012 = 2012-W18
    """
    number = -1 if m.word("n") in ("last", "final") else m.number("n")
    year = m.number("year") if m.has("year") else None
    unit = m.value("unit")
    if unit == "quarter":
        return None
    if m.has("month"):
        return Nth(number, unit, Date(year, m.value("month")))
    return Nth(number, unit, Date(year)) if year else Nth(number, unit, Relative(m.value("rel") or 0, m.value("of")))


RULES: Final = (
    ("(det:DET|THIS)? rel:(NOWREL|REFREL) (FISCAL|FULL)? unit:(UNIT|WEEKEND)", relative_unit),
    ("THAT rel:SAME unit:(UNIT|WEEKEND)", relative_unit),
    ("(EVERY OF)? (det:DET|THIS)? (LAST|PAST|NEXT|COMING|PREVIOUS|FOLLOWING|LATEST) qty:QTY (FULL|FISCAL)? unit:UNITS", relative_units),
    ("(EVERY OF)? (det:DET)? ORDINAL qty:QTY (FULL|FISCAL)? unit:UNITS", relative_units),
    ("(det:DET)? (RECENT|COMING|PAST|NEXT) unit:UNITS (AND UNITS)?", recent_units),
    ("DET (FOLLOWING|PREVIOUS|LAST) unit:UNITS", recent_units),
    ("DET qty:(NUM|WORDNUM|FEW) (FOLLOWING|PREVIOUS|LAST|PAST|NEXT|COMING) unit:UNITS", relative_units),
    ("(det:DET)? THIS? rel:(NOWREL|REFREL) (month:MONTH|season:(SEASON|FALL)|weekday:WEEKDAY part:PART?)", relative_date),
    ("weekday:WEEKDAY rel:(LAST|NEXT) (?=DOT|COMMA|STOP|BREAK|AND|TO|AT|$)", relative_date),
    ("(det:DET)? rel:(THIS|THAT|LAST|NEXT|PREVIOUS|FOLLOWING|SAME) part:PART", part_of_day),
    ("det:THE (early:EARLY|late:LATE)? part:PART", part_of_day),
    ("det:THE? (early:EARLY|late:LATE)? part:PART hours:UNITS", part_of_day),
    ("(?<=IN|BY|SINCE|TO) (early:EARLY|late:LATE) part:PART", part_of_day),
    ("day:TODAY", today),
    ("THE UNIT dir:(BEFORE|AFTER) day:TODAY", today),
    ("TONIGHT", tonight),
    ("OVERNIGHT", tonight),
    ("qty:QTY FULL? unit:ANYUNIT (OR SO)? AGO", ago),
    ("vague:UNITS AGO", ago),
    ("qty:QTY unit:(UNIT|UNITS) AGO THIS this:UNIT", ago_this),
    ("qty:(A|WORDNUM|NUM) season:(SEASON|SEASONS) AGO", seasons_ago),
    ("(?<=IN) qty:QTY unit:(UNIT|UNITS)", in_units),
    ("(?<=IN) qty:QTY unit:(UNIT|UNITS) APOSTROPHE S? time:TIMES", in_time),
    ("qty:QTY FULL? unit:ANYUNIT FROM NOW", from_now),
    ("qty:(A|WORDNUM|NUM) unit:(UNIT|UNITS) (ago:AGO|from:FROM)? day:TODAY", from_today),
    ("weekday:WEEKDAY unit:UNIT", weeks_from_day),
    ("qty:(A|WORDNUM|NUM) unit:(UNIT|UNITS) (ON|FROM|ago:AGO ON?) weekday:WEEKDAY", weeks_from_day),
    ("qty:QTY FULL? unit:ANYUNIT dir:(EARLIER|LATER)", earlier_later),
    ("qty:QTY FULL? unit:ANYUNIT dir:(BEFORE|AFTER) (?=(COMMA|DOT|STOP|SEMICOLON|BREAK|QUOTE|AND|$))", earlier_later),
    (
        "THE (unit:(UNIT|WEEKEND)|season:(SEASON|FALL)) dir:(BEFORE|AFTER) rel:(LAST|NEXT) (?!WEEKDAY|MONTH|UNIT|SEASON|FALL|WEEKEND|PART)",
        after_next,
    ),
    ("DET CORRESPONDING? unit:UNIT HYPHEN dir:(AGO|EARLIER) noun:(PERIOD|UNIT|ORDINAL UNIT|SECOND UNIT)", year_ago),
    ("unit:UNIT HYPHEN dir:(AGO|EARLIER)", year_ago),
    ("THE unit:UNIT HYPHEN dir:(AGO|EARLIER) qty:(NUM|WORDNUM) length:UNITS", year_ago),
    ("THE unit:UNIT dir:(BEFORE|AFTER|FOLLOWING) (?=(COMMA|DOT|STOP|SEMICOLON|BREAK|QUOTE|AND|$))", day_before_after),
    ("DET (latest:LATEST|SAME|CURRENT) (FISCAL? PERIOD)", period),
    ("ago:LAST UNIT APOSTROPHE S (PERIOD|unit:UNIT)", period),
    ("DET ago:CORRESPONDING PERIOD? (PERIOD|UNIT) ((IN|OF)? LAST UNIT|A UNIT EARLIER)?", period),
    ("THE ago:(UNIT A UNIT (AGO|EARLIER))", period),
    ("DET SAME PERIOD ago:((OF|IN)? THE? LAST UNIT|A UNIT EARLIER)", period),
    ("(THE|OWN) FISCAL? unit:UNIT (?=COMMA? (ENDED|ENDING) (month:MONTH)?|TO DAYNUM? MONTH)", unit_ended),
    ("THE FULL? FISCAL? unit:(UNIT|WEEKEND)", definite_unit),
    ("THE year:YEAR (PERIOD|unit:UNIT)", year_period),
    ("(det:DET)? rel:(LAST|NEXT|THIS) month:MONTH day:DAYNUM", relative_day),
    ("unit:UNIT (HYPHEN|APOSTROPHE S)? END", year_end),
    ("(A|(THE|THIS)? (LAST|PAST|NEXT)) unit:UNIT AND A HALF", unit_and_half),
    ("A unit:UNIT OR (SO|CARDINAL|MORE)", unit_and_half),
    ("(THE|THIS)? (LAST|PAST|NEXT|COMING) unit:UNIT OR CARDINAL", unit_and_half),
    (f"THE unit:(UNIT|WEEKEND) (OF|START|ENDING) THE? month:MONTH day:DAYNUM ((HYPHEN|TO) DAYNUM)? {YEAR_TAIL}", week_of),
    (f"THE unit:(UNIT|WEEKEND) (OF|START|ENDING) THE? day:DAYNUM ((HYPHEN|TO) DAYNUM)? OF? month:MONTH {YEAR_TAIL}", week_of),
    ("THE n:(ORDNUM|ORDINAL|SECOND|LAST|FINAL) weekday:WEEKDAY (OF|IN) month:MONTH (COMMA? year:YEAR)?", nth_weekday),
    ("THE n:(ORDNUM|ORDINAL|SECOND|LAST|FINAL) unit:(UNIT|WEEKEND) (OF|IN) month:MONTH (COMMA? year:YEAR)?", nth_unit),
    ("THE n:(ORDNUM|ORDINAL|SECOND|LAST|FINAL) unit:(UNIT|WEEKEND) (OF|IN) year:YEAR", nth_unit),
    ("THE n:(ORDNUM|ORDINAL|SECOND|LAST|FINAL) unit:(UNIT|WEEKEND) (OF|IN) (rel:(THIS|LAST|NEXT)|THE) of:UNIT", nth_unit),
)
