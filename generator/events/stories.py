"""Events and reports in, the events out with those joined that articles on one story tell in other words; near pairs are listed.

Between articles on one story a day says much, as a story has few events on one day. Three steps, each surer than the next: events
of a related kind whose dates agree; reports without a date, which take that of the one event that they recall; then events of one
day that the later article remembers, or that the earlier one had announced. Where two would fit as well as each other, nothing is
joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from msgspec.structs import replace

from generator.events.alike import likeness, recalls, something_shared
from generator.events.alone import only_ones
from generator.events.features import FAR, Features
from generator.events.history import event_of
from generator.events.kin import Kin
from generator.events.kinds import kinds_of, near
from generator.events.merge import order
from generator.events.similarity import agree, contradicts, reasons
from generator.events.subjects import STORY, Subjects
from generator.model import Event, Mention, Pair

# How much of what they are about two articles must share, and how much where their reports have little in common.
_CLOSE: Final = 0.1
_CLOSER: Final = 0.25
# What an event is compared with: so many neighbours in time under each name, by so many reports of so many articles; and an undated report.
_NEIGHBOURS: Final = 8
_REPORTS: Final = 4
_LEADS: Final = 2
_EARLIER: Final = 40
# From JOIN on two events are one if no other comes as near as MARGIN, from SHOW on they are listed; an undated report needs more, and
# that no other event comes as near as CLEAR.
_JOIN: Final = 0.45
_SHOW: Final = 0.36
_RECALL: Final = 0.55
_MARGIN: Final = 0.03
_NEARER: Final = 0.04  # for words of one sort: of "showed" and "sold" the former is what "presented" means
_CLEAR: Final = 0.08
_ROUGH: Final = 3  # days
_YEAR: Final = 370  # days


@dataclass(slots=True, eq=False)
class _Unit:
    """What is compared of an event: first reports, the articles that date it by themselves, the first of them, its days (half-open)."""

    mentions: Sequence[Mention]
    paths: frozenset[str]
    leads: tuple[str, ...]
    first: int
    last: int
    _reports: list[Features] | None = None

    @property
    def reports(self) -> list[Features]:
        """What is compared of the reports, taken out when it is first asked for: few events have another on their story."""
        if self._reports is None:
            self._reports = [Features(mention) for mention in self.mentions]
        return self._reports


class _Bond(NamedTuple):
    """How alike two events are, whether by more than their day, their positions, and the two reports that show it."""

    value: float
    akin: bool
    i: int
    j: int
    a: Features
    b: Features

    @property
    def why(self) -> str:
        """What speaks for it, in words."""
        return "; ".join(reasons(self.a, self.b))


def join_stories(events: Sequence[Event], mentions: Sequence[Mention]) -> tuple[tuple[Event, ...], tuple[Pair, ...]]:
    """Join what articles on one story report; `mentions` are all reports, also those that no event rests on yet."""
    used = {id(mention) for event in events for mention in event.mentions}
    loose = [mention for mention in mentions if mention.background and id(mention) not in used]
    groups = _Groups([*events, *(event_of([mention], ()) for mention in loose if mention.span is not None)])
    subjects = Subjects(mentions)
    bonds = sorted(_bonds(groups.units, subjects), key=lambda bond: (-bond.value, bond.i, bond.j))
    pairs = list(_join(groups, [bond for bond in bonds if bond.akin]))
    _recall(groups, [mention for mention in loose if mention.span is None], subjects)
    pairs += _join(groups, [bond for bond in bonds if not bond.akin])
    told = frozenset(home for home, group in groups.members.items() if any(_told(groups.events[at]) for at in group))
    for i, j in list(only_ones(groups.units, groups.home, told, subjects)):
        bond = _Bond(_JOIN, True, i, j, groups.units[i].reports[0], groups.units[j].reports[0])
        if not groups.apart(bond):
            groups.join(bond)
    _come_back(groups, [mention for mention in loose if mention.span is None], subjects)
    return tuple(groups.whole()), tuple(pairs)


def _come_back(groups: _Groups, undated: Sequence[Mention], subjects: Subjects) -> None:
    """Join what articles only come back to, by a month, a year or no date, to the event of its kind that it means."""
    units, home = groups.units, groups.home
    kin = Kin(units, home, groups.told, subjects)
    for at, unit in enumerate(units):
        if not 1 < unit.last - unit.first <= _YEAR or any(units[k].last - units[k].first <= 1 for k in groups.members[home[at]]):
            continue
        report = unit.reports[0]
        if (other := kin.meant(report, at)) is not None:
            bond = _Bond(_JOIN, True, other, at, units[other].reports[0], report)
            if not groups.apart(bond):
                groups.join(bond)
    known = {id(mention) for found in groups.undated.values() for mention in found}
    for mention in undated:
        if id(mention) not in known and (other := kin.meant(Features(mention))) is not None:
            groups.undated.setdefault(home[other], []).append(mention)


class _Groups:
    """Which events have been found to be one: positions by the first of each group, with why and the undated reports."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.events = events
        self.units = [_unit(event) for event in events]
        self.home = list(range(len(events)))
        self.members = {at: [at] for at in self.home}
        self.why: dict[int, tuple[str, ...]] = {}
        self.undated: dict[int, list[Mention]] = {}

    def join(self, bond: _Bond) -> None:
        """The two groups become one."""
        a, b = sorted((self.home[bond.i], self.home[bond.j]))
        for at in self.members[b]:
            self.home[at] = a
        self.members[a] += self.members.pop(b)
        self.undated[a] = [*self.undated.get(a, ()), *self.undated.pop(b, ())]
        self.why[a] = (*self.why.get(a, ()), *self.why.pop(b, ()), f"one story: {bond.why}")

    def told(self, at: int) -> bool:
        """Tell whether an article tells the group of an event by itself."""
        return any(_told(self.events[member]) for member in self.members[self.home[at]])

    def apart(self, bond: _Bond) -> bool:
        """Tell whether two groups are surely not one, or nobody tells of either by itself."""
        mine, yours = self.members[self.home[bond.i]], self.members[self.home[bond.j]]
        if not any(_told(self.events[at]) for at in (*mine, *yours)):
            return True
        if not bond.akin and self._sides(mine, yours):
            return True
        return any(_clash(self.units[m], self.units[n]) for m in mine for n in yours)

    def _sides(self, mine: Sequence[int], yours: Sequence[int]) -> bool:
        """Tell whether an article tells of both groups, in sentences of its own."""
        one, other = self._told_in(mine), self._told_in(yours)
        return any(one[path].isdisjoint(other[path]) for path in one.keys() & other.keys())

    def _told_in(self, group: Sequence[int]) -> dict[str, set[int]]:
        """The sentences of each article that tell of a group."""
        found: dict[str, set[int]] = defaultdict(set)
        for at in group:
            for mention in (*self.events[at].mentions, *self.undated.get(self.home[at], ())):
                found[mention.source.path].add(mention.sentence)
        return found

    def whole(self) -> Iterator[Event]:
        """The events that came of it; what nobody tells by itself makes none."""
        for root, group in self.members.items():
            parts = [self.events[at] for at in sorted(group)]
            if any(map(_told, parts)):
                yield self._one(parts, root)

    def _one(self, parts: Sequence[Event], root: int) -> Event:
        undated = self.undated.get(root, ())
        if len(parts) == 1 and not undated:
            return parts[0]
        mentions = sorted((mention for event in parts for mention in event.mentions), key=order)
        span = event_of(mentions, ()).span
        recalled = [replace(mention, span=span, inferred=_RECALLED) for mention in undated]
        why = (*(reason for event in parts for reason in event.reasons), *self.why.get(root, ()))
        return event_of(sorted((*mentions, *recalled), key=order), why)


