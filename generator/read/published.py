"""All places that claim a publication date in, the one to believe out, with every candidate kept for `explain`.

The order of precedence is the order in which a reader lists its claims: front matter, JSON-LD, article:published_time and
its kin, <time> in the head of the article, URL path, file name, visible date line, for pasted text the hour of its change.
A claim without clock time takes that of a later claim for the same day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from generator.config import Config, SourceSettings
from generator.errors import Problem
from generator.model import DateCandidate
from generator.read.stamps import MONTHS, Stamp, parse

_PATH_DAY: Final = re.compile(r"(?:^|/)(?P<year>(?:19|20)\d{2})(?P<sep>[-/_.]?)(?P<month>\d{2})(?P=sep)(?P<day>\d{2})(?!\d)")
_PATH_NAMED: Final = re.compile(r"/(?P<year>(?:19|20)\d{2})/(?P<month>[a-z]{3,9})/(?P<day>\d{1,2})(?!\d)")
_PATH_INSIDE: Final = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_HOST: Final = re.compile(r"(?i)^(?:https?:)?//(?:[^/@]*@)?(?:www\.|m\.|amp\.)?(?P<host>[^/:?#]+)")
_FAR: Final = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Claim:
    """One place that says when the article was published."""

    source: str
    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Clock:
    """How an article's dates are read: the zone of stamps without one, whether UTC stamps move there, the order of day and month."""

    zone: tzinfo = UTC
    own: bool = False
    order: str = ""

    def place(self, stamp: Stamp) -> datetime:
        """Give a stamp its zone: its own, save that a UTC clock time moves to the source's zone where that is known."""
        value = stamp.value.replace(microsecond=0)
        if value.tzinfo is None:
            return value.replace(tzinfo=self.zone)
        if self.own and stamp.has_time and value.utcoffset() == timedelta(0):
            return value.astimezone(self.zone)
        return value


@dataclass(frozen=True, slots=True)
class Verdict:
    """When an article was published, as far as its file tells."""

    published: datetime | None = None
    has_time: bool = False
    candidates: tuple[DateCandidate, ...] = ()
    problems: tuple[Problem, ...] = ()


def host(url: str | None) -> str | None:
    """The host of an address without "www."."""
    m = _HOST.match(url) if url else None
    return m["host"].lower() if m else None


def source_settings(config: Config, url: str | None, publisher: str | None) -> SourceSettings | None:
    """The settings of the outlet that an address belongs to, or else of the outlet of that name."""
    if not config.source:
        return None
    name = host(url) or ""
    while name:
        if name in config.source:
            return config.source[name]
        name = name.partition(".")[2]
    if publisher:
        return next((s for key, s in config.source.items() if publisher in (s.name, key)), None)
    return None


def zone_named(name: str) -> tzinfo | None:
    """The IANA zone of a name; None where there is none."""
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return None


@lru_cache(maxsize=64)
def _zone_or_utc(name: str) -> tzinfo:
    return UTC if name in ("", "UTC") else zone_named(name) or UTC


def clock(config: Config, settings: SourceSettings | None, zone: str | None = None, order: str = "") -> Clock:
    """The clock of an article: what its front matter says, else its outlet's settings, else the site's."""
    source_zone = zone or (settings.timezone if settings else "")
    source_order = order or (settings.date_order if settings else "") or config.site.date_order
    return Clock(_zone_or_utc(source_zone or config.site.timezone), bool(source_zone), source_order)


def path_claims(path: str, source: str) -> list[Claim]:
    """The day in an address's path or in a file's name, as "2013/05/15/" or "2013-05-15-slug"."""
    low = path.lower()
    m = _PATH_DAY.search(low) or _PATH_NAMED.search(low) or _PATH_INSIDE.search(low)
    if m is None:
        return []
    month = m["month"] if m["month"].isdigit() else str(MONTHS.get(m["month"], 0))
    if not 1 <= int(month) <= 12 or not 1 <= int(m["day"]) <= 31:
        return []
    return [Claim(source, f"{m['year']}-{int(month):02}-{int(m['day']):02}")]


def decide(claims: Iterable[Claim], clock: Clock, path: str) -> Verdict:
    """Choose the first claim that holds a date; warn of ambiguous ones and of two that lie more than two days apart."""
    candidates: list[DateCandidate] = []
    problems: list[Problem] = []
    unsure: Claim | None = None
    for claim in claims:
        stamp = parse(claim.text, clock.order)
        if stamp is None:
            continue
        if stamp.ambiguous:
            unsure = unsure or claim
            continue
        candidates.append(DateCandidate(claim.source, claim.text, clock.place(stamp), stamp.has_time))
    if unsure and not candidates:
        problems.append(_ambiguous(unsure, path))
    if not candidates:
        return Verdict(problems=tuple(problems))
    best = _refined(candidates)
    far = next((c for c in candidates if abs(c.published - best.published) > _FAR), None)
    if far:
        problems.append(
            Problem(
                f"two publication dates: {best.published.date()} ({best.source}) and {far.published.date()} ({far.source})", path, 0, 0,
                f"the first is used; to settle it, put `date: {best.published.date()}` into the front matter",
            )
        )  # fmt: skip
    return Verdict(best.published, best.has_time, tuple(candidates), tuple(problems))


def _refined(candidates: Sequence[DateCandidate]) -> DateCandidate:
    """The first candidate, with the clock time of another one for the same day if it has none itself."""
    best = candidates[0]
    if best.has_time or len(candidates) == 1:
        return best
    exact = next((c for c in candidates if c.has_time and c.published.date() == best.published.date()), None)
    return replace(best, published=exact.published, has_time=True) if exact else best


def _ambiguous(claim: Claim, path: str) -> Problem:
    return Problem(
        f'"{claim.text.strip()}" could be two days ({claim.source})', path, claim.line, 0,
        'write `date: 2013-06-05` in the front matter, or say `date_order = "dmy"` (or "mdy") in site.toml',
    )  # fmt: skip
