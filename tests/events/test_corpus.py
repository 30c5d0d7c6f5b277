"""A line of a corpus in, its entries checked: day of publication | text | date, status and headline of each entry, with ";" between."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.events.helpers import told

CORPUS = Path(__file__).parents[1] / "corpus" / "en_events.txt"
LINES = [line for line in CORPUS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("line", LINES)
def test_a_text_gives_the_entries_of_its_line(line: str) -> None:
    """No more and no fewer, in the order in which they are told."""
    published, text, wanted = (part.strip() for part in line.split(" | "))
    found = [f"{one.span.edtf if one.span else ''} {one.status} {one.title}" for one in told(text, published=published)]
    assert found == [one.strip() for one in wanted.split(";") if one.strip()]
