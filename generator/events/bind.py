"""A time expression and its sentence in, the word that it dates out: a verb, an event noun, or the reason why neither."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from generator.events.en import cues, nouns, verbs
from generator.events.lexicon import LIGHT, SPEECH, STATE, STATEMENT, WEAK_VERBS, noun_classes
from generator.events.words import Clause, Parse, Word


class Bound(NamedTuple):
    """What a time expression dates: the clause, the token that names the event, and how."""

    clause: Clause | None
    token: int
    how: Literal["verb", "noun", "modified", "carried", "none"]
    reason: str = ""


def _deadline(parsed: Parse, token: int) -> Clause | None:
    """What there is time for until the day told: "has until Friday to [appeal]"."""
    words = parsed.words
    if token < 2 or words[token - 1].low not in ("until", "till") or words[token - 2].low not in ("has", "have", "had", "given"):
        return None
    return next((c for c in parsed.clauses if c.group.infinitive and c.group.start == token + 1), None)


def _of_a_period(parsed: Parse, clause: Clause) -> bool:
    """Tell whether a relative clause describes a time ("the week that ended on 3 May"), unlike what is said ("said on Monday that")."""
    if clause.opener not in ("which", "that") or "X" not in parsed.tags[max(0, clause.start - 2) : clause.start]:
        return False
    spoken = clause.opener == "that" and clause.index and parsed.clauses[clause.index - 1].group.lemma in SPEECH | STATEMENT
    return not spoken


def bind(parsed: Parse, token: int) -> Bound:
    """Find what the time expression at `token` dates."""
    if (task := _deadline(parsed, token)) is not None:
        return Bound(task, task.group.head, "verb")
    if _life(parsed, token):
        return Bound(None, token, "none", "the years of a life")
    if _address(parsed, token):
        return Bound(None, token, "none", "the number of a house, not a year")
    if parsed.words[token - 1].low == "since" and token and not _perfect_beside(parsed, token):
        return Bound(None, token, "none", "says since when")
    if _comparison(parsed, token):
        return Bound(None, token, "none", "a figure to compare with, not an event")
    clause = _governing(parsed, token)
    if clause is not None and _is_subject(parsed, token, clause):
        return Bound(clause, token, "none", "the time itself is what the sentence is about")
    if clause is not None and _of_a_period(parsed, clause):
        return Bound(clause, token, "none", "says when a period begins or ends")
    if clause is not None and clause.group.lemma == "spend" and token == clause.group.end:
        return Bound(clause, token, "none", "says how the time was spent")
    if clause is not None and clause.group.participle and clause.group.lemma in _DESCRIBES:
        return Bound(clause, token, "none", "only describes a noun")
    if clause is not None and clause.group.participle and parsed.words[clause.group.start].low == "having":
        return Bound(clause, token, "none", "what came before, told beside")
    if (of := _of_noun(parsed, token)) is not None:
        return of
    head = _modified(parsed, token)
    if head is not None:
        return _modifier(parsed, token, head, clause)
    near = _noun_before(parsed, token)
    if near is not None and _set_apart(parsed, near):
        return Bound(clause, near, "noun")
    if clause is None:
        event = _any_noun(parsed, 0, len(parsed.words), strong=False)
        return Bound(None, event, "noun") if event is not None else Bound(None, token, "none", "no word in the sentence names an event")
    bound = _to_clause(parsed, token, clause if near is not None else _above_state(parsed, clause), near)
    following = parsed.clauses[clause.index + 1] if clause.index + 1 < len(parsed.clauses) else None
    if bound.how == "none" and token < clause.group.start and following and following.opener == "and" and following.group.finite:
        return _to_clause(parsed, token, following, None)  # "In June they fell out and their chief was arrested"
    return bound


def _above_state(parsed: Parse, clause: Clause) -> Clause:
    """Give the date behind a participle that tells a state to the clause it hangs on: "sold to a firm owned by a bank on Monday"."""
    group = clause.group
    while (group.participle or group.infinitive) and group.lemma in STATE - LIGHT and clause.index and clause.start == group.start:
        if clause.opener:
            break
        if parsed.words[group.head].low.endswith("ing"):
            break
        clause = parsed.clauses[clause.index - 1]
        group = clause.group
    return clause


_DESCRIBES: Final = frozenset("relate associate base entitle link involve concern name call know anticipate expect".split())


def _address(parsed: Parse, token: int) -> bool:
    """Tell whether four digits are the number of a house: "at 1909 Elm Street"."""
    words, tags = parsed.words, parsed.tags
    before = words[token - 1].low if token else ""
    return words[token].text.isdigit() and before in _BESIDE and tags[token + 1 : token + 2] == "A"


_BESIDE: Final = frozenset("at near behind outside opposite of to".split())


def _perfect_beside(parsed: Parse, token: int) -> bool:
    """Tell whether the clause of a "since" tells an event that began then: "has been held since Monday"."""
    clause = parsed.clause_at(token)
    return clause is not None and clause.group.perfect and not clause.group.copula and clause.group.lemma not in WEAK_VERBS


def _comparison(parsed: Parse, token: int) -> bool:
    """Tell whether a time only belongs to the figure of before: "from $93 million a year earlier", "in the year-ago quarter"."""
    tags, words = parsed.tags, parsed.words
    low = words[token].low
    if "year-ago" in low or "year-earlier" in low or (tags[token - 1 : token] == "-" and words[max(0, token - 2)].low == "year"):
        return True
    clause = parsed.clause_at(token)
    if clause is not None and clause.group.lemma == "compare" and token > clause.group.start:
        return True
    if not low.endswith((" earlier", " ago", " before", "previous year", "prior year")):
        return False
    if clause is not None and clause.group.lemma in _FIGURES and token < clause.group.start and low.endswith("earlier"):
        return any(tags[i] == "#" for i in range(clause.group.end, clause.end))
    before = [i for i in range(max(0, token - 12), token) if words[i].low in _FROM]
    return bool(before) and any(tags[i] == "#" for i in range(before[-1], token)) and not set(tags[before[-1] : token]) & set("vzigBH;")


_FROM: Final = frozenset("from than compared versus against".split())
_FIGURES: Final = frozenset("earn have post lose report be total".split())


def _is_subject(parsed: Parse, token: int, clause: Clause) -> bool:
    """Tell whether a time is the subject of its clause: "Monday was the hottest day", "this day will be remembered"."""
    between = [tag for tag in parsed.tags[token + 1 : clause.group.start] if tag not in ",R"]
    before = parsed.tags[token - 1] if token > clause.start else "."
    return not between and token < clause.group.start and before not in "P," and not set(parsed.tags[clause.start : token]) & set("anApW")


def _life(parsed: Parse, token: int) -> bool:
    """Tell whether a time expression is the years of a life behind a name."""
    return token > 0 and parsed.tags[token - 1] in "A(" and bool(_YEARS.fullmatch(parsed.words[token].text))


_YEARS: Final = re.compile(r"\d{4}\s?[-–—]\s?\d{2,4}")


def _governing(parsed: Parse, token: int) -> Clause | None:
    """The clause that a time expression belongs to: from an opening phrase or participle it passes on to the main clause."""
    clause = parsed.clause_at(token)
    if clause is None or clause.index + 1 >= len(parsed.clauses):
        return clause
    group, following = clause.group, parsed.clauses[clause.index + 1]
    if not group.participle or following.opener in ("which", "who", "that", "where"):
        return clause
    opens = clause.index == 0 and token < group.start
    phrase = clause.index == 0 and parsed.tags[0] == "P" and token > group.start
    while_doing = (
        clause.index == 0
        and parsed.words[group.start].low.endswith("ing")
        and (
            clause.opener in ("after", "before", "while", "when", "since")
            or parsed.words[0].low in ("just", "shortly", "soon", "after", "before", "while", "on", "upon")
        )
    )
    return following if (opens or phrase or while_doing) and following.group.finite else clause


def _of_noun(parsed: Parse, token: int) -> Bound | None:
    """A date that only says which thing is meant: "the crisis of 2008", "the best phone of 2019", "Black Friday levels" after "to"."""
    tags, words = parsed.tags, parsed.words
    if token < 2 or tags[token - 1] != "P":
        return None
    if words[token - 1].low == "of" and tags[token - 2] in "anA" and words[token - 2].low not in _SHARES:
        how: Literal["modified", "none"] = "modified" if tags[token - 2] == "n" else "none"
        return Bound(parsed.clause_at(token), token - 2, how, "the date only describes a noun")
    levels = (
        tags[token + 1 : token + 2] in ("a", "n") and words[token].text[0].isupper() and not any(c.isdigit() for c in words[token].text)
    )
    if levels and words[token - 1].low in ("to", "of", "for", "from", "with", "into", "about", "like"):
        return Bound(parsed.clause_at(token), token + 1, "none", "the date only describes a noun")
    return None


_SHARES: Final = frozenset(
    "part parts half most rest much end beginning start middle course morning evening night day remainder bulk share".split()
)


def _modified(parsed: Parse, token: int) -> int | None:
    """The noun that a date only describes ("the 2009 crash", "Monday's vote"): its token, or None."""
    tags, words = parsed.tags, parsed.words
    if token + 1 >= len(tags):
        return None
    before = tags[token - 1] if token else "."
    after = token + 1
    own = words[token].low.endswith(("'s", "’s")) or words[after].low in ("'s", "’s", "'")
    if words[after].low in ("'s", "’s", "'"):
        after += 1
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
    m = _NOUN_PHRASE.match(tags, after)
    if not m:
        return None
    chosen = [i for i in range(m.start(), m.end()) if tags[i] == "n"]
    return chosen[-1] if chosen else m.end() - 1


_NOUN_PHRASE: Final = re.compile(r"[#JaAn]*[anA]")


def _modifier(parsed: Parse, token: int, head: int, clause: Clause | None) -> Bound:
    """A date inside a noun phrase: it dates the clause when the phrase opens it ("In the 3 May deal, they ..."), else the noun."""
    tags, words = parsed.tags, parsed.words
    first = token
    while first and tags[first - 1] in "DJaA#":
        first -= 1
    placed = first > 0 and tags[first - 1] == "P" and words[first - 1].low in ("in", "at", "during", "on", "by", "with")
    venue = (
        tags[head] == "n"
        and clause is not None
        and (head < clause.group.start or noun_classes()[words[head].low] in _VENUES or _during(words, first))
    )
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
    return Bound(clause, head, "modified")


def _during(words: list[Word], first: int) -> bool:
    return first > 0 and words[first - 1].low == "during"


_GAINS: Final = frozenset("win receive collect share take land claim host lose award present".split())
_VENUES: Final = frozenset("press meet conference ceremony debate".split())


def _tells(clause: Clause) -> bool:
    group = clause.group
    return not group.copula and group.lemma not in STATE and group.lemma not in SPEECH and group.lemma not in LIGHT


def _noun_before(parsed: Parse, token: int) -> int | None:
    """The event noun whose phrase ends at the time expression: "a meeting in Jordan [next week]"."""
    tags, words = parsed.tags, parsed.words
    at = token - 1
    while at >= 0 and tags[at] in "PR":
        at -= 1
    best = None
    while at >= 0 and (
        tags[at] in "anAJ#DPCX"
        or (tags[at] == "," and tags[at - 1 : at] == "A" and tags[at + 1] == "A")  # "to Lyon, France"
        or (tags[at] == "T" and tags[at + 1] in "DA")
    ):
        if tags[at] == "n":
            best = at
            if at and tags[at - 1] in "DJ":
                break
        if tags[at] == "P" and best is not None and words[at].low not in ("of",):
            break
        at -= 1
    return best


def _set_apart(parsed: Parse, noun: int) -> bool:
    """Tell whether "since", "after", "before" or the like holds a noun apart from the verb, so that the date is the noun's own."""
    at = noun - 1
    while at >= 0 and parsed.tags[at] in "DJaA#":
        at -= 1
    if at > 0 and parsed.tags[at] == "C" and parsed.tags[at - 1] == "X" and (before := _noun_before(parsed, at - 1)) is not None:
        return _set_apart(parsed, before)  # "since the raid a week ago and the opening of a trial two days later"
    return at >= 0 and parsed.words[at].low in _APART


