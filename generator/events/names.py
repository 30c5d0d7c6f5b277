"""Capitalised words in, people, organisations and places out, each by the fullest name that the article gives it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from msgspec import Struct

from generator.events.en import cues
from generator.events.en import names as tables
from generator.events.lexicon import closed, forms, noun_classes
from generator.events.name_kinds import Kind, by_words, kind_of
from generator.events.seen import Seen

_PREFIX: Final = "(?:al|el|an|as|ad|ul)-"
_REST: Final = r"[\w’'&\-–]*\w(?:\.(?=[A-Z]\b|\w))?[\w.]*(?<!\.)"
_STOP: Final = (
    r"(?:\.(?:(?<=\bInc\.)|(?<=\bCorp\.)|(?<=\bSt\.)|(?<=\bMr\.)|(?<=\bMrs\.)|(?<=\bMs\.)|(?<=\bDr\.)|(?<=\bGen\.)|(?<=\bSen\.)"
    r"|(?<=\bRep\.)))?"
)
_CAPITAL: Final = rf"(?:\b(?:{_PREFIX})?[a-z]?[A-Z]{_REST}|(?:[A-Z]\.)+|[A-Z]\b){_STOP}"
_SMALL: Final = r"(?:of|de|da|del|della|di|du|la|le|van|von|der|den|al|bin|ibn|for|sans|and the) "
# A run is found from its first capital, which the engine looks for quickly; small letters before it ("iPhone") are added then.
_FIRST: Final = rf"[A-ZÀ-ÖØ-Þ](?:(?:(?<!\w[A-Z])|(?<=\b[a-z][A-Z]))({_REST})|\.(?:[A-Z]\.)*|\b){_STOP}"
_RUN: Final = re.compile(
    rf"{_FIRST}(?: (?=[a-zA-Z])(?:{_SMALL}){{0,2}}(?=(?:[aeu][dlns]-)?[a-z]?[A-Z]){_CAPITAL})*(?: \d{{1,3}}(?![\d,.%]\d|\w))?"
)
_LEADING: Final = re.compile(rf"\b(?:{_PREFIX}[a-z]?|[a-z])\Z")


# A date that follows a name without a comma: "Daniel Davison Feb. 1".
_DAYS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow january february march april june july august "
    "september october november december jan feb mar apr aug sept oct nov dec".split()
)


class Name(Struct, frozen=True, gc=False):
    """A name where it stands in the body (half-open): its kind and the fullest form known; `whole` if it only sounds like a person's."""

    start: int
    end: int
    text: str
    kind: Kind
    whole: bool = False

    @property
    def short(self) -> str:
        """What a headline calls it: a person by surname."""
        return surname(self.text) if self.kind == "person" and not self.whole else self.text


_OPENERS: Final = frozenset(word.capitalize() for word in (*closed(), *tables.NOT_NAMES))


@dataclass(slots=True)
class Names:
    """All names of an article in order with where each starts, and the words they are made of."""

    found: list[Name] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    words: frozenset[str] = frozenset()
    counts: Counter[str] = field(default_factory=Counter)

    def within(self, start: int, end: int) -> list[Name]:
        """The names inside a stretch of the body."""
        first = bisect_left(self.starts, start)
        found = self.found[first : bisect_left(self.starts, end, first)]
        return found if not found or found[-1].end <= end else [name for name in found if name.end <= end]


def surname(full: str) -> str:
    """What a headline calls a person: "John Kerry" is Kerry, "Xi Jinping" and "Hussein of Jordan" stay as they are."""
    pieces = [piece for piece in full.split() if piece.strip(".") not in tables.GENERATIONS] or full.split()
    if "of" in pieces or (pieces[0] in tables.FAMILY_FIRST and len(pieces) < 3):
        return " ".join(pieces)
    if pieces[0] in tables.FAMILY_FIRST:
        return pieces[0]
    return " ".join(pieces[-2:]) if len(pieces) > 2 and pieces[-2].lower() in tables.SMALL else pieces[-1]


