"""Two mentions in, how likely they tell one event out: features and weights in one table, vetoes first, the reasons in words."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from math import sqrt
from typing import Final

from generator.events.features import FAR, Features, namesakes
from generator.events.kinds import opposed
from generator.events.lexicon import SPEECH, WEAK_VERBS

# What speaks for one event, and how much, and what speaks against it; two mentions are joined from JOIN on and shown to
# the editor from SHOW on. What is not told on the event's page has no words of its own in `_TOLD`.
WEIGHTS: Final = {
    "same date": 0.30,
    "dates that agree": 0.18,
    "same kind of event": 0.30,
    "same statement": 0.12,
    "same word": 0.08,
    "related kinds of event": 0.15,
    "same people": 0.22,
    "same organisations": 0.16,
    "same places": 0.14,
    "same country": 0.10,
    "same number": 0.06,
    "a day remembered": 0.10,
    "shared words": 0.55,
    "same article": 0.10,
    "what the articles are about": 0.12,
    "other organisations": -0.12,
    "other people": -0.20,
    "other numbers": -0.30,
}
JOIN: Final = 0.62
SHOW: Final = 0.52
COPY: Final = 0.5


# What speaks for or against one event, and how much.
Signal = tuple[str, float]


# What `alikeness` says where a veto forbids that two mentions are one event, and where they have too little in common.
FORBIDDEN: Final = -2.0
STRANGERS: Final = -1.0
_COPIED: Final = 1.5


def alikeness(a: Features, b: Features) -> float:
    """The score of two mentions as a number; FORBIDDEN and STRANGERS are less than any score."""
    if _elsewhere(a, b):  # by far the most frequent
        return FORBIDDEN
    if not agree(a, b):
        return FORBIDDEN
    alike = cosine(a.words, b.words)
    if _veto(a, b, alike):
        return FORBIDDEN
    value = 0.0
    if enough := _enough(a, b, alike):
        for _, worth in signals(a, b, alike):
            value += worth
    if value < JOIN and alike >= 0.6 and a.path != b.path and _copied(a, b):
        return _COPIED
    return value if enough else STRANGERS


def reasons(a: Features, b: Features) -> tuple[str, ...]:
    """What speaks for one event, in words."""
    alike = cosine(a.words, b.words)
    if alike >= 0.6 and a.path != b.path and _copied(a, b):
        return ("copied text",)
    return tuple(_say(name, a, b) for name, _ in signals(a, b, alike) if name in _TOLD and (name != "shared words" or alike >= 0.2))


# The features told on the event's page, and where what is shared stands.
_TOLD: Final = {
    "same date": "",
    "dates that agree": "",
    "same kind of event": "kinds",
    "same statement": "",
    "related kinds of event": "",
    "same people": "people",
    "same organisations": "names",
    "same places": "places",
    "same country": "lands",
    "same number": "numbers",
    "shared words": "words",
}


def _say(name: str, a: Features, b: Features) -> str:
    if name == "same date" and a.mention.span:
        return f"{name} ({a.mention.span.edtf})"
    field_name = _TOLD[name]
    shared = getattr(a, field_name) & getattr(b, field_name) if field_name else ()
    return f"{name} ({', '.join(sorted(shared)[:4])})" if shared else name


def signals(a: Features, b: Features, alike: float) -> list[Signal]:
    """What speaks for and against one event, and how much: the more of it there is, the nearer to its weight."""
    found = [_SAME_DATE if a.first == b.first and a.last == b.last else _AGREE, ("shared words", _WORDS * alike)]
    kind = same_kind(a, b)
    if kind:
        found += _KIND if not (a.spoken and b.spoken) else () if a.words.isdisjoint(b.words) else _STATEMENT
        if a.text == b.text:
            found.append(_WORD_TOO)
    elif related(a, b):
        found.append(_RELATED_TOO)
    if a.path == b.path:
        found.append(_INSIDE)
    if (a.names and b.names) or (a.people and b.people):
        _who(a, b, found)
    if a.places and (shared := len(a.places & b.places)):
        found.append(_shares("same places", shared, len(a.places) + len(b.places) - shared))
    elif not a.lands.isdisjoint(b.lands):
        found.append(_COUNTRY)
    if a.numbers and not a.numbers.isdisjoint(b.numbers):
        found.append(_NUMBER)
    elif kind and a.units and not a.units.isdisjoint(b.units):
        found.append(_OTHER_NUMBERS)
    if kind and a.remembered and b.remembered:
        found.append(_REMEMBERED)
    if a.context and b.context:
        found.append(("what the articles are about", _ABOUT * cosine(a.context, b.context)))
    return found


def _full(name: str) -> Signal:
    return name, WEIGHTS[name]


def _shares(name: str, shared: int, told: int) -> Signal:
    """A signal that is as strong as the part that is shared of what both tell."""
    return name, WEIGHTS[name] * (0.6 + 0.4 * shared / told)


def same_kind(a: Features, b: Features) -> bool:
    """Tell whether two reports share a kind of event; that something "came" or "was taken" is none."""
    return not a.deeds.isdisjoint(b.deeds)


def gathers(one: Features) -> bool:
    """Tell whether a report is of a meeting: what is done there is another event than that it is held."""
    return "meet" in one.kinds


def came_true(plan: Features, report: Features) -> bool:
    """Tell whether an article tells what happened on the day for which another one had announced something."""
    announced = plan.mention.status in ("planned", "possible") and 0 < plan.published < plan.first and not plan.soft
    return announced and report.mention.status == "happened" and report.published >= report.first and not report.soft


_WORDS: Final = WEIGHTS["shared words"]
_ABOUT: Final = WEIGHTS["what the articles are about"]
_SAME_DATE: Final = _full("same date")
_AGREE: Final = _full("dates that agree")
_KIND: Final = (_full("same kind of event"),)
_STATEMENT: Final = (_full("same statement"),)
_WORD_TOO: Final = _full("same word")
_RELATED_TOO: Final = _full("related kinds of event")
_INSIDE: Final = _full("same article")
_COUNTRY: Final = _full("same country")
_NUMBER: Final = _full("same number")
_OTHER_NUMBERS: Final = _full("other numbers")
_OTHER_PEOPLE: Final = _full("other people")
_OTHER_ORGANISATIONS: Final = _full("other organisations")
_REMEMBERED: Final = _full("a day remembered")


def _who(a: Features, b: Features, found: list[Signal]) -> None:
    """Add what the people and organisations of two mentions say; all people are among the names."""
    people = len(a.people & b.people)
    names = len(a.names & b.names)
    if people:
        found.append(_shares("same people", people, len(a.people) + len(b.people) - people))
    elif a.people and b.people and not names:
        found.append(_OTHER_PEOPLE)
    if names > people:
        found.append(_shares("same organisations", names - people, len(a.names) + len(b.names) - names - people))
    elif not people and a.organisations and b.organisations:
        found.append(_OTHER_ORGANISATIONS)


def _enough(a: Features, b: Features, alike: float) -> bool:
    """Whatever the sum: without the same kind of event or many words, and without anybody or anywhere in common, never."""
    if a.spoken and b.spoken and a.mention.trigger.lemma in SPEECH:
        return alike >= _SAID_ALIKE
    kind = not a.kinds.isdisjoint(b.kinds)
    who = not a.names.isdisjoint(b.names)
    if kind and (who or not a.towns.isdisjoint(b.towns)):
        return True
    if kind and not a.lands.isdisjoint(b.lands) and (alike >= 0.15 or not a.kinds.isdisjoint(_ONE_A_DAY)):
        return True
    if kind and not a.places.isdisjoint(b.places) and alike >= 0.15:
        return True
    if kind and a.first == b.first and (a.remembered or b.remembered) and (alike >= 0.15 or (a.remembered and b.remembered)):
        return True
    inside = a.path == b.path
    if not (kind or inside) and alike < _HARDLY:
        return False  # by far the most frequent in a long story; no rule below asks less
    same = a.first == b.first and a.last == b.last
    if inside and kind and _dates_the_lead(a, b):
        return True
    if inside and same and _told_twice(a, b, kind, alike):
        return True
    if inside and kind and (a.days > 1) != (b.days > 1) and max(a.days, b.days) <= _MONTH and (who or not a.names or not b.names):
        return True
    akin = related(a, b)
    if akin and same and a.days <= 31 and alike >= 0.25 and (who or not a.towns.isdisjoint(b.towns)):
        return True
    if kind or akin:
        near = inside or not a.numbers.isdisjoint(b.numbers) or cosine(a.context, b.context) >= 0.3
        bare = not (a.names or a.places) or not (b.names or b.places)
        if near and kind and (a.mention.background or b.mention.background):
            return True
        if bare and kind and same and a.days == 1 and len(a.words & b.words) > 1:
            return alike >= 0.25
        return alike >= (0.2 if near else 0.55) if bare else alike >= 0.4
    return alike >= 0.5 or (who and alike >= 0.34 and (inside or not a.content.isdisjoint(b.content)))


_MONTH: Final = 31  # days
_NEXT: Final = 2  # sentences behind the first, in which the news gets its day
# Reports in words less alike need a kind of event in common.
_HARDLY: Final = 0.2
# So alike are the words of two reports of one saying; who says two things on a day has not said one.
_SAID_ALIKE: Final = 0.6


def _dates_the_lead(a: Features, b: Features) -> bool:
    """Tell whether one report is the lead without a date, and the other gives the day of what it tells in one of the next sentences."""
    lead, other = (a, b) if a.mention.sentence <= b.mention.sentence else (b, a)
    if lead.mention.sentence or lead.mention.inferred is None or other.mention.sentence > _NEXT or other.days > 1:
        return False
    done = lead.mention.status == other.mention.status == "happened"
    return done and other.mention.time is not None and not (a.spoken or b.spoken) and not (a.kinds & b.kinds) <= WEAK_VERBS


def _told_twice(a: Features, b: Features, kind: bool, alike: float) -> bool:
    """Tell whether one article comes back to an event: the same vague date and kind, or the same day and town."""
    nobody = not a.names or not b.names
    if (kind and nobody and 1 < a.days < 370) or (alike >= 0.15 and a.days < 62 and related(a, b)):
        return True
    return alike >= 0.2 and a.days <= 1 and not a.towns.isdisjoint(b.towns)


# Of these a country sees one on a day; of meetings, marches and attacks it may see many.
_ONE_A_DAY: Final = frozenset("quake election vote launch conference visit".split())


def related(a: Features, b: Features) -> bool:
    """Tell whether two different kinds of event can be one: a conference is a meeting too, and "hurt in an attack" an attack."""
    return not (a.akin.isdisjoint(b.kinds) and a.kinds.isdisjoint(b.told) and b.kinds.isdisjoint(a.told))


def cosine(a: frozenset[str], b: frozenset[str]) -> float:
    """The cosine of two sets of words."""
    shared = len(a & b)
    return shared / sqrt(len(a) * len(b)) if shared else 0.0


def contradicts(a: Features, b: Features) -> bool:
    """Tell whether something besides the dates forbids that two mentions are one event, whatever speaks for it."""
    return _elsewhere(a, b) or bool(_veto(a, b, cosine(a.words, b.words)))


def _veto(a: Features, b: Features, alike: float) -> str:
    """What forbids that two mentions whose dates and places agree are one event."""
    inside = a.path == b.path
    if inside and a.mention.sentence == b.mention.sentence:
        return "two reports in one sentence"
    if a.units and alike < 0.8 and not a.units.isdisjoint(b.units) and a.numbers.isdisjoint(b.numbers) and not a.kinds.isdisjoint(b.kinds):
        return "different numbers"
    if alike < 0.6 and a.people and b.people and a.names.isdisjoint(b.names):
        return "different people"
    if a.people and not a.people.isdisjoint(b.people) and namesakes(a.mention.people, b.mention.people):
        return "different people"
    if a.sides and b.sides and opposed(a.sides, b.sides, day=a.first == b.first and a.days <= 1 and b.days <= 1):
        return "one is the opposite or another stage of the other"
    if inside and a.mention.status != b.mention.status:
        statuses = (a.mention.status, b.mention.status)
        if "possible" in statuses and a.kinds.isdisjoint(b.kinds):
            return "one is only alleged"
        if "denied" in statuses:
            return "one denies what the other tells"
        if set(statuses) == {"planned", "happened"} and max(a.days, b.days) > 1:
            return "one lies ahead of the article that tells of the other"
    return ""


def _elsewhere(a: Features, b: Features) -> bool:
    """Tell whether two events lie apart: in different towns, in different countries, or between different pairs of countries."""
    if a.towns and b.towns and a.places.isdisjoint(b.places):
        return a.called.isdisjoint(b.words) and b.called.isdisjoint(a.words) and not _within(a, b)
    if a.lands and b.lands and a.lands.isdisjoint(b.lands):
        return a.people.isdisjoint(b.people)
    if len(a.lands) < 2 or len(b.lands) < 2 or a.lands <= b.lands or b.lands <= a.lands:
        return False
    return a.people.isdisjoint(b.people) and a.towns.isdisjoint(b.towns)


def _within(a: Features, b: Features) -> bool:
    """Tell whether both name the same people, so that two towns may be where from and where to."""
    return not (a.people.isdisjoint(b.people) or a.kinds.isdisjoint(b.kinds) or a.words.isdisjoint(b.words))


def agree(a: Features, b: Features) -> bool:
    """Tell whether two dates can be the same: they share a day, or one is only inferred and they lie two days apart at most."""
    if a.first < b.last and b.first < a.last:
        return not (a.open or b.open) or _begin(a) == _begin(b) or _touch(a, b) or _touch(b, a)
    return 0 < abs(_begin(a) - _begin(b)) <= max(a.soft, b.soft)


def _touch(one: Features, other: Features) -> bool:
    """Tell whether the bounded beginning of an open span lies inside or shortly before the other."""
    if one.last != FAR or one.first == -FAR or other.open:
        return False
    span = one.mention.span
    room = 366 if span is not None and span.granularity == "year" else 31
    return other.first <= one.first < other.last or one.first <= other.first < one.first + room


def _begin(one: Features) -> int:
    return one.first if one.first != -FAR else one.last if one.last != FAR else date.min.toordinal()


def _copied(a: Features, b: Features) -> bool:
    """Tell whether two sentences of different articles are nearly the same text: five-word shingles, half of them shared."""
    mine, yours = shingles(a.mention.quote), shingles(b.mention.quote)
    fewer, more = sorted((len(mine), len(yours)))
    return fewer > 7 and fewer >= COPY * more and len(mine & yours) >= COPY * len(mine | yours)


# Not kept with what is compared of a report: in a long story they would take more memory than all the rest.
@lru_cache(maxsize=500)
def shingles(quote: str) -> frozenset[tuple[str, ...]]:
    """The runs of five words of a sentence."""
    words = quote.casefold().split()
    return frozenset(zip(words, words[1:], words[2:], words[3:], words[4:], strict=False))
