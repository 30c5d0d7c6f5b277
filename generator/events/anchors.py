"""A time expression and the clause it dates in, the same read again out, where the verb shows that it was counted from the wrong day.

The time tagger sees words; only here it is known what is an event. So "the following day" counts from the last event told,
a past verb pulls a weekday or a month back that was read as coming, and what is "set for" a day lies ahead.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from generator.dates import DateSpan, add_months, day, from_timex3, month, week
from generator.events.en import cues, verbs
from generator.events.lexicon import SAYING, noun_classes
from generator.events.words import Clause, Parse
from generator.model import TimeExpression

_NEXT: Final = re.compile(r"(?:the )?(?:following|next) day|(?:a|one) day later", re.I)
_BEFORE: Final = re.compile(r"(?:the )?(?:previous|preceding) day|(?:the|a|one) day (?:before|earlier|prior)", re.I)
_WEEK: Final = re.compile(r"(?:the )?(?:previous|preceding) week|the week(?: (?:before|prior|earlier))?", re.I)
_YEAR: Final = re.compile(r"\d{4}|\bthis\b|\bnext\b|\bcoming\b", re.I)
_COUNTED: Final = re.compile(r"\b(?:ago|later|earlier|before|after|since|yesterday|today|tonight|last night)\b", re.I)
_LAST: Final = re.compile(r"(?:last|this past) (?!night)", re.I)
_SET: Final = frozenset("set schedule fix slate due plan book".split())
_HOPED: Final = _SET | frozenset("expect likely hope intend aim".split())
_NEWS: Final = 3  # days
_A_QUARTER: Final = 92  # days
_WILL: Final = frozenset("will shall 'll wo".split())
_A_WEEK: Final = timedelta(days=7)
_HALF_A_YEAR: Final = timedelta(days=183)
_PLANS_ENDED: Final = cues.CANCEL | cues.POSTPONE | cues.MOVED


def moved(time: TimeExpression, parsed: Parse, token: int, clause: Clause | None) -> TimeExpression | None:
    """Of "moved from 3 May to 10 May" the new day; None for the old one."""
    words, tags = parsed.words, parsed.tags
    if clause is None or clause.group.lemma not in cues.MOVED:
        return time
    if words[token - 1].low == "from" and tags[token + 1 : token + 3] == "TX":
        return None
    if words[token - 1].low == "to" and tags[token - 2 : token - 1] == "X" and words[token - 3].low == "from":
        return replace(time, span=from_timex3(time.value) or time.span)
    return time


def from_nowhere(time: TimeExpression, clause: Clause | None, today: date | None) -> bool:
    """Tell whether "three days later", told of the past, leads from publication to a day to come: what it counts from has no day."""
    start = time.span.start if time.span is not None else None
    later = start is not None and today is not None and start > today and time.text.lower().endswith(" later")
    return later and clause is not None and _past(clause)


def reconsider(
    time: TimeExpression,
    parsed: Parse,
    token: int,
    clause: Clause | None,
    today: date | None,
    last: DateSpan | None,
    dated: date | None,
    happened: DateSpan | None = None,
) -> TimeExpression:
    """Read a time again: `last` is the date of the event told before, `happened` of the last one that was no plan.

    `dated` is where the last date told with its year begins, earlier in the sentence or in the one before.
    """
    if time.span is None or time.span.start is None:
        return time
    if (told := _from_told(time, parsed, token, last)) is not None:
        return told
    if (there := _at_an_hour(time, clause, today, happened or last)) is not None:
        return there
    if today is not None and (since := _since(time, parsed, token, today)) is not None:
        return since
    if clause is None or today is None or _YEAR.search(time.text) or _COUNTED.search(time.text):
        return time
    if _LAST.match(time.text) and time.span.start <= today:
        return time  # "a march planned for last Saturday"
    for read in (_in_order, _set_for, _to_come_still):
        if (moved_to := read(time, parsed, token, clause, today, dated)) is not None:
            return moved_to
    return _behind(time, parsed, token, clause, today, dated)


def _at_an_hour(time: TimeExpression, clause: Clause | None, today: date | None, known: DateSpan | None) -> TimeExpression | None:
    """An hour told in the past is one of the day told before."""
    if known is None or clause is None or today is None or not _only_a_clock(time) or not clause.group.past or clause.group.modal:
        return None
    return _on_that_day(time, known, today)


def _since(time: TimeExpression, parsed: Parse, token: int, today: date) -> TimeExpression | None:
    """What "since" names lies behind publication."""
    span = time.span
    assert span is not None and span.start is not None
    if parsed.words[token - 1].low != "since" or span.start <= today or _YEAR.search(time.text):
        return None
    why = "since when: the last of that name"
    return replace(time, span=_shifted(span, -7), reason=why) if _weekday(time) and span.days == 1 else _moved(time, -12, why)


def _in_order(time: TimeExpression, parsed: Parse, token: int, clause: Clause, today: date, dated: date | None) -> TimeExpression | None:
    """In a series of deeds a day without a year follows the one told before it."""
    span = time.span
    assert span is not None and span.start is not None
    if dated is None or dated.year >= span.start.year or not _in_series(parsed, token, clause) or _weekday(time):
        return None
    if "following" in time.text or "next" in time.text:
        return None  # "moved to Lund in 2016 and broke his wrist the following April"
    back = span.start.year - dated.year - (add_months(span.start, 12 * (dated.year - span.start.year)) < dated.replace(day=1))
    return _moved(time, -12 * back, "the first of that name after the date told before it")


def _set_for(time: TimeExpression, parsed: Parse, token: int, clause: Clause, today: date, dated: date | None) -> TimeExpression | None:
    """What something is set, called or agreed for lies ahead of publication."""
    span = time.span
    assert span is not None and span.start is not None
    if span.end is None or span.end > today:
        return None
    before = parsed.words[token - 1].low
    declared = clause.group.lemma == "declare" and not clause.group.passive and token == clause.group.end
    if declared and _weekday(time) and span.days == 1 and _near(span, today):  # "declared [Friday] a day of mourning"
        return replace(time, span=_shifted(span, 7), reason="declared to be something: the next day of that name")
    if (_ahead_of(clause) and before in ("for", "on", "in")) or _called_for(clause, parsed, token) or _sent_to(parsed, clause):
        if not _weekday(time) or span.days != 1:
            return _moved(time, 12, "set for a day to come: the next one of that name")
        near = _near(span, today)
        return replace(time, span=_shifted(span, 7), reason="set for a day to come: the next of that name") if near else time
    if (_to_come(clause, parsed, token) or _arranged(clause)) and span.end < today - _A_WEEK and span.granularity in ("day", "month"):
        return _next_of_name(time, today)
    if before == "from" and _agreed(clause) and _weekday(time):
        return replace(time, span=_shifted(span, 7), reason="from when on something was decided: the next day of that name")
    return None


def _to_come_still(
    time: TimeExpression, parsed: Parse, token: int, clause: Clause, today: date, dated: date | None
) -> TimeExpression | None:
    """What is called off, put off, came to nothing or is told as still to come lies ahead, or nearest; what was first set lies behind."""
    span = time.span
    assert span is not None and span.start is not None
    over = span.end is not None and span.end <= today
    if _still_ahead(clause, parsed, token, today - span.start) and over:
        if _weekday(time) and span.days == 1 and (today - span.start).days <= 7:
            return replace(time, span=_shifted(span, 7), reason="of what is called off or put off: the next day of that name")
        ahead_of_name = _moved(time, 12, "of what is called off or put off: the next one of that name")
        assert ahead_of_name.span is not None and ahead_of_name.span.start is not None
        return ahead_of_name if ahead_of_name.span.start <= today + _HALF_A_YEAR else time  # nobody calls off so early
    if clause.group.unmet and _weekday(time) and span.days == 1 and _LATELY < today - span.start < _A_WEEK:
        return replace(time, span=_shifted(span, 7), reason="of what came to nothing: the nearest day of that name")
    if _first_set(parsed, clause) and _weekday(time) and span.days == 1 and today < span.start <= today + _A_WEEK:
        return replace(time, span=_shifted(span, -7), reason="what was first set is over: the last day of that name")
    if clause.opener in _UNTIL and _present(clause) and over and span.granularity != "day":
        return _moved(time, 12, "told as still to come: the next one of that name")
    if over and span.days == 1 and today <= span.start + _A_WEEK and _looks_ahead(parsed, token, clause):
        return replace(time, span=_shifted(span, 7), reason="the verb looks ahead: the next day of that name") if _weekday(time) else time
    return None


def _looks_ahead(parsed: Parse, token: int, clause: Clause) -> bool:
    """Tell whether the verb of a clause tells what is to come: "will meet", "is to decide on Thursday", "is being held on Friday"."""
    group = clause.group
    if group.modal in _WILL or ("be" in group.controls and not group.past) or _would(clause, parsed):
        return True
    return _being(clause, token) and parsed.words[min(token + 1, len(parsed.words) - 1)].low not in _OWN


def _behind(time: TimeExpression, parsed: Parse, token: int, clause: Clause, today: date, dated: date | None) -> TimeExpression:
    """What a verb in the past tells lies behind publication."""
    span = time.span
    assert span is not None and span.start is not None
    if not _past(clause) or span.start <= today or _called_for(clause, parsed, token):
        return time
    if (span.start - today).days <= 7 and span.granularity in ("day", "part of day") and "day" in time.text.lower():
        return replace(time, span=_shifted(span, -7), reason="the verb is in the past: the last day of that name")
    if span.granularity in ("month", "day") and span.modifier is None:
        back = 12 * (span.start.year - dated.year) if dated is not None and dated.year < span.start.year else 12
        return _moved(time, -back, "the verb is in the past: the year told before" if dated else "the verb is in the past: the last one")
    return time


def _from_told(time: TimeExpression, parsed: Parse, token: int, last: DateSpan | None) -> TimeExpression | None:
    """Count "the following day" and "the week prior" from the event told before."""
    if last is None or last.start is None or last.days != 1:
        return None
    low = parsed.words[token].low.split()
    if "day" not in low and "week" not in low:
        return None
    text = " ".join(time.text.split())
    after = parsed.words[token + 1].low if token + 1 < len(parsed.words) else ""
    why = f"counted from {last.start.isoformat()}, the event told before"
    if _NEXT.fullmatch(text):
        return replace(time, span=day(last.start + timedelta(days=1)), anchor=last.start, reason=why)
    if _BEFORE.fullmatch(text):
        return replace(time, span=day(last.start - timedelta(days=1)), anchor=last.start, reason=why)
    if _WEEK.fullmatch(text) and (text.lower() != "the week" or after in ("prior", "before", "earlier")):
        return replace(time, span=week(last.start - timedelta(days=7)), anchor=last.start, reason=why)
    return None


def _only_a_clock(time: TimeExpression) -> bool:
    """Tell whether a time names an hour or a part of the day and no day."""
    span = time.span
    if time.rule == "part_of_day":
        return span is not None and _OTHER_DAY.search(time.text) is None
    return span is not None and span.granularity in ("minute", "hour") and _DAY_TOLD.search(time.text) is None


# "The next morning", and what is told from the day of the text: "this afternoon", "last night".
_OTHER_DAY: Final = re.compile(r"\b(?:next|following|previous|preceding|before|after|later|earlier|this|last|tonight)\b", re.I)
_DAY_TOLD: Final = re.compile(r"day|tonight|night|morning|tomorrow|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|this", re.I)


def _on_that_day(time: TimeExpression, last: DateSpan, today: date) -> TimeExpression:
    """Put an hour told in the past on the day of the event told before, if that was the news of these days; else on none to come.

    A part of the day may also have been counted from a date that dates nothing ("since last Thursday"), and goes on to that day.
    """
    span = time.span
    assert span is not None and span.start is not None and last.start is not None
    back, why = (span.start - last.start).days, "the day of the event told before"
    if last.start > today or abs(back) > _A_WEEK.days:
        back, why = (span.start - today).days, "the day of publication, as the verb is in the past"
        if back < 0:
            return time
    if back == 0 or (back < 0 and time.rule != "part_of_day"):
        return time
    on = span.start - timedelta(days=back)
    return replace(time, span=_shifted(span, -back), anchor=on, reason=f"on {on.isoformat()}, {why}")


def _in_series(parsed: Parse, token: int, clause: Clause) -> bool:
    """Tell whether a deed follows others of the same people: "was arrested on 3 March 2019, [charged on 5 March] and convicted in May"."""
    before = parsed.clauses[clause.index - 1] if clause.index else None
    if before is None and clause.group.past and clause.group.finite and not clause.group.modal and token > clause.group.start:
        return set(parsed.tags[clause.start : clause.group.start]) == {"p"}  # "[She] resigned in May", after a sentence with a year
    if before is None or not clause.group.past or clause.group.modal or clause.opener not in ("", "and") or token < clause.group.start:
        return False
    own = set(parsed.tags[clause.start : clause.group.start]) - set("C,XPR")
    return not own and before.group.past and before.group.finite and clause.group.finite and "W" not in parsed.tags[:token]


def _called_for(clause: Clause, parsed: Parse, token: int) -> bool:
    """Tell whether something is called for a day: "called a rally for Monday"."""
    group = clause.group
    return parsed.words[token - 1].low == "for" and group.lemma in _CALLS and "n" in parsed.tags[group.end : token]


def _sent_to(parsed: Parse, clause: Clause) -> bool:
    """Tell whether an infinitive is what somebody has been given to do: "has sent a minister to [visit] the town on Monday"."""
    before = parsed.clauses[clause.index - 1].group if clause.index else None
    if before is not None and before.lemma == "see" and before.modal in _WILL:
        return True  # "said Monday will see tugs [try] to move it"
    return (
        before is not None
        and clause.group.infinitive
        and before.perfect
        and not before.past
        and not before.negated
        and before.lemma in _GIVES_TASKS
    )


_GIVES_TASKS: Final = frozenset("send ask order invite tell call summon instruct dispatch appoint".split())
_CALLS: Final = frozenset("call plan order announce propose organise organize arrange book convene request".split())


def _to_come(clause: Clause, parsed: Parse, token: int) -> bool:
    """Tell whether a clause plainly tells what is to come: "will be held on 14 March", "is expected before May", "was fixed for 3 May"."""
    group = clause.group
    if group.modal in _WILL or group.modal == "must" or (group.controls and not group.past and not group.perfect and _ahead_of(clause)):
        return True
    fixed = group.passive and not group.controls and group.lemma in _SET | {"expect"}
    return fixed and (not group.past or parsed.words[token - 1].low == "for") and not group.perfect


def _arranged(clause: Clause) -> bool:
    """Tell whether the present tense tells what is arranged: "the law expires in December"."""
    return _present(clause) and not clause.group.passive and clause.group.lemma in _ENDS and not clause.group.progressive


_ENDS: Final = frozenset("expire lapse end begin start reopen resume retire".split())


def _next_of_name(time: TimeExpression, today: date) -> TimeExpression:
    """The next day or month of that name after a day, if it is not far."""
    span = time.span
    assert span is not None and span.start is not None
    months = 12 * (today.year - span.start.year)
    ahead = months if add_months(span.start, months) >= today.replace(day=1) else months + 12
    return _moved(time, ahead, "told as to come: the next one of that name")


def _would(clause: Clause, parsed: Parse) -> bool:
    """Tell whether a clause is what somebody said would come: "said it would meet the union on Monday"."""
    return clause.group.modal == "would" and any(before.group.lemma in SAYING for before in parsed.clauses[: clause.index])


def _agreed(clause: Clause) -> bool:
    return any(verbs.CONTROL.get(control) == "agreed" for control in clause.group.controls)


def _near(span: DateSpan, today: date) -> bool:
    return span.start is not None and span.start + _A_WEEK >= today


_LATELY: Final = timedelta(days=3)
_OWN: Final = ("'s", "’s", "'")
_UNTIL: Final = frozenset("until till when before once".split())


def _first_set(parsed: Parse, clause: Clause) -> bool:
    """Tell whether a clause tells for when something was set at first: "was originally to sail on Wednesday"."""
    group = clause.group
    if not group.past or not any(word in _SET for word in (group.lemma, *group.controls)):
        return False
    if any(word.low in ("forward", "sooner") for word in parsed.words):
        return False  # "but was brought forward"
    return any(word.low in ("originally", "initially", "first") for word in parsed.words[group.start : group.end])


def _present(clause: Clause) -> bool:
    group = clause.group
    return not (group.past or group.perfect or group.modal or group.negated) and group.finite


def _being(clause: Clause, token: int) -> bool:
    """Tell whether a clause tells what is going on or arranged: "the fair is being held on Wednesday"."""
    group = clause.group
    if not _present(clause):
        return False
    if group.lemma == "be" and not group.progressive:
        return token >= group.end
    return group.progressive or (group.lemma in _FIXTURES and not group.passive and not group.copula)


# In the present tense they tell what is arranged: "the Hornets host Lakeside on Sunday".
_FIXTURES: Final = frozenset(
    "play host face meet visit open begin start travel kick resume return vote leave arrive go premiere debut air end close expire lapse "
    "finish follow".split()
)


def _weekday(time: TimeExpression) -> bool:
    return "day" in time.text.lower() and "yesterday" not in time.text.lower()


def _still_ahead(clause: Clause, parsed: Parse, token: int, since: timedelta) -> bool:
    """Tell whether a time is the day of a plan called off or put off ("was put off to May", "Tuesday's talks were cancelled")."""
    if clause.group.lemma not in _PLANS_ENDED:
        return False
    before = {word.low for word in parsed.words[max(0, token - 4) : token]}
    over = token < clause.group.start and not before.isdisjoint(_OVER)  # "an earlier attempt on Tuesday had to be called off"
    if parsed.words[token - 1].low in ("to", "until", "till", "for") or (clause.group.passive and token < clause.group.start and not over):
        return True
    long_over = _A_QUARTER if any(c.isdigit() for c in parsed.words[token].low) else _NEWS
    return clause.group.lemma in cues.CANCEL and since.days > long_over  # nobody reports so late what was called off


_OVER: Final = frozenset("earlier previous prior former last".split())


def _past(clause: Clause) -> bool:
    """Tell whether a clause plainly tells what was; a plan called off or put off to a day still lies ahead."""
    group = clause.group
    if group.lemma in _PLANS_ENDED:
        return False
    if group.participle and group.lemma in _HOPED:
        return False  # "the vote expected in May"; but "a ban imposed in May was lifted"
    return group.past and not group.modal and not group.controls and group.lemma not in _SET


def _ahead_of(clause: Clause) -> bool:
    group = clause.group
    words = (group.lemma, *group.controls)
    return any(word in _HOPED - _SET for word in words) or (not group.past and any(word in _SET for word in words))


def struck(time: TimeExpression, noun: str, today: date | None) -> TimeExpression:
    """Put the day of what nobody plans behind publication: "is in hospital after an explosion on Monday"."""
    span = time.span
    if today is None or span is None or span.start is None or noun_classes().get(noun) not in _STRIKES or noun in _PLANNABLE:
        return time
    if span.granularity == "month" and span.start > today and str(span.start.year) not in time.text and " " not in time.text:
        return _moved(time, -12, "nobody plans that: the last month of that name")
    if span.days != 1 or not _weekday(time) or not today < span.start <= today + _A_WEEK:
        return time
    return replace(time, span=_shifted(span, -7), reason="nobody plans that: the last day of that name")


_STRIKES: Final = frozenset("quake die attack crash burn blackout arrest steal kidnap".split())
_PLANNABLE: Final = frozenset("funeral execution offensive strikes raid".split())


def _shifted(span: DateSpan, days: int) -> DateSpan:
    assert span.start is not None and span.end is not None
    step = timedelta(days=days)
    return replace(span, start=span.start + step, end=span.end + step, instant=span.instant + step if span.instant else None)


def _moved(time: TimeExpression, months: int, why: str) -> TimeExpression:
    """The same day or month so many months away."""
    span = time.span
    assert span is not None and span.start is not None
    far = add_months(span.start, months)
    if span.granularity == "month":
        return replace(time, span=month(far.year, far.month), reason=why)
    if span.days == 1:
        return replace(time, span=day(far), reason=why) if span.instant is None else time
    if span.granularity in ("season", "quarter", "half") and span.end is not None:
        return replace(time, span=replace(span, start=far, end=add_months(span.end, months)), reason=why)
    return time
