"""A clause in, the tokens of its subject out: before the verb, or where a relative, an infinitive or an "and" takes it from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from generator.events.en import names as name_tables
from generator.events.en import verbs
from generator.events.lexicon import SAYING
from generator.events.names import Name
from generator.events.relative import noun_before, reached, relative
from generator.events.words import Clause, Parse


def shorter(parsed: Parse, who: list[int]) -> list[int]:
    """A subject without what its last preposition adds: "others in the archdiocese" gives "others"; empty where nothing is left."""
    cuts = [n for n, i in enumerate(who) if n and parsed.tags[i] == "P"]
    return who[: cuts[-1]] if cuts else []


def _pied_piper(parsed: Parse, low: int, high: int) -> int:
    """Step over "with whom" and "in which", after which the subject stands."""
    for at in range(low, min(low + 3, high - 1)):
        if parsed.tags[at] == "P" and parsed.tags[at + 1] == "W":
            return at + 2
    return low


def named_person(parsed: Parse, who: list[int], people: Mapping[int, Name]) -> list[int]:
    """Of "founder of the firm Jane Doe" only the name, where a role leads up to it and no "of" parts them."""
    starts = [n for n, i in enumerate(who) if n and parsed.words[i].start in people] if people else []
    if not starts:
        return who
    for n in starts:
        if {parsed.tags[k] for k in who[n:]} == {"A"} and _leads_up(parsed, who[:n]):
            return who[n:]
    n = starts[0]
    if parsed.words[who[0]].start in people and any(parsed.tags[k] == "C" for k in who[:n]):
        return who  # "Ida Holm and Dr Jan Berg"
    roles = [k for k in who[:n] if parsed.words[k].low in name_tables.TITLE_HEADS]
    first = roles[0] if roles else None
    apart = first is not None and any(parsed.tags[k] == "P" for k in who[: who.index(first)])
    near = parsed.tags[who[n - 1]] in "AanX" and "C" not in "".join(parsed.tags[k] for k in who[n:])
    return who[n:] if roles and near and not apart else who


def _leads_up(parsed: Parse, before: list[int]) -> bool:
    """Tell whether words before a name only say who that is: "boxer and medallist", "co-founder and head of the firm"."""
    tags, words = parsed.tags, parsed.words
    while before and tags[before[-1]] == ".":
        before = before[:-1]
    if not before or tags[before[-1]] not in "aA":
        return False
    first = next((i for i in before if tags[i] in "an"), before[0])
    if any(tags[i] == "P" for i in before):
        return words[first].low.removeprefix("co-") in name_tables.TITLE_HEADS
    return tags[before[-1]] == "a" and not words[before[-1]].low.endswith("s") and all(tags[i] in "aAJDC#" for i in before)


PRONOUNS: Final = frozenset("he she it they this that these those who which we i you".split())


def surnames(parsed: Parse, who: list[int], people: Mapping[int, Name]) -> str:
    """Several people by their surnames alone: "baker Ida Holm, smith Jan Berg and Oda Fenn" gives "Holm, Berg and Fenn"."""
    named = [people[parsed.words[i].start].short for i in who if parsed.words[i].start in people]
    parts = 1 + sum(parsed.tags[i] == "C" or (parsed.tags[i] == "," and parsed.tags[i + 1 : i + 2] != "C") for i in who)
    if len(named) != parts or "C" not in [parsed.tags[i] for i in who] or any(parsed.tags[i] == "P" for i in who):
        return ""
    return f"{', '.join(named[:-1])} and {named[-1]}"


def subject_words(parsed: Parse, clause: Clause) -> list[int]:
    """The tokens of the clause's subject: the last noun phrase before the verb that no preposition or comma cuts off."""
    known = parsed.subjects.get(clause.index)
    if known is None:
        parsed.subjects[clause.index] = []  # two clauses may ask each other
        known = parsed.subjects[clause.index] = _find_subject(parsed, clause)
    return list(known)


