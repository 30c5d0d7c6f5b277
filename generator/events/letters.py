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

from generator.events.content import content_letter
from generator.events.en import cues
from generator.events.lexicon import Form, closed, forms, noun_classes
from generator.events.words import Word

_MARKS: Final = {
    ",": ",", ";": ";", ":": ";", "—": ";", "–": ";", "-": ";", "_": ";", "•": ";", "|": ";", "(": "(", ")": ")", "[": "(", "]": ")",
    '"': '"', "`": '"', "“": '"', "”": '"', "'": '"', "’": '"', "‘": '"', "«": '"', "»": '"', "%": "#",
}  # fmt: skip


def letters_of(words: list[Word], names: frozenset[str]) -> str:
    """The letters of the words of a sentence; `names` are words known as names, for the first word."""
    tags: list[str] = []
    previous = "."
    for i, word in enumerate(words):
        if word.time >= 0:
            previous = "X"
        else:
            letter, unless = _alone(word.text)
            if not letter or previous in unless or (i < _LABEL and letter == "A" and unless):
                letter = _in_place(words, i, tags, names)
            previous = letter
        tags.append(previous)
    return _opened_by_prepositions("".join(tags), words)


@lru_cache(maxsize=10_000)
def _alone(text: str) -> tuple[str, str]:
    """The letter that a word has unless one of some letters stands before it: none where it has it anywhere.

    The letter is empty where more decides. A name has its letter only when `_LABEL` words stand before it.
    """
    low = text.lower().replace("’", "'")
    if low in _BY_PLACE:
        return (",", "A") if low == "," else ("", "")
    if not (low[0].isalnum() or low[0] in "$€£¥'"):
        return _MARKS.get(low, "."), ""
    letter = closed().get(low, "")
    if letter and not (text[0].isupper() and low in _NAMELIKE and len(text) > 2):
        return "A" if text == "US" else letter, ""
    if low.endswith("-old") and low[0].isdigit():
        return "a", ""  # "the 34-year-old signed"
    if not letter and (low[0].isdigit() or low[0] in "$€£¥" or low in cues.COUNTED):
        return "#", ""
    if low != text:
        return "A", '."'
    known = low in forms() or low in noun_classes() or low.endswith(("ly", "ed")) or (low.endswith("s") and low[:-1] in forms())
    return ("", "") if known else ("a", "WMRBT")


_BY_PLACE: Final = frozenset("'s ' , her at least most because following that first last will".split())
_WHOSE: Final = frozenset("the a his her its their my our your 's".split())
_NONE: Final = Form("", "")
_ORDER: Final = frozenset("first last own then".split())  # "her first title"
_NAMELIKE: Final = frozenset("will may us it per we".split())


def _in_place(words: list[Word], i: int, tags: list[str], names: frozenset[str]) -> str:
    """The letter of a word by what stands around it."""
    function, verb, noun = closed(), forms(), noun_classes()
    word = words[i]
    low, text = word.low, word.text
    previous = tags[-1] if tags else "."
    if low in _BY_PLACE:
        if low == "'s" or low == "'":
            owner = previous in "AanX#" and not (low == "'" and _closes(words, i, tags))
            return "D" if owner else '"' if low == "'" else "B"
        if low == "her" and i + 1 < len(words) and words[i + 1].low in function and words[i + 1].low not in _ORDER:
            return "p"
        if low in ("at", "least", "most") and _at_least(words, i):
            return "J"
        if low == ",":
            firm = previous == "A" and i + 1 < len(words) and words[i + 1].low.strip(".") in cues.FIRMS
            return "A" if firm else ","  # "Kelda Marine, Inc."
        if low in ("because", "following") and _leads_up(words, i, previous, function):
            return "P"
        if low == "first" and previous == "D" and i + 1 < len(words):  # "the first was found on Monday", "the first warning"
            return "a" if function.get(words[i + 1].low, "") in tuple("BHM") else "J"
        if low == "last" and previous in "BH" and i + 1 < len(words) and "v" in verb.get(words[i + 1].low, _NONE).kinds:
            return "R"  # "was last seen"
        if low == "that":
            return _that(words, i, tags, function, verb)
        if text == "will" and i:
            return "a" if words[i - 1].low in _WHOSE or previous == "J" else "M"  # "his will", "the unsigned will"
    if (letter := function.get(low)) and not (i and low in _NAMELIKE):
        return letter
    if low != text and (
        (i and previous not in '."' and not _labelled(tags))
        or _quoted_name(words, i, tags)
        or not text[0].isupper()
        or _is_name(words, i, names, verb, noun)
    ):
        return "A"
    return content_letter(words, i, tags, function, verb, noun)


