"""What stands for reports and events: the same for the same, another where anything that a page shows is another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import fields, replace

from generator import ledger
from generator.analysis import record_of
from generator.build import _traits
from generator.cache import Store, row
from generator.config import Config
from generator.dates import day
from generator.digests import Digests
from generator.model import Change, Event, Mention
from tests.events.helpers import timeline

REPORTS = (
    ("2021-03-10", "Anna Lindholm met Paul Okoro in Vienna on Tuesday."),
    ("2021-03-11", "Lindholm and Okoro held talks in Vienna on 9 March."),
)


def _event() -> Event:
    (event,) = timeline(*REPORTS).events
    return event


def _other(value: Any) -> Any:
    """Some other value of the same type."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, tuple):
        return (*value, *(value[:1] or ("more",)))
    return f"{value} more" if isinstance(value, str) else 7 if isinstance(value, int) else value


def test_everything_of_an_event_counts() -> None:
    """Another value of any field gives another digest."""
    event, digests = _event(), Digests({})
    changed: dict[str, Any] = {field.name: _other(getattr(event, field.name)) for field in fields(event)}
    changed |= {
        "span": day(event.span.start.replace(day=2)) if event.span.start else None, "status": "denied", "note": "a note",
        "history": (Change(None, "moved", None, None, "x"),), "alternatives": (event.span,), "modified": event.mentions[0].source.published,
    }  # fmt: skip
    for name, value in changed.items():
        assert value != getattr(event, name)
        assert digests.event(replace(event, **{name: value})) != digests.event(event), name
    assert digests.event(_event()) == digests.event(event)


def test_the_digest_of_a_report_is_known_from_its_article(tmp_path: Path) -> None:
    """It is that of the text, and a report that a correction has changed does not keep it."""
    store = Store(tmp_path, "k")
    head = b"---\ntitle: Talks\ndate: 2021-03-10\n---\n\n"
    text = head + b"Anna Lindholm met Paul Okoro in Vienna on Tuesday. They will meet again on 15 March.\n"
    for path, octets in (("content/a.md", text), ("content/b.md", text)):
        store.put([row(path, (1, 2, 3), octets, *record_of(octets, path, Config()))], 0)
    articles = [article for record in store.records() for article in record.articles]
    digests = Digests({article.source.path: (article.mentions, article.digests) for article in articles})
    mentions: list[Mention] = [mention for article in articles for mention in article.mentions]
    assert len({digests.mention(mention) for mention in mentions}) == len(mentions) == 4
    edited = replace(mentions[0], title="Another title")
    assert digests.mention(edited) not in set(map(digests.mention, mentions))
    store.close()


def test_by_what_an_event_is_known_again_is_worked_out_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time it comes out of the store; an event that says something else is looked at anew."""
    store, event, digests = Store(tmp_path, "k"), _event(), Digests({})
    first = _traits(store, [event], [digests.content(event)])
    assert first == [ledger.traits(event)]
    asked: list[str] = []
    monkeypatch.setattr(ledger, "traits", lambda one: asked.append(one.title) or ((), ""))
    other = replace(event, title="Another title")
    second = _traits(store, [event, other], [digests.content(event), digests.content(other)])
    assert ([(sorted(keys), content) for keys, content in second[:1]], asked) == (
        [(sorted(keys), content) for keys, content in first],
        ["Another title"],
    )
    store.close()
