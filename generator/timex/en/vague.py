"""Words that tell only past, present or future: "now", "recently", "in the future"."""

from __future__ import annotations

from typing import Final

from generator.timex.language import Match, Reading
from generator.timex.meaning import Meaning, Reference

MACROS: Final[dict[str, str]] = {}


def vague_adverb(m: Match) -> Meaning:
    """“now”, “currently”, “recently”.

    yes: They now agree. = PRESENT_REF
    yes: He recently left. = PAST_REF
    """
    return Reference(m.value("word"))


def these_days(m: Match) -> Meaning | None:
    """“these days”: now.

    yes: Prices are high these days. = PRESENT_REF
    """
    return Reference("PRESENT") if m.tokens.words[m.begin : m.end] == ["these", "days"] else None


def the_time(m: Match) -> Meaning | None:
    """“at the time”, “at that time”: then.

    yes: He was abroad at the time. = PAST_REF
    """
    return Reference("PAST") if m.tokens.words[m.end - 1] == "time" else None


def vague_noun(m: Match) -> Meaning | Reading | None:
    """“the past”, “the future”, “the near future”, “the near term”.

    yes: in the past = PAST_REF
    yes: in the near future = FUTURE_REF
    """
    return Reference("PAST" if m.has("past") else "PRESENT" if m.has("present") else "FUTURE")


def vague_adjective(m: Match) -> Meaning:
    """“current plans”: an adjective that says no more than now.

    yes: the current plan = PRESENT_REF
    """
    return Reference("PRESENT")


RULES: Final = (
    ("RIGHT? word:(NOW|RECENTLY)", vague_adverb),
    ("MORE word:RECENTLY", vague_adverb),
    ("THIS UNITS", these_days),
    ("(?<=AT) (THE|THAT) TIMES", the_time),
    ("THE (NEAR)? (past:PAST|FUTURE|present:PRESENT)", vague_noun),
    ("(?<=AT) THE present:MOMENT", vague_noun),
    ("THE (NEAR|SHORT) HYPHEN? TERM", vague_noun),
    ("CURRENT", vague_adjective),
)