_APART: Final = cues.SUBORDINATORS_OF_TIME | {"ahead", "despite", "from"}


def _to_clause(parsed: Parse, token: int, clause: Clause, near: int | None) -> Bound:
    """The verb of the clause, or an event noun in it where the verb alone says little."""
    if (off := _called_off(parsed, clause)) is not None:
        return off
    group = clause.group
    if group.lemma == "see" and token < group.start and (seen := _subject_head(parsed, clause, token)) is not None:
        return Bound(clause, seen, "noun")  # "a gift of two boats on Monday saw"
    if near is not None and near < group.start:
        near = None
    if group.lemma in _IMPACT and (cause := _cause(parsed, clause)) is not None:
        return Bound(clause, cause, "verb")
    if group.lemma in SPEECH and group.passive and (told := _any_noun(parsed, clause.start, group.start)) is not None:
        return Bound(clause, told, "verb")
    if group.lemma in SPEECH and group.lemma not in STATEMENT and not group.controls and not _acts(parsed, clause):
        if near is not None and not _weak(parsed, near):
            return Bound(clause, near, "noun")
        following = parsed.clauses[clause.index + 1] if clause.index + 1 < len(parsed.clauses) else None
        if group.lemma in ("tell", "ask") and following is not None and following.group.infinitive:
            return Bound(clause, group.head, "verb")
        return Bound(clause, group.head, "carried", "dates only what was said")
    if group.lemma in _PROMISES and near is not None and token > group.end + 1 and not _weak(parsed, near) and near >= group.end:
        return Bound(clause, near, "verb" if group.lemma in ("call", "order") else "noun")
    planned = group.passive and not group.controls and verbs.CONTROL.get(group.lemma) == "planned"
    if group.lemma in LIGHT or group.lemma in STATE or group.copula or planned:
        return _light(parsed, token, clause, near)
    return Bound(clause, group.head, "verb")


