"""What a story tells again long after, in other words and by a vaguer date, and what must stay two."""

from __future__ import annotations

from datetime import date

import pytest

from generator.events import build_timeline
from generator.events.corrections import Corrections
from generator.events.features import Features
from generator.model import Event
from tests.events.helpers import read, told

# An article as day of publication, title and body.
Text = tuple[str, str, str]


def events_of(*texts: Text) -> list[Event]:
    """The events of several articles with titles of their own."""
    mentions = [
        mention
        for number, (day, title, body) in enumerate(texts)
        for mention in read(body, published=day, path=f"content/{number}.md", title=title)[0]
    ]
    return list(build_timeline(mentions, Corrections(), date(2030, 1, 1)).events)


def shared(*texts: Text) -> list[Event]:
    """The events that more than one article tells."""
    return [event for event in events_of(*texts) if len({mention.source.path for mention in event.mentions}) > 1]


HOUSE = "Mora Lindt owns the Quayside. The Quayside stands in Talby."

RETOLD = [
    (  # the deed by the thing that was hit, and the noun for such deeds
        ("2019-05-12", "Tram hits wall", f"A tram struck the wall of the Quayside in Talby on Friday. {HOUSE}"),
        ("2021-02-10", "Quayside sold", f"Mora Lindt sold the Quayside on Monday. The accident, in May 2019, shut the street. {HOUSE}"),
        "2019-05-10",
    ),
    (  # a firm that filed, and its ruin
        ("2019-05-12", "Mill fails", f"The Talby mill filed for bankruptcy on Friday. {HOUSE}"),
        ("2021-02-10", "Quayside sold", f"Mora Lindt sold the Quayside on Monday. The mill collapsed in 2019. {HOUSE}"),
        "2019-05-10",
    ),
    (  # a person's new post, by a month of the plan and by its year
        ("2019-03-12", "New head", "Greta Holm will take over the Quayside in May. The Quayside is in Talby. Greta Holm is 40."),
        ("2021-02-10", "Holm leaves", "Greta Holm quit the Quayside on Monday. She came to Talby in 2019."),
        "2019",
    ),
    (  # what the title calls a choice
        ("2019-05-12", "Quayside picks Holm", f"The board announced on Friday that Greta Holm would run the Quayside. {HOUSE}"),
        ("2021-02-10", "Holm leaves", f"Greta Holm quit the Quayside on Monday. Greta Holm was chosen in 2019. {HOUSE}"),
        "2019-05-10",
    ),
    (  # other words for the deed, the same things around it
        ("2019-05-12", "Vote in Talby", f"The council of Talby agreed on Friday by 9 votes to 4 to pave the cattle market. {HOUSE}"),
        ("2021-02-10", "Quayside sold", f"Mora Lindt sold the Quayside on Monday. The council debated a paved market in 2019. {HOUSE}"),
        "2019-05-10",
    ),
]


@pytest.mark.parametrize(("first", "later", "edtf"), RETOLD)
def test_what_was_news_is_known_again_in_other_words(first: Text, later: Text, edtf: str) -> None:
    """The later article gives the month or the year, and the finer date stands."""
    assert edtf in [event.span.edtf for event in shared(first, later)]


def test_the_only_event_of_a_year_is_what_the_year_means() -> None:
    """No word is shared; with a second event of that year it could be either, and nothing is joined."""
    first = ("2019-05-12", "Swans in Talby", f"The weir let the swans down to the basin on Friday. {HOUSE}")
    later = ("2021-02-10", "Quayside sold", f"Mora Lindt sold the Quayside on Monday. Ducklings hatched in 2019. {HOUSE}")
    second = ("2019-08-12", "Paint", f"The Quayside was painted on Friday. {HOUSE}")
    assert [event.span.edtf for event in shared(first, later)] == ["2019-05-10"]
    assert not shared(first, second, later)


def test_the_only_event_of_the_month_of_a_plan_is_what_came_of_it() -> None:
    """Save where it is a meeting, which may only prepare what is planned."""
    plan = ("2021-03-10", "Plans", f"Mora Lindt sold a barge on Tuesday. The tower is to be repainted in May. {HOUSE}")
    done = ("2021-06-20", "Fire", f"The Quayside burned on Friday. Workers decorated it on 14 May. {HOUSE}")
    met = ("2021-06-20", "Fire", f"The Quayside burned on Friday. Workers met on 14 May. {HOUSE}")
    assert [event.span.edtf for event in shared(plan, done)] == ["2021-05-14"]
    assert not shared(plan, met)


