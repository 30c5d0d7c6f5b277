"""A time bound to one clause in, the other deeds of its sentence that were done then out, those before it and those behind it.

"Police arrested two men and [seized a van] on Monday", "the ferry was raised on Tuesday and [towed to port]". What has a date of its own,
what only tells how it was done or whom it hurt, and what anybody can have done at another time is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.dates import DateSpan
from generator.events.joined import Link, joined, same_tense
from generator.events.lexicon import SPEECH, STATEMENT, WEAK_VERBS, class_of, forms, verb_classes
from generator.events.listed import GOES, lists, to_a_place
from generator.events.undated import undated_bound
from generator.events.wording import is_length
from generator.events.words import Bound, Clause, Parse


def beside(parsed: Parse, token: int, bound: Bound, span: DateSpan) -> list[Bound]:
    """The deeds that share the time at `token` with what it has been bound to; `span` is its date."""
    clause, days = bound.clause, span.days or _FAR
    if clause is None or bound.how not in ("verb", "noun") or not _tells(clause) or not _main_date(parsed, token, clause):
        return []
    if token and parsed.words[token - 1].low in _NOT_THEN:
        return []
    opens = token < clause.group.start
    longest = _MONTH if not opens else _YEAR if _at_head(parsed, token, clause) else 1
    found = list(_behind(parsed, clause, days, opens)) if days <= longest else []
    quoted = parsed.tags.count('"', 0, clause.start + 1) % 2 == 1
    found += _then(parsed, token, clause)
    if not opens and bound.how == "verb" and days <= _MONTH and not quoted and not _dates(parsed, 0, clause.start):
        found += _before(parsed, clause, days)
    kinds, kept = {class_of(clause.group.lemma)}, []
    for one in found:
        kind = class_of(one.clause.group.lemma) if one.clause is not None else ""
        if _adds(kind, kinds, clause, one.clause):
            kinds.add(kind)
            kept.append(one)
    return kept


_NOT_THEN: Final = frozenset("by until till since before after".split())
_MANY: Final = 20  # clauses of a sentence that are looked at
_WEEK: Final = 7  # days
_MONTH: Final = 31
_YEAR: Final = 366
_FAR: Final = 9999


def _tells(clause: Clause) -> bool:
    group = clause.group
    return group.finite and group.past and not (group.modal or group.negated or group.perfect or group.progressive or group.unmet)


def _main_date(parsed: Parse, token: int, clause: Clause) -> bool:
    """Tell whether a time stands in the clause that it dates, and alone there."""
    return clause.start <= token < clause.end and _dates(parsed, clause.start, clause.end) == 1


def _dates(parsed: Parse, low: int, high: int) -> int:
    """The number of times among some words, but for lengths: "six years in prison" dates nothing."""
    return sum(word.time >= 0 and not is_length(word) for word in parsed.words[low:high]) if parsed.dated(low, high) else 0


def _at_head(parsed: Parse, token: int, clause: Clause) -> bool:
    return set(parsed.tags[clause.start : token]) <= set("PRXD,CS") and not clause.opener


def _behind(parsed: Parse, clause: Clause, days: int, opens: bool) -> Iterator[Bound]:
    """The deeds told behind a clause, as far as each is joined to the one before; in a long time only those of somebody else count."""
    last = clause
    for following in parsed.clauses[clause.index + 1 : clause.index + _MANY]:
        if _dates(parsed, following.start, following.end):
            return
        if not following.group.finite and following.opener in ("", "to"):
            continue  # "arrested two men [wanted for theft] and seized a van"
        link, comma = joined(parsed, last, following), parsed.words[following.start].low == ","
        if link is None or not same_tense(clause, following):
            return
        if link == "other" and following.index > last.index + 1 and not comma:
            return  # "promised to leave the coast and release [soldiers captured] there"
        loose = link == "other" and ((comma and not opens) or following.opener != "and")
        bound = undated_bound(parsed, following) if _deed(parsed, following, link, loose) else None
        if bound is not None and (days <= _MONTH or link == "other"):
            yield bound
        last = following


def _then(parsed: Parse, token: int, clause: Clause) -> Iterator[Bound]:
    """The deeds that say what happened at a time: "the row began in 1977, when Osterland [seized two trawlers]"."""
    last = clause
    for following in parsed.clauses[clause.index + 1 : clause.index + _MANY]:
        opens = last is clause and following.opener == "when" and following.start == token + 1 and parsed.tags[token + 1] == ","
        if not opens and (last is clause or joined(parsed, last, following) is None):
            return
        if _dates(parsed, following.start, following.end) or not same_tense(clause, following):
            return
        bound = undated_bound(parsed, following) if _deed(parsed, following, "other", True) else None
        if bound is not None:
            yield bound
        last = following


def _before(parsed: Parse, clause: Clause, days: int) -> Iterator[Bound]:
    """The deeds told before a clause that is joined to them and has its date behind its verb."""
    last = clause
    for previous in reversed(parsed.clauses[max(0, clause.index - _MANY) : clause.index]):
        if not previous.group.finite and previous.opener in ("", "to"):
            continue
        link, group = joined(parsed, previous, last), previous.group
        apart = parsed.words[last.start].low == "," or any(word.low == "but" for word in parsed.words[previous.start : last.group.start])
        if link is None or apart or last.opener != "and" or not same_tense(clause, previous) or not _tells(previous):
            return
        if "W" in parsed.tags[previous.start : group.start] or (link == "same" and group.passive != last.group.passive):
            return
        known = lists(group.lemma) or (days <= _WEEK and group.lemma in verb_classes())
        if known and group.lemma not in _OF_A_LIFE and _deed(parsed, previous, "same", False):
            bound = undated_bound(parsed, previous)
            if bound is not None:
                yield bound
        last = previous


def _deed(parsed: Parse, clause: Clause, link: Link, loose: bool) -> bool:
    """Tell whether an undated clause tells what an editor would list; one that hangs on `loose`ly only where its verb alone says so."""
    group, tags = clause.group, parsed.tags
    if group.copula or group.lemma in WEAK_VERBS or group.lemma in SPEECH or not _MEANT.isdisjoint(group.controls):
        return False
    end = group.end + (parsed.words[min(group.end, len(tags) - 1)].low in _PARTICLES)
    if group.lemma in GOES:
        return link == "same" and to_a_place(parsed, clause)
    if (group.lemma not in forms() and not group.passive) or group.lemma in _HOW or (group.lemma in STATEMENT and not lists(group.lemma)):
        return False
    if lists(group.lemma):
        return True
    if loose:
        return False
    return (
        group.passive
        or tags[end : end + 1] in tuple("DanAJ#p")
        or (tags[end : end + 1] in tuple("PT") and (group.lemma in verb_classes() or group.lemma in _WITH_TO))
    )


def _adds(kind: str, kinds: set[str], first: Clause, second: Clause | None) -> bool:
    """Tell whether a deed is another one than those told: the stages of a case are, whom an accident hurt is not."""
    lemma = second.group.lemma if second is not None else ""
    if first.group.lemma in _HURT_BY | _HURT and {kind, lemma} & _HURTS:
        return False  # "was shot and wounded on Monday"
    if kind in _HURT and {first.group.lemma, *kinds} & (_HURT | _HURTS):
        return False
    if kind not in kinds:
        return True
    pair = {first.group.lemma, lemma}
    return any(pair <= both for both in _STAGES)


_HURT_BY: Final = frozenset("injure wound hurt kill".split())
_WITH_TO: Final = frozenset("confess plead surrender yield object".split())
_HURT: Final = frozenset("die injure".split())
_HURTS: Final = frozenset("crash attack quake burn fight storm collapse overturn explode fall hit strike collide flood erupt".split())
_STAGES: Final = (frozenset(("convict", "sentence")), frozenset(("convict", "jail")), frozenset(("buy", "sell")))
_MEANT: Final = frozenset(
    "have promise vow pledge hope want plan expect try offer threaten refuse decline continue intend aim seek".split()
)
# They tell how it was done or what was said of it, not what.
_HOW: Final = frozenset(
    "move turn walk drive sit wait watch let announce declare call urge welcome thank vow look smile wave stare try help spend use "
    "spark inspire fuel".split()
)
# Deeds of a whole life or that take long: "was born in Lund and died on Monday".
_OF_A_LIFE: Final = frozenset(
    "bear grow study teach found establish create work live serve train learn start begin become build develop design lead write marry "
    "play raise own run spend paint compose discover invent".split()
)
_PARTICLES: Final = frozenset("off out up down".split())
