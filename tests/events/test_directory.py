"""One form of a name in a whole timeline."""

from __future__ import annotations

from tests.events.helpers import timeline


def test_a_surname_is_the_person_whom_another_article_names() -> None:
    """Where the timeline knows one person of that name; the other article says who it is."""
    found = timeline(
        ("2021-03-10", "President Ilse Brandvik met the fishers in Tromsø on Monday."),
        ("2021-03-12", "The mayor will travel to Oslo on 20 March for talks with Brandvik."),
    )

    assert [event.people for event in found.events] == [("Ilse Brandvik",), ("Ilse Brandvik",)]
    assert [event.organisations for event in found.events] == [(), ()]


def test_two_persons_of_one_surname_stay_unnamed() -> None:
    """A guess would be wrong half the time."""
    found = timeline(
        ("2021-03-10", "President Ilse Brandvik met the fishers in Tromsø on Monday."),
        ("2021-03-10", "Mayor Odd Brandvik opened the harbour in Bergen on Tuesday."),
        ("2021-03-12", "The minister will travel to Oslo on 20 March for talks with Brandvik."),
    )

    assert "Ilse Brandvik" not in found.events[-1].people


def test_names_with_an_article_and_family_names_first() -> None:
    """An article such as al- belongs to the name, and a family name that is a verb too stays at the beginning of a sentence."""
    (event,) = timeline(("2021-03-10", "Ban Ki-moon met Walid al-Haddad in Geneva on Monday.")).events

    assert event.people == ("Ban Ki-moon", "Walid al-Haddad")
