"""German, the small second language: its tables of words and its rules, joined into `LANGUAGE`."""

from __future__ import annotations

from typing import Final

from generator.timex.de.rules import MACROS, RULES
from generator.timex.de.words import ABBREVIATIONS, ENDINGS, WORDS
from generator.timex.language import Found, Language, build
from generator.timex.tokens import Tokens

_REACH: Final = 12


def settle(tokens: Tokens, language: Language) -> Tokens:
    """No word of the tables has two lives that its rule does not see."""
    return tokens


def unlikely(tokens: Tokens, found: Found, language: Language) -> bool:
    """A year beside a currency or inside a longer number is none."""
    before = tokens.words[found.begin - 1] if found.begin else ""
    after = tokens.words[found.end] if found.end < len(tokens.words) else ""
    return found.rule == "year" and (before in ("$", "€") or after in ("%", "prozent", "euro", "€", "menschen", "mark"))


def finish(tokens: Tokens, found: list[Found], language: Language) -> list[Found]:
    """Phrases stand as they were found."""
    return found


def tense(tokens: Tokens, begin: int, end: int, language: Language) -> str | None:
    """„future“ where a verb of the clause looks ahead, else nothing: German news tell the past without saying so."""
    will = language.names["WILL"]
    left = max(tokens.classes.rfind(stop, 0, begin) for stop in (language.names["DOT"], language.names["STOP"], language.names["BREAK"]))
    window = tokens.classes[max(left + 1, begin - _REACH) : end + _REACH]
    return "future" if will in window.split(language.names["DOT"])[0] else None


LANGUAGE: Final[Language] = build(
    "de", WORDS, RULES, MACROS, ABBREVIATIONS, ENDINGS, {}, settle=settle, unlikely=unlikely, finish=finish, tense=tense
)
