from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from generator import dates
from generator.errors import CorrectionError, Problem
from generator.events.corrections import Corrections, correct_events, edit_mentions, load
from generator.model import Event, Mention, Source, Trigger
from generator.slugs import slug


def mention(path: str, quote: str, title: str, day: int = 14) -> Mention:
    source = Source(path, "An article", published=datetime(2013, 5, 15, 8, tzinfo=UTC))
    return Mention(source, 0, quote, 0, len(quote), Trigger("met", 0, 3, "meet"), None, dates.day(date(2013, 5, day)), "happened", title)


OSLO = mention("content/a.md", "The council met in Oslo\non Tuesday.", "Council meets in Oslo")
BERGEN = mention("content/b.md", "Ministers gathered in Bergen.", "Ministers gather in Bergen", 16)


def make(mentions: tuple[Mention, ...]) -> Event:
    first = mentions[0]
    assert first.span is not None
    return Event("", "", first.title, first.span, first.status, mentions, places=first.places, people=first.people)


def names(events: tuple[Event, ...]) -> tuple[Event, ...]:
    return tuple(replace(event, id=slug(event.title)) for event in events)


def corrected(text: str, *mentions: Mention) -> tuple[list[Event], list[Problem]]:
    corrections = load(text)
    kept, problems = edit_mentions(mentions or (OSLO, BERGEN), corrections)
    events, more = correct_events(tuple(make((one,)) for one in kept), corrections, names, make)
    return list(events), problems + more


def test_edit_changes_what_one_sentence_was_read_as() -> None:
    """A report is named by its file and a part of its sentence, whatever its line breaks."""
    events, problems = corrected("edit:\n- {article: a.md, quote: met in oslo on, date: 2013-05-13, status: planned, place: Oslo}\n")

    assert not problems
    assert (events[0].span.edtf, events[0].status, events[0].places) == ("2013-05-13", "planned", ("Oslo",))
    assert events[1].span.edtf == "2013-05-16"


def test_drop_takes_out_a_report() -> None:
    """Only the report that holds the words goes."""
    events, problems = corrected("drop:\n  - quote: gathered in Bergen\n")

    assert not problems
    assert [event.title for event in events] == ["Council meets in Oslo"]


def test_drop_takes_out_an_event_by_id() -> None:
    """A bare id is enough."""
    events, problems = corrected("drop: [council-meets-in-oslo]\n")

    assert not problems
    assert [event.title for event in events] == ["Ministers gather in Bergen"]


@pytest.mark.parametrize("form", ["merge: [{0}, {1}]", "merge:\n- [{0}, {1}]", "merge:\n- events: [{0}, {1}]"])
def test_merge_joins_events_and_says_who_did(form: str) -> None:
    """The first one named gives the title; the reason names file and line."""
    events, problems = corrected(form.format("council-meets-in-oslo", "ministers-gather-in-bergen"))

    assert not problems
    assert len(events) == 1
    assert events[0].title == "Council meets in Oslo"
    assert len(events[0].mentions) == 2
    assert "timeline.yaml, line" in events[0].reasons[0]


def test_split_gives_each_article_its_own_event() -> None:
    """Without a quote, the reports of each article stand by themselves."""
    corrections = load("split: [council-meets-in-oslo]\n")
    events, problems = correct_events((make((OSLO, BERGEN)),), corrections, names, make)

    assert not problems
    assert [len(event.mentions) for event in events] == [1, 1]


def test_split_with_a_quote_takes_out_what_it_means() -> None:
    """The rest stays together."""
    third = mention("content/c.md", "The council met again in Oslo.", "Council meets again")
    corrections = load("split:\n- event: council-meets-in-oslo\n  quote: gathered\n")
    events, _ = correct_events((make((OSLO, BERGEN, third)),), corrections, names, make)

    assert [len(event.mentions) for event in events] == [2, 1]


def test_pin_fixes_an_event_against_its_sources() -> None:
    """A pinned date wins and ends the disagreement; the reason is kept."""
    doubtful = replace(make((OSLO,)), alternatives=(dates.day(date(2013, 5, 20)),))
    corrections = load("pin:\n- {event: council-meets-in-oslo, date: 2013-05-12, title: Council sits}\n")
    events, _ = correct_events((doubtful,), corrections, names, make)

    assert (events[0].span.edtf, events[0].title, events[0].disagreement) == ("2013-05-12", "Council sits", False)
    assert events[0].reasons == ("fixed by the editor (timeline.yaml, line 2)",)


