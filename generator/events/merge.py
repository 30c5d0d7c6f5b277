"""Mentions in, events out: blocks of what may be one event, and inside each the clusters whose members all agree.

Only pairs are looked at that share a word for what happened and somebody or somewhere, inside dates that overlap; the cost grows
with the number of mentions and their neighbours in time. What was found is remembered, so that after an edit only those clusters
are made anew that it concerns: in the order of pairs, what two clusters were to each other holds as long as both are what they were.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import combinations
from typing import Final, NamedTuple

from msgspec.structs import replace

from generator.events.edges import MASK, PAIR, PLACE, WHOLE, Edge, Edges, edge, millionths_of, score_of
from generator.events.features import FAR, Features, days_of, slack
from generator.events.history import event_of
from generator.events.neighbours import Links, Moved, links
from generator.events.similarity import FORBIDDEN, JOIN, SHOW, STRANGERS, alikeness, reasons
from generator.model import Event, Mention, Pair

# Of smaller blocks every pair is compared.
_SMALL: Final = 24
# What two members with too little in common count in the average of two clusters, and the least that this must be.
_STRANGERS: Final = 350_000
_ALIKE: Final = 500_000
# Of a block with more edges their scores are not looked up: they would take too much memory, and few of its pairs are edges.
_LOOKED_UP: Final = 65_536


class Cluster(NamedTuple):
    """Positions of mentions that are one event, the edges by which they were joined, and the event, without its mentions.

    The event is missing where none of them tells it by itself.
    """

    members: tuple[int, ...]
    joins: tuple[Edge, ...]
    event: Event | None


class Merging(NamedTuple):
    """What came of some mentions in order: their links, for each the first of its block, the edges of small blocks, and the clusters."""

    links: Links
    roots: list[int]
    small: Edges
    clusters: list[Cluster]


class Block(NamedTuple):
    """Positions of mentions of which only members of one block can be one event, the edges between them, and what was joined before.

    `touched` are the mentions that have changed or have other edges than before.
    """

    members: list[int]
    edges: list[Edge]
    touched: Collection[int]
    joined: Collection[int]


Share = Callable[[Callable[[Block], list[Cluster]], Sequence[Block]], Iterable[list[Cluster]]]


def merge_mentions(mentions: Iterable[Mention]) -> tuple[tuple[Event, ...], tuple[Pair, ...]]:
    """Merge reports of the same event, and list the pairs that may be the same; ids are those of `provisional`."""
    ordered = dated(mentions)
    merging = merge(ordered)
    events = events_of(merging, ordered)
    return events, tuple(near_pairs(merging, ordered))


def dated(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that bear a date, in order."""
    return sorted((mention for mention in mentions if mention.span is not None), key=order)


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


def merge(ordered: Sequence[Mention], before: tuple[Merging, Moved] | None = None, share: Share = map) -> Merging:
    """Merge mentions in order; `before` is what came of most of them, `share` maps a function over blocks."""
    found, touched = links(ordered, before and before[1])
    roots = _roots(found.edges.pairs, len(ordered))
    groups: dict[int, list[int]] = defaultdict(list)
    for i, root in enumerate(roots):
        groups[root].append(i)
    known = _Known(before)
    small, others = known.small(ordered, groups, roots, found.edges)
    changed: dict[int, set[int]] = defaultdict(set)
    for i in (*touched, *others):
        changed[roots[i]].add(i)
    edges: dict[int, list[Edge]] = {root: [] for root in changed}
    for long, of_all in ((True, found.edges), (False, small)):
        for number in of_all:
            root = roots[number & MASK]
            if root in changed and (len(groups[root]) > _SMALL) == long:
                edges[root].append(number)
    blocks = [Block(groups[root], edges[root], changed[root], known.joined) for root in changed]
    blocks.sort(key=lambda block: -len(block.members))  # the longest first, so that none is left for the end
    clusters = [cluster for cluster in known.clusters.values() if roots[cluster.members[0]] not in changed]
    for some in share(partial(_clustered, ordered, known.clusters), blocks):
        clusters += some
    clusters.sort(key=lambda cluster: (roots[cluster.members[0]], cluster.members[0]))
    return Merging(found, roots, small, clusters)


def _roots(pairs: Iterable[int], mentions: int) -> list[int]:
    """For each mention the first of those that pairs connect with it."""
    parent = list(range(mentions))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for pair in pairs:
        i, j = pair >> PLACE, pair & MASK
        if parent[i] != parent[j] and (a := find(i)) != (b := find(j)):
            parent[max(a, b)] = min(a, b)
    return [find(i) for i in range(mentions)]


