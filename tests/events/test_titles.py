"""Headlines: short, in the present, with people's surnames."""

from __future__ import annotations

import pytest

from tests.events.helpers import told

ROWS = [
    ("US Secretary of Trade Maria Torp met the fishermen of Bergen on Monday.", "Torp meets fishermen of Bergen"),
    ("On Tuesday, the council in Ghent approved the tram line.", "Council in Ghent approves tram line"),
    ("The envoys will meet in Oslo next week.", "Envoys to meet in Oslo"),
    ("The bridge was closed on Monday.", "Bridge closed"),
    ("The trial is expected to open on 22 March.", "Trial expected to open"),
    ("The carnival is planned for 3 April.", "Carnival planned"),
    ("Workers in Gdansk walked out on Friday.", "Workers in Gdansk walk out"),
]


@pytest.mark.parametrize(("sentence", "title"), ROWS)
def test_a_clause_gives_a_headline(sentence: str, title: str) -> None:
    """Subject, verb, object and place, without articles and dates."""
    assert told(sentence)[0].title == title


def test_a_headline_has_at_most_twelve_words() -> None:
    """Long clauses are cut where a phrase ends."""
    (mention,) = told(
        "On Monday the regional assembly of the northern provinces adopted a long and much disputed law on the use of water from "
        "the rivers and lakes of the whole region for the fields of farmers."
    )
    words = mention.title.split()
    assert 4 < len(words) <= 12
    assert words[-1] not in ("of", "the", "and", "for", "from")
