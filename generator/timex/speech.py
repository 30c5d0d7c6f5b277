"""The tokens of a text and its phrases in; for each deictic phrase in quotation marks, the phrase that dates the speaking, out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Final

from generator.timex.language import Found, Language
from generator.timex.meaning import Clock, Date, Meaning, PartOfDay, Relative, Shift
from generator.timex.tokens import Tokens

_OPEN: Final = ("“", "„", "``", "«")
_CLOSE: Final = ("”", "''", "»")
_NEAR: Final = 6  # tokens between the verb of saying and the day
_FAR: Final = 40  # tokens of the sentence around a quotation


def speaking(tokens: Tokens, found: list[Found], language: Language) -> Mapping[int, Found]:
    """By the first token of a phrase in a quotation, the phrase of the day on which it was said.

    “"We decide tomorrow," she said on Monday”: the sentence of the quotation, or the one before, has a verb of saying
    beside a day.
    """
    if language.names["QUOTE"] not in tokens.classes or not any(counts_from_now(one.reading.meaning) for one in found):
        return {}
    said: dict[int, Found] = {}
    quotes = list(_quotations(tokens, language))
    quoted: dict[int, list[Found]] = {}
    outside: list[Found] = []
    ends = [end for _, end in quotes]
    for one in found:
        at = bisect_left(ends, one.begin)
        if at < len(quotes) and quotes[at][0] < one.begin:
            quoted.setdefault(at, []).append(one)
        elif _is_day(one.reading.meaning):
            outside.append(one)
    begins = [one.begin for one in outside]
    for at, inside in quoted.items():
        begin, end = quotes[at]
        near = outside[bisect_left(begins, begin - 2 * _FAR) : bisect_left(begins, end + _FAR)]
        deictic = [one for one in inside if counts_from_now(one.reading.meaning)]
        day = _day_of(tokens, begin, end, near, language) if deictic and near else None
        if day is not None:
            said |= {one.begin: day for one in deictic}
    return said


def counts_from_now(meaning: Meaning) -> bool:
    """Tell whether a phrase is counted from the day on which it is said: “tomorrow”, “next week”, “on Friday”, “two days ago”."""
    if type(meaning) is PartOfDay or type(meaning) is Clock:
        return meaning.day is not None and counts_from_now(meaning.day)
    if type(meaning) is Date:
        return meaning.weekday is not None and meaning.day is None
    if type(meaning) is Relative:
        return meaning.base == "now" and not meaning.definite
    return type(meaning) is Shift and meaning.base == "now"


def _quotations(tokens: Tokens, language: Language) -> Iterator[tuple[int, int]]:
    """First and last token of each quotation; one that is not closed ends with its paragraph."""
    quote, stop, begin = language.names["QUOTE"], language.names["BREAK"], -1
    for place in re.finditer(f"[{quote}{stop}]", tokens.classes):
        at = place.start()
        if place[0] == quote:
            word = tokens.words[at]
            if begin < 0 and word not in _CLOSE:
                begin = at
            elif begin >= 0 and word not in _OPEN:
                yield begin, at
                begin = -1
        elif begin >= 0:
            yield begin, at
            begin = -1
    if begin >= 0:
        yield begin, len(tokens.classes)


def _day_of(tokens: Tokens, begin: int, end: int, outside: list[Found], language: Language) -> Found | None:
    """The day told with a verb of saying after the quotation, before it, or in the sentence before it."""
    stops = language.group("DOT", "STOP", "BREAK")
    ended = tokens.classes[end - 1] in stops  # the sentence is over with the quotation
    first = _back(tokens, begin, stops)
    sides = [] if ended else [(end + 1, _forth(tokens, end + 1, stops))]
    sides += [(first, begin), (_back(tokens, first - 1, stops), first - 1)]
    for low, high in sides:
        days = [one for one in outside if low <= one.begin and one.end <= high]
        for one in days:
            near = tokens.words[max(low, one.begin - _NEAR) : one.begin] + tokens.words[one.end : min(high, one.end + _NEAR)]
            if not language.saying.isdisjoint(near):
                return one
    return None


def _is_day(meaning: Meaning) -> bool:
    if type(meaning) is PartOfDay:
        meaning = meaning.day or meaning
    if type(meaning) is Date:
        return bool(meaning.day or meaning.weekday)
    return type(meaning) is Relative and meaning.base == "now" and (meaning.what == "day" or type(meaning.what) is Date)


def _back(tokens: Tokens, at: int, stops: frozenset[str]) -> int:
    low = max(0, at - _FAR)
    return next((i + 1 for i in range(at - 1, low - 1, -1) if tokens.classes[i] in stops), low)


def _forth(tokens: Tokens, at: int, stops: frozenset[str]) -> int:
    high = min(len(tokens.classes), at + _FAR)
    return next((i for i in range(at, high) if tokens.classes[i] in stops), high)
