"""A clause in, a headline out: subject, verb in the present, object and place in at most twelve words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.events.en import names as name_tables
from generator.events.en import verbs
from generator.events.lexicon import SPEECH, STATEMENT, forms, third_person
from generator.events.names import Name
from generator.events.parse import PARTICIPLES, Clause, Group, Parse, Word
from generator.model import Status

LONGEST: Final = 12
_ARTICLES: Final = frozenset("a an the".split())
_LOOSE: Final = frozenset(
    "late early earlier later already also still just only then now soon recently today yesterday tomorrow first allegedly "
    "reportedly".split()
)


def headline(
    parsed: Parse,
    clause: Clause,
    names: Sequence[Name],
    status: Status,
    subject: str | None = None,
    place: str | None = None,
    limits: tuple[int, int] | None = None,
) -> str:
    """Write the headline of a clause; `subject` stands in for a pronoun or a subject told elsewhere."""
    who = _named_person(parsed, subject_words(parsed, clause), names)
    actor = _actor(parsed, who, names, subject)
    if not actor:
        return plain(parsed, clause, names)
    verb = _verb(parsed, clause.group, status, _plural(parsed, who, actor))
    tokens = _tail(parsed, clause, limits)
    if not limits and (gap := _gap(parsed, clause)):
        tokens = [*gap, *tokens]
    while True:
        rest = _fitting(parsed, tokens, names, LONGEST - len(f"{actor} {verb}".split()))
        text = " ".join(part for part in (actor, verb, rest) if part)
        crowded = len(text.split()) > LONGEST or (not rest and bool(_fitting(parsed, tokens, names, LONGEST)))
        who = _shorter(parsed, who) if crowded else []
        if not who:
            return finish(text, place)
        actor = _actor(parsed, who, names, subject) or actor


def _actor(parsed: Parse, who: list[int], names: Sequence[Name], subject: str | None) -> str:
    """The subject in words; a pronoun, or a possessive that opens it, gives way to whom it means."""
    actor = phrase(parsed, who, names)
    if not actor or is_pronoun(parsed, who):
        return subject or ""
    if parsed.words[who[0]].low in _POSSESSIVE:
        return " ".join([owner(subject) if subject else "", *actor.split()[1:]]).strip()
    return actor


_POSSESSIVE: Final = frozenset("his her its their".split())


def owner(name: str) -> str:
    """The possessive of a name."""
    return name + ("'" if name.endswith("s") else "'s")


def _shorter(parsed: Parse, who: list[int]) -> list[int]:
    """A subject without what its last preposition adds: "others in the archdiocese" gives "others"; empty where nothing is left."""
    cuts = [n for n, i in enumerate(who) if n and parsed.tags[i] == "P"]
    return who[: cuts[-1]] if cuts else []


def _gap(parsed: Parse, clause: Clause) -> list[int]:
    """The noun phrase that a relative clause with a subject of its own is about: "the accord that X and Y reached"."""
    group = clause.group
    at = _relative(parsed, clause)
    if at is None or group.passive or group.infinitive or not any(parsed.tags[i] in "anA" for i in range(at + 1, group.start)):
        return []
    objects = parsed.tags[group.end : group.end + 1] in tuple("DanAJ#p")
    return [] if objects or parsed.words[at].low == "whose" else _antecedent(parsed, at)


def _relative(parsed: Parse, clause: Clause) -> int | None:
    """The relative word that opens a clause or stands inside it before its verb."""
    found = [
        i
        for i in range(clause.start, clause.group.start)
        if parsed.tags[i] == "W" and parsed.words[i].low in ("who", "which", "that", "whom", "whose")
    ]
    return found[-1] if found and (found[-1] == 0 or parsed.tags[found[-1] - 1] != "P") else None


def _fitting(parsed: Parse, tokens: list[int], names: Sequence[Name], room: int) -> str:
    """Write as much of what follows the verb as there is room for, cut where a phrase begins, nothing left hanging."""
    tags = parsed.tags
    whole = tokens
    while tokens:
        tokens = _complete(parsed, tokens, whole)
        text = phrase(parsed, tokens, names)
        if len(text.split()) <= room:
            return text
        cuts = [n for n, i in enumerate(tokens) if n and tags[i] in "PSWCTg,;" and parsed.words[i].low != "than"]
        if not cuts:
            return text
        tokens = tokens[: cuts[-1]]
    return ""


_PARTICLES: Final = frozenset("up out down off in over".split())


def _complete(parsed: Parse, tokens: list[int], whole: list[int]) -> list[int]:
    """Take from the end what cannot end a headline: a preposition, an article, a verb whose object was cut off."""
    tags = parsed.tags
    while tokens:
        last, tag = tokens[-1], tags[tokens[-1]]
        following = tags[last + 1 : last + 2]
        before = tags[last - 1 : last]
        if (
            (tag in "PDSCWTMBHON,;:(" and (tag != "P" or len(tokens) > 1 or parsed.words[last].low not in _PARTICLES))
            or (tag in "JR" and len(tokens) < len(whole))
            or (tag in "gviz" and len(tokens) < len(whole))
            or (tag == "g" and before in ("P", "N", "R", "C"))
            or (tag == "v" and before in tuple("anA") and following in ("T", "P"))
            or (tag == "i" and following in tuple("DJ"))
        ):
            tokens = tokens[:-1]
        else:
            break
    return tokens


def _named_person(parsed: Parse, who: list[int], names: Sequence[Name]) -> list[int]:
    """Of "founder of the firm Jane Doe" only the name, where a role leads up to it and no "of" parts them."""
    starts = {name.start for name in names if name.kind == "person"}
    for n, i in enumerate(who):
        if n and parsed.words[i].start in starts and {parsed.tags[k] for k in who[n:]} == {"A"} and _leads_up(parsed, who[:n]):
            return who[n:]
    for n, i in enumerate(who):
        if parsed.words[i].start in starts and n:
            roles = [k for k in who[:n] if parsed.words[k].low in name_tables.TITLE_HEADS]
            first = roles[0] if roles else None
            apart = first is not None and any(parsed.tags[k] == "P" for k in who[: who.index(first)])
            near = parsed.tags[who[n - 1]] in "AanX" and "C" not in "".join(parsed.tags[k] for k in who[n:])
            return who[n:] if roles and near and not apart else who
    return who


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


def plain(parsed: Parse, clause: Clause, names: Sequence[Name]) -> str:
    """The words of a clause as they stand, from those that lead up to it, where no headline comes of it."""
    low = parsed.clauses[clause.index - 1].start if clause.index else clause.start
    tokens = [i for i in range(low, clause.end) if parsed.tags[i] not in '";:']
    while tokens and parsed.tags[tokens[0]] in "SC,)RX":
        tokens.pop(0)
    return finish(_fitting(parsed, tokens, names, LONGEST), None)


def noun_headline(parsed: Parse, low: int, high: int, names: Sequence[Name]) -> str:
    """Write the headline of an event that only a noun tells, from the tokens of its phrase."""
    return finish(phrase(parsed, list(range(low, high)), names), None)


def finish(text: str, place: str | None) -> str:
    """Shorten to twelve words at a good place, begin with a capital, and say where if there is room."""
    if text.count("(") != text.count(")"):
        text = text.replace("(", "").replace(")", "")
    words = _shorten(text.strip(" ,;").split())
    short = " ".join(words).rstrip(",;:—–-( ")
    if place and len(words) + len(place.split()) < LONGEST and place not in short:
        short += f" in {place}"
    return short if short[1:2].isupper() else short[:1].upper() + short[1:]


_PRONOUNS: Final = frozenset("he she it they this that these those who which we i you".split())
_BREAKS: Final = frozenset(
    "for with after before during because amid while which who that as by over following including "
    "between under from on in at to of and".split()
)


def _shorten(words: list[str]) -> list[str]:
    if len(words) <= LONGEST:
        return _unhang(words)
    for at in range(LONGEST, 5, -1):
        if words[at].lower() in _BREAKS or words[at - 1].endswith((",", ";")):
            return _unhang(words[:at])
    return _unhang(words[:LONGEST])


def _unhang(words: list[str]) -> list[str]:
    """Take off words that cannot end a headline."""
    while len(words) > 2 and (words[-1].lower().strip(",") in _HANGING or not re.search(r"\w", words[-1])):
        words = words[:-1]
    return words


_HANGING: Final = (
    _BREAKS
    | _ARTICLES
    | frozenset("or but not very more its his her their than is are was were be has had have into about against being".split())
)


def subject_words(parsed: Parse, clause: Clause) -> list[int]:
    """The tokens of the clause's subject: the last noun phrase before the verb that no preposition or comma cuts off."""
    tags = parsed.tags
    low, high = clause.start, clause.group.start
    while low < high and tags[low] in ',;SC."()R':
        low += 1
    at = _relative(parsed, clause)
    if at is not None and clause.group.finite:
        own = [i for i in range(at + 1, high) if tags[i] not in "XR,"]
        return own if any(tags[i] in "anAp" for i in own) else _antecedent(parsed, at)
    if low < high and tags[low] == "W":
        return _antecedent(parsed, low)
    if clause.group.participle and high > 0 and tags[high - 1] in "anA" and (found := _antecedent(parsed, high)):
        return found
    low = _after_opening(parsed, low, high)
    stretch = [i for i in range(low, high) if tags[i] != "X" and not (tags[i] == "P" and i + 1 < high and tags[i + 1] == "X")]
    stretch = _without_apposition(parsed, stretch)
    while stretch and tags[stretch[-1]] in ',R.("PJ;':
        stretch.pop()
    while stretch and tags[stretch[0]] in ',R.)";':
        stretch.pop(0)
    cut_off = bool(stretch) and clause.index > 0 and tags[stretch[0]] == "P" and parsed.clauses[clause.index - 1].group.participle
    if (stretch and not cut_off) or not clause.index:
        return stretch
    if clause.group.infinitive or (clause.group.participle and clause.start == clause.group.start):
        return _object_before(parsed, clause)
    return _shared_subject(parsed, clause)


