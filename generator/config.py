"""site.toml in, a Config out: every setting declared once, with its type, its default and the sentence the manual prints."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Final, Literal, get_args, get_origin, get_type_hints

from msgspec import Meta, ValidationError, convert

from generator.errors import ConfigError, Problem

FILE: Final = "site.toml"

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
    max_dates: Annotated[int, Meta(description="How many dates of one article are read.", ge=1)] = 10_000


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


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of the manual: `name` as in `site.title`, type and default in words, and the sentence that explains it."""

    name: str
    type: str
    default: str
    description: str


def settings() -> list[Setting]:
    """All settings in the order of the manual; those of outlets stand under `source."NAME"`."""
    found = []
    for table, kind in _TABLES.items():
        prefix = 'source."NAME"' if table == "source" else table
        hints = get_type_hints(kind, include_extras=True)
        for setting in fields(kind):
            plain, *notes = get_args(hints[setting.name])
            text = next((note.description for note in notes if isinstance(note, Meta) and note.description), "")
            found.append(Setting(f"{prefix}.{setting.name}", _in_words(plain), _as_toml(setting.default), text))
    return found


def load(root: Path) -> Config:
    """Read `root/site.toml`.

    Raises ConfigError with all problems at once, each with its line and, for unknown names, the nearest known one.
    """
    try:
        text = (root / FILE).read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        raise ConfigError(_no_site(root)) from None
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 text (octet {error.start + 1:,})"
        raise ConfigError(Problem(message, FILE, hint="save it as UTF-8 text", severity="error")) from None
    except OSError as error:
        hint = "a file of that name is needed, which you may read"
        raise ConfigError(Problem(f"cannot be read: {error.strerror}", FILE, hint=hint, severity="error")) from None
    return parse(text)


def _no_site(root: Path) -> Problem:
    """Why a place is no site, and where one may be."""
    hint = "`dateline new DIR` makes a site"
    if root.is_file():
        return Problem(f"is a file; a site is a folder with a {FILE}", str(root), hint=hint, severity="error")
    if not root.is_dir():
        return Problem(f"there is no such folder, and so no {FILE}", str(root), hint=hint, severity="error")
    above = next((folder for folder in root.resolve().parents if (folder / FILE).is_file()), None)
    hint = f"the site is {above}; go there, or name it" if above else hint
    return Problem(f"there is no {FILE} in this folder", str(root / FILE), hint=hint, severity="error")


def parse(text: str) -> Config:
    """The settings in the text of a site.toml; raises ConfigError with all problems at once."""
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(_syntax_problem(str(error))) from None
    except RecursionError:
        hint = "no setting holds more than a list of texts"
        raise ConfigError(Problem("not usable: brackets within brackets without end", FILE, hint=hint, severity="error")) from None
    problems: list[Problem] = []
    tables: dict[str, Any] = {}
    for name, value in data.items():
        if name not in _TABLES:
            problems.append(_homeless(text, name, value))
        elif not isinstance(value, dict):
            problems.append(_problem(f"`{name}` is a table", text, "", name, f"write it as [{name}] on a line of its own"))
        elif name == "source":
            tables[name] = {outlet: _table(text, f"source.{outlet}", SourceSettings, rows, problems) for outlet, rows in value.items()}
        else:
            tables[name] = _table(text, name, _TABLES[name], value, problems)
    if problems:
        raise ConfigError(*problems)
    return Config(**tables)


def _homeless(text: str, name: str, value: object) -> Problem:
    """A name that is no table: a misspelt one, or a setting above the first table."""
    if isinstance(value, dict):
        return _unknown(text, "", name, _TABLES, "table")
    table = next((table for table, kind in _TABLES.items() if table != "source" and name in get_type_hints(kind)), None)
    if table is None:
        return _unknown(text, "", name, _TABLES, "setting")
    return _problem(f"`{name}` stands in no table", text, "", name, f"write it below a line [{table}]")


def _table(text: str, table: str, kind: type, values: object, problems: list[Problem]) -> Any:
    """One table decoded setting by setting, so that every wrong one is reported."""
    if not isinstance(values, dict):
        problems.append(_problem(f"`{table}` is a table", text, "source", table.partition(".")[2], 'write [source."example.com"]'))
        return kind()
    hints = get_type_hints(kind, include_extras=True)
    good = {}
    for name, value in values.items():
        if name not in hints:
            problems.append(_unknown(text, table, name, hints, "setting"))
            continue
        try:
            good[name] = convert(value.isoformat() if isinstance(value, date) else value, hints[name])
        except ValidationError as error:
            problems.append(_unusable(text, table, name, value, hints[name], str(error)))
            continue
        complaint = _senseless(name, good[name])
        if complaint:
            problems.append(_problem(complaint[0], text, table, name, complaint[1]))
    return kind(**good)


def _unusable(text: str, table: str, name: str, value: object, kind: Any, complaint: str) -> Problem:
    """A value of the wrong type, or none of those that there are."""
    plain, *notes = get_args(kind)
    if get_origin(plain) is Literal and isinstance(value, str):
        return _problem(f'`{name}` cannot be "{value}"', text, table, name, f"write {_in_words(plain)}")
    meaning = next((note.description for note in notes if isinstance(note, Meta) and note.description), "")
    return _problem(f"`{name}` is not usable: {_in_plain_words(complaint)}", text, table, name, meaning)


