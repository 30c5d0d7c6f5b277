"""A clause in, a headline out: subject, verb in the present, object and place in at most twelve words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.events.en import cues, verbs
from generator.events.fitting import fitting
from generator.events.gate import LONGEST, finish, sound
from generator.events.lexicon import SAYING
from generator.events.names import Name
from generator.events.phrases import noun_phrase
from generator.events.relative import noun_before, relative
from generator.events.subject import after_opening, is_pronoun, named_person, shorter, subject_words, surnames
from generator.events.tail import THAT, tail
from generator.events.wording import People, is_plural, left_out, owner, people_of, phrase, verb_words
from generator.events.words import Clause, Parse
from generator.model import Status


def headline(
    parsed: Parse,
    clause: Clause,
    names: Sequence[Name],
    status: Status,
    subject: str | None = None,
    place: str | None = None,
    limits: tuple[int, int] | None = None,
) -> str:
    """Write the headline of a clause; `subject` stands in for a pronoun or a subject told elsewhere.

    What does not pass the gate gives way to the next plainer form: subject and verb with what was said, the words as they stand,
    the event noun; where none passes, the first of them is as good as any.
    """
    tries = []
    people = people_of(names)
    if (spoken := _spoken_at(parsed, clause, people)) is not None:
        return finish(spoken, place)
    for form in (_reported, _template, _attributed, _by_pronoun, _as_told, _by_noun):
        text = form(parsed, clause, people, status, subject, limits)
        if text and sound(text):
            return finish(text, place)
        tries.append(text)
    for text in tries:
        if sound(shorn := _shorn(text)):
            return finish(shorn, place)
    return finish(next((text for text in tries if len(text.split()) > 1), tries[-2] or tries[0]), place)


def _spoken_at(parsed: Parse, clause: Clause, people: People) -> str | None:
    """The headline of "..., said Holm at a news conference held Monday": who spoke, and where; None where it is no such clause."""
    before = parsed.clauses[clause.index - 1] if clause.index and clause.group.lemma == "hold" else None
    if before is None or before.group.lemma not in SAYING or before.group.end != clause.start:
        return None
    m = _INVERTED.fullmatch(parsed.tags, clause.start, clause.group.start)
    if m is None or parsed.words[m.end(1)].low != "at":
        return None
    return phrase(parsed, range(m.start(1), m.end(1)), people) + " speaks " + phrase(parsed, range(m.end(1), m.end()), people)


_INVERTED: Final = re.compile(r"(A+)PD?[Jan]*[an]")


def _shorn(text: str) -> str:
    """A headline without the "and" or "but" that joined it to what stood before."""
    first, _, rest = text.partition(" ")
    return rest if first.lower() in ("and", "but", "or", "that", "then", "so") else ""


def _template(parsed: Parse, clause: Clause, people: People, status: Status, subject: str | None, limits: tuple[int, int] | None) -> str:
    """Subject, verb and what follows it: "Council approves tram line"; nothing where the verb lacks the object that it needs."""
    if clause.group.lemma == "be" and clause.group.start and parsed.words[clause.group.start - 1].low == "there":
        return fitting(parsed, tail(parsed, clause, limits), people, LONGEST)  # "there had been [a fire in the yard]"
    who = named_person(parsed, subject_words(parsed, clause), people)
    actor = _actor(parsed, who, people, subject)
    if not actor:
        return ""
    number = _number(parsed, clause) if not is_pronoun(parsed, who) and who and parsed.words[who[0]].low not in _POSSESSIVE else None
    plural = is_plural(parsed, who, actor) if number is None else number
    verb = verb_words(parsed, clause.group, status, plural)
    if status == "happened" and clause.group.lemma in ("occur", "happen") and (" " in actor or tail(parsed, clause, limits)):
        verb = ""  # "Crash of two boats in Lund"
    tokens = tail(parsed, clause, limits)
    if not limits and (gap := _gap(parsed, clause)):
        tokens = [*gap, *tokens]
    while True:
        rest = fitting(parsed, tokens, people, LONGEST - len(f"{actor} {verb}".split()))
        text = " ".join(part for part in (actor, verb, rest) if part)
        crowded = (
            len(text.split()) > LONGEST
            or _cut_short(parsed, clause, tokens, rest)
            or (not rest and bool(fitting(parsed, tokens, people, LONGEST)))
        )
        if crowded and (several := surnames(parsed, who, people)) and several != actor:
            actor = several
            continue
        who = shorter(parsed, who) if crowded else []
        if not who:
            return "" if _lacks_object(parsed, clause, tokens, rest) else text
        actor = _actor(parsed, who, people, subject) or actor


def _number(parsed: Parse, clause: Clause) -> bool | None:
    """Tell whether the helpers of a verb show a subject of many ("have", "are") or of one ("has", "is"); None where they show neither."""
    if not clause.group.finite:
        return None
    lows = {parsed.words[i].low for i in range(clause.group.start, clause.group.head + 1)}
    return True if lows & _OF_MANY else False if lows & _OF_ONE else None


_OF_MANY: Final = frozenset("have are were do".split())
_OF_ONE: Final = frozenset("has is was does".split())


def _cut_short(parsed: Parse, clause: Clause, tokens: list[int], rest: str) -> bool:
    """Tell whether what somebody is made to do was cut off: "the loss leads the firm [to close]"."""
    following = parsed.clauses[clause.index + 1] if clause.index + 1 < len(parsed.clauses) else None
    if (
        following is None
        or not following.group.infinitive
        or clause.group.lemma not in verbs.MAKES_OTHERS
        or following.group.head not in tokens
    ):
        return False
    return parsed.words[following.group.head].text not in rest.split()


def _lacks_object(parsed: Parse, clause: Clause, tokens: list[int], rest: str) -> bool:
    """Tell whether a verb that needs an object stands without one."""
    group = clause.group
    following = parsed.clauses[clause.index + 1] if clause.index + 1 < len(parsed.clauses) else None
    if not rest and group.lemma in SAYING | THAT and not group.passive and following is not None and following.opener == "that":
        return True
    if group.passive or group.copula or group.participle or group.lemma not in verbs.NEEDS_OBJECT or parsed.words[group.head].low == "born":
        return False
    if group.lemma in verbs.ALONE and _CLOSED.match(parsed.tags, group.end):
        return False
    first = next((i for i in tokens if not left_out(parsed, i)), None)
    return not rest or (first is not None and parsed.tags[first] == "P" and group.lemma in _NEVER_BARE)


_CLOSED: Final = re.compile(r"(?:P?X|R)*[,.]")
_NEVER_BARE: Final = frozenset("announce accuse unveil award assign reject capture injure deny denounce arouse".split())


def _reported(parsed: Parse, clause: Clause, people: People, status: Status, subject: str | None, limits: tuple[int, int] | None) -> str:
    """What somebody tells of himself: "Elmco announced that it will close" is "Elmco to close"."""
    group = clause.group
    if group.lemma not in _TELLS or group.passive or group.negated or group.modal or clause.index + 1 >= len(parsed.clauses):
        return ""
    told = parsed.clauses[clause.index + 1]
    own = subject_words(parsed, told)
    if not told.group.finite or told.group.negated or told.opener not in ("that", "") or len(own) != 1 or _parted(parsed, clause, told):
        return ""
    if parsed.words[own[0]].low not in ("it", "they", "he", "she") or parsed.dated(told.start, told.end):
        return ""
    who = named_person(parsed, subject_words(parsed, clause), people)
    actor = _actor(parsed, who, people, subject)
    person = bool(people) and any(parsed.words[i].start in people for i in who)
    if parsed.words[own[0]].low == "it" and (person or is_pronoun(parsed, who) or _stands_for_nothing(parsed, told)):
        return ""  # "Torp said it was late"
    ahead = told.group.modal in ("will", "would", "'ll") or told.group.progressive or bool(told.group.controls)
    unsure = told.group.modal in ("may", "might", "could")
    return _template(parsed, told, people, "planned" if ahead else "possible" if unsure else "happened", actor, None) if actor else ""


def _parted(parsed: Parse, clause: Clause, following: Clause) -> bool:
    """Tell whether a saying has all it tells before a comma: "when the firm announced the deal in May, [it said]"."""
    return parsed.tags[following.start] == "," and parsed.tags[clause.group.end : clause.group.end + 1] in tuple("DanAJ#")


def _stands_for_nothing(parsed: Parse, told: Clause) -> bool:
    """Tell whether the "it" of a clause stands for what follows: "it is time to leave", "it was clear that"."""
    following = parsed.clauses[told.index + 1] if told.index + 1 < len(parsed.clauses) else None
    return told.group.copula and following is not None and (following.group.infinitive or following.opener == "that")


_TELLS: Final = frozenset("say announce report disclose reveal confirm declare state tell promise pledge vow".split())


def _attributed(parsed: Parse, clause: Clause, people: People, status: Status, subject: str | None, limits: tuple[int, int] | None) -> str:
    """Who said it and what was said: "Torp: bridge closed"."""
    if clause.group.lemma not in (SAYING | THAT) - cues.DENIAL or clause.group.passive or clause.group.participle:
        return ""
    said = _said(parsed, clause)
    who = named_person(parsed, subject_words(parsed, clause), people)
    actor = _actor(parsed, who, people, subject)
    if said is None or not actor:
        return ""
    what = _template(parsed, said, people, "planned" if said.group.modal in ("will", "would", "'ll") else "happened", actor, None)
    if not what or said.group.negated:
        return ""
    if clause.group.lemma == "announce" and said.group.modal and status == "happened" and len(what.split()) + 2 <= LONGEST:
        named = "A" in [parsed.tags[i] for i in subject_words(parsed, said)[:1]]
        return f"{actor} {'announce' if is_plural(parsed, who, actor) else 'announces'} {what if named else what[0].lower() + what[1:]}"
    text = f"{actor}: {what}"
    named = any(parsed.tags[i] == "A" for i in who) or is_pronoun(parsed, who)
    return text if named and not what.startswith((f"{actor} ", owner(actor))) and len(text.split()) <= LONGEST else what


def _by_pronoun(parsed: Parse, clause: Clause, people: People, status: Status, subject: str | None, limits: tuple[int, int] | None) -> str:
    """The headline with the pronoun of the text, where nobody knows whom it means: "She leaves Oslo"."""
    who = subject_words(parsed, clause)
    if subject or len(who) != 1 or parsed.words[who[0]].low not in ("he", "she", "they"):
        return ""
    low = parsed.words[who[0]].low
    text = _template(parsed, clause, people, status, low.capitalize(), limits)
    if clause.group.passive and status == "happened":
        text = text.replace(" ", " are " if low == "they" else " is ", 1)
    return text


def _said(parsed: Parse, clause: Clause) -> Clause | None:
    """The clause that tells what was said: behind the verb, or before it where it ends the sentence."""
    if clause.index + 1 < len(parsed.clauses):
        following = parsed.clauses[clause.index + 1]
        if following.group.participle and following.opener == "that" and following.index + 1 < len(parsed.clauses):
            return parsed.clauses[following.index + 1]  # "that fees set by the board [would fall]"
        if _parted(parsed, clause, following):
            return None
        return following if following.group.finite and following.opener in ("that", "") else None
    earlier = [c for c in parsed.clauses[: clause.index] if c.group.finite and c.opener in ("", "that")]
    return earlier[0] if earlier else None


def _as_told(parsed: Parse, clause: Clause, people: People, status: Status, subject: str | None, limits: tuple[int, int] | None) -> str:
    """The words of a clause as they stand, from those that lead up to it, where no headline comes of it."""
    low = parsed.clauses[clause.index - 1].start if clause.index else after_opening(parsed, clause.start, clause.group.start)
    tokens = [i for i in range(low, clause.end) if parsed.tags[i] not in '";:']
    while tokens and parsed.tags[tokens[0]] in "SC,)RXP":
        tokens.pop(0)
    text = fitting(parsed, tokens, people, LONGEST)
    return text if parsed.words[clause.group.head].text in text.split() else ""


def _by_noun(parsed: Parse, clause: Clause, people: People, status: Status, subject: str | None, limits: tuple[int, int] | None) -> str:
    """The phrase of the clause's event noun."""
    at = next((i for i in range(clause.start, clause.end) if parsed.tags[i] == "n"), None)
    if at is None:
        return ""
    low, high = noun_phrase(parsed, at, clause.end)
    text = phrase(parsed, range(low, high), people)
    return text if len(text.split()) > 1 else ""


