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


def test_a_name_that_mostly_stands_alone_is_something_else() -> None:
    """The firm Torvik does not turn into its founder."""
    found = timeline(
        ("2021-03-10", "President Ola Torvik opened the yard in Bergen on Monday."),
        ("2021-03-11", "The dairy sold its ferry to Torvik on Tuesday."),
        ("2021-03-12", "The council of Ghent sued Torvik on Thursday."),
        ("2021-03-19", "The bank in Lund bought Torvik on Wednesday."),
    )

    assert [event.people for event in found.events] == [("Ola Torvik",), (), (), ()]


def test_a_title_is_no_part_of_a_firm() -> None:
    """Nor is it a person by itself."""
    (event,) = timeline(("2021-03-10", "Torvik Shipping CEO and founder Maria Berg met the mayor in Bergen on Monday.")).events

    assert (event.people, event.organisations) == (("Maria Berg",), ("Torvik Shipping",))
