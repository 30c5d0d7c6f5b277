"""The tables of `en` in, quick look-ups out: word form -> verb and its forms, noun -> class, function word -> letter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from generator.events.en import cues, nouns, verbs

_VOWELS: Final = "aeiou"
# Short verbs whose last consonant is doubled come out of the rule; these longer ones double too.
_DOUBLED: Final = frozenset(
    "admit commit permit submit transmit refer defer transfer occur prefer rebel repel expel "
    "compel control patrol embed propel incur equip regret concur deter format program abet acquit omit emit extol".split()
)
_NOT_DOUBLED: Final = frozenset(
    "visit enter cover offer suffer order open happen listen deliver consider appear attack tour fix tax draw show alter utter mail fuel "
    "eject limit ration prime".split()
)


class Form(NamedTuple):
    """A form of a verb: v past, z third person, i base, b base after "to" only, g -ing, q -ing after "be" only; several together."""

    lemma: str
    kinds: str


def _doubles(base: str) -> bool:
    if base in _DOUBLED:
        return True
    if base in _NOT_DOUBLED or len(base) < 3 or len(base) > 5:
        return False
    a, b, c = base[-3], base[-2], base[-1]
    return c not in _VOWELS + "wxy" and b in _VOWELS and a not in _VOWELS and sum(letter in _VOWELS for letter in base) == 1


def _stem(base: str) -> str:
    return base + base[-1] if _doubles(base) else base


def third_person(base: str) -> str:
    """`meet` gives `meets`, `carry` `carries`, `pass` `passes`."""
    if base in ("be", "have", "do", "go"):
        return {"be": "is", "have": "has", "do": "does", "go": "goes"}[base]
    if base.endswith("y") and base[-2] not in _VOWELS:
        return f"{base[:-1]}ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh")) else "s")


def past(base: str) -> str:
    """The regular past: `arrived`, `carried`, `planned`."""
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return f"{base[:-1]}ied"
    return _stem(base) + ("ked" if base.endswith("ic") else "ed")


def gerund(base: str) -> str:
    """The -ing form: `meeting`, `arriving`, `planning`, `dying`."""
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    if base.endswith("e") and not base.endswith("ee") and base != "be":
        return f"{base[:-1]}ing"
    return _stem(base) + "ing"


def _bases() -> Iterator[str]:
    for words in verbs.CLASSES.values():
        yield from words.split()
    for text in (verbs.SPEECH, verbs.STATEMENT, verbs.LIGHT, verbs.STATE, verbs.OTHER):
        yield from text.split()
    yield from verbs.CONTROL
    yield from (first for first, _ in verbs.PHRASES)


@cache
def forms() -> dict[str, Form]:
    """Every known verb form in lower case; a form of two verbs belongs to the one first told in the tables."""
    found: dict[str, dict[str, str]] = {}

    def add(form: str, lemma: str, kind: str) -> None:
        found.setdefault(form, {}).setdefault(kind, lemma)

    irregular = {line.split()[0]: line.split()[1:] for line in verbs.IRREGULAR.split("|")}
    for base, pasts in irregular.items():
        for form in pasts:
            add(form, base, "v")  # first, so that "found" is the past of "find" and not the base of "founded"
    like = set(verbs.LIKE_PARTICIPLES.split())
    for base in dict.fromkeys(_bases()):
        if base in like:
            add(base, base, "v")
            continue
        if base in ("be", "have", "do"):
            continue
        for form in irregular.get(base) or (past(base),):
            add(form, base, "v")
        add(third_person(base), base, "z")
        add(base, base, "i")
        add(gerund(base), base, "g")
        if base.endswith("el") and base not in irregular:  # cancelled and canceled, travelling and traveling
            for form in (base + "ed", base + "led"):
                add(form, base, "v")
            for form in (base + "ing", base + "ling"):
                add(form, base, "g")
    for base in sorted(irregular.keys() - set(_bases()) - {"be", "have", "do"}):  # "to ride", "is riding"
        add(base, base, "b")
        add(gerund(base), base, "q")
    for base in verbs.REGULAR.split():
        if base.endswith("el"):
            add(base + "led", base, "v")
            add(base + "ling", base, "q")
        add(past(base), base, "v")
        add(base, base, "b")
        add(gerund(base), base, "q")
    return {form: Form(next(iter(kinds.values())), "".join(kinds)) for form, kinds in found.items()}


@cache
def only_pasts() -> frozenset[str]:
    """The past forms that are no participles: "took", "spoke", "fell"."""
    rows = [line.split() for line in verbs.IRREGULAR.split("|")]
    return frozenset(past for _, past, *other in rows if other and past not in other) - {"was"}


@cache
def verb_classes() -> dict[str, str]:
    """The class of each verb that has one."""
    return {word: name for name, words in reversed(verbs.CLASSES.items()) for word in words.split()}


@cache
def noun_classes() -> dict[str, str]:
    """The class of each event noun, with plurals."""
    found: dict[str, str] = {}
    for name, words in nouns.CLASSES.items():
        for word in words.split():
            found.setdefault(word, name)
            if not word.endswith("s"):
                found.setdefault(third_person(word), name)
    return found


@cache
def recalled_nouns() -> dict[str, str]:
    """The class of each noun that only tells an event again, without those that name one by themselves."""
    known = noun_classes()
    return {word: name for name, words in nouns.RECALLED.items() for word in words.split() if word not in known}


@cache
def closed() -> dict[str, str]:
    """The letter of each function word."""
    found: dict[str, str] = {}
    for letter, words in cues.CLOSED.items():
        for word in words.split():
            found.setdefault(word, letter)
    return found


SPEECH: Final = frozenset(verbs.SPEECH.split())
STATEMENT: Final = frozenset(verbs.STATEMENT.split())
LIGHT: Final = frozenset(verbs.LIGHT.split())
STATE: Final = frozenset(verbs.STATE.split())
SAYING: Final = SPEECH | STATEMENT
WEAK_VERBS: Final = LIGHT | STATE


def class_of(lemma: str) -> str:
    """The class of a verb or noun; the word itself where it is in none."""
    return verb_classes().get(lemma) or noun_classes().get(lemma) or lemma


def class_of_noun(low: str) -> str:
    """The class of a noun, also of one that only tells an event again; the word itself where it is in none."""
    return recalled_nouns().get(low) or noun_classes().get(low) or class_of(low)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A rough stem that joins a verb's forms and a noun's numbers: what merging compares."""
    known = forms().get(word)
    if known:
        return known.lemma
    for ending in ("'s", "’s", "ies", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 2 and not word.endswith("ss"):
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word
