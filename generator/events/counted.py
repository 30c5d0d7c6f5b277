"""A length of time in, the date that it leads to out: "in three days", "in a few weeks", "two days after he left"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from generator.dates import DateSpan, add_months, between, day, month, year
from generator.events.bind import bind
from generator.events.en import nouns
from generator.events.lexicon import class_of
from generator.events.reader import Reader, lead_day
from generator.events.words import Bound, Parse
from generator.model import TimeExpression

_DISTANCE: Final = re.compile(r"P(?P<count>\d{1,2}|100|X)(?P<unit>[DWMY])")
_SUPERLATIVE: Final = re.compile(r"\b(?:first|only|last|second|third|worst|best|most|least|[a-z]+est) (?:[\w-]+ ){0,4}in (?:\w+ )?$")
_FUTURE: Final = re.compile(r"\b(?:will|to|planned|due|called|set|expected|scheduled|go|goes|opens|begins|starts|meets?)\b")


def distance(reader: Reader, text: str, start: int, time: TimeExpression) -> TimeExpression:
    """Read "in three days" beside a verb of the future as the day it leads to, counted from publication; `text` begins at `start`."""
    at = time.start - start
    m = _DISTANCE.fullmatch(time.value)
    if m is None or reader.today is None or not text[:at].lower().endswith(("in ", "within ")) or not _FUTURE.search(text):
        return time
    if _SUPERLATIVE.search(text[max(0, at - 45) : at]):
        return time  # "for the first time in ten years"
    if m["count"] == "X":
        span = _soon(reader.today, m["unit"])
        return replace(time, span=span, anchor=reader.today, reason="soon after publication", rule="distance") if span else time
    span = _later(reader.today, int(m["count"]), m["unit"])
    return replace(time, span=span, anchor=reader.today, reason="counted from the day of publication", rule="distance")


def _later(today: date, count: int, unit: str) -> DateSpan:
    """The day, or for months and years the month or year, so far after a day."""
    if unit == "M":
        far = add_months(today, count)
        return month(far.year, far.month)
    if unit == "Y":
        return year(today.year + count)
    return day(today + timedelta(days=count * (7 if unit == "W" else 1)))


def _soon(today: date, unit: str) -> DateSpan | None:
    """The days, weeks or months to come; nobody can say how many years are a few."""
    if unit == "D":
        return replace(between(day(today + _DAY), day(today + 7 * _DAY)), modifier="approximate")
    near, far = (today, add_months(today, 1)) if unit == "W" else (add_months(today, 1), add_months(today, 6))
    return None if unit == "Y" else between(month(near.year, near.month), month(far.year, far.month))


_DAY: Final = timedelta(days=1)
_LENGTH: Final = re.compile(r"P(?P<count>\d{1,3})(?P<unit>[DWMY])|PT(?:X|\d{1,2})(?P<hours>[HM])")
_STEPS: Final = {"after": -1, "into": -1, "before": 1}


def counted(reader: Reader, number: int, parsed: Parse, token: int, times: Sequence[TimeExpression]) -> tuple[Bound, TimeExpression] | None:
    """What a length of time dates by the event it is counted from, and the time with that date; None where nothing tells the day.

    Counted from the day told in the same sentence, else, where the sentence is the lead or tells what is now, from the article's own:
    then it dates what stands behind "after". What was dated before dates the clause itself ("resigned two days after the vote").
    """
    time = times[parsed.words[token].time]
    behind = parsed.words[token + 1].low if token + 1 < len(parsed.words) else ""
    if time.value.startswith("PT") and (behind == "later" or time.text.endswith("later")):
        return _same_day(reader, number, parsed, token, times)
    m = _LENGTH.fullmatch(time.value)
    step = _STEPS.get(parsed.words[token + 1].low) if token + 1 < len(parsed.words) else None
    if m is None or step is None or time.text.lower().startswith(("less", "more", "over", "under", "nearly", "almost")):
        return None
    bound = _told(parsed, token + 1, times)
    if bound is None:
        return None
    count, unit, told = step * int(m["count"] or 0), m["unit"] or "D", "beside"
    base = _base(reader, number, parsed, token, bound, times)
    if base is None:
        base, told, count = _known_day(reader, parsed, bound), "before", -count
        main = _counting(parsed, token, bound)
        if base is None or main is None:
            return None
        bound = main
    span = _away(base, count, unit)
    if told == "before" and reader.today is not None and span.start is not None and span.start > reader.today:
        return None
    reason = f'counted from {base.isoformat()}, the day told {told} "{time.text} {parsed.words[token + 1].low}"'
    return bound, replace(time, span=span, anchor=base, reason=reason, rule="counted")


def _same_day(
    reader: Reader, number: int, parsed: Parse, token: int, times: Sequence[TimeExpression]
) -> tuple[Bound, TimeExpression] | None:
    """What happened "hours later" than what was told last, with a day of its own: on that day."""
    time = times[parsed.words[token].time]
    m = _LENGTH.fullmatch(time.value)
    told = [times[word.time].span for word in parsed.words[:token] if word.time >= 0]
    just = next((mention.sentence for mention in reversed(reader.mentions) if not mention.background), -2) >= number - 1
    last = next((span for span in reversed(told) if span is not None), reader.day if just else None)
    main = bind(parsed, token)
    clause = main.clause
    if m is None or m["hours"] is None or last is None or last.days != 1 or last.start is None or main.how != "verb" or clause is None:
        return None
    if not clause.group.past or _MANY_HOURS.fullmatch(time.value):
        return None
    reason = f'on {last.start.isoformat()}, the day of what was told before "{time.text}"'
    return main, replace(time, span=day(last.start), anchor=last.start, reason=reason, rule="counted")


_MANY_HOURS: Final = re.compile(r"PT\d{2}H")


def _counting(parsed: Parse, token: int, base: Bound) -> Bound | None:
    """What is told to have happened so long after `base`: the clause that the length stands in."""
    main = bind(parsed, token)
    clause = main.clause
    if clause is None or clause.group.copula or (base.how == "verb" and clause is base.clause):
        return None
    return Bound(clause, clause.group.head, "verb") if main.token == base.token or main.how != "noun" else main


def _known_day(reader: Reader, parsed: Parse, bound: Bound) -> date | None:
    """The day on which the article has put the one event of the kind that stands behind "after" or "before"."""
    clause = bound.clause
    kind = class_of(clause.group.lemma if clause is not None and bound.how == "verb" else parsed.words[bound.token].low)
    days = {
        mention.span.start
        for mention in reader.mentions
        if mention.trigger.lemma == kind and mention.span is not None and mention.span.days == 1 and mention.span.modifier is None
    }
    return days.pop() if len(days) == 1 else None


def may_count(text: str, start: int, times: Sequence[TimeExpression]) -> bool:
    """Tell whether a length of time without a date stands before "after" or "before" in a sentence that begins at `start`."""
    lengths = [time for time in times if time.span is None]
    return any(text.startswith(_BEHIND, time.end - start) or time.text.endswith(" later") for time in lengths)


_BEHIND: Final = (" after ", " before ", " into the ", " later")


def _told(parsed: Parse, at: int, times: Sequence[TimeExpression]) -> Bound | None:
    """The clause that "after" opens, or the event noun behind it, where it has no date of its own."""
    clause = parsed.clause_at(at)
    if clause is None:
        return None
    if parsed.tags[at] == "S" and clause.group.start > at:
        own = any(word.time >= 0 and times[word.time].span is not None for word in parsed.words[at : clause.end])
        group = clause.group
        return (
            None if own or not group.finite or group.copula or group.modal or group.controls else Bound(clause, clause.group.head, "verb")
        )
    behind = re.compile(r"P[DJaA#]*n").match(parsed.tags, at)
    if behind is None or parsed.words[behind.end() - 1].low in nouns.WEAK:
        return None
    return Bound(clause, behind.end() - 1, "modified")


def _base(reader: Reader, number: int, parsed: Parse, token: int, bound: Bound, times: Sequence[TimeExpression]) -> date | None:
    """The day from which the length is counted."""
    told = [times[word.time].span for word in parsed.words if word.time >= 0]
    days = [span.start for span in told if span is not None and span.days == 1 and span.start is not None]
    if days:
        return days[0]
    if any(span is not None for span in told) or reader.today is None or reader.article.kind != "news":
        return None
    main = next((c for c in parsed.clauses if c is not bound.clause and c.group.finite), bound.clause if bound.how == "modified" else None)
    now = main is not None and not (main.group.past or main.group.modal or main.group.negated)
    return lead_day(reader) if now or (number == 0 and main is not None and not main.group.modal) else None


def _away(base: date, count: int, unit: str) -> DateSpan:
    """The day, month or year so many units away; weeks are told in round numbers."""
    if unit == "Y":
        return year(base.year + count)
    if unit == "M":
        far = add_months(base, count)
        return month(far.year, far.month)
    if unit == "W":
        return replace(day(base + timedelta(days=7 * count)), modifier="approximate")
    return day(base + timedelta(days=count))
