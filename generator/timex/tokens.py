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
# Blanks before a token belong to its match, so that offsets are sums of lengths; words come first, as most tokens are words, and
# letters of English first among them, which are the quickest to tell, most of all where a space or a comma follows.
_TOKEN: Final = (
    r" *+(?:[a-z]++(?=[ ,])|{dotted}|[a-z]++[^\W\d_]*+{dot}|[^\W\d_]++{dot}|--+|``|''|[^\w\s]"
    r"|\d{{4}}-\d\d-\d\d(?:[t ]\d\d:\d\d(?::\d\d)?(?:z|[+-]\d\d:?\d\d)?)?(?![\d-])"
    r"|(?<![\d/.])\d{{1,4}}(?:/\d{{1,2}}/|\.\d{{1,2}}\.)\d{{2,4}}(?![\d/])"
    r"|\d{{1,2}}[:.]\d\d(?::\d\d)?(?=\s*{after_clock})|\d{{1,2}}:\d\d(?::\d\d)?(?![\d:])"
    r"|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)|\d+\.\d+"
    r"|\d{{1,4}}(?:{endings})\b|\d+"
    r"|\n\s*|\S|\s)"
)
_LINE_END: Final = re.compile(r"\n(?<!\n\n)(?![^\S\n]*\n)")
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
_KEPT: Final = 50_000  # pieces remembered from one text to the next
FIRST_YEAR, LAST_YEAR = 1400, 2199


class Tokens(Struct, frozen=True):
    """The tokens of a text: the offset behind each, lower-case words, and one class character each."""

    text: str
    ends: list[int]
    words: list[str]
    classes: str

    def start(self, at: int) -> int:
        """The offset at which the token begins."""
        return self.ends[at] - len(self.words[at])

    def capital(self, at: int) -> bool:
        """Tell whether the token begins with a capital letter."""
        return self.text[self.ends[at] - len(self.words[at])].isupper()

    def capitals(self, at: int) -> bool:
        """Tell whether the token has no small letter."""
        return self.text[self.start(at) : self.ends[at]].isupper()

    def glued(self, at: int) -> bool:
        """Tell whether no space stands between the token and the one before it."""
        return at > 0 and self.ends[at - 1] == self.start(at)

    def decimal(self, at: int) -> bool:
        """Tell whether a full stop and a digit follow without space, as in “14:52.3”."""
        near = self.words[at : at + 2]
        return len(near) == 2 and near[0] == "." and near[1][0].isdigit() and self.glued(at) and self.glued(at + 1)


class _Words(dict[str, str]):
    """The word of each piece of text seen so far, without the blanks before it; what class it has is kept in `kinds`."""

    def __init__(self, classes: Mapping[str, str], names: Mapping[str, str]) -> None:
        self.kinds: dict[str, str] = {}
        self._classes, self._names = classes, names

    def __missing__(self, piece: str) -> str:
        word = self[piece] = piece.lstrip(" ")
        kind = self._classes.get(word)
        self.kinds[piece] = kind or (self._names["OTHER"] if word.isalpha() else class_of_shape(word, self._names))
        return word


class Vocabulary:
    """What texts are cut into: `token` finds the pieces, each with the blanks before it; their words and classes are remembered."""

    def __init__(self, token: re.Pattern[str], classes: Mapping[str, str], names: Mapping[str, str]) -> None:
        self.token = token
        self.words = _Words(classes, names)
        self.kinds = self.words.kinds

    def forget(self) -> None:
        """Keep the memory small: most texts share their words, some have many of their own."""
        if len(self.words) > _KEPT:
            self.words.clear()
            self.kinds.clear()


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
    inner = [rf"{word[0]}(?<!\w.){re.escape(word[1:])}(?!\w)" for word in abbreviations if "." in word[:-1]]
    outer = [re.escape(word) for word in abbreviations if word.endswith(".") and "." not in word[:-1]]
    dot = "(?:\\.(?:" + "|".join(rf"(?<=\b{word})" for word in outer) + ")|)" if outer else ""
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


def tokenise(text: str, vocabulary: Vocabulary) -> Tokens:
    """Cut a text into tokens in one pass, linear in its length."""
    vocabulary.forget()
    pieces = vocabulary.token.findall(lower(text).rstrip())
    words = list(map(vocabulary.words.__getitem__, pieces))
    kinds = "".join(map(vocabulary.kinds.__getitem__, pieces))
    return Tokens(text, list(accumulate(map(len, pieces))), words, kinds)
