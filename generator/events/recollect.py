"""A sentence in, its undated reports out: they make no event, and support the one that another article of the story dates."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from generator.events.en import nouns, verbs
from generator.events.lexicon import SPEECH, WEAK_VERBS, class_of, class_of_noun, forms, noun_classes, recalled_nouns, verb_classes
from generator.events.mention import recalled
from generator.events.phrases import noun_phrase
from generator.events.reader import Reader
from generator.events.relative import relative
from generator.events.status import judge
from generator.events.words import Bound, Clause, Group, Parse
from generator.model import Sentence, TimeExpression


def may_recall(reader: Reader, sentence: Sentence, said: list[str]) -> bool:
    """Tell whether a sentence of these words may tell again what another article dates: a word for an event, and somebody who is named."""
    if reader.today is None or reader.article.kind != "news" or reader.recalled >= _MOST:
        return False
    if _words().isdisjoint(said):
        return False
    named = bool(reader.names.within(sentence.start, sentence.end)) or not _PRONOUNS.isdisjoint(said)
    return named or any(word in _nouns() and said[at - 1] in _KNOWN for at, word in enumerate(said) if at)


_PRONOUNS: Final = frozenset("he she it they".split())


def recollect(reader: Reader, number: int, sentence: Sentence, parsed: Parse) -> None:
    """Note the undated reports of a sentence, each kind of event once."""
    kinds = {mention.trigger.lemma for mention in reader.mentions[reader.before :]}
    for clause, token, low, high in _triggers(reader, number, parsed):
        kind = class_of(clause.group.lemma) if token == clause.group.head else class_of_noun(parsed.words[token].low)
        if kind in kinds or reader.recalled >= _MOST:
            continue
        kinds.add(kind)
        reader.recalled += 1
        reader.mentions.append(recalled(reader, number, sentence, parsed, clause, token, (low, high)))


def hint(reader: Reader, number: int, sentence: Sentence, parsed: Parse, bound: Bound, time: TimeExpression) -> None:
    """Note what a dated clause hints at that tells no event by itself ("the approval followed last month")."""
    clause = bound.clause or parsed.clause_at(bound.token)
    if bound.reason not in _HINTS or clause is None or clause.group.negated or time.span is None:
        return
    days = time.span.days or _YEAR
    if days >= _LONG and not (days <= _YEAR and bound.reason == _DESCRIBES and parsed.words[bound.token].low in recalled_nouns()):
        return
    named = [i for i in range(clause.start, clause.end) if parsed.tags[i] == "n"]
    token = bound.token if parsed.words[bound.token].time < 0 else named[0] if named else clause.group.head
    if clause.group.copula and token == clause.group.head:
        return
    stretch = (clause.start, clause.end)
    if bound.reason == _DESCRIBES and parsed.words[token].low in recalled_nouns():
        low, high = noun_phrase(parsed, token, clause.end)
        stretch = (_owned(parsed, low), high)
    reader.mentions.append(recalled(reader, number, sentence, parsed, clause, token, stretch, time))


_DESCRIBES: Final = "the date only describes a noun"
_HINTS: Final = frozenset(("no word in the clause names an event", _DESCRIBES, "a state, not an event", "says since when"))
_LONG: Final = 62  # days
_YEAR: Final = 366  # days, of something that only a year tells: "last year's recall"


# So many undated reports of one article are kept.
_MOST: Final = 12


def _triggers(reader: Reader, number: int, parsed: Parse) -> Iterator[tuple[Clause, int, int, int]]:
    """The verbs of undated clauses that tell what happened, and the nouns that name a known event, with the words of each."""
    for clause in parsed.clauses:
        dated = parsed.dated(clause.start, clause.end)
        news = number == 0 and not clause.opener and not relative(parsed, clause)  # what the lead tells is new
        if not dated and not news and _done(parsed, clause) and judge(parsed, clause, None, reader.today).status in _DONE:
            yield clause, clause.group.head, clause.start, clause.end
        for at in range(clause.start, clause.end):
            if parsed.tags[at] in "na" and _may_name(parsed, at) and _known(parsed, at):
                low, high = _with_more(parsed, *noun_phrase(parsed, at, clause.end))
                if parsed.words[at].low in _OF_MIND and _owned(parsed, low) < low:
                    continue
                if not parsed.dated(low, high + 3):
                    yield clause, at, _owned(parsed, low), high


def _with_more(parsed: Parse, low: int, high: int) -> tuple[int, int]:
    """A phrase with what tells by whom or near what it was: "the crash near Ulm"."""
    tags = parsed.tags
    if high + 1 < len(tags) and tags[high] == "P" and parsed.words[high].low in _MORE and tags[high + 1] in "DaAnJ#":
        high += 2
        while high < len(tags) and tags[high] in "aAnJ#":
            high += 1
    return low, high


_MORE: Final = frozenset("by near off outside against from under".split())
# What somebody has, where a name stands before it: "Dahl's judgment".
_OF_MIND: Final = frozenset(("judgment", "judgement"))


def _may_name(parsed: Parse, at: int) -> bool:
    """Tell whether a token is a noun that can tell an event again."""
    low = parsed.words[at].low
    if parsed.tags[at + 1 : at + 2] in ("a", "n"):
        return False  # "the accident board"
    return (parsed.tags[at] == "n" and low not in _VAGUE) or (parsed.tags[at] == "a" and low in recalled_nouns())


def _owned(parsed: Parse, low: int) -> int:
    """Where a phrase begins together with whose it is: "Acme's takeover"."""
    if low < 2 or parsed.words[low - 1].low not in ("'s", "'"):
        return low
    low -= 1
    while low and parsed.tags[low - 1] in "anA":
        low -= 1
    return low


def _done(parsed: Parse, clause: Clause) -> bool:
    """Tell whether a clause tells what has been done, by a verb that names a kind of event."""
    group = clause.group
    if not (group.past or group.perfect) or not group.finite or group.modal or group.copula or group.negated:
        return False
    if group.passive and parsed.words[group.start].low == "be":
        return False  # "asked that he be held"
    several = class_of(group.lemma) == "win" and "#" in parsed.tags[group.end : group.end + 3]  # "won just two games"
    return _strong(group.lemma) and not several and not _only_tried(parsed, group)


def _only_tried(parsed: Parse, group: Group) -> bool:
    """Tell whether a verb only says that something else was done or not: "declined to comment", "tried to buy"."""
    return verbs.CONTROL.get(group.lemma) == "self" and parsed.tags[group.end : group.end + 1] == "T"


_DONE: Final = ("happened", "cancelled", "postponed")


def _strong(lemma: str) -> bool:
    return verb_classes().get(lemma, "lose") not in _USUAL and lemma not in SPEECH and lemma not in WEAK_VERBS and lemma != "available"


# Kinds that are told of too many things to know one again by them.
_USUAL: Final = frozenset("lose rise fall".split())


def _known(parsed: Parse, at: int) -> bool:
    """Tell whether an event noun is told as known: "the crash", "his resignation", "Acme's takeover"."""
    low = at
    while low and parsed.tags[low - 1] in "JaAn#":
        low -= 1
    fresh = any(parsed.words[i].low in _FRESH for i in range(low, at))
    return bool(low) and not fresh and parsed.tags[low - 1] == "D" and parsed.words[low - 1].low in _KNOWN


# Of the nouns that are no event by themselves, those that another article can have dated; papers outlast the day on which they were signed.
_VAGUE: Final = (
    nouns.WEAK - frozenset("sale purchase approval appeal offer bid suit announcement leave absence report final exit findings".split())
) | frozenset("treaty contract pact memorandum".split())
_FRESH: Final = frozenset("new another next future further possible proposed planned".split())


_KNOWN: Final = frozenset("the this that his her its their whose 's '".split())


@cache
def _words() -> frozenset[str]:
    """The forms of verbs and the nouns that name events, bare and with a mark behind."""
    found = [form for form, known in forms().items() if "v" in known.kinds and _strong(known.lemma)]
    return frozenset(word + mark for word in (*found, *_bare_nouns()) for mark in _MARKS)


@cache
def _nouns() -> frozenset[str]:
    """The nouns that can tell an event again by themselves, bare and with a mark behind: a story has one accident but many meetings."""
    known = {**noun_classes(), **recalled_nouns()}
    return frozenset(word + mark for word in _bare_nouns() if known[word] not in _OFTEN and not word.endswith("s") for mark in _MARKS)


def _bare_nouns() -> frozenset[str]:
    return frozenset((*(noun_classes().keys() - _VAGUE), *recalled_nouns()))


_MARKS: Final = ("", ",", ".")
_OFTEN: Final = frozenset("meet conference press visit ceremony match medals exhibition presentation debate course report test".split())
