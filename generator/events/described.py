"""A time expression in, the noun out that it only describes: "the 2009 crash", "the crisis of 2008"."""

from __future__ import annotations

import re
from typing import Final, Literal

from generator.events.en import verbs
from generator.events.lexicon import LIGHT, SPEECH, STATE, class_of, noun_classes
from generator.events.words import Bound, Clause, Parse, Word


def of_noun(parsed: Parse, token: int) -> Bound | None:
    """A date that only says which thing is meant: "the crisis of 2008", "the best phone of 2019", "Black Friday levels" after "to"."""
    tags, words = parsed.tags, parsed.words
    if token < 2 or tags[token - 1] != "P" or words[token].low.endswith(("'s", "’s")) or tags[token + 1 : token + 2] == "D":
        return None
    if words[token - 1].low == "of" and tags[token - 2] in "anA" and words[token - 2].low not in _SHARES:
        how: Literal["modified", "none"] = "modified" if tags[token - 2] == "n" else "none"
        return Bound(parsed.clause_at(token), token - 2, how, "the date only describes a noun")
    levels = (
        tags[token + 1 : token + 2] in ("a", "n") and words[token].text[0].isupper() and not any(c.isdigit() for c in words[token].text)
    )
    if (
        levels
        and not words[token].low.endswith("day")
        and words[token - 1].low in ("to", "of", "for", "from", "with", "into", "about", "like")
    ):
        return Bound(parsed.clause_at(token), token + 1, "none", "the date only describes a noun")
    return None


_SHARES: Final = frozenset(
    "part parts half most rest much end beginning start middle course morning evening night day remainder bulk share".split()
)


def modified(parsed: Parse, token: int) -> int | None:
    """The noun that a date only describes ("the 2009 crash", "Monday's vote"): its token, or None."""
    tags, words = parsed.tags, parsed.words
    if token + 1 >= len(tags):
        return None
    before = tags[token - 1] if token else "."
    after = token + 1
    own = words[token].low.endswith(("'s", "’s")) or words[after].low in ("'s", "’s", "'")
    if words[after].low in ("'s", "’s", "'"):
        after += 1
    if words[token].text.isdigit() and before == "D" and _YEARS_OF_NAME.match(tags, token):
        own, after = True, after + 2  # "the 2022 and 2026 World Cups"
    elif words[token].text.isdigit() and token > 2 and tags[token - 3] == "D" and _YEARS_OF_NAME.match(tags, token - 2):
        own = True
    if before == "D" and words[token - 1].low in ("a", "an") and words[token].low in _SEASONS:
        own = True  # "in a winter storm"
    numbered = words[token].low.startswith("the ") and words[token].low[-4:].isdigit()
    own = own or (numbered and tags[after : after + 1] in ("a", "n"))  # "the early 2020 campaign"
    own = own or (words[token].low.startswith("the ") and words[token - 1].low != "on" and tags[after : after + 1] == "n")
    counted = before in "gvi" and words[token].text.isdigit()
    if (
        not own
        and not counted
        and before not in "DJa#"
        and not (words[token].low[:5] in ("this ", "last ") and tags[after : after + 1] in ("A",))
    ):
        return None
    if before == "a" and not own and words[token - 1].low not in ("mid", "early", "late", "previous"):
        return None
    m = _PHRASE.match(tags, after)
    if not m:
        return None
    chosen = [i for i in range(m.start(), m.end()) if tags[i] == "n"]
    return chosen[-1] if chosen else m.end() - 1


_PHRASE: Final = re.compile(r"[#JaAn]*[anA]")
_SEASONS: Final = frozenset("winter summer spring autumn fall".split())
_YEARS_OF_NAME: Final = re.compile(r"XCX[AaJn]")


def modifier(parsed: Parse, token: int, head: int, clause: Clause | None) -> Bound:
    """A date inside a noun phrase: it dates the clause when the phrase opens it ("In the 3 May deal, they ..."), else the noun."""
    tags, words = parsed.tags, parsed.words
    if words[token].low in _SEASONS and token and words[token - 1].low in ("a", "an"):
        return Bound(clause, head, "none", "the date only describes a noun")
    first = token
    while first and tags[first - 1] in "DJaA#":
        first -= 1
    placed = first > 0 and tags[first - 1] == "P" and words[first - 1].low in ("in", "at", "during", "on", "by", "with")
    venue = (
        tags[head] == "n"
        and clause is not None
        and (head < clause.group.start or noun_classes()[words[head].low] in _VENUES or _during(words, first))
    )
    occasion = placed and words[first - 1].low in ("in", "at")
    if occasion and clause is not None and clause.group.lemma in _DECIDED and token >= clause.group.end:
        return Bound(clause, clause.group.head, "verb")  # "lost her seat in the 2015 election", "won gold at the 2012 Games"
    alone = clause is not None and not any(word.time >= 0 for word in words[clause.group.end : clause.end])
    if clause is not None and alone and head + 1 == clause.group.start and _to_be_held(clause):
        return Bound(clause, clause.group.head, "verb")
    if (then := _what_happened_then(parsed, head)) is not None:
        return Bound(then, then.group.head, "verb")
    if clause is not None and occasion and tags[head] == "n" and token >= clause.group.end and _done_there(clause):
        return Bound(clause, clause.group.head, "verb")
    if placed and venue and clause is not None and (_tells(clause) or clause.group.lemma in SPEECH):
        return Bound(clause, clause.group.head, "verb")
    if tags[head] != "n":
        if (
            clause is not None
            and clause.group.lemma in _GAINS
            and token >= clause.group.end
            and words[token].low.startswith(("this ", "last "))
        ):
            return Bound(clause, clause.group.head, "verb")  # "won this year's prize"
        if placed and clause is not None and _tells(clause) and words[token].low.startswith(("this", "last", "next")):
            return Bound(clause, clause.group.head, "verb")
        return Bound(clause, head, "none", "the date only describes a noun")
    if clause is not None and tags[head] == "n" and clause.group.past and clause.group.finite and _outcome(parsed, head, clause):
        return Bound(clause, clause.group.head, "verb")
    if clause is not None and _tells(clause) and clause.group.finite and _moment_of(parsed, first):
        return Bound(clause, clause.group.head, "verb")
    return Bound(clause, head, "modified")


