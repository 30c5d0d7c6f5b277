"""A text and a language's table of words in, its tokens out: where each lies, its lower-case word and its class.

A class is one character, so that the classes of a text are a string and the rules are patterns over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

# Classes that every language has: shapes of digits and punctuation.
SHAPES: Final = (
    "OTHER", "NUM12", "NUM31", "NUMBER", "YEAR", "ZEROED", "DECIMAL", "ORDNUM", "DECADENUM", "CLOCKNUM", "ISODATE", "SLASHDATE", "DOTDATE",
    "COMMA", "DOT", "HYPHEN", "SLASH", "APOSTROPHE", "QUOTE", "COLON", "SEMICOLON", "PAREN", "CURRENCY", "PERCENT", "BREAK", "STOP", "PLUS", "HASH",
)  # fmt: skip
_PUNCTUATION: Final = {
    ",": "COMMA", ".": "DOT", "-": "HYPHEN", "‐": "HYPHEN", "‑": "HYPHEN", "–": "HYPHEN", "—": "STOP", "--": "STOP", "/": "SLASH",
    "'": "APOSTROPHE", "’": "APOSTROPHE", "‘": "APOSTROPHE", '"': "QUOTE", "“": "QUOTE", "”": "QUOTE", "„": "QUOTE", "``": "QUOTE", "''": "QUOTE",
    "«": "QUOTE", "»": "QUOTE",
    ":": "COLON", ";": "SEMICOLON", "(": "PAREN", ")": "PAREN", "[": "PAREN", "]": "PAREN", "$": "CURRENCY", "€": "CURRENCY", "£": "CURRENCY",
    "¥": "CURRENCY", "%": "PERCENT", "!": "STOP", "?": "STOP", "+": "PLUS", "#": "HASH", "_": "HASH", "@": "HASH",
}  # fmt: skip
_TOKEN: Final = (
    r"[^\W\d_]+"
    r"|\d{{4}}-\d\d-\d\d(?:[t ]\d\d:\d\d(?::\d\d)?(?:z|[+-]\d\d:?\d\d)?)?(?![\d-])"
    r"|\d{{1,4}}(?P<slash>[/.])\d{{1,2}}(?P=slash)\d{{2,4}}(?![\d/])"
    r"|\d{{1,2}}[:.]\d\d(?::\d\d)?(?=\s*[ap]\.?m\b)|\d{{1,2}}:\d\d(?::\d\d)?(?![\d:])"
    r"|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)|\d+\.\d+"
    r"|\d{{1,4}}(?:{endings})\b|\d+"
    r"|\n[^\S\n]*\n\s*|--+|``|''|[^\w\s]|_"
)
_SHAPE: Final = re.compile(
    r"(?P<int>\d{1,9})|(?P<slash>\d{1,4}/\d{1,2}/\d{2,4})|(?P<dot>\d{1,4}\.\d{1,2}\.\d{2,4})"
    r"|(?P<clock>\d{1,2}[:.]\d\d(?::\d\d)?)|(?P<iso>\d{4}-\d\d-\d\d\S*(?: \S+)?)"
    r"|(?P<decade>\d{1,3}0s)|(?P<ordinal>\d+[^\W\d]+)|(?P<decimal>\d[\d,.]*)"
)
_BY_GROUP: Final = {
    "slash": "SLASHDATE", "dot": "DOTDATE", "clock": "CLOCKNUM", "iso": "ISODATE", "decade": "DECADENUM", "ordinal": "ORDNUM", "decimal": "DECIMAL",
}  # fmt: skip
FIRST_YEAR, LAST_YEAR = 1400, 2199


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: half-open offsets, lower-case words, and one class character each."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    classes: str

    def capital(self, at: int) -> bool:
        """Tell whether the token begins with a capital letter."""
        return self.text[self.starts[at]].isupper()

    def glued(self, at: int) -> bool:
        """Tell whether no space stands between the token and the one before it."""
        return at > 0 and self.ends[at - 1] == self.starts[at]


class Classes(dict[str, str]):
    """Word -> class character; words that no table knows get theirs from their shape."""

    def __init__(self, names: Mapping[str, str], words: Iterable[tuple[str, str]]) -> None:
        super().__init__((word, names[name]) for word, name in words)
        self.update((mark, names[name]) for mark, name in _PUNCTUATION.items())
        self._names = names

    def __missing__(self, word: str) -> str:
        """Give the class of a number by its shape, of white space a break, and of all else "OTHER"."""
        first = word[0]
        if first.isdigit():
            return self._names[_number_class(word)]
        return self._names["BREAK" if first == "\n" else "STOP" if first == "-" else "OTHER"]


def _number_class(word: str) -> str:
    m = _SHAPE.fullmatch(word)
    if m is None or m.lastgroup is None:
        return "DECIMAL"
    if m.lastgroup != "int":
        return _BY_GROUP[m.lastgroup]
    if len(word) == 4 and FIRST_YEAR <= int(word) <= LAST_YEAR:
        return "YEAR"
    if len(word) > 2:
        return "NUMBER"
    number = int(word)
    if word[0] == "0":
        return "ZEROED"
    return "NUM12" if number <= 12 else "NUM31" if number <= 31 else "NUMBER"


def pattern(abbreviations: Iterable[str], endings: Iterable[str]) -> re.Pattern[str]:
    """The tokeniser of a language: `abbreviations` keep their full stop, `endings` belong to a number ("3rd", "1990s")."""
    dotted = "|".join(sorted((re.escape(word) for word in abbreviations), key=len, reverse=True))
    tail = _TOKEN.format(endings="|".join(endings))
    return re.compile(rf"\b(?:{dotted})(?!\w)|{tail}" if dotted else tail)


def lower(text: str) -> str:
    """The text in lower case with every character at its place; the few that would grow stay as they are."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def tokenise(text: str, token: re.Pattern[str], classes: Classes) -> Tokens:
    """Cut a text into tokens in one pass, linear in its length."""
    low = lower(text)
    spans = [m.span() for m in token.finditer(low)]
    words = [low[start:end] for start, end in spans]
    starts = [start for start, _ in spans]
    ends = [end for _, end in spans]
    return Tokens(text, starts, ends, words, "".join([classes[word] for word in words]))
