"""A trigger, its clause and its date in, the mention out: title, names, place, the words and numbers that merging compares."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from generator.events import titles
from generator.events.distance import loosened
from generator.events.doers import NAMED, OWNERS, doer_of, is_person, names_of, objects, several, single, speaker_of, whose_it_is
from generator.events.en import cues, nouns, verbs
from generator.events.gate import headless
from generator.events.lexicon import LIGHT, SAYING, SPEECH, STATE, WEAK_VERBS, class_of, class_of_noun, stem
from generator.events.names import Name
from generator.events.own_title import told_by_article
from generator.events.part import part_of
from generator.events.phrases import noun_phrase
from generator.events.pronouns import antecedent, short_name
from generator.events.reader import Reader, Several, lead_span, skip
from generator.events.relative import noun_before
from generator.events.status import judge, still_to_come
from generator.events.subject import is_pronoun, subject_words
from generator.events.wording import is_plural, owner, people_of, phrase
from generator.events.words import Bound, Clause, Parse, Word
from generator.model import DatePhrase, Mention, Sentence, Status, TimeExpression, Trigger


def mention_of(reader: Reader, number: int, sentence: Sentence, parsed: Parse, bound: Bound, time: TimeExpression) -> Mention | None:
    """The mention of a bound time expression; None, with the reason noted, where the clause tells no event."""
    assert time.span is not None
    time = loosened(time, reader.today)
    if bound.how == "noun" and bound.clause is not None and _announced(parsed, bound, bound.clause, time, reader.today):
        bound = Bound(bound.clause, bound.token, "verb")
    if bound.how in ("noun", "modified") or bound.clause is None:
        if bound.clause is not None and _only_wished(parsed, bound, time, reader.today):
            skip(reader, number, sentence, time, "says what somebody wants")
            return None
        return _noun_mention(reader, number, sentence, parsed, bound, time)
    bound = _made_known(parsed, _raised(parsed, _aspect(parsed, bound), time, reader.today))
    assert bound.clause is not None
    verdict = judge(parsed, bound.clause, still_to_come(time, bound.clause, reader.today), reader.today)
    if verdict.status is None:
        skip(reader, number, sentence, time, verdict.reason)
        return None
    return build(reader, number, sentence, parsed, bound, verdict.status, time, None)


def _announced(parsed: Parse, bound: Bound, clause: Clause, time: TimeExpression, today: date | None) -> bool:
    """Tell whether a day that is over is that of an announcement and its noun the object: "announced her retirement on Monday"."""
    group, span = clause.group, time.span
    told = group.lemma in _ANNOUNCES and group.past and group.finite and not (group.passive or group.modal or group.negated)
    over = today is not None and span is not None and span.start is not None and span.start <= today
    return told and over and bound.token >= group.end and not set(parsed.tags[group.end : bound.token]) - set("DJaAn#R")


_ANNOUNCES: Final = frozenset("announce confirm concede reveal unveil".split())


def _only_wished(parsed: Parse, bound: Bound, time: TimeExpression, today: date | None) -> bool:
    """Tell whether a noun with a day to come is what somebody wants or weighs: "the Greens want a vote before the summer"."""
    if bound.clause is None or bound.clause.group.lemma not in _WISHES or bound.clause.group.passive:
        return False
    ahead = today is not None and time.span is not None and time.span.start is not None and time.span.start > today
    return ahead and any(word.low in _SOME for word in parsed.words[max(0, bound.token - 3) : bound.token])


_WISHES: Final = frozenset("want seek demand urge favour favor oppose consider suggest wish".split())
_SOME: Final = frozenset("a an another new fresh early".split())


def _raised(parsed: Parse, bound: Bound, time: TimeExpression, today: date | None) -> Bound:
    """Give a past date beside an infinitive to the verb that governs it: "they failed to open the gate on Monday"."""
    clause = bound.clause
    assert clause is not None
    if time.span is None or time.span.start is None or today is None or time.span.start > today or clause.group.controls:
        return bound
    while clause.group.infinitive and clause.index:
        before = parsed.clauses[clause.index - 1]
        if not clause.opener and before.end == clause.start and not before.group.copula and parsed.tags[clause.start] == "T":
            clause = before
        else:
            return bound
    if clause is bound.clause or not clause.group.past:
        return bound
    begun = clause.group.lemma in _BEGINS and parsed.tags[clause.group.end : clause.group.end + 1] == "D"  # "began a drive to [cut]"
    at = next((i for i, word in enumerate(parsed.words) if word.start == time.start), 0)
    bids = clause.group.lemma in _BIDS and not clause.group.passive and parsed.words[at - 1].low not in ("by", "until", "before", "from")
    raised = begun or bids or clause.group.lemma not in SPEECH | WEAK_VERBS
    done = clause.group.passive and clause.group.lemma in _COMPELS and not clause.group.negated  # "was forced to [resign]"
    return Bound(clause, bound.token if done else clause.group.head, "verb") if raised else bound


_BEGINS: Final = frozenset("begin start launch mount lead open".split())
_COMPELS: Final = frozenset("force oblige compel".split())


def _made_known(parsed: Parse, bound: Bound) -> Bound:
    """Give the date of an announcement to the deed that it tells as done: "announced on Monday that it [has sold] the mill"."""
    clause = bound.clause
    if clause is None or bound.token != clause.group.head or clause.group.lemma not in _TELLS_NEWS:
        return bound
    if not clause.group.past or not clause.group.finite or clause.group.passive or clause.group.negated:
        return bound
    at = clause.index + 1 if clause.index + 1 < len(parsed.clauses) else clause.index - 1
    if at < 0 or (at < clause.index and (at or parsed.tags[clause.start] != ",")):
        return bound
    told = parsed.clauses[at]
    if at > clause.index and set(parsed.tags[clause.group.end : told.start]) - set("XPR,"):
        return bound  # "confirmed reports that"
    group = told.group
    dated = parsed.dated(told.start, told.end)
    done = group.finite and group.perfect and not (group.modal or group.negated or group.progressive or group.controls)
    plain = done and not dated and told.opener in ("", "that") and group.lemma not in SPEECH | WEAK_VERBS | STATE | LIGHT
    return Bound(told, group.head, "verb") if plain else bound


_TELLS_NEWS: Final = frozenset("announce confirm disclose reveal declare".split())


# "Told the islanders to take shelter on Tuesday": that was when they were told.
_BIDS: Final = frozenset("tell ask order urge warn advise".split())


def _aspect(parsed: Parse, bound: Bound) -> Bound:
    """Take an -ing form to the verb that says how far it came: "stopped [paying] in May"."""
    clause = bound.clause
    if clause is None or not clause.group.participle or not clause.index or clause.start != clause.group.start:
        return bound
    before = parsed.clauses[clause.index - 1]
    joined = before.group.end == clause.start and before.group.lemma in verbs.ASPECT and parsed.tags[clause.group.head] == "g"
    return Bound(before, bound.token, "verb") if joined else bound


def noun_told(reader: Reader, number: int, sentence: Sentence, parsed: Parse, bound: Bound, inferred: str) -> Mention:
    """The mention of an event that a noun names without a date, and from where it has one."""
    return _noun_mention(reader, number, sentence, parsed, bound, None, inferred)


def _noun_mention(
    reader: Reader, number: int, sentence: Sentence, parsed: Parse, bound: Bound, time: TimeExpression | None, inferred: str | None = None
) -> Mention:
    """An event that a noun names, apart from the verb: in the background where the date only describes it."""
    span, word = time.span if time is not None else None, parsed.words[bound.token]
    ahead = span is not None and reader.today is not None and span.start is not None and span.start > reader.today
    status: Status = "planned" if ahead else "happened"
    if bound.clause is not None and bound.clause.group.lemma in cues.CANCEL:
        status = "cancelled"
    elif bound.clause is not None and bound.clause.group.lemma in cues.POSTPONE:
        status = "postponed"
    end = bound.clause.end if bound.clause else len(parsed.words)
    low, high = noun_phrase(parsed, bound.token, end)
    names = reader.names.within(parsed.words[low].start, parsed.words[high - 1].end)
    title = titles.noun_headline(parsed, low, high, names)
    before = parsed.words[low - 1].low if low else ""
    known = whose_it_is(reader, sentence, parsed, low)
    if " " not in title and known is not None:
        title = f"{owner(short_name(known))} {title.lower()}"
    elif " " not in title and before in OWNERS and low > 2 and parsed.tags[low - 2] in "PS":
        whose = noun_before(parsed, low - 2)  # "the store since its launch"
        title = f"{owner(phrase(parsed, whose, people_of(names_of(reader, parsed, whose))))} {title.lower()}" if whose else title
    elif " " not in title and before in ("'s", "’s") and (whose := _possessor(parsed, low - 1)):
        title = f"{owner(phrase(parsed, whose, people_of(names_of(reader, parsed, whose))))} {title.lower()}"
    if ahead and status == "planned":
        title += " planned"
    background = bound.how == "modified" or word.low in nouns.WEAK
    names = [*names, known] if background and known is not None and known not in names else names
    return _assemble(
        reader, number, sentence, parsed, bound.token, status, time, inferred, title, (low, high), names, background=background
    )


def _possessor(parsed: Parse, at: int) -> list[int]:
    """The tokens of whoever owns what stands behind the mark at `at`: "[Karl Holm]'s death"; none where it is a time."""
    low = at
    while low and parsed.tags[low - 1] in "DJaAn":
        low -= 1
    return list(range(low, at)) if low < at and parsed.tags[at - 1] in "anA" else []


def build(
    reader: Reader,
    number: int,
    sentence: Sentence,
    parsed: Parse,
    bound: Bound,
    status: Status,
    time: TimeExpression | None,
    inferred: str | None,
) -> Mention:
    """The mention that a clause tells."""
    clause = bound.clause
    assert clause is not None
    words = parsed.words
    who = subject_words(parsed, clause)
    subject, extra = _whom(reader, number, sentence, parsed, clause, who)
    names = reader.names.within(words[clause.start].start, words[clause.end - 1].end)
    names += [name for name in names_of(reader, parsed, who) if name not in names]
    before = parsed.clauses[clause.index - 1] if clause.index else None
    if before is not None and before.group.participle and not parsed.dated(before.start, before.end):
        names += [name for name in reader.names.within(words[before.start].start, words[before.end - 1].end) if name not in names]
    place = _place(reader, number, clause, parsed, names)
    every = reader.names.within(sentence.start, sentence.end)
    if "him" in parsed.known or "her" in parsed.known:
        every += objects(reader, sentence, parsed, clause, every, subject)
    limits = part_of(parsed, clause, time)
    title = titles.headline(parsed, clause, every, status, subject, place, limits)
    if number < 2:
        title = told_by_article(title, reader.article.title, clause.group.lemma)
    stretch = (limits[0], limits[1]) if limits else (min([clause.start, *who]), _told_end(parsed, clause))
    if limits:
        names = [
            name
            for name in names
            if not words[clause.group.end].start <= name.start or words[limits[0]].start <= name.start < words[limits[1] - 1].end
        ]
    names += extra
    if number == 0 and place is None and not any(name.kind == "place" for name in names):
        place = reader.article.place
    bare = title.lower() == words[clause.group.head].low  # "Invited"
    background = not title or headless(title) or bare or clause.group.lemma == "date"  # "the indictment dates from May"
    return _assemble(reader, number, sentence, parsed, bound.token, status, time, inferred, title, stretch, names, place, background)


def _whom(reader: Reader, number: int, sentence: Sentence, parsed: Parse, clause: Clause, who: list[int]) -> tuple[str | None, list[Name]]:
    """What stands in for a subject that is a pronoun or has a possessive, and the names that come with it; what is a subject is noted."""
    words = parsed.words
    subject: str | None = None
    extra: list[Name] = []
    holder = parsed.clause_at(who[0]) or clause if who else clause  # "they" of "say [they] are ready to begin"
    if who and words[who[0]].low in _US:
        subject = reader.we if reader.we != "our" else None
    elif who and (speaker := speaker_of(parsed, holder, words[who[0]].low)):
        subject = phrase(parsed, speaker, people_of(reader.names.within(words[speaker[0]].start, words[speaker[-1]].end)))
        extra = [name for name in names_of(reader, parsed, speaker) if name.kind != "place"]
    elif who and (doer := doer_of(reader, parsed, holder, words[who[0]].low)):
        subject = phrase(parsed, doer, people_of(names_of(reader, parsed, doer)))
        extra = [name for name in names_of(reader, parsed, doer) if name.kind != "place"]
    elif not who or is_pronoun(parsed, who):
        pronoun = words[who[0]].low if who else ""
        known = antecedent(reader, sentence, pronoun, words[who[0] if pronoun in ("he", "she") else clause.start].start)
        if pronoun == "it" and reader.single is not None and number - reader.single.sentence < 2:
            subject, extra = single(reader.single), [known] if known else []
        elif known:
            subject, extra = short_name(known), [known]
        elif pronoun in ("he", "she") and reader.single is not None and number - reader.single.sentence < 2 and is_person(reader.single):
            subject = single(reader.single)
        elif who and words[who[0]].low == "they" and reader.several is not None and number - reader.several.sentence < 2:
            subject = several(reader.several)
    elif words[who[0]].low in OWNERS:
        owner = antecedent(reader, sentence, OWNERS[words[who[0]].low], words[clause.start].start)
        subject = short_name(owner) if owner else None
    elif is_plural(parsed, who, words[who[-1]].text):
        reader.several = Several(number, parsed, clause, who)
    elif len(who) <= NAMED and not any(name.kind == "person" for name in names_of(reader, parsed, who)):
        reader.single = Several(number, parsed, clause, who)
    return subject, extra


def recalled(
    reader: Reader,
    number: int,
    sentence: Sentence,
    parsed: Parse,
    clause: Clause,
    token: int,
    stretch: tuple[int, int],
    time: TimeExpression | None = None,
) -> Mention:
    """The mention, in the background, that a verb or noun tells with the words of a stretch of tokens; mostly without a date."""
    words = parsed.words
    names = reader.names.within(words[stretch[0]].start, words[stretch[1] - 1].end)
    if token == clause.group.head:
        who = subject_words(parsed, clause)
        names += [name for name in names_of(reader, parsed, who) if name not in names]
        if not who or is_pronoun(parsed, who):
            known = antecedent(reader, sentence, words[who[0]].low if who else "", words[clause.start].start)
            names += [known] if known else []
    elif (whose := whose_it_is(reader, sentence, parsed, stretch[0])) is not None and whose not in names:
        names.append(whose)
    ahead = time is not None and time.span is not None and reader.today is not None and (time.span.start or reader.today) > reader.today
    status: Status = "planned" if ahead else "happened"
    return _assemble(
        reader, number, sentence, parsed, token, status, time, None, "", stretch, names, background=True, dated=time is not None
    )


_US: Final = frozenset("we our us".split())


def _told_end(parsed: Parse, clause: Clause) -> int:
    """The end of a clause, with what is said or announced in it."""
    if clause.group.lemma in SAYING and clause.index + 1 < len(parsed.clauses):
        following = parsed.clauses[clause.index + 1]
        if following.opener in ("that", "") and not parsed.dated(following.start, following.end):
            return following.end
    return clause.end


def _place(reader: Reader, number: int, clause: Clause, parsed: Parse, names: list[Name]) -> str | None:
    """The dateline's place for an event of the lead that names none itself after "in", "at" or "near"."""
    place = reader.article.place
    if not place or number > 0 or class_of(clause.group.lemma) not in ("meet", "visit", "vote", "deal", "protest", "court"):
        return None
    starts = {name.start for name in names if name.kind == "place"}
    behind = parsed.words[min(clause.group.end, len(parsed.words) - 1)].start
    if class_of(clause.group.lemma) == "visit" and any(start >= behind for start in starts):
        return None  # "will visit Norland"
    for i in range(clause.group.end, clause.end - 1):
        located = parsed.tags[i] == "P" and parsed.words[i].low in ("in", "at", "near") and parsed.words[i + 1].start in starts
        if located and parsed.words[i - 1].low not in ("war", "conflict", "fighting", "crisis"):
            return None
    return place


