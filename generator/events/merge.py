"""Mentions in, events out: blocks of mentions that could be one event, and inside each the clusters whose members all agree.

`blocks` looks only at pairs that share a word for what happened and somebody or somewhere, inside dates that overlap; its
cost grows with the number of mentions and their neighbours in time. `merge_block` is pure, so that a block that has not
changed need not be merged again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Final

from generator.events.features import Features, features
from generator.events.history import event_of
from generator.events.similarity import JOIN, SHOW, Score, compare, reasons
from generator.model import Event, Mention, Pair

Block = tuple[Mention, ...]
# A mention is compared with so many neighbours in time under each key; more would make long stories quadratic.
_NEIGHBOURS: Final = 24
_LAST: Final = date.max.toordinal()
_MONTH: Final = 31  # days
# Of smaller blocks every pair is compared.
_SMALL: Final = 24
# What two members with too little in common count in the average of two clusters.
_STRANGERS: Final = 0.35

Key = tuple[str | int, ...]
Near = tuple[float, int, int]


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
    items = [features(mention) for mention in ordered]
    parent = list(range(len(ordered)))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j in _neighbours(items):
        a, b = find(i), find(j)
        if a != b and compare(items[i], items[j]).value >= SHOW:
            parent[max(a, b)] = min(a, b)
    groups: dict[int, list[Mention]] = defaultdict(list)
    for i, mention in enumerate(ordered):
        groups[find(i)].append(mention)
    return tuple(tuple(group) for _, group in sorted(groups.items()))


def _neighbours(items: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """Pairs of positions, each once, that share a key and whose dates could be the same."""
    spans = [reach(item) for item in items]
    ordered = sorted(range(len(items)), key=spans.__getitem__)
    bare = [not items[i].names and not items[i].places for i in ordered]
    lists: dict[Key, list[int]] = defaultdict(list)
    for rank, i in enumerate(ordered):
        for key in keys(items[i]):
            lists[key].append(rank)
    shared: list[list[tuple[list[int], bool]]] = [[] for _ in ordered]
    for key, ranks in lists.items():
        loose = key[0] == "~"  # such a key tells little: it is for reports that name nobody and no place
        if len(ranks) > 1 and not (loose and not any(bare[rank] for rank in ranks)):
            for rank in ranks:
                shared[rank].append((ranks, loose))
    lists.clear()
    for rank, i in enumerate(ordered):
        last = spans[i][1]
        seen = set[int]()  # of one report alone: those of all would take more memory than the reports
        for ranks, loose in shared[rank]:
            at = bisect_right(ranks, rank)
            for other in ranks[at : at + _NEIGHBOURS]:
                j = ordered[other]
                if spans[j][0] >= last:
                    break
                if other not in seen and (not loose or bare[rank] or bare[other]):
                    seen.add(other)
                    yield (i, j) if i < j else (j, i)


def keys(item: Features) -> Iterator[Key]:
    """What a mention is looked up by: its kind of event with each actor, place and long word; its day; its article."""
    mention = item.mention
    who = item.names | item.places | item.lands
    long = [word for word in item.words if len(word) > 5]
    yield ("=", mention.quote[:40].casefold())
    yield (item.path, item.first)
    for kind in item.kinds:
        for name in who:
            yield (kind, name)
        for word in long:
            yield ("~", kind, word)
    for name in item.about:
        for kind in item.kinds:
            yield ("@", kind, name)
        if item.days <= 1:
            yield ("@", item.first, name)
    if item.days <= _MONTH:
        for name in item.names | item.towns:
            yield (item.first, name)
    if item.days <= 1:
        for word in long:
            yield (item.first, word)


def reach(item: Features) -> tuple[int, int]:
    """The first day that an equal event could bear, and the day after the last."""
    first = item.first if item.first > 0 else item.last - 366
    last = item.last if item.last <= _LAST else first + 367
    return first - item.soft, last + item.soft


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


def _candidates(items: Sequence[Features]) -> Iterable[tuple[int, int]]:
    """All pairs of a small block; in a large one those that share a key and lie close in time."""
    return combinations(range(len(items)), 2) if len(items) <= _SMALL else _neighbours(items)


def _cluster(items: Sequence[Features]) -> tuple[dict[int, list[int]], dict[int, tuple[str, ...]], list[Near]]:
    """Complete-link clustering: clusters by their first member, why they were joined, and the pairs that came close."""
    scores: dict[int, float] = {}
    count = len(items)

    def score_of(i: int, j: int) -> float:
        pair = i * count + j if i < j else j * count + i
        score = scores.get(pair)
        if score is None:
            score = scores[pair] = _bond(compare(items[i], items[j]))
        return score

    found: list[Near] = []
    near: list[Near] = []
    for i, j in _candidates(items):
        score = compare(items[i], items[j])
        scores[i * count + j] = _bond(score)
        if score.value >= SHOW:
            (found if score.value >= JOIN else near).append((-round(score.value, 6), i, j))
    home = list(range(count))
    clusters = {i: [i] for i in range(count)}
    bonds = _Bonds(score_of, clusters)
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
    """What a score says of two clusters: a number alone, since a long story has millions of pairs."""
    if not score.veto:
        return score.value
    return _STRANGERS if score.value else _FORBIDDEN


class _Bonds:
    """Complete link: no pair across two clusters may be forbidden, and on average they must be alike.

    What was found of two clusters is kept, and only what has joined them since is looked at when they meet again: large
    clusters meet as often as they have pairs.
    """

    __slots__ = ("_clusters", "_foes", "_score_of", "_totals")

    def __init__(self, score_of: Callable[[int, int], float], clusters: Mapping[int, Sequence[int]]) -> None:
        self._score_of, self._clusters = score_of, clusters
        self._foes: dict[int, set[int]] = defaultdict(set)
        self._totals: dict[tuple[int, int], tuple[float, int, int]] = {}

    def allow(self, a: int, b: int) -> bool:
        """Tell whether two clusters may be joined; members only ever join a cluster at its end."""
        if b in self._foes[a]:
            return False
        mine, yours = self._clusters[a], self._clusters[b]
        total, met, seen = self._totals.get((a, b), (0.0, 0, 0))
        for at, i in enumerate(mine):
            for j in yours[seen:] if at < met else yours:
                value = self._score_of(i, j)
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
