"""Tokens in, the words of a headline out: no articles and times, people by surname, the verb in the form that the status asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from generator.events.en import cues, verbs
from generator.events.en import names as name_tables
from generator.events.groups import PARTICIPLES
from generator.events.lexicon import forms, third_person
from generator.events.names import Name
from generator.events.words import Group, Parse, Word
from generator.model import Status

ARTICLES: Final = frozenset("a an the".split())


_LOOSE: Final = frozenset(
    "late early earlier later already also still just only then now soon recently today yesterday tomorrow first allegedly "
    "reportedly likely probably onward onwards".split()
)


def owner(name: str) -> str:
    """The possessive of a name."""
    return name + ("'" if name.endswith("s") else "'s")


People = Mapping[int, Name]


def people_of(names: Sequence[Name]) -> People:
    """The people among names by where they start."""
    return {name.start: name for name in names if name.kind == "person"}


def phrase(parsed: Parse, tokens: Sequence[int], people: People) -> str:
    """Write tokens as a headline does: no articles, no times, people by their surnames; what touches in the text touches here too."""
    words, tags = parsed.words, parsed.tags
    out: list[str] = []
    skip = end = -1
    for i in tokens:
        word, text = words[i], words[i].text
        if i <= skip or left_out(parsed, i) or (text == "The" and not out):
            end = word.end if tags[i] == "A" and i > skip else end  # "Holm Ltd's yard"
            continue
        opens = i == tokens[0] and tags[i] == "a" and text[:1].isupper() and _titular(word)  # "[Prime] Minister Holm"
        if people and (tags[i] in "Ap" or opens) and (found := _person_at(parsed, i, tokens[-1], people)) is not None:
            titled = words[i].start not in people and i and tags[i - 1] == "A" and out and words[i - 1].end + 1 == word.start
            skip, text = found[0], f"{text} {found[1]}" if titled and word.low in name_tables.TITLE_HEADS else found[1]
        if end == word.start and out and _touches(out[-1][-1], text):
            out[-1] += text
        else:
            out.append(text)
        end = word.end if skip < i else words[skip].end
    return " ".join(out).replace(" ,", ",").replace("( ", "(").replace(" )", ")").replace(" - ", "-")


def _touches(last: str, text: str) -> bool:
    """Tell whether a piece that touches the one before in the text stays with it: "$5", "Holm's", "didn't"."""
    return (last.isdigit() and text.isalpha()) or text[0] in "'’,.%/" or last in "$€£(/" or text.lower() in ("n't", "n’t")


_LENGTH: Final = re.compile(
    r"(?:(?:more|less) than |about |nearly |almost |at least |over |up to )?"
    r"(?!(?:this|that|last|next|past) )(?:an?|\d[\d,.]*|[a-z]+(?:-[a-z]+)?) (?:year|month|week|day|hour|minute|decade)s?"
)


def is_length(word: Word) -> bool:
    """Tell whether a time expression is a length: "sentenced to [three years] in prison on Wednesday" has one date."""
    return _LENGTH.fullmatch(word.low) is not None


def left_out(parsed: Parse, i: int) -> bool:
    """Tell whether a headline goes without a token: an article, a time with the words that lead up to it, an adverb of time."""
    word, tag = parsed.words[i], parsed.tags[i]
    before = parsed.tags[i - 1] if i else ""
    if tag in _CONTENT:
        if word.low in _ADDRESSED and parsed.tags[i + 1 : i + 2] in (".", "A"):
            return True
        if tag == "A" and before == "A" and (word.text == "," or word.low.strip(".") in _SUFFIXES):
            return True
        return before == "X" and word.low in _ENDS
    after = parsed.tags[i + 1 : i + 2]
    if tag == "X" and i and parsed.words[i - 1].low in ("spent", "spend", "spends", "spending", "lasted", "took") and is_length(word):
        return False
    if (
        tag == "X"
        and before in ("v", "z", "i")
        and parsed.words[i - 1].low in _FIXING
        and parsed.words[min(i + 1, len(parsed.words) - 1)].low == "as"
    ):
        return False  # "set Friday as the deadline"
    if tag == "X" and after == "T" and before in tuple("anAp") and is_length(word):
        return False  # "gave the firm ten days to reply"
    if tag == "X" and before in ("T", "P") and is_length(word) and parsed.words[i - 1].low not in ("in", "within"):
        return False
    if word.low == "back" and tag == "R" and before not in ("v", "z", "i", "g") and parsed.tags[i + 1 : i + 3] in ("PX", "X", "X."):
        return True
    behind = parsed.words[i + 2].low if word.low in _WHOSE and after == "X" and i + 2 < len(parsed.words) else ""
    if behind and (behind in _ENDS or parsed.tags[i + 2] not in "anAJ"):
        return True  # "in its second quarter"
    if (
        tag == "P"
        and parsed.tags[i + 1 : i + 3] == "DX"
        and _DATED_THING.match(parsed.tags, i + 3) is None
        and parsed.words[i + 1].low in _WHOSE | {"the"}
        and left_out(parsed, i + 1)
    ):
        return word.low not in _ADVERBIAL
    if word.text == "/" and before == "#" and after == "#":
        return False
    if tag == "T" and after == "X" and not is_length(parsed.words[i + 1]):
        return True  # "from April to June"
    if tag in 'X."' or (word.low in _HIMSELF and before not in ("v", "z", "i", "g")) or word.text in "[]_":
        return True
    if word.low in ARTICLES:
        return word.text != "The" and not _rate(parsed, i)
    if before == "X" and word.low in _OWN:
        return True
    if word.low == "as" and parsed.tags[i + 1 : i + 3] == "PX" and parsed.words[i + 1].low == "of":
        return True
    if tag == "P" and after == "X" and parsed.words[i + 1].low.startswith("the ") and parsed.tags[i + 2 : i + 3] in ("a", "n"):
        return False  # "for [the two day] rally"
    if tag == "P" and after == "X" and word.low not in _ADVERBIAL and (word.low in ("in", "within") or not is_length(parsed.words[i + 1])):
        return parsed.words[i + 2].low not in _OWN if i + 2 < len(parsed.words) else True
    return (tag == "C" and (after == "X" or (before == "X" and not _goes_on(parsed, i)))) or (
        word.low in _LOOSE and tag == "R" and not _ordinal(parsed, i)
    )


_DATED_THING: Final = re.compile(r"(?:CX)?[anAJ]")  # "of the 2022 (and 2026) games"
_ADDRESSED: Final = frozenset("mr mrs ms mr. mrs. ms.".split())


def _goes_on(parsed: Parse, i: int) -> bool:
    """Tell whether an "and" behind a time joins what a headline keeps: "to leave on Friday and free the men"."""
    at = parsed.tags[i + 1 : i + 2]
    return at != "" and at in "ivzgBHnaDAJ#" and parsed.tags[i + 1 : i + 3] != "PX"


_WHOSE: Final = frozenset("his her its their our".split())
_FIXING: Final = frozenset("picked picks chose chooses selected set sets named names chosen fixed designated declared".split())
_CONTENT: Final = "aAn#vzgiJ"
_ENDS: Final = frozenset("ending ended".split())
_OWN: Final = frozenset("'s ’s '".split())


def _ordinal(parsed: Parse, i: int) -> bool:
    """Tell whether "first" counts a noun: "for the first time", "her first visit"."""
    return parsed.words[i].low == "first" and parsed.tags[i + 1 : i + 2] in tuple("anAJ#")


_ADVERBIAL: Final = frozenset("off up out down away back".split())
_SUFFIXES: Final = cues.FIRMS - {"corp"}
_HIMSELF: Final = frozenset("himself herself itself themselves".split())


def _rate(parsed: Parse, i: int) -> bool:
    """Tell whether an article says "for each": "$4 a share", "ten cents a litre"."""
    if i == 0 or i + 1 >= len(parsed.words) or parsed.words[i].low == "the":
        return False
    before = parsed.tags[i - 1] == "#" or (parsed.tags[max(0, i - 2)] == "#" and parsed.tags[i - 1] in "an")
    return before and parsed.words[i + 1].low in _UNITS


_UNITS: Final = frozenset("share year month week day hour ton tonne barrel head piece pound litre liter gallon ounce unit person".split())


def _person_at(parsed: Parse, at: int, last: int, people: People) -> tuple[int, str] | None:
    """Where a title and a person's name end that begin at a token, and the surname."""
    words = parsed.words
    i = at
    while i <= last and words[i].start not in people and _titular(words[i]):
        i += 1
    if i > last or words[i].start not in people or (i > at and not any(w.low.strip(".") in name_tables.TITLE_HEADS for w in words[at:i])):
        return None
    name = people[words[i].start]
    if words[i].end == name.end and name.text.startswith(words[i].text + " "):
        return i, words[i].text  # "Anna" stays, where the text calls her so
    while i + 1 <= last and words[i + 1].end <= name.end:
        i += 1
    return i, name.short


