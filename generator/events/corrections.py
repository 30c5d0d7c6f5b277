"""The text of timeline.yaml in, its corrections out, each with the line it stands on; every mistake in the file is told at once.

The file is a list. Each item has one verb (`pin`, `edit`, `merge`, `split`, `drop` or `add`) and what belongs to it:

    - pin: 2013-05-14-kerry-lavrov-meet-in-kiruna     # an id, from the page's address
      date: 2013-05-14
    - edit: "expected in early June"                  # an id, or words of the sentence
      article: content/kiruna.txt
      status: planned
    - merge: [2013-05-14-first-id, 2013-05-14-second-id]
    - split: 2013-05-14-kerry-lavrov-meet-in-kiruna
    - drop: 2013-05-20-street-closed
    - add: {title: Border opens, date: 2013-05-17}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Final, Literal, get_args

from generator.dates import DateSpan, from_edtf
from generator.errors import CorrectionError, Problem
from generator.model import Status

# A node of the YAML tree; its class differs between the library and its stubs, so only `id`, `value` and `start_mark` are used.
Node = Any

Verb = Literal["pin", "edit", "merge", "split", "drop", "add"]
VERBS: Final[tuple[Verb, ...]] = get_args(Verb)
_STATUSES: Final[tuple[str, ...]] = get_args(Status)
# An alias may stand for a subtree; a few are handy, many are an attack.
_MOST_ALIASES: Final = 50
_LARGEST: Final = 2_000_000
_DEEPEST: Final = 12
_SETS: Final = ("date", "title", "status", "place", "people", "tags")
_KEYS: Final[dict[str, tuple[str, ...]]] = {
    "pin": _SETS,
    "edit": (*_SETS, "article"),
    "merge": ("title",),
    "split": ("article", "quote"),
    "drop": ("article",),
    "add": (),
}
_ADD_KEYS: Final = (*_SETS, "quote", "url")
_ID: Final = re.compile(r"\d{4}(?:-[a-z0-9]+)+")
# What YAML calls its nodes, in the words of the manual.
_KINDS: Final = {"scalar": "plain text", "mapping": "lines of `name: value`", "sequence": "a list"}


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: its verb, the ids or the words it means, and what it sets; `line` and `column` count from 1."""

    verb: Verb
    ids: tuple[str, ...] = ()
    quote: str | None = None
    article: str | None = None
    date: DateSpan | None = None
    title: str | None = None
    status: Status | None = None
    place: str | None = None
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    url: str | None = None
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections of a site in the order they are written."""

    rules: tuple[Correction, ...] = ()
    path: str = "timeline.yaml"

    def of(self, *verbs: Verb) -> tuple[Correction, ...]:
        """The corrections with one of these verbs."""
        return tuple(rule for rule in self.rules if rule.verb in verbs)


@dataclass(slots=True)
class _Reading:
    path: str
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, node: Node, message: str, hint: str = "") -> None:
        mark = node.start_mark
        self.problems.append(Problem(message, self.path, mark.line + 1, mark.column + 1, hint, "error"))


def load(text: str, path: str = "timeline.yaml") -> Corrections:
    """Read corrections; an empty text has none. Raises CorrectionError with every mistake, each with line and column."""
    if not text.strip() or all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines()):
        return Corrections((), path)
    reading = _Reading(path)
    root = _compose(text, path)
    rules: list[Correction] = []
    if root is not None and root.id != "sequence":
        hint = 'begin each correction with a dash: "- drop: the-id"'
        reading.wrong(root, f"a list of corrections is needed, not {_KINDS[root.id]}", hint)
    elif root is not None:
        rules = [rule for node in root.value if (rule := _rule(node, reading))]
    if reading.problems:
        raise CorrectionError(*reading.problems)
    return Corrections(tuple(rules), path)


def _compose(text: str, path: str) -> Node | None:
    """The tree of nodes with their marks; nothing in it is ever constructed as an object."""
    import yaml

    if len(text) > _LARGEST:
        raise CorrectionError(Problem("is too large to be a list of corrections", path, severity="error"))
    try:
        _check_shape(yaml.parse(text, Loader=yaml.SafeLoader), path)
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        tab = text.splitlines()[line - 1 : line] and "\t" in text.splitlines()[line - 1][: column + 1]
        hint = "use spaces instead of tabs" if tab else "put texts that hold a colon or begin with a sign into quotation marks"
        raise CorrectionError(Problem(f"is not YAML: {error.problem or error}", path, line, column, hint, "error")) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise CorrectionError(Problem(f"is not YAML: {str(error).splitlines()[0]}", path, severity="error")) from error


def _check_shape(events: Iterable[Any], path: str) -> None:
    """Refuse many aliases, and deep nesting as soon as it is seen: the parser takes ever longer the deeper it gets."""
    depth = aliases = 0
    for event in events:
        name = type(event).__name__
        aliases += name == "AliasEvent"
        depth += name.endswith("StartEvent") - name.endswith("EndEvent")
        if depth > _DEEPEST:
            mark = event.start_mark
            hint = "a correction is a list of fields, no deeper"
            raise CorrectionError(Problem("is nested too deeply", path, mark.line + 1, mark.column + 1, hint, "error"))
    if aliases > _MOST_ALIASES:
        raise CorrectionError(Problem(f"uses {aliases} aliases, {_MOST_ALIASES} are allowed", path, severity="error"))


def _rule(node: Node, reading: _Reading) -> Correction | None:
    if node.id != "mapping":
        reading.wrong(node, f"a correction is a verb with a value, not {_KINDS[node.id]}", f"verbs are {', '.join(VERBS)}")
        return None
    pairs = [(str(key.value), key, value) for key, value in node.value]
    verbs = [(name, value) for name, _, value in pairs if name in VERBS]
    if len(verbs) != 1:
        message = "names more than one verb" if verbs else f"names no verb: {_nearest(pairs[0][0], VERBS) if pairs else ''}".strip(": ")
        reading.wrong(node, message, f"verbs are {', '.join(VERBS)}")
        return None
    verb, target = verbs[0]
    before = len(reading.problems)
    values: dict[str, Any] = {"line": node.start_mark.line + 1, "column": node.start_mark.column + 1, "verb": verb}
    if verb == "add":
        _added(target, values, reading)
    else:
        values |= _target(verb, target, reading)
    for name, key, value in pairs:
        if name != verb:
            _set(name, key, value, _ADD_KEYS if verb == "add" else _KEYS[verb], values, reading)
    if verb in ("pin", "edit") and before == len(reading.problems) and not any(name in _SETS for name in values):
        reading.wrong(node, f"{verb} says nothing to change", f"add a line with one of {', '.join(_SETS)}")
    if verb == "add" and before == len(reading.problems) and not (values.get("title") and values.get("date")):
        reading.wrong(node, "an added event needs a title and a date", "- add: {title: Border opens, date: 2013-05-17}")
    return Correction(**values) if before == len(reading.problems) else None


def _nearest(word: str, known: Sequence[str]) -> str:
    near = get_close_matches(word, known, 1)
    return f'"{word}", did you mean "{near[0]}"?' if near else f'"{word}"'


def _added(target: Node, values: dict[str, Any], reading: _Reading) -> None:
    if target.id == "scalar" and not target.value:
        return
    if target.id != "mapping":
        reading.wrong(target, "an added event needs its title and date by name", "- add: {title: Border opens, date: 2013-05-17}")
        return
    for key, value in target.value:
        _set(str(key.value), key, value, _ADD_KEYS, values, reading)


def _target(verb: str, node: Node, reading: _Reading) -> dict[str, Any]:
    """The ids, or the words of a sentence, that a correction means."""
    if verb == "merge":
        ids = tuple(map(_id, _texts(node, reading)))
        if wrong := next((text for text in ids if not _ID.fullmatch(text)), None):
            reading.wrong(node, f'merge needs ids of events, not "{wrong}"', _WHERE_IDS)
        elif len(ids) < 2:
            reading.wrong(node, "merge needs two ids or more", "- merge: [first-id, second-id]")
        return {"ids": ids}
    if node.id == "mapping" and verb in ("edit", "drop"):
        return _quoted(node, reading)
    text = _text(node, reading)
    if not text:
        reading.wrong(node, f"{verb} needs an id", _WHERE_IDS)
        return {}
    if _ID.fullmatch(_id(text)):
        return {"ids": (_id(text),)}
    if verb in ("pin", "split"):
        hint = f"{_WHERE_IDS}; `edit` takes words of a sentence" if verb == "pin" else _WHERE_IDS
        reading.wrong(node, f'{verb} needs the id of an event, not "{text}"', hint)
        return {}
    return {"quote": text}


_WHERE_IDS: Final = "the id of an event is the last part of its page's address"


def _id(text: str) -> str:
    """The id in the address of an event's page: `events/2013/2013-05-14-envoys-meet.html` has `2013-05-14-envoys-meet`."""
    return text.rpartition("/")[2].removesuffix(".html")


