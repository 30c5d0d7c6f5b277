"""The events of a whole timeline in, the same events out with one form of each name.

An article that says only "Putin" does not tell whether that is a person. Another one does, and a timeline is read as a
whole: a lone surname that belongs to one person of the timeline is that person, and of two forms of a place in one event
("Kiruna" and "Kiruna, Sweden") the fuller one stands for both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from generator.model import Event


def with_one_name(events: Sequence[Event]) -> list[Event]:
    """Give people and places the fullest name that the timeline knows."""
    lone = Counter(name for event in events for name in event.organisations if " " not in name)
    people = {form: full for form, (full, told) in _surnames(events).items() if lone[form] <= 2 * told}
    return [_named(event, people) for event in events]


def _surnames(events: Iterable[Event]) -> dict[str, tuple[str, int]]:
    """The full names by the last part of each, with how many events tell of the person; a part that several share leads nowhere.

    A part that stands alone far more often than with its first name is the name of something else.
    """
    found: dict[str, Counter[str]] = {}
    for event in events:
        for name in event.people:
            first, _, last = name.rpartition(" ")
            if len(first.strip(".")) > 1:
                for form in {last, last.partition("-")[2]}:
                    if form[:1].isupper():
                        found.setdefault(form, Counter())[name] += 1
    return {form: next(iter(full.items())) for form, full in found.items() if len(full) == 1}


def _named(event: Event, people: dict[str, str]) -> Event:
    known = [people.get(name, name) for name in event.people]
    known += [people[name] for name in event.organisations if name in people]
    organisations = tuple(name for name in event.organisations if name not in people)
    places = tuple(name for name in event.places if not any(other.startswith(f"{name}, ") for other in event.places))
    unique = tuple(dict.fromkeys(known))
    if (unique, organisations, places) == (event.people, event.organisations, event.places):
        return event
    return replace(event, people=unique, organisations=organisations, places=places)
