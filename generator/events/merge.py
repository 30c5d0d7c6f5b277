"""Mentions in, events out: blocks of mentions that could be one event, and inside each the clusters whose members all agree.

`blocks` looks only at pairs that share a word for what happened and somebody or somewhere, inside dates that overlap; its
cost grows with the number of mentions and their neighbours in time. `merge_block` is pure, so that a block that has not
changed need not be merged again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from generator.dates import DateSpan
from generator.events.history import best_date, event_of
from generator.events.similarity import JOIN, SHOW, Features, Score, compare, features
from generator.model import Event, Mention, Pair

Block = tuple[Mention, ...]
# A mention is compared with so many neighbours in time under each key; more would make long stories quadratic.
_NEIGHBOURS: Final = 24
_SOFT: Final = timedelta(days=2)


def merge_mentions(mentions: Iterable[Mention]) -> tuple[tuple[Event, ...], tuple[Pair, ...]]:
    """Merge reports of the same event, and list the pairs that may be the same; ids are provisional positions `e1`, `e2`."""
    events: list[Event] = []
    pairs: list[Pair] = []
    for block in blocks(mentions):
        found, near = merge_block(block)
        events += found
        pairs += near
    from generator.events.plans import join_moved

    joined, moved = join_moved(events)
    return joined, (*pairs, *moved)


def order(mention: Mention) -> tuple[object, ...]:
    """A total order of mentions that does not depend on the order they came in."""
    source = mention.source
    when = source.published.isoformat() if source.published else ""
    return (
        when,
        source.path,
        mention.sentence,
        mention.start,
        mention.trigger.start,
        mention.title,
        _bounds(mention),
    )


def _bounds(mention: Mention) -> tuple[date, date]:
    span = mention.span
    return (span.start or date.min, span.end or date.max) if span else (date.min, date.min)


def blocks(mentions: Iterable[Mention]) -> tuple[Block, ...]:
    """Divide mentions into groups of which only members of one can be the same event; the same for any order."""
    ordered = sorted((m for m in mentions if m.span is not None), key=order)
    items = [features(mention) for mention in ordered]
    parent = list(range(len(ordered)))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for one, two in _neighbours(items):
        a, b = find(one), find(two)
        if a != b and compare(items[one], items[two]).value >= SHOW:
            parent[max(a, b)] = min(a, b)
    groups: dict[int, list[Mention]] = defaultdict(list)
    for i, mention in enumerate(ordered):
        groups[find(i)].append(mention)
    return tuple(tuple(group) for _, group in sorted(groups.items()))


def _neighbours(items: Sequence[Features]) -> set[tuple[int, int]]:
    """Pairs of positions that share a key and whose dates could be the same."""
    lists: dict[str, list[tuple[date, date, int]]] = defaultdict(list)
    for i, item in enumerate(items):
        first, last = reach(item.mention)
        for key in keys(item):
            lists[key].append((first, last, i))
    bare = [not item.actors and not item.places for item in items]
    found: set[tuple[int, int]] = set()
    for key, entries in lists.items():
        if len(entries) < 2:
            continue
        entries.sort()
        loose = key[0] == "~"
        for n, (_, last, i) in enumerate(entries):
            for other, _, j in entries[n + 1 : n + 1 + _NEIGHBOURS]:
                if other > last:
                    break
                if not loose or bare[i] or bare[j]:
                    found.add((i, j) if i < j else (j, i))
    return found


def keys(item: Features) -> set[str]:
    """What a mention is looked up by: its kind of event with each actor, place and long word; its day; its article."""
    span, mention = item.span, item.mention
    who = {*item.people, *item.organisations, *item.places, *item.countries}
    found = {f"{kind}|{name}" for kind in item.kinds for name in who}
    found.add("=" + mention.quote[:40].casefold())
    long = [word for word in item.words if len(word) > 5]
    found |= {f"~{kind}|{word}" for kind in item.kinds for word in long}
    if span is not None:
        found.add(f"{mention.source.path}|{span.start}")
        if span.start is not None and (span.days or 99) <= 1:
            number = span.start.toordinal()
            found |= {f"{number}|{name}" for name in (*item.people, *item.organisations)}
            found |= {f"{number}|{word}" for word in long}
    return found


def reach(mention: Mention) -> tuple[date, date]:
    """The first and last day that an equal event could bear."""
    span = mention.span
    assert span is not None
    first = span.start or (span.end or date.max) - timedelta(days=366)
    last = (span.end - timedelta(days=1)) if span.end else first + timedelta(days=366)
    return (first - _SOFT, last + _SOFT) if mention.inferred else (first, last)


def merge_block(block: Block) -> tuple[tuple[Event, ...], tuple[Pair, ...]]:
    """Cluster one block: best pairs first, and a cluster grows only by members that agree with all of it."""
    ordered = sorted(block, key=order)
    if len(ordered) == 1:
        only = ordered[0]
        return (() if only.background else (event_of(ordered, ()),)), ()
    clusters, reasons, near = _cluster([features(mention) for mention in ordered])
    events: dict[int, Event] = {}
    for root, members in clusters.items():
        chosen = [ordered[i] for i in members]
        if any(not mention.background for mention in chosen):
            events[root] = event_of(chosen, reasons.get(root, ()))
    return tuple(events.values()), tuple(_pairs(near, clusters, events))


def _candidates(items: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """All pairs of a small block; in a large one those that share a key and lie close in time."""
    if len(items) <= 24:
        yield from ((i, j) for i in range(len(items)) for j in range(i + 1, len(items)))
    else:
        yield from sorted(_neighbours(items))


def _cluster(items: Sequence[Features]) -> tuple[dict[int, list[int]], dict[int, tuple[str, ...]], list[tuple[float, int, int, str]]]:
    """Complete-link clustering: clusters by their first member, why they were joined, and the pairs that came close."""
    scores: dict[tuple[int, int], Score] = {}

    def score_of(i: int, j: int) -> Score:
        pair = (i, j) if i < j else (j, i)
        if pair not in scores:
            scores[pair] = compare(items[i], items[j])
        return scores[pair]

    found = []
    near: list[tuple[float, int, int, str]] = []
    for i, j in _candidates(items):
        score = score_of(i, j)
        if score.veto:
            continue
        if score.value >= JOIN:
            found.append((-round(score.value, 6), i, j))
        elif score.value >= SHOW:
            near.append((score.value, i, j, "; ".join(score.reasons)))
    home = list(range(len(items)))
    clusters = {i: [i] for i in range(len(items))}
    reasons: dict[int, tuple[str, ...]] = {}
    for value, i, j in sorted(found):
        a, b = sorted((home[i], home[j]))
        if a == b:
            continue
        if not _compatible(score_of, clusters[a], clusters[b]):
            near.append((-value, i, j, "; ".join(score_of(i, j).reasons)))
            continue
        for k in clusters[b]:
            home[k] = a
        clusters[a] += clusters.pop(b)
        reasons[a] = (
            *reasons.get(a, ()),
            *reasons.pop(b, ()),
            f"{_name(items[i])} and {_name(items[j])}: {'; '.join(score_of(i, j).reasons)}",
        )
    return {root: sorted(members) for root, members in clusters.items()}, reasons, near


def _compatible(score_of: Callable[[int, int], Score], mine: Sequence[int], yours: Sequence[int]) -> bool:
    """Complete link: no pair across the two clusters may be forbidden, and on average they must be alike."""
    total, count = 0.0, 0
    for i in mine:
        for j in yours:
            score = score_of(i, j)
            if score.veto and score.veto != "too little in common":
                return False
            total, count = total + (0.35 if score.veto else score.value), count + 1
    return total / count >= 0.5


def _name(item: Features) -> str:
    return item.mention.source.publisher or item.mention.source.path.rpartition("/")[2]


def _pairs(near: Iterable[tuple[float, int, int, str]], clusters: dict[int, list[int]], events: dict[int, Event]) -> Iterator[Pair]:
    """The closest pair of each two events that were nearly joined."""
    home = {i: root for root, members in clusters.items() for i in members}
    seen: set[tuple[int, int]] = set()
    for value, i, j, why in sorted(near, reverse=True):
        a, b = sorted((home[i], home[j]))
        if a != b and (a, b) not in seen and a in events and b in events:
            seen.add((a, b))
            yield Pair(events[a].id, events[b].id, round(value, 3), why)


def date_of(mentions: Sequence[Mention]) -> DateSpan:
    """The date best supported by mentions."""
    return best_date(mentions)[0]
