"""What a reader found in, an Article out: front matter over the page's own words, the line rules, the publication date.

Every format goes through `build`, so that all of them have the same precedence, the same rules and the same offsets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import accumulate
from pathlib import PurePosixPath
from typing import Final, Literal, cast

from generator import sentences
from generator.config import Config
from generator.errors import Problem
from generator.model import Article, file_of
from generator.read import fields as field_table
from generator.read import live, published, stamps
from generator.read.blocks import GAP, Block, assemble
from generator.read.fields import Fields
from generator.read.front_matter import FrontMatter
from generator.read.language import written_in
from generator.read.prose import sort_out
from generator.read.published import Claim, Clock
from generator.read.sheet import Options, Prose

# Kinds of dates that a reader sees, the best first: "Published ...", a date alone, one above the headline, "Stand: ...", one below the
# text, one with other words beside it.
_SEEN: Final = ("published", "dated", "above", "as of", "below", "beside")
_LEADING: Final = re.compile(r"^(?:\d{4}[-_.]?\d{2}[-_.]?\d{2}|\d+)[-_. ]+")


@dataclass(frozen=True, slots=True)
class Source:
    """One file as it came: its octets decoded, its path relative to the site, the settings."""

    text: str
    path: str
    config: Config


@dataclass(slots=True)
class Facts:
    """What a page declares about itself; every field may be missing."""

    title: str | None = None
    deck: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    claims: list[Claim] = field(default_factory=list)
    updated: str | None = None
    titled: bool = True
    loose: bool | None = True
    live: bool = False
    pasted: bool = False


def build(source: Source, blocks: Sequence[Block], front: FrontMatter, facts: Facts) -> tuple[Article, tuple[Problem, ...]]:
    """Make the Article of one file, and say what is wrong with it."""
    fields = field_table.gather(front, source.path)
    get = fields.values
    prose = sort_out(blocks, source.text, _options(fields, facts))
    url = fields.text("url") if "url" in get else facts.url
    settings = published.source_settings(source.config, url, fields.text("publisher") if "publisher" in get else facts.publisher)
    order = fields.choice("date_order", ("mdy", "dmy"), "") if "date_order" in get else ""
    clock = published.clock(source.config, settings, fields.zone() if "timezone" in get else None, order)
    verdict = published.decide(_claims(source.path, fields, facts, prose, url, clock), clock, source.path)
    body, runs = assemble(prose.body, source.text)
    day = verdict.published.date() if verdict.published else None
    article = Article(
        path=source.path,
        title=fields.text("title") or prose.title or title_of(source.path),
        body=body,
        sentences=sentences.split(body),
        runs=runs,
        published=verdict.published,
        has_time=verdict.has_time,
        updated=_updated(fields, facts, prose, clock),
        deck=(fields.text("deck") if "deck" in get else None) or facts.deck or prose.deck,
        publisher=(fields.text("publisher") if "publisher" in get else None)
        or (settings.name if settings and settings.name else None)
        or facts.publisher
        or published.host(url)
        or prose.publisher
        or (prose.dateline.wire if prose.dateline else None),
        authors=fields.list("authors") if "authors" in get else facts.authors or prose.authors,
        url=url,
        archived=fields.text("archived") if "archived" in get else None,
        language=(fields.text("language") if "language" in get else None)
        or written_in(body, facts.language)
        or source.config.site.language,
        place=(fields.text("place") if "place" in get else None) or (prose.dateline.place if prose.dateline else None),
        dateline_date=prose.dateline.date(day) if prose.dateline else None,
        tags=fields.list("tags") if "tags" in get else facts.tags,
        kind=_kind(fields) if "kind" in get else "news",
        date_order=cast(Literal["mdy", "dmy", ""], order),
        draft=fields.flag("draft", False) if "draft" in get else False,
        timeline=fields.flag("timeline", True) if "timeline" in get else True,
        ignore=fields.list("ignore", "") if "ignore" in get else (),
        events=field_table.explicit_events(fields, clock) if "events" in get else (),
        aliases=fields.list("aliases") if "aliases" in get else (),
        cuts=tuple(prose.cuts),
        date_candidates=verdict.candidates,
        posts=live.posts(prose.marks, _starts(prose.body), verdict, clock) if prose.marks else (),
    )
    return article, (*fields.problems, *verdict.problems, *_missing(article, verdict, fields))


def _starts(blocks: Sequence[Block]) -> list[int]:
    """The offsets of blocks in the body that `assemble` makes of them."""
    return list(accumulate((len(block.text) + len(GAP) for block in blocks), initial=0))[:-1]


def _options(fields: Fields, facts: Facts) -> Options:
    get = fields.values
    if not get:
        return Options(facts.title, facts.titled, facts.loose, live=facts.live)
    return Options(
        fields.text("title") or facts.title,
        facts.titled,
        facts.loose,
        fields.list("keep_lines", "") if "keep_lines" in get else (),
        fields.list("drop_lines", "") if "drop_lines" in get else (),
        facts.live,
    )


def _claims(path: str, fields: Fields, facts: Facts, prose: Prose, url: str | None, clock: Clock) -> list[Claim]:
    """All claims in the order of their precedence; front matter that holds no date becomes a problem."""
    claims: list[Claim] = []
    stated = fields.text("date") if "date" in fields.values else None
    if stated:
        claims.append(Claim("front matter", stated, fields.lines["date"]))
        if stamps.parse(stated, clock.order) is None:
            fields.warn("date", f'"{stated}" is not a day', "write 2013-05-15 or 2013-05-15 04:02")
    claims += facts.claims
    if url:
        claims += published.path_claims(_path_of(url), "url")
    claims += published.path_claims(file_of(path)[0], "file name")
    posted = {mark.words for mark in prose.marks}
    seen = [words for wanted in _SEEN for kind, words in prose.dates if kind == wanted]
    claims += [Claim("visible date", words) for words in seen if words not in posted or not claims]
    if facts.pasted and not claims:
        claims += [Claim("visible date of the change", words) for kind, words in prose.dates if kind == "updated" and _timed(words)]
    if prose.dateline and prose.dateline.year and (filed := prose.dateline.date(None)):
        claims.append(Claim("dateline", filed.isoformat()))
    return claims


def _timed(words: str) -> bool:
    """Tell whether a line has the hour or the day of the week: outlets that show no other date write them so on the day itself."""
    stamp = stamps.parse(words)
    return stamp is not None and (stamp.has_time or _WEEKDAY.search(words) is not None)


_WEEKDAY: Final = re.compile(r"(?i)\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b")


def _path_of(url: str) -> str:
    return url.partition("?")[0].partition("://")[2].partition("/")[2].join(("/", ""))


def _updated(fields: Fields, facts: Facts, prose: Prose, clock: Clock) -> datetime | None:
    words = fields.text("updated") if "updated" in fields.values else None
    for text in (words, facts.updated, *(text for kind, text in prose.dates if kind == "updated")):
        stamp = stamps.parse(text, clock.order) if text else None
        if stamp and not stamp.ambiguous:
            return clock.place(stamp)
    return None


def _kind(fields: Fields) -> Literal["news", "narrative"]:
    return "narrative" if fields.choice("kind", ("news", "narrative"), "news") == "narrative" else "news"


def _missing(article: Article, verdict: published.Verdict, fields: Fields) -> tuple[Problem, ...]:
    if not article.body and not article.events:
        hint = (
            "the file is empty" if not article.cuts else "every line was cut; `dateline explain --cuts` shows why, `keep_lines` keeps them"
        )
        return (Problem("no article text was found", article.path, 1, 0, hint),)
    if article.body and article.published is None and not verdict.problems and "date" not in fields.lines:
        changed = article.updated
        where = "to the front matter (between two lines `---` at the top)"
        hint = (
            f"it tells only when it was changed; if that is its day, add a line `date: {changed:%Y-%m-%d}` {where}"
            if changed
            else f"add a line `date: 2013-05-15` {where}"
        )
        return (Problem("no publication date was found, so only dates with a year can be read", article.path, 1, 0, hint),)
    return ()


def title_of(path: str) -> str:
    """A title from a file's name: "2013-05-14-talks-in-kiruna.md" is "Talks in kiruna"."""
    stem = PurePosixPath(file_of(path)[0]).stem
    words = " ".join(_LEADING.sub("", stem).replace("_", "-").replace("-", " ").split())
    return words[:1].upper() + words[1:] or stem or path
