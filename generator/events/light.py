"""A verb that says little in, the word out that names its event: "hold", "begin" and "come" with what stands beside them."""

from __future__ import annotations

from typing import Final

from generator.events.en import nouns, verbs
from generator.events.lexicon import STATE
from generator.events.phrases import SUBJECT, any_noun, weak
from generator.events.subject import subject_words
from generator.events.words import Bound, Clause, Parse


def light(parsed: Parse, token: int, clause: Clause, near: int | None) -> Bound:
    """A verb such as "hold" or "begin": the noun beside it names the event; a state makes none unless a day is given."""
    group = clause.group
    after = any_noun(parsed, group.end, clause.end)
    before = any_noun(parsed, max(0, clause.start - 6) if clause.start == group.start else clause.start, group.start)
    if before is None and "p" in parsed.tags[clause.start : group.start]:
        before = _last_noun(parsed, clause.start)
    if before is None and after is None and group.lemma in _RUNS and group.finite and clause.index and clause.opener != "and":
        who = subject_words(parsed, clause)  # "The strike, which began on Monday, [ended] on Friday"
        before = who[-1] if who and parsed.tags[who[-1]] == "n" else None
    passive = group.passive or group.lemma in ("begin", "start", "open", "end", "happen", "occur", "conclude", "resume", "come", "follow")
    if _is_ranked(parsed, clause, token):
        return Bound(clause, group.head, "none", "a state, not an event")
    if group.copula and token >= group.end and parsed.tags[group.end : token].lstrip("RN")[:1] in ("D", "#"):
        before = None  # "the strike is the second this year"
    order = (before, near, after) if passive or group.copula else (near, after, before)
    for noun in order:
        if noun is not None and (not weak(parsed, noun) or group.lemma in _STAGED):
            return Bound(clause, noun, "verb")
    if (
        group.copula
        and before is not None
        and token >= group.end
        and not group.negated
        and not set(parsed.tags[group.end : token]) - set("PR")
    ):
        return Bound(clause, before, "verb")  # "the deadline for bids is Friday"
    if group.copula and group.past and not group.negated and (what := _last_of(parsed, clause, token)) is not None:
        return Bound(clause, what, "noun")
    behind = parsed.clauses[clause.index + 1] if clause.index + 1 < len(parsed.clauses) else None
    if group.lemma == "hold" and behind is not None and behind.opener == "that" and token == behind.start - 1:
        return Bound(clause, group.head, "verb")  # "the court held in May that"
    if group.negated and group.modal and parsed.words[token - 1].low in ("until", "till", "before"):
        return Bound(clause, group.head, "verb")  # "the ferry will not run until August"
    if group.passive and group.lemma in _FIXED and parsed.tags[group.end : token] == "P" and parsed.words[token - 1].low == "for":
        return Bound(clause, group.head, "verb")  # "the run is set for 7 May"
    if group.lemma in ("come", "follow") and group.modal in ("will", "'ll") and "a" in parsed.tags[clause.start : group.start]:
        return Bound(clause, group.head, "verb")  # "the second model will follow in June"
    told = group.past or not (group.perfect or group.progressive or group.modal)
    if group.lemma in ("come", "follow") and told and group.finite and (what := _that_came(parsed, clause, token)) is not None:
        return Bound(clause, what, "noun")
    if group.past and group.lemma in ("be", "come", "finish") and _ranked(parsed, clause, token):
        return Bound(clause, group.head, "verb")
    if group.lemma == "have" and _had_a_child(parsed, clause):
        return Bound(clause, group.head, "verb")
    if group.lemma == "set" and group.participle and group.start and parsed.words[group.start - 1].low in _RECORDS:
        return Bound(clause, group.head, "verb")  # "the record set by Holm in 2003"
    if group.lemma in _EMPTY and not _filled(parsed, clause):
        return Bound(clause, group.head, "none", "no word in the clause names an event")
    held = group.passive and group.lemma in ("play", "hold")  # "the fair will be held on Sunday"
    held = held or (group.lemma == "hold" and (group.modal in ("will", "'ll") or bool(group.controls)))  # "will hold a sing-in"
    if group.copula or (group.lemma in STATE and not held):
        acts = group.lemma == "be" or group.lemma in verbs.ACTS
        return Bound(clause, group.head, "carried" if acts else "none", "a state, not an event")
    return Bound(clause, group.head, "verb")


def _last_of(parsed: Parse, clause: Clause, token: int) -> int | None:
    """What is the first or last of its kind and was on a date: "her last public concert [was in May]"."""
    words, tags = parsed.words, parsed.tags
    m = SUBJECT.match(tags, clause.start, clause.group.start)
    if m is None or m.end() != clause.group.start or token < clause.group.end or set(tags[clause.group.end : token]) - set("PR"):
        return None
    ranked = any(words[i].low in RANKS for i in range(m.start(), m.end() - 1))
    return m.end() - 1 if ranked and tags[m.end() - 1] == "a" and words[m.end() - 1].low not in _TIMES else None


_TIMES: Final = frozenset("time times day week month year occasion instance moment".split())
RANKS: Final = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last latest only".split())


