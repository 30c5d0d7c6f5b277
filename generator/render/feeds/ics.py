r"""A Site in, its iCalendar files out (RFC 5545, 6868, 7986, 9253).

Exact times are written in UTC and everything else as whole days: no app has to read a time zone, and none can shift a
day. There is no METHOD, no alarm, no organiser: a feed is not an invitation. The order of lines is fixed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from generator.dates import DateSpan
from generator.model import Event, Page, Site, Status
from generator.render import urls
from generator.render.feeds import words
from generator.render.feeds.marks import Marks
from generator.render.feeds.selection import Calendar, Calendars, is_recent

_CERTAIN: Final[tuple[Status, ...]] = ("happened", "ongoing")
_MOST_LINKS: Final = 4
_KEPT: Final = 8_192  # entries kept in memory while the files that share them are written
_LENGTHS: Final = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1)}


class Entry(NamedTuple):
    """One VEVENT in octets, and what it is sorted by: the text of DTSTART, then the UID."""

    start: str
    uid: str
    octets: bytes


@dataclass(frozen=True, slots=True)
class Desk:
    """What all files of a site share: the end of their headers, and the entries of an event by its id, made once."""

    site: Site
    about: bytes
    entries: Callable[[str], tuple[Entry, ...]]


def desk(site: Site) -> Desk:
    """A desk that remembers the entries it made."""
    by_id = {event.id: event for event in site.timeline.events}
    return Desk(site, b"".join(_about(site)), lru_cache(_KEPT)(lambda name: tuple(_entries(by_id[name], site))))


def pages(site: Site, marks: Marks, found: Calendars) -> Iterator[Page]:
    """Every calendar of the site, then one for each event."""
    on = desk(site)
    for calendar in found:
        yield _page(on, calendar, marks)
    for event in site.timeline.events:
        yield _page(on, Calendar(urls.event_calendar(event), "main", event.title, (event,)), marks)


def _page(on: Desk, calendar: Calendar, marks: Marks) -> Page:
    return marks.page(calendar.path, calendar.events, lambda: _file(on, calendar), calendar.name)


def _file(on: Desk, calendar: Calendar) -> bytes:
    rows = sorted(entry for event in calendar.events for entry in on.entries(event.id))
    return b"".join([*_header(on.site, calendar), on.about, *(row.octets for row in rows), b"END:VCALENDAR\r\n"])


def _header(site: Site, calendar: Calendar) -> Iterator[bytes]:
    settings = site.config.site
    title = words.clean(settings.title) or "Timeline"
    name = escaped(f"{title}: {words.clean(calendar.name)}" if calendar.name else title)
    changed = max(words.modified(event, site.as_of) for event in calendar.events)
    # RFC 7986 allows a UID here too, but vdirsyncer 0.21 takes the first UID of a file for that of every event in it.
    yield f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Dateline//Dateline//EN\r\nLAST-MODIFIED:{_utc(changed)}\r\n".encode()
    yield fold(f"NAME:{name}")
    yield fold(f"X-WR-CALNAME:{name}")
    source = words.absolute(settings.url, calendar.path)
    if source:
        yield fold(f"SOURCE;VALUE=URI:{source}")


def _about(site: Site) -> Iterator[bytes]:
    """What the headers of all the site's calendars share."""
    settings = site.config.site
    about = escaped(words.clean(settings.description) or f"Events of {words.clean(settings.title)}, each with its sources.")
    hours = site.config.calendar.refresh_hours
    yield fold(f"DESCRIPTION:{about}")
    yield fold(f"X-WR-CALDESC:{about}")
    if settings.url:
        yield fold(f"URL:{settings.url.rstrip('/')}/index.html")
    yield f"COLOR:steelblue\r\nREFRESH-INTERVAL;VALUE=DURATION:PT{hours}H\r\nX-PUBLISHED-TTL:PT{hours}H\r\n".encode()


def _entries(event: Event, site: Site) -> Iterator[Entry]:
    """The event's own entry and, for a while, a cancelled one for each that was merged into it."""
    begin, end = times(event.span)
    yield Entry(begin[1], event.uid, b"".join(_vevent(event, site, begin, end)))
    if event.replaces and is_recent(words.modified(event, site.as_of).date(), site):
        for number, uid in enumerate(event.replaces, 1):
            yield Entry(begin[1], uid, b"".join(_replaced(event, site, uid, number)))


