"""A body in, its words by how they stand in it out, found when asked for: they tell a name from a word that opens a sentence."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final


class Seen:
    """The words of a body by how they stand in it.

    The first few are looked for one by one, which is quicker than to take the body apart; for more it is done once.
    """

    def __init__(self, body: str) -> None:
        self._body = body
        self._left = _ONE_BY_ONE

    def small(self, word: str) -> bool:
        """Tell whether a word has a space before it and a space, comma or full stop behind."""
        if self._few() and "," not in word and "." not in word:
            return any(f" {word}{mark}" in self._body for mark in " ,.")
        return word in self._small

    def inside(self, word: str) -> bool:
        """Tell whether a word stands with its capital behind a small letter or a comma."""
        return (not self._few() or self._may_stand_inside(word)) and word in self._inside

    def _few(self) -> bool:
        self._left -= 1
        return self._left >= 0

    def _may_stand_inside(self, word: str) -> bool:
        body, at = self._body, 0
        while (at := body.find(f" {word}", at + 1)) > 0:
            if "a" <= body[at - 1] <= "z" or body[at - 1] == ",":
                return True
        return False

    @cached_property
    def _small(self) -> frozenset[str]:
        """The first and the last piece of the body lack a space, comma or full stop on one side."""
        return frozenset(self._body.replace(",", " \0").replace(".", " \0").split(" ")[1:-1])

    @cached_property
    def _inside(self) -> frozenset[str]:
        return frozenset(_INSIDE_WORD.findall(self._body))


_ONE_BY_ONE: Final = 10
# The word behind one found is not looked at: "the Big Apple Store" has one word with a capital behind a small letter.
_INSIDE_WORD: Final = re.compile(r"([A-Z](?<=[,a-z] [A-Z])\w*)(?: [A-Z])?")
