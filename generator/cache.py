"""What an unchanged input gave, remembered in the `.dateline` folder beside site.toml: always safe to delete.

Everything that an analysis gives passes through the store, also in a first build and without a cache: so a first build
and a later one hand the very same values on. Records are valid for one program and one set of settings; what does not
fit is dropped, what cannot be read is made anew.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from sys import intern
from typing import Final, TypeVar
from zlib import crc32

import msgspec
from msgspec import Struct, structs
from msgspec.structs import replace

from generator.dates import DateSpan
from generator.errors import OutputError, Problem
from generator.model import Mention, Source, Unused

FOLDER: Final = ".dateline"
_STORE: Final = "cache.sqlite"
_LOCK: Final = "build.lock"
# Seconds that a second build waits for the first, and between two looks.
_PATIENCE: Final = 2.0
_PAUSE: Final = 0.05
# A file this young (ns) may change once more without a new time stamp; its content is compared next time.
_RACY: Final = 50_000_000
# Records between two commits.
_BATCH: Final = 2_000
_TABLES: Final = """
create table if not exists about (name text primary key, value text) without rowid;
create table if not exists file (
    path text primary key, mtime integer, size integer, inode integer, hash blob, record blob, subjects blob
) without rowid;
create table if not exists body (path text primary key, hash blob, html blob) without rowid;
create table if not exists merged (part text primary key, crc integer, found blob) without rowid;
create table if not exists pages (output text primary key, digests blob, frame text, result text) without rowid;
create table if not exists rows (output text, path text, packed blob, primary key (output, path)) without rowid;
create table if not exists leaf (output text, article text, packed blob, primary key (output, article)) without rowid;
"""

Value = TypeVar("Value")
Packed = TypeVar("Packed", bytes, memoryview)
Stat = tuple[int, int, int]
# What an article is about: the names that it tells, and its title.
Subject = tuple[tuple[str, ...], str]


class Kept(Struct, frozen=True, gc=False, array_like=True):
    """What the site needs of one article's analysis, apart from its body; `digests` are those of its mentions, one behind the other."""

    source: Source
    deck: str | None
    place: str | None
    draft: bool
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    digests: bytes = b""


class Body(Struct, frozen=True, gc=False, array_like=True):
    """What may change in an article without a change of the timeline: its text as HTML, and sentences that gave no event."""

    html: str
    unused: tuple[Unused, ...] = ()


class FileRecord(Struct, frozen=True, gc=False, array_like=True):
    """What one content file gave: its articles, and what is wrong with it."""

    path: str
    articles: tuple[Kept, ...] = ()
    problems: tuple[Problem, ...] = ()


class Row(Struct, frozen=True, gc=False):
    """One analysed file as it is stored: its stat and content hash, and encoded its FileRecord, its articles' subjects and its bodies."""

    path: str
    stat: Stat
    hash: bytes
    record: bytes
    subjects: bytes
    bodies: bytes


# JSON, not msgpack: msgspec's msgpack turns every instant into UTC, and an article's own zone would be lost.
_records: Final = msgspec.json.Decoder(FileRecord)
_subjects: Final = msgspec.json.Decoder(tuple[Subject, ...])
_bodies: Final = msgspec.json.Decoder(tuple[Body, ...])
_digests: Final = msgspec.json.Decoder(dict[str, str])
_traits: Final = msgspec.json.Decoder(dict[str, tuple[tuple[tuple[str, int], ...], str]])
_encoder: Final = msgspec.json.Encoder()


class CacheError(Exception):
    """The store holds something else than what was put there."""


def _encode(value: object) -> bytes:
    """A value as JSON behind its checksum."""
    packed = _encoder.encode(value)
    return crc32(packed).to_bytes(4) + packed


def _decode(decoder: msgspec.json.Decoder[Value], blob: bytes) -> Value:
    """A value back; raises CacheError when a bit of it has changed."""
    try:
        return decoder.decode(_checked(int.from_bytes(blob[:4]), memoryview(blob)[4:]))
    except msgspec.DecodeError as error:
        raise CacheError(str(error)) from error