def find_names(body: str, dateline: str | None = None) -> Names:
    """Find the names of a body; a short form is given its full one: "Kerry" becomes "John Kerry"."""
    raw: list[tuple[int, int, str, bool]] = []
    inner: set[str] = set()
    seen = Seen(body)
    end = 0
    for m in _RUN.finditer(body):
        text, start, last = m[0], m.start(), end
        end = m.end()
        if m[1] is not None and start and (body[start - 1] == "-" or body[start - 1].islower()):
            start = _leading(body, max(last, start - 4), start)
            text = body[start:end]
        if text in _OPENERS:
            continue
        if " and the " in text and (cut := _parted(text)):
            _add(raw, _inside(text[:cut])[0], start, body)
            start, text = start + cut + len(" and the "), text[cut + len(" and the ") :]
        pieces, parts = (_pieces(text, inner, seen), ()) if _opens(body, start) else _inside(text)
        inner.update(parts)
        _add(raw, pieces, start, body)
    kinds: dict[str, Kind] = {}
    for start, end, text, titled in raw:
        known = kinds.get(text)
        if known is None or (known != "person" and titled) or known == "thing":
            kinds[text] = kind_of(body, start, end, text, titled)
    fuller = _fuller(kinds, body)
    if dateline and dateline not in kinds:
        kinds[dateline] = "place"
    ships = _with_article(raw, body)
    names = [(start, end, fuller.get(text, text)) for start, end, text, _ in raw]
    found = [Name(start, end, text, kinds[text], text in ships) for start, end, text in names]
    counts = Counter(name.text for name in found)
    return Names(found, [name.start for name in found], frozenset(" ".join(kinds).split()) | inner, counts)


def _with_article(raw: list[tuple[int, int, str, bool]], body: str) -> set[str]:
    """Names like those of people that stand behind "the" as often as not, as ships do: "the Stella Maris"."""
    told, behind = Counter(text for _, _, text, _ in raw), Counter[str]()
    for start, _, text, titled in raw:
        if " " in text and not titled and body[max(0, start - 4) : start].lower() == "the " and by_words(text, False)[0] == "person":
            behind[text] += 1
    return {text for text, count in behind.items() if 2 * count >= told[text]}


def _parted(text: str) -> int:
    """Where a run ends before "and the" that joins two: "Anna Torp and the Norwegian team"; 0 where it is one name."""
    first, _, rest = text.partition(" and the ")
    words = first.split()
    two = words[0] in tables.FIRST_NAMES or words[0].lower() in tables.TITLE_HEADS or rest.split()[0] in tables.DEMONYMS
    return len(first) if two else 0


def _leading(body: str, low: int, start: int) -> int:
    """Where a run begins whose first capital stands at `start`: with "al-" and one small letter behind `low`, if they begin a word."""
    m = _LEADING.search(body, low, start)
    return m.start() if m else start


def _add(raw: list[tuple[int, int, str, bool]], pieces: Iterable[tuple[int, int, str, bool]], at: int, body: str) -> None:
    """Add the names of a run that begins at an offset; the two halves of an office are one: "the Securities and Exchange Commission"."""
    for low, high, text, titled in pieces:
        if _no_name(text):
            continue
        start, end = at + low, at + high
        last = raw[-1] if raw else None
        if (
            last is not None
            and body[last[1] : start] == " and "
            and body[max(0, last[0] - 4) : last[0]].lower() == "the "
            and text.rsplit(" ", 1)[-1].lower() in tables.OFFICES
            and last[2].rsplit(" ", 1)[-1].lower() not in tables.ORGANISATION_WORDS
            and last[2] not in tables.COUNTRIES
        ):
            raw[-1] = (last[0], end, body[last[0] : end], False)
        else:
            raw.append((start, end, text, titled))


@lru_cache(maxsize=10_000)
def _no_name(text: str) -> bool:
    """Tell whether a run of capitals is no name: a single letter, a people, an adjective, a shouted sentence."""
    low = text.lower()
    shouted = text.isupper() and text.count(" ") > 2
    people = low.endswith("s") and text.rsplit(" ", 1)[-1][:-1] in tables.DEMONYMS
    return (
        shouted
        or people
        or len(low.strip(".")) < 2
        or low in cues.ADJECTIVES
        or low in tables.TITLE_HEADS
        or low.strip(".") in tables.NOT_NAMES
        or low.strip(".") in _SHORT_TITLES
        or _CONTRACTED.match(low) is not None
    )


_CONTRACTED: Final = re.compile(r"(?:i|we|you|they|he|she|it|that|there|what|who|here|let)['’](?:s|re|ve|ll|d|m)\b")
_SHORT_TITLES: Final = frozenset("gov sen rep gen lt col sgt rev dr mr mrs ms prof".split())


def _opens(body: str, start: int) -> bool:
    """Tell whether what stands at an offset may have its capital because it opens a sentence."""
    return start == 0 or body[start - 1] in '\n“"' or (start > 1 and body[start - 2] in '.!?”"*•:–—-')


@lru_cache(maxsize=10_000)
def _inside(text: str) -> tuple[tuple[tuple[int, int, str, bool], ...], tuple[str, ...]]:
    """What `_pieces` makes of a run inside a sentence, and the words of it that it notes: they are the same wherever it stands."""
    inner: set[str] = set()
    return tuple(_pieces(text, inner, None)), tuple(inner)


