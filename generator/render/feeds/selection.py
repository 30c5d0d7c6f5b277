"""A Site in, its calendars out: which events each of them holds, small enough for the apps that subscribe to it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from generator.model import Event, Site
from generator.render import urls
from generator.render.feeds import words
from generator.slugs import slug

FeedKind = Literal[
    "main", "upcoming", "everything", "year", "people", "organisations", "places", "tags", "sources", "atom", "changes", "json", "data"
]

# Google Calendar takes about 1 MB and silently drops the rest; reports of a limit near 1,111 events exist too.
MOST_OCTETS: Final = 900_000
MOST_EVENTS: Final = 999
_FACETS: Final[tuple[tuple[FeedKind, Callable[[Event], Iterable[str]]], ...]] = (
    ("people", lambda event: event.people),
    ("organisations", lambda event: event.organisations),
    ("places", lambda event: event.places),
    ("tags", lambda event: event.tags),
    ("sources", lambda event: sorted({m.source.publisher for m in event.mentions if m.source.publisher})),
)


@dataclass(frozen=True, slots=True)
class Calendar:
    """One calendar file: `name` is the facet's or year's name, or a word for the whole; the events are in order of their days."""

    path: str
    kind: FeedKind
    name: str
    events: tuple[Event, ...]


Calendars = tuple[Calendar, ...]


class Measure(NamedTuple):
    """What a feed that is too small for all events asks of one: its place in line, and about how many octets it takes."""

    rank: int
    octets: int


Measures = Mapping[str, Measure]  # by UID


def calendars(site: Site) -> Calendars:
    """All calendars but those of a single event, in the order of the Subscribe page; none for a site without events."""
    events = site.timeline.events
    if not events:
        return ()
    measures = _measured(events, site)
    short = tuple(event for event in events if not _too_long(event, site))
    since = site.as_of - timedelta(days=min(site.config.calendar.past_days, site.as_of.toordinal() - 1))
    main = _current([event for event in short if words.bar(event.span)[1] > since], site, short or events)
    upcoming = _current([event for event in short if words.bar(event.span)[1] > site.as_of], site, main)
    everything = _current(events, site, events)
    return (
        Calendar(urls.CALENDAR, "main", "", _fitted(main, measures)),
        Calendar(urls.UPCOMING, "upcoming", "upcoming", _fitted(upcoming, measures)),
        Calendar(urls.EVERYTHING, "everything", "all events", _fitted(everything, measures)),
        *_parts(everything, measures),
        *_facets(site, {event.uid for event in short}, measures),
    )


def is_shown(event: Event, site: Site) -> bool:
    """Tell whether an event is in the feeds: all are, but a cancelled one only for `keep_cancelled` days."""
    if event.status != "cancelled":
        return True
    told = max((change.on for change in event.history if change.change == "cancelled" and change.on), default=None)
    return is_recent(told or words.modified(event, site.as_of).date(), site)


def is_recent(on: date, site: Site) -> bool:
    """Tell whether a day lies at most `keep_cancelled` days before the as-of day."""
    return (site.as_of - on).days <= site.config.calendar.keep_cancelled


def weight(event: Event, site: Site) -> int:
    """About how many octets the event takes in a calendar, rather too many: counting is quicker than writing it."""
    page = 2 * (len(site.config.site.url) + len(event.id) + 20)
    sources = sum(len(m.quote) + len(m.source.publisher or m.source.title) + len(m.source.url or "") + 30 for m in event.mentions)
    links = sum(30 + len(m.source.url) for m in event.mentions[:4] if m.source.url)
    dates = 70 + 60 * len(event.alternatives) + 40 * len(event.history)
    told = min(sources + dates + len(event.note or ""), words.LONGEST) + len(event.title) + sum(map(len, (*event.places[:3], *event.tags)))
    sample = event.title + (event.mentions[0].quote if event.mentions else "")
    wide = len(sample.encode("utf-8", "replace")) / max(len(sample), 1)
    return int((300 + page + links + told * wide) * 1.07 * (1 + len(event.replaces)))


def _too_long(event: Event, site: Site) -> bool:
    first, end = words.bar(event.span)
    return words.is_vague(event.span) and (end - first).days > site.config.calendar.max_span


def _current(events: Iterable[Event], site: Site, otherwise: Iterable[Event]) -> tuple[Event, ...]:
    """The shown ones of the events, or else the newest other one: apps refuse an empty calendar, and subscribers lose a missing one."""
    shown = tuple(event for event in events if is_shown(event, site))
    return shown or (max(otherwise, key=lambda event: (is_shown(event, site), words.bar(event.span), event.uid)),)


def _measured(events: Iterable[Event], site: Site) -> Measures:
    """Each event's place in line for a feed that is too small for all, and its weight."""

    def distance(event: Event) -> tuple[bool, int, str]:
        first, end = words.bar(event.span)
        return (end <= site.as_of, (first - site.as_of).days if end > site.as_of else (site.as_of - end).days, event.uid)

    return {event.uid: Measure(rank, weight(event, site)) for rank, event in enumerate(sorted(events, key=distance))}


