"""One sentence in, its clauses out: words with a letter each, verb groups found in the string of letters, clauses cut between them.

The letters: D determiner, P preposition, S subordinator, C coordinator, W wh-word, M modal, B be, H have, O do, N not, T to,
R adverb, p pronoun, X time expression, # number, A capitalised word, a other word, n event noun, J participle before a noun,
v past or participle, z third person, i base form, g -ing form, and the punctuation marks themselves. This is no parser of
English: it finds who did what near a date, in well under a tenth of a millisecond a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.events.en import nouns, verbs
from generator.events.lexicon import SPEECH, STATEMENT, Form, closed, forms, noun_classes

_TOKEN: Final = re.compile(
    r"\w+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ll|ve|d|m)\b|(?:[A-Z]\.){2,}|[$€£¥]?\d[\d.,:]*\d|\w+(?:(?:['’](?!(?:s|re|ll|ve|d|m)\b)|[&.\-–])\w+)*|[^\w\s]"
)
_MARKS: Final = {
    ",": ",", ";": ";", ":": ";", "—": ";", "–": ";", "-": ";", "(": "(", ")": ")", "[": "(", "]": ")",
    '"': '"', "“": '"', "”": '"', "'": '"', "’": '"', "‘": '"', "«": '"', "»": '"', "%": "#",
}  # fmt: skip
_GROUP: Final = re.compile(
    r"(?P<to>T[RN]*)?(?P<modal>[MO](?:[RNX]|PX)*)?(?P<have>H(?:[RN]|PX|X)*)?(?P<be>(?:B(?:[RN]|PX|X)*)*)(?P<main>[vzig])"
    r"|(?P<copula>(?P<cmodal>(?:T[RN]*)?[MOT][RN]*)?(?P<chave>H[RN]*)?B[RN]*|H[RN]*)"
)
_NOUNISH: Final = "anAX#J"


@dataclass(frozen=True, slots=True)
class Word:
    """A token: its text, its lower case, and where it lies in the body; `time` numbers the time expression it stands for."""

    text: str
    low: str
    start: int
    end: int
    time: int = -1


@dataclass(slots=True)
class Group:
    """A verb group: token positions (half-open), the position and lemma of its head, and what its helpers say."""

    start: int
    end: int
    head: int
    lemma: str
    modal: str = ""
    infinitive: bool = False
    perfect: bool = False
    passive: bool = False
    progressive: bool = False
    past: bool = False
    negated: bool = False
    participle: bool = False
    copula: bool = False
    controls: tuple[str, ...] = ()

    @property
    def finite(self) -> bool:
        """Tell whether the group can stand alone in a main clause."""
        return not self.participle and not self.infinitive


@dataclass(slots=True)
class Clause:
    """A stretch of tokens (half-open) around one verb group; `opener` is the word that joins it to what stands before."""

    start: int
    end: int
    group: Group
    opener: str = ""
    index: int = 0


@dataclass(slots=True)
class Parse:
    """A sentence taken apart."""

    words: list[Word]
    tags: str
    clauses: list[Clause] = field(default_factory=list)

    def clause_at(self, token: int) -> Clause | None:
        """The clause that holds a token."""
        for clause in self.clauses:
            if clause.start <= token < clause.end:
                return clause
        return None


def parse(text: str, start: int, times: Sequence[tuple[int, int]], names: frozenset[str] = frozenset()) -> Parse:
    """Take a sentence apart; `start` is its offset in the body, `times` the spans of its time expressions there.

    `names` are words known as names, for the first word of a sentence.
    """
    words = _words(text, start, times)
    tags = _tags(words, names)
    parsed = Parse(words, tags)
    groups = _groups(words, tags)
    parsed.clauses = _clauses(words, tags, groups)
    return parsed


def _words(text: str, start: int, times: Sequence[tuple[int, int]]) -> list[Word]:
    words: list[Word] = []
    position, number = 0, 0
    for m in _TOKEN.finditer(text):
        at = m.start() + start
        if at < position:
            continue
        while number < len(times) and times[number][1] <= at:
            number += 1
        if number < len(times) and times[number][0] <= at:
            low, high = times[number]
            phrase = text[low - start : high - start]
            words.append(Word(phrase, phrase.lower(), low, high, number))
            position = high
            continue
        token = m.group()
        words.append(Word(token, token.lower().replace("’", "'"), at, m.end() + start))
    return words


def _tags(words: list[Word], names: frozenset[str]) -> str:
    function, verb, noun = closed(), forms(), noun_classes()
    tags: list[str] = []
    count = len(words)
    for i, word in enumerate(words):
        low = word.low
        previous = tags[-1] if tags else "."
        if word.time >= 0:
            tags.append("X")
        elif not (low[0].isalnum() or low[0] in "$€£¥'"):
            tags.append(_MARKS.get(low, "."))
        elif low == "'s" or low == "'":
            tags.append("D" if previous in "AanX#" else '"' if low == "'" else "B")
        elif low == "her" and i + 1 < count and words[i + 1].low in function:
            tags.append("p")
        elif low == "that":
            tags.append(_that(words, i, tags, function, verb))
        elif (letter := function.get(low)) and not (
            word.text[0].isupper() and low in ("will", "may", "us", "it") and len(word.text) > 2 and i
        ):
            tags.append("A" if word.text == "US" else letter)
        elif low[0].isdigit() or low[0] in "$€£¥":
            tags.append("#")
        elif low != word.text and ((i and previous not in '."') or not word.text[0].isupper() or _is_name(words, i, names, verb, noun)):
            tags.append("A")
        else:
            tags.append(_content(words, i, tags, function, verb, noun))
    return _opened_by_prepositions("".join(tags), words)


def _opened_by_prepositions(tags: str, words: list[Word]) -> str:
    """Tell "before the vote" from "before they voted": without a verb the word is a preposition."""
    if "S" not in tags:
        return tags
    letters = list(tags)
    for i, letter in enumerate(tags):
        if letter == "S" and words[i].low in _EITHER and not _VERB_AHEAD.match(tags, i + 1):
            letters[i] = "P"
    return "".join(letters)


_EITHER: Final = frozenset("since after before until till as once".split())
_VERB_AHEAD: Final = re.compile(r'[^,;.CSW"()vzigBHMO]*[vzigBHMO]')


def _is_name(words: list[Word], i: int, names: frozenset[str], verb: dict[str, Form], noun: dict[str, str]) -> bool:
    """Tell whether the capitalised first word of a sentence is a name."""
    word = words[i]
    if word.text in names or word.text.isupper():
        return True
    following = words[i + 1].text if i + 1 < len(words) else ""
    return word.low not in verb and word.low not in noun and (following[:1].isupper() or not word.low.endswith(("ly", "s", "ed", "ing")))


def _that(words: list[Word], i: int, tags: list[str], function: dict[str, str], verb: dict[str, Form]) -> str:
    """Tell "that" the conjunction from the pronoun before a noun and the relative after one."""
    before = words[i - 1].low if i else ""
    if i + 1 < len(words) and words[i + 1].low in ("day", "time", "year", "week", "month", "point", "way", "case", "same"):
        return "D"
    if tags and tags[-1] in "anA)" and before not in ("reports", "report", "fact", "claim", "claims", "news"):
        after = words[i + 1].low if i + 1 < len(words) else ""
        return "W" if function.get(after, "") in tuple("BHMO") or after in verb else "S"
    return "S" if tags else "D"


def _content(words: list[Word], i: int, tags: list[str], function: dict[str, str], verb: dict[str, Form], noun: dict[str, str]) -> str:
    """The letter of a word that is no function word: a verb where its form and its neighbours allow, else a noun."""
    low = words[i].low
    form = verb.get(low)
    previous = tags[-1] if tags else "."
    eventful = low in noun
    other = "n" if eventful else "a"
    if form is None:
        return _unknown(low, tags, words, i, other)
    kinds = form.kinds
    following = words[i + 1] if i + 1 < len(words) else None
    after = "X" if following and following.time >= 0 else function.get(following.low, "") if following else ""
    if "v" in kinds and (previous in "BHM" or (previous in "RNX" and _helper_before(tags))):
        return "v"
    if ("i" in kinds and previous in "TMON") or ("i" in kinds and previous == "R" and len(tags) > 1 and tags[-2] in "TMO"):
        return "i"
    if "g" in kinds:
        if previous in "BN" or (previous in "RX" and _helper_before(tags)):
            return "n" if eventful and after in ("B", "M", "H") else "g"
        if eventful and (previous in "DJPa#" or (after in ("P", "X", "C") and previous in "nA") or after in ("B", "H", "M")):
            return "n" if previous != "P" or after != "D" else "g"
        if previous == "a" and len(tags) > 1 and tags[-2] in "DJ" and not words[i - 1].low.endswith("s"):
            return other
        return "a" if previous in "DJ" and not eventful else "g"
    if previous == "R" and "v" in kinds and len(tags) > 1 and tags[-2] in "DP":
        return "J"
    counted = previous == "#" and not (len(tags) > 1 and tags[-2] in "an")
    if previous in "DJ" or counted or (previous == "P" and "v" not in kinds):
        if "v" in kinds and low not in noun:
            return "J"
        return other
    if "v" in kinds:
        if previous == "P" and low not in noun:
            return "J"
        if low.endswith(("ed", "en")) and following is not None and _before_noun(words, i, tags, function, verb):
            return "J"
        if "i" in kinds and eventful and previous in "aAJn" and after in ("P", "X", "", "B", "H", "M"):
            return "n" if low not in ("cut", "hit", "quit", "shut", "split", "spread", "beat", "bid") or after in ("B", "H", "M") else "v"
        return "v"
    return _present(words, i, tags, kinds, after, eventful, other, function)


def _unknown(low: str, tags: list[str], words: list[Word], i: int, other: str) -> str:
    """A word that is in no table: an adverb by its ending, a verb by -ed where one can stand, else a noun."""
    previous = tags[-1] if tags else "."
    if low.endswith("ly") and len(low) > 4 and not (previous == "D" and i + 1 < len(words) and closed().get(words[i + 1].low) == "P"):
        return "R"
    if low.endswith("ed") and len(low) > 4 and "-" not in low:
        if previous == "R" and (len(tags) < 2 or tags[-2] in "DPJ"):
            return "J"
        if i + 1 < len(words) and _before_noun(words, i, tags, closed(), forms()):
            return "J"
        return "v" if previous in "AanpBHRNW)," else "J"
    if low.endswith("ing") and len(low) > 5 and previous in "B":
        return "g"
    if low.isalpha() and low == words[i].text and (previous == "M" or (previous == "R" and tags[-2:-1] == ["M"])):
        return "i"
    return other


def _helper_before(tags: list[str]) -> bool:
    """Tell whether only adverbs and times stand between here and a form of be, have or a modal."""
    for letter in reversed(tags):
        if letter in "BHM":
            return True
        if letter not in "RNXP":
            return False
    return False


def _before_noun(words: list[Word], i: int, tags: list[str], function: dict[str, str], verb: dict[str, Form]) -> bool:
    """Tell whether a participle only describes the noun after it, as in "fears of renewed violence"."""
    following = words[i + 1]
    if following.time >= 0 or following.low in function or not following.low[0].isalpha() or following.text[0].isupper():
        return False
    if (tags and tags[-1] in "R,CPS") or not tags:
        second = words[i + 2] if i + 2 < len(words) else None
        return second is not None and "v" in (verb[second.low].kinds if second.low in verb else "") and second.low not in function
    return False


def _present(
    words: list[Word], i: int, tags: list[str], kinds: str, after: str, eventful: bool, other: str, function: dict[str, str]
) -> str:
    """Tell present forms ("visits", "vote") from nouns by what stands around them."""
    previous = tags[-1] if tags else "."
    letter = "z" if "z" in kinds else "i"
    if letter == "z" and previous == "A" and tags[-2:-1] == ["#"]:
        return other  # "the eight Baltic states"
    if after in ("B", "H", "M", "O") or not tags:
        return other
    if previous == "W" or previous == "p":
        return letter
    if letter == "i":
        plural = (previous in "an" and words[i - 1].low.endswith("s")) or (previous == "A" and "C" in tags[-4:])
        plural = plural or (previous in "Aan" and _plural_before_phrase(words, tags))
        return "i" if plural and (not eventful or after in ("P", "X", "D", "T")) else other
    if previous in "A" and eventful and words[i].low not in ("visits", "releases", "strikes"):
        return other
    if previous in "Jan" and _in_phrase(tags):
        return other
    if previous in "Aan)" and (after in ("D", "P", "T", "X", "S", "p", "R", "W") or not eventful):
        return letter if not (previous in "an" and words[i - 1].low.endswith("s")) else other
    return "z" if previous in ",R" and after in ("D", "p") else other


def _plural_before_phrase(words: list[Word], tags: list[str]) -> bool:
    """Tell whether a plural noun stands before the phrase that ends here: "voters in the north [go]"."""
    at = len(tags) - 1
    while at >= 0 and tags[at] in "anAJ#D":
        at -= 1
    return at > 0 and tags[at] == "P" and tags[at - 1] in "an" and words[at - 1].low.endswith("s")


def _in_phrase(tags: list[str]) -> bool:
    """Tell whether the words just before belong to a phrase that a preposition opens, so that no verb can follow yet."""
    at = len(tags) - 1
    while at >= 0 and tags[at] in "anAJ#DR":
        at -= 1
    return at >= 0 and tags[at] == "P" and len(tags) - at < 5


def _groups(words: list[Word], tags: str) -> list[Group]:
    """The verb groups of a sentence, infinitives joined to the verbs that only say how sure they are."""
    verb = forms()
    groups: list[Group] = []
    for m in _GROUP.finditer(tags):
        group = _plain_copula(m, words) if m["copula"] else _group(m, words, verb)
        last = groups[-1] if groups else None
        _raised(last, group, words, tags)
        if last and group.infinitive and _joins(last, group, words, tags):
            last.controls += (last.lemma,)
            last.end, last.head, last.lemma = group.end, group.head, group.lemma
            last.passive = group.passive
            last.negated = last.negated or group.negated
            last.copula = group.copula
        else:
            groups.append(group)
        _phrase(groups[-1], words, tags)
    return groups


def _group(m: re.Match[str], words: list[Word], verb: dict[str, Form]) -> Group:
    head = m.start("main")
    form = verb.get(words[head].low)
    lemma = form.lemma if form else _guess(words[head].low)
    letter, helpers = m["main"], words[m.start() : head]
    group = Group(m.start(), head + 1, head, lemma)
    group.infinitive = bool(m["to"])
    group.modal = next((w.low for w in helpers if w.low in _MODALS), "")
    group.perfect, be = bool(m["have"]), bool(m["be"])
    group.progressive = be and letter == "g"
    group.passive = be and letter == "v"
    group.negated = "N" in (m["modal"] or "") + (m["have"] or "") + (m["be"] or "") + (m["to"] or "")
    group.past = (letter == "v" and not be and not group.perfect) or any(w.low in ("was", "were", "had", "did") for w in helpers)
    group.participle = (letter == "g" and not be) or words[m.start()].low == "having"
    group.participle = group.participle or (letter == "v" and not m["be"] and not m["have"] and words[head].low in PARTICIPLES)
    return group


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
            if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "slz":
                return base[:-1]
            return base + "e" if base.endswith(_SILENT) else base
    return low


_SILENT: Final = tuple("at iz uc iv ov rg ng nc ut us as dg bl tl pl gl u v in ur id ag".split())


def _plain_copula(m: re.Match[str], words: list[Word]) -> Group:
    """A form of "be" or "have" that is the verb itself; "is to" and "has to" are plans and duties, which `_joins` sees."""
    last = m.end() - 1
    lows = [w.low for w in words[m.start() : m.end()]]
    have = m["copula"][0] == "H" and "B" not in m["copula"]
    group = Group(m.start(), m.end(), last, "have" if have else "be", copula=True)
    group.infinitive = bool(m["cmodal"]) and m["cmodal"][0] == "T"
    group.modal = next((low for low in lows if low in _MODALS), "")
    group.negated = "N" in m["copula"]
    group.past = any(low in ("was", "were", "had") for low in lows)
    group.perfect = bool(m["chave"])
    return group


def _joins(last: Group, group: Group, words: list[Word], tags: str) -> bool:
    """Tell whether an infinitive belongs to the verb before it: "is expected to open", "is to meet"."""
    between = tags[last.end : group.start]
    known = verbs.CONTROL.get(last.lemma)
    if last.lemma == "be" and last.copula:
        return not between.strip("RNXP")
    return known is not None and known != "self" and not between.strip("RXP")


def _raised(last: Group | None, group: Group, words: list[Word], tags: str) -> None:
    """Note what stands before an infinitive and makes a plan of it: "expected the talks to resume", "his plans to travel"."""
    if not group.infinitive or last is None:
        return
    between = tags[last.end : group.start]
    if verbs.CONTROL.get(last.lemma, "self") not in ("self", "", "agreed") and between and not set(between) & set('SCW;"'):
        group.controls += (last.lemma,)
    elif group.start and words[group.start - 1].low in nouns.PLAN_NOUNS:
        group.controls += ("plan" if nouns.PLAN_NOUNS[words[group.start - 1].low] == "planned" else "hope",)


def _phrase(group: Group, words: list[Word], tags: str) -> None:
    """Read a verb with the word that belongs to it: "stepped down", "called off", "fell ill"."""
    if group.lemma == "find" and any(word.low == "guilty" for word in words[group.end : group.end + 9]):
        group.lemma = "convict"
        return
    for reach in range(group.end, min(group.end + 3, len(words))):
        if (meaning := verbs.PHRASES.get((group.lemma, words[reach].low))) and (
            reach == group.end or words[reach].low not in ("on", "for")
        ):
            group.lemma = meaning
            group.end = reach + 1 if reach == group.end else group.end
            return
        if reach > group.end and tags[reach] in ".,;SCWX":
            return


def _clauses(words: list[Word], tags: str, groups: list[Group]) -> list[Clause]:
    clauses: list[Clause] = []
    start, opener = 0, _opener(words, tags, 0)
    for i, group in enumerate(groups):
        if i + 1 == len(groups):
            clauses.append(Clause(start, len(words), group, opener, i))
            break
        following = groups[i + 1]
        cut = _cut(words, tags, group, following)
        _mark_participles(words, tags, group, following, cut)
        clauses.append(Clause(start, cut, group, opener, i))
        start, opener = cut, _opener(words, tags, cut)
    return clauses


def _opener(words: list[Word], tags: str, at: int) -> str:
    """The word that opens a clause: a conjunction or relative, after a comma too."""
    for position in range(at, min(at + 3, len(words))):
        if tags[position] in "SCW":
            return words[position].low
        if tags[position] not in ',;R"P':
            return ""
    return ""


def _cut(words: list[Word], tags: str, group: Group, following: Group) -> int:
    """Where the clause of `group` ends and that of `following` begins."""
    low, high = group.end, following.start
    between = tags[low:high]
    for mark in (";", "S", "W"):
        if (at := between.rfind(mark) if mark != "W" else between.find(mark)) >= 0:
            at = _pied(tags, low + at) - low
            return low + at - (at > 0 and between[at - 1] == ",")
    if following.infinitive or following.participle:
        comma = between.rfind(",")
        return low + comma if comma >= 0 and len(between) - comma < 3 else high
    if (group.lemma in SPEECH or group.lemma in STATEMENT) and not group.participle:
        return _after_speech(tags, low, high)
    joint = max(between.rfind("C"), between.rfind(",C"))
    if joint > 0 or (joint == 0 and between):
        return low + joint - (joint > 0 and between[joint - 1] == ",")
    comma = between.rfind(",")
    return low + comma if comma >= 0 else high


def _pied(tags: str, at: int) -> int:
    """Step back over a preposition that belongs to the relative: "in which"."""
    return at - 1 if tags[at] == "W" and at and tags[at - 1] == "P" else at


def _after_speech(tags: str, low: int, high: int) -> int:
    """The end of "said late on Tuesday", where what was said begins without "that"."""
    at = low
    m = _SPOKEN.match(tags, low, high)
    if m:
        at = m.end()
    joint = tags.rfind("C", at, high)
    if joint > 0 and tags[joint - 1] == ",":
        return joint - 1
    return at if high - at > 0 else high


_SPOKEN: Final = re.compile(r"(?:R*P?X|R)*")


def _mark_participles(words: list[Word], tags: str, group: Group, following: Group, cut: int) -> None:
    """Of two past forms with nothing between that joins clauses, one only describes a noun."""
    between = tags[group.end : following.start]
    spoken = group.lemma in SPEECH or group.lemma in STATEMENT
    if group.participle or group.infinitive:
        return
    agent = group.past and not (group.passive or group.perfect) and words[group.end].low == "by"
    if agent and following.past and following.finite and not set("SCW;") & set(between):
        group.participle = True  # "the strike called by the union, ..., stopped all trains"
        return
    if group.past and tags[group.start - 1 : group.start] == "," and group.start > 1 and tags[group.start - 2] in "anA)" and "," in between:
        group.participle = not group.passive and not group.perfect
        return
    if any(mark in between for mark in 'SCW,;"(') or (cut < following.start and spoken) or following.participle or following.infinitive:
        return
    bare = following.past and not following.passive and not following.perfect and not following.modal
    plain = group.past and not group.passive and not group.perfect and group.lemma not in _INTRANSITIVE
    objectless = not re.search("[anAp]", re.sub(r"P[DJaR#]*[anAX]+", "", between))
    if plain and objectless and (not bare or between[-1:] in ("X", "R") or following.lemma in SPEECH):
        group.participle = True
    elif bare:
        following.participle = True


_INTRANSITIVE: Final = frozenset("come go arrive happen occur die fall rise remain live appear meet travel".split())
