"""The feeds of a whole site: the example, built from its articles and read back as a subscriber's app would."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import feedparser
import icalendar
import jsonschema
import pytest

from generator.build import build
from generator.config import load
from generator.render.feeds import rules

REPOSITORY = Path(__file__).parent.parent
PARTS = ("site.toml", "timeline.yaml", "content", "templates")


def copied(folder: Path) -> Path:
    """The example site in a folder of its own, without what earlier builds remembered."""
    for part in PARTS:
        place = REPOSITORY / part
        if place.is_dir():
            shutil.copytree(place, folder / part)
        elif place.exists():
            shutil.copy(place, folder / part)
    return folder


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example site, built."""
    root = copied(tmp_path_factory.mktemp("example"))
    build(root)
    return root / "output"


def read(path: Path) -> Any:
    """A calendar as the icalendar library reads it."""
    return icalendar.Calendar.from_ical(path.read_bytes())


def known(output: Path) -> dict[str, Any]:
    """The events of events.json by their UID."""
    return {event["uid"]: event for event in json.loads((output / "events.json").read_text(encoding="utf-8"))["events"]}


def test_no_feed_breaks_a_rule(output: Path) -> None:
    """`dateline check --feeds` has nothing to say of the example."""
    assert rules.check(output) == ()


def test_every_calendar_can_be_read(output: Path) -> None:
    """Each calendar holds events that events.json knows, with the same days."""
    events, calendars = known(output), sorted(output.rglob("*.ics"))

    assert len(calendars) > len(events)
    for path in calendars:
        found = read(path).walk("VEVENT")
        assert found, path
        for event in found:
            told = events[str(event["UID"])]["date"]
            start = event["DTSTART"].dt
            assert event["DTEND"].dt > start
            assert not isinstance(start, datetime) or start.utcoffset() is not None
            if told["start"] and not isinstance(start, datetime):
                assert (start, event["DTEND"].dt) == (
                    date.fromisoformat(told["start"]),
                    date.fromisoformat(told["end"] or str(event["DTEND"].dt)),
                )


def test_all_ics_holds_the_whole_timeline(output: Path) -> None:
    """Each event is in all.ics and has a calendar of its own beside its page."""
    events = known(output)

    assert {str(event["UID"]) for event in read(output / "all.ics").walk("VEVENT")} == set(events)
    assert [event["url"] for event in events.values() if not (output / event["url"]).with_suffix(".ics").is_file()] == []


def test_events_json_is_what_its_schema_says(output: Path) -> None:
    """The published file is valid by the schema published beside it."""
    schema = json.loads((output / "events.schema.json").read_text(encoding="utf-8"))

    jsonschema.Draft202012Validator(schema).validate(json.loads((output / "events.json").read_text(encoding="utf-8")))


def test_every_address_in_a_feed_leads_to_a_file(output: Path) -> None:
    """The pages and feeds that calendars and news feeds name are built."""
    base = load(REPOSITORY).site.url
    texts = [path.read_text(encoding="utf-8").replace("\n ", "") for path in output.rglob("*.ics")]
    texts += [(output / name).read_text(encoding="utf-8") for name in ("feed.json", "atom.xml", "changes.atom", "timelinejs.json")]
    named = {address.removeprefix(base) for text in texts for address in re.findall(re.escape(base) + r"[^\s\"&<\\,]*", text)}

    assert base
    assert len(named) > 100
    assert sorted(path for path in named if path and not (output / path).is_file()) == []


def test_each_page_offers_feeds_that_are_there(output: Path) -> None:
    """Every `<link rel="alternate">` of a feed leads to a file, and the front page offers a calendar, a JSON feed and Atom."""
    for page in output.rglob("*.html"):
        if page.name == "404.html":
            continue  # its links begin at the site's address
        for link in re.findall(r'<link rel="alternate"[^>]*href="([^"]+)"', page.read_text(encoding="utf-8")):
            target = urljoin(page.as_uri(), link)
            assert Path(target.removeprefix("file://")).is_file(), (page, link)

    types = set(re.findall(r'<link rel="alternate" type="([^"]+)"', (output / "index.html").read_text(encoding="utf-8")))
    assert {"text/calendar", "application/feed+json", "application/atom+xml"} <= types


def test_news_readers_see_every_entry(output: Path) -> None:
    """Feedparser and a JSON reader find the events that events.json has."""
    events = known(output)
    atom = feedparser.parse((output / "atom.xml").read_bytes())

    assert not atom.bozo
    assert {entry.id for entry in atom.entries} == set(events)
    assert {item["id"] for item in json.loads((output / "feed.json").read_text(encoding="utf-8"))["items"]} == set(events)


def test_another_copy_gives_the_same_feeds(output: Path, tmp_path: Path) -> None:
    """The same articles in another folder give the same octets."""
    build(copied(tmp_path))
    suffixes = (".ics", ".atom", ".json", ".csv", ".mw", ".xml")

    for path in output.rglob("*"):
        if path.suffix in suffixes:
            assert path.read_bytes() == (tmp_path / "output" / path.relative_to(output)).read_bytes(), path