def _shared_subject(parsed: Parse, clause: Clause) -> list[int]:
    """The subject that a clause without its own takes from a clause before: "X met Y and signed", "X, coming from Y, met"."""
    previous = parsed.clauses[clause.index - 1]
    if (previous.group.participle and previous.index == 0) or (previous.group.participle and clause.opener not in ("and", "but", "or")):
        return subject_words(parsed, previous)
    for earlier in reversed(parsed.clauses[: clause.index]):
        if earlier.group.finite and earlier.opener not in ("who", "which", "that", "because", "if", "when", "while", "as"):
            return subject_words(parsed, earlier)
    return []


def _after_opening(parsed: Parse, low: int, high: int) -> int:
    """Skip an opening phrase that ends in a comma: "On Wednesday, ...", "In a statement, ..."."""
    tags = parsed.tags
    while low < high and tags[low] in "PXR":
        comma = tags.find(",", low, high)
        if comma < 0:
            return _after_times(tags, low, high)
        low = comma + 1
    if low < high and tags[low] == ",":
        low += 1
    return low


def _after_times(tags: str, low: int, high: int) -> int:
    """Skip "In November" and "Yesterday" where no comma ends them."""
    while low < high and (tags[low] in "XR" or (tags[low] == "P" and low + 1 < high and tags[low + 1] in "XRP")):
        low += 1
    if low < high and tags[low] == "P":
        m = _FIRST_PHRASE.match(tags, low, high)
        return m.end() if m and m.end() < high else low
    return low


