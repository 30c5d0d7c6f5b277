"""A clause whose doer is a pronoun and what was told before in, whom the pronoun means out: tokens, words or names."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final

from generator.events.en import names as tables
from generator.events.joined import main_clause
from generator.events.lexicon import SAYING
from generator.events.names import Name
from generator.events.parse import parse
from generator.events.pronouns import antecedent, short_name
from generator.events.reader import Reader, Several
from generator.events.subject import is_pronoun, subject_words
from generator.events.wording import is_plural, phrase
from generator.events.words import Clause, Parse
from generator.model import Sentence


def single(told: Several) -> str:
    """What "it" means: the thing that the sentence before was about."""
    return phrase(told.parsed, told.who, {})


PRONOUNS_FIRST: Final = ("It ", "They ", "He ", "She ")


def catch_up(reader: Reader, number: int, read: Parse | None) -> None:
    """Note what a sentence was about, for the pronoun that opens the next one; `read` where it was taken apart and told nothing."""
    sentence = reader.article.sentences[number]
    parsed = read or parse(reader.article.text(sentence), sentence.start, [], reader.names.words)
    main = main_clause(parsed)
    who = subject_words(parsed, main) if main is not None else []
    if main is None or not who or is_pronoun(parsed, who) or parsed.words[who[0]].low in OWNERS or len(who) > NAMED:
        return
    if is_plural(parsed, who, parsed.words[who[-1]].text):
        reader.several = Several(number, parsed, main, who)
    elif not any(name.kind == "person" for name in names_of(reader, parsed, who)):
        reader.single = Several(number, parsed, main, who)


def is_person(told: Several) -> bool:
    """Tell whether what the sentence before was about is a person without a name: "a gunman", "the mayor of Lund"."""
    return _is_of_people(told.parsed, told.who)


def _is_of_people(parsed: Parse, who: list[int]) -> bool:
    heads = [parsed.words[i].low for i in takewhile(lambda i: parsed.tags[i] != "P", who) if parsed.tags[i] in "an"]
    return bool(heads) and (heads[-1].endswith(("man", "woman")) or heads[-1] in _PEOPLE)


_PEOPLE: Final = frozenset(
    (*tables.ROLES.split(), *"driver pilot captain suspect attacker bomber teenager student soldier teacher nurse priest boy girl".split())
)


def several(told: Several) -> str | None:
    """Whom "they" means: those of whom the clause before told, unless it has others behind its verb who may be meant."""
    words, clause = told.parsed.words, told.clause
    rival = any(_many(words[i].low) for i in range(clause.group.end, clause.end) if told.parsed.tags[i] in "an")
    return None if rival else phrase(told.parsed, told.who[:4], {})


def _many(low: str) -> bool:
    """Tell whether a noun may be more than one: the men whom the police arrested may be "they"."""
    return (low.endswith("s") and not low.endswith(("ss", "us", "is"))) or low in ("men", "women", "people", "children")


OWNERS: Final = {"his": "he", "her": "she", "its": "its"}


def whose_it_is(reader: Reader, sentence: Sentence, parsed: Parse, low: int) -> Name | None:
    """Whose the thing is whose phrase begins at a token: "his resignation", "the clerk Lind, whose plea"."""
    word = parsed.words[low - 1] if low else None
    if word is None:
        return None
    if word.low == "whose":
        return next(reversed(reader.names.within(sentence.start, word.start)), None)
    return antecedent(reader, sentence, OWNERS[word.low], parsed.words[low].start) if word.low in OWNERS else None


def speaker_of(parsed: Parse, clause: Clause, pronoun: str) -> list[int]:
    """The subject of a saying that "it" or "they" in what is said means: "the union said [it] would strike"."""
    before = parsed.clauses[clause.index - 1] if clause.index else None
    if (
        before is None
        or pronoun not in ("it", "they", "he", "she")
        or before.group.lemma not in SAYING
        or not before.group.finite
        or (before.group.passive and before.group.lemma not in _INFORMED)
    ):
        return []
    own = _brief(parsed, subject_words(parsed, before))
    if len(own) > 1 and parsed.words[own[0]].low in OWNERS:
        own = own[1:]  # "its leader said he would go": whose leader, nobody needs to know
    if not own or clause.opener not in ("", "that") or is_pronoun(parsed, own) or len(own) > NAMED or parsed.words[own[0]].low in OWNERS:
        return []
    if pronoun in ("he", "she") and any(parsed.words[i].low in _BODIES for i in own):
        return []
    many = is_plural(parsed, own, parsed.words[own[-1]].text) or (pronoun == "they" and parsed.words[own[-1]].low in _BODIES)
    return own if (pronoun == "they") == many else []


_INFORMED: Final = frozenset("tell inform warn notify advise remind".split())
# One body of which "they" is said: "the search team said they had found".
_BODIES: Final = frozenset("team crew group government committee family company firm board ministry university band council".split())


def doer_of(reader: Reader, parsed: Parse, clause: Clause, pronoun: str) -> list[int]:
    """The subject of another clause of the sentence that "it" or "they" means: "[the crews] turned back as they neared the rock"."""
    if pronoun in ("he", "she"):
        low, high = parsed.words[0].start, parsed.words[clause.start].start
        named = high > low and any(name.kind == "person" for name in reader.names.within(low, high))
        return [] if named else _person_in_sentence(parsed, clause)
    if pronoun not in ("it", "they") or not clause.opener:
        return []
    others = list(reversed(parsed.clauses[: clause.index])) if clause.index else parsed.clauses[1:2]
    for other in others:
        if clause.group.passive and pronoun == "they" and other.index < clause.index and (done_to := _done_to(parsed, other)):
            return done_to
        own = _brief(parsed, subject_words(parsed, other)) if other.group.finite else []
        if not own or is_pronoun(parsed, own) or len(own) > NAMED or parsed.words[own[0]].low in OWNERS:
            continue
        kinds = {"thing" if name.whole else name.kind for name in names_of(reader, parsed, own)}
        body = "organisation" in kinds and parsed.tags[own[-1]] == "A"  # "Elmco Motors": both "it" and "they"
        if "person" not in kinds and (body or (pronoun == "they") == is_plural(parsed, own, parsed.words[own[-1]].text)):
            return own
    return []


def _done_to(parsed: Parse, clause: Clause) -> list[int]:
    """The people that a clause does something to, if they are many: "freed [three aid workers] after they were seized"."""
    group, tags = clause.group, parsed.tags
    m = None if group.passive or group.copula or not group.finite else _OBJECT.match(tags, group.end, clause.end)
    if m is None or not _many(parsed.words[m.end() - 1].low):
        return []
    return [i for i in range(m.start(), m.end()) if tags[i] != "D"]


_OBJECT: Final = re.compile(r"[D#J]*[an]*[an](?![anA])")


def _person_in_sentence(parsed: Parse, clause: Clause) -> list[int]:
    """The person without a name of whom the clause before tells: "[the driver] survived; he was arrested"."""
    before = parsed.clauses[clause.index - 1] if clause.index else None
    own = subject_words(parsed, before) if before is not None and before.group.finite else []
    named = any(parsed.tags[i] == "A" for i in own)
    return own if own and not named and len(own) <= NAMED and _is_of_people(parsed, own) else []


def _brief(parsed: Parse, who: list[int]) -> list[int]:
    """A long subject without what its first preposition adds, an "of" left in: "the owners [in the north of the island]"."""
    if len(who) <= NAMED:
        return who
    return who[: next((n for n, i in enumerate(who) if n and parsed.tags[i] in "P," and parsed.words[i].low != "of"), len(who))]


def objects(reader: Reader, sentence: Sentence, parsed: Parse, clause: Clause, names: list[Name], subject: str | None) -> list[Name]:
    """Whom "him" and "her" behind a verb mean, as names that stand there: the one person told before who is not the subject."""
    words, found = parsed.words, []
    who = subject_words(parsed, clause)
    own = {name.text for name in names_of(reader, parsed, who) if name.kind == "person"}
    for i in range(clause.group.end, clause.end):
        if parsed.tags[i] != "p" or words[i].low not in ("him", "her"):
            continue
        near = {n.text: n for n in reader.names.within(max(0, sentence.start - _NEAR), words[i].start) if n.kind == "person"}
        others = [name for text, name in near.items() if text not in own and short_name(name) != subject]
        if len(others) == 1:
            found.append(Name(words[i].start, words[i].end, others[0].text, "person"))
    return found


_NEAR: Final = 400  # characters before a sentence in which a pronoun finds its name


NAMED: Final = 6  # words of a subject that can stand in a headline for a pronoun


def names_of(reader: Reader, parsed: Parse, tokens: list[int]) -> list[Name]:
    """The names inside a subject."""
    return reader.names.within(parsed.words[tokens[0]].start, parsed.words[tokens[-1]].end) if tokens else []