def _subject_head(parsed: Parse, clause: Clause, token: int) -> int | None:
    """The noun before a time in the subject, without what a preposition adds to it."""
    m = _SUBJECT.match(parsed.tags, clause.start, token)
    return m.end() - 1 if m else None


_SUBJECT: Final = re.compile(r"[DJR#A,]*[an]+")
_PROMISES: Final = frozenset(
    "announce declare propose order demand call offer confirm reveal disclose warn threaten recommend request".split()
)


def _acts(parsed: Parse, clause: Clause) -> bool:
    """Tell whether a verb that may be one of speech has a thing for its object: "added two routes", "admitted sailors"."""
    group, tags = clause.group, parsed.tags
    told = any(tags[i] in "anAp" for i in range(clause.start, group.start)) or group.participle or bool(group.controls)
    thing = tags[group.end : group.end + 1] in ("D", "#", "A", "a", "n", "J") or tags[group.end : group.end + 2] == "XP"
    return group.lemma in verbs.ALSO_ACTS and told and thing


def _called_off(parsed: Parse, clause: Clause) -> Bound | None:
    """Of "put off a meeting that was planned for" a day the meeting, in the clause that puts it off."""
    previous = parsed.clauses[clause.index - 1] if clause.index else None
    if previous is None or clause.opener not in ("that", "which") or clause.group.lemma not in verbs.CONTROL:
        return None
    if previous.group.lemma not in cues.CANCEL | cues.POSTPONE:
        return None
    noun = _any_noun(parsed, previous.group.end, previous.end)
    return None if noun is None else Bound(previous, noun, "verb")


