"""An Event in, what a page shows of it out: dates and statuses in words, links, quotes, marks.

Everything here is a pure function of its arguments. A `Told` is an event with the little that pages must know beside it;
`Known` keeps its digest, so that an event that stands on ten pages is hashed once. A `Line` is all that most pages tell of an
event that is not theirs: they stay as they are when another article reports it.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from hashlib import blake2b
from typing import Any, Final
from weakref import ref

import msgspec
from msgspec import Struct

from generator.dates import DateSpan, from_edtf
from generator.labels import label, month_name, phrase
from generator.model import Change, Event, Mention, Source, Status
from generator.render import urls
from generator.slugs import slug as plain_slug

WORDS: Final[dict[Status, str]] = {
    "happened": "Happened", "planned": "Planned", "ongoing": "Ongoing", "possible": "Unconfirmed", "denied": "Denied",
    "cancelled": "Cancelled", "postponed": "Postponed",
}  # fmt: skip
CHANGES: Final = {
    "first reported": "First reported", "moved": "Moved", "confirmed": "Confirmed", "denied": "Denied", "postponed": "Postponed",
    "cancelled": "Cancelled", "took place": "Took place",
}  # fmt: skip
# A list shows so much of a sentence; the event's own page shows all of it.
EXCERPT: Final = 280
QUOTES_IN_LIST: Final = 3
# The markup around the words of an event, around each of its quotes and around each of its names in a list, in octets,
# measured on built pages: rows come out between 0.8 and 1.1 of what is reckoned.
_ROW_MARKUP: Final = 500
_QUOTE_MARKUP: Final = 400
_NAME_MARKUP: Final = 60
slug = lru_cache(maxsize=100_000)(plain_slug)
# JSON: msgspec's msgpack turns every instant into UTC, and two that differ in their zone alone are not the same to a reader.
_encode: Final = msgspec.json.Encoder(order="deterministic").encode


class Told(Struct, frozen=True, gc=False, array_like=True):
    """An event, the page of each mention's article ("" where it has none), and whether its planned day has gone by unreported."""

    event: Event
    articles: tuple[str, ...]
    overdue: bool
    language: str


class Known:
    """A value with its digest and about how many octets it takes in a list; what is shown of it is worked out once.

    It is made with the digest of the event.
    """

    __slots__ = ("_line", "_month", "_row", "digest", "value", "weight")

    def __init__(self, value: Told, digest: bytes) -> None:
        self.value = value
        self.digest = blake2b(digest + _encode((value.articles, value.overdue, value.language)), digest_size=16).digest()
        self.weight = _weight(value.event)
        self._month = ""
        self._row: ref[Row] | None = None
        self._line: Line | None = None

    @property
    def month(self) -> str:
        """The month that the event stands under, as `month_of` has it."""
        if not self._month:
            self._month = month_of(self.value.event)
        return self._month

    @property
    def line(self) -> Line:
        """The event as pages name it that only lead to it."""
        if self._line is None:
            self._line = line(self.value)
        return self._line

    @property
    def row(self) -> Row:
        """The event as lists show it, the same object as long as anybody has it: a large site has more than fit into memory."""
        made = self._row() if self._row is not None else None
        if made is None:
            made = row(self.value)
            self._row = ref(made)
        return made


def _weight(event: Event) -> int:
    words = [event.title * 3]
    for mention in event.mentions[:QUOTES_IN_LIST]:
        words += mention.quote[:EXCERPT], mention.source.title
    names = len(event.places) + len(event.people) + len(event.organisations)
    markup = _ROW_MARKUP + len(words) // 2 * _QUOTE_MARKUP + names * _NAME_MARKUP
    return markup + len("".join(words).encode("utf-8", "replace"))


class Link(Struct, frozen=True, gc=False, array_like=True):
    """A name and the page it leads to, relative to the site's root; `count` says how many events stand there."""

    name: str
    url: str
    count: int = 0
    slug: str = ""


class Quote(Struct, frozen=True, gc=False, array_like=True):
    """One article's sentence as a page shows it; `page` leads to the sentence, `date` says what this article alone says."""

    text: str
    title: str
    outlet: str
    authors: str
    published: str
    published_iso: str
    url: str
    archived: str
    page: str
    phrase: str
    why: str
    date: str
    word: str


class Row(Struct, frozen=True, weakref=True, array_like=True):
    """An event as lists show it. `when` is the date in words, `datetime` the same for machines ("" where HTML has no form)."""

    id: str
    url: str
    title: str
    when: str
    datetime: str
    start: str
    end: str
    vague: bool
    inferred: bool
    status: Status
    word: str
    overdue: bool
    was: str
    differ: tuple[str, ...]
    denied_by: str
    sources: int
    outlets: tuple[str, ...]
    quotes: tuple[Quote, ...]
    more: int
    places: tuple[Link, ...]
    people: tuple[Link, ...]


