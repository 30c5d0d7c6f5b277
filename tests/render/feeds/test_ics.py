"""Calendars: read back with the icalendar library, and line by line where the library is more forgiving than apps are."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar.parser import Contentline
from msgspec import structs
from msgspec.structs import replace

from generator.dates import DateSpan, at, day, from_edtf, month
from generator.model import Site
from generator.render import feeds, urls
from generator.render.feeds import ics, rules

from . import sample


def built(site: Site) -> dict[str, bytes]:
    """Every file of the feeds."""
    return {page.path: page.make() for page in feeds.pages(site)}


def vevents(octets: bytes) -> dict[str, Any]:
    """The events of a calendar by their UID, as icalendar reads them."""
    return {str(found["UID"]): found for found in icalendar.Calendar.from_ical(octets).walk("VEVENT")}


def blocks(octets: bytes) -> dict[bytes, bytes]:
    """The octets of each event by its UID."""
    parts = [part.split(b"END:VEVENT")[0] for part in octets.split(b"BEGIN:VEVENT\r\n")[1:]]
    return {part.partition(b"\r\n")[0]: part for part in parts}


def one(title: str, path: str = "all.ics", site: Site | None = None) -> Any:
    """The event of that title in a calendar."""
    return vevents(built(site or sample.site())[path])[sample.uid(title)]


@pytest.mark.parametrize("url", [sample.URL, ""])
def test_every_calendar_keeps_the_rules(url: str) -> None:
    """No calendar breaks a rule, whether the site knows its address or not."""
    calendars = {path: octets for path, octets in built(sample.site(url)).items() if path.endswith(".ics")}

    assert len(calendars) > 20
    assert [(path, complaint) for path, octets in calendars.items() for complaint in rules.calendar(octets)] == []


def test_texts_survive_the_way_through_a_reader() -> None:
    """Commas, semicolons, quotes, other scripts and line breaks arrive as they were written."""
    calendar = icalendar.Calendar.from_ical(built(sample.site())["all.ics"])
    found = vevents(built(sample.site())["all.ics"])

    assert str(calendar["NAME"]) == r"The Dam\, told\; day by day: all events"
    assert found[sample.uid("水門の再開 – שער – بوابة")]["SUMMARY"] == "水門の再開 – שער – بوابة (planned)"
    assert 'Monday; "not a drill", said O\'Neill, 64%."' in found[sample.uid("Breach")]["DESCRIPTION"]
    assert found[sample.uid("Breach")]["CATEGORIES"].cats == ["water", "breach, 2031"]
    assert found[sample.uid("Festival")]["LOCATION"] == "Old Mill, Ferry Road; East, 2"


TIMES: Mapping[str, tuple[object, object, str, str]] = {
    "Hearing": (datetime(2031, 5, 21, 11, tzinfo=UTC), datetime(2031, 5, 21, 11, 1, tzinfo=UTC), "Hearing (planned)", "TENTATIVE"),
    "Radio address": (
        datetime(2031, 5, 22, 18, tzinfo=UTC), datetime(2031, 5, 22, 19, tzinfo=UTC), "Radio address (planned)", "TENTATIVE",
    ),
    "Board meets": (date(2031, 1, 14), date(2031, 1, 15), "Board meets", "CONFIRMED"),
    "Festival": (date(2031, 2, 3), date(2031, 2, 6), "Festival", "CONFIRMED"),
    "Inspection": (date(2031, 3, 10), date(2031, 3, 17), "Week of 10 March 2031: Inspection (planned)", "TENTATIVE"),
    "Survey of the river": (date(2028, 6, 1), date(2028, 6, 11), "Early June 2028: Survey of the river", "TENTATIVE"),
    "Valley settled": (date(1840, 1, 1), date(1841, 1, 1), "1840: Valley settled", "TENTATIVE"),
    "Levels rise": (date(2030, 3, 1), date(2030, 3, 2), "Since 1 March 2030: Levels rise", "TENTATIVE"),
    "Papers filed": (date(2030, 9, 1), date(2030, 9, 2), "Before 1 September 2030: Papers filed (possible)", "TENTATIVE"),
    "Fence built": (date(2030, 10, 1), date(2030, 11, 1), "Until October 2030: Fence built", "TENTATIVE"),
    "Owners named": (date(2030, 11, 5), date(2030, 11, 6), "After 5 November 2030: Owners named", "TENTATIVE"),
    "Ruling expected": (date(2031, 9, 1), date(2031, 10, 1), "About September 2031: Ruling expected (planned)", "TENTATIVE"),
    "Talks, denied by both sides": (date(2031, 4, 11), date(2031, 4, 12), "Denied: Talks, denied by both sides", "TENTATIVE"),
    "Vote postponed": (date(2031, 4, 9), date(2031, 4, 10), "Postponed: Vote postponed", "TENTATIVE"),
    "Open day": (date(2031, 5, 25), date(2031, 5, 26), "CANCELLED: Open day", "CANCELLED"),
    "Summit at the ferry": (date(2031, 6, 7), date(2031, 6, 8), "Summit at the ferry (planned; was 1–10 May 2031)", "TENTATIVE"),
}  # fmt: skip


@pytest.mark.parametrize("title", TIMES)
def test_a_calendar_says_no_more_than_is_known(title: str) -> None:
    """Exact times stand in UTC, days are whole, vague dates are tentative bars with their words in front."""
    start, end, summary, status = TIMES[title]
    found = one(title)

    assert (start, end) == (found["DTSTART"].dt, found["DTEND"].dt)
    assert (summary, status) == (found["SUMMARY"], found["STATUS"])


def test_the_known_end_of_a_time_is_kept() -> None:
    """A time with an end has that end; a time that ends before it begins has none."""
    begin = datetime(2031, 5, 21, 14, tzinfo=sample.AMMAN)
    span = structs.replace(at(begin), until=begin + timedelta(hours=2))

    assert ics.times(span) == (("", "20310521T110000Z"), ("", "20310521T130000Z"))
    assert ics.times(structs.replace(span, until=begin - timedelta(hours=2))) == (("", "20310521T110000Z"), ("", "20310521T110100Z"))


def test_the_local_time_is_told_in_words() -> None:
    """The clock of the place stands in the description, as the start itself is in UTC."""
    assert "21 May 2031, 14:00 UTC+03:00 (planned)" in one("Hearing")["DESCRIPTION"]


def test_sources_that_disagree_are_named_with_their_dates() -> None:
    """The description says which outlet gives which date."""
    told = one("Breach")["DESCRIPTION"].splitlines()[1]

    assert told == "Sources disagree: Reed Gazette: 12 May 2031; Grüne Post, Zürich: 13 May 2031"


def test_revisions_come_from_the_event_alone() -> None:
    """DTSTAMP and LAST-MODIFIED are the event's last change, SEQUENCE its own; nothing tells when the site was built."""
    found = one("Summit at the ferry")
    event = next(event for event in sample.events() if event.title == "Summit at the ferry")

    assert (event.modified, event.modified, 1) == (found["DTSTAMP"].dt, found["LAST-MODIFIED"].dt, found["SEQUENCE"])


