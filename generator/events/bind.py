"""A time expression and its sentence in, the word that it dates out: a verb, an event noun, or the reason why neither."""

from __future__ import annotations

from typing import Final

from generator.events.called_off import called_off
from generator.events.described import modified, modifier, of_noun
from generator.events.en import cues, verbs
from generator.events.idle import idle
from generator.events.lexicon import LIGHT, SPEECH, STATE, STATEMENT
from generator.events.light import IMPACT, RANKS, cause, light
from generator.events.phrases import any_noun, noun_before, set_apart, subject_head, weak
from generator.events.saw import saw
from generator.events.wording import is_length
from generator.events.words import Bound, Clause, Parse


def _deadline(parsed: Parse, token: int) -> Clause | None:
    """What there is time for until the day told: "has until Friday to [appeal]"."""
    words = parsed.words
    if token < 2 or words[token - 1].low not in ("until", "till") or words[token - 2].low not in ("has", "have", "had", "given"):
        return None
    return next((c for c in parsed.clauses if c.group.infinitive and c.group.start == token + 1), None)


def bind(parsed: Parse, token: int) -> Bound:
    """Find what the time expression at `token` dates."""
    if (task := _deadline(parsed, token)) is not None:
        return Bound(task, task.group.head, "verb")
    clause = _of_the_market(parsed, _governing(parsed, token))
    if clause is not None and (seen := saw(parsed, token, clause)) is not None:
        return seen
    if reason := idle(parsed, token, clause):
        return Bound(clause, token, "none", reason)
    if (of := of_noun(parsed, token)) is not None:
        return of
    head = modified(parsed, token)
    if head is not None:
        return modifier(parsed, token, head, clause)
    near = noun_before(parsed, token)
    if near is not None and set_apart(parsed, near):
        over = clause is not None and clause.group.lemma in cues.CANCEL | cues.POSTPONE
        return Bound(None if over else clause, near, "noun")  # not the vote is off in "called off the strike after the vote on Monday"
    if clause is None:
        event = any_noun(parsed, 0, len(parsed.words))
        return Bound(None, event, "noun") if event is not None else Bound(None, token, "none", "no word in the sentence names an event")
    clause = _first_to(parsed, clause, token)
    bound = _to_clause(parsed, token, clause if near is not None else _above_state(parsed, clause), near)
    following = parsed.clauses[clause.index + 1] if clause.index + 1 < len(parsed.clauses) else None
    if bound.how == "none" and following and following.opener == "and" and following.group.finite:
        own = parsed.dated(following.start, following.end)
        if token < clause.group.start or (following.group.past and not own and clause.group.past and clause.group.finite):
            return _to_clause(parsed, token, following, None)  # "In June they fell out and their chief was arrested"
    if bound.how == "none" and clause.index and clause.group.participle and parsed.words[clause.start].low in ("before", "after"):
        return _to_clause(parsed, token, parsed.clauses[clause.index - 1], None)  # "turned twice before coming to rest on Monday"
    return bound


def _of_the_market(parsed: Parse, clause: Clause | None) -> Clause | None:
    """The clause before "after the market closes on Thursday", which only says when on that day."""
    if clause is None or not clause.index or clause.opener not in ("after", "before") or clause.group.lemma not in ("close", "open"):
        return clause
    market = any(parsed.words[i].low in ("market", "markets", "exchange") for i in range(clause.start, clause.group.start))
    return parsed.clauses[clause.index - 1] if market else clause


def _above_state(parsed: Parse, clause: Clause) -> Clause:
    """Give the date behind a participle that tells a state to the clause it hangs on: "sold to a firm owned by a bank on Monday"."""
    group = clause.group
    while (group.participle or group.infinitive) and group.lemma in STATE - LIGHT and clause.index and clause.start == group.start:
        if clause.opener:
            break
        if parsed.words[group.head].low.endswith("ing") and not parsed.clauses[clause.index - 1].group.past:
            break
        clause = parsed.clauses[clause.index - 1]
        group = clause.group
    return clause


