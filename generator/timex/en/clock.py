"""Times of day in English: clock times with zones, noon and midnight, parts of a day joined to their day."""

from __future__ import annotations

from typing import Final

from generator.timex.en.words import words
from generator.timex.language import Match, Reading
from generator.timex.meaning import Clock, Date, Meaning, PartOfDay, Relative

# What stands before a price (“closed at 14.30”), and what can stand behind a time of day.
_PRICED: Final = words(
    "closed close closing opened trading traded trade fixed quoted stood stands valued priced ended settled pegged bid down up"
)
_AFTER_CLOCK: Final = words(
    ". , ; : ! ? ) on and for from in to until till when after before today tomorrow tonight yesterday local but with"
)
MACROS: Final = {
    "HALFDAY": "(am:AM|pm:PM)",
    "INZONE": "(PAREN? (zone:ZONE|zoneword:ZONE_WORD daylight:DAYLIGHT? (TIMES)?|LOCAL TIMES) (PAREN (?!NUMBER|YEAR|CLOCKNUM))?)?"
    " (PAREN other:(NUMBER|YEAR|CLOCKNUM) its:ZONE PAREN)?",
}


def clock(m: Match) -> Meaning | None:
    """“10 a.m.”, “5:30 p.m. EST”, “17:45 GMT”: a time of day.

    yes: 10 a.m. = 2013-05-15T10:00
    yes: 5:30 p.m. EST = 2013-05-15T17:30
    yes: at 17:45 GMT = 2013-05-15T17:45
    yes: at 05:30 hrs = 2013-05-15T05:30
    no: 14:52.3, a 2:1 majority
    """
    digits = m.word("time").replace(".", ":").split(":")
    if not digits[0].isdigit():
        digits = [str(m.value("time"))]
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    half = m.has("am") or m.has("pm")
    if m.tokens.decimal(m.end) or (m.has("unit") and m.value("unit") != "hour"):
        return None
    if ("." in m.word("time") and not half) or hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if m.has("pm") else 0)
    zone = _zone(m)
    if zone is None and m.has("other"):  # “8:20 a.m. (05:20 GMT)”
        other = m.word("other").replace(":", "").replace(".", "")[:4]
        zone = ahead_of(60 * hour + minute, 60 * int(other[:-2]) + int(other[-2:])) + int(m.value("its"))
    return Clock(hour, minute, zone)


def ahead_of(here: int, there: int) -> int:
    """How many minutes a clock is ahead of another that shows the same moment: from ten hours back to less than fourteen on."""
    return (here - there + 600) % 1440 - 600


def hours_range(m: Match) -> tuple[Reading, ...] | None:
    """“between 2 and 3 p.m.”, “from 9 to 11:30 a.m.”: two times in one half of the day.

    yes: between 2 and 3 p.m. = 2013-05-15T14:00, 2013-05-15T15:00
    no: He met 2 and 3 p.m.
    """
    if m.word("link") == "and" and (not m.begin or m.tokens.words[m.begin - 1] != "between"):
        return None
    add = 12 if m.has("pm") else 0
    both = [_hour_minute(m.word(group)) for group in ("time", "last")]
    if any(not 1 <= hour <= 12 or minute > 59 for hour, minute in both):
        return None
    first, last = (Clock(hour % 12 + add, minute, _zone(m)) for hour, minute in both)
    return (
        Reading(first, begin=m.begin, end=m.at("link"), ranged=True),
        Reading(last, begin=m.at("last"), end=m.end, ranged=True),
    )


def _hour_minute(word: str) -> tuple[int, int]:
    hour, _, minute = word.replace(".", ":").partition(":")
    return int(hour), int(minute[:2] or 0)


