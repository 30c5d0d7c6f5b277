"""Times of day in English: clock times with zones, noon and midnight, parts of a day joined to their day."""

from __future__ import annotations

from typing import Final

from generator.timex.language import Match, Reading
from generator.timex.meaning import Clock, Date, Meaning, PartOfDay, Relative

MACROS: Final = {
    "HALFDAY": "(am:AM|pm:PM)",
    "INZONE": "(PAREN? (zone:ZONE|zoneword:ZONE_WORD daylight:DAYLIGHT? (TIMES)?|LOCAL TIMES) PAREN?)? (PAREN NUMBER ZONE PAREN)?",
}


def clock(m: Match) -> Meaning | None:
    """“10 a.m.”, “5:30 p.m. EST”, “17:45 GMT”: a time of day.

    yes: 10 a.m. = 2013-05-15T10:00
    yes: 5:30 p.m. EST = 2013-05-15T17:30
    yes: at 17:45 GMT = 2013-05-15T17:45
    no: 14:52.3, a 2:1 majority
    """
    digits = m.word("time").replace(".", ":").split(":")
    if not digits[0].isdigit():
        digits = [str(m.value("time"))]
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    half = m.has("am") or m.has("pm")
    if m.tokens.decimal(m.end):
        return None
    if ("." in m.word("time") and not half) or hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if m.has("pm") else 0)
    return Clock(hour, minute, _zone(m))


def oclock(m: Match) -> Meaning | None:
    """“five o'clock”, “8 o'clock in the morning”.

    yes: five o'clock in the afternoon = 2013-05-15T17:00
    """
    hour = m.number("hour")
    if not 1 <= hour <= 12:
        return None
    part = m.value("part")
    if part in ("AF", "EV") or (part == "NI" and 6 <= hour < 12):
        hour = hour % 12 + 12
    return Clock(hour, 0, _zone(m) if m.has("zone") else None)


def noon(m: Match) -> Meaning:
    """“noon”, “midnight”, “noon EST”.

    yes: at noon = 2013-05-15T12:00
    """
    return Clock(m.value("noon"), 0, _zone(m))


def mid_part(m: Match) -> Reading:
    """“mid-afternoon”, “mid-morning yesterday”: the middle of a part of the day.

    yes: By mid-afternoon the square was full. = 2013-05-15TAF
    """
    return Reading(PartOfDay(m.value("part"), Relative(0, "day", "reference", definite=True)), mod="MID")


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
    ("time:CLOCKNUM INZONE", clock),
    ("hour:(NUM12|CARDINAL) O APOSTROPHE OCLOCK ((IN THE|AT) part:PART)? (zone:ZONE|zoneword:ZONE_WORD daylight:DAYLIGHT?)?", oclock),
    ("hour:(NUM12|CARDINAL) IN THE part:PART (zone:ZONE|zoneword:ZONE_WORD daylight:DAYLIGHT?)?", oclock),
    ("noon:NOON INZONE", noon),
    ("MID HYPHEN? part:PART", mid_part),
    ("weekday:WEEKDAY part:PART", day_part),
    ("today:TODAY part:PART", day_part),
)
