"""Laws of identity: whatever an editor does from build to build, no address and no UID is lost or given twice."""

from __future__ import annotations

from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator import ledger
from generator.events import build_timeline
from generator.events.corrections import load
from generator.model import Mention, Timeline
from tests.events.helpers import read

BODIES = (
    "Anna Lindholm will meet Paul Okoro in Oslo on 15 March.",
    "Anna Lindholm met Paul Okoro in Oslo on Monday.",
    "Skaters marched in Turku on 3 March.",
    "The water summit in Nairobi will open on 4 June.",
    "The water summit in Nairobi will now open on 9 July.",
    "Acme Corp. sued Borealis Bank on Tuesday.",
)
# One step of an editor: reword a title, publish a day later (relative dates move), leave an article out, and join or split.
_STEPS = ("reword", "later", "out", "in")
STEPS = st.sampled_from(("join", "split")).flatmap(
    lambda verb: st.lists(st.tuples(st.sampled_from((*_STEPS, verb)), st.integers(0, 5)), max_size=6)
)


class Desk:
    """A site from build to build: its articles, its corrections, its ledger."""

    def __init__(self) -> None:
        self.days = [16] * len(BODIES)
        self.titles: dict[int, str] = {}
        self.out: set[int] = set()
        self.rules = ""
        self.book = ledger.Ledger()

    def do(self, step: str, at: int, seen: Timeline) -> None:
        """Take one step, as an editor who has the last build before them."""
        names = [event.id for event in seen.events]
        if step == "reword":
            self.titles[at] = f"{self.titles.get(at, 'Told')} anew"
        elif step == "later":
            self.days[at] += 1
        elif step == "out":
            self.out.add(at)
        elif step == "in":
            self.out.discard(at)
        elif step == "join" and len(names) > 1:
            self.rules += f"- merge: [{names[at % len(names)]}, {names[(at + 1) % len(names)]}]\n"
        elif step == "split" and names:
            self.rules += f"- split: {names[at % len(names)]}\n"

    def build(self) -> Timeline:
        """Build as `dateline build` does, and keep the ledger."""
        mentions: list[Mention] = []
        for at, body in enumerate(BODIES):
            if at not in self.out:
                found = read(body, published=f"2021-03-{self.days[at]:02}", path=f"content/{at}.md")[0]
                mentions += [replace(mention, title=self.titles.get(at, mention.title)) for mention in found]
        as_of = max(mention.source.published for mention in mentions if mention.source.published).date() if mentions else None
        timeline = build_timeline(mentions, load(self.rules), as_of or _DAY, recall=partial(ledger.recall, self.book))
        named, self.book, self.redirects = ledger.identify(timeline, self.book)
        return named


_DAY = read(BODIES[1], published="2021-03-16")[0][0].source.published.date()  # type: ignore[union-attr]


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_addresses_and_uids_are_each_one_events(steps: list[tuple[str, int]]) -> None:
    """No two events share an id or a UID, no redirect stands at an address in use, and a second build changes nothing."""
    desk = Desk()
    seen = desk.build()
    for step, at in steps:
        desk.do(step, at, seen)
        seen = desk.build()
        ids = [event.id for event in seen.events]
        assert len(set(ids)) == len(ids)
        assert len({event.uid for event in seen.events}) == len(ids)
        assert not {alias for event in seen.events for alias in event.aliases} & set(ids)
        assert len({redirect.old for redirect in desk.redirects}) == len(desk.redirects)
        before = ledger.dump(desk.book)
        assert [event.id for event in desk.build().events] == ids
        assert ledger.dump(desk.book) == before


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(("reword", "later")), st.integers(0, 5)), min_size=1, max_size=5))
def test_no_address_is_lost_while_its_reports_stay(steps: list[tuple[str, int]]) -> None:
    """New titles and moved dates, merging or parting what they may: every address ever given still leads to an event."""
    desk = Desk()
    seen = desk.build()
    given_out = {event.id for event in seen.events}
    uids = {event.uid for event in seen.events}
    for step, at in steps:
        desk.do(step, at, seen)
        seen = desk.build()
        reachable = {name for event in seen.events for name in (event.id, *event.aliases)}
        assert given_out <= reachable
        assert uids <= {uid for event in seen.events for uid in (event.uid, *event.replaces)}
        given_out |= {event.id for event in seen.events}
        uids |= {event.uid for event in seen.events}
