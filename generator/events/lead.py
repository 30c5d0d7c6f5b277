"""The lead of an article in, its news without a date of its own out, where more than its main verb tells it.

"Two people are dead after a train hit a lorry" tells of the collision, "there has been a blast at a mill" of the blast, and "a court has
freed a man who was jailed in 2009" of his release, which the date of the jailing does not touch.
"""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from generator.dates import day
from generator.events.en import nouns
from generator.events.gate import sound
from generator.events.joined import main_clause
from generator.events.lead_day import FROM_LEAD
from generator.events.lexicon import LIGHT, verb_classes
from generator.events.mention import build, noun_told
from generator.events.onward import clause_of, in_aside
from generator.events.reader import Reader, lead_day
from generator.events.relative import relative
from generator.events.status import judge
from generator.events.undated import undated_bound
from generator.events.wording import is_length
from generator.events.words import Bound, Clause, Parse
from generator.model import Mention, Sentence


def read_lead(reader: Reader, number: int, sentence: Sentence, parsed: Parse) -> None:
    """Note the news of a lead, if nothing of its main clause has made an entry."""
    if reader.today is None or reader.article.kind != "news":
        return
    main = main_clause(parsed)
    told = [mention for mention in reader.mentions[reader.before :] if not mention.background]
    if main is None or any(_within(parsed, main, mention, reader) for mention in told):
        return
    history = bool(told) and all(_long_ago(reader, one) or _apart(reader, parsed, one) for one in told)
    found = _after_state(parsed, main) or (_beside_history(parsed, main) if history else None)
    if found is not None and found.clause is not None:
        verdict = judge(parsed, found.clause, None, reader.today)
        if verdict.status != "happened":
            return
        mention = build(reader, number, sentence, parsed, found, "happened", None, _reason(reader))
        if sound(mention.title):
            reader.mentions.append(replace(mention, span=day(lead_day(reader))))
    elif not told and (noun := _there_was(parsed, main)) is not None:
        mention = noun_told(reader, number, sentence, parsed, Bound(main, noun, "noun"), _reason(reader))
        reader.mentions.append(replace(mention, span=day(lead_day(reader))))


def _reason(reader: Reader) -> str:
    which = "dateline" if reader.article.dateline_date else "day of publication"
    return f"{FROM_LEAD}: the {which} stands in"


def _apart(reader: Reader, parsed: Parse, mention: Mention) -> bool:
    return in_aside(reader, parsed, mention) and not _of_the_object(reader, parsed, mention)


def _of_the_object(reader: Reader, parsed: Parse, mention: Mention) -> bool:
    """Tell whether a participle only says when the object was: of "won the election [held] on Monday" both are one event."""
    clause = clause_of(reader, parsed, mention)
    return clause is not None and clause.group.participle and clause.group.lemma in LIGHT


def _within(parsed: Parse, main: Clause, mention: Mention, reader: Reader) -> bool:
    """Tell whether the word that tells a mention stands in the main clause."""
    low, high = reader.file_range(parsed.words[main.start].start, parsed.words[main.end - 1].end)
    return low <= mention.trigger.start < high


def _long_ago(reader: Reader, mention: Mention) -> bool:
    end = mention.span.end if mention.span is not None else None
    return end is not None and reader.today is not None and (reader.today - end).days > _NEWS


_NEWS: Final = 31  # days


def _after_state(parsed: Parse, main: Clause) -> Bound | None:
    """What a state follows: "is in custody after [a shop was robbed]", "are dead after [a train hit a lorry]"."""
    if not main.group.copula or main.group.past or main.group.negated or main.index + 1 >= len(parsed.clauses):
        return None
    following = parsed.clauses[main.index + 1]
    own = parsed.dated(main.start, following.end)
    if own or following.opener not in ("after", "when") or not following.group.past or not following.group.finite:
        return None
    return undated_bound(parsed, following)


def _beside_history(parsed: Parse, main: Clause) -> Bound | None:
    """The main clause, done and without a date, beside what a later clause dates: "has freed a man who was jailed in 2009"."""
    group = main.group
    parted = main.index > 0 and relative(parsed, parsed.clauses[main.index - 1]) is not None
    opens = main.start if parted and group.lemma in verb_classes() else 0
    own = any(word.time >= 0 and not is_length(word) for word in parsed.words[opens : main.end])
    if own or not (group.past or group.perfect) or group.modal or group.controls:
        return None
    if opens and parsed.tags[0] == "P" and any(word.low in _SPELLS for word in parsed.words[:opens]):
        return None  # "On the last evening of the fair, which began in May, he left"
    behind = parsed.clauses[main.index + 1] if main.index + 1 < len(parsed.clauses) else None
    if behind is not None and behind.opener in ("when", "as", "while") and not group.perfect:
        return None  # "was lost when it exploded in 1996"
    return undated_bound(parsed, main)


_SPELLS: Final = frozenset("day days night morning evening afternoon week month year".split())


def _there_was(parsed: Parse, main: Clause) -> int | None:
    """The event of "there has been an explosion at a mill"."""
    group = main.group
    opening = parsed.words[max(0, group.start - 1)].low
    if not group.copula or group.negated or group.modal or opening != "there" or not (group.past or group.perfect):
        return None
    for i in range(group.end, main.end):
        if parsed.tags[i] == "n":
            return i if parsed.words[i].low not in nouns.WEAK else None
        if parsed.tags[i] not in "DJaA" or parsed.words[i].low == "no":
            return None
    return None
