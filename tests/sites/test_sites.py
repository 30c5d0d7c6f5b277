"""Each `.txt` beside this file is a whole small site; this builds it and compares what comes out with what it says.

What a site may expect:
- `-- expect events --`: YAML, a list of excerpts from events.json in the order of the timeline. Every key that is given must be there
  with that value; a text between slashes is a regular expression; a list must hold the given items; `sources: 2` counts.
- `-- expect only --`: the same, and there are no other events.
- `-- expect problems --`: the problems as printed, all of them.
- `-- expect page PATH --`: lines that each stand somewhere in that file of the output folder; `! words` must not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.build import build
from tests.sites.archive import Archive, parse

SITES = sorted(Path(__file__).parent.glob("*.txt"))


def fits(expected: Any, found: Any) -> bool:
    """Whether what was found holds all that is expected."""
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(fits(value, found.get(key)) for key, value in expected.items())
    if isinstance(expected, list):
        return isinstance(found, list) and all(any(fits(one, other) for other in found) for one in expected)
    if isinstance(found, list):
        return str(len(found)) == expected
    if isinstance(expected, str) and len(expected) > 1 and expected[0] == expected[-1] == "/":
        return isinstance(found, str) and bool(re.search(expected[1:-1], found))
    return bool(expected == (found if isinstance(found, str) else json.dumps(found)))


def missing(expected: Iterable[Any], found: Iterable[Any]) -> list[Any]:
    """The expected events that are not found, each looked for behind the one before."""
    rest = iter(found)
    return [one for one in expected if not any(fits(one, other) for other in rest)]


def excerpt(event: dict[str, Any]) -> str:
    """One line about an event, for the message of a failure."""
    return f"{event['date']['edtf']} {event['status']} {event['title']} ({len(event['sources'])} sources)"


@pytest.mark.parametrize("file", SITES, ids=lambda file: file.stem)
def test_site(file: Path, tmp_path: Path) -> None:
    """A site gives what it says."""
    archive = parse(file.read_text(encoding="utf-8"))
    archive.write(tmp_path)

    result = build(tmp_path)

    compare_events(archive, tmp_path / "output/events.json")
    if "problems" in archive.expected:
        shown = [str(problem) for problem in result.problems if problem.severity != "notice"]
        assert "\n".join(shown) == archive.expected["problems"].strip()
    for words, lines in archive.expected.items():
        if words.startswith("page "):
            compare_page(lines, (tmp_path / "output" / words.removeprefix("page ")).read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", SITES, ids=lambda file: file.stem)
def test_site_from_windows(file: Path, tmp_path: Path) -> None:
    """With a byte order mark and Windows line ends a site gives the same events."""
    archive = parse(file.read_text(encoding="utf-8"))
    archive.write(tmp_path)
    for path in archive.files:
        place = tmp_path / path
        place.write_bytes(b"\xef\xbb\xbf" + place.read_bytes().replace(b"\n", b"\r\n"))

    build(tmp_path)

    compare_events(archive, tmp_path / "output/events.json")


def compare_events(archive: Archive, place: Path) -> None:
    """Compare events.json with the expected excerpts."""
    events = json.loads(place.read_text(encoding="utf-8"))["events"]
    shown = "\n".join(map(excerpt, events))
    for words in ("events", "only"):
        if words in archive.expected:
            expected = yaml.load(archive.expected[words], yaml.BaseLoader) or []
            assert not missing(expected, events), f"{archive.fact}\nfound:\n{shown}"
            assert words == "events" or len(events) == len(expected), f"{archive.fact}\nfound:\n{shown}"


def compare_page(lines: str, text: str) -> None:
    """Compare a page with the lines that must, and those that must not, stand in it."""
    for line in lines.strip().splitlines():
        if line.startswith("! "):
            assert line[2:] not in text
        else:
            assert line in text


def test_every_site_tells_its_fact_and_expects_something() -> None:
    """A site without a fact or an expectation proves nothing."""
    for file in SITES:
        archive = parse(file.read_text(encoding="utf-8"))
        assert archive.fact.endswith("."), file
        assert archive.expected, file


def test_excerpts_are_compared_deeply() -> None:
    """An excerpt fits when all that it says is there, and does not when one value differs."""
    event = {"status": "planned", "date": {"edtf": "2013-06", "modifier": None}, "sources": [{"quote": "They met."}]}

    assert fits({"date": {"edtf": "2013-06", "modifier": "null"}, "sources": "1"}, event)
    assert fits({"sources": [{"quote": "/met/"}]}, event)
    assert not fits({"date": {"edtf": "2013-07"}}, event)
    assert not fits({"sources": "2"}, event)
    assert missing([{"a": "2"}, {"a": "1"}], [{"a": 1}, {"a": 2}]) == [{"a": "1"}]
