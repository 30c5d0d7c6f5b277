"""What was told before is found at one look-up, as going through all of it would find it."""

from __future__ import annotations

from generator.events.earlier import Earlier
from tests.events.helpers import told

TEXT = (
    "Anna Torp visited the lighthouse in Kelda on 3 March 2021. Olaf Lund visited the mill in Brae on 4 March 2021. "
    "Anna Torp visited the old lighthouse in Skerry on 5 March 2021. Olaf Lund met the miller on 6 March 2021."
)


def test_the_first_that_fits() -> None:
    """A kind, a name and a word besides the kind must be those of one mention; the first such counts."""
    known, mentions = Earlier(), told(TEXT)
    known.learn(mentions, len(mentions))

    assert [known.alike("visit", mention) for mention in mentions] == [0, 1, 0, 1]
    assert known.alike("meet", mentions[0]) is None
    assert known.kinds == {"visit", "meet"}
    assert ("visit", "Olaf Lund") in known.named
    assert ("meet", "Anna Torp") not in known.named


def test_only_what_was_learnt() -> None:
    """A mention of the sentence that is being read is not taken for one told before."""
    known, mentions = Earlier(), told(TEXT)
    known.learn(mentions, 1)

    assert known.alike("visit", mentions[1]) is None
    known.learn(mentions, 2)
    assert known.alike("visit", mentions[1]) == 1


def test_the_first_allegation() -> None:
    """An allegation is found by its day and a person in it."""
    known = Earlier()
    mentions = told("Anna Torp allegedly burned the mill on 3 March 2021. Anna Torp allegedly sold the mill on 4 March 2021.")
    known.learn(mentions, 1)

    assert known.allegation(mentions[0]) == 0
    assert known.allegation(mentions[1]) is None
