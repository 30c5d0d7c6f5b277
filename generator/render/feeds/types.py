"""The path of a published file in, the Content-Type a server should send out: IANA names, and a charset where the text needs one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from generator.render import urls

# By whole name first: these are feeds although their suffix says less (RFC 4287, JSON Feed 1.1).
BY_NAME: Final[Mapping[str, str]] = {
    urls.JSON_FEED: "application/feed+json",
    urls.ATOM: "application/atom+xml; charset=utf-8",
    "events.schema.json": "application/schema+json",
}
BY_SUFFIX: Final[Mapping[str, str]] = {
    ".ics": "text/calendar; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".json": "application/json",
    ".csv": "text/csv; charset=utf-8",
    ".mw": "text/plain; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
    ".webmanifest": "application/manifest+json",
}


def content_type(path: str) -> str | None:
    """The Content-Type of a file of the site, or None where this program has no opinion (pictures, fonts)."""
    file = PurePosixPath(path)
    return BY_NAME.get(file.name) or BY_SUFFIX.get(file.suffix.lower())
