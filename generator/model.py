"""The nouns: frozen values that the stages hand to each other, from an Article to a Site.

Those of which an article has many are `Struct`s, which take a fraction of the time to make.

Offsets are characters and half-open. Offsets called `start` and `end` in an Article's sentences and in a TimeExpression
count in `Article.body`, the text as read; those in a Mention count in the user's file as decoded. `file_offset` leads
from the one to the other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as field_of
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Literal, NamedTuple

from msgspec import Struct, field

from generator.config import Config
from generator.dates import DateSpan
from generator.errors import Problem

Status = Literal["happened", "planned", "ongoing", "possible", "denied", "cancelled", "postponed"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class Sentence(Struct, frozen=True, gc=False):
    """One sentence of a body: half-open offsets in `Article.body`, and the number of its paragraph from 0."""

    start: int
    end: int
    paragraph: int


class Run(Struct, frozen=True, gc=False):
    """`length` characters that lie at `body` in the body and at `file` in the user's file."""

    body: int
    file: int
    length: int


class Cut(Struct, frozen=True, gc=False):
    """A line of the user's file that is not part of the body, and the line rule that took it out (`explain --cuts`)."""

    line: int
    rule: str
    text: str


class DateCandidate(Struct, frozen=True, gc=False):
    """One place of a file that claims to say when it was published, best first: `source` is "front matter", "json-ld", ..."""

    source: str
    text: str
    published: datetime
    has_time: bool


@dataclass(frozen=True, slots=True)
class Post:
    """One entry of a live blog: from `start` in the body up to the next post the text was written at the moment `at`."""

    start: int
    at: datetime


@dataclass(frozen=True, slots=True)
class ExplicitEvent:
    """An event that a person wrote by hand: under `events:` in front matter, or a row of an events file."""

    title: str
    span: DateSpan
    status: Status = "happened"
    place: str | None = None
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    url: str | None = None
    quote: str | None = None
    line: int = 0


class Article(Struct, frozen=True, gc=False):
    """A file as read.

    `path` is relative to the site folder with forward slashes; of several articles of one file each has its number behind
    it. `body` is the text without furniture, its paragraphs separated by blank lines, and `runs` (ordered) say where each
    stretch of it lies in the file. `published` is the document creation time, aware of its zone; without a clock time it
    is midnight there and `has_time` is false.
    `place` and `dateline_date` come from a dateline such as "KIRUNA, Sweden, May 14 -". `kind` says how yearless dates
    are read: from the publication date in news, from the last year told in a narrative. `posts` (ordered) are those of a
    live blog, whose text is counted from its own stamps.
    """

    path: str
    title: str
    body: str
    sentences: tuple[Sentence, ...]
    runs: tuple[Run, ...]
    published: datetime | None = None
    has_time: bool = False
    updated: datetime | None = None
    deck: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    archived: str | None = None
    language: str = "en"
    place: str | None = None
    dateline_date: date | None = None
    tags: tuple[str, ...] = ()
    kind: Literal["news", "narrative"] = "news"
    date_order: Literal["mdy", "dmy", ""] = ""
    draft: bool = False
    timeline: bool = True
    ignore: tuple[str, ...] = ()
    events: tuple[ExplicitEvent, ...] = ()
    aliases: tuple[str, ...] = ()
    cuts: tuple[Cut, ...] = ()
    date_candidates: tuple[DateCandidate, ...] = ()
    posts: tuple[Post, ...] = ()

    def post(self, offset: int) -> Post | None:
        """The post of a live blog that the character at `offset` of the body belongs to."""
        at = bisect_right(self.posts, offset, key=_post_start) - 1
        return self.posts[at] if at >= 0 else None

    def text(self, sentence: Sentence) -> str:
        """Give the words of one of this article's sentences."""
        return self.body[sentence.start : sentence.end]

    def file_offset(self, offset: int) -> int:
        """Where the character at `offset` of the body lies in the user's file; the end of the body is allowed."""
        at = bisect_right(self.runs, offset, key=_run_start) - 1
        if at < 0:
            return 0
        run = self.runs[at]
        return run.file + min(offset - run.body, run.length)