_RECALLED: Final = "told without a date: that of the event that it recalls"


def _told(event: Event) -> bool:
    return any(not mention.background for mention in event.mentions)


def _unit(event: Event) -> _Unit:
    main = [mention for mention in event.mentions if not mention.background] or event.mentions
    span = event.span
    paths = tuple(dict.fromkeys([mention.source.path for mention in main]))
    return _Unit(
        main[:_REPORTS], frozenset(paths), paths[:_LEADS],
        span.start.toordinal() if span.start else -FAR, span.end.toordinal() if span.end else FAR,
    )  # fmt: skip


def _bonds(units: Sequence[_Unit], subjects: Subjects) -> Iterator[_Bond]:
    """The pairs of events whose articles are on one story and whose dates can be one, as far as they are alike."""
    for i, j in _neighbours(units, subjects):
        one, other = units[i], units[j]
        close = max([subjects.closeness(a, b) for a in one.leads for b in other.leads])
        if close >= _CLOSE and (bond := _compared(i, j, one, other)) is not None and enough(close, bond.a, bond.b):
            yield bond


def enough(close: float, a: Features, b: Features) -> bool:
    """Tell whether two reports may be one event where their articles share so much of what they are about."""
    return close >= _CLOSER or (_sure(a, b) and something_shared(a, b))


def _neighbours(units: Sequence[_Unit], subjects: Subjects) -> Iterator[tuple[int, int]]:
    """Pairs of positions, each once, of events whose articles share rare names and whose dates could be the same."""
    lists: dict[str, list[int]] = defaultdict(list)
    dated = (at for at, unit in enumerate(units) if unit.last - unit.first <= _YEAR)
    for at in sorted(dated, key=lambda at: (units[at].first, at)):
        for key in subjects.keys(units[at].leads):
            lists[key].append(at)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    heads = {at: subjects.heads(units[at].leads) for found in lists.values() for at in found}
    for key, found in sorted(lists.items()):
        weight = subjects.weight(key)
        for n, i in enumerate(found):
            last, paths = units[i].last + _ROUGH, units[i].paths
            for j in found[n + 1 : n + 1 + _NEIGHBOURS]:
                if units[j].first >= last:
                    break
                if paths.isdisjoint(units[j].paths):
                    shared[(i, j) if i < j else (j, i)] += weight * (1 + (key in heads[i] and key in heads[j]))
    return (pair for pair, weight in shared.items() if weight >= STORY)