def _vevent(event: Event, site: Site, begin: tuple[str, str], end: tuple[str, str]) -> Iterator[bytes]:
    language = site.config.site.language
    page = words.absolute(site.config.site.url, urls.event_page(event))
    yield from _opening(event.uid, words.modified(event, site.as_of), event.sequence, begin, end)
    yield fold("SUMMARY:" + escaped(words.headline(event, language)))
    yield fold("DESCRIPTION:" + escaped(words.description(event, language, page or "")))
    if event.places:
        yield fold("LOCATION:" + escaped(", ".join(map(words.clean, event.places[:3]))))
    if event.tags:
        yield fold(f"CATEGORIES:{','.join(escaped(words.clean(tag)) for tag in event.tags)}")
    if page:
        yield fold(f"URL:{page}")
    yield from _links(event)
    yield f"STATUS:{_status(event)}\r\nX-EDTF:{event.span.edtf}\r\nEND:VEVENT\r\n".encode()


def _opening(uid: str, modified: datetime, sequence: int, begin: tuple[str, str], end: tuple[str, str]) -> Iterator[bytes]:
    stamp = _utc(modified)
    yield b"BEGIN:VEVENT\r\n"
    yield fold(f"UID:{uid}")
    yield (
        f"DTSTAMP:{stamp}\r\nLAST-MODIFIED:{stamp}\r\nSEQUENCE:{sequence}\r\n"
        f"DTSTART{begin[0]}:{begin[1]}\r\nDTEND{end[0]}:{end[1]}\r\nTRANSP:TRANSPARENT\r\n"
    ).encode()


def _replaced(event: Event, site: Site, uid: str, number: int) -> Iterator[bytes]:
    """The last word on an entry that is no more; several of them differ in their number, as no two entries may look alike."""
    count = f" ({number})" if number > 1 else ""
    page = words.absolute(site.config.site.url, urls.event_page(event))
    yield from _opening(uid, words.modified(event, site.as_of), event.sequence + 1, *times(event.span))
    yield fold("SUMMARY:" + escaped(f'CANCELLED: merged into "{words.clean(event.title)}"{count}'))
    yield fold("DESCRIPTION:" + escaped("This entry was merged into another one." + (f"\n{page}" if page else "")))
    yield b"STATUS:CANCELLED\r\n"
    yield fold(f"RELATED-TO:{event.uid}")
    yield b"END:VEVENT\r\n"


def times(span: DateSpan) -> tuple[tuple[str, str], tuple[str, str]]:
    """Parameters and values of DTSTART and DTEND; the end is exclusive.

    An exact time without a known end lasts as long as it is exact, a minute or an hour: a longer one would be invented.
    """
    if span.instant is not None:
        end = span.until if span.until is not None and span.until > span.instant else None
        length = _LENGTHS.get(span.granularity, _LENGTHS["minute"])
        return ("", _utc(span.instant)), ("", _utc(end or span.instant + length))
    first, after = words.bar(span)
    return (";VALUE=DATE", _day(first)), (";VALUE=DATE", _day(after))


def _status(event: Event) -> str:
    if event.status == "cancelled":
        return "CANCELLED"
    return "CONFIRMED" if event.status in _CERTAIN and not words.is_vague(event.span) else "TENTATIVE"


def _links(event: Event) -> Iterator[bytes]:
    """The sources as LINK (RFC 9253), each address once; the relation "via" is registered for the source of what is said."""
    addresses = dict.fromkeys(address for mention in event.mentions if (address := words.web(mention.source.url)))
    for address in list(addresses)[:_MOST_LINKS]:
        yield fold(f"LINK;LINKREL=via;VALUE=URI:{address}")


def _utc(instant: datetime) -> str:
    at = instant if instant.tzinfo is UTC else instant.astimezone(UTC)
    return f"{at.year:04}{at.month:02}{at.day:02}T{at.hour:02}{at.minute:02}{at.second:02}Z"


def _day(on: date) -> str:
    return f"{on.year:04}{on.month:02}{on.day:02}"


def escaped(value: str) -> str:
    r"""TEXT escaped as `icalendar.vText` escapes it, but for `\N`, which that takes for a line break."""
    text = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def fold(line: str) -> bytes:
    r"""A content line with its break, folded exactly as `icalendar.Contentline.to_ical` folds it, from octets and 20 times as fast.

    A line has at most 75 octets; no fold lies inside a character, behind a backslash or behind a caret.
    """
    octets = line.encode("utf-8", "replace")
    if len(octets) < 75:
        return octets + b"\r\n"
    parts, start = [], 0
    while len(octets) - start >= 75:
        end = start + 74
        while octets[end] & 0xC0 == 0x80:
            end -= 1
        if octets[end - 1] in b"\\^":
            end -= 1
        parts.append(octets[start:end])
        start = end
    parts.append(octets[start:])
    return b"\r\n ".join(parts) + b"\r\n"
