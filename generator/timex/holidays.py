"""The day a holiday falls on in a year, by rule: Easter and what hangs on it, fixed days, nth weekdays of a month."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

# Days from Easter Sunday (western churches).
_FROM_EASTER: Final[Mapping[str, int]] = {
    "easter": 0, "easter monday": 1, "good friday": -2, "maundy thursday": -3, "palm sunday": -7, "holy saturday": -1, "ash wednesday": -46,
    "mardi gras": -47, "carnival monday": -48, "ascension": 39, "pentecost": 49, "whit monday": 50, "corpus christi": 60,
}  # fmt: skip
_FIXED: Final[Mapping[str, tuple[int, int]]] = {
    "new year": (1, 1), "epiphany": (1, 6), "twelfth night": (1, 5), "groundhog day": (2, 2), "valentine's day": (2, 14),
    "women's day": (3, 8),
    "st. patrick's day": (3, 17), "april fools' day": (4, 1), "tax day": (4, 15), "earth day": (4, 22), "anzac day": (4, 25),
    "may day": (5, 1),
    "cinco de mayo": (5, 5), "canada day": (7, 1), "independence day": (7, 4), "bastille day": (7, 14), "german unity day": (10, 3),
    "halloween": (10, 31), "reformation day": (10, 31), "all saints' day": (11, 1), "guy fawkes night": (11, 5), "veterans day": (11, 11),
    "australia day": (1, 26), "christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31),
    "inauguration day": (1, 20), "st. david's day": (3, 1), "st. george's day": (4, 23), "st. andrew's day": (11, 30),
    "juneteenth": (6, 19),
}  # fmt: skip
# Month, ISO weekday, which (negative counts from the end), days added: US federal law, 5 U.S.C. 6103, unless said otherwise.
_NTH: Final[Mapping[str, tuple[int, int, int, int]]] = {
    "martin luther king day": (1, 1, 3, 0), "presidents' day": (2, 1, 3, 0), "mother's day": (5, 7, 2, 0), "memorial day": (5, 1, -1, 0),
    "father's day": (6, 7, 3, 0), "labor day": (9, 1, 1, 0), "columbus day": (10, 1, 2, 0), "remembrance sunday": (11, 7, 2, 0),
    "cyber monday": (11, 4, 4, 4), "election day": (11, 1, 1, 1),
    "thanksgiving": (11, 4, 4, 0), "black friday": (11, 4, 4, 1), "first advent": (11, 4, -1, 3),
}  # fmt: skip


def day_of(key: str, year: int) -> date:
    """The day of a holiday; a key that no rule knows is a KeyError."""
    if key in _FROM_EASTER:
        from dateutil.easter import easter

        return easter(year) + timedelta(days=_FROM_EASTER[key])
    if key in _FIXED:
        return date(year, *_FIXED[key])
    month, weekday, which, add = _NTH[key]
    return nth_weekday(year, month, weekday, which) + timedelta(days=add)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """The nth Monday (1) to Sunday (7) of a month; a negative number counts from the end."""
    if which > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))
    last = (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7 + 7 * (-which - 1))