class _Known:
    """What is known of mentions from before, under their present positions: what was joined, and the clusters by their first members.

    Of a cluster that has lost a member only the rest stands there; its mentions are touched, and it is made anew.
    """

    __slots__ = ("_before", "clusters", "joined")

    def __init__(self, before: tuple[Merging, Moved] | None) -> None:
        self._before = before
        self.clusters: dict[int, Cluster] = {}
        self.joined = set[int]()
        for cluster in before[0].clusters if before else ():
            now = before[1].now  # type: ignore[index]
            members = tuple(at for i in cluster.members if (at := now[i]) >= 0)
            joins = tuple(now[pair >> PLACE] << PLACE | now[pair & MASK] for pair in cluster.joins)
            self.joined.update(joins)
            if members:
                self.clusters[members[0]] = Cluster(members, joins, cluster.event)

    def small(
        self, ordered: Sequence[Mention], groups: Mapping[int, list[int]], roots: Sequence[int], found: Edges
    ) -> tuple[Edges, set[int]]:
        """The edges of small blocks, of which all pairs are compared, and the mentions of those that are not what they were.

        Those of neighbours are `found` already.
        """
        edges: list[Edge] = []
        others = set[int]()
        same = set[int]()
        anew: dict[int, list[Edge]] = {}
        labels, sizes = self._labels(len(ordered))
        for root, group in groups.items():
            label = labels[root]
            if len(group) > _SMALL:
                others.update(i for i in group if sizes[labels[i]] <= _SMALL)
            elif label >= 0 and sizes[label] == len(group) and all(labels[i] == label for i in group):
                same.add(root)
            else:
                others.update(group)
                if len(group) > 1:
                    anew[root] = []
        for number in found if anew else ():
            if (of_root := anew.get(roots[number & MASK])) is not None:
                of_root.append(number)
        for root, near in anew.items():
            edges += near
            edges += _other_edges(groups[root], near, ordered)
        edges.sort()
        if not self._before:
            return Edges.of(edges), others
        kept = self._before[0].small.moved(self._before[1].now)
        return kept.only(roots[pair & MASK] in same for pair in kept.pairs).joined(edges), others

    def _labels(self, mentions: int) -> tuple[list[int], Counter[int]]:
        """For each mention the name of the block it was in, or -1, and how many mentions each such block had."""
        if not self._before:
            return [-1] * mentions, Counter()
        merging, moved = self._before
        return [merging.roots[at] if at >= 0 else -1 for at in moved.before], Counter(merging.roots)


class _Items(dict[int, Features]):
    """What is compared of mentions, by their positions, taken out when it is first asked for."""

    def __init__(self, ordered: Sequence[Mention]) -> None:
        super().__init__()
        self._ordered = ordered

    def __missing__(self, i: int) -> Features:
        self[i] = item = Features(self._ordered[i])
        return item

    def days(self, i: int) -> tuple[int, int]:
        """The days of a mention, half-open, where they are sure; all days where they are not."""
        mention = self._ordered[i]
        first, last = days_of(mention)
        return (-FAR, FAR) if first == -FAR or last == FAR or slack(mention) else (first, last)


def _other_edges(group: Sequence[int], near: Sequence[Edge], ordered: Sequence[Mention]) -> Iterator[Edge]:
    """The pairs of a block that are at least nearly alike and are not known as neighbours."""
    known = {number & PAIR for number in near}
    if 2 * len(known) == len(group) * (len(group) - 1):
        return
    items = _Items(ordered)
    for i, j in combinations(group, 2):
        if i << PLACE | j not in known and (value := alikeness(items[i], items[j])) >= SHOW:
            yield edge(value, i, j)


# Of edges that are worth joining.
_JOINED: Final = edge(JOIN, MASK, MASK)


def _clustered(ordered: Sequence[Mention], known: Mapping[int, Cluster], block: Block) -> list[Cluster]:
    """Cluster one block: best pairs first, and a cluster grows only by members that agree with all of it.

    A cluster is new while it is not what some cluster was at the same point before. What was decided of two that are not new holds.
    """
    items = _Items(ordered)
    home = {i: i for i in block.members}
    clusters = {i: [i] for i in block.members}
    joins: dict[int, list[int]] = defaultdict(list)
    bonds = _Bonds(items, clusters, block.edges)
    new = set(block.touched)
    for number in block.edges:
        if number > _JOINED:
            break
        a, b = home[number >> PLACE & MASK], home[number & MASK]
        if a == b:
            continue
        if a > b:
            a, b = b, a
        if a in new or b in new:
            if not bonds.allow(a, b):
                if number & PAIR in block.joined:
                    new |= {a, b}
                continue
            new.add(a)
        elif number & PAIR not in block.joined:
            continue
        bonds.join(a, b)
        for k in clusters[b]:
            home[k] = a
        clusters[a] += clusters.pop(b)
        joins[a] += [*joins.pop(b, ()), number & PAIR]
    return [_cluster(sorted(members), joins[root], items) if root in new else known[root] for root, members in clusters.items()]


