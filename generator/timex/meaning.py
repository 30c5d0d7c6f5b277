"""What a phrase means before it is tied to the calendar: rules make these values, `resolve` turns them into dates.

Each class shows one phrase and the value that stands for it. Nothing here knows a language or a reference day.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Unit = Literal["second", "minute", "hour", "day", "weekend", "week", "month", "quarter", "half", "year", "decade", "century"]
Base = Literal["now", "reference"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Part = Literal["MO", "MI", "AF", "EV", "NI", "DT"]


class Date(Struct, frozen=True, gc=False):
    """Fields of a calendar date, missing ones open: "Friday, May 3" is Date(month=5, day=3, weekday=5); Monday is 1."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


class Division(Struct, frozen=True, gc=False):
    """A named part of a year: "the second quarter of 2012" is Division("quarter", 2, 2012); seasons are SP, SU, FA, WI."""

    kind: Literal["quarter", "half", "season"]
    number: int | str
    year: int | None = None
    fiscal: bool = False


class Decade(Struct, frozen=True, gc=False):
    """Ten years: "the 1980s" is Decade(198); "the eighties" is Decade(8, century_open=True)."""

    number: int
    century_open: bool = False


class Century(Struct, frozen=True, gc=False):
    """A hundred years: "the 20th century" is Century(19), its value's first two digits."""

    number: int


class BeforeChrist(Struct, frozen=True, gc=False):
    """A stretch before our era: "June 479 BC" is BeforeChrist("0479-06"), "the 470s BC" BeforeChrist("047"), as in TIMEX3."""

    value: str

    @property
    def year(self) -> int | None:
        """The year, counted back: -479; None for a longer stretch."""
        return -int(self.value[:4]) if len(self.value) > 3 else None


class Relative(Struct, frozen=True, gc=False):
    """This, last or next of something: "last week" is Relative(-1, "week"), "next May" is Relative(1, Date(month=5)).

    `definite` marks a unit with nothing but an article ("the quarter"), which takes its time from the text before, and the weekday that
    comes, be it tomorrow ("this coming Friday").
    """

    which: int
    what: Unit | Date | Division
    base: Base = "now"
    definite: bool = False


class Shift(Struct, frozen=True, gc=False):
    """So many units on from a base: "two weeks ago" is Shift(-2, "week"), "three days after 4 May" has a Meaning as base.

    `count` None is a vague number ("some years ago"), whose sign stands in `sign`; `exact` keeps the day ("a year ago today").
    """

    count: float | None
    unit: Unit
    base: Base | Meaning = "now"
    sign: int = -1
    exact: bool = False


class Length(Struct, frozen=True, gc=False):
    """A stretch without place in the calendar: "two and a half years" is Length(2.5, "year"), "weeks" Length(None, "week")."""

    count: float | None
    unit: Unit


class Every(Struct, frozen=True, gc=False):
    """A repetition: "every Thursday" is Every("XXXX-WXX-4"), "twice a week" Every("P1W")."""

    value: str


class Reference(Struct, frozen=True, gc=False):
    """A time that is only past, present or future: "recently" is Reference("PAST")."""

    which: Literal["PAST", "PRESENT", "FUTURE"]


class PartOfDay(Struct, frozen=True, gc=False):
    """A part of a day: "Friday night" is PartOfDay("NI", Date(weekday=5)); without a day, the day that is spoken of."""

    part: Part
    day: Meaning | None = None


class Clock(Struct, frozen=True, gc=False):
    """A time of day: "5 p.m. EST Friday" is Clock(17, 0, -300, Date(weekday=5)); `zone` counts minutes east of UTC."""

    hour: int
    minute: int | None = None
    zone: int | None = None
    day: Meaning | None = None


class Holiday(Struct, frozen=True, gc=False):
    """A day known by its name: "Easter 2013" is Holiday("easter", 2013); `key` leads into `holidays.DAYS`."""

    key: str
    year: int | None = None
    which: int | None = None


class Nth(Struct, frozen=True, gc=False):
    """The nth unit of something larger: "the second week of June" is Nth(2, "week", Date(month=6)); -1 is the last."""

    number: int
    unit: Unit
    of: Meaning


class NthWeekday(Struct, frozen=True, gc=False):
    """A weekday counted in its month: “the second Sunday of May” is NthWeekday(2, 7, Date(month=5)); -1 is the last."""

    number: int
    weekday: int
    of: Meaning


class Within(Struct, frozen=True, gc=False):
    """A date without year in one told beside it: "in June last year" is Within(Date(month=6), Relative(-1, "year"))."""

    part: Date | Division | Holiday
    of: Meaning


class Around(Struct, frozen=True, gc=False):
    """The unit that holds a day: "the week of March 6" is Around("week", Date(month=3, day=6))."""

    unit: Unit
    day: Meaning


class Ambiguous(Struct, frozen=True, gc=False):
    """A date in digits that can be read two ways: "05/06/2013" is Ambiguous(5, 6, 2013), its numbers in written order."""

    first: int
    second: int
    year: int


Meaning = (
    Date | Division | Decade | Century | BeforeChrist | Relative | Shift | Length | Every | Reference
    | PartOfDay | Clock | Holiday | Nth | NthWeekday | Within | Around | Ambiguous
)  # fmt: skip
