"""Events in, digests out: what tells an incremental build that a feed has not changed, without making the feed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Final

from generator.digests import Digests, digest
from generator.model import Event, Page, Plan, Rows, Site
from generator.render.feeds import content, words
from generator.render.feeds.selection import is_recent

# Contents kept in memory while the feeds that share them are made; the news feeds hold 500 events each.
_KEPT: Final = 1_024


@dataclass(frozen=True, slots=True)
class Marks:
    """What feeds share: the digest of all settings that they print, what gives that of an event, and its content as HTML by its id."""

    base: bytes
    of: Callable[[Event], bytes]
    html: Callable[[str], str]

    def page(self, path: str, events: Collection[Event], make: Callable[[], bytes], *extra: str) -> Page:
        """A file that depends on these events in this order, on the settings, and on `extra`."""

        def plan() -> Plan:
            settings = [self.base, path.encode(), *(text.encode("utf-8", "replace") for text in extra), b""]
            return Plan(digest(b"\0".join([*settings, *map(self.of, events)])).hex(), make)

        return Page(path, plan)

    def rows(self, path: str, events: Sequence[Event], head: bytes, row: Callable[[Event], bytes], divider: bytes, tail: bytes) -> Page:
        """A file that is a head, a row for each of these events in this order, and a tail."""

        def plan() -> Plan:
            of = [self.of(event) for event in events]
            settings = digest(b"\0".join([self.base, path.encode(), head, tail]))
            rows = Rows(head, [digest(settings + mark) for mark in of], lambda number: row(events[number]), divider, tail)
            return Plan(digest(b"\0".join([settings, *of])).hex(), rows.whole, rows)

        return Page(path, plan)


def marks(site: Site) -> Marks:
    """The digests of a site; the version is part of them because another program may write other bytes.

    The as-of day is not: most of it only decides which events are in a feed. What it decides inside an entry is added.
    """
    from msgspec.json import encode

    settings = digest(encode((replace(site.config.site, as_of=""), site.config.calendar, site.version)))
    known: dict[str, bytes] = {}

    def of(event: Event) -> bytes:
        if event.id not in known:
            known[event.id] = digest(digest_of(event, site) + encode(_stands(event, site)))
        return known[event.id]

    by_id = {event.id: event for event in site.timeline.events}
    return Marks(settings, of, lru_cache(_KEPT)(lambda name: content.html(by_id[name], site.config.site.language)))


def digest_of(event: Event, site: Site) -> bytes:
    """What stands for all of an event."""
    return site.digests.get(event.id) or _UNKNOWN.event(event)


_UNKNOWN: Final = Digests({})


def _stands(event: Event, site: Site) -> tuple[datetime, bool]:
    """When the event last changed, and whether those that were merged into it are still announced."""
    modified = words.modified(event, site.as_of)
    return modified, bool(event.replaces) and is_recent(modified.date(), site)
