"""A form that may be a verb in the present or a noun in, the letter that the clause so far and what follows make of it out."""

from __future__ import annotations

import re
from typing import Final

from generator.events.en import cues, verbs
from generator.events.lexicon import SAYING, closed, forms
from generator.events.words import Word


def present_letter(
    words: list[Word], i: int, tags: list[str], kinds: str, after: str, eventful: bool, other: str, function: dict[str, str]
) -> str:
    """Tell present forms ("visits", "vote") from nouns by what stands around them."""
    previous = tags[-1] if tags else "."
    letter = "z" if "z" in kinds else "i"
    if letter == "z" and previous == "A" and tags[-2:-1] == ["#"]:
        return other  # "the eight Baltic states"
    if after in ("B", "H", "M", "O") or not tags:
        return other
    if previous == "a" and words[i - 1].low in cues.ADJECTIVES:
        return other  # "her old tracks"
    if letter == "z" and previous in "aJ" and (_counted(words, tags) or (after == "T" and _lone_object(words, tags))):
        return other  # "two highly critical reports that", "revealed gaudy plans to"
    ahead = i + 2 if after == "X" else i + 1
    following = forms().get(words[ahead].low) if ahead < len(words) else None
    if previous in "AJan#" and following is not None and following.kinds == "v" and after in ("", "X"):
        return other  # "the bombs exploded"
    if previous == "W" or previous == "p" or (previous == "X" and words[i - 1].low in _NOW and after == "T" and not eventful):
        return letter
    if previous in "Aan" and after in ("D", "p", "P", "S", "T", "R", "X") and _label(tags) and set(tags).isdisjoint("vzigBHM"):
        return letter  # "3 May: Parliament approves the sale"
    if (previous in "Jan" or (previous == "A" and tags[-2:-1] == ["D"])) and takes_object(words, tags):
        return other
    if letter == "i":
        if after in ("D", "p") and previous in "Aan" and _wished(words, tags):
            return "i"  # "asked that the board hold a vote"
        if (after == "X" or (after in ("D", "T") and not eventful)) and _several(words, tags):
            return "i"  # "the Hornets play Saturday", "the Greens want a vote"
        plural = (previous in "an" and words[i - 1].low.endswith("s")) or (previous == "A" and "C" in tags[-4:])
        if plural and i + 1 < len(words) and words[i + 1].text[0].isupper() and words[i].low in _SHOWING:
            return "i"  # "records show Torp was fined"
        only = not (eventful and after in ("P", "X")) or _last_chance(words, i, tags)  # "ministers from the five states meet in Lund"
        plural = plural or (previous in "Aan" and _plural_before_phrase(words, tags) and only)
        return "i" if plural and (not eventful or after in ("P", "X", "D", "T")) else other
    if previous == "C" and letter == "z" and not eventful and after in ("P", "X", "D", "p", "T") and _told_already(tags):
        return letter  # "began in May and [ends] in June"
    if previous in "A" and eventful and words[i].low not in ("visits", "releases", "strikes"):
        return other
    if previous in "Jan" and _in_phrase(tags) and not (letter == "z" and _goes_on(words, i, after) and _last_chance(words, i, tags)):
        return other
    if previous in "Aan)" and (
        after in ("D", "P", "T", "X", "S", "p", "R", "W") or not eventful or (previous == "a" and _goes_on(words, i, after))
    ):
        plural = previous in "an" and words[i - 1].low.endswith("s") and not _in_phrase(tags)
        return other if plural else letter
    if previous == "X" and letter == "z" and not eventful and after in ("X", "P", "S", "R") and set(tags).isdisjoint("vzigBHM"):
        return "z"  # "the ruling of Thursday comes a year after"
    closed_aside = previous == "," and letter == "z" and _ASIDE.search("".join(tags)) is not None  # "the deal, reached in May, gives"
    controls = previous == "R" and after == "T" and tags[-2:-1] and tags[-2] in "Aanp"  # "Elmco also expects to"
    return "z" if closed_aside or (previous in ",R" and after in ("D", "p")) or (controls and letter == "z") else other


def _counted(words: list[Word], tags: list[str]) -> bool:
    """Tell whether a number of more than one opens the words just before, so that a plural has to come and no verb."""
    at = len(tags) - 1
    while at > 0 and tags[at] in "aJR":
        at -= 1
    return at >= 0 and tags[at] == "#" and words[at].low not in ("one", "1") and tags[at - 1 : at] not in (["A"], ["a"])


