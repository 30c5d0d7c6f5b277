"""timeline.yaml in, Corrections out; mentions and events in, the same as the editor wants them out.

Six verbs. `edit` and `drop` with an article and a part of its sentence act on one report, before merging. `merge`,
`split`, `pin`, and `edit` and `drop` with an event's id act on whole events, after it. `add` comes last. What matches
nothing is a warning that names the nearest candidate: a correction is never ignored in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher, get_close_matches
from typing import Final, Literal, get_args

from generator import dates
from generator.dates import DateSpan
from generator.errors import CorrectionError, Problem
from generator.events.corrections_yaml import Node, Nodes, Row, read_rows
from generator.model import Event, Mention, Source, Status, Trigger

Verb = Literal["pin", "edit", "merge", "split", "drop", "add"]
Namer = Callable[[tuple[Event, ...]], tuple[Event, ...]]
Maker = Callable[[tuple[Mention, ...]], Event]

_WHERE: Final = ("event", "article", "quote")
_WHAT: Final = ("date", "title", "status", "place", "people", "tags", "note")
KEYS: Final[dict[Verb, tuple[str, ...]]] = {
    "pin": (*_WHERE, *_WHAT),
    "edit": (*_WHERE, *_WHAT),
    "merge": ("events",),
    "split": _WHERE,
    "drop": _WHERE,
    "add": (*_WHAT, "quote", "url"),
}


@dataclass(frozen=True, slots=True)
class Changes:
    """The fields that a correction sets; None leaves a field as it is."""

    date: DateSpan | None = None
    title: str | None = None
    status: Status | None = None
    place: str | None = None
    people: tuple[str, ...] | None = None
    tags: tuple[str, ...] | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """One item of timeline.yaml. It means an event by id, or one report by article and a part of its sentence."""

    verb: Verb
    line: int
    column: int
    event: str = ""
    article: str = ""
    quote: str = ""
    events: tuple[str, ...] = ()
    url: str | None = None
    changes: Changes = Changes()


@dataclass(frozen=True, slots=True)
class Corrections:
    """All items of a file in the order written; `path` is the file's, for messages."""

    path: str = "timeline.yaml"
    items: tuple[Correction, ...] = ()

    def of(self, *verbs: Verb) -> tuple[Correction, ...]:
        """The items of some verbs, in the order written."""
        return tuple(item for item in self.items if item.verb in verbs)


# --- reading ----------------------------------------------------------------------------------------------------------


def load(text: str, path: str = "timeline.yaml") -> Corrections:
    """Read a corrections file. Raises CorrectionError with every problem of the file, each at its line and column."""
    if not text.strip():
        return Corrections(path)
    rows, problems = read_rows(text, path, {verb: frozenset(keys) for verb, keys in KEYS.items()})
    items = [_correction(row, path, problems) for row in rows]
    if problems:
        raise CorrectionError(*problems)
    return Corrections(path, tuple(items))


def _correction(row: Row, path: str, problems: list[Problem]) -> Correction:
    verb: Verb = row.verb  # type: ignore[assignment]
    given = row.fields
    where = {name: given[name].text for name in _WHERE if name in given and not isinstance(given[name], Nodes)}
    if verb == "add":
        missing = [name for name in ("title", "date") if name not in given]
        hint = f"give it a {' and a '.join(missing)}"
    elif verb == "merge":
        missing = [] if "events" in given and len(given["events"].texts) >= 2 else ["events"]
        hint = "write merge: - [first-id, second-id]"
    else:
        missing = [] if where.get("event") or where.get("quote") else ["event"]
        hint = "name the event by its id (event: ...), or a report by a part of its sentence (quote: ..., article: ...)"
    if missing:
        problems.append(Problem(f"{verb} does not say what is meant", path, row.line, row.column, hint, "error"))
    if verb in ("pin", "edit") and not any(name in given for name in _WHAT):
        hint = f"set at least one of {', '.join(_WHAT)}"
        problems.append(Problem(f"{verb} changes nothing", path, row.line, row.column, hint, "error"))
    url = given["url"].text if "url" in given else None
    events = given["events"].texts if "events" in given else ()
    return Correction(verb, row.line, row.column, **where, events=events, url=url, changes=_changes(given, path, problems))


