"""Events in, the density strip out: equal stretches of time with a bar each, the planned part apart.

The list below it gives the order; the strip gives the proportions, so empty stretches are drawn as wide as full ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.labels import month_name
from generator.render.outline import month_key
from generator.render.view import Known, month_in_words

HEIGHT: Final = 64
# A bar narrower than this cannot be hit with a pointer.
_MOST_BINS: Final = 72
_STEPS: Final = (1, 3, 12, 60, 120, 600, 1200)
# So many months can be named under their bars.
_MONTHS_NAMED: Final = 16
# So many of them fit a narrow screen.
_ROOM: Final = 8
# The share of its stretch that a bar fills, for so many stretches at most: a few broad blocks would weigh down the page.
_SHARES: Final = ((16, 0.4), (36, 0.6), (_MOST_BINS, 0.8))
# A name that begins further right than this (percent) would be cut off on a narrow screen.
_LAST_NAME: Final = 92
_EXPECTED: Final = ("planned", "postponed", "possible")


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of time: where it begins and where its bar stands, what is in it, and the group of the list it leads to.

    What lies along the strip is in percent of its width, what is high in pixels: the strip fits every screen undistorted.
    """

    begin: float
    slot: float
    x: float
    width: float
    top: float
    height: float
    planned_top: float
    planned_height: float
    name: str
    count: int
    planned: int
    month: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A name under the strip, at the beginning of what it names, or in its middle where each bar has one.

    A minor one can be left out where there is little room.
    """

    x: float
    name: str
    is_year: bool
    is_centred: bool
    is_minor: bool = False


@dataclass(frozen=True, slots=True)
class Strip:
    """The whole strip; `peak` is its highest bar, `ticks` are names under it, `as_of` is where the day of the timeline lies.

    `as_of` is missing where nothing on the strip lies behind that day. `summary` says in words what the strip shows.
    """

    bars: tuple[Bar, ...]
    peak: Bar
    ticks: tuple[Tick, ...]
    as_of: float | None
    summary: str


def strip(events: Sequence[Known], language: str, as_of: date | None = None) -> Strip | None:
    """The strip of some ordered events; None where there is too little to compare."""
    months = [(known.month, month_key(known), known.value.event.status in _EXPECTED) for known in events]
    numbers = [_number(month) for month, _, _ in months]
    if len(set(numbers)) < 2:
        return None
    first, last = min(numbers), max(numbers)
    step = next((step for step in _STEPS if (last - first) // step < _MOST_BINS), _STEPS[-1])
    first -= first % step
    told, planned = Counter[int](), Counter[int]()
    earliest: dict[int, str] = {}
    for month, key, expected in months:
        bin_ = (_number(month) - first) // step
        (planned if expected else told)[bin_] += 1
        earliest[bin_] = min(earliest.get(bin_, key), key)
    bins = (last - first) // step + 1
    bars = _bars(bins, first, step, told, planned, earliest, language)
    peak = max(bars, key=lambda bar: bar.count)
    summary = _summary(bars, peak, len(events), sum(planned.values()))
    return Strip(bars, peak, _ticks(first, step, bins, language), _place(as_of, first, step * bins), summary)


def _place(on: date | None, first: int, months: int) -> float | None:
    """Where a day lies on the strip, in percent; None where it lies outside."""
    if on is None:
        return None
    at = (on.year * 12 + on.month - 1 + (on.day - 1) / 31 - first) / months
    return round(at * 100, 2) if 0 < at < 1 else None


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _bars(
    bins: int, first: int, step: int, told: Counter[int], planned: Counter[int], earliest: dict[int, str], language: str
) -> tuple[Bar, ...]:
    width = 100 / bins
    share = next((share for most, share in _SHARES if bins <= most), _SHARES[-1][1])
    unit = HEIGHT / max(told[bin_] + planned[bin_] for bin_ in earliest)
    bars = []
    for bin_ in sorted(earliest):
        # However few events a stretch has beside a full one, its bar is seen.
        height, over = max(told[bin_] * unit, 3 * bool(told[bin_])), max(planned[bin_] * unit, 3 * bool(planned[bin_]))
        bars.append(
            Bar(
                begin=round(bin_ * width, 2),
                slot=round(width, 2),
                x=round((bin_ + (1 - share) / 2) * width, 2),
                width=round(width * share, 2),
                top=round(HEIGHT - height, 1),
                height=round(height, 1),
                planned_top=round(HEIGHT - height - over, 1),
                planned_height=round(over, 1),
                name=_name(first + bin_ * step, step, language),
                count=told[bin_] + planned[bin_],
                planned=planned[bin_],
                month=earliest[bin_],
            )
        )
    return tuple(bars)


def _name(number: int, step: int, language: str) -> str:
    begin, end = f"{number // 12:04}-{number % 12 + 1:02}", number + step - 1
    if step == 1:
        return month_in_words(begin, language)
    if step == 3:
        return f"{month_in_words(begin, language)[:-5]}–{month_in_words(f'{end // 12:04}-{end % 12 + 1:02}', language)}"
    return str(number // 12) if step == 12 else f"{number // 12}–{end // 12}"


def _ticks(first: int, step: int, bins: int, language: str) -> tuple[Tick, ...]:
    """The years whose beginning lies on the strip, thinned out so that their names keep apart; on a short strip the months."""
    width = 100 / bins
    if step == 1 and bins <= _MONTHS_NAMED:
        numbers = range(first, first + bins)
        names = [str(n // 12) if n % 12 == 0 else month_name(n % 12 + 1, language)[:3] for n in numbers]
        return tuple(
            Tick(round((at + 0.5) * width, 2), name, name.isdigit(), True, bins > _ROOM and at % 2 == 1 and not name.isdigit())
            for at, name in enumerate(names)
        )
    years = list(range(-(-first // 12), (first + bins * step - 1) // 12 + 1))
    every = max(1, -(-len(years) // 12))
    named = [year for year in years if year % every == 0]
    ticks = (
        Tick(round((year * 12 - first) / step * width, 2), str(year), True, False, len(named) > _ROOM and number % 2 == 1)
        for number, year in enumerate(named)
    )
    return tuple(tick for tick in ticks if tick.x <= _LAST_NAME)


def _summary(bars: Sequence[Bar], peak: Bar, total: int, planned: int) -> str:
    expected = f", {planned} of them planned or unconfirmed" if planned else ""
    return f"{total} events from {bars[0].name} to {bars[-1].name}{expected}; most in {peak.name} ({peak.count})."
