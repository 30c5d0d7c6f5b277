"""Events in, the same with plans that moved joined: a plan, its new date and the report that it took place become one event.

Dates cannot tell here, so the articles must. One sentence may name the old date and the new one ("the talks planned for
Tuesday were put off to 16 March"). A thing of which there is one (a conference, an election, a trial) is the same where
two words or names tell which one is meant, but a day that was set does not change unsaid; people who meet and travel often
do the same thing twice, so that a meeting or a visit must also be said to have moved. Reports follow each other, and no
article dates both. Where less is shared the two are kept and listed as possibly the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from generator.events.en import cues
from generator.events.features import located, loose_keys, person_key, title_words
from generator.events.history import event_of
from generator.events.lexicon import noun_classes, stem
from generator.events.merge import order
from generator.model import Event, Mention, Pair

# What there is one of in a story, and what the same people do again.
_ONCE: Final = frozenset("conference election court launch ceremony match flight exhibition".split())
_AGAIN: Final = frozenset("meet visit deal vote strike test press".split())
_OPEN: Final = frozenset("planned possible postponed cancelled".split())
_OFF: Final = frozenset("postponed cancelled".split())
# Verbs that say what becomes of a plan; the plan is the noun beside them ("the conference may slip").
_ABOUT: Final = frozenset("plan schedule expect set slate fix slip shift move postpone cancel hold happen open begin start give".split())
# Words by which an article says that a known plan has a new date.
_MOVED: Final = re.compile(
    r"\b(?:postpon|delay|reschedul|adjourn|put (?:off|back)|push(?:ed)? back|mov(?:ed?|ing) (?:from|to|up|forward)|brought forward|slip"
    r"|instead of|(?:originally|first|initially) (?:planned|scheduled|due|set|expected)|had been (?:planned|scheduled|due|set|expected)"
    r"|was (?:to have|due to|supposed to)|(?:will|is|are) now\b|new date)",
    re.I,
)
# Reports of one plan follow each other; after a longer silence (days) the same words mean another event.
_SILENCE: Final = 200
_SILENCE_AGAIN: Final = 60
_LOOK: Final = 6
_ENOUGH: Final = 2
_WEEK: Final = 7  # days
_MONTH: Final = 31  # days


@dataclass(slots=True, eq=False)
class _Plan:
    """What is compared of an event: the days of its first and last report, its noun or kind, and what tells which it is.

    `dated` are the articles that date it, `sentences` those that say that its date is a new one.
    """

    event: Event
    first: int
    last: int
    noun: str
    kinds: frozenset[str]
    marks: frozenset[str]
    names: frozenset[str]
    towns: frozenset[str]
    title: frozenset[str]
    dated: frozenset[str]
    sentences: frozenset[tuple[str, int]]
    _moved: bool | None = None

    @property
    def moved(self) -> bool:
        """Tell whether an article says that the date is a new one; looked for when it is first asked."""
        if self._moved is None:
            self._moved = any(_MOVED.search(mention.quote) for mention in self.event.mentions)
        return self._moved


class _Verdict(NamedTuple):
    """What two events share, and whether that is enough to join them; they are listed where it is not."""

    shared: frozenset[str]
    joined: bool


@dataclass(slots=True)
class _Groups:
    """Which events have been found to be one plan: positions by their group, the pairs to list, and those that can never be one."""

    plans: Sequence[_Plan | None]
    members: dict[int, list[int]] = field(default_factory=dict)
    home: dict[int, int] = field(default_factory=dict)
    pairs: dict[tuple[int, int], frozenset[str]] = field(default_factory=dict)
    never: set[tuple[int, int]] = field(default_factory=set)


def join_moved(events: Sequence[Event]) -> tuple[tuple[Event, ...], tuple[Pair, ...]]:
    """Join plans that moved; the pairs that share too little are listed."""
    plans = [_plan(event) for event in events]
    series: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, plan in enumerate(plans):
        for key in _keys(plan) if plan else ():
            series[key].append(at)
    groups = _Groups(plans)
    for _, members in sorted(series.items()):
        members.sort(key=lambda at: (plans[at].first, events[at].id))  # type: ignore[union-attr]
        for n, later in enumerate(members):
            for earlier in reversed(members[max(0, n - _LOOK) : n]):
                if (earlier, later) not in groups.never:
                    _try(groups, earlier, later)
    for earlier, later in sorted(groups.pairs):  # once more: what calls the first off may have been met meanwhile
        _try(groups, earlier, later)
    joined = {at for members in groups.members.values() for at in members}
    whole = [_whole([events[at] for at in members]) for _, members in sorted(groups.members.items())]
    kept = tuple(event for at, event in enumerate(events) if at not in joined)
    return (*kept, *whole), tuple(_listed(groups, events))


def _listed(groups: _Groups, events: Sequence[Event]) -> Iterator[Pair]:
    home = groups.home
    for (a, b), shared in sorted(groups.pairs.items()):
        if home.get(a, a) != home.get(b, b):
            yield Pair(events[a].id, events[b].id, 0.5, f"a plan that may have moved ({', '.join(sorted(shared)[:4])})")


def _try(groups: _Groups, earlier: int, later: int) -> None:
    """Join two events, with all that was joined to them before, if they are one plan."""
    a, b = groups.home.get(earlier, earlier), groups.home.get(later, later)
    first, second = groups.plans[earlier], groups.plans[later]
    if a == b or first is None or second is None:
        return
    mine, yours = groups.members.get(a, [a]), groups.members.get(b, [b])
    off = first.noun == second.noun != "" and any(plan.event.status in _OFF for at in mine if (plan := groups.plans[at]) is not None)
    verdict = _same_plan(first, second, off)
    if verdict is None:
        groups.never.add((earlier, later))
        return
    if any(_clash(groups.plans[i], groups.plans[j]) for i in mine for j in yours):
        return
    if not verdict.joined:
        groups.pairs[earlier, later] = verdict.shared
        return
    groups.members.pop(b, None)
    groups.members[a] = sorted({*mine, *yours})
    for at in groups.members[a]:
        groups.home[at] = a


def _plan(event: Event) -> _Plan | None:
    """What is compared of an event; None where it is no kind that is planned."""
    main = [mention for mention in event.mentions if not mention.background]
    noun = next((noun for mention in main if (noun := _noun(mention))), "")
    kinds = frozenset(mention.trigger.lemma for mention in main) & (_AGAIN | _OFF | {"postpone", "cancel"})
    days = [mention.source.published.toordinal() for mention in main if mention.source.published]
    if not (noun or kinds) or not days:
        return None
    told = (mention for mention in main if mention.status in _OPEN and _MOVED.search(mention.quote))
    names = {key for mention in main for name in mention.people for key in (person_key(name),)}
    names |= {key for mention in main for name in mention.organisations for key in loose_keys(name)}
    return _Plan(
        event, min(days), max(days), noun, kinds, frozenset[str]().union(*(_marks(mention, noun) for mention in main)) if noun else _NONE,
        frozenset(names), frozenset[str]().union(*(located(mention.places)[1] for mention in main)),
        title_words(main[0].source.title), frozenset(mention.source.path for mention in main if mention.status in ("planned", "happened")),
        frozenset((mention.source.path, mention.sentence) for mention in told),
    )  # fmt: skip


_NONE: Final = frozenset[str]()


def _noun(mention: Mention) -> str:
    """The noun that names what is planned: the trigger, or the one beside a verb that says what becomes of a plan."""
    low = mention.trigger.text.casefold()
    if noun_classes().get(low) in _ONCE or low == "summit":
        return stem(low)
    if mention.trigger.lemma in _ABOUT or stem(low) in _ABOUT:
        found = [word for word in mention.words if noun_classes().get(word) in _ONCE or word == "summit"]
        return found[0] if len(found) == 1 else ""
    return ""


def _keys(plan: _Plan) -> Iterator[tuple[str, ...]]:
    """What a plan is looked up by: its noun with each mark, its kind with each name, the sentences that say it moved."""
    for mark in plan.marks if plan.noun else ():
        yield (plan.noun, mark)
    for kind in plan.kinds & _AGAIN:
        for name in plan.names:
            yield (kind, name)
    for path, sentence in plan.sentences:
        yield ("", path, str(sentence))


def _marks(mention: Mention, noun: str) -> set[str]:
    """The words that tell which conference is meant: those of the report, of a title or tags that name the noun, and names."""
    marks = {word for word in mention.words if word != noun and word not in _PLAIN}
    marks |= {name.casefold() for name in (*mention.people, *mention.organisations)}
    for tag in mention.source.tags:
        words = {stem(word) for word in tag.lower().split()}
        if noun in words and len(words) > 1:
            marks |= {f"#{tag.lower()}", *words - {noun}}
    title = title_words(mention.source.title)
    return (marks | (title - _PLAIN - {noun} if noun in title else set())) - cues.STOP


_PLAIN: Final = _ABOUT | frozenset("talk meet take place come next end say announce delay reschedule put off push slip plan date".split())


def _same_plan(a: _Plan, b: _Plan, off: bool) -> _Verdict | None:
    """What two events share that can be one plan; None where they cannot be. `off` where the first is known to be called or put off."""
    one, two = a.event, b.event
    if a.sentences & b.sentences and not one.span.overlaps(two.span) and (a.kinds & b.kinds or a.names & b.names or a.noun == b.noun):
        return _Verdict(frozenset(), joined=True)
    silence = b.first - a.last
    if one.status not in _OPEN or two.status == "denied" or silence > _SILENCE or silence < 0:
        return None
    if two.status == "happened" and two.span.start and two.span.start.toordinal() < a.first:
        return None
    if a.noun and a.noun == b.noun:
        return _of_one_noun(a, b, off)
    if a.kinds & b.kinds & _AGAIN and silence <= _SILENCE_AGAIN and one.status != "cancelled" and two.status != "cancelled":
        return _of_one_kind(a, b)
    return None


def _of_one_noun(a: _Plan, b: _Plan, off: bool) -> _Verdict | None:
    shared = a.marks & b.marks
    if not shared:
        return None
    if a.event.span.overlaps(b.event.span):  # what would agree by its date was compared before; what is called off tells little else
        return _Verdict(shared, joined=True) if b.event.status in _OFF or a.event.status == "possible" else None
    may_move = off or _vague(a) or _vague(b) or _said_moved(a, b)
    return _Verdict(shared, joined=may_move and len(shared | (a.title & b.title)) >= _ENOUGH)


def _vague(plan: _Plan) -> bool:
    """Tell whether a plan was only expected in some month or so; a day that was set does not change unsaid."""
    return (plan.event.span.days or _MONTH) > _WEEK


def _said_moved(a: _Plan, b: _Plan) -> bool:
    """Tell whether an article says that the date is a new one."""
    return a.event.status == "postponed" or b.moved


def _of_one_kind(a: _Plan, b: _Plan) -> _Verdict | None:
    """Meetings and visits: the same people or towns, and joined only where an article says that the date is a new one."""
    if a.event.span.overlaps(b.event.span):
        return None
    names = a.names & b.names
    shared = names | {town.casefold() for town in a.towns & b.towns}
    if not names or len(shared) < _ENOUGH:
        return None
    return _Verdict(shared, joined=_said_moved(a, b) and a.event.status != "happened")


def _clash(a: _Plan | None, b: _Plan | None) -> bool:
    """Tell whether two events are surely not one: both happened, one article dates both, or they lie in different towns."""
    if a is None or b is None or (a.event.status == "happened" and b.event.status == "happened"):
        return True
    if a.dated & b.dated and not a.sentences & b.sentences:
        return True
    return bool(a.towns and b.towns) and not a.towns & b.towns and "conference" not in (a.noun, b.noun)


def _whole(parts: Sequence[Event]) -> Event:
    mentions = sorted((mention for event in parts for mention in event.mentions), key=order)
    reasons = (*(reason for event in parts for reason in event.reasons), f"one plan whose date moved, told {len(parts)} times")
    return event_of(mentions, reasons)
