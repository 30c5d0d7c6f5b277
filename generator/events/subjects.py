"""Reports in, which articles are on one story out: those that share rare names, which few articles of the site come back to."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Final

from generator.events.en import names as tables
from generator.events.features import loose_keys, person_key, title_words
from generator.model import Mention

_EVERYWHERE: Final = tables.COUNTRIES | tables.CITIES
# A name counts 1 while so few articles come back to it, then less and less; of more than the second it tells nothing.
_RARE: Final = 12
_COMMON: Final = 120
# Two articles that share less than two rare names are not on one story.
STORY: Final = 2.0
_SHORT: Final = 3


class Subjects:
    """What each article is about: the keys of its names and of the words of its title, and how much each tells.

    What no other article shares counts nothing, so that a name told in passing changes no other story. Nor does a name that an
    article tells once beside an event, unless another article is about it.
    """

    def __init__(self, mentions: Iterable[Mention]) -> None:
        found: dict[str, frozenset[str]] = {}
        self._heads: dict[str, frozenset[str]] = {}
        beside: dict[str, set[str]] = defaultdict(set)
        for mention in mentions:
            path = mention.source.path
            if path not in found:
                told = _keys(mention.about)
                found[path] = told | _words(mention.source.title)
                self._heads[path] = told & (_keys(mention.about[:1]) | _words(mention.source.title))
            beside[path].update(mention.people, mention.organisations, mention.places)
        known = frozenset().union(*found.values())
        for path, names in beside.items():
            found[path] |= _keys(names - _EVERYWHERE) & known
        counts = Counter(key for keys in found.values() for key in keys)
        self._weights = {key: min(1.0, _RARE / count) for key, count in counts.items() if 1 < count <= _COMMON}
        self._sizes = {path: math.sqrt(sum(counts[key] > 1 for key in keys)) for path, keys in found.items()}
        self._shared = {path: keys & self._weights.keys() for path, keys in found.items()}
        self._close: dict[tuple[str, str], float] = {}

    def keys(self, paths: Iterable[str]) -> list[str]:
        """The keys under which articles on the story of these are found, sorted."""
        return sorted(self.shared(paths))

    def shared(self, paths: Iterable[str]) -> frozenset[str]:
        """The same keys in no order."""
        return frozenset().union(*[self._shared[path] for path in paths])

    def weight(self, key: str) -> float:
        """How much a key tells, from 0 to 1."""
        return self._weights[key]

    def heads(self, paths: Iterable[str]) -> frozenset[str]:
        """The keys of whom these articles name in their titles or most often; what is so in two of them counts twice."""
        return frozenset().union(*(self._heads[path] for path in paths))

    def closeness(self, one: str, other: str) -> float:
        """How much of what two articles are about they share, from 0 to 1; 0 where it is too little to be one story."""
        pair = (one, other) if one < other else (other, one)
        known = self._close.get(pair)
        if known is None:
            shared = self._shared[one] & self._shared[other]
            weight = sum([self._weights[key] for key in shared])
            twice = sum([self._weights[key] for key in shared & self._heads[one] & self._heads[other]])
            known = self._close[pair] = weight / (self._sizes[one] * self._sizes[other]) if weight + twice >= STORY else 0.0
        return known


def told_of(names: Iterable[str], title: str) -> frozenset[str]:
    """All keys by which another article could know that it is on the story of one with these names and this title."""
    return frozenset().union(*map(keys_of, names)) | _words(title)


@cache
def keys_of(name: str) -> frozenset[str]:
    """All keys under which a name is looked for."""
    short = name.partition(" of ")[0]
    return loose_keys(short) | {person_key(short)} | _first(short)


def _keys(names: Iterable[str]) -> frozenset[str]:
    """The keys of names, under which short and full forms agree."""
    return frozenset().union(*map(_keys_of, names))


@cache
def _keys_of(name: str) -> frozenset[str]:
    short = name.partition(" of ")[0]
    return loose_keys(short) | _first(short)


def _first(name: str) -> frozenset[str]:
    """The first word of a longer name, by which a thing and its town know each other: "Orne Bridge" and "Orne"."""
    first, _, rest = name.partition(" ")
    low = first.casefold()
    plain = first in tables.FIRST_NAMES or first in tables.DEMONYMS or low in tables.TITLES or low in tables.ORGANISATION_WORDS
    return frozenset((low,)) if rest and len(low) > _SHORT and not plain else frozenset()


def _words(title: str) -> frozenset[str]:
    return frozenset(word for word in title_words(title) if len(word) > _SHORT)
