"""What a language is made of: its words, rules, guards and cues, joined into one value that `scan` reads.

A language is a folder with a `LANGUAGE`; `LANGUAGES` is the table of them. docs/guides/languages.md shows how to add one.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from operator import itemgetter
from typing import Any, Final

from msgspec import Struct, field

from generator.timex.meaning import Meaning, TimexType
from generator.timex.tokens import PUNCTUATION, SHAPES, Tokens, pattern

LANGUAGES: Final[Mapping[str, str]] = {"en": "generator.timex.en", "de": "generator.timex.de"}
_NAME: Final = re.compile(r"(?:(?P<group>[a-z]\w*):)?(?:(?P<name>[A-Z][A-Z_0-9]*)|(?P<open>\((?!\?)))|\s+")
_RUN: Final = 40  # tokens; longer than any match with what it looks ahead at
_KEPT: Final = 20_000  # runs of which it is remembered which rules match
_CHARACTERS: Final = string.ascii_letters + string.digits + "".join(filter(str.isalpha, map(chr, range(0xC0, 0x180))))


class Reading(Struct, frozen=True):
    """What a rule makes of its match: a meaning, and where they differ from the usual a TIMEX3 modifier and type.

    `begin` and `end` are token positions that narrow the phrase; a rule that reads two phrases at once gives two
    readings, `ranged` where they are the ends of one stretch. `confidence` is lower for what is likely but not sure.
    """

    meaning: Meaning
    mod: str | None = None
    type: TimexType | None = None
    begin: int | None = None
    end: int | None = None
    ranged: bool = False
    confidence: float = 1.0


class Match(Struct, frozen=True):
    """A pattern found in the tokens, its groups asked for by name."""

    tokens: Tokens
    language: Language
    groups: re.Match[str]

    @property
    def begin(self) -> int:
        """Position of the first token."""
        return self.groups.start()

    @property
    def end(self) -> int:
        """Position after the last token."""
        return self.groups.end()

    def at(self, group: str) -> int:
        """Position of the group's first token; -1 where it took no part or the pattern has no such group."""
        return self.groups.start(group) if group in self.groups.re.groupindex else -1

    def stop(self, group: str) -> int:
        """Position after the group's last token; -1 as with `at`."""
        return self.groups.end(group) if group in self.groups.re.groupindex else -1

    def has(self, group: str) -> bool:
        """Tell whether the group took part."""
        return self.at(group) >= 0

    def word(self, group: str) -> str:
        """The group's first word in lower case; empty where it took no part."""
        at = self.at(group)
        return self.tokens.words[at] if at >= 0 else ""

    def words(self, group: str) -> list[str]:
        """All words of the group."""
        start = self.at(group)
        return self.tokens.words[start : self.groups.end(group)] if start >= 0 else []

    def value(self, group: str) -> Any:
        """What the language's tables say the group's first word stands for."""
        return self.language.values.get(self.word(group))

    def number(self, group: str) -> int:
        """The group's first word as a whole number: digits, digits with an ending, or a word of the tables."""
        word = self.word(group)
        digits = word if word.isdigit() else word.rstrip(string.ascii_letters + ".")
        return int(digits) if digits.isdigit() else int(self.language.values[word])


Maker = Callable[[Match], "Meaning | Reading | tuple[Reading, ...] | None"]


class Rule(Struct, frozen=True):
    """A named way of reading a phrase: a pattern over token classes and the function that says what it means."""

    name: str
    pattern: re.Pattern[str]
    make: Maker
    begins: Beginning


class Found(Struct, frozen=True):
    """A phrase between two token positions (half-open) with its meaning, before it is tied to the calendar."""

    begin: int
    end: int
    reading: Reading
    rule: str
    link: int = 0


