from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import dates, ledger
from generator.errors import DatelineError
from generator.ledger import Ledger
from generator.model import Change, Event, Mention, Pair, Source, Timeline, Trigger


def mention(path: str = "content/a.md", quote: str = "The council met in Bergen.", lemma: str = "meet", day: int = 14) -> Mention:
    source = Source(path, "A title", published=datetime(2013, 5, day + 1, 8, tzinfo=UTC))
    span = dates.day(date(2013, 5, day))
    return Mention(source, 0, quote, 0, len(quote), Trigger("met", 12, 15, lemma), None, span, "happened", "Council meets")


def event(*mentions: Mention, title: str = "Council meets in Bergen", day: int = 14, **rest: object) -> Event:
    told = mentions or (mention(),)
    made = Event("", "", title, dates.day(date(2013, 5, day)), "happened", told)
    return replace(made, **rest)  # type: ignore[arg-type]


def one(made: Event, known: Ledger) -> tuple[Event, Ledger]:
    timeline, after, _ = ledger.identify(Timeline((made,)), known)
    return timeline.events[0], after


def test_identity_derives_from_content_without_a_ledger() -> None:
    """Two clones without a lock file give the same id, UID and revision."""
    first, book = one(event(), Ledger())
    second, again = one(event(), Ledger())

    assert first == second
    assert book == again
    assert first.id == "2013-05-14-council-meets-in-bergen"
    assert first.uid.startswith("urn:uuid:")
    assert first.modified == datetime(2013, 5, 15, 8, tzinfo=UTC)


def test_a_rebuild_with_its_ledger_changes_nothing() -> None:
    """Identify is idempotent."""
    first, book = one(event(), Ledger())
    second, again = one(event(), book)

    assert first == second
    assert ledger.dump(book) == ledger.dump(again)


def test_a_reworded_sentence_and_title_keep_id_and_uid() -> None:
    """The article and its trigger are enough where date or title stay alike."""
    first, book = one(event(), Ledger())
    second, _ = one(event(mention(quote="In Bergen the council met."), title="Bergen hosts the council"), book)

    assert (second.id, second.uid, second.sequence) == (first.id, first.uid, 0)
    assert first.modified and second.modified and second.modified > first.modified


def test_a_moved_date_raises_the_sequence_and_keeps_the_uid() -> None:
    """SEQUENCE counts changes of date."""
    first, book = one(event(), Ledger())
    second, after = one(event(day=20), book)
    third, _ = one(event(day=20), after)

    assert (second.id, second.uid) == (first.id, first.uid)
    assert (first.sequence, second.sequence, third.sequence) == (0, 1, 1)


def test_a_renamed_file_keeps_the_identity() -> None:
    """The sentence alone leads back to the event."""
    first, book = one(event(), Ledger())
    second, _ = one(event(mention("content/renamed.md")), book)

    assert (second.id, second.uid) == (first.id, first.uid)


def test_merged_events_keep_the_identity_reported_first() -> None:
    """The other id becomes an alias that redirects, the other UID one that is replaced."""
    early = mention("content/a.md", day=14)
    late = mention("content/b.md", "Ministers gathered in Bergen.", "gather", day=16)
    timeline, book, _ = ledger.identify(Timeline((event(early), event(late, title="Ministers gather"))), Ledger())
    kept, gone = timeline.events
    merged, after, redirects = ledger.identify(Timeline((event(late, early),)), book)

    assert merged.events[0].id == kept.id
    assert merged.events[0].aliases == (gone.id,)
    assert merged.events[0].replaces == (gone.uid,)
    assert [(r.old, r.new) for r in redirects] == [(f"events/2013/{gone.id}.html", f"events/2013/{kept.id}.html")]
    again, _, _ = ledger.identify(Timeline((event(late, early),)), after)
    assert again == merged


def test_a_split_event_lives_on_in_the_most_similar_part() -> None:
    """The other part gets a name of its own."""
    early, late = mention("content/a.md"), mention("content/b.md", "Ministers gathered in Bergen.", "gather")
    whole, book = one(event(early, late), Ledger())
    timeline, _, _ = ledger.identify(Timeline((event(early), event(late, title="Ministers gather"))), book)

    assert timeline.events[0].id == whole.id
    assert timeline.events[1].id == "2013-05-14-ministers-gather"
    assert timeline.events[1].uid != whole.uid


def test_equal_titles_on_one_day_get_different_ids() -> None:
    """No two events share an address."""
    events = (event(mention("content/a.md")), event(mention("content/b.md", "They met.", "meet")))
    timeline, _, _ = ledger.identify(Timeline(events), Ledger())

    assert [e.id for e in timeline.events] == ["2013-05-14-council-meets-in-bergen", "2013-05-14-council-meets-in-bergen-2"]
    assert len({e.uid for e in timeline.events}) == 2


def test_a_history_of_moves_counts_without_a_ledger() -> None:
    """A fresh clone gives an event that moved a sequence above 0."""
    moved = Change(date(2013, 5, 20), "moved", "2013-05-14", "2013-06", "content/a.md")
    made, _ = one(event(history=(moved,)), Ledger())

    assert made.sequence == 1


def test_possible_pairs_follow_the_final_ids() -> None:
    """A pair names events by the ids that pages use."""
    made = replace(event(), id="provisional-1")
    other = replace(event(mention("content/b.md", "They met.", "meet"), title="Another"), id="provisional-2")
    timeline, _, _ = ledger.identify(Timeline((made, other), (Pair("provisional-1", "provisional-2", 0.4, "same day"),)), Ledger())

    assert timeline.possible_pairs[0].first == timeline.events[0].id
    assert timeline.possible_pairs[0].second == timeline.events[1].id


def test_the_lock_file_is_one_line_an_event() -> None:
    """A change of one event is a change of one line."""
    _, book = one(event(), Ledger())
    text = ledger.dump(book)

    assert text.count(b"\n") == 2
    assert ledger.load(text) == book
    assert ledger.load(b"") == Ledger()


@pytest.mark.parametrize("damage", [b"nonsense\n", b'{"dateline":1}\n<<<<<<< HEAD\n', b'{"dateline":1}\n{"id":3}\n', b"\xff\xfe\n"])
def test_a_damaged_lock_file_is_a_named_problem(damage: bytes) -> None:
    """A merge conflict left in the file is named with its line: going on would give every event a new identity."""
    with pytest.raises(DatelineError) as caught:
        ledger.load(damage)

    assert caught.value.problems[0].path == "dateline.lock"
    assert caught.value.problems[0].line >= 1


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 28)), min_size=1, max_size=8))
def test_ids_and_uids_are_unique_and_lasting(rows: list[tuple[int, int]]) -> None:
    """Whatever the events, no id or UID is given twice, and a second run gives the same."""
    events = tuple(
        event(mention(f"content/{article}.md", f"Sentence {number}.", "meet"), title="Talks", day=day)
        for number, (article, day) in enumerate(rows)
    )
    timeline, book, _ = ledger.identify(Timeline(events), Ledger())
    again, after, _ = ledger.identify(Timeline(events), book)

    assert len({e.id for e in timeline.events}) == len({e.uid for e in timeline.events}) == len(rows)
    assert again == timeline
    assert after == book