def bare_hour(m: Match) -> Meaning | None:
    """“just after 11 on Thursday morning”, “at 8 tonight”: an hour that the part of the day behind it completes.

    yes: They left just after 11 on Monday morning. = 2013-05-13T11:00
    yes: at 8 tonight = 2013-05-15T20:00
    no: at 8 on Monday
    """
    hour = m.number("time")
    return Clock(in_part(hour, "NI") if m.tokens.words[m.end] == "tonight" else hour)


def zulu(m: Match) -> Meaning | None:
    """“0900 GMT”, “1330 EST”: four digits with a zone.

    yes: at 1330 GMT = 2013-05-15T13:30
    no: at 1399 GMT
    """
    word = m.word("time")
    if len(word) != 4 or int(word[:2]) > 24 or int(word[2:]) > 59:
        return None
    return Clock(int(word[:2]), int(word[2:]), _zone(m))


def hundred_hours(m: Match) -> Meaning | None:
    """“at 1800 hours”: four digits as soldiers say them.

    yes: The raid began at 0530 hours. = 2013-05-15T05:30
    no: at 9000 hours, for 1800 hours
    """
    return zulu(m) if m.value("unit") == "hour" else None


def oclock(m: Match) -> Meaning | None:
    """“five o'clock”, “8 o'clock in the morning”.

    yes: five o'clock in the afternoon = 2013-05-15T17:00
    """
    hour = m.number("hour")
    if not 1 <= hour <= 12:
        return None
    return Clock(in_part(hour, m.value("part")), 0, _zone(m) if m.has("zone") else None)


def dotted(m: Match) -> Meaning | None:
    """“at 14.30”: hours and minutes with a full stop, where nothing says that they are a price or a share.

    yes: The match kicks off at 19.45. = 2013-05-15T19:45
    no: The shares closed at 14.30. It stood at 14.30 percent, at 14.32
    """
    hour, dot, minute = m.word("time").partition(".")
    after = m.tokens.words[m.end] if m.end < len(m.tokens.words) else "."
    said = m.begin > 1 and m.tokens.words[m.begin - 2] in _PRICED
    if not dot or said or not minute.isdigit() or int(hour) > 23 or int(minute) % 5 or int(minute) > 55 or after not in _AFTER_CLOCK:
        return None
    return Clock(int(hour), int(minute))


