"""An Event in, the words that every feed says of it out: one line for a list, and plain text with its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Final

from generator.dates import DateSpan, day, from_edtf, from_timex3
from generator.labels import label, phrase
from generator.model import Event, Mention, Status

LONGEST: Final = 1500

# What the title alone would not say. A planned event may have passed without any report that it took place.
_BEFORE: Final[Mapping[Status, str]] = {"cancelled": "CANCELLED: ", "denied": "Denied: ", "postponed": "Postponed: "}
_BEHIND: Final[Mapping[Status, str]] = {"planned": "planned", "possible": "possible"}
_EXACT: Final = ("minute", "hour", "part of day", "day")
# Control characters, line separators, byte order marks and halves of surrogate pairs: not allowed in RFC 5545 text or XML 1.0.
_UNPRINTABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]+")
_NOT_IN_ADDRESSES: Final = re.compile(r'[\s"<>\x00-\x1f\x7f\\^`{}|]')


def clean(text: str) -> str:
    """The text on one line without control characters."""
    return " ".join((text if text.isprintable() else _UNPRINTABLE.sub(" ", text)).split())


def is_vague(span: DateSpan) -> bool:
    """Tell whether the day is not known: an open side, "about", or a unit longer than a day ("late on 14 May" is a day)."""
    if span.start is None or span.end is None or span.modifier in ("approximate", "before", "after"):
        return True
    return span.granularity not in _EXACT


def bar(span: DateSpan) -> tuple[date, date]:
    """The days a calendar draws, end exclusive: the span itself, or the unit that bounds an open one ("since 3 June": 3 June)."""
    if span.start is not None and span.end is not None:
        return span.start, span.end
    bound = from_timex3(span.timex3[0])
    if bound is not None and bound.start is not None and bound.end is not None:
        return bound.start, bound.end
    raise ValueError(f"the span {span.edtf} has no unit that bounds it")


def headline(event: Event, language: str) -> str:
    """The line a list or a calendar shows: `Early June 2013: Summit in Geneva (planned; was May 2013)`.

    Vague dates come first because a calendar draws them as a bar that says more than is known.
    """
    when = f"{dated(event.span, language)}: " if is_vague(event.span) else ""
    return _titled(event, language, when)


def title(event: Event, language: str) -> str:
    """The same line without the date, for what shows the words of the date itself."""
    return _titled(event, language, "")


def _titled(event: Event, language: str, when: str) -> str:
    words = clean(event.title) or "Event"
    notes = [note for note in (_BEHIND.get(event.status), was(event, language)) if note and note not in words.casefold()]
    behind = f" ({'; '.join(notes)})" if notes else ""
    return f"{_BEFORE.get(event.status, '')}{when}{words}{behind}"


def was(event: Event, language: str) -> str | None:
    """`was early June 2013` when the date last moved from there, else None."""
    for change in reversed(event.history):
        if change.change == "moved" and change.old and change.old != event.span.edtf:
            return f"was {spoken(change.old, language)}"
    return None


def spoken(edtf: str, language: str) -> str:
    """An EDTF date in words; anything else (a status, a form this program does not read) as it is."""
    try:
        return phrase(from_edtf(edtf), language)
    except ValueError:
        return edtf


def facts(event: Event, language: str) -> list[str]:
    """What is known beside the title, a line each: when and how sure, moved from where, who disagrees, what an editor noted."""
    when = f"{dated(event.span, language)} ({event.status}{', inferred' if event.inferred else ''})"
    moved = was(event, language)
    lines = [f"{when} ({moved})" if moved else when]
    if event.disagreement:
        lines.append(f"Sources disagree: {'; '.join(_dates_by_source(event, language))}")
    if event.note:
        lines.append(clean(event.note))
    return lines


def _dates_by_source(event: Event, language: str) -> list[str]:
    """`Larkfield Wire: 3 May 2013`, each once; dates that no mention gives any more stand alone."""
    said = {f"{outlet(mention)}: {phrase(mention.span, language)}": mention.span.edtf for mention in event.mentions if mention.span}
    rest = [phrase(span, language) for span in event.alternatives if span.edtf not in said.values()]
    return [*said, *rest]


def outlet(mention: Mention) -> str:
    """Who reports: the publisher, or else the article's title."""
    return clean(mention.source.publisher or mention.source.title or mention.source.path)


def citation(mention: Mention, language: str) -> str:
    """One source on one line: `"They met." - Larkfield Wire, 3 May 2013, https://...`."""
    published = mention.source.published
    parts = [outlet(mention)]
    if published is not None:
        parts.append(day_in_words(published.date(), language))
    address = web(mention.source.url)
    if address:
        parts.append(address)
    quote = clean(mention.quote)
    return f'"{quote}" - {", ".join(parts)}' if quote else ", ".join(parts)


def dated(span: DateSpan, language: str) -> str:
    """The label of a span, remembered: a timeline has many alike, and every format shows them."""
    return _dated(span, str(span.instant), str(span.until), language)


@lru_cache(16_384)
def _dated(span: DateSpan, instant: str, until: str, language: str) -> str:
    """The label; the texts keep spans apart that are equal and differ in their zones, and so in their words."""
    return label(span, language)


@lru_cache(4096)
def day_in_words(on: date, language: str) -> str:
    """`3 May 2013`."""
    return phrase(day(on), language)


def description(event: Event, language: str, page: str = "") -> str:
    """Plain text of at most LONGEST characters: the facts, the sources one a line as far as they fit, the address of the page."""
    head, tail = facts(event, language), [page] if page else []
    room = LONGEST - sum(len(line) + 1 for line in [*head, *tail]) - 24
    sources = list(_fitting([citation(mention, language) for mention in event.mentions], room))
    return "\n".join([*head, *sources, *tail])[:LONGEST]


def _fitting(lines: list[str], room: int) -> Iterator[str]:
    """The first lines that fit, the very first shortened if need be, then how many are left out."""
    for number, line in enumerate(lines):
        if len(line) + 1 > room and number:
            more = len(lines) - number
            yield f"and {more} more source{'s' if more > 1 else ''}"
            return
        yield line if len(line) < room else f"{line[: max(room - 4, 0)].rstrip()}..."
        room -= len(line) + 1


def web(address: str | None) -> str | None:
    """The address if feeds may link to it: http or https, and nothing in it that would end a line or a quotation."""
    if address and address.startswith(("https://", "http://")) and not _NOT_IN_ADDRESSES.search(address):
        return address
    return None


def modified(event: Event, as_of: date) -> datetime:
    """When the content last changed, in UTC: the ledger's word, else the newest source's publication, else the as-of day."""
    stamp = event.modified or max((m.source.published for m in event.mentions if m.source.published), default=None)
    if stamp is not None and stamp.tzinfo is UTC and not stamp.microsecond:
        return stamp
    return (stamp or datetime.combine(as_of, time(), UTC)).astimezone(UTC).replace(microsecond=0)


def first_seen(event: Event, as_of: date) -> datetime:
    """When the first source was published, in UTC and not after `modified`."""
    last = modified(event, as_of)
    first = min((m.source.published for m in event.mentions if m.source.published), default=last)
    return min(first.astimezone(UTC).replace(microsecond=0), last)


def absolute(url: str, path: str) -> str | None:
    """The full address of a file of the site; None for a site that does not know where it will live."""
    return f"{url.rstrip('/')}/{path}" if url else None
