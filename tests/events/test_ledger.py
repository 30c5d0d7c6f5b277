"""Identities: ids and UIDs that survive new words, moved dates and merges; revisions that rise only when they must."""

from __future__ import annotations

from dataclasses import replace

from msgspec import structs

from generator import ledger
from generator.events.corrections import load
from generator.model import Event
from tests.events.helpers import timeline

PLAN = ("2021-03-10", "Anna Lindholm will meet Paul Okoro in Oslo on 15 March.")
MOVED = ("2021-03-12", "Anna Lindholm met Paul Okoro in Oslo on Friday.")
DONE = ("2021-03-16", "Anna Lindholm met Paul Okoro in Oslo on Monday.")
EMPTY = ledger.load(b"")


def test_without_a_ledger_the_content_alone_decides() -> None:
    """A fresh clone builds the same identities."""
    first = ledger.identify(timeline(PLAN), EMPTY)
    assert first == ledger.identify(timeline(PLAN), EMPTY)
    (event,) = first[0].events
    assert event.uid.startswith("urn:uuid:")
    assert event.modified == event.mentions[0].source.published


def test_a_ledger_is_read_as_it_was_written() -> None:
    """One line an event, sorted; lines that cannot be read are left out."""
    _, book, _ = ledger.identify(timeline(PLAN, ("2021-03-10", "Skaters marched in Turku on Monday.")), EMPTY)
    data = ledger.dump(book)
    assert ledger.load(data) == book
    assert len(data.splitlines()) == 3
    assert ledger.load(b"<<<<<<< ours\n" + data) == book


def _after(*bodies: tuple[str, str], book: ledger.Ledger, corrections: str = "") -> tuple[Event, ledger.Ledger]:
    found, after, _ = ledger.identify(timeline(*bodies, corrections=load(corrections)), book)
    return found.events[0], after


def test_nothing_changes_when_nothing_changed() -> None:
    """A rebuild with the ledger gives the same bytes."""
    before, book = _after(PLAN, book=EMPTY)
    after, again = _after(PLAN, book=book)
    assert (after, ledger.dump(again)) == (before, ledger.dump(book))


def test_a_new_title_keeps_the_identity_and_the_sequence() -> None:
    """Rewording is no rescheduling; LAST-MODIFIED rises."""
    before, book = _after(PLAN, book=EMPTY)
    after, _ = _after(PLAN, book=book, corrections=f"- pin: {before.id}\n  title: Talks in Oslo\n")
    assert (after.id, after.uid, after.sequence, after.title) == (before.id, before.uid, before.sequence, "Talks in Oslo")
    assert before.modified is not None and after.modified is not None
    assert after.modified > before.modified


def test_a_moved_date_keeps_the_identity_and_raises_the_sequence() -> None:
    """The id stays although it names the old day."""
    before, book = _after(PLAN, book=EMPTY)
    after, _ = _after(PLAN, book=book, corrections=f"- pin: {before.id}\n  date: 2021-03-19\n")
    assert (after.id, after.uid) == (before.id, before.uid)
    assert after.sequence == before.sequence + 1


def test_a_new_source_that_confirms_raises_status_once() -> None:
    """Planned became happened: one step."""
    before, book = _after(PLAN, book=EMPTY)
    after, _ = _after(PLAN, DONE, book=book)
    assert (after.id, after.status, after.sequence) == (before.id, "happened", before.sequence + 1)
    assert after.modified == after.mentions[-1].source.published


def test_merged_events_leave_a_redirect() -> None:
    """The event that was merged away leads to the one that stayed."""
    other = ("2021-03-11", "Skaters marched in Turku on 3 March.")
    found, book, _ = ledger.identify(timeline(PLAN, other), EMPTY)
    a, b = (event.id for event in found.events)
    merged, _, redirects = ledger.identify(timeline(PLAN, other, corrections=load(f"- merge: [{a}, {b}]\n")), book)
    (event,) = merged.events
    assert event.id in (a, b)
    gone = ({a, b} - {event.id}).pop()
    assert gone in event.aliases
    assert event.replaces
    assert any(gone in redirect.old and event.id in redirect.new for redirect in redirects)


def test_an_id_begins_with_what_is_known_of_the_date() -> None:
    """The number that EDTF gives a season is not taken for a month."""
    (season,) = timeline(("2021-03-10", "The bridge in Turku will open in summer 2022.")).events
    (month,) = timeline(("2021-03-10", "The bridge in Turku will open in June 2022.")).events
    assert season.span.edtf == "2022-22"
    assert season.id.startswith("2022-bridge")
    assert month.id.startswith("2022-06-bridge")


def test_a_dropped_name_goes_to_no_other_event() -> None:
    """An event that would bear it by its content gets another one, and keeps that: else it were dropped the next time."""
    march, (kept,) = ("2021-03-10", "Skaters marched in Turku on Monday."), timeline(PLAN).events
    _, book, _ = ledger.identify(replace(timeline(march), events=(structs.replace(timeline(march).events[0], id=kept.id),)), EMPTY)

    found, after, _ = ledger.identify(timeline(PLAN), book, [kept.id])
    again, last, _ = ledger.identify(timeline(PLAN), after, [kept.id])

    assert [event.id for event in (*found.events, *again.events)] == [f"{kept.id}-2"] * 2
    assert ledger.dump(last) == ledger.dump(after)
    assert after.entries[kept.id] == book.entries[kept.id]