def _governing(parsed: Parse, token: int) -> Clause | None:
    """The clause that a time expression belongs to: from an opening phrase or participle it passes on to the main clause."""
    clause = parsed.clause_at(token)
    if (
        clause is not None
        and clause.index
        and (_behind_aside(parsed, token, clause) or _soon_after(parsed, clause) or _on_arrival(parsed, clause))
    ):
        return parsed.clauses[clause.index - 1]
    if clause is None or clause.index + 1 >= len(parsed.clauses):
        return clause
    group, following = clause.group, parsed.clauses[clause.index + 1]
    if _aside_between(parsed, token, clause) and following.group.finite and following.opener not in ("and", "but", "or"):
        return following  # "Earlier this month the firm, which is a bank, bought"
    aside = not clause.index and token < group.start and parsed.tags[token + 1 : token + 3] == ",S"
    if aside and parsed.words[token + 2].low in ("when", "as", "while") and following.group.finite and not following.opener:
        return following  # "In 1999, when he was 24, he founded"
    if group.infinitive and following.group.finite and not following.opener and parsed.tags[token - 2 : token + 2] == ",PX,":
        return following  # "an attempt to close the plant, in 2009, was dropped"
    if not group.participle or following.opener in ("which", "who", "that", "where"):
        return clause
    opens = clause.index == 0 and token < group.start
    phrase = clause.index == 0 and parsed.tags[0] == "P" and token > group.start and parsed.tags[group.start - 1] != ","
    phrase = phrase and not following.group.modal  # "Under a pact signed on Monday, the bank would lend"
    while_doing = (
        clause.index == 0
        and parsed.words[group.start].low.endswith("ing")
        and (
            clause.opener in ("after", "before", "while", "when", "since")
            or parsed.words[0].low in ("just", "shortly", "soon", "after", "before", "while", "on", "upon")
        )
    )
    return following if (opens or phrase or while_doing) and following.group.finite else clause


def _behind_aside(parsed: Parse, token: int, clause: Clause) -> bool:
    """Tell whether what stands before a time only describes: "is expected to reach the town, some way off and cut off, [on Sunday]"."""
    before, group = parsed.clauses[clause.index - 1].group, clause.group
    apart = parsed.tags[token - 2 : token] == ",P" and "," in parsed.tags[before.end : group.start]
    return apart and bool(before.controls) and clause.opener == "and" and group.end == group.start + 1


def _soon_after(parsed: Parse, clause: Clause) -> bool:
    """Tell whether a clause only says how soon something happened: "derailed [shortly after leaving Orne on Monday]"."""
    before, words = parsed.clauses[clause.index - 1], parsed.words
    soon = clause.opener in ("after", "before") and words[clause.start - 1].low in _SOON
    return (
        soon
        and before.group.finite
        and words[clause.group.start].low.endswith("ing")
        and "," not in parsed.tags[before.group.end : clause.start]
    )


def _on_arrival(parsed: Parse, clause: Clause) -> bool:
    """Tell whether a clause only says who came when something happened: "found two bodies [when they arrived on Sunday]"."""
    before = parsed.clauses[clause.index - 1].group
    return clause.opener == "when" and clause.group.lemma in _COMES and before.finite and before.past and before.lemma not in STATE


_COMES: Final = frozenset("arrive come return get reach enter".split())
_SOON: Final = frozenset("shortly soon immediately just moments seconds minutes hours".split())


def _first_to(parsed: Parse, clause: Clause, token: int) -> Clause:
    """Give the date behind "became the first woman to lead the club" to what she became."""
    before = parsed.clauses[clause.index - 1] if clause.index else None
    if before is None or not clause.group.infinitive or clause.start != clause.group.start or not before.group.finite:
        return clause
    ranked = any(parsed.words[i].low in RANKS for i in range(before.group.end, before.end))
    if ranked and before.group.lemma == "be" and before.group.past and not before.group.negated and token > clause.group.end:
        return clause  # "was the first to [sign] a petition in March"
    return before if ranked and before.group.lemma in ("become", "be") else clause


def _aside_between(parsed: Parse, token: int, clause: Clause) -> bool:
    """Tell whether a relative clause after a comma stands between a time that opens the sentence and the verb of that clause."""
    tags = parsed.tags
    at = tags.find(",W", token, clause.group.start)
    return clause.index == 0 and at > 0 and not set(tags[:token]) - set("PRXD,")