def _closes(words: list[Word], i: int, tags: list[str]) -> bool:
    """Tell whether an apostrophe ends a short quotation that another one opened: "a 'sad baker'", not "the bakers' guild"."""
    return any(tags[k] == '"' and words[k].text in "'‘" for k in range(max(0, i - _SHORT), i))


_SHORT: Final = 6  # words of a quotation in single marks


def _leads_up(words: list[Word], i: int, previous: str, function: dict[str, str]) -> bool:
    """Tell whether "because of" or a "following" that opens a phrase stands here: each is a preposition."""
    after = words[i + 1].low if i + 1 < len(words) else ""
    return after == "of" if words[i].low == "because" else previous in ".,vX" and function.get(after) == "D"


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
        if (
            letter == "S"
            and words[i].low in _EITHER
            and (
                not (_VERB_AHEAD.match(tags, i + 1) or (_BEHIND_ASIDE.match(tags, i + 1) and not {"v", "z"}.isdisjoint(tags[:i])))
                or (words[i].low == "since" and _ONLY_TIME.match(tags, i + 1))
                or (not i and tags[1:3] in ("XD", "XA", "Xp") and words[2].low not in ("'s", "’s", "'"))  # "Until Tuesday the road was"
            )
        ):
            letters[i] = "P"
        elif letter == "S" and words[i].low == "so" and i + 1 < len(words) and words[i + 1].low == "far":
            letters[i] = "R"
    return "".join(letters)


_EITHER: Final = frozenset("since after before until till as once".split())


# "A fire that has burned since [Sunday has] reached the town": no subject stands between the time and the verb.
_ONLY_TIME: Final = re.compile(r"XR*[vzBHMO]")
# "The talks came [after the rulers, who seized power in May, expelled] the envoy".
_BEHIND_ASIDE: Final = re.compile(r'[DJaAn#]+(?:P[DJaAn#]+)?,W[^,;"()]*,R*[vzBHM]')
_VERB_AHEAD: Final = re.compile(r'[^,;CSW"()vzigBHMO]*(?:(?<=[an]),A+,)?[^,;CSW"()vzigBHMO]*[vzigBHMO]')


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
    if tags and tags[-1] in "PT" and before not in ("in", "except", "now"):
        return "D"  # "ruled to that effect"
    if (
        before == "but"
        and i + 2 < len(words)
        and function.get(words[i + 1].low, "a") == "a"
        and function.get(words[i + 2].low, "") in tuple("BHM")
    ):
        return "D"  # "but that launch was"
    event = i + 1 < len(words) and words[i + 1].low in noun_classes() and words[i + 1].low not in _NAMELIKE
    if event and any(word.low in _TELLING for word in words[max(0, i - 6) : i]):
        return "S"  # "told reporters that talks had broken down"
    if tags and tags[-1] in "anA)" and before not in ("reports", "report", "fact", "claim", "claims", "news"):
        after = words[i + 1].low if i + 1 < len(words) else ""
        return "W" if function.get(after, "") in tuple("BHMO") or after in verb else "S"
    return "D" if not tags or (tags[-1] == "P" and before not in ("in", "except")) else "S"


_LABEL: Final = 4


_TELLING: Final = frozenset("told informed warned assured notified reminded said announced".split())


def _labelled(tags: list[str]) -> bool:
    """Tell whether a word opens a line that begins with its date: "3 May 2011: [Rebels] take"."""
    return len(tags) < _LABEL and bool(tags) and tags[-1] == ";" and "X" in tags and set(tags) <= set("X;.")
