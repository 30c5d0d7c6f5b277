"""The corpora: each phrase has the value it stands under, and each rule of a language has work in them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from generator.timex import tag
from generator.timex.language import LANGUAGES, load
from tests.timex.reading import lines, read, rows, values


@pytest.mark.parametrize(("phrase", "expected"), rows("en.toml"))
def test_english(phrase: str, expected: list[str]) -> None:
    """A phrase gives, as its last expressions, the values of its row."""
    assert expected == values(phrase)[-len(expected) :]


@pytest.mark.parametrize("row", lines("en_news.txt"))
def test_news(row: str) -> None:
    """A sentence of a news report gives the values of its row, no more and no fewer."""
    published, sentence, expected = (part.strip() for part in row.split("|"))
    found = tag(sentence, datetime.fromisoformat(published).replace(tzinfo=UTC))

    assert [value for value in expected.split(", ") if value] == [one.value for one in found]


@pytest.mark.parametrize("phrase", lines("en_negative.txt"))
def test_english_without_times(phrase: str) -> None:
    """Nothing is found where no time is told."""
    assert [(one.text, one.rule) for one in read(phrase)] == []


@pytest.mark.parametrize(
    ("code", "phrase", "expected"), [(code, *row) for code in LANGUAGES if code != "en" for row in rows(f"{code}.toml")]
)
def test_other_languages(code: str, phrase: str, expected: list[str]) -> None:
    """German, and whatever else there is a folder for: each has a corpus of its own."""
    assert expected == values(phrase, code)[-len(expected) :]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_rule_has_work(code: str) -> None:
    """A rule that no phrase of the corpora needs is reported."""
    language = load(code)
    assert language is not None
    fired = {one.rule for phrase, _ in rows(f"{code}.toml") for one in read(phrase, code)}

    assert set() == {rule.name for rule in language.rules} - fired
