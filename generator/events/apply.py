"""Mentions or events and the editor's corrections in, the same corrected out, with a warning for each that matched nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Final, NamedTuple

from msgspec import structs

from generator.errors import Problem
from generator.events.corrections import Correction, Corrections
from generator.events.history import event_of
from generator.events.identity import content_id, free_id, with_ids
from generator.model import DatePhrase, Event, Mention, Source, Trigger


class Remembered(NamedTuple):
    """What earlier builds called events: the id of each, by position, that bore one, and which events a name means.

    Of the positions that a name means the first bears it, the others hold reports that the event of that name once held.
    """

    ids: Mapping[int, str]
    names: Mapping[str, tuple[int, ...]]


Recall = Callable[[Sequence[Event]], Remembered]

_BY_HAND: Final = "written by hand in timeline.yaml"


@dataclass(slots=True)
class Applied:
    """What corrections made, and those that matched nothing."""

    problems: list[Problem] = field(default_factory=list)


def correct_mentions(mentions: Sequence[Mention], corrections: Corrections, applied: Applied) -> list[Mention]:
    """Edit and drop single reports, found by words of their sentence."""
    found = list(mentions)
    for rule in corrections.of("edit", "drop"):
        if rule.ids or not rule.quote:
            continue
        hits = {i for i, mention in enumerate(found) if _quotes(rule, mention)}
        if not hits:
            _stale(rule, corrections, [m.quote for m in found if not rule.article or m.source.path == rule.article], applied)
        elif rule.verb == "drop":
            found = [mention for i, mention in enumerate(found) if i not in hits]
        else:
            found = [_edited(mention, rule) if i in hits else mention for i, mention in enumerate(found)]
    return found


def concerning(event: Event, corrections: Corrections) -> tuple[Correction, ...]:
    """The corrections that name an event, now or by an earlier id, or words of one of its reports."""
    names = {event.id, *event.aliases}
    return tuple(
        rule for rule in corrections.rules if names & set(rule.ids) or (rule.quote and any(_quotes(rule, m) for m in event.mentions))
    )


def _quotes(rule: Correction, mention: Mention) -> bool:
    same = not rule.article or mention.source.path == rule.article or mention.source.path.endswith("/" + rule.article)
    return same and rule.quote is not None and " ".join(rule.quote.split()) in " ".join(mention.quote.split())


def _edited(mention: Mention, rule: Correction) -> Mention:
    time = mention.time
    if rule.date is not None:
        time = DatePhrase(time.text if time else "", time.start if time else mention.start, time.end if time else mention.start,
                          rule.date.timex3[0], "timeline.yaml", None, _BY_HAND)  # fmt: skip
    return structs.replace(
        mention, span=rule.date or mention.span, time=time, status=rule.status or mention.status, title=rule.title or mention.title,
        people=rule.people or mention.people, places=(rule.place,) if rule.place else mention.places, explicit=True,
        inferred=None if rule.date else mention.inferred, background=False,
    )  # fmt: skip


def correct_events(events: Sequence[Event], corrections: Corrections, applied: Applied, recall: Recall | None = None) -> list[Event]:
    """Apply to events with their content's ids what names them by these, then add; the result keeps former ids as aliases.

    `recall` tells the ids that events bore in earlier builds, so that a correction written with one of them still works.
    """
    found = list(events)
    stopgaps: set[str] = set()
    if recall is not None and any(rule.ids for rule in corrections.rules):
        found = _recalled(found, recall(found), stopgaps)
    for rule in corrections.of("edit", "drop"):
        if rule.ids:
            found = _one(found, rule, corrections, applied)
    for rule in corrections.of("merge", "split"):
        found = _joined(found, rule, corrections, applied) if rule.verb == "merge" else _split(found, rule, corrections, applied)
    for rule in corrections.of("pin"):
        found = _one(found, rule, corrections, applied)
    found += [_added(rule, corrections) for rule in corrections.of("add")]
    if not stopgaps:
        return found
    return [structs.replace(event, aliases=tuple(name for name in event.aliases if name not in stopgaps)) for event in found]


def _recalled(events: list[Event], known: Remembered, stopgaps: set[str]) -> list[Event]:
    """Give events the ids that a reader of the last build saw, and every name that led to them.

    An event whose content's id another bears gets a stopgap, which nobody ever sees if a correction joins it to that one.
    """
    taken = set(known.ids.values())
    named: dict[int, list[str]] = {}
    for name, positions in known.names.items():
        for at in positions:
            named.setdefault(at, []).append(name)
    found = []
    for at, event in enumerate(events):
        name = known.ids.get(at) or free_id(event.id, taken)
        if at not in known.ids and name != event.id:
            stopgaps.add(name)
        aliases = dict.fromkeys((*event.aliases, event.id, *named.get(at, ())))
        found.append(structs.replace(event, id=name, aliases=tuple(alias for alias in aliases if alias != name)))
    return found


def _spots(events: Sequence[Event], name: str) -> list[int]:
    """The positions of the events that a name means: that with this id first, then those that bore it before."""
    exact = [i for i, event in enumerate(events) if event.id == name]
    return exact + [i for i, event in enumerate(events) if name in event.aliases]


def _at(events: Sequence[Event], name: str) -> int | None:
    """The position of the event with this id, or that bore it before."""
    return next(iter(_spots(events, name)), None)


def _one(events: list[Event], rule: Correction, corrections: Corrections, applied: Applied) -> list[Event]:
    at = _at(events, rule.ids[0])
    if at is None:
        _stale(rule, corrections, [event.id for event in events], applied)
        return events
    if rule.verb == "drop":
        return events[:at] + events[at + 1 :]
    return [*events[:at], _changed(events[at], rule), *events[at + 1 :]]


def _changed(event: Event, rule: Correction) -> Event:
    new = structs.replace(
        event, span=rule.date or event.span, title=rule.title or event.title, status=rule.status or event.status,
        places=(rule.place, *(p for p in event.places if p != rule.place)) if rule.place else event.places,
        people=rule.people or event.people, tags=rule.tags or event.tags,
        inferred=event.inferred and rule.date is None, alternatives=() if rule.date else event.alternatives,
    )  # fmt: skip
    return _renamed(new, event)


def _renamed(new: Event, *before: Event) -> Event:
    """Give a changed event the id of its content, and keep the ids that led to it before."""
    name = content_id(new)
    old = [alias for event in before for alias in (event.id, *event.aliases)]
    return structs.replace(new, id=name, aliases=tuple(dict.fromkeys(alias for alias in (*new.aliases, *old) if alias != name)))


def _joined(events: list[Event], rule: Correction, corrections: Corrections, applied: Applied) -> list[Event]:
    spots = {name: _spots(events, name) for name in rule.ids}
    for name, found in spots.items():
        if not found:
            _stale(replace(rule, ids=(name,)), corrections, [event.id for event in events], applied)
    positions = sorted({found[0] for found in spots.values() if found})
    if len(positions) + list(spots.values()).count([]) < len(spots):  # two names now lead to one event: a part has a new id
        positions = sorted({at for found in spots.values() for at in found})
    if len(positions) < 2:
        return events
    parts = [events[at] for at in positions]
    mentions = sorted(
        {id(m): m for event in parts for m in event.mentions}.values(), key=lambda m: (str(m.source.published), m.source.path, m.start)
    )
    whole = event_of(
        mentions, (*(reason for event in parts for reason in event.reasons), f"joined by hand in {corrections.path}, line {rule.line}")
    )
    if rule.title:
        whole = structs.replace(whole, title=rule.title)
    whole = _renamed(whole, *parts)
    return [*(event for i, event in enumerate(events) if i not in positions), whole]


def _split(events: list[Event], rule: Correction, corrections: Corrections, applied: Applied) -> list[Event]:
    at = _at(events, rule.ids[0])
    if at is not None and len(events[at].mentions) < 2:
        message, hint = f'split "{rule.ids[0]}" has nothing to do', "the event rests on one report; remove this correction"
        applied.problems.append(Problem(message, corrections.path, rule.line, rule.column, hint))
        return events
    if at is None:
        _stale(rule, corrections, [event.id for event in events if len(event.mentions) > 1], applied)
        return events
    event = events[at]
    probe = replace(rule, quote=rule.quote or "")
    leaving = [m for m in event.mentions if (rule.article or rule.quote) and _quotes(probe, m)]
    groups = [[m for m in event.mentions if m not in leaving], leaving] if leaving else [[m] for m in event.mentions]
    parts = with_ids([event_of([structs.replace(m, background=False) for m in group], ()) for group in groups if group])
    return [*events[:at], structs.replace(parts[0], aliases=(event.id,) if parts[0].id != event.id else ()), *parts[1:], *events[at + 1 :]]


def _added(rule: Correction, corrections: Corrections) -> Event:
    assert rule.date is not None and rule.title is not None
    source = Source(corrections.path, rule.title, url=rule.url, tags=rule.tags)
    phrase = DatePhrase(rule.date.edtf, 0, 0, rule.date.timex3[0], "timeline.yaml", None, _BY_HAND)
    mention = Mention(
        source, -1, rule.quote or rule.title, 0, 0, Trigger(rule.title, 0, 0, ""), phrase, rule.date, rule.status or "happened", rule.title,
        None, rule.people, (), (rule.place,) if rule.place else (), explicit=True,
    )  # fmt: skip
    event = event_of((mention,), ())
    return structs.replace(event, id=content_id(event), tags=rule.tags)


def _stale(rule: Correction, corrections: Corrections, known: Sequence[str], applied: Applied) -> None:
    """Warn that a correction matches nothing, and name the nearest candidate."""
    wanted = rule.ids[0] if rule.ids else rule.quote or ""
    hint = _made_by_hand(rule, corrections)
    if not hint:
        near = _nearest_id(wanted, known) if rule.ids else _nearest_sentence(wanted, known)
        hint = f'the nearest is "{near}"' if near else "remove it, or correct it"
    where = f" in {rule.article}" if rule.article else ""
    applied.problems.append(Problem(f'{rule.verb} "{wanted}" matches nothing{where}', corrections.path, rule.line, rule.column, hint))


def _made_by_hand(rule: Correction, corrections: Corrections) -> str:
    """Where an id is that of an event under `add`, which comes last: what to do instead."""
    lines = (added.line for added in corrections.of("add") if _added(added, corrections).id in rule.ids)
    return next((f"line {line} adds that event: change it there" for line in lines), "")


def _nearest_id(wanted: str, known: Sequence[str]) -> str:
    near = get_close_matches(wanted, known, 1, 0.3) if len(known) <= _MANY else []
    return near[0] if near else ""


def _nearest_sentence(wanted: str, known: Sequence[str]) -> str:
    """The sentence that shares most of the wanted words, shortened to where they stand; "" where few are shared."""
    words = set(_words(wanted))
    best = max(known, key=lambda quote: len(words & set(_words(quote))), default="")
    if not words or 2 * len(words & set(_words(best))) < len(words):
        return ""
    line = " ".join(best.split())
    first = min(at for word in words if (at := line.casefold().find(word)) >= 0)
    start = line.rfind(" ", 0, max(0, first - 10)) + 1
    return line[start : start + _EXCERPT].strip()


def _words(text: str) -> list[str]:
    return [word for part in text.casefold().split() if (word := part.strip(".,;:!?()\"'“”‘’"))]


# Of more ids the nearest is not looked for: it would take minutes.
_MANY: Final = 20_000
_EXCERPT: Final = 80