_FIRST_PHRASE: Final = re.compile(r"P[DJR#]*[an]+(?:P[X])?(?=[DAp])")


def _without_apposition(parsed: Parse, stretch: list[int]) -> list[int]:
    """Leave out what stands between commas after a name: "Jobs, founder of Apple," and the brackets' content."""
    tags = parsed.tags
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
    if commas and "C" in [tags[i] for i in kept] and (m := _LIST.match("".join(tags[i] for i in kept), commas[0])):
        letters = "".join(tags[i] for i in kept)
        end = next((n for n in range(m.end(), len(kept)) if letters[n] not in "anA"), len(kept))
        return kept[:end] if end < len(kept) and letters[end] == "," else kept
    if len(commas) == 1 and commas[0] + 2 == len(kept) and commas[0] > 1 and tags[kept[commas[0] - 2]] == "P":
        return kept[: commas[0]]  # "a court in Lyon, France"
    if len(commas) == 1 and commas[0] + 1 == len(kept):
        return kept[:-1]
    if len(commas) >= 2 and commas[0] > 0 and commas[-1] + 1 == len(kept):
        inner = kept[commas[0] + 1 : commas[1]]
        role = any(parsed.words[i].low in name_tables.TITLE_HEADS and tags[i] != "A" for i in kept[: commas[0]])
        return inner if role and inner and all(tags[i] == "A" for i in inner) else kept[: commas[0]]
    if commas and commas[-1] + 1 < len(kept) and "A" in "".join(tags[i] for i in kept[commas[-1] :]) and tags[kept[commas[-1] + 1]] != "C":
        tail = kept[commas[-1] + 1 :]
        return kept[: commas[0]] if tags[tail[0]] == "A" and len(commas) == 2 else kept if "C" in "".join(tags[i] for i in tail) else tail
    return kept


