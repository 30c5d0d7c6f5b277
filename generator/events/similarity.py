"""Two mentions in, how likely they tell one event out: features and weights in one table, vetoes first, the reasons in words."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Final, NamedTuple

from generator.dates import DateSpan
from generator.events.en import cues
from generator.events.en import names as tables
from generator.events.lexicon import SPEECH, STATEMENT, class_of, stem
from generator.model import Mention

# What speaks for one event, and how much; two mentions are joined from JOIN on and shown to the editor from SHOW on.
WEIGHTS: Final = {
    "same day": 0.30,
    "days overlap": 0.18,
    "same kind of event": 0.30,
    "same word": 0.08,
    "people": 0.22,
    "organisations": 0.16,
    "places": 0.14,
    "numbers": 0.06,
    "words": 0.55,
    "related kind of event": 0.15,
    "same article": 0.10,
    "context": 0.12,
}
JOIN: Final = 0.62
SHOW: Final = 0.52
COPY: Final = 0.5
_NEAR: Final = timedelta(days=2)


Part = tuple[float, str, "frozenset[str] | DateSpan | None"]


class Score(NamedTuple):
    """How alike two mentions are, from 0 to about 1.5, what speaks for it, and what forbids joining them ("" where nothing does)."""

    value: float
    parts: tuple[Part, ...] = ()
    veto: str = ""

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for one event, in words."""
        return tuple(_say(name, shared) for _, name, shared in self.parts if name)


def _say(name: str, shared: frozenset[str] | DateSpan | None) -> str:
    if isinstance(shared, DateSpan):
        return f"{name} ({shared.edtf})"
    return f"{name} ({', '.join(sorted(shared)[:4])})" if shared else name


@dataclass(slots=True)
class Features:
    """What is compared of a mention, taken out once."""

    mention: Mention
    span: DateSpan | None
    soft: bool
    kinds: frozenset[str]
    people: frozenset[str]
    organisations: frozenset[str]
    places: frozenset[str]
    countries: frozenset[str]
    words: frozenset[str]
    numbers: frozenset[str]
    context: frozenset[str]
    spoken: bool
    shingles: frozenset[tuple[str, ...]] = field(default_factory=frozenset)

    @property
    def actors(self) -> frozenset[str]:
        """People and organisations together."""
        return self.people | self.organisations


def features(mention: Mention) -> Features:
    """Take out of a mention what is compared."""
    lemma = mention.trigger.lemma
    kinds = {lemma} if lemma else set()
    if lemma in _VAGUE:
        kinds |= {class_of(word) for word in mention.words} & _KINDS
    organisations = frozenset(key for name in mention.organisations if (key := organisation_key(name)))
    return Features(
        mention, mention.span, mention.inferred is not None, frozenset(kinds), frozenset(map(person_key, mention.people)), organisations,
        frozenset(mention.places), _countries(mention.places), frozenset(mention.words), frozenset(mention.numbers),
        title_words(mention.source.title), lemma in SPEECH or lemma in _STATED,
    )  # fmt: skip


_STATED: Final = frozenset(class_of(lemma) for lemma in ("announce", "declare", "report", "call", "urge", "warn"))
_VAGUE: Final = frozenset("say tell slate hold take begin open start happen announce reach go set plan do undergo participate".split())
_KINDS: Final = frozenset(class_of(word) for word in "meeting vote launch strike election trial deal visit conference".split())


def _countries(places: tuple[str, ...]) -> frozenset[str]:
    """The countries that places are or lie in."""
    found = (tables.COUNTRY_OF.get(place, place) for place in places)
    return frozenset(tables.SAME_COUNTRY.get(place, place) for place in found if place in tables.COUNTRIES)


@cache
def title_words(title: str) -> frozenset[str]:
    """The stems of an article's title: what the whole article is about."""
    return frozenset(stem(word) for word in _WORD.findall(title.lower()) if len(word) > 2) - cues.STOP


_WORD: Final = re.compile(r"[^\W\d_][\w-]+")


@cache
def person_key(name: str) -> str:
    """The surname, by which a short and a full form of one name agree."""
    return name.split()[-1].casefold()


@cache
def organisation_key(name: str) -> str:
    """An organisation's name without what companies add to it."""
    words = [word.casefold().strip(".,") for word in name.split()]
    return " ".join(word for word in words if word not in ("inc", "corp", "ltd", "co", "the", "fc", "company", "corporation"))


