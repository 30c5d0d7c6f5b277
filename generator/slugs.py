"""A title or a name in, a part of an address out: lower-case ASCII letters, digits and single hyphens, never empty."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b
from typing import Final

_NOT_PLAIN: Final = re.compile(r"[^a-z0-9]+")
_LETTERS: Final = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ð": "d", "þ": "th", "œ": "oe", "ı": "i"})


def slug(text: str, longest: int = 80) -> str:
    """`Café "Zürich"` gives `cafe-zurich`; cut at a hyphen to at most `longest` characters.

    A text without any Latin letter or digit gives a short hash of itself, so that no two names share an empty slug.
    """
    plain = text.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = _NOT_PLAIN.sub("-", plain).strip("-")
    if not words:
        return blake2b(text.encode(), digest_size=5).hexdigest()
    if len(words) <= longest:
        return words
    return words[: longest + 1].rpartition("-")[0] or words[:longest]