def _antecedent(parsed: Parse, before: int) -> list[int]:
    """The noun phrase just before "which" or "who"."""
    tags = parsed.tags
    high = before
    while high and tags[high - 1] in ",P":
        high -= 1
    low = high
    while low and (tags[low - 1] in "anAJ#D" or _of(parsed, low, before) or _joint(tags, low - 1)):
        low -= 1
    while low < high and tags[low] in "DCP":
        low += 1
    return list(range(low, high))


def _of(parsed: Parse, low: int, before: int) -> bool:
    """Tell whether "of" joins a phrase to the noun before it; not where a bare name and "who" follow, which then is meant."""
    who = parsed.tags[low] == "A" and before < len(parsed.words) and parsed.words[before].low == "who"
    return parsed.tags[low - 1] == "P" and parsed.words[low - 1].low == "of" and not who


def _joint(tags: str, at: int) -> bool:
    """Tell whether an "and" joins two names or two describing words, not two clauses."""
    return at > 0 and tags[at] == "C" and tags[at - 1] in "AJ" and tags[at + 1] in "AJ"


def _object_before(parsed: Parse, clause: Clause) -> list[int]:
    """The noun phrase before an infinitive or participle that it belongs to: "expected [the talks] to resume"."""
    tags = parsed.tags
    previous = parsed.clauses[clause.index - 1].group
    last = clause.group.start
    low = last
    while low > previous.end and tags[low - 1] in "anAJ#DC":
        low -= 1
    own = list(range(low, last))
    if own and parsed.words[own[-1]].low in (
        "plan",
        "plans",
        "decision",
        "intention",
        "proposal",
        "pledge",
        "promise",
        "hope",
        "hopes",
        "bid",
        "offer",
    ):
        return subject_words(parsed, parsed.clauses[clause.index - 1])
    if own:
        return own
    return subject_words(parsed, parsed.clauses[clause.index - 1])


