"""Events of a site and what articles only come back to in, which event of its kind each of these means out.

"The accident", "last year's ruling", "when she stepped down": of what the articles of one story tell of that kind the only one that
can be meant, or the one with which it shares most.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final

from generator.events.alike import figures, unheard
from generator.events.alone import Unit
from generator.events.en import verbs
from generator.events.en.families import VAGUE
from generator.events.features import FAR, Features, name_words, sentence_words
from generator.events.kinds import families, kinds_of, named, near, sorts
from generator.events.lexicon import SPEECH, class_of_noun, noun_classes, recalled_nouns, stem
from generator.events.similarity import contradicts, gathers
from generator.events.subjects import Subjects, told_of
from generator.model import Mention

# What speaks for the same event: one kind, or only one sort, and that the very words are of one sort; that the news names the kind beside.
_KIND: Final = 2.0
_SORT: Final = 1.0
_NARROW: Final = 0.4
_BESIDE: Final = 1.2
# Somebody and somewhere named in both, each word of so many that both tell, the word of one for what happened, each word
# that only their sentences share, a rare figure, a count.
_NAME: Final = 0.8
_PLACE: Final = 0.6
_WORD: Final = 0.4
_WORDS: Final = 3
_SAID: Final = 0.5
_AROUND: Final = 0.2
_FIGURE: Final = 0.8
_COUNT: Final = 0.5
# That it was the news of its article, and that the article tells it itself.
_LEAD: Final = 0.3
_OWN: Final = 0.5
# What speaks against it: that they name others, or one somebody of whom the other article does not know; that only one says something else.
_OTHERS: Final = -1.3
_UNHEARD: Final = -1.2
_OTHER_WORDS: Final = -0.8
# The least that makes one event of two: where a month or year is told, or a plan for more than a month; where nothing but the kind;
# without a date, where somebody is named and where nobody is. No other event may come as near.
_DATED: Final = 1.7
_PLAN: Final = 2.75
_BARE: Final = 1.25
_UNDATED: Final = 2.7
_NAMELESS: Final = 3.4
_CLEAR: Final = 0.35
# So much of what they are about two articles share, and so much where nothing but the kind is told.
_CLOSE: Final = 0.1
_CLOSER: Final = 0.25
_YEAR: Final = 370  # days
_MONTH: Final = 31  # days
_SOON: Final = 800  # days, for which something is planned
# Of more events under one name and sort none is known again by its kind.
_MANY: Final = 60


class Kin:
    """The events of each sort under each name of their stories; `home` gives the group of each, `told` whether anybody tells a group."""

    def __init__(self, units: Sequence[Unit], home: Sequence[int], told: Callable[[int], bool], subjects: Subjects) -> None:
        self._units, self._home, self._told, self._subjects = units, home, told, subjects
        self._lists: dict[str, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
        for entry in sorted((unit.first, at) for at, unit in enumerate(units) if unit.last - unit.first <= _YEAR):
            unit = units[entry[1]]
            keys = subjects.shared(unit.leads)
            named = frozenset().union(*map(_told_sorts, unit.mentions)) if keys else ()
            for key in keys:
                of_key = self._lists[key]
                for sort in named:
                    of_key[sort].append(entry)

    def meant(self, report: Features, at: int | None = None) -> int | None:
        """The position of the one event that a report means, which has no date or is that of the event `at`; None where there is no one."""
        best: dict[int, tuple[float, float, int]] = {}
        mine = set[int]()  # what the article itself dates is known by other signs
        for other in self._near(report, at):
            unit, root = self._units[other], self._home[other]
            own = report.path in unit.paths
            mine |= {root} if own else set()
            value = _fit(report, unit) + _OWN * own
            if value and value > best.get(root, (0.0,))[0]:
                best[root] = (value, value + _around(report, unit.reports[0]), other)
        ranked = sorted(best.values(), key=lambda one: (-one[1], one[2]))
        if not ranked or ranked[0][0] < _least(report) or (len(ranked) > 1 and ranked[1][1] > ranked[0][1] - _CLEAR):
            return None
        chosen = ranked[0][2]
        return None if at is None and self._home[chosen] in mine else chosen

    def _near(self, report: Features, at: int | None) -> Iterator[int]:
        """The events of the sorts of a report on its story that can be it by their days."""
        found = set[int]()
        first, last = (-FAR, report.published) if at is None else (report.first, report.last)
        meant = _sorts_of(report) if at is not None or not _one_of_many(report) else ()
        for key in self._subjects.shared((report.path,)) if meant else ():
            of_key = self._lists.get(key, {})
            for sort in meant:
                listed = of_key.get(sort, ())
                low, high = bisect_left(listed, (first, -1)), bisect_left(listed, (last, -1))
                if high - low <= _MANY:
                    found.update(other for _, other in listed[low:high])
        for other in sorted(found):
            unit = self._units[other]
            if not self._told(other) or not (_soon_over(unit) if at is None else self._holds(at, other)):
                continue
            close = max(self._subjects.closeness(report.path, lead) for lead in unit.leads)
            if report.path in unit.paths or close >= (_CLOSER if _is_bare(report) else _CLOSE):
                yield other

    def _holds(self, at: int, other: int) -> bool:
        """Tell whether the days of an event hold those of another one, which are fewer."""
        mine, yours = self._units[at], self._units[other]
        inside = yours.last <= mine.last and yours.last - yours.first < mine.last - mine.first
        return inside and self._home[at] != self._home[other]


def _told_sorts(mention: Mention) -> frozenset[str]:
    """The sorts of events under which a report is looked for: its own, and those of the nouns of the news."""
    own = _sorts_told(mention.trigger.text.casefold(), kinds_of(mention), frozenset(mention.words))
    return own if mention.sentence else own | _sorts_of_nouns(sentence_words(mention.quote))


def _sorts_of(report: Features) -> frozenset[str]:
    """The sorts of events that a report can mean."""
    return _sorts_told(report.text, report.kinds, report.content)


def _sorts_told(text: str, kinds: frozenset[str], words: frozenset[str]) -> frozenset[str]:
    """The sorts of events of a verb or noun; where it tells none, or only what came of it ("the recall cost the firm a year"), of nouns."""
    own = _sorts(text, kinds)
    if not _SAYING.isdisjoint(kinds):
        return sorts(words)
    if stem(text) in _EFFECTS:
        return own | _sorts_of_nouns(words)
    return own if _tells_itself(text, kinds) else _sorts_of_nouns(words)


def _kinds_told(report: Features) -> frozenset[str]:
    """The kinds of event that a report tells, in the same way."""
    if stem(report.text) in _EFFECTS:
        return report.deeds | _kinds_of_nouns(report.content)
    if report.mention.trigger.lemma in _SAYING:
        return named(report.content)
    return report.deeds if _tells_itself(report.text, report.kinds) else _kinds_of_nouns(report.content)


def _deeds_of_nouns(report: Features) -> frozenset[str]:
    """The nouns that tell what happened where the verb only tells what came of it."""
    own = stem(report.text)
    return report.content & _nouns() if own in _EFFECTS or not _tells_itself(report.text, report.kinds) else _NO_NOUNS


@cache
def _tells_itself(text: str, kinds: frozenset[str]) -> bool:
    return text in _vague() or bool(families(text, kinds))


_NO_NOUNS: Final = frozenset[str]()
# Verbs that tell of an event what came of it, that it was made public, that it began or was over.
_EFFECTS: Final = frozenset(
    "fail cost cause lead end begin start spark prompt follow force leave trigger draw shake raise bring help mark hit hurt kill claim set "
    "make change come go take send cut derail delay stop unveil announce reveal disclose propose reach sign strike seal hold stage".split()
)


def _soon_over(unit: Unit) -> bool:
    """Tell whether an event has so few days that one without a date can be known to be it."""
    return unit.last - unit.first <= _MONTH


@cache
def _sorts(text: str, kinds: frozenset[str]) -> frozenset[str]:
    """The sorts of events that a verb or noun and what it tells can be, and those kinds."""
    vague = _vague().get(text)
    return vague or families(text, kinds) | frozenset(f"/{kind}" for kind in kinds)


def _sorts_of_nouns(content: frozenset[str]) -> frozenset[str]:
    """The sorts of events that some words name as nouns."""
    return _sorts_named(content & _nouns())


@cache
def _sorts_named(nouns: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*(_vague().get(word) or sorts(frozenset((word,))) for word in nouns))


def _kinds_of_nouns(content: frozenset[str]) -> frozenset[str]:
    """The kinds of event that some words name as nouns."""
    return frozenset(map(class_of_noun, content & _nouns()))


@cache
def _nouns() -> frozenset[str]:
    """The words that name events as nouns."""
    return frozenset(noun_classes()) | frozenset(recalled_nouns())


@cache
def _vague() -> dict[str, frozenset[str]]:
    """The sorts of events that each vague word can mean."""
    return {word: frozenset(sorts.split("; ")) for words, sorts in VAGUE.items() for word in words.split()}


def _least(report: Features) -> float:
    """The least that must speak for an event: where nothing but the kind is told, there is nothing that could speak against it."""
    if _is_bare(report):
        return _BARE
    if report.mention.span is not None:
        return _PLAN if report.mention.status in ("planned", "possible") and report.days > _MONTH else _DATED
    if not (report.names or report.places):
        return _NAMELESS
    return _UNDATED if report.content - {stem(report.text)} else _DATED


def _is_bare(report: Features) -> bool:
    """Tell whether a report says nothing but what happened: "the crash"; of many of a kind none is known by that."""
    if report.names or report.places or report.content - {stem(report.text)} or not report.kinds.isdisjoint(_OFTEN):
        return False
    return report.mention.span is not None or (_before(report.mention) in _THE and _BEHIND.match(_rest(report.mention)) is None)


_THE: Final = ("the", "his", "her", "its")
# Such words tell which one is meant: "the agreement reached in Geneva".
_BEHIND: Final = re.compile(
    r"\s+(?:of which|of whom|that|which|who|whose|where|to|for|after|during|reached|signed|struck|made|held|announced|agreed|concluded)\b"
)


def _one_of_many(report: Features) -> bool:
    """Tell whether a report without a date is of such a kind that a story has many, or of several: "his last two absences"."""
    several = report.text.endswith("s") and report.text.removesuffix("s") in noun_classes()
    return several or not report.kinds.isdisjoint(_OFTEN)


def _before(mention: Mention) -> str:
    """The word before that for the deed."""
    said = mention.quote[: max(0, mention.trigger.start - mention.start)].split()
    return said[-1].lower() if said else ""


def _rest(mention: Mention) -> str:
    """What stands behind the word for the deed."""
    return mention.quote[max(0, mention.trigger.end - mention.start) :]


# Of these a story has many.
_OFTEN: Final = frozenset("match win lose meet conference press ceremony debate show exhibition test visit budget".split())


def _fit(report: Features, unit: Unit) -> float:
    """How much speaks for a report meaning an event; 0 where something speaks against it."""
    best = 0.0
    for other in unit.reports:
        if contradicts(report, other) or not _possible(report, other):
            return 0.0
        best = max(best, _alike(report, other))
    return best


def _around(report: Features, other: Features) -> float:
    """How much else two sentences have in common, and the titles of their articles: it tells which of two events is meant."""
    told = sentence_words(report.mention.quote) & (sentence_words(other.mention.quote) | other.context)
    return _AROUND * min(len(told - name_words(report.mention.about) - {stem(report.text), stem(other.text)}), _WORDS)


def _possible(report: Features, other: Features) -> bool:
    """Tell whether what one article comes back to, or plans, can be what another one tells."""
    if _said(report) or _said(other) or gathers(report) != gathers(other):
        return False
    if report.mention.status == "happened":
        status = other.mention.status
        over = status in ("happened", "ongoing") or (status == "planned" and other.days <= 1)
        over = over or (status == "cancelled" and _kinds_told(report).isdisjoint(_kinds_told(other)))  # flights, because of a strike
        return over and other.first < report.published
    came = other.mention.status in ("happened", "ongoing") and other.published > report.published
    soon = report.days <= _MONTH or other.first - report.published <= _SOON
    return report.mention.status in ("planned", "possible") and came and soon


def _said(report: Features) -> bool:
    """Tell whether a report is of something said, not of a recall of cars, a merger announced or the news that somebody would merge."""
    if not report.spoken or stem(report.text) in verbs.ALSO_ACTS:
        return False
    return bool(report.mention.sentence) if report.mention.trigger.lemma in _SAYING else report.content.isdisjoint(_nouns())


_SAYING: Final = SPEECH - verbs.ALSO_ACTS


def _alike(report: Features, other: Features) -> float:
    """How much speaks for two reports being one event."""
    value, undated = _same(report, other), report.mention.span is None
    if undated and report.text not in _vague() and value < (_KIND if report.text not in _nouns() else _SORT + _NARROW):
        return 0.0
    if not value or (_is_bare(report) and other.mention.sentence and (undated or value < _KIND)):
        return 0.0  # "the crash" was news
    whose = other.names if _before(report.mention) == "its" else other.people
    if undated and _is_bare(report) and _before(report.mention) != "the" and whose.isdisjoint(told_of(report.mention.about, "")):
        return 0.0  # "her death"
    if undated and unheard(report, other):
        return 0.0
    if not report.names.isdisjoint(other.names):
        value += _NAME
    elif unheard(report, other):
        value += _OTHERS if unheard(other, report) else _UNHEARD
    if not report.places.isdisjoint(other.places):
        value += _PLACE
    told = sentence_words(other.mention.quote) if not other.mention.sentence else other.content
    own, yours = stem(report.text), stem(other.text)
    value += _SAID * (own != yours and (own in told or yours in report.content))
    shared = len((report.content & told) - {own, yours} - report.called)
    value += _WORD * min(shared, _WORDS)
    named = not (report.names.isdisjoint(other.names | told) and report.places.isdisjoint(other.places))
    if undated and not named and shared < 2 and not _is_bare(report):
        return 0.0
    if not shared and undated and report.content - {own, yours} - report.called:
        value += _OTHER_WORDS
    if not figures(report.mention.numbers).isdisjoint(figures(other.mention.numbers)):
        value += _FIGURE
    elif not report.numbers.isdisjoint(other.numbers):
        value += _COUNT
    return value + _LEAD * (not other.mention.sentence)


def _same(report: Features, other: Features) -> float:
    """What the kinds of two reports say: one kind, one sort, or nothing; what a vague word means was news."""
    yours = _sorts_of(other)
    if report.text in _vague():
        return _SORT * (not other.mention.sentence and not _sorts_of(report).isdisjoint(yours))
    close = near(report.text, other.text) or any(near(word, other.text) for word in _deeds_of_nouns(report))
    narrow, kinds = _NARROW * close, _kinds_told(report)
    by_nouns = (
        not _tells_itself(other.text, other.kinds) and stem(other.text) not in _EFFECTS and other.mention.trigger.lemma not in _SAYING
    )
    if not kinds.isdisjoint(_kinds_told(other)):
        return (_BESIDE if by_nouns else _KIND) + narrow  # "sealed the leak" is no leak
    if not by_nouns and not _sorts_of(report).isdisjoint(yours):
        return _SORT + narrow
    beside = not other.mention.sentence and not kinds.isdisjoint(_kinds_of_nouns(sentence_words(other.mention.quote)))
    return _BESIDE * beside  # "flights were cancelled as pilots staged a walkout"