def words_low(parsed: Parse, token: int) -> str:
    """A token in lower case."""
    return parsed.words[token].low


def _light(parsed: Parse, token: int, clause: Clause, near: int | None) -> Bound:
    """A verb such as "hold" or "begin": the noun beside it names the event; a state makes none unless a day is given."""
    group = clause.group
    after = _any_noun(parsed, group.end, clause.end)
    before = _any_noun(parsed, max(0, clause.start - 6) if clause.start == group.start else clause.start, group.start)
    if before is None and "p" in parsed.tags[clause.start : group.start]:
        before = _last_noun(parsed, clause.start)
    passive = group.passive or group.lemma in ("begin", "start", "open", "end", "happen", "occur", "conclude", "resume", "come", "follow")
    order = (before, near, after) if passive or group.copula else (near, after, before)
    for noun in order:
        if noun is not None and (not _weak(parsed, noun) or group.lemma in _STAGED):
            return Bound(clause, noun, "verb")
    if group.copula and before is not None and not group.negated and not set(parsed.tags[group.end : token]) - set("PR"):
        return Bound(clause, before, "verb")  # "the deadline for bids is Friday"
    if group.lemma == "come" and group.past and (what := _that_came(parsed, clause, token)) is not None:
        return Bound(clause, what, "noun")
    if group.lemma in _EMPTY and not _filled(parsed, clause):
        return Bound(clause, group.head, "none", "no word in the clause names an event")
    held = group.passive and group.lemma in ("play", "hold")  # "the fair will be held on Sunday"
    if group.copula or (group.lemma in STATE and not held):
        acts = group.lemma == "be" or group.lemma in verbs.ACTS
        return Bound(clause, group.head, "carried" if acts else "none", "a state, not an event")
    return Bound(clause, group.head, "verb")