def compare(a: Features, b: Features) -> Score:
    """Score two mentions; symmetric. The reasons are told only of pairs that may be one event."""
    if veto := _veto(a, b):
        return Score(0.0, (), veto)
    alike = cosine(a.words, b.words)
    elsewhere = a.mention.source.path != b.mention.source.path
    if alike >= 0.6 and elsewhere and _copied(a, b):
        return Score(1.5, ((1.5, "copied text", None),))
    if not _enough(a, b, alike):
        return Score(0.4, (), "too little in common")
    parts = _parts(a, b, alike, elsewhere)
    return Score(sum(part[0] for part in parts), tuple(parts))


def _parts(a: Features, b: Features, alike: float, elsewhere: bool) -> list[Part]:
    """What speaks for one event, each with its weight, its name ("" where it says too little to be told) and what is shared."""
    parts: list[Part] = [_dates(a, b)]
    if (kinds := a.kinds & b.kinds) and not (a.spoken and b.spoken and not a.words & b.words):
        parts.append((WEIGHTS["same kind of event"] * (0.4 if a.spoken and b.spoken else 1.0), "same kind of event", kinds))
        if a.mention.trigger.text.casefold() == b.mention.trigger.text.casefold():
            parts.append((WEIGHTS["same word"], "", None))
    elif related(a, b):
        parts.append((WEIGHTS["related kind of event"], "related kinds of event", None))
    if not elsewhere:
        parts.append((WEIGHTS["same article"], "", None))
    for name, mine, yours in (
        ("people", a.people, b.people),
        ("organisations", a.organisations, b.organisations),
        ("places", a.places, b.places),
    ):
        if shared := mine & yours:
            parts.append((WEIGHTS[name] * (0.6 + 0.4 * len(shared) / len(mine | yours)), f"same {name}", shared))
    if (lands := a.countries & b.countries) and not a.places & b.places:
        parts.append((0.7 * WEIGHTS["places"], "same country", lands))
    if counted := a.numbers & b.numbers:
        parts.append((WEIGHTS["numbers"], "same number", counted))
    parts.append((WEIGHTS["context"] * cosine(a.context, b.context), "", None))
    parts.append((WEIGHTS["words"] * alike, "shared words" if alike >= 0.2 else "", a.words & b.words))
    return parts


def _enough(a: Features, b: Features, alike: float) -> bool:
    """Whatever the sum: without the same kind of event or many words, and without anybody or anywhere in common, never."""
    kind = bool(a.kinds & b.kinds)
    who = bool(a.actors & b.actors)
    where = bool(a.places & b.places) or bool(a.countries & b.countries)
    if kind and (who or where):
        return True
    if a.mention.source.path == b.mention.source.path and _same(a, b) and _told_twice(a, b, kind, alike):
        return True
    if kind or related(a, b):
        near = a.mention.source.path == b.mention.source.path or bool(a.numbers & b.numbers) or cosine(a.context, b.context) >= 0.3
        bare = not (a.actors or a.places) or not (b.actors or b.places)
        if near and kind and (a.mention.background or b.mention.background):
            return True
        if bare and kind and _same(a, b) and (a.span.days if a.span else None) == 1 and len(a.words & b.words) > 1:
            return alike >= 0.25
        return alike >= (0.2 if near else 0.55) if bare else alike >= 0.4
    return (who and alike >= 0.34) or alike >= 0.5


def _told_twice(a: Features, b: Features, kind: bool, alike: float) -> bool:
    """Tell whether one article comes back to an event: the same vague date and kind, or the same day and town."""
    days = a.span.days or 99 if a.span else 99
    nobody = not a.actors or not b.actors
    if (kind and nobody and 1 < days < 370) or (related(a, b) and alike >= 0.15 and days < 62):
        return True
    return bool(cities(a.places) & cities(b.places)) and alike >= 0.15 and days <= 1


def related(a: Features, b: Features) -> bool:
    """Tell whether two different kinds of event can be one: a conference is a meeting too."""
    return any((one, two) in _RELATED or (two, one) in _RELATED for one in a.kinds for two in b.kinds)


_RELATED: Final = frozenset({
    ("meet", "conference"), ("meet", "visit"), ("ill", "drink"), ("die", "attack"), ("crash", "die"), ("press", "conference"),
    ("announce", "press"), ("announce", "conference"), ("court", "sue"), ("deal", "court"), ("vote", "election"), ("launch", "found"),
    ("launch", "announce"), ("launch", "press"), ("launch", "conference"), ("attack", "fight"), ("protest", "strike"),
    ("withdraw", "resign"), ("leave", "resign"),
})  # fmt: skip


