"""Pairs of mentions with their scores, as numbers that sort the most alike first; many of them in a third of the memory of numbers."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

# Two mentions as one number that sorts the most alike first, then those that come first: see `edge`.
Edge = int
PLACE: Final = 24  # bits
MASK: Final = (1 << PLACE) - 1
PAIR: Final = (1 << 2 * PLACE) - 1
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


class Edges:
    """Edges in order: what stands above the pair of each in `tops`, and the `pairs`."""

    __slots__ = ("pairs", "tops")

    def __init__(self, tops: array[int], pairs: array[int]) -> None:
        self.tops, self.pairs = tops, pairs

    @classmethod
    def of(cls, numbers: Sequence[Edge]) -> Edges:
        """These edges, which are in order."""
        return cls(array("I", [number >> 2 * PLACE for number in numbers]), array("q", [number & PAIR for number in numbers]))

    @classmethod
    def read(cls, octets: bytes) -> Edges:
        """What `octets` wrote; raises ValueError where it did not."""
        count, rest = divmod(len(octets), _OCTETS)
        if rest:
            raise ValueError("edges are cut off")
        return cls(array("I", octets[: 4 * count]), array("q", octets[4 * count :]))

    def octets(self) -> bytes:
        """All of them as octets."""
        return self.tops.tobytes() + self.pairs.tobytes()

    def __len__(self) -> int:
        """How many there are."""
        return len(self.pairs)

    def __iter__(self) -> Iterator[Edge]:
        """Each as a number."""
        return (top << 2 * PLACE | pair for top, pair in zip(self.tops, self.pairs, strict=True))

    def moved(self, now: Sequence[int]) -> Edges:
        """Those between mentions that there still are, which have kept their order: `now` gives the new positions, -1 for what is gone."""
        high = [at << PLACE for at in now]
        pairs = array("q", [high[pair >> PLACE] | now[pair & MASK] for pair in self.pairs])
        return Edges(self.tops, pairs).without_negative() if pairs and min(pairs) < 0 else Edges(self.tops, pairs)

    def without_negative(self) -> Edges:
        """Those with both mentions there."""
        return self.only(pair >= 0 for pair in self.pairs)

    def only(self, chosen: Iterable[bool]) -> Edges:
        """Those that are chosen."""
        kept = [at for at, one in enumerate(chosen) if one]
        return Edges(array("I", [self.tops[at] for at in kept]), array("q", [self.pairs[at] for at in kept]))

    def joined(self, more: Sequence[Edge]) -> Edges:
        """These and some more, in order."""
        if len(more) > _FEW:
            return Edges.of(sorted([*self, *more]))
        tops, pairs = self.tops[:], self.pairs[:]
        for number in more:
            top, pair = number >> 2 * PLACE, number & PAIR
            low = bisect_left(tops, top)
            at = bisect_left(pairs, pair, low, bisect_right(tops, top, low))
            tops.insert(at, top)
            pairs.insert(at, pair)
        return Edges(tops, pairs)


_OCTETS: Final = 12
# So many are put in their places one by one.
_FEW: Final = 200
