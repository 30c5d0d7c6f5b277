"""The text of a sentence and its time expressions in, the same with lengths that only an event gives a date: "the day before the fire".

The time tagger leaves "the day" alone and counts "the year" from publication; where "before", "after" or "later" stands behind, they are
one day and one year from what is told there, which is found later.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec.structs import replace

from generator.model import TimeExpression

_EVENT: Final = r"(?:the|his|her|its|their|he|she|it|they|[A-Z])"
_BARE: Final = re.compile(
    rf"\b(?:(?P<one>the (?:very )?(?:day|night|morning|evening|afternoon))(?= (?:before|after) {_EVENT})"
    r"|(?P<alone>the (?:night|morning|evening|afternoon) (?:before|after))(?=[,.;])"
    r"|(?P<eve>the eve)(?= of (?:the|his|her|its|their)\b)"
    rf"|(?<=on )(?P<same>the (?:same |very )?day)(?= (?:that |when )?(?:{_EVENT}|[a-z]+s [a-z]+ed\b))"
    r"|(?P<while>(?:earlier|later) in the (?:day|evening|afternoon))"
    r"|(?P<minutes>minutes|moments|seconds|shortly|soon)(?= (?:later|after|afterwards?)\b))",
    re.I,
)
_LENGTHS: Final = {"one": "P1D", "alone": "P1D", "eve": "P1D", "same": "P0D", "while": "P0D", "minutes": "PTXM"}
_UNITS: Final = {"week": "P1W", "month": "P1M", "year": "P1Y"}
_BEHIND: Final = re.compile(r" (?:before|after) (?:the|his|her|its|their|he|she|it|they|[A-Z]\w+ (?:[A-Z]\w+ )?\w+(?:ed|t|ew|ook)\b)")


def with_lengths(text: str, start: int, times: list[TimeExpression]) -> list[TimeExpression]:
    """Add the lengths of a sentence that begins at `start`; a unit that an event follows becomes one."""
    if not _likely(text):
        return times
    found = [_unit(text, start, time) if time.rule == "definite_unit" else time for time in times]
    for m in _BARE.finditer(text):
        at = start + m.start()
        if m.lastgroup and not any(time.start <= at < time.end for time in times):
            found.append(TimeExpression(at, start + m.end(), m[0], "DURATION", _LENGTHS[m.lastgroup], rule="length"))
    return sorted(found, key=lambda time: time.start) if len(found) > len(times) else found


def _likely(text: str) -> bool:
    return (
        " before" in text
        or " after" in text
        or " later" in text
        or " day " in text
        or "arlier " in text
        or "Later " in text
        or " eve " in text
    )


def _unit(text: str, start: int, time: TimeExpression) -> TimeExpression:
    """Read "the year" before "after the opening" as one year."""
    unit = time.text.lower().removeprefix("the ")
    if unit not in _UNITS or not _BEHIND.match(text, time.end - start):
        return time
    return replace(time, type="DURATION", value=_UNITS[unit], span=None, rule="length", anchor=None, reason="a length of time")
