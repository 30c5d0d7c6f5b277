"""What a later article only comes back to ("the accident", "last year's ruling") and the event of its kind that it means."""

from __future__ import annotations

import pytest

from generator.events.en import families
from generator.events.features import Features
from generator.events.stories import enough
from generator.events.subjects import keys_of
from generator.model import Event
from tests.events.helpers import told
from tests.events.test_retold import Text, shared

HOLM = "Greta Holm runs Talby Lines. The Marie Lind lies in Talby."
SINKS: Text = ("2019-05-04", "Ferry sinks", f"The ferry Marie Lind capsized off Talby on Friday with 88 people on board. {HOLM}")
JAIL: Text = ("2019-11-08", "Captain jailed", f"Captain Boris Stahl of the Marie Lind was jailed on Thursday. {HOLM}")


def later(sentence: str, day: str = "2021-02-10", title: str = "Ships sold") -> Text:
    """A later article on the same story with a sentence that comes back to it."""
    return day, title, f"Talby Lines sold two ships on Monday. {sentence} {HOLM}"


MEANT = [
    ("Nobody has forgotten the accident.", SINKS, "2019-05-03"),  # by nothing but the kind
    ("The 2019 sinking cost Talby Lines a fortune.", SINKS, "2019-05-03"),  # by its year
    ("Two years have passed since the disaster.", SINKS, "2019-05-03"),  # by what it was to people
    ("Talby Lines has never recovered from the loss of the Marie Lind when she capsized.", SINKS, "2019-05-03"),
    ("Boris Stahl was sent to prison in 2019.", JAIL, "2019-11-07"),
    ("Boris Stahl's jailing pleased few.", JAIL, "2019-11-07"),
]


@pytest.mark.parametrize(("sentence", "first", "edtf"), MEANT)
def test_what_is_come_back_to_is_the_one_event_of_its_kind(sentence: str, first: Text, edtf: str) -> None:
    """The other news of the story is of another kind."""
    other = JAIL if first is SINKS else SINKS
    joined = [event for event in shared(first, other, later(sentence)) if any(_number(event, at) > "1" for at in range(9))]
    assert [event.span.edtf for event in joined] == [edtf]


def _number(event: Event, at: int) -> str:
    """The number of the article of a report; empty where there is no such report."""
    return event.mentions[at].source.path[8:9] if at < len(event.mentions) else ""


NOT_MEANT = [
    "The accident of which Greta Holm spoke was hushed up.",
    "That accident was soon forgotten.",  # one that the article itself has told
    "The accident board has a new chief.",
    "Accidents are rare in Talby.",
    "The accident of a rival's lorry near Ulm in 2018 was worse.",
    "The rival Osk Line lost its Ada Reed when she capsized.",  # a ship of which the first article knows nothing
]


@pytest.mark.parametrize("sentence", NOT_MEANT)
def test_another_of_its_kind_is_not_meant(sentence: str) -> None:
    """A word for such events is not enough."""
    assert not shared(SINKS, later(sentence))


def test_of_two_events_of_one_kind_neither_is_meant() -> None:
    """The year decides where it can."""
    again: Text = ("2020-03-09", "Ferry runs aground", f"The ferry Marie Lind ran aground off Talby on Sunday. {HOLM}")
    assert not shared(SINKS, again, later("Nobody has forgotten the accident."))
    (event,) = shared(SINKS, again, later("The 2019 accident cost Talby Lines a fortune."))
    assert event.span.edtf == "2019-05-03"


def test_the_noun_of_a_clause_tells_what_is_meant_where_the_verb_does_not() -> None:
    """To hail is no kind of event; the purchase is."""
    buys: Text = ("2019-05-04", "Lines to buy mill", f"Talby Lines agreed on Friday to buy the mill Osk for 40 million crowns. {HOLM}")
    (event,) = shared(buys, later("Greta Holm had hailed the acquisition in 2019 as a new beginning."))
    assert event.span.edtf == "2019-05-03"


