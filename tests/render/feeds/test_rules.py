"""The check of built feeds: each fault that breaks an app is found, and named by the file it is in."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.render import urls
from generator.render.feeds import rules, types

from . import sample
from .test_ics import built

FAULTS: dict[str, tuple[bytes, bytes, str]] = {
    "line feeds only": (b"\r\n", b"\n", "CRLF (rule 1)"),
    "a long line": (b"SUMMARY:", b"SUMMARY:" + b"x" * 80, "75 are allowed (rule 2)"),
    "an empty line": (b"STATUS:", b"\r\nSTATUS:", "an empty line"),
    "a byte order mark": (b"BEGIN:VCALENDAR", b"\xef\xbb\xbfBEGIN:VCALENDAR", "byte order mark"),
    "Latin-1": (b"SUMMARY:", b"SUMMARY:\xfc", "not UTF-8"),
    "a control character": (b"SUMMARY:", b"SUMMARY:\x07", "control character"),
    "a bare comma": (b"SUMMARY:", b"SUMMARY:Talks, ", "not escaped (rule 4)"),
    "a bare semicolon": (b"SUMMARY:", b"SUMMARY:Talks; ", "not escaped (rule 4)"),
    "a stray backslash": (b"SUMMARY:", b"SUMMARY:a\\b", "not escaped (rule 4)"),
    "no UID": (b"SEQUENCE:0\r\n", b"SEQUENCE:0\r\nUID:two\r\n", "2 lines UID"),
    "no version": (b"VERSION:2.0\r\n", b"", "no VERSION"),
    "a date without VALUE": (b"DTSTART;VALUE=DATE:", b"DTSTART:", "DTSTART is neither"),
    "a floating time": (b"T110000Z", b"T110000", "DTSTART is neither"),
    "a zone": (b"DTSTART:", b"DTSTART;TZID=Europe/Berlin:", "DTSTART is neither"),
    "an inclusive end": (b"DTEND;VALUE=DATE:20310513", b"DTEND;VALUE=DATE:20310512", "it is exclusive (rule 7)"),
    "no end": (b"DTEND;", b"X-DTEND;", "0 lines DTEND"),
    "busy": (b"TRANSPARENT", b"OPAQUE", "busy (rule 14)"),
    "an alarm": (b"END:VEVENT", b"BEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT", "holds events only"),
    "a method": (b"VERSION:2.0", b"VERSION:2.0\r\nMETHOD:REQUEST", "METHOD"),
    "an attendee": (b"STATUS:", b"ATTENDEE:mailto:a@example.org\r\nSTATUS:", "ATTENDEE"),
    "two names": (b"X-WR-CALNAME:", b"X-WR-CALNAME:Other ", "differ (rule 16)"),
    "a refresh without VALUE": (b"REFRESH-INTERVAL;VALUE=DURATION", b"REFRESH-INTERVAL", "needs VALUE=DURATION"),
    "a silent cancellation": (b"SUMMARY:CANCELLED: ", b"SUMMARY:", "does not say that the event is cancelled (rule 12)"),
    "a UID of the calendar": (b"VERSION:2.0", b"VERSION:2.0\r\nUID:urn:uuid:1", "vdirsyncer"),
    "a host in the UID": (b"UID:urn:uuid:", b"UID:me@host:", "names a host"),
    "a local stamp": (b"DTSTAMP:2031", b"DTSTAMP;TZID=Europe/Berlin:x2031", "DTSTAMP is not a time in UTC"),
    "not closed": (b"END:VCALENDAR\r\n", b"", "not one VCALENDAR"),
    "not a line": (b"STATUS:", b"what is this\r\nSTATUS:", "not a content line"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_faults_are_found(fault: str) -> None:
    """A calendar with a fault gets a complaint that names it."""
    good = built(sample.site())["calendar.ics"]
    old, new, message = FAULTS[fault]
    bad = good.replace(old, new)

    assert bad != good
    assert [said for said in rules.calendar(bad) if message in said.message], [said.message for said in rules.calendar(bad)][:5]


def test_an_empty_calendar_is_a_fault() -> None:
    """Some apps refuse a calendar without an event."""
    good = built(sample.site())["calendar.ics"]
    empty = good[: good.index(b"BEGIN:VEVENT")] + b"END:VCALENDAR\r\n"

    assert "no event" in next(rules.calendar(empty)).message


def test_two_events_of_one_identity_are_a_fault() -> None:
    """An identity that is there twice hides one of its events."""
    good = built(sample.site())["calendar.ics"]
    event = good[good.index(b"BEGIN:VEVENT") : good.index(b"END:VEVENT") + 12]

    assert "2 times" in next(rules.calendar(good.replace(b"END:VCALENDAR", event + b"END:VCALENDAR"))).message


def test_a_calendar_too_large_for_google_is_a_warning() -> None:
    """More than 900 kB or 1,000 events is worth a warning, not an error."""
    good = built(sample.site())["all.ics"]
    start, end = good.index(b"BEGIN:VEVENT"), good.rindex(b"END:VCALENDAR")
    many = b"".join(good[start:end].replace(b"UID:urn:uuid:", b"UID:urn:uuid:%d" % n) for n in range(60))
    found = list(rules.calendar(good[:start] + many + good[end:]))

    assert [(said.severity, "Google" in said.message) for said in found] == [("warning", True)]


def test_a_whole_folder_is_checked(tmp_path: Path) -> None:
    """Every feed below a folder is read, and a problem says in which file it is."""
    files = built(sample.site())
    files["people/ada-quill.ics"] = files["people/ada-quill.ics"].replace(b"TRANSPARENT", b"OPAQUE", 1)
    files[urls.JSON_FEED] = files[urls.JSON_FEED].replace(b'"version":"https://jsonfeed.org', b'"version":"https://jsonfeed.net')
    files[urls.CHANGES] = files[urls.CHANGES].replace(b"</feed>", b"")
    for path, octets in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(octets)
    for event in sample.events():
        (tmp_path / urls.event_page(event)).write_text("")

    found = rules.check(tmp_path)

    assert {problem.path for problem in found} == {"people/ada-quill.ics", "feed.json", "changes.atom"}
    assert next(problem.line for problem in found if problem.path == "people/ada-quill.ics") > 10
    assert {problem.severity for problem in found} == {"error"}


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("calendar.ics", "text/calendar; charset=utf-8"), ("people/ada.ICS", "text/calendar; charset=utf-8"),
        ("feed.json", "application/feed+json"), ("events.json", "application/json"), ("events.schema.json", "application/schema+json"),
        ("atom.xml", "application/atom+xml; charset=utf-8"), ("changes.atom", "application/atom+xml; charset=utf-8"),
        ("sitemap.xml", "application/xml"), ("a/b.jpg", None),
    ],
)  # fmt: skip
def test_servers_are_told_the_type(path: str, sent: str | None) -> None:
    """Feeds have their own media types, whatever their suffix."""
    assert types.content_type(path) == sent
