"""A second mention that a date makes for one word in, what becomes of it out: a stretch of days, the finer date, or a second event."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from generator.dates import DateSpan, between
from generator.events.reader import Reader, skip
from generator.model import Mention, Sentence, TimeExpression


def second_date(
    reader: Reader, taken: list[int], mention: Mention, number: int, sentence: Sentence, time: TimeExpression, beside: bool
) -> None:
    """Two dates for one word: days in a row are one stretch, the finer of two wins, one apart is a second event, else the first stands."""
    for at in taken:
        first = reader.mentions[at]
        if beside and first.span is not None and mention.span is not None and _goes_on(first.span, mention.span):
            reader.mentions[at] = replace(first, span=between(first.span, mention.span))
            return
        if _bare_season(mention):
            skip(reader, number, sentence, time, "only says in which part of the year")
            return
        if first.span is not None and first.span.days == 1 and _only_period(reader, mention):
            skip(reader, number, sentence, time, "only says which figures are meant")
            return
        if _bare_season(first) or (
            first.span is not None and mention.span is not None and _only_period(reader, first) and mention.span.days == 1
        ):
            reader.mentions[at] = mention  # "results for the third quarter on 7 May", "climbed in winter in 1971"
            return
        if first.span is None or mention.span is None or not first.span.overlaps(mention.span):
            continue
        bracketed = reader.article.body[max(0, time.start - 5) : time.start].rfind("(") >= 0
        if mention.span.finer_than(first.span) and first.span.contains(mention.span) and not bracketed:
            reader.mentions[at] = mention
        else:
            skip(reader, number, sentence, time, "a second date of the same event")
        return
    taken.append(len(reader.mentions))
    reader.mentions.append(mention)


def _bare_season(mention: Mention) -> bool:
    """Tell whether a time is a season without its year: "in winter"."""
    return mention.span is not None and mention.span.granularity == "season" and mention.time is not None and " " not in mention.time.text


def _only_period(reader: Reader, mention: Mention) -> bool:
    """Tell whether a time only says which figures are meant: "for the third quarter", "third-quarter results"."""
    span, time = mention.span, mention.time
    if span is None or time is None or span.granularity not in ("quarter", "half"):
        return False
    return "-" in time.text or mention.quote[: time.start - mention.start].endswith(("for the ", "for its ", "for "))


def _goes_on(first: DateSpan, second: DateSpan) -> bool:
    """Tell whether days, months or years follow each other, as in "on 23 and 24 November" or "in 2010 and 2011"."""
    longest = _ONE.get(second.granularity, 0) if first.granularity == second.granularity else 0
    return first.end is not None and first.end == second.start and (second.days or 999) <= longest


_ONE: Final = {"day": 1, "month": 31, "year": 366}
