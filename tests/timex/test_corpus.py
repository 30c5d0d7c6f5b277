"""The corpora: each phrase has the value it stands under, and each rule of a language has work in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import wraps

import pytest
from msgspec.structs import replace

from generator.timex import tag
from generator.timex.language import LANGUAGES, Language, Match, Rule, load
from generator.timex.scan import scan
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


def watched(language: Language, fired: set[str]) -> Language:
    """The language, with the pattern of each rule that reads something put down in `fired`."""

    def watch(rule: Rule) -> Rule:
        @wraps(rule.make)
        def make(m: Match) -> object:
            made = rule.make(m)
            if made is not None:
                fired.add(rule.expression)
            return made

        return replace(rule, make=make)

    by_first = {first: tuple(map(watch, rules)) for first, rules in language.by_first.items()}
    return replace(language, by_first=by_first, memo={}, begun={})


def phrases(code: str) -> Iterator[str]:
    """All that the corpora of a language hold."""
    yield from (phrase for phrase, _ in rows(f"{code}.toml"))
    if code == "en":
        yield from (row.split("|")[1].strip() for row in lines("en_news.txt"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_pattern_has_work(code: str) -> None:
    """So is one of several patterns of a rule that no phrase needs."""
    language = load(code)
    assert language is not None
    fired: set[str] = set()
    watching = watched(language, fired)
    for phrase in phrases(code):
        scan(phrase, watching)

    assert [(rule.name, rule.expression) for rule in language.rules if rule.expression not in fired] == []
