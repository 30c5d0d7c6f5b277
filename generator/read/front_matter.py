"""The text of a file in, its front matter and the place where the rest begins out: YAML between "---", TOML between "+++".

Every value stays a string (or a list or mapping of strings): whether "NO", "2013" or "2013-05-15 04:02" is a word, a number or a date
is for the field to say that it stands in. Simple blocks of `key: value` lines are read here; others go to PyYAML's parser, whose
events carry the lines. Aliases, depth and size are limited.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from generator.errors import Problem, ReadError

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"

_FENCE: Final = re.compile(r"\s{0,20}(?P<fence>---|\+\+\+)[ \t]*\r?\n")
_END: Final = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*\r?(?:\n|\Z)", re.MULTILINE),
}
# A plain scalar that means the same to YAML as to the eye, a quoted one without escapes, or a list of plain words or of quoted ones.
_SIMPLE: Final = re.compile(
    r"(?P<key>[A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(?:"
    r"\"(?P<double>[^\"\\\n]*)\"|'(?P<single>[^'\n]*)'|\[(?P<list>[^\[\]{}\"'#&*!|>%@`:\n]*)\]"
    r"|\[(?P<quoted> *\"[^\"\\\n]*\"(?: *, *\"[^\"\\\n]*\")* *)\]"
    r"|(?P<plain>[^\s\"'\[\]{}#&*!|>%@`,?:-](?:(?!:[ \r\n]| #)[^\n\r])*)))?[ \t]*\r?(?:\n|\Z)"
)
_TOML_KEY: Final = re.compile(r"^[ \t]*(?P<key>[\w-]+)[ \t]*=", re.MULTILINE)
_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
MOST_CHARACTERS: Final = 100_000
MOST_ALIASES: Final = 50
MOST_NODES: Final = 5_000
DEEPEST: Final = 8


@dataclass(slots=True)
class FrontMatter:
    """The keys of a file with their values and lines; `end` is where the rest of the text begins."""

    values: dict[str, Value] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    end: int = 0
    present: bool = False
    problems: list[Problem] = field(default_factory=list)


def read(text: str, path: str) -> FrontMatter:
    """Read the front matter at the top of a text, if it has one. Raises ReadError for one that cannot be understood."""
    opening = _FENCE.match(text)
    if opening is None:
        return FrontMatter()
    fence = opening["fence"]
    closing = _END[fence].search(text, opening.end(), opening.end() + MOST_CHARACTERS)
    if closing is None:
        return _unclosed(text, opening, path)
    first = text.count("\n", 0, opening.end()) + 1
    block = text[opening.end() : closing.start()]
    found = _toml(block, first, path) if fence == "+++" else _simple(block, first) or _yaml(block, first, path)
    found.end = closing.end()
    found.present = True
    return found


def _unclosed(text: str, opening: re.Match[str], path: str) -> FrontMatter:
    """A rule of dashes above plain prose is no front matter; one above `key: value` is, and lacks its end."""
    m = _SIMPLE.match(text, opening.end())
    if m is None or (opening["fence"] == "+++" and "=" not in text[opening.end() : opening.end() + 200]):
        return FrontMatter()
    raise ReadError(Problem("the front matter has no end", path, 1, 1, f"put a line with {opening['fence']} after its last key", "error"))


def _simple(block: str, first: int) -> FrontMatter | None:
    """Read a block of nothing but simple lines; None where there is anything else."""
    found = FrontMatter()
    at, line, size = 0, first, len(block)
    while at < size:
        m = _SIMPLE.match(block, at)
        if m is None:
            if block[at : at + 2] in ("\n", "\r\n") or block[at] == "\n":
                at = block.index("\n", at) + 1
                line += 1
                continue
            return None
        key, kind = m["key"], m.lastgroup
        if key in found.values or (kind == "key" and block[m.end() : m.end() + 1] in (" ", "\t", "-")):
            return None
        value: Value = None if kind == "key" else m[str(kind)]
        if kind == "plain":
            value = _plain(str(value).rstrip())
        elif kind == "list":
            value = [_plain(part.strip()) for part in str(value).split(",") if part.strip()]
        elif kind == "quoted":
            value = list(str(value).split('"')[1::2])
        found.values[key] = value
        found.lines[key] = line
        at = m.end()
        line += 1
    # A line that begins with white space would continue the one before; no such line matches the pattern above.
    return found


def _plain(text: str) -> str | None:
    return None if text in _NULLS else text


# --- YAML -------------------------------------------------------------------------------------------------------------


def _yaml(block: str, first: int, path: str) -> FrontMatter:
    import yaml

    if ("*" in block and len(re.findall(r"(?:^|[\s\[,])[*]\w", block)) > MOST_ALIASES) or _nested(block):
        raise ReadError(
            Problem("the front matter is nested too deeply or repeats itself too often", path, first, 0, "write the values out", "error")
        )
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        node = yaml.compose(block, Loader=loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise ReadError(_yaml_problem(error, block, first, path)) from None
    found = FrontMatter()
    if node is None:
        return found
    if not isinstance(node, yaml.MappingNode):
        raise ReadError(
            Problem("the front matter is not a list of `key: value` lines", path, first, 0, "write one `key: value` a line", "error")
        )
    budget = [MOST_NODES]
    for key_node, value_node in node.value:
        key, line = str(key_node.value), first + key_node.start_mark.line
        if key in found.values:
            found.problems.append(Problem(f'"{key}" stands here twice', path, line, 1, "the later one is used"))
        found.values[key] = _value(value_node, DEEPEST, budget)
        found.lines[key] = line
        if budget[0] < 0:
            raise ReadError(Problem("the front matter is too large", path, line, 0, "write the values out", "error"))
    return found


def _nested(block: str) -> bool:
    """Tell whether brackets or list marks are nested deeper than anyone writes, before a recursive parser sees them."""
    depth = deepest = 0
    for char in block:
        if char in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif char in "]}":
            depth -= 1
    return deepest > 50 or re.search(r"(?:[-?:] +){30}", block) is not None


def _value(node: Any, depth: int, budget: list[int]) -> Value:
    """A node as strings; what lies deeper than the limit is left out."""
    budget[0] -= 1
    if budget[0] < 0 or depth < 0:
        return None
    if node.id == "sequence":
        return [_value(child, depth - 1, budget) for child in node.value]
    if node.id == "mapping":
        return {str(key.value): _value(child, depth - 1, budget) for key, child in node.value if key.id == "scalar"}
    return None if node.style is None and node.value in _NULLS else str(node.value)


def _yaml_problem(error: Exception, block: str, first: int, path: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (first + mark.line, mark.column + 1) if mark else (first, 0)
    words = str(getattr(error, "problem", None) or "not valid YAML").replace("\n", " ")
    hint = "put the value into quotation marks"
    rows = block.split("\n")
    if "\t" in (rows[mark.line] if mark and mark.line < len(rows) else ""):
        hint = "use spaces instead of tabs"
    return Problem(f"the front matter cannot be read: {words}", path, line, column, hint, "error")


# --- TOML -------------------------------------------------------------------------------------------------------------


def _toml(block: str, first: int, path: str) -> FrontMatter:
    import tomllib

    try:
        if _nested(block):
            raise ValueError("nested too deeply")
        table = tomllib.loads(block.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        m = re.search(r"at line (\d+)", str(error))
        line = first + int(m[1]) - 1 if m else first
        raise ReadError(
            Problem(f"the front matter cannot be read: {str(error).lower()}", path, line, 0, 'TOML wants `key = "value"`', "error")
        ) from None
    lines = {m["key"]: first + block.count("\n", 0, m.start()) for m in reversed(list(_TOML_KEY.finditer(block)))}
    return FrontMatter({key: _stringly(value) for key, value in table.items()}, {key: lines.get(key, first) for key in table})


def _stringly(value: object) -> Value:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return {str(key): _stringly(child) for key, child in value.items()}
    if isinstance(value, list):
        return [_stringly(child) for child in value]
    isoformat = getattr(value, "isoformat", None)
    return str(isoformat() if isoformat else value)
