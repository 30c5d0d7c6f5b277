"""A time expression in, the reason out why it dates no event: years of a life, a figure to compare with, a period."""

from __future__ import annotations

import re
from typing import Final

from generator.events.called_off import given_up, says_when
from generator.events.lexicon import SPEECH, STATEMENT, WEAK_VERBS, class_of
from generator.events.words import Clause, Parse


def idle(parsed: Parse, token: int, clause: Clause | None) -> str:
    """Why the time at `token`, of the clause that governs it, dates nothing by itself; empty where it may."""
    if _life(parsed, token):
        return "the years of a life"
    if _address(parsed, token):
        return "the number of a house, not a year"
    if token and parsed.words[token - 1].low in ("ended", "ending") and parsed.tags[token - 1] == "J":
        return "says when a period ends"
    if token and parsed.words[token - 1].low == "since" and not _perfect_beside(parsed, token):
        return "says since when"
    if _since_somebody(parsed, token):
        return "says since when"
    if _PERIOD.fullmatch(parsed.words[token].low) and parsed.tags[token + 1 : token + 3] == "TX":
        return "says how long a period is that ends with the date behind it"
    if clause is not None and parsed.words[0].low == "according" and _of_source(parsed, token, clause):
        return "says when a source was published"
    if _comparison(parsed, token):
        return "a figure to compare with, not an event"
    if clause is None:
        return ""
    group = clause.group
    if (
        token > 1
        and parsed.words[token - 1].low == "for"
        and _HOLIDAY_OR_SPAN.fullmatch(parsed.words[token].low)
        and _else(parsed, token, clause)
    ):
        return "says over what time, or for what holiday"
    if is_subject(parsed, token, clause):
        return "the time itself is what the sentence is about"
    if token > 2 and parsed.words[token - 2].low in _PAYMENT and parsed.tags[token - 1] == "P" and parsed.tags[token - 3] != "B":
        return "says when what was declared is paid"
    if _of_a_period(parsed, clause):
        return "says when a period begins or ends"
    if says_when(parsed, clause):
        return "says when a plan was called off"
    if given_up(parsed, clause):
        return "the day that was given up for a later one"
    before = token < group.start and group.past and (group.perfect or group.copula)  # "Until Tuesday the road had been closed"
    if parsed.words[token - 1].low in ("until", "till") and (before or _done_once(parsed, token, clause)):
        return "says until when what was done lasts"
    if token == group.end and (group.lemma == "spend" or (group.lemma in _PASSED and parsed.words[token].low.startswith("the "))):
        return "says how the time was spent"
    if group.participle and group.lemma in _DESCRIBES:
        return "only describes a noun"
    return ""


def _else(parsed: Parse, token: int, clause: Clause) -> bool:
    """Tell whether the clause of a time has another one before it: "fell on Friday, down 18 percent for [the week]"."""
    return "X" in parsed.tags[clause.start : token]


_HOLIDAY_OR_SPAN: Final = re.compile(
    r"the (?:day|session|week|month|quarter|year)|christmas|easter|thanksgiving|passover|ramadan|diwali|new year"
)


def _since_somebody(parsed: Parse, token: int) -> bool:
    """Tell whether a time only says when somebody was that something is counted from: "the first to resign since King Olav in 1817"."""
    if token < 3 or parsed.tags[token - 1] != "P" or parsed.tags[token - 2] != "A":
        return False
    at = token - 2
    while at and parsed.tags[at] in "AaJ":
        at -= 1
    return parsed.words[at].low == "since"


def _done_once(parsed: Parse, token: int, clause: Clause) -> bool:
    """Tell whether a verb tells a deed whose outcome lasts: "was remanded until 3 June", unlike "waited until 3 June"."""
    group = clause.group
    if not group.past or group.modal or group.negated or group.controls or group.copula or group.progressive or token < group.end:
        return False
    return group.lemma in _LASTING_OUTCOME and "from" not in parsed.known


_LASTING_OUTCOME: Final = frozenset(
    "close shut remand detain jail ban suspend bar halt block ground seal order extend lease rent cancel".split()
)


def _of_source(parsed: Parse, token: int, clause: Clause) -> bool:
    """Tell whether a time only belongs to the source of what goes on: "according to a report published in March, pipes leak"."""
    lasting = not (clause.group.past or clause.group.perfect or clause.group.modal)
    return lasting and "," not in parsed.tags[:token] and "v" in parsed.tags[:token]


