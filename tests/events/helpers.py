"""Short ways to an article, its mentions and a timeline, for the tests of events."""

from __future__ import annotations

from datetime import UTC, date, datetime

from generator.events import build_timeline, extract_mentions
from generator.events.apply import Recall
from generator.events.corrections import Corrections
from generator.model import Article, Mention, Run, Timeline, Unused
from generator.sentences import split
from generator.timex import find_times

DAY = "2021-03-10"  # a Wednesday


def article(body: str, published: str = DAY, path: str = "content/a.md", title: str = "A report", **more: object) -> Article:
    """An article whose file is nothing but its body."""
    when = datetime.combine(date.fromisoformat(published), datetime.min.time(), UTC)
    return Article(path, title, body, split(body), (Run(0, 0, len(body)),), when, **more)  # type: ignore[arg-type]


def read(body: str, **more: object) -> tuple[tuple[Mention, ...], tuple[Unused, ...]]:
    """The mentions of a body, and what made none."""
    one = article(body, **more)  # type: ignore[arg-type]
    return extract_mentions(one, find_times(one))


def told(body: str, **more: object) -> list[Mention]:
    """The mentions that make an event by themselves."""
    return [mention for mention in read(body, **more)[0] if not mention.background]


def timeline(
    *bodies: tuple[str, str],
    corrections: Corrections | None = None,
    as_of: str = "2022-01-01",
    recall: Recall | None = None,
    **more: object,
) -> Timeline:
    """The timeline of several articles, each a publication day and a body."""
    mentions: list[Mention] = []
    for number, (published, body) in enumerate(bodies):
        mentions += read(body, published=published, path=f"content/{number}.md", title=f"{number}", **more)[0]
    return build_timeline(mentions, corrections or Corrections(), date.fromisoformat(as_of), recall=recall)
