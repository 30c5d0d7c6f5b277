"""The store: it gives back what was put there or nothing, and never a wrong value."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from generator import cache, dates
from generator.cache import Body, CacheError, FileRecord, Kept, Store
from generator.errors import OutputError, Problem
from generator.model import DatePhrase, Mention, Source, Trigger

RECORD = FileRecord("content/a.md", problems=(Problem("odd", "content/a.md", 3),))


def _filled(folder: Path, key: str = "k", mtime: int = 5) -> None:
    store = Store(folder, key)
    store.put([cache.row("content/a.md", (mtime, 2, 3), b"text", RECORD, (Body("<p>body</p>"),))], now=10**18)
    store.keep_pages(folder / "output", {"index.html": "1"})
    store.close()


def test_what_was_stored_is_found_again(tmp_path: Path) -> None:
    """Records, bodies, stats and digests of pages."""
    _filled(tmp_path)
    store = Store(tmp_path, "k")

    assert list(store.records()) == [RECORD]
    assert list(store.bodies()) == [("content/a.md", (Body("<p>body</p>"),))]
    assert store.files() == {"content/a.md": (5, 2, 3, cache.content_hash(b"text"))}
    assert store.pages(tmp_path / "output") == {"index.html": "1"}
    store.close()


def test_pages_that_were_not_published_leave_no_trace(tmp_path: Path) -> None:
    """What a failing build remembers of them is taken back; what stood there before stays."""
    output = tmp_path / "output"
    store = Store(tmp_path, "k")
    with store.all_or_nothing():
        store.keep_leaves(output, [("content/a.md", b"old")])
    with pytest.raises(OutputError), store.all_or_nothing():
        store.keep_leaves(output, [("content/a.md", b"new")])
        store.keep_leaves(output, [("content/b.md", b"new")])
        raise OutputError(Problem("full"))

    assert (store.leaf(output, "content/a.md"), store.leaf(output, "content/b.md")) == (b"old", None)
    store.close()


def _told(path: str, at: datetime | None) -> FileRecord:
    """A file with one report, on 3 May or at a moment."""
    source, span = Source(path, "T"), dates.at(at) if at else dates.day(date(2021, 5, 3))
    when = DatePhrase("on " + "Monday", 9, 18, "2021-05-03", "nearest_" + "weekday", date(2021, 5, 5), "counted from " + "Wednesday")
    mention = Mention(source, 0, "They met on Monday.", 0, 19, Trigger("me" + "t", 5, 8, "meet"), when, span, "happened", "They meet")
    return FileRecord(path, (Kept(source, None, None, False, (), (mention,)),))


def test_what_reports_have_in_common_is_one_object(tmp_path: Path) -> None:
    """A large archive is held in memory as a whole; but of two moments that only their zones tell apart each keeps its own."""
    noon = datetime(2021, 5, 3, 12, tzinfo=UTC)
    records = [_told("a.md", None), _told("b.md", None), _told("c.md", noon), _told("d.md", noon.astimezone(timezone(timedelta(hours=2))))]
    store = Store(tmp_path, "k")
    store.put([cache.row(record.path, (5, 2, 3), b"text", record, ()) for record in records], now=10**18)
    one, two, three, four = (record.articles[0].mentions[0] for record in store.records())
    store.close()

    assert [one, two, three, four] == [record.articles[0].mentions[0] for record in records]
    assert one.span is two.span
    assert one.time is not None
    assert two.time is not None
    assert all(getattr(one.time, name) is getattr(two.time, name) for name in ("text", "value", "rule", "reason"))
    assert one.trigger.text is two.trigger.text
    assert [one.span and one.span.instant and one.span.instant.hour for one in (three, four)] == [12, 14]


def test_another_program_or_setting_finds_nothing(tmp_path: Path) -> None:
    """What another version made is not valid any more."""
    _filled(tmp_path)
    store = Store(tmp_path, "other")

    assert (store.files(), store.pages(tmp_path / "output")) == ({}, {})
    store.close()


def test_a_file_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    """Record and body both."""
    _filled(tmp_path)
    store = Store(tmp_path, "k")
    store.forget(["content/a.md"])

    assert (list(store.records()), list(store.bodies())) == ([], [])
    store.close()


def test_the_stat_of_a_young_file_is_not_trusted(tmp_path: Path) -> None:
    """It may change once more within the resolution of the file system's clock."""
    _filled(tmp_path, mtime=10**18)
    store = Store(tmp_path, "k")

    assert store.files()["content/a.md"][0] == -1
    store.close()


def test_a_changed_bit_is_noticed(tmp_path: Path) -> None:
    """A damaged record is an error of the cache, not a wrong page."""
    _filled(tmp_path)
    with sqlite3.connect(tmp_path / "cache.sqlite") as db:
        (blob,) = db.execute("select record from file").fetchone()
        db.execute("update file set record = ?", (blob[:-1] + bytes([blob[-1] ^ 1]),))
    db.close()
    store = Store(tmp_path, "k")

    with pytest.raises(CacheError):
        list(store.records())
    store.close()


def test_a_file_that_is_no_database_is_an_error(tmp_path: Path) -> None:
    """So that the build can put a new one in its place."""
    (tmp_path / "cache.sqlite").write_bytes(b"not a database " * 1000)

    with pytest.raises(sqlite3.DatabaseError):
        Store(tmp_path, "k")


def test_without_a_folder_nothing_is_remembered() -> None:
    """A private store serves for one run."""
    store = Store(None, "k")
    store.put([cache.row("a", (1, 2, 3), b"", RECORD, ())], now=0)

    assert list(store.records()) == [RECORD]
    store.close()


def test_one_build_at_a_time(tmp_path: Path) -> None:
    """The second is told so; when the first has ended there is no trace of it."""
    with cache.lock(tmp_path), pytest.raises(OutputError, match="another build"), cache.lock(tmp_path, patience=0):
        pass
    with cache.lock(tmp_path, patience=0):
        pass


def test_the_cache_is_not_for_version_control(tmp_path: Path) -> None:
    """Its folder says so itself."""
    place = cache.folder(tmp_path)

    assert place is not None
    assert (place / ".gitignore").read_text() == "*\n"