def _find_subject(parsed: Parse, clause: Clause) -> list[int]:
    tags = parsed.tags
    low, high = clause.start, clause.group.start
    while low < high and tags[low] in ',;SC."()R':
        low += 1
    low = _pied_piper(parsed, low, high)
    at = relative(parsed, clause)
    if at is not None and clause.group.finite:
        own = [i for i in range(at + 1, high) if tags[i] not in "XR,"]
        return own if any(tags[i] in "anAp" for i in own) else noun_before(parsed, at)
    if parsed.known & _ASKING:
        asked = [i for i in range(low, high) if parsed.words[i].low in _ASKING]
        low = asked[-1] + 1 if asked else low
    behind = clause.index and high > 1 and tags[high - 1] == "," and clause.start == high - 1 and tags[high - 2] in "an"
    if behind and clause.group.participle and tags[clause.group.head] == "v" and clause.group.lemma in verbs.NEEDS_OBJECT:
        return noun_before(parsed, high - 1)  # "would fight [the order], announced on Friday by the court"
    if parsed.words[clause.group.start].low == "due" and high > 1 and tags[high - 1] == "," and clause.start >= high - 1:
        return noun_before(parsed, high - 1)  # "would extend [its offer], due to expire"
    if low < high and tags[low] == "W":
        return noun_before(parsed, low)
    last = high - 1 if clause.group.participle and tags[high - 1 : high] == "R" else high  # "the plan first unveiled in May"
    if clause.group.participle and last > 0 and tags[last - 1] in "anA" and (found := noun_before(parsed, last)):
        return reached(parsed, found, clause.group.lemma)
    low = after_opening(parsed, low, high)
    low = _after_source(parsed, low, high)
    stretch = [
        i for i in range(low, high) if tags[i] != "X" and not (tags[i] == "P" and tags[i + 1 : i + 2] == "X" and not _owns(parsed, i + 2))
    ]
    if "W" in tags:
        stretch = _without_relative(parsed, stretch)
    stretch = _without_label(parsed, stretch) if ";" in tags else stretch
    while len(stretch) > 1 and tags[stretch[-1]] == "R":
        stretch.pop()
    stretch = _without_apposition(parsed, stretch)
    while stretch and (tags[stretch[-1]] in ',R.("PJ;' or (tags[stretch[-1]] == "S" and len(stretch) > 2)):
        stretch.pop()
    while stretch and tags[stretch[0]] in ',R.)";CS':
        stretch.pop(0)
    while len(stretch) > 1 and parsed.words[stretch[-1]].low in _BEFORE_VERB and tags[stretch[-2]] in "anA":
        stretch.pop()  # "the two sides [last] met"
    if len(stretch) > 1 and parsed.words[stretch[-1]].low in _TOLD:
        stretch = stretch[-1:]  # "told doctors [he] ate"
    before = parsed.clauses[clause.index - 1].group if clause.index else None
    cut_off = bool(stretch) and before is not None and before.participle and "P" in (tags[stretch[0]], tags[clause.start])
    bare = clause.group.participle or parsed.words[clause.group.start].low == "being"
    if not stretch and not clause.index and bare:
        if len(parsed.clauses) > 1 and parsed.clauses[1].group.finite:
            return subject_words(parsed, parsed.clauses[1])  # "Born in Lund, [she] moved"
        comma = tags.find(",", clause.group.end)
        m = _PHRASE.match(tags, comma + 1) if comma > 0 else None
        if m is None:
            return []
        unread = m.end() - m.start() > 2 and parsed.words[m.end() - 1].low.endswith("s")  # the verb, which must be there
        return list(range(m.start(), m.end() - unread))  # "Opened last May, [the hall] seats"
    if (stretch and not cut_off) or not clause.index:
        return stretch
    if clause.group.infinitive or (clause.group.participle and clause.start == clause.group.start):
        return _object_before(parsed, clause)
    return _shared_subject(parsed, clause)


def _owns(parsed: Parse, at: int) -> bool:
    """Tell whether a time before a position owns what follows: "the toll from [Sunday's] fire"."""
    return parsed.tags[at : at + 1] == "D" and parsed.words[at].low in ("'s", "’s", "'")


_PHRASE: Final = re.compile(r"[DJ#]*[anA]+")
_ASKING: Final = frozenset("where when why how".split())
_TOLD: Final = frozenset("he she they we i".split())
_BEFORE_VERB: Final = frozenset("last first next late early".split())


def _after_source(parsed: Parse, low: int, high: int) -> int:
    """Skip what names a source or only joins: "According to people close to him, ...", "So far, ..."."""
    if parsed.words[low].low == "according" and (m := _SOURCE.match(parsed.tags, low, high)):
        return m.end()  # "According to the ministry [over 40 miners] were trapped"
    while low < high and (comma := parsed.tags.find(",", low, high)) >= 0:
        opening = parsed.words[low].low
        nouns = any(parsed.tags[i] in "anA#p" for i in range(low, comma))
        if opening not in _OPENING and (nouns or comma == low):
            break
        low = comma + 1
    while low < high and parsed.words[low].low in ("where", "when", "why", "how", "then"):
        low += 1
    return low


_SOURCE: Final = re.compile(r"aT[D]?[aAJ]*[aA](?=P#|#|D[aAnJ])")
_OPENING: Final = frozenset("according so far in as meantime however still yet instead where when".split())


