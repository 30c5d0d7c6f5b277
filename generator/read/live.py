"""The blocks of a body and the stamps that stood between them in, the posts of a live blog out, each with its own moment.

A stamp is "14:32", "9.15am BST", "Posted at 10:05 GMT", "Wednesday 5 June 2013 14.32" on a line of its own, or the first words
of a paragraph ("14.32: The gates opened"). Three that run in order make a live blog; one time in prose never does. Without days
beside them they must run newest first, or the page must say that it is live, since a chronicle of a past day looks the same.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Final

from generator.model import Post
from generator.read import stamps
from generator.read.blocks import Block, clean_text
from generator.read.head_lines import date_line
from generator.read.line_rules import like_sentence
from generator.read.published import Clock, Verdict

_INLINE: Final = re.compile(
    r"(?:\+{3} ?)?(?P<stamp>\[?(?:at )?(?:[01]?\d|2[0-4])(?:[:.][0-5]\d(?::[0-5]\d)?(?: ?[ap]\.?m\b\.?| uhr\b)?|h[0-5]\d| ?[ap]\.?m\b\.?)"
    r"(?: \(?(?:GMT|BST|UTC|CET|CEST|E[SD]?T|C[SD]T|P[SD]?T|IST|MESZ|MEZ|local time)\)?)?\]?)"
    r"(?:\s*[:–—|]\s*|\s+-+\s+|(?<=[\]m.T])\s+)(?=[\"'“‘«(]?[A-ZÀ-Þ0-9])",
    re.IGNORECASE,
)
_LIVE: Final = re.compile(
    r"(?i)\blive\b|\bas it happened\b|\bminute[ -]by[ -]minute\b|\b(?:rolling|latest) (?:updates|coverage)\b"
    r"|\bliveticker\b|\bnewsblog\b|\ben direct\b"
)
_ENOUGH: Final = 3
_NIGHT: Final = timedelta(hours=8)  # between two posts on either side of midnight the clock goes back by more than this
_DAY: Final = timedelta(days=1)
_SOME: Final = date(2000, 1, 1)
_WORDS: Final = 5
_HEADING: Final = 120
_SOON: Final = 40
_MOST: Final = 20_000


@dataclass(frozen=True, slots=True)
class Mark:
    """A stamp before the block of that number; `length` characters of the block are the stamp itself, none where it had its own line."""

    block: int
    words: str
    length: int = 0


@dataclass(frozen=True, slots=True)
class LiveBlog:
    """A body without its stamps, where its posts begin, and what was cut: the offset in the file and the words."""

    body: list[Block]
    marks: tuple[Mark, ...]
    cuts: list[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class _Moment:
    """A clock time with its day, where that is written."""

    mark: Mark
    day: date | None
    clock: time


def says_live(*texts: str | None) -> bool:
    """Tell whether a title or an address calls its article a live one."""
    return any(text and _LIVE.search(text) for text in texts)


def separate(blocks: Sequence[Block], above: Sequence[Mark], said: bool) -> LiveBlog | None:
    """Take the stamps out of a body; `above` are those that any text loses. None where they do not make a live blog."""
    body: list[Block] = []
    found: list[Mark] = []
    cuts: list[tuple[int, str]] = []
    waiting = deque(above)
    for number, block in enumerate(blocks):
        while waiting and waiting[0].block <= number:
            found.append(replace(waiting.popleft(), block=len(body)))
        line = clean_text(block) if len(block.text) <= stamps.LONGEST and len(found) < _MOST else ""
        if line and (block.stamp or (date_line(line) and own_line(line))):
            found.append(Mark(len(body), block.stamp or line))
            cuts.append((block.start, line))
            continue
        mark = inline(block, len(body), _next(blocks, number)) if len(found) < _MOST else None
        found += [mark] if mark else []
        body.append(block)
    found += [replace(mark, block=len(body)) for mark in waiting]
    chosen = marks(found, len(body), said)
    if not chosen:
        return None
    for mark in found:
        if mark.length:
            block = body[mark.block]
            cuts.append((block.start, block.text[: mark.length].strip()))
            body[mark.block] = block.after(mark.length)
    return LiveBlog(body, chosen, cuts)


def own_line(line: str, order: str = "") -> bool:
    """Tell whether a line is nothing but a day and a clock time."""
    stamp = stamps.parse(line, order)
    return stamp is not None and stamp.has_time


def inline(block: Block, number: int, following: Block | None = None) -> Mark | None:
    """The stamp that a paragraph opens with, or the heading of a post with its text below: "14:32 – Bridge to close"."""
    text = block.text
    m = _INLINE.match(text) if text[:1].isdigit() or text[:1] in "[aA+" else None
    if m is None:
        return None
    sentence = like_sentence(text.rstrip())
    if sentence and text.count(" ", m.end(), m.end() + 400) >= _WORDS:
        return Mark(number, m["stamp"], m.end())
    headed = following is not None and not sentence and len(text) <= _HEADING and _is_text(following.text)
    return Mark(number, m["stamp"], m.end()) if headed else None


def opens(blocks: Sequence[Block], number: int) -> bool:
    """Tell whether a block opens with a stamp, as two others soon after it do."""
    if inline(blocks[number], number, _next(blocks, number)) is None:
        return False
    soon = range(number + 1, min(number + _SOON, len(blocks)))
    return sum(inline(blocks[at], at, _next(blocks, at)) is not None for at in soon) >= _ENOUGH - 1


def _next(blocks: Sequence[Block], number: int) -> Block | None:
    return blocks[number + 1] if number + 1 < len(blocks) else None


def _is_text(text: str) -> bool:
    return like_sentence(text.rstrip()) and text.count(" ", 0, 400) >= _WORDS and not _INLINE.match(text)


def marks(found: Sequence[Mark], blocks: int, live: bool) -> tuple[Mark, ...]:
    """The stamps of a live blog of so many blocks, in the order of the file; none where they do not make one."""
    moments = [moment for moment in map(_moment, found[:_MOST]) if moment]
    for first in (0, 1):  # a post may be pinned above the others
        chosen = moments[first:]
        if len(chosen) >= _ENOUGH and _runs(chosen, live):
            return _above([moment.mark for moment in chosen], blocks)
    return ()


def _above(found: list[Mark], blocks: int) -> tuple[Mark, ...]:
    """The stamps above their posts; where each stands below its post, it moves up to where the stamp before stands."""
    if found[-1].block < blocks or found[0].block == 0:
        return tuple(found)
    starts = [0, *(mark.block for mark in found)]
    return tuple(replace(mark, block=start) for start, mark in zip(starts, found, strict=False))


def _moment(mark: Mark) -> _Moment | None:
    stamp = stamps.parse(mark.words)
    if stamp is not None:
        return _Moment(mark, stamp.value.date(), stamp.value.timetz()) if stamp.has_time and not stamp.ambiguous else None
    clock = stamps.clock_time(mark.words)
    return _Moment(mark, None, clock) if clock is not None else None


def _runs(moments: Sequence[_Moment], live: bool) -> bool:
    """Tell whether stamps are in order, and whether that shows a live blog rather than a chronicle or a programme."""
    fresh = _newest_first(moments)
    ordered = moments[::-1] if fresh else moments
    if any(_step(before, after) < timedelta(0) for before, after in pairwise(ordered)):
        return False
    return live or fresh or all(moment.day for moment in moments)


def _newest_first(moments: Sequence[_Moment]) -> bool:
    steps = [_step(before, after) for before, after in pairwise(moments)]
    return sum(step < timedelta(0) for step in steps) * 2 > len(steps)


def _step(before: _Moment, after: _Moment) -> timedelta:
    """From one stamp to the next; a clock that goes far back without a day beside it has passed midnight."""
    known = before.day and after.day
    gap = datetime.combine((known and after.day) or _SOME, _naive(after)) - datetime.combine(
        (known and before.day) or _SOME, _naive(before)
    )
    if known:
        return gap
    gap %= _DAY
    return gap if gap <= _DAY - _NIGHT else gap - _DAY


def posts(found: Sequence[Mark], starts: Sequence[int], verdict: Verdict, clock: Clock) -> tuple[Post, ...]:
    """The posts of a live blog; `starts` are the offsets of the body's blocks. Without any day nothing can be said."""
    moments = [moment for moment in map(_moment, found) if moment]
    ordered = moments[::-1] if _newest_first(moments) else moments
    told = {moment.mark.block: at for moment, at in zip(ordered, _instants(ordered, verdict, clock), strict=False)}
    return tuple(Post(starts[block], told[block]) for block in sorted(told) if block < len(starts))


