"""Data files: events.json and its schema, the table, TimelineJS and Markwhen."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace

from generator.dates import DateSpan, at, from_edtf
from generator.render import urls
from generator.render.feeds import events_csv, events_json, markwhen, rules, timelinejs

from . import sample
from .test_ics import built


def document() -> dict[str, Any]:
    """events.json of the sample."""
    found: dict[str, Any] = json.loads(built(sample.site())[urls.EVENTS_JSON])
    return found


def entry(title: str) -> dict[str, Any]:
    """The event of that title."""
    found: dict[str, Any] = next(event for event in document()["events"] if event["title"] == title)
    return found


@pytest.mark.parametrize("site", [sample.site(), sample.site(""), sample.site(found=()), sample.site(found=sample.many(30))])
def test_events_json_is_what_its_schema_says(site: Any) -> None:
    """The file is valid by the schema published beside it, and the schema by its own standard."""
    files = built(site)
    schema = json.loads(files["events.schema.json"])

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(files[urls.EVENTS_JSON]))


def test_the_schema_refuses_what_is_wrong() -> None:
    """A missing date, an unknown status and an offset before the file are not valid."""
    validator = jsonschema.Draft202012Validator(json.loads(events_json.schema()))
    good = document()
    for spoil in (
        lambda event: event.pop("date"),
        lambda event: event.update(status="perhaps"),
        lambda event: event["sources"][0].update(start=-1),
        lambda event: event["date"].update(start="May 2031"),
    ):
        bad = json.loads(json.dumps(good))
        spoil(bad["events"][0])

        assert not validator.is_valid(bad)


def test_an_event_has_the_fields_of_the_contract() -> None:
    """Programs find the fields under the names that the contract gives."""
    event = entry("Breach")

    assert {
        "id",
        "uid",
        "url",
        "title",
        "date",
        "status",
        "people",
        "organisations",
        "places",
        "tags",
        "sources",
        "history",
        "disagreement",
    } <= {*event}
    assert event["date"] == {
        "edtf": "2031-05-12", "start": "2031-05-12", "end": "2031-05-13", "granularity": "day", "modifier": None, "label": "12 May 2031",
        "time": None,
    }  # fmt: skip
    assert event["url"] == "events/2031/2031-05-12-breach.html"
    assert event["disagreement"] is True
    assert event["alternatives"] == ["2031-05-13"]
    source = event["sources"][0]
    assert source["trigger"] == {"text": "met", "start": 104, "end": 107}
    assert (source["time"]["value"], source["time"]["anchor"], source["edtf"]) == ("2031-05-12", "2031-05-01", "2031-05-12")
    assert source["published"] == "2031-05-01T09:30:00Z"


def test_history_says_from_where_to_where() -> None:
    """A moved event tells the old and the new date in EDTF."""
    assert entry("Summit at the ferry")["history"][1] == {
        "on": "2031-05-01", "change": "moved", "from": "2031-05-01/2031-05-10", "to": "2031-06-07", "by": None,
        "article": "content/reed-gazette-05-01.md",
    }  # fmt: skip


def test_an_exact_time_keeps_its_zone() -> None:
    """The time of an event is told as the clock there showed it."""
    assert entry("Hearing")["date"]["time"] == "2031-05-21T14:00:00+03:00"


def test_an_event_is_a_line() -> None:
    """Each event is one line of the file, so that two versions can be compared."""
    lines = built(sample.site())[urls.EVENTS_JSON].splitlines()

    assert len(lines) == len(sample.events()) + 2
    assert json.loads(lines[1].rstrip(b","))["title"] == "Valley settled"


def test_check_reads_events_json_by_its_types(tmp_path: Any) -> None:
    """The check of a built site names the first thing that is not as the schema says, and pages that are missing."""
    octets = built(sample.site())[urls.EVENTS_JSON]

    assert len(list(rules.events_json(octets, tmp_path))) == len(sample.events())
    assert "status" in next(rules.events_json(octets.replace(b'"ongoing"', b'"perhaps"'), tmp_path)).message


def rows() -> list[dict[str, str]]:
    """The rows of events.csv."""
    return list(csv.DictReader(io.StringIO(built(sample.site())[urls.EVENTS_CSV].decode(), newline="")))


def test_the_table_has_a_row_an_event() -> None:
    """Each event is a row with its date, its status and its sources."""
    row = next(row for row in rows() if row["title"] == "Summit at the ferry")

    assert len(rows()) == len(sample.events())
    assert (row["edtf"], row["start"], row["end_exclusive"]) == ("2031-06-07", "2031-06-07", "2031-06-08")
    assert (row["moved"], row["status"], row["publishers"]) == ("was 1–10 May 2031", "planned", "Reed Gazette")


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"), ("+1", "'+1"), ("-1+2", "'-1+2"), ("@SUM(A1)", "'@SUM(A1)"), (" =1", "' =1"),
        ("＝1", "'＝1"), ("a\r\nb\tc", "a b c"), ("\t=1", "'=1"), ("2031-05-12", "2031-05-12"), ("", ""),
    ],
)  # fmt: skip
def test_no_cell_is_a_formula(cell: str, written: str) -> None:
    """A cell that a spreadsheet would run is made a text."""
    assert events_csv.guarded(cell) == written


TIMELINE_DATES = {
    "2031-05-12": ({"year": 2031, "month": 5, "day": 12}, None),
    "2031-05": ({"year": 2031, "month": 5}, None),
    "2031": ({"year": 2031}, None),
    "203X": ({"year": 2030}, {"year": 2039}),
    "2031-22": ({"year": 2031, "month": 6}, {"year": 2031, "month": 8}),
    "2031-05-01/2031-05-10": ({"year": 2031, "month": 5, "day": 1}, {"year": 2031, "month": 5, "day": 10}),
    "2031-05/..": ({"year": 2031, "month": 5}, None),
    "2031-05-21T14:00:00+03:00": ({"year": 2031, "month": 5, "day": 21, "hour": 11, "minute": 0}, None),
}


@pytest.mark.parametrize("edtf", TIMELINE_DATES)
def test_timelinejs_gets_no_more_than_is_known(edtf: str) -> None:
    """A month has no day and a year no month; ends are the last day, as TimelineJS counts it in."""
    assert timelinejs.dates(from_edtf(edtf)) == TIMELINE_DATES[edtf]


def test_timelinejs_shows_the_words_of_the_date() -> None:
    """Each slide shows our words for its date and links to the event's page."""
    slides = {slide["unique_id"]: slide for slide in json.loads(built(sample.site())[timelinejs.PATH])["events"]}
    slide = slides["2028-06-01-survey-of-the-river"]

    assert slide["display_date"] == "Early June 2028"
    assert slide["text"]["headline"].startswith(f'<a href="{sample.URL}events/2028/2028-06-01-survey-of-the-river.html">')
    assert slides["2031-05-25-open-day"]["text"]["headline"].endswith(">CANCELLED: Open day</a>")
    assert len(slides) == len(sample.events())