def _checked(crc: int, packed: Packed) -> Packed:
    """Octets that are what they were; raises CacheError when a bit of them has changed."""
    if crc32(packed) != crc:
        raise CacheError("a checksum is wrong")
    return packed


def row(path: str, stat: Stat, data: bytes, record: FileRecord, bodies: tuple[Body, ...]) -> Row:
    """Encode what one file gave."""
    lean = replace(record, articles=tuple(map(_lean, record.articles)))
    return Row(path, stat, content_hash(data), _encode(lean), _encode(tuple(map(_subject, record.articles))), _encode(bodies))


def _subject(kept: Kept) -> Subject:
    """What an article is about; each mention that was read in its text brings the same."""
    return next((mention.about for mention in kept.mentions if not mention.explicit), ()), kept.source.title


# Stands for the article's own source, of which each of its mentions would bring a copy.
_OWN: Final = Source("", "")


def _lean(kept: Kept) -> Kept:
    """An article as it is stored, with the digests of its mentions.

    What the article is about is no part of these: no page shows it, and which names of it count depends on other articles.
    """
    lean = tuple(replace(m, source=_OWN if m.source == kept.source else m.source, about=()) for m in kept.mentions)
    source = _encoder.encode(kept.source)
    return replace(kept, mentions=lean, digests=b"".join([content_hash(source + _encoder.encode(m)) for m in lean]))


def _fill(kept: Kept, about: tuple[str, ...]) -> None:
    """Make an article what it was before `_lean`; what many mentions have in common is one object in memory."""
    for mention in kept.mentions:
        _share(mention, kept.source, about)


def _share(mention: Mention, source: Source, about: tuple[str, ...]) -> None:
    """Fill in a mention that was decoded just now and that nobody else has seen: a copy of each would double the time of loading."""
    put = structs.force_setattr
    if not mention.source.path:
        put(mention, "source", source)
    if not mention.explicit:
        put(mention, "about", about)
    if mention.people:
        put(mention, "people", _known_names(mention.people))
    if mention.organisations:
        put(mention, "organisations", _known_names(mention.organisations))
    if mention.places:
        put(mention, "places", _known_names(mention.places))
    put(mention, "words", tuple(map(intern, mention.words)))
    _share_texts(mention.trigger, _TRIGGER)
    if mention.time is not None:
        _share_texts(mention.time, _TIME)
    span = mention.span
    if span is not None and span.instant is None:  # two that differ in their zones alone are equal
        put(mention, "span", _known_span(span))


# What many mentions have in common: the words that name events and dates, and why these are so.
_TRIGGER: Final = ("text", "lemma")
_TIME: Final = ("text", "value", "rule", "reason")


def _share_texts(value: msgspec.Struct, fields: tuple[str, ...]) -> None:
    for name in fields:
        structs.force_setattr(value, name, intern(getattr(value, name)))


@lru_cache(maxsize=50_000)
def _known_span(span: DateSpan) -> DateSpan:
    """The first of equal spans."""
    return span


@lru_cache(maxsize=50_000)
def _known_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """The first of equal tuples."""
    return tuple(map(intern, names))


def _subjects_of(blob: bytes) -> tuple[Subject, ...]:
    return _decode(_subjects, blob)


def _record(blob: bytes, shared: Callable[[Subject], tuple[str, ...]], subjects: bytes) -> FileRecord:
    record = _decode(_records, blob)
    for kept, subject in zip(record.articles, _subjects_of(subjects), strict=True):
        _fill(kept, shared(subject))
    return record


def content_hash(data: bytes) -> bytes:
    """Sixteen octets that stand for a content."""
    return blake2b(data, digest_size=16).digest()


