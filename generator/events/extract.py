"""An article and its time expressions in, its mentions out: one for each event that a clause dates, and why the rest made none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from typing import Final

from generator.dates import DateSpan, add_months, day, month, year
from generator.events import titles
from generator.events.anchors import reconsider
from generator.events.bind import Bound, bind, noun_phrase
from generator.events.en import cues, nouns
from generator.events.explicit import explicit_mentions
from generator.events.lexicon import LIGHT, SPEECH, STATE, STATEMENT, class_of, forms, noun_classes, stem, verb_classes
from generator.events.names import Name, Names, find_names
from generator.events.parse import Clause, Parse, Word, parse
from generator.events.status import judge
from generator.model import Article, DatePhrase, Mention, Sentence, Source, Status, TimeExpression, Trigger, Unused

_GOING_ON: Final = re.compile(r" (?:is|are) (?:\w+ly )?(?:visit|meet|tour|travel|attend|host|gather|hold|negotiat|convert|conven)\w*ing\b")
_DISTANCE: Final = re.compile(r"P(?P<count>\d+)(?P<unit>[DWMY])")


@dataclass(slots=True)
class Reader:
    """What is known while an article is read from its first sentence to its last."""

    article: Article
    names: Names
    source: Source
    today: date | None
    mentions: list[Mention] = field(default_factory=list)
    unused: list[Unused] = field(default_factory=list)
    last: tuple[str, DateSpan] | None = None
    told: frozenset[str] = frozenset()
    counted: int = 0
    again: int = 0


def extract_mentions(article: Article, times: Sequence[TimeExpression]) -> tuple[tuple[Mention, ...], tuple[Unused, ...]]:
    """Find the events that an article dates; `times` are its time expressions, ordered, with offsets in the body."""
    source = source_of(article)
    written = explicit_mentions(article, source)
    if not article.timeline:
        return written, ()
    reader = Reader(article, find_names(article.body, article.place), source, _today(article))
    queue = list(times)
    for number, sentence in enumerate(article.sentences):
        own: list[TimeExpression] = []
        while queue and queue[0].start < sentence.end:
            time = queue.pop(0)
            if time.start >= sentence.start:
                own.append(time)
        _read_sentence(reader, number, sentence, own)
    return (*written, *reader.mentions), tuple(reader.unused)


def source_of(article: Article) -> Source:
    """What a page says of an article."""
    return Source(
        article.path, article.title, article.publisher, article.authors, article.published, article.has_time, article.url, article.tags
    )  # fmt: skip


def _today(article: Article) -> date | None:
    return article.published.date() if article.published else article.dateline_date


def _read_sentence(reader: Reader, number: int, sentence: Sentence, times: list[TimeExpression]) -> None:
    article = reader.article
    text = article.text(sentence)
    times = [_distance(reader, text, sentence, time) if time.span is None else time for time in times]
    dated = [time for time in times if time.span is not None]
    lead = number == 0 and reader.today is not None
    if not dated and not lead and not _worth(text) and not _retells(reader, text):
        return
    if any(part and part in text for part in article.ignore):
        for time in dated:
            _skip(reader, number, sentence, time, "left out by the article's `ignore`")
        return
    if text.rstrip("\"”’')").endswith("?"):
        for time in dated:
            _skip(reader, number, sentence, time, "a question, not a report")
        return
    parsed = parse(text, sentence.start, [(time.start, time.end) for time in times], reader.names.words)
    before = len(reader.mentions)
    if dated:
        _read_times(reader, number, sentence, parsed, times)
    undated = len(reader.mentions) == before or all(mention.background for mention in reader.mentions[before:])
    if undated:
        _read_undated(reader, number, sentence, parsed, bool(dated))
    if len(reader.mentions) == before:
        _read_again(reader, number, sentence, parsed)
    for time in dated:
        if time.span is not None and time.span.start is not None and (reader.today is None or time.span.start <= reader.today):
            reader.last = (time.text, day(time.span.start) if time.span.end is None else time.span)


def _retells(reader: Reader, text: str) -> bool:
    """Tell whether a sentence has a word for a kind of event that the article has dated before."""
    if len(reader.mentions) != reader.counted:
        reader.counted = len(reader.mentions)
        kinds = {mention.trigger.lemma for mention in reader.mentions}
        kinds |= _AT_ONCE if kinds & _AT_ONCE else set()
        words = _words_by_kind()
        reader.told = frozenset(word for kind in kinds for word in words.get(kind, ()))
        if kinds & _AT_ONCE and any(mention.people for mention in reader.mentions):
            reader.told |= frozenset(words["say"])
    return not reader.told.isdisjoint(text.lower().replace(",", "").replace(".", "").split())


@cache
def _words_by_kind() -> dict[str, list[str]]:
    """For each class the forms of its verbs and its nouns, without the weak ones."""
    classes = {**verb_classes(), "announce": "announce"}
    found: dict[str, list[str]] = {}
    for form, known in forms().items():
        if known.lemma in classes:
            found.setdefault(classes[known.lemma], []).append(form)
    found["say"] = [form for form, known in forms().items() if known.lemma in SPEECH and "v" in known.kinds]
    for noun, name in noun_classes().items():
        if noun not in nouns.WEAK:
            found.setdefault(name, []).append(noun)
    return found


def _read_again(reader: Reader, number: int, sentence: Sentence, parsed: Parse) -> None:
    """A sentence without a date that tells again what was dated before, of the same people: it supports that event."""
    for clause in parsed.clauses:
        kind = class_of(clause.group.lemma)
        spoken = clause.group.lemma in SPEECH and clause.group.past
        group = _AT_ONCE if kind in _AT_ONCE or spoken else {kind}
        earlier = [m for m in reader.mentions if m.trigger.lemma in group and m.span is not None and not m.explicit]
        if not earlier or clause.group.negated or clause.group.modal or kind in LIGHT | STATE or reader.again >= _AGAIN:
            continue
        bound = Bound(clause, clause.group.head, "verb")
        mention = _build(reader, number, sentence, parsed, bound, "happened", None, "tells again what was dated before")
        before = next((m for m in earlier if _repeats(mention, m, kind, spoken)), None)
        if before is not None:
            trigger = replace(mention.trigger, lemma=before.trigger.lemma)
            reader.mentions.append(replace(mention, span=before.span, status=before.status, trigger=trigger, background=True))
            reader.again += 1
            return


def _repeats(mention: Mention, before: Mention, kind: str, spoken: bool) -> bool:
    """Tell whether an undated mention tells of the same people what one before told, or what they said and showed there."""
    who = {*mention.people, *mention.organisations} & {*before.people, *before.organisations}
    if kind in _AT_ONCE or spoken:
        return bool(who) and before.sentence < 3 and (bool(set(mention.people) & set(before.people)) or not spoken)
    return bool(who) and bool(set(mention.words) & set(before.words) - {kind})


# So many sentences of one article may support its events without a date of their own.
_AGAIN: Final = 8
# What a firm or a person launches, shows and announces at one event is told in many sentences.
_AT_ONCE: Final = frozenset("launch announce press conference demo".split())


def _worth(text: str) -> bool:
    """Tell whether a sentence without a date may still tell an event: an allegation, or something going on now."""
    return "alleg" in text or ((" is " in text or " are " in text) and _GOING_ON.search(text) is not None)


def _distance(reader: Reader, text: str, sentence: Sentence, time: TimeExpression) -> TimeExpression:
    """Read "in three days" beside a verb of the future as the day it leads to, counted from publication."""
    at = time.start - sentence.start
    m = _DISTANCE.fullmatch(time.value)
    if m is None or reader.today is None or text[max(0, at - 3) : at].lower().lstrip() != "in " or not _FUTURE.search(text):
        return time
    count = int(m["count"])
    if count > 100:
        return time
    span = _later(reader.today, count, m["unit"])
    return replace(time, span=span, anchor=reader.today, reason="counted from the day of publication", rule="distance")


_FUTURE: Final = re.compile(r"\b(?:will|to|planned|due|called|set|expected|scheduled|go|goes|opens|begins|starts|meets?)\b")


def _later(today: date, count: int, unit: str) -> DateSpan:
    """The day, or for months and years the month or year, so far after a day."""
    if unit == "M":
        far = add_months(today, count)
        return month(far.year, far.month)
    if unit == "Y":
        return year(today.year + count)
    return day(today + timedelta(days=count * (7 if unit == "W" else 1)))


def _read_times(reader: Reader, number: int, sentence: Sentence, parsed: Parse, times: list[TimeExpression]) -> None:
    """Bind each time expression of a sentence; of several on one trigger the finest counts."""
    taken: dict[int, list[int]] = {}
    for token, word in enumerate(parsed.words):
        if word.time < 0 or times[word.time].span is None:
            continue
        time = times[word.time]
        bound = bind(parsed, token)
        if bound.how == "carried":
            bound = _carried(parsed, bound, time)
        if bound.how == "carried" and (told := _told(reader, number, sentence, parsed, bound, time)):
            reader.mentions.append(told)
        if bound.how == "none" or bound.how == "carried":
            _skip(reader, number, sentence, time, bound.reason)
            continue
        time = reconsider(time, parsed, token, bound.clause, reader.today, _last_day(reader), _year_before(parsed, times, token))
        mention = _mention(reader, number, sentence, parsed, bound, time)
        if mention is None:
            continue
        if bound.token in taken:
            _second_date(reader, taken[bound.token], mention, number, sentence, time)
        else:
            taken[bound.token] = [len(reader.mentions)]
            reader.mentions.append(mention)


def _last_day(reader: Reader) -> DateSpan | None:
    """The date of the last event told with a day of its own."""
    for mention in reversed(reader.mentions):
        if not mention.background and mention.span is not None and mention.span.days == 1:
            return mention.span
    return None


def _year_before(parsed: Parse, times: list[TimeExpression], token: int) -> int | None:
    """The year of the last full date earlier in the sentence."""
    for word in reversed(parsed.words[:token]):
        if word.time >= 0 and (span := times[word.time].span) and span.start and str(span.start.year) in word.text:
            return span.start.year
    return None


def _carried(parsed: Parse, bound: Bound, time: TimeExpression) -> Bound:
    """A state told of a single day ("was in hospital on Friday") counts; what only dates speech does not."""
    clause = bound.clause
    if clause is not None and clause.group.lemma == "be" and clause.group.modal in ("will", "'ll", "shall"):
        return Bound(clause, clause.group.head, "verb")
    if clause is not None and clause.group.lemma == "be" and time.span is not None and (time.span.days or 99) <= 1 and clause.group.past:
        return Bound(clause, clause.group.head, "verb")
    return bound


def _told(reader: Reader, number: int, sentence: Sentence, parsed: Parse, bound: Bound, time: TimeExpression) -> Mention | None:
    """What somebody said on a date, in the background: it supports an event of that day and makes none."""
    clause = bound.clause
    if clause is None or clause.index + 1 >= len(parsed.clauses):
        return None
    following = parsed.clauses[clause.index + 1]
    if following.group.participle or following.group.infinitive or any(w.time >= 0 for w in parsed.words[following.start : following.end]):
        return None
    inner = _undated_bound(parsed, following)
    if inner is None:
        return None
    mention = _build(reader, number, sentence, parsed, inner, "happened", time, None)
    who = reader.names.within(parsed.words[clause.start].start, parsed.words[clause.end - 1].end)
    people = tuple(dict.fromkeys((*mention.people, *_texts(who, "person"))))
    return replace(mention, background=True, people=people)


def _second_date(reader: Reader, taken: list[int], mention: Mention, number: int, sentence: Sentence, time: TimeExpression) -> None:
    """Two dates for one word: the finer one inside the other wins, one apart is a second event, else the first stands."""
    for at in taken:
        first = reader.mentions[at]
        if first.span is None or mention.span is None or not first.span.overlaps(mention.span):
            continue
        bracketed = reader.article.body[max(0, time.start - 5) : time.start].rfind("(") >= 0
        if mention.span.finer_than(first.span) and first.span.contains(mention.span) and not bracketed:
            reader.mentions[at] = mention
        else:
            _skip(reader, number, sentence, time, "a second date of the same event")
        return
    taken.append(len(reader.mentions))
    reader.mentions.append(mention)


def _skip(reader: Reader, number: int, sentence: Sentence, time: TimeExpression, reason: str) -> None:
    start, end = _file_range(reader.article, sentence.start, sentence.end)
    reader.unused.append(Unused(reader.article.path, number, start, end, reader.article.text(sentence), time.text, reason))


def _file_range(article: Article, start: int, end: int) -> tuple[int, int]:
    return article.file_offset(start), article.file_offset(end - 1) + 1


def _mention(reader: Reader, number: int, sentence: Sentence, parsed: Parse, bound: Bound, time: TimeExpression) -> Mention | None:
    """The mention of a bound time expression; None, with the reason noted, where the clause tells no event."""
    assert time.span is not None
    time = _loosened(time, reader.today)
    if bound.how in ("noun", "modified") or bound.clause is None:
        return _noun_mention(reader, number, sentence, parsed, bound, time)
    verdict = judge(parsed, bound.clause, time.span, reader.today)
    if verdict.status is None:
        _skip(reader, number, sentence, time, verdict.reason)
        return None
    return _build(reader, number, sentence, parsed, bound, verdict.status, time, None)


def _loosened(time: TimeExpression, today: date | None) -> TimeExpression:
    """Read "less than two weeks ago" as any day since then."""
    span = time.span
    if (
        today is None
        or span is None
        or span.start is None
        or span.start >= today
        or not time.text.lower().startswith(("less than", "within", "fewer than", "under"))
    ):
        return time
    return replace(time, span=DateSpan(span.start, today, "day", "approximate"))


def _noun_mention(reader: Reader, number: int, sentence: Sentence, parsed: Parse, bound: Bound, time: TimeExpression) -> Mention:
    """An event that a noun names, apart from the verb: in the background where the date only describes it."""
    span, word = time.span, parsed.words[bound.token]
    assert span is not None
    ahead = reader.today is not None and span.start is not None and span.start > reader.today
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
    if " " not in title and before in _OWNERS and (known := _antecedent(reader, sentence, _OWNERS[before], word.start)):
        title = f"{titles.owner(_short(known))} {title.lower()}"
    if ahead and status == "planned":
        title += " planned"
    mention = _assemble(reader, number, sentence, parsed, bound.token, status, time, None, title, (low, high), names)
    background = bound.how == "modified" or word.low in nouns.WEAK
    return replace(mention, background=background)


def _build(
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
    who = titles.subject_words(parsed, clause)
    subject, extra = None, []
    if not who or titles.is_pronoun(parsed, who):
        known = _antecedent(reader, sentence, words[who[0]].low if who else "", words[clause.start].start)
        if known:
            subject, extra = _short(known), [known]
    elif words[who[0]].low in _OWNERS:
        owner = _antecedent(reader, sentence, _OWNERS[words[who[0]].low], words[clause.start].start)
        subject = _short(owner) if owner else None
    names = reader.names.within(words[clause.start].start, words[clause.end - 1].end)
    names += [name for name in _names_of(reader, parsed, who) if name not in names]
    before = parsed.clauses[clause.index - 1] if clause.index else None
    if before is not None and before.group.participle and not any(w.time >= 0 for w in words[before.start : before.end]):
        names += [name for name in reader.names.within(words[before.start].start, words[before.end - 1].end) if name not in names]
    place = _place(reader, number, clause, parsed, names)
    every = reader.names.within(sentence.start, sentence.end)
    limits = _part(parsed, clause, time)
    title = titles.headline(parsed, clause, every, status, subject, place, limits)
    if len(title.split()) < 2 or title.startswith("To "):
        title = titles.plain(parsed, clause, every) or title
    stretch = (limits[0], limits[1]) if limits else (min([clause.start, *who]), _told_end(parsed, clause))
    if limits:
        names = [
            name
            for name in names
            if not words[clause.group.end].start <= name.start or words[limits[0]].start <= name.start < words[limits[1] - 1].end
        ]
    mention = _assemble(reader, number, sentence, parsed, bound.token, status, time, inferred, title, stretch, names + extra)
    if number == 0 and not mention.places and place is None and reader.article.place:
        place = reader.article.place
    return replace(mention, places=(*mention.places, place)) if place and place not in mention.places else mention


_OWNERS: Final = {"his": "he", "her": "she", "its": "its"}


def _told_end(parsed: Parse, clause: Clause) -> int:
    """The end of a clause, with what is said or announced in it."""
    if clause.group.lemma in SPEECH | STATEMENT and clause.index + 1 < len(parsed.clauses):
        following = parsed.clauses[clause.index + 1]
        if following.opener in ("that", "") and not any(w.time >= 0 for w in parsed.words[following.start : following.end]):
            return following.end
    return clause.end


def _part(parsed: Parse, clause: Clause, time: TimeExpression | None) -> tuple[int, int] | None:
    """The part of a clause that belongs to one of its dates: "In 1998 it sold A, in 2001 B"; None where there is one date."""
    spots = [i for i in range(clause.start, clause.end) if parsed.tags[i] == "X"]
    after = [i for i in spots if i > clause.group.start]
    if time is None or len(spots) < 2 or not after:
        return None
    at = next((i for i in spots if parsed.words[i].start == time.start), None)
    if at is None:
        return None
    if spots[0] < clause.group.start:  # the date comes first, what it dates after it
        low = clause.group.end if at < clause.group.start else at + 1
        high = min([i for i in after if i > at], default=clause.end)
    else:
        low = clause.group.end if at == spots[0] else max(i for i in spots if i < at) + 1
        high = at
    while high > low and parsed.tags[high - 1] in "PC,R":
        high -= 1
    while low < high and parsed.tags[low] in "C,":
        low += 1
    return (low, high) if any(parsed.tags[i] in "anA" for i in range(low, high)) else None


def _names_of(reader: Reader, parsed: Parse, tokens: list[int]) -> list[Name]:
    return reader.names.within(parsed.words[tokens[0]].start, parsed.words[tokens[-1]].end) if tokens else []


def _place(reader: Reader, number: int, clause: Clause, parsed: Parse, names: list[Name]) -> str | None:
    """The dateline's place for an event of the lead that names none itself after "in", "at" or "near"."""
    place = reader.article.place
    if not place or number > 0 or class_of(clause.group.lemma) not in ("meet", "visit", "vote", "deal", "protest", "court"):
        return None
    starts = {name.start for name in names if name.kind == "place"}
    for i in range(clause.group.end, clause.end - 1):
        located = parsed.tags[i] == "P" and parsed.words[i].low in ("in", "at", "near") and parsed.words[i + 1].start in starts
        if located and parsed.words[i - 1].low not in ("war", "conflict", "fighting", "crisis"):
            return None
    return place


