"""Articles on one story: what they tell in other words, without a date or on the day that one of them had announced."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.build import build
from generator.model import Event
from tests.events.helpers import read, timeline

ROOT = Path(__file__).parents[2]

# Two articles on one story and what both tell of it, beside events that only one tells.
ONE_STORY = [
    (  # the later one names nobody beside the event, but both are about the Marie Lind and Halle Lines
        ("2021-03-10", "The ferry Marie Lind capsized off Orne on Tuesday. Halle Lines owns the Marie Lind. Anna Dahl runs Halle Lines."),
        (
            "2021-06-20",
            "Halle Lines was fined on Saturday. The vessel sank in March. The Marie Lind carried 40 people, said Anna Dahl.",
        ),
    ),
    (  # the later one comes back to the day on which the earlier one led with its news
        (
            "2021-03-10",
            "Nordmill agreed on Wednesday to buy the pasta maker Casa Bruno. Nordmill bakes bread, said Anna Dahl. Casa Bruno is in Lecce.",
        ),
        (
            "2021-05-13",
            "Shareholders of Casa Bruno met on Wednesday. The offer was presented on 10 March. Nordmill paid. Anna Dahl runs Nordmill.",
        ),
    ),
    (  # what was announced for a day, and what then was done on it
        (
            "2021-03-10",
            "The crew of the Marie Lind was honoured on Tuesday. A day of mourning is planned for 16 March. Anna Dahl runs Halle Lines.",
        ),
        (
            "2021-04-20",
            "Halle Lines lost a case on Monday. Hundreds lit candles on 16 March. The Marie Lind lies off Orne, said Anna Dahl.",
        ),
    ),
    (  # what was to be published, and how the later one tells of it
        (
            "2021-03-10",
            "Nordmill raised its offer for Casa Bruno on Tuesday. Casa Bruno is to publish its results on 19 March, said Anna Dahl.",
        ),
        (
            "2021-04-20",
            "Nordmill won Casa Bruno on Monday. A dividend was announced on 19 March. Anna Dahl runs Nordmill.",
        ),
    ),
    (  # a plan for a month and its day, in two words for one kind
        (
            "2021-03-10",
            "Mayor Ines Falk lost to Boris Stahl on Tuesday. Boris Stahl is to take office in May. Ines Falk leads the Reed Party.",
        ),
        (
            "2021-03-30",
            "Boris Stahl named his team on Monday. The winner will be sworn in on 3 May. Ines Falk of the Reed Party thanked Boris Stahl.",
        ),
    ),
    (  # a fine, told by its verb and a month, then by its noun and a season
        (
            "2021-06-10",
            "Halle Lines sold two ships on Monday. The firm was fined in April for its noisy fog horns. Anna Dahl runs the Marie Lind.",
        ),
        (
            "2021-09-20",
            "Halle Lines lost a case on Friday. A fine was imposed in the spring. The Marie Lind lies off Orne, said Anna Dahl.",
        ),
    ),
    (  # of two things done on the day for which one was announced, the one in the lead
        (
            "2021-03-10",
            "The Marie Lind stayed in Orne on Tuesday. A second try is planned for 12 March. Anna Dahl runs Halle Lines.",
        ),
        (
            "2021-03-13",
            "The Marie Lind crossed the strait on Friday. Crowds lined the pier on Friday. Anna Dahl of Halle Lines was pleased.",
        ),
    ),
]


def _shared(*bodies: tuple[str, str]) -> list[Event]:
    """The events that several articles tell."""
    return [event for event in timeline(*bodies).events if len({mention.source.path for mention in event.mentions}) > 1]


@pytest.mark.parametrize(("first", "second"), ONE_STORY)
def test_articles_on_one_story_need_less_to_tell_one_event(first: tuple[str, str], second: tuple[str, str]) -> None:
    """A name less beside the event is made up by those that both articles come back to; the reasons say so."""
    (event,) = _shared(first, second)
    assert any("one story" in reason for reason in event.reasons)


FERRY = "The ferry Marie Lind sank off Orne on 9 March. Halle Lines owns the Marie Lind. Anna Dahl runs Halle Lines."
RECALLS = [
    "Halle Lines sold two ships on Monday. Anna Dahl, who led the firm when the Marie Lind sank, was not asked.",
    "Halle Lines sold two ships on Monday. Since the sinking of the Marie Lind the firm has lost its trade, said Anna Dahl.",
]


@pytest.mark.parametrize("later", RECALLS)
def test_a_report_without_a_date_takes_that_of_the_event_that_it_recalls(later: str) -> None:
    """Its kind and names tell which event is meant; the date is marked as that of the other report."""
    (event,) = _shared(("2021-03-10", FERRY), ("2021-06-20", later))
    (recalled,) = [mention for mention in event.mentions if mention.source.path.endswith("1.md")]
    assert (event.span.edtf, recalled.span, recalled.time) == ("2021-03-09", event.span, None)
    assert recalled.inferred is not None
    assert "recalls" in recalled.inferred


def test_a_report_without_a_date_gives_no_entry_by_itself() -> None:
    """Nothing dates the sinking here."""
    assert [event.title for event in timeline(("2021-06-20", RECALLS[0])).events] == ["Halle Lines sells two ships"]


def test_a_report_without_a_date_joins_nothing_where_two_events_fit() -> None:
    """The ferry sank twice."""
    twice = FERRY + " The Marie Lind sank off Orne on 2 February as well."
    assert not _shared(("2021-03-10", twice), ("2021-06-20", RECALLS[0]))


def test_much_the_same_words_make_up_for_a_vague_date() -> None:
    """A fine told by its month is the penalty that another article tells only for "earlier this year"."""
    first = "Halle Lines sold two ships on Monday. It was fined in March over its faulty fire doors. Anna Dahl runs the Marie Lind."
    second = "Halle Lines lost a case on Friday. The line was sanctioned this year over its fire doors. Anna Dahl runs the Marie Lind."
    assert [event.span.edtf for event in _shared(("2021-06-10", first), ("2021-06-20", second))] == ["2021-03"]


def test_a_report_without_a_date_recalls_no_other_event_by_its_kind_alone() -> None:
    """The canteen has nothing to do with the piers."""
    piers = "The piers of three firms were shut on Tuesday because of rot. Halle Lines owns the Marie Lind. Anna Dahl runs Halle Lines."
    canteen = "Halle Lines lost a case on Friday. She said that the firm had closed its canteen. The Marie Lind is Anna Dahl's."
    assert not _shared(("2021-03-10", piers), ("2021-06-20", canteen))


AGAIN = [
    ("Anna Dahl, who led the firm when the Marie Lind sank, was not asked.", 2),
    ("Since the sinking, Anna Dahl said, the firm has lost its trade.", 2),
    ("After the sinking of the Ada Reed in a storm Halle Lines had new doors put in.", 1),
    ("Anna Dahl left when Orne Freight's barge sank in a storm.", 1),
]


@pytest.mark.parametrize(("again", "reports"), AGAIN)
def test_what_an_article_tells_again_without_a_date(again: str, reports: int) -> None:
    """Another sentence of one kind means the same event only where it says nothing else, or something of what the first said."""
    (event, _) = timeline(
        ("2021-05-11", f"{FERRY} {again}"), ("2021-05-20", RECALLS[0].partition(".")[0] + ". " + FERRY.partition(". ")[2])
    ).events
    assert len(event.mentions) == reports


def test_what_others_do_on_the_day_of_a_plan_is_not_its_outcome() -> None:
    """The raid named others than the visit did."""
    plan = "The Marie Lind stayed in Orne on Tuesday. Anna Dahl is to visit the port on 12 March. Halle Lines owns the Marie Lind."
    other = "Halle Lines lost a case on Saturday. Guards raided the Reed Party on Friday. The Marie Lind is Anna Dahl's."
    assert not _shared(("2021-03-10", plan), ("2021-03-13", other))


def test_to_pick_and_to_choose_are_one() -> None:
    """The one is told by its month, the other by its year."""
    first = "Halle Lines sold two ships on Monday. Orne picked the Marie Lind as its ferry in June 2018. Anna Dahl runs Halle Lines."
    second = "Halle Lines lost a case on Friday. Orne chose the Marie Lind as its ferry in 2018. Anna Dahl was absent."
    (event,) = _shared(("2021-03-10", first), ("2021-06-20", second))
    assert event.span.edtf == "2018-06"


def test_articles_that_share_one_name_are_not_on_one_story() -> None:
    """Anna Dahl is in both, but nothing else is."""
    other = "Lars Moe met Anna Dahl on Monday. The vessel of Lars Moe sank in March. The Blue Heron carried corn for Moe Grain."
    assert not _shared(("2021-03-10", FERRY), ("2021-06-20", other))


APART = [
    (  # talks on a day in June that only prepare what June is to bring
        "The Danube conference is planned for June in Vienna. Halle Lines pays for it. Anna Dahl of the Reed Party is its host.",
        "Anna Dahl praised Halle Lines. Officials will meet in Vienna on 25 June to prepare the conference. The Reed Party was absent.",
    ),
    (  # two events of one day, both of known and different kinds
        "The Marie Lind left Orne on 9 March. Halle Lines owns the Marie Lind. Anna Dahl runs Halle Lines.",
        "The board of Halle Lines voted for a merger on 9 March. The Marie Lind is new. Anna Dahl was absent.",
    ),
    (  # an article that tells of both in sentences of its own
        "The Marie Lind left Orne with cars on 9 March. The ferry had sunk by midnight. Halle Lines owns it. Anna Dahl runs Halle Lines.",
        "Anna Dahl was charged on Monday. The Marie Lind of Halle Lines sank on 9 March because a door was open.",
    ),
    (  # what the sentence of the lead tells is news and no memory
        "The Marie Lind sank on 2 March. Halle Lines owns the Marie Lind. Anna Dahl runs Halle Lines.",
        "The Marie Lind of Halle Lines sank again, said Anna Dahl.",
    ),
]


@pytest.mark.parametrize(("first", "second"), APART)
def test_events_of_one_story_stay_apart(first: str, second: str) -> None:
    """One story has several events."""
    assert not _shared(("2021-03-10", first), ("2021-06-20", second))


@pytest.mark.parametrize(
    ("sentence", "trigger", "edtf"),
    [
        ("The approval of Halle Lines followed last month.", "approval", "2021-02"),
        ("They are still angry about last month's refused approach.", "approach", "2021-02"),
        ("Dahl has been on leave since January.", "leave", "2021-01"),
    ],
)
def test_what_a_dated_clause_only_hints_at_is_kept_in_the_background(sentence: str, trigger: str, edtf: str) -> None:
    """It can support an event that is told elsewhere and makes none by itself."""
    (mention,) = read(sentence)[0]
    assert (mention.trigger.text, mention.span.edtf if mention.span else None, mention.background) == (trigger, edtf, True)


def test_what_an_article_is_about_does_not_hang_on_a_plain_word_told_once() -> None:
    """A note below a text leaves its reports as they are, so that nothing need be merged anew."""
    assert read(FERRY)[0] == read(FERRY + " Note 1 adds nothing. Plainly so.")[0]
    assert read(FERRY)[0][0].about != read(FERRY + " He saw the Ariane-5 there.")[0][0].about


HOSTS = "Halle Lines and Boris Stahl are at odds. Anna Dahl runs Halle Lines. The Marie Lind lies off Orne."
APART = [
    (  # a denial by somebody else is not what became of a plan
        ("2021-03-08", f"The port of Orne will decide on Wednesday whether two more lines may use its piers. {HOSTS}"),
        ("2021-03-10", f"Anna Dahl denied reports that a rival had decided to leave the town. {HOSTS}"),
    ),
    (  # what is done at a meeting is another event than that it is held
        ("2021-03-08", f"Halle Lines will meet in Orne on Wednesday. {HOSTS}"),
        ("2021-03-12", f"Halle Lines signed a lease of two piers on Wednesday. {HOSTS}"),
    ),
    (  # meetings of others, told vaguely
        ("2021-04-26", f"Members of the guild will meet in Lisle next week to elect a chairman. {HOSTS}"),
        ("2021-05-03", f"Their deputies will meet in the spring to go on with it. {HOSTS}"),
    ),
]


@pytest.mark.parametrize(("first", "second"), APART)
def test_one_day_and_one_story_are_not_enough_for_one_event(first: tuple[str, str], second: tuple[str, str]) -> None:
    """A wrong merge does more harm than two entries."""
    assert not _shared(first, second)


def test_what_an_article_plans_and_what_it_tells_are_two() -> None:
    """The deputies' meeting lies ahead of the article that tells of the ministers'."""
    events = timeline(("2021-07-03", "Ministers met in Orne on Tuesday. Their deputies will meet in the summer to go on.")).events
    assert [len(event.mentions) for event in events] == [1, 1]


def test_a_meeting_without_a_date_and_names_recalls_no_meeting_of_others(tmp_path: Path) -> None:
    """In the example the Arctic Council's ministers meet in the town where Kerry has met Lavrov, which alone tells nothing."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    for name in ("site.toml", "timeline.yaml"):
        shutil.copy(ROOT / name, tmp_path)
    build(tmp_path)
    events = json.loads((tmp_path / "output" / "events.json").read_text())["events"]
    (kiruna,) = [event for event in events if event["title"] == "Kerry meets Lavrov in Kiruna"]
    assert len(kiruna["sources"]) == 4
    assert not any("town hall" in source["quote"] for source in kiruna["sources"])


def test_what_is_decided_on_a_day_is_not_whatever_was_signed_then() -> None:
    """A plan and a deed of its day that share nothing are two, unless the lead tells the outcome."""
    plan = (
        "The Marie Lind stayed in Orne on Tuesday. The council will decide on 12 March whether six guests may watch. "
        "Halle Lines owns the Marie Lind."
    )
    deed = (
        "Halle Lines lost a case on Saturday. Guards signed a pact on oil on Friday. The Marie Lind is Anna Dahl's, who runs Halle Lines."
    )
    assert not _shared(("2021-03-10", plan), ("2021-03-13", deed))