def _same(a: Features, b: Features) -> bool:
    return a.span is not None and b.span is not None and (a.span.start, a.span.end) == (b.span.start, b.span.end)


def cosine(a: frozenset[str], b: frozenset[str]) -> float:
    """The cosine of two sets of words."""
    return len(a & b) / math.sqrt(len(a) * len(b)) if a and b else 0.0


def _dates(a: Features, b: Features) -> Part:
    if _same(a, b):
        return WEIGHTS["same day"], "same date", a.span
    return WEIGHTS["days overlap"], "dates that agree", None


def _veto(a: Features, b: Features) -> str:
    one, two = a.mention, b.mention
    if one.source.path == two.source.path and one.sentence == two.sentence:
        return "two reports in one sentence"
    if a.span is None or b.span is None:
        return "no date"
    if not agree(a, b):
        return "different days"
    if _conflict(a.numbers, b.numbers) and a.kinds & b.kinds and cosine(a.words, b.words) < 0.5:
        return "different numbers"
    if _elsewhere(a, b):
        return "different places"
    if a.people and b.people and not a.people & b.people and not a.organisations & b.organisations and cosine(a.words, b.words) < 0.6:
        return "different people"
    if one.source.path == two.source.path and "possible" in (one.status, two.status) and one.status != two.status and not a.kinds & b.kinds:
        return "one is only alleged"
    if one.source.path == two.source.path and "denied" in (one.status, two.status) and one.status != two.status:
        return "one denies what the other tells"
    return ""


def _elsewhere(a: Features, b: Features) -> bool:
    """Tell whether two events lie apart: in different towns, in different countries, or between different pairs of countries."""
    if cities(a.places) and cities(b.places) and not a.places & b.places:
        return not _within(a, b)
    if a.countries and b.countries and not a.countries & b.countries:
        return not a.people & b.people
    pairs = len(a.countries) > 1 and len(b.countries) > 1 and not (a.countries <= b.countries or b.countries <= a.countries)
    return pairs and not a.people & b.people and not cities(a.places) & cities(b.places)


def _within(a: Features, b: Features) -> bool:
    """Tell whether both name the same people, so that two towns may be where from and where to."""
    return bool(a.people & b.people) and bool(a.kinds & b.kinds) and bool(a.words & b.words)


def cities(places: frozenset[str]) -> frozenset[str]:
    """The towns among places; countries only say roughly where."""
    return frozenset(place for place in places if place in tables.CITIES)


def _conflict(a: frozenset[str], b: frozenset[str]) -> bool:
    """Tell whether two sets of counted things count one thing differently."""
    if not a or not b or a & b:
        return False
    return bool({number.partition(" ")[2] for number in a if " " in number} & {number.partition(" ")[2] for number in b if " " in number})


def agree(a: Features, b: Features) -> bool:
    """Tell whether two dates can be the same: they share a day, or one is only inferred and they lie two days apart at most."""
    assert a.span is not None and b.span is not None
    if a.span.overlaps(b.span):
        open_sided = None in (a.span.start, a.span.end, b.span.start, b.span.end)
        return not open_sided or _begin(a.span) == _begin(b.span) or _touch(a.span, b.span)
    if not (a.soft or b.soft):
        return False
    low, high = sorted((_begin(a.span), _begin(b.span)))
    return high - low <= _NEAR


def _touch(a: DateSpan, b: DateSpan) -> bool:
    """Tell whether the bounded end of an open span lies inside the other."""
    for one, other in ((a, b), (b, a)):
        if one.start is not None and one.end is None and other.start is not None and other.end is not None:
            return other.start <= one.start < other.end or one.start <= other.start < one.start + timedelta(
                days=366 if (one.granularity == "year") else 31
            )
    return False


def _begin(span: DateSpan) -> date:
    return span.start or span.end or date.min


def _copied(a: Features, b: Features) -> bool:
    """Tell whether two sentences of different articles are nearly the same text: five-word shingles, half of them shared."""
    mine, yours = shingles(a), shingles(b)
    return min(len(mine), len(yours)) > 7 and len(mine & yours) / len(mine | yours) >= COPY


def shingles(one: Features) -> frozenset[tuple[str, ...]]:
    """The runs of five words of a mention's sentence."""
    if not one.shingles:
        words = one.mention.quote.casefold().split()
        one.shingles = frozenset(tuple(words[i : i + 5]) for i in range(max(1, len(words) - 4)))
    return one.shingles


def is_statement(lemma: str) -> bool:
    """Tell whether a trigger only says something."""
    return lemma in SPEECH or lemma in STATEMENT or lemma in cues.DENIAL