def _instants(ordered: Sequence[_Moment], verdict: Verdict, clock: Clock) -> list[datetime]:
    """The moments of stamps, oldest first: each later than the one before, by less than a day where it names none."""
    published = verdict.published
    known = next((number for number, moment in enumerate(ordered) if moment.day), None)
    moved = timedelta(0)
    if known is not None:
        found = _counted(ordered, _first(ordered, known))
    elif published is None or not ordered:
        return []
    else:
        found = _counted(ordered, datetime.combine(published.date(), _naive(ordered[0])))
        moved = _shift(found, published.replace(tzinfo=None)) if verdict.has_time else moved
    zones = (moment.clock.tzinfo or (published.tzinfo if published else None) or clock.zone for moment in ordered)
    return [clock.place(stamps.Stamp((at + moved).replace(tzinfo=zone), True)) for at, zone in zip(found, zones, strict=True)]


def _first(ordered: Sequence[_Moment], known: int) -> datetime:
    """The moment of the oldest stamp, counted back from the first one that names its day."""
    at = datetime.combine(ordered[known].day or _SOME, _naive(ordered[known]))
    for number in range(known, 0, -1):
        at -= _step(ordered[number - 1], ordered[number])
    return at


def _counted(ordered: Sequence[_Moment], first: datetime) -> list[datetime]:
    found = [first]
    for before, after in pairwise(ordered):
        found.append(datetime.combine(after.day, _naive(after)) if after.day else found[-1] + _step(before, after))
    return found


def _shift(found: Sequence[datetime], published: datetime) -> timedelta:
    """By how many days stamps without a day must move so that the first or the last of them lies nearest to publication."""
    return min((timedelta(0), _DAY, -_DAY), key=lambda moved: min(abs(found[0] + moved - published), abs(found[-1] + moved - published)))


def _naive(moment: _Moment) -> time:
    return moment.clock.replace(tzinfo=None)
