"""The words of a report in, the kinds of event that it can tell out: its own, those akin to them, and what it cannot be as well."""

from __future__ import annotations

from functools import cache
from typing import Final

from generator.events.en import deeds
from generator.events.en.families import FAMILIES
from generator.events.lexicon import class_of, noun_classes, stem, verb_classes
from generator.model import Mention

_NONE: Final = frozenset[str]()


def kinds_of(mention: Mention) -> frozenset[str]:
    """The kinds of event that a mention may tell: that of its verb or noun, and where that is vague those of its words."""
    lemma = mention.trigger.lemma
    beside = _deeds().get(lemma)
    told = {beside[word] for word in mention.words if word in beside} if beside else ()
    if told:
        return frozenset(told)
    if lemma in _VAGUE:
        return _alone(lemma) | {class_of(word) for word in mention.words} & _KINDS
    return _alone(lemma) | {class_of(word) for word in mention.words} & _BROUGHT if lemma in _BRINGS else _alone(lemma)


@cache
def _deeds() -> dict[str, dict[str, str]]:
    """What each class of verbs tells with each word beside it."""
    found: dict[str, dict[str, str]] = {}
    for kinds, words, kind in deeds.DEEDS:
        for lemma in kinds.split():
            found.setdefault(lemma, {}).update((word, kind) for word in words.split())
    return found


@cache
def _alone(lemma: str) -> frozenset[str]:
    """A kind of event as a set, one object for all reports of that kind."""
    return frozenset((lemma,)) if lemma else _NONE


@cache
def telling(kinds: frozenset[str]) -> frozenset[str]:
    """The kinds that tell what was done: that something "came" or "was taken" is none."""
    return kinds - _EMPTY


_EMPTY: Final = frozenset("be have come go get take make give put bring keep do see set lead face follow".split())


def named(words: frozenset[str]) -> frozenset[str]:
    """The kinds of event that some words name."""
    return _named(words & _naming())


@cache
def _named(words: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*map(_kinds_of().__getitem__, words))


@cache
def _naming() -> frozenset[str]:
    """The words that name kinds of events."""
    return frozenset(_kinds_of())


@cache
def _kinds_of() -> dict[str, frozenset[str]]:
    """The kinds of event that each word names."""
    found: dict[str, set[str]] = {}
    for word, kind in (*verb_classes().items(), *noun_classes().items()):
        found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


_PAIRS: Final = (
    ("meet", "conference"), ("meet", "visit"), ("ill", "drink"), ("die", "attack"), ("crash", "die"), ("press", "conference"),
    ("announce", "press"), ("announce", "conference"), ("court", "sue"), ("deal", "court"), ("vote", "election"), ("launch", "found"),
    ("launch", "announce"), ("launch", "press"), ("launch", "conference"), ("attack", "fight"), ("protest", "strike"),
    ("withdraw", "resign"), ("leave", "resign"), ("court", "testify"), ("deal", "buy"),
    ("lose", "election"), ("win", "election"), ("halt", "cancel"), ("halt", "postpone"), ("flight", "visit"),
    ("launch", "flight"), ("fine", "sanction"), ("fine", "court"), ("match", "win"), ("match", "lose"), ("close", "halt"),
    ("close", "stop"), ("halt", "stop"), ("crash", "injure"), ("attack", "injure"), ("storm", "die"), ("quake", "die"),
    ("outbreak", "ill"), ("free", "rescue"), ("offer", "buy"), ("arrest", "invade"), ("vote", "clear"), ("collapse", "crash"),
    ("collapse", "die"), ("collapse", "ill"), ("transfer", "buy"), ("transfer", "deal"), ("transfer", "join"),
    ("transfer", "hire"), ("join", "buy"), ("join", "deal"), ("join", "hire"), ("come", "hire"), ("come", "visit"), ("come", "join"),
    ("visit", "hire"), ("choose", "win"), ("choose", "hire"), ("discover", "confirm"), ("discover", "outbreak"), ("confirm", "outbreak"),
    ("election", "hire"), ("oath", "hire"), ("oath", "ceremony"), ("marry", "ceremony"), ("bear", "birth"), ("war", "invade"),
    ("burn", "attack"), ("burn", "die"), ("burn", "injure"), ("groundbreak", "start"), ("groundbreak", "build"),
)  # fmt: skip
_RELATED: Final = frozenset(_PAIRS) | {(two, one) for one, two in _PAIRS}