def _run_start(run: Run) -> int:
    return run.body


def _post_start(post: Post) -> int:
    return post.start


def file_of(path: str) -> tuple[str, str]:
    """The file that an article's path leads to, and the article's number there: "feed.xml#2" is the second of feed.xml.

    The number is "" for the only article of a file, whose own name may have such a mark in it ("track #9.md").
    """
    file, _, number = path.rpartition("#")
    return (file, number) if file and number.isdecimal() else (path, "")


class TimeExpression(Struct, frozen=True, gc=False):
    """A phrase that tells a time, and what it means.

    `value`, `type` and `mod` are TIMEX3's. `span` is missing where no stretch of the calendar is meant (durations,
    sets, "now"). `anchor` is the day that a relative phrase was counted from and `reason` says in words why that day;
    `rule` is the name of the function that made the value; `confidence` runs from 0 to 1.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None = None
    span: DateSpan | None = None
    anchor: date | None = None
    reason: str = ""
    rule: str = ""
    confidence: float = 1.0


class Source(Struct, frozen=True, gc=False, array_like=True):
    """What a page has to say of the article that an event rests on."""

    path: str
    title: str
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    has_time: bool = False
    url: str | None = None
    tags: tuple[str, ...] = ()
    archived: str | None = None


class Trigger(Struct, frozen=True, gc=False, array_like=True):
    """The word that names an event ("met", "summit"): half-open offsets in the user's file, and its lemma class."""

    text: str
    start: int
    end: int
    lemma: str


class DatePhrase(Struct, frozen=True, gc=False, array_like=True):
    """The time expression behind a mention as a page shows it: half-open offsets in the user's file."""

    text: str
    start: int
    end: int
    value: str
    rule: str
    anchor: date | None
    reason: str


class Mention(Struct, frozen=True, gc=False, array_like=True):
    """One article's report of one event.

    `quote` is the exact sentence, at `start` to `end` of the user's file; `sentence` is its number in the article.
    `time` is missing when the date is `inferred`, which then says in words where it comes from. `words` are the stems
    of the content words of the clause that tells it and `numbers` its numbers; merging compares them, and `about`, the
    people and organisations that the whole article comes back to, by which reports of one story know each other. A mention in the
    `background` ("the 2009 crash") supports an event that is told elsewhere and makes none by itself.
    """

    source: Source
    sentence: int
    quote: str
    start: int
    end: int
    trigger: Trigger
    time: DatePhrase | None
    span: DateSpan | None
    status: Status
    title: str
    inferred: str | None = None
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    explicit: bool = False
    background: bool = False


class Unused(Struct, frozen=True, gc=False, array_like=True):
    """A sentence that tells a date and gave no event, with the reason: what `explain` and `check` list."""

    path: str
    sentence: int
    start: int
    end: int
    quote: str
    phrase: str
    reason: str


@dataclass(frozen=True, slots=True)
class Change:
    """One line of an event's history.

    `on` is the publication day of `path`; `old` and `new` are EDTF or a status; `by` is who denies, where the article says.
    """

    on: date | None
    change: Literal["first reported", "moved", "confirmed", "denied", "postponed", "cancelled", "took place"]
    old: str | None
    new: str | None
    path: str
    by: str | None = None


