"""A word that may be of several kinds in, the letter that its neighbours make of it out; `letters` tells what the letters mean."""

from __future__ import annotations

from typing import Final

from generator.events.en import cues
from generator.events.lexicon import Form, closed, forms, noun_classes, only_pasts
from generator.events.present import present_letter, takes_object
from generator.events.words import Word


def content_letter(
    words: list[Word], i: int, tags: list[str], function: dict[str, str], verb: dict[str, Form], noun: dict[str, str]
) -> str:
    """The letter of a word that is no function word: a verb where its form and its neighbours allow, else a noun."""
    low = words[i].low
    form = verb.get(low)
    previous = tags[-1] if tags else "."
    eventful = low in noun and not (i + 1 < len(words) and words[i + 1].low in _SEATS)
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
    if previous == "i" and tags[-2:-1] == ["T"] and "z" in kinds and "v" not in kinds:
        return other  # "to face questions"
    if "i" in kinds and previous == "C" and after in ("P", "X", "R", "D", "T", "p") and _base_before(tags):
        return "i"  # "will open in May and [report] in June"
    if "i" in kinds and previous == "C" and after == "T" and form.lemma in _MEANS_TO and not set(tags).isdisjoint("vz"):
        return "i"  # "signed a deal on Thursday and [expect] to close it"
    if "v" in kinds and (previous in "BHM" or (previous in "RNX" and _helper_before(tags))):
        return "v"
    if ("i" in kinds and previous in "TMON") or ("i" in kinds and previous in "RX" and len(tags) > 1 and tags[-2] in "TMO"):
        return "i"
    if "g" in kinds:
        return _ing_letter(words, i, tags, after, eventful, function)
    if previous == "R" and "v" in kinds and len(tags) > 1 and tags[-2] in "DP":
        return "J"
    counted = previous == "#" and not (len(tags) > 1 and tags[-2] in "anA")
    if "v" in kinds and (previous in "DJ" or counted) and _stands_alone(words, i, tags, after):
        return "v"  # "another [took] place", "the two [met] in May"
    if previous in "DJ" or counted or (previous == "P" and "v" not in kinds):
        if "v" in kinds and low not in noun and after not in ("B", "H", "M"):
            return "J"
        return other
    if "v" in kinds:
        if low in _HARMS and previous == "a" and tags[-2:-1] == ["D"] and words[i - 2].low in ("a", "an"):
            return other  # "suffered a severe wound"
        if previous == "P" and low not in noun:
            return "J"
        if low.endswith(("ed", "en")) and following is not None and _before_noun(words, i, tags, function, verb):
            return "J"
        if "i" in kinds and eventful and previous in "aAJn" and following is not None and "v" in verb.get(following.low, _NONE).kinds:
            return "n"  # "the takeover bid launched by"
        if "i" in kinds and eventful and previous in "aJ" and after not in ("B", "H", "M") and takes_object(words, tags):
            return "n"  # "make a firm bid"
        if "i" in kinds and eventful and previous in "aAJn" and after in ("P", "X", "", "B", "H", "M"):
            return "n" if low not in ("cut", "hit", "quit", "shut", "split", "spread", "beat", "bid") or after in ("B", "H", "M") else "v"
        return "v"
    if kinds == "i" and following is not None and following.low == "of" and previous in "aAn" and low not in _WITH_OF:
        return other  # "in the US state of Utah"
    return present_letter(words, i, tags, kinds, after, eventful, other, function)


