"""Laws that hold for every text: offsets quote it, spans run forwards, moving or repeating words changes no value."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.timex import tag
from tests.timex.reading import lines, read, rows

PHRASES = [phrase for phrase, _ in rows("en.toml")]
NOISE = lines("en_negative.txt")
WORDS = st.sampled_from(" ".join([*PHRASES, *NOISE]).split())
TEXTS = st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200)
MOMENTS = st.datetimes(datetime(1850, 1, 1), datetime(2150, 12, 31)).map(lambda moment: moment.replace(tzinfo=UTC))


@given(TEXTS, MOMENTS)
def test_offsets_quote_the_text(text: str, moment: datetime) -> None:
    """Each expression's text lies at its offsets; expressions are in order and do not overlap."""
    found = tag(text, moment)

    assert all(one.text == text[one.start : one.end] and one.text.strip() for one in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


@given(TEXTS, MOMENTS)
def test_spans_run_forwards(text: str, moment: datetime) -> None:
    """No span ends before it begins, and its EDTF is valid for the reference parser."""
    for one in tag(text, moment):
        if one.span is not None:
            assert one.span.start is None or one.span.end is None or one.span.start < one.span.end
            assert edtf.parse_edtf(one.span.edtf.replace("T24", "T23"))


@given(st.sampled_from(PHRASES), st.sampled_from(["", "Officials said so. ", "\n\n", "A first paragraph.\n\n", "   "]))
def test_shifting_changes_no_value(phrase: str, before: str) -> None:
    """What stands before a phrase in a sentence of its own changes neither its values nor its rules."""
    alone = [(one.value, one.rule, one.text) for one in read(phrase)]

    assert alone == [(one.value, one.rule, one.text) for one in read(before + phrase)]


@given(st.text(max_size=300))
@settings(max_examples=200)
def test_nothing_breaks_it(text: str) -> None:
    """Any text at all is read without an error, with and without a publication date."""
    tag(text, None)
    tag(text, datetime(2013, 5, 15, tzinfo=UTC))


@pytest.mark.parametrize(
    "piece", ["on on on the the Tuesday Tuesday 1111 ", "1", "1,111", "May ", "- ", "2013-05-", "05/06/", "a a year ", "\n", "İ"]
)
def test_long_runs_are_read(piece: str) -> None:
    """A long run of one thing ends, and gives no expression longer than a phrase."""
    found = tag(piece * 4000, datetime(2013, 5, 15, tzinfo=UTC))

    assert all(one.end - one.start < 200 for one in found)
