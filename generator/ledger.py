"""A timeline and what was known of it before in; the same timeline with lasting ids, UIDs and revisions out.

`dateline.lock` holds one line an event. Without it everything derives from the content alone, so that a fresh clone
gives the same feeds; with it an id and a UID survive rewording, moved dates, renamed files and merges.

An event is recognised by its marks: a digest of each sentence it rests on, and one of each article and trigger word.
Conventions: UIDs are name-based (RFC 9562 version 5; RFC 7986 section 5.3 advises against host names). SEQUENCE rises
with the date or the status only (RFC 5545 section 3.8.7.4), LAST-MODIFIED with any change of content.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from typing import Final
from uuid import UUID, uuid5

import msgspec

from generator.errors import DatelineError, Problem
from generator.model import Event, Mention, Redirect, Timeline
from generator.render import urls
from generator.slugs import slug

NAME: Final = "dateline.lock"
_VERSION: Final = 1
_NAMESPACE: Final = UUID("6f1f5d3c-2a55-5d0e-9c7e-0d2f5b6a9a41")
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
# A sentence counts more than an article with the same trigger; neither the date nor the title is enough alone.
_SENTENCE, _TRIGGER, _SAME_DATE, _SAME_TITLE, _ENOUGH = 4, 2, 1, 1, 3
_CHANGES_OF_DATE_OR_STATUS: Final = frozenset({"moved", "denied", "postponed", "cancelled", "took place"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What is remembered of one event; `digest` is that of its content, `first` its first report's day."""

    id: str
    uid: str
    title: str
    edtf: str
    status: str
    sequence: int
    modified: datetime
    digest: str
    first: date
    marks: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """All entries, ordered by id."""

    entries: tuple[Entry, ...] = ()


def load(data: bytes) -> Ledger:
    """Read a lock file; empty bytes are an empty ledger.

    Raises DatelineError, with the line, where it cannot be read: to go on would give every event a new identity.
    """
    entries = []
    for number, line in enumerate(data.splitlines(), 1):
        try:
            if number == 1:
                if msgspec.json.decode(line) != {"dateline": _VERSION}:
                    raise ValueError
            elif line.strip():
                entries.append(msgspec.json.decode(line, type=Entry))
        except (msgspec.MsgspecError, UnicodeDecodeError, ValueError):
            hint = "restore it from version control; or delete it, and every event gets the id that its content gives"
            raise DatelineError(Problem("is not a line of the ledger", NAME, number, hint=hint, severity="error")) from None
    return Ledger(tuple(entries))


def dump(ledger: Ledger) -> bytes:
    """Write a ledger, one line an event, so that a change of one event is a change of one line."""
    lines = [msgspec.json.encode({"dateline": _VERSION}), *map(msgspec.json.encode, ledger.entries)]
    return b"\n".join(lines) + b"\n"


def identify(timeline: Timeline, ledger: Ledger) -> tuple[Timeline, Ledger, tuple[Redirect, ...]]:
    """Give each event its id, uid, sequence, modified, aliases and replaces; the ledger after, and redirects.

    An event that comes from several remembered ones keeps the identity of the one reported first; a remembered one
    that became several lives on in the most similar.
    """
    events = timeline.events
    marks = [_marks(event) for event in events]
    kept = _recognise(events, marks, ledger)
    ids = _new_ids(events, kept, {entry.id for entry in ledger.entries})
    uids = _new_uids(events, kept)
    live = set(ids)
    named, entries = [], []
    for number, event in enumerate(events):
        entry, absorbed = kept.get(number, (None, ()))
        event = _with_identity(event, ids[number], uids[number], entry, absorbed, live)
        digest = _digest(event)
        event = _with_revision(event, entry, digest)
        named.append(event)
        entries.append(_entry(event, digest, marks[number]))
    final = {event.id: ids[number] for number, event in enumerate(events)}
    pairs = tuple(replace(p, first=final.get(p.first, p.first), second=final.get(p.second, p.second)) for p in timeline.possible_pairs)
    redirects = tuple(Redirect(urls.event_page(replace(event, id=old)), urls.event_page(event)) for event in named for old in event.aliases)
    after = Ledger(tuple(sorted(entries, key=lambda entry: entry.id)))
    return replace(timeline, events=tuple(named), possible_pairs=pairs), after, redirects


def _short(*parts: str) -> str:
    return blake2b("\n".join(parts).encode(), digest_size=6).hexdigest()


def _marks(event: Event) -> tuple[str, ...]:
    """The digests by which an event is known again: `s...` of its sentences, `t...` of article and trigger."""
    found = {f"s{_short(' '.join(m.quote.split()), m.trigger.lemma)}" for m in event.mentions}
    found |= {f"t{_short(m.source.path, m.trigger.lemma)}" for m in event.mentions}
    return tuple(sorted(found))