def _ing_letter(words: list[Word], i: int, tags: list[str], after: str, eventful: bool, function: dict[str, str]) -> str:
    """The letter of an -ing form: a verb form, or a noun or adjective by what stands around it."""
    low, verb, other = words[i].low, forms(), "n" if eventful else "a"
    previous = tags[-1] if tags else "."
    following = words[i + 1] if i + 1 < len(words) else None
    if not tags and (after in ("B", "H", "M") or (low in cues.GERUND_NOUNS and after == "P" and _is_subject(words, function))):
        return other  # "Diving was called off"
    if low == "missing" and previous == "B" and after not in ("D", "p"):
        return "a"
    named = (low in _STATES_OF and after != "D") or (low in cues.GERUND_NOUNS and after in ("P", "X"))
    if named and previous == "P" and words[i - 1].low == "of":
        return "a"  # "a day of mourning"
    if previous in "BN" or (previous in "RX" and _helper_before(tags)):
        return "n" if eventful and after in ("B", "M", "H") else "g"
    if eventful and previous in "A.C" and following is not None and verb.get(following.low, _NONE).kinds == "v":
        return "n"  # "the Ghent shooting left", "and fighting resumed"
    if eventful and previous == "X" and tags[-2:-1] == ["D"]:
        return "n"  # "the July 2018 killing"
    if eventful and (previous in "DJPa#" or (after in ("P", "X", "C") and previous in "nA") or after in ("B", "H", "M")):
        return "n" if previous != "P" or after != "D" else "g"
    if previous == "a" and len(tags) > 1 and tags[-2] in "DJ" and not words[i - 1].low.endswith("s"):
        return other
    if previous == "C" and tags[-2:-1] and tags[-2] in "an" and tags[-3:-2] and tags[-3] in "DJa" and after in ("P", "X"):
        return other  # "a long halt and docking at"
    if low in cues.GERUND_NOUNS and previous == "S" and following is not None and "v" in verb.get(following.low, _NONE).kinds:
        return other  # "as soon as trading opened"
    if low in cues.GERUND_NOUNS and previous == "v" and after == "" and following is not None and _won(words[i - 1].low):
        return "a"  # "won planning permission"
    if low in cues.GERUND_NOUNS and previous in "aAJnX#" and after in ("X", "P", ""):
        return other
    attributive = previous in "DJ" or (previous == "#" and not (len(tags) > 1 and tags[-2] in "anA"))
    return "a" if attributive and not eventful else "g"


def _won(low: str) -> bool:
    """Tell whether a verb has a thing for its object, and no other verb: "won", "refused", unlike "began" and "was"."""
    return forms()[low].lemma in _WINNING if low in forms() else False


_HARMS: Final = frozenset("wound cut burn".split())
_WINNING: Final = frozenset("win lose receive grant refuse get give seek obtain raise secure offer cut provide".split())
_WITH_OF: Final = frozenset("speak think dream consist complain approve dispose hear know tire beware talk learn boast warn".split())
# Behind an event noun they are what is meant: "the appeals court", "election officials".
_SEATS: Final = frozenset("court courts commission committee official officials commissioner".split())


def _stands_alone(words: list[Word], i: int, tags: list[str], after: str) -> bool:
    """Tell whether what stands before a past form needs no noun, so that the form is a verb."""
    low, before = words[i].low, words[i - 1].low
    if low in only_pasts() and low not in _NOUNS_TOO:
        return True
    alone = before in _PRONOUNS or (tags[-1] == "#" and tags[-2:-1] in (["D"], [], ["."], [","], ["S"]))
    return alone and forms()[low].lemma in _MUTUAL and after in ("P", "X", "R", "C")


_NOUNS_TOO: Final = frozenset("bit rose saw lay spoke stole bore broke".split())
_PRONOUNS: Final = frozenset("another both many several few some all others".split())
_MUTUAL: Final = frozenset("meet marry agree part clash die collide happen occur arrive escape resign follow drown survive".split())


def _unknown(low: str, tags: list[str], words: list[Word], i: int, other: str) -> str:
    """A word that is in no table: an adverb by its ending, a verb by -ed where one can stand, else a noun."""
    previous = tags[-1] if tags else "."
    if low.endswith("ly") and len(low) > 4:
        return other if low in cues.NOT_ADVERBS else "R"
    if low.endswith("ed") and len(low) > 4 and "-" not in low:
        if low.startswith("un"):
            return "J"  # "is still unsolved"
        if previous == "R" and (len(tags) < 2 or tags[-2] in "DPJ"):
            return "J"
        if previous == "a" and words[i - 1].low.endswith(("ible", "able")) and _letter_behind(words, i) == "a":
            return "J"  # "convertible subordinated bonds"
        if i + 1 < len(words) and _before_noun(words, i, tags, closed(), forms()):
            return "J"
        joined = previous == "C" and not set(tags).isdisjoint("vz") and _letter_behind(words, i) in ("X", "P", "R", "#", "", "D", "p")
        return "v" if joined or previous in "AanpBHRNW)," or (previous == "X" and tags[-2:-1] != ["D"]) else "J"
    if low.endswith("s") and previous in "aAn" and low[:-1] in forms() and i + 1 < len(words) and words[i + 1].low == "that":
        return "z"  # "the warden anticipates that"
    if low.endswith("ing") and len(low) > 5 and previous in "B":
        return "a" if low.startswith("un") else "g"
    if previous == "W" and low.isalpha() and len(low) > 3 and words[i - 1].low in ("which", "who", "that") and _no_verb_next(words, i):
        return "z" if low.endswith("s") else "i"
    if previous == "T" and low.isalpha() and _letter_behind(words, i) in ("D", "p"):
        return "i"  # "to mend the dyke"
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