class Line(Struct, frozen=True, gc=False, array_like=True):
    """An event as pages name it that lead to it, in one line; its fields are those of a `Row` with these names."""

    id: str
    url: str
    title: str
    when: str
    datetime: str
    status: Status
    word: str
    overdue: bool
    denied_by: str


def line(told: Told) -> Line:
    """What one line tells of an event."""
    event = told.event
    return Line(
        id=event.id,
        url=urls.event_page(event),
        title=event.title,
        when=label(event.span, told.language),
        datetime=machine_date(event.span),
        status=event.status,
        word=WORDS[event.status],
        overdue=told.overdue,
        denied_by=_denied_by(event) if event.status == "denied" else "",
    )


def row(told: Told) -> Row:
    """What lists show of an event."""
    event, language = told.event, told.language
    span = event.span
    pairs = _one_an_article(event, told.articles)
    shown = tuple(quote(mention, page, language, EXCERPT) for mention, page in pairs[:QUOTES_IN_LIST])
    return Row(
        id=event.id,
        url=urls.event_page(event),
        title=event.title,
        when=label(span, language),
        datetime=machine_date(span),
        start=span.start.isoformat() if span.start else "",
        end=span.end.isoformat() if span.end else "",
        vague=span.granularity not in ("day", "part of day", "hour", "minute") or span.modifier in ("before", "after", "approximate"),
        inferred=event.inferred,
        status=event.status,
        word=WORDS[event.status],
        overdue=told.overdue,
        was=moved_from(event, language),
        differ=tuple(dict.fromkeys(phrase(other, language) for other in event.alternatives)),
        denied_by=_denied_by(event) if event.status == "denied" else "",
        sources=len({mention.source.path for mention in event.mentions}),
        outlets=tuple(dict.fromkeys(_outlet(mention.source) for mention in event.mentions)),
        quotes=shown,
        more=len(pairs) - len(shown),
        places=links("places", event.places),
        people=links("people", event.people) + links("organisations", event.organisations),
    )


def _denied_by(event: Event) -> str:
    """Who denied it last, by name where a report names them, else the outlet that says so."""
    named = next((change.by for change in reversed(event.history) if change.by), "")
    return named or next((_outlet(mention.source) for mention in reversed(event.mentions) if mention.status == "denied"), "")


def _outlet(source: Source) -> str:
    return source.publisher or source.title


def quotes(told: Told) -> tuple[Quote, ...]:
    """All sentences behind an event, in full."""
    return tuple(quote(mention, page, told.language) for mention, page in zip(told.event.mentions, told.articles, strict=True))


def quote(mention: Mention, page: str, language: str, longest: int = 0) -> Quote:
    """One mention as a page shows it, its sentence cut at a word after `longest` characters (0: never)."""
    source, time = mention.source, mention.time
    text = " ".join(mention.quote.split())
    if longest and len(text) > longest:
        text = text[:longest].rsplit(" ", 1)[0].rstrip(",;:–—-") + " …"
    return Quote(
        text=text,
        title=source.title,
        outlet=source.publisher or "",
        authors=", ".join(source.authors),
        published=published(source, language),
        published_iso=published_iso(source),
        url=web_address(source.url),
        archived=web_address(source.archived),
        page=f"{page}#s{mention.sentence}" if page and mention.quote and mention.sentence >= 0 else page,
        phrase=time.text if time else "",
        why=_why(mention, language),
        date=label(mention.span, language) if mention.span else "",
        word=WORDS[mention.status],
    )


def web_address(url: str | None) -> str:
    """An address that may stand in a link; "" for any that is not of the web, such as `javascript:`."""
    return url if url and url.lower().startswith(("https://", "http://")) else ""


def _one_an_article(event: Event, pages: tuple[str, ...]) -> list[tuple[Mention, str]]:
    """The first sentence of each article, then the second ones: three quotes of three outlets say more than three of one.

    Those that tell the event as it stands come before others: of what has happened nobody wants to read the plan first.
    """
    seen: set[str] = set()
    first: list[tuple[Mention, str]] = []
    rest: list[tuple[Mention, str]] = []
    for mention, page in sorted(zip(event.mentions, pages, strict=True), key=lambda told: told[0].status != event.status):
        (rest if mention.source.path in seen else first).append((mention, page))
        seen.add(mention.source.path)
    return first + rest


def _why(mention: Mention, language: str) -> str:
    """How a date was found, in words: the anchor day with its reason, or where an inferred date comes from."""
    if mention.time is None:
        return mention.inferred or ("stated by the editor" if mention.explicit else "")
    anchor, reason = mention.time.anchor, mention.time.reason
    day = day_in_words(anchor, language) if anchor else ""
    counted = f"counted from {day}" if day and day not in reason else ""
    return ", ".join(part for part in (counted, reason) if part)


