"""The letters of words: what is known of a word by itself is what its place would say."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.events import letters
from generator.events.words import split_words

WORDS = st.sampled_from(
    "the Will Board lantern ferry's strike Strike opened Opened walrussing silently which that may Torp US 3 and , . : “ at Her".split()
)


@example(["may", "silently", "lantern"], False)
@settings(max_examples=400)
@given(st.lists(WORDS, min_size=1, max_size=12), st.booleans())
def test_a_letter_known_alone_is_that_of_its_place(words: list[str], dated: bool) -> None:
    """The short way for nouns and names gives the letters of the long way, also beside a time expression."""
    text = " ".join(["Monday", *words] if dated else words)
    parts = split_words(text, 0, [(0, 6)] if dated else [])
    quick = letters.letters_of(parts, frozenset({"Torp"}))
    with pytest.MonkeyPatch.context() as patch:
        alone = letters._alone
        patch.setattr(letters, "_alone", lambda word: ("", "") if alone(word)[1] else alone(word))
        assert letters.letters_of(parts, frozenset({"Torp"})) == quick


def test_words_lie_where_they_stand() -> None:
    """A word that was met before, with other blanks, is found at its own place."""
    for text in ("a  barge sank", "barge", "The barge’s  barge"):
        assert all(text[word.start : word.end] == word.text for word in split_words(text, 0, []))
