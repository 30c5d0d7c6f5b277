"""The words of a date line in, a Stamp out: day, clock time and zone as far as they are written.

This reads dates that stand by themselves (front matter, meta elements, "May 15, 2013 4:02 p.m. EDT"), never prose. What
could be two days, as 05/06/2013, is not guessed: the Stamp is `ambiguous` unless an order of day and month is given.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date as written: `value` is naive where no zone is written, and midnight where no clock time is."""

    value: datetime
    has_time: bool = False
    ambiguous: bool = False


def _month_table() -> dict[str, int]:
    rows = (
        "january jan januar jänner janvier janv enero ene gennaio gen januari janeiro",
        "february feb februar février févr febrero febbraio febbr februari fevereiro fev",
        "march mar märz mär mars marzo maart mrt março",
        "april apr avril avr abril abr aprile",
        "may mai mayo maggio mag mei maio",
        "june jun juni juin junio giugno giu junho",
        "july jul juli juillet juil julio luglio lug julho",
        "august aug août agosto ago augustus",
        "september sep sept septembre septiembre settembre set setembro",
        "october oct oktober okt octobre octubre ottobre ott outubro out",
        "november nov novembre noviembre novembro",
        "december dec dezember dez décembre déc diciembre dic dicembre dezembro",
    )
    return {name: number for number, row in enumerate(rows, 1) for name in row.split()}


MONTHS: Final[Mapping[str, int]] = _month_table()
_NAMES: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_OFFSETS: Final[Mapping[str, int]] = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "BST": 60, "WEST": 60, "CET": 60, "CEST": 120, "MEZ": 60, "MESZ": 120, "EET": 120, "EEST": 180,
    "MSK": 180, "GST": 240, "PKT": 300, "SGT": 480, "HKT": 480, "JST": 540, "KST": 540, "AEST": 600, "AEDT": 660, "NZST": 720,
    "NZDT": 780,
    "EST": -300, "EDT": -240, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600,
}  # fmt: skip
# "IST" (India, Israel, Ireland) and "CST" (Chicago, China, Cuba) mean several clocks; only the American reading of CST is common in news.
_REGIONS: Final[Mapping[str, str]] = {
    "ET": "America/New_York", "CT": "America/Chicago", "CST": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles",
}  # fmt: skip

_MONTH: Final = rf"(?P<month>{_NAMES})\b\.?"
_MONTH_AGAIN: Final = _MONTH.replace("P<month>", "P<named>")
_DATES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<year>[12]\d{3})(?P<sep>[-/.])(?P<number>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)",
        rf"\b{_MONTH},?\s{{0,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s{{0,2}},\s{{0,2}}|\s{{1,3}})(?P<year>[12]\d{{3}})(?:\b|(?=\d{{1,2}}:\d\d))",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.|º)?[\s-]{{1,3}}(?:of\s"
        rf"|de\s)?{_MONTH},?[\s-]{{1,3}}(?:de\s)?(?P<year>[12]\d{{3}})\b",
        rf"\b{_MONTH}\s{{1,3}}(?P<day>\d{{1,2}})\s{{1,3}}(?=\d{{1,2}}:\d\d(?::\d\d)?(?:\s{{1,2}}[A-Z]{{1,5}})?\s{{1,3}}(?P<year>[12]\d{{3}})\b)",
        r"(?<![\d/.-])(?P<first>\d{1,2})(?P<sep>[./-])(?P<second>\d{1,2})(?P=sep)(?P<year>[12]\d{3}|\d{2})(?![\w/-])",
        r"(?<!\d)(?P<year>[12]\d{3})(?P<number>[01]\d)(?P<day>[0-3]\d)(?=T?\d{4,6}|\b)",
        rf"(?<!\d)(?P<year>[12]\d{{3}}),?\s{{1,2}}{_MONTH}\s{{1,2}}(?P<day>\d{{1,2}})(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:-{_MONTH}-|\s{{1,2}}{_MONTH_AGAIN}\s{{0,2}}['’])(?P<year>\d{{2}})(?![\d:])",
    )
)
_CLOCK: Final = re.compile(
    r"(?<![\d:.+-])(?P<hour>[01]?\d|2[0-4])"
    r"(?:(?:[:.]|\s?h\s?)(?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d|60)(?:[.,]\d{1,9})?)?(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    r"|\s?(?P<half_only>[ap])\.?m\b\.?)"
    r"(?![\d%])\s?(?:\(?(?P<zone>Z\b|(?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d{2})?|[A-Z]{2,4}\b))?",
    re.IGNORECASE,
)
_AMERICAN: Final = re.compile(r"\d ?(?:[APap]\.?[Mm]\.?)? ?\(?(?:[ECMP][SD]T|AK[SD]T|ET|PT)\b")
# Zones of countries that write the day first: "8:54 pm BST 05/06/2013".
_BEYOND: Final = re.compile(r"\d ?(?:[APap]\.?[Mm]\.?)? ?\(?(?:BST|CES?T|MES?Z|EES?T|WES?T|AE[SD]T|NZ[SD]T|IST|PKT|MSK)\b")
_DAY_FIRST: Final = re.compile(
    r"(?i)\b(?:uhr|stand|veröffentlicht|aktualisiert|erstellt|geändert|publiée?|paru|mise? à jour|publicado|actualizado|pubblicato|le)\b"
)
_COMPACT: Final = re.compile(r"T?(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?P<second>[0-5]\d)?(?P<zone>Z|[+-]\d{2}:?\d{2})?")
LONGEST: Final = 120


