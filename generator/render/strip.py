"""Events in, the density strip out: equal stretches of time with a bar each, the planned part apart.

The list below it gives the order; the strip gives the proportions, so empty stretches are drawn as wide as full ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.labels import month_name
from generator.render.outline import month_key
from generator.render.view import Known, month_in_words, month_of

WIDTH: Final = 720
HEIGHT: Final = 56
# A bar narrower than this cannot be hit with a pointer.
_MOST_BINS: Final = 72
_STEPS: Final = (1, 3, 12, 60, 120, 600, 1200)
# So many months can be named under their bars.
_MONTHS_NAMED: Final = 16
_EXPECTED: Final = ("planned", "postponed", "possible")


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of time: where its bar stands (user units), what is in it, and the group of the list it leads to."""

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
class Strip:
    """The whole strip; `ticks` are years with their place, `summary` says in words what it shows."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    summary: str


def strip(events: Sequence[Known], language: str) -> Strip | None:
    """The strip of some ordered events; None where there is too little to compare."""
    months = [(month_of(known.value.event), month_key(known), known.value.event.status in _EXPECTED) for known in events]
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
    return Strip(bars, _ticks(first, step, bins, language), _summary(bars, len(events), sum(planned.values())))


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _bars(
    bins: int, first: int, step: int, told: Counter[int], planned: Counter[int], earliest: dict[int, str], language: str
) -> tuple[Bar, ...]:
    width = WIDTH / bins
    unit = HEIGHT / max(told[bin_] + planned[bin_] for bin_ in earliest)
    bars = []
    for bin_ in sorted(earliest):
        # However few events a stretch has beside a full one, its bar is seen.
        height, over = max(told[bin_] * unit, 3 * bool(told[bin_])), max(planned[bin_] * unit, 3 * bool(planned[bin_]))
        bars.append(
            Bar(
                x=round(bin_ * width, 1),
                width=round(max(width - 1.5, 2), 1),
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


def _ticks(first: int, step: int, bins: int, language: str) -> tuple[tuple[float, str], ...]:
    """The years whose beginning lies on the strip, thinned out so that their names keep apart; on a short strip the months."""
    if step == 1 and bins <= _MONTHS_NAMED:
        numbers = range(first, first + bins)
        names = [str(n // 12) if n % 12 == 0 else month_name(n % 12 + 1, language)[:3] for n in numbers]
        return tuple((round(at * WIDTH / bins, 1), name) for at, name in enumerate(names))
    years = list(range(-(-first // 12), (first + bins * step - 1) // 12 + 1))
    every = max(1, -(-len(years) // 12))
    places = [(round((year * 12 - first) / (bins * step) * WIDTH, 1), str(year)) for year in years if year % every == 0]
    return tuple(place for place in places if place[0] <= WIDTH - 28)


def _summary(bars: Sequence[Bar], total: int, planned: int) -> str:
    most = max(bars, key=lambda bar: bar.count)
    expected = f", {planned} of them planned or unconfirmed" if planned else ""
    return f"{total} events from {bars[0].name} to {bars[-1].name}{expected}; most in {most.name} ({most.count})."
