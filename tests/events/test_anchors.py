"""Dates that only the event before, or the verb, can place."""

from __future__ import annotations

import pytest

from tests.events.helpers import told


def test_the_following_day_counts_from_the_event_told_before() -> None:
    """Not from the day of publication."""
    first, second = told("The ferry sank on 1 March. The following day, divers found the captain.")
    assert [m.span.edtf for m in (first, second) if m.span] == ["2021-03-01", "2021-03-02"]


def test_the_following_month_lies_behind_a_year_told_before() -> None:
    """It is of the next year, where the one before is told as a whole."""
    _, second = told("Holm moved to Lund in 2016 and broke his wrist the following April.")
    assert second.span is not None and second.span.edtf == "2017-04"


def test_what_is_set_for_a_day_lies_ahead() -> None:
    """A day without a year that a hearing is set for is the next one of that name."""
    (mention,) = told("The sky was grey. The judge dismissed the claim, setting a hearing for 4 February.")
    assert mention.span is not None
    assert (mention.span.edtf, mention.status) == ("2022-02-04", "planned")


def test_an_hour_told_in_the_past_is_one_of_the_day_of_the_news() -> None:
    """Not of the day of publication, also where the day stands in the paragraph before."""
    first, second, third = told("The mill burned down on Monday.\n\nThe fire broke out at 10:30am.\n\nThe mayor will speak at 18:00.")
    assert [m.span.edtf[:10] for m in (first, second, third) if m.span] == ["2021-03-08", "2021-03-08", "2021-03-10"]


@pytest.mark.parametrize(
    ("later", "trigger", "edtf"),
    [
        ("Minister Karl Moser resigned two days after the vote.", "resigned", "2021-03-04"),
        ("Moser was named a month before the vote.", "named", "2021-02"),
        ("The Road League held a service in Bern hours after the vote.", "held", "2021-03-02"),
        ("Moser was questioned three days after the assembly voted.", "questioned", "2021-03-05"),
    ],
)
def test_a_length_counts_from_the_one_event_of_that_kind_told_before(later: str, trigger: str, edtf: str) -> None:
    """Days are exact, months are months; what would lie ahead of a report in the past is left alone."""
    found = told(f"The assembly voted for the toll on 2 March. {later}")
    assert [(mention.trigger.text, mention.span.edtf) for mention in found if mention.span][1:] == [(trigger, edtf)]


@pytest.mark.parametrize(
    "body",
    [
        "The assembly voted on 2 March. The council voted on 4 March. Moser resigned two days after the vote.",
        "The assembly voted on 2 March. Moser resigned thirty days after the vote.",
    ],
)
def test_a_length_counts_from_nothing_where_it_cannot(body: str) -> None:
    """Two votes, or a day to come."""
    assert "resigned" not in [mention.trigger.text for mention in told(body)]


def test_recent_weeks_lie_before_the_text() -> None:
    """Nobody can tell the day, but not after publication."""
    first, second = told("Orne Workers, a club, formed in recent weeks and handed a note to the mayor on Monday.")
    assert [m.span.edtf for m in (first, second) if m.span] == ["2021-02/2021-03", "2021-03-08"]


@pytest.mark.parametrize(
    ("body", "trigger", "edtf"),
    [
        # "Since Thursday" dates nothing, so that the afternoon is not that of Thursday.
        ("Forty tremors have been recorded since Thursday. The sirens stopped in the afternoon.", "stopped", "2021-03-08"),
        # No past deed has an hour to come.
        ("The fair planned for 12 March was put off. The mayor sacked the harbour master before noon.", "sacked", "2021-03-08"),
    ],
)  # fmt: skip
def test_an_hour_in_the_past_is_on_the_day_of_what_happened_last(body: str, trigger: str, edtf: str) -> None:
    """Plans and days since when something goes on are none."""
    (found,) = [mention for mention in told(f"Waves hit Kelda on Monday. {body}") if mention.trigger.text == trigger]
    assert found.span is not None and found.span.start is not None
    assert found.span.start.isoformat() == edtf


@pytest.mark.parametrize(
    ("body", "edtf"),
    [
        ("The mill burned down in July 1967. Lund reopened it within the month.", "1967-07~"),
        ("The mill burned down on 3 July 1967. Lund reopened it by the end of the year.", "1967~"),
        ("The mill opened in 1961. Lund sold it by the end of the year.", "1961~"),
        ("The mill burned down in February. Lund reopened it within the month.", "2021-03"),  # of the news
        ("The mill burned down in July 1967. Lund reopened the yard in December.", "2020-12"),  # so is a bare month
    ],
)
def test_within_the_month_is_that_of_long_ago(body: str, edtf: str) -> None:
    """Where the sentence before tells of it."""
    found = told(body)[-1]
    assert found.span is not None and found.span.edtf == edtf


@pytest.mark.parametrize(("phrase", "edtf"), [("this morning", "2021-03-10"), ("last night", "2021-03-09")])
def test_a_part_of_the_day_told_from_the_text_does_not_go_on_from_another_day(phrase: str, edtf: str) -> None:
    """Only a bare one is on the day told before."""
    last = told(f"The mill burned on Saturday. Anna Dahl came to Orne {phrase}.")[-1]
    assert last.span is not None
    assert last.span.edtf.partition("T")[0].rstrip("~") == edtf