def _pieces(text: str, inner: set[str], seen: Seen | None) -> list[tuple[int, int, str, bool]]:
    """A run of capitalised words, without what only opens the sentence and without titles; several where titles part it.

    Offsets count from where the run begins. `seen` is given where it may open a sentence.
    """
    if text.isalpha():
        return _single(text, inner, seen)
    if text.endswith((".", "’", "'")) and not _SHORTENED.search(text):
        text = text[:-1]
    words = text.split(" ")
    positions = []
    at = 0
    for word in words:
        positions.append(at)
        at += len(word) + 1
    first, titled = 0, False
    while first < len(words):
        low = words[first].lower().strip(".,").removesuffix("’s").removesuffix("'s")
        dated = low.endswith("day") and low in _DAYS and len(words) > first + 1
        opening = first == 0 and ((seen is not None and _only_opens(words, low, seen)) or (low in tables.NOT_NAMES and len(words) > 1))
        if dated or opening:
            first += 1
        else:
            break
    end_of_title = _title_end(words, first)
    if end_of_title > first and words[end_of_title].lower().strip(",") not in tables.ORGANISATION_WORDS:
        first, titled = end_of_title, words[end_of_title:-1] != ["of"]  # nobody's name ends "the Queen of Jazz"
    kept = words[first:]
    if kept and kept[-1].isdigit() and (len(kept) == 1 or kept[-2].lower() in tables.NOT_NAMES):
        kept = kept[:-1]
    while len(kept) > 1 and kept[-1].lower().strip(".") in _DAYS:
        kept = kept[:-1]
    while len(kept) > 1 and kept[-1].lower() in tables.TITLE_HEADS and not titled:
        kept = kept[:-1]  # "Torvik Shipping CEO and founder Maria Torp"
    while kept and kept[0].lower() in tables.SMALL:
        kept = kept[1:]
        first += 1
    if not kept:
        return []
    if len(kept) > 2 and (inner_title := _inner_title(kept)):
        return _employer(kept, positions[first:], inner_title, inner)
    name = " ".join(kept)
    for ending in ("'s", "’s", "’", "'"):
        name = name.removesuffix(ending)
    name = _OWNER.sub("\0", name)
    start = positions[first]
    if "\0" in name:
        return _possessives(name, start)
    if name.lower() in tables.NOT_NAMES or len(name) < 2 or (len(kept) == 1 and name in tables.DEMONYMS):
        return []
    bare = len(kept) == 1 and seen is not None and not titled and not name.isupper()
    if bare and (name.lower() in forms() or name.lower() in noun_classes()):
        return []
    while len(kept) > 2 and kept[0] in tables.DEMONYMS and kept[1] in tables.FIRST_NAMES:
        cut = len(kept[0]) + 1
        kept, name, start = kept[1:], name[cut:], start + cut
    inner.update(kept if len(kept) > 1 or seen is None else ())
    return [(start, start + len(name), name, titled)]


_SHORTENED: Final = re.compile(r"(?:\b[A-Z]\.|Inc\.|Corp\.|Ltd\.|Co\.)$")
_OWNER: Final = re.compile(r"[’']s (?=[A-Z])")


def _single(text: str, inner: set[str], seen: Seen | None) -> list[tuple[int, int, str, bool]]:
    """A capitalised word that stands alone, if it is a name."""
    low = text.lower()
    if low in tables.NOT_NAMES or low in tables.SMALL or text in tables.DEMONYMS or len(text) < 2:
        return []
    if seen is not None and ((not text.isupper() and (low in forms() or low in noun_classes())) or _only_opens([text], low, seen)):
        return []
    if seen is None:
        inner.add(text)
    return [(0, len(text), text, False)]


def _inner_title(words: list[str]) -> int:
    """The position of the title between a firm and a person: "Acme CEO Jane Doe"; 0 where there is none."""
    for at in range(len(words) - 2, 0, -1):
        if words[at].lower().strip(",") in tables.TITLE_HEADS and words[at + 1].lower().strip(",") not in tables.ORGANISATION_WORDS:
            return at if words[at + 1] in tables.FIRST_NAMES or len(words) - at == 2 else 0
    return 0


