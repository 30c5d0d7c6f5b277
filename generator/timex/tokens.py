"""A text and a language's table of words in, its tokens out: where each lies, its lower-case word and its class.

A class is one character, so that the classes of a text are a string and the rules are patterns over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import Final

from msgspec import Struct

# Classes that every language has: shapes of digits and punctuation.
SHAPES: Final = (
    "OTHER", "NUM12", "NUM31", "NUMBER", "YEAR", "ZEROED", "DECIMAL", "ORDNUM", "DECADENUM", "CLOCKNUM", "ISODATE", "SLASHDATE", "DOTDATE",
    "COMMA", "DOT", "HYPHEN", "SLASH", "APOSTROPHE", "QUOTE", "COLON", "SEMICOLON", "PAREN", "CURRENCY", "PERCENT", "BREAK", "STOP",
    "PLUS", "HASH",
)  # fmt: skip
PUNCTUATION: Final = {
    ",": "COMMA", ".": "DOT", "-": "HYPHEN", "‐": "HYPHEN", "‑": "HYPHEN", "–": "HYPHEN", "—": "STOP", "--": "STOP", "/": "SLASH",
    "'": "APOSTROPHE", "’": "APOSTROPHE", "‘": "APOSTROPHE", '"': "QUOTE", "“": "QUOTE", "”": "QUOTE", "„": "QUOTE", "``": "QUOTE",
    "''": "QUOTE",
    "«": "QUOTE", "»": "QUOTE",
    ":": "COLON", ";": "SEMICOLON", "(": "PAREN", ")": "PAREN", "[": "PAREN", "]": "PAREN", "$": "CURRENCY", "€": "CURRENCY",
    "£": "CURRENCY",
    "¥": "CURRENCY", "%": "PERCENT", "!": "STOP", "?": "STOP", "+": "PLUS", "#": "HASH", "_": "HASH", "@": "HASH",
}  # fmt: skip
# Blanks before a token belong to its match, so that offsets are sums of lengths; words come first, as most tokens are words.
_TOKEN: Final = (
    r" *(?:(?<!\w)(?:{dotted})(?!\w)|[^\W\d_]+{dot}"
    r"|\d{{4}}-\d\d-\d\d(?:[t ]\d\d:\d\d(?::\d\d)?(?:z|[+-]\d\d:?\d\d)?)?(?![\d-])"
    r"|(?<![\d/.])\d{{1,4}}(?:/\d{{1,2}}/|\.\d{{1,2}}\.)\d{{2,4}}(?![\d/])"
    r"|\d{{1,2}}[:.]\d\d(?::\d\d)?(?=\s*{after_clock})|\d{{1,2}}:\d\d(?::\d\d)?(?![\d:])"
    r"|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)|\d+\.\d+"
    r"|\d{{1,4}}(?:{endings})\b|\d+"
    r"|\n\s*|--+|``|''|\S|\s)"
)
_LINE_END: Final = re.compile(r"(?<!\n)\n(?![^\S\n]*\n)")
_BLANKS: Final = ("\t", "\r", "\x0b", "\x0c", "\xa0", "\u2009", "\u202f")
_SHAPE: Final = re.compile(
    r"(?P<int>\d{1,9})|(?P<slash>\d{1,4}/\d{1,2}/\d{2,4})|(?P<dot>\d{1,4}\.\d{1,2}\.\d{2,4})"
    r"|(?P<clock>\d{1,2}[:.]\d\d(?::\d\d)?)|(?P<iso>\d{4}-\d\d-\d\d\S*(?: \S+)?)"
    r"|(?P<decade>\d{1,3}0s)|(?P<ordinal>\d+[^\W\d]+)|(?P<decimal>\d[\d,.]*)"
)
_BY_GROUP: Final = {
    "slash": "SLASHDATE", "dot": "DOTDATE", "clock": "CLOCKNUM", "iso": "ISODATE", "decade": "DECADENUM", "ordinal": "ORDNUM",
    "decimal": "DECIMAL",
}  # fmt: skip
FIRST_YEAR, LAST_YEAR = 1400, 2199


class Tokens(Struct, frozen=True):
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

    def decimal(self, at: int) -> bool:
        """Tell whether a full stop and a digit follow without space, as in “14:52.3”."""
        near = self.words[at : at + 2]
        return len(near) == 2 and near[0] == "." and near[1][0].isdigit() and self.glued(at) and self.glued(at + 1)


def class_of_shape(word: str, names: Mapping[str, str]) -> str:
    """The class character of a word that no table knows: of a number by its digits, else a break, a stop or OTHER."""
    first = word[0]
    if first.isdecimal():
        return names[_number_class(word)]
    return names["BREAK" if first == "\n" else "STOP" if word[:2] == "--" else "OTHER"]


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


def pattern(abbreviations: Iterable[str], endings: Iterable[str], after_clock: str = "(?!)") -> re.Pattern[str]:
    """The tokeniser of a language: `abbreviations` keep their full stop, `endings` belong to a number ("3rd", "1990s").

    A number with a full stop ("5.30") is a clock time before `after_clock`, a pattern.
    """
    inner = [re.escape(word) for word in abbreviations if "." in word[:-1]]
    outer = [re.escape(word) for word in abbreviations if word.endswith(".") and "." not in word[:-1]]
    dot = "(?:\\.(?:" + "|".join(rf"(?<=\b{word})" for word in outer) + "))?" if outer else ""
    return re.compile(
        _TOKEN.format(dotted="|".join(inner) or "(?!)", dot=dot, endings="|".join(endings) or "(?!)", after_clock=after_clock)
    )


def lower(text: str) -> str:
    """The text in lower case with every character at its place: blanks and single line ends become spaces."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if not low.isascii() or "\t" in low or "\r" in low:
        for blank in _BLANKS:
            low = low.replace(blank, " ")
    return _LINE_END.sub(" ", low) if "\n" in low else low


def tokenise(text: str, token: re.Pattern[str], classes: Mapping[str, str], names: Mapping[str, str]) -> Tokens:
    """Cut a text into tokens in one pass, linear in its length."""
    pieces = token.findall(lower(text).rstrip())
    words = [piece.lstrip(" ") for piece in pieces]
    ends = list(accumulate(map(len, pieces)))
    starts = [end - len(word) for end, word in zip(ends, words, strict=True)]
    get, other = classes.get, names["OTHER"]
    kinds = [get(word) or (other if word.isalpha() else class_of_shape(word, names)) for word in words]
    return Tokens(text, starts, ends, words, "".join(kinds))
