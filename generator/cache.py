"""What an unchanged input gave, remembered in the `.dateline` folder beside site.toml: always safe to delete."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.errors import OutputError, Problem
from generator.model import Mention, Source, Unused

FOLDER: Final = ".dateline"
_LOCK: Final = "build.lock"
# Seconds that a second build waits for the first, and between two looks.
_PATIENCE: Final = 10.0
_PAUSE: Final = 0.05


@dataclass(frozen=True, slots=True)
class Kept:
    """What the site needs of one article's analysis."""

    source: Source
    deck: str | None
    place: str | None
    draft: bool
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    unused: tuple[Unused, ...]
    html: str


@dataclass(frozen=True, slots=True)
class FileRecord:
    """What one content file gave: its articles, and what is wrong with it."""

    path: str
    articles: tuple[Kept, ...] = ()
    problems: tuple[Problem, ...] = ()


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


@contextmanager
def lock(root: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Keep other builds of this site out, for up to `patience` seconds; then raises OutputError.

    The operating system lets go of the lock when a process ends, however it ends.
    """
    place = folder(root)
    if place is None:
        yield
        return
    handle = os.open(place / _LOCK, os.O_RDWR | os.O_CREAT, 0o666)
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
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