def _without_relative(parsed: Parse, stretch: list[int]) -> list[int]:
    """Leave out a relative clause between commas: "the firm, which is also a bank, ..."."""
    tags = parsed.tags
    for n, i in enumerate(stretch):
        if tags[i] == "W" and n > 1 and tags[stretch[n - 1]] == "," and parsed.words[i].low in ("which", "who", "whose"):
            end = next((k for k in range(n + 1, len(stretch)) if tags[stretch[k]] == ","), None)
            return stretch[: n - 1] + (stretch[end + 1 :] if end is not None else [])
    return stretch


def _without_label(parsed: Parse, stretch: list[int]) -> list[int]:
    """Leave out what ends in a colon before the subject, and what stands between dashes behind it."""
    marks = [n for n, i in enumerate(stretch) if parsed.tags[i] == ";"]
    colons = [n for n in marks if parsed.words[stretch[n]].text == ":"]
    if colons and colons[-1] + 1 < len(stretch):
        return stretch[colons[-1] + 1 :]
    filed = marks and all(parsed.words[i].text.isupper() or parsed.tags[i] in ",(.)A" for i in stretch[: marks[0]])
    if filed and parsed.words[stretch[0]].text.isupper() and marks[0] + 1 < len(stretch):
        return stretch[marks[0] + 1 :]  # "LUND - the council"
    if len(marks) > 1 and marks[-1] + 1 < len(stretch):
        return stretch[marks[-1] + 1 :]
    return stretch[: marks[0]] if marks and marks[0] and marks[-1] + 1 == len(stretch) else stretch


def _shared_subject(parsed: Parse, clause: Clause) -> list[int]:
    """The subject that a clause without its own takes from a clause before: "X met Y and signed", "X, coming from Y, met"."""
    previous = parsed.clauses[clause.index - 1]
    aside = not previous.group.finite and clause.group.finite and parsed.tags[clause.start] == "," and not clause.opener
    if aside and (whole := _over_asides(parsed, previous)):
        return whole
    if clause.group.finite and parsed.tags[clause.start] == "," and not clause.opener and (named := _before_aside(parsed, clause)):
        return named
    who = _NAME_ASIDE.fullmatch(parsed.tags, previous.start, previous.group.start) if aside and previous.group.participle else None
    if who is not None:
        return list(range(who.start(), who.end(1)))  # "[Karl Holm], the king ousted in May, has been summoned"
    if (previous.group.participle and previous.index == 0) or (previous.group.participle and clause.opener not in ("and", "but", "or")):
        return subject_words(parsed, previous)
    told = previous.opener == "that" and previous.index and parsed.clauses[previous.index - 1].group.lemma in SAYING
    if told and previous.group.finite and clause.opener in ("and", "but") and parsed.tags[clause.group.start] in "BHM":
        return subject_words(parsed, previous)  # "said that [the man] was ill and was to be heard"
    at = relative(parsed, previous)
    apart = at and not clause.opener and parsed.tags[clause.start] == "," and parsed.tags[at - 1] == ","
    under = parsed.tags.rfind("S", max(0, at - 20), at) if apart and at else -1
    if under >= 0 and at and not set(parsed.tags[under + 1 : at - 1]) - set("DJaAn#P"):
        return list(range(under + 1, at - 1))  # "comes after [the rulers], who seized power in May, expelled the envoy"
    if told and previous.group.finite and clause.opener == "and" and parsed.tags[clause.start] != "," and _alike(previous, clause):
        return subject_words(parsed, previous)  # "heard that [Roe] met the men and took a bag"
    then = previous.opener == "when" and previous.index and parsed.tags[previous.start] == ","
    if then and previous.group.finite and clause.opener == "and" and parsed.tags[clause.start] != ",":
        return subject_words(parsed, previous)  # "began in May, when [Norland] sent ships and blocked the port"
    for earlier in reversed(parsed.clauses[: clause.index]):
        if earlier.group.finite and (whole := _before_relative(parsed, earlier)):
            return whole
        if earlier.group.finite and earlier.opener not in ("who", "which", "that", "because", "if", "when", "while", "as"):
            return subject_words(parsed, earlier)
    return []


_NAME_ASIDE: Final = re.compile(r"(A+),D[JaA]*[an]")


def _alike(first: Clause, second: Clause) -> bool:
    """Tell whether two verbs are of one voice and tense, and neither says that something was said."""
    a, b = first.group, second.group
    return (a.passive, a.past, a.perfect, a.modal) == (b.passive, b.past, b.perfect, b.modal) and b.lemma not in SAYING