def _changes(given: dict[str, Node | Nodes], path: str, problems: list[Problem]) -> Changes:
    def words(name: str) -> str | None:
        return given[name].text if name in given else None

    def several(name: str) -> tuple[str, ...] | None:
        return given[name].texts if name in given else None

    span = None
    if "date" in given:
        node = given["date"]
        try:
            span = dates.from_edtf(node.text)
        except ValueError as error:
            hint = "write 2013-05-14, 2013-05, 2013~, or an interval such as 2013-06-01/2013-06-10"
            problems.append(Problem(str(error).partition(":")[0], path, node.line, node.column, hint, "error"))
    status = words("status")
    if status is not None and status not in get_args(Status):
        node = given["status"]
        near = get_close_matches(status, get_args(Status), 1)
        hint = f'did you mean "{near[0]}"?' if near else f"one of {', '.join(get_args(Status))}"
        problems.append(Problem(f'"{status}" is not a status', path, node.line, node.column, hint, "error"))
    return Changes(span, words("title"), status, words("place"), several("people"), several("tags"), words("note"))  # type: ignore[arg-type]


# --- before merging ---------------------------------------------------------------------------------------------------


def edit_mentions(mentions: Iterable[Mention], corrections: Corrections) -> tuple[list[Mention], list[Problem]]:
    """Apply `edit` and `drop` items that name a report; the mentions that remain, in their order."""
    kept, problems = list(mentions), []
    for item in corrections.of("edit", "drop"):
        if item.event:
            continue
        hits = [number for number, mention in enumerate(kept) if _means(item, mention)]
        if not hits:
            problems.append(_nothing(item, corrections.path, ((m.quote, f'quote: "{_short(m.quote)}"') for m in kept), item.quote))
        if item.verb == "drop":
            gone = set(hits)
            kept = [mention for number, mention in enumerate(kept) if number not in gone]
        else:
            for number in hits:
                kept[number] = _edited_mention(kept[number], item.changes)
    return kept, problems


def _means(item: Correction, mention: Mention) -> bool:
    """Tell whether an item means this report: the quote is compared without regard to white space and case."""
    return (not item.article or item.article in (mention.source.path, mention.source.path.rpartition("/")[2])) and _plain(
        item.quote
    ) in _plain(mention.quote)


def _edited_mention(mention: Mention, changes: Changes) -> Mention:
    if changes.date:
        mention = replace(mention, span=changes.date, inferred=None)
    if changes.place:
        mention = replace(mention, places=(changes.place, *(p for p in mention.places if p != changes.place)))
    return replace(
        mention,
        title=changes.title or mention.title,
        status=changes.status or mention.status,
        people=mention.people if changes.people is None else changes.people,
        source=mention.source if changes.tags is None else replace(mention.source, tags=changes.tags),
    )


# --- after merging ----------------------------------------------------------------------------------------------------


def correct_events(
    events: tuple[Event, ...], corrections: Corrections, names: Namer, make: Maker
) -> tuple[tuple[Event, ...], list[Problem]]:
    """Apply everything that names events, then `add`.

    `names` gives events the ids that pages show, so that an item can use them; `make` makes an event of mentions.
    """
    problems: list[Problem] = []
    if corrections.of("merge", "split", "pin") or any(item.event for item in corrections.of("edit", "drop")):
        events = names(events)
    working = list(events)
    for item in corrections.of("merge"):
        working = _merge(working, item, corrections.path, make, problems)
    for item in corrections.of("split"):
        working = _split(working, item, corrections.path, make, problems)
    for item in corrections.of("drop", "edit", "pin"):
        if item.event or item.verb == "pin":
            working = _set(working, item, corrections.path, problems)
    working += [_added(item, corrections.path, make) for item in corrections.of("add")]
    return tuple(working), problems


def _merge(events: list[Event], item: Correction, path: str, make: Maker, problems: list[Problem]) -> list[Event]:
    found: list[Event] = []
    for name in item.events:
        hit = next((event for event in events if name == event.id or name in event.aliases), None)
        if hit is None:
            problems.append(_nothing(item, path, _ids(events), name))
        elif hit not in found:
            found.append(hit)
    if len(found) < 2:
        return events
    mentions = tuple(mention for event in found for mention in event.mentions)
    first = found[0]
    joined = replace(make(mentions), id=first.id, title=first.title)
    joined = replace(joined, reasons=(*joined.reasons, f"joined by the editor ({path}, line {item.line})"))
    return [joined if event is first else event for event in events if event is first or event not in found]


