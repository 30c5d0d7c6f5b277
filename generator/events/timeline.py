"""All mentions and corrections in, the Timeline out: edit and drop, merge, join and split by hand, add, sort."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from generator.events.apply import Applied, Recall, correct_events, correct_mentions
from generator.events.corrections import Corrections
from generator.events.directory import with_one_name
from generator.events.history import note_of
from generator.events.identity import with_ids
from generator.events.merge import Merging, dated, events_of, merge, near_pairs, order
from generator.events.plans import join_moved
from generator.events.stories import join_stories
from generator.model import Event, Mention, Pair, Timeline


def build_timeline(
    mentions: Iterable[Mention],
    corrections: Corrections,
    as_of: date,
    merge: Callable[[Sequence[Mention]], Merging] = merge,
    recall: Recall | None = None,
    near: bool = True,
) -> Timeline:
    """Make the timeline that stands at the day `as_of`.

    `merge` may remember what it made of most mentions before; `recall` tells what earlier builds called the events. Pairs
    that may be the same are looked for where `near` is true: an editor reads them, no page shows them.
    """
    applied = Applied()
    reports = correct_mentions(sorted(mentions, key=order), corrections, applied)
    ordered = dated(reports) if corrections.rules else [mention for mention in reports if mention.span is not None]
    events, pairs = _merged(reports, ordered, merge, near)
    listed = sorted(events, key=_sort)
    ready = with_ids(listed)
    names = {before.id: after.id for before, after in zip(listed, ready, strict=True)}
    ready = correct_events(ready, corrections, applied, recall)
    ready = sorted((_noted(event, as_of) for event in ready), key=_sort)
    undated = tuple(mention for mention in reports if mention.span is None and not mention.background)
    return Timeline(tuple(ready), _named_pairs(pairs, names, ready), undated, tuple(applied.problems))


def _merged(
    reports: Sequence[Mention], ordered: Sequence[Mention], merge: Callable[[Sequence[Mention]], Merging], near: bool
) -> tuple[Sequence[Event], Sequence[Pair]]:
    """Merge reports that bear a date, `ordered`, then what articles on one story tell in other words, then plans that moved."""
    merging = merge(ordered)
    events: Sequence[Event] = events_of(merging, ordered)
    pairs = [*near_pairs(merging, ordered)] if near else []
    del merging  # what is known of the pairs of a large site is large
    events, told = join_stories(events, reports)
    events, moved = join_moved(events)
    return with_one_name(events), [*pairs, *told, *moved] if near else []


def _noted(event: Event, as_of: date) -> Event:
    note = note_of(event, as_of)
    return event if note == event.note else replace(event, note=note)


def _sort(event: Event) -> tuple[object, ...]:
    return (*event.span.sort_key, event.title, event.id)


def _named_pairs(pairs: Sequence[Pair], names: dict[str, str], events: Sequence[Event]) -> tuple[Pair, ...]:
    """Pairs with the ids that the events have now; those of events that are gone or joined fall away."""
    now = {alias: event.id for event in events for alias in (*event.aliases, event.id)}
    found = []
    for pair in pairs:
        first, second = now.get(names.get(pair.first, "")), now.get(names.get(pair.second, ""))
        if first and second and first != second:
            found.append(replace(pair, first=first, second=second))
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.first, pair.second)))
