"""The feeds of a built site in, Problems out: the rules of good feeds that need no other software.

Calendars are read here without the library that wrote them: a reader that shares the writer's mistakes finds none.
The numbers of the rules are those of docs/feeds.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from generator.errors import Problem, Severity
from generator.render import urls
from generator.render.feeds.selection import MOST_OCTETS

_GOOGLE_EVENTS: Final = 1_000
_LINE: Final = re.compile(
    r'(?P<name>[A-Za-z0-9-]+)(?P<parameters>(?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(?P<value>.*)', re.S
)
_PARAMETER: Final = re.compile(r';(?P<name>[A-Za-z0-9-]+)=(?P<value>(?:"[^"]*"|[^";:])*)')
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BAD_ESCAPE: Final = re.compile(r"(?<!\\)(?:\\\\)*(?:\\(?![\\;,nN])|;)")
_DAY: Final = re.compile(r"\d{8}")
_UTC: Final = re.compile(r"\d{8}T\d{6}Z")
_DURATION: Final = re.compile(r"P(?:\d+W|\d+D|(?:\d+D)?T(?:\d+H)?(?:\d+M)?(?:\d+S)?)")
_INSTANT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_TEXTS: Final = ("SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME", "X-WR-CALDESC")
_UNWANTED: Final = {
    "METHOD": "apps would take the feed for an invitation",
    "ORGANIZER": "apps would take the event for a meeting",
    "ATTENDEE": "apps would take the event for a meeting",
    "RRULE": "events do not repeat",
}


class Line(NamedTuple):
    """A content line: its number in the file, and its parts."""

    number: int
    name: str
    parameters: dict[str, str]
    value: str


class Complaint(NamedTuple):
    """What is wrong in a file, and where."""

    line: int
    message: str
    severity: Severity = "error"


def check(output: Path) -> tuple[Problem, ...]:
    """All problems of the feeds in a folder, by path and line; paths are relative to it."""
    found = []
    for path in feeds(output):
        judge = _JUDGES.get(path.name) or _JUDGES[path.suffix]
        name = path.relative_to(output).as_posix()
        found += [Problem(c.message, name, c.line, hint=_hint(c), severity=c.severity) for c in judge(path.read_bytes(), output)]
    return tuple(found)


def feeds(output: Path) -> list[Path]:
    """The files of a folder that there are rules for."""
    return [path for path in sorted(output.rglob("*")) if (path.name in _JUDGES or path.suffix in _JUDGES) and path.is_file()]


def _hint(complaint: Complaint) -> str:
    if complaint.severity == "warning":
        return "lower calendar.past_days or split the timeline by tags" if "octets" in complaint.message else ""
    return "build again; if it stays, this is a mistake of the program"


def calendar(octets: bytes, output: Path | None = None) -> Iterator[Complaint]:
    """The complaints about one calendar file."""
    yield from _as_octets(octets)
    lines = list(_lines(octets))
    yield from (Complaint(line.number, "not a content line") for line in lines if not line.name)
    yield from _nesting(lines)
    events = _events(lines)
    yield from _head([line for line in lines if line.name], events)
    for event in events:
        yield from _event(event)
    uids = Counter(line.value for event in events for line in event if line.name == "UID")
    yield from (Complaint(0, f"UID {uid} is there {count} times (rule 9)") for uid, count in uids.items() if count > 1)
    if len(octets) > MOST_OCTETS or len(events) >= _GOOGLE_EVENTS:
        yield Complaint(0, f"{len(octets):,} octets and {len(events):,} events; Google reads no more than about 1 MB (rule 23)", "warning")


def _as_octets(octets: bytes) -> Iterator[Complaint]:
    """Rules 1 to 3: line ends, folding, encoding."""
    if octets.startswith(b"\xef\xbb\xbf"):
        yield Complaint(1, "a byte order mark (rule 3)")
    if not octets.endswith(b"\r\n") or octets.count(b"\n") != octets.count(b"\r\n") or octets.count(b"\r") != octets.count(b"\r\n"):
        yield Complaint(0, "lines do not all end in CRLF (rule 1)")
    for number, line in enumerate(octets.split(b"\r\n")[:-1], 1):
        if len(line) > 75:
            yield Complaint(number, f"a line of {len(line)} octets, 75 are allowed (rule 2)")
        if line.strip() == b"":
            yield Complaint(number, "an empty line (rule 2)")
        if _CONTROL.search(line):
            yield Complaint(number, "a control character (rule 3)")
        try:
            line.decode()
        except UnicodeDecodeError:
            yield Complaint(number, "not UTF-8, or folded inside a character (rules 2 and 3)")


def _lines(octets: bytes) -> Iterator[Line]:
    """The unfolded content lines; one that cannot be read has no name."""
    number, text = 1, ""
    for at, raw in enumerate([*octets.decode("utf-8", "replace").replace("\r\n", "\n").split("\n"), "."], 1):
        if raw[:1] in (" ", "\t"):
            text += raw[1:]
            continue
        if text:
            yield _parsed(number, text)
        number, text = at, raw


def _parsed(number: int, text: str) -> Line:
    m = _LINE.fullmatch(text)
    if m is None:
        return Line(number, "", {}, text)
    parameters = {p["name"].upper(): p["value"].strip('"') for p in _PARAMETER.finditer(m["parameters"])}
    return Line(number, m["name"].upper(), parameters, m["value"])


def _nesting(lines: list[Line]) -> Iterator[Complaint]:
    """One VCALENDAR with events in it and nothing else: no zones, no alarms (rule 15)."""
    marks = [(line.name, line.value) for line in lines if line.name in ("BEGIN", "END")]
    inside = [("BEGIN", "VEVENT"), ("END", "VEVENT")]
    if marks[:1] != [("BEGIN", "VCALENDAR")] or marks[-1:] != [("END", "VCALENDAR")] or marks[1:-1] != inside * (len(marks) // 2 - 1):
        yield Complaint(0, "not one VCALENDAR that holds events only (rules 5 and 15)")
    elif len(marks) == 2:
        yield Complaint(0, "no event: some apps refuse an empty calendar (rule 6)")


def _events(lines: list[Line]) -> list[list[Line]]:
    events: list[list[Line]] = []
    for line in lines:
        if (line.name, line.value) == ("BEGIN", "VEVENT"):
            events.append([])
        elif events:
            events[-1].append(line)
    return events


def _head(lines: list[Line], events: list[list[Line]]) -> Iterator[Complaint]:
    """What the calendar itself says (rules 5, 15 to 18)."""
    head = lines[: next((n for n, line in enumerate(lines) if line.value == "VEVENT"), len(lines))]
    said = {line.name: line for line in head}
    for name in ("VERSION", "PRODID", "LAST-MODIFIED", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"):
        if name not in said:
            yield Complaint(1, f"the calendar has no {name} (rules 5 and 16 to 18)")
    if "UID" in said:
        yield Complaint(said["UID"].number, "the calendar has a UID, which vdirsyncer takes for that of each event (rule 18)")
    if "NAME" in said and "X-WR-CALNAME" in said and said["NAME"].value != said["X-WR-CALNAME"].value:
        yield Complaint(said["NAME"].number, "NAME and X-WR-CALNAME differ (rule 16)")
    for name, kind in (("REFRESH-INTERVAL", "DURATION"), ("SOURCE", "URI")):
        if name in said and said[name].parameters.get("VALUE") != kind:
            yield Complaint(said[name].number, f"{name} needs VALUE={kind} (rules 16 and 17)")
    if "REFRESH-INTERVAL" in said and not _DURATION.fullmatch(said["REFRESH-INTERVAL"].value):
        yield Complaint(said["REFRESH-INTERVAL"].number, "REFRESH-INTERVAL is no duration (rule 17)")
    yield from _unwanted(head)
    yield from _texts(head)


def _event(lines: list[Line]) -> Iterator[Complaint]:
    """One event (rules 4, 5, 7 to 14 and 20)."""
    said = {line.name: line for line in lines}
    at = lines[0].number if lines else 0
    counts = Counter(line.name for line in lines)
    for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "STATUS", "TRANSP"):
        if counts[name] != 1:
            yield Complaint(at, f"an event has {counts[name]} lines {name}, not one (rules 5 to 14)")
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        if name in said and not _UTC.fullmatch(said[name].value):
            yield Complaint(said[name].number, f"{name} is not a time in UTC (rule 10)")
    if "DTSTART" in said and "DTEND" in said:
        yield from _times(said["DTSTART"], said["DTEND"])
    if "TRANSP" in said and said["TRANSP"].value != "TRANSPARENT":
        yield Complaint(said["TRANSP"].number, "the event marks its reader as busy (rule 14)")
    if "STATUS" in said and said["STATUS"].value == "CANCELLED" and "cancel" not in said.get("SUMMARY", said["STATUS"]).value.casefold():
        yield Complaint(said["STATUS"].number, "SUMMARY does not say that the event is cancelled (rule 12)")
    if "UID" in said and "@" in said["UID"].value:
        yield Complaint(said["UID"].number, "the UID names a host or a person (rule 9)")
    yield from _unwanted(lines)
    yield from _texts(lines)


def _times(start: Line, end: Line) -> Iterator[Complaint]:
    """Whole days with an exclusive end, or instants in UTC: never floating, never with a zone (rules 7 and 8, decisions 1 and 2)."""
    for line in (start, end):
        form = _DAY if line.parameters.get("VALUE") == "DATE" else _UTC
        if not form.fullmatch(line.value) or "TZID" in line.parameters:
            yield Complaint(line.number, f"{line.name} is neither VALUE=DATE nor a time in UTC (rule 7)")
            return
    if start.parameters != end.parameters:
        yield Complaint(end.number, "one of DTSTART and DTEND is a day, the other a time (rule 7)")
    elif end.value <= start.value:
        yield Complaint(end.number, "DTEND is not after DTSTART; it is exclusive (rule 7)")


def _unwanted(lines: list[Line]) -> Iterator[Complaint]:
    return (Complaint(line.number, f"{line.name}: {why} (rule 15)") for line in lines if (why := _UNWANTED.get(line.name)))


def _texts(lines: list[Line]) -> Iterator[Complaint]:
    for line in lines:
        if line.name in _TEXTS and (_BAD_ESCAPE.search(line.value) or _bare_comma(line.value)):
            yield Complaint(line.number, f"{line.name} holds a character that is not escaped (rule 4)")
        if line.name in _TEXTS and len(line.value) > 4000:
            yield Complaint(line.number, f"{line.name} is longer than apps show (rule 20)", "warning")


def _bare_comma(value: str) -> bool:
    return "," in re.sub(r"\\.", "", value, flags=re.S)


def json_feed(octets: bytes, output: Path) -> Iterator[Complaint]:
    """The complaints about feed.json (JSON Feed 1.1)."""
    import json

    try:
        feed = json.loads(octets)
        items = feed["items"]
        ids = Counter(item["id"] for item in items)
    except (ValueError, KeyError, TypeError) as error:
        yield Complaint(0, f"not a JSON Feed: {error}")
        return
    if feed.get("version") != "https://jsonfeed.org/version/1.1" or not feed.get("title"):
        yield Complaint(0, "version or title is missing")
    yield from (Complaint(0, f"id {name} is there {count} times") for name, count in ids.items() if count > 1)
    for item in items:
        if "content_text" not in item and "content_html" not in item:
            yield Complaint(0, f"item {item['id']} has no content")
        for key in ("date_published", "date_modified"):
            if key in item and not _INSTANT.fullmatch(item[key]):
                yield Complaint(0, f"item {item['id']}: {key} is not an RFC 3339 time")


def atom_feed(octets: bytes, output: Path) -> Iterator[Complaint]:
    """The complaints about an Atom feed (RFC 4287)."""
    from xml.etree import ElementTree

    space = "{http://www.w3.org/2005/Atom}"
    try:
        feed = ElementTree.fromstring(octets)
    except ElementTree.ParseError as error:
        yield Complaint(0, f"not XML: {error}")
        return
    entries = feed.findall(f"{space}entry")
    for number, part in enumerate((feed, *entries)):
        for name in ("id", "title", "updated"):
            if len(part.findall(space + name)) != 1:
                yield Complaint(0, f"{f'entry {number}' if number else 'the feed'} has not one {name}")
        if not _INSTANT.fullmatch(part.findtext(f"{space}updated") or ""):
            yield Complaint(0, f"{f'entry {number}' if number else 'the feed'}: updated is not an RFC 3339 time")
    ids = Counter(entry.findtext(f"{space}id") for entry in entries)
    yield from (Complaint(0, f"id {name} is there {count} times") for name, count in ids.items() if count > 1)


def events_json(octets: bytes, output: Path) -> Iterator[Complaint]:
    """The complaints about events.json: its types, its identities, and pages that are missing."""
    from msgspec import DecodeError
    from msgspec.json import decode

    from generator.render.feeds.events_json import Document

    try:
        document = decode(octets, type=Document)
    except DecodeError as error:
        yield Complaint(0, f"not as events.schema.json says: {error}")
        return
    for what, names in (("id", [e.id for e in document.events]), ("uid", [e.uid for e in document.events])):
        yield from (Complaint(0, f"{what} {name} is there {count} times") for name, count in Counter(names).items() if count > 1)
    for entry in document.events:
        if not (output / entry.url).is_file():
            yield Complaint(0, f"{entry.url} is not there")


_JUDGES: Final[dict[str, Callable[[bytes, Path], Iterator[Complaint]]]] = {
    ".ics": calendar,
    ".atom": atom_feed,
    urls.ATOM: atom_feed,
    urls.JSON_FEED: json_feed,
    urls.EVENTS_JSON: events_json,
}
