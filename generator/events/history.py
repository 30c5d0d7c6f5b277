"""The mentions of one event in, the event out: its best supported date, the others, its status and what became of it when."""

from __future__ import annotations

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
    status = status_of(main)
    lead = _titled(main, status)
    return Event(
        provisional(main), "", lead.title, span, status, tuple(mentions), changes(main), others,
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
    """The mention whose title the event bears: written by hand, else of the event's own status and dated, then the earliest."""
    return min(
        mentions,
        key=lambda m: (not m.explicit, m.status != status, m.inferred is not None, _poor(m.title), _when(m), m.source.path, m.sentence),
    )


def _poor(title: str) -> bool:
    return len(title.split()) < 3


def _when(mention: Mention) -> date:
    return mention.source.published.date() if mention.source.published else date.max


def status_of(mentions: Sequence[Mention]) -> Status:
    """What holds after all articles: a report that it happened outweighs plans, unless a later one calls it off."""
    status: Status = mentions[0].status
    for mention in sorted(mentions, key=_when):
        new = mention.status
        if (
            new == "happened"
            or (status != "happened" and new != "possible")
            or (status == "happened" and new in ("denied",) and _later(mentions, mention))
        ):
            status = new
    return status


def _later(mentions: Sequence[Mention], mention: Mention) -> bool:
    """Tell whether a mention comes after every report that the thing happened."""
    told = [_when(m) for m in mentions if m.status == "happened"]
    return bool(told) and _when(mention) > max(told)


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
        off = m.status in ("cancelled", "postponed", "denied")
        vague = (s.modifier == "approximate", s.days or 10**6)
        return (not m.explicit, not happened, off, newest, -votes[s], vague, _when(m), s.edtf)

    chosen = min(dated, key=rank).span
    assert chosen is not None
    others = {s.edtf: s for m in dated if (s := m.span) and not _fits(s, chosen) and m.status not in ("cancelled", "postponed", "denied")}
    moved = {m.span.edtf for m in dated if m.span and m.status in ("planned", "possible")}
    return chosen, tuple(span for edtf, span in sorted(others.items()) if edtf not in moved)


def _fits(a: DateSpan, b: DateSpan) -> bool:
    return a.overlaps(b)


def changes(mentions: Sequence[Mention]) -> tuple[Change, ...]:
    """The event's history in the order of publication."""
    found: list[Change] = []
    span: DateSpan | None = None
    status = ""
    for mention in sorted(mentions, key=lambda m: (_when(m), m.source.path, m.sentence)):
        on = mention.source.published.date() if mention.source.published else None
        path, edtf = mention.source.path, mention.span.edtf if mention.span else None
        if span is None:
            found.append(Change(on, "first reported", None, edtf, path))
        elif mention.status in _CHANGES:
            if status != mention.status:
                found.append(Change(on, _CHANGES[mention.status], span.edtf, edtf, path))
        elif status in ("planned", "possible", "postponed") and mention.status == "happened":
            found.append(Change(on, "took place", span.edtf, edtf, path))
        elif mention.span and not mention.inferred and mention.status == "planned" and not mention.span.overlaps(span):
            found.append(Change(on, "moved", span.edtf, edtf, path))
        elif mention.status == "planned" and status in ("planned", "possible") and mention.span and mention.span.finer_than(span):
            found.append(Change(on, "confirmed", span.edtf, edtf, path))
        if mention.span and not (span and mention.inferred) and (span is None or mention.status not in _CHANGES):
            span = mention.span if span is None or not mention.span.contains(span) or mention.span.finer_than(span) else span
        if mention.status != "possible" or not status:
            status = status if status == "happened" and mention.status == "planned" else mention.status
    return tuple(found)


def note_of(event: Event, as_of: date) -> str | None:
    """What a reader should know of a plan whose day has passed."""
    if event.status in ("planned", "possible") and event.span.end is not None and event.span.end <= as_of:
        return _NOTE
    return event.note
