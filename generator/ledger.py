"""A timeline and the ledger of earlier builds in, lasting ids, UIDs and revisions out.

`dateline.lock` holds one line of JSON an event, sorted by id. An event is known again by the sentences that report it, so
its id and UID survive new words, a moved date and a merge. Without a ledger all is derived from the content alone. The
rules for SEQUENCE and LAST-MODIFIED are those of RFC 5545, 3.8.7; no clock is read.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import Any, Final
from uuid import UUID, uuid5

from msgspec import structs

from generator.events.apply import Remembered
from generator.events.identity import free_id
from generator.model import Event, Mention, Pair, Redirect, Timeline
from generator.render import urls

_SPACE: Final = UUID("6f0c5e3e-6d0b-5c7a-9a5c-1b1f7e2d4a90")
_HEAD: Final = '{"dateline.lock": 1}'
_SECOND: Final = timedelta(seconds=1)

# Digests by which an event is known again, with how much each says.
Keys = Sequence[tuple[str, int]]
# The keys of an event, and a digest of all that a reader sees of it.
Traits = tuple[Keys, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """What is remembered of one event. `keys` are digests of the sentences that report it, `state` its date and status."""

    id: str
    uid: str
    state: str
    content: str
    sequence: int = 0
    modified: str = ""
    keys: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """The entries of a ledger, by id."""

    entries: Mapping[str, Entry] = field(default_factory=dict)


def load(data: bytes) -> Ledger:
    """Read a ledger; lines that cannot be read are left out, so that a bad merge in version control costs no build."""
    entries: dict[str, Entry] = {}
    for line in data.decode("utf-8", "replace").splitlines():
        try:
            row = json.loads(line.strip().rstrip(","))
            entry = Entry(
                row["id"], row["uid"], row["state"], row["content"], int(row["sequence"]), row["modified"],
                tuple(row["keys"]), tuple(row.get("aliases", ())), tuple(row.get("replaces", ())),
            )  # fmt: skip
        except (ValueError, KeyError, TypeError, RecursionError):
            continue
        entries.setdefault(entry.id, entry)
    return Ledger(entries)


def dump(ledger: Ledger) -> bytes:
    """Write a ledger: one line an event, sorted by id."""
    lines = [_HEAD, *(json.dumps(_row(entry), ensure_ascii=False) for _, entry in sorted(ledger.entries.items()))]
    return ("\n".join(lines) + "\n").encode()


def _row(entry: Entry) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": entry.id, "uid": entry.uid, "state": entry.state, "sequence": entry.sequence, "modified": entry.modified,
        "content": entry.content, "keys": list(entry.keys),
    }  # fmt: skip
    if entry.aliases:
        row["aliases"] = list(entry.aliases)
    if entry.replaces:
        row["replaces"] = list(entry.replaces)
    return row


def traits(event: Event) -> Traits:
    """By what an event is known again, whatever it is called."""
    return _keys(event), _content(event)


def identify(
    timeline: Timeline, ledger: Ledger, dropped: Collection[str] = (), known_by: Sequence[Traits] | None = None
) -> tuple[Timeline, Ledger, tuple[Redirect, ...]]:
    """Give the events of a timeline their lasting names; the ledger to keep, and redirects from former names.

    A name by which corrections have `dropped` an event stays with that one: another event that took it would be dropped
    in its place the next time. `known_by` are the traits of the events where they are known already.
    """
    gone = {name for name, entry in ledger.entries.items() if not {name, *entry.aliases}.isdisjoint(dropped)}
    rest = Ledger({name: entry for name, entry in ledger.entries.items() if name not in gone}) if gone else ledger
    found = list(map(traits, timeline.events)) if known_by is None else known_by
    keys, contents = [of_event for of_event, _ in found], [content for _, content in found]
    known = _match(timeline.events, keys, rest)
    absorbed = _absorbed(keys, known, rest)
    taken = {entry.id for entry in known.values()} | {old.id for olds in absorbed.values() for old in olds} | gone
    uids = {entry.uid for entry in ledger.entries.values()}
    events, entries = [], dict(ledger.entries)
    renamed: dict[str, str] = {}
    for at, event in enumerate(timeline.events):
        named = _named(event, contents[at], known.get(at), absorbed.get(at, []), taken, uids)
        for part in absorbed.get(at, []):
            entries.pop(part.id, None)
        renamed[event.id] = named.id
        events.append(named)
    live = {event.id for event in events}
    # A former name that some event bears again leads to that one; so a second run changes nothing.
    events = [
        structs.replace(event, aliases=tuple(name for name in event.aliases if name not in live)) if event.aliases else event
        for event in events
    ]
    entries |= {event.id: _entry(event, content, of_event) for event, content, of_event in zip(events, contents, keys, strict=True)}
    named_all = replace(timeline, events=tuple(events), possible_pairs=_pairs(timeline.possible_pairs, renamed))
    return named_all, Ledger(entries), _redirects(events)


def recall(ledger: Ledger, events: Sequence[Event]) -> Remembered:
    """What the ledger calls events that have only their content's ids yet, before corrections are applied."""
    keys = [_keys(event) for event in events]
    known = _match(events, keys, ledger)
    bearer = {entry.id: at for at, entry in known.items()}
    owners: dict[str, list[Entry]] = {}
    for entry in ledger.entries.values():
        for key in entry.keys:
            owners.setdefault(key, []).append(entry)
    means: dict[str, list[int]] = {entry.id: [at] for at, entry in known.items()}
    for at, of_event in enumerate(keys):
        for entry in {entry.id: entry for key, weight in of_event if weight > 1 for entry in owners.get(key, ())}.values():
            if at not in (spots := means.setdefault(entry.id, [])):
                spots.append(at)
    names = {name: tuple(spots) for name, spots in means.items()}
    for name, spots in means.items():  # a former name means the event that bears the present one
        for alias in ledger.entries[name].aliases:
            names.setdefault(alias, (bearer.get(name, spots[0]),))
    return Remembered({at: entry.id for at, entry in known.items()}, names)