def _employer(words: list[str], positions: list[int], title: int, inner: set[str]) -> list[tuple[int, int, str, bool]]:
    """A person behind a title, and before it the firm, if that is one."""
    person = " ".join(words[title + 1 :]).removesuffix("'s").removesuffix("’s")
    found = [(positions[title + 1], positions[title + 1] + len(person), person, True)]
    inner.update(words[title + 1 :])
    firm = words[:title]
    while firm and (firm[-1].lower() in tables.TITLES or firm[-1].lower() in tables.SMALL):
        firm = firm[:-1]
    name = " ".join(firm).removesuffix("'s").removesuffix("’s")
    if name and name not in tables.DEMONYMS:
        found.insert(0, (positions[0], positions[0] + len(name), name, False))
        inner.update(firm)
    return found


def _possessives(name: str, start: int) -> list[tuple[int, int, str, bool]]:
    """`Apple's Steve Jobs` is two names."""
    found = []
    at = start
    for part in name.split("\0"):
        if part.lower() not in tables.NOT_NAMES and part not in tables.DEMONYMS and len(part) > 1:
            found.append((at, at + len(part), part, False))
        at += len(part) + 3
    return found


def _only_opens(words: list[str], low: str, seen: Seen) -> bool:
    """Tell whether the first word of a sentence is capitalised only because it stands there."""
    if (
        low in tables.NOT_NAMES
        or low.partition("-")[0] in cues.NUMBERS
        or (low in closed() and words[0] != "US")
        or (len(words) > 1 and words[1] in ("of", "for", "and") and low.endswith("s") and low not in tables.ORGANISATION_WORDS)
    ):
        return True
    if words[0].isupper() or words[0] in tables.FIRST_NAMES or low in tables.TITLES:
        return False
    if len(words) == 1:
        if low.endswith("ly") and len(low) > 5 and words[0] not in tables.COUNTRIES:
            return True
        if low.endswith("s") and words[0] not in tables.COUNTRIES and words[0] not in tables.CITIES and not seen.inside(words[0]):
            return True  # "Skaters gathered", against "Jobs"
        return seen.small(low)
    form = forms().get(low)
    return form is not None and form.lemma != low  # "Asked Smith", against "Ban Ki-moon" and "Rose Tremain"


def _title_end(words: list[str], first: int) -> int:
    """Where the title before a person's name ends: after "US Secretary of State", "President", "CEO"."""
    at, end = first, first
    while at < len(words) - 1:
        low = words[at].lower().strip(".,")
        plain = low.removesuffix("'s").removesuffix("’s")
        if plain in tables.TITLES or (words[at] in tables.DEMONYMS) or (words[at] in tables.COUNTRIES and at == first):
            if plain in tables.TITLE_HEADS:
                end = at + 1
        elif low not in tables.SMALL:
            break
        at += 1
    return end


def _called_by_last(words: list[str], kinds: dict[str, Kind], body: str) -> bool:
    """Tell whether of two words of a name only the second stands alone too, and speaks, as somebody's family name does."""
    first, second = words
    if second not in kinds or first in kinds or kinds[second] not in ("thing", "person"):
        return False
    return any(f" {second} {verb}" in body or f" {verb} {second}" in body for verb in ("said", "says", "told", "added"))


def _fuller(kinds: dict[str, Kind], body: str) -> dict[str, str]:
    """Short forms and their full ones: surnames of people, first words of organisations; none where two would fit."""
    found: dict[str, str] = {}
    last: dict[str, list[str]] = {}
    for text in [text for text in kinds if text.isupper() and text.title() in tables.CITIES]:
        found[text] = text.title()
        kinds[text.title()] = "place"
    called = {text for text, kind in kinds.items() if kind == "person" and " " not in text}
    for text, kind in kinds.items():
        words = text.split(" ")
        if kind == "organisation" and 1 < len(words) < 4 and words[-1] in called and "of" not in words and "the" not in words:
            kind = kinds[text] = "person"  # "Pol Sary", where "Mr. Sary" comes later
        if kind == "organisation" and len(words) == 2 and _called_by_last(words, kinds, body):
            kind = kinds[text] = "person"  # "Nadim Harb", of whom only "Harb" comes later
        if kind == "person" and len(words) > 1:
            last.setdefault(words[-1], []).append(text)
            if words[0] in tables.FIRST_NAMES:
                last.setdefault(words[0], []).append(text)
    for text, kind in kinds.items():
        full = last.get(text)
        single = full is not None and len(full) == 1
        known = text in tables.COUNTRIES or text in tables.CITIES
        if full and single and not known and (kind != "person" or " " not in text):
            found[text] = full[0]
    for text, kind in kinds.items():
        if kind == "organisation" and text.endswith((" Inc", " Inc.", " Corp", " Corp.", " Ltd", " Ltd.", " FC", " Computer")):
            short = text.rsplit(" ", 1)[0]
            if short in kinds and kinds[short] != "person":
                found[short] = text
    return found