def _sure(a: Features, b: Features) -> bool:
    """Tell whether two reports may be one event also in articles that share little: they name the same, or one kind of one day."""
    if a.names and b.names:
        return not a.names.isdisjoint(b.names)
    return not a.kinds.isdisjoint(b.kinds) and a.first == b.first and max(a.days, b.days) <= 1


def _compared(i: int, j: int, one: _Unit, other: _Unit) -> _Bond | None:
    """The two reports of two events that are most alike; None where they are too different."""
    best: _Bond | None = None
    for a in one.reports:
        for b in other.reports:
            value, akin = likeness(a, b)
            if value >= _JOIN and near(a.text, b.text):
                value += _NEARER
            if value >= _SHOW and (best is None or value > best.value):
                best = _Bond(value, akin, i, j, a, b)
    return best


def _join(groups: _Groups, bonds: Sequence[_Bond]) -> Iterator[Pair]:
    """Join the events of bonds, the best first; what is not joined is listed."""
    partners: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for bond in bonds:
        partners[bond.i].append((bond.value, bond.j))
        partners[bond.j].append((bond.value, bond.i))
    for bond in bonds:
        i, j, value = bond.i, bond.j, bond.value
        if groups.home[i] == groups.home[j]:
            continue
        rivalled = _rival(groups, partners, i, j, value) or _rival(groups, partners, j, i, value)
        if value >= _JOIN and not rivalled and not groups.apart(bond):
            groups.join(bond)
        else:
            yield Pair(groups.events[i].id, groups.events[j].id, round(value, 3), bond.why)


def _rival(groups: _Groups, partners: Mapping[int, list[tuple[float, int]]], i: int, j: int, value: float) -> bool:
    """Tell whether another event that the articles of `j` date would be as good a partner for `i`.

    What the same sentence goes on to tell ("hit a rock and rolled over") is no rival of what it tells first.
    """
    home, units = groups.home, groups.units
    return any(
        other >= value - _MARGIN
        and home[k] not in (home[j], home[i])
        and not units[k].paths.isdisjoint(units[j].paths)
        and not (other < value + _MARGIN and _goes_on(units[j], units[k]))
        for other, k in partners[i]
    )


def _goes_on(first: _Unit, then: _Unit) -> bool:
    """Tell whether the second event is one that a sentence tells behind the first."""
    a, b = first.mentions[0], then.mentions[0]
    return a.source.path == b.source.path and a.sentence == b.sentence and a.trigger.start < b.trigger.start


def _clash(one: _Unit, other: _Unit) -> bool:
    """Tell whether two of the reports of two events cannot be of one: what an article dates twice is two, but for a finer date."""
    return any(
        not agree(a, b) or contradicts(a, b) or (a.path == b.path and not _told_finer(a, b)) for a in one.reports for b in other.reports
    )


def _told_finer(a: Features, b: Features) -> bool:
    return not a.kinds.isdisjoint(b.kinds) and (a.days > 1) != (b.days > 1)


def _recall(groups: _Groups, undated: Sequence[Mention], subjects: Subjects) -> None:
    """Give undated reports to the events that they recall, where exactly one fits."""
    lists = _by_kind(groups.units, subjects)
    for mention in undated:
        report = Features(mention)
        best: dict[int, float] = {}
        for at in _earlier(report, groups.units, lists, subjects):
            root, unit = groups.home[at], groups.units[at]
            value = max(recalls(report, other, report.path in unit.paths) for other in unit.reports)
            best[root] = max(best.get(root, 0.0), value)
        ranked = sorted((-value, root) for root, value in best.items())
        if ranked and -ranked[0][0] >= _RECALL and (len(ranked) < 2 or ranked[1][0] > ranked[0][0] + _CLEAR):
            groups.undated.setdefault(ranked[0][1], []).append(mention)


def _by_kind(units: Sequence[_Unit], subjects: Subjects) -> dict[tuple[str, str], list[int]]:
    """The events of each kind under each key of their articles, in order of time."""
    lists: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at in sorted(range(len(units)), key=lambda at: (units[at].first, at)):
        kinds = frozenset().union(*map(kinds_of, units[at].mentions))
        for key in subjects.shared(units[at].leads):
            for kind in kinds:
                lists[key, kind].append(at)
    return lists


def _earlier(report: Features, units: Sequence[_Unit], lists: Mapping[tuple[str, str], list[int]], subjects: Subjects) -> list[int]:
    """The events of a kind that a report can mean, which happened by then, of its own article or of one on its story."""
    keys = subjects.shared((report.path,))
    found = {at for key in keys for kind in report.kinds | report.akin for at in lists.get((key, kind), ())[-_EARLIER:]}
    return [
        at
        for at in sorted(found)
        if units[at].first <= report.published
        and any(mention.status in ("happened", "ongoing") for mention in units[at].mentions)
        and (report.path in units[at].paths or any(subjects.closeness(report.path, other) > 0 for other in units[at].leads))
    ]