def _assemble(
    reader: Reader, number: int, sentence: Sentence, parsed: Parse, token: int, status: Status, time: TimeExpression | None,
    inferred: str | None, title: str, stretch: tuple[int, int], names: list[Name], place: str | None = None, background: bool = False,
    dated: bool = True,
) -> Mention:  # fmt: skip
    """The mention of these values; `place` is one beside those that are named."""
    article, word = reader.article, parsed.words[token]
    start, end = reader.file_range(sentence.start, sentence.end)
    lemma = next((clause.group.lemma for clause in parsed.clauses if clause.group.head == token), word.low)
    low, high = reader.file_range(word.start, word.end)
    trigger = Trigger(word.text, low, high, class_of(lemma) if parsed.tags[token] not in "an" else class_of_noun(lemma))
    content = parsed.words[stretch[0] : stretch[1]]
    numbers = _numbers(content, names) if "#" in parsed.tags[stretch[0] : stretch[1]] else ()
    places = texts(names, "place")
    if place and place not in places:
        places = (*places, place)
    span = time.span if time else lead_span(reader) if dated else None
    return Mention(
        reader.source, number, article.text(sentence), start, end, trigger,
        _phrase(reader, time) if time else None, span, status, title, inferred,
        texts(names, "person"), texts(names, "organisation", "thing"), places,
        _stems(content), numbers, reader.about, background=background,
    )  # fmt: skip


