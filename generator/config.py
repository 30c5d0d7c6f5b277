"""site.toml in, a Config out: every setting declared once, with its type, its default and the sentence the manual prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from msgspec import Meta

DateOrder = Literal["mdy", "dmy", ""]


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What the site is called and where it lives."""

    title: Annotated[str, Meta(description="Name of the timeline, shown on every page and in calendar apps.")] = "Timeline"
    url: Annotated[str, Meta(description="Address the site will have, for feeds, sitemap and canonical links; pages link relatively.")] = ""
    description: Annotated[str, Meta(description="One sentence about the timeline.")] = ""
    language: Annotated[str, Meta(description="Language of the site and of articles that do not say theirs.")] = "en"
    timezone: Annotated[str, Meta(description="IANA zone of articles whose source names none.")] = "UTC"
    date_order: Annotated[DateOrder, Meta(description='How to read 05/06/2013: "mdy", "dmy", or "" to warn and not guess.')] = ""
    author: Annotated[str, Meta(description="Who keeps the timeline.")] = ""
    licence: Annotated[str, Meta(description="Licence of the data, shown beside the data links.")] = ""
    report: Annotated[str, Meta(description="Address (https: or mailto:) for reporting a mistake.")] = ""
    as_of: Annotated[str, Meta(description="Day the timeline stands at (2013-05-14); without it, the newest article's.")] = ""


@dataclass(frozen=True, slots=True)
class ContentSettings:
    """What is read."""

    folder: Annotated[str, Meta(description="Folder of articles, beside site.toml.")] = "content"
    drafts: Annotated[bool, Meta(description="Publish articles marked `draft: true` too.")] = False
    max_file_bytes: Annotated[int, Meta(description="Largest file that is read, in octets.", ge=1)] = 20_000_000
    max_depth: Annotated[int, Meta(description="How many folders deep articles may lie.", ge=1)] = 20


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """What is known of one outlet, under `[source."example.com"]`."""

    name: Annotated[str, Meta(description="Name of the outlet.")] = ""
    timezone: Annotated[str, Meta(description="IANA zone of its clock; UTC stamps are converted to it.")] = ""
    date_order: Annotated[DateOrder, Meta(description="How this outlet writes 05/06/2013.")] = ""


@dataclass(frozen=True, slots=True)
class CalendarSettings:
    """What goes into the calendar feeds."""

    past_days: Annotated[int, Meta(description="How far calendar.ics looks back, in days before the as-of day.", ge=0)] = 365
    max_span: Annotated[int, Meta(description="Longest vague event in calendar.ics, in days; longer ones are in all.ics.", ge=1)] = 31
    keep_cancelled: Annotated[int, Meta(description="How long a cancelled event stays in the feed, in days.", ge=0)] = 60
    refresh_hours: Annotated[int, Meta(description="How often calendar apps are asked to look again, in hours.", ge=1)] = 12
    min_events: Annotated[int, Meta(description="A tag, person, place or source gets a calendar from so many events on.", ge=1)] = 2


@dataclass(frozen=True, slots=True)
class PagesSettings:
    """How the pages are made."""

    theme: Annotated[str, Meta(description="Folder with templates that shadow the built-in ones, one file at a time.")] = "templates"
    year_pages_from: Annotated[int, Meta(description="From so many events on the front page shows years, not everything.", ge=1)] = 400
    markdown: Annotated[Literal["markdown", "pyromark"], Meta(description="Markdown engine; pyromark needs the [fast] extra.")] = "markdown"
    markdown_extensions: Annotated[tuple[str, ...], Meta(description="Python-Markdown extensions to load.")] = ()
    search: Annotated[Literal["builtin", "pagefind", "none"], Meta(description="Search; pagefind needs the [search] extra.")] = "builtin"


@dataclass(frozen=True, slots=True)
class Config:
    """All settings of a site; `path` is where they were read from, for messages."""

    site: SiteSettings = field(default_factory=SiteSettings)
    content: ContentSettings = field(default_factory=ContentSettings)
    calendar: CalendarSettings = field(default_factory=CalendarSettings)
    pages: PagesSettings = field(default_factory=PagesSettings)
    source: Mapping[str, SourceSettings] = field(default_factory=dict)