class Language(Struct, frozen=True):
    """All that is known of one language.

    `by_first` finds the rules that can begin with a class, `start` the places where one can, `run` how far matches can
    reach from there; the classes in `alone` can be a phrase without a time word behind; `saying` are the verbs that tell
    of speaking.
    """

    code: str
    classes: Mapping[str, str]
    names: Mapping[str, str]
    values: Mapping[str, Any]
    token: re.Pattern[str]
    by_first: Mapping[str, tuple[Rule, ...]]
    alone: frozenset[str]
    rules: tuple[Rule, ...]
    settle: Callable[[Tokens, Language], Tokens]
    unlikely: Callable[[Tokens, Found, Language], bool]
    finish: Callable[[Tokens, list[Found], Language], list[Found]]
    tense: Callable[[Tokens, int, int, Language], str | None]
    start: re.Pattern[str]
    run: re.Pattern[str]
    extra: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    saying: frozenset[str] = frozenset()
    memo: dict[str, tuple[Rule, ...]] = field(default_factory=dict)

    def remember(self, run: str, classes: str, at: int) -> tuple[Rule, ...]:
        """The rules that match at a place, longest match first, of equals in their order; kept under the run of classes there.

        No rule reads a plain word, so that the class before a place and those up to the next plain word decide.
        """
        first, second = classes[at], classes[at + 1 : at + 2]
        rules = self.by_first.get(first, ()) if first in self.alone or second != self.names["OTHER"] else ()
        begun = [rule for rule in rules if rule.begins.single or second in rule.begins.second]
        matches = [(m.end(), rule) for rule in begun if (m := rule.pattern.match(classes, at)) and m.end() > at]
        matches.sort(key=itemgetter(0), reverse=True)
        if len(self.memo) >= _KEPT:
            self.memo.clear()
        return self.memo.setdefault(run, tuple(rule for _, rule in matches))

    def group(self, *names: str) -> frozenset[str]:
        """The class characters of these class names."""
        return frozenset(self.names[name] for name in names)


def class_names(own: Iterable[str]) -> dict[str, str]:
    """A character for each class: the shapes every language has, then a language's own."""
    return dict(zip(names := [*SHAPES, *own], _CHARACTERS[: len(names)], strict=True))


def compile_pattern(source: str, names: Mapping[str, str], macros: Mapping[str, str]) -> str:
    """`"day:NUM31 OF? month:MONTH"` as a regular expression over class characters.

    Words in capitals are classes or macros (patterns with a name), `group:` names what follows; the rest is `re` syntax.
    """

    def one(m: re.Match[str]) -> str:
        if m["open"]:
            return f"(?P<{m['group']}>" if m["group"] else "(?:"
        if not m["name"]:
            return ""
        body = names.get(m["name"]) or f"(?:{compile_pattern(macros[m['name']], names, macros)})"
        return f"(?P<{m['group']}>{body})" if m["group"] else body

    return _NAME.sub(one, source)


def build(
    code: str,
    words: Mapping[str, Mapping[str, Any]],
    rules: Iterable[tuple[str, Maker]],
    macros: Mapping[str, str],
    abbreviations: Iterable[str],
    endings: Iterable[str],
    extra: Mapping[str, str],
    after_clock: str = "(?!)",
    **functions: Any,
) -> Language:
    """A language from its tables; an unknown class in a pattern is a KeyError when the language is loaded."""
    names = class_names(words)
    values = {word: value for table in words.values() for word, value in table.items()}
    classes = {word: names[name] for name, table in words.items() for word in table}
    classes |= {mark: names[name] for mark, name in PUNCTUATION.items()}
    made = tuple(_rule(source, make, names, macros) for source, make in rules)
    firsts = {c: tuple(rule for rule in made if c in rule.begins.first) for c in names.values()}
    return Language(
        code, classes, names, values, pattern(abbreviations, endings, after_clock),
        {c: found for c, found in firsts.items() if found}, _alone(firsts, names["OTHER"]), made,
        start=_start(firsts, names["OTHER"]), run=re.compile(f"[^{names['OTHER']}]{{1,{_RUN}}}{names['OTHER']}?"),
        extra={name: re.compile(compile_pattern(source, names, macros)) for name, source in extra.items()},
        **functions,
    )  # fmt: skip


