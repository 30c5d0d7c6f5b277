"""Mentions in, events out: blocks of mentions that could be one event, and inside each the clusters whose members all agree.

`blocks` looks only at pairs that share a word for what happened and somebody or somewhere, inside dates that overlap; its
cost grows with the number of mentions and their neighbours in time. `merge_block` is pure, so that a block that has not
changed need not be merged again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from heapq import heappop, heappush
from itertools import combinations
from typing import Final

from generator.events.features import Features, days_of, features, slack
from generator.events.history import event_of
from generator.events.similarity import JOIN, SHOW, Score, compare, reasons
from generator.model import Event, Mention, Pair

Block = tuple[Mention, ...]
# A mention is compared with so many neighbours in time under each key; more would make long stories quadratic.
_NEIGHBOURS: Final = 24
_KEPT: Final = 96
_LAST: Final = date.max.toordinal()
_MONTH: Final = 31  # days
# Of smaller blocks every pair is compared.
_SMALL: Final = 24
# What two members with too little in common count in the average of two clusters.
_STRANGERS: Final = 0.35

Key = tuple[str | int, ...]
Near = tuple[float, int, int]
# Two mentions: their positions in order, each with what is compared of it.
Couple = tuple[int, Features, int, Features]


def merge_mentions(mentions: Iterable[Mention]) -> tuple[tuple[Event, ...], tuple[Pair, ...]]:
    """Merge reports of the same event, and list the pairs that may be the same; ids are provisional positions `e1`, `e2`."""
    events: list[Event] = []
    pairs: list[Pair] = []
    for block in blocks(mentions):
        found, near = merge_block(block)
        events += found
        pairs += near
    return tuple(events), tuple(pairs)


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
    parent = list(range(len(ordered)))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, mine, j, yours in _neighbours([reach(mention) for mention in ordered], lambda i: features(ordered[i])):
        if parent[i] != parent[j] and (a := find(i)) != (b := find(j)) and compare(mine, yours).value >= SHOW:
            parent[max(a, b)] = min(a, b)
    groups: dict[int, list[Mention]] = defaultdict(list)
    for i, mention in enumerate(ordered):
        groups[find(i)].append(mention)
    return tuple(tuple(group) for _, group in sorted(groups.items()))


def _neighbours(spans: Sequence[tuple[int, int]], item: Callable[[int], Features]) -> Iterator[Couple]:
    """Pairs of positions, each once, that share a key and whose dates could be the same.

    Each is taken out in the order of its first day and forgotten after its last one: all of a long timeline would take
    more memory than its reports.
    """
    alive: dict[int, Features] = {}
    ends: list[tuple[int, int]] = []
    recent: dict[Key, list[int]] = {}
    bare = set[int]()
    for i in sorted(range(len(spans)), key=spans.__getitem__):
        first, last = spans[i]
        while ends and ends[0][0] <= first:
            del alive[heappop(ends)[1]]
        mine = item(i)
        named = bool(mine.names or mine.places)
        close, loose = set[int](), set[int]()
        for key in keys(mine):
            others = recent.get(key)
            if others is None:
                recent[key] = [i]
                continue
            # Such a key tells little: it is for reports that name nobody and no place.
            (loose if named and key[0] == "~" else close).update(others[-_NEIGHBOURS:])
            others.append(i)
            if len(others) > _KEPT:
                del others[:-_NEIGHBOURS]
        for j in close | (loose & bare):
            if j in alive:
                yield (i, mine, j, alive[j]) if i < j else (j, alive[j], i, mine)
        alive[i] = mine
        heappush(ends, (last, i))
        if not named:
            bare.add(i)


def keys(item: Features) -> Iterator[Key]:
    """What a mention is looked up by: its kind of event with each actor, place and long word; its day; its article."""
    mention = item.mention
    who = item.names | item.places | item.lands
    long = [word for word in item.words if len(word) > 5]
    yield ("=", mention.quote[:40].casefold())
    yield (item.path, item.first)
    for kind in item.kinds:
        yield ("/", kind, item.path)
        for name in who:
            yield (kind, name)
        for word in long:
            yield ("~", kind, word)
    if item.days <= _MONTH:
        for name in item.names | item.towns:
            yield (item.first, name)
    if item.days <= 1:
        for word in long:
            yield (item.first, word)


def reach(mention: Mention) -> tuple[int, int]:
    """The first day that an equal event could bear, and the day after the last."""
    begin, end = days_of(mention)
    first = begin if begin > 0 else end - 366
    last = end if end <= _LAST else first + 367
    soft = slack(mention)
    return first - soft, last + soft


def merge_block(block: Block) -> tuple[tuple[Event, ...], tuple[Pair, ...]]:
    """Cluster one block: best pairs first, and a cluster grows only by members that agree with all of it."""
    ordered = sorted(block, key=order)
    if len(ordered) == 1:
        only = ordered[0]
        return (() if only.background else (event_of(ordered, ()),)), ()
    items = [features(mention) for mention in ordered]
    clusters, why, near = _cluster(items)
    events: dict[int, Event] = {}
    for root, members in clusters.items():
        chosen = [ordered[i] for i in members]
        if any(not mention.background for mention in chosen):
            events[root] = event_of(chosen, why.get(root, ()))
    return tuple(events.values()), tuple(_pairs(near, items, clusters, events))


def _candidates(items: Sequence[Features]) -> Iterator[Couple]:
    """All pairs of a small block; in a large one those that share a key and lie close in time."""
    if len(items) > _SMALL:
        return _neighbours([reach(item.mention) for item in items], items.__getitem__)
    return ((i, mine, j, yours) for (i, mine), (j, yours) in combinations(enumerate(items), 2))


def _cluster(items: Sequence[Features]) -> tuple[dict[int, list[int]], dict[int, tuple[str, ...]], list[Near]]:
    """Complete-link clustering: clusters by their first member, why they were joined, and the pairs that came close."""
    found: list[Near] = []
    near: list[Near] = []
    for i, mine, j, yours in _candidates(items):
        score = compare(mine, yours)
        if score.value >= SHOW:
            (found if score.value >= JOIN else near).append((-round(score.value, 6), i, j))
    home = list(range(len(items)))
    clusters = {i: [i] for i in home}
    bonds = _Bonds(items, clusters)
    why: dict[int, tuple[str, ...]] = {}
    for pair in sorted(found):
        _, i, j = pair
        a, b = sorted((home[i], home[j]))
        if a == b:
            continue
        if not bonds.allow(a, b):
            near.append(pair)
            continue
        bonds.join(a, b)
        for k in clusters[b]:
            home[k] = a
        clusters[a] += clusters.pop(b)
        said = f"{_name(items[i])} and {_name(items[j])}: {'; '.join(reasons(items[i], items[j]))}"
        why[a] = (*why.get(a, ()), *why.pop(b, ()), said)
    return {root: sorted(members) for root, members in clusters.items()}, why, near


_FORBIDDEN: Final = -1.0


def _bond(score: Score) -> float:
    """What a score says of two clusters."""
    if not score.veto:
        return score.value
    return _STRANGERS if score.value else _FORBIDDEN


class _Bonds:
    """Complete link: no pair across two clusters may be forbidden, and on average they must be alike.

    What was found of two clusters is kept, and only what has joined them since is looked at when they meet again: large
    clusters meet as often as they have pairs. The scores of pairs are not: a long story has millions, and to find one again
    takes as long as to work it out.
    """

    __slots__ = ("_clusters", "_foes", "_items", "_totals")

    def __init__(self, items: Sequence[Features], clusters: Mapping[int, Sequence[int]]) -> None:
        self._items, self._clusters = items, clusters
        self._foes: dict[int, set[int]] = defaultdict(set)
        self._totals: dict[tuple[int, int], tuple[float, int, int]] = {}

    def allow(self, a: int, b: int) -> bool:
        """Tell whether two clusters may be joined; members only ever join a cluster at its end."""
        if b in self._foes[a]:
            return False
        items, mine, yours = self._items, self._clusters[a], self._clusters[b]
        total, met, seen = self._totals.get((a, b), (0.0, 0, 0))
        for at, i in enumerate(mine):
            for j in yours[seen:] if at < met else yours:
                value = _bond(compare(items[i], items[j]))
                if value == _FORBIDDEN:
                    self._foes[a].add(b)
                    self._foes[b].add(a)
                    return False
                total += value
        self._totals[a, b] = total, len(mine), len(yours)
        return total >= 0.5 * len(mine) * len(yours)

    def join(self, a: int, b: int) -> None:
        """The second cluster becomes a part of the first: whoever may not be with it may not be with the whole."""
        for foe in self._foes.pop(b, ()):
            self._foes[foe].discard(b)
            self._foes[foe].add(a)
            self._foes[a].add(foe)


def _name(item: Features) -> str:
    return item.mention.source.publisher or item.mention.source.path.rpartition("/")[2]


def _pairs(near: Iterable[Near], items: Sequence[Features], clusters: dict[int, list[int]], events: dict[int, Event]) -> Iterator[Pair]:
    """The closest pair of each two events that were nearly joined."""
    home = {i: root for root, members in clusters.items() for i in members}
    seen: set[tuple[int, int]] = set()
    for value, i, j in sorted(near):
        a, b = sorted((home[i], home[j]))
        if a != b and (a, b) not in seen and a in events and b in events:
            seen.add((a, b))
            yield Pair(events[a].id, events[b].id, round(-value, 3), "; ".join(reasons(items[i], items[j])))
