"""Mentions and events in, sixteen octets out that stand for each: two that have the same say the same on every page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Final

import msgspec

from generator.model import Event, Mention

SIZE: Final = 16  # octets
# JSON: msgspec's msgpack turns every instant into UTC.
_encode: Final = msgspec.json.Encoder(order="deterministic").encode

# The mentions of an article in order, and their digests one behind the other.
OfArticle = tuple[Sequence[Mention], bytes]


class Digests:
    """The digests of a site's reports, known by their articles from when these were read; those of others are worked out."""

    __slots__ = ("_articles",)

    def __init__(self, articles: Mapping[str, OfArticle]) -> None:
        self._articles = articles

    def mention(self, mention: Mention) -> bytes:
        """What stands for a report; one that a correction has changed is not that of its article any more."""
        mentions, digests = self._articles.get(mention.source.path, ((), b""))
        for at, one in enumerate(mentions):
            if one is mention:
                return digests[at * SIZE : at * SIZE + SIZE] or digest(_encode(mention))
        return digest(_encode(mention))

    def content(self, event: Event) -> bytes:
        """What stands for an event but for its names and the history of its entry."""
        told = (
            event.title, event.span, event.status, event.history, event.alternatives, event.people, event.organisations, event.places,
            event.tags, event.inferred, event.note, event.reasons,
        )  # fmt: skip
        return digest(_encode(told) + b"".join(map(self.mention, event.mentions)))

    def event(self, event: Event, content: bytes | None = None) -> bytes:
        """What stands for all of an event, of which `content` may be known."""
        known = event.id, event.uid, event.aliases, event.replaces, event.sequence, event.modified
        return digest(_encode(known) + (content or self.content(event)))


def digest(octets: bytes) -> bytes:
    """Sixteen octets that stand for these."""
    return blake2b(octets, digest_size=SIZE).digest()
