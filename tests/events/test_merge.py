"""Merging: what is joined, what is kept apart, and laws that hold for any order."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.events import merge_mentions
from generator.model import Mention
from tests.events.helpers import read, timeline

SAME = [
    (
        ("2021-03-10", "Energy minister Anna Lindholm met Paul Okoro in Vienna on Tuesday to discuss gas."),
        ("2021-03-11", "Lindholm and Okoro held talks in Vienna on 9 March."),
    ),
    (
        ("2021-03-10", "Parliament in Riga will vote on the budget on 15 March."),
        ("2021-03-16", "On Monday, parliament in Riga adopted the budget."),
    ),
    (
        ("2021-03-10", "An earthquake of magnitude 5.1 struck near Lima on Tuesday."),
        ("2021-03-12", "The 5.1-magnitude quake that hit Peru on Tuesday left 40 people homeless."),
    ),
    (
        ("2021-03-10", "The Union of Rail Workers sued Acme Corp. on Tuesday."),
        ("2021-03-11", "The URW sued Acme Corp. on 9 March."),
    ),
    (
        ("2021-03-10", "An explosion at a factory in Lagos killed 12 people on Tuesday."),
        ("2021-03-14", "The explosion at the factory in Lagos on 9 March killed 23 people, the ministry said."),
    ),
    (
        ("2021-03-10", "Bombs exploded outside the Kenyan and Ghanaian embassies in Lisbon on Tuesday."),
        ("2021-04-20", "Twelve people were hurt in the embassy attack in Lisbon on 9 March."),
    ),
    (
        ("2021-05-10", "The warrant names a witness of the shooting of Lena Moberg on 9 March."),
        ("2021-06-20", "Moberg was shot in her kitchen on 9 March."),
    ),
    (
        ("2021-03-10", "Rosa Petrov's van was discovered in Naples on Tuesday."),
        ("2021-03-20", "Petrov's van was found in the car park of Campania's Naples International Airport on 9 March."),
    ),
]
APART = [
    (
        ("2021-03-10", "Thousands of people marched in Porto on Tuesday for a ferry to Malta."),
        ("2021-03-10", "About 100 dockers rallied in Geneva on Tuesday, waving flags of Malta."),
    ),
    (
        ("2021-03-10", "Energy minister Anna Lindholm met Paul Okoro in Vienna on Tuesday."),
        ("2021-03-10", "Karin Solberg met Ivo Marek in Prague on Tuesday."),
    ),
    (
        ("2021-03-10", "An earthquake of magnitude 5.1 struck near Lima on Tuesday."),
        ("2021-03-10", "An earthquake of magnitude 4.4 struck near Ankara on Tuesday."),
    ),
    (
        ("2021-03-10", "Acme Corp. sued Borealis Bank on Monday."),
        ("2021-03-10", "Acme Corp. sued Borealis Bank on 3 February."),
    ),
    (
        ("2021-03-10", "Lena Moberg resigned on Tuesday over the harbour plan."),
        ("2021-03-10", "Karl Moberg resigned on Tuesday over the harbour plan."),
    ),
    (
        ("2021-03-10", "The Marie Lind left Orne for the outer islands on Tuesday evening."),
        ("2021-03-12", "The Marie Lind was searched by divers on Tuesday."),
    ),
    (
        ("2021-03-10", "Anna Lindholm said on Tuesday that gas was dear."),
        ("2021-03-10", "Anna Lindholm said on Tuesday that rail would be cheap."),
    ),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_reports_of_one_event_are_joined(first: tuple[str, str], second: tuple[str, str]) -> None:
    """Different words, one event, with both sources and the reasons in words."""
    (event,) = timeline(first, second).events
    assert len({mention.source.path for mention in event.mentions}) == 2
    assert event.reasons


@pytest.mark.parametrize(("first", "second"), APART)
def test_different_events_stay_apart(first: tuple[str, str], second: tuple[str, str]) -> None:
    """Other people, towns, numbers or days, and mere speech, are never joined."""
    assert all(len(event.mentions) == 1 for event in timeline(first, second).events)


def _mentions() -> list[Mention]:
    rows = [row for pair in (*SAME, *APART) for row in pair]
    return [m for n, (day, body) in enumerate(rows) for m in read(body, published=day, path=f"content/{n}.md")[0]]


MENTIONS = _mentions()


@given(st.integers(0, 10_000))
def test_merging_does_not_depend_on_the_order(seed: int) -> None:
    """Any order of the mentions gives the same events."""
    shuffled = list(MENTIONS)
    random.Random(seed).shuffle(shuffled)
    assert merge_mentions(shuffled) == merge_mentions(MENTIONS)


@given(st.sets(st.sampled_from(range(len(MENTIONS)))))
def test_every_mention_lies_in_one_event(chosen: set[int]) -> None:
    """Merging loses no report and doubles none, except what stands in the background alone."""
    some = [MENTIONS[i] for i in chosen]
    events, _ = merge_mentions(some)
    kept = [m for event in events for m in event.mentions if not m.background]
    assert sorted(map(id, kept)) == sorted(id(m) for m in some if not m.background and m.span)


def test_copied_wire_text_is_joined_at_once() -> None:
    """The same long sentence in two papers is one event."""
    text = (
        "The harbour of Split was closed on Monday after a tanker with eleven sailors ran aground on the rocks before the old lighthouse."
    )
    (event,) = timeline(("2021-03-10", text), ("2021-03-10", text)).events
    assert len(event.mentions) == 2


def test_two_reports_of_one_sentence_are_two_events() -> None:
    """One sentence never tells one event twice."""
    one = MENTIONS[0]
    twin = replace(one, trigger=replace(one.trigger, start=one.trigger.start + 1))
    assert len(merge_mentions([one, twin])[0]) == 2