def _titular(word: Word) -> bool:
    low = word.low.strip(".")
    return low in name_tables.TITLES or word.text in name_tables.DEMONYMS or word.text in name_tables.COUNTRIES or low == "of"


def is_plural(parsed: Parse, who: Sequence[int], actor: str) -> bool:
    """Tell whether a subject is more than one, by its head: the last word before a preposition."""
    if actor in ("They", "We", "I", "You"):
        return True
    if len(who) == 1 and parsed.words[who[0]].low == "they":
        head = _BEHIND_HEAD.split(actor, maxsplit=1)[0]  # "Scientists at Kelda"
        return (head.endswith("s") and not head.endswith("ss")) or head.rpartition(" ")[2].lower() in _MANY
    if _one_office(parsed, who):
        return False
    alone = len(who) == 2 or (len(who) > 2 and parsed.tags[who[2]] in "PW")
    if alone and parsed.words[who[0]].low == "the" and parsed.words[who[1]].low.endswith(_PEOPLES) and parsed.tags[who[1]] == "A":
        return parsed.words[who[1]].text in name_tables.DEMONYMS  # "the British"
    if " and " in actor and " and " in actor.split(" of ")[0].split(" in ")[0]:
        role = bool(who) and parsed.tags[who[0]] != "A" and parsed.words[who[0]].low.removeprefix("co-") in name_tables.TITLE_HEADS
        if not role:
            return True
    head = -1
    for i in who:
        if parsed.tags[i] in "PT" and head >= 0 and parsed.words[i].low != "than":
            break
        if parsed.tags[i] in "anA":
            head = i
    if head < 0:
        return False
    if parsed.words[head].low.endswith("ing") and head - 1 in who and parsed.words[head - 1].low.endswith("s"):
        head -= 1  # "Ministers meeting in Lund decide"
    low = parsed.words[head].low
    if low in _MANY or (low.endswith(("men", "women")) and low not in ("specimen", "regimen", "omen", "acumen")):
        return True
    if low in ("news", "politics", "athletics", "headquarters"):
        return False
    if parsed.tags[head] == "A" and any(parsed.tags[i] == "#" and parsed.words[i].low not in ("one", "1") for i in who[:2]):
        return low.endswith("s")  # "20,000 Marines"
    if parsed.tags[head] == "A":
        people = (low.endswith("s") and parsed.words[head].text[:-1] in name_tables.DEMONYMS) or low == "soviets"
        several = people or low.endswith(("ans", "ists", "crats", "nis")) or (low.endswith("ers") and parsed.words[who[0]].low == "the")
        return several and low not in ("reuters", "flanders")
    return parsed.tags[head] in "an" and low.endswith("s") and not low.endswith(("ss", "us", "is"))


