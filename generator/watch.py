"""A site folder in, one word for each settled burst of changes out: woken by `watchfiles` where it is installed, else by a look."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from generator import unchanged

# Seconds between two looks without watchfiles, between two looks at single files with it, and of silence that end a burst.
_LOOK: Final = 0.5
_GLANCE: Final = 0.2
_SETTLED: Final = 0.04
# A burst that never ends is acted upon after so many looks.
_PATIENCE: Final = 50


def changes(root: Path, folders: Sequence[str], stop: threading.Event) -> Iterator[str]:
    """Yield a digest of all inputs first, and again whenever they have changed and stand still.

    What counts is the state of the files, not the event: a save by rename, a file moved in with an old time and a
    whole unpacked archive are each one change.
    """
    state = unchanged.inputs(root, folders)[0]
    yield state
    for _ in _wakings(root, folders, stop):
        now = unchanged.inputs(root, folders)[0]
        if now == state:
            continue
        for _ in range(_PATIENCE):
            if stop.wait(_SETTLED):
                return
            before, now = now, unchanged.inputs(root, folders)[0]
            if now == before:
                break
        state = now
        yield state


def _wakings(root: Path, folders: Sequence[str], stop: threading.Event) -> Iterator[None]:
    """Come back whenever it is worth looking."""
    try:
        from watchfiles import watch
    except ImportError:
        while not stop.wait(_LOOK):
            yield
        return
    while not stop.is_set():
        there = [str(root / folder) for folder in folders if (root / folder).is_dir()]
        if not there:
            stop.wait(_LOOK)
            yield
            continue
        glances = unchanged.glance(root, folders)
        milliseconds, first = int(_GLANCE * 1000), True
        for happened in watch(
            *there, watch_filter=None, stop_event=stop, step=20, debounce=300, rust_timeout=milliseconds, yield_on_timeout=True,
            raise_interrupt=False,
        ):  # fmt: skip
            before, glances = glances, unchanged.glance(root, folders)
            if happened or first or before != glances:
                first = False  # what happened before the watcher stood is found by looking
                yield
            if [str(root / folder) for folder in folders if (root / folder).is_dir()] != there:
                break
