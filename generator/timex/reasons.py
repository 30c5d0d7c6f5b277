"""Why a phrase has its date, in words for an editor."""

from __future__ import annotations

from generator.timex.anchor import Anchors
from generator.timex.language import Found
from generator.timex.resolve import Resolved


def reason(resolved: Resolved, found: Found, anchors: Anchors) -> str:
    """One sentence: what was counted, from which day, and why from that day."""
    return " ".join(map(str, resolved.why))
