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
    ("In a letter, Maria Torp, who sold the dairy last week, thanked the town.", "Torp sells dairy"),
    ("The ban, which was lifted on Monday, had lasted for years.", "Ban lifted"),
    ("The lease will expire on 3 May.", "Lease to expire"),
    ("Their rally ended on Monday.", "Rally ends"),
    ("Former sprint champion Anna Berg was banned on Monday.", "Berg banned"),
    ("Maria Torp spoke in Oslo. Her company opened a plant on Monday.", "Torp's company opens plant"),
    ("Torvik Inc. sold its yard to Lund on Monday.", "Torvik Inc sells its yard to Lund"),
]


@pytest.mark.parametrize(("sentence", "title"), ROWS)
def test_a_clause_gives_a_headline(sentence: str, title: str) -> None:
    """Subject, verb, object and place, without articles and dates."""
    assert told(sentence)[0].title == title


def test_a_headline_ends_where_a_phrase_ends() -> None:
    """No headline ends on a preposition, an article, or a verb that has lost its object."""
    (mention,) = told(
        "On Monday the office of the attorney general of the southern state of Orlanda released a report accusing the owners of the mill "
        "and others of hiding papers."
    )
    assert mention.title.endswith(("report", "owners", "mill"))
    assert " releases report" in mention.title


def test_a_headline_has_at_most_twelve_words() -> None:
    """Long clauses are cut where a phrase ends."""
    (mention,) = told(
        "On Monday the regional assembly of the northern provinces adopted a long and much disputed law on the use of water from "
        "the rivers and lakes of the whole region for the fields of farmers."
    )
    words = mention.title.split()
    assert 4 < len(words) <= 12
    assert words[-1] not in ("of", "the", "and", "for", "from")
