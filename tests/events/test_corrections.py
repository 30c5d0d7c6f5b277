"""timeline.yaml: each verb, the order in which they work, and errors that point to their place."""

from __future__ import annotations

import pytest

from generator.errors import CorrectionError
from generator.events.corrections import load
from generator.model import Timeline
from tests.events.helpers import timeline

FIRST = ("2021-03-10", "The envoys met in Oslo on Monday.")
SECOND = ("2021-03-11", "Skaters marched in Turku on 3 March.")
A, B = "2021-03-08-envoys-meet-in-oslo", "2021-03-03-skaters-march-in-turku"


def corrected(text: str, *bodies: tuple[str, str]) -> Timeline:
    return timeline(*(bodies or (FIRST, SECOND)), corrections=load(text))


def ids(found: Timeline) -> list[str]:
    return [event.id for event in found.events]


def test_without_corrections_ids_are_date_and_title() -> None:
    """The ids that corrections name."""
    assert ids(corrected("")) == [B, A]
    assert ids(corrected("# nothing but a remark\n")) == [B, A]


def test_pin_holds_what_it_sets() -> None:
    """A pinned date and title win; the former id stays an alias."""
    found = corrected(f"- pin: {A}\n  date: 2021-03-07\n  title: Envoys gather\n")
    (event,) = [event for event in found.events if A in event.aliases]
    assert (event.span.edtf, event.title, event.id) == ("2021-03-07", "Envoys gather", "2021-03-07-envoys-gather")


def test_edit_by_id_and_by_words() -> None:
    """An edit finds an event by its id, or a report by words of its sentence."""
    assert corrected(f"- edit: {A}\n  status: possible\n").events[1].status == "possible"
    found = corrected("- edit: Skaters marched\n  article: content/1.md\n  date: 2021-03\n")
    assert "2021-03" in {event.span.edtf for event in found.events}


def test_drop_by_id_and_by_words() -> None:
    """What is dropped is gone."""
    assert ids(corrected(f"- drop: {A}\n")) == [B]
    assert ids(corrected("- drop: Skaters marched\n")) == [A]


def test_merge_joins_by_hand() -> None:
    """All sources in one event, former ids as aliases, the reason naming the line."""
    (event,) = corrected(f"- merge: [{A}, {B}]\n").events
    assert len(event.mentions) == 2
    assert {A, B} - {event.id} <= set(event.aliases)
    assert "line 1" in event.reasons[-1]


def test_split_takes_apart() -> None:
    """Each source becomes an event."""
    both = (
        ("2021-03-10", "Anna Lindholm met Paul Okoro in Oslo on Monday."),
        ("2021-03-10", "Anna Lindholm met Paul Okoro in Oslo on 8 March."),
    )
    (event,) = corrected("", *both).events
    assert len(corrected(f"- split: {event.id}\n", *both).events) == 2


def test_add_makes_an_event() -> None:
    """An added event lies in its place in time."""
    found = corrected("- add: {title: Border opens, date: 2021-03-05, place: Narva}\n")
    assert ids(found) == [B, "2021-03-05-border-opens", A]
    assert found.events[1].places == ("Narva",)


def test_corrections_work_in_the_documented_order() -> None:
    """Reports are edited before they are merged, merges by hand come after, additions last."""
    found = corrected(f"- add: {{title: Border opens, date: 2021-03-05}}\n- merge: [{A}, {B}]\n- edit: {A}\n  title: Talks\n")
    assert [event.title for event in found.events if event.title == "Border opens"]
    assert len(found.events) == 2


def test_a_correction_that_matches_nothing_names_the_nearest() -> None:
    """A stale correction is a warning, never silent."""
    (problem,) = corrected("\n- drop: 2021-03-08-envoys-meet-in-olso\n").problems
    assert (problem.severity, problem.line) == ("warning", 2)
    assert A in problem.hint


WRONG = [
    ("- pim: x\n", 1, "no verb"),
    ("drop: x\n", 1, "list"),
    ("- drop: x-y\n  stauts: denied\n", 2, "unknown key"),
    ("- edit: 2021-a\n  status: hapened\n", 2, "happened"),
    ("- edit: 2021-a\n  date: 2021-02-31\n", 2, ""),
    ("- merge: [one]\n", 1, "two ids"),
    ("- add: {title: T}\n", 1, "title and a date"),
    ("- drop: [\n", 2, "not YAML"),
]


@pytest.mark.parametrize(("text", "line", "words"), WRONG)
def test_mistakes_are_told_with_line_and_column(text: str, line: int, words: str) -> None:
    """Every problem says where it is and what is wrong."""
    with pytest.raises(CorrectionError) as caught:
        load(text)
    problem = caught.value.problems[0]
    assert problem.line == line
    assert problem.column > 0
    assert words in problem.message


def test_all_mistakes_are_told_at_once() -> None:
    """One run, every problem."""
    with pytest.raises(CorrectionError) as caught:
        load("- pim: x\n- merge: [one]\n")
    assert len(caught.value.problems) == 2


def test_many_aliases_are_refused() -> None:
    """A file that would blow up is not read."""
    with pytest.raises(CorrectionError, match="aliases"):
        load("- add: &a {title: T, date: 2021}\n" + "- *a\n" * 60)
