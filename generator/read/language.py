"""A text and the language that its page declares in, the language it is written in out.

A house may publish English articles on pages that declare its own language. Only that case is decided here, by the commonest
function words; what an article declares in its front matter is taken at its word.
"""

from __future__ import annotations

import re
from typing import Final

# The ten commonest words of English prose that hardly stand in texts of other languages; they are a quarter of any English text.
_ENGLISH: Final = frozenset("the of and to that is was for with his it on".split())
_WORD: Final = re.compile(r"[^\W\d_]+")
_SAMPLE: Final = 3000  # characters
_FEWEST: Final = 30  # words
_SHARE: Final = 0.14


def written_in(text: str, declared: str | None) -> str | None:
    """The declared language, or "en" where another one is declared and the text is plainly English."""
    if declared is None or declared[:2].lower() == "en":
        return declared
    words = _WORD.findall(text[:_SAMPLE].lower())
    english = sum(word in _ENGLISH for word in words)
    return "en" if len(words) >= _FEWEST and english >= _SHARE * len(words) else declared