def _match(events: Sequence[Event], keys: Sequence[Keys], ledger: Ledger) -> dict[int, Entry]:
    """For each event, by position, the entry it had: the one that most of its reports point to."""
    if not ledger.entries:
        return {}
    by_key: dict[str, list[Entry]] = {}
    by_name: dict[str, Entry] = {}
    for entry in ledger.entries.values():
        for digest in entry.keys:
            by_key.setdefault(digest, []).append(entry)
        for name in (entry.id, *entry.aliases):
            by_name.setdefault(name, entry)
    scores: list[tuple[int, str, int]] = []
    for at, event in enumerate(events):
        points: dict[str, int] = {}
        for key, weight in keys[at]:
            for entry in by_key.get(key, ()):
                points[entry.id] = points.get(entry.id, 0) + weight
        for name in (event.id, *event.aliases):
            if name in by_name:
                entry_id = by_name[name].id
                points[entry_id] = points.get(entry_id, 0) + (4 if name == entry_id else 2)
        for name in points:  # reworded: the article's kind of event with the same people, on the same date
            points[name] += ledger.entries[name].state.partition(" ")[0] == event.span.edtf
        scores += [(-score, name, at) for name, score in points.items() if score > 1]
    found: dict[int, Entry] = {}
    used: set[str] = set()
    for _, name, at in sorted(scores):
        if at not in found and name not in used:
            found[at] = ledger.entries[name]
            used.add(name)
    return found


def _absorbed(keys: Sequence[Keys], known: Mapping[int, Entry], ledger: Ledger) -> dict[int, list[Entry]]:
    """Entries that no event bears any more and whose reports now belong to another: they were merged into it."""
    used = {entry.id for entry in known.values()}
    owner: dict[str, int] = {}
    for at, of_event in enumerate(keys):
        for key, weight in of_event:
            if weight > 1:
                owner.setdefault(key, at)
    found: dict[int, list[Entry]] = {}
    for entry in ledger.entries.values():
        if entry.id not in used:
            homes = [owner[key] for key in entry.keys if key in owner]
            if homes:
                found.setdefault(min(homes, key=lambda at: (-homes.count(at), at)), []).append(entry)
    return found


def _keys(event: Event) -> Keys:
    """Digests by which an event is known again, and how much each says: a sentence much, an article's kind of event a little."""
    found: dict[str, int] = {}
    for mention in event.mentions:
        if mention.background:
            continue
        words = " ".join(mention.quote.split())
        found[_digest(mention.source.path, words, mention.trigger.lemma, mention.trigger.text)] = 4
        found.setdefault(_digest(mention.source.path, mention.trigger.lemma, *sorted(mention.people)[:2]), 1)
    return list(found.items())


