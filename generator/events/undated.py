"""A sentence without a date of its own in, the mention out that inherits one or tells again what was dated before."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache
from itertools import takewhile
from typing import Final

from msgspec.structs import replace

from generator.dates import DateSpan, day
from generator.events.doers import names_of
from generator.events.en import cues, nouns
from generator.events.joined import main_clause
from generator.events.lead_day import FROM_LEAD
from generator.events.lexicon import SPEECH, STATEMENT, WEAK_VERBS, class_of, forms, noun_classes, verb_classes
from generator.events.light import IMPACT, cause
from generator.events.mention import build
from generator.events.reader import Reader, lead_day
from generator.events.status import judge
from generator.events.subject import is_pronoun, subject_words
from generator.events.words import Bound, Clause, Parse
from generator.model import Mention, Sentence, Status

_GOING_ON: Final = re.compile(r" (?:is|are) (?:\w+ly )?(?:visit|meet|tour|travel|attend|host|gather|hold|negotiat|convert|conven)\w*ing\b")


def retells(reader: Reader, sentence: Sentence, said: list[str]) -> bool:
    """Tell whether a sentence of these words has one for a kind of event that the article has dated before."""
    if reader.counted < len(reader.mentions):
        for mention in reader.mentions[reader.counted :]:
            if mention.span is not None:
                _learn(reader, mention)
        reader.counted = len(reader.mentions)
    if reader.again >= _AGAIN or all(words.isdisjoint(said) for words in reader.told):
        return False
    here = reader.names.within(sentence.start, sentence.end)
    return any(name.text in reader.actors for name in here) or not _PRONOUNS.isdisjoint(said)


def _learn(reader: Reader, mention: Mention) -> None:
    """Note who is in a mention, and the words that would tell of it again."""
    reader.actors.update(mention.people, mention.organisations)
    kind = mention.trigger.lemma
    if kind not in reader.kinds:
        fresh = (_AT_ONCE if kind in _AT_ONCE else {kind}) - reader.kinds
        reader.kinds |= fresh
        reader.told += [words for one in fresh if (words := _words_by_kind().get(one))]
    if mention.people and not reader.peopled:
        reader.peopled = True
    if reader.peopled and not reader.says and not reader.kinds.isdisjoint(_AT_ONCE):
        reader.says = True
        reader.told.append(_words_by_kind()["say"])


_PRONOUNS: Final = frozenset("he she it they his her its".split())


@cache
def _words_by_kind() -> dict[str, frozenset[str]]:
    """For each class the forms of its verbs and its nouns, without the weak ones, bare and with a mark behind."""
    classes = {**verb_classes(), "announce": "announce"}
    found: dict[str, list[str]] = {}
    for form, known in forms().items():
        if known.lemma in classes:
            found.setdefault(classes[known.lemma], []).append(form)
    found["say"] = [form for form, known in forms().items() if known.lemma in SPEECH and "v" in known.kinds]
    for noun, name in noun_classes().items():
        if noun not in nouns.WEAK:
            found.setdefault(name, []).append(noun)
    return {name: frozenset(word + mark for word in words for mark in ("", ",", ".")) for name, words in found.items()}


def read_again(reader: Reader, number: int, sentence: Sentence, parsed: Parse) -> None:
    """A sentence without a date that tells again what was dated before, of the same people: it supports that event."""
    if reader.again >= _AGAIN:
        return
    reader.earlier.learn(reader.mentions, reader.before)
    for clause in parsed.clauses:
        kind = class_of(clause.group.lemma)
        spoken = clause.group.lemma in SPEECH and clause.group.past
        group = _AT_ONCE if kind in _AT_ONCE or spoken else {kind}
        if clause.group.negated or clause.group.modal or kind in WEAK_VERBS:
            continue
        if reader.earlier.kinds.isdisjoint(group) or not _may_repeat(reader, sentence, parsed, clause, group):
            continue
        bound = Bound(clause, clause.group.head, "verb")
        mention = build(reader, number, sentence, parsed, bound, "happened", None, "tells again what was dated before")
        before = _shown(reader, mention, spoken) if group is _AT_ONCE else _told_before(reader, mention, kind)
        if before is not None:
            trigger = replace(mention.trigger, lemma=before.trigger.lemma)
            reader.mentions.append(replace(mention, span=before.span, status=before.status, trigger=trigger, background=True))
            reader.again += 1
            return


def _may_repeat(reader: Reader, sentence: Sentence, parsed: Parse, clause: Clause, kinds: Collection[str]) -> bool:
    """Tell, before a mention is made, whether a clause may be about somebody of the earlier ones: by name or by pronoun."""
    who = subject_words(parsed, clause)
    if not who or is_pronoun(parsed, who) or parsed.words[who[0]].low in ("his", "her", "its"):
        return True
    here = {name.text for name in reader.names.within(sentence.start, sentence.end)}
    return any((kind, name) in reader.earlier.named for kind in kinds for name in here)


def _told_before(reader: Reader, mention: Mention, kind: str) -> Mention | None:
    """The first mention of a kind that tells of the same people in some of the same words."""
    at = reader.earlier.alike(kind, mention)
    return None if at is None else reader.mentions[at]


def _shown(reader: Reader, mention: Mention, spoken: bool) -> Mention | None:
    """The mention at the head of the article of what the same people showed or announced; who speaks of it must be there by name."""
    for before in reader.earlier.lead:
        if before.trigger.lemma not in _AT_ONCE:
            continue
        people = not set(mention.people).isdisjoint(before.people)
        if people or (not spoken and not {*mention.people, *mention.organisations}.isdisjoint((*before.people, *before.organisations))):
            return before
    return None


# So many sentences of one article may support its events without a date of their own.
_AGAIN: Final = 8


# What a firm or a person launches, shows and announces at one event is told in many sentences.
_AT_ONCE: Final = frozenset("launch announce press conference demo".split())


def worth(text: str, signs: Sequence[str]) -> bool:
    """Tell whether a sentence without a date may still tell an event: an allegation, or something going on now.

    `signs` are those of the article, as `signs_of` finds them.
    """
    for sign in signs:
        if sign in text and (sign == "alleg" or _DROPPED.search(text)):
            return True
    return (" is " in text or " are " in text) and _GOING_ON.search(text) is not None


def signs_of(body: str) -> tuple[str, ...]:
    """What in a body may tell of an allegation or of a plan that was dropped; most have none of it."""
    return tuple(sign for sign in _SIGNS if sign in body)  # ten times as quick as to let the engine look for all of them


_DROPPED: Final = re.compile(r"\b(?:dropped|scrapped|abandoned|shelved|cancell?ed|called off)\b")
# One of them stands in all that `_DROPPED` finds.
_SIGNS: Final = ("alleg", "dropped", "scrapped", "abandoned", "shelved", "cancel", "called off")


def read_dropped(reader: Reader, number: int, parsed: Parse) -> None:
    """A sentence that drops the plan of the one before ("that plan has since been dropped"): what was planned is cancelled."""
    for clause in parsed.clauses:
        if not clause.group.passive or clause.group.lemma not in _DROPS or clause.group.modal or clause.group.negated:
            continue
        who = [parsed.words[i].low for i in subject_words(parsed, clause)]
        planned = [at for at, mention in enumerate(reader.mentions) if mention.sentence == number - 1 and not mention.background]
        if who in _THE_PLAN and planned and reader.mentions[planned[-1]].status == "planned":
            reader.mentions[planned[-1]] = replace(reader.mentions[planned[-1]], status="cancelled")


_DROPS: Final = cues.CANCEL | {"drop", "abandon", "shelve"}
_THE_PLAN: Final = (["it"], ["that"], ["that", "plan"], ["the", "plan"], ["those", "plans"], ["the", "plans"], ["the", "event"])


def read_undated(reader: Reader, number: int, sentence: Sentence, parsed: Parse, dated: bool, plans: bool) -> None:
    """A sentence without a date of its own: the lead, what is going on now, and what is alleged take one from beside them.

    `plans` says that the dates of the sentence are those of plans: what it tells without one is the news.
    """
    if reader.today is None or reader.article.kind != "news":
        return
    for clause in parsed.clauses:
        bound = undated_bound(parsed, clause) if _may_inherit(reader, parsed, clause) else None
        if bound is None or (plans and parsed.dated(0, clause.end)):
            continue
        verdict = judge(parsed, clause, None, reader.today)
        reason = _inherits(reader, number, sentence, parsed, clause, verdict.status, dated)
        if verdict.status is None or reason is None:
            continue
        mention = build(reader, number, sentence, parsed, bound, verdict.status, None, reason[0])
        reader.mentions.append(_same_allegation(reader, replace(mention, span=reason[1])))
        return


def _same_allegation(reader: Reader, mention: Mention) -> Mention:
    """An allegation of the same person and day as one told before supports that one: "was poisoned", "drank tea with poison"."""
    if mention.status != "possible":
        return mention
    reader.earlier.learn(reader.mentions, reader.before)
    at = reader.earlier.allegation(mention)
    before = reader.mentions[at] if at is not None else _alleged_here(reader, mention)
    if before is None:
        return mention
    return replace(mention, trigger=replace(mention.trigger, lemma=before.trigger.lemma), background=True)


def _alleged_here(reader: Reader, mention: Mention) -> Mention | None:
    for before in reader.mentions[reader.before :]:
        if before.status == "possible" and before.span == mention.span and not set(before.people).isdisjoint(mention.people):
            return before
    return None


def undated_bound(parsed: Parse, clause: Clause) -> Bound | None:
    """The trigger of a clause without a date; None where it only speaks or tells a state."""
    group = clause.group
    if group.participle or group.infinitive or group.copula or group.negated:
        return None
    if group.lemma in SPEECH and group.lemma not in STATEMENT:
        thing = group.lemma == "recall" and parsed.tags[group.end : group.end + 1] in tuple("#DAan")  # "is recalling 4,000 cars"
        return Bound(clause, group.head, "verb") if thing else None
    if group.lemma in WEAK_VERBS:
        found = [i for i in range(clause.start, clause.end) if parsed.tags[i] == "n" and parsed.words[i].low not in nouns.WEAK]
        off = group.lemma in cues.CANCEL | cues.POSTPONE and parsed.tags[group.end : group.end + 1] in tuple(
            "DaAn#J"
        )  # "was delaying deliveries"
        return Bound(clause, found[0] if found else group.head, "verb") if found or off else None
    struck = cause(parsed, clause) if group.lemma in IMPACT else None
    return Bound(clause, group.head if struck is None else struck, "verb")


def _may_inherit(reader: Reader, parsed: Parse, clause: Clause) -> bool:
    """Tell, before a clause is judged, whether there is a status with which it would take a date from somewhere."""
    if reader.lead or class_of(clause.group.lemma) in _GOES_ON:
        return True
    return reader.last is not None and _alleged(parsed, clause)


_GOES_ON: Final = ("visit", "meet")


def _inherits(
    reader: Reader, number: int, sentence: Sentence, parsed: Parse, clause: Clause, status: Status | None, dated: bool
) -> tuple[str, DateSpan] | None:
    """Where an undated event takes its date from, in words, and that date; None where nowhere."""
    group = clause.group
    first = main_clause(parsed)
    main = clause is first or (first is not None and _what_was_said(first, clause))
    told = not dated or _only_said(reader, number)
    news = group.past or group.perfect or status == "ongoing"
    if reader.lead and main and told and status in _TOLD and news:
        which = "dateline" if reader.article.dateline_date else "day of publication"
        return f"{FROM_LEAD}: the {which} stands in", day(lead_day(reader))
    if status == "ongoing" and class_of(group.lemma) in _GOES_ON and _named(reader, parsed, clause):
        return "told as going on when the article was written: its own date stands in", day(lead_day(reader))
    if status == "possible" and _alleged(parsed, clause) and reader.last:
        return f'no date of its own: "{reader.last[0]}", told before, stands in', reader.last[1]
    return None


def _what_was_said(first: Clause, clause: Clause) -> bool:
    """Tell whether a clause is the deed that a lead only says: "Divers say they have found the wreck"."""
    said = first.group.lemma in SPEECH and not first.group.passive and not first.group.modal and not first.group.negated
    deed = clause.group.perfect and not clause.group.progressive and not clause.group.modal
    return said and deed and clause.index == first.index + 1 and clause.opener in ("", "that")


_TOLD: Final = frozenset("happened ongoing cancelled postponed denied".split())


def _only_said(reader: Reader, number: int) -> bool:
    """Tell whether the dates of a sentence are those of speech: "Two people have died, the police said on Wednesday"."""
    here = {one.reason for one in takewhile(lambda one: one.sentence == number, reversed(reader.unused))}
    return bool(here) and here <= _ASIDE


# Reasons why a date tells nothing of when the news of its sentence was.
_ASIDE: Final = frozenset(("dates only what was said", "says since when", "the years of a life", "a figure to compare with, not an event"))


def _alleged(parsed: Parse, clause: Clause) -> bool:
    return clause.index > 0 and clause.group.lemma not in SPEECH and any(c.group.lemma == "allege" for c in parsed.clauses[: clause.index])


def _named(reader: Reader, parsed: Parse, clause: Clause) -> bool:
    who = subject_words(parsed, clause)
    return bool(names_of(reader, parsed, who))