def _that_came(parsed: Parse, clause: Clause, token: int) -> int | None:
    """The noun of "the first big cut came in September": its time follows the verb at once, and the noun says what it was."""
    words, tags = parsed.words, parsed.tags
    m = _SUBJECT.match(tags, clause.start, clause.group.start)
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
    if group.lemma not in verbs.FILLED or not (group.past or group.modal or group.perfect or group.passive or group.controls):
        return False
    if group.lemma == "end":
        return not any(words[i].time >= 0 for i in range(clause.start, group.start)) and "a" in tags[clause.start : group.start]
    low = group.end
    thing = next((i for i in range(low, clause.end) if tags[i] in "anAp"), None)
    if thing is None:
        return False
    if group.lemma in ("come", "go"):
        return "P" in tags[low:thing] and words[low].low in _WHERE and not set(tags[low:thing]) & set("SCW;")
    low += words[low].low in _PARTICLES
    return not set(tags[low:thing]) & set("SCW;") and (group.passive or "P" not in tags[low:thing])


_PARTICLES: Final = frozenset("up in out on off down back forward together over".split())
_WHERE: Final = frozenset("to into under out off on home back before".split())


def _last_noun(parsed: Parse, high: int) -> int | None:
    """The last event noun before a token, which an "it" may mean."""
    found = [i for i in range(high) if parsed.tags[i] == "n" and parsed.words[i].low not in nouns.WEAK]
    return found[-1] if found else None


def _cause(parsed: Parse, clause: Clause) -> int | None:
    """The event noun that strikes, kills or stops: the subject, or what "that" or "which" points back to."""
    low = clause.start
    if clause.opener in ("that", "which") or (clause.index and parsed.clauses[clause.index - 1].group.participle):
        low = max(0, low - 8)
    found = [i for i in range(low, clause.group.start) if parsed.tags[i] == "n" and parsed.words[i].low not in nouns.WEAK]
    return found[0] if found else None


def _weak(parsed: Parse, noun: int) -> bool:
    """Tell whether an event noun names no event of its own, in the plural too."""
    low = words_low(parsed, noun)
    return low in nouns.WEAK or low.removesuffix("s") in nouns.WEAK


_IMPACT: Final = frozenset(
    "strike hit shake kill injure damage leave devastate destroy rock stop halt disrupt ravage cause claim wound".split()
)
_EMPTY: Final = frozenset("come go get keep see last follow mark face lead put have mean cause prompt bring set end".split())
_STAGED: Final = frozenset(
    "hold begin start open end happen occur take make conduct stage host attend participate conclude publish".split()
)


def _any_noun(parsed: Parse, low: int, high: int, strong: bool = True) -> int | None:
    """The first event noun in a stretch of tokens; weak ones count only where no strong one stands."""
    found = [i for i in range(low, high) if parsed.tags[i] == "n"]
    best = [i for i in found if parsed.words[i].low not in nouns.WEAK]
    return best[0] if best else found[0] if found else None


def noun_phrase(parsed: Parse, noun: int, end: int) -> tuple[int, int]:
    """The tokens (half-open) of the phrase around an event noun, with what "of", "in" and "between" add to it."""
    tags, words = parsed.tags, parsed.words
    low = noun
    while (low and tags[low - 1] in "JaAn#") or (low and tags[low - 1] == "X"):
        low -= 1
    high = noun + 1
    while high < end:
        if (
            tags[high] in "anA#"
            or (tags[high] in "DJC" and high + 1 < end and tags[high + 1] in "anA#J")
            or (
                tags[high] == "P"
                and words[high].low in ("of", "in", "between", "with", "on", "at", "over")
                and high + 1 < end
                and tags[high + 1] in "DaAnJ#"
            )
        ):
            high += 1
        else:
            break
    return low, high