def _split(events: list[Event], item: Correction, path: str, make: Maker, problems: list[Problem]) -> list[Event]:
    hits = _meant(events, item)
    if not hits:
        problems.append(_nothing(item, path, _ids(events), item.event or item.quote))
    result: list[Event] = []
    for event in events:
        parts = _parts(event, item) if event in hits else []
        result += [make(part) for part in parts] if len(parts) > 1 else [event]
    return result


def _parts(event: Event, item: Correction) -> list[tuple[Mention, ...]]:
    """With a quote, the reports it means and the others; else the reports of each article by themselves."""
    if item.quote:
        out = tuple(mention for mention in event.mentions if _means(item, mention))
        rest = tuple(mention for mention in event.mentions if mention not in out)
        return [part for part in (rest, out) if part]
    by_article: dict[str, list[Mention]] = {}
    for mention in event.mentions:
        by_article.setdefault(mention.source.path, []).append(mention)
    parts = [tuple(part) for part in by_article.values()]
    return parts if len(parts) > 1 else [(mention,) for mention in event.mentions]


def _set(events: list[Event], item: Correction, path: str, problems: list[Problem]) -> list[Event]:
    hits = _meant(events, item)
    if not hits:
        problems.append(_nothing(item, path, _ids(events), item.event or item.quote))
    if item.verb == "drop":
        return [event for event in events if event not in hits]
    return [_edited_event(event, item, path) if event in hits else event for event in events]


def _meant(events: list[Event], item: Correction) -> list[Event]:
    if item.event:
        return [event for event in events if item.event == event.id or item.event in event.aliases]
    return [event for event in events if any(_means(item, mention) for mention in event.mentions)]


def _edited_event(event: Event, item: Correction, path: str) -> Event:
    changes = item.changes
    if changes.date:
        event = replace(event, span=changes.date, inferred=False)
    if changes.place:
        event = replace(event, places=(changes.place, *(p for p in event.places if p != changes.place)))
    if item.verb == "pin":
        event = replace(event, alternatives=(), reasons=(*event.reasons, f"fixed by the editor ({path}, line {item.line})"))
    return replace(
        event,
        title=changes.title or event.title,
        status=changes.status or event.status,
        people=event.people if changes.people is None else changes.people,
        tags=event.tags if changes.tags is None else changes.tags,
        note=changes.note or event.note,
    )


def _added(item: Correction, path: str, make: Maker) -> Event:
    """An event that no article reports; its source is the corrections file, or the address the editor gives."""
    changes = item.changes
    title = changes.title or ""
    source = Source(path, "Added by the editor", url=item.url, tags=changes.tags or ())
    mention = Mention(
        source, 0, item.quote or title, 0, 0, Trigger("", 0, 0, f"added {title}"), None, changes.date, changes.status or "happened", title,
        people=changes.people or (), places=(changes.place,) if changes.place else (), explicit=True,
    )  # fmt: skip
    return replace(make((mention,)), title=title, note=changes.note, tags=changes.tags or ())


# --- what matched nothing ---------------------------------------------------------------------------------------------


def _ids(events: Iterable[Event]) -> Iterable[tuple[str, str]]:
    return ((event.id, event.id) for event in events)


def _nothing(item: Correction, path: str, candidates: Iterable[tuple[str, str]], wanted: str) -> Problem:
    """A warning that names the nearest of the candidates, which are texts to compare with and words to suggest."""
    plain = _plain(wanted)
    nearest = max(candidates, key=lambda one: SequenceMatcher(None, plain, _plain(one[0]), autojunk=False).quick_ratio(), default=None)
    hint = f"the nearest is {nearest[1]}" if nearest else "there is nothing that it could mean"
    return Problem(f'{item.verb} matches nothing: "{_short(wanted)}"', path, item.line, item.column, hint, "warning")


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _short(text: str, longest: int = 70) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[:longest].rpartition(' ')[0]} ..."
