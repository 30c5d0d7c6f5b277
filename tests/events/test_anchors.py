"""Dates that only the event before, or the verb, can place."""

from __future__ import annotations

from tests.events.helpers import told


def test_the_following_day_counts_from_the_event_told_before() -> None:
    """Not from the day of publication."""
    first, second = told("The ferry sank on 1 March. The following day, divers found the captain.")
    assert [m.span.edtf for m in (first, second) if m.span] == ["2021-03-01", "2021-03-02"]


def test_what_is_set_for_a_day_lies_ahead() -> None:
    """A day without a year that a hearing is set for is the next one of that name."""
    (mention,) = told("The sky was grey. The judge dismissed the claim, setting a hearing for 4 February.")
    assert mention.span is not None
    assert (mention.span.edtf, mention.status) == ("2022-02-04", "planned")


def test_an_hour_told_in_the_past_is_one_of_the_day_of_the_news() -> None:
    """Not of the day of publication, also where the day stands in the paragraph before."""
    first, second, third = told("The mill burned down on Monday.\n\nThe fire broke out at 10:30am.\n\nThe mayor will speak at 18:00.")
    assert [m.span.edtf[:10] for m in (first, second, third) if m.span] == ["2021-03-08", "2021-03-08", "2021-03-10"]