def _recognise(events: tuple[Event, ...], marks: list[tuple[str, ...]], ledger: Ledger) -> dict[int, tuple[Entry, tuple[Entry, ...]]]:
    """For each event that was known: the entry it continues, and those it absorbed."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(ledger.entries):
        for mark in entry.marks:
            holders[mark].append(number)
    claims = []
    for number, event in enumerate(events):
        scores: Counter[int] = Counter()
        for mark in marks[number]:
            for holder in holders.get(mark, ()):
                scores[holder] += _SENTENCE if mark[0] == "s" else _TRIGGER
        for holder, score in scores.items():
            score += _resemblance(event, ledger.entries[holder])
            if score >= _ENOUGH:
                claims.append((-score, holder, number))
    owner: dict[int, int] = {}
    for _, holder, number in sorted(claims):
        owner.setdefault(holder, number)
    found: dict[int, list[Entry]] = defaultdict(list)
    for holder, number in owner.items():
        found[number].append(ledger.entries[holder])
    return {number: _eldest(entries) for number, entries in found.items()}


def _resemblance(event: Event, entry: Entry) -> int:
    words, before = set(slug(event.title).split("-")), set(slug(entry.title).split("-"))
    alike = 2 * len(words & before) >= len(words | before)
    return _SAME_DATE * (event.span.edtf == entry.edtf) + _SAME_TITLE * alike


def _eldest(entries: list[Entry]) -> tuple[Entry, tuple[Entry, ...]]:
    first, *others = sorted(entries, key=lambda entry: (entry.first, entry.id))
    return first, tuple(others)


def _new_ids(events: tuple[Event, ...], kept: Mapping[int, tuple[Entry, tuple[Entry, ...]]], known: set[str]) -> list[str]:
    """An id for each event: the kept one, or one from date and title that no event has or had."""
    taken = known | {entry.id for entry, _ in kept.values()}
    ids = []
    for number, event in enumerate(events):
        if number in kept:
            ids.append(kept[number][0].id)
            continue
        wanted = _proposed_id(event)
        name = _free(wanted, taken)
        taken.add(name)
        ids.append(name)
    return ids


def _proposed_id(event: Event) -> str:
    """`2013-05-14-kerry-and-lavrov-meet`: the date as exactly as it is known, then the title."""
    on = event.span.start or event.span.end
    assert on is not None
    length = {"century": 4, "decade": 4, "year": 4, "half": 4, "quarter": 7, "season": 7, "month": 7}.get(event.span.granularity, 10)
    return f"{on.isoformat()[:length]}-{slug(event.title, 60)}"


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    return name


def _new_uids(events: tuple[Event, ...], kept: Mapping[int, tuple[Entry, tuple[Entry, ...]]]) -> list[str]:
    """The kept UID, or one from the first report: its article, trigger and date, which later reports do not change."""
    taken = {entry.uid for entry, _ in kept.values()}
    uids = []
    for number, event in enumerate(events):
        if number in kept:
            uids.append(kept[number][0].uid)
            continue
        first = _first_report(event.mentions)
        told = first.span.edtf if first and first.span else event.span.edtf
        key = "\n".join((first.source.path, first.trigger.lemma, told) if first else (event.title, told))
        uid, count = uuid5(_NAMESPACE, key).urn, 2
        while uid in taken:
            uid, count = uuid5(_NAMESPACE, f"{key}\n{count}").urn, count + 1
        taken.add(uid)
        uids.append(uid)
    return uids


def _first_report(mentions: Iterable[Mention]) -> Mention | None:
    return min(mentions, key=lambda m: (m.source.published or _EPOCH, m.source.path, m.start, m.trigger.start), default=None)


def _with_identity(event: Event, name: str, uid: str, entry: Entry | None, absorbed: tuple[Entry, ...], live: set[str]) -> Event:
    family = (*((entry,) if entry else ()), *absorbed)
    aliases = {alias for one in family for alias in (one.id, *one.aliases)} - live
    replaces = {old for one in family for old in one.replaces} | {one.uid for one in absorbed}
    return replace(event, id=name, uid=uid, aliases=tuple(sorted(aliases)), replaces=tuple(sorted(replaces - {uid})))


def _digest(event: Event) -> str:
    """A digest of all that a page or a feed says of the event, but for its revision."""
    sources = [
        (m.quote, m.source.path, m.source.title, m.source.publisher, m.source.url, m.status, m.span.edtf if m.span else "")
        for m in event.mentions
    ]
    history = [(str(c.on), c.change, c.old, c.new, c.path) for c in event.history]
    shown = (
        event.title, event.span.edtf, event.span.granularity, event.span.part, event.span.modifier, event.status,
        event.people, event.organisations, event.places, event.tags, event.note, event.inferred,
        [span.edtf for span in event.alternatives], event.replaces, sources, history,
    )  # fmt: skip
    return _short(repr(shown))


def _with_revision(event: Event, entry: Entry | None, digest: str) -> Event:
    """Sequence and modified: never falling, and never from a clock."""
    newest = max((m.source.published for m in event.mentions if m.source.published), default=_EPOCH)
    told = sum(change.change in _CHANGES_OF_DATE_OR_STATUS for change in event.history)
    if entry is None:
        return replace(event, sequence=told, modified=newest)
    if entry.digest == digest:
        return replace(event, sequence=entry.sequence, modified=entry.modified)
    shifted = (entry.edtf, entry.status) != (event.span.edtf, event.status)
    sequence = max(entry.sequence + 1, told) if shifted else entry.sequence
    return replace(event, sequence=sequence, modified=max(newest, entry.modified + timedelta(seconds=1)))


def _entry(event: Event, digest: str, marks: tuple[str, ...]) -> Entry:
    first = _first_report(event.mentions)
    day = first.source.published.date() if first and first.source.published else _EPOCH.date()
    assert event.modified is not None
    return Entry(
        event.id, event.uid, event.title, event.span.edtf, event.status, event.sequence, event.modified, digest, day, marks,
        event.aliases, event.replaces,
    )  # fmt: skip