def _to_clause(parsed: Parse, token: int, clause: Clause, near: int | None) -> Bound:
    """The verb of the clause, or an event noun in it where the verb alone says little."""
    if (off := called_off(parsed, clause)) is not None:
        return off
    group = clause.group
    if group.lemma == "see" and token < group.start and (seen := subject_head(parsed, clause, token)) is not None:
        return Bound(clause, seen, "noun")  # "a gift of two boats on Monday saw"
    if near is not None and near < group.start:
        near = None
    if group.lemma in IMPACT and (struck := cause(parsed, clause)) is not None:
        return Bound(clause, struck, "verb")
    if group.lemma in ("see", "hear") and group.passive and any(word.low == "last" for word in parsed.words[group.start : group.end]):
        return Bound(clause, group.head, "verb")  # "the boat was last seen on Monday"
    if group.lemma in SPEECH and group.passive and (told := any_noun(parsed, clause.start, group.start)) is not None:
        return Bound(clause, told, "verb")
    if group.lemma in SPEECH and group.lemma not in STATEMENT and not group.controls and not _acts(parsed, clause):
        if near is not None and not weak(parsed, near):
            return Bound(clause, near, "noun")
        following = parsed.clauses[clause.index + 1] if clause.index + 1 < len(parsed.clauses) else None
        bidden = group.passive and parsed.tags[group.end : group.end + 1] == "T"
        if group.lemma in ("tell", "ask") and (bidden or (following is not None and following.group.infinitive)):
            return Bound(clause, group.head, "verb")
        return Bound(clause, group.head, "carried", "dates only what was said")
    if group.lemma in _NAMES and near is not None and near >= group.end and not weak(parsed, near):
        return Bound(clause, near, "noun")  # "cited the attack near Lund on 21 August"
    if group.lemma in verbs.OF_THINGS and near is not None and near >= group.end and _dated(parsed, clause, near):
        return Bound(clause, near, "noun")  # "on Saturday condemned the attacks on Friday"
    if group.lemma == "call" and near is not None and parsed.tags[near + 1 : near + 2] == "D" and near >= group.end:
        return Bound(clause, group.head, "carried", "dates only what was said")  # "called the protest a stunt on Tuesday"
    if group.lemma in _LOOKS_INTO and near is not None and near >= group.end and not weak(parsed, near):
        return Bound(clause, near, "noun")  # "are investigating the deaths of two men on Sunday"
    if group.lemma in _PROMISES and near is not None and token > group.end + 1 and not weak(parsed, near) and near >= group.end:
        return Bound(clause, near, "verb" if group.lemma in ("call", "order", "declare") else "noun")
    planned = group.passive and not group.controls and verbs.CONTROL.get(group.lemma) == "planned"
    if group.lemma in LIGHT or group.lemma in STATE or group.copula or planned:
        return light(parsed, token, clause, near)
    return Bound(clause, group.head, "verb")


def _dated(parsed: Parse, clause: Clause, near: int) -> bool:
    """Tell whether a clause has its date before a noun, so that the one behind the noun is the noun's."""
    return any(parsed.tags[i] == "X" and not is_length(parsed.words[i]) for i in range(clause.start, near))


_LOOKS_INTO: Final = frozenset("investigate probe mourn regret".split())
_NAMES: Final = frozenset("cite mention recall".split())
_PROMISES: Final = frozenset(
    "announce declare propose order demand call offer confirm reveal disclose warn threaten recommend request".split()
)


def _acts(parsed: Parse, clause: Clause) -> bool:
    """Tell whether a verb that may be one of speech has a thing for its object: "added two routes", "admitted sailors"."""
    group, tags = clause.group, parsed.tags
    told = any(tags[i] in "anAp" for i in range(clause.start, group.start)) or group.participle or bool(group.controls)
    told = told or (group.infinitive and bool(clause.index))  # "prompting the firm to recall 3,000 cars"
    if group.passive and (group.lemma == "admit" or (group.lemma == "show" and tags[group.end : group.end + 1] == "P")):
        return True  # "was admitted to a clinic", "was shown in Lund"
    after = parsed.words[min(group.end, len(tags) - 1)].low
    if group.lemma == "speak" and told and after != "of":
        return bool(group.modal or group.controls) or after in ("with", "by")  # "will speak in Oslo"
    thing = tags[group.end : group.end + 1] in ("D", "#", "A", "a", "n", "J") or tags[group.end : group.end + 2] == "XP"
    return group.lemma in verbs.ALSO_ACTS and told and thing
