"""Mentions in order in, the pairs of them out that are at least nearly alike: each is compared with its neighbours in time under each key.

What is found is remembered by `Links`. After an edit only the pairs are looked at whose mentions have changed, or that a change
has brought together under some key or driven apart.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from heapq import heappop, heappush
from typing import Final, NamedTuple

from generator.events.features import Features, days_of, slack
from generator.events.similarity import SHOW, alikeness
from generator.model import Mention

# A mention is compared with so many neighbours in time under each key; more would make long stories quadratic.
_NEIGHBOURS: Final = 24
_KEPT: Final = 96
_LAST: Final = date.max.toordinal()
_MONTH: Final = 31  # days
# Where more of all mentions have changed, all pairs are looked at.
_MANY: Final = 0.1

# Two mentions as one number that sorts the most alike first, then those that come first: see `edge`.
Edge = int
PLACE: Final = 24  # bits
MASK: Final = (1 << PLACE) - 1
_TOP: Final = 1 << 24
# Scores are whole millionths, so that a sum of them does not depend on the order.
WHOLE: Final = 1_000_000


def edge(value: float, i: int, j: int) -> Edge:
    """The number that stands for a score and two positions, `i` before `j`."""
    return (_TOP - round(value * WHOLE)) << 2 * PLACE | i << PLACE | j


def score_of(number: Edge) -> float:
    """The score that an edge stands for, to six digits."""
    return millionths_of(number) / WHOLE


def millionths_of(number: Edge) -> int:
    """The score that an edge stands for, in millionths."""
    return _TOP - (number >> 2 * PLACE)


class Links(NamedTuple):
    """What is known of some mentions in order: the edges, and how they were found.

    `spans` are the days that an equal event could bear, `bare` tells which name nobody and no place, `keys` are for each the
    numbers of its keys in `words`.
    """

    edges: list[Edge]
    spans: list[tuple[int, int]]
    bare: bytearray
    keys: list[array[int]]
    words: list[str]


class Moved(NamedTuple):
    """What has become of mentions since `links` were found: for each its position before, or -1; for each of before its position now."""

    links: Links
    before: Sequence[int]
    now: Sequence[int]


def links(ordered: Sequence[Mention], moved: Moved | None = None) -> tuple[Links, Collection[int]]:
    """The edges of mentions in order, and the positions of those whose edges are not what they were; nothing is where `moved` is None."""
    if moved is None or moved.before.count(-1) + moved.now.count(-1) > _MANY * len(ordered):
        return _all(ordered), range(len(ordered))
    return _changed(ordered, moved)


def _all(ordered: Sequence[Mention]) -> Links:
    """Look at all pairs.

    Mentions are taken out in the order of their first day and forgotten after their last one: what is compared of a long
    timeline would take more memory than its reports.
    """
    alive: dict[int, Features] = {}
    ends: list[tuple[int, int]] = []
    spans = [reach(mention) for mention in ordered]
    neighbours = _Neighbours(len(ordered))
    edges: list[Edge] = []
    for i in sorted(range(len(spans)), key=spans.__getitem__):
        first, last = spans[i]
        while ends and ends[0][0] <= first:
            del alive[heappop(ends)[1]]
        mine = Features(ordered[i])
        for j in neighbours.of(i, mine) & alive.keys():
            value = alikeness(mine, alive[j])
            if value >= SHOW:
                edges.append(edge(value, i, j) if i < j else edge(value, j, i))
        alive[i] = mine
        heappush(ends, (last, i))
    edges.sort()
    return Links(edges, spans, neighbours.bare, neighbours.keys, list(neighbours.numbers))


class _Neighbours:
    """The last mentions that were met under each key."""

    __slots__ = ("_recent", "_unnamed", "bare", "keys", "numbers")

    def __init__(self, mentions: int) -> None:
        self.numbers: dict[str, int] = {}
        self.keys: list[array[int]] = [_NONE] * mentions
        self.bare = bytearray(mentions)
        self._recent: list[list[int]] = []
        self._unnamed = set[int]()

    def of(self, i: int, mine: Features) -> set[int]:
        """The mentions that share a key with this one, which is the next."""
        recent, numbers = self._recent, self.numbers
        named = not _is_bare(mine)
        close, loose, own = set[int](), set[int](), []
        for key in keys(mine):
            number = numbers.get(key)
            if number is None:
                numbers[key] = number = len(recent)
                recent.append([i])
            else:
                others = recent[number]
                # Such a key tells little: it is for reports that name nobody and no place.
                (loose if named and key[0] == _LOOSE else close).update(others if len(others) <= _NEIGHBOURS else others[-_NEIGHBOURS:])
                others.append(i)
                if len(others) > _KEPT:
                    del others[:-_NEIGHBOURS]
            own.append(number)
        self.keys[i] = array("I", own)
        if not named:
            self._unnamed.add(i)
            self.bare[i] = 1
        return close | (loose & self._unnamed)


_NONE: Final = array("I")
_LOOSE: Final = "~"


def _is_bare(item: Features) -> bool:
    return not (item.names or item.places)


def keys(item: Features) -> Iterator[str]:
    """What a mention is looked up by: its kind of event with each actor, place and long word; its day; its article."""
    mention = item.mention
    who = item.names | item.places | item.lands
    long = [word for word in item.words if len(word) > 5]
    yield f"={mention.quote[:40].casefold()}"
    yield f"@{item.first} {item.path}"
    for kind in item.kinds:
        yield f"/{kind} {item.path}"
        for name in who:
            yield f"+{kind} {name}"
        for word in long:
            yield f"~{kind} {word}"
    if item.days <= _MONTH:
        for name in item.names | item.towns:
            yield f"{item.first} {name}"
    if item.days <= 1:
        for word in long:
            yield f"{item.first} {word}"


def reach(mention: Mention) -> tuple[int, int]:
    """The first day that an equal event could bear, and the day after the last."""
    begin, end = days_of(mention)
    first = begin if begin > 0 else end - 366
    last = end if end <= _LAST else first + 367
    soft = slack(mention)
    return first - soft, last + soft


def _changed(ordered: Sequence[Mention], moved: Moved) -> tuple[Links, Collection[int]]:
    """Look at the pairs that a change concerns: those of new mentions, and those that it brought together or drove apart."""
    new = {i for i, before in enumerate(moved.before) if before < 0}
    items = {i: Features(ordered[i]) for i in new}
    found = _taken_over(ordered, moved, items)
    come, gone = _pairs(moved, found, new)
    edges, touched = _kept(moved)
    left = _apart(edges, gone, found)
    come.difference_update([pair for number in edges if (pair := number & _PAIR) in come])
    if left:
        edges = [number for number in edges if number & _PAIR not in left]
    for pair in sorted(come):
        i, j = pair >> PLACE, pair & MASK
        if _meet(found.spans[i], found.spans[j]):
            a, b = (items.get(at) or Features(ordered[at]) for at in (i, j))
            if (value := alikeness(a, b)) >= SHOW:
                edges.append(edge(value, i, j))
                touched |= {i, j}
    touched |= new
    touched.update(at for pair in left for at in (pair >> PLACE, pair & MASK))
    edges.sort()
    return found._replace(edges=edges), touched


def _taken_over(ordered: Sequence[Mention], moved: Moved, items: Mapping[int, Features]) -> Links:
    """What is known of mentions without their edges: as before, or of the new ones."""
    links = moved.links
    numbers = dict(zip(links.words, range(len(links.words)), strict=True))
    spans, bare, of_each = [], bytearray(), []
    for i, before in enumerate(moved.before):
        if before >= 0:
            spans.append(links.spans[before])
            bare.append(links.bare[before])
            of_each.append(links.keys[before])
        else:
            spans.append(reach(ordered[i]))
            bare.append(_is_bare(items[i]))
            of_each.append(array("I", [numbers.setdefault(key, len(numbers)) for key in keys(items[i])]))
    return Links([], spans, bare, of_each, list(numbers))


def _pairs(moved: Moved, found: Links, new: Collection[int]) -> tuple[set[int], set[int]]:
    """The pairs that are neighbours now and were not under some key, and those that were and are not."""
    spread = {number for i in new for number in found.keys[i]}
    spread |= {number for at, now in enumerate(moved.now) if now < 0 for number in moved.links.keys[at]}
    before = _lists(moved.links, spread, [now if now >= 0 else ~at for at, now in enumerate(moved.now)])
    after = _lists(found, spread, range(len(found.keys)))
    come, gone = set[int](), set[int]()
    for number in spread:
        behind = {i for entries in (before[number], after[number]) for i in _behind(entries, new)}
        old, now = (_windows(entries, behind) for entries in (before[number], after[number]))
        if found.words[number][0] == _LOOSE:
            old, now = ({pair for pair in pairs if found.bare[pair >> PLACE] or found.bare[pair & MASK]} for pairs in (old, now))
        come |= now - old
        gone |= old - now
    return come, gone - come


def _lists(links: Links, numbers: Collection[int], names: Sequence[int]) -> dict[int, list[int]]:
    """The mentions under each of some keys in the order of their days, by the names they are given."""
    lists: dict[int, list[int]] = {number: [] for number in numbers}
    known, spans = frozenset(numbers), links.spans
    for i in sorted(range(len(spans)), key=spans.__getitem__):
        if not known.isdisjoint(links.keys[i]):
            for number in links.keys[i]:
                if number in known:
                    lists[number].append(names[i])
    return lists


def _behind(entries: Sequence[int], new: Collection[int]) -> Iterator[int]:
    """The mentions that are new, or that have a new one or one that is gone among their neighbours before them."""
    for at, i in enumerate(entries):
        if i < 0 or i in new:
            yield from entries[at : at + _NEIGHBOURS + 1]


def _windows(entries: Sequence[int], behind: Collection[int]) -> set[int]:
    """The pairs of some mentions of a list with their neighbours before them that are not gone."""
    return {
        _pair(i, j)
        for at, i in enumerate(entries)
        if i in behind and i >= 0
        for j in entries[max(0, at - _NEIGHBOURS) : at]
        if j >= 0 and j != i
    }


def _pair(i: int, j: int) -> int:
    return i << PLACE | j if i < j else j << PLACE | i


_PAIR: Final = (1 << 2 * PLACE) - 1


def _kept(moved: Moved) -> tuple[list[Edge], set[int]]:
    """The edges of before between mentions that there still are, and the mentions that have lost some."""
    low = moved.now
    high = [now << PLACE for now in low]
    moves = [number >> 2 * PLACE << 2 * PLACE | high[number >> PLACE & MASK] | low[number & MASK] for number in moved.links.edges]
    touched = set[int]()
    if moves and min(moves) < 0:
        for number, now in zip(moved.links.edges, moves, strict=True):
            if now < 0:
                touched |= {low[number >> PLACE & MASK], low[number & MASK]}
        touched.discard(-1)
        moves = [now for now in moves if now >= 0]
    return moves, touched


def _apart(edges: Sequence[Edge], gone: Collection[int], found: Links) -> set[int]:
    """The edges among these pairs that no other key holds together, as pairs."""
    lost = {number & _PAIR for number in edges if number & _PAIR in gone} if gone else set()
    shared = {pair: set(found.keys[pair >> PLACE]).intersection(found.keys[pair & MASK]) for pair in lost}
    lists = _lists(found, {number for numbers in shared.values() for number in numbers}, range(len(found.keys)))
    places: dict[int, dict[int, list[int]]] = {}
    for number, entries in lists.items():
        of_key = places[number] = {}
        for at, i in enumerate(entries):
            of_key.setdefault(i, []).append(at)
    return {pair for pair in lost if not any(_held(pair, found, number, places[number]) for number in shared[pair])}


def _held(pair: int, found: Links, number: int, places: Mapping[int, Sequence[int]]) -> bool:
    """Tell whether two mentions are neighbours under a key; their places are those in its list."""
    i, j = pair >> PLACE, pair & MASK
    if found.words[number][0] == _LOOSE and not (found.bare[i] or found.bare[j]):
        return False
    one, other = (places[i], places[j]) if places[i][0] < places[j][0] else (places[j], places[i])
    return other[0] - one[-1] <= _NEIGHBOURS


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether the one that begins first has not ended when the other one begins."""
    return min(one, other)[1] > max(one, other)[0]