def _in_plain_words(complaint: str) -> str:
    """A decoder's complaint with TOML's names of types instead of Python's."""
    said = complaint.replace(" - at `$[...]`", "")
    for python, toml in {
        "`str`": "text",
        "`int`": "a whole number",
        "`bool`": "true or false",
        "`array`": "a list",
        "`object`": "a table",
    }.items():
        said = said.replace(python, toml)
    return said[:1].lower() + said[1:]


def _senseless(name: str, value: object) -> tuple[str, str] | None:
    """What is wrong with a value of the right type, and what to do about it."""
    if not isinstance(value, str) or not value:
        return None
    if name == "timezone":
        return _senseless_zone(value)
    if name == "language" and not _LANGUAGE.fullmatch(value):
        return f"`{value}` is not the code of a language", 'write two letters such as "en" or "de"'
    if name == "as_of" and not _is_day(value):
        return f"`{value}` is not a day", "write it as 2013-05-14"
    if name == "url" and not value.startswith(("https://", "http://")):
        return f"`{value}` is not a full address", "begin it with https://"
    if name in ("folder", "theme") and (value.startswith(("/", "~")) or ".." in value.split("/")):
        return f"`{value}` leads out of the site's folder", "name a folder beside site.toml"
    return None


def _senseless_zone(name: str) -> tuple[str, str] | None:
    import zoneinfo

    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        near = _nearest(name, zoneinfo.available_timezones())
        return f"`{name}` is not a time zone", f"did you mean `{near}`?" if near else "use an IANA name such as Europe/Berlin"
    return None


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _syntax_problem(message: str) -> Problem:
    """Tell where the file stops being TOML."""
    at = re.search(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$", message)
    what = message[: at.start()] if at else message
    line, column = (int(at["line"] or 0), int(at["column"] or 0)) if at else (0, 0)
    words, hint = next(((words, hint) for start, words, hint in _SYNTAX if what.startswith(start)), ("", ""))
    hint = hint or "text values stand in quotation marks, tables in [brackets]"
    return Problem(f"not valid TOML: {words or what[:1].lower() + what[1:]}", FILE, line, column, hint, "error")


# How the library's complaint begins, our words for it where they are plainer, and what to do.
_SYNTAX: Final = (
    ("Cannot overwrite a value", "a setting is there twice", "this one stands above already; keep one of the two"),
    ("Cannot declare", "a table is there twice", "put all its settings below the first heading"),
    ("Illegal character '\\n'", "a text does not end", "close its quotation mark on the same line"),
    ("Expected '=' after a key", "", 'a setting is a name and its value: title = "Harbour news"'),
    ("Unescaped '\\'", "a backslash that means nothing", "write it twice, or put the text into 'single quotation marks'"),
)


def _unknown(text: str, table: str, name: str, known: Collection[str], what: str) -> Problem:
    near = _nearest(name, known)
    hint = f"did you mean `{near}`?" if near else f"known here: {', '.join(known)}"
    return _problem(f"unknown {what} `{name}`", text, table, name, hint)


def _nearest(name: str, known: Collection[str]) -> str | None:
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, known, 1)), None)


def _problem(message: str, text: str, table: str, key: str, hint: str) -> Problem:
    line, column = _place(text, table, key)
    return Problem(message, FILE, line, column, hint, "error")


_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_HEADER: Final = re.compile(r"^\s*\[+(?P<name>[^\[\]]+)\]+\s*(?:#.*)?$")
_KEY: Final = re.compile(r"""^(?P<indent>\s*)(?P<key>[\w.-]+|"[^"]*"|'[^']*')[ \t]*(?:=|\.)""")


def _place(text: str, table: str, key: str) -> tuple[int, int]:
    """Line and column of a key, or of the table header when the key is written in an unusual way."""
    now, header = "", (0, 0)
    wanted = f"{table}.{key}".strip(".")
    for number, line in enumerate(text.splitlines(), 1):
        if at := _HEADER.match(line):
            now = re.sub(r"""["'\s]""", "", at["name"])
            if (now in (table, wanted) and not header[0]) or now == wanted:
                header = (number, line.index("[") + 1)
        elif (at := _KEY.match(line)) and f"{now}.{at['key'].strip(chr(34) + chr(39))}".strip(".") == wanted:
            return number, len(at["indent"]) + 1
    return header


def _in_words(kind: Any) -> str:
    """A type as the manual writes it."""
    if get_origin(kind) is Literal:
        return "one of " + ", ".join(f'"{choice}"' for choice in get_args(kind))
    return {str: "text", int: "whole number", bool: "true or false"}.get(kind, "list of texts")


def _as_toml(value: object) -> str:
    """A default as one would write it in site.toml."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    return str(list(value)) if isinstance(value, tuple) else f"{value}"


_TABLES: Final[Mapping[str, type]] = {
    "site": SiteSettings,
    "content": ContentSettings,
    "calendar": CalendarSettings,
    "pages": PagesSettings,
    "source": SourceSettings,
}