def _quoted(node: Node, reading: _Reading) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in node.value:
        if key.value in ("quote", "article"):
            found[key.value] = _text(value, reading)
        elif key.value == "id":
            found["ids"] = (_text(value, reading),)
        else:
            reading.wrong(key, f"unknown key {_nearest(str(key.value), ('quote', 'article', 'id'))}")
    return found


def _set(name: str, key: Node, value: Node, allowed: Sequence[str], values: dict[str, Any], reading: _Reading) -> None:
    """Read one value, checked by what its name wants."""
    if name not in allowed:
        reading.wrong(key, f"unknown key {_nearest(name, allowed)}", f"known here are {', '.join(allowed)}" if allowed else "")
    elif name in ("people", "tags"):
        values[name] = _texts(value, reading)
    elif name == "date":
        values[name] = _date(value, reading)
    elif name == "status":
        text = _text(value, reading)
        if text not in _STATUSES:
            reading.wrong(value, f"unknown status {_nearest(text, _STATUSES)}", f"statuses are {', '.join(_STATUSES)}")
        values[name] = text
    else:
        values[name] = _text(value, reading)


def _date(node: Node, reading: _Reading) -> DateSpan | None:
    text = _text(node, reading)
    try:
        return from_edtf(text)
    except ValueError as error:
        hint = "write 2013-05-14, 2013-05, 2013 or an interval 2013-05-01/2013-05-03"
        why = "" if "is not a date" in str(error) else f": {error}"
        reading.wrong(node, f'"{text}" is not a date{why}', hint)
        return None


def _text(node: Node, reading: _Reading) -> str:
    if node.id != "scalar":
        reading.wrong(node, f"one text is needed, not {_KINDS[node.id]}")
        return ""
    return str(node.value).strip()


def _texts(node: Node, reading: _Reading) -> tuple[str, ...]:
    if node.id == "sequence":
        return tuple(_text(child, reading) for child in node.value)
    return tuple(part.strip() for part in _text(node, reading).split(",") if part.strip())