class Event(Struct, frozen=True, gc=False, array_like=True):
    """What one or several articles report, once.

    `id` is a slug that stands in URLs, `uid` an `urn:uuid:...`; both survive rewording, moved dates and merges, and
    `aliases` are ids that led here before. `alternatives` are dates that other sources give (a disagreement where there
    are any). `reasons` say in words why the mentions were joined. `sequence` counts changes of date or status;
    `modified` is when the content last changed, from the ledger or else from the newest source.
    """

    id: str
    uid: str
    title: str
    span: DateSpan
    status: Status
    mentions: tuple[Mention, ...]
    history: tuple[Change, ...] = ()
    alternatives: tuple[DateSpan, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    inferred: bool = False
    note: str | None = None
    reasons: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    sequence: int = 0
    modified: datetime | None = None

    @property
    def disagreement(self) -> bool:
        """Tell whether the sources give dates that cannot all be true."""
        return bool(self.alternatives)

    def overdue(self, as_of: date) -> bool:
        """Tell whether a plan's last day lies before that of the timeline; what may have happened before it was told is no plan."""
        end = self.span.end
        if self.status not in ("planned", "possible") or end is None or end > as_of:
            return False
        told = (mention.source.published for mention in self.mentions)
        return self.status == "planned" or any(on is not None and on.date() < end for on in told)


class Pair(Struct, frozen=True, gc=False):
    """Two events that are possibly the same, and the reasons for and against."""

    first: str
    second: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """All events in order, and what an editor should look at."""

    events: tuple[Event, ...]
    possible_pairs: tuple[Pair, ...] = ()
    undated: tuple[Mention, ...] = ()
    problems: tuple[Problem, ...] = ()


class Analysis(Struct, frozen=True, gc=False):
    """All that one file gives by itself, a pure function of its bytes, its path and the settings: what the cache remembers.

    `html` is the body rendered and sanitised; each sentence that made a mention stands in `<span id="sN">` there.
    """

    article: Article
    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    unused: tuple[Unused, ...] = ()
    html: str = ""
    problems: tuple[Problem, ...] = ()


class ArticlePage(Struct, frozen=True, gc=False, array_like=True):
    """What the pages need of an article once its sentences have become events; `body` is a digest that stands for its text."""

    source: Source
    slug: str
    deck: str | None
    place: str | None
    draft: bool
    body: str
    events: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Redirect:
    """An old address that leads to a new one, both relative to the site's root."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Site:
    """All that the renderers may know.

    `as_of` is the day the timeline stands at: the setting, or else the newest publication day; never the clock's.
    `text` gives the body of the article at a path as HTML: bodies stay where they are until their page is made.
    `digests` stand for the events by their ids; one that is missing is worked out.
    `problems` are those of the whole run, for the About page. `theme` is the folder with the site's own templates, where
    it has one; `bytecode` a folder of the cache in which compiled templates may be kept.
    """

    config: Config
    timeline: Timeline
    articles: tuple[ArticlePage, ...]
    as_of: date
    version: str
    text: Callable[[str], str]
    redirects: tuple[Redirect, ...] = ()
    problems: tuple[Problem, ...] = ()
    theme: Path | None = None
    bytecode: Path | None = None
    digests: Mapping[str, bytes] = field_of(default_factory=dict)


class Rows(NamedTuple):
    """A long file in parts: a head, a row for each of `marks` with `divider` between them, and a tail.

    A mark is sixteen octets that stand for a row: where it has not changed, the row need not be made again.
    """

    head: bytes
    marks: Sequence[bytes]
    row: Callable[[int], bytes]
    divider: bytes
    tail: bytes

    def whole(self) -> bytes:
        """The bytes of the file."""
        out = BytesIO()  # rows are not kept beside what is made of them
        out.write(self.head)
        for number in range(len(self.marks)):
            out.write((self.divider if number else b"") + self.row(number))
        out.write(self.tail)
        return out.getvalue()


class Plan(NamedTuple):
    """What a page will be: `digest` covers everything that `make` puts into the bytes (data, settings, the template's closure).

    A page whose digest has not changed need not be made again. A long file of which most may stay what it was has `rows`.
    """

    digest: str
    make: Callable[..., bytes]
    rows: Rows | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the output folder.

    `plan` works out what the page shows: nothing but the path is known before, so that planning can be shared out as
    making can. `states` are paths of other files whose sizes the page may state: `make` takes them as a mapping from
    path to octets, and does without them where it is given none. `text_of` is the path of the article whose text, as
    HTML, `make` takes.
    """

    path: str
    plan: Callable[[], Plan]
    states: tuple[str, ...] = ()
    text_of: str = ""

    @property
    def digest(self) -> str:
        """The digest of the plan."""
        return self.plan().digest

    def make(self, *given: object) -> bytes:
        """The bytes of the page, for a page of its own."""
        return self.plan().make(*given)
