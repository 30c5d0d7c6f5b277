"""Which events are in which calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.dates import day
from generator.model import Site
from generator.render import feeds
from generator.render.feeds import ics, selection

from . import sample


def titles(site: Site, path: str) -> list[str]:
    """The titles in a calendar."""
    return [event.title for found in selection.calendars(site) if found.path == path for event in found.events]


def test_the_main_calendar_looks_back_past_days() -> None:
    """calendar.ics holds what ended within past_days of the as-of day, and all that is to come."""
    assert titles(sample.site(past_days=45), "calendar.ics") == [
        "Vote postponed", "Talks, denied by both sides", "Breach", "Hearing", "Radio address", "Open day", "Summit at the ferry",
        "Ruling expected", "水門の再開 – שער – بوابة",
    ]  # fmt: skip


def test_events_vaguer_than_max_span_are_only_in_all() -> None:
    """A vague event of more days than max_span is left out of every calendar but all.ics; exact long ones stay."""
    site = sample.site(max_span=8)

    assert "Ruling expected" not in titles(site, "calendar.ics")
    assert "Inspection" in titles(site, "calendar.ics")
    assert "Ruling expected" in titles(site, "all.ics")
    assert "New dam" not in titles(sample.site(), "upcoming.ics")


def test_upcoming_holds_what_is_not_over() -> None:
    """upcoming.ics begins with the as-of day."""
    assert titles(replace(sample.site(), as_of=date(2031, 6, 7)), "upcoming.ics")[0] == "Summit at the ferry"
    assert titles(replace(sample.site(), as_of=date(2031, 6, 8)), "upcoming.ics")[0] == "Ruling expected"


def test_a_calendar_is_never_empty() -> None:
    """When all is over, the last event stays, so that no subscriber loses the address; a site without events has no calendar."""
    over = replace(sample.site(), as_of=date(2040, 1, 1))

    assert titles(over, "upcoming.ics") == ["水門の再開 – שער – بوابة"]
    assert titles(over, "calendar.ics") == ["水門の再開 – שער – بوابة"]
    assert selection.calendars(sample.site(found=())) == ()


def test_facets_have_a_calendar_from_min_events_on() -> None:
    """A person, place, tag or source with min_events events has a calendar, with exactly one less it has none."""

    def facets(site: Site) -> set[str]:
        return {found.path for found in selection.calendars(site) if "/" in found.path}

    assert facets(sample.site()) == {
        "people/ada-quill.ics", "places/old-mill.ics", "sources/reed-gazette.ics", "tags/board.ics", "tags/history.ics", "tags/water.ics",
    }  # fmt: skip
    assert facets(sample.site(min_events=4)) == {"people/ada-quill.ics", "sources/reed-gazette.ics"}
    assert facets(sample.site(min_events=5)) == {"sources/reed-gazette.ics"}


def test_names_that_share_an_address_share_a_calendar() -> None:
    """Two spellings with one slug make one calendar with the events of both."""
    events = tuple(
        sample.event(f"Walk {n}", day(date(2031, 5, n + 1)), people=(name,)) for n, name in enumerate(("José Ruiz", "Jose Ruiz"))
    )

    assert titles(sample.site(found=events), "people/jose-ruiz.ics") == ["Walk 0", "Walk 1"]


@pytest.mark.parametrize("path", ["calendar.ics", "all.ics", "upcoming.ics", "sources/reed-gazette.ics"])
def test_large_calendars_keep_to_what_apps_take(path: str) -> None:
    """A feed with too many events keeps those nearest to the as-of day, under 900 kB and 1,000 events."""
    page = next(page for page in feeds.pages(sample.site(found=sample.many(2500))) if page.path == path)
    octets = page.make()

    assert 700 < octets.count(b"BEGIN:VEVENT") < 1000
    assert 600_000 < len(octets) < 900_000


def test_large_timelines_are_split_by_year_and_month() -> None:
    """all-2030.ics and so on hold every event once when all.ics cannot."""
    site = sample.site(found=sample.many(2500))
    parts = [found for found in selection.calendars(site) if found.kind == "year"]

    assert [part.path for part in parts[:2]] == ["all-2030.ics", "all-2031-01.ics"]
    assert sorted(event.uid for part in parts for event in part.events) == sorted(event.uid for event in site.timeline.events)
    assert not [found for found in selection.calendars(sample.site()) if found.kind == "year"]


def test_weights_are_no_less_than_octets() -> None:
    """What the sizes are judged by is rather more than what is written, and not much more."""
    site = sample.site(found=(*sample.events(), *sample.many(200)))
    desk = ics.desk(site)
    written = {event.uid: sum(len(entry.octets) for entry in desk.entries(event.id)) for event in site.timeline.events}
    weights = {event.uid: selection.weight(event, site) for event in site.timeline.events}

    assert [uid for uid in written if weights[uid] < written[uid]] == []
    assert sum(weights.values()) < 1.2 * sum(written.values())


def test_the_listing_tells_what_is_there() -> None:
    """Every feed that is listed is built, with its number of events, and no other."""
    site = sample.site()
    made = {page.path: page.make() for page in feeds.pages(site)}
    listing = feeds.listing(site)

    assert [info.path for info in listing[:5]] == ["calendar.ics", "upcoming.ics", "all.ics", "atom.xml", "changes.atom"]
    assert [info.path for info in listing if info.events < 1] == []
    assert {path for path in made if not path.startswith("events/")} - {"events.schema.json"} == {info.path for info in listing}
