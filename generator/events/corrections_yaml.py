"""The text of timeline.yaml in, its items with the line and column of every value out; shapes are checked here, meanings not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Final

from generator.errors import CorrectionError, Problem

_MOST_CHARACTERS: Final = 5_000_000
_DEEPEST: Final = 12
_LISTS: Final = frozenset({"people", "tags", "events"})


@dataclass(frozen=True, slots=True)
class Node:
    """A word or a sentence, and where it stands (counted from 1)."""

    text: str
    line: int
    column: int

    @property
    def texts(self) -> tuple[str, ...]:
        """The one word as a list of one."""
        return (self.text,)


@dataclass(frozen=True, slots=True)
class Nodes:
    """A list of words, and where it begins."""

    items: tuple[Node, ...]
    line: int
    column: int

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of the list."""
        return tuple(item.text for item in self.items)

    @property
    def text(self) -> str:
        """The words of the list in one line."""
        return ", ".join(self.texts)


@dataclass(slots=True)
class Row:
    """One item below a verb: its fields, and where it begins."""

    verb: str
    line: int
    column: int
    fields: dict[str, Node | Nodes] = field(default_factory=dict)


def read_rows(text: str, path: str, keys: Mapping[str, frozenset[str]]) -> tuple[list[Row], list[Problem]]:
    """Read the items of all verbs; `keys` are the verbs and the fields that each may have.

    Raises CorrectionError where the text is no YAML at all.
    """
    root = _compose(text, path)
    problems: list[Problem] = []
    rows: list[Row] = []
    if root is None or (_is(root, "scalar") and not root.value):
        return rows, problems
    if not _is(root, "mapping"):
        hint = "write a verb, then a list: merge:, then a line - [first-id, second-id]"
        return rows, [_problem("is not a list of corrections", path, root, hint)]
    for verb_node, value in root.value:
        verb = str(verb_node.value)
        if verb not in keys:
            problems.append(_problem(f'unknown correction "{verb}"', path, verb_node, _near(verb, keys)))
        elif not (_is(value, "scalar") and not value.value):
            items = value.value if _is(value, "sequence") and not _flat(verb, value) else [value]
            rows += [row for item in items if (row := _row(verb, item, path, keys[verb], problems))]
    return sorted(rows, key=lambda row: (row.line, row.column)), problems


def _compose(text: str, path: str) -> Any:
    import yaml

    if len(text) > _MOST_CHARACTERS:
        raise CorrectionError(Problem(f"is longer than {_MOST_CHARACTERS:,} characters", path, hint="split the site", severity="error"))
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _check_depth(yaml.parse(text, Loader=loader), path)
        return yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        message = " ".join(part for part in (error.context, error.problem) if part)
        hint = "put quotation marks around text that holds a colon or a hash"
        raise CorrectionError(Problem(f"cannot be read: {message}", path, line, column, hint, "error")) from None
    except (yaml.YAMLError, RecursionError) as error:
        raise CorrectionError(Problem(f"cannot be read: {error}", path, hint="is it YAML in UTF-8?", severity="error")) from None


def _check_depth(events: Iterable[Any], path: str) -> None:
    """Refuse deep nesting before it is composed: the composer is recursive, in C."""
    depth = 0
    for event in events:
        name = type(event).__name__
        depth += name.endswith("StartEvent") - name.endswith("EndEvent")
        if depth > _DEEPEST:
            mark = event.start_mark
            hint = "a correction is a list of fields, no deeper"
            raise CorrectionError(Problem("is nested too deeply", path, mark.line + 1, mark.column + 1, hint, "error"))


def _is(node: Any, kind: str) -> bool:
    return bool(node.id == kind)


def _flat(verb: str, value: Any) -> bool:
    """Tell `merge: [a, b]`, one item, from a list of items."""
    return verb == "merge" and bool(value.value) and all(_is(item, "scalar") for item in value.value)


def _row(verb: str, node: Any, path: str, keys: frozenset[str], problems: list[Problem]) -> Row | None:
    row = Row(verb, node.start_mark.line + 1, node.start_mark.column + 1)
    if _is(node, "scalar") and "event" in keys:
        row.fields["event"] = _node(node)
        return row
    if _is(node, "sequence") and "events" in keys:
        _put(row, "events", node, path, node, problems)
        return row
    if not _is(node, "mapping"):
        problems.append(_problem(f"{verb} cannot be understood", path, node, f"its fields are {', '.join(sorted(keys))}"))
        return None
    for name_node, value in node.value:
        name = str(name_node.value)
        if name in keys:
            _put(row, name, value, path, name_node, problems)
        else:
            problems.append(_problem(f'{verb} has no field "{name}"', path, name_node, _near(name, keys)))
    return row


def _put(row: Row, name: str, value: Any, path: str, at: Any, problems: list[Problem]) -> None:
    if _is(value, "scalar"):
        row.fields[name] = _node(value)
    elif name in _LISTS and _is(value, "sequence") and all(_is(item, "scalar") for item in value.value):
        items = tuple(_node(item) for item in value.value)
        row.fields[name] = Nodes(items, value.start_mark.line + 1, value.start_mark.column + 1)
    else:
        problems.append(_problem(f'"{name}" cannot be understood', path, at, "write one value after the colon"))


def _node(node: Any) -> Node:
    return Node(str(node.value), node.start_mark.line + 1, node.start_mark.column + 1)


def _near(name: str, known: Mapping[str, Any] | frozenset[str]) -> str:
    near = get_close_matches(name, sorted(known), 1)
    return f'did you mean "{near[0]}"?' if near else f"known are {', '.join(sorted(known))}"


def _problem(message: str, path: str, node: Any, hint: str) -> Problem:
    return Problem(message, path, node.start_mark.line + 1, node.start_mark.column + 1, hint, "error")