def test_without_a_ledger_the_newest_source_dates_an_event() -> None:
    """An event that no ledger knows was changed when its newest source was published."""
    reports = (sample.mention(None, "One."), sample.mention(None, "Two.", when=datetime(2031, 5, 4, 23, tzinfo=sample.AMMAN)))
    event = sample.event("Alone", day(date(2031, 5, 4)), mentions=reports)

    assert one("Alone", site=sample.site(found=(event,)))["DTSTAMP"].dt == datetime(2031, 5, 4, 20, tzinfo=UTC)


def test_merged_events_are_cancelled_once() -> None:
    """An identity that another took over goes out cancelled with a higher revision, and not again after keep_cancelled days."""
    found = vevents(built(sample.site())["all.ics"])
    gone = [found[sample.uid("a")], found[sample.uid("b")]]

    assert [event["STATUS"] for event in gone] == ["CANCELLED", "CANCELLED"]
    assert [event["SUMMARY"] for event in gone] == [
        'CANCELLED: merged into "Summit at the ferry"',
        'CANCELLED: merged into "Summit at the ferry" (2)',
    ]
    assert [sample.uid("Summit at the ferry")] * 2 == [str(event["RELATED-TO"]) for event in gone]
    later = dataclasses.replace(sample.site(), as_of=sample.AS_OF + timedelta(days=90))
    assert sample.uid("a") not in vevents(built(later)["all.ics"])


def test_a_cancelled_event_leaves_after_a_while() -> None:
    """A cancelled event is in the feeds for keep_cancelled days after the report; its own file stays."""
    later = dataclasses.replace(sample.site(), as_of=date(2031, 8, 1))
    files = built(later)
    event = next(event for event in sample.events() if event.title == "Open day")

    assert sample.uid("Open day") in vevents(built(sample.site())["calendar.ics"])
    assert sample.uid("Open day") not in vevents(files["all.ics"])
    assert sample.uid("Open day") in vevents(files[urls.event_calendar(event)])


def test_events_stand_in_order() -> None:
    """Events are sorted by their start and then by UID."""
    text = built(sample.site(found=sample.many(60)))["all.ics"].decode()
    starts = [line.partition(":")[2] for line in text.splitlines() if line.startswith("DTSTART")]

    assert sorted(starts) == starts


def test_without_an_address_nothing_pretends_to_have_one() -> None:
    """A site that does not know its address gives no URL and no SOURCE."""
    text = built(sample.site(""))["all.ics"]

    assert b"\r\nURL:" not in text
    assert b"\r\nSOURCE" not in text


def test_an_entry_is_the_same_in_every_feed() -> None:
    """The octets of an event are the same in each calendar that holds it."""
    found: dict[bytes, set[bytes]] = {}
    for path, octets in built(sample.site()).items():
        for uid, block in blocks(octets).items() if path.endswith(".ics") else ():
            found.setdefault(uid, set()).add(block)

    assert [1] * len(found) == [len(forms) for forms in found.values()]