def _over_asides(parsed: Parse, clause: Clause) -> list[int]:
    """The subject before an aside that holds an infinitive: "[Roe], the first to be named, has", "[a plan] to sail, made in May, was"."""
    while clause.index and clause.group.participle and not parsed.clauses[clause.index - 1].group.finite:
        clause = parsed.clauses[clause.index - 1]
    if not clause.group.infinitive:
        return []
    tags, low = parsed.tags, parsed.clauses[clause.index - 1].group.end if clause.index else clause.start
    high = clause.group.start
    while low < high and tags[low] not in "C" and "C" in tags[low:high]:
        low += 1
    low = after_opening(parsed, low + (tags[low : low + 1] == "C"), high)
    comma = tags.find(",", low, high)
    stretch = [i for i in range(low, comma if comma > low else high) if tags[i] != "X"]
    return stretch if any(tags[i] in "anA" for i in stretch) else []


def _before_aside(parsed: Parse, clause: Clause) -> list[int]:
    """The name that opens a sentence whose verb comes after an aside with verbs of its own: "[Jo Roe], the baker whose bread ..., died"."""
    tags, first = parsed.tags, parsed.clauses[0]
    comma = tags.find(",", 0, first.group.start)
    described = first.group.past and not first.group.passive and first.group.start == comma + 1
    if comma > 0 and described and _NOUN_ALONE.fullmatch(tags, 0, comma):
        return list(range(comma))  # "[The strike], called after talks broke down, ended"
    aside = tags[comma : first.group.start]
    if comma < 1 or set(tags[:comma]) - set("AaDJn#") or "W" not in aside or "C" in aside.partition("W")[0]:
        return []
    finite = [c for c in parsed.clauses[1 : clause.index] if c.opener in ("and", "but", "or")]
    return [] if finite else list(range(comma))


_NOUN_ALONE: Final = re.compile(r"[DJ#]*[anA]+")


def _before_relative(parsed: Parse, clause: Clause) -> list[int]:
    """The subject that a relative clause parts from its verb: "[the men of the valley] who rose met"."""
    at = relative(parsed, clause)
    if clause.index or at is None or at < 1:
        return []
    low = _after_source(parsed, after_opening(parsed, clause.start, at), at)
    stretch = _without_apposition(parsed, [i for i in range(low, at) if parsed.tags[i] != "X"])
    while stretch and parsed.tags[stretch[-1]] in ",P":
        stretch.pop()
    return stretch


def after_opening(parsed: Parse, low: int, high: int) -> int:
    """Skip an opening phrase that ends in a comma: "On Wednesday, ...", "In a statement, ..."."""
    tags = parsed.tags
    while low < high and tags[low] in "PXRT":
        comma = tags.find(",", low, high)
        if comma < 0:
            return _after_times(tags, low, high)
        low = comma + 1
        if m := _COUNTRY.match(tags, low, high):
            low = m.end()  # "at a fair in Lund, Norland, [the bakers] said"
    if low < high and tags[low] == ",":
        low += 1
    return low


_COUNTRY: Final = re.compile(r"A+\.?,(?=[DJ#]*[anAp])")


def _after_times(tags: str, low: int, high: int) -> int:
    """Skip "In November" and "Yesterday" where no comma ends them."""
    while low < high and (tags[low] in "XR" or (tags[low] == "P" and low + 1 < high and tags[low + 1] in "XRP")):
        low += 1
    if low < high and (tags[low] == "P" or (tags[low] == "S" and low and tags[low - 1] == "X")):
        m = _FIRST_PHRASE.match(tags, low, high)
        return m.end() if m and m.end() < high else low
    return low


_FIRST_PHRASE: Final = re.compile(r"(?:P[DJR#]*|SD[JAaR#]*)[an]+(?:P[ag])?(?:P[X])?(?=[DAp])|PD?A+PX(?=[Dp])")


