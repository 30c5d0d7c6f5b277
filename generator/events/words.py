"""A sentence in, its words out; and the nouns of the parse: word, verb group, clause, what a time dates."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal

from msgspec import Struct, field

# Spaces before a token belong to its match, so that offsets are sums of lengths. The plain word before a space or comma stands first:
# it is what is mostly there, and the rest is slow to rule out.
_TOKEN: Final = re.compile(
    r" *+(?:[A-Za-z]++(?=[ ,])|\w+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ll|ve|d|m)\b|(?:[A-Z]\.){2,}(?:-\w+)*"
    r"|[$€£]?\d+(?:[.,]\d+)?(?:-(?:[a-z]+|\d+))+"
    r"|[$€£¥]?\d[\d.,:]*\d|\w+(?:(?:['’](?!(?:s|re|ll|ve|d|m)\b)|[&.\-–])\w+)*|[^\w\s]|\s)"
)


class Word(Struct, frozen=True, gc=False):
    """A token: its text, its lower case, and where it lies in the body; `time` numbers the time expression it stands for."""

    text: str
    low: str
    start: int
    end: int
    time: int = -1


class Group(Struct, gc=False):
    """A verb group: token positions (half-open), the position and lemma of its head, and what its helpers say.

    `unmet` is what "was to have opened": it did not.
    """

    start: int
    end: int
    head: int
    lemma: str
    modal: str = ""
    infinitive: bool = False
    perfect: bool = False
    passive: bool = False
    progressive: bool = False
    past: bool = False
    negated: bool = False
    participle: bool = False
    copula: bool = False
    controls: tuple[str, ...] = ()
    unmet: bool = False

    @property
    def finite(self) -> bool:
        """Tell whether the group can stand alone in a main clause."""
        return not self.participle and not self.infinitive


class Clause(Struct, gc=False):
    """A stretch of tokens (half-open) around one verb group; `opener` is the word that joins it to what stands before."""

    start: int
    end: int
    group: Group
    opener: str = ""
    index: int = 0


class Bound(Struct, frozen=True, gc=False):
    """What a time expression dates: the clause, the token that names the event, and how."""

    clause: Clause | None
    token: int
    how: Literal["verb", "noun", "modified", "carried", "none"]
    reason: str = ""


class Parse(Struct, gc=False):
    """A sentence taken apart: its words, a letter for each, and the lower-case words that it has.

    `ours` is whom "we" means where a firm or group reports of itself, "our" where it has no name.
    """

    words: list[Word]
    tags: str
    known: frozenset[str]
    ours: str = ""
    clauses: list[Clause] = field(default_factory=list)
    subjects: dict[int, list[int]] = field(default_factory=dict)

    def dated(self, start: int, end: int) -> bool:
        """Tell whether a time expression stands among some tokens."""
        return "X" in self.tags[start:end]

    def clause_at(self, token: int) -> Clause | None:
        """The clause that holds a token."""
        for clause in self.clauses:
            if clause.start <= token < clause.end:
                return clause
        return None


def split_words(text: str, start: int, times: Sequence[tuple[int, int]]) -> list[Word]:
    """The words of a sentence; a time expression is one word."""
    words: list[Word] = []
    end, position, number = start, 0, 0
    first, last = times[0] if times else _NEVER
    for piece in _TOKEN.findall(text):
        token, low, size, blank = _piece(piece)
        at = end + blank
        end += size
        if at < position or not token:
            continue
        while last <= at:
            number += 1
            first, last = times[number] if number < len(times) else _NEVER
        if first <= at:
            position = last
            phrase = text[first - start : last - start]
            words.append(Word(phrase, phrase.lower(), first, last, number))
        else:
            words.append(Word(token, low, at, end))
    return words


@lru_cache(maxsize=10_000)
def _piece(piece: str) -> tuple[str, str, int, int]:
    """A token without the spaces before it, in lower case, the length of the whole and of the spaces."""
    token = piece.lstrip()
    return token, token.lower().replace("’", "'"), len(piece), len(piece) - len(token)


_NEVER: Final = (sys.maxsize, sys.maxsize)