def _assemble(
    reader: Reader, number: int, sentence: Sentence, parsed: Parse, token: int, status: Status, time: TimeExpression | None,
    inferred: str | None, title: str, stretch: tuple[int, int], names: list[Name],
) -> Mention:  # fmt: skip
    article, word = reader.article, parsed.words[token]
    start, end = _file_range(article, sentence.start, sentence.end)
    group = next((c.group for c in parsed.clauses if c.group.head == token), None)
    low, high = _file_range(article, word.start, word.end)
    trigger = Trigger(word.text, low, high, class_of(group.lemma if group else word.low))
    content = parsed.words[stretch[0] : stretch[1]]
    return Mention(
        reader.source, number, article.text(sentence), start, end, trigger,
        _phrase(article, time) if time else None, time.span if time else _lead_span(reader), status, title, inferred,
        _texts(names, "person"), _texts(names, "organisation", "thing"), _texts(names, "place"),
        _stems(content), _numbers(content, names),
    )  # fmt: skip


def _texts(names: list[Name], *kinds: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.text for name in names if name.kind in kinds))


def _stems(words: Sequence[Word]) -> tuple[str, ...]:
    """The stems of content words, sorted, each once."""
    return tuple(sorted({stem(w.low) for w in words if w.time < 0 and len(w.low) > 2 and w.low[0].isalpha()} - cues.STOP))


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


