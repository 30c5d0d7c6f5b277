"""A headline in, the same out if it can stand: short, begun with a capital, ended where a phrase ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.events.en import cues, verbs
from generator.events.lexicon import forms, noun_classes
from generator.events.wording import ARTICLES

LONGEST: Final = 12


def sound(text: str) -> bool:
    """Tell whether a headline can stand: two to twelve words, no loose opening, no loose end, no bracket left open."""
    words = text.split()
    if not 1 < len(words) <= LONGEST or words[0].lower().strip(",") in _NO_OPENING or text.count("(") != text.count(")"):
        return False
    if headless(text) or " ," in text:
        return False
    last = words[-1].lower()
    if last in ("me", "us", "you"):
        return False  # "discovery convinces me"
    spoken = forms().get(last)
    if spoken is not None and spoken.lemma in _SPOKEN and "v" in spoken.kinds:
        return False  # "mayor says council told"
    open_end = last in cues.ADJECTIVES and last not in _CLOSING
    return (last not in _HANGING or _one_verb(words)) and not open_end and not last.endswith(("'s", "’s", ",", ":"))


def headless(text: str) -> bool:
    """Tell whether a headline begins with its verb, whose subject was lost: "Touring the capital", "Warns that"."""
    first, _, rest = text.lower().partition(" ")
    if " said " in f"{text} ":
        return True  # no headline, only the words as they stood
    known, second = forms().get(first), rest.split(" ", 1)[0]
    if first in ("being", "having", "according", "this", "these", "it") and second not in noun_classes():
        return True
    if first == "to" and second in forms():
        return True
    if (first == "based" and second == "on") or (first in _HELPERS and second != "of"):
        return True
    behind = forms().get(second)
    if behind is not None and "v" in behind.kinds:
        return False  # "Diving called off"
    if known is None or first in noun_classes() or first in cues.GERUND_NOUNS:
        return False
    if second == "to" and any(word in forms() and not {"z", "i", "v"}.isdisjoint(forms()[word].kinds) for word in rest.split()[2:]):
        return False  # "Attempts to raise wreck fail"
    return known.kinds in ("g", "gq", "q") or ("z" in known.kinds and second in ("that", "to", "it", "her", "his", "them"))


_HELPERS: Final = frozenset("was were is are has have had been be will would may might could can should must".split())
_SPOKEN: Final = frozenset("tell say add announce ask warn".split())
# Adjectives that can end a headline: "ruling due", "opens to public".
_CLOSING: Final = frozenset("due public".split())


_NO_OPENING: Final = frozenset(
    "where when which that than and but or as because if to of by with from for in on at into who whose it we i you this these "
    "those there what such so not".split()
)


def finish(text: str, place: str | None) -> str:
    """Shorten to twelve words at a good place, begin with a capital, and say where if there is room."""
    if text.count("(") != text.count(")"):
        text = text.replace("(", "").replace(")", "")
    words = _shorten(text.replace(" ,", ",").strip(" ,;").split())
    short = _AS_EARLY.sub("", " ".join(words).rstrip(",;:—–-( "))
    if place and len(words) + len(place.split()) < LONGEST and place not in short:
        short += f" in {place}"
    return short if short[1:2].isupper() else short[:1].upper() + short[1:]


_AS_EARLY: Final = re.compile(r" as (?:early|late|soon|recently|long ago|far back)$")
_BREAKS: Final = frozenset(
    "for with after before during because amid while which who that as by over following including "
    "between under from on in at to of and".split()
)


def _shorten(words: list[str]) -> list[str]:
    if len(words) <= LONGEST:
        return _unhang(words)
    for at in range(LONGEST, 5, -1):
        if words[at].lower() in _BREAKS or words[at - 1].endswith((",", ";")):
            return _unhang(words[:at])
    return _unhang(words[:LONGEST])


def _unhang(words: list[str]) -> list[str]:
    """Take off words that cannot end a headline."""
    while len(words) > 2 and (words[-1].lower().strip(",") in _HANGING or _LETTER.search(words[-1]) is None) and not _one_verb(words):
        if completes(words):
            break
        words = words[:-1]
    if len(words) > 4 and words[-1].lower() in _VAGUE and (words[-2].lower() in _BREAKS or words[-3] == "to" or words[-1] == "there"):
        return _unhang(
            words[: -3 if words[-3] == "to" and words[-1] != "there" else -2 if words[-1] != "there" else -1]
        )  # "... to prepare it"
    if len(words) > 3 and words[-2] == "to" and words[-1] in _UNFINISHED:
        return words[:-2]  # "talks expected to last", "officials to meet again in Geneva to settle"
    return words


_VAGUE: Final = frozenset("it them there him her this these".split())


def completes(words: Sequence[str]) -> bool:
    """Tell whether a last small word belongs to what stands before: "declares outbreak over", "turns himself in"."""
    last, before = words[-1].lower(), words[-2].lower() if len(words) > 1 else ""
    return (last == "over" and any(word.lower() in _DECLARED for word in words)) or (last == "in" and before in _ONESELF)


_DECLARED: Final = frozenset("declare declares declared declaring".split())
_ONESELF: Final = frozenset("himself herself themselves".split())


def _one_verb(words: list[str]) -> bool:
    """Tell whether the last two words are one verb: "take over"."""
    known = forms().get(words[-2].lower())
    return known is not None and (known.lemma, words[-1].lower()) in verbs.PHRASES


_LETTER: Final = re.compile(r"\w")
_UNFINISHED: Final = (verbs.NEEDS_OBJECT - verbs.ALONE) | {"last", "settle", "decide", "discuss", "determine"}
_HANGING: Final = (
    _BREAKS
    | ARTICLES
    | frozenset("or but not very more its his her their than is are was were be has had have into about against being".split())
)