def test_what_came_of_a_plan_for_a_month_is_of_its_kind() -> None:
    """Two things happen in September, of which one had been announced."""
    plan: Text = (
        "2019-06-04",
        "New ferry shown",
        f"Talby Lines showed its new ferry on Monday. It will go into service in September. {HOLM}",
    )
    done: Text = (
        "2019-09-21", "Ferry in service",
        f"The new ferry of Talby Lines went into service on Friday. Boris Stahl was arrested on Thursday. {HOLM}",
    )  # fmt: skip
    (event,) = shared(plan, done)
    assert (event.span.edtf, event.status) == ("2019-09-20", "happened")


def test_vague_words_name_sorts_that_there_are() -> None:
    """A misspelt one would never be found."""
    assert {sort for sorts in families.VAGUE.values() for sort in sorts.split("; ")} <= families.FAMILIES.keys()


def test_a_name_beside_an_event_makes_an_article_one_of_a_story() -> None:
    """The later article is about others, but tells the ship and the firm beside what happened to them."""
    other: Text = (
        "2019-11-08", "Osk Line grows",
        "The Osk Line bought the yard of Talby Lines on Thursday. The Osk Line has six ships. It gained when the Marie Lind of Talby Lines "
        "capsized in May.",
    )  # fmt: skip
    (event,) = shared(SINKS, other)
    assert event.span.edtf == "2019-05-03"


def test_what_names_somebody_of_whom_the_other_article_does_not_know_is_another() -> None:
    """One kind and one year are not enough."""
    assert not shared(SINKS, later("The Ada Reed capsized in 2019."))


BESIDE = "Ships were laid up in Talby on Friday as welders at Talby Lines staged a walkout."


def test_the_news_may_name_beside_its_verb_what_is_come_back_to() -> None:
    """Nobody lays up ships again; what is remembered is the strike."""
    first: Text = ("2019-05-04", "Welders walk out", f"{BESIDE} {HOLM}")
    (event,) = shared(first, later("The May strike of the welders had cost Talby Lines a fortune.", day="2019-11-10"))
    assert event.span.edtf == "2019-05-03"


@pytest.mark.parametrize("name", ["", " ", ".", ",.", " of Talby", "of", "The"])
def test_an_odd_name_has_keys_or_none(name: str) -> None:
    """A place may be whatever a front matter says."""
    assert all(key == key.casefold() for key in keys_of(name))


STAYS = [
    ("2021-02-10", "Sailors remembered", f"Mourners threw flowers into the sea off Talby on Monday. The sinking killed eight. {HOLM}"),
]


@pytest.mark.parametrize("text", STAYS)
def test_what_is_told_as_known_is_not_of_the_day_of_the_news(text: Text) -> None:
    """Nobody died on the day of the flowers."""
    (event,) = shared(SINKS, text)
    assert event.span.edtf == "2019-05-03"


def test_one_name_that_two_articles_are_about_makes_one_story() -> None:
    """Both titles have it; nothing else is shared."""
    first: Text = ("2019-05-04", "Marie Lind sinks", "The Marie Lind capsized in a storm on Friday. The Marie Lind was a ferry.")
    second: Text = ("2021-02-10", "Marie Lind raised", "Cranes raised the Marie Lind on Monday. Nobody has forgotten the accident.")
    (event,) = shared(first, second)
    assert event.span.edtf == "2019-05-03"


def test_two_deeds_of_one_day_that_share_only_their_kind_are_two_where_articles_share_little() -> None:
    """Somebody, somewhere or a word must be told in both; of articles that share much the kind and the day are enough."""
    flown, visits, called = (Features(told(body)[0]) for body in ("Guards were flown out on Friday.", VISIT, f"{VISIT} It is old."))
    assert not enough(0.2, flown, visits)
    assert enough(0.3, flown, visits)
    assert enough(0.2, called, visits)


VISIT = "Boris Stahl visited the Talby yard on Friday."