def _phrase(article: Article, time: TimeExpression) -> DatePhrase:
    start, end = _file_range(article, time.start, time.end)
    return DatePhrase(time.text, start, end, time.value, time.rule, time.anchor, time.reason)


def _lead_day(reader: Reader) -> date:
    assert reader.today is not None
    return reader.article.dateline_date or reader.today


def _lead_span(reader: Reader) -> DateSpan | None:
    """The day of the article as a span; None where it has none."""
    return day(_lead_day(reader)) if reader.today is not None else None


_MEANT: Final[dict[str, tuple[str, ...]]] = {
    "it": ("organisation", "thing"),
    "its": ("organisation",),
    "they": ("organisation", "thing", "person"),
}


def _antecedent(reader: Reader, sentence: Sentence, pronoun: str, before: int) -> Name | None:
    """Whom a pronoun means: the first person of the nearest text before, for "it" and "they" the first organisation.

    "Its" needs an organisation without a rival: it mostly means a thing that has no name.
    """
    if pronoun in ("this", "that", "these", "those", "we", "i", "you"):
        return None
    kinds = _MEANT.get(pronoun, ("person",))
    starts = [s.start for s in reader.article.sentences if s.start <= sentence.start][-4:]
    bounds = [(low, high) for low, high in zip(starts, [*starts[1:], before], strict=True)]
    near = [[n for n in reader.names.within(low, min(high, before)) if n.kind in kinds] for low, high in bounds]
    if pronoun == "its" and len({name.text for every in near for name in every}) != 1:
        return None
    for (low, _), every in zip(reversed(bounds), reversed(near), strict=True):
        found = [name for name in every if reader.names.counts[name.text] > 1 or name.start - low < 40]
        if found:
            first = found[0] if kinds[0] != "person" else max(found, key=lambda name: reader.names.counts[name.text])
            return next((name for name in found if name.text.startswith(first.text + " ")), first)
    people = [name for every in near for name in every] if kinds == ("person",) else []
    return people[-1] if len({name.text for name in people}) == 1 else None