def _alone(firsts: Mapping[str, tuple[Rule, ...]], other: str) -> frozenset[str]:
    """Classes of which one token before a plain word is a match."""
    return frozenset(c for c, rules in firsts.items() if any(rule.pattern.match(c + other) for rule in rules))


def _start(firsts: Mapping[str, tuple[Rule, ...]], other: str) -> re.Pattern[str]:
    """Finds the places where a phrase can begin."""
    return re.compile(f"[{''.join(_alone(firsts, other))}]|[{''.join(c for c in firsts if firsts[c])}](?!{other})")


def _rule(source: str, make: Maker, names: Mapping[str, str], macros: Mapping[str, str]) -> Rule:
    compiled = compile_pattern(source, names, macros)
    return Rule(make.__name__, re.compile(compiled), make, beginning(compiled))


_PIECE: Final = re.compile(
    r"(?:(?P<open>\((?:\?(?:P<\w+>|[:!=]|<[!=]))?)|(?P<close>\))|(?P<bar>\|)|(?P<char>\w))(?P<times>[?*]|\{0,\d*\})?|[+]|\{\d+(?:,\d*)?\}"
)


class Beginning(Struct):
    """What matches of a pattern can begin with: first and second characters, whether one can be empty or one character long."""

    first: set[str] = field(default_factory=set)
    second: set[str] = field(default_factory=set)
    empty: bool = False
    single: bool = False

    def then(self, after: Beginning) -> None:
        """Go on with what stands behind."""
        self.second |= (after.first if self.single else set()) | (after.second if self.empty else set())
        self.first |= after.first if self.empty else set()
        self.single = (self.single and after.empty) or (self.empty and after.single)
        self.empty = self.empty and after.empty

    def either(self, other: Beginning) -> None:
        """Take in an alternative."""
        self.first |= other.first
        self.second |= other.second
        self.empty, self.single = self.empty or other.empty, self.single or other.single


def beginning(source: str) -> Beginning:
    """How matches of a pattern over classes begin; look-around, which is no part of them, may make it wider than it is."""
    return _begins(list(_PIECE.finditer(source)), 0)[0]


def _begins(pieces: list[re.Match[str]], at: int) -> tuple[Beginning, int]:
    """The alternatives from `at` to the closing bracket, and where that is."""
    whole, part = Beginning(), Beginning(empty=True)
    while at < len(pieces) and not pieces[at]["close"]:
        piece = pieces[at]
        if piece["bar"]:
            whole.either(part)
            part = Beginning(empty=True)
        elif piece["char"] is None and piece["open"] is None:  # `+` or `{2}`: the part before it stands again
            part.second |= part.first
        elif piece["char"]:
            part.then(_repeated(Beginning({piece["char"]}, single=True), piece["times"]))
        elif piece["open"]:
            inner, at = _begins(pieces, at + 1)
            look = piece["open"][-1] in "!="
            part.then(Beginning(empty=True) if look else _repeated(inner, pieces[at]["times"] if at < len(pieces) else None))
        at += 1
    whole.either(part)
    return whole, at


def _repeated(one: Beginning, times: str | None) -> Beginning:
    """A part that may be left out, or stand again."""
    if times:
        one.empty = True
        if times != "?" and one.single:
            one.second |= one.first
    return one


def reads(code: str) -> bool:
    """Tell whether there is a table for the language of a code."""
    return code[:2].lower() in LANGUAGES


@cache
def load(code: str) -> Language | None:
    """The language of a code such as "en" or "de-AT", or None where there is no table for it."""
    module = LANGUAGES.get(code[:2].lower())
    return import_module(module).LANGUAGE if module else None
