"""A clause that tells about a noun in, the relative word that opens it and the tokens of the noun out: "[the boat] that sank"."""

from __future__ import annotations

import re
from typing import Final

from generator.events.en import cues, verbs
from generator.events.words import Clause, Parse


def relative(parsed: Parse, clause: Clause) -> int | None:
    """The relative word that opens a clause or stands inside it before its verb."""
    if "W" not in parsed.tags and "that" not in parsed.known:
        return None
    tags = parsed.tags
    for i in range(clause.group.start - 1, clause.start - 1, -1):
        if tags[i] == "W":
            opens = parsed.words[i].low in ("who", "which", "that", "whom", "whose")
        else:
            opens = tags[i] == "S" and (_relative_that(parsed, clause, i) or _before_verb(parsed, clause, i))
        if opens:
            return i if i == 0 or tags[i - 1] != "P" else None
    return None


def _before_verb(parsed: Parse, clause: Clause, i: int) -> bool:
    """Tell whether nothing but adverbs and times parts a "that" behind a noun from its verb: "boats that now will be"."""
    if parsed.words[i].low != "that" or parsed.tags[i] != "S" or not i or parsed.tags[i - 1] not in "an":
        return False
    return set(parsed.tags[i + 1 : clause.group.start]) <= {"R", "X"}


def _relative_that(parsed: Parse, clause: Clause, i: int) -> bool:
    """Tell whether a "that" which looks like a conjunction opens a relative clause: its verb lacks the object that stands before it."""
    if parsed.words[i].low != "that" or parsed.tags[i] != "S" or not i or parsed.tags[i - 1] not in "an":
        return False
    group = clause.group
    content = parsed.words[i - 1].low in cues.CONTENT and group.lemma not in _MADE
    if content or group.passive or group.copula or group.lemma not in verbs.NEEDS_OBJECT:
        return False
    before = parsed.clauses[clause.index - 1].group if clause.index else None
    said = before is not None and before.lemma in _TOLD_TO and clause.start == i
    return not said and parsed.tags[group.end : group.end + 1] in ("", "X", "P", ".", ",", "R", "a")


# What is made has what it is made of behind it: "the agreement that the two reached in Lund".
_MADE: Final = frozenset("reach sign make strike issue publish".split())


_TOLD_TO: Final = frozenset("say tell warn assure remind inform notify persuade convince promise teach ask".split())


def noun_before(parsed: Parse, before: int) -> list[int]:
    """The noun phrase just before "which" or "who"."""
    tags = parsed.tags
    high = before
    if before < len(tags) and parsed.words[before].low == "who" and (named := _named_before(parsed, before)):
        return named
    while high and (tags[high - 1] in ",P" or (tags[high - 1] == "." and parsed.words[high - 1].text == "." and high < before)):
        high -= 1
    if (
        high > 2
        and tags[high - 1] == "A"
        and tags[high - 2] == "P"
        and tags[high - 3] in "an"
        and parsed.words[high - 2].low in _PLACED
        and _aside(parsed, before, high)
    ):
        high -= 2  # "a doctor in Oslo who"
    if high > 1 and tags[high - 2 : high] == ",#":
        high -= 2  # "Lind, 29, who"
    low = high
    while low and (tags[low - 1] in "anAJ#D" or _of(parsed, low, before) or _joint(tags, low - 1) or _papers(parsed, low)):
        low -= 1
        if tags[low] == "D" and parsed.words[low].low not in ("'s", "’s", "'") and not (_of(parsed, low, before) or _papers(parsed, low)):
            break  # "gave Oslo [the boat] that"
    while low < high and tags[low] in "DCP":
        low += 1
    return list(range(low, high))


def _named_before(parsed: Parse, before: int) -> list[int]:
    """The name that a role between commas parts from "who": "[Jo Roe], formerly head of sales, who left"."""
    tags = parsed.tags
    m = _ROLE.search(tags, max(0, before - _FAR), before)
    if m is None or not any(tags[i] == "a" for i in range(m.end(1), before)):
        return []
    return list(range(m.start(1), m.end(1)))


