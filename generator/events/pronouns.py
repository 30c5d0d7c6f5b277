"""A pronoun and where it stands in, the name that it means out."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from generator.events.en import names as tables
from generator.events.names import Name, surname
from generator.events.reader import Reader
from generator.model import Sentence

_MEANT: Final[dict[str, tuple[str, ...]]] = {
    "it": ("organisation", "thing"),
    "its": ("organisation",),
    "they": ("organisation",),
}


# A name so near the beginning of a sentence is mostly its subject.
_SUBJECT: Final = 30
# Characters before the name that opens a sentence: "they" means an organisation only there.
_OPENS: Final = 8


def antecedent(reader: Reader, sentence: Sentence, pronoun: str, before: int) -> Name | None:
    """Whom a pronoun means: the first person of the nearest text before, for "it" and "they" the first organisation.

    "Its" needs an organisation without a rival: it mostly means a thing that has no name.
    """
    if pronoun in ("this", "that", "these", "those", "we", "i", "you"):
        return None
    kinds = _MEANT.get(pronoun, ("person",))
    if pronoun in _HERS:
        if reader.ship is None:
            reader.ship = _ship(reader)
        if reader.ship:
            return reader.ship[0]
    sentences = reader.article.sentences
    at = bisect_right(sentences, sentence.start, key=lambda one: one.start)
    starts = [one.start for one in sentences[max(0, at - 4) : at]]
    bounds = [(low, high) for low, high in zip(starts, [*starts[1:], before], strict=True)]
    near = [[n for n in reader.names.within(low, min(high, before)) if n.kind in kinds and _may_be(pronoun, n)] for low, high in bounds]
    if pronoun in _SUBJECTS:
        near = [_not_beside(reader, pronoun, low, every) for (low, _), every in zip(bounds, near, strict=True)]
    if pronoun == "its" and len({name.text for every in near for name in every}) != 1:
        return None
    for (low, _), every in zip(reversed(bounds), reversed(near), strict=True):
        found = [name for name in every if reader.names.counts[name.text] > 1 or name.start - low < 40]
        if pronoun == "they":
            found = [name for name in found if name.start - low < _OPENS]
        if found and kinds[0] == "person" and _somebody_since(reader, found, before):
            return None
        if found:
            subject = (
                found[0].start - low < _SUBJECT and pronoun in ("he", "she") and not _in_phrase(reader.article.body[low : found[0].start])
            )
            opens = kinds[0] != "person" or subject
            first = found[0] if opens else max(found, key=lambda name: reader.names.counts[name.text])
            return next((name for name in found if name.text.startswith(first.text + " ")), first)
    if pronoun == "it" and len(bounds) > 1 and _BODY.search(reader.article.body, bounds[-2][0], before):
        return _body_of_the_lead(reader)
    people = [name for every in near for name in every] if kinds == ("person",) else []
    if kinds == ("person",) and not people and _mostly(reader.article.body.lower(), pronoun):
        return _main_person(reader) or _of_the_title(reader, pronoun) or _of_the_lead(reader, pronoun)
    return people[-1] if len({name.text for name in people}) == 1 else None


def _somebody_since(reader: Reader, names: list[Name], before: int) -> bool:
    """Tell whether a sentence since a name is about somebody without one: "The 31-year-old man was arrested in 2002. [He] was freed"."""
    m = _NAMELESS.search(reader.article.body, max(name.end for name in names), before)
    return m is not None


_NAMELESS: Final = re.compile(
    r"[.!?]\s+(?:The|A|An) (?:[\w-]+ ){0,3}?(?:man|woman|boy|girl|teenager|suspect|gunman|driver|pilot|student|victim|attacker|bomber)"
    r" (?:was|is|had|has|who|did|will|\w+ed)\b"
)


def _not_beside(reader: Reader, pronoun: str, low: int, names: list[Name]) -> list[Name]:
    """The names of a sentence that may be "he" in the next: not whom "he" meets there ("In May he met Torp. He left")."""
    if not names:
        return names
    m = _SUBJECTS[pronoun].search(reader.article.body, low, names[-1].start)
    return [name for name in names if name.start < m.start()] if m else names


_SUBJECTS: Final = {"he": re.compile(r"\b[Hh]e\b"), "she": re.compile(r"\b[Ss]he\b")}


def _ship(reader: Reader) -> tuple[Name, ...]:
    """The ship that "she" means in an article that names one and no woman; none where it does not."""
    m = _SHIP.search(reader.article.body)
    if m is None or any(name.kind == "person" and name.text.partition(" ")[0] in tables.WOMEN for name in reader.names.found):
        return ()
    return () if _LADY.search(reader.article.body) else (Name(m.start(1), m.end(1), m[1], "thing"),)


_SHIP: Final = re.compile(
    r"\b(?:ferry|ship|liner|vessel|tanker|trawler|freighter|yacht|schooner|frigate|destroyer|steamer|tug|barge|lifeboat|submarine|icebreaker"
    r"|MV|SS|HMS|USS|MS|RMS) ([A-Z][\w'’-]+(?: (?:of )?(?:the )?[A-Z][\w'’-]+){0,2})"
)
_LADY: Final = re.compile(r"\b(?:Mrs|Ms|Miss|Lady|Queen|Princess|Dame|woman|women|girl|mother|wife|daughter|sister|actress|widow)\b")


def _in_phrase(before: str) -> bool:
    """Tell whether what stands before a name in its sentence opens with a preposition: "In a letter to [Berg], ... she"."""
    return before.partition(" ")[0].lower() in _PREPOSITIONS


_PREPOSITIONS: Final = frozenset("in at on with after before for to from by as under during when while of despite since like".split())


def _may_be(pronoun: str, name: Name) -> bool:
    """Tell whether a first name allows a pronoun: no Karl is "she"."""
    if pronoun not in _HERS and pronoun not in _HIS:
        return True
    first = name.text.partition(" ")[0]
    if name.kind != "person" or first == name.text or first not in tables.FIRST_NAMES or first in tables.EITHER:
        return True
    return (first in tables.WOMEN) == (pronoun in _HERS)


_HERS: Final = ("she", "her", "hers", "herself")
_HIS: Final = ("he", "him", "his", "himself")


def _of_the_lead(reader: Reader, pronoun: str) -> Name | None:
    """The one person whom the first sentence names, in a text that says "she" again and again."""
    first = reader.article.sentences[0]
    lead = [name for name in reader.names.within(first.start, first.end) if name.kind == "person" and _may_be(pronoun, name)]
    often = reader.article.body.lower().count(" she " if pronoun in _HERS else " he ")
    return lead[0] if often >= _OFTEN and len({name.text for name in lead}) == 1 else None


def _of_the_title(reader: Reader, pronoun: str) -> Name | None:
    """The one person of the text whose surname the title of the article has."""
    title = frozenset(_WORDS.findall(reader.article.title))
    told = {
        name.text: name for name in reader.names.found if name.kind == "person" and surname(name.text) in title and _may_be(pronoun, name)
    }
    return next(iter(told.values())) if len(told) == 1 else None


_WORDS: Final = re.compile(r"[^\W\d_][\w-]*")


def _body_of_the_lead(reader: Reader) -> Name | None:
    """The organisation of the first two sentences that the article names most often: what "the company" is."""
    first = reader.article.sentences[:2]
    told = [name for name in reader.names.within(first[0].start, first[-1].end) if name.kind == "organisation"]
    return max(told, key=lambda name: reader.names.counts[name.text], default=None)


_BODY: Final = re.compile(
    r"\b[Tt]he (?:company|firm|group|bank|airline|carmaker|automaker|manufacturer|maker|club|party|union|retailer|agency|business)\b"
)


def _mostly(body: str, pronoun: str) -> bool:
    """Tell whether a text says "she" rather than "he" as often as not, for "she" and "her", and the other way round."""
    hers, his = body.count(" she "), body.count(" he ")
    return hers >= his if pronoun in _HERS else his >= hers


def _main_person(reader: Reader) -> Name | None:
    """The person that a whole article is about: told twice as often as any other."""
    told = {name.text: name for name in reader.names.found if name.kind == "person"}
    often = sorted((-reader.names.counts[text], text) for text in told)
    rival = -often[1][0] if len(often) > 1 else 0
    return told[often[0][1]] if often and -often[0][0] >= max(_OFTEN, 2 * rival) else None


_OFTEN: Final = 4  # times that an article names whom it is about


def short_name(name: Name) -> str:
    """What a headline calls a name: a person by surname."""
    return name.short
