"""A pure function and many items in, its results in the same order out: worked here, in processes, or on a Dask cluster."""

from __future__ import annotations

import os
import re
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar

from generator.errors import OutputError, Problem

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

# Below so many items one process is faster than starting several (docs/speed.md has the measurement).
BREAK_EVEN: Final = 64
# Items that travel together, and how many such parcels each worker may have waiting.
_PARCEL: Final = 32
_SMALL_PARCEL: Final = 4
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
    if not cluster:
        yield work(items[0])  # what this loads and works out, forked processes have too
        items = items[1:]
    with _cluster(cluster) if cluster else _processes(jobs) as (pool, workers):
        waiting: deque[Future[list[Outcome]]] = deque()
        for parcel in _parcels(items, workers):
            waiting.append(pool.submit(_parcel, work, [ship(item) for item in parcel] if cluster and ship else parcel))
            if len(waiting) >= workers * _WAITING:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


@contextmanager
def beside(work: Callable[[], object]) -> Iterator[None]:
    """Let a process of its own do some work meanwhile, which helps where it leaves files behind; nothing where none can be forked.

    What the work raises, it keeps to itself.
    """
    if not _may_fork():
        yield
        return
    process = os.fork()
    if not process:
        try:
            with suppress(Exception):
                work()
        finally:
            os._exit(0)
    try:
        yield
    finally:
        os.waitpid(process, 0)


def apart(work: Callable[[], Iterable[bytes]]) -> Iterator[bytes]:
    """Yield what some work yields, which is done in a process of its own: what it has used is given back when that ends.

    What the work raises is raised here. Where no process can be forked, all is done here.
    """
    if not _may_fork():
        yield from work()
        return
    ear, mouth = os.pipe()
    process = os.fork()
    if not process:
        os.close(ear)
        _tell(work, mouth)
    os.close(mouth)
    try:
        with os.fdopen(ear, "rb") as pipe:
            while (kind := pipe.read(1)) == _PIECE:
                yield pipe.read(int.from_bytes(pipe.read(_LENGTH)))
            rest = pipe.read()
    finally:
        os.waitpid(process, 0)
    if kind == _FAILED:
        import pickle

        raise pickle.loads(rest)
    if kind != _DONE:
        raise _ended_early()


_PIECE, _DONE, _FAILED = b"p", b"d", b"f"
_LENGTH: Final = 8  # octets


def _tell(work: Callable[[], Iterable[bytes]], mouth: int) -> NoReturn:
    """Write what some work yields into a pipe, then end this process."""
    import pickle

    try:
        with os.fdopen(mouth, "wb") as pipe:
            try:
                for piece in work():
                    pipe.write(_PIECE + len(piece).to_bytes(_LENGTH) + piece)
                pipe.write(_DONE)
            except Exception as error:
                pipe.write(_FAILED + pickle.dumps(error))
    finally:
        os._exit(0)  # no handler, no buffer and no lock of the parent's is touched


def _ended_early() -> OutputError:
    return OutputError(Problem("a process of the build ended early", hint="is there enough memory?", severity="error"))


def _may_fork() -> bool:
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1


def share(work: Callable[[Item], Outcome], parcels: Sequence[Item], jobs: int = 0) -> Iterator[Outcome]:
    """Yield `work(parcel)` for each parcel in order; this process and some forked from it take the next one when they are free.

    A forked process sees all that this one has built, so that parcels need not travel; outcomes do, as pickles, when all
    parcels are taken. The failure raised is that of the first parcel that failed; none is begun after one has. Where
    processes cannot be forked safely, all is done here, and each outcome is there at once.
    """
    jobs = min(jobs or processors(), len(parcels))
    if jobs < 2 or not _may_fork():
        for parcel in parcels:  # not by `map`, which would take a StopIteration out of the work for its own end
            yield work(parcel)
        return
    for start in range(0, len(parcels), _TICKETS):
        yield from _shared(work, parcels[start : start + _TICKETS], jobs)


# The numbers of so many parcels wait in a pipe, which takes no more than 65,536 octets.
_TICKETS: Final = 8192
_TICKET: Final = 4  # octets


def _shared(work: Callable[[Item], Outcome], parcels: Sequence[Item], jobs: int) -> Iterator[Outcome]:
    import gc

    tickets, mouth = os.pipe()
    os.write(mouth, b"".join(number.to_bytes(_TICKET) for number in range(len(parcels))))
    os.close(mouth)
    gc.freeze()  # what is never examined is never copied
    others = [_forked(work, parcels, tickets) for _ in range(jobs - 1)]
    try:
        done = _taken(work, parcels, tickets)
        while others:
            done |= _outcome(*others.pop())
    finally:
        _give_back(tickets)
        os.close(tickets)
        for process, pipe in others:
            os.close(pipe)
            os.waitpid(process, 0)
        gc.unfreeze()
    for number in sorted(done):
        fine, outcome = done[number]
        if not fine:
            raise outcome
        yield outcome


def _taken(work: Callable[[Item], Outcome], parcels: Sequence[Item], tickets: int) -> dict[int, tuple[bool, Any]]:
    """Work off parcels as long as there are any: for each by its number, whether it went well, and its outcome or failure."""
    done: dict[int, tuple[bool, Any]] = {}
    while ticket := os.read(tickets, _TICKET):
        number = int.from_bytes(ticket)
        try:
            done[number] = True, work(parcels[number])
        except Exception as error:
            done[number] = False, error
            _give_back(tickets)
    return done


def _give_back(tickets: int) -> None:
    """Take all tickets that are left, so that no parcel is begun any more."""
    while os.read(tickets, _TICKET * _TICKETS):
        pass


def _forked(work: Callable[[Item], Outcome], parcels: Sequence[Item], tickets: int) -> tuple[int, int]:
    """Start a process that works parcels off; its number, and the pipe that their outcomes will come through."""
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
            pickle.dump(_taken(work, parcels, tickets), pipe, protocol=pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)  # no handler, no buffer and no lock of the parent's is touched


def _outcome(process: int, pipe: int) -> dict[int, tuple[bool, Any]]:
    """What another process has done."""
    import pickle

    with os.fdopen(pipe, "rb") as stream:
        data = stream.read()
    os.waitpid(process, 0)
    if not data:
        raise _ended_early()
    done: dict[int, tuple[bool, Any]] = pickle.loads(data)
    return done


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _parcels(items: Sequence[Item], workers: int) -> Iterator[Sequence[Item]]:
    """Items that travel together, fewer and fewer towards the end: no worker is to wait for another one's last parcel."""
    start = 0
    while start < len(items):
        size = min(_PARCEL, max(_SMALL_PARCEL, (len(items) - start) // (2 * workers)))
        yield items[start : start + size]
        start += size


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
