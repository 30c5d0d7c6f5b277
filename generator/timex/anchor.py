"""From what a phrase is counted: publication, the dateline, the last date told, the year of a narrative; past or future by class.

The counts behind the choices are in docs/explanation/dates.md.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Final, Literal

from msgspec import Struct

from generator.dates import DateSpan
from generator.timex.meaning import BeforeChrist, Date, Length, Shift

Tense = Literal["past", "future"] | None
Why = tuple[object, ...]


_WEEK: Final = timedelta(days=7)
_LEFT_BEHIND: Final = -3  # months; a day so far back in a clause that looks ahead is one of the next year
_ASIDE: Final = 1  # years
_DATED: Final = ("minute", "hour", "part of day", "day", "month")


class Anchors(Struct):
    """What is known while a text is read from its beginning; `resolve` asks, `told` keeps it up to date.

    `published` is the document creation time. `last` is the last stretch told (of its paragraph: `paragraph_last`),
    `quarter` the reporting quarter the text speaks of (`longer` where it has gone on to a longer period), `year` the last
    year written out (in a narrative: told), `month` the month told with it, `dated` the last month or day of the story,
    `near_day` the last day told that lies within a week of publication (in a narrative: the last day),
    `heading` the year of the heading that the text stands under.
    """

    published: datetime | None
    has_time: bool = False
    dateline: date | None = None
    order: str = ""
    narrative: bool = False
    last: DateSpan | None = None
    quarter: date | None = None
    year: int | None = None
    month: int | None = None
    longer: bool = False
    aside: int | None = None
    paragraph_day: date | None = None
    dated: date | None = None
    near_day: date | None = None
    heading: int | None = None

    def posted(self, at: datetime) -> None:
        """Count from the moment of a live blog's post; what an earlier post told does not lead on into this one."""
        if (at, True) != (self.published, self.has_time):
            self.published, self.has_time, self.last, self.paragraph_day, self.near_day = at, True, None, None, None

    @property
    def now(self) -> date | None:
        """The day of publication, or that of the dateline."""
        return self.published.date() if self.published else self.dateline

    @property
    def day_told(self) -> date | None:
        """The day that an hour without one belongs to, if the text has told it."""
        return self.paragraph_day or self.near_day

    @property
    def over(self) -> bool:
        """Tell whether that day lies before publication."""
        return self.day_told is not None and self.now is not None and self.day_told < self.now

    @property
    def zone(self) -> tzinfo:
        """The zone of clock times that name none."""
        return (self.published.tzinfo if self.published else None) or UTC

    def new_paragraph(self) -> None:
        """Forget what holds inside a paragraph only."""
        self.paragraph_day = None

    def told(self, span: DateSpan | None, explicit_year: bool, tense: Tense, meaning: object = None) -> None:
        """Keep a stretch that the text has just told."""
        kind = type(meaning)
        if type(meaning) is Length:
            self.longer = meaning.unit == "year" or (meaning.unit == "month" and (meaning.count or 0) > 3)
        if type(meaning) is BeforeChrist and meaning.year is not None:
            self.year, self.month, self.dated = meaning.year, None, None
        if span is None or span.start is None:
            return
        if not (type(meaning) is Shift and meaning.unit == "year" and meaning.sign < 0):
            self.last = span  # a comparison with the year before is no step of the story
        if span.granularity == "quarter" and kind is not Shift:
            self._reports(span, tense)
        if span.granularity in ("day", "part of day", "minute", "hour"):
            self.paragraph_day = span.start
            if self.narrative or (self.now is not None and abs(span.start - self.now) <= _WEEK):
                self.near_day = span.start
        if (explicit_year or (self.narrative and _steps(meaning))) and span.granularity not in ("decade", "century"):
            self._moves_to(span)
            if span.granularity in _DATED:
                self.dated = span.start

    def _moves_to(self, span: DateSpan) -> None:
        """The story goes on in this year; a lone year far off is an aside until a second one agrees with it."""
        assert span.start is not None
        year, dated = span.start.year, span.granularity in _DATED
        if self.year is None or dated or abs(year - self.year) <= _ASIDE or (self.aside is not None and abs(year - self.aside) <= _ASIDE):
            self.year, self.month, self.aside = year, span.start.month if dated else None, None
        else:
            self.aside = year

    def _reports(self, span: DateSpan, tense: Tense) -> None:
        """The reporting quarter is the one last told that was over at publication; one a year back is only compared with."""
        now, start = self.now, span.start
        assert start is not None and span.end is not None
        if now is not None and (start > now or (span.end > now and tense != "past")):
            return
        self.longer = False
        if self.quarter is None or start >= self.quarter:
            self.quarter = start


def _steps(meaning: object) -> bool:
    """Tell whether a phrase moves a story on: a month or day, “three years later”; “a year earlier” only looks back."""
    if type(meaning) is Date:
        return meaning.month is not None
    return type(meaning) is Shift and meaning.base == "reference" and meaning.count is not None and meaning.sign > 0


def nearest_weekday(now: date, weekday: int, tense: Tense) -> date:
    """The day itself or the last such weekday; the next one where the clause looks ahead. Monday is 1."""
    back = (now.isoweekday() - weekday) % 7
    if back and tense == "future":
        return now + timedelta(days=7 - back)
    return now - timedelta(days=back)


def nearest_year(now: date, month: int, day: int | None, tense: Tense) -> int:
    """The year in which a month, or a day of it, lies nearest to `now`; the tense decides where some months lie between."""
    ahead = month - now.month
    if day is None:
        if ahead == 0:
            return now.year
        if tense == "future":
            return now.year if ahead >= 0 else now.year + 1
        if tense == "past":
            return now.year - (ahead > 2) + (ahead < -10)
        return now.year - (ahead > 5) + (ahead < -7)
    if tense == "future" and _LEFT_BEHIND >= ahead > -7:
        return now.year + 1
    if ahead >= 5:
        return now.year - (ahead > 7 or tense != "future")
    return now.year + (ahead <= -7 and (ahead < -8 or tense != "past"))
