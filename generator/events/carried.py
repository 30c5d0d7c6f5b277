"""A date beside a saying or a state in, what it dates out: the statement where that is the news, an act told like a state, or nothing."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import Final

from msgspec.structs import replace

from generator.dates import DateSpan
from generator.events.en import cues, verbs
from generator.events.joined import main_clause
from generator.events.lexicon import SPEECH, WEAK_VERBS, noun_classes
from generator.events.mention import build, texts
from generator.events.reader import Reader
from generator.events.status import judge
from generator.events.subject import subject_words
from generator.events.undated import undated_bound
from generator.events.wording import is_length
from generator.events.words import Bound, Clause, Parse
from generator.model import Mention, Sentence, TimeExpression

_A_MONTH: Final = 31  # days
_SOON: Final = 92


def _ahead(reader: Reader, span: DateSpan) -> bool:
    return reader.today is not None and span.start is not None and span.start > reader.today


def carried(reader: Reader, parsed: Parse, bound: Bound, time: TimeExpression) -> Bound:
    """A state told of a single day ("was in hospital on Friday") counts; what only dates speech does not."""
    clause = bound.clause
    if clause is not None and clause.group.lemma in verbs.ACTS:
        group = clause.group
        will = group.modal in ("will", "'ll", "shall") or (time.span is not None and _ahead(reader, time.span))
        will = will or (group.lemma == "play" and group.finite and not (group.past or group.perfect or group.passive))
        act = will or ((group.past or group.passive) and not group.progressive and (group.past or not group.perfect))
        longest = _SOON if group.lemma == "run" and time.span is not None and _ahead(reader, time.span) else 7  # "is to run from June"
        if any(is_length(word) and before.low == "for" for before, word in pairwise(parsed.words[group.end : clause.end])):
            longest = 366  # "in 1985 the miners stayed out for 17 days"
        behind = parsed.clauses[clause.index + 1 :][:1]
        if group.lemma == "allow" and behind and behind[0].group.infinitive and behind[0].start > group.end:
            longest = 366  # "in 1986 the king allowed them to return"
        if group.lemma in ("run", "appear") and any(parsed.words[i].low in _RANKED for i in subject_words(parsed, clause)):
            longest = 366  # "the first tram ran in 1899"
        return Bound(clause, group.head, "verb") if act and time.span and (time.span.days or 99) <= longest else bound
    if clause is not None and (_informed(reader, parsed, clause, time) or _promised(parsed, clause, time)):
        return Bound(clause, clause.group.head, "verb")
    if clause is not None and parsed.words[clause.group.start - 1].low in ("it", "that", "this", "there", "what"):
        return bound
    if clause is not None and clause.group.lemma == "be" and clause.group.modal in ("will", "'ll", "shall"):
        return Bound(clause, clause.group.head, "verb")
    if clause is not None and clause.group.lemma == "be" and clause.group.modal in ("could", "may", "might") and _situated(parsed, clause):
        ahead = time.span is not None and time.span.days == 1 and _ahead(reader, time.span)
        return Bound(clause, clause.group.head, "verb") if ahead else bound  # "could be back in service on Thursday"
    if clause is not None and time.span is not None and _out_then(parsed, clause) and _ahead(reader, time.span):
        return Bound(clause, clause.group.head, "verb") if (time.span.days or 99) <= _A_MONTH else bound
    if clause is not None and time.span is not None and _fixture(parsed, clause) and _ahead(reader, time.span):
        return Bound(clause, clause.group.head, "verb") if (time.span.days or 99) <= 1 else bound
    if clause is not None and clause.group.lemma == "be" and time.span is not None and (time.span.days or 99) <= 1 and clause.group.past:
        return Bound(clause, clause.group.head, "verb") if _situated(parsed, clause) else bound
    return bound


_RANKED: Final = frozenset("first second third last final".split())


def _informed(reader: Reader, parsed: Parse, clause: Clause, time: TimeExpression) -> bool:
    """Tell whether somebody told others something well before the news: "had told the council in May that the brakes were worn"."""
    span, group, tags = time.span, clause.group, parsed.tags
    if span is None or span.end is None or reader.today is None or (reader.today - span.end).days < _LONG_BEFORE:
        return False
    if not (group.past or group.perfect) or not group.finite or group.passive or group.modal or group.negated:
        return False
    addressed = tags[group.end : group.end + 1] in tuple("DAan") if group.lemma == "tell" else tags[group.end : group.end + 1] == "T"
    return group.lemma in ("tell", "write") and addressed and any(tags[i] in "anA" for i in range(group.end, clause.end))


_LONG_BEFORE: Final = 7  # days


def _promised(parsed: Parse, clause: Clause, time: TimeExpression) -> bool:
    """Tell whether somebody said what they would do: "said on Monday it would cut 400 jobs"."""
    group, at = clause.group, clause.index + 1
    if group.lemma != "say" or not group.past or not group.finite or at >= len(parsed.clauses) or time.span is None:
        return False
    said = parsed.clauses[at]
    own = [parsed.words[i].low for i in subject_words(parsed, said)] in (["it"], ["they"], ["he"], ["she"])
    dated = parsed.dated(said.start, said.end)
    strong = said.group.lemma not in WEAK_VERBS and said.group.lemma not in SPEECH
    return own and not dated and said.group.modal == "would" and strong and not said.group.negated and said.opener in ("", "that")


def _out_then(parsed: Parse, clause: Clause) -> bool:
    """Tell whether an "is" says that something is out or somewhere: "the book is out on 4 April", "is in cinemas from May"."""
    group, after = clause.group, parsed.words[min(clause.group.end, len(parsed.words) - 1)].low
    present = group.lemma == "be" and group.finite and not (group.past or group.perfect or group.modal or group.negated or group.controls)
    of = parsed.words[min(group.end + 1, len(parsed.words) - 1)].low == "of"
    return present and (after in ("out", "back") or after in ("in", "at")) and not of


def _fixture(parsed: Parse, clause: Clause) -> bool:
    """Tell whether an "is" says when something is to be: "their next match is against Orne on 4 May", "the vote is on Friday"."""
    group, who = clause.group, subject_words(parsed, clause)
    present = group.lemma == "be" and group.finite and not (group.past or group.perfect or group.modal or group.negated or group.controls)
    heads = [i for i in takewhile(lambda i: parsed.tags[i] != "P", who) if parsed.tags[i] in "an"]
    event = bool(heads) and parsed.tags[heads[-1]] == "n" and noun_classes()[parsed.words[heads[-1]].low] in _SET
    return present and event and parsed.tags[group.end : group.end + 1] in ("P", "X")


_SET: Final = frozenset("match vote election meet conference court ceremony debate launch".split())


def _situated(parsed: Parse, clause: Clause) -> bool:
    """Tell whether a "was" says where or how somebody was ("was in hospital", "was missing"), not what ("was one of the best")."""
    rest = [i for i in range(clause.group.end, clause.end) if parsed.tags[i] not in "XR"]
    return bool(rest) and (parsed.tags[rest[0]] == "P" or parsed.words[rest[0]].low in _STATES)


_STATES: Final = frozenset("missing dead ill absent present closed open shut back unconscious alive homeless free safe".split())


def told(reader: Reader, number: int, sentence: Sentence, parsed: Parse, bound: Bound, time: TimeExpression) -> Mention | None:
    """What somebody said on a date, in the background: it supports an event of that day and makes none."""
    clause = bound.clause
    if clause is None or clause.index + 1 >= len(parsed.clauses):
        return None if clause is None else _said_of(reader, number, sentence, parsed, clause, time)
    following = parsed.clauses[clause.index + 1]
    dated = any(w.time >= 0 and not is_length(w) for w in parsed.words[following.start : following.end])
    if following.group.participle or following.group.infinitive or dated:
        return None
    inner = undated_bound(parsed, following)
    if inner is None:
        return None
    status = judge(parsed, following, None, reader.today).status if following.group.lemma in cues.CANCEL | cues.POSTPONE else None
    off = status if status in ("cancelled", "postponed") else "happened"  # "said it was delaying the launch"
    mention = build(reader, number, sentence, parsed, inner, off, time, None)
    who = reader.names.within(parsed.words[clause.start].start, parsed.words[clause.end - 1].end)
    people = tuple(dict.fromkeys((*mention.people, *texts(who, "person"))))
    doing = inner.clause is not None and _does(inner.clause) and _of_itself(parsed, inner.clause)
    return replace(mention, background=not doing or time.span is None or time.span.days != 1, people=people)


def _said_of(reader: Reader, number: int, sentence: Sentence, parsed: Parse, said: Clause, time: TimeExpression) -> Mention | None:
    """What has been done by the day on which somebody said so: "police have arrested a man, a spokesman said on Monday"."""
    main = main_clause(parsed)
    if main is None or main.index or said.index != len(parsed.clauses) - 1 or parsed.tags[said.start] != ",":
        return None
    done = main.group.perfect and not main.group.past and not main.group.modal and not main.group.progressive
    inner = undated_bound(parsed, main) if done and time.span is not None and time.span.days == 1 else None
    if inner is None or inner.token != main.group.head or parsed.dated(0, main.end):
        return None
    if judge(parsed, main, None, reader.today).status != "happened":
        return None
    return build(reader, number, sentence, parsed, inner, "happened", time, _SAID_THEN)


_SAID_THEN: Final = "it had been done by the day on which somebody said so"


def _does(clause: Clause) -> bool:
    """Tell whether a clause may tell what is done by saying it: "it was closing its office", "it had agreed to buy"."""
    group = clause.group
    return not group.modal and not group.negated and ((group.progressive and group.past) or group.perfect)


def _of_itself(parsed: Parse, clause: Clause) -> bool:
    """Tell whether what somebody said is what they do thereby: "the bank said on Sunday it was closing its office"."""
    return [parsed.words[i].low for i in subject_words(parsed, clause)] in (["it"], ["they"], ["he"], ["she"])
