"""JSON Feed and Atom: events and changes for news readers."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from typing import Any

import feedparser
import pytest
from msgspec.structs import replace

from generator.model import Change
from generator.render import feeds, urls
from generator.render.feeds import rules
from generator.render.feeds.jsonfeed import NEWEST

from . import sample
from .test_ics import built


def feed(site: Any = None) -> dict[str, Any]:
    """feed.json of a site."""
    found: dict[str, Any] = json.loads(built(site or sample.site())[urls.JSON_FEED])
    return found


def item(title: str) -> dict[str, Any]:
    """The item of the event of that title."""
    found: dict[str, Any] = next(item for item in feed()["items"] if item["id"] == sample.uid(title))
    return found


@pytest.mark.parametrize("url", [sample.URL, ""])
def test_feeds_keep_their_rules(url: str, tmp_path: Any) -> None:
    """No news feed breaks a rule, whether the site knows its address or not."""
    files = built(sample.site(url))

    assert list(rules.json_feed(files[urls.JSON_FEED], tmp_path)) == []
    assert list(rules.atom_feed(files[urls.ATOM], tmp_path)) == []
    assert list(rules.atom_feed(files[urls.CHANGES], tmp_path)) == []


def test_a_feed_is_valid_without_events(tmp_path: Any) -> None:
    """A site without events has valid, empty feeds."""
    files = built(sample.site(found=()))

    assert json.loads(files[urls.JSON_FEED])["items"] == []
    assert list(rules.atom_feed(files[urls.ATOM], tmp_path)) == []
    assert b"<updated>2031-05-20T00:00:00Z</updated>" in files[urls.ATOM]


def test_items_carry_the_calendars_identity() -> None:
    """The ids of feed.json and atom.xml are the UIDs of the calendars."""
    ids = {event.uid for event in sample.events()}

    assert {item["id"] for item in feed()["items"]} == ids
    assert {entry.id for entry in feedparser.parse(built(sample.site())[urls.ATOM]).entries} == ids


def test_the_newest_change_comes_first() -> None:
    """News feeds are in order of change, not of the events' own dates."""
    stamps = [item["date_modified"] for item in feed()["items"]]

    assert stamps == sorted(stamps, reverse=True)
    assert feed()["items"][0]["title"] == "About September 2031: Ruling expected (planned)"


def test_the_extension_tells_the_date_and_its_sources() -> None:
    """`_dateline` says when, as exactly as is known, from where it moved, and who reports it."""
    told = item("Summit at the ferry")["_dateline"]

    assert told["date"]["edtf"] == "2031-06-07"
    assert (told["date"]["start"], told["date"]["end"]) == ("2031-06-07", "2031-06-08")
    assert told["moved"] == "was 1–10 May 2031"
    assert told["replaces"] == [sample.uid("a"), sample.uid("b")]
    assert [source["publisher"] for source in item("Breach")["_dateline"]["sources"]] == ["Reed Gazette", "Grüne Post, Zürich"]


def test_a_vague_date_stays_vague() -> None:
    """The words come first, the EDTF value has no day, and a side that is open is null."""
    assert item("Ruling expected")["title"] == "About September 2031: Ruling expected (planned)"
    assert item("Ruling expected")["_dateline"]["date"]["edtf"] == "2031-09~"
    assert item("Levels rise")["_dateline"]["date"]["end"] is None


def test_without_an_address_items_have_no_url() -> None:
    """JSON Feed wants full addresses, so a site that does not know its own leaves them out; Atom's are relative."""
    assert not [key for key in ("home_page_url", "feed_url") if key in feed(sample.site(""))]
    assert not [item for item in feed(sample.site(""))["items"] if "url" in item]
    assert re.findall(r'<link rel="self"[^>]* href="([^"]*)"', built(sample.site(""))[urls.ATOM].decode()) == ["atom.xml"]


def test_content_cannot_smuggle_markup() -> None:
    """Titles, quotes and addresses are text in every feed."""
    bad = sample.mention(None, "<script>alert(1)</script> & so on", '"><b>Bold</b>')
    source = replace(bad.source, url="javascript:alert(1)")
    event = sample.event("<i>Tilted</i>", sample.span_of("2031-05-04"), mentions=(replace(bad, source=source),))
    files = built(sample.site(found=(replace(event, id="2031-05-04-tilted"),)))

    slide = json.loads(files["timelinejs.json"])["events"][0]["text"]
    content = json.loads(files[urls.JSON_FEED])["items"][0]["content_html"]

    assert not [text for text in (content, slide["text"], slide["headline"]) if re.search(r"<(?!/?(p|a|blockquote)\b)", text)]
    assert b"<i>" not in files[urls.ATOM]
    assert not [path for path in files if b"javascript:" in files[path] and path not in (urls.EVENTS_JSON, urls.EVENTS_CSV)]


def test_changes_are_told_one_by_one() -> None:
    """changes.atom has an entry for each change, dated by the article that told of it, the newest first."""
    entries = feedparser.parse(built(sample.site())[urls.CHANGES]).entries

    assert [(entry.title, entry.updated) for entry in entries] == [
        ("Cancelled: Open day", "2031-05-03T00:00:00Z"),
        ("Moved from 1–10 May 2031 to 7 June 2031: Summit at the ferry", "2031-05-01T09:30:00Z"),
        ("First reported for 1–10 May 2031: Summit at the ferry", "2031-04-02T00:00:00Z"),
    ]
    assert len({entry.id for entry in entries}) == 3


def test_news_feeds_hold_the_newest_only() -> None:
    """A news reader fetches the whole file each time, so it holds the newest changes and not the whole timeline."""
    site = sample.site(found=sample.many(NEWEST + 20))

    assert len(feed(site)["items"]) == NEWEST


def test_a_change_without_a_day_is_dated_by_its_event() -> None:
    """A change that names no day has the time at which its event last changed."""
    event = sample.event("Told", sample.span_of("2031-05-04"), history=(Change(None, "confirmed", None, None, "timeline.yaml"),))
    event = replace(event, modified=datetime(2031, 5, 9, 12, tzinfo=UTC))
    page = next(page for page in feeds.pages(sample.site(found=(event,))) if page.path == urls.CHANGES)

    assert feedparser.parse(page.make()).entries[0].updated == "2031-05-09T12:00:00Z"


def test_publication_is_when_it_was_first_seen() -> None:
    """An item was published with its first source, not on the day of the event."""
    early, late = (sample.mention(None, "x", when=datetime(2031, 5, n, tzinfo=UTC)) for n in (2, 6))
    event = sample.event("Told", sample.span_of("1999"), mentions=(late, early))
    found = feed(sample.site(found=(event,)))["items"][0]

    assert (found["date_published"], found["date_modified"]) == ("2031-05-02T00:00:00Z", "2031-05-06T00:00:00Z")
    assert date(1999, 1, 1).isoformat() == found["_dateline"]["date"]["start"]
