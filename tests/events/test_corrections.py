"""timeline.yaml: each verb, the order in which they work, and errors that point to their place."""

from __future__ import annotations

from functools import partial

import pytest

from generator import ledger
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
    ("- merge: [2021-one]\n", 1, "two ids"),
    ("- merge: [met in Oslo, met in Riga]\n", 1, 'not "met in Oslo"'),
    ("- edit: met in Oslo\n", 1, "says nothing to change"),
    ("- pin: 2021-a\n", 1, "says nothing to change"),
    ("- add: {title: T, date: 2021-13-01}\n", 1, '"2021-13-01" is not a date: month'),
    ("- add: {title: T, date: 05/06/2021}\n", 1, '"05/06/2021" is not a date'),
    ("- just words\n", 1, "not plain text"),
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


def test_a_tab_is_called_a_tab() -> None:
    """YAML forbids them, and few people see them."""
    with pytest.raises(CorrectionError) as caught:
        load("- edit: met in Oslo\n\tstatus: possible\n")
    assert "spaces instead of tabs" in caught.value.problems[0].hint


def test_the_address_of_a_page_serves_as_the_id() -> None:
    """What one copies from the browser works as it is."""
    (rule,) = load(f"- drop: https://example.org/road/events/2021/{A}.html\n").rules
    assert rule.ids == (A,)
    assert load(f"- merge: [events/2021/{A}.html, {B}]\n").rules[0].ids == (A, B)


def test_an_added_event_is_changed_where_it_is_added() -> None:
    """Additions come last, so a pin cannot find them; the warning leads to the line."""
    (problem,) = corrected("- add: {title: Border opens, date: 2021-03-05}\n- pin: 2021-03-05-border-opens\n  status: planned\n").problems
    assert problem.line == 2
    assert "line 1 adds that event" in problem.hint


def test_one_report_cannot_be_split() -> None:
    """The warning says why nothing happens."""
    (problem,) = corrected(f"- split: {A}\n").problems
    assert "one report" in problem.hint


def test_many_aliases_are_refused() -> None:
    """A file that would blow up is not read."""
    with pytest.raises(CorrectionError, match="aliases"):
        load("- add: &a {title: T, date: 2021}\n" + "- *a\n" * 60)


@pytest.mark.parametrize("text", ["- drop: " + "[" * 100_000, "- drop: " + "{a: " * 50_000, "".join(" " * i + "-\n" for i in range(200))])
def test_deep_nesting_is_refused_at_once(text: str) -> None:
    """The parser would take minutes for some thousand brackets."""
    with pytest.raises(CorrectionError, match="nested too deeply"):
        load(text)


def remembered(text: str, before: Timeline, *bodies: tuple[str, str]) -> Timeline:
    """The timeline of `bodies` with corrections, after a build that gave `before`."""
    _, book, _ = ledger.identify(before, ledger.Ledger())
    return timeline(*bodies, corrections=load(text), recall=partial(ledger.recall, book))


def test_an_id_that_only_the_ledger_knows_works() -> None:
    """The article was corrected and its date moved; the address that readers know still names the event."""
    before = timeline(("2021-03-10", "The envoys met in Oslo on Monday."), SECOND)
    after = (("2021-03-17", "The envoys met in Oslo on Monday."), SECOND)  # published a week later: another Monday
    assert ids(timeline(*after)) == [B, "2021-03-15-envoys-meet-in-oslo"]
    assert ids(remembered(f"- drop: {A}\n", before, *after)) == [B]
    pinned = remembered(f"- pin: {A}\n  status: possible\n", before, *after)
    assert [event.status for event in pinned.events] == ["happened", "possible"]
    assert not pinned.problems


def test_a_redirected_id_works() -> None:
    """Two events were joined by hand: the id that leads to the other is one to correct by."""
    before = corrected(f"- merge: [{A}, {B}]\n")
    _, book, _ = ledger.identify(before, ledger.Ledger())
    text = f"- merge: [{A}, {B}]\n- pin: {B}\n  title: Two things at once\n"
    found = timeline(FIRST, SECOND, corrections=load(text), recall=partial(ledger.recall, book))
    assert [event.title for event in found.events] == ["Two things at once"]
    assert not found.problems


def test_a_merge_holds_when_a_part_gets_a_new_date() -> None:
    """The joined events are known by their sentences, so a moved date does not take them apart."""
    text = f"- merge: [{A}, {B}]\n"
    before = corrected(text)
    _, book, _ = ledger.identify(before, ledger.Ledger())
    found = timeline(("2021-03-17", FIRST[1]), SECOND, corrections=load(text), recall=partial(ledger.recall, book))
    assert len(found.events) == 1


def test_a_merge_that_is_taken_back_is_gone() -> None:
    """The ledger remembers the joined event, but only the lines that stand in the file join."""
    c = "2021-03-09-acme-corp-sues-borealis-bank"
    third = ("2021-03-10", "Acme Corp. sued Borealis Bank on Tuesday.")
    before = corrected(f"- merge: [{A}, {B}]\n- merge: [{A}, {c}]\n", FIRST, SECOND, third)
    assert len(before.events) == 1
    found = remembered(f"- merge: [{A}, {B}]\n", before, FIRST, SECOND, third)
    assert [len(event.mentions) for event in found.events] == [2, 1]


def test_words_that_match_nothing_name_the_nearest_sentence() -> None:
    """A misquoted sentence is shown as it reads."""
    (problem,) = corrected("- edit: envoys had met in Oslo\n  status: possible\n").problems
    assert "The envoys met in Oslo" in problem.hint
    assert (problem.line, problem.column) == (1, 3)


def test_pin_and_split_want_an_id() -> None:
    """Words of a sentence are no id, and the message says where to find one."""
    with pytest.raises(CorrectionError) as caught:
        load('- pin: "met in Oslo"\n  status: possible\n- split: the march\n')
    assert [(problem.line, problem.column) for problem in caught.value.problems] == [(1, 8), (3, 10)]
    assert "address" in caught.value.problems[0].hint