_PAYMENT: Final = frozenset("payable record redeemable".split())  # "a dividend payable on 15 June to holders of record on 31 May"
_PASSED: Final = frozenset("start begin end finish close".split())  # "finished the year in third place"
_DESCRIBES: Final = frozenset("relate associate base entitle link involve concern name call know anticipate expect".split())


def _life(parsed: Parse, token: int) -> bool:
    """Tell whether a time expression is the years of a life behind a name."""
    return token > 0 and parsed.tags[token - 1] in "A(" and bool(_YEARS.fullmatch(parsed.words[token].text))


_PERIOD: Final = re.compile(r"the (?:[a-z]+ )?(?:week|month|quarter|year)s?")  # "in the week to 3 May"
_YEARS: Final = re.compile(r"\d{4}\s?[-–—]\s?\d{2,4}")


def _address(parsed: Parse, token: int) -> bool:
    """Tell whether four digits are the number of a house: "at 1909 Elm Street"."""
    words, tags = parsed.words, parsed.tags
    before = words[token - 1].low if token else ""
    return words[token].text.isdigit() and before in _BESIDE and tags[token + 1 : token + 2] == "A"


_BESIDE: Final = frozenset("at near behind outside opposite of to".split())


def _perfect_beside(parsed: Parse, token: int) -> bool:
    """Tell whether the clause of a "since" tells an event that began then: "has been held since Monday", not "30 have died since"."""
    clause = parsed.clause_at(token)
    if clause is None or clause.group.copula or clause.group.lemma in WEAK_VERBS:
        return False
    lasts = clause.group.perfect and (clause.group.passive or clause.group.progressive)
    lasts = lasts or (clause.group.participle and parsed.tags[clause.group.head] == "v")  # "the port, closed since Sunday, reopened"
    return lasts and not (clause.group.lemma in _ADD_UP and "#" in parsed.tags[clause.start : clause.group.start])


_ADD_UP: Final = frozenset("kill murder injure wound arrest report sell build hold".split())


def _comparison(parsed: Parse, token: int) -> bool:
    """Tell whether a time only belongs to the figure of before: "from $93 million a year earlier", "in the year-ago quarter"."""
    tags, words = parsed.tags, parsed.words
    low = words[token].low
    if "year-ago" in low or "year-earlier" in low or (tags[token - 1 : token] == "-" and words[max(0, token - 2)].low == "year"):
        return True
    clause = parsed.clause_at(token)
    if clause is not None and clause.group.lemma == "compare" and token > clause.group.start:
        return True
    moves = clause is not None and class_of(clause.group.lemma) in ("rise", "fall")
    if moves and clause is not None and "X" in tags[clause.group.end : _compared_with(parsed, token)]:
        return True  # "fell 4% in January from December"
    if not low.endswith((" earlier", " ago", " before", "previous year", "prior year")):
        return False
    if clause is not None and clause.group.lemma in _FIGURES and token < clause.group.start and low.endswith("earlier"):
        return any(tags[i] == "#" for i in range(clause.group.end, clause.end))
    before = [i for i in range(max(0, token - 12), token) if words[i].low in _FROM]
    return bool(before) and any(tags[i] == "#" for i in range(before[-1], token)) and not set(tags[before[-1] : token]) & set("vzigBH;")


_FROM: Final = frozenset("from than compared versus against".split())


_FIGURES: Final = frozenset("earn have post lose report be total".split())


def _compared_with(parsed: Parse, token: int) -> int:
    """Where a "from" stands that a figure and its time follow: "from $5m in December"; 0 where none does."""
    at = token - 1
    while at > 0 and parsed.tags[at] in "#DPaJ" and parsed.words[at].low != "from":
        at -= 1
    return at if parsed.words[at].low == "from" else 0


def is_subject(parsed: Parse, token: int, clause: Clause) -> bool:
    """Tell whether a time is the subject of its clause: "Monday was the hottest day", "this day will be remembered"."""
    if not clause.start <= token < clause.group.start or parsed.tags[token + 1 : clause.group.start].strip(",R"):
        return False
    before = parsed.tags[token - 1] if token > clause.start else "."
    return before not in "P," and _NAMING.isdisjoint(parsed.tags[clause.start : token])


_NAMING: Final = frozenset("anApW")


def _of_a_period(parsed: Parse, clause: Clause) -> bool:
    """Tell whether a relative clause describes a time ("the week that ended on 3 May"), unlike what is said ("said on Monday that")."""
    if clause.opener not in ("which", "that") or not parsed.tags[: clause.start].rstrip(",").endswith("X"):
        return False
    spoken = clause.opener == "that" and clause.index and parsed.clauses[clause.index - 1].group.lemma in SPEECH | STATEMENT
    return not spoken
