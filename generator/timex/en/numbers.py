"""English numbers: words and digits in, a number (or None for "several") out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

_VAGUE: Final = frozenset(("few", "several", "many", "some", "numerous", "various", "dozens", "scores", "hundreds", "thousands"))
_GLUE: Final = frozenset(("-", "and", "of", "the"))


def number_in_words(words: Sequence[str], values: Mapping[str, Any]) -> float | None:
    """“twenty-four”, “two and a half”, “2 1/2”, “1,500”, “a couple of”: its value; None for a vague number or none at all."""
    if _VAGUE.intersection(words):
        return None
    total, part = 0.0, 0.0
    for i, word in enumerate(words):
        if word in _GLUE:
            continue
        if word[0].isdigit():
            part += _digits(word)
        elif word == "/":
            continue
        elif word == "half" and i < 2 and words[0] in ("half", "a"):
            return 0.5
        elif word == "half":
            part += 0.5
        elif word in ("hundred", "dozen"):
            part = (part or 1) * values[word]
        elif word in ("thousand", "million", "billion"):
            total, part = total + (part or 1) * values[word], 0.0
        elif isinstance(values.get(word), int | float) and not (word == "a" and len(words) > 1 and i > 0):
            part = values[word] if word == "couple" else part + values[word]
    return _fraction(words) or total + part


def _digits(word: str) -> float:
    cleaned = word.replace(",", "")[:15]
    return float(cleaned) if cleaned.replace(".", "", 1).isdigit() else 0.0


def _fraction(words: Sequence[str]) -> float | None:
    """“2 1/2” comes as the tokens 2, 1, / and 2."""
    if "/" not in words:
        return None
    at = words.index("/")
    if at == 0 or at + 1 >= len(words) or not (words[at - 1].isdigit() and words[at + 1].isdigit()) or int(words[at + 1]) == 0:
        return None
    whole = _digits(words[at - 2]) if at >= 2 else 0.0
    return whole + int(words[at - 1]) / int(words[at + 1])
