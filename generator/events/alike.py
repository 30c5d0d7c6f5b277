"""Two reports of one story in, how much speaks for one event out: more than the weights of two reports that know nothing of each other."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from generator.events.features import Features, name_words, sentence_words
from generator.events.lexicon import SPEECH, noun_classes, stem
from generator.events.similarity import WEIGHTS, agree, came_true, contradicts, cosine, gathers, related, same_kind, signals
from generator.events.subjects import told_of

# What speaks for one event besides: a plan for that day, a day that the later article remembers, a figure of three digits or
# more, a word of one that names the other.
_PLAN: Final = 0.16
_REMEMBERED: Final = 0.16
_FIGURE: Final = 0.2
_NAMED: Final = 0.12
# What came true most likely is what the lead tells, of several events of that day.
_LEAD: Final = 0.1
# For an undated report: an event of its own article, of the last year, of long ago.
_OWN: Final = 0.15
_RECENT: Final = 0.1
# The same deed and the same person: somebody is arrested once in a story.
_WHOSE: Final = 0.05
_YEAR: Final = 370  # days
_LONG: Final = 2000  # days
# So alike are the words of two reports that need not be of one kind.
_WORDS: Final = 0.4
_NEWS: Final = 3  # days
# Words that a later article shares with the news of an earlier one: what each adds, how many at most, and how many make one event.
_THING: Final = 0.13
_THINGS: Final = 3
_SAME_NEWS: Final = 2
_MONTH: Final = 31  # days
_PAST: Final = 20  # days, after which news is looked back on
# A date that leaves so many times fewer days open is finer.
_FINER: Final = 4


class Likeness(NamedTuple):
    """How much speaks for one event, and whether by more than the day."""

    value: float
    akin: bool


_NOTHING: Final = Likeness(0.0, akin=False)


def likeness(a: Features, b: Features) -> Likeness:
    """How much speaks for one event in two dated reports of one story."""
    if not agree(a, b) or contradicts(a, b) or (a.spoken and b.spoken) or _said(a) != _said(b) or _unlike(a, b):
        return _NOTHING
    alike = cosine(a.words, b.words)
    named = stem(a.text) in b.words or stem(b.text) in a.words
    kind = same_kind(a, b)
    akin = (
        (kind and (_equally_fine(a, b) or something_shared(a, b) or not ((a.names and b.names) or unheard(*_late_and_early(a, b)))))
        or _vaguely(a, b)
        or _looks_back(a, b)
        or (
            _comparable(a, b)
            and (named or _related(a, b) or _share_figure(a, b) or (a.spoken == b.spoken and _tell_much_alike(a, b, alike)))
        )
    )
    others = bool(a.names and b.names) and a.names.isdisjoint(b.names)
    day = a.first == b.first and a.days <= 1 and b.days <= 1
    could = day and not others and _may_come_of(a, b) and (something_shared(a, b) or _leads(a, b))
    announced = (akin or could) and (came_true(a, b) or came_true(b, a))
    remembered = day and _remembered(a, b)
    retold = min(_retold(a, b), _THINGS)
    akin = akin or retold >= _SAME_NEWS
    if not (akin or announced or remembered):
        return _NOTHING
    plan = announced * (_PLAN + _LEAD * _leads(a, b))
    return Likeness(_weighed(a, b, alike) + plan + _REMEMBERED * remembered + _NAMED * (named and not kind) + _THING * retold, akin)


def _late_and_early(a: Features, b: Features) -> tuple[Features, Features]:
    return (b, a) if a.published <= b.published else (a, b)


def unheard(report: Features, other: Features) -> bool:
    """Tell whether a report names somebody of whom neither the other report nor its article knows."""
    return not report.names <= other.names and not report.names <= told_of(other.mention.about, "")


def _may_come_of(a: Features, b: Features) -> bool:
    """Tell whether what happened on the day of a plan can be what was planned: its sort may be another only where that is not known."""
    if a.mention.background or b.mention.background or gathers(a) != gathers(b):
        return False  # "is expected to follow" tells nothing that came true
    return not (a.families and b.families) or not a.families.isdisjoint(b.families) or related(a, b)


def _unlike(a: Features, b: Features) -> bool:
    """Tell whether two reports that name nobody together are a denial and something else, or meetings of which one is told vaguely."""
    if not a.names.isdisjoint(b.names):
        return False
    denial = (a.mention.status == "denied") != (b.mention.status == "denied")
    return denial or (gathers(a) and max(a.days, b.days) > _MONTH and a.first != b.first and not _tells_which(a, b))


def _leads(a: Features, b: Features) -> bool:
    """Tell whether the later of two reports stands in the first sentence of its article."""
    return (a if a.published >= b.published else b).mention.sentence == 0


def _vaguely(a: Features, b: Features) -> bool:
    """Tell whether one of two reports in much the same words dates what is over only by a season or "earlier this year"."""
    return _over(a, b) and _MONTH < max(a.days, b.days) <= _YEAR and len(a.content & b.content) > 1 and related(a, b)


def _looks_back(a: Features, b: Features) -> bool:
    """Tell whether of two reports of one sort the later looks back on the earlier: they share somebody, a place or a word besides."""
    early, late = (a, b) if a.published <= b.published else (b, a)
    if not _held(early, late) or (not related(a, b) and a.families.isdisjoint(b.families)):
        return False
    if something_shared(a, b) or _retold(a, b):
        return True
    return not early.mention.sentence and not late.people.isdisjoint(sentence_words(early.mention.quote))  # of whom the lead tells


def something_shared(a: Features, b: Features) -> bool:
    """Tell whether two reports name somebody, somewhere or something in common, besides what was done."""
    words = (a.content & b.content) - {stem(a.text), stem(b.text)}
    return bool(words) or not a.names.isdisjoint(b.names) or not a.places.isdisjoint(b.places)


def _held(early: Features, late: Features) -> bool:
    """Tell whether a report gives the day or month of an earlier one by a month, season or year that holds it.

    It tells what is long over, or what had been announced.
    """
    if late.days > _YEAR:
        return False
    if came_true(early, late):
        if gathers(early) != gathers(late):
            return False  # talks on a day in June may only prepare what June is to bring
        return early.first <= late.first < early.last or late.first <= early.first < early.last <= late.last
    return late.first <= early.first < early.last <= late.last and _over(early, late) and late.published >= early.last + _PAST


def _retold(a: Features, b: Features) -> int:
    """How many words the sentence of a later report shares with the title and the first sentence of the article whose news it was.

    Whoever tells again what was news tells it in other words for the deed, but about the same things. Names say nothing here: all
    that is told in a story is about them.
    """
    early, late = (a, b) if a.published <= b.published else (b, a)
    if early.mention.sentence or early.published - early.first > _NEWS or not _held(early, late):
        return 0
    shared = (sentence_words(early.mention.quote) | early.context) & sentence_words(late.mention.quote)
    things = shared - name_words(early.mention.about) - name_words(late.mention.about) - (early.context & late.context)
    if early.names and late.names and early.names.isdisjoint(late.names):
        things -= {stem(early.text), stem(late.text)}  # "Blue Heron launched", "Red Kite was launched"
    return max(len(things), _SAME_NEWS * (len(shared) > _SAME_NEWS)) if things else 0


def _over(a: Features, b: Features) -> bool:
    return a.mention.status == b.mention.status == "happened"


def _comparable(a: Features, b: Features) -> bool:
    """Tell whether reports of different kinds can be one event: where one tells a day and one a month, only of what is over.

    Talks on a day in June may only prepare what June is to bring. Spans of more than a month must be the same.
    """
    if max(a.days, b.days) > _MONTH:
        return a.first == b.first and a.last == b.last
    return _over(a, b) or _equally_fine(a, b)


def _equally_fine(a: Features, b: Features) -> bool:
    return max(a.days, b.days) <= _FINER * min(a.days, b.days)


def _related(a: Features, b: Features) -> bool:
    """Tell whether two kinds are of one sort and the reports have more in common than that."""
    return _equally_fine(a, b) and related(a, b) and _tells_which(a, b)


def _said(one: Features) -> bool:
    return one.mention.trigger.lemma in SPEECH


def _tell_much_alike(a: Features, b: Features, alike: float) -> bool:
    shared = len(a.content & b.content)
    return shared > 1 or (shared > 0 and alike >= _WORDS)


def _remembered(a: Features, b: Features) -> bool:
    """Tell whether a day is not news: the later article looks back on it, or both look ahead to it."""
    later = a if a.published >= b.published else b
    return later.published - later.first > _NEWS or min(a.first - a.published, b.first - b.published) > _NEWS


def _weighed(a: Features, b: Features, alike: float) -> float:
    value = sum([worth for _, worth in signals(a, b, alike)])
    return value + _FIGURE * _share_figure(a, b)


def _share_figure(a: Features, b: Features) -> bool:
    return not figures(a.mention.numbers).isdisjoint(figures(b.mention.numbers))


@cache
def figures(numbers: tuple[str, ...]) -> frozenset[str]:
    """The numbers that are rare enough to tell which event is meant."""
    heads = (number.partition(" ")[0] for number in numbers)
    return frozenset(head for head in heads if sum(letter.isdigit() for letter in head) > 2)


def _tells_which(undated: Features, report: Features) -> bool:
    """Tell whether a report shares more with that of another article than its kind: somebody, or but for meetings two words or places."""
    places = len(undated.places & report.places)
    words = (undated.content & report.content) - {stem(undated.text), stem(report.text)} - undated.called
    return not undated.names.isdisjoint(report.names) or (not gathers(undated) and places + len(words) > 1)


def _told_again(undated: Features, report: Features) -> bool:
    """Tell whether a report means what another of its article dates: "the crash", or something that both tell, and nobody else is named."""
    if undated.names and undated.names.isdisjoint(report.names):
        return False
    word = stem(undated.text)
    more = undated.content - {word}
    if not more and (undated.text in noun_classes() or undated.text.endswith("ing")):
        return not undated.text.endswith("s") or word in report.words
    return not more.isdisjoint(report.content - {stem(report.text)})


def recalls(undated: Features, report: Features, own: bool) -> float:
    """How much speaks for an undated report telling again what another one dates; `own` where their article is the same."""
    if undated.spoken or contradicts(undated, report) or not (_told_again(undated, report) if own else _tells_which(undated, report)):
        return 0.0
    ago = undated.published - report.first
    when = _OWN if own else _RECENT if ago <= _YEAR else -_RECENT if ago > _LONG else 0.0
    whose = _WHOSE * (not undated.kinds.isdisjoint(report.kinds) and not undated.people.isdisjoint(report.people))
    return _weighed(undated, report, cosine(undated.words, report.words)) - WEIGHTS["dates that agree"] + when + whose