def _is_subject(words: list[Word], function: dict[str, str]) -> bool:
    """Tell whether a helper follows the first words of a sentence without a comma between: "Trading in its shares was halted"."""
    letters = ("," if word.low == "," else function.get(word.low, "a") for word in words[1:])
    return next((letter for letter in letters if letter in ",BHM"), ",") != ","


_STATES_OF: Final = frozenset("mourning understanding thanksgiving learning feeling well-being healing reckoning".split())
_MEANS_TO: Final = frozenset("expect hope intend want seek agree".split())


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
    return following is None or following.time >= 0 or following.low[0].isdigit() or closed().get(following.low, "") in ("D", "P", "T")


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
    if low in cues.AFTER_TO and previous == "T" and after not in ("D", "p") and (low != "face" or words[i - 2].low == "face"):
        return "a"
    if "v" in forms()[low].kinds and previous == "X" and tags[-2:-1] == ["D"] and low not in noun_classes():
        return "J"  # "the recently announced plan", where "recently" is a time
    if low in ("founding", "acting", "managing", "leading", "outgoing", "incoming") and after == "" and previous not in "BT":
        return "a"  # "was appointed founding dean"
    if low == "likely" and previous in "BHM" and i + 1 < len(words):
        ahead = forms().get(words[i + 1].low, _NONE).kinds
        if "v" in ahead or (previous == "M" and not {"i", "b"}.isdisjoint(ahead)):
            return "R"  # "was likely set off"
    if low == "preferred" and i + 1 < len(words) and words[i + 1].low in ("stock", "shares", "share"):
        return "J"
    if low in _INTENDING and previous == "C" and after == "T" and any(tag in "vz" for tag in tags):
        return "z" if low.endswith("s") else "i"  # "have voted it down and plan to strike"
    if low in ("say", "says") and after == "p" and tags:
        return "i" if low == "say" else "z"
    if low in _SEATS and previous == "a" and words[i - 1].low in noun_classes():
        return "a"
    if low in _PARTS and previous == "a" and i + 1 < len(words) and words[i + 1].low in _INJURIES:
        return "a"  # "serious head injuries"
    if low == "ground" and previous in "anJg":
        return "a"  # "the training ground"
    if low == "operating" and i + 1 < len(words) and words[i + 1].low in _FIGURES:
        return "a"  # "operating profit"
    if low == "back" and previous not in "TMp" and i + 1 < len(words) and words[i + 1].low in _BACK_TO:
        return "R"  # "bring the books back into print"
    if previous == "a" and words[i - 1].low in cues.ADJECTIVES and low in _CUTS and after == "P":
        return "a"  # "the first big cut in"
    described = previous == "a" and i > 0 and words[i - 1].low in cues.ADJECTIVES and after == "" and i + 1 < len(words)
    if described and "v" in forms()[low].kinds and words[i + 1].low[0].isalpha() and low not in only_pasts():
        return "J"  # "the last major known outbreak"
    if low == "claims" and after == "P" and i + 1 < len(words) and words[i + 1].low in ("of", "for"):
        return "a"
    return ""


_PARTS: Final = frozenset("head hand back face shoulder eye arm foot finger".split())
_INJURIES: Final = frozenset("injury injuries wound wounds trauma burns".split())
_INTENDING: Final = frozenset("plan plans hope hopes aim aims vow vows pledge pledges promise promises intend intends".split())
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
    if not tags:
        return True  # "Elected mayors met"
    if tags[-1] in "R,CPS":
        second = words[i + 2] if i + 2 < len(words) else None
        return second is not None and "v" in (verb[second.low].kinds if second.low in verb else "") and second.low not in function
    return False
