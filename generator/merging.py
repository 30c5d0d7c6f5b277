"""Dated reports in order in, what they are merged to out, with the help of what the last build of the site found; the store keeps it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, pairwise
from typing import Final

import msgspec

from generator import executor
from generator.cache import CacheError, Store
from generator.digests import Digests
from generator.events.edges import Edges
from generator.events.merge import Block, Cluster, Merging, Share, merge
from generator.events.neighbours import NO_LINKS, Links, Lists, Moved
from generator.model import Mention

# From so many mentions to merge on it is worth while to start another process.
_MENTIONS: Final = 500
_NAME: Final = 16  # octets
# Clusters that are stored together.
_CLUSTERS: Final = 500


_clusters: Final = msgspec.json.Decoder(list[Cluster])
_encoder: Final = msgspec.json.Encoder()
_UNKNOWN: Final = Digests({})


def remembered(store: Store, jobs: int, ordered: Sequence[Mention], digests: Digests = _UNKNOWN, pairs: bool = True) -> Merging:
    """Merge mentions in order, and remember what came of it for the next time.

    Where the `pairs` are not wanted, which on a large site are many, there may be nothing but the clusters.
    Where nothing is known, that is done in a process of its own: it takes as much memory as all reports, which is given back so.
    """
    names = list(map(digests.mention, ordered))
    old = store.merged("names") or b""
    if old and old == b"".join(names):
        return _load(store, pairs)
    moved = _moved([old[at : at + _NAME] for at in range(0, len(old), _NAME)], names)
    now = b"".join(names)
    del names, old
    share = partial(_shared, jobs)
    if moved:
        before = _load(store)
        merging = merge(ordered, (before, Moved(before.links, *moved)), share)
        _keep(store, now, _parts(merging))
        return merging
    work = partial(_merged, ordered, share)
    _keep(store, now, _named(executor.apart(work) if jobs != 1 and len(ordered) >= _MENTIONS else work()))
    return _load(store, pairs)


def _merged(ordered: Sequence[Mention], share: Share) -> Iterator[bytes]:
    """What is remembered of merging: the name of each part, then the part."""
    for name, octets in _parts(merge(ordered, None, share)):
        yield name.encode()
        yield octets


def _named(pieces: Iterator[bytes]) -> Iterator[tuple[str, bytes]]:
    """The parts of which name and octets follow each other."""
    for name in pieces:
        yield name.decode(), next(pieces)


def _keep(store: Store, names: bytes, parts: Iterable[tuple[str, bytes]]) -> None:
    """Store what came of merging; without the names, should this be broken off, none of it counts."""
    parts = iter(parts)
    first = next(parts)
    store.keep_merged("names", b"")
    for part, octets in chain([first], parts):
        store.keep_merged(part, octets)
    store.keep_merged("names", names)


def _shared(jobs: int, work: Callable[[Block], list[Cluster]], blocks: Sequence[Block]) -> Iterable[list[Cluster]]:
    """Merge blocks here, or in several processes where there are mentions enough."""
    return executor.share(work, blocks, jobs if sum(len(block.members) for block in blocks) >= _MENTIONS else 1)


def _moved(old: Sequence[bytes], names: Sequence[bytes]) -> tuple[list[int], list[int]] | None:
    """Where mentions were, and where those of before are; None where nothing is known, or where their order is another one."""
    places = {name: at for at, name in enumerate(old)}
    before = [places.get(name, -1) for name in names]
    known = [at for at in before if at >= 0]
    if not known or any(one >= other for one, other in pairwise(known)):
        return None
    now = [-1] * len(old)
    for i, at in enumerate(before):
        if at >= 0:
            now[at] = i
    return before, now


def _parts(merging: Merging) -> Iterator[tuple[str, bytes]]:
    """What is remembered of merging, part by part: all at once would be copied as a whole."""
    links = merging.links
    yield "edges", links.edges.octets()
    yield "first", links.first.tobytes()
    yield "last", links.last.tobytes()
    yield "bare", bytes(links.bare)
    yield "ends", links.keys.ends.tobytes()
    yield "keys", links.keys.flat.tobytes()
    yield "words", links.words.tobytes()
    yield "roots", array("I", merging.roots).tobytes()
    yield "small", merging.small.octets()
    yield "count", str(len(merging.clusters)).encode()
    for at in range(0, len(merging.clusters), _CLUSTERS):
        yield f"clusters {at}", _encoder.encode(merging.clusters[at : at + _CLUSTERS])


def _load(store: Store, pairs: bool = True) -> Merging:
    """What was stored; raises CacheError where a part of it is missing or cannot be read."""

    def part(name: str) -> bytes:
        found = store.merged(name)
        if found is None:
            raise CacheError(f"{name} are missing")
        return found

    try:
        starts = range(0, int(part("count")), _CLUSTERS)
        clusters = [cluster for at in starts for cluster in _clusters.decode(part(f"clusters {at}"))]
        if not pairs:
            return Merging(NO_LINKS, [], Edges.of(()), clusters)
        keys = Lists(array("I", part("keys")), array("Q", part("ends")))
        edges, small = Edges.read(part("edges")), Edges.read(part("small"))
        first, last, words = array("i", part("first")), array("i", part("last")), array("Q", part("words"))
    except (ValueError, msgspec.DecodeError) as error:
        raise CacheError(str(error)) from error
    links = Links(edges, first, last, bytearray(part("bare")), keys, words)
    return Merging(links, array("I", part("roots")).tolist(), small, clusters)
