"""A clause with several dates and one of them in, the stretch of the clause that belongs to that date out."""

from __future__ import annotations

import re
from typing import Final

from generator.events.wording import is_length
from generator.events.words import Clause, Parse
from generator.model import TimeExpression


def part_of(parsed: Parse, clause: Clause, time: TimeExpression | None) -> tuple[int, int] | None:
    """The part of a clause that belongs to one of its dates: "In 1998 it sold A, in 2001 B"; None where there is one date."""
    if time is None or parsed.tags.count("X", clause.start, clause.end) < 2:
        return None
    spots = [i for i in range(clause.start, clause.end) if parsed.tags[i] == "X" and not is_length(parsed.words[i])]
    spots = [i for i in spots if not parsed.words[i].low.endswith(("-day", "-week", "-month", "-year", "-hour"))]  # "the two-day feast"
    spots = [i for i in spots if not (parsed.tags[i + 1 : i + 2] in ("a", "n") and parsed.tags[i - 1] == "D")]  # "over a May bombing"
    after = [i for i in spots if i > clause.group.start]
    if len(spots) < 2 or not after:
        return None
    at = next((i for i in spots if parsed.words[i].start == time.start), None)
    if at is None:
        return None
    at_once = _AT_ONCE.fullmatch(parsed.tags, clause.group.end, spots[0] + 1) and _AGAIN.search(parsed.tags, 0, spots[1] + 1)
    if spots[0] < clause.group.start or at_once:  # the date comes first, what it dates after it
        low = clause.group.end if at < clause.group.start else at + 1
        high = min([i for i in after if i > at], default=clause.end)
    else:
        low = clause.group.end if at == spots[0] else max(i for i in spots if i < at) + 1
        high = at
    if clause.group.copula:
        return None
    first = max([i for i in spots if i < at], default=-1)
    if first > clause.group.start and "," not in parsed.tags[first:at] and "C" not in parsed.tags[first:at]:
        return None  # "moved into bells this year with a plant in May"
    low = max(low, clause.group.end) if at > clause.group.start else low
    while high > low and parsed.tags[high - 1] in "PC,R":
        high -= 1
    while low < high and parsed.tags[low] in "C,;":
        low += 1
    return (low, high) if any(parsed.tags[i] in "anA" for i in range(low, high)) else None


# "Moved [in 1956] to Lund, [then in 1960] to Ghent".
_AT_ONCE: Final = re.compile(r"[PR,]*X")
_AGAIN: Final = re.compile(r"(?:,|,?C)R?[PX]X?$")
