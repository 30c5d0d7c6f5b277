"""A mention in, what is compared of it out: its days, names by keys under which forms agree, kinds of event, words and numbers."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from generator.events.en import cues
from generator.events.en import names as tables
from generator.events.kinds import akin, families, kinds_of, named, sides, sorts, telling
from generator.events.lexicon import SPEECH, class_of, stem
from generator.model import Mention

_NEAR: Final = 2  # days
_WEEK: Final = 7  # days
_ROUGH: Final = 3  # days
FAR: Final = 10**7


class Features:
    """What is compared of a mention, taken out once; `first` and `last` are days, half-open.

    `deeds` are its kinds of event without the verbs that say little, `content` its words without those of names, `called` those by
    which its towns are known again in a name, `akin` the kinds of event that its own ones can be too, `families` the sorts of events,
    `sides` what it can only be one of ("vote 0" is a refusal), `told` the kinds that its words name. What few comparisons ask for is
    taken out when it is first asked for.
    """

    __slots__ = (
        "_content", "_families", "akin", "called", "context", "deeds", "first", "kinds", "lands", "last", "mention", "names", "numbers",
        "open", "organisations", "path", "people", "places", "published", "remembered", "sides", "soft", "spoken", "text", "told", "towns",
        "units", "words",
    )  # fmt: skip

    def __init__(self, mention: Mention) -> None:
        self.mention, source, groups = mention, mention.source, mention.organisations
        lemma, words = mention.trigger.lemma, frozenset(mention.words)
        if not words.isdisjoint(_OF_A_COUNTRY):
            words = frozenset(_COUNTRY.get(word, word) for word in words)
        self.path, self.words = source.path, words
        self.text = text = mention.trigger.text.casefold()
        self.kinds = kinds = kinds_of(mention)
        self.deeds, self.akin, self.sides = telling(kinds), akin(kinds), sides(text, words, mention.quote)
        self.first, self.last = first, last = days_of(mention)
        self.open, self.soft, self.remembered = first == -FAR or last == FAR, slack(mention), _remembered(mention, first, last)
        self.people = people = _persons(mention.people)
        self.organisations = _groups(groups)
        self.names = people | _loose(groups) if groups else people
        self.places, self.towns, self.lands = located(mention.places)
        self.called = _called(self.towns)
        self.context = context = title_words(source.title)
        self.told = named(words if mention.sentence else words | context)  # the title tells what the first sentence does
        self.numbers, self.units = _shared(mention.numbers), _units(mention.numbers)
        self.spoken = lemma in SPEECH or lemma in _STATED
        self.published = source.published.toordinal() if source.published else 0
        self._content: frozenset[str] | None = None
        self._families: frozenset[str] | None = None

    @property
    def content(self) -> frozenset[str]:
        """Its words without those of names."""
        if self._content is None:
            mention = self.mention
            self._content = self.words - _in_names(mention.people, mention.organisations, mention.places)
        return self._content

    @property
    def families(self) -> frozenset[str]:
        """The sorts of events that it tells."""
        if self._families is None:
            news = self.context if not self.mention.sentence else _NOBODY
            self._families = families(self.text, self.kinds) | sorts(news)
        return self._families

    @property
    def days(self) -> int:
        """How many days the date leaves open."""
        return self.last - self.first


_NOBODY: Final = frozenset[str]()


@cache
def _persons(people: tuple[str, ...]) -> frozenset[str]:
    """The keys of some people, one object for all reports that name them."""
    return frozenset(map(person_key, people))


@cache
def _groups(organisations: tuple[str, ...]) -> frozenset[str]:
    """The keys of some organisations."""
    return frozenset().union(*map(organisation_keys, organisations))


@cache
def _loose(organisations: tuple[str, ...]) -> frozenset[str]:
    """The same with those by which one that may be a person is known."""
    return frozenset().union(*map(loose_keys, organisations))


@cache
def _in_names(*names: tuple[str, ...]) -> frozenset[str]:
    """The stems of the words of names."""
    return frozenset(stem(word.lower()) for group in names for name in group for word in name.split())


@cache
def _shared(numbers: tuple[str, ...]) -> frozenset[str]:
    """Numbers as a set, one object for all reports that give them."""
    return frozenset(numbers)


def days_of(mention: Mention) -> tuple[int, int]:
    """The days of a mention's date, half-open; a side that is open lies far away."""
    span = mention.span
    first = span.start.toordinal() if span and span.start else -FAR
    last = span.end.toordinal() if span and span.end else FAR
    if last - first == _WEEK and mention.time is not None and mention.time.rule == "nth_unit":
        last += _NEAR  # "the first week of May" may be that of the calendar or its first seven days
    return first, last


