"""A phrase such as "within the month" in, the month of what was told just before out, where a text tells of long ago.

The time tagger counts it from publication.
"""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from msgspec.structs import replace

from generator.dates import DateSpan, add_months
from generator.events.words import Clause, Parse
from generator.model import TimeExpression


class Told(NamedTuple):
    """The last date told that has passed: its span, and the number of its sentence."""

    span: DateSpan
    sentence: int


def within(
    time: TimeExpression, parsed: Parse, token: int, clause: Clause | None, told: Told | None, number: int, today: date | None
) -> TimeExpression:
    """Read "within the month" and "by the end of the year" as those of the date told in the sentence before.

    Only in the simple past, only where that date lies more than a year and a half before publication; a bare "in December" there is
    mostly that of the news.
    """
    if time.rule != "definite_unit" or told is None or told.span.start is None or today is None or number - told.sentence != 1:
        return time
    if clause is None or not _simple_past(clause) or (today - told.span.start).days < _LONG_AGO:
        return time
    before = parsed.words[token - 1].low if token else ""
    months = next((count for unit, count in _MONTHS.items() if time.text.lower().endswith(unit)), 0)
    if before not in _LIMITS or not months or (told.span.days or _LONG_AGO) > _FINEST[months]:
        return time
    first = told.span.start.replace(day=1, month=1 if months > 1 else told.span.start.month)
    span = DateSpan(first, add_months(first, months), "month" if months == 1 else "year", "approximate")
    return replace(time, span=span, anchor=told.span.start, reason=f"in that of {told.span.edtf}, told before")


_LONG_AGO: Final = 550  # days
_MONTHS: Final = {"the month": 1, "the year": 12}
_FINEST: Final = {1: 31, 12: 366}  # days
_LIMITS: Final = frozenset("within by before".split())


def _simple_past(clause: Clause) -> bool:
    group = clause.group
    return group.past and group.finite and not (group.perfect or group.modal or group.progressive)
