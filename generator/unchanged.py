"""A site folder in, what its last build said out, if nothing has changed since: decided by `stat` alone.

Nothing heavy is imported here, so that a build with nothing to do takes little longer than starting Python. The state
is one small file a build; whatever is unusual (a young file, a missing folder, another program) means "changed".
"""

# ruff: noqa: PTH116 - os.stat is twice as fast as pathlib's
from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

_FOLDER: Final = ".dateline"
_FILES: Final = ("site.toml", "timeline.yaml", "timeline.yml")  # the last is not read, but complained of
_LEDGER: Final = "dateline.lock"
_PACKAGE: Final = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - pathlib takes longer to import than this to run
# Files changed so shortly (ns) before a look may change again without a new time stamp.
YOUNG: Final = 50_000_000


def last_result(root: Path, output: Path, options: str) -> dict[str, Any] | None:
    """What the last build of `root` to `output` with these options said; None when something may have changed since."""
    try:
        state = json.loads(_state_file(root, output, options).read_bytes())
        same = state["inputs"] == inputs(root, state["folders"])[0] and state["outputs"] == _outputs(root, output, state["places"])
        return state["result"] if same else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def inputs(root: Path, folders: Sequence[str]) -> tuple[str, int]:
    """A digest of the stats of everything that a build reads, and the youngest modification time (ns) among them."""
    digest, youngest = blake2b(digest_size=16), 0
    for name in _FILES:
        try:
            stat = os.stat(f"{root}/{name}")
            digest.update(f"{name} {stat.st_mtime_ns} {stat.st_size} {stat.st_ino}\n".encode())
            youngest = max(youngest, stat.st_mtime_ns)
        except FileNotFoundError:
            digest.update(f"{name} -\n".encode())
    for place in sys.path:  # its time moves when a library is installed, updated or removed
        if place.endswith("site-packages"):
            digest.update(f"{place} {_moved(place)}\n".encode())
    theme = [f"{_PACKAGE}/theme", f"{os.path.dirname(_PACKAGE)}/templates"]  # noqa: PTH120
    for folder in (*(f"{root}/{name}" for name in folders), _PACKAGE, *theme):
        lines = sorted(_stats(folder))
        digest.update(f"{folder}\n".encode())
        digest.update("\n".join(line for line, _ in lines).encode(errors="surrogateescape"))
        youngest = max((youngest, *(mtime for _, mtime in lines)))
    return digest.hexdigest(), youngest


def glance(root: Path, folders: Sequence[str]) -> tuple[int, ...]:
    """When the single files of a site changed, and whether its folders are there."""
    return (*(_moved(f"{root}/{name}") for name in _FILES), *(os.path.isdir(f"{root}/{folder}") for folder in folders))  # noqa: PTH112


def _outputs(root: Path, output: Path, places: Sequence[str]) -> str:
    """A digest of when the ledger and the output's folders changed; a folder does when a file is added or removed there."""
    paths = (f"{root}/{_LEDGER}", *(f"{output}/{place}" for place in places))
    return blake2b("\n".join(f"{path} {_moved(path)}" for path in paths).encode(), digest_size=16).hexdigest()


def remember(
    root: Path, output: Path, options: str, folders: Sequence[str], before: tuple[str, int], now: int, result: dict[str, Any]
) -> None:
    """Note the result of a build for `last_result`.

    `before` is what `inputs` said before the build read anything and `now` the file system's time (ns) then; after a
    build of files younger than that nothing is noted.
    """
    path = _state_file(root, output, options)
    try:
        if before[1] >= now - YOUNG or inputs(root, folders)[0] != before[0]:
            path.unlink(missing_ok=True)
            return
        places = sorted({"", *(name.rpartition("/")[0] for name in _listing(output))})
        state = {
            "inputs": before[0],
            "outputs": _outputs(root, output, places),
            "folders": list(folders),
            "places": places,
            "result": result,
        }
        path.write_text(json.dumps(state), encoding="utf-8")
    except OSError:
        return


def _moved(folder: str) -> int:
    try:
        return os.stat(folder).st_mtime_ns
    except OSError:
        return 0


def _state_file(root: Path, output: Path, options: str) -> Path:
    name = blake2b(f"{os.path.abspath(output)}\n{options}".encode(), digest_size=8).hexdigest()  # noqa: PTH100
    return root / _FOLDER / f"last-{name}.json"


def _listing(output: Path) -> list[str]:
    return (output / ".dateline-files").read_text(encoding="utf-8").splitlines()


def _stats(folder: str, prefix: str = "") -> Iterator[tuple[str, int]]:
    """`path mtime size inode` of every file below a folder, and the time; compiled Python is not looked at."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _stats(entry.path, f"{prefix}{entry.name}/")
        else:
            stat = entry.stat(follow_symlinks=False)
            yield f"{prefix}{entry.name} {stat.st_mtime_ns} {stat.st_size} {stat.st_ino}", stat.st_mtime_ns
