"""Front matter in, typed fields of an Article out, with a problem for each value or key that cannot be meant.

The table FIELDS is the list of all keys that the manual prints; a test compares the two.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal, cast, get_args

from generator.dates import DateSpan, day, from_edtf
from generator.dates import at as instant
from generator.errors import Problem
from generator.model import ExplicitEvent, Status
from generator.read.front_matter import FrontMatter, Value
from generator.read.published import Clock, zone_named
from generator.read.stamps import parse

STATUSES: Final[tuple[str, ...]] = get_args(Status)

# Key -> (how it is read, what it says); aliases below.
FIELDS: Final[Mapping[str, tuple[str, str]]] = {
    "title": ("text", "Headline."),
    "date": ("date", "When the article was published, with time and zone if known: `2013-05-15 04:02 +03:00`."),
    "updated": ("date", "When it was last changed; never used to read its dates."),
    "timezone": ("zone", "IANA zone of the article's clock, as `Europe/Stockholm`; UTC stamps are converted to it."),
    "date_order": ("order", "How the article writes 05/06/2013: `mdy` or `dmy`."),
    "publisher": ("text", "Outlet that published it."),
    "authors": ("list", "Who wrote it."),
    "url": ("text", "Address it was published at."),
    "archived": ("text", "Address of a copy in a web archive; pages link to it beside the original."),
    "language": ("text", "Language of the text, as `en`."),
    "place": ("text", "Where it was filed; a dateline in the text is found by itself."),
    "deck": ("text", "Standfirst: the sentence under the headline."),
    "tags": ("list", "Topics; each gets a page and a calendar."),
    "kind": ("kind", "`news` (the default), or `narrative` for a text that tells of the past in order."),
    "draft": ("flag", "Leave the article out unless drafts are asked for."),
    "timeline": ("flag", "`false` publishes the article without taking events from it."),
    "ignore": ("list", "Sentences, or words of them, that give no event."),
    "events": ("events", "Events written by hand: `title`, `date`, and perhaps `status`, `place`, `people`, `tags`, `url`, `quote`."),
    "aliases": ("list", "Old addresses of the article's page."),
    "keep_lines": ("list", "Beginnings of lines that stay although a rule would take them out."),
    "drop_lines": ("list", "Beginnings of lines to take out."),
}
ALIASES: Final[Mapping[str, str]] = {
    "source": "publisher", "author": "authors", "type": "kind", "published": "date", "publication_date": "date", "link": "url",
    "lang": "language", "summary": "deck", "description": "deck", "subtitle": "deck", "modified": "updated", "lastmod": "updated",
    "location": "place", "tag": "tags", "keywords": "tags", "categories": "tags",
}  # fmt: skip
# Keys of other generators, which mean nothing here and harm nobody.
FOREIGN: Final = frozenset("layout slug permalink weight image images cover thumbnail id comments toc template category section".split())
_YES: Final = frozenset({"true", "yes", "on", "1"})
_NO: Final = frozenset({"false", "no", "off", "0"})
_EVENT_KEYS: Final = ("title", "date", "status", "place", "people", "tags", "url", "quote")


@dataclass(slots=True)
class Fields:
    """The values of a front matter by field, and the lines they stand on."""

    values: dict[str, Value] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    path: str = ""

    def text(self, name: str) -> str | None:
        """A value on one line; a list gives its parts joined by commas."""
        value = self.values.get(name)
        if isinstance(value, list):
            return ", ".join(part for part in value if isinstance(part, str)) or None
        return " ".join(value.split()) or None if isinstance(value, str) else None

    def list(self, name: str, split: str = ",") -> tuple[str, ...]:
        """A list; a string is divided at the commas unless `split` is empty."""
        value = self.values.get(name)
        if isinstance(value, str):
            parts: list[Value] = list(value.split(split)) if split else [value]
        else:
            parts = value if isinstance(value, list) else []
        words = (" ".join(part.split()) for part in map(_named, parts) if part)
        return tuple(dict.fromkeys(word for word in words if word))

    def flag(self, name: str, default: bool) -> bool:
        """A yes or no; anything else is a problem and counts as the default."""
        value = self.text(name)
        if value is None:
            return default
        low = value.lower()
        if low not in _YES and low not in _NO:
            self.warn(name, f'"{name}" is neither true nor false', f"write `{name}: true` or `{name}: false`")
            return default
        return low in _YES

    def choice(self, name: str, allowed: tuple[str, ...], default: str) -> str:
        """One of some words; anything else is a problem and counts as the default."""
        value = (self.text(name) or default).lower()
        if value in allowed:
            return value
        self.warn(name, f'"{name}" cannot be "{value}"', _nearest(value, allowed))
        return default

    def zone(self) -> str | None:
        """The name of a time zone that exists."""
        name = self.text("timezone")
        if name and zone_named(name) is None:
            self.warn("timezone", f'there is no time zone "{name}"', "use an IANA name such as Europe/Stockholm")
            return None
        return name

    def warn(self, name: str, message: str, hint: str) -> None:
        """Note a problem at the line of a field."""
        self.problems.append(Problem(message, self.path, self.lines.get(name, 0), 1 if name in self.lines else 0, hint))


def gather(front: FrontMatter, path: str) -> Fields:
    """Sort the keys of a front matter into fields; aliases count, unknown keys become problems."""
    found = Fields(path=path, problems=list(front.problems))
    for key, value in front.values.items():
        name = key if key in FIELDS else _field_name(key)
        if name is None:
            found.problems.append(_unknown(key, path, front.lines.get(key, 0)))
        elif name not in found.values or key in FIELDS:
            found.values[name] = value
            found.lines[name] = front.lines.get(key, 0)
    return found


def _field_name(key: str) -> str | None:
    plain = key.strip().lower().replace("-", "_")
    return plain if plain in FIELDS else ALIASES.get(plain)


def _unknown(key: str, path: str, line: int) -> Problem:
    if key.lower() in FOREIGN:
        return Problem(f'the key "{key}" has no meaning here', path, line, 1, "it can stay; it is not read", "notice")
    return Problem(f'unknown key "{key}"', path, line, 1, _nearest(key.lower(), (*FIELDS, *ALIASES)))


def _nearest(word: str, known: tuple[str, ...]) -> str:
    close = difflib.get_close_matches(word, known, 1, 0.6)
    return f'did you mean "{close[0]}"?' if close else f"known are: {', '.join(known[:20])}"


def _named(value: Value) -> str:
    """A list's part as words: a mapping, as some write authors, gives its name."""
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else ""


