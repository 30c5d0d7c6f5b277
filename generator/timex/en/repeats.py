"""Phrases found one by one in, the days and hours among them that come again out as repetitions: “daily from 9 a.m. to 5 p.m.”."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from generator.timex.en.words import words
from generator.timex.language import Found, Reading
from generator.timex.meaning import Clock, Date, Every, Meaning
from generator.timex.tokens import Tokens

_REACH: Final = 5  # tokens before the days in which something is said to be open
_HOURS_OF: Final = ("", ",", "from", ", from", "between", ", between", ":")
_OPEN: Final = words("open opens opened opening hours staffed available runs run")
_TO: Final = words("to - – through till until")


def opening_hours(tokens: Tokens, found: list[Found]) -> list[Found]:
    """“Monday to Friday from 9 a.m. to 5 p.m.”: hours that come again on each of some days; of what is open the days do too."""
    for i in range(len(found) - 3):
        if type(found[i + 2].reading.meaning) is not Clock:
            continue
        days, hours = found[i : i + 2], found[i + 2 : i + 4]
        if not all(is_weekday(one.reading.meaning) for one in days) or not all(is_hour(one.reading.meaning) for one in hours):
            continue
        gaps = [tokens.words[a.end : b.begin] for a, b in pairwise([*days, *hours])]
        if not leads_to(gaps[0]) or not (leads_to(gaps[2]) or gaps[2] == ["and"]) or " ".join(gaps[1]) not in _HOURS_OF:
            continue
        found[i + 2 : i + 4] = [each(one, Every("P1D")) for one in hours]
        if not _OPEN.isdisjoint(tokens.words[max(0, days[0].begin - _REACH) : days[0].begin]):
            found[i : i + 2] = [each(one, Every("XXXX-WXX-1")) for one in days]
    return found


def night_too(left: Found, right: Every) -> Found:
    """“on Monday and Tuesday nights”: both come again."""
    weekday = left.reading.meaning
    part = right.value.partition("T")[2]
    if type(weekday) is not Date or not right.value.startswith("XXXX-WXX-") or not part:
        return left
    return replace(left, reading=Reading(Every(f"XXXX-WXX-{weekday.weekday}T{part}")))


def each(one: Found, day: Every) -> Found:
    """A weekday or a time of day as one that comes again."""
    meaning = one.reading.meaning
    again = each_at(day, meaning) if type(meaning) is Clock else Every(f"XXXX-WXX-{meaning.weekday}") if type(meaning) is Date else day
    return replace(one, reading=Reading(again or day))


def each_at(day: Every, clock: Clock) -> Every | None:
    """A time of day that comes again: on a weekday, or every day."""
    on = "XXXX-XX-XX" if day.value == "P1D" else day.value.partition("T")[0]
    return Every(f"{on}T{clock.hour:02}:{clock.minute or 0:02}") if len(on) == len("XXXX-XX-XX") else None


def is_end_of(first: Every, last: Meaning) -> bool:
    """“every Monday to Friday”, “daily from 9 a.m. to 5 p.m.”: what comes again begins and ends alike."""
    return is_hour(last) if "T" in first.value else is_weekday(last) and first.value.startswith("XXXX-WXX-")


def is_weekday(meaning: Meaning) -> bool:
    """Tell whether a meaning is a weekday and no more."""
    return type(meaning) is Date and meaning.weekday is not None and meaning.day is None


def is_hour(meaning: Meaning) -> bool:
    """Tell whether a meaning is a time of day without its day."""
    return type(meaning) is Clock and meaning.day is None


def leads_to(gap: list[str]) -> bool:
    """Tell whether the words between two phrases make them the ends of a range."""
    return len(gap) == 1 and gap[0] in _TO
