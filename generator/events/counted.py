"""A length of time in, the date that it leads to out: "in three days", "in a few weeks", "two days after he left"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from msgspec.structs import replace

from generator.dates import DateSpan, between, day, month, week
from generator.events.bind import bind
from generator.events.distance import away_from, some
from generator.events.en import nouns
from generator.events.lexicon import SPEECH, WEAK_VERBS, class_of
from generator.events.reader import Reader, lead_day
from generator.events.subject import subject_words
from generator.events.words import Bound, Clause, Parse
from generator.model import TimeExpression

_LENGTH: Final = re.compile(r"P(?P<count>\d{1,3}|X)(?P<unit>[DWMY])|PT(?:X|\d{1,2}(?:\.5)?)(?P<hours>[HM])")
_STEPS: Final = {"after": -1, "into": -1, "before": 1, "of": 1}


def counted(reader: Reader, number: int, parsed: Parse, token: int, times: Sequence[TimeExpression]) -> tuple[Bound, TimeExpression] | None:
    """What a length of time dates by the event it is counted from, and the time with that date; None where nothing tells the day.

    Counted from the day told in the same sentence, else, where the sentence is the lead or tells what is now, from the article's own:
    then it dates what stands behind "after". What was dated before dates the clause itself ("resigned two days after the vote").
    """
    time = times[parsed.words[token].time]
    behind = parsed.words[token + 1].low if token + 1 < len(parsed.words) else ""
    if token and parsed.words[token - 1].low == "within":
        return _within(reader, number, parsed, token, times)
    if behind in _LATER or time.text.lower().endswith(_LATER) or (time.value == "P0D" and " in " in time.text):
        return _later_than(reader, number, parsed, token, times)
    if time.rule == "length" and time.text.lower().endswith((" before", " after")):
        return _night(reader, number, parsed, token, time)
    if behind in ("before", "after") and _THAT.match(parsed.tags, token + 2) and parsed.words[token + 2].low in ("that", "this"):
        return _before_that(reader, number, parsed, token, time)
    m, step = _LENGTH.fullmatch(time.value), 1 if time.value == "P0D" else _STEPS.get(behind)
    if m is None or step is None or time.text.lower().startswith(("less", "more", "over", "under", "nearly", "almost")):
        return None
    length = _Length(m["count"] or "0", m["unit"] or "D", time.rule == "length")
    if (own := _after_dated(parsed, token, times, length.unit)) is not None:
        return _from_dated(parsed, token, time, own, length.away(own, -step))
    bound = _told(parsed, token + 1, times)
    if bound is None:
        return None
    exact = m["count"] not in ("X", "0") and parsed.tags[bound.token] != "a"
    base = _base(reader, number, parsed, bound, length.unit, times) if exact else None
    if base is not None:
        return bound, _dated(time, base, away_from(base, step * int(length.number), length.unit), f"beside {_said(parsed, token)}")
    return _after_known(reader, number, parsed, token, bound, length, step, times)


_THAT: Final = re.compile(r"[DpS](?=[,.])")


def _before_that(reader: Reader, number: int, parsed: Parse, token: int, time: TimeExpression) -> tuple[Bound, TimeExpression] | None:
    """What happened so long before or after what was told last: "Three days before that, he had resigned"."""
    m, main = _LENGTH.fullmatch(time.value), bind(parsed, token)
    if m is None or m["hours"] is not None or m["count"] == "0" or main.clause is None or not main.clause.group.past:
        return None
    base = _last_told(reader, number, m["unit"], ("happened", "cancelled", "denied"))
    span = _Length(m["count"], m["unit"], False).away(base, 1 if parsed.words[token + 1].low == "after" else -1) if base else None
    if base is None or span is None or main.how not in ("verb", "noun"):
        return None
    return main, _dated(time, base, span, f"before {_said(parsed, token)} that")


class _Length(NamedTuple):
    """So many days, weeks, months or years; X for a few, 0 for less than a day; `whole` for "the week before", that of the calendar."""

    number: str
    unit: str
    whole: bool

    def away(self, base: date, sign: int) -> DateSpan | None:
        """What is so far from a day, on the side that the sign says."""
        if self.number == "X":
            return some(base, sign, self.unit)
        if self.whole and self.unit == "W":
            return week(base + timedelta(days=7 * sign))
        return away_from(base, sign * int(self.number), self.unit)


def _after_known(
    reader: Reader, number: int, parsed: Parse, token: int, bound: Bound, length: _Length, step: int, times: Sequence[TimeExpression]
) -> tuple[Bound, TimeExpression] | None:
    """Count from what was told before: "a day after the vote Moser resigned", "the fire came a day after Moser resigned"."""
    main = _counting(parsed, token, bound)
    if main is None or main.clause is None or _own_date(parsed, main.clause, times) or _own_date(parsed, bound.clause, times):
        return None
    came = main.clause.group.lemma in _COMES and bound.how == "verb" and main.clause.group.past
    subject = next(reversed(subject_words(parsed, main.clause)), None)
    if came:
        base = None if subject is None else _known(reader, number, parsed, Bound(main.clause, subject, "noun"), length.unit)
    else:
        base = _known(reader, number, parsed, bound, length.unit)
    if base is None:
        return None
    span = length.away(base, step if came else -step)
    if span is None or (reader.today is not None and span.start is not None and span.start > reader.today):
        return None
    return (bound if came else main), _dated(times[parsed.words[token].time], base, span, f"before {_said(parsed, token)}")


def _own_date(parsed: Parse, clause: Clause | None, times: Sequence[TimeExpression]) -> bool:
    words = parsed.words[clause.start : clause.end] if clause is not None else ()
    return any(word.time >= 0 and times[word.time].span is not None for word in words)


_COMES: Final = frozenset("come follow happen occur break begin start".split())


def _said(parsed: Parse, token: int) -> str:
    return f'"{parsed.words[token].text} {parsed.words[token + 1].low}"'


def _dated(time: TimeExpression, base: date, span: DateSpan, where: str) -> TimeExpression:
    return replace(time, span=span, anchor=base, reason=f"counted from {base.isoformat()}, the day told {where}", rule="counted")


def _known(reader: Reader, number: int, parsed: Parse, bound: Bound, unit: str) -> date | None:
    """The day of the event behind "after": of the one of its kind that was told, or where none was, of what was told last."""
    clause = bound.clause
    kind = class_of(clause.group.lemma if clause is not None and bound.how == "verb" else parsed.words[bound.token].low)
    days = {
        mention.span.start
        for mention in reader.mentions
        if mention.trigger.lemma == kind and mention.span is not None and _fine(mention.span, unit) and not mention.span.modifier
    }
    if days:
        return days.pop() if len(days) == 1 else None
    return _last_told(reader, number, unit) if _definite(parsed, bound) else None


def _definite(parsed: Parse, bound: Bound) -> bool:
    """Tell whether what stands behind "after" is told as known: "the fire", "his arrest", "the notice reached her"."""
    clause = bound.clause
    if bound.how == "verb":
        who = subject_words(parsed, clause) if clause is not None else []
        return bool(who) and clause is not None and who[0] >= clause.start and parsed.words[who[0]].low in _KNOWN | _PRONOUNS
    at = bound.token
    while at and parsed.tags[at - 1] in "JaAn#":
        at -= 1
    return at > 0 and parsed.words[at - 1].low in _KNOWN


_KNOWN: Final = frozenset("the this that his her its their".split())
_PRONOUNS: Final = frozenset("he she it they".split())


def _last_told(reader: Reader, number: int, unit: str, statuses: tuple[str, ...] = ("happened",)) -> date | None:
    """The first day of what was told last, where that was just before and is told finely enough to count from."""
    for mention in reversed(reader.mentions[: reader.before]):
        if number - mention.sentence > _JUST:
            return None
        if not mention.background and mention.span is not None and mention.status in statuses and _fine(mention.span, unit):
            return mention.span.start
    return None


_JUST: Final = 3  # sentences


def _fine(span: DateSpan, unit: str) -> bool:
    """Tell whether a unit can be counted from a span: days from a day, months from a month, years from a year."""
    return (span.days or _FAR) <= _LONGEST[unit]


_FAR: Final = 9999
_LONGEST: Final = {"D": 1, "W": 7, "M": 31, "Y": 366}


def _night(reader: Reader, number: int, parsed: Parse, token: int, time: TimeExpression) -> tuple[Bound, TimeExpression] | None:
    """What happened "the night before" or "the morning after" what was told last."""
    main, base = bind(parsed, token), _last_told(reader, number, "D")
    if base is None or main.how != "verb" or main.clause is None or not main.clause.group.past:
        return None
    away = -1 if time.text.lower().endswith("before") else 1
    return main, _dated(time, base, day(base + timedelta(days=away)), f'before "{time.text}"')


def _within(reader: Reader, number: int, parsed: Parse, token: int, times: Sequence[TimeExpression]) -> tuple[Bound, TimeExpression] | None:
    """What happened "within hours" or "within two weeks" of what was told last: some time from that day on."""
    time = times[parsed.words[token].time]
    m = _LENGTH.fullmatch(time.value)
    if m is None or m["hours"] is not None:
        return _same_day(reader, number, parsed, token, times)
    main, base = bind(parsed, token), _last_told(reader, number, "D")
    clause = main.clause
    if base is None or m["count"] == "X" or main.how != "verb" or clause is None or not clause.group.past or clause.group.modal:
        return None
    end = away_from(base, int(m["count"]), m["unit"]).end
    if end is None or reader.today is None or end > reader.today + timedelta(days=1):
        return None
    return main, _dated(time, base, DateSpan(base, end, "day", "approximate"), f'before "within {time.text}"')


def _later_than(
    reader: Reader, number: int, parsed: Parse, token: int, times: Sequence[TimeExpression]
) -> tuple[Bound, TimeExpression] | None:
    """What happened "hours later" or "a few days later" than what was told last."""
    time = times[parsed.words[token].time]
    m = _LENGTH.fullmatch(time.value)
    if m is None or m["hours"] is not None or time.value == "P0D":
        return _same_day(reader, number, parsed, token, times)
    main = bind(parsed, token)
    clause = main.clause
    if m["count"] not in ("X", "0") and m["unit"] in ("D", "W") and main.how == "verb" and clause is not None and clause.group.past:
        return _from_month(reader, number, main, time, int(m["count"]) * (7 if m["unit"] == "W" else 1))
    base = _last_told(reader, number, m["unit"])
    if base is None or m["count"] != "X" or main.how != "verb" or clause is None or not clause.group.past or clause.group.modal:
        return None
    span = some(base, 1, m["unit"])
    if span is None or reader.today is None or span.start is None or span.start > reader.today:
        return None
    return main, _dated(time, base, span, f'before "{time.text}"')


def _from_month(reader: Reader, number: int, main: Bound, time: TimeExpression, days: int) -> tuple[Bound, TimeExpression] | None:
    """Count days or weeks from what was told last with no more than its month: "in August ... [Two weeks later] checks were ordered"."""
    last = next((one for one in reversed(reader.mentions[: reader.before]) if not one.background), None)
    span = last.span if last is not None and number - last.sentence <= 1 and last.status == "happened" else None
    if span is None or span.start is None or span.end is None or span.granularity != "month" or span.modifier or (span.days or _FAR) > 31:
        return None
    first, final = span.start + timedelta(days=days), span.end + timedelta(days=days - 1)
    if reader.today is None or first > reader.today:
        return None
    found = between(month(first.year, first.month), month(final.year, final.month))
    return main, _dated(time, span.start, found, f'before "{time.text}"')


_LATER: Final = ("later", "afterwards", "afterward")


def _after_dated(parsed: Parse, token: int, times: Sequence[TimeExpression], unit: str) -> date | None:
    """Where the time begins that what stands behind "after" or "before" has of its own: "hours after the ruling on Monday, crowds blocked".

    Days are counted from a day, months and years from a month or a year too: "two years after her death in 1989".
    """
    told = [(i, span) for i, word in enumerate(parsed.words) if word.time >= 0 and (span := times[word.time].span) is not None]
    finest = _LONGEST[unit] if unit in ("M", "Y") else 1
    if len(told) != 1 or told[0][0] < token or (told[0][1].days or _FAR) > finest:
        return None
    behind, at = parsed.clause_at(token + 1), told[0][0]
    if parsed.tags[token + 1] == "S":
        main = behind is None or not behind.group.finite or behind.group.start < token
        return None if main or behind is None or not behind.start <= at < behind.end else told[0][1].start
    return told[0][1].start if _NOUN_WITH_DATE.match(parsed.tags, token + 1) else None


_NOUN_WITH_DATE: Final = re.compile(r"P[DJaA#]*n(?:P[DJaA#n]*[aAn])?P?X")


def _from_dated(parsed: Parse, token: int, time: TimeExpression, own: date, span: DateSpan | None) -> tuple[Bound, TimeExpression] | None:
    """The clause that tells what happened so long after a day, and the time with its date."""
    behind = parsed.clause_at(token + 1)
    clause = behind
    if behind is not None and parsed.tags[token + 1] == "S":
        beside = parsed.clauses[behind.index + 1 :] if behind.start <= token else parsed.clauses[: behind.index][::-1]
        clause = next((c for c in beside if c.group.finite), None)
    if (
        clause is None
        or span is None
        or not clause.group.past
        or clause.group.modal
        or clause.group.copula
        or clause.group.negated
        or clause.group.lemma in SPEECH
    ):
        return None
    reason = f'counted from {own.isoformat()}, the day told behind "{time.text} {parsed.words[token + 1].low}"'
    return Bound(clause, clause.group.head, "verb"), replace(time, span=span, anchor=own, reason=reason, rule="counted")


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
    if (
        m is None
        or (m["hours"] is None and m["count"] != "0")
        or last is None
        or last.days != 1
        or last.start is None
        or main.how != "verb"
        or clause is None
    ):
        return None
    if not clause.group.past or _MANY_HOURS.fullmatch(time.value):
        return None
    reason = f'on {last.start.isoformat()}, the day of what was told before "{time.text}"'
    return main, replace(time, span=day(last.start), anchor=last.start, reason=reason, rule="counted")


_MANY_HOURS: Final = re.compile(r"PT\d{2}H")


def _counting(parsed: Parse, token: int, base: Bound) -> Bound | None:
    """What is told to have happened so long after `base`: the clause that the length stands in."""
    main = bind(parsed, token)
    following = parsed.clauses[base.clause.index + 1 :][:1] if base.clause is not None and base.how == "verb" else []
    if main.clause is base.clause and following and following[0].group.finite and not following[0].opener and parsed.tags[token + 1] == "S":
        main = Bound(following[0], following[0].group.head, "verb")  # "A day after the notice reached her, she sold the land"
    clause = main.clause
    if clause is None or clause.group.copula or (base.how == "verb" and clause is base.clause):
        return None
    return Bound(clause, clause.group.head, "verb") if main.token == base.token or main.how != "noun" else main


def may_count(text: str, start: int, times: Sequence[TimeExpression]) -> bool:
    """Tell whether a length of time without a date stands before "after" or "before" in a sentence that begins at `start`."""
    lengths = [time for time in times if time.span is None]
    return any(
        time.rule == "length"
        or text[: time.start - start].lower().endswith("within ")
        or text.startswith(_BEHIND, time.end - start)
        or time.text.endswith(" later")
        for time in lengths
    )


_BEHIND: Final = (" after", " before ", " into the ", " later", " of the ")


def _told(parsed: Parse, at: int, times: Sequence[TimeExpression]) -> Bound | None:
    """The clause that "after" opens, or the event noun behind it, where it has no date of its own."""
    clause = parsed.clause_at(at)
    if clause is None:
        return None
    thing = _THING.match(parsed.tags, at)
    aside = (
        thing is not None
        and parsed.tags[thing.end() : thing.end() + 1] in tuple(",Dp#")
        and parsed.words[thing.end()].low not in ("'s", "'")
    )  # "after the fire the mayor left"
    opens = parsed.tags[at] == "S" or (clause.start == at and times[parsed.words[at - 1].time].value == "P0D")
    if opens and clause.group.start > at and not aside:
        own = any(word.time >= 0 and times[word.time].span is not None for word in parsed.words[at : clause.end])
        group = clause.group
        doing = group.participle and parsed.words[group.head].low.endswith("ing") and group.start == at + 1  # "after [leaving] Lund"
        doing = doing and group.lemma not in WEAK_VERBS
        if own or not (group.finite or doing) or group.copula or group.modal or group.controls:
            return None
        return Bound(clause, clause.group.head, "verb")
    behind = _EVENT.match(parsed.tags, at)
    if behind is not None and parsed.words[behind.end() - 1].low not in nouns.WEAK:
        return Bound(clause, behind.end() - 1, "modified")
    return Bound(clause, thing.end() - 1, "modified") if thing is not None else None


_EVENT: Final = re.compile(r"[PS][DJaA#]*n")
_THING: Final = re.compile(r"[PS]DJ*[aAn]+")


def _base(reader: Reader, number: int, parsed: Parse, bound: Bound, unit: str, times: Sequence[TimeExpression]) -> date | None:
    """The day from which the length is counted, or where the month or year begins from which months or years are."""
    told = [times[word.time].span for word in parsed.words if word.time >= 0]
    finest = 1 if unit in ("D", "W") else _LONGEST[unit]
    days = [span.start for span in told if span is not None and (span.days or _FAR) <= finest and span.start is not None]
    if days:
        return days[0]
    if any(span is not None for span in told) or reader.today is None or reader.article.kind != "news":
        return None
    main = next((c for c in parsed.clauses if c is not bound.clause and c.group.finite), bound.clause if bound.how == "modified" else None)
    now = main is not None and not (main.group.past or main.group.modal or main.group.negated)
    return lead_day(reader) if now or (number == 0 and main is not None and not main.group.modal) else None
