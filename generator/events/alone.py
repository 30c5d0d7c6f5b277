"""The events of a site in, those told vaguely out, each with the one event of its story that it can mean."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Protocol

from generator.events.alike import unheard
from generator.events.features import FAR, Features
from generator.events.similarity import contradicts, gathers, related
from generator.events.subjects import Subjects
from generator.model import Mention

# So much of what they are about two articles share, and so long after an event it is told again.
_CLOSE: Final = 0.25
_PAST: Final = 20  # days
_YEAR: Final = 370  # days
_MONTH: Final = 31  # days
# Of a story with so many events in the time told none is the only one.
_MANY: Final = 40


class Unit(Protocol):
    """What is asked of an event: its reports, the articles that date it, the first of them, and its days (half-open)."""

    mentions: Sequence[Mention]
    paths: frozenset[str]
    leads: tuple[str, ...]
    first: int
    last: int

    @property
    def reports(self) -> list[Features]:
        """What is compared of its reports."""


def only_ones(units: Sequence[Unit], home: Sequence[int], told: frozenset[int], subjects: Subjects) -> Iterator[tuple[int, int]]:
    """The positions of an event that one article tells by its month or year, and of the only one of its story in that time.

    Such are events long over, which an earlier article told as they happened, and plans, of which a later one tells what became.
    `home` gives the group that each event has been found to belong to, `told` the groups that some article tells by themselves.
    """
    lists = _by_key(units, told, home, subjects)
    sizes = Counter(home)
    for at, unit in enumerate(units):
        if sizes[home[at]] > 1 or home[at] not in told or not 1 < unit.last - unit.first <= _YEAR or len(unit.paths) > 1:
            continue
        report = unit.reports[0]
        plan = report.mention.status in ("planned", "possible")
        if not plan and (report.mention.status != "happened" or report.published < unit.last + _PAST):
            continue
        other = _only(at, units, home, lists, subjects)
        if other is None:
            continue
        found = units[other].reports[0]
        if (
            _came_of_it(report, found)
            if plan
            else unit.first <= found.first and units[other].last <= unit.last and _told_then(found, report)
        ):
            yield other, at


def _by_key(units: Sequence[Unit], told: frozenset[int], home: Sequence[int], subjects: Subjects) -> dict[str, list[tuple[int, int]]]:
    """The first day and position of what is told under each key of its articles, in order of time."""
    lists: dict[str, list[tuple[int, int]]] = defaultdict(list)
    order = sorted((unit.first, at) for at, unit in enumerate(units) if unit.first != -FAR and home[at] in told)
    for first, at in order:
        for key in subjects.keys(units[at].leads):
            lists[key].append((first, at))
    return lists


def _only(
    at: int, units: Sequence[Unit], home: Sequence[int], lists: Mapping[str, list[tuple[int, int]]], subjects: Subjects
) -> int | None:
    """The one event of other articles on the story that lies in the time of an event, where its own article tells no other of then."""
    unit, near = units[at], set[int]()
    for key in subjects.keys(unit.leads):
        found = lists[key]
        low = bisect_left(found, (unit.first - _MONTH, -1))
        high = bisect_left(found, (unit.last, -1), low)
        if high - low > _MANY:
            return None
        near.update(other for _, other in found[low:high])
    groups: dict[int, int] = {}
    own: list[Unit] = []
    for other in sorted(near):
        one = units[other]
        if home[other] == home[at] or one.last <= unit.first:
            continue
        if not one.paths.isdisjoint(unit.paths):
            own.append(one)
        elif max(subjects.closeness(a, b) for a in one.leads for b in unit.leads) >= _CLOSE:
            groups.setdefault(home[other], other)
    if len(groups) != 1:
        return None
    (chosen,) = groups.values()
    return None if any(one.first < units[chosen].last and units[chosen].first < one.last for one in own) else chosen


def _told_then(early: Features, late: Features) -> bool:
    """Tell whether a report can tell again what the other one told when it was new; what the lead told may have any name later."""
    if early.published >= late.published or early.mention.status not in ("happened", "ongoing"):
        return False
    if late.names.isdisjoint(early.names) and unheard(late, early):
        return False
    return _may_be(early, late) or (not early.mention.sentence and not _different(early, late))


def _came_of_it(plan: Features, report: Features) -> bool:
    """Tell whether a later report can tell what became of a plan."""
    if report.published <= plan.published or report.mention.status in ("planned", "possible"):
        return False
    return gathers(plan) == gathers(report) and _may_be(plan, report)  # talks may only prepare what is planned


def _may_be(a: Features, b: Features) -> bool:
    """Tell whether nothing speaks against one event: the sorts of both are one, or that of one is not known."""
    if _different(a, b):
        return False
    known = bool(a.families) and bool(b.families)
    return not known or related(a, b) or not a.families.isdisjoint(b.families) or not a.kinds.isdisjoint(b.kinds)


def _different(a: Features, b: Features) -> bool:
    """Tell whether something speaks against one event: what contradicts, or something said."""
    return a.spoken or b.spoken or contradicts(a, b)
