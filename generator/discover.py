"""A site folder in, the content files to read out: in order of path, with what `stat` says, each oddity reported."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.config import ContentSettings
from generator.errors import Problem

# What editors, file managers and operating systems leave beside the files of a person.
_LITTER: Final = ("~", ".swp", ".swx", ".tmp", ".bak", ".part", ".crdownload", ".orig")
_LITTER_NAMES: Final = frozenset({"Thumbs.db", "desktop.ini", "4913"})
# Files that belong to an article without being one.
_COMPANIONS: Final = frozenset({"jpg", "jpeg", "png", "gif", "svg", "webp", "avif", "ico", "css", "js", "woff", "woff2", "mp4", "mp3"})
# Files that somebody means to be read, and that hold no plain text.
_DOCUMENTS: Final = frozenset({"doc", "docx", "odt", "pages", "pdf", "rtf", "webarchive", "msg"})


@dataclass(frozen=True, slots=True)
class Found:
    """A content file: its path relative to the site (forward slashes), and modification time (ns), size and inode."""

    path: str
    stat: tuple[int, int, int]


def discover(root: Path, settings: ContentSettings, suffixes: Collection[str]) -> tuple[list[Found], list[Problem]]:
    """All files below the content folder that a reader takes, and what was left out although somebody may miss it."""
    problems: list[Problem] = []
    folder = root / settings.folder
    if not folder.is_dir():
        hint = "put articles there, or name another one as `folder` under [content]"
        return [], [Problem(f"there is no folder `{settings.folder}`", settings.folder, hint=hint)]
    found = [
        Found(path, (entry.st_mtime_ns, entry.st_size, entry.st_ino))
        for path, entry in _walk(folder, settings.folder, settings, frozenset(suffixes), problems)
    ]
    found.sort(key=lambda file: file.path)
    return found, problems


def is_litter(name: str) -> bool:
    """Tell whether a file name is an editor's or a system's, not a person's: hidden, a backup, a swap file."""
    return name.startswith((".", "#", "_")) or name.endswith(_LITTER) or name in _LITTER_NAMES


def _walk(
    folder: Path, relative: str, settings: ContentSettings, suffixes: frozenset[str], problems: list[Problem], depth: int = 1
) -> Iterator[tuple[str, os.stat_result]]:
    """The readable files of one folder and those below it."""
    try:
        entries = list(os.scandir(folder))
    except OSError as error:
        problems.append(Problem(f"cannot be listed: {error.strerror}", relative, severity="error"))
        return
    for entry in entries:
        if is_litter(entry.name):
            continue
        path = f"{relative}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if depth < settings.max_depth:
                yield from _walk(Path(entry.path), path, settings, suffixes, problems, depth + 1)
            else:
                problems.append(Problem(f"is more than {settings.max_depth} folders deep and not read", path, hint="raise `max_depth`"))
        elif stat := _stat(entry, path, settings, suffixes, problems):
            yield path, stat


def _stat(
    entry: os.DirEntry[str], path: str, settings: ContentSettings, suffixes: frozenset[str], problems: list[Problem]
) -> os.stat_result | None:
    """What is known of a file that can be read; None, mostly with a problem, for one that cannot."""
    if entry.is_symlink():
        problems.append(Problem("is a link and not read", path, hint="put the file itself into the folder"))
        return None
    suffix = os.path.splitext(entry.name)[1].lower()  # noqa: PTH122 - a Path for each of a million files is slow
    if suffix not in suffixes:
        if suffix[1:] in _DOCUMENTS:
            problems.append(Problem("is not read: no reader for such files", path, hint="save it as .txt, .md or .html"))
        elif suffix[1:] not in _COMPANIONS:
            kinds = ", ".join(sorted(suffixes))
            problems.append(Problem("is not read: no reader for such files", path, hint=f"files that are read: {kinds}", severity="notice"))
        return None
    try:
        stat = entry.stat(follow_symlinks=False)
    except OSError as error:
        problems.append(Problem(f"cannot be read: {error.strerror}", path, severity="error"))
        return None
    if not entry.is_file(follow_symlinks=False):
        problems.append(Problem("is not an ordinary file and not read", path))
        return None
    if stat.st_size > settings.max_file_bytes:
        message = f"is larger ({stat.st_size:,} octets) than `max_file_bytes` allows and not read"
        problems.append(Problem(message, path, hint="raise `max_file_bytes` under [content], or split the file", severity="error"))
        return None
    return stat