def _without_apposition(parsed: Parse, stretch: list[int]) -> list[int]:
    """Leave out what stands between commas after a name: "Jobs, founder of Apple," and the brackets' content."""
    tags = parsed.tags
    if "," not in tags and "(" not in tags and ")" not in tags:
        return stretch
    kept: list[int] = []
    depth = 0
    for i in stretch:
        if tags[i] == "(":
            depth += 1
        elif tags[i] == ")":
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(i)
    commas = [n for n, i in enumerate(kept) if tags[i] == ","]
    if commas and "C" in [tags[i] for i in kept] and (m := LISTED.match("".join(tags[i] for i in kept), commas[0])):
        letters = "".join(tags[i] for i in kept)
        end = next((n for n in range(m.end(), len(kept)) if letters[n] not in "anA"), len(kept))
        told = parsed.words[kept[commas[0] + 1]].low in ("a", "an") or "C" in letters[: commas[0]]
        if told and commas[0] and end < len(kept) and letters[end] == ",":
            return kept[: commas[0]]  # "Elmco, a maker of bells and lamps, has"
        return kept[:end] if end < len(kept) and letters[end] == "," else kept
    if len(commas) == 1 and commas[0] + 2 == len(kept) and commas[0] > 1 and tags[kept[commas[0] - 2]] == "P":
        return kept[: commas[0]]  # "a court in Lyon, France"
    if len(commas) == 1 and commas[0] + 1 == len(kept):
        return kept[:-1]
    if len(commas) >= 2 and commas[0] > 0 and commas[-1] + 1 == len(kept):
        inner = kept[commas[0] + 1 : commas[1]]
        role = any(parsed.words[i].low in name_tables.TITLE_HEADS and tags[i] != "A" for i in kept[: commas[0]])
        role = role and not any(tags[i] == "P" for i in kept[: commas[0]] if parsed.words[i].low != "of")
        return inner if role and inner and all(tags[i] == "A" for i in inner) else kept[: commas[0]]
    if commas and commas[-1] + 1 < len(kept) and "A" in "".join(tags[i] for i in kept[commas[-1] :]) and tags[kept[commas[-1] + 1]] != "C":
        tail = kept[commas[-1] + 1 :]
        if tags[tail[0]] in "PR":
            return kept[: commas[0]]  # "a raid by the fleet, under the command of Torp"
        return kept[: commas[0]] if tags[tail[0]] == "A" and len(commas) == 2 else kept if "C" in "".join(tags[i] for i in tail) else tail
    return kept


def _object_before(parsed: Parse, clause: Clause) -> list[int]:
    """The noun phrase before an infinitive or participle that it belongs to: "expected [the talks] to resume"."""
    tags = parsed.tags
    previous = parsed.clauses[clause.index - 1].group
    last = clause.group.start
    low = last
    while low > previous.end and (tags[low - 1] in "anAJ#DC" or (parsed.words[low - 1].low == "of" and tags[low - 2] in "anA")):
        low -= 1
    own = list(range(low, last))
    governing = parsed.clauses[clause.index - 1]
    owned = [n for n, i in enumerate(own) if tags[i] == "D" and parsed.words[i].low in ("'s", "’s", "'")]
    if owned and parsed.words[own[-1]].low in _INTENTIONS:
        apart = max((n + 1 for n, i in enumerate(own[: owned[-1]]) if tags[i] == "P"), default=0)
        return own[apart : owned[-1]]  # "[Elmco]'s plan to close"
    if clause.group.infinitive and not clause.group.passive and previous.finite and previous.lemma not in verbs.MAKES_OTHERS:
        return subject_words(parsed, governing)  # "hired a van to move"
    if own and low and tags[low - 1] == "P" and parsed.words[low - 1].low not in ("for", "on", "upon", "with", "of"):
        whole = _WHOLE.fullmatch(tags, previous.end, last)
        made = previous.finite and not previous.passive and previous.lemma in _EXPECTS
        return [*range(previous.end, last)] if whole and made else subject_words(parsed, governing)
    if own and parsed.words[own[-1]].low in _INTENTIONS:
        if parsed.words[own[0]].low in _HIS:  # "told them of his talks and [his plans] to travel"
            governing = next((c for c in reversed(parsed.clauses[: clause.index]) if c.group.finite), governing)
        return subject_words(parsed, governing)
    if own and not (previous.passive and low and parsed.words[low - 1].low == "by"):  # "told by [the firm] to leave"
        return own
    return subject_words(parsed, governing)


# "Brokers expect [the number of trams for hire in the valley] to grow".
_WHOLE: Final = re.compile(r"D?[#J]*[anA]+(?:P[DJ#]*[anA]+)+")
_EXPECTS: Final = frozenset("expect want ask tell order allow cause lead force help urge require forecast enable persuade".split())
_HIS: Final = frozenset("his her its their".split())
_INTENTIONS: Final = frozenset(
    "plan plans decision intention proposal pledge promise hope hopes bid offer program programme effort efforts".split()
)
LISTED: Final = re.compile(r",[DJ#]*[anA]+(?:,[DJ#]*[anA]+)*,?C[DJ#]*[anA]")


def is_pronoun(parsed: Parse, tokens: Sequence[int]) -> bool:
    """Tell whether a subject is a word that stands for somebody named before."""
    return len(tokens) == 1 and (parsed.words[tokens[0]].low in PRONOUNS or parsed.tags[tokens[0]] == "p")
