"""Mentions in order in, the pairs of them out that are at least nearly alike: each is compared with its neighbours in time under each key.

What is found is remembered by `Links`. After an edit only the pairs are looked at whose mentions have changed, or that a change
has brought together under some key or driven apart.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from heapq import heappop, heappush
from typing import Final, NamedTuple

from generator.events.edges import MASK, PLACE, Edge, Edges, edge
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


class Lists:
    """A list of numbers for each mention, one behind the other in `flat`; `ends` says where each ends."""

    __slots__ = ("ends", "flat")

    def __init__(self, flat: array[int], ends: array[int]) -> None:
        self.flat, self.ends = flat, ends

    def __getitem__(self, i: int) -> array[int]:
        """The list of one mention."""
        return self.flat[self.ends[i - 1] if i else 0 : self.ends[i]]

    def __len__(self) -> int:
        """How many mentions there are."""
        return len(self.ends)

    def add(self, numbers: Iterable[int]) -> None:
        """Put the list of the next mention behind the others."""
        self.flat.extend(numbers)
        self.ends.append(len(self.flat))


class Links(NamedTuple):
    """What is known of some mentions in order: the edges, and how they were found.

    An equal event could bear the days from `first` to before `last`, `bare` tells which name nobody and no place, `keys` are for
    each the numbers of its keys in `words`, which stand for them.
    """

    edges: Edges
    first: array[int]
    last: array[int]
    bare: bytearray
    keys: Lists
    words: array[int]


NO_LINKS: Final = Links(Edges.of(()), array("i"), array("i"), bytearray(), Lists(array("I"), array("Q")), array("Q"))


def word_of(key: str) -> int:
    """A number that stands for a key, odd where that is loose."""
    number = int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=8).digest())
    return number | 1 if key[0] == _LOOSE else number & ~1


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
    firsts, lasts = _spans(ordered)
    neighbours = _Neighbours(len(ordered))
    edges: list[Edge] = []
    for i in _in_time(range(len(ordered)), firsts, lasts):
        while ends and ends[0][0] <= firsts[i]:
            del alive[heappop(ends)[1]]
        mine = Features(ordered[i])
        for j in neighbours.of(i, mine) & alive.keys():
            value = alikeness(mine, alive[j])
            if value >= SHOW:
                edges.append(edge(value, i, j) if i < j else edge(value, j, i))
        alive[i] = mine
        heappush(ends, (lasts[i], i))
    del alive, ends
    edges.sort()
    return Links(Edges.of(edges), firsts, lasts, neighbours.bare, neighbours.keys(), neighbours.words)


def _spans(mentions: Iterable[Mention]) -> tuple[array[int], array[int]]:
    """The first days that equal events could bear, and the days after the last."""
    firsts, lasts = array("i"), array("i")
    for mention in mentions:
        first, last = reach(mention)
        firsts.append(first)
        lasts.append(last)
    return firsts, lasts


def _in_time(positions: Iterable[int], firsts: Sequence[int], lasts: Sequence[int]) -> list[int]:
    """Positions in the order of their days."""
    return sorted(positions, key=lambda i: (firsts[i], lasts[i]))


class _Neighbours:
    """The last mentions that were met under each key.

    A key is known by its hash: of a large site the keys would take more memory than its reports. One that a single mention
    has, as most have, has no list.
    """

    __slots__ = ("_counts", "_flat", "_numbers", "_places", "_recent", "_unnamed", "bare", "words")

    def __init__(self, mentions: int) -> None:
        self._numbers: dict[int, int] = {}
        self.words = array("Q")
        self._flat, self._places, self._counts = array("I"), array("Q", bytes(8 * mentions)), array("I", bytes(4 * mentions))
        self.bare = bytearray(mentions)
        self._recent: list[int | list[int]] = []
        self._unnamed = set[int]()

    def of(self, i: int, mine: Features) -> set[int]:
        """The mentions that share a key with this one, which is the next."""
        recent, numbers = self._recent, self._numbers
        named = not _is_bare(mine)
        close, loose, own = set[int](), set[int](), []
        for key in keys(mine):
            name = hash(key)
            number = numbers.get(name)
            if number is None:
                numbers[name] = number = len(recent)
                recent.append(i)
                self.words.append(word_of(key))
            else:
                others = recent[number]
                # Such a key tells little: it is for reports that name nobody and no place.
                near = loose if named and key[0] == _LOOSE else close
                if isinstance(others, int):
                    near.add(others)
                    recent[number] = [others, i]
                else:
                    near.update(others if len(others) <= _NEIGHBOURS else others[-_NEIGHBOURS:])
                    others.append(i)
                    if len(others) > _KEPT:
                        del others[:-_NEIGHBOURS]
            own.append(number)
        self._places[i], self._counts[i] = len(self._flat), len(own)
        self._flat.extend(own)
        if not named:
            self._unnamed.add(i)
            self.bare[i] = 1
        return close | (loose & self._unnamed)

    def keys(self) -> Lists:
        """The numbers of the keys of all mentions."""
        found = Lists(array("I"), array("Q"))
        for place, count in zip(self._places, self._counts, strict=True):
            found.add(self._flat[place : place + count])
        return found


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
    come.difference_update(edges.pairs)
    if left:
        edges = edges.only(pair not in left for pair in edges.pairs)
    more = []
    for pair in sorted(come):
        i, j = pair >> PLACE, pair & MASK
        if max(found.first[i], found.first[j]) < _end_of_first(found, i, j):
            a, b = (items.get(at) or Features(ordered[at]) for at in (i, j))
            if (value := alikeness(a, b)) >= SHOW:
                more.append(edge(value, i, j))
                touched |= {i, j}
    touched |= new
    touched.update(at for pair in left for at in (pair >> PLACE, pair & MASK))
    return found._replace(edges=edges.joined(more)), touched


def _end_of_first(found: Links, i: int, j: int) -> int:
    """The day after the last one of that of two mentions which begins first."""
    return min((found.first[i], found.last[i]), (found.first[j], found.last[j]))[1]


def _taken_over(ordered: Sequence[Mention], moved: Moved, items: Mapping[int, Features]) -> Links:
    """What is known of mentions without their edges: as before, or of the new ones."""
    links = moved.links
    numbers = dict(zip(links.words, range(len(links.words)), strict=True)) if items else {}
    words, found = links.words[:], Lists(array("I"), array("Q"))
    firsts, lasts, bare = array("i"), array("i"), bytearray()
    for i, before in enumerate(moved.before):
        if before >= 0:
            firsts.append(links.first[before])
            lasts.append(links.last[before])
            bare.append(links.bare[before])
            found.add(links.keys[before])
            continue
        first, last = reach(ordered[i])
        firsts.append(first)
        lasts.append(last)
        bare.append(_is_bare(items[i]))
        of_mention = list(map(word_of, keys(items[i])))
        for word in of_mention:
            if word not in numbers:
                numbers[word] = len(words)
                words.append(word)
        found.add([numbers[word] for word in of_mention])
    return Links(Edges.of(()), firsts, lasts, bare, found, words)


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
        if found.words[number] & 1:
            old, now = ({pair for pair in pairs if found.bare[pair >> PLACE] or found.bare[pair & MASK]} for pairs in (old, now))
        come |= now - old
        gone |= old - now
    return come, gone - come


def _lists(links: Links, numbers: Collection[int], names: Sequence[int]) -> dict[int, list[int]]:
    """The mentions under each of some keys in the order of their days, by the names they are given."""
    lists: dict[int, list[int]] = {number: [] for number in numbers}
    found: dict[int, list[int]] = {}
    for place, number in enumerate(links.keys.flat):
        if number in lists:
            found.setdefault(bisect_right(links.keys.ends, place), []).append(number)
    for i in _in_time(found, links.first, links.last):
        for number in found[i]:
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


def _kept(moved: Moved) -> tuple[Edges, set[int]]:
    """The edges of before between mentions that there still are, and the mentions that have lost some."""
    touched, now = set[int](), moved.now
    gone = {at for at, to in enumerate(now) if to < 0}
    if gone:
        for pair in moved.links.edges.pairs:
            i, j = pair >> PLACE, pair & MASK
            if i in gone or j in gone:
                touched |= {now[i], now[j]}
        touched.discard(-1)
    return moved.links.edges.moved(now), touched


def _apart(edges: Edges, gone: Collection[int], found: Links) -> set[int]:
    """The edges among these pairs that no other key holds together, as pairs."""
    lost = set(gone).intersection(edges.pairs) if gone else set()
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
    if found.words[number] & 1 and not (found.bare[i] or found.bare[j]):
        return False
    one, other = (places[i], places[j]) if places[i][0] < places[j][0] else (places[j], places[i])
    return other[0] - one[-1] <= _NEIGHBOURS
