"""An Article in, its TimeExpressions out: phrases found by the rules of one language and tied to the calendar.

tokens     a text -> tokens with classes          (tables of words)
scan       tokens -> phrases with meanings        (rules, one folder per language)
anchor     what relative phrases are counted from
resolve    meaning + anchors -> value, span, reason
"""

from __future__ import annotations

from generator.timex.find import find_times, tag
from generator.timex.language import reads as reads_dates

__all__ = ["find_times", "reads_dates", "tag"]