def _cluster(members: Sequence[int], joins: Sequence[int], items: Mapping[int, Features]) -> Cluster:
    mentions = [items[i].mention for i in members]
    if all(mention.background for mention in mentions):
        return Cluster(tuple(members), tuple(joins), None)
    why = tuple(_said(items[pair >> PLACE], items[pair & MASK]) for pair in joins)
    return Cluster(tuple(members), tuple(joins), replace(event_of(mentions, why), mentions=()))


def _said(a: Features, b: Features) -> str:
    return f"{_name(a)} and {_name(b)}: {'; '.join(reasons(a, b))}"


def _name(item: Features) -> str:
    return item.mention.source.publisher or item.mention.source.path.rpartition("/")[2]


def events_of(merging: Merging, ordered: Sequence[Mention]) -> tuple[Event, ...]:
    """The events that mentions were merged to, in the order of their blocks and first mentions."""
    return tuple(
        replace(cluster.event, mentions=tuple(ordered[i] for i in cluster.members)) for cluster in merging.clusters if cluster.event
    )


def near_pairs(merging: Merging, ordered: Sequence[Mention]) -> Iterator[Pair]:
    """The closest pair of each two events that were nearly joined."""
    home = {i: cluster for cluster in merging.clusters for i in cluster.members}
    sizes = Counter(merging.roots)
    items = _Items(ordered)
    seen: set[tuple[int, int]] = set()
    long = [number for number in merging.links.edges if sizes[merging.roots[number & MASK]] > _SMALL]
    for number in sorted([*long, *merging.small]):
        i, j = number >> PLACE & MASK, number & MASK
        a, b = sorted((home[i], home[j]))
        pair = a.members[0], b.members[0]
        if a.event and b.event and pair[0] != pair[1] and pair not in seen:
            seen.add(pair)
            yield Pair(a.event.id, b.event.id, round(score_of(number), 3), "; ".join(reasons(items[i], items[j])))


def _bond(value: float) -> int:
    """What a score says of two clusters, where nothing forbids that they are one."""
    return round(value * WHOLE) if value != STRANGERS else _STRANGERS


class _Bonds:
    """Complete link: no pair across two clusters may be forbidden, and on average they must be alike.

    What was found of two clusters is kept, and only what has joined them since is looked at when they meet again: large
    clusters meet as often as they have pairs. The scores of pairs are not, but for those of edges: a long story has millions, and
    to find one again takes as long as to work it out. Most that is forbidden is so by its days, which are those that all members have.
    """

    __slots__ = ("_clusters", "_days", "_edges", "_foes", "_items", "_totals")

    def __init__(self, items: _Items, clusters: Mapping[int, Sequence[int]], edges: Sequence[Edge]) -> None:
        self._items, self._clusters = items, clusters
        self._edges = {number & PAIR: number for number in edges} if len(edges) <= _LOOKED_UP else {}
        self._foes: dict[int, set[int]] = defaultdict(set)
        self._totals: dict[tuple[int, int], tuple[int, int, int]] = {}
        self._days: dict[int, tuple[int, int]] = {}

    def allow(self, a: int, b: int) -> bool:
        """Tell whether two clusters may be joined; members only ever join a cluster at its end."""
        if b in self._foes[a]:
            return False
        days = self._days
        (first, last), (begin, end) = days.get(a) or self._common(a), days.get(b) or self._common(b)
        if first >= end or begin >= last:
            return self._forbid(a, b)
        items, edges, mine, yours = self._items, self._edges, self._clusters[a], self._clusters[b]
        total, met, seen = self._totals.get((a, b), (0, 0, 0))
        for at, i in enumerate(mine):
            for j in yours[seen:] if at < met else yours:
                if number := edges.get(i << PLACE | j if i < j else j << PLACE | i):
                    total += millionths_of(number)
                    continue
                value = alikeness(items[i], items[j])
                if value == FORBIDDEN:
                    return self._forbid(a, b)
                total += _bond(value)
        self._totals[a, b] = total, len(mine), len(yours)
        return total >= _ALIKE * len(mine) * len(yours)

    def _common(self, a: int) -> tuple[int, int]:
        """The days that all members of a cluster have whose days are sure."""
        first, last = -FAR, FAR
        for i in self._clusters[a]:
            begin, end = self._items.days(i)
            first, last = max(first, begin), min(last, end)
        self._days[a] = first, last
        return first, last

    def _forbid(self, a: int, b: int) -> bool:
        self._foes[a].add(b)
        self._foes[b].add(a)
        return False

    def join(self, a: int, b: int) -> None:
        """The second cluster becomes a part of the first: whoever may not be with it may not be with the whole."""
        mine, yours = self._days.pop(a, None), self._days.pop(b, None)
        if mine and yours:
            self._days[a] = max(mine[0], yours[0]), min(mine[1], yours[1])
        for foe in self._foes.pop(b, ()):
            self._foes[foe].discard(b)
            self._foes[foe].add(a)
            self._foes[a].add(foe)
