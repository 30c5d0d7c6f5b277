"""The words and letters of a sentence in, its verb groups out, infinitives joined to the verbs that only say how sure they are."""

from __future__ import annotations

import re
from typing import Final

from generator.events.en import nouns, verbs
from generator.events.lexicon import Form, forms
from generator.events.words import Group, Word

_GROUP: Final = re.compile(
    r"(?=[TMOHBvzig])(?:(?P<to>T[RN]*)?(?P<modal>[MO](?:[RNX]|PX)*)?(?P<have>H(?:[RN]|PX|X)*)?(?P<be>(?:B(?:[RN]|PX|X)*)*)(?P<main>[vzig])"
    r"|(?P<copula>(?P<cmodal>(?:T[RN]*)?[MOT][RN]*)?(?:(?P<chave>H[RN]*)?B[RN]*|(?:H[RN]*){1,2})))"
)


def groups_of(words: list[Word], tags: str) -> list[Group]:
    """The verb groups of a sentence, infinitives joined to the verbs that only say how sure they are."""
    verb = forms()
    groups: list[Group] = []
    for m in _GROUP.finditer(tags):
        group = _plain_copula(m, words) if m["copula"] else _group(m, words, verb)
        last = groups[-1] if groups and group.infinitive else None
        if last:
            _raised(last, group, words, tags)
        if last and _joins(last, group, tags):
            last.unmet = last.past and ((last.lemma == "be" and group.perfect) or (last.perfect and last.lemma in _SET))
            last.controls += (last.lemma,)
            last.end, last.head, last.lemma = group.end, group.head, group.lemma
            last.passive = group.passive
            last.negated = last.negated or group.negated
            last.copula = group.copula
        else:
            groups.append(group)
        if groups[-1].lemma in _WITH_WORDS:
            _phrase(groups[-1], words, tags)
    return groups


_ONESELF: Final = frozenset("himself herself themselves itself".split())
_WITH_WORDS: Final = frozenset(lemma for lemma, _ in verbs.PHRASES) | {"find"}


def _group(m: re.Match[str], words: list[Word], verb: dict[str, Form]) -> Group:
    start, head = m.start(), m.end() - 1
    letter, low = m["main"], words[head].low
    form = verb.get(low)
    group = Group(start, head + 1, head, form.lemma if form else _guess(low))
    group.past = letter == "v"
    group.participle = letter == "g" or (letter == "v" and low in PARTICIPLES)
    if start < head:
        _helped(group, m, letter, [word.low for word in words[start:head]])
    if start and words[start].low == "being" and m.string[start - 1] in "SP":
        group.progressive, group.participle = False, True  # "after being found"
    return group


def _helped(group: Group, m: re.Match[str], letter: str, helpers: list[str]) -> None:
    """Read the words before the main verb: "to", modals, forms of "have" and "be" and what stands between them."""
    have, be = bool(m["have"]), bool(m["be"])
    group.infinitive = bool(m["to"])
    group.modal = next((low for low in helpers if low in _MODALS), "")
    group.perfect = have
    group.progressive = be and (letter == "g" or "being" in helpers)
    group.passive = be and letter == "v"
    group.negated = "N" in m[0]
    group.past = (letter == "v" and not be and not have) or not _WERE.isdisjoint(helpers)
    group.participle = (letter == "g" and not be) or helpers[0] == "having" or (group.participle and not be and not have)


_WERE: Final = frozenset("was were had did".split())


# Forms that are never a past by themselves: "an inquiry begun in May".
PARTICIPLES: Final = frozenset(
    "begun taken given written shown done seen known driven broken chosen stolen spoken thrown flown drawn".split()
)


_MODALS: Final = frozenset("will would may might could can shall should must wo ca 'll cannot did do does".split())


