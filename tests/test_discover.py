"""Discovery: what is read, in which order, and what is said of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import ContentSettings
from generator.discover import discover
from generator.errors import Problem


def _discover(root: Path, settings: ContentSettings | None = None) -> tuple[list[str], list[Problem]]:
    found, problems = discover(root, settings or ContentSettings(), {".md", ".txt"})
    return [file.path for file in found], problems


def test_files_come_in_order_of_path(tmp_path: Path) -> None:
    """Whatever order the file system has."""
    for name in ("b.md", "a.txt", "2013/c.md", "B.md"):
        (tmp_path / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / name).write_text("x")

    assert _discover(tmp_path) == (["content/2013/c.md", "content/B.md", "content/a.txt", "content/b.md"], [])


@pytest.mark.parametrize("name", [".hidden.md", "a.md~", ".a.md.swp", "#a.md#", "_draft.md", "Thumbs.db", "picture.jpg", ".git/a.md"])
def test_litter_is_passed_over_in_silence(tmp_path: Path, name: str) -> None:
    """What editors and systems leave is nobody's article."""
    path = tmp_path / "content" / name
    path.parent.mkdir(parents=True)
    path.write_text("x")

    assert _discover(tmp_path) == ([], [])


def test_an_unknown_kind_of_file_is_named(tmp_path: Path) -> None:
    """Nobody wonders where a document went: one that was meant to be read is a warning."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.docx").write_text("x")
    (tmp_path / "content" / "b.zip").write_text("x")
    found, problems = _discover(tmp_path)

    assert found == []
    assert {problem.path: problem.severity for problem in problems} == {"content/a.docx": "warning", "content/b.zip": "notice"}
    assert all(".md" in problem.hint and ".txt" in problem.hint for problem in problems)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    """A link could lead anywhere on the machine."""
    (tmp_path / "secret.md").write_text("x")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").symlink_to(tmp_path / "secret.md")
    (tmp_path / "content" / "loop").symlink_to(tmp_path / "content")
    found, problems = _discover(tmp_path)

    assert found == []
    assert "is a link" in problems[0].message


def test_limits_are_kept_and_said(tmp_path: Path) -> None:
    """Too deep and too large files are reported, not read."""
    (tmp_path / "content" / "a" / "b").mkdir(parents=True)
    (tmp_path / "content" / "a" / "b" / "deep.md").write_text("x")
    (tmp_path / "content" / "large.md").write_text("xx")
    found, problems = _discover(tmp_path, ContentSettings(max_depth=2, max_file_bytes=1))

    assert found == []
    assert {problem.path for problem in problems} == {"content/a/b", "content/large.md"}


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    """With the name of the setting."""
    _, (problem,) = _discover(tmp_path)

    assert "there is no folder `content`" in problem.message
