"""Why a phrase has its date, in one sentence for an editor: the keys that `resolve` leaves in, words out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from generator.dates import DateSpan
from generator.labels import label, month_name
from generator.model import Post
from generator.timex.language import Found
from generator.timex.resolved import Resolved

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TENSE: Final[Mapping[object, str]] = {
    "past": ", because the clause is in the past tense", "future": ", because the clause looks ahead", None: "",
}  # fmt: skip


def reason(resolved: Resolved, found: Found, span: DateSpan | None, post: Post | None = None) -> str:
    """One sentence: what was counted, from which day, and why from that day; in a live blog, from which post's stamp."""
    key, *filling = resolved.why
    text = REASONS[str(key)](*filling)
    if post is not None:
        text = text.replace("publication", f"the live-blog stamp {post.at:%H:%M}")
    if found.link and span is not None and span.days != 1:
        text += f"; one end of {label(span)}"
    return text


@lru_cache(maxsize=1000)
def on(day: date) -> str:
    """`Wednesday 15 May 2013`."""
    return f"{_DAYS[day.weekday()]} {day.day} {month_name(day.month)} {day.year}"


def _weekday(day: date, now: date, tense: object) -> str:
    name = _DAYS[day.weekday()]
    if day == now:
        return f"{on(day)} is the day of publication"
    if day > now:
        return f"{name} after publication on {on(now)}{_TENSE['future']}"
    return f"{name} before publication on {on(now)}" + (_TENSE[tense] if tense == "past" else ", as nothing in the clause looks ahead")


def _relative_weekday(day: date, base: date, which: int) -> str:
    side = "before" if day < base else "after" if day > base else "of"
    return f"{_DAYS[day.weekday()]} {side} {on(base)}" + ("" if which else ", in the same week")


def _reference(span: DateSpan) -> str:
    return f"counted from {label(span)}, the last date told before it"


def _nearest_year(year: int, now: date, tense: object) -> str:
    nearest = "the year nearest to" if tense is None else "the year counted from"
    return f"{year} is {nearest} publication on {on(now)}{_TENSE[tense]}"


def _two_readings(first: int, second: int) -> str:
    return (
        f"{first:02}/{second:02} can be {first} {month_name(second)} or {second} {month_name(first)}; "
        'say which with date_order = "dmy" or "mdy" in site.toml'
    )


REASONS: Final[Mapping[str, Callable[..., str]]] = {
    "written out": lambda: "the date is written out",
    "before our era": lambda: "the date is written out, before our era, where no timeline reaches",
    "weekday": _weekday,
    "range of months": lambda day: f"{day.year} is the year in which it follows the beginning of the range",
    "range of hours": lambda day: f"on {on(day)}, as the range runs on past midnight",
    "range of weekdays": lambda day: f"{on(day)} is the one that follows the first weekday of the range",
    "relative weekday": _relative_weekday,
    "now": lambda now: f"counted from publication on {on(now)}",
    "spoken": lambda day: f"counted from {on(day)}, the day on which it was said",
    "reference": _reference,
    "no reference": lambda now: f"counted from publication on {on(now)}, as no date is told before it",
    "base too coarse": lambda span: f"a length only, as {label(span)}, from which it would be counted, is not told exactly enough",
    "phrase": lambda span: f"counted from {label(span)}, told in the phrase itself",
    "told year": lambda year: f"{year} is the last year told in the text",
    "heading": lambda year: f"{year}, the year of the heading above it",
    "story goes on": lambda year, dated: f"{year}, as the story had come to {on(dated)}",
    "rolled": lambda year, told: f"{year}, as the months have run on past the end of {told}, the last year told",
    "nearest year": _nearest_year,
    "nearest month": lambda day, now: f"{on(day)} is the nearest such day to publication on {on(now)}",
    "nearest to told": lambda day, told: f"{on(day)} is the nearest such day to {on(told)}, the last day told in the paragraph",
    "nearest division": lambda start, now, tense: f"the one nearest to publication on {on(now)}{_TENSE[tense]}",
    "weekday fits": lambda year: f"{year} is the nearest year in which that day falls on that weekday",
    "no anchor": lambda: "no year is told, and the article has no publication date",
    "two readings": _two_readings,
    "nearest decade": lambda: "the last such decade before publication",
    "holiday": lambda: "the day of the holiday in that year, by rule",
    "holiday near": lambda day, now: f"the holiday fell on {on(day)}, nearest to publication on {on(now)}",
    "reporting quarter": lambda start: f"counted from the quarter that the text reports on, which begins on {on(start)}",
    "quarter over": lambda now: f"the last quarter that was over at publication on {on(now)}",
    "day told": lambda day: f"on {on(day)}, the last day told before it",
    "night told": lambda day: f"in the night after {on(day)}, the last day told before it",
    "no day": lambda: "the text does not say on which day",
    "length": lambda: "a length of time, with no place in the calendar",
    "repeated": lambda: "a repetition, with no one place in the calendar",
    "vague": lambda: "only past, present or future is meant",
}
