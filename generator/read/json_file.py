"""A JSON file in, Articles out: a JSON Feed (https://www.jsonfeed.org/version/1.1/), or a list of ready-made events.

Events are mappings with the keys of `events:` in front matter, in a list or under "events"; a `date` may be an EDTF string or, as in
our own events.json, a mapping with "edtf".
"""

from __future__ import annotations

import html
import json
from typing import Any

from generator.config import Config
from generator.errors import Problem, ReadError
from generator.model import Article
from generator.read import published
from generator.read.article import Facts, Source
from generator.read.decoding import decode
from generator.read.feed import no_entries, read_entry
from generator.read.fields import explicit_event
from generator.read.front_matter import Value
from generator.read.locate import Locator
from generator.read.published import Claim
from generator.read.table import holder

_KEYS = ("title", "date", "status", "place", "people", "tags", "url", "quote")


def read(data: bytes, path: str, config: Config) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Read one JSON file."""
    text = decode(data, path)
    try:
        value = json.loads(text)
    except RecursionError:
        raise ReadError(Problem("the file is nested too deeply", path, 0, 0, "simplify it", "error")) from None
    except ValueError as error:
        line, column = getattr(error, "lineno", 0), getattr(error, "colno", 0)
        raise ReadError(
            Problem(
                f"this is not JSON: {str(error).partition(':')[0].lower()}", path, line, column, "check the commas and brackets", "error"
            )
        ) from None
    if isinstance(value, dict) and "jsonfeed.org" in str(value.get("version", "")):
        return _feed(value, text, path, config)
    rows = value.get("events") if isinstance(value, dict) else value
    if not isinstance(rows, list):
        raise ReadError(
            Problem(
                "this is neither a JSON Feed nor a list of events", path, 0, 0, 'write [{"title": "...", "date": "2013-05-14"}]', "error"
            )
        )
    problems: list[Problem] = []
    clock = published.clock(config, None)
    found = (explicit_event(_mapping(row), clock, path, 0, problems) for row in rows)
    return (holder(path, tuple(event for event in found if event), config),), tuple(problems)


def _mapping(row: object) -> Value:
    """An event's fields as strings; other keys, as our own events.json has them, are left out."""
    if not isinstance(row, dict):
        return None
    date = row.get("date")
    words = date.get("edtf") if isinstance(date, dict) else date
    fields = {key: row[key] for key in _KEYS if key in row and key != "date"}
    if "place" not in fields and isinstance(row.get("places"), list) and row["places"]:
        fields["place"] = row["places"][0]
    return {"date": str(words) if words else None, **{key: _stringly(value) for key, value in fields.items()}}


def _stringly(value: object) -> Value:
    if isinstance(value, list):
        return [str(part) for part in value if isinstance(part, (str, int, float))]
    return None if value is None or isinstance(value, dict) else str(value)


def _feed(feed: dict[str, Any], text: str, path: str, config: Config) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    articles: list[Article] = []
    problems: list[Problem] = []
    locator = Locator(text, "json", "html")
    items = feed.get("items")
    for number, item in enumerate(items if isinstance(items, list) else [], 1):
        if not isinstance(item, dict):
            continue
        plain = item.get("content_text")
        content = item.get("content_html") or (_as_html(plain) if isinstance(plain, str) else None) or item.get("summary") or ""
        article, found = read_entry(Source(text, f"{path}#{number}", config), str(content), _facts(item, feed), locator)
        articles.append(article)
        problems += found
    return tuple(articles), tuple(problems) if articles else (no_entries(path),)


def _as_html(text: str) -> str:
    return "".join(f"<p>{html.escape(part)}</p>" for part in text.split("\n") if part.strip())


def _facts(item: dict[str, Any], feed: dict[str, Any]) -> Facts:
    def line(value: object) -> str | None:
        return " ".join(value.split()) or None if isinstance(value, str) else None

    people = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
    named = (line(person.get("name")) for person in people or [] if isinstance(person, dict))
    tags = item.get("tags") if isinstance(item.get("tags"), list) else []
    date = line(item.get("date_published"))
    return Facts(
        title=line(item.get("title")),
        deck=line(item.get("summary")),
        publisher=line(feed.get("title")),
        authors=tuple(name for name in named if name),
        url=line(item.get("external_url")) or line(item.get("url")),
        language=line(item.get("language")) or line(feed.get("language")),
        tags=tuple(tag for tag in map(line, tags or []) if tag),
        claims=[Claim("feed", date)] if date else [],
        updated=line(item.get("date_modified")),
        titled=False,
        loose=False,
    )
