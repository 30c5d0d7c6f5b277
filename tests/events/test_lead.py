"""The news of a lead without a date, where more than its main verb tells it."""

from __future__ import annotations

import pytest

from tests.events.helpers import told

NEWS = {
    "Two people are dead after a train hit a lorry at a crossing near Kelda.": "Train hits lorry at crossing near Kelda",
    "A man is in custody after a shop was robbed in Kelda.": "Shop robbed in Kelda",
    "There has been an explosion at a flour mill in Kelda.": "Explosion at flour mill in Kelda",
    "The price of herring rose to its highest level since 2008.": "Price of herring rises to its highest level",
}


@pytest.mark.parametrize(("lead", "title"), NEWS.items())
def test_the_news_of_a_lead_is_of_the_day_of_publication(lead: str, title: str) -> None:
    """It is inferred, and only the lead has it."""
    (found,) = told(lead)
    assert (found.title, found.span and found.span.edtf) == (title, "2021-03-10")
    assert found.inferred is not None and "the lead" in found.inferred
    assert told(f"Kelda is a town. {lead}") == []


def test_what_an_aside_dates_leaves_the_news_its_day() -> None:
    """A relative clause or a participle, of times long over or of these days."""
    lead = "A court in Kelda has freed Ole Lund, who was jailed in {}."
    assert [(one.trigger.text, one.span and one.span.edtf) for one in told(lead.format("2009"))] == [
        ("jailed", "2009"), ("freed", "2021-03-10"),
    ]  # fmt: skip
    assert [one.trigger.text for one in told(lead.format("March"))] == ["jailed", "freed"]
    assert [one.span and one.span.edtf for one in told("Anna Berg won the election held on Monday in Lund.")] == ["2021-03-08"]
    found = told("The body of a climber who vanished in 1982 has been found in Kelda.")
    assert [one.trigger.text for one in found] == ["vanished", "found"]
    found = told("The council of Kelda has lost a barge, launched only eight days ago.")
    assert [(one.trigger.text, one.title) for one in found][1:] == [("lost", "Council of Kelda loses barge")]


@pytest.mark.parametrize(
    "lead",
    [
        "There was no explosion at the mill in Kelda.",
        "There will be an election in Kelda.",
        "There has been plenty of talk in Kelda.",
        "Two people are happy when a train comes to Kelda.",
    ],
)
def test_a_lead_without_a_deed_tells_none(lead: str) -> None:
    """What did not happen, is to come or is usual."""
    assert told(lead) == []


def test_a_lead_whose_only_date_describes_a_noun_is_the_news() -> None:
    """Done by then, where the date stands behind the verb and the noun is not what the lead is about."""
    found = told("A man has been charged over Sunday's blast at the market.")
    assert [(m.trigger.text, m.span and m.span.edtf) for m in found] == [("blast", "2021-03-07"), ("charged", "2021-03-10")]
    assert [m.trigger.text for m in told("The crash of 3 March led to a ban on old trams.")] == []
    assert [m.trigger.text for m in told("Police are looking for a man over Sunday's blast at the market.")] == ["blast"]