def test_an_edit_touches_only_the_event_it_edits() -> None:
    """When one event changes, its entries differ and all others are the same octets."""
    before = sample.many(50)
    edited = replace(before[7], title="Gate reopened", sequence=1, modified=datetime(2031, 5, 19, tzinfo=UTC))
    old, new = built(sample.site(found=before)), built(sample.site(found=(*before[:7], edited, *before[8:])))
    differing = {
        uid for path, octets in old.items() if path.endswith(".ics") and path in new for uid, block in blocks(octets).items()
        if blocks(new[path]).get(uid) != block
    }  # fmt: skip

    assert {b"UID:" + edited.uid.encode()} == differing
    assert {path for path in old if path.startswith("events/") and old[path] != new.get(path)} == {urls.event_calendar(before[7])}


def test_a_file_whose_digest_stays_has_the_same_octets() -> None:
    """Whatever changes, files with equal digests are equal, and files that differ have other digests."""
    base = sample.site()
    events = base.timeline.events
    other = (
        dataclasses.replace(base, as_of=date(2031, 5, 21)),
        dataclasses.replace(base, as_of=date(2032, 5, 21)),
        sample.site(""),
        sample.site(max_span=5),
        sample.site(refresh_hours=1),
        sample.site(found=events[:-1]),
        sample.site(found=(replace(events[3], note="More."), *events[4:])),
        sample.site(found=tuple(replace(event, modified=None, mentions=()) for event in events)),
        dataclasses.replace(
            sample.site(found=tuple(replace(event, modified=None, mentions=()) for event in events)), as_of=date(2031, 5, 22)
        ),
    )
    seen: dict[tuple[str, str], bytes] = {(page.path, page.digest): page.make() for page in feeds.pages(base)}
    for site in other:
        for page in feeds.pages(site):
            assert seen.setdefault((page.path, page.digest), page.make()) == page.make(), page.path


SCRIPT = """
import hashlib
from generator.render import feeds
from tests.render.feeds import sample
for page in feeds.pages(sample.site()):
    print(page.path, page.digest, hashlib.sha256(page.make()).hexdigest())
"""


def test_octets_do_not_depend_on_the_machine() -> None:
    """Another time zone, locale and hash seed give the same octets."""
    root = Path(__file__).parents[3]
    printed = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT], cwd=root, check=True, capture_output=True, text=True,
            env={**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed},
        ).stdout
        for zone, locale, seed in (("Pacific/Kiritimati", "C", "1"), ("America/St_Johns", "C.UTF-8", "2"))
    }  # fmt: skip

    assert len(printed) == 1
    assert len(next(iter(printed)).splitlines()) > 30


@given(st.text(st.sampled_from('\\nN;,\r\n"a\u00e9'), max_size=40))
def test_text_is_escaped_as_the_library_escapes_it(text: str) -> None:
    r"""But for `\N`, which is two characters of a text here."""
    assert ics.escaped(text) == "\\\\N".join(icalendar.vText(part).to_ical().decode() for part in text.split("\\N"))


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=400))
def test_lines_are_folded_as_the_library_folds_them(text: str) -> None:
    """Our folding, which is quicker, gives the library's octets."""
    assert Contentline(f"X:{text}").to_ical() + b"\r\n" == ics.fold(f"X:{text}")


@given(st.text(max_size=300))
def test_any_title_arrives(title: str) -> None:
    """Whatever the title holds, the calendar keeps the rules and a reader sees the words."""
    event = sample.event("Any", day(date(2031, 5, 4)), mentions=())
    octets = built(sample.site(found=(replace(event, title=title),)))["all.ics"]

    assert list(rules.calendar(octets)) == []
    words = " ".join(part for part in title.split() if part.isprintable())
    if title.isprintable() and words:
        assert vevents(octets)[event.uid]["SUMMARY"] == words


@given(st.dates(date(1000, 1, 1), date(9990, 1, 1)), st.sampled_from(["", "~", "/..", "W"]))
def test_any_date_can_be_drawn(on: date, form: str) -> None:
    """Every span has a first day and a later end."""
    span: DateSpan = from_edtf(f"{on.isocalendar().year:04}-W20" if form == "W" else f"{on.isoformat()}{form}")
    (_, start), (_, end) = ics.times(span)

    assert start < end


def test_long_sources_are_cut_with_their_number() -> None:
    """A description has at most 1,500 characters, keeps the page's address and says how many sources are left out."""
    reports = tuple(sample.mention(day(date(2031, 5, 4)), f"Sentence {n}. " + "word " * 60, f"Outlet {n}") for n in range(12))
    event = sample.event("Much told", month(2031, 5), mentions=reports)
    told = one("Much told", site=sample.site(found=(event,)))["DESCRIPTION"]

    assert len(told) <= 1500
    assert told.splitlines()[-1] == f"{sample.URL}{urls.event_page(event)}"
    assert told.splitlines()[-2].startswith("and ")
    assert told.splitlines()[-2].endswith(" more sources")