def _fitted(events: tuple[Event, ...], measures: Measures) -> tuple[Event, ...]:
    """As many events as apps take: those to come, the nearest first, then those gone by, the latest first."""
    if _fits(events, measures):
        return events
    kept, octets = set(), 0
    for event in sorted(events, key=lambda event: measures[event.uid].rank)[:MOST_EVENTS]:
        octets += measures[event.uid].octets
        if octets > MOST_OCTETS:
            break
        kept.add(event.uid)
    return tuple(event for event in events if event.uid in kept)


def _fits(events: tuple[Event, ...], measures: Measures) -> bool:
    return len(events) <= MOST_EVENTS and sum(measures[event.uid].octets for event in events) <= MOST_OCTETS


def _parts(events: tuple[Event, ...], measures: Measures) -> Iterator[Calendar]:
    """`all-2013.ics` and so on where one file would be too large, and `all-2013-05.ics` where a year is."""
    if _fits(events, measures):
        return
    for year, in_year in _by(events, lambda first: f"{first.year:04}"):
        if _fits(in_year, measures):
            yield Calendar(f"all-{year}.ics", "year", year, in_year)
        else:
            months = _by(in_year, lambda first: first.isoformat()[:7])
            yield from (Calendar(f"all-{month}.ics", "year", month, found) for month, found in months)


def _by(events: Iterable[Event], unit: Callable[[date], str]) -> list[tuple[str, tuple[Event, ...]]]:
    groups: dict[str, list[Event]] = {}
    for event in events:
        groups.setdefault(unit(words.bar(event.span)[0]), []).append(event)
    return [(name, tuple(found)) for name, found in sorted(groups.items())]


def _facets(site: Site, short: Collection[str], measures: Measures) -> Iterator[Calendar]:
    """The calendars of people, organisations, places, tags and sources, each kind by number of events and then by name."""
    for kind, names_of in _FACETS:
        for name, events in _groups(site.timeline.events, names_of):
            if len(events) >= site.config.calendar.min_events:
                shown = _current([event for event in events if event.uid in short], site, events)
                yield Calendar(urls.facet_calendar(kind, name), kind, name, _fitted(shown, measures))


def _groups(events: Iterable[Event], names_of: Callable[[Event], Iterable[str]]) -> list[tuple[str, tuple[Event, ...]]]:
    """The events of each name, names that share an address together under the first of them; the most events first."""
    named: dict[str, dict[str, Event]] = {}
    for event in events:
        for name in names_of(event):
            named.setdefault(name, {})[event.uid] = event
    found: dict[str, tuple[str, dict[str, Event]]] = {}
    for name, members in named.items():
        found.setdefault(slug(name), (name, {}))[1].update(members)
    ordered = sorted(found.values(), key=lambda row: (-len(row[1]), row[0]))
    return [(name, tuple(members.values())) for name, members in ordered]