def moved_from(event: Event, language: str) -> str:
    """The date an event had before it moved or was put off; "" where it never did."""
    for change in reversed(event.history):
        if change.change in ("moved", "postponed") and change.old and change.old != change.new:
            return in_words(change.old, event, change.path, language)
    return ""


def in_words(value: str, event: Event, path: str, language: str) -> str:
    """An EDTF date or a status, as a history holds them, in words.

    EDTF has no thirds of a month and no parts of a day: a date is named as the article at `path` has it, or else another
    report of the event.
    """
    if value in WORDS:
        return WORDS[value].lower()
    mentions = sorted(event.mentions, key=lambda mention: mention.source.path != path)
    spans = (*(mention.span for mention in mentions if mention.span), *event.alternatives, event.span)
    try:
        return phrase(next((span for span in spans if span.edtf == value), None) or from_edtf(value), language)
    except ValueError:
        return value


def history(told: Told) -> tuple[dict[str, str], ...]:
    """The lines of an event's history: what changed, on which day, and in which article that was said."""
    event = told.event
    pages = dict(zip((mention.source.path for mention in event.mentions), told.articles, strict=True))
    sources = {mention.source.path: mention.source for mention in event.mentions}
    return tuple(
        _history_line(event, change, sources.get(change.path), pages.get(change.path, ""), told.language) for change in event.history
    )


def _history_line(event: Event, change: Change, source: Source | None, page: str, language: str) -> dict[str, str]:
    old, new = (in_words(value, event, change.path, language) if value else "" for value in (change.old, change.new))
    what = f"from {old} to {new}" if old and new and old != new else new or old
    return {
        "on": day_in_words(change.on, language) if change.on else "",
        "iso": change.on.isoformat() if change.on else "",
        "change": CHANGES.get(change.change, change.change) + (f" by {change.by}" if change.by else ""),
        "what": what,
        "outlet": (source.publisher or source.title) if source else "",
        "page": page,
    }


def links(kind: str, names: tuple[str, ...]) -> tuple[Link, ...]:
    """Names with their pages; two spellings that share a page are one."""
    found: dict[str, Link] = {}
    for name in names:
        key = slug(name)
        found.setdefault(key, Link(name, f"{kind}/{key}.html", slug=key))
    return tuple(found.values())


def published(source: Source, language: str) -> str:
    """The day an article was published on, in words; "" where it is not known."""
    return day_in_words(source.published.date(), language) if source.published else ""


def published_at(source: Source, language: str) -> str:
    """The same with the clock time where that is known, in the zone of the source, which is named."""
    if source.published is None or not source.has_time:
        return published(source, language)
    zone = source.published.isoformat()[-6:] if source.published.utcoffset() else ""
    return f"{published(source, language)}, {source.published:%H:%M} UTC{zone}"


def published_iso(source: Source) -> str:
    """When an article was published, for machines: a day, or an instant with its zone."""
    if source.published is None:
        return ""
    return source.published.isoformat(timespec="minutes") if source.has_time else source.published.date().isoformat()


@lru_cache(maxsize=10_000)
def day_in_words(on: date, language: str) -> str:
    """`14 May 2013`."""
    return label(DateSpan(on, on + timedelta(days=1)), language)


def month_in_words(month: str, language: str) -> str:
    """`May 2013` from `2013-05`."""
    return f"{month_name(int(month[5:]), language)} {int(month[:4])}"


def machine_date(span: DateSpan) -> str:
    """The value of a `datetime` attribute, never more exact than the span; "" where HTML has no form for it."""
    if span.instant is not None:
        return span.instant.isoformat(timespec="minutes")
    if span.start is None or span.end is None or span.last is None:
        return ""
    if span.days == 1:
        return span.start.isoformat()
    if span.granularity == "week" and span.days == 7:
        return f"{span.start.isocalendar().year:04}-W{span.start.isocalendar().week:02}"
    return reduced_date(span)


def reduced_date(span: DateSpan) -> str:
    """The day, month or year that holds the whole span (ISO 8601 with reduced accuracy); "" where it crosses years."""
    if span.start is None or span.last is None:
        return ""
    first, last = span.start.isoformat(), span.last.isoformat()
    if first == last:
        return first
    return next((first[:length] for length in (7, 4) if first[:length] == last[:length]), "")


def month_of(event: Event) -> str:
    """The month an event stands under (`2013-05`): that of its earliest bound, or of its latest where it has no earliest."""
    span = event.span
    on = span.start or (span.end - timedelta(days=1) if span.end else None)
    return on.isoformat()[:7] if on else ""


def is_wide(span: DateSpan) -> bool:
    """Tell whether a span is a year or wider: such an event stands before the months of its year."""
    return span.granularity in ("year", "decade", "century") and span.modifier not in ("start", "mid", "end")


def hook(value: Any) -> bytes:
    """How a value that knows its digest stands in that of a page."""
    if isinstance(value, Known):
        return value.digest
    raise NotImplementedError(f"{type(value).__name__} cannot be part of a page's digest")
