"""A name, its words and what stands around it in the body in, its kind out: a person, an organisation, a place or a thing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal
from unicodedata import combining, normalize

from generator.events.en import names as tables

Kind = Literal["person", "organisation", "place", "people", "thing"]
_FOLLOWED: Final = re.compile(
    r"(?:\s*,?\s*(?:\d\d|aged)\b|\s(?:said|says|told|added|who)\b|, (?:now )?(?:who|whose)\b"
    r"|\s(?:(?:has|had|was|will|is to) )?(?:be(?:en)? )?(?:resigned?|died?|born|arrested|jailed|sentenced|married|testif(?:y|ied)|retired?)"
    r"\b)"
)
_AGE: Final = re.compile(r", \d\d, [a-z]")
_IN_PLACE: Final = re.compile(r"\b(?:in|near|at|from|to|towards?|outside|into|across)\s(?:the\s)?$")


_ROLES: Final = tuple(f" {title}" for title in tables.ROLES.split())


def kind_of(body: str, start: int, end: int, text: str, titled: bool) -> Kind:
    """The kind of a name, by its words or by what stands around it."""
    kind, several = by_words(text, titled)
    if kind:
        return kind
    before = body[max(0, start - _ROLE) : start].rstrip()
    located = before.endswith(_WHERE) and several <= 3 and body[end : end + 2] not in _OWNING
    if located and _IN_PLACE.search(body, max(0, start - _ROLE), start):
        return "place"
    if _DIGIT.search(text):
        return "thing"
    if 2 <= several <= 3 and _FOLLOWED.match(body, end) and not any(word.lower() in tables.SMALL for word in text.split(" ")):
        return "person"
    if (before.endswith("year-old") and _AGED.match(body, end) is None) or before.lower().endswith(_ROLES):
        return "person"
    if several == 1 and (_AGE.match(body, end) or body.startswith(", who ", end)):
        return "person"
    return "organisation" if several > 1 or _MIXED.search(text) else "thing"


_ROLE: Final = 20  # characters before a name that a role or a word for a place can take
_DIGIT: Final = re.compile(r"\d")
_AGED: Final = re.compile(r" (?:girl|boy|man|woman|mother|father|resident|native|student|teacher|driver|pensioner|farmer)\b")
_MIXED: Final = re.compile(r"[a-z][A-Z]")


@lru_cache(maxsize=10_000)
def by_words(text: str, titled: bool) -> tuple[Kind | Literal[""], int]:
    """The kind that a name has by its words alone, empty where they do not tell, and how many words it has."""
    words = text.split(" ")
    return _kind_of_words(words, text, titled), len(words)


def _kind_of_words(words: list[str], text: str, titled: bool) -> Kind | Literal[""]:
    if text in tables.COUNTRIES or text in tables.CITIES or (text.isupper() and text.title() in tables.CITIES):
        return "place"
    if any(word.lower().strip(",") in tables.ORGANISATION_WORDS for word in words):
        return "organisation"
    first_or_family = _plain(words[0]) in tables.FIRST_NAMES or words[0] in tables.FAMILY_FIRST
    if titled or (first_or_family and len(words) > 1) or _initialled(words):
        return "person"
    if text.isupper() and 2 <= len(text) <= 6:
        return "organisation"
    return ""


def _plain(word: str) -> str:
    """A word without its accents, as the table of first names has it: "Ingrid" for "Íngrid"."""
    if word.isascii():
        return word
    return "".join(letter for letter in normalize("NFD", word) if not combining(letter))


_WHERE: Final = ("in", "near", "at", "outside")
_OWNING: Final = ("'s", "’s")


def _initialled(words: list[str]) -> bool:
    """Tell whether an initial stands among the words of a name: "H. Marshall Schwarz", "Daniel P. Davison"."""
    return 2 < len(words) < 5 and any(len(word) == 2 and word[0].isupper() and word[1] == "." for word in words[:-1])
