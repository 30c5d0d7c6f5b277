"""An article and its time expressions in, its mentions out: one for each event that a clause dates, and why the rest made none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from generator.dates import DateSpan, day
from generator.events.also import broken_off, what_moved, when
from generator.events.anchors import from_nowhere, moved, reconsider, struck
from generator.events.beside import beside
from generator.events.bind import bind
from generator.events.carried import carried, told
from generator.events.counted import counted, may_count
from generator.events.distance import distance
from generator.events.doers import PRONOUNS_FIRST, catch_up
from generator.events.en import nouns
from generator.events.explicit import explicit_mentions
from generator.events.joined import main_clause
from generator.events.lead import read_lead
from generator.events.lead_day import dated_lead
from generator.events.lengths import with_lengths
from generator.events.lexicon import SPEECH, noun_classes
from generator.events.listed import stands
from generator.events.mention import mention_of
from generator.events.names import find_names
from generator.events.onward import follow, go_on, may_go_on, only_until, says_since
from generator.events.parse import parse
from generator.events.past import Told, within
from generator.events.reader import Reader, about_of, skip, source_of, today_of, we_of
from generator.events.recollect import hint, may_recall, recollect
from generator.events.second_look import demote, promote
from generator.events.twice import second_date
from generator.events.undated import read_again, read_dropped, read_undated, retells, signs_of, worth
from generator.events.words import Bound, Clause, Parse
from generator.model import Article, Mention, Sentence, TimeExpression, Unused

# Of nine thousand sentences of news, all but one tell six dates at most.
_MOST_DATES: Final = 15
_CAPTION: Final = 120  # characters of a first line without a verb, behind which the text begins
_CAPTIONS: Final = 3


def extract_mentions(article: Article, times: Sequence[TimeExpression]) -> tuple[tuple[Mention, ...], tuple[Unused, ...]]:
    """Find the events that an article dates; `times` are its time expressions, ordered, with offsets in the body."""
    source = source_of(article)
    written = explicit_mentions(article, source)
    if not article.timeline:
        return written, ()
    if not reads(article.language):
        return written, _unread(article, times)
    names = find_names(article.body, article.place)
    about, signs = about_of(names, article.body), signs_of(article.body)
    reader = Reader(article, names, source, today_of(article), about, we=we_of(article, names), signs=signs)
    at = 0
    for number, sentence in enumerate(article.sentences):
        reader.lead = number == 0 or (reader.caption and number < _CAPTIONS)
        if article.posts:
            reader.today = today_of(article, sentence.start)
            reader.lead = reader.lead or article.post(sentence.start) is not article.post(article.sentences[number - 1].start)
        begin = at
        while at < len(times) and times[at].start < sentence.end:
            at += 1
        here = [time for time in times[begin:at] if time.start >= sentence.start] if begin < at else []
        _read_sentence(reader, number, sentence, here)
    reader.mentions = dated_lead(reader.mentions, reader.today)
    promote(reader)
    demote(reader)
    return (*written, *reader.mentions), tuple(reader.unused)


def reads(language: str) -> bool:
    """Tell whether events are read in a language: its verbs and nouns are tables of their own, and only English has them."""
    return language[:2].lower() == "en"


def _unread(article: Article, times: Sequence[TimeExpression]) -> tuple[Unused, ...]:
    """The dated sentences of an article in another language."""
    found = []
    for number, sentence in enumerate(article.sentences):
        start, end = article.file_offset(sentence.start), article.file_offset(sentence.end - 1) + 1
        dated = (time for time in times if sentence.start <= time.start < sentence.end and time.span is not None)
        found += [Unused(article.path, number, start, end, article.text(sentence), time.text, _FOREIGN) for time in dated]
    return tuple(found)


_FOREIGN: Final = "events are read in English only"


def _read_sentence(reader: Reader, number: int, sentence: Sentence, times: list[TimeExpression]) -> None:
    article = reader.article
    text = article.text(sentence)
    if times:  # "a day of mourning" is none
        times = [time for time in times if time.span is not None or not text.startswith(" of ", time.end - sentence.start)]
        times = [distance(reader, text, sentence.start, time) if time.span is None else time for time in times]
    times = with_lengths(text, sentence.start, times)
    dated = [time for time in times if time.span is not None] if times else []
    lead = reader.lead and reader.today is not None
    lengths = len(dated) < len(times) and may_count(text, sentence.start, times)
    said = text.lower().split()
    recalls = may_recall(reader, sentence, said)
    goes_on = not lengths and may_go_on(reader, number, text, said)
    told = dated or lead or lengths or goes_on
    if not told and not worth(text, reader.signs) and not retells(reader, sentence, said) and not recalls:
        return
    if reason := _unread_because(article, text, len(dated)):
        for time in dated:
            skip(reader, number, sentence, time, reason)
        return
    parsed = parse(text, sentence.start, [(time.start, time.end) for time in times], reader.names.words)
    parsed.ours = reader.we
    before_this, reader.parsed = reader.parsed, number
    idle_date = bool(reader.unused) and reader.unused[-1].sentence == number - 1 and len(reader.mentions) == reader.before
    if (before_this < number - 1 or idle_date) and text.startswith(PRONOUNS_FIRST):
        catch_up(reader, number - 1, reader.quiet if idle_date else None)
    reader.quiet = parsed
    reader.caption = lead and len(text) < _CAPTION and not any(clause.group.finite for clause in parsed.clauses)
    before = reader.before = len(reader.mentions)
    if dated or lengths:
        _read_times(reader, number, sentence, parsed, times)
    here = reader.mentions[before:]
    plans = lead and bool(here) and all(mention.status == "planned" for mention in here)
    if not dated:
        read_dropped(reader, number, parsed)
    apart = lead and bool(here) and not plans and _told_apart(parsed)
    if apart or plans or all(mention.background for mention in here):
        of_others = plans or apart or _only_described(reader, number, parsed, dated)
        read_undated(reader, number, sentence, parsed, bool(dated) and not of_others, plans)
    if lead:
        read_lead(reader, number, sentence, parsed)
    if number == 0 and dated and all(mention.background for mention in reader.mentions[before:]):
        _read_statement(reader, number, sentence, parsed, times)
    fresh = reader.mentions[before:]
    told_until = only_until(text, [time.start - sentence.start for time in dated])
    if goes_on and (not fresh if told_until else bool(fresh) and all(one.status == "planned" for one in fresh)):
        go_on(reader, number, sentence, parsed)
    if len(reader.mentions) == before:
        read_again(reader, number, sentence, parsed)
    if recalls:
        recollect(reader, number, sentence, parsed)
    reader.day = _last_day(reader)
    follow(reader, number, parsed)
    for time in dated:
        if time.span is not None and time.span.start is not None and (reader.today is None or time.span.start <= reader.today):
            reader.last = (time.text, day(time.span.start) if time.span.end is None else time.span)
            reader.told_at = Told(reader.last[1], number)


def _unread_because(article: Article, text: str, dates: int) -> str:
    """Why a sentence is not taken apart; empty where it is."""
    if article.ignore and any(part and part in text for part in article.ignore):
        return "left out by the article's `ignore`"
    if dates > _MOST_DATES:
        return "a table or a list of dates, not a sentence"
    return "a question, not a report" if text.rstrip("\"”’')").endswith("?") else ""


def _only_described(reader: Reader, number: int, parsed: Parse, dated: list[TimeExpression]) -> bool:
    """Tell whether all dates of a sentence only describe nouns behind its verb: "a man has been charged over Sunday's blast".

    Of a perfect they may stand before it: "the toll of Sunday's blast has risen to nine".
    """
    here = range(reader.before, len(reader.mentions))
    first = main_clause(parsed)
    if first is None or not (first.group.past or first.group.perfect):
        return False
    behind = all(word.time < 0 for word in parsed.words[: first.group.start]) or (first.group.perfect and not first.group.past)
    left = [one for one in reader.unused if one.sentence == number and one.reason == _DESCRIBES]
    return behind and (len(left) == len(dated) or (len(here) + len(left) == len(dated) and set(here) <= set(reader.described)))


def _told_apart(parsed: Parse) -> bool:
    """Tell whether the main clause has no date but those of participles before it: "the king ousted in May has been summoned"."""
    main = main_clause(parsed)
    if main is None or not main.index or not main.group.perfect or main.group.past or main.group.modal:
        return False
    described = all(clause.group.participle for clause in parsed.clauses[: main.index])
    return described and all(word.time < 0 for word in parsed.words[main.start :])


_DESCRIBES: Final = "the date only describes a noun"


def _read_times(reader: Reader, number: int, sentence: Sentence, parsed: Parse, times: list[TimeExpression]) -> None:
    """Bind each time expression of a sentence; of several on one trigger the finest counts."""
    taken: dict[int, list[int]] = {}
    token = -1
    while (token := parsed.tags.find("X", token + 1)) >= 0:
        word = parsed.words[token]
        if times[word.time].span is None:
            _read_counted(reader, number, sentence, parsed, token, times, taken)
            continue
        time = times[word.time]
        if time.rule == "earlier_later" and _TOLD_AGAIN.match(parsed.tags, token + 1):
            skip(reader, number, sentence, time, "the date behind it tells the same")  # "two days earlier, on Saturday"
            continue
        bound = _bound(reader, parsed, token, time)
        if bound.how == "carried" and (saying := told(reader, number, sentence, parsed, bound, time)):
            reader.mentions.append(saying)
        if bound.how == "none" or bound.how == "carried":
            skip(reader, number, sentence, time, bound.reason)
            hint(reader, number, sentence, parsed, bound, time)
            continue
        time = within(time, parsed, token, bound.clause, reader.told_at, number, reader.today)
        if (given_up := moved(time, parsed, token, bound.clause)) is None:
            skip(reader, number, sentence, time, "the day that was given up for a later one")
            continue
        if from_nowhere(time, bound.clause, reader.today):
            skip(reader, number, sentence, time, "counted from something whose day is not told")
            continue
        time = reconsider(
            given_up,
            parsed,
            token,
            bound.clause,
            reader.today,
            _day_here(parsed, times, token) or _last_day(reader),
            _dated_before(parsed, times, token) or _dated_last(reader, number),
            _last_happened(reader),
        )
        if bound.how in ("noun", "modified"):
            time = struck(time, parsed.words[bound.token].low, reader.today)
        _keep(reader, number, sentence, parsed, token, bound, time, taken)


def _bound(reader: Reader, parsed: Parse, token: int, time: TimeExpression) -> Bound:
    """What a time dates, after a second look at sayings, states and verbs that only say how far something came."""
    bound = bind(parsed, token)
    if bound.how == "carried":
        bound = carried(reader, parsed, bound, time)
    if bound.how in ("none", "carried"):
        return when(parsed, token, bound)
    return broken_off(parsed, token, bound) if bound.how == "verb" else bound


def _keep(
    reader: Reader,
    number: int,
    sentence: Sentence,
    parsed: Parse,
    token: int,
    bound: Bound,
    time: TimeExpression,
    taken: dict[int, list[int]],
) -> None:
    """Note the mention that a time and what it dates make, and the second deed of that time."""
    mention = mention_of(reader, number, sentence, parsed, bound, time)
    if mention is None:
        return
    at, again = len(reader.mentions), bound.token in taken
    if again:
        second_date(reader, taken[bound.token], mention, number, sentence, time, _beside(parsed, token))
    else:
        taken[bound.token] = [at]
        reader.mentions.append(mention)
    short = time.span is not None and (time.span.days or 99) <= _A_MONTH
    if bound.how == "modified" and short and _eventful(parsed.words[bound.token].low) and len(reader.mentions) > at:
        reader.described.append(at)
    if again:
        return
    if time.span is None:
        return
    if moved_by := what_moved(parsed, bound) if time.span.days == 1 else None:
        others = [moved_by]
    else:
        others = beside(parsed, token, bound, time.span) if mention.status not in ("planned", "possible") else []
    for second in others:
        also = mention_of(reader, number, sentence, parsed, second, time) if second.token not in taken else None
        if also is not None and (moved_by or stands(also)):
            taken[second.token] = [len(reader.mentions)]
            reader.mentions.append(also)


def _read_counted(
    reader: Reader, number: int, sentence: Sentence, parsed: Parse, token: int, times: list[TimeExpression], taken: dict[int, list[int]]
) -> None:
    """Read what happened "two days after" or "a year before" something that is dated; what has a date of its own keeps it."""
    found = counted(reader, number, parsed, token, times)
    if found is None or found[0].token in taken:
        return
    if mention := mention_of(reader, number, sentence, parsed, *found):
        at = next((at for at in range(reader.before, len(reader.mentions)) if reader.mentions[at].trigger == mention.trigger), None)
        if at is None:
            at = len(reader.mentions)
            reader.mentions.append(mention)
        else:
            reader.mentions[at] = mention  # it stood there in the background of a saying
        taken[found[0].token] = [at]


def _read_statement(reader: Reader, number: int, sentence: Sentence, parsed: Parse, times: list[TimeExpression]) -> None:
    """A lead that only tells what somebody said on a day: the saying is the news."""
    for token, word in enumerate(parsed.words):
        time = times[word.time] if word.time >= 0 else None
        if time is None or time.span is None or time.span.days != 1:
            continue
        bound = bind(parsed, token)
        said = bound.clause
        if bound.how != "carried" or said is None or said.group.lemma not in SPEECH or not _says(parsed, said):
            continue
        if mention := mention_of(reader, number, sentence, parsed, Bound(said, said.group.head, "verb"), time):
            reader.mentions.append(mention)
            reader.unused = [one for one in reader.unused if one.sentence != number or one.phrase != time.text]
        return


def _says(parsed: Parse, said: Clause) -> bool:
    """Tell whether a clause of speech, told in the past, is followed by what was said."""
    return said.group.past and said.group.finite and said.index + 1 < len(parsed.clauses)


def _day_here(parsed: Parse, times: Sequence[TimeExpression], token: int) -> DateSpan | None:
    """The day that a sentence tells before a word, nearest to it: "on Sunday and shut the mill [the next day]"."""
    told = (times[word.time] for word in reversed(parsed.words[:token]) if word.time >= 0)
    return next((time.span for time in told if time.span is not None and time.span.days == 1 and time.rule != "counted"), None)


def _last_day(reader: Reader) -> DateSpan | None:
    """The date of the last event told with a day of its own."""
    for mention in reversed(reader.mentions[reader.before :]):
        counted_from = mention.time is not None and mention.time.rule == "counted"  # told in passing
        if not mention.background and mention.span is not None and mention.span.days == 1 and not counted_from:
            return mention.span
    return reader.day


_TOLD_AGAIN: Final = re.compile(r",PX|,X")


def _last_happened(reader: Reader) -> DateSpan | None:
    """The day of the last event told that has happened on a day of its own."""
    told = (one for one in reversed(reader.mentions) if not one.background and one.status == "happened" and not says_since(one))
    return next((mention.span for mention in told if mention.span is not None and mention.span.days == 1), None)


def _dated_last(reader: Reader, number: int) -> date | None:
    """Where the day or month begins that the sentence before told with its year."""
    last = reader.mentions[reader.before - 1] if reader.before else None
    if last is None or last.background or last.sentence != number - 1 or last.time is None or last.span is None or last.span.start is None:
        return None
    return last.span.start if (last.span.days or 99) <= _A_MONTH and str(last.span.start.year) in last.time.text else None


def _dated_before(parsed: Parse, times: list[TimeExpression], token: int) -> date | None:
    """Where the last date with its year begins that stands earlier in the sentence."""
    for word in reversed(parsed.words[:token]):
        if word.time >= 0 and (span := times[word.time].span) and span.start and str(span.start.year) in word.text:
            return span.start
    return None


def _beside(parsed: Parse, token: int) -> bool:
    """Tell whether another time stands just before this one, as in "on Friday and Saturday"."""
    last = parsed.tags.rfind("X", max(0, token - 4), token)
    return last >= 0 and not set(parsed.tags[last:token]) & set("anAvi")


def _eventful(low: str) -> bool:
    """Tell whether a noun names an event that a date before it makes one of its own."""
    return low not in nouns.WEAK or noun_classes()[low] == "match"


_A_MONTH: Final = 31  # days
