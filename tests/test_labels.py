"""A span in words: never more exact than the span, in the site's language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import DateSpan, from_edtf, from_timex3
from generator.labels import label, month_name
from tests.test_dates import SPANS

# TIMEX3 value, modifier, English, German
ROWS = [
    ("2013-05-14", None, "14 May 2013", "14. Mai 2013"),
    ("2013-05-14", "END", "14 May 2013, late", "14. Mai 2013, spät"),
    ("2013-05-14TEV", "END", "14 May 2013, late evening", "14. Mai 2013, spät abends"),
    ("2013-05-14", "APPROX", "About 14 May 2013", "Etwa 14. Mai 2013"),
    ("2013-05-14", "BEFORE", "Before 14 May 2013", "Vor 14. Mai 2013"),
    ("2013-05-14", "AFTER", "After 14 May 2013", "Nach 14. Mai 2013"),
    ("2013-05-14TNI", None, "14 May 2013, night", "14. Mai 2013, nachts"),
    ("2013-05-14TMO", None, "14 May 2013, morning", "14. Mai 2013, morgens"),
    ("2013-05-14T15:30", None, "14 May 2013, 15:30 UTC", "14. Mai 2013, 15:30 UTC"),
    ("2013-05-14T15:30+02:00", None, "14 May 2013, 15:30 UTC+02:00", "14. Mai 2013, 15:30 UTC+02:00"),
    ("2013-W21", None, "Week of 20 May 2013", "Woche vom 20. Mai 2013"),
    ("2013-W21-WE", None, "Weekend of 25 May 2013", "Wochenende vom 25. Mai 2013"),
    ("2013-06", None, "June 2013", "Juni 2013"),
    ("2013-06", "START", "Early June 2013", "Anfang Juni 2013"),
    ("2013-06", "MID", "Mid-June 2013", "Mitte Juni 2013"),
    ("2013-06", "END", "Late June 2013", "Ende Juni 2013"),
    ("2013-06", "BEFORE", "Before June 2013", "Vor Juni 2013"),
    ("2013-SP", None, "Spring 2013", "Frühjahr 2013"),
    ("2013-WI", None, "Winter 2013–14", "Winter 2013/14"),
    ("1999-WI", None, "Winter 1999–00", "Winter 1999/00"),
    ("2013-Q1", None, "First quarter of 2013", "1. Quartal 2013"),
    ("2013-H2", None, "Second half of 2013", "2. Halbjahr 2013"),
    ("2013", None, "2013", "2013"),
    ("2013", "START", "Early 2013", "Anfang 2013"),
    ("2013", "APPROX", "About 2013", "Etwa 2013"),
    ("201", None, "2010s", "2010er Jahre"),
    ("199", "END", "Late 1990s", "Ende 1990er Jahre"),
    ("19", None, "20th century", "20. Jahrhundert"),
    ("10", None, "11th century", "11. Jahrhundert"),
    ("20", None, "21st century", "21. Jahrhundert"),
]

# EDTF, English
RANGES = [
    ("2013-05-03/2013-05-05", "3–5 May 2013"),
    ("2013-04-30/2013-05-02", "30 April – 2 May 2013"),
    ("2012-12-30/2013-01-02", "30 December 2012 – 2 January 2013"),
    ("2013-10/2013-12", "October–December 2013"),
    ("2012-12/2013-02", "December 2012–February 2013"),
    ("1914/1918", "1914–1918"),
    ("2013-05-14/..", "Since 14 May 2013"),
    ("../2013-05-14", "Until 14 May 2013"),
    ("2013-05/..", "Since May 2013"),
]


@pytest.mark.parametrize(("value", "mod", "english", "german"), ROWS)
def test_spans_in_words(value: str, mod: str | None, english: str, german: str) -> None:
    """A TIMEX3 value reads like this in English and in German."""
    span = from_timex3(value, mod)

    assert span is not None
    assert (label(span), label(span, "de")) == (english, german)


@pytest.mark.parametrize(("text", "words"), RANGES)
def test_ranges_say_once_what_both_sides_share(text: str, words: str) -> None:
    """A range does not repeat its month or year."""
    assert label(from_edtf(text)) == words


def test_a_language_without_words_is_written_in_english() -> None:
    """A site in a language that we have no table for gets English dates; regions are ignored."""
    span = from_edtf("2013-05-14")

    assert label(span, "fi") == label(span, "en-GB") == "14 May 2013"
    assert label(span, "de-AT") == "14. Mai 2013"
    assert month_name(3, "de") == "März"


@given(SPANS, st.sampled_from(["en", "de", "xx"]))
def test_every_span_has_words(span: DateSpan, language: str) -> None:
    """Every span has a label: one line, beginning with a capital or a digit, with nothing left to fill in."""
    words = label(span, language)

    assert words == words.strip()
    assert words[:1] == words[:1].upper()
    assert not set("\n{}") & set(words)
