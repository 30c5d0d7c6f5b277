"""A file in, Articles out: READERS is the list of all formats, by the ending of the file's name.

A reader takes a Source and gives Articles and Problems. A file that cannot be read gives no Article and a Problem of severity
"error"; no other exception leaves `read_articles`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from posixpath import splitext
from typing import Final, TypeAlias

from generator.config import Config
from generator.errors import Problem, ReadError
from generator.model import Article
from generator.read.decoding import decode

__all__ = ["FAULT", "READERS", "Found", "decode", "read_articles"]

Found: TypeAlias = tuple[tuple[Article, ...], tuple[Problem, ...]]

FAULT: Final = "the file could not be understood"
# Ending -> module of this folder that reads it; imported when the first such file is met.
READERS: Final[Mapping[str, str]] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mhtml": "mail",
    ".mht": "mail",
    ".eml": "mail",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".json": "json_file",
    ".csv": "table",
    ".tsv": "table",
}


def read_articles(data: bytes, path: str, config: Config) -> Found:
    """Read one file: its octets, its path relative to the site folder with forward slashes, the settings."""
    suffix = splitext(path)[1].lower()
    if suffix not in READERS:
        known = ", ".join(READERS)
        return (), (Problem(f'files ending in "{suffix}" are not read', path, hint=f"known are: {known}", severity="error"),)
    if len(data) > config.content.max_file_bytes:
        return (), (_too_large(len(data), path, config),)
    try:
        return _reader(READERS[suffix])(data, path, config)
    except ReadError as error:
        return (), error.problems
    except (ValueError, TypeError, LookupError, ArithmeticError, AttributeError) as error:
        # A fault of ours, which one hostile file shall not turn into the end of a build; the fuzz tests look for these words.
        return (), (
            Problem(f"{FAULT}: {type(error).__name__}: {error}"[:200], path, hint="report this, please, with the file", severity="error"),
        )
    except RecursionError:
        return (), (Problem("the file is nested too deeply to be read", path, hint="simplify it", severity="error"),)


def _reader(name: str) -> Callable[[bytes, str, Config], Found]:
    reader: Callable[[bytes, str, Config], Found] = import_module(f"generator.read.{name}").read
    return reader


def _too_large(size: int, path: str, config: Config) -> Problem:
    limit = config.content.max_file_bytes
    return Problem(
        f"the file has {size:,} octets, more than the {limit:,} that are read", path,
        hint="divide it, or raise `max_file_bytes` under [content] in site.toml", severity="error",
    )  # fmt: skip
