"""English: its tables of words and its rules, joined into `LANGUAGE`."""

from __future__ import annotations

from typing import Final

from generator.timex.en import clock, dates, durations, periods, relative, vague
from generator.timex.en.cues import SAYING, tense
from generator.timex.en.finish import EXTRA, finish
from generator.timex.en.guards import unlikely
from generator.timex.en.settle import settle
from generator.timex.en.words import ABBREVIATIONS, ENDINGS, WORDS
from generator.timex.language import Language, build

LANGUAGE: Final[Language] = build(
    "en",
    WORDS,
    (*dates.RULES, *relative.RULES, *periods.RULES, *clock.RULES, *durations.RULES, *vague.RULES),
    {**dates.MACROS, **relative.MACROS, **periods.MACROS, **clock.MACROS, **durations.MACROS, **vague.MACROS},
    ABBREVIATIONS,
    ENDINGS,
    EXTRA,
    r"[ap]\.?m\b",
    settle=settle,
    unlikely=unlikely,
    finish=finish,
    tense=tense,
    saying=SAYING,
)
