"""A headline that says too little and the title of its article in, the title out where that tells the same, else the headline."""

from __future__ import annotations

from typing import Final

from generator.events.gate import LONGEST, sound
from generator.events.lexicon import class_of, stem


def told_by_article(headline: str, title: str, lemma: str) -> str:
    """Give the event of a lead the title that its editor wrote, where ours cannot stand and both share the verb and another word.

    "They reach Lund" gives way to "Norland's rowers reach Lund".
    """
    words = headline.lower().split()
    if sound(headline) and len(words) > 2 and words[0] not in _UNNAMED:
        return headline
    own = [word.strip(".,:;'\"“”‘’!?()") for word in title.lower().split()]
    if not 2 < len(own) <= LONGEST or own[0] in _UNNAMED or title.rstrip().endswith("?"):
        return headline
    verb = next((word for word in own if class_of(stem(word)) == class_of(lemma)), None)
    shared = {word for word in words if len(word) > 3 and word != verb} & set(own)
    return title.strip(" .") if verb is not None and shared else headline


_UNNAMED: Final = frozenset("he she it they we i you his her its their this that these those".split())