def _short(name: Name) -> str:
    return name.text.split()[-1] if name.kind == "person" and not name.text.startswith(("Xi ", "Kim ", "Ban ")) else name.text


def _read_undated(reader: Reader, number: int, sentence: Sentence, parsed: Parse, dated: bool) -> None:
    """A sentence without a date of its own: the lead, what is going on now, and what is alleged take one from beside them."""
    if reader.today is None or reader.article.kind != "news":
        return
    for clause in parsed.clauses:
        bound = _undated_bound(parsed, clause)
        if bound is None:
            continue
        verdict = judge(parsed, clause, None, reader.today)
        reason = _inherits(reader, number, sentence, parsed, clause, verdict.status, dated)
        if verdict.status is None or reason is None:
            continue
        mention = _build(reader, number, sentence, parsed, bound, verdict.status, None, reason[0])
        reader.mentions.append(replace(mention, span=reason[1]))
        return


def _undated_bound(parsed: Parse, clause: Clause) -> Bound | None:
    """The trigger of a clause without a date; None where it only speaks or tells a state."""
    group = clause.group
    if group.participle or group.infinitive or group.copula or group.negated:
        return None
    if group.lemma in SPEECH and group.lemma not in STATEMENT:
        return None
    if group.lemma in LIGHT | STATE:
        found = [i for i in range(clause.start, clause.end) if parsed.tags[i] == "n" and parsed.words[i].low not in nouns.WEAK]
        return Bound(clause, found[0], "verb") if found else None
    return Bound(clause, group.head, "verb")