_FAR: Final = 24


_ROLE: Final = re.compile(r"(?<![anAJ#C])(A(?:A|\.)*A),[^vzigBHMSW;()]*[^vzigBHMSW;(),],$")


_PLACED: Final = frozenset("in at near outside off from inside".split())


def reached(parsed: Parse, found: list[int], lemma: str) -> list[int]:
    """What was signed or made, with whom it was: "[a pact with Norland] signed in May"."""
    tags, low = parsed.tags, found[0]
    if parsed.words[found[0]].low in _TAKEN and len(found) > 2 and parsed.words[found[1]].low == "of":
        return [i for i in found[2:] if tags[i] != "D"]  # "took charge of [debris] washed ashore", "in the wake of [Holm] stepping down"
    if parsed.words[found[0]].low == "one" and len(found) > 2 and parsed.words[found[1]].low == "of":
        return [i for i in found[2:] if tags[i] != "D"]  # "was one of [the 12 sailors] rescued in May"
    held = [n for n, i in enumerate(found) if parsed.words[i].low == "of"] if lemma in _HELD else []
    if held and any(tags[i] == "n" for i in found[held[-1] + 1 :]):
        return [i for i in found[held[-1] + 1 :] if tags[i] != "D"]  # "the winner of [the election] held on Sunday"
    while low and tags[low - 1] == "D":
        low -= 1
    if lemma not in _AGREED or low < 2 or tags[low - 1] != "P" or parsed.words[low - 1].low not in _WITH or tags[low - 2] not in "na":
        return found
    return [*noun_before(parsed, low - 1), *range(low - 1, found[-1] + 1)]


_TAKEN: Final = frozenset("charge care control custody possession wake aftermath light event view spite terms favour favor".split())
_HELD: Final = frozenset("hold stage schedule plan call".split())
_AGREED: Final = frozenset("sign reach make agree conclude strike initial ratify".split())


_WITH: Final = frozenset("with between among".split())


def _aside(parsed: Parse, before: int, high: int) -> bool:
    """Tell whether "in Oslo" only stands between a noun and the relative clause about it."""
    low = parsed.words[before].low if before < len(parsed.words) else ""
    return low == "who" or (
        low in ("that", "which") and before == high and parsed.words[high - 2].low in ("in", "at", "near", "outside", "off")
    )


def _of(parsed: Parse, low: int, before: int) -> bool:
    """Tell whether "of" joins a phrase to the noun before it; not where a bare name and "who" follow, which then is meant."""
    deed = low > 1 and parsed.tags[low - 2] == "n"  # "the release of [the journalist] who"
    who = (parsed.tags[low] == "A" or deed) and before < len(parsed.words) and parsed.words[before].low == "who"
    new = parsed.words[low].low in ("a", "an") and "n" not in parsed.tags[max(0, low - 3) : low - 1]  # "the owner of [a boat] that"
    share = low > 1 and parsed.words[low - 2].low in _SHARES  # "60 percent of [the firm] that"
    return parsed.tags[low - 1] == "P" and parsed.words[low - 1].low == "of" and not who and not new and not share


_SHARES: Final = frozenset("percent cent % third quarter majority stake part".split())


def _papers(parsed: Parse, low: int) -> bool:
    """Tell whether "in" joins a firm to what of it is traded or counted: "[shares in the firm], which had dropped"."""
    return low > 1 and parsed.words[low - 1].low == "in" and parsed.words[low - 2].low in _TRADED


_TRADED: Final = frozenset("shares share stock stocks trading sales bookings".split())


def _joint(tags: str, at: int) -> bool:
    """Tell whether an "and" joins two names or two describing words, not two clauses."""
    return at > 0 and tags[at] == "C" and tags[at - 1] in "AJ" and tags[at + 1] in "AJ"