def past_hour(m: Match) -> Meaning | None:
    """“half past ten”, “a quarter to six”, “twenty past four”: minutes from a full hour.

    yes: at half past ten = 2013-05-15T10:30
    yes: at a quarter to six in the evening = 2013-05-15T17:45
    yes: at twenty past four = 2013-05-15T04:20
    no: the past ten years, in the past quarter
    """
    if m.has("quarter") and m.value("quarter") != "quarter":
        return None
    minutes = 30 if m.has("half") else 15 if m.has("quarter") else m.number("minutes")
    hour = m.number("hour")
    if not 1 <= hour <= 12 or not 0 < minutes < 60 or (m.has("to") and m.word("to") not in ("to", "till")):
        return None
    whole = 60 * hour + (-minutes if m.has("to") else minutes)
    return Clock(in_part(whole // 60, m.value("part")), whole % 60)


def in_part(hour: int, part: str | None) -> int:
    """The hour of the clock that a part of the day makes of one up to twelve: “ten at night” is 22."""
    late = part in ("AF", "EV") or (part == "NI" and hour >= 6)
    return hour + 12 if late and hour < 12 else hour


def noon(m: Match) -> Meaning:
    """“noon”, “midnight”, “noon EST”; after midnight a day begins, at midnight it ends.

    yes: at noon = 2013-05-15T12:00
    yes: at midnight = 2013-05-15T24:00
    yes: between midnight and 5 a.m. = 2013-05-15T00:00, 2013-05-15T05:00
    yes: shortly after midnight on Tuesday = 2013-05-14T00:00
    """
    before, behind = m.tokens.words[max(0, m.begin - 1) : m.begin], m.tokens.words[m.end : m.end + 1]
    after = before in (["after"], ["since"]) or (before in (["between"], ["from"]) and behind in (["and"], ["to"], ["until"]))
    return Clock(0 if after and m.value("noon") == 24 else m.value("noon"), 0, _zone(m))


def mid_part(m: Match) -> Reading:
    """“mid-afternoon”, “mid-morning yesterday”: the middle of a part of the day.

    yes: By mid-afternoon the square was full. = 2013-05-15TAF
    """
    return Reading(PartOfDay(m.value("part"), Relative(0, "day", "reference", definite=True)), mod="MID")


def dawn(m: Match) -> Meaning | None:
    """“at dawn on Tuesday”, “before sunset”: a part of the day that needs no article; “at night” says no day.

    yes: at dawn on Tuesday = 2013-05-14TMO
    yes: They left before sunset. = 2013-05-15TEV
    no: at night, by morning, from dawn to dusk
    """
    usual = m.tokens.words[m.begin - 1] == "to" or m.word("part") in ("night", "morning", "afternoon", "evening", "nighttime")
    return None if usual else PartOfDay(m.value("part"), Relative(0, "day", "reference", definite=True))


def day_part(m: Match) -> Meaning | None:
    """“Friday night”, “Tuesday morning”, “yesterday afternoon”: a part of a named day.

    yes: Tuesday morning = 2013-05-14TMO
    yes: yesterday evening = 2013-05-14TEV
    """
    if m.has("weekday"):
        return PartOfDay(m.value("part"), Date(weekday=m.value("weekday")))
    return PartOfDay(m.value("part"), Relative(m.value("today"), "day"))


def _zone(m: Match) -> int | None:
    if m.has("zone"):
        return int(m.value("zone"))
    if m.has("zoneword"):
        return int(m.value("zoneword")) + (m.value("daylight") or 0)
    return None


RULES: Final = (
    ("time:(CLOCKNUM|NUM12|ZEROED|CARDINAL) HALFDAY INZONE", clock),
    ("(?<=AT|AFTER|BEFORE|ABOUT|BY|TO) time:NUM12 (?=ON WEEKDAY PART|TONIGHT|THIS PART)", bare_hour),
    ("time:CLOCKNUM (unit:(UNIT|UNITS))? INZONE", clock),
    ("time:(NUM12|CLOCKNUM) link:(TO|AND|HYPHEN) last:(NUM12|CLOCKNUM) HALFDAY INZONE", hours_range),
    ("time:(NUMBER|YEAR) zone:ZONE", zulu),
    ("(?<=AT|BY|FROM|TO) time:(NUMBER|YEAR) unit:UNITS", hundred_hours),
    ("hour:(NUM12|CARDINAL) O APOSTROPHE OCLOCK ((IN THE|AT) part:PART)? (zone:ZONE|zoneword:ZONE_WORD daylight:DAYLIGHT?)?", oclock),
    ("hour:(NUM12|CARDINAL) IN THE part:PART (zone:ZONE|zoneword:ZONE_WORD daylight:DAYLIGHT?)?", oclock),
    ("(?<=AT) time:CLOCKNUM", dotted),
    ("(half:HALF|A? quarter:UNIT|minutes:(NUM12|NUM31|CARDINAL) UNITS?) PAST hour:(NUM12|CARDINAL) ((IN THE|AT) part:PART)?", past_hour),
    ("(?<=AT|BY|ABOUT|FROM|TO|BEFORE|AFTER) A? quarter:UNIT to:TO hour:(NUM12|CARDINAL) ((IN THE|AT) part:PART)?", past_hour),
    ("noon:NOON INZONE", noon),
    ("MID HYPHEN? part:PART", mid_part),
    ("(?<=AT|BEFORE|AFTER|BY|TO|SINCE|ABOUT) part:PART (?!HYPHEN)", dawn),
    ("weekday:WEEKDAY part:PART", day_part),
    ("today:TODAY part:PART", day_part),
)
