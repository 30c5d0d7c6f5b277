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


def test_a_meeting_that_is_said_to_have_moved_is_one_event() -> None:
    """One sentence gives the old day and the new one; the report of the new day closes the history."""
    (event,) = timeline(
        ("2021-03-01", "Finance minister Anna Lindholm will meet Paul Okoro in Vienna on 9 March."),
        ("2021-03-08", "The meeting of Anna Lindholm and Paul Okoro in Vienna, planned for Tuesday, was put off to 16 March."),
        ("2021-03-17", "Lindholm met Okoro in Vienna on Tuesday."),
    ).events
    assert (event.span.edtf, event.status) == ("2021-03-16", "happened")
    assert [(change.change, change.new) for change in event.history] == [
        ("first reported", "2021-03-09"), ("postponed", "2021-03-16"), ("took place", "2021-03-16"),
    ]  # fmt: skip


def test_a_meeting_that_nobody_says_has_moved_stays_two_and_is_listed() -> None:
    """The same people often meet twice: without a word of a new date the two are listed as possibly the same."""
    found = timeline(
        ("2021-03-01", "Finance minister Anna Lindholm will meet Paul Okoro in Vienna on 9 March."),
        ("2021-03-17", "Lindholm met Okoro in Vienna on Tuesday."),
    )
    assert [event.span.edtf for event in found.events] == ["2021-03-09", "2021-03-16"]
    assert {(pair.first, pair.second) for pair in found.possible_pairs} == {tuple(event.id for event in found.events)}


def test_what_calls_off_an_old_date_does_not_call_off_the_new_one() -> None:
    """The article that names the new day also says that the plan for the old one was given up."""
    (event,) = timeline(
        ("2021-01-10", "The water conference on the Danube will open in Vienna on 2 March."),
        (
            "2021-02-20",
            "The water conference on the Danube will open in Vienna on 5 May. The plan of a water conference in March was given up.",
        ),
    ).events
    assert (event.span.edtf, event.status) == ("2021-05-05", "planned")
    assert [change.change for change in event.history] == ["first reported", "moved"]


def test_what_is_called_off_or_put_off_lies_ahead() -> None:
    """The verb is in the past, the day is the coming one."""
    off = timeline(("2021-03-08", "The water summit in Nairobi on Tuesday was cancelled."))
    assert [(event.span.edtf, event.status) for event in off.events] == [("2021-03-09", "cancelled")]
    put = timeline(("2021-03-08", "The trial of Rosa Petrov was postponed to May."))
    assert [(event.span.edtf, event.status) for event in put.events] == [("2021-05", "postponed")]


def test_a_denial_names_who_denies() -> None:
    """What was reported is denied by the person who should know; the event keeps its title."""
    (event,) = timeline(
        ("2021-03-01", "President Ivo Marek met Karin Solberg in Prague on Sunday."),
        ("2021-03-03", "Karin Solberg denied that she had met Ivo Marek in Prague on Sunday."),
    ).events
    assert event.status == "denied"
    assert event.title == "Marek meets Solberg in Prague"
    assert [(change.change, change.by) for change in event.history] == [("first reported", None), ("denied", "Karin Solberg")]


def test_a_plan_without_report_stays_planned_with_a_note() -> None:
    """The day has passed and nobody told that it took place."""
    (event,) = timeline(("2021-03-10", "The envoys will meet in Oslo on 15 March."), as_of="2021-04-01").events
    assert (event.status, event.note) == ("planned", "no report that it took place")


def test_what_may_come_is_overdue_and_what_is_alleged_is_not() -> None:
    """Nobody waits for a report on what is said to have happened before."""
    (ahead,) = timeline(("2021-03-10", "The envoys may meet in Oslo on 15 March."), as_of="2021-04-01").events
    assert (ahead.status, ahead.note) == ("possible", "no report that it took place")
    (alleged,) = timeline(("2021-03-10", "Rosa Petrov allegedly met the envoys in Oslo on 5 March."), as_of="2021-04-01").events
    assert (alleged.status, alleged.note) == ("possible", None)


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


def test_the_day_announced_is_shown_where_the_report_tells_only_the_month() -> None:
    """A report that it happened "in May" does not unsettle the 14th; one that gives another day does."""
    plan = ("2021-03-10", "Shareholders of Acme Corp. will vote on the merger in Vienna on 14 May.")
    for later, edtf in (("in May", "2021-05-14"), ("on 15 May", "2021-05-15")):
        (event, *_) = reversed(timeline(plan, ("2021-07-10", f"Shareholders of Acme Corp. voted on the merger in Vienna {later}.")).events)
        assert (event.span.edtf, event.status) == (edtf, "happened")


def test_two_days_that_were_set_are_two_events_unless_an_article_says_that_the_plan_moved() -> None:
    """The same people hold the same thing again; what was only expected in some month may be given its day unsaid."""
    first = ("2021-03-01", "The water conference on the Danube will open in Vienna on 9 April.")
    second = "The water conference on the Danube will open in Vienna on 20 May."
    found = timeline(first, ("2021-03-20", second))
    assert [event.span.edtf for event in found.events] == ["2021-04-09", "2021-05-20"]
    assert len(found.possible_pairs) == 1
    (event,) = timeline(first, ("2021-03-20", second.replace("will open", "will now open"))).events
    assert event.span.edtf == "2021-05-20"
