"""Dated reports in order in, what they are merged to out, with the help of what the last build of the site found; the store keeps it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import accumulate, pairwise
from typing import Final

import msgspec

from generator import executor
from generator.cache import CacheError, Store, content_hash
from generator.events.merge import Block, Cluster, Merging, merge
from generator.events.neighbours import Links, Moved
from generator.model import Mention

# From so many mentions to merge on it is worth while to start another process.
_MENTIONS: Final = 500
_NAME: Final = 16  # octets
_EDGE: Final = 9  # octets


_clusters: Final = msgspec.json.Decoder(list[Cluster])
_words: Final = msgspec.json.Decoder(list[str])
_encoder: Final = msgspec.json.Encoder()


def remembered(store: Store, jobs: int, ordered: Sequence[Mention]) -> Merging:
    """Merge mentions in order, and remember what came of it for the next time."""
    names = [content_hash(_encoder.encode(mention)) for mention in ordered]
    old = store.merged("names") or b""
    if old and old == b"".join(names):
        return _load(store)
    moved = _moved([old[at : at + _NAME] for at in range(0, len(old), _NAME)], names)
    before = _load(store) if moved else None
    merging = merge(ordered, (before, Moved(before.links, *moved)) if before and moved else None, partial(_shared, jobs))
    _keep(store, names, merging)
    return merging


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


def _keep(store: Store, names: Sequence[bytes], merging: Merging) -> None:
    """Store what came of merging, part by part: all at once would be copied as a whole."""
    links = merging.links
    store.keep_merged("names", b"".join(names))
    store.keep_merged("edges", _octets(links.edges))
    store.keep_merged("spans", array("i", [day for span in links.spans for day in span]).tobytes())
    store.keep_merged("bare", bytes(links.bare))
    store.keep_merged("counts", array("I", map(len, links.keys)).tobytes())
    store.keep_merged("keys", b"".join([keys.tobytes() for keys in links.keys]))
    store.keep_merged("words", _encoder.encode(links.words))
    store.keep_merged("roots", array("I", merging.roots).tobytes())
    store.keep_merged("small", _octets(merging.small))
    store.keep_merged("clusters", _encoder.encode(merging.clusters))


def _load(store: Store) -> Merging:
    """What was stored; raises CacheError where a part of it is missing or cannot be read."""

    def part(name: str) -> bytes:
        found = store.merged(name)
        if found is None:
            raise CacheError(f"{name} are missing")
        return found

    try:
        days, keys = array("i", part("spans")), array("I", part("keys"))
        ends = accumulate(array("I", part("counts")), initial=0)
        of_each = [keys[start:end] for start, end in pairwise(ends)]
        spans = list(zip(days[::2], days[1::2], strict=True))
        words, clusters = _words.decode(part("words")), _clusters.decode(part("clusters"))
    except (ValueError, msgspec.DecodeError) as error:
        raise CacheError(str(error)) from error
    links = Links(_numbers(part("edges")), spans, bytearray(part("bare")), of_each, words)
    return Merging(links, array("I", part("roots")).tolist(), _numbers(part("small")), clusters)


def _octets(edges: Sequence[int]) -> bytes:
    found = bytearray()
    for edge in edges:
        found += edge.to_bytes(_EDGE)
    return bytes(found)


def _numbers(octets: bytes) -> list[int]:
    return [int.from_bytes(octets[at : at + _EDGE]) for at in range(0, len(octets), _EDGE)]
