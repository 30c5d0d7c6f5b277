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
    ("He wrote to H. Gunnar Sandvik yesterday.", "H. Gunnar Sandvik", "person"),
    ("She left with Ola Hjort. Later Mr. Hjort sang.", "Ola Hjort", "person"),
    ("He sued the Forests and Rivers Commission in May.", "Forests and Rivers Commission", "organisation"),
    ("OSLO lay in fog. They met in Oslo.", "Oslo", "place"),
    ("We saw Dan Berg Feb. 1 there.", "Dan Berg", "person"),
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
    assert not find_names("Yesterday it rained. However, we danced. The rain stopped. Separately, it snowed. Twenty-two men left.").found


def test_peoples_months_and_shouts_are_no_names() -> None:
    """Peoples in the plural, short months, adjectives and sentences in capitals name nobody."""
    assert not find_names("We saw Americans on Sept. 3. WE HAVE NO PLAN AT ALL. He said a New thing.").found


def test_a_surname_in_the_possessive_is_no_place() -> None:
    """The words "in Solberg's house" is no town, and "in Solberg" none where a person of that name is known."""
    names = find_names("We spoke in Solberg's house. Then Henrik Solberg left.")
    assert {name.kind for name in names.found} == {"person"}
