"""An article or a bare text in, its time expressions out: scan, resolve in order, link the ends of ranges."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from itertools import repeat
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from generator.dates import DateSpan, between, day, from_timex3, on_side
from generator.timex.anchor import Anchors, Tense
from generator.timex.language import Found, Language, load
from generator.timex.meaning import Around, BeforeChrist, Clock, Date, Division, Holiday, Meaning, PartOfDay, Relative, TimexType
from generator.timex.resolve import instant, resolve
from generator.timex.resolved import Resolved
from generator.timex.scan import scan
from generator.timex.speech import speaking
from generator.timex.tokens import Tokens

if TYPE_CHECKING:  # imported where it is used: the filter has no need of the site's nouns, and they take time to load
    from generator.model import Article, Post, TimeExpression

_HISTORY: Final = 5  # years written out, from which a text can be seen to be a narrative
_MARKS, _TITLE = 4, 40  # characters of a heading before and behind its year
_MOSTLY: Final = 0.75  # the share of them that must be past
_SAYS_NEWS: Final = 4  # years that one "Tuesday" outweighs: news tells its background by years


class Tied(Struct, frozen=True, gc=False):
    """A phrase tied to the calendar: half-open offsets in the text, what was found, what it came to."""

    start: int
    end: int
    found: Found
    resolved: Resolved
    span: DateSpan | None

    @property
    def type(self) -> TimexType:
        """The TIMEX3 type."""
        return self.found.reading.type or self.resolved.type


def find_times(article: Article, most: int = sys.maxsize) -> tuple[TimeExpression, ...]:
    """The first time expressions of an article's body, ordered and not overlapping, each with its reason.

    Where two phrases are the ends of one stretch ("from 3 to 5 May"), each has its own value and both have the span of
    the whole.
    """
    from generator.timex.reasons import reason

    anchors = Anchors(article.published, article.has_time, article.dateline_date, article.date_order, article.kind == "narrative")
    post = article.post if article.posts else None
    # Two phrases may become one: twice as many are looked for.
    tied = tie(article.body, anchors, article.language, post, 2 * most)[:most]
    reasons = (reason(one.resolved, one.found, one.span, post(one.start) if post else None) for one in tied)
    return _nouns(article.body, tied, reasons)


def tag(
    text: str, dct: datetime | None, *, has_time: bool = False, language: str = "en", date_order: str = "", narrative: bool = False
) -> tuple[TimeExpression, ...]:
    """The time expressions of a text that was written at `dct`, its document creation time; reasons are left out."""
    return _nouns(text, tie(text, Anchors(dct, has_time, None, date_order, narrative), language), repeat(""))


def _nouns(text: str, tied: list[Tied], reasons: Iterable[str]) -> tuple[TimeExpression, ...]:
    from generator.model import TimeExpression

    return tuple(
        TimeExpression(
            one.start, one.end, text[one.start : one.end], one.type, one.resolved.value, _mod(one), one.span,
            one.resolved.anchor, reason, one.found.rule, min(one.resolved.confidence, one.found.reading.confidence),
        )
        for one, reason in zip(tied, reasons, strict=False)
    )  # fmt: skip


def tie(text: str, anchors: Anchors, code: str, post: Callable[[int], Post | None] | None = None, most: int = sys.maxsize) -> list[Tied]:
    """The phrases of a text tied to the calendar, read from its beginning; a language without tables gives none.

    `post` gives the post of a live blog that an offset lies in.
    """
    language = load(code)
    if language is None:
        return []
    tokens, found = scan(text, language, most)
    anchors.narrative = anchors.narrative or _tells_history(found, anchors)
    return _ranges(list(_tied(tokens, found, anchors, language, post)))


def _tells_history(found: list[Found], anchors: Anchors) -> bool:
    """A text is a narrative where it writes out many years, nearly all past, the first too, and hardly says “Tuesday” or “yesterday”."""
    meanings = [one.reading.meaning for one in found]
    years = [one.year for one in meanings if (type(one) is Date or type(one) is BeforeChrist) and one.year is not None]
    if anchors.now is None or len(years) < _HISTORY or years[0] >= anchors.now.year:
        return False
    deictic = sum(_is_deictic(one) for one in meanings)
    return sum(year < anchors.now.year for year in years) >= _MOSTLY * (len(years) + _SAYS_NEWS * deictic)


def _is_deictic(meaning: Meaning) -> bool:
    """“Tuesday”, “yesterday”, “last week”, “this year”: what a reader counts from publication."""
    if type(meaning) is Date:
        return meaning.weekday is not None and meaning.year is None
    return type(meaning) is Relative and meaning.base == "now"


def _tied(
    tokens: Tokens, found: list[Found], anchors: Anchors, language: Language, post: Callable[[int], Post | None] | None
) -> Iterator[Tied]:
    breaks, position = language.names["BREAK"], 0
    ahead: Tied | None = None  # the day told last, if it lies after publication and had no year: its sentence goes on from there
    said = speaking(tokens, found, language)
    for one in found:
        if tokens.classes.find(breaks, position, one.begin) >= 0:
            anchors.new_paragraph()
        if post is not None and (within := post(tokens.start(one.begin))) is not None:
            anchors.posted(within.at)
        position = one.end
        if _is_heading(one, tokens):
            anchors.heading = one.reading.meaning.year  # type: ignore[union-attr]
        tense = _tense(one, tokens, language, anchors.over)
        resolved = resolve(one.reading.meaning, anchors, tense)
        if resolved is not None and one.begin in said:
            resolved = _as_spoken(one, resolved, tense, said[one.begin], anchors, tokens, language)
        if resolved is None:
            continue
        span = _span(one, resolved, anchors)
        anchors.told(span, resolved.explicit, tense, one.reading.meaning)
        tied = Tied(tokens.start(one.begin), tokens.ends[one.end - 1], one, resolved, span)
        if _yearless(one):
            if ahead is not None and tense != "past" and not _is_ahead(tied, anchors) and not _parted(tokens, ahead, tied):
                tied = _later_year(ahead, tied)
            ahead = tied if _is_ahead(tied, anchors) else None
        yield tied


def _parted(tokens: Tokens, left: Tied, right: Tied) -> bool:
    """Tell whether a sentence ends between two phrases."""
    return _ENDS.search(tokens.text, left.end, right.start) is not None


_ENDS: Final = re.compile(r"[.!?][\"”’)]*\s+[\"“‘(]*[A-Z]|\n")  # of a sentence


def _is_ahead(tied: Tied, anchors: Anchors) -> bool:
    """Tell whether a phrase tells a day after publication."""
    return anchors.now is not None and tied.span is not None and tied.span.start is not None and tied.span.start > anchors.now


def _yearless(one: Found) -> bool:
    meaning = one.reading.meaning
    return type(meaning) is Date and meaning.year is None and meaning.month is not None and meaning.day is not None


def _is_heading(one: Found, tokens: Tokens) -> bool:
    """A year that is a line of its own, begins one before a colon, or stands in a line that ends with a colon (“2014 dates:”)."""
    meaning = one.reading.meaning
    if type(meaning) is not Date or meaning.year is None or meaning.day is not None:
        return False
    begin, end = tokens.start(one.begin), tokens.ends[one.end - 1]
    before = tokens.text[max(0, begin - _MARKS) : begin].rpartition("\n")
    first = (begin <= _MARKS or before[1] == "\n") and not before[2].strip(" *-")
    rest = tokens.text[end : end + _TITLE].partition("\n")
    line = rest[0].strip(" *")
    ends = rest[1] == "\n" or end + _TITLE >= len(tokens.text)
    return (first and (line[:1] == ":" or (not line and ends))) or (ends and line[-1:] == ":")


def _as_spoken(one: Found, resolved: Resolved, tense: Tense, said: Found, anchors: Anchors, tokens: Tokens, language: Language) -> Resolved:
    """A phrase in quotation marks counted from the day of speaking, where that lies before publication."""
    when = resolve(said.reading.meaning, anchors, _tense(said, tokens, language, anchors.over))
    spoken = from_timex3(when.value) if when is not None else None
    if anchors.published is None or spoken is None or spoken.start is None or not spoken.start < anchors.published.date():
        return resolved
    on = datetime.combine(spoken.start, anchors.published.timetz())
    then = resolve(one.reading.meaning, replace(anchors, published=on, has_time=False), tense)
    if then is None or then.value == resolved.value:
        return resolved
    return replace(then, anchor=spoken.start, why=("spoken", spoken.start))


def _tense(one: Found, tokens: Tokens, language: Language, over: bool) -> Tense:
    """The tense of the clause, where the phrase's class needs it; `over` tells that the day told last is past."""
    meaning: Meaning | None = one.reading.meaning
    if type(meaning) is Clock and meaning.day is None and over:
        return language.tense(tokens, one.begin, one.end, language)  # type: ignore[return-value]
    if type(meaning) is PartOfDay or type(meaning) is Clock or type(meaning) is Around:
        meaning = meaning.day
    if type(meaning) is Date or type(meaning) is Division or type(meaning) is Holiday:
        asked = meaning.year is None
    else:
        asked = type(meaning) is Relative and _by_tense(meaning)
    return language.tense(tokens, one.begin, one.end, language) if asked else None  # type: ignore[return-value]


