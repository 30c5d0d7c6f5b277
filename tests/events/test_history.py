"""What became of an event: first reported, moved, took place, called off; plans of which nothing more is heard."""

from __future__ import annotations

from tests.events.helpers import timeline


def test_a_plan_that_moves_and_then_happens_is_one_event() -> None:
    """The date that holds is the one of the report; the history tells the moves with their articles."""
    (event,) = timeline(
        ("2021-01-10", "The water conference on the Danube is expected in early March."),
        ("2021-03-01", "The water conference on the Danube will be held in May."),
        ("2021-05-20", "The water conference on the Danube opened in Vienna on Wednesday."),
    ).events
    assert event.status == "happened"
    assert event.span.edtf == "2021-05-19"
    assert [change.change for change in event.history] == ["first reported", "moved", "took place"]
    assert [change.path for change in event.history] == ["content/0.md", "content/1.md", "content/2.md"]
    assert not event.disagreement


def test_conferences_with_little_in_common_stay_two_and_are_listed() -> None:
    """One shared word is not enough to say that a plan moved."""
    found = timeline(
        ("2021-01-10", "A water conference is expected in early March."),
        ("2021-03-01", "A fishery conference about water will be held in May."),
    )
    assert len(found.events) == 2


def test_a_plan_without_report_stays_planned_with_a_note() -> None:
    """The day has passed and nobody told that it took place."""
    (event,) = timeline(("2021-03-10", "The envoys will meet in Oslo on 15 March."), as_of="2021-04-01").events
    assert (event.status, event.note) == ("planned", "no report that it took place")


def test_a_plan_ahead_has_no_note() -> None:
    """The day has not come."""
    (event,) = timeline(("2021-03-10", "The envoys will meet in Oslo on 15 March."), as_of="2021-03-11").events
    assert event.note is None


def test_the_finer_date_of_two_that_agree_is_shown() -> None:
    """A week and a day inside it: the day."""
    (event,) = timeline(
        ("2021-03-10", "Anna Lindholm will travel to Oslo next week."),
        ("2021-03-18", "Anna Lindholm arrived in Oslo on Tuesday."),
    ).events
    assert event.span.edtf == "2021-03-16"
    assert event.status == "happened"
