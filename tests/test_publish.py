"""Publishing: only what differs is written, only what is ours is removed, and a failed run leaves no trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import publish
from generator.errors import OutputError


def _publish(output: Path, files: dict[str, bytes]) -> tuple[list[str], list[str]]:
    publisher = publish.open_output(output)
    for path, data in files.items():
        publisher.put(path, data)
    return publisher.written, publisher.commit(files)


def _tree(folder: Path) -> dict[str, bytes]:
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    files.pop(publish.MANIFEST, None)
    return files


def test_files_lie_where_they_belong(tmp_path: Path) -> None:
    """Folders are made as they are needed."""
    files = {"index.html": b"1", "events/2013/x.html": b"2"}
    _publish(tmp_path / "output", files)

    assert files == _tree(tmp_path / "output")


def test_an_unchanged_file_keeps_its_time(tmp_path: Path) -> None:
    """The same bytes are not written again, so that a copying tool sees no change."""
    _publish(tmp_path, {"a": b"1", "b": b"1"})
    before = (tmp_path / "a").stat()
    written, _ = _publish(tmp_path, {"a": b"1", "b": b"2"})

    assert written == ["b"]
    assert (before.st_mtime_ns, before.st_ino) == ((tmp_path / "a").stat().st_mtime_ns, (tmp_path / "a").stat().st_ino)


def test_a_page_that_is_gone_is_removed_with_its_empty_folder(tmp_path: Path) -> None:
    """A deleted article does not stay online."""
    _publish(tmp_path, {"a": b"1", "old/b": b"1"})
    _, removed = _publish(tmp_path, {"a": b"1"})

    assert removed == ["old/b"]
    assert not (tmp_path / "old").exists()


def test_a_file_of_the_user_is_never_removed(tmp_path: Path) -> None:
    """What others put into the output folder stays."""
    _publish(tmp_path, {"old/b": b"1"})
    (tmp_path / "old" / "CNAME").write_bytes(b"example.com")
    _publish(tmp_path, {"a": b"1"})

    assert _tree(tmp_path) == {"a": b"1", "old/CNAME": b"example.com"}


def test_a_file_of_the_user_is_never_overwritten(tmp_path: Path) -> None:
    """A page that would replace somebody's own file stops the run."""
    (tmp_path / "index.html").write_bytes(b"mine")
    with pytest.raises(OutputError, match="was not written by dateline"):
        _publish(tmp_path, {"index.html": b"ours"})

    assert _tree(tmp_path) == {"index.html": b"mine"}


def test_an_abandoned_run_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    """Nothing is put in place before all is ready."""
    _publish(tmp_path, {"a": b"1"})
    publisher = publish.open_output(tmp_path)
    publisher.put("a", b"2")
    publisher.put("new", b"2")
    publisher.abandon()

    assert _tree(tmp_path) == {"a": b"1"}


def test_an_abandoned_first_run_leaves_nothing(tmp_path: Path) -> None:
    """Also where files were written in their places."""
    publisher = publish.open_output(tmp_path / "output")
    publisher.put("x/a", b"1")
    publisher.abandon()

    assert _tree(tmp_path / "output") == {}


def test_a_killed_first_run_can_be_repeated(tmp_path: Path) -> None:
    """What a run that was killed has written is not taken for a user's."""
    publish.open_output(tmp_path).put("a", b"half")
    _publish(tmp_path, {"a": b"whole"})

    assert _tree(tmp_path) == {"a": b"whole"}


def test_cleaning_removes_our_files_only(tmp_path: Path) -> None:
    """A user's file keeps its folder."""
    _publish(tmp_path, {"a": b"1", "x/b": b"1"})
    (tmp_path / "x" / "mine").write_bytes(b"1")

    assert publish.clean(tmp_path) == 2
    assert _tree(tmp_path) == {"x/mine": b"1"}


@pytest.mark.parametrize("path", ["../a", "/a", "a/../../b", "", "a//b", "a\\b", "./a"])
def test_paths_out_of_the_folder_are_known(path: str) -> None:
    """No page can be written elsewhere."""
    assert not publish.is_inside(path)