def parse(text: str, order: str = "") -> Stamp | None:
    """Read a text that holds one date, with `order` "mdy", "dmy" or "" for 05/06/2013; None where there is no date."""
    found = find(text, order)
    return found[0] if found else None


@lru_cache(maxsize=512)
def find(text: str, order: str = "") -> tuple[Stamp, str] | None:
    """Read the date of a short text, and give what the text says besides it."""
    text = text.strip()
    if text[:2].isdigit() and len(text) > 9:
        exact = _iso(text)
        if exact:
            return exact, ""
    if len(text) > LONGEST:
        return None
    for pattern in _DATES:
        m = pattern.search(text)
        if m:
            return _complete(text, m, order)
    return None


def clock_time(text: str) -> time | None:
    """The first clock time of a short text, with its zone where that is written; None where there is none."""
    m = _CLOCK.search(text) if len(text) <= LONGEST else None
    if m is None:
        return None
    return _at(datetime(2000, 1, 1), m).timetz()


def _iso(text: str) -> Stamp | None:
    try:
        value = datetime.fromisoformat(text)
    except ValueError:
        return None
    return Stamp(value, ":" in text or "T" in text) if 1000 <= value.year < 9999 else None


def _complete(text: str, m: re.Match[str], order: str) -> tuple[Stamp, str] | None:
    """Add the clock time that stands beside the date `m`, if there is one."""
    try:
        year, month, day, ambiguous = _numbers(m.groupdict(), order or _implied(text, m))
        value = datetime(year, month, day)
    except ValueError:
        return None
    rest = text[: m.start()] + " \x1f " + text[m.end() :]
    clock = _COMPACT.match(text, m.end()) if m.groupdict().keys() == _PLAIN else None
    if clock:
        rest = text[: m.start()] + text[clock.end() :]
    else:
        clock = _CLOCK.search(rest.replace("\x1fT", " ").replace(" T", "  ", 1) if " \x1f T" in rest else rest)
        if clock:
            rest = rest[: clock.start()] + rest[clock.end() :]
    left = " ".join(rest.replace("\x1f", " ").split())
    if clock is None:
        return Stamp(value, False, ambiguous), left
    return Stamp(_at(value, clock), True, ambiguous), left


_PLAIN: Final = frozenset(("year", "number", "day"))  # of 20130625, behind which 0740 is the hour


def _implied(text: str, m: re.Match[str]) -> str:
    """The order that a date's surroundings imply: an American zone leads with the month, German and French words with the day."""
    if m.groupdict().get("first") is None:
        return ""
    if _AMERICAN.search(text):
        return "mdy"
    return "dmy" if _DAY_FIRST.search(text) or _BEYOND.search(text) else ""


def _numbers(parts: Mapping[str, str | None], order: str) -> tuple[int, int, int, bool]:
    """Year, month, day, and whether day and month could change places. Raises ValueError for no date at all."""
    year = int(parts["year"] or 0)
    if year < 100:
        year += 2000 if year < 70 else 1900
    if name := parts.get("month") or parts.get("named"):
        return year, MONTHS[name.lower()], int(parts["day"] or 0), False
    if parts.get("number"):
        return year, int(parts["number"] or 0), int(parts["day"] or 0), False
    first, second = int(parts["first"] or 0), int(parts["second"] or 0)
    if first > 12 or parts["sep"] == ".":
        # With full stops the day leads wherever that form is used.
        return year, second, first, False
    if second > 12:
        return year, first, second, False
    month, day = (second, first) if order == "dmy" else (first, second)
    return year, month, day, not order and first != second


def _at(value: datetime, clock: re.Match[str]) -> datetime:
    parts = clock.groupdict()
    hour, half = int(clock["hour"]), (parts.get("half") or parts.get("half_only") or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    value += timedelta(hours=hour, minutes=int(parts.get("minute") or 0), seconds=min(int(parts.get("second") or 0), 59))
    zone = _zone(parts.get("zone"))
    return value.replace(tzinfo=zone) if zone else value


def _zone(text: str | None) -> tzinfo | None:
    """The zone of an abbreviation or offset; None for one that is unknown or means several clocks."""
    if not text:
        return None
    name = text.strip().upper()
    if name in _OFFSETS:
        minutes = _OFFSETS[name]
        return UTC if not minutes else timezone(timedelta(minutes=minutes))
    if name in _REGIONS:
        return ZoneInfo(_REGIONS[name])
    digits = name.removeprefix("UTC").removeprefix("GMT").strip()
    if digits[:1] not in ("+", "-"):
        return None
    hours, _, minutes_text = digits[1:].partition(":") if ":" in digits else (digits[1:3], "", digits[3:])
    offset = timedelta(hours=int(hours), minutes=int(minutes_text or 0))
    if offset >= timedelta(hours=24):
        return None
    return timezone(-offset if digits[0] == "-" else offset)
