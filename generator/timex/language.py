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
from generator.timex.patterns import Beginning, Patterns, compiled
from generator.timex.tokens import PUNCTUATION, SHAPES, Tokens, Vocabulary, pattern

LANGUAGES: Final[Mapping[str, str]] = {"en": "generator.timex.en", "de": "generator.timex.de"}
_RUN: Final = 40  # tokens; longer than any match with what it looks ahead at
_KEPT: Final = 20_000  # runs of which it is remembered which rules match
_CHARACTERS: Final = string.ascii_letters + string.digits + "".join(filter(str.isalpha, map(chr, range(0xC0, 0x180))))


class Reading(Struct, frozen=True, gc=False):
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


class Match(Struct, frozen=True, gc=False):
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
        groups = self.groups
        return groups.start(group) if group in groups.re.groupindex else -1

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
        if word.isdigit():
            return int(word)
        digits = word.rstrip(string.ascii_letters + ".")
        return int(digits) if digits.isdigit() else int(self.language.values[word])


Maker = Callable[[Match], "Meaning | Reading | tuple[Reading, ...] | None"]


class Rule(Struct, frozen=True):
    """A named way of reading a phrase: an expression over token classes and the function that says what it means."""

    name: str
    expression: str
    make: Maker
    begins: Beginning

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, ready to match."""
        return compiled(self.expression)


Matching = tuple[Callable[[str, int], "re.Match[str] | None"], Rule]


class Found(Struct, frozen=True, gc=False):
    """A phrase between two token positions (half-open) with its meaning, before it is tied to the calendar."""

    begin: int
    end: int
    reading: Reading
    rule: str
    link: int = 0


class Language(Struct, frozen=True):
    """All that is known of one language.

    `by_first` finds the rules that can begin with a class, `start` the places where one can, `run` how far matches can
    reach from there, `behind` the classes that a rule wants to see before them; the classes in `alone` can be a phrase
    without a time word behind; `saying` are the verbs that tell of speaking.
    """

    code: str
    classes: Mapping[str, str]
    names: Mapping[str, str]
    values: Mapping[str, Any]
    vocabulary: Vocabulary
    by_first: Mapping[str, tuple[Rule, ...]]
    alone: frozenset[str]
    rules: tuple[Rule, ...]
    settle: Callable[[Tokens, Language], Tokens]
    unlikely: Callable[[Tokens, Found, Language], bool]
    finish: Callable[[Tokens, list[Found], Language], list[Found]]
    tense: Callable[[Tokens, int, int, Language], str | None]
    start: re.Pattern[str]
    run: re.Pattern[str]
    behind: frozenset[str]
    extra: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    saying: frozenset[str] = frozenset()
    memo: dict[str, tuple[Matching, ...]] = field(default_factory=dict)
    begun: dict[str, list[Matching]] = field(default_factory=dict)

    def remember(self, run: str, classes: str, at: int) -> tuple[Matching, ...]:
        """The rules that match at a place, longest match first, of equals in their order, each behind its way to match.

        They are kept under the run of classes there. Rules read a few classes only, so that those up to the next other one decide,
        and the one before if a rule looks `behind`.
        """
        pair = classes[at : at + 2]
        begun = self.begun.get(pair)
        if begun is None:
            begun = self.begun[pair] = self._begun(pair)
        matches = [(m.end(), known) for known in begun if (m := known[0](classes, at)) and m.end() > at]
        matches.sort(key=itemgetter(0), reverse=True)
        if len(self.memo) >= _KEPT:
            self.memo.clear()
        return self.memo.setdefault(run, tuple(known for _, known in matches))

    def _begun(self, pair: str) -> list[Matching]:
        """The rules of which a match can begin with these two classes, or be the first of them alone."""
        first, second = pair[0], pair[1:]
        rules = self.by_first.get(first, ()) if first in self.alone or second != self.names["OTHER"] else ()
        return [(rule.pattern.match, rule) for rule in rules if second in rule.begins.second or first in rule.begins.lone]

    def group(self, *names: str) -> frozenset[str]:
        """The class characters of these class names."""
        return frozenset(self.names[name] for name in names)


def class_names(own: Iterable[str]) -> dict[str, str]:
    """A character for each class: the shapes every language has, then a language's own."""
    return dict(zip(names := [*SHAPES, *own], _CHARACTERS[: len(names)], strict=True))


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
    patterns = Patterns(names, macros)
    made = tuple(Rule(make.__name__, patterns.expression(source), make, patterns.beginning(source)) for source, make in rules)
    read = "".join(sorted(frozenset[str]().union(*(rule.begins.all for rule in made))))
    alone = frozenset[str]().union(*(rule.begins.lone for rule in made))
    firsts = {c: tuple(rule for rule in made if c in rule.begins.first) for c in names.values()}
    return Language(
        code, classes, names, values, Vocabulary(pattern(abbreviations, endings, after_clock), classes, names),
        {c: found for c, found in firsts.items() if found}, alone, made,
        start=_start(firsts, alone, names["OTHER"]), run=re.compile(f"[{read}]{{1,{_RUN}}}[^{read}]?"), behind=patterns.behind,
        extra={name: re.compile(patterns.expression(source)) for name, source in extra.items()},
        **functions,
    )  # fmt: skip


def _start(firsts: Mapping[str, tuple[Rule, ...]], alone: frozenset[str], other: str) -> re.Pattern[str]:
    """Finds the places where a phrase can begin."""
    every = "".join(sorted(alone.union(c for c in firsts if firsts[c])))  # one set first, which `re` looks for quickly
    single = f"(?<=[{''.join(sorted(alone))}])|" if alone else ""  # a first language may have no phrase of one word
    return re.compile(f"[{every}](?:{single}(?!{other}))")


def reads(code: str) -> bool:
    """Tell whether there is a table for the language of a code."""
    return code[:2].lower() in LANGUAGES


@cache
def load(code: str) -> Language | None:
    """The language of a code such as "en" or "de-AT", or None where there is no table for it."""
    module = LANGUAGES.get(code[:2].lower())
    return import_module(module).LANGUAGE if module else None