def test_add_makes_an_event_that_no_article_reports() -> None:
    """Title and date are enough."""
    text = "add:\n- title: Constitution Day\n  date: 2013-05-17\n  place: Eidsvoll\n  tags: [holiday]\n  note: Every year.\n"
    events, problems = corrected(text)

    assert not problems
    added = events[-1]
    assert (added.title, added.span.edtf, added.places, added.tags, added.note) == (
        "Constitution Day", "2013-05-17", ("Eidsvoll",), ("holiday",), "Every year.",
    )  # fmt: skip
    assert added.mentions[0].explicit


def test_edit_comes_before_merge_and_pin_after_it() -> None:
    """The documented order holds, however the file is written."""
    text = """
pin:
- {event: council-sits, status: ongoing}
merge: [council-sits, ministers-gather-in-bergen]
edit:
- {quote: met in Oslo, title: Council sits}
"""
    events, problems = corrected(text)

    assert not problems
    assert [(event.title, event.status, len(event.mentions)) for event in events] == [("Council sits", "ongoing", 2)]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("drop: [council-meets-in-oslos]\n", "the nearest is council-meets-in-oslo"),
        ("edit:\n- {quote: met in Osla on Tuesday, title: x}\n", 'the nearest is quote: "The council met in Oslo on Tuesday."'),
        ("merge: [council-meets-in-oslo, ministers-gather]\n", "the nearest is ministers-gather-in-bergen"),
        ("split:\n- quote: nobody\n", "the nearest is"),
    ],
)
def test_what_matches_nothing_is_a_warning_with_the_nearest_candidate(text: str, hint: str) -> None:
    """A correction is never ignored in silence."""
    events, problems = corrected(text)

    assert len(events) == 2
    assert [problem.severity for problem in problems] == ["warning"]
    assert hint in problems[0].hint
    assert problems[0].line > 0


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ("drp: [x]\n", 1, 1, 'unknown correction "drp"', 'did you mean "drop"?'),
        ("edit:\n- {event: x, titel: y}\n", 2, 14, 'edit has no field "titel"', 'did you mean "title"?'),
        ("edit:\n- event: x\n  status: hapened\n", 3, 11, '"hapened" is not a status', 'did you mean "happened"?'),
        ("add:\n- title: x\n  date: 14 May\n", 3, 9, '"14 May" is not a date', "write 2013-05-14"),
        ("add:\n- title: x\n", 2, 3, "add does not say what is meant", "give it a date"),
        ("edit:\n- event: x\n", 2, 3, "edit changes nothing", "set at least one of"),
        ("pin:\n- title: x\n", 2, 3, "pin does not say what is meant", "name the event by its id"),
        ("merge:\n- [x]\n", 2, 3, "merge does not say what is meant", "[first-id, second-id]"),
        ("edit:\n- {title: [\n", 3, 1, "cannot be read", "quotation marks"),
        ("- a\n", 1, 1, "is not a list of corrections", "write a verb"),
        ("a: " + "[" * 50 + "]" * 50, 1, 13, "is nested too deeply", "no deeper"),
    ],
)
def test_a_mistake_points_to_its_line_and_column(text: str, line: int, column: int, message: str, hint: str) -> None:
    """The message says what is wrong, the hint what to write."""
    with pytest.raises(CorrectionError) as caught:
        load(text)

    problem = caught.value.problems[0]
    assert message in problem.message
    assert hint in problem.hint
    assert (problem.line, problem.column) == (line, column)


def test_all_mistakes_of_a_file_are_reported_at_once() -> None:
    """One look at the file is enough to mend it."""
    with pytest.raises(CorrectionError) as caught:
        load("drp: [x]\nedit:\n- {event: x, titel: y}\nadd:\n- title: z\n")

    assert len(caught.value.problems) >= 3


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n", "merge:\n", "---\n"])
def test_an_empty_file_is_no_correction(text: str) -> None:
    """A verb without items says nothing."""
    assert load(text) == Corrections("timeline.yaml")
