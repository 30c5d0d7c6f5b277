"""The mentions of one event in, the event out: its best supported date, the others, its status and what became of it when."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, Literal

from generator.dates import DateSpan
from generator.model import Change, Event, Mention, Status

_NOTE: Final = "no report that it took place"
_CHANGES: Final[dict[str, Literal["denied", "postponed", "cancelled"]]] = {
    "denied": "denied",
    "postponed": "postponed",
    "cancelled": "cancelled",
}


def event_of(mentions: Sequence[Mention], reasons: tuple[str, ...]) -> Event:
    """Join mentions, in the order of publication, into an event with a provisional id."""
    main = [m for m in mentions if not m.background] or list(mentions)
    span, others = best_date(main)
    status, history = told_of(main)
    lead = _titled(main, status)
    return Event(
        provisional(main), "", lead.title, span, status, tuple(mentions), history, others,
        _union(m.people for m in mentions), _union(m.organisations for m in mentions), _union(m.places for m in mentions),
        _union(m.source.tags for m in main), all(m.inferred for m in main), None, reasons,
    )  # fmt: skip


def provisional(mentions: Sequence[Mention]) -> str:
    """A name that tells events apart until the ledger gives the lasting one."""
    first = mentions[0]
    return f"{first.source.path}:{first.trigger.start}:{first.start}:{first.span.edtf if first.span else ''}:{first.title}"


def _union(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in groups for name in group))


def _titled(mentions: Sequence[Mention], status: Status) -> Mention:
    """The mention whose title the event bears: written by hand, else of the event's own status and dated, then the earliest.

    What is denied keeps the title that it had: the denial tells it only again.
    """

    def rank(m: Mention) -> tuple[object, ...]:
        other = m.status != status and status != "denied"
        return (not m.explicit, other, m.inferred is not None, _poor(m.title), _when(m), m.source.path, m.sentence)

    return min(mentions, key=rank)


def _poor(title: str) -> bool:
    return len(title.split()) < 3


def _when(mention: Mention) -> date:
    return mention.source.published.date() if mention.source.published else date.max


def best_date(mentions: Sequence[Mention]) -> tuple[DateSpan, tuple[DateSpan, ...]]:
    """The best supported date, and those of other sources that cannot be true with it.

    Dates told outweigh dates inferred; of those that agree the finest counts, of those that differ the one with the latest
    report that it happened, then the one of most articles, then that of the earliest.
    """
    dated = [m for m in mentions if m.span is not None and not m.inferred] or [m for m in mentions if m.span is not None]
    spans = [m.span for m in dated if m.span is not None]
    told = Counter(spans)
    votes = {s: sum(count for other, count in told.items() if _fits(s, other)) for s in told}
    apart = any(not _fits(s, spans[0]) for s in told)

    def rank(m: Mention) -> tuple[object, ...]:
        assert m.span is not None
        s = m.span
        happened = m.status in ("happened", "ongoing")
        newest = -_when(m).toordinal() if not happened and apart else 0
        off = m.status in _CHANGES and not put_off_to(m)
        vague = (s.modifier == "approximate", s.days or 10**6)
        return (
            not m.explicit,
            not happened,
            off,
            newest,
            -votes[s],
            vague,
            _when(m),
            s.start or date.min,
            s.end or date.max,
            s.granularity,
        )

    chosen = min(dated, key=rank).span
    assert chosen is not None
    chosen = _refined(chosen, dated)
    others = {s.edtf: s for m in dated if (s := m.span) and not _fits(s, chosen) and m.status not in ("cancelled", "postponed", "denied")}
    moved = {m.span.edtf for m in dated if m.span and m.status in ("planned", "possible")}
    return chosen, tuple(span for edtf, span in sorted(others.items()) if edtf not in moved)


def _refined(chosen: DateSpan, dated: Sequence[Mention]) -> DateSpan:
    """The day for which an event was announced, where the reports that it happened tell it only roughly and none speaks against it."""
    if chosen.modifier != "approximate" and (chosen.days or 0) <= 1:
        return chosen
    plans = [m.span for m in dated if m.span is not None and m.span.days == 1 and m.span.modifier is None and m.status == "planned"]
    told = [m.span for m in dated if m.span is not None and m.status in ("happened", "ongoing")]
    fit = [plan for plan in plans if all(_near(plan, span) for span in told)]
    return max(fit, key=lambda plan: (fit.count(plan), plan.start or date.min)) if fit else chosen


def _near(plan: DateSpan, told: DateSpan) -> bool:
    """Tell whether a day can be the one that is told, or is a few days from one told roughly."""
    if told.modifier == "approximate" and told.days == 1 and told.start and plan.start:
        return abs((told.start - plan.start).days) <= _ROUGH
    return told.overlaps(plan)


_ROUGH: Final = 3  # days


def _fits(a: DateSpan, b: DateSpan) -> bool:
    return a.overlaps(b)


def told_of(mentions: Sequence[Mention]) -> tuple[Status, tuple[Change, ...]]:
    """What holds after all articles, and the history in the order of publication.

    A report that it happened outweighs plans, unless a later one denies it; what calls off an older date of a plan that has
    a new one changes nothing.
    """
    ordered = sorted(mentions, key=lambda m: (_when(m), m.source.path, m.sentence))
    first = ordered[0]
    status, span = first.status, first.span
    found = [Change(_on(first), "first reported", None, span.edtf if span else None, first.source.path)]
    for mention in ordered[1:]:
        own = mention.span
        if mention.status == "cancelled" and own and span and not mention.inferred and not own.overlaps(span):
            continue
        if change := _change(mention, status, span):
            found.append(change)
        rumour = mention.status == "possible" and status == "planned"
        if own and not (mention.inferred or rumour) and (mention.status not in _CHANGES or put_off_to(mention)):
            span = own if span is None or not own.contains(span) or own.finer_than(span) else span
        status = _after(mention, status, ordered)
    return status, tuple(found)


def _change(mention: Mention, status: Status, span: DateSpan | None) -> Change | None:
    """What a report changes of an event that had this status and date; None where it only tells it again."""
    on, path, own = _on(mention), mention.source.path, mention.span
    old, new = span.edtf if span else None, own.edtf if own else None
    if mention.status in _CHANGES:
        by = denied_by(mention) if mention.status == "denied" else None
        return Change(on, _CHANGES[mention.status], old, new, path, by) if status != mention.status else None
    if status in ("planned", "possible", "postponed") and mention.status == "happened":
        return Change(on, "took place", old, new, path)
    if own is None or mention.status != "planned" or status == "happened":
        return None
    if span is None or (not mention.inferred and not own.overlaps(span)):
        return Change(on, "moved", old, new, path)
    finer = status in ("planned", "possible") and own.finer_than(span)
    return Change(on, "confirmed", old, new, path) if finer else None


def _after(mention: Mention, status: Status, mentions: Sequence[Mention]) -> Status:
    """The status after a further report."""
    new: Status = "planned" if put_off_to(mention) else mention.status
    if new == "happened" or (status != "happened" and new != "possible"):
        return new
    last_told = max((_when(m) for m in mentions if m.status == "happened"), default=date.max)
    return new if new == "denied" and _when(mention) > last_told else status


_TO: Final = re.compile(r"\b(?:to|until|till|for)\s*(?:the\s*)?$")


def put_off_to(mention: Mention) -> bool:
    """Tell whether a report puts a plan off to the day it gives ("postponed to 9 July"), not only calls that day off."""
    if mention.status != "postponed" or mention.time is None:
        return False
    return _TO.search(mention.quote[: max(0, mention.time.start - mention.start)]) is not None


_DENIES: Final = re.compile(r"\b(?:has |have |had )?(?:den(?:y|ies|ied)|refut(?:es?|ed))\b")


def denied_by(mention: Mention) -> str | None:
    """Who denies, by name where the sentence names somebody before the verb: "The ministry denied on Monday that ..."."""
    verb = _DENIES.search(mention.quote)
    if verb is None:
        return None
    before = mention.quote[: verb.start()].strip(" ,")
    named = sorted((at, -len(name), name) for name in (*mention.people, *mention.organisations) if (at := before.find(name)) >= 0)
    if named:
        return named[0][2]
    return before if before and len(before.split()) <= _SHORT else None


# A subject of so many words names somebody; a longer one is a clause.
_SHORT: Final = 6


def _on(mention: Mention) -> date | None:
    return mention.source.published.date() if mention.source.published else None


def note_of(event: Event, as_of: date) -> str | None:
    """What a reader should know of a plan whose day has passed."""
    return _NOTE if event.overdue(as_of) else event.note