MARKWHEN_DATES: dict[DateSpan, str] = {
    from_edtf("2031-05-12"): "2031-05-12",
    from_edtf("2031-05"): "2031-05-01 / 2031-05-31",
    from_edtf("2031-05-01/2031-05-10"): "2031-05-01 / 2031-05-10",
    from_edtf("2031-05-12/.."): "2031-05-12",
    at(datetime(2031, 5, 21, 14, tzinfo=sample.AMMAN)): "2031-05-21T11:00:00Z",
}


@pytest.mark.parametrize(("span", "written"), MARKWHEN_DATES.items())
def test_markwhen_gets_days_and_instants(span: DateSpan, written: str) -> None:
    """Markwhen's ISO ranges end with the last day."""
    assert markwhen.dates(span) == written


def test_markwhen_text_has_a_line_an_event() -> None:
    """An event is a line with its words and tags; a source stands below and cannot open a tag or a link."""
    event = sample.event("Ask #1 [now]", from_edtf("2031-05-12"), tags=("river board",))
    event = replace(event, mentions=(sample.mention(None, "See [this](x) #tag @me."),))
    text = built(sample.site(found=(event,)))[markwhen.PATH].decode()

    assert text.splitlines()[0] == "---"
    assert '2031-05-12: Ask 1 now #river_board\n- "See this(x) tag me." - Reed Gazette, 1 May 2031, ' in text


MANUAL = (Path(__file__).parents[3] / "docs/feeds.md").read_text(encoding="utf-8")


def test_the_manual_names_every_column() -> None:
    """Each column of the table stands in docs/feeds.md."""
    columns = MANUAL.partition("## events.csv")[2].partition("\n## ")[0]

    assert [name for name in events_csv.COLUMNS if f"`{name}`" not in columns] == []


def test_the_manual_shows_every_field() -> None:
    """The example of events.json in docs/feeds.md is valid, and has every field there is."""
    schema = json.loads(events_json.schema())
    example = json.loads(MANUAL.partition("```json\n")[2].partition("```")[0])
    shown = set(re.findall(r'"(\w+)":', json.dumps(example)))

    assert [name for part in schema["$defs"].values() for name in part.get("properties", {}) if name not in shown] == []


def test_the_manual_tells_every_key_of_the_extension() -> None:
    """Each key of `_dateline` stands in docs/feeds.md."""
    keys = {key for item in json.loads(built(sample.site())[urls.JSON_FEED])["items"] for key in item["_dateline"]}

    assert [key for key in keys if f"`{key}`" not in MANUAL.partition("its extension")[2].partition("\n## ")[0]] == []


def test_the_manual_names_every_file() -> None:
    """Each file at the root stands in docs/feeds.md."""
    assert [path for path in built(sample.site()) if "/" not in path and f"`{path}`" not in MANUAL] == []