def _tail(parsed: Parse, clause: Clause, limits: tuple[int, int] | None = None) -> list[int]:
    """The tokens after the verb that a headline keeps: up to the end of the clause, a quotation or an aside."""
    tags = parsed.tags
    kept: list[int] = []
    depth = 0
    low, high = limits or (clause.group.end, clause.end)
    for i in range(low, high):
        tag = tags[i]
        if tag == "(":
            depth += 1
        if depth:
            depth -= tag == ")"
            continue
        if tag == "." and parsed.words[i].text == "." and parsed.words[i - 1].text[:1].isupper() and i + 1 < high:
            continue  # the full stop of "Inc." or "No."
        if tag in ".;" or (tag == "," and len(kept) > 1 and not _listed(tags, i, clause.end)):
            break
        if tag != ")":
            kept.append(i)
    else:
        if limits is None:
            kept += _complement(parsed, clause, kept)
    return [i for i in kept if not (tags[i] == "P" and tags[i + 1 : i + 2] == "X" and not _owned(parsed, i + 2))]


def _owned(parsed: Parse, at: int) -> bool:
    """Tell whether a possessive ending stands at a token."""
    return at < len(parsed.words) and parsed.words[at].low in ("'s", "’s", "'")


def _listed(tags: str, comma: int, end: int) -> bool:
    """Tell whether a comma stands in a list of nouns: "rulings, fines and bans"."""
    return bool(_LIST.match(tags, comma, end))


_LIST: Final = re.compile(r",[DJ#]*[anA]+(?:,[DJ#]*[anA]+)*,?C[DJ#]*[anA]")


def _complement(parsed: Parse, clause: Clause, kept: list[int]) -> list[int]:
    """What follows the clause and completes it: an infinitive, a participle, "that ..." after a verb of saying."""
    if clause.index + 1 >= len(parsed.clauses):
        return []
    following = parsed.clauses[clause.index + 1]
    tags = parsed.tags
    if tags[following.start] in ",;" or following.opener in (
        "and",
        "but",
        "while",
        "when",
        "because",
        "although",
        "which",
        "who",
        "as",
        "if",
    ):
        return []
    if len(kept) > LONGEST or (following.group.finite and (clause.group.participle or not _takes_clause(clause, following))):
        return []
    found = []
    for i in range(following.start, following.end):
        if tags[i] in ',.;("':
            break
        found.append(i)
    return found


def _takes_clause(clause: Clause, following: Clause) -> bool:
    """Tell whether a finite clause completes a verb: what was said, found or decided."""
    return clause.group.lemma in SPEECH | STATEMENT | _THAT or following.opener in ("whether", "how", "why", "what", "after", "before")


_THAT: Final = frozenset(
    "find demand declare decide rule deny confirm show know believe reveal vote ensure propose agree order hear".split()
)


def phrase(parsed: Parse, tokens: Sequence[int], names: Sequence[Name]) -> str:
    """Write tokens as a headline does: no articles, no times, people by their surnames."""
    words, tags = parsed.words, parsed.tags
    people = {name.start: name for name in names if name.kind == "person"}
    out: list[str] = []
    skip = -1
    last: Word | None = None
    for i in tokens:
        word = words[i]
        if tags[i] == "C" and "X" in (tags[i + 1 : i + 2], tags[max(0, i - 1)]):
            continue
        if (
            i <= skip
            or (word.low in ("'s", "’s", "'") and i and tags[i - 1] == "X")
            or tags[i] == "X"
            or tags[i] in '."'
            or (word.low in _ARTICLES and word.text not in ("The",))
            or (word.low in _LOOSE and tags[i] == "R")
        ):
            continue
        if word.text == "The" and not out:
            continue
        if tags[i] == "A" and (end := _person_at(parsed, i, tokens[-1], people)) is not None:
            skip, name = end
            _append(out, name, last, word)
        else:
            _append(out, word.text, last, word)
        last = words[max(i, skip)]
    return " ".join(out).replace(" ,", ",").replace("( ", "(").replace(" )", ")").replace(" - ", "-")


def _append(out: list[str], text: str, last: Word | None, word: Word) -> None:
    """Add a word; what touched the word before in the text, such as `'s`, touches it here too."""
    if out and last is not None and last.end == word.start and (text.startswith(("'", "’", ",", ".", "%")) or out[-1][-1:] in "$€£(/"):
        out[-1] += text
    else:
        out.append(text)


