"""Random damage to the example site's files; `python -m tests.reliability.corrupt` does the same 1,000 times and more."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.build import build
from tests.reliability import corrupt
from tests.reliability.sites import example_site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example site."""
    return example_site(tmp_path_factory.mktemp("example") / "site")


def test_damaged_articles_raise_nothing_but_problems_of_their_own(site: Path) -> None:
    """Two hundred damaged articles are read or refused with problems that name them."""
    assert corrupt.complaints(range(200), site) == []


def test_sites_with_many_damaged_articles_are_published(tmp_path: Path) -> None:
    """Whole builds with eight corruptions each publish every good article and blame the damaged ones alone."""
    assert corrupt.builds(0, 24, 8, tmp_path) == []


def test_damage_is_repeatable(site: Path) -> None:
    """One seed is one damage, so that a failure can be looked at again; the seeds use every kind of damage."""
    files = corrupt.contents(site)

    assert corrupt.damaged(7, files) == corrupt.damaged(7, files)
    assert {corrupt.damaged(seed, files)[1] for seed in range(100)} == {damage.__name__ for damage in corrupt.DAMAGES}


def quotes(output: Path, without: str) -> list[tuple[Any, ...]]:
    """What each article but one contributes to the timeline: its quotations with their dates and status."""
    events = json.loads((output / "events.json").read_text(encoding="utf-8"))["events"]
    found = [
        (source["article"], source["start"], source["quote"], source["edtf"], source["status"])
        for event in events
        for source in event["sources"]
        if source["article"].partition("#")[0] != without
    ]
    return sorted(found, key=repr)


@pytest.mark.parametrize("seed", range(8))
def test_good_articles_are_published_unchanged(seed: int, site: Path, tmp_path: Path) -> None:
    """With one damaged article the others give the quotations, dates and pages that they gave before, and all problems are its."""
    build(site, tmp_path / "whole")
    before = {problem.path for problem in build(site, tmp_path / "whole").problems}
    root = example_site(tmp_path / "site")
    path, _, data = corrupt.damaged(seed, corrupt.contents(root))
    (root / path).write_bytes(data)

    result = build(root)

    blamed = {problem.path for problem in result.problems if problem.severity != "notice"}
    assert blamed <= before | {path, "timeline.yaml"}
    assert set(quotes(tmp_path / "whole", path)) <= set(quotes(root / "output", path))
    stem = Path(path).stem
    for page in (tmp_path / "whole/articles").glob("*.html"):
        assert page.stem.startswith(stem) or (root / "output/articles" / page.name).is_file()
