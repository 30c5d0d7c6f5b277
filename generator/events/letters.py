"""Words in, a letter for each out.

The letters: D determiner, P preposition, S subordinator, C coordinator, W wh-word, M modal, B be, H have, O do, N not, T to,
R adverb, p pronoun, X time expression, # number, A capitalised word, a other word, n event noun, J participle before a noun,
v past or participle, z third person, i base form, g -ing form, and the punctuation marks themselves. This is no parser of
English: it finds who did what near a date, in well under a tenth of a millisecond a sentence.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from generator.events.en import cues, verbs
from generator.events.lexicon import SAYING, Form, closed, forms, noun_classes
from generator.events.words import Word

_MARKS: Final = {
    ",": ",", ";": ";", ":": ";", "—": ";", "–": ";", "-": ";", "(": "(", ")": ")", "[": "(", "]": ")",
    '"': '"', "`": '"', "“": '"', "”": '"', "'": '"', "’": '"', "‘": '"', "«": '"', "»": '"', "%": "#",
}  # fmt: skip


def letters_of(words: list[Word], names: frozenset[str]) -> str:
    """The letters of the words of a sentence; `names` are words known as names, for the first word."""
    tags: list[str] = []
    for i, word in enumerate(words):
        letter = "X" if word.time >= 0 else _alone(word.text)
        tags.append(letter or _in_place(words, i, tags, names))
    return _opened_by_prepositions("".join(tags), words)


@lru_cache(maxsize=10_000)
def _alone(text: str) -> str:
    """The letter that a word has wherever it stands; empty where that depends on its place."""
    low = text.lower().replace("’", "'")
    if low in _BY_PLACE:
        return ""
    if not (low[0].isalnum() or low[0] in "$€£¥'"):
        return _MARKS.get(low, ".")
    letter = closed().get(low, "")
    if letter:
        capital = text[0].isupper() and low in _NAMELIKE and len(text) > 2
        return "" if capital else "A" if text == "US" else letter
    return "#" if low[0].isdigit() or low[0] in "$€£¥" or low in cues.COUNTED else ""


_BY_PLACE: Final = frozenset("'s ' , her at least most because following that".split())
_NAMELIKE: Final = frozenset("will may us it per we".split())


def _in_place(words: list[Word], i: int, tags: list[str], names: frozenset[str]) -> str:
    """The letter of a word by what stands around it."""
    function, verb, noun = closed(), forms(), noun_classes()
    word = words[i]
    low, text = word.low, word.text
    previous = tags[-1] if tags else "."
    if low in _BY_PLACE:
        if low == "'s" or low == "'":
            return "D" if previous in "AanX#" else '"' if low == "'" else "B"
        if low == "her" and i + 1 < len(words) and words[i + 1].low in function:
            return "p"
        if low in ("at", "least", "most") and _at_least(words, i):
            return "J"
        if low == ",":
            firm = previous == "A" and i + 1 < len(words) and words[i + 1].low.strip(".") in cues.FIRMS
            return "A" if firm else ","  # "Kelda Marine, Inc."
        if low in ("because", "following") and _leads_up(words, i, previous, function):
            return "P"
        if low == "that":
            return _that(words, i, tags, function, verb)
    if (letter := function.get(low)) and not (i and low in _NAMELIKE):
        return letter
    if low != text and (
        (i and previous not in '."' and not _labelled(tags))
        or _quoted_name(words, i, tags)
        or not text[0].isupper()
        or _is_name(words, i, names, verb, noun)
    ):
        return "A"
    return _content(words, i, tags, function, verb, noun)


def _leads_up(words: list[Word], i: int, previous: str, function: dict[str, str]) -> bool:
    """Tell whether "because of" or a "following" that opens a phrase stands here: each is a preposition."""
    after = words[i + 1].low if i + 1 < len(words) else ""
    return after == "of" if words[i].low == "because" else previous in ".," and function.get(after) == "D"


def _quoted_name(words: list[Word], i: int, tags: list[str]) -> bool:
    """Tell whether a capitalised word opens a name in quotation marks: 'on "Trading Nation" on Monday'."""
    following = words[i + 1].text if i + 1 < len(words) else ""
    return len(tags) > 1 and tags[-1] == '"' and tags[-2] in "PDanA" and following[:1].isupper()


def _at_least(words: list[Word], i: int) -> bool:
    """Tell whether a word belongs to "at least" or "at most", which go with the number behind them."""
    at = i if words[i].low == "at" else i - 1
    return 0 <= at < len(words) - 2 and words[at].low == "at" and words[at + 1].low in ("least", "most") and words[at + 2].time < 0


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


_VERB_AHEAD: Final = re.compile(r'[^,;.CSW"()vzigBHMO]*(?:(?<=[an]),A+,)?[^,;.CSW"()vzigBHMO]*[vzigBHMO]')


def _is_name(words: list[Word], i: int, names: frozenset[str], verb: dict[str, Form], noun: dict[str, str]) -> bool:
    """Tell whether the capitalised first word of a sentence is a name."""
    word = words[i]
    if word.text in names or word.text.isupper() or word.low in ("congress", "parliament"):
        return True
    following = words[i + 1].text if i + 1 < len(words) else ""
    return word.low not in verb and word.low not in noun and (following[:1].isupper() or not word.low.endswith(("ly", "s", "ed", "ing")))


def _that(words: list[Word], i: int, tags: list[str], function: dict[str, str], verb: dict[str, Form]) -> str:
    """Tell "that" the conjunction from the pronoun before a noun and the relative after one."""
    before = words[i - 1].low if i else ""
    if i + 1 < len(words) and words[i + 1].low in ("day", "time", "year", "week", "month", "point", "way", "case", "same"):
        return "D"
    if (
        before == "but"
        and i + 2 < len(words)
        and function.get(words[i + 1].low, "a") == "a"
        and function.get(words[i + 2].low, "") in tuple("BHM")
    ):
        return "D"  # "but that launch was"
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
    if kinds in ("b", "q"):
        return _rare(words, i, tags, kinds) or other
    following = words[i + 1] if i + 1 < len(words) else None
    after = "X" if following and following.time >= 0 else function.get(following.low, "") if following else ""
    if fixed := _by_company(words, i, tags, after):
        return fixed
    if "i" in kinds and previous == "C" and after in ("P", "X", "R", "D", "T", "p") and _base_before(tags):
        return "i"  # "will open in May and [report] in June"
    if "v" in kinds and (previous in "BHM" or (previous in "RNX" and _helper_before(tags))):
        return "v"
    if ("i" in kinds and previous in "TMON") or ("i" in kinds and previous == "R" and len(tags) > 1 and tags[-2] in "TMO"):
        return "i"
    if "g" in kinds:
        if not tags and after in ("B", "H", "M"):
            return other  # "Diving was called off"
        if low == "missing" and previous == "B" and after not in ("D", "p"):
            return "a"
        if previous in "BN" or (previous in "RX" and _helper_before(tags)):
            return "n" if eventful and after in ("B", "M", "H") else "g"
        if eventful and (previous in "DJPa#" or (after in ("P", "X", "C") and previous in "nA") or after in ("B", "H", "M")):
            return "n" if previous != "P" or after != "D" else "g"
        if previous == "a" and len(tags) > 1 and tags[-2] in "DJ" and not words[i - 1].low.endswith("s"):
            return other
        if previous == "C" and tags[-2:-1] and tags[-2] in "an" and tags[-3:-2] and tags[-3] in "DJa" and after in ("P", "X"):
            return other  # "a long halt and docking at"
        if low in cues.GERUND_NOUNS and previous in "aAJnX#" and after in ("X", "P", ""):
            return other
        attributive = previous in "DJ" or (previous == "#" and not (len(tags) > 1 and tags[-2] in "anA"))
        return "a" if attributive and not eventful else "g"
    if previous == "R" and "v" in kinds and len(tags) > 1 and tags[-2] in "DP":
        return "J"
    counted = previous == "#" and not (len(tags) > 1 and tags[-2] in "anA")
    if previous in "DJ" or counted or (previous == "P" and "v" not in kinds):
        if "v" in kinds and low not in noun and after not in ("B", "H", "M"):
            return "J"
        return other
    if "v" in kinds:
        if previous == "P" and low not in noun:
            return "J"
        if low.endswith(("ed", "en")) and following is not None and _before_noun(words, i, tags, function, verb):
            return "J"
        if "i" in kinds and eventful and previous in "aAJn" and following is not None and "v" in verb.get(following.low, _NONE).kinds:
            return "n"  # "the takeover bid launched by"
        if "i" in kinds and eventful and previous in "aJ" and after not in ("B", "H", "M") and _object(words, tags):
            return "n"  # "make a firm bid"
        if "i" in kinds and eventful and previous in "aAJn" and after in ("P", "X", "", "B", "H", "M"):
            return "n" if low not in ("cut", "hit", "quit", "shut", "split", "spread", "beat", "bid") or after in ("B", "H", "M") else "v"
        return "v"
    return _present(words, i, tags, kinds, after, eventful, other, function)


def _unknown(low: str, tags: list[str], words: list[Word], i: int, other: str) -> str:
    """A word that is in no table: an adverb by its ending, a verb by -ed where one can stand, else a noun."""
    previous = tags[-1] if tags else "."
    if low.endswith("ly") and len(low) > 4:
        return other if low in cues.NOT_ADVERBS else "R"
    if low.endswith("ed") and len(low) > 4 and "-" not in low:
        if previous == "R" and (len(tags) < 2 or tags[-2] in "DPJ"):
            return "J"
        if i + 1 < len(words) and _before_noun(words, i, tags, closed(), forms()):
            return "J"
        joined = previous == "C" and not set(tags).isdisjoint("vz") and _letter_behind(words, i) in ("X", "P", "R", "#", "")
        return "v" if joined or previous in "AanpBHRNW)," or (previous == "X" and tags[-2:-1] != ["D"]) else "J"
    if low.endswith("ing") and len(low) > 5 and previous in "B":
        return "g"
    if previous == "W" and low.isalpha() and len(low) > 3 and words[i - 1].low in ("which", "who", "that") and _no_verb_next(words, i):
        return "z" if low.endswith("s") else "i"
    if low.isalpha() and low == words[i].text and (previous == "M" or (previous == "R" and tags[-2:-1] == ["M"])):
        return "i"
    return other


def _letter_behind(words: list[Word], i: int) -> str:
    """The letter of the word behind a token, where that is a time, a number or a function word."""
    following = words[i + 1] if i + 1 < len(words) else None
    if following is None:
        return ""
    return "X" if following.time >= 0 else "#" if following.low[0].isdigit() else closed().get(following.low, "a")


def _base_before(tags: list[str]) -> bool:
    """Tell whether the last verb is a base form behind a modal or "to", with nothing that opens another clause since."""
    for at in range(len(tags) - 1, -1, -1):
        if tags[at] in "vzgSW;BH":
            return False
        if tags[at] == "i":
            return at > 0 and tags[at - 1] in "MTRN"
    return False


_NONE: Final = Form("", "")


def _rare(words: list[Word], i: int, tags: list[str], kinds: str) -> str:
    """The letter of the base or -ing form of a verb that mostly is a noun: "to lease", "which lease", "is leasing"."""
    previous = tags[-1] if tags else "."
    if kinds == "q":
        return "g" if previous == "B" or (previous in "RN" and _helper_before(tags)) else ""
    if previous in "TMON" or (previous == "R" and tags[-2:-1] and tags[-2] in "TMO"):
        return "i"
    return "i" if previous == "W" and _no_verb_next(words, i) else ""


def _no_verb_next(words: list[Word], i: int) -> bool:
    """Tell whether the word after an unknown one behind "which" opens a phrase, so that the unknown one is the verb."""
    following = words[i + 1] if i + 1 < len(words) else None
    return following is None or following.time >= 0 or closed().get(following.low, "") in ("D", "P", "T")


def _by_company(words: list[Word], i: int, tags: list[str], after: str) -> str:
    """The letter that a verb form has by its neighbours alone: "than expected", "the quarter ended 30 June", "starting Friday"."""
    low, previous = words[i].low, tags[-1] if tags else "."
    if low in _COMPARED and _comparing(words, i):
        return "J"
    if low in ("ended", "ending") and (previous == "X" or (i and words[i - 1].low in _PERIODS)):
        return "J"
    if low == "dated" and after == "X":
        return "P"
    if low in ("starting", "beginning") and after == "X" and previous not in "BP":
        return "P"
    if low in cues.AFTER_TO and previous == "T" and after not in ("D", "p"):
        return "a"
    if "v" in forms()[low].kinds and previous == "X" and tags[-2:-1] == ["D"] and low not in noun_classes():
        return "J"  # "the recently announced plan", where "recently" is a time
    if low in ("founding", "acting", "managing", "leading", "outgoing", "incoming") and after == "" and previous not in "BT":
        return "a"  # "was appointed founding dean"
    if low == "ground" and previous in "anJg":
        return "a"  # "the training ground"
    if low == "operating" and i + 1 < len(words) and words[i + 1].low in _FIGURES:
        return "a"  # "operating profit"
    if low == "back" and previous not in "TMp" and i + 1 < len(words) and words[i + 1].low in _BACK_TO:
        return "R"  # "bring the books back into print"
    if previous == "a" and words[i - 1].low in cues.ADJECTIVES and low in _CUTS and after == "P":
        return "a"  # "the first big cut in"
    described = previous == "a" and i > 0 and words[i - 1].low in cues.ADJECTIVES and after == "" and i + 1 < len(words)
    if described and "v" in forms()[low].kinds and words[i + 1].low[0].isalpha():
        return "J"  # "the last major known outbreak"
    if low == "claims" and after == "P" and i + 1 < len(words) and words[i + 1].low in ("of", "for"):
        return "a"
    return ""


_FIGURES: Final = frozenset("profit profits margin margins income loss losses cost costs earnings results expenses revenue".split())
_BACK_TO: Final = frozenset("into to from in on at home".split())
_CUTS: Final = frozenset("cut hit split spread bid rise fall drop increase change loss win".split())
_PERIODS: Final = frozenset("year quarter half month months weeks period season term".split())


def _comparing(words: list[Word], i: int) -> bool:
    """Tell whether a participle only compares: "faster than expected", "as previously planned"."""
    before = words[i - 1].low if i else ""
    if before == "previously" and i > 1:
        before = words[i - 2].low
    return before in ("than", "as")


_COMPARED: Final = frozenset("expected planned scheduled anticipated announced reported forecast".split())


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
    if previous == "a" and words[i - 1].low in cues.ADJECTIVES:
        return other  # "her old tracks"
    ahead = i + 2 if after == "X" else i + 1
    following = forms().get(words[ahead].low) if ahead < len(words) else None
    if previous in "AJan#" and following is not None and following.kinds == "v" and after in ("", "X"):
        return other  # "the bombs exploded"
    if previous == "W" or previous == "p":
        return letter
    if previous in "Aan" and after in ("D", "p", "P", "S", "T", "R", "X") and _label(tags) and set(tags).isdisjoint("vzigBHM"):
        return letter  # "3 May: Parliament approves the sale"
    if previous in "Jan" and _object(words, tags):
        return other
    if letter == "i":
        if after == "X" and _several(words, tags):
            return "i"
        plural = (previous in "an" and words[i - 1].low.endswith("s")) or (previous == "A" and "C" in tags[-4:])
        plural = plural or (previous in "Aan" and not (eventful and after in ("P", "X")) and _plural_before_phrase(words, tags))
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
    closed_aside = previous == "," and letter == "z" and _ASIDE.search("".join(tags)) is not None  # "the deal, reached in May, gives"
    return "z" if closed_aside or (previous in ",R" and after in ("D", "p")) else other


_ASIDE: Final = re.compile(r"[anA],R*v[^,;]*,$")


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
    return at > 0 and tags[at] == "P" and tags[at - 1] in "an" and words[at - 1].low.endswith("s")


def _told_already(tags: list[str]) -> bool:
    """Tell whether the clause that an "and" goes on with has its verb."""
    for tag in reversed(tags):
        if tag in "vz":
            return True
        if tag in ";SW(":
            return False
    return False


def _labelled(tags: list[str]) -> bool:
    """Tell whether a word opens a line that begins with its date: "3 May 2011: [Rebels] take"."""
    return len(tags) < 4 and bool(tags) and tags[-1] == ";" and "X" in tags and set(tags) <= set("X;.")


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


def _object(words: list[Word], tags: list[str]) -> bool:
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
