"""Dated reports in order in, what they are merged to out, with the help of what the last build of the site found; the store keeps it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import accumulate, pairwise
from typing import Final

import msgspec
from msgspec import Struct

from generator import executor
from generator.cache import Store, content_hash
from generator.events.merge import Block, Cluster, Merging, merge
from generator.events.neighbours import Links, Moved
from generator.model import Mention

# From so many mentions to merge on it is worth while to start another process.
_MENTIONS: Final = 500
_NAME: Final = 16  # octets
_EDGE: Final = 9  # octets


class _Kept(Struct, frozen=True):
    """A Merging as it is stored, after digests of its mentions; what is long as octets."""

    names: bytes
    edges: bytes
    spans: bytes
    bare: bytes
    counts: bytes
    keys: bytes
    words: list[str]
    roots: bytes
    small: bytes
    clusters: list[Cluster]


_decoder: Final = msgspec.json.Decoder(_Kept)
_encoder: Final = msgspec.json.Encoder()


def remembered(store: Store, jobs: int, ordered: Sequence[Mention]) -> Merging:
    """Merge mentions in order, and remember what came of it for the next time."""
    names = [content_hash(_encoder.encode(mention)) for mention in ordered]
    kept = store.merged(_decoder)
    if kept and kept.names == b"".join(names):
        return _unpacked(kept)
    merging = merge(ordered, _moved(kept, names) if kept else None, partial(_shared, jobs))
    store.keep_merged(_packed(names, merging))
    return merging


def _shared(jobs: int, work: Callable[[Block], list[Cluster]], blocks: Sequence[Block]) -> Iterable[list[Cluster]]:
    """Merge blocks here, or in several processes where there are mentions enough."""
    return executor.share(work, blocks, jobs if sum(len(block.members) for block in blocks) >= _MENTIONS else 1)


def _moved(kept: _Kept, names: Sequence[bytes]) -> tuple[Merging, Moved] | None:
    """What is remembered, and where its mentions are now; None where their order is another one."""
    old = [kept.names[at : at + _NAME] for at in range(0, len(kept.names), _NAME)]
    places = {name: at for at, name in enumerate(old)}
    before = [places.get(name, -1) for name in names]
    known = [at for at in before if at >= 0]
    if any(one >= other for one, other in pairwise(known)):
        return None
    now = [-1] * len(old)
    for i, at in enumerate(before):
        if at >= 0:
            now[at] = i
    merging = _unpacked(kept)
    return merging, Moved(merging.links, before, now)


def _packed(names: Sequence[bytes], merging: Merging) -> _Kept:
    links = merging.links
    return _Kept(
        b"".join(names), _octets(links.edges), array("i", [day for span in links.spans for day in span]).tobytes(), bytes(links.bare),
        array("I", map(len, links.keys)).tobytes(), b"".join(keys.tobytes() for keys in links.keys), links.words,
        array("I", merging.roots).tobytes(), _octets(merging.small), merging.clusters,
    )  # fmt: skip


def _unpacked(kept: _Kept) -> Merging:
    days, keys = array("i", kept.spans).tolist(), array("I", kept.keys)
    ends = [0, *accumulate(array("I", kept.counts))]
    of_each = [keys[start:end] for start, end in pairwise(ends)]
    spans = list(zip(days[::2], days[1::2], strict=True))
    links = Links(_numbers(kept.edges), spans, bytearray(kept.bare), of_each, kept.words)
    return Merging(links, array("I", kept.roots).tolist(), _numbers(kept.small), kept.clusters)


def _octets(edges: Sequence[int]) -> bytes:
    return b"".join([edge.to_bytes(_EDGE) for edge in edges])


def _numbers(octets: bytes) -> list[int]:
    return [int.from_bytes(octets[at : at + _EDGE]) for at in range(0, len(octets), _EDGE)]
