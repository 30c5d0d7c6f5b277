"""Names in running text: kinds, titles, short forms."""

from __future__ import annotations

import pytest

from generator.events.names import find_names

ROWS = [
    ("We met Prime Minister Anna Lindholm there.", "Anna Lindholm", "person"),
    ("He works for Borealis Bank now.", "Borealis Bank", "organisation"),
    ("They moved to Reykjavik last year.", "Reykjavik", "place"),
    ("The chair of NATO spoke.", "NATO", "organisation"),
    ("We saw Acme CEO Maria Torp leave.", "Maria Torp", "person"),
]


@pytest.mark.parametrize(("text", "name", "kind"), ROWS)
def test_a_name_has_its_kind_and_no_title(text: str, name: str, kind: str) -> None:
    """Titles are no part of a name."""
    assert (name, kind) in {(found.text, found.kind) for found in find_names(text).found}


def test_a_surname_stands_for_the_full_name() -> None:
    """A short form later in the article is given its full one."""
    names = find_names("Deputy Mayor Henrik Solberg opened the gate. Then Solberg left.")
    assert [name.text for name in names.found if name.kind == "person"] == ["Henrik Solberg", "Henrik Solberg"]


def test_two_people_of_one_name_are_not_joined() -> None:
    """Where two would fit, a surname stays as it is."""
    names = find_names("We met Henrik Solberg and Karin Solberg. Then Solberg left.")
    assert names.found[-1].text == "Solberg"


def test_the_first_word_of_a_sentence_is_no_name() -> None:
    """Only what opens the sentence is capitalised for that."""
    assert not find_names("Yesterday it rained. However, we danced. The rain stopped.").found