# --- explicit events ----------------------------------------------------------------------------------------------------


def explicit_events(fields: Fields, clock: Clock) -> tuple[ExplicitEvent, ...]:
    """The events that a person wrote under `events:`."""
    value = fields.values.get("events")
    if value is None:
        return ()
    line = fields.lines.get("events", 0)
    rows = value if isinstance(value, list) else [value]
    events = []
    for number, row in enumerate(rows[:1000], 1):
        before = len(fields.problems)
        events.append(explicit_event(row, clock, fields.path, line, fields.problems))
        fields.problems[before:] = [replace(problem, message=f"event {number}: {problem.message}") for problem in fields.problems[before:]]
    return tuple(event for event in events if event)


def explicit_event(row: Value, clock: Clock, path: str, line: int, problems: list[Problem]) -> ExplicitEvent | None:
    """One event from a mapping of strings; what is wrong with it is added to `problems`."""
    if not isinstance(row, dict):
        problems.append(
            Problem("an event has a title and a date, each by its name", path, line, 0, "write `- title: ...` and `  date: 2013-05-14`")
        )
        return None
    part = Fields({key.lower(): value for key, value in row.items()}, dict.fromkeys(row, line), problems, path)
    unknown = [key for key in row if key.lower() not in _EVENT_KEYS]
    problems += [Problem(f'unknown key "{key}" in an event', path, line, 0, _nearest(key.lower(), _EVENT_KEYS)) for key in unknown]
    title, words = part.text("title"), part.text("date")
    if not title or not words:
        missing = "title" if not title else "date"
        problems.append(Problem(f"an event lacks its {missing}{f': {title}' if title else ''}", path, line, 0, f"add `{missing}:`"))
        return None
    span = read_span(words, clock)
    if isinstance(span, str):
        problems.append(Problem(span, path, line, 0, "write 2013-05-14, 2013-05, 2013 or an interval 2013-05-01/2013-05-03"))
        return None
    status = cast(Status, part.choice("status", STATUSES, "happened"))
    lists = {name: part.list(name) for name in ("people", "tags")}
    return ExplicitEvent(
        title, span, status, part.text("place"), lists["people"], lists["tags"], part.text("url"), part.text("quote"), line
    )


def read_span(words: str, clock: Clock) -> DateSpan | str:
    """A day, a month, an interval or an instant as written by a person; a message where it cannot be one."""
    try:
        return from_edtf(words, clock.zone)
    except (ValueError, OverflowError):
        stamp = parse(words, clock.order)
    if stamp is None:
        return f'"{words}" is not a date'
    if stamp.ambiguous:
        return f'"{words}" could be two days'
    value = clock.place(stamp)
    return instant(value) if stamp.has_time else day(value.date())


Kind = Literal["news", "narrative"]