def _inherits(
    reader: Reader, number: int, sentence: Sentence, parsed: Parse, clause: Clause, status: Status | None, dated: bool
) -> tuple[str, DateSpan] | None:
    """Where an undated event takes its date from, in words, and that date; None where nowhere."""
    group = clause.group
    main = clause.index == 0 or parsed.clauses[0].group.participle
    if number == 0 and main and not dated and status in ("happened", "ongoing") and (group.past or group.perfect or status == "ongoing"):
        which = "dateline" if reader.article.dateline_date else "day of publication"
        return f"the lead tells it without a date: the {which} stands in", day(_lead_day(reader))
    if status == "ongoing" and class_of(group.lemma) in ("visit", "meet") and _named(reader, parsed, clause):
        return "told as going on when the article was written: its own date stands in", day(_lead_day(reader))
    if status == "possible" and _alleged(parsed, clause) and reader.last:
        return f'no date of its own: "{reader.last[0]}", told before, stands in', reader.last[1]
    return None


def _alleged(parsed: Parse, clause: Clause) -> bool:
    return any(c.group.lemma == "allege" for c in parsed.clauses[: clause.index]) and clause.group.lemma not in SPEECH


def _named(reader: Reader, parsed: Parse, clause: Clause) -> bool:
    who = titles.subject_words(parsed, clause)
    return bool(_names_of(reader, parsed, who))


def iter_all(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Each mention that can make an event by itself."""
    return (mention for mention in mentions if not mention.background)
