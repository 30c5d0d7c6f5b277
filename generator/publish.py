"""Pages in, files of the output folder out: only what differs is written, all at once, and nothing of a user's is touched.

The folder holds a list of the files that Dateline wrote (`.dateline-files`, one path a line). Only these are ever
replaced or removed; a file of somebody else that stands in the way is an OutputError.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from filecmp import cmp
from io import RawIOBase
from pathlib import Path
from typing import Final

from generator.errors import OutputError, Problem

MANIFEST: Final = ".dateline-files"
_STAGE: Final = ".dateline-new"
# Stands in the list while a folder that was empty is filled for the first time.
_ALL: Final = "*"


@dataclass(slots=True)
class Publisher:
    """One run's writing: `put` each file, then `commit` (or `abandon`, which leaves the folder as it was).

    Into a folder that was empty files are written where they belong. Else they go to a staging folder first and are
    renamed on commit, after the list of our files has grown by them: a run that is killed at any point leaves nothing
    that the next run would take for a user's.
    """

    output: Path
    ours: frozenset[str] = frozenset()
    present: frozenset[str] = frozenset()
    written: list[str] = field(default_factory=list)
    fresh: bool = False
    staged: list[tuple[str, str]] = field(default_factory=list)
    label: str = ""
    _folders: set[str] = field(default_factory=set)

    def put(self, path: str, data: bytes) -> bool:
        """Take one file's bytes; tell whether they differ from what lies there."""
        target = f"{self.output}/{path}"
        if path in self.present:
            if _holds(target, data):
                return False
            if path not in self.ours:
                raise _foreign(self.output / path)
        if self.fresh:
            self._folder(target.rpartition("/")[0])
            _write(target, data)
        else:
            name = f"{self.output}/{_STAGE}/{self.label}-{len(self.staged)}"
            self._folder(f"{self.output}/{_STAGE}")
            _write(name, data)
            self.staged.append((name, target))
        self.written.append(path)
        return True

    def put_pieces(self, path: str, pieces: Iterable[bytes]) -> bool:
        """Take a long file's bytes piece by piece; tell whether they differ from what lies there."""
        target = f"{self.output}/{path}"
        name = target if self.fresh else f"{self.output}/{_STAGE}/{self.label}-{len(self.staged)}"
        self._folder(name.rpartition("/")[0])
        with open(name, "wb", buffering=0) as file:  # noqa: PTH123
            for piece in pieces:
                _fill(file, piece)
        if not self.fresh and path in self.present:
            if cmp(name, target, shallow=False):
                os.unlink(name)  # noqa: PTH108
                return False
            if path not in self.ours:
                raise _foreign(self.output / path)
        if not self.fresh:
            self.staged.append((name, target))
        self.written.append(path)
        return True

    def sizes(self, paths: Iterable[str]) -> dict[str, int]:
        """The sizes of files as they will be after `commit`, in octets; those that there are not are left out."""
        new = {target: name for name, target in self.staged}
        targets = {path: f"{self.output}/{path}" for path in paths}
        places = {path: new.get(target, target) for path, target in targets.items()}
        return {path: os.stat(place).st_size for path, place in places.items() if os.path.exists(place)}  # noqa: PTH116, PTH110

    def commit(self, paths: Iterable[str]) -> list[str]:
        """Put all staged files in place and remove files of ours that are not among `paths`; the paths removed."""
        wanted = set(paths)
        if self.staged:
            self._list(self.ours | wanted)
        for name, target in self.staged:
            self._folder(target.rpartition("/")[0])
            os.replace(name, target)  # noqa: PTH105
        stale = sorted(path for path in self.ours if path not in wanted and path in self.present)
        for path in stale:
            _remove(self.output, path)
        _drop_stage(self.output)
        self._list(wanted)
        return stale

    def abandon(self) -> None:
        """Take back what this run wrote."""
        if self.fresh:
            for path in files_below(str(self.output)):
                _remove(self.output, path)
        _drop_stage(self.output)

    def _list(self, paths: Iterable[str]) -> None:
        """Write the list of our files, if it differs."""
        listing = "".join(f"{path}\n" for path in sorted(paths)).encode()
        if _read(f"{self.output}/{MANIFEST}") != listing:
            self._folder(str(self.output))
            _write(f"{self.output}/{MANIFEST}~", listing)
            Path(f"{self.output}/{MANIFEST}~").replace(f"{self.output}/{MANIFEST}")

    def _folder(self, folder: str) -> None:
        if folder not in self._folders:
            Path(folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)


def open_output(output: Path) -> Publisher:
    """Look at an output folder, which need not exist; raises OutputError where it cannot be used."""
    if output.exists() and not output.is_dir():
        raise OutputError(Problem("is a file, not a folder", str(output), hint="name another folder with --output", severity="error"))
    _drop_stage(output)
    present = frozenset(files_below(str(output)))
    lines = (_read(f"{output}/{MANIFEST}") or b"").decode(errors="replace").splitlines()
    ours = present - {MANIFEST} if lines == [_ALL] else frozenset(filter(is_inside, lines))
    publisher = Publisher(output, ours, present, fresh=not present)
    if publisher.fresh:
        output.mkdir(parents=True, exist_ok=True)
        _write(f"{output}/{MANIFEST}", f"{_ALL}\n".encode())
    return publisher


def is_inside(path: str) -> bool:
    """Tell whether a relative path stays inside the folder that it is relative to."""
    return path.isprintable() and not path.startswith("/") and "\\" not in path and not {"..", ".", ""} & set(path.split("/"))


def files_below(folder: str) -> Iterator[str]:
    """Paths of all files below a folder, relative to it, in no order; links are not followed."""
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        try:
            entries = list(os.scandir(f"{folder}/{prefix}"))
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name


def clean(output: Path) -> int:
    """Remove the files that Dateline wrote and the folders that are empty then; how many files that were."""
    if not output.is_dir():
        return 0
    publisher = open_output(output)
    mine = sorted(publisher.ours & publisher.present)
    for path in mine:
        _remove(output, path)
    (output / MANIFEST).unlink(missing_ok=True)
    if output.is_dir() and not any(output.iterdir()):
        output.rmdir()
    return len(mine)


def _foreign(path: Path) -> OutputError:
    hint = "move it away, or name another folder with --output"
    return OutputError(Problem("was not written by dateline and would be overwritten", str(path), hint=hint, severity="error"))


def _read(path: str) -> bytes | None:
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a Path for each of many thousand files is slow
            return file.read()
    except OSError:
        return None


def _holds(path: str, data: bytes) -> bool:
    """Tell whether a file has these bytes; one of another size is not read."""
    try:
        return os.stat(path).st_size == len(data) and _read(path) == data  # noqa: PTH116
    except OSError:
        return False


def _write(path: str, data: bytes) -> None:
    with open(path, "wb", buffering=0) as file:  # noqa: PTH123
        _fill(file, data)


def _fill(file: RawIOBase, data: bytes) -> None:
    """Write all of some octets."""
    left = memoryview(data)
    while left:
        left = left[file.write(left) or 0 :]


def _remove(output: Path, path: str) -> None:
    """Remove a file and the folders above it that are empty then."""
    target = output / path
    target.unlink(missing_ok=True)
    for folder in list(target.parents)[: path.count("/")]:
        try:
            folder.rmdir()
        except OSError:
            return


def _drop_stage(output: Path) -> None:
    stage = output / _STAGE
    if stage.is_dir():
        for left in stage.iterdir():
            left.unlink()
        stage.rmdir()