def _person_at(parsed: Parse, at: int, last: int, people: dict[int, Name]) -> tuple[int, str] | None:
    """Where a title and a person's name end that begin at a token, and the surname."""
    words = parsed.words
    i = at
    while i <= last and words[i].start not in people and _titular(words[i]):
        i += 1
    if i > last or words[i].start not in people or (i > at and not any(w.low.strip(".") in name_tables.TITLE_HEADS for w in words[at:i])):
        return None
    name = people[words[i].start]
    while i + 1 <= last and words[i + 1].end <= name.end:
        i += 1
    pieces = name.text.split()
    surname = pieces[-1] if len(pieces) < 3 or pieces[-2].lower() not in name_tables.SMALL else " ".join(pieces[-2:])
    if pieces[0] in ("Xi", "Kim", "Ban", "Park", "Moon", "Aung") or len(pieces) == 1:
        surname = name.text if len(pieces) < 3 else pieces[0]
    if pieces[0] == "Ban":
        surname = "Ban"
    return i, surname


def _titular(word: Word) -> bool:
    low = word.low.strip(".")
    return low in name_tables.TITLES or word.text in name_tables.DEMONYMS or word.text in name_tables.COUNTRIES or low == "of"


def _plural(parsed: Parse, who: Sequence[int], actor: str) -> bool:
    """Tell whether a subject is more than one, by its head: the last word before a preposition."""
    role = bool(who) and parsed.words[who[0]].low.removeprefix("co-") in name_tables.TITLE_HEADS
    if " and " in actor.split(" of ")[0].split(" in ")[0] and not role:
        return True
    head = -1
    for i in who:
        if parsed.tags[i] == "P" and head >= 0:
            break
        if parsed.tags[i] in "anA":
            head = i
    if head < 0:
        return False
    low = parsed.words[head].low
    if low in ("people", "police", "voters"):
        return True
    return parsed.tags[head] in "an" and low.endswith("s") and not low.endswith(("ss", "us", "is"))


def _verb(parsed: Parse, group: Group, status: Status, plural: bool) -> str:
    """The verb as a headline has it."""
    words = parsed.words[group.start : group.end]
    head = parsed.words[group.head]
    particles = " ".join(w.text for w in parsed.words[group.head + 1 : group.end] if w.time < 0 and w.low not in _LOOSE)
    form = forms().get(head.low)
    base = form.lemma if form else group.lemma
    if form is None and status not in ("planned", "possible") and not group.copula:
        return f"{head.text} {particles}".strip()
    expected = any(lemma in ("expect", "likely", "tip", "forecast", "project") for lemma in group.controls)
    if head.low == "born":
        verb = "born"
    elif head.low in PARTICIPLES and group.participle:
        verb = head.text
    elif group.copula and not group.controls:
        verb = _copula(group, status, plural)
    elif status == "planned" and (group.modal or group.controls or group.progressive):
        verb = f"{'expected ' if expected else ''}to {'be ' + head.text if group.passive else base}"
    elif status == "planned" and base in verbs.CONTROL and group.passive:
        verb = head.text
    elif status == "possible" and (group.modal or group.controls):
        verb = f"may {'be ' + head.text if group.passive else base}"
    elif status == "possible":
        verb = f"allegedly {head.text}"
    elif group.passive or (group.participle and "v" in (form.kinds if form else "v") and not head.low.endswith("ing")):
        verb = head.text
    else:
        verb = base if plural else third_person(base)
    del words
    return f"{verb} {particles}".strip()


def _copula(group: Group, status: Status, plural: bool) -> str:
    if status == "planned":
        return "to be" if group.lemma == "be" else "to have"
    if group.lemma == "be":
        return "are" if plural else "is"
    return "have" if plural else "has"


def is_pronoun(parsed: Parse, tokens: Sequence[int]) -> bool:
    """Tell whether a subject is a word that stands for somebody named before."""
    return len(tokens) == 1 and (parsed.words[tokens[0]].low in _PRONOUNS or parsed.tags[tokens[0]] == "p")