class Store:
    """The records of one site; `key` names the program and the settings that they are valid for.

    Without a folder a private file of the operating system's serves, and nothing is remembered. Raises sqlite3.Error
    when the file is not a usable database, and its readers CacheError when a record is damaged: `discard` it then.
    """

    def __init__(self, folder: Path | None, key: str) -> None:
        self.path = folder / _STORE if folder else None
        self._db = sqlite3.connect(self.path or "", timeout=2.0, isolation_level=None, check_same_thread=False)
        if folder:
            self._db.execute("pragma journal_mode=wal")
            self._db.execute("pragma synchronous=normal")
        self._unsaved = 0
        self._moved: list[tuple[bytes, bytes]] = []
        self._db.executescript(_TABLES)
        self._db.execute("begin immediate")
        known = self._db.execute("select value from about where name = 'key'").fetchone()
        if known != (key,):
            for table in ("file", "body", "merged", "pages", "rows", "leaf"):
                self._db.execute(f"drop table {table}")  # another program's may have other columns
            for statement in _TABLES.split(";"):
                self._db.execute(statement)
            self._db.execute("insert or replace into about values ('key', ?)", (key,))

    def close(self, keep: bool = True) -> None:
        """End the run; what it stored is kept unless told otherwise."""
        with suppress(sqlite3.Error):
            if self._db.in_transaction:
                self._db.execute("commit" if keep else "rollback")
        self._db.close()

    def files(self) -> dict[str, tuple[int, int, int, bytes]]:
        """Modification time, size, inode and content hash of every file that has a record."""
        rows = self._db.execute("select path, mtime, size, inode, hash from file")
        return {path: (mtime, size, inode, digest) for path, mtime, size, inode, digest in rows}

    def put(self, rows: Iterable[Row], now: int) -> bool:
        """Store records; `now` is the file system's time (ns) when the stats were taken.

        Tells whether one of the records is new, and not only bodies.
        """
        news = False
        for one in rows:
            mtime, size, inode = one.stat
            known = mtime if mtime < now - _RACY else -1
            before = self._db.execute("select record, subjects from file where path = ?", (one.path,)).fetchone()
            news |= before is None or before[0] != one.record
            if before is not None and before[1] != one.subjects:
                self._moved.append((before[1], one.subjects))
            self._outdate()
            self._db.execute("insert or replace into body values (?, ?, ?)", (one.path, content_hash(one.bodies), one.bodies))
            values = (one.path, known, size, inode, one.hash, one.record, one.subjects)
            self._db.execute("insert or replace into file values (?, ?, ?, ?, ?, ?, ?)", values)
            self._unsaved += 1
            if self._unsaved >= _BATCH:  # a long first build that is interrupted goes on from here
                self._db.execute("commit")
                self._db.execute("begin immediate")
                self._unsaved = 0
        return news

    def tells_otherwise(self) -> bool:
        """Tell whether what an article is about has changed in a name that another article tells, too: that may be another story."""
        if not self._moved:
            return False
        from generator.events.subjects import keys_of, told_of

        told = self._told()
        changed: set[str] = set()
        for old, new in self._moved:
            for before, after in zip(_subjects_of(old), _subjects_of(new), strict=True):
                told.update(told_of(*before) - told_of(*after))
                changed |= {key for name in set(before[0]).symmetric_difference(after[0]) for key in keys_of(name)}
        return any(told[key] > 1 for key in changed)

    def _told(self) -> Counter[str]:
        """How many articles tell of each key of names and titles."""
        from generator.events.subjects import told_of

        rows = self._db.execute("select subjects from file")
        return Counter(key for (blob,) in rows for subject in _subjects_of(blob) for key in told_of(*subject))

    def touch(self, path: str, stat: Stat, now: int) -> None:
        """Note a new stat of a file whose content is the same."""
        known = stat[0] if stat[0] < now - _RACY else -1
        self._db.execute("update file set mtime = ?, size = ?, inode = ? where path = ?", (known, *stat[1:], path))

    def forget(self, paths: Iterable[str]) -> None:
        """Drop the records of files that are gone."""
        for path in paths:
            self._outdate()
            self._db.execute("delete from file where path = ?", (path,))
            self._db.execute("delete from body where path = ?", (path,))

    def _outdate(self) -> None:
        """Forget how the pages of every output folder were made: their articles are no longer those on record."""
        self._db.execute("update pages set frame = '' where frame <> ''")

    def records(self) -> Iterator[FileRecord]:
        """All records in order of path; articles are about those names alone that another one tells, too."""
        from generator.events.subjects import keys_of

        told = self._told()

        def shared(subject: Subject) -> tuple[str, ...]:
            return tuple(sorted(name for name in subject[0] if any(told[key] > 1 for key in keys_of(name))))

        for blob, subjects in self._db.execute("select record, subjects from file order by path"):
            yield _record(blob, shared, subjects)

    def record(self, path: str) -> FileRecord:
        """The record of one file that has one."""
        blob, subjects = self._db.execute("select record, subjects from file where path = ?", (path,)).fetchone()
        return _record(blob, lambda subject: subject[0], subjects)

    def body(self, path: str) -> tuple[Body, ...]:
        """The bodies of one file that has a record."""
        (blob,) = self._db.execute("select html from body where path = ?", (path,)).fetchone()
        return _decode(_bodies, blob)

    def body_digest(self, path: str) -> str:
        """What stands for the bodies of one file."""
        (digest,) = self._db.execute("select hash from body where path = ?", (path,)).fetchone()
        return bytes(digest).hex()

    def body_digests(self) -> dict[str, str]:
        """What stands for the bodies of each file."""
        return {path: digest.hex() for path, digest in self._db.execute("select path, hash from body")}

    def bodies(self) -> Iterator[tuple[str, tuple[Body, ...]]]:
        """The bodies of each file's articles, in order of path."""
        for path, blob in self._db.execute("select path, html from body order by path"):
            yield path, _decode(_bodies, blob)

    def merged(self, part: str) -> bytes | None:
        """A part of what is remembered of merging the mentions of the last build."""
        hit = self._db.execute("select crc, found from merged where part = ?", (part,)).fetchone()
        return _checked(*hit) if hit else None

    def keep_merged(self, part: str, found: bytes) -> None:
        """Remember a part of what merging gave."""
        self._db.execute("insert or replace into merged values (?, ?, ?)", (part, crc32(found), found))

    def traits(self) -> dict[str, tuple[tuple[tuple[str, int], ...], str]]:
        """By what the events of the last build are known again, under the digests of their contents."""
        found = self.merged("traits")
        try:
            return _traits.decode(found) if found else {}
        except msgspec.DecodeError as error:
            raise CacheError(str(error)) from error

    def keep_traits(self, traits: Mapping[str, tuple[Sequence[tuple[str, int]], str]]) -> None:
        """Remember the traits of events."""
        self.keep_merged("traits", _encoder.encode(traits))

    def pages(self, output: Path) -> dict[str, str]:
        """The digest of each page as it was last published to an output folder."""
        hit = self._db.execute("select digests from pages where output = ?", (str(output.resolve()),)).fetchone()
        return _decode(_digests, hit[0]) if hit else {}

    def keep_pages(self, output: Path, digests: Mapping[str, str]) -> None:
        """Remember the pages that an output folder holds."""
        add = "insert into pages (output, digests) values (?, ?) on conflict (output) do update set digests = excluded.digests"
        self._db.execute(add, (str(output.resolve()), _encode(digests)))

    def keep_result(self, output: Path, frame: str, result: str) -> None:
        """Remember under which circumstances the pages of an output folder were made, and what was said."""
        self._db.execute("update pages set frame = ?, result = ? where output = ?", (frame, result, str(output.resolve())))

    def last(self, output: Path) -> tuple[str, str]:
        """Under which circumstances the pages of an output folder were made, and what was said then."""
        hit = self._db.execute("select frame, result from pages where output = ?", (str(output.resolve()),)).fetchone()
        return (hit[0] or "", hit[1] or "") if hit else ("", "")

    def leaf(self, output: Path, article: str) -> bytes | None:
        """What an article's page is made of besides its text; None where it has no page."""
        hit = self._db.execute("select packed from leaf where output = ? and article = ?", (str(output.resolve()), article)).fetchone()
        return hit[0] if hit else None

    def keep_leaves(self, output: Path, leaves: Iterable[tuple[str, bytes]]) -> None:
        """Remember leaves by their articles' paths."""
        name = str(output.resolve())
        self._db.executemany("insert or replace into leaf values (?, ?, ?)", ((name, *leaf) for leaf in leaves))

    def indexes(self, output: Path) -> dict[str, bytes]:
        """The indexes of the rows of files, by their paths."""
        return dict(self._db.execute("select path, packed from rows where output = ?", (str(output.resolve()),)))

    def keep_indexes(self, output: Path, indexes: Iterable[tuple[str, bytes]]) -> None:
        """Remember indexes by the paths of their files."""
        name = str(output.resolve())
        self._db.executemany("insert or replace into rows values (?, ?, ?)", ((name, *index) for index in indexes))

    def drop_leaves(self, output: Path, articles: Collection[str]) -> None:
        """Forget the leaves of articles that are not among these."""
        name = str(output.resolve())
        known = {article for (article,) in self._db.execute("select article from leaf where output = ?", (name,))}
        self._db.executemany("delete from leaf where output = ? and article = ?", [(name, gone) for gone in known.difference(articles)])

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """Take back what was remembered meanwhile when it fails."""
        self._db.execute("savepoint all_or_nothing")
        try:
            yield
        except BaseException:
            with suppress(sqlite3.Error):
                self._db.execute("rollback to all_or_nothing")
            raise
        self._db.execute("release all_or_nothing")


