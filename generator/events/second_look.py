"""All mentions of an article in, the same out: what stands for itself after all, and what only tells again what was told before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from generator.dates import DateSpan
from generator.events.reader import Reader
from generator.model import Mention


def promote(reader: Reader) -> None:
    """Let what only a noun with its day tells ("Friday's vote") make an entry where nothing else of that day is told."""
    for at in reader.described:
        mention = reader.mentions[at]
        span = mention.span
        if span is None or span.start is None or reader.today is None:
            continue
        away = (span.start - reader.today).days
        if not (0 < away <= _SOON or (-_RECENT <= away <= 0 and span.days == 1 and " " in mention.title)):
            continue
        if not any(_near(other, span) and not other.background for other in reader.mentions):
            reader.mentions[at] = replace(mention, background=False)


def demote(reader: Reader) -> None:
    """Let what is only counted back to ("five days after she walked out") support what the article tells of that person on that day."""
    for at, mention in enumerate(reader.mentions):
        if not mention.background and _counted_again(reader.mentions[:at], mention):
            reader.mentions[at] = replace(mention, background=True)
            continue
        if mention.background or mention.time is None or mention.time.rule != "counted" or "beside" not in mention.time.reason:
            continue
        who = {*mention.people, *mention.organisations}
        day_told = mention.span.start if mention.span is not None else None
        others = (one for one in reader.mentions if one is not mention and not one.background)
        same_day = (one for one in others if one.span is not None and one.span.start == day_told)
        if any(not who.isdisjoint((*one.people, *one.organisations)) for one in same_day):
            reader.mentions[at] = replace(mention, background=True)


def _counted_again(before: Sequence[Mention], mention: Mention) -> bool:
    """Tell whether the same number of people is told of again: "40 were held on Monday ... was among the 40 people arrested Monday"."""
    again = _THE_SAME.search(mention.quote)
    if again is None or mention.span is None or mention.span.days != 1:
        return False
    told = (one for one in before if not one.background and one.trigger.lemma == mention.trigger.lemma and one.span == mention.span)
    return any(number.startswith(f"{again[1]} ") for one in told for number in one.numbers)


_THE_SAME: Final = re.compile(r"\bamong the (\d[\d,]*) [a-z]+ ")


def _near(other: Mention, span: DateSpan) -> bool:
    """Tell whether a mention is of the days of a span; one of a whole year tells nothing about a day in it."""
    return other.span is not None and other.span.overlaps(span) and (other.span.days or 0) <= _SOON


_RECENT: Final = 31  # days
_SOON: Final = 92
