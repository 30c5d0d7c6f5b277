"""Events in, digests out: what tells an incremental build that a feed has not changed, without making the feed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b

from generator.model import Event, Page, Plan, Site
from generator.render.feeds import words
from generator.render.feeds.selection import is_recent


@dataclass(frozen=True, slots=True)
class Marks:
    """The digest of all settings that feeds print, and what gives that of an event, once for all feeds that hold it."""

    base: bytes
    of: Callable[[Event], bytes]

    def page(self, path: str, events: Collection[Event], make: Callable[[], bytes], *extra: str) -> Page:
        """A file that depends on these events in this order, on the settings, and on `extra`."""

        def plan() -> Plan:
            settings = [self.base, path.encode(), *(text.encode("utf-8", "replace") for text in extra), b""]
            return Plan(digest(b"\0".join([*settings, *map(self.of, events)])).hex(), make)

        return Page(path, plan)


def digest(octets: bytes) -> bytes:
    """16 octets that stand for these."""
    return blake2b(octets, digest_size=16).digest()


def marks(site: Site) -> Marks:
    """The digests of a site; the version is part of them because another program may write other bytes.

    The as-of day is not: most of it only decides which events are in a feed. What it decides inside an entry is added.
    """
    from msgspec.json import encode

    settings = digest(encode((replace(site.config.site, as_of=""), site.config.calendar, site.version)))
    known: dict[str, bytes] = {}

    def of(event: Event) -> bytes:
        if event.id not in known:
            known[event.id] = digest(encode((event, _stands(event, site))))
        return known[event.id]

    return Marks(settings, of)


def _stands(event: Event, site: Site) -> tuple[datetime, bool]:
    """When the event last changed, and whether those that were merged into it are still announced."""
    modified = words.modified(event, site.as_of)
    return modified, bool(event.replaces) and is_recent(modified.date(), site)