def _lone_object(words: list[Word], tags: list[str]) -> bool:
    """Tell whether one plain word stands between a verb that is none of speech and a form: "revealed gaudy [plans] to expand"."""
    known = forms().get(words[len(tags) - 2].low) if len(tags) > 1 and tags[-2] == "v" else None
    return known is not None and known.lemma not in verbs.SPEECH.split()


_SHOWING: Final = frozenset("show suggest indicate say reveal".split())
_NOW: Final = frozenset("now currently".split())  # "the firm now plans to"
_ASIDE: Final = re.compile(r"[anA],R*v[^,;]*,$")


def _wished(words: list[Word], tags: list[str]) -> bool:
    """Tell whether only a subject stands behind a "that" which tells what somebody asks for."""
    at = len(tags) - 1
    while at >= 0 and tags[at] in "anAJ#D":
        at -= 1
    if at < 1 or tags[at] != "S" or words[at].low != "that":
        return False
    while at and tags[at - 1] in "XRP":
        at -= 1
    known = forms().get(words[at - 1].low) if at else None
    return known is not None and known.lemma in _WISHING


_WISHING: Final = frozenset("request ask demand propose recommend insist urge order suggest require".split())


def _several(words: list[Word], tags: list[str]) -> bool:
    """Tell whether a name in the plural stands just before, brackets between left out: "the Hornets (9-1) [play] Saturday"."""
    at = len(tags) - 1
    if at >= 0 and tags[at] == ")":
        while at >= 0 and tags[at] != "(":
            at -= 1
        at -= 1
    return at >= 0 and tags[at] == "A" and words[at].low.endswith("s") and not words[at].low.endswith(("ss", "us", "is"))


def _plural_before_phrase(words: list[Word], tags: list[str]) -> bool:
    """Tell whether a plural noun stands before the phrase that ends here: "voters in the north [go]"."""
    at = len(tags) - 1
    while at >= 0 and tags[at] in "anAJ#D":
        at -= 1
    plural = at > 0 and tags[at] == "P" and tags[at - 1] in "an" and words[at - 1].low.endswith("s")
    return plural and not _told_already(tags)  # "broke into the computers of the Norland [tax] office"


def _told_already(tags: list[str]) -> bool:
    """Tell whether the clause that an "and" goes on with has its verb."""
    for tag in reversed(tags):
        if tag in "vz":
            return True
        if tag in ";SW(":
            return False
    return False


def _label(tags: list[str]) -> bool:
    """Tell whether a line begins with its date and a mark."""
    first = next((at for at, tag in enumerate(tags) if tag == ";"), 9)
    return 0 < first < 3 and "X" in tags[:first]


def _goes_on(words: list[Word], i: int, after: str) -> bool:
    """Tell whether a verb may stand before the word that follows: a function word, a time, a name."""
    return after in ("D", "p", "X", "P", "R", "T") or (i + 1 < len(words) and words[i + 1].text[0].isupper())


def _last_chance(words: list[Word], i: int, tags: list[str]) -> bool:
    """Tell whether a clause has no verb yet, and none that is plain to come before its next mark: "a season of digs [starts] in May"."""
    for tag in reversed(tags):
        if tag in "vzigBHM":
            return False
        if tag in ",;SCW":
            break
    for word in words[i + 1 :]:
        if word.time >= 0:
            continue
        if word.low in (",", ".", ";") or closed().get(word.low, "") in tuple("SCW"):
            return True
        known = forms().get(word.low)
        if closed().get(word.low, "") in tuple("BHMO") or (known is not None and "v" in known.kinds):
            return False
    return True


def takes_object(words: list[Word], tags: list[str]) -> bool:
    """Tell whether the words just before are the object of a verb that is none of saying: "condemned two bomb [attacks]"."""
    at = len(tags) - 1
    while at >= 0 and tags[at] in "anAJ#D":
        at -= 1
    if at < 0 or tags[at] not in "vizg":
        return False
    known = forms().get(words[at].low)
    if known is not None and at + 1 < len(tags) and words[at + 1].low in ("a", "an"):
        return known.lemma not in SAYING
    return known is not None and (known.lemma in verbs.OF_THINGS or known.lemma not in SAYING | _LETTING)


_LETTING: Final = frozenset("help let make have watch".split())


def _in_phrase(tags: list[str]) -> bool:
    """Tell whether the words just before belong to a phrase that a preposition opens, so that no verb can follow yet."""
    at = len(tags) - 1
    while at >= 0 and tags[at] in "anAJ#DR":
        at -= 1
    return at >= 0 and tags[at] == "P" and len(tags) - at < 5
