"""Events in, the same with plans that moved joined: a plan, its new date and the report that it took place become one event.

Dates cannot tell here, so the articles must: the same noun ("conference"), told with the same words or under the same tag,
in reports that follow each other, and never two dates for it in one article. Where only little is shared the two are kept
and listed as possibly the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from generator.events.en import cues
from generator.events.history import event_of
from generator.events.lexicon import noun_classes, stem
from generator.events.similarity import cities, title_words
from generator.model import Event, Mention, Pair

_CLASSES: Final = frozenset("conference election court launch ceremony match flight exhibition".split())
_OPEN: Final = ("planned", "possible", "postponed", "cancelled")
# Reports of one plan follow each other; after a longer silence the same words mean another event.
_SILENCE: Final = timedelta(days=200)
_LOOK: Final = 6
_ENOUGH: Final = 2


def join_moved(events: Sequence[Event]) -> tuple[tuple[Event, ...], tuple[Pair, ...]]:
    """Join plans that moved; the pairs that share too little are listed."""
    series: dict[str, list[int]] = defaultdict(list)
    for at, event in enumerate(events):
        for key in _keys(event):
            series[key].append(at)
    groups: dict[int, list[int]] = {}
    home: dict[int, int] = {}
    pairs: dict[tuple[int, int], Pair] = {}
    for _, members in sorted(series.items()):
        members.sort(key=lambda at: (_reported(events[at]), events[at].id))
        for n, later in enumerate(members):
            for earlier in reversed(members[max(0, n - _LOOK) : n]):
                _try(events, earlier, later, groups, home, pairs)
    joined = {at for members in groups.values() for at in members}
    whole = [_whole([events[at] for at in members]) for _, members in sorted(groups.items())]
    found = tuple(event for at, event in enumerate(events) if at not in joined) + tuple(whole)
    left = tuple(pair for (a, b), pair in sorted(pairs.items()) if home.get(a, a) != home.get(b, b))
    return found, left


def _try(
    events: Sequence[Event],
    earlier: int,
    later: int,
    groups: dict[int, list[int]],
    home: dict[int, int],
    pairs: dict[tuple[int, int], Pair],
) -> None:
    """Join two events, with all that was joined to them before, if they are one plan."""
    a, b = home.get(earlier, earlier), home.get(later, later)
    if a == b:
        return
    mine, yours = groups.get(a, [a]), groups.get(b, [b])
    shared = _same_plan(events[earlier], events[later])
    if shared is None or any(_clash(events[i], events[j]) for i in mine for j in yours):
        return
    if len(shared) < _ENOUGH:
        reason = f"a plan that may have moved ({', '.join(sorted(shared))})"
        pairs[earlier, later] = Pair(events[earlier].id, events[later].id, 0.5, reason)
        return
    groups.pop(b, None)
    groups[a] = sorted({*mine, *yours})
    for at in groups[a]:
        home[at] = a


def _keys(event: Event) -> set[str]:
    """What a plan is looked up by: its noun with each word, tag and name that tells which one it is."""
    noun = _noun(event)
    if not noun:
        return set()
    return {f"{noun}|{word}" for word in _marks(event, noun)}


def _noun(event: Event) -> str:
    """The noun that names the event in its first report, where it can be planned."""
    for mention in event.mentions:
        low = mention.trigger.text.lower()
        if (noun_classes().get(low) in _CLASSES or low == "summit") and not mention.background:
            return stem(low)
    return ""


def _marks(event: Event, noun: str) -> set[str]:
    """The words that tell which conference is meant: those of the reports, of their tags that name the noun, and names."""
    marks: set[str] = set()
    for mention in event.mentions:
        marks |= {word for word in mention.words if word != noun and word not in _PLAIN}
        marks |= {name.casefold() for name in (*mention.people, *mention.organisations)}
        for tag in mention.source.tags:
            words = {stem(word) for word in tag.lower().split()}
            if noun in words and len(words) > 1:
                marks |= {f"#{tag.lower()}", *words - {noun}}
    return marks - cues.STOP


_PLAIN: Final = frozenset("open begin start hold happen talk meet plan expect schedule take place come next give end say announce".split())


def _same_plan(a: Event, b: Event) -> set[str] | None:
    """What two events share that can be one plan; None where they cannot be."""
    if a.status not in _OPEN or a.span.overlaps(b.span) or b.status == "denied":
        return None
    silence = _reported(b) - max(_reported_last(a), _reported(a))
    if silence > _SILENCE or silence < timedelta(0) or (b.status == "happened" and b.span.start and b.span.start < _reported(a)):
        return None
    noun = _noun(a)
    shared = _marks(a, noun) & _marks(b, noun)
    context = title_words(a.mentions[0].source.title) & title_words(b.mentions[0].source.title)
    return (shared | {word for word in context if shared}) or None


def _clash(a: Event, b: Event) -> bool:
    """Tell whether two events are surely not one: both happened, one article dates both, or they lie in different towns."""
    if a.status == "happened" and b.status == "happened":
        return True
    mine = {m.source.path for m in a.mentions if m.status in ("planned", "happened")}
    yours = {m.source.path for m in b.mentions if m.status in ("planned", "happened")}
    if mine & yours:
        return True
    here, there = cities(frozenset(a.places)), cities(frozenset(b.places))
    return bool(here and there) and not here & there and "conference" not in (_noun(a), _noun(b))


def _whole(parts: Sequence[Event]) -> Event:
    mentions: list[Mention] = sorted((m for event in parts for m in event.mentions), key=_order)
    reasons = (*(reason for event in parts for reason in event.reasons), f"one plan whose date moved, told {len(parts)} times")
    return event_of(mentions, reasons)


def _order(mention: Mention) -> tuple[str, str, int, int]:
    published = mention.source.published
    return (published.isoformat() if published else "", mention.source.path, mention.sentence, mention.trigger.start)


def _reported(event: Event) -> date:
    return min(_days(event.mentions), default=date.max)


def _reported_last(event: Event) -> date:
    return max(_days(event.mentions), default=date.min)


def _days(mentions: Iterable[Mention]) -> list[date]:
    return [m.source.published.date() for m in mentions if m.source.published]