def _outcome(parsed: Parse, head: int, clause: Clause) -> bool:
    """Tell whether a verb tells what came of a noun then: "Thursday's storm tore down a mast", "the 7 March election was won by Holt"."""
    lemma = clause.group.lemma
    if head < clause.group.start and lemma in _DID:
        return True
    kind = noun_classes()[parsed.words[head].low]
    if kind not in _CONTESTS or clause.group.modal or clause.group.negated:
        return False
    return lemma in _WON and (clause.group.passive == (head < clause.group.start))


_CONTESTS: Final = frozenset("election vote match".split())
_WON: Final = frozenset("win lose contest draw".split())


def _what_happened_then(parsed: Parse, head: int) -> Clause | None:
    """What a relative clause tells of a dated occasion: "the 1994 race, when [a driver died]", "the fire of 2003, in which [ten died]"."""
    then = next((c for c in parsed.clauses if c.start > head and c.opener in ("when", "which", "where")), None)
    if then is None or _NEXT_TO.fullmatch(parsed.tags, head + 1, then.start) is None:
        return None
    placed = then.opener != "which" or parsed.words[then.start + (parsed.tags[then.start] == ",")].low in ("in", "at", "during")
    group = then.group
    told = placed and group.past and group.finite and not (group.modal or group.negated or group.copula) and _tells(then)
    return then if told and not parsed.dated(then.start, then.end) else None


_NEXT_TO: Final = re.compile(r"(?:P[DJaA#]*[anA]+)?,?")


def _to_be_held(clause: Clause) -> bool:
    """Tell whether a clause says where or that something dated is to be: "next year's fair is to take place in Lund"."""
    group = clause.group
    planned = group.modal in ("will", "'ll") or any(verbs.CONTROL.get(control) == "planned" for control in group.controls)
    return planned and not group.negated and group.lemma in ("happen", "hold", "stage")


def _done_there(clause: Clause) -> bool:
    """Tell whether a deed was done on the occasion that its clause names: "seized power in a 2001 coup"; not "charged in the 2001 coup"."""
    group = clause.group
    plain = group.past and group.finite and not (group.perfect or group.modal or group.negated or group.controls)
    tells = _tells(clause) or (group.lemma == "use" and group.passive)  # "was first used in a 1994 lecture"
    return plain and tells and class_of(group.lemma) not in _AFTERWARDS and group.lemma not in _OF_IT


# Done because of something, after it; and what is about it.
_AFTERWARDS: Final = frozenset("court charge arrest sue deny fine free expel testify discover denounce".split())
_OF_IT: Final = frozenset(
    "implicate suspect question interest invest result believe clear question investigate name identify link connect intervene".split()
)


def _moment_of(parsed: Parse, first: int) -> bool:
    """Tell whether a part of something dated is told as a moment: "in the 80th minute of [Saturday's game]"."""
    words = parsed.words
    return first > 1 and words[first - 1].low == "of" and words[first - 2].low in _MOMENTS


_DID: Final = frozenset("kill injure wound destroy damage tear flatten wreck flood cripple topple oust".split())
_MOMENTS: Final = frozenset("minute minutes half lap laps round hole stage set leg quarter session end opening".split())


def _during(words: list[Word], first: int) -> bool:
    return first > 0 and words[first - 1].low == "during"


_GAINS: Final = frozenset("win receive collect share take land claim host lose award present".split())


# What is decided or suffered on an occasion happens when that does.
_DECIDED: Final = frozenset("win lose beat defeat oust elect die kill injure wound score".split())
_VENUES: Final = frozenset("press meet conference ceremony debate".split())


def _tells(clause: Clause) -> bool:
    group = clause.group
    return not group.copula and group.lemma not in STATE and group.lemma not in SPEECH and group.lemma not in LIGHT
