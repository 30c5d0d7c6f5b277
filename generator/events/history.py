"""The reports of one event in; the event with its best supported date, status, title and history out.

Reports are read in the order in which they were published. A plan's date is the one given last, what happened has the
date that most reports agree on; a date that none of these reconciles is kept beside it as a disagreement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Final

from generator.dates import DateSpan
from generator.model import Change, Event, Mention, Status

_UNDATED: Final = datetime(1, 1, 2, tzinfo=UTC)
_OVER: Final[frozenset[Status]] = frozenset({"happened", "ongoing"})
_AHEAD: Final[frozenset[Status]] = frozenset({"planned", "possible", "postponed"})
_ENDS: Final[frozenset[Status]] = frozenset({"happened", "denied", "cancelled"})
NO_REPORT: Final = "no report that it took place"


def event_of(mentions: Iterable[Mention], as_of: date | None = None) -> Event:
    """Make one event of its reports, at least one of which must be dated.

    `as_of` is the day the timeline stands at: a plan whose days lie before it gets a note that nothing more is known.
    """
    told = tuple(sorted(mentions, key=_order))
    status = _status(told)
    voices = _voices(told, status)
    best = _best(voices, status)
    assert best.span is not None
    span = best.span
    event = Event(
        id="",
        uid="",
        title=_titled(told, voices, status).title,
        span=span,
        status=status,
        mentions=told,
        history=tuple(_history(told)),
        alternatives=_alternatives(voices, span, status),
        people=_common(mention.people for mention in told),
        organisations=_common(mention.organisations for mention in told),
        places=_common(mention.places for mention in told),
        tags=_common(mention.source.tags for mention in told),
        inferred=all(mention.inferred is not None for mention in voices if mention.span == span),
    )
    return renoted(event, as_of)


def renoted(event: Event, as_of: date | None) -> Event:
    """The event with the note that belongs to its date and status on the day `as_of`."""
    late = event.status in ("planned", "possible") and as_of is not None and event.span.end is not None and event.span.end <= as_of
    return replace(event, note=NO_REPORT if late else None if event.note == NO_REPORT else event.note)


def _order(mention: Mention) -> tuple[datetime, str, int, int]:
    return (mention.source.published or _UNDATED, mention.source.path, mention.start, mention.trigger.start)


def _status(told: Sequence[Mention]) -> Status:
    """The latest word on it: what ended it counts, then an ongoing event, then the last plan."""
    for wanted in (_ENDS, frozenset({"ongoing"})):
        for mention in reversed(told):
            if mention.status in wanted:
                return mention.status
    return told[-1].status


def _voices(told: Sequence[Mention], status: Status) -> tuple[Mention, ...]:
    """The dated reports that may say when: those of what happened for what happened, else those that look ahead."""
    dated = tuple(mention for mention in told if mention.span is not None)
    kind = _OVER if status in _OVER else _AHEAD | {status}
    return tuple(mention for mention in dated if mention.status in kind) or dated


def _best(voices: Sequence[Mention], status: Status) -> Mention:
    """The report whose date stands: most support, then the more exact, then the earliest; of plans, those told last."""
    if status not in _OVER:
        newest = voices[-1].source.published
        voices = tuple(mention for mention in voices if _day(mention) == (newest.date() if newest else None)) or voices
    return max(voices, key=lambda mention: (_support(mention, voices), -_width(mention.span), -voices.index(mention)))


def _support(mention: Mention, voices: Sequence[Mention]) -> tuple[int, int]:
    """How many articles give a date that fits, those counted first whose date is told and not inferred."""
    assert mention.span is not None
    fitting = [other for other in voices if other.span is not None and mention.span.overlaps(other.span)]
    told = {other.source.path for other in fitting if other.inferred is None}
    return (len(told), len({other.source.path for other in fitting}))


def _width(span: DateSpan | None) -> int:
    return 10**7 if span is None or span.days is None else span.days


def _day(mention: Mention) -> date | None:
    return mention.source.published.date() if mention.source.published else None


def _alternatives(voices: Sequence[Mention], span: DateSpan, status: Status) -> tuple[DateSpan, ...]:
    """Dates that cannot be true together with the chosen one. An older date of a plan was moved, which is no contradiction."""
    newest = _day(voices[-1])
    others: list[DateSpan] = []
    for mention in voices:
        if mention.span is None or mention.span.overlaps(span) or mention.inferred is not None:
            continue
        if (status in _OVER or _day(mention) == newest) and all(mention.span.edtf != other.edtf for other in others):
            others.append(mention.span)
    return tuple(sorted(others, key=lambda one: one.sort_key))


def _titled(told: Sequence[Mention], voices: Sequence[Mention], status: Status) -> Mention:
    """The report that gives the title: the first that tells it with the status it has now."""
    return next((mention for mention in told if mention.status == status), voices[0])


def _common(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """All names, most frequent first, then in the order in which they were first told."""
    counts: Counter[str] = Counter()
    for names in lists:
        counts.update(dict.fromkeys(names, 1))
    return tuple(sorted(counts, key=lambda name: -counts[name]))


@dataclass(slots=True)
class _State:
    """What was known of an event after the reports so far."""

    span: DateSpan | None
    status: Status
    heard: set[str]


def _history(told: Sequence[Mention]) -> Iterable[Change]:
    """First reported, then every report that changed or confirmed what was known, one line an article."""
    first = told[0]
    state = _State(first.span, first.status, {first.source.path})
    yield _change(first, "first reported", None, first.span.edtf if first.span else None)
    for mention in told[1:]:
        change = _what_changed(mention, state)
        if change is not None:
            state.heard.add(mention.source.path)
            state.span = mention.span or state.span
            state.status = mention.status
            yield change


def _what_changed(mention: Mention, state: _State) -> Change | None:
    old, new = state.span, mention.span
    before, now = old.edtf if old else None, new.edtf if new else None
    if mention.status in ("denied", "cancelled", "postponed") and mention.status != state.status:
        return _change(mention, mention.status, before, now)
    if mention.status in _OVER:
        return _change(mention, "took place", before, now) if state.status in _AHEAD else _confirmation(mention, state)
    if state.status in _ENDS:
        return None
    if old is not None and new is not None and not old.overlaps(new):
        return _change(mention, "moved", before, now)
    return _confirmation(mention, state)


def _confirmation(mention: Mention, state: _State) -> Change | None:
    """A second article that gives the same date confirms it; one that repeats an old plan afterwards says nothing new."""
    known = mention.source.path in state.heard
    fits = state.span is None or mention.span is None or state.span.overlaps(mention.span)
    if known or not fits or (mention.status in _AHEAD and state.status in _ENDS):
        return None
    edtf = mention.span.edtf if mention.span else None
    return _change(mention, "confirmed", state.span.edtf if state.span else None, edtf)


def _change(mention: Mention, change: str, old: str | None, new: str | None) -> Change:
    return Change(_day(mention), change, old, new, mention.source.path)  # type: ignore[arg-type]
