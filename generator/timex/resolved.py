"""What resolving a meaning gives: a TIMEX3 type and value, the anchor, and why."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from generator.timex.anchor import Why
from generator.timex.meaning import TimexType


class Resolved(Struct, frozen=True, gc=False):
    """A meaning tied to the calendar; `why` is a key of `reasons.REASONS` and what fills it, `explicit` says the year was written."""

    type: TimexType
    value: str
    anchor: date | None = None
    why: Why = ("written out",)
    explicit: bool = False
    confidence: float = 1.0