def _by_tense(meaning: Relative) -> bool:
    """Tell whether the tense decides about “this weekend”, “this Tuesday”, “the end of the month”."""
    named = type(meaning.what) is Date and not meaning.which
    return named or meaning.what == "weekend" or (meaning.what == "month" and meaning.definite)


def _span(one: Found, resolved: Resolved, anchors: Anchors) -> DateSpan | None:
    if resolved.type not in ("DATE", "TIME"):
        return None
    mod, meaning = one.reading.mod, one.reading.meaning
    span = from_timex3(resolved.value, None if mod in _SIDES else mod, anchors.zone)
    if span is not None and mod in _SIDES and resolved.anchor is not None:
        return on_side(span, resolved.anchor, later=mod == "REMAINING")
    if span is not None and type(meaning) is Clock and meaning.zone is not None:
        at = instant(resolved.value, meaning.zone, anchors)
        return DateSpan(span.start, span.end, span.granularity, span.modifier, span.part, at)
    return span


# What of a period lies before its anchor, or after it; TimeML has no names for these but those of its ends.
_SIDES: Final = {"ELAPSED": "START", "REMAINING": "END"}


def _mod(one: Tied) -> str | None:
    """The TIMEX3 modifier of a phrase."""
    mod = one.found.reading.mod
    return _SIDES.get(mod, mod) if mod else None


