"""A rule's pattern over classes of words in; a regular expression over class characters, and how its matches begin, out.

In a pattern, words in capitals are classes or macros (patterns with a name), `group:` names what follows, blanks mean
nothing; the rest is `re` syntax: `"day:NUM31 OF? month:MONTH"`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

_NAME: Final = re.compile(r"(?:(?P<group>[a-z]\w*):)?(?:(?P<name>[A-Z][A-Z_0-9]*)|(?P<open>\((?!\?)))|\s+")
_PIECE: Final = re.compile(
    r"(?:(?P<open>\((?:\?(?:[:!=]|<[!=]))?)|(?P<close>\))|(?P<bar>\|)|(?P<name>[A-Z][A-Z_0-9]*))(?P<times>[?*]|\{0,\d*\})?"
    r"|[+]|\{\d+(?:,\d*)?\}"
)
_SINGLES: Final = re.compile(r"(\((?:\?:|\?P<\w+>))(\w(?:\|\w)+)\)")
_BRACKETED: Final = re.compile(r"\(\?:(\[\w+\]|\w)\)")
_NONE: Final[frozenset[str]] = frozenset()


class Beginning(Struct, frozen=True):
    """How matches begin: their first and second characters, those that can be a whole match, whether one can be empty.

    `all` are the characters that can stand anywhere in a match.
    """

    first: frozenset[str] = _NONE
    second: frozenset[str] = _NONE
    lone: frozenset[str] = _NONE
    empty: bool = False
    all: frozenset[str] = _NONE

    def then(self, after: Beginning) -> Beginning:
        """With what stands behind."""
        return Beginning(
            self.first | (after.first if self.empty else _NONE),
            self.second | (after.first if self.lone else _NONE) | (after.second if self.empty else _NONE),
            (self.lone if after.empty else _NONE) | (after.lone if self.empty else _NONE),
            self.empty and after.empty,
            self.all | after.all,
        )

    def either(self, other: Beginning) -> Beginning:
        """With an alternative."""
        return Beginning(
            self.first | other.first, self.second | other.second, self.lone | other.lone, self.empty or other.empty, self.all | other.all
        )

    def repeated(self, times: str | None) -> Beginning:
        """As a part that may be left out, or stand again."""
        if not times:
            return self
        again = self.first if times != "?" and self.lone else _NONE
        return replace(self, second=self.second | again, empty=True)


class Patterns:
    """The classes and macros of one language; what a macro comes to is worked out once.

    `behind` are the classes that patterns look back at. An unknown name is a KeyError.
    """

    def __init__(self, names: Mapping[str, str], macros: Mapping[str, str]) -> None:
        self._macros = macros
        self._bodies = dict(names)
        self.behind: frozenset[str] = _NONE
        self._begins = {name: Beginning(one := frozenset(character), lone=one, all=one) for name, character in names.items()}

    def expression(self, source: str) -> str:
        """The regular expression of a pattern; alternatives of one class each are a set, which is quicker to make ready."""
        plain = _NAME.sub(self._part, source)
        sets = _SINGLES.sub(lambda m: f"{m[1]}[{m[2].replace('|', '')}])", plain)
        return _BRACKETED.sub(r"\1", sets)

    def _part(self, m: re.Match[str]) -> str:
        if m["open"]:
            return f"(?P<{m['group']}>" if m["group"] else "(?:"
        if not m["name"]:
            return ""
        body = self._bodies.get(m["name"])
        if body is None:
            body = self._bodies[m["name"]] = f"(?:{self.expression(self._macros[m['name']])})"
        return f"(?P<{m['group']}>{body})" if m["group"] else body

    def beginning(self, source: str) -> Beginning:
        """How matches of a pattern begin; look-around, which is no part of them, may make it wider than it is."""
        return self._alternatives(list(_PIECE.finditer(source)), 0)[0]

    def _alternatives(self, pieces: list[re.Match[str]], at: int) -> tuple[Beginning, int]:
        """What stands from `at` to the closing bracket, and where that is."""
        whole, part = Beginning(), Beginning(empty=True)
        while at < len(pieces) and not pieces[at]["close"]:
            piece = pieces[at]
            if piece["bar"]:
                whole, part = whole.either(part), Beginning(empty=True)
            elif piece["name"]:
                part = part.then(self._named(piece["name"]).repeated(piece["times"]))
            elif piece["open"]:
                inner, at = self._alternatives(pieces, at + 1)
                if "<" in piece["open"]:
                    self.behind |= inner.first
                elif piece["open"][-1] not in "!=":
                    part = part.then(inner.repeated(pieces[at]["times"] if at < len(pieces) else None))
            else:  # `+` or `{2}`: the part before it stands again
                part = replace(part, second=part.second | part.first)
            at += 1
        return whole.either(part), at

    def _named(self, name: str) -> Beginning:
        found = self._begins.get(name)
        if found is None:
            found = self._begins[name] = self.beginning(self._macros[name])
        return found


@cache
def compiled(expression: str) -> re.Pattern[str]:
    """A regular expression made ready when it is first needed: most texts need few of a language's."""
    return re.compile(expression)