_BEHIND_HEAD: Final = re.compile(r" (?:at|in|of|from|for|with|near|on) ")
_MANY: Final = frozenset("people police voters marines troops twins men women children".split())
_PEOPLES: Final = ("ish", "ese", "ch", "sh", "ss")


def _one_office(parsed: Parse, who: Sequence[int]) -> bool:
    """Tell whether "and" stands inside the name of one office: "the Fisheries and Ports Authority"."""
    tags = "".join(parsed.tags[i] for i in who)
    if not re.fullmatch(r"DA+CA+", tags):
        return False
    joint = tags.index("C")
    last, first = parsed.words[who[-1]].low, parsed.words[who[joint - 1]].low
    if " ".join(parsed.words[i].text for i in who[1:joint]) in name_tables.COUNTRIES:
        return False
    return last in name_tables.OFFICES | name_tables.ORGANISATION_WORDS and first not in name_tables.ORGANISATION_WORDS


def verb_words(parsed: Parse, group: Group, status: Status, plural: bool) -> str:
    """The verb as a headline has it."""
    head = parsed.words[group.head]
    behind = parsed.words[group.head + 1 : group.end]
    particles = " ".join([w.text for w in behind if w.time < 0 and w.low not in _LOOSE]) if behind else ""
    form = forms().get(head.low)
    base = form.lemma if form else group.lemma
    base = group.lemma if form is None and head.low == base else base
    expected = bool(group.controls) and not _EXPECTED.isdisjoint(group.controls)
    if head.low == "due":
        verb = "due"
    elif head.low == "born":
        verb = "born"
    elif head.low in PARTICIPLES and group.participle:
        verb = head.low
    elif group.copula and not group.controls:
        verb = _copula(group, status, plural)
    elif group.unmet:
        verb = f"{'were' if plural else 'was'} to {'be ' + head.text if group.passive else base}"
    elif group.controls and status in ("happened", "ongoing") and (control := group.controls[0]) not in _CARRIERS:
        verb = f"{control if plural else third_person(control)} to {'be ' + head.text if group.passive else base}"
    elif status == "planned" and (group.modal or group.controls or group.progressive or group.infinitive or head.low.endswith("ing")):
        verb = f"{'expected ' if expected else ''}to {'be ' + head.text if group.passive else base}"
    elif status == "planned" and group.finite and not (group.past or group.passive or group.controls) and base in _STATED:
        verb = base if plural else third_person(base)  # "the firm plans a test flight in May"
    elif status == "planned" and group.finite and not group.past and not group.passive:
        verb = f"to {base}"
    elif status == "planned" and base in verbs.CONTROL and group.passive:
        verb = head.text
    elif status == "possible" and (group.modal or group.controls):
        verb = f"may {'be ' + head.text if group.passive else base}"
    elif status == "possible":
        verb = f"allegedly {head.text}"
    elif group.passive or (group.participle and "v" in (form.kinds if form else "v") and not head.low.endswith("ing")):
        verb = head.low
    else:
        verb = base if plural else third_person(base)
    return f"{verb} {particles}" if particles else verb


_EXPECTED: Final = frozenset("expect likely tip forecast project".split())
_STATED: Final = frozenset("plan expect intend aim schedule".split())
# Before "to" they say nothing that a headline needs: "was to meet", "is likely to".
_CARRIERS: Final = frozenset("be have likely due about ready bind poise plan hope use expect set".split())


def _copula(group: Group, status: Status, plural: bool) -> str:
    if status == "planned":
        return "to be" if group.lemma == "be" else "to have"
    if group.lemma == "be":
        return "are" if plural else "is"
    return "have" if plural else "has"
