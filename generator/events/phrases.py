"""A parse and a token in, the event noun beside it out, and the phrase that it stands in."""

from __future__ import annotations

import re
from typing import Final

from generator.events.en import cues, nouns
from generator.events.words import Clause, Parse


def any_noun(parsed: Parse, low: int, high: int) -> int | None:
    """The first event noun in a stretch of tokens; weak ones count only where no strong one stands."""
    found = [i for i in range(low, high) if parsed.tags[i] == "n" and not _of_a_place(parsed, i)]
    best = [i for i in found if parsed.words[i].low not in nouns.WEAK]
    return best[0] if best else found[0] if found else None


def _of_a_place(parsed: Parse, noun: int) -> bool:
    """Tell whether an event noun only says what a building or service is for: "the new concert hall", "the fire brigade"."""
    return parsed.tags[noun + 1 : noun + 2] == "a" and parsed.words[noun + 1].low.removesuffix("s") in _PLACES


_PLACES: Final = frozenset(
    "hall house centre center room building chamber stadium arena venue hotel palace tower theatre theater station brigade service "
    "department engine alarm".split()
)


def weak(parsed: Parse, noun: int) -> bool:
    """Tell whether an event noun names no event of its own, in the plural too."""
    low = parsed.words[noun].low
    return low in nouns.WEAK or low.removesuffix("s") in nouns.WEAK


def noun_before(parsed: Parse, token: int) -> int | None:
    """The event noun whose phrase ends at the time expression: "a meeting in Jordan [next week]"."""
    tags, words = parsed.tags, parsed.words
    at = token - 1
    while at >= 0 and tags[at] in "PR":
        at -= 1
    best = None
    while at >= 0 and (
        tags[at] in "anAJ#DPCX"
        or (tags[at] == "," and tags[at - 1 : at] == "A" and tags[at + 1] == "A")  # "to Lyon, France"
        or (tags[at] == "T" and tags[at + 1] in "DA")
    ):
        if tags[at] == "n" and not _of_a_place(parsed, at):
            best = at
            if at and tags[at - 1] in "DJ":
                break
        if tags[at] == "P" and best is not None and words[at].low not in ("of",):
            break
        at -= 1
    return best


def set_apart(parsed: Parse, noun: int) -> bool:
    """Tell whether "since", "after", "before" or the like holds a noun apart from the verb, so that the date is the noun's own."""
    at = noun - 1
    while at >= 0 and parsed.tags[at] in "DJaA#":
        at -= 1
    if at > 0 and parsed.tags[at] == "C" and parsed.tags[at - 1] == "X" and (before := noun_before(parsed, at - 1)) is not None:
        return set_apart(parsed, before)  # "since the raid a week ago and the opening of a trial two days later"
    if at > 0 and parsed.words[at].low == "from" and (parsed.tags[at - 1] in "vzigR" or parsed.words[at - 1].low in _OUT_OF):
        return False  # "withdrew from the talks on Monday"
    if at > 0 and at == noun - 1 and parsed.words[at].low == "after" and parsed.tags[at - 1] == "X":
        return False  # "exploded a minute after liftoff on Monday"
    wake = at > 1 and parsed.words[at].low == "of" and parsed.words[at - 1].low in ("wake", "aftermath")
    opens = at == 0 and parsed.words[0].low in ("with", "following") and "," in parsed.tags[noun:]
    return wake or opens or (at >= 0 and parsed.words[at].low in _APART)  # "with the arrest of Roe on Monday, ..."


_OUT_OF: Final = frozenset("away out back down off home".split())
_APART: Final = cues.SUBORDINATORS_OF_TIME | {"ahead", "despite", "from"}


def subject_head(parsed: Parse, clause: Clause, token: int) -> int | None:
    """The noun before a time in the subject, without what a preposition adds to it."""
    m = SUBJECT.match(parsed.tags, clause.start, token)
    return m.end() - 1 if m else None


SUBJECT: Final = re.compile(r"[DJR#A,]*[an]+")


def noun_phrase(parsed: Parse, noun: int, end: int) -> tuple[int, int]:
    """The tokens (half-open) of the phrase around an event noun, with what "of", "in" and "between" add to it."""
    tags, words = parsed.tags, parsed.words
    low = noun
    while (low and tags[low - 1] in "JaAn#") or (low and tags[low - 1] == "X"):
        low -= 1
    high = noun + 1
    while high < end:
        if (
            tags[high] in "anA#"
            or (tags[high] in "DJC" and high + 1 < end and tags[high + 1] in "anA#J")
            or (
                tags[high] == "P"
                and words[high].low in ("of", "in", "between", "with", "on", "at", "over")
                and high + 1 < end
                and tags[high + 1] in "DaAnJ#"
            )
        ):
            high += 1
        else:
            break
    return low, high