def _later_weekday(left: Tied, right: Tied) -> Tied:
    """“Monday to Friday”: the second weekday of a range is the one that follows the first."""
    a, b, one = left.found.reading.meaning, right.found.reading.meaning, right.span
    both = type(a) is Date and type(b) is Date and a.weekday and b.weekday and not a.day and not b.day
    if not both or left.span is None or one is None or left.span.start is None or one.start is None or left.span.start < one.start:
        return right
    moved = day(one.start + timedelta(days=7))
    return replace(right, span=moved, resolved=replace(right.resolved, value=moved.timex3[0], why=("range of weekdays", moved.start)))


def _earlier_weekday(left: Tied, right: Tied) -> Tied:
    """“is in force from Friday until Saturday”: the first weekday of a range lies less than a week before the second."""
    a, one, last = left.found.reading.meaning, left.span, right.span
    day_of = a.day if type(a) is Clock or type(a) is PartOfDay else a
    plain = type(day_of) is Date and day_of.weekday and not day_of.day
    if not plain or one is None or last is None or one.start is None or last.start is None or last.granularity != one.granularity:
        return left
    if not 7 <= (last.start - one.start).days < 14:
        return left
    on = one.start + timedelta(days=7)
    value = f"{on}{left.resolved.value[10:]}"
    moved = replace(one, start=on, end=on + timedelta(days=1), instant=one.instant and one.instant + timedelta(days=7))
    return replace(left, span=moved, resolved=replace(left.resolved, value=value, why=("range of weekdays", on)))


def _later_hour(left: Tied, right: Tied) -> Tied:
    """“From 9 p.m. to 5 a.m.”: the end of a range of hours that is earlier on the clock is one of the next day."""
    a, b, first, last = left.found.reading.meaning, right.found.reading.meaning, left.span, right.span
    if type(a) is not Clock or type(b) is not Clock or b.day is not None or first is None or last is None or first.start != last.start:
        return right
    if first.instant is None or last.instant is None or last.instant > first.instant or last.start is None or last.end is None:
        return right
    step = timedelta(days=1)
    moved = replace(last, start=last.start + step, end=last.end + step, instant=last.instant + step)
    value = f"{moved.start}{right.resolved.value[10:]}"
    return replace(right, span=moved, resolved=replace(right.resolved, value=value, why=("range of hours", moved.start)))


def _later_year(left: Tied, right: Tied) -> Tied:
    """“June 1 to November 30”: the end of a range without years does not lie before its beginning."""
    a, b, first, last = left.found.reading.meaning, right.found.reading.meaning, left.span, right.span
    both = type(a) is Date and type(b) is Date and a.month and b.month and a.year is None and b.year is None
    if not both or first is None or last is None or first.start is None or last.start is None or first.start <= last.start:
        return right
    value = right.resolved.value
    moved = from_timex3(f"{last.start.year + 1:04}{value[4:]}", right.found.reading.mod)
    if moved is None:
        return right
    return replace(right, span=moved, resolved=replace(right.resolved, value=moved.timex3[0], why=("range of months", moved.start)))


def _ranges(tied: list[Tied]) -> list[Tied]:
    """Give both ends of a range the span of the whole; ends in the wrong order stay as they are."""
    for i in range(1, len(tied)):
        left, right = tied[i - 1], tied[i]
        if not left.found.link or left.found.link != right.found.link or left.span is None or right.span is None:
            continue
        if right.span.contains(left.span) and left.span.finer_than(right.span):
            continue  # "on 6 February - this year": the year says which
        right = _later_hour(left, _later_year(left, _later_weekday(left, right)))
        left, right = tied[i - 1], tied[i] = _earlier_weekday(left, right), right
        assert left.span is not None and right.span is not None
        try:
            whole = between(left.span, right.span)
        except ValueError:
            continue
        tied[i - 1], tied[i] = replace(left, span=whole), replace(right, span=whole)
    return tied
