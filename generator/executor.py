"""A pure function and many items in, its results in the same order out: worked here, in processes, or on a Dask cluster."""

from __future__ import annotations

import os
import re
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from typing import Any, Final, TypeVar

from generator.errors import OutputError, Problem

# Below so many items one process is faster than starting several (docs/speed.md has the measurement).
BREAK_EVEN: Final = 64
# Items that travel together, and how many such parcels each worker may have waiting.
_PARCEL: Final = 32
_WAITING: Final = 4
_ADDRESS: Final = re.compile(r"(?:[a-z]+://)?(?:\[[0-9a-fA-F:]+\]|[^\s/:\[\]]+):\d{1,5}")

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")


def run(
    work: Callable[[Item], Outcome], items: Sequence[Item], jobs: int = 0, cluster: str = "", ship: Callable[[Item], Item] | None = None
) -> Iterator[Outcome]:
    """Yield `work(item)` for each item in order; `jobs` 0 chooses by the number of items.

    An item for another machine is first passed through `ship`, which puts into it what lies on this one. Few results
    wait in memory at any time. Raises OutputError where the cluster cannot be reached.
    """
    jobs = jobs or (processors() if len(items) >= BREAK_EVEN else 1)
    if not cluster and (jobs == 1 or len(items) < 2):
        yield from map(work, items)
        return
    with _cluster(cluster) if cluster else _processes(jobs) as (pool, workers):
        waiting: deque[Future[list[Outcome]]] = deque()
        for start in range(0, len(items), _PARCEL):
            parcel = items[start : start + _PARCEL]
            waiting.append(pool.submit(_parcel, work, [ship(item) for item in parcel] if cluster and ship else parcel))
            if len(waiting) >= workers * _WAITING:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def share(work: Callable[[Sequence[Item]], Outcome], parcels: Iterable[Sequence[Item]], jobs: int = 0) -> Iterator[Outcome]:
    """Yield `work(parcel)` for each parcel in order, each in a process forked when its turn comes.

    A forked process sees all that this one has built, so that items need not travel; outcomes do, as pickles. Where
    processes cannot be forked safely, all is done here.
    """
    jobs = jobs or processors()
    if jobs < 2 or not hasattr(os, "fork") or sys.platform == "darwin" or threading.active_count() > 1:
        yield from map(work, parcels)
        return
    import gc

    gc.freeze()  # what is never examined is never copied
    running: deque[tuple[int, int]] = deque()
    try:
        for parcel in parcels:
            running.append(_forked(work, parcel))
            if len(running) >= jobs:
                yield _outcome(*running.popleft())
        while running:
            yield _outcome(*running.popleft())
    finally:
        for process, pipe in running:
            os.close(pipe)
            os.waitpid(process, 0)
        gc.unfreeze()


def _forked(work: Callable[[Sequence[Item]], Outcome], parcel: Sequence[Item]) -> tuple[int, int]:
    """Start a process that works one parcel off; its number, and the pipe that its outcome will come through."""
    import pickle

    ear, mouth = os.pipe()
    process = os.fork()
    if process:
        os.close(mouth)
        return process, ear
    status = 1
    try:
        os.close(ear)
        with os.fdopen(mouth, "wb") as pipe:
            try:
                outcome: object = (True, work(parcel))
            except Exception as error:
                outcome = (False, error)
            pickle.dump(outcome, pipe, protocol=pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)  # no handler, no buffer and no lock of the parent's is touched


def _outcome(process: int, pipe: int) -> Any:
    import pickle

    with os.fdopen(pipe, "rb") as stream:
        data = stream.read()
    os.waitpid(process, 0)
    if not data:
        raise OutputError(Problem("a process of the build ended early", hint="is there enough memory?", severity="error"))
    fine, outcome = pickle.loads(data)
    if not fine:
        raise outcome
    return outcome


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _parcel(work: Callable[[Item], Outcome], items: Sequence[Item]) -> list[Outcome]:
    return [work(item) for item in items]


@contextmanager
def _processes(jobs: int) -> Iterator[tuple[Executor, int]]:
    """A pool of processes: forked where that is safe, which saves them all imports."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    alone = threading.active_count() == 1
    way = "fork" if sys.platform == "linux" and alone else "forkserver" if sys.platform != "win32" else "spawn"
    with ProcessPoolExecutor(jobs, multiprocessing.get_context(way)) as pool:
        yield pool, jobs


@contextmanager
def _cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """The workers of a Dask cluster through distributed's own `concurrent.futures` interface."""
    if not _ADDRESS.fullmatch(address):
        hint = "write it as tcp://HOST:PORT, the address that `dask scheduler` prints"
        raise OutputError(Problem(f'"{address}" is no address of a cluster', hint=hint, severity="error"))
    try:
        from distributed import Client
    except ImportError:
        hint = "pip install 'dateline[cluster]'"
        raise OutputError(Problem("--cluster needs dask and distributed", hint=hint, severity="error")) from None
    try:
        client = Client(address, timeout="10s", set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        hint = "start one with `dask scheduler` and `dask worker` (docs/scale.md)"
        raise OutputError(Problem(f"no cluster answers at {address}: {error}", hint=hint, severity="error")) from error
    with client:
        workers = sum(client.ncores().values()) or 1
        yield client.get_executor(pure=False), workers