def texts(names: list[Name], *kinds: str) -> tuple[str, ...]:
    """The texts of the names of some kinds, each once."""
    found = [name.text for name in names if name.kind in kinds]
    return tuple(found) if len(found) < 2 else tuple(dict.fromkeys(found))


def _stems(words: Sequence[Word]) -> tuple[str, ...]:
    """The stems of content words, sorted, each once."""
    return tuple(sorted({_content(word.low) for word in words if word.time < 0} - _NO_CONTENT))


@lru_cache(maxsize=20_000)
def _content(low: str) -> str:
    """The stem of a content word; empty for what is none."""
    return stem(low) if len(low) > 2 and low[0].isalpha() else ""


_NO_CONTENT: Final = cues.STOP | {""}


def _numbers(words: Sequence[Word], names: list[Name]) -> tuple[str, ...]:
    """The numbers of a clause, each with the stem of what it counts: "228 passenger", "5.8 magnitude"."""
    found: list[str] = []
    inside = [(name.start, name.end) for name in names]
    for i, word in enumerate(words):
        if not word.low[0].isdigit() or word.time >= 0 or any(low <= word.start < high for low, high in inside):
            continue
        number, _, noun = word.low.partition("-")
        after = words[i + 1] if i + 1 < len(words) else None
        if not noun and after is not None and after.low[0].isalpha() and after.low not in cues.STOP:
            noun = after.low
        elif not noun and i and words[i - 1].low[0].isalpha():
            noun = words[i - 1].low
        found.append(f"{number} {stem(noun)}".strip())
    return tuple(dict.fromkeys(found))


def _phrase(reader: Reader, time: TimeExpression) -> DatePhrase:
    start, end = reader.file_range(time.start, time.end)
    return DatePhrase(time.text, start, end, time.value, time.rule, time.anchor, time.reason)
