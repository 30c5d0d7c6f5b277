"""An article in, its time expressions out; `tag` does the same for a bare text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from generator.dates import DateSpan, from_timex3
from generator.model import Article, TimeExpression
from generator.timex.anchor import Anchors, Tense
from generator.timex.language import Found, Language, load
from generator.timex.meaning import Clock, Date, Division, Meaning, PartOfDay
from generator.timex.reasons import reason
from generator.timex.resolve import Resolved, instant, resolve
from generator.timex.scan import scan
from generator.timex.tokens import Tokens


def find_times(article: Article) -> tuple[TimeExpression, ...]:
    """The time expressions of an article's body, ordered and not overlapping, each with its reason."""
    anchors = Anchors(article.published, article.has_time, article.dateline_date, article.date_order, article.kind == "narrative")
    return tuple(_expressions(article.body, anchors, article.language, explain=True))


def tag(
    text: str, dct: datetime | None, *, has_time: bool = False, language: str = "en", date_order: str = "", narrative: bool = False
) -> tuple[TimeExpression, ...]:
    """The time expressions of a text that was written at `dct`, its document creation time; reasons are left out."""
    return tuple(_expressions(text, Anchors(dct, has_time, None, date_order, narrative), language, explain=False))


def _expressions(text: str, anchors: Anchors, code: str, explain: bool) -> Iterator[TimeExpression]:
    language = load(code)
    if language is None:
        return
    tokens, found = scan(text, language)
    breaks = language.names["BREAK"]
    position = 0
    for one in found:
        if tokens.classes.find(breaks, position, one.begin) >= 0:
            anchors.new_paragraph()
        position = one.end
        tense = _tense(one, tokens, language)
        resolved = resolve(one.reading.meaning, anchors, tense)
        if resolved is None:
            continue
        span = _span(one, resolved, anchors)
        anchors.told(span, resolved.explicit, tense, one.reading.meaning)
        start, end = tokens.starts[one.begin], tokens.ends[one.end - 1]
        yield TimeExpression(
            start, end, text[start:end], one.reading.type or resolved.type, resolved.value, one.reading.mod, span, resolved.anchor,
            reason(resolved, one, anchors) if explain else "", one.rule, min(resolved.confidence, one.reading.confidence),
        )  # fmt: skip


def _tense(one: Found, tokens: Tokens, language: Language) -> Tense:
    """The tense of the clause, where the phrase's class needs it."""
    meaning: Meaning | None = one.reading.meaning
    if isinstance(meaning, (PartOfDay, Clock)):
        meaning = meaning.day
    if (isinstance(meaning, (Date, Division)) and meaning.year is None) or not isinstance(meaning, (Date, Division)):
        return language.tense(tokens, one.begin, one.end, language)  # type: ignore[return-value]
    return None


def _span(one: Found, resolved: Resolved, anchors: Anchors) -> DateSpan | None:
    if resolved.type not in ("DATE", "TIME"):
        return None
    span = from_timex3(resolved.value, one.reading.mod, anchors.zone)
    meaning = one.reading.meaning
    if span is not None and isinstance(meaning, Clock) and meaning.zone is not None:
        return replace(span, instant=instant(resolved.value, meaning.zone, anchors))
    return span


_ = date