def _is_ranked(parsed: Parse, clause: Clause, token: int) -> bool:
    """Tell whether a clause only ranks what it is about: "Karla is the third storm to strike this year"."""
    group = clause.group
    present = group.copula and group.finite and not (group.past or group.perfect or group.modal or group.controls or group.negated)
    if not present or token < group.end or parsed.tags[group.end : group.end + 1] != "D":
        return False
    there = parsed.words[group.start - 1].low == "there"
    return not there and any(word.low in RANKS for word in parsed.words[group.end : min(group.end + 4, token)])


def _ranked(parsed: Parse, clause: Clause, token: int) -> bool:
    """Tell whether a "was" or "came" gives a place in a contest: "was fourth in London", "was runner-up"."""
    after = clause.group.end
    behind = parsed.tags[after + 1 : after + 2]
    return after < token and parsed.words[after].low in _PLACES and (behind in ("P", "X", "") or after + 1 == clause.end)


_PLACES: Final = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last runner-up champion".split())


def _that_came(parsed: Parse, clause: Clause, token: int) -> int | None:
    """The noun of "the first big cut came in September": its time follows the verb at once, and the noun says what it was."""
    words, tags = parsed.words, parsed.tags
    m = SUBJECT.match(tags, clause.start, clause.group.start)
    if m is None or set(tags[clause.group.end : token]) - set("PR") or m.end() - m.start() < 2:
        return None
    return None if words[m.end() - 1].low in _BARE_NEWS else m.end() - 1


_BARE_NEWS: Final = frozenset(
    "move news announcement decision report statement comments comment remarks call warning figures data visit".split()
)


def _filled(parsed: Parse, clause: Clause) -> bool:
    """Tell whether a verb that says little has with it what it needs: an object, or the end of something that has a name.

    "Got a pay rise", "brought in a captain", "the season ended"; not "the move comes as" and not "it went on".
    """
    group, tags, words = clause.group, parsed.tags, parsed.words
    ends = group.lemma == "end" and group.finite and not group.negated  # "opens on 12 June and ends on 2 July"
    done = group.past or group.modal or group.perfect or group.passive or group.controls
    if group.lemma not in verbs.FILLED or not (ends or done):
        return False
    if group.lemma == "end":
        began = clause.opener == "and" and clause.index and parsed.clauses[clause.index - 1].group.lemma in ("begin", "start", "open")
        own = not any(words[i].time >= 0 for i in range(clause.start, group.start)) and "a" in tags[clause.start : group.start]
        return own or bool(began)
    low = group.end
    after = words[group.end].low if group.end < clause.end else ""
    if group.lemma == "go" and ((after == "off" and tags[low + 1 : low + 2] in ("P", "R", "X")) or after in _ELSEWHERE):
        return True  # "the bomb went off at noon", "she went upstairs"
    thing = next((i for i in range(low, clause.end) if tags[i] in "anAp"), None)
    if thing is None:
        return False
    if group.lemma in ("come", "go"):
        return not set("PT").isdisjoint(tags[low:thing]) and words[low].low in _WHERE and not set(tags[low:thing]) & set("SCW;")
    low += words[low].low in _PARTICLES
    return not set(tags[low:thing]) & set("SCW;") and (group.passive or "P" not in tags[low:thing])


def _had_a_child(parsed: Parse, clause: Clause) -> bool:
    """Tell whether somebody "had a daughter"."""
    at = clause.group.end
    behind = parsed.words[at + 1].low if at + 1 < len(parsed.words) else ""
    return clause.group.past and parsed.tags[at : at + 1] in ("D", "#") and behind in _BORN


_BORN: Final = frozenset("son daughter child baby twins sons daughters children".split())
_RECORDS: Final = frozenset("record records mark best precedent".split())
_ELSEWHERE: Final = frozenset("upstairs downstairs home abroad overseas outside inside ashore overboard underground".split())
_PARTICLES: Final = frozenset("up in out on off down back forward together over".split())


_WHERE: Final = frozenset("to into under out off on home back before".split())


def _last_noun(parsed: Parse, high: int) -> int | None:
    """The last event noun before a token, which an "it" may mean."""
    found = [i for i in range(high) if parsed.tags[i] == "n" and parsed.words[i].low not in nouns.WEAK]
    return found[-1] if found else None


# The noun before them is what happened: "an earthquake struck the valley".
IMPACT: Final = frozenset(
    "strike hit shake kill injure damage leave devastate destroy rock stop halt disrupt ravage cause claim wound".split()
)


def cause(parsed: Parse, clause: Clause) -> int | None:
    """The event noun that strikes, kills or stops: the subject, or what "that" or "which" points back to."""
    low = clause.start
    if clause.opener in ("that", "which") or (clause.index and parsed.clauses[clause.index - 1].group.participle):
        low = max(0, low - 8)
    found = [i for i in range(low, clause.group.start) if parsed.tags[i] == "n" and parsed.words[i].low not in nouns.WEAK]
    return found[0] if found else None


_RUNS: Final = frozenset("end begin start open close resume finish conclude continue".split())
_FIXED: Final = frozenset("set fix".split())
_EMPTY: Final = frozenset("come go get keep see last follow mark face lead put have mean cause prompt bring set end".split())


_STAGED: Final = frozenset(
    "hold begin start open end happen occur take make conduct stage host attend participate conclude publish".split()
)
