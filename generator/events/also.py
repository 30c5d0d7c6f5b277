"""A time bound to one clause in, what else happened then out: what broke off a state, the news that moved a share."""

from __future__ import annotations

from typing import Final

from generator.events.undated import undated_bound
from generator.events.words import Bound, Clause, Parse

_MARKET: Final = frozenset("shares share stock stocks".split())


def what_moved(parsed: Parse, bound: Bound) -> Bound | None:
    """The news that moved a share on the same day: "shares in the firm fell on Tuesday [after it cut its dividend]"."""
    clause = bound.clause
    if clause is None or bound.how != "verb" or clause.index + 1 >= len(parsed.clauses) or not clause.group.past:
        return None
    following = parsed.clauses[clause.index + 1]
    shares = any(parsed.words[i].low in _MARKET for i in range(clause.start, clause.group.start))
    dated = parsed.dated(following.start, following.end)
    if not shares or dated or following.opener != "after" or not following.group.past or following.group.modal:
        return None
    return undated_bound(parsed, following)


def when(parsed: Parse, token: int, bound: Bound) -> Bound:
    """Give the date of a state to what happened then: "in power since 2014, [when] it ousted", "it was on Monday [that] the ship left"."""
    state = bound.clause
    if state is None or not state.group.finite or state.index + 1 >= len(parsed.clauses):
        return bound
    if (then_done := _on_which(parsed, token, state)) is not None:
        return then_done
    if bound.reason not in _OF_STATES and state.group.lemma != "see":
        return bound
    then = parsed.clauses[state.index + 1]
    group, own = then.group, parsed.dated(then.start, then.end)
    opener = parsed.tags[token + 1 : token + 2] == "," and then.start <= token + 2
    follows = then.start == token + 1 or opener
    cleft = then.opener == "that" and parsed.words[state.start].low == "it" and state.group.copula
    if not follows or own or not group.past or not (then.opener == "when" or cleft) or group.modal:
        return bound
    return undated_bound(parsed, then) or bound


def broken_off(parsed: Parse, token: int, bound: Bound) -> Bound:
    """Give the date of what was going on to what happened then: "was boarding a train on Monday when [a tree fell] on the line"."""
    clause = bound.clause
    if clause is None or clause.index + 1 >= len(parsed.clauses) or bound.token != clause.group.head:
        return bound
    if clause.group.finite and (then_done := _on_which(parsed, token, clause)) is not None:
        return then_done
    then, group = parsed.clauses[clause.index + 1], clause.group
    lasting = group.past and group.finite and ((group.progressive and not group.passive) or group.lemma == "be")
    told = then.opener == "when" and then.group.past and not (then.group.progressive or then.group.modal)
    dated = parsed.dated(then.start, then.end)
    return (undated_bound(parsed, then) or bound) if lasting and told and not dated else bound


def _on_which(parsed: Parse, token: int, state: Clause) -> Bound | None:
    """What was done on the day that a time tells: "counts from a day in June [on which he was sent home]"."""
    then = parsed.clauses[state.index + 1]
    tags = parsed.tags[token + 1 : token + 3]
    follows = then.start <= token + 3 and (tags == "PW" or (tags[:1] == "S" and parsed.words[token + 1].low == "when"))
    own = any(word.time >= 0 for word in parsed.words[max(then.start, token + 1) : then.end])
    past = then.group.past and then.group.finite and not then.group.modal and not state.group.past
    return undated_bound(parsed, then) if follows and past and not own else None


_OF_STATES: Final = ("a state, not an event", "says since when", "no word in the clause names an event")
