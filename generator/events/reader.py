"""What is known of an article while it is read, and the small ways from the reader back into the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from generator.dates import DateSpan, day
from generator.events.earlier import Earlier
from generator.events.en import names as tables
from generator.events.names import Name, Names
from generator.events.past import Told
from generator.events.words import Clause, Parse
from generator.model import Article, Mention, Sentence, Source, TimeExpression, Unused


class Several(NamedTuple):
    """The last clause whose subject is many (or one thing), with the number of its sentence and the tokens of the subject."""

    sentence: int
    parsed: Parse
    clause: Clause
    who: list[int]


class Running(NamedTuple):
    """The day of what is being told, the number of the sentence that last told of it, and how many deeds have inherited it."""

    day: DateSpan
    sentence: int
    kept: int = 0


@dataclass(slots=True)
class Reader:
    """What is known while an article is read from its first sentence to its last."""

    article: Article
    names: Names
    source: Source
    today: date | None
    about: tuple[str, ...] = ()
    described: list[int] = field(default_factory=list)  # mentions of nouns that a date describes: "Friday's vote"
    lead: bool = False  # the sentence being read opens the article, or a post of a live blog
    ship: tuple[Name, ...] | None = None  # the ship that "she" means, if any, once it was looked for
    quiet: Parse | None = None  # the last sentence that was taken apart
    caption: bool = False  # so far nothing has been told but a line without a verb, as under a picture
    we: str = ""  # whom "we" means outside quotations, where the article is that firm's or group's own report
    signs: tuple[str, ...] = ()  # of allegations and of what was dropped, those that stand anywhere in the article
    mentions: list[Mention] = field(default_factory=list)
    unused: list[Unused] = field(default_factory=list)
    last: tuple[str, DateSpan] | None = None
    told_at: Told | None = None  # the last date that has passed, and its sentence
    kinds: set[str] = field(default_factory=set)
    told: list[frozenset[str]] = field(default_factory=list)  # for each kind of event that was dated, the words that tell of it again
    actors: set[str] = field(default_factory=set)
    peopled: bool = False
    says: bool = False
    several: Several | None = None
    running: Running | None = None  # the day that what is told now belongs to
    single: Several | None = None
    parsed: int = -1  # the number of the sentence that was last taken apart
    counted: int = 0
    again: int = 0
    recalled: int = 0
    before: int = 0  # mentions of the sentences before
    day: DateSpan | None = None  # of the last event told in them with a day of its own
    earlier: Earlier = field(default_factory=Earlier)
    runs: list[int] = field(init=False)  # where each run of the article starts in its body

    def __post_init__(self) -> None:
        self.runs = [run.body for run in self.article.runs]

    def file_range(self, start: int, end: int) -> tuple[int, int]:
        """A range of the body as a range of the file."""
        return self._offset(start), self._offset(end - 1) + 1

    def _offset(self, offset: int) -> int:
        at = bisect_right(self.runs, offset)
        if not at:
            return 0
        run = self.article.runs[at - 1]
        return run.file + min(offset - run.body, run.length)


def source_of(article: Article) -> Source:
    """What a page says of an article."""
    return Source(
        article.path, article.title, article.publisher, article.authors, article.published, article.has_time, article.url, article.tags,
        article.archived,
    )  # fmt: skip


def about_of(names: Names, body: str) -> tuple[str, ...]:
    """The people, organisations, things and small places that an article is about, those told most often first.

    What is told once counts as the full name of somebody, as a word of a form that no plain word has ("ISRO", "Ariane-5"), or where
    its capital is no matter of where it stands. Countries and the towns that everybody knows tell little about an article.
    """
    told: dict[str, bool] = {}
    for name in names.found:
        if name.text not in _EVERYWHERE:
            told[name.text] = told.get(name.text, False) or _telling(name, body)
    often = [text for text, count in names.counts.most_common() if text in told and (count > 1 or told[text])]
    return tuple(often[:_MOST_ABOUT])


_EVERYWHERE: Final = tables.COUNTRIES | tables.CITIES


def _telling(name: Name, body: str) -> bool:
    if " " in name.text:
        return name.kind not in ("thing", "place")
    if not _PLAIN.fullmatch(name.text) or body.startswith(("'s ", "’s "), name.end):
        return True  # "Intercounty's head"
    return _INSIDE.search(body, max(0, name.start - 2), name.start) is not None


_INSIDE: Final = re.compile(r"[a-z,] \Z")
_PLAIN: Final = re.compile(r"[A-Z][a-z]*")


def we_of(article: Article, names: Names) -> str:
    """Whom "we" means in a report that a firm or group gives of itself; nobody where somebody says "I" outside quotations."""
    if not _OURS.search(article.body):
        return ""
    own = _QUOTATION.sub(" ", article.body)
    if _PERSONAL.search(own) or not _OURS.search(own):
        return ""
    told = {name.text for name in names.found if name.kind in ("organisation", "thing")}
    often = next((text for text, count in names.counts.most_common() if text in told and count > 1), "")
    own_report = bool(often) and (often in article.title or often == article.publisher)
    return often if own_report else _NAMELESS


_NAMELESS: Final = "our"
# One that is not closed ends with its paragraph, also the last one: else a text of such quotations would be gone through for each.
_QUOTATION: Final = re.compile(r"[“\"][^”\"\n]*(?:[”\"\n]|\Z)")
# They begin with a set of letters, which the engine looks for quickly: “I”, “my”, “me”, “myself”; “we”, “our”.
_PERSONAL: Final = re.compile(r"[ImM](?<!\w[ImM])(?:(?<=I)|(?<=[mM])y|(?<=m)(?:e|yself))\b(?!\.)")
_OURS: Final = re.compile(r"[wWoO](?<!\w[wWoO])(?:(?<=[wW])e|(?<=[oO])ur)\b")
_MOST_ABOUT: Final = 20
_QUOTED: Final = 2000  # characters of a sentence


def today_of(article: Article, offset: int = 0) -> date | None:
    """The day from which the text at an offset of an article looks at events: that of its post in a live blog, else of publication."""
    post = article.post(offset)
    if post is not None:
        return post.at.date()
    return article.published.date() if article.published else article.dateline_date


def skip(reader: Reader, number: int, sentence: Sentence, time: TimeExpression, reason: str) -> None:
    """Note a time expression that makes no mention, and why."""
    last = reader.unused[-1] if reader.unused else None
    if last is not None and last.sentence == number:
        reader.unused.append(Unused(last.path, number, last.start, last.end, last.quote, time.text, reason))
        return
    start, end = reader.file_range(sentence.start, sentence.end)
    quote = reader.article.text(sentence)
    if len(quote) > _QUOTED:  # no sentence of prose, and it is told once for each of its dates
        quote = f"{quote[:_QUOTED]}…"
    reader.unused.append(Unused(reader.article.path, number, start, end, quote, time.text, reason))


def lead_day(reader: Reader) -> date:
    """The day of the lead event: the dateline, else the day of publication."""
    assert reader.today is not None
    return reader.article.dateline_date or reader.today


def lead_span(reader: Reader) -> DateSpan | None:
    """The day of the article as a span; None where it has none."""
    return day(lead_day(reader)) if reader.today is not None else None