APART = [
    (  # approved and rejected
        ("2021-03-10", "Vote", f"The council of Talby approved the tower of Mora Lindt on 4 March. {HOUSE}"),
        ("2021-06-20", "Vote", f"The board of Talby sold a barge on Friday. It rejected the tower of Mora Lindt in March. {HOUSE}"),
    ),
    (  # found guilty and sentenced
        ("2021-03-10", "Guilty", "Karl Moe was convicted of arson in Talby on 4 March. Karl Moe owns the Quayside."),
        ("2021-06-20", "Moe", "Karl Moe wrote a book on Friday. Karl Moe was sentenced for arson in March in Talby. He owns the Quayside."),
    ),
    (  # begun and ended
        ("2021-03-10", "Strike", f"A strike at the Quayside of Mora Lindt began on 4 March. {HOUSE}"),
        ("2021-06-20", "Strike", f"Mora Lindt sold a barge on Friday. The strike at the Quayside ended in March. {HOUSE}"),
    ),
    (  # the second and the third
        ("2021-03-10", "Recall", f"A second recall by the Quayside of Mora Lindt took place on 4 March. {HOUSE}"),
        ("2021-06-20", "Recall", f"Mora Lindt sold a barge on Friday. The third recall by the Quayside took place in March. {HOUSE}"),
    ),
]


@pytest.mark.parametrize(("first", "later"), APART)
def test_opposites_and_stages_are_two(first: Text, later: Text) -> None:
    """However much else agrees."""
    assert not shared(first, later)


def test_what_the_same_sentence_goes_on_to_tell_is_no_rival() -> None:
    """The later article means the crash, which the sentence tells first."""
    first = (
        "2019-05-12",
        "Tram",
        f"A tram hit the wall of the Quayside in Talby on Friday and a lorry hit a bridge of the Quayside. {HOUSE}",
    )
    later = (
        "2021-02-10",
        "Quayside sold",
        f"Mora Lindt sold the Quayside on Monday. The accident at the Quayside was in May 2019. {HOUSE}",
    )
    (event,) = shared(first, later)
    assert event.title.startswith("Tram hits wall")


def test_launches_of_one_year_that_name_different_things_are_two() -> None:
    """The kind and the year are not enough where both name something."""
    first = ("2019-05-12", "Boat", "Holm Mills launched the Blue Heron on Friday. Holm Mills is Greta Holm's. The quay froze in January.")
    later = ("2021-02-10", "Sold", "Greta Holm sold Holm Mills on Monday. The Red Kite was launched in 2019. Talby has a quay.")
    assert not shared(first, later)


def test_the_sentence_behind_the_lead_dates_it() -> None:
    """An undated lead is the event of the day that the next sentence gives, where the kind is one."""
    (event,) = events_of(("2021-03-10", "No to bridge", "Talby has rejected the bridge. In the vote on Monday 60 per cent were against."))
    assert event.span.edtf == "2021-03-08"


def test_the_same_deed_of_the_same_person_is_recalled_after_years() -> None:
    """An arrest without a date, told four years later."""
    first = ("2017-03-10", "Arrest", "Karl Moe was arrested on Tuesday. Karl Moe owns the Quayside of Talby.")
    later = ("2021-03-10", "Moe", "Karl Moe sold the Quayside on Monday. He has seen no boat since he was arrested, said a son.")
    assert [event.span.edtf for event in shared(first, later)] == ["2017-03-07"]


@pytest.mark.parametrize(
    "sentence",
    ["Judges refused to order that Karl Moe be arrested at once.", "Karl Moe said that the treaty has many pages."],
)
def test_what_was_not_done_and_papers_recall_nothing(sentence: str) -> None:
    """A wish and a thing are no events."""
    assert not [mention for mention in read(f"It rained on Monday. {sentence}")[0] if mention.trigger.lemma in ("arrest", "deal")]


def test_a_small_place_tells_of_a_story_and_a_capital_does_not() -> None:
    """Of what is told once, the names that only a few articles have."""
    about = read("A barge sank off Talby on Monday. Karl Moe came from London.")[0][0].about
    assert "Talby" in about
    assert "London" not in about


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("Greta Holm runs Holm Mills. Greta Holm lives in Talby with Karl Moe. She retired in May.", "Greta Holm"),
        ("Greta Holm runs Holm Mills. Karl Moe, a friend, was there. Karl Moe sang. She retired in May.", "Greta Holm"),
        ("Hilke Vandt, 62, fell on Friday. Vandt, 62, is a painter. She retired in May.", "Hilke Vandt"),
    ],
)
def test_a_first_name_says_who_she_is(body: str, who: str) -> None:
    """No Karl is "she", and an age behind a name makes a person of it."""
    assert told(body)[-1].people == (who,)


def test_a_building_named_for_what_happens_there_is_no_event() -> None:
    """Opening a concert hall opens a hall."""
    (mention,) = told("The queen opened the new fish hall in Talby on Saturday.")
    assert Features(mention).kinds == {"launch"}


def test_two_verbs_of_one_kind_in_a_sentence_are_one_event() -> None:
    """Who travels to a country and tours its port makes one visit."""
    assert len(told("On Friday, Greta Holm travelled to Peru and toured a port near Lima.")) == 1