def discard(root: Path) -> None:
    """Remove a site's store that cannot be used."""
    for suffix in ("", "-wal", "-shm"):
        (root / FOLDER / f"{_STORE}{suffix}").unlink(missing_ok=True)


def program() -> str:
    """A digest of this package's sources, of Python and of the versions of all installed libraries."""
    package = Path(__file__).parent
    digest = blake2b(sys.version.encode(), digest_size=16)
    for path in sorted(package.rglob("*.py")):
        digest.update(path.name.encode() + path.read_bytes())
    libraries = Path(msgspec.__file__).parent.parent
    digest.update("\n".join(sorted(name for name in os.listdir(libraries) if name.endswith(".dist-info"))).encode())  # noqa: PTH208
    return digest.hexdigest()


def folder(root: Path) -> Path | None:
    """The cache folder of a site, made where it is missing; None where the site's folder cannot be written."""
    place = root / FOLDER
    try:
        place.mkdir(exist_ok=True)
        ignore = place / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")
    except OSError:
        return None
    return place


def file_time(place: Path | None) -> int:
    """The time (ns) that the file system would give to a file written now; 0 where nothing can be written."""
    if place is None:
        return 0
    clock = place / "clock"
    try:
        clock.write_bytes(b"")
        return clock.stat().st_mtime_ns
    except OSError:
        return 0


@contextmanager
def lock(root: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Keep other builds of this site out, for up to `patience` seconds; then raises OutputError.

    The operating system lets go of the lock when a process ends, however it ends.
    """
    place = folder(root)
    if place is None:
        yield
        return
    try:
        handle = os.open(place / _LOCK, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        hint = f"make {FOLDER} writable for you, or remove it"
        raise OutputError(Problem(f"cannot be opened: {error.strerror}", f"{FOLDER}/{_LOCK}", hint=hint, severity="error")) from error
    try:
        deadline = time.monotonic() + patience
        while not _try_lock(handle):
            if time.monotonic() >= deadline:
                hint = "wait for it, or stop it, and start again"
                raise OutputError(Problem("another build of this site is at work", str(root), hint=hint, severity="error"))
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


def _try_lock(handle: int) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows
        return _try_lock_windows(handle)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _try_lock_windows(handle: int) -> bool:
    import msvcrt

    try:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    except OSError:
        return False
    return True
