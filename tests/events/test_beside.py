"""What else was done under the date of one clause: the deeds joined to it, before and behind; phrases are our own."""

from __future__ import annotations

import pytest

from tests.events.helpers import told

FILLER = "The square lies by the river. "


def deeds(text: str) -> list[tuple[str, str]]:
    """Each trigger behind a filler with its date, in the order of the text."""
    found = [mention for mention in told(FILLER + text) if mention.sentence and mention.span]
    return [(m.trigger.text, m.span.edtf) for m in sorted(found, key=lambda one: one.trigger.start) if m.span]


# Published on Wednesday, 10 March 2021.
TOGETHER = [
    ("Kora Vandt signed the lease on Monday and left for Oslo.", "2021-03-08", ["signed", "left"]),
    ("The barge was raised on Monday and towed to port.", "2021-03-08", ["raised", "towed"]),
    ("Police raided the mill on Monday, arrested two men and seized a van.", "2021-03-08", ["raided", "arrested", "seized"]),
    ("A court convicted Torp on Monday and sentenced him to six years in prison.", "2021-03-08", ["convicted", "sentenced"]),
    ("On Monday the warden resigned and her deputy took over.", "2021-03-08", ["resigned", "took"]),
    ("The pilot lost control on Monday and the glider crashed into a wood.", "2021-03-08", ["lost", "crashed"]),
    ("The court fined the guild on Monday but cleared its owner of fraud.", "2021-03-08", ["fined", "cleared"]),
    ("Police arrested two men and seized a van on Monday.", "2021-03-08", ["arrested", "seized"]),
    ("Two men were arrested and a van was seized on Monday.", "2021-03-08", ["arrested", "seized"]),
    ("Berg quit the guild and joined the weavers in January.", "2021-01", ["quit", "joined"]),
    ("The barge sank on Monday, killing forty people, and its captain was arrested.", "2021-03-08", ["sank", "arrested"]),
    ("The army shelled the port on Monday, while rebels seized a dam.", "2021-03-08", ["shelled", "seized"]),
    ("The man gave himself up on Monday and confessed to the raid.", "2021-03-08", ["gave", "confessed"]),
    ("Berg conceded defeat on Monday and congratulated his rival.", "2021-03-08", ["conceded", "congratulated"]),
    ("The row began on Monday, when Norland seized a barge and sank a tug.", "2021-03-08", ["began", "seized", "sank"]),
    ("When the dam burst on Monday, two mills were flooded.", "2021-03-08", ["burst", "flooded"]),
]


@pytest.mark.parametrize(("text", "date", "words"), TOGETHER)
def test_deeds_that_are_joined_share_a_date(text: str, date: str, words: list[str]) -> None:
    """Whether it stands with the first or the last of them."""
    assert deeds(text) == [(word, date) for word in words]


APART = [
    ("The tram overturned on Monday and eleven people were hurt.", ["overturned"]),  # whom it hurt belongs to it
    ("Holm was shot and wounded on Monday.", ["wounded"]),
    ("Two climbers died on Monday, when a bomb exploded in their camp.", ["died"]),  # by what
    ("Holm was born in Lund and died on Monday.", ["died"]),  # a whole life
    ("Holm visited the mill on Monday and praised its weavers.", ["visited"]),  # what was said there
    ("Holm thanked voters on Monday and promised to lower taxes.", ["thanked"]),  # a promise
    ("The guild repaired the mill but was sued on Monday.", ["sued"]),  # not of one day
    ("Lund refused the levy and was invaded on Monday.", ["invaded"]),  # what one did and what then befell it
    ("Fenn carried the day, and the siege ended on Monday.", ["siege"]),  # a comma parts them
    ("The moat was found on Monday after Holm, his aunt and two others dug there.", ["found"]),  # "and" joins names
    ("The weavers left the hall on Monday and sat in the sun.", ["left"]),  # nothing that an editor lists
    ("In 2009 the mayor left the guild and sold the mill.", ["left"]),  # too long a time for one doer
    ("By Monday the weavers had left the hall and seized the mill.", ["left"]),  # nobody knows on which day
    ('"Rebels took the mill and burned it on Monday," Holm said.', ["burned"]),
]


@pytest.mark.parametrize(("text", "words"), APART)
def test_what_may_be_of_another_day_or_is_no_deed_makes_no_entry(text: str, words: list[str]) -> None:
    """Nor does what tells the same in other words."""
    assert [word for word, _ in deeds(text)] == words


def test_what_is_told_of_somebody_is_all_of_him() -> None:
    """Not of the court that heard it."""
    found = told(FILLER + "The court heard that Leo Holm met the men on Monday and robbed a bank.")
    assert [mention.title for mention in found][-1] == "Holm robs bank"


def test_what_was_done_is_not_of_the_day_of_a_plan() -> None:
    """A march called for Monday leaves the refusal without a date."""
    assert deeds("The guild rejected the offer and called a march for Monday.") == [("march", "2021-03-15")]
