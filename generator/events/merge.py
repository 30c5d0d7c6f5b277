"""Mentions in, events out: blocks of mentions that could be one event, and inside each the clusters whose members all agree.

`blocks` looks only at pairs that share a word for what happened and somebody or somewhere, inside dates that overlap; its
cost grows with the number of mentions and their neighbours in time. `merge_block` is pure, so that a block that has not
changed need not be merged again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from heapq import heappop, heappush
from itertools import combinations
from typing import Final

from generator.events.features import FAR, Features, days_of, features, slack
from generator.events.history import event_of
from generator.events.similarity import JOIN, SHOW, Score, compare, reasons
from generator.model import Block, Event, Mention, Pair

# A mention is compared with so many neighbours in time under each key; more would make long stories quadratic.
_NEIGHBOURS: Final = 24
_KEPT: Final = 96
_LAST: Final = date.max.toordinal()
_MONTH: Final = 31  # days
# Of smaller blocks every pair is compared.
_SMALL: Final = 24
# Scores are whole millionths, so that a sum of them does not depend on the order.
_WHOLE: Final = 1_000_000
# What two members with too little in common count in the average of two clusters, and the least that this must be.
_STRANGERS: Final = 350_000
_ALIKE: Final = 500_000
_FORBIDDEN: Final = -1

Key = tuple[str | int, ...]
# Two mentions as one number that sorts the most alike first, then those that come first: see `_edge`.
Edge = int
_PLACE: Final = 24  # bits
_MASK: Final = (1 << _PLACE) - 1
_TOP: Final = 1 << 24


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
    """Divide mentions into groups of which only members of one can be the same event; the same for any order of the mentions."""
    ordered = sorted((m for m in mentions if m.span is not None), key=order)
    parent = list(range(len(ordered)))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    edges = list(_edges(ordered))
    for edge in edges:
        a, b = find(edge >> _PLACE & _MASK), find(edge & _MASK)
        if a != b:
            parent[max(a, b)] = min(a, b)
    groups: dict[int, list[Mention]] = defaultdict(list)
    place = [0] * len(ordered)
    for i, mention in enumerate(ordered):
        group = groups[find(i)]
        place[i] = len(group)
        group.append(mention)
    inside: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        i = edge >> _PLACE & _MASK
        if len(groups[root := find(i)]) > _SMALL:
            inside[root].append(edge >> 2 * _PLACE << 2 * _PLACE | place[i] << _PLACE | place[edge & _MASK])
    return tuple(Block(tuple(group), tuple(sorted(inside[root]))) for root, group in sorted(groups.items()))


def _edges(ordered: Sequence[Mention]) -> Iterator[Edge]:
    """The pairs of neighbours that are at least nearly alike, by their positions.

    Mentions are taken out in the order of their first day and forgotten after their last one: what is compared of a long
    timeline would take more memory than its reports.
    """
    alive: dict[int, Features] = {}
    ends: list[tuple[int, int]] = []
    spans = [reach(mention) for mention in ordered]
    neighbours = _Neighbours()
    for i in sorted(range(len(spans)), key=spans.__getitem__):
        first, last = spans[i]
        while ends and ends[0][0] <= first:
            del alive[heappop(ends)[1]]
        mine = features(ordered[i])
        for j in neighbours.of(i, mine) & alive.keys():
            score = compare(mine, alive[j])
            if score.value >= SHOW:
                yield _edge(score.value, i, j) if i < j else _edge(score.value, j, i)
        alive[i] = mine
        heappush(ends, (last, i))


def _edge(value: float, i: int, j: int) -> Edge:
    return (_TOP - round(value * _WHOLE)) << 2 * _PLACE | i << _PLACE | j


class _Neighbours:
    """The last mentions that were met under each key."""

    __slots__ = ("_bare", "_recent")

    def __init__(self) -> None:
        self._recent: dict[Key, list[int]] = {}
        self._bare = set[int]()

    def of(self, i: int, mine: Features) -> set[int]:
        """The mentions that share a key with this one, which is the next."""
        recent = self._recent
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
        if not named:
            self._bare.add(i)
        return close | (loose & self._bare)


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
    mentions = block.mentions
    if len(mentions) == 1:
        (only,) = mentions
        return (() if only.background else (event_of(mentions, ()),)), ()
    items = [features(mention) for mention in mentions]
    edges = block.edges if len(items) > _SMALL else _all_edges(items)
    clusters, why = _cluster(items, edges)
    events: dict[int, Event] = {}
    for root, members in clusters.items():
        chosen = [mentions[i] for i in members]
        if any(not mention.background for mention in chosen):
            events[root] = event_of(chosen, why.get(root, ()))
    return tuple(events.values()), tuple(_pairs(edges, items, clusters, events))


def _all_edges(items: Sequence[Features]) -> list[Edge]:
    """All pairs that are at least nearly alike, in order."""
    scores = ((compare(items[i], items[j]).value, i, j) for i, j in combinations(range(len(items)), 2))
    return sorted(_edge(*score) for score in scores if score[0] >= SHOW)


# Of an edge that is worth joining.
_JOINED: Final = _edge(JOIN, _MASK, _MASK)


def _cluster(items: Sequence[Features], edges: Iterable[Edge]) -> tuple[dict[int, list[int]], dict[int, tuple[str, ...]]]:
    """Complete-link clustering: clusters by their first member, and why they were joined."""
    home = list(range(len(items)))
    clusters = {i: [i] for i in home}
    bonds = _Bonds(items, clusters)
    why: dict[int, tuple[str, ...]] = {}
    for edge in edges:
        if edge > _JOINED:
            break
        i, j = edge >> _PLACE & _MASK, edge & _MASK
        a, b = sorted((home[i], home[j]))
        if a == b or not bonds.allow(a, b):
            continue
        bonds.join(a, b)
        for k in clusters[b]:
            home[k] = a
        clusters[a] += clusters.pop(b)
        said = f"{_name(items[i])} and {_name(items[j])}: {'; '.join(reasons(items[i], items[j]))}"
        why[a] = (*why.get(a, ()), *why.pop(b, ()), said)
    return {root: sorted(members) for root, members in clusters.items()}, why


def _bond(score: Score) -> int:
    """What a score says of two clusters."""
    if not score.veto:
        return round(score.value * _WHOLE)
    return _STRANGERS if score.value else _FORBIDDEN


class _Bonds:
    """Complete link: no pair across two clusters may be forbidden, and on average they must be alike.

    What was found of two clusters is kept, and only what has joined them since is looked at when they meet again: large
    clusters meet as often as they have pairs. The scores of pairs are not: a long story has millions, and to find one again
    takes as long as to work it out. Most that is forbidden is so by its days, which are those that all members have.
    """

    __slots__ = ("_clusters", "_days", "_foes", "_items", "_totals")

    def __init__(self, items: Sequence[Features], clusters: Mapping[int, Sequence[int]]) -> None:
        self._items, self._clusters = items, clusters
        self._foes: dict[int, set[int]] = defaultdict(set)
        self._totals: dict[tuple[int, int], tuple[int, int, int]] = {}
        self._days = [(-2 * FAR, 2 * FAR) if item.soft or item.open else (item.first, item.last) for item in items]

    def allow(self, a: int, b: int) -> bool:
        """Tell whether two clusters may be joined; members only ever join a cluster at its end."""
        if b in self._foes[a]:
            return False
        (first, last), (begin, end) = self._days[a], self._days[b]
        if first >= end or begin >= last:
            return self._forbid(a, b)
        items, mine, yours = self._items, self._clusters[a], self._clusters[b]
        total, met, seen = self._totals.get((a, b), (0, 0, 0))
        for at, i in enumerate(mine):
            for j in yours[seen:] if at < met else yours:
                value = _bond(compare(items[i], items[j]))
                if value == _FORBIDDEN:
                    return self._forbid(a, b)
                total += value
        self._totals[a, b] = total, len(mine), len(yours)
        return total >= _ALIKE * len(mine) * len(yours)

    def _forbid(self, a: int, b: int) -> bool:
        self._foes[a].add(b)
        self._foes[b].add(a)
        return False

    def join(self, a: int, b: int) -> None:
        """The second cluster becomes a part of the first: whoever may not be with it may not be with the whole."""
        (first, last), (begin, end) = self._days[a], self._days[b]
        self._days[a] = max(first, begin), min(last, end)
        for foe in self._foes.pop(b, ()):
            self._foes[foe].discard(b)
            self._foes[foe].add(a)
            self._foes[a].add(foe)


def _name(item: Features) -> str:
    return item.mention.source.publisher or item.mention.source.path.rpartition("/")[2]


def _pairs(edges: Iterable[Edge], items: Sequence[Features], clusters: dict[int, list[int]], events: dict[int, Event]) -> Iterator[Pair]:
    """The closest pair of each two events that were nearly joined."""
    home = {i: root for root, members in clusters.items() for i in members}
    seen: set[tuple[int, int]] = set()
    for edge in edges:
        i, j = edge >> _PLACE & _MASK, edge & _MASK
        a, b = home[i], home[j]
        if a == b or a not in events or b not in events:
            continue
        pair = (a, b) if a < b else (b, a)
        if pair not in seen:
            seen.add(pair)
            score = round((_TOP - (edge >> 2 * _PLACE)) / _WHOLE, 3)
            yield Pair(events[pair[0]].id, events[pair[1]].id, score, "; ".join(reasons(items[i], items[j])))
