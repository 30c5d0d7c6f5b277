from __future__ import annotations

from datetime import UTC, date, datetime

from generator import dates
from generator.dates import DateSpan
from generator.events.history import NO_REPORT, event_of
from generator.model import Mention, Source, Status, Trigger

JUNE_EARLY = dates.month(2013, 6, "start")
JULY = dates.month(2013, 7)
JUNE_5 = dates.day(date(2013, 6, 5))
JUNE_6 = dates.day(date(2013, 6, 6))


def report(published: date, span: DateSpan | None, status: Status, title: str = "", inferred: str | None = None) -> Mention:
    source = Source(f"content/{published}-{title or status}.md", "x", published=datetime(*published.timetuple()[:3], 9, tzinfo=UTC))
    return Mention(source, 0, "q", 0, 1, Trigger("talks", 0, 5, "talk"), None, span, status, title or f"Talks {status}", inferred)


MAY_15, MAY_30, JUNE_20 = date(2013, 5, 15), date(2013, 5, 30), date(2013, 6, 20)


def test_a_plan_that_moves_has_the_date_told_last() -> None:
    """The older date is history, not a disagreement."""
    event = event_of([report(MAY_30, JULY, "planned"), report(MAY_15, JUNE_EARLY, "planned")])

    assert event.span == JULY
    assert not event.disagreement
    assert [(c.change, c.old, c.new) for c in event.history] == [
        ("first reported", None, "2013-06-01/2013-06-10"),
        ("moved", "2013-06-01/2013-06-10", "2013-07"),
    ]


def test_a_plan_that_was_kept_took_place() -> None:
    """What happened wins over the plan, whatever is told later of the plan."""
    late = report(date(2013, 6, 21), JULY, "planned", "Old plan")
    event = event_of([report(MAY_15, JUNE_EARLY, "planned"), report(JUNE_20, JUNE_5, "happened", "Talks open"), late])

    assert (event.status, event.span, event.title) == ("happened", JUNE_5, "Talks open")
    assert [c.change for c in event.history] == ["first reported", "took place"]


def test_the_date_most_articles_give_stands_and_the_other_is_kept() -> None:
    """Sources that differ are shown, not averaged."""
    event = event_of(
        [report(JUNE_20, JUNE_6, "happened", t) for t in ("a",)] + [report(JUNE_20, JUNE_5, "happened", t) for t in ("b", "c")]
    )

    assert event.span == JUNE_5
    assert event.alternatives == (JUNE_6,)


def test_an_exact_date_refines_a_vague_one() -> None:
    """A day inside the month is the same date, better known."""
    event = event_of([report(JUNE_20, dates.month(2013, 6), "happened", "a"), report(JUNE_20, JUNE_5, "happened", "b")])

    assert event.span == JUNE_5
    assert not event.disagreement
    assert [c.change for c in event.history] == ["first reported", "confirmed"]


def test_a_told_date_counts_more_than_an_inferred_one() -> None:
    """Two inferred dates do not outvote a told one."""
    guesses = [report(JUNE_20, JUNE_6, "happened", t, inferred="publication date") for t in ("a", "b")]
    event = event_of([*guesses, report(JUNE_20, JUNE_5, "happened", "c")])

    assert event.span == JUNE_5
    assert not event.inferred


def test_a_cancelled_plan_is_cancelled() -> None:
    """The last word ends it."""
    event = event_of([report(MAY_15, JUNE_EARLY, "planned"), report(MAY_30, None, "cancelled")])

    assert (event.status, event.span) == ("cancelled", JUNE_EARLY)
    assert [c.change for c in event.history] == ["first reported", "cancelled"]


def test_a_plan_whose_day_has_passed_says_that_nothing_was_reported() -> None:
    """It stays planned, with a note."""
    assert event_of([report(MAY_15, JUNE_EARLY, "planned")], date(2013, 7, 1)).note == NO_REPORT
    assert event_of([report(MAY_15, JUNE_EARLY, "planned")], date(2013, 6, 3)).note is None
    assert event_of([report(MAY_15, JUNE_EARLY, "happened")], date(2013, 7, 1)).note is None
