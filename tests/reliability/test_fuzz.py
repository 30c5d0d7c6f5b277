"""Any octets, any text: nothing but our own exceptions, and offsets that always quote the file.

A longer run: `python -m pytest tests/reliability/test_fuzz.py --hypothesis-profile=long`, or with a coverage-guided fuzzer
`python -m tests.reliability.fuzz` (see docs/reliability.md).
"""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import timex
from generator.analysis import analyse
from generator.config import Config
from generator.errors import ConfigError, CorrectionError, ReadError
from generator.events.corrections import load
from generator.model import Analysis
from generator.read import READERS
from generator.read.decoding import decode

CONFIG = Config()
SUFFIXES = sorted(READERS)
WHEN = datetime(2013, 5, 15, 4, 2, tzinfo=UTC)

# Pieces of which prose, and what pretends to be prose, is made.
_WORDS = """
the on in at of late early mid next last this since until before after between and to from by about May June Monday Tuesday week
month year decade century quarter half 14 2013 2014-05 3rd 82,000 1990s noon midnight 5pm 17:30 tomorrow yesterday ago earlier
met meet will would not deny denied postponed cancelled conference summit talks election died signed expected planned Kerry's U.N.
Dr. "Oslo" (Reuters) - – — … 05/06/2013 Christmas summer weekend 24th fortnight now then o'clock & ; : , . ? !
"""
WORDS = st.sampled_from([*_WORDS.split(), "\n", "\n\n", "\t", "  "])
PROSE = st.lists(WORDS, max_size=60).map(" ".join)
_MARKS = [
    "",
    "---",
    "title: x",
    "date: 2013-05-15",
    "Related Content",
    "By Ida Thorne",
    "# A",
    "<p>",
    "</div>",
    "<",
    "OSLO, Norway - They met.",
]
LINES = st.lists(st.one_of(PROSE, st.sampled_from(_MARKS)), max_size=20).map("\n".join)
TEXT = st.one_of(PROSE, LINES, st.text(max_size=300))
OCTETS = st.one_of(st.binary(max_size=400), TEXT.map(str.encode), TEXT.map(lambda text: text.encode("utf-16")))


def check(analysis: Analysis, text: str) -> None:
    """What must hold for every analysis: offsets quote, expressions stand in order, everything has its place."""
    article = analysis.article
    assert [article.body[time.start : time.end] for time in analysis.times] == [time.text for time in analysis.times]
    assert all(one.end <= two.start for one, two in pairwise(analysis.times))
    assert all(0 <= sentence.start < sentence.end <= len(article.body) for sentence in article.sentences)
    for mention in analysis.mentions:
        assert 0 <= mention.start <= mention.end <= len(text)
        if not mention.explicit:
            assert text[mention.trigger.start : mention.trigger.end] == mention.trigger.text
    assert "<script" not in analysis.html.lower()


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=OCTETS)
def test_any_octets_are_an_article_or_a_problem(suffix: str, data: bytes) -> None:
    """Whatever octets a file holds, each reader gives articles or a problem with its path."""
    path = f"content/fuzz{suffix}"
    try:
        found = analyse(data, path, CONFIG)
    except ReadError as failure:
        assert all(problem.path.partition("#")[0] == path for problem in failure.problems)
        return
    assert found


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(text=LINES)
def test_offsets_quote_the_file(text: str) -> None:
    """Expressions and triggers stand where they say, in the body and in the user's file."""
    data = f"---\ntitle: T\ndate: 2013-05-15\n---\n\n{text}\n".encode()
    try:
        found = analyse(data, "content/fuzz.md", CONFIG)
    except ReadError:
        return
    for analysis in found:
        check(analysis, decode(data, "content/fuzz.md"))


@given(text=TEXT)
def test_the_tagger_takes_any_text(text: str) -> None:
    """Any text is tagged: what is found stands where it says, in order, and has a TIMEX3 value."""
    found = timex.tag(text, WHEN)

    assert [text[time.start : time.end] for time in found] == [time.text for time in found]
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(time.value for time in found)


@given(text=st.text(max_size=300))
def test_any_settings_are_settings_or_a_problem(text: str) -> None:
    """Whatever stands in site.toml, it is settings or a ConfigError with at least one problem."""
    from generator.config import parse

    try:
        parse(text)
    except ConfigError as failure:
        assert failure.problems


_CORRECTIONS = """
- pin: 2013-05-14-talks\n|- edit: |- merge: [|- add: {|  date: |  status: |title: |2013|happened
|&a |*a|]|}|\t|\n|>\n|"|? |- |, |!!python/name:os
"""
YAML = st.lists(st.sampled_from(_CORRECTIONS.strip().split("|"))).map("".join)


@given(text=st.one_of(YAML, st.text(max_size=300)))
def test_any_corrections_are_corrections_or_a_problem(text: str) -> None:
    """Whatever stands in timeline.yaml, it is corrections or a CorrectionError that names the file."""
    try:
        load(text)
    except CorrectionError as failure:
        assert all(problem.path == "timeline.yaml" and problem.severity == "error" for problem in failure.problems)


_FRONT = """
title: T\n|date: |2013-05-15\n|events:\n|  - title: X\n|    date: 2013~\n|tags: [a, |]\n|&a |*a\n
|keep_lines: |language: |de\n|timezone: |!!set {1}\n|\t|- |{
|}\n|draft: yes\n|aliases: [/a/../b]\n
"""
FRONT = st.lists(st.sampled_from(_FRONT.strip().split("|"))).map("".join)


@given(front=st.one_of(FRONT, st.text(max_size=200)), body=PROSE)
def test_any_front_matter_is_an_article_or_a_problem(front: str, body: str) -> None:
    """Whatever stands between the two lines of hyphens, the file is an article, or a problem that names it."""
    data = f"---\n{front}\n---\n\n{body}\n".encode("utf-8", "replace")
    try:
        found = analyse(data, "content/fuzz.md", CONFIG)
    except ReadError as failure:
        assert all(problem.path == "content/fuzz.md" for problem in failure.problems)
        return
    assert found
