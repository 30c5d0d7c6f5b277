"""An event in, the id that its content gives it out: its date and a slug of its title, made unique among all."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from generator.model import Event
from generator.slugs import slug

_LONGEST = 72


def content_id(event: Event) -> str:
    """`2013-05-14-kerry-and-lavrov-meet`; months and years begin with what is known of the date, seasons with their year."""
    edtf = event.span.edtf
    begin = edtf.rstrip("~?%") if len(edtf.rstrip("~?%")) in (4, 7, 10) and "/" not in edtf and "X" not in edtf else ""
    first = event.span.start or event.span.end
    if first and event.span.granularity in ("season", "quarter"):
        begin = f"{first.year:04}"  # EDTF numbers them like months after the twelfth, which nobody would read as a season
    return f"{begin or (first.isoformat() if first else 'undated')}-{slug(event.title, _LONGEST)}"


def with_ids(events: Iterable[Event]) -> list[Event]:
    """Give each event its content's id; the second of two alike gets `-2`."""
    taken: dict[str, int] = {}
    found = []
    for event in events:
        name = content_id(event)
        taken[name] = count = taken.get(name, 0) + 1
        while count > 1 and f"{name}-{count}" in taken:
            count += 1
        if count > 1:
            taken[name] = count
            name = f"{name}-{count}"
            taken[name] = 1
        found.append(replace(event, id=name))
    return found


def free_id(name: str, taken: set[str]) -> str:
    """The id, or with the first number that makes it one that is not taken; it is taken then."""
    candidate, number = name, 2
    while candidate in taken:
        candidate, number = f"{name}-{number}", number + 1
    taken.add(candidate)
    return candidate
