"""Lengths of time and what they are counted from: the event told just before, one of its kind, or the one that a clause compares with."""

from __future__ import annotations

import pytest

from tests.events.helpers import told

FIRE = "The mill in Kelda burned down on 2 March. "
OPENED = "The mill in Kelda opened in 1961. "

DAYS = {
    "A day after the notice reached her, Anna Dahl sold the land.": "2021-03-03",
    "Two days after the fire, the council closed the road.": "2021-03-04",
    "A few days after the Kelda fire the mayor resigned.": "2021-03-03~/2021-03-08~",
    "Weeks after the fire the owner resigned.": "2021-03-09~/2021-03-30~",
    "Days later the owner resigned.": "2021-03-03~/2021-03-08~",
    "Minutes later the roof collapsed.": "2021-03-02",
    "Shortly after the fire, the owner was arrested.": "2021-03-02",
    "Two hours before the fire the owner had left Kelda.": "2021-03-02",
    "Earlier in the day the owner sold the land.": "2021-03-02",
    "Within hours the owner was arrested.": "2021-03-02",
    "Within two days the owner resigned.": "2021-03-02~/2021-03-04~",
    "The next morning the owner resigned.": "2021-03-03",
    "The previous evening the owner had sold the land.": "2021-03-01",
    "The night before, the owner had sold the land.": "2021-03-01",
    "The day before the fire, the owner sold the land.": "2021-03-01",
    "On the eve of the fire, the owner sold the land.": "2021-03-01",
    "The owner sold the land a month before the fire.": "2021-02",
    "The owner sold the land the week before the fire.": "2021-02-22/2021-02-28",
}


@pytest.mark.parametrize(("later", "edtf"), DAYS.items())
def test_a_length_is_counted_from_the_event_told_before(later: str, edtf: str) -> None:
    """The entry says so, and headlines do not repeat the length."""
    found = told(FIRE + later)
    assert [mention.span.edtf for mention in found[1:] if mention.span] == [edtf]
    assert found[1].time is not None and "told before" in found[1].time.reason


def test_years_are_counted_from_years() -> None:
    """Days and weeks are not."""
    assert [mention.span.edtf for mention in told(f"{OPENED}Lund sold it the year after the opening.") if mention.span] == ["1961", "1962"]
    assert len(told(f"{OPENED}Lund sold it the week after the opening.")) == 1


CAME = {
    "The fire came three days after Anna Dahl resigned.": "2021-02-27",
    "The fire came just days after Anna Dahl resigned.": "2021-02-24~/2021-03-01~",
    "The fire broke out hours before the council dismissed Anna Dahl.": "2021-03-02",
}


@pytest.mark.parametrize(("later", "edtf"), CAME.items())
def test_what_came_after_something_dates_that(later: str, edtf: str) -> None:
    """The fire is known; when she left is the news of the sentence."""
    assert [mention.span.edtf for mention in told(FIRE + later)[1:] if mention.span] == [edtf]


NOTHING = (
    "The council met on 4 March. The board met on 6 March. The owner resigned a day after the meeting.",  # which one
    "The owner will resign a few days after the fire.",  # to come
    "The owner resigned two days after a fire.",  # any fire
    "The mill was old. It was red. It was loud. It was tall. The owner resigned a day after the fire.",  # told long before
    "The owner resigned more than two days after the fire.",  # not so exactly
)


@pytest.mark.parametrize("later", NOTHING)
def test_a_length_from_nothing_known_dates_nothing(later: str) -> None:
    """What is told of no one event leaves the sentence without a date."""
    assert "resigned" not in [mention.trigger.text for mention in told(FIRE + later)]


def test_what_is_only_counted_back_to_supports_what_is_told_of_that_day() -> None:
    """“Walked out” and “left” are one deed; without the second sentence the first tells it."""
    lead = "Carla Moser has been caught in Brae, five days after she walked out of the jail of Kelda. "
    assert [mention.trigger.text for mention in told(lead) if mention.span and mention.span.edtf == "2021-03-05"] == ["walked"]
    both = told(f"{lead}Carla Moser left the jail in the coat of a cook on 5 March.")
    assert [mention.trigger.text for mention in both if mention.span and mention.span.edtf == "2021-03-05"] == ["left"]


def test_a_few_days_after_a_day_that_is_told_are_the_days_behind_it() -> None:
    """Nobody knows how many, so they stay a stretch; where nobody did anything then, they date nothing."""
    found = {m.title: m.span.edtf for m in told("Lund is a port. The mayor resigned a few days after the vote on 2 March.") if m.span}
    assert found["Mayor resigns after vote"] == "2021-03-03~/2021-03-08~"
    assert [m.title for m in told("Lund is a port. Few know what he did a few days after the fire on Monday.")] == ["Fire"]