def slack(mention: Mention) -> int:
    """How many days a date may be off: one that is inferred, or a day told roughly ("three weeks ago")."""
    if mention.inferred is not None:
        return _NEAR
    rough = mention.span is not None and mention.span.modifier == "approximate" and mention.span.days == 1
    return _ROUGH if rough else 0


def _remembered(mention: Mention, first: int, last: int) -> bool:
    """Tell whether an article names a single day long past: such days are told of what everybody knows."""
    published = mention.source.published
    return published is not None and last - first == 1 and mention.time is not None and published.toordinal() - first > _LONG


_LONG: Final = 7  # days

# "Kenyan" and "Kenya" are one word here; the regular ones only.
_COUNTRY: Final = {country.casefold() + ending: country.casefold() for country in tables.COUNTRIES for ending in ("n", "i", "ian", "ese")}
_OF_A_COUNTRY: Final = frozenset(_COUNTRY)
_STATED: Final = frozenset(class_of(lemma) for lemma in ("announce", "declare", "report", "call", "urge", "warn"))
# "U.S. embassies": these stand before nouns as adjectives do and seldom say where something happened.
_ADJECTIVES: Final = frozenset(("US", "U.S.", "UK", "U.K."))


@cache
def located(places: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Places without those that only describe, the towns among them, and the countries that they are or lie in."""
    found = frozenset(part for place in places for part in place.split(", ")) - _ADJECTIVES  # datelines read "Kiruna, Sweden"
    lands = (tables.COUNTRY_OF.get(place, place) for place in found)
    countries = frozenset(tables.SAME_COUNTRY.get(place, place) for place in lands if place in tables.COUNTRIES)
    return found, found & tables.CITIES, countries


# A toll rises from report to report; other counts of one thing ("a debate of six hours") stay.
_TOLL: Final = frozenset(
    "people person dead injure injury injured wound wounded kill killed die death victim casualty body passenger civilian soldier child "
    "worker man woman survivor home house building arrest".split()
)


@cache
def _units(numbers: tuple[str, ...]) -> frozenset[str]:
    """What numbers count, without what is counted anew in each report."""
    return frozenset(unit for number in numbers if (unit := number.partition(" ")[2]) and unit not in _TOLL)


@cache
def title_words(title: str) -> frozenset[str]:
    """The stems of an article's title: what the whole article is about."""
    return frozenset(stem(word) for word in _WORD.findall(title.lower()) if len(word) > 2) - cues.STOP


@lru_cache(maxsize=500)
def sentence_words(quote: str) -> frozenset[str]:
    """The stems of a whole sentence, in which a report may be one of several."""
    return frozenset(stem(word) for word in _WORD.findall(quote.lower()) if len(word) > 2) - cues.STOP


@cache
def name_words(names: tuple[str, ...]) -> frozenset[str]:
    """The stems of the words of names."""
    return frozenset(stem(word.lower()) for name in names for word in name.split())


_WORD: Final = re.compile(r"[^\W\d_][\w-]+")


@cache
def person_key(name: str) -> str:
    """The surname, by which a short and a full form of one name agree."""
    return (name.split() or [""])[-1].casefold()


def namesakes(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether the people of two mentions share a surname under other first names: "Lena Moberg" and "Karl Moberg"."""
    if a == b:
        return False
    mine, yours = _given(a), _given(b)
    return any(mine[name].isdisjoint(yours[name]) for name in mine.keys() & yours.keys())


@cache
def _given(people: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """The first letters of the first names that are told for each surname."""
    found: dict[str, set[str]] = {}
    for name in people:
        if " " in name:
            found.setdefault(person_key(name), set()).add(name[0])
    return {name: frozenset(letters) for name, letters in found.items()}


_COMPANY: Final = frozenset("inc corp ltd co the fc company corporation u.s us jan feb aug sept oct nov dec gmt".split())


@cache
def organisation_keys(name: str) -> frozenset[str]:
    """An organisation's name without what companies add to it, and its initials: `Union of Rail Workers` and `URW` agree."""
    words = [word for word in (part.casefold().strip(".,") for part in name.split()) if word and word not in _COMPANY]
    initials = "".join(word[0] for word in words if word not in tables.SMALL)
    keys = {" ".join(words)} | ({initials} if len(initials) > 1 else set())
    return frozenset(key for key in keys if key)


@cache
def loose_keys(name: str) -> frozenset[str]:
    """An organisation's keys, and its last word where it may as well be a person whose title nobody told."""
    keys = organisation_keys(name)
    last = person_key(name)
    return keys | {last} if keys and last not in tables.ORGANISATION_WORDS else keys


@cache
def _called(towns: frozenset[str]) -> frozenset[str]:
    """The words by which towns are known in another report, as "Naples" is in "Campania's Naples International Airport"."""
    return frozenset(stem(town.casefold().rpartition(" ")[2]) for town in towns)
