"""How the tests of time expressions read a phrase: on one day, Wednesday 15 May 2013, at 9:00 in UTC+2."""

from __future__ import annotations

import tomllib
from datetime import datetime, timedelta, timezone
from pathlib import Path

from generator.model import Article, TimeExpression
from generator.timex import find_times, tag

PUBLISHED = datetime(2013, 5, 15, 9, 0, tzinfo=timezone(timedelta(hours=2)))
CORPUS = Path(__file__).parents[1] / "corpus"


def read(text: str, language: str = "en", date_order: str = "") -> tuple[TimeExpression, ...]:
    """The time expressions of a phrase."""
    return tag(text, PUBLISHED, has_time=True, language=language, date_order=date_order)


def values(text: str, language: str = "en") -> list[str]:
    """Only their values."""
    return [one.value for one in read(text, language)]


def explained(text: str, language: str = "en") -> tuple[TimeExpression, ...]:
    """The time expressions of an article with this body, with their reasons."""
    return find_times(Article("content/a.txt", "A title", text, (), (), published=PUBLISHED, has_time=True, language=language))


def rows(name: str) -> list[tuple[str, list[str]]]:
    """Phrases of a corpus file with the values they must give."""
    table = tomllib.loads((CORPUS / name).read_text(encoding="utf-8"))
    pairs = [(value, phrases) for section in table.values() for value, phrases in section.items()]
    return [(phrase.strip(), value.split(", ")) for value, phrases in pairs for phrase in phrases.split(" | ")]


def lines(name: str) -> list[str]:
    """The lines of a corpus file that are not comments."""
    text = (CORPUS / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
