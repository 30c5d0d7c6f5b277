"""The executor: the same results in the same order, wherever the work is done."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from generator import executor
from generator.build import Options, build
from generator.errors import OutputError, Problem, ThemeError


def _square(number: int) -> int:
    return number * number


def _fail_at_seven(number: int) -> int:
    if number == 7:
        raise ValueError("seven")
    return number


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("count", [0, 1, 31, 100])
def test_results_come_in_order(jobs: int, count: int) -> None:
    """Here and in processes, for none, few and many items."""
    assert list(executor.run(_square, range(count), jobs)) == [number * number for number in range(count)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_failure_reaches_the_caller(jobs: int) -> None:
    """An exception in another process is raised here."""
    with pytest.raises(ValueError, match="seven"):
        list(executor.run(_fail_at_seven, range(100), jobs))


@pytest.mark.parametrize("jobs", [1, 2])
def test_shares_come_in_order(jobs: int) -> None:
    """Forked processes see what this one has built, also what cannot travel."""
    work = [lambda number=number: number for number in range(10)]

    def call(some: Sequence[int]) -> list[int]:
        return [work[number]() for number in some]

    assert list(executor.share(call, [[1, 2], [3], [], [4]], jobs)) == [[1, 2], [3], [], [4]]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_failing_share_reaches_the_caller(jobs: int) -> None:
    """With all problems of the exception, not only their text."""
    problem = Problem("broken", "event.html", 3, hint="mend it")

    def fail(some: Sequence[int]) -> None:
        raise ThemeError(problem)

    with pytest.raises(ThemeError) as caught:
        list(executor.share(fail, [[1], [2]], jobs))
    assert caught.value.problems == (problem,)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_share_that_dies_is_said(tmp_path: Path) -> None:
    """A process that is killed from outside does not look like success."""
    here, sign = os.getpid(), tmp_path / "began"

    def die(some: Sequence[int]) -> None:
        if os.getpid() != here:
            sign.touch()
            os._exit(9)
        deadline = time.monotonic() + 10
        while not sign.exists() and time.monotonic() < deadline:
            time.sleep(0.01)

    with pytest.raises(OutputError, match="ended early"):
        list(executor.share(die, [[1], [2]], 2))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_work_beside_leaves_its_files_and_keeps_its_failures(tmp_path: Path) -> None:
    """It is done when the work that it stands beside is, and cannot fail it."""

    def work() -> None:
        (tmp_path / "made").touch()
        raise ValueError("afterwards")

    with executor.beside(work):
        pass
    assert (tmp_path / "made").exists()


@pytest.mark.parametrize("jobs", [1, 3])
def test_the_first_failure_is_the_one_that_is_told(jobs: int) -> None:
    """Whichever process met it, and though others failed too; parcels behind it are not begun for nothing."""

    def fail(number: int) -> int:
        if number >= 40:
            raise ValueError(str(number))
        return number

    with pytest.raises(ValueError, match=r"^40$"):
        list(executor.share(fail, range(20_000), jobs))


def test_a_cluster_that_does_not_answer_is_said() -> None:
    """With or without the library, the message says what to do."""
    with pytest.raises(OutputError) as caught:
        list(executor.run(_square, range(3), cluster="tcp://127.0.0.1:1"))
    assert caught.value.problems[0].hint


@pytest.mark.parametrize("address", ["foo", "tcp://foo", "http://foo/bar", "foo:", ":8786"])
def test_an_address_of_another_form_is_not_tried(address: str) -> None:
    """The message shows the form, at once."""
    with pytest.raises(OutputError, match="is no address") as caught:
        list(executor.run(_square, range(3), cluster=address))
    assert "tcp://HOST:PORT" in caught.value.problems[0].hint


def test_a_cluster_gives_the_same_results() -> None:
    """On two workers of a Dask cluster; items that need it travel with their content."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        results = executor.run(_square, range(100), cluster=cluster.scheduler_address, ship=lambda number: number + 1)
        assert list(results) == [number * number for number in range(1, 101)]


def test_a_site_built_on_a_cluster_is_the_same(tmp_path: Path) -> None:
    """Byte by byte; only the ledger and the cache stand beside the output."""
    distributed = pytest.importorskip("distributed")
    for name in ("here", "there"):
        (tmp_path / name / "content").mkdir(parents=True)
        (tmp_path / name / "site.toml").write_text('[site]\ntitle = "Harbour"\n')
        for day in range(1, 5):
            text = f"---\ntitle: Board meets\ndate: 2013-05-{day:02}\n---\n\nThe harbour board met in Arnvik on Tuesday.\n"
            (tmp_path / name / "content" / f"{day}.md").write_text(text)
    build(tmp_path / "here")
    with distributed.LocalCluster(2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        result = build(tmp_path / "there", options=Options(cluster=cluster.scheduler_address))
    assert result.articles == 4
    assert _published(tmp_path / "there") == _published(tmp_path / "here")


def _published(site: Path) -> dict[str, bytes]:
    output = site / "output"
    return {str(path.relative_to(output)): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def test_work_apart_yields_what_it_would_here() -> None:
    """Octets of any number and length, also none, from a process of its own."""
    pieces = [b"", b"x" * 200_000, os.urandom(9)]
    assert list(executor.apart(lambda: iter([*pieces, str(os.getpid()).encode()])))[:3] == pieces
    assert list(executor.apart(lambda: iter([]))) == []
    if executor._may_fork():
        assert list(executor.apart(lambda: iter([str(os.getpid()).encode()]))) != [str(os.getpid()).encode()]


def _fails_apart() -> Iterator[bytes]:
    yield b"first"
    raise ValueError("apart")


def _dies_apart() -> Iterator[bytes]:
    yield b"first"
    os._exit(3)


def test_work_apart_that_fails_is_told() -> None:
    """An exception is raised here; of a process that died it is said."""
    with pytest.raises(ValueError, match="apart"):
        list(executor.apart(_fails_apart))
    if executor._may_fork():
        with pytest.raises(OutputError, match="ended early"):
            list(executor.apart(_dies_apart))