def _digest(*parts: str) -> str:
    return blake2b("\n".join(parts).encode(), digest_size=5).hexdigest()


def _named(event: Event, content: str, old: Entry | None, absorbed: Sequence[Entry], taken: set[str], uids: set[str]) -> Event:
    """Name one event: as before where it is known, else by its content, of which the digest is given."""
    state, newest = _state(event), _newest(event.mentions)
    former = [name for entry in absorbed for name in (entry.id, *entry.aliases)]
    replaced = [uid for entry in absorbed for uid in (entry.uid, *entry.replaces)]
    if old is None:
        name = free_id(event.id, taken)
        uid = _fresh_uid(event, uids)
        aliases = _aliases(name, (*event.aliases, *former), taken, former)
        return structs.replace(event, id=name, uid=uid, sequence=_turns(event), modified=newest, aliases=aliases, replaces=tuple(replaced))
    moved = state != old.state
    changed = moved or content != old.content or bool(absorbed)
    sequence = max(old.sequence + 1, _turns(event)) if moved else old.sequence
    modified = _read(old.modified) or newest
    if changed:
        modified = newest if newest and (not modified or newest > modified) else modified + _SECOND if modified else newest
    aliases = _aliases(old.id, (*old.aliases, *event.aliases, event.id, *former), taken, former)
    replaces = tuple(dict.fromkeys((*old.replaces, *replaced)))
    return structs.replace(event, id=old.id, uid=old.uid, sequence=sequence, modified=modified, aliases=aliases, replaces=replaces)


def _aliases(name: str, names: Iterable[str], taken: set[str], freed: Sequence[str]) -> tuple[str, ...]:
    """Former names that lead here: each once, and none that is an event's own."""
    return tuple(alias for alias in dict.fromkeys(names) if alias != name and (alias not in taken or alias in freed))


def _fresh_uid(event: Event, uids: set[str]) -> str:
    """A UID from what does not change when titles and dates do: the first report's article, its kind of event and its actors."""
    first = event.mentions[0]
    key = "\n".join((first.source.path, first.trigger.lemma or event.title, *sorted((*first.people, *first.organisations))[:3]))
    number = 1
    uid = f"urn:uuid:{uuid5(_SPACE, key)}"
    while uid in uids:
        number += 1
        uid = f"urn:uuid:{uuid5(_SPACE, f'{key} {number}')}"
    uids.add(uid)
    return uid


def _state(event: Event) -> str:
    return f"{event.span.edtf} {event.status}"


def _content(event: Event) -> str:
    """A digest of all that a reader sees of an event."""
    sources = [part for m in event.mentions for part in (m.source.path, m.quote, m.span.edtf if m.span else "")]
    return _digest(event.title, *event.people, "/", *event.organisations, "/", *event.places, "/", *event.tags, event.note or "", *sources)


def _turns(event: Event) -> int:
    """How often the articles themselves changed the date or the status."""
    return sum(change.change != "first reported" for change in event.history)


def _newest(mentions: Sequence[Mention]) -> datetime | None:
    """The newest publication, in UTC as the ledger has it, so that a build with the ledger just made writes the same bytes."""
    newest = max((m.source.published for m in mentions if m.source.published), default=None)
    return newest.astimezone(UTC) if newest else None


def _read(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _entry(event: Event, content: str, keys: Keys) -> Entry:
    modified = event.modified.astimezone(UTC).isoformat() if event.modified else ""
    digests = tuple(sorted(key for key, _ in keys))
    return Entry(event.id, event.uid, _state(event), content, event.sequence, modified, digests, event.aliases, event.replaces)


def _pairs(pairs: Iterable[Pair], renamed: Mapping[str, str]) -> tuple[Pair, ...]:
    return tuple(structs.replace(p, first=renamed.get(p.first, p.first), second=renamed.get(p.second, p.second)) for p in pairs)


def _redirects(events: Iterable[Event]) -> tuple[Redirect, ...]:
    """A page at each former address that leads to the event's own."""
    found = []
    live = {event.id for event in events}
    for event in events:
        for alias in event.aliases:
            if alias not in live:
                old = urls.event_page(structs.replace(event, id=alias))
                if old != urls.event_page(event):
                    found.append(Redirect(old, urls.event_page(event)))
    return tuple(found)