@cache
def akin(kinds: frozenset[str]) -> frozenset[str]:
    """The kinds that can be one event with some of these."""
    return frozenset(two for one, two in _RELATED if one in kinds)


@cache
def families(text: str, kinds: frozenset[str]) -> frozenset[str]:
    """The sorts of events that a verb or noun and what it tells belong to."""
    return sorts(kinds | {stem(text)})


def sorts(words: frozenset[str]) -> frozenset[str]:
    """The sorts of events that some words name."""
    known = _families_of()
    return frozenset().union(*[known[word] for word in words if word in known])


@cache
def near(one: str, other: str) -> bool:
    """Tell whether two words for a deed are one, or of one sort themselves, whatever the kinds of event that they tell."""
    a, b = stem(one), stem(other)
    return a == b or not sorts(frozenset((a,))).isdisjoint(sorts(frozenset((b,))))


@cache
def _families_of() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, words in FAMILIES.items():
        for word in words.split():
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def sides(text: str, words: frozenset[str], quote: str) -> frozenset[str]:
    """What a report says of things that are one way or the other: the first value of each row that its words name.

    Where its sentence names another value too ("rejected an amendment and adopted the text"), it says nothing.
    """
    known, own = _sides_of(), stem(text)
    near = words & _telling_sides()
    if not near and own not in known:
        return _NONE
    rows = _OF_WORDS | {"course"} if own in noun_classes() else _OF_WORDS  # "the strike ended"
    found = {side for word in near for side in known[word] if side.partition(" ")[0] in rows}
    found.update(known.get(own, ()))
    if own in _OPENING and words.isdisjoint(_CASES):
        found = {side for side in found if not side.startswith("case")}
    if not found:
        return _NONE
    best: dict[str, str] = {}
    for side in sorted(found):
        best.setdefault(side.partition(" ")[0], side)
    said = {stem(word.strip(".,;:\"'")) for word in quote.lower().split()}
    other = {side for word in said for side in known.get(word, ())} - set(best.values())
    both = {side.partition(" ")[0] for side in other} - {"case", "ordinal"}
    return frozenset(side for row, side in best.items() if row not in both)


# Rows that any word of a report decides; in the others its verb or noun does.
_OF_WORDS: Final = frozenset(("case", "verdict", "vote", "ordinal"))
_OPENING: Final = frozenset("begin start open".split())
_CASES: Final = frozenset("trial hearing case retrial inquest".split())


@cache
def _sides_of() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row, values in deeds.OPPOSED.items():
        for number, words in enumerate(values):
            for word in words.split():
                found.setdefault(word, []).append(f"{row} {number}")
    return {word: tuple(sides) for word, sides in found.items()}


@cache
def opposed(a: frozenset[str], b: frozenset[str], *, day: bool) -> bool:
    """Tell whether two reports say that one thing was one way and the other: "approved" and "rejected", "convicted" and "sentenced".

    On one `day` a court can have done several things to a case.
    """
    rows = {side.partition(" ")[0] for side in a} & {side.partition(" ")[0] for side in b}
    if day:
        rows.discard("case")
    return any(not {side for side in a if side.startswith(f"{row} ")} & b for row in rows)


@cache
def _telling_sides() -> frozenset[str]:
    """The words that tell one side of something."""
    return frozenset(_sides_of())


_VAGUE: Final = frozenset("say tell slate hold take begin open start happen announce reach go set plan do undergo participate".split())
_KINDS: Final = frozenset(class_of(word) for word in "meeting vote launch strike election trial deal visit conference".split())
# "Imposed a fine", "handed down a verdict": the noun says what was done.
_BRINGS: Final = frozenset("impose hand deliver issue grant give conclude strike levy slap serve".split())
_BROUGHT: Final = frozenset(class_of(word) for word in "fine ban verdict deal".split())