def _guess(low: str) -> str:
    """The base of an unknown verb form, near enough to compare."""
    for ending in ("ied", "ed", "ing"):
        if low.endswith(ending):
            base = low[: -len(ending)] + ("y" if ending == "ied" else "")
            if len(base) > 3 and base[-1] == base[-2] and (base[-1] not in "slz" or (base[-1] == "l" and len(base) > _SHORT)):
                return base[:-1]
            return base + "e" if base.endswith(_SILENT) and base[-3:-1] not in _LONG else base
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else low


_SHORT: Final = 6  # "install", against "initiall"
_LONG: Final = ("ai", "ea", "ee", "oa", "oi", "oo", "ou")  # "drained", "steered"
_SILENT: Final = tuple("at iz uc iv ov rg ng nc ut us as dg bl tl pl gl u v in ur id ag".split())


def _plain_copula(m: re.Match[str], words: list[Word]) -> Group:
    """A form of "be" or "have" that is the verb itself; "is to" and "has to" are plans and duties, which `_joins` sees."""
    last = m.end() - 1
    lows = [w.low for w in words[m.start() : m.end()]]
    have = "B" not in m["copula"]
    group = Group(m.start(), m.end(), last, "have" if have else "be", copula=True)
    group.infinitive = bool(m["cmodal"]) and m["cmodal"][0] == "T"
    group.modal = next((low for low in lows if low in _MODALS), "")
    group.negated = "N" in m["copula"]
    group.past = any(low in ("was", "were", "had") for low in lows)
    group.perfect = bool(m["chave"]) or (have and sum(low in ("have", "has", "had", "'ve", "having") for low in lows) > 1)
    return group


def _joins(last: Group, group: Group, tags: str) -> bool:
    """Tell whether an infinitive belongs to the verb before it: "is expected to open", "is to meet"."""
    between = tags[last.end : group.start]
    known = verbs.CONTROL.get(last.lemma)
    if last.lemma == "be" and last.copula:
        return not between.strip("RNXP")
    return known is not None and known != "self" and not between.strip("RXP")


_SET: Final = frozenset("due schedule plan set slate book".split())


def _raised(last: Group, group: Group, words: list[Word], tags: str) -> None:
    """Note what stands before an infinitive and makes a plan of it: "expected the talks to resume", "his plans to travel"."""
    between = tags[last.end : group.start]
    if verbs.CONTROL.get(last.lemma, "self") not in ("self", "", "agreed") and between and not set(between) & set('SCW;"'):
        group.controls += (last.lemma,)
    elif group.start and words[group.start - 1].low in nouns.PLAN_NOUNS:
        group.controls += ("plan" if nouns.PLAN_NOUNS[words[group.start - 1].low] == "planned" else "hope",)


def _phrase(group: Group, words: list[Word], tags: str) -> None:
    """Read a verb with the word that belongs to it: "stepped down", "called off", "fell ill"."""
    if group.lemma == "find" and (guilty := [at for at in range(group.end, min(group.end + 9, len(words))) if words[at].low == "guilty"]):
        group.lemma = "acquit" if words[guilty[0] - 1].low == "not" else "convict"
        return
    for reach in range(group.end, min(group.end + 3, len(words))):
        if (
            (meaning := verbs.PHRASES.get((group.lemma, words[reach].low)))
            and ((reach == group.end and tags[reach + 1 : reach + 2] != "X") or words[reach].low not in ("on", "for"))
            and not (words[reach].low == "out" and group.lemma == "set" and tags[reach + 1 : reach + 2] not in ("P", "X", "R", ".", ","))
        ):
            given = {word.low for word in words[group.end : reach]} if meaning == "cancel" else set()
            meaning = meaning if given.isdisjoint(_ONESELF) else "surrender"  # "gave himself up"
            firm = group.lemma == "take" and words[reach].low == "over" and group.passive
            group.lemma = "acquire" if firm else meaning  # "took over as chief", but "was taken over"
            group.end = reach + 1 if reach == group.end else group.end
            return
        if reach > group.end and tags[reach] in ".,;SCWX":
            return