def _actor(parsed: Parse, who: list[int], people: People, subject: str | None) -> str:
    """The subject in words; a pronoun, or a possessive that opens it, gives way to whom it means."""
    actor = phrase(parsed, who, people)
    if not actor or is_pronoun(parsed, who):
        return subject or ""
    if parsed.words[who[0]].low in ("that", "this", "those", "these"):
        return " ".join(actor.split()[1:])
    if parsed.words[who[0]].low in _POSSESSIVE:
        return " ".join([owner(subject) if subject else "", *actor.split()[1:]]).strip()
    return actor


_POSSESSIVE: Final = frozenset("his her its their our".split())


def _gap(parsed: Parse, clause: Clause) -> list[int]:
    """The noun phrase that a relative clause with a subject of its own is about: "the accord that X and Y reached"."""
    group = clause.group
    at = relative(parsed, clause)
    if at is None or group.passive or group.infinitive or not any(parsed.tags[i] in "anAp" for i in range(at + 1, group.start)):
        return []
    objects = parsed.tags[group.end : group.end + 1] in tuple("DanAJ#p")
    return [] if objects or parsed.words[at].low == "whose" else noun_before(parsed, at)


def noun_headline(parsed: Parse, low: int, high: int, names: Sequence[Name]) -> str:
    """Write the headline of an event that only a noun tells, from the tokens of its phrase."""
    return finish(phrase(parsed, list(range(low, high)), people_of(names)), None)
