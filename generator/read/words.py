"""A row of words in, the set of them out: how the word tables of this folder are written."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text, divided at white space."""
    return frozenset(text.split())
