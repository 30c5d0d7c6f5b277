"""Faults of the machine: whatever breaks, the last good output stays whole and the next build is right."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from generator import cache, discover, publish
from generator.build import build
from generator.errors import DatelineError, OutputError
from tests.reliability.sites import ARTICLE, REPOSITORY, digests, events, small_site

NEWER = ARTICLE.replace("Oslo", "Hamar").replace("Tuesday", "Monday")
NOBODY = 65534


def change(root: Path) -> None:
    """Change one article and add and remove others, so that files are written, rewritten and removed."""
    (root / "content/good.md").write_text(NEWER)
    (root / "content/old.md").unlink()
    (root / "content/new.md").write_text(ARTICLE.replace("Oslo", "Narvik"))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that has been built once."""
    root = small_site(tmp_path / "site", old=ARTICLE.replace("Oslo", "Moss"))
    build(root)
    return root


@contextmanager
def as_nobody() -> Iterator[None]:
    """Give up the rights of the administrator, who may read and write everything, while this lasts."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    if not os.access(REPOSITORY / "pyproject.toml", os.R_OK, effective_ids=True):
        os.seteuid(0)
        pytest.skip("run as administrator from a folder that nobody else may enter: permissions cannot be tried")
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any user can reach."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    subprocess.run(["chmod", "-R", "u+rwX", str(folder)], check=False)
    shutil.rmtree(folder)


def dying(root: Path, step: int) -> subprocess.CompletedProcess[str]:
    """Build in a process that kills itself at a step."""
    command = [sys.executable, "-m", "tests.reliability.dying", str(root), str(step)]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)


def test_kill_at_any_moment(site: Path, tmp_path: Path) -> None:
    """Killed between any two changes of files, a build leaves each file as before or as after, and the next build is right."""
    before = digests(site / "output")
    complete = tmp_path / "complete"
    shutil.copytree(site, complete)
    change(complete)
    steps = int(dying(complete, 0).stdout)
    after = digests(complete / "output")
    assert steps > 10

    for step in sorted({1, 2, 3, steps, *range(4, steps, max(steps // 10, 1))}):
        root = tmp_path / f"killed-{step}"
        shutil.copytree(site, root)
        change(root)
        assert dying(root, step).returncode == -signal.SIGKILL
        left = digests(root / "output")
        assert all(digest in (before.get(path), after.get(path)) for path, digest in left.items()), step
        assert not (before.keys() & after.keys()) - left.keys(), step
        build(root)
        assert digests(root / "output") == after, step
        assert {path.name for path in (root / "output").glob(".*")} == {publish.MANIFEST}, step


def test_kill_and_take_back(site: Path, tmp_path: Path) -> None:
    """Killed while it publishes a change that is then taken back, a build leaves nothing of it after the next one."""
    before = digests(site / "output")
    complete = tmp_path / "complete"
    shutil.copytree(site, complete)
    change(complete)
    steps = int(dying(complete, 0).stdout)

    for step in sorted({steps - 1, steps - 5, *range(steps // 2, steps, max(steps // 8, 1))}):
        root = tmp_path / f"killed-{step}"
        shutil.copytree(site, root)
        good, old = (root / "content/good.md").read_bytes(), (root / "content/old.md").read_bytes()
        book = (root / "dateline.lock").read_bytes()
        change(root)
        assert dying(root, step).returncode == -signal.SIGKILL
        (root / "content/good.md").write_bytes(good)
        (root / "content/old.md").write_bytes(old)
        (root / "content/new.md").unlink()
        (root / "dateline.lock").write_bytes(book)
        build(root)
        assert digests(root / "output") == before, step


def test_each_output_folder_follows_by_itself(site: Path, tmp_path: Path) -> None:
    """A change that was published to one folder is published to another one too."""
    build(site, tmp_path / "second")
    change(site)
    build(site, tmp_path / "second")
    build(site)

    assert digests(site / "output") == digests(tmp_path / "second")


def test_kill_during_the_first_build(tmp_path: Path) -> None:
    """Killed while it fills an empty folder, a build leaves nothing that the next build would take for a user's file."""
    root = small_site(tmp_path / "site")
    complete = tmp_path / "complete"
    shutil.copytree(root, complete)
    steps = int(dying(complete, 0).stdout)

    for step in sorted({1, 2, steps // 2, steps - 1}):
        again = tmp_path / f"killed-{step}"
        shutil.copytree(root, again)
        assert dying(again, step).returncode == -signal.SIGKILL
        build(again)
        assert digests(again / "output") == digests(complete / "output"), step


@pytest.mark.parametrize("number", [1, 3, 8])
def test_disk_full(number: int, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full the build says so, the output stays as it was, and with space again the next build is right."""
    before = digests(site / "output")
    change(site)
    write, calls = publish._write, 0

    def full(path: str, data: bytes) -> None:
        nonlocal calls
        calls += 1
        if calls >= number:
            Path(path).write_bytes(data[: len(data) // 2])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)
        write(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(publish, "_write", full)
        with pytest.raises(OutputError, match="No space left"):
            build(site)
    assert digests(site / "output") == before

    build(site)
    assert any("Narvik" in event["sources"][0]["quote"] for event in events(site / "output"))


def test_files_limited_in_size(site: Path) -> None:
    """A limit on the size of files, as the system enforces it, ends a build with words and exit status 1."""
    before = digests(site / "output")
    change(site)
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)); from generator.cli import main; main()"
    command = [sys.executable, "-c", limit, "build", str(site), "--no-cache"]
    answer = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)

    assert answer.returncode == 1, answer.stderr
    assert "Traceback" not in answer.stderr
    assert "File too large" in answer.stderr
    assert digests(site / "output") == before


def test_an_output_folder_that_cannot_be_written(open_folder: Path) -> None:
    """A read-only output folder is an error that names it; what lies there stays."""
    root = small_site(open_folder / "site", old=ARTICLE.replace("Oslo", "Moss"))
    build(root)
    before = digests(root / "output")
    change(root)
    root.chmod(0o777)

    with as_nobody(), pytest.raises(DatelineError, match="Permission denied") as caught:
        build(root)

    assert caught.value.problems[0].hint
    assert digests(root / "output") == before


@pytest.mark.parametrize("name", ["closed/output", "file/output"])
def test_an_output_folder_that_cannot_be_made(name: str, open_folder: Path) -> None:
    """A folder below one that may not be written, or below a file, is an error that names it."""
    root = small_site(open_folder / "site")
    (open_folder / "closed").mkdir(mode=0o555)
    (open_folder / "file").write_text("a file of a user")

    with as_nobody(), pytest.raises(OutputError, match=str(open_folder / name)) as caught:
        build(root, open_folder / name)

    assert caught.value.problems[0].hint
    assert (open_folder / "file").read_text() == "a file of a user"


def test_a_site_folder_that_cannot_be_written(open_folder: Path) -> None:
    """A read-only site builds into another folder; without its cache and its ledger it says what that means."""
    root = small_site(open_folder / "site")
    target = open_folder / "target"
    target.mkdir()
    target.chmod(0o777)
    build(root, open_folder / "reference")
    shutil.rmtree(root / ".dateline", ignore_errors=True)
    (root / "dateline.lock").unlink(missing_ok=True)
    for path in (root / "content", root):
        path.chmod(0o555)

    with as_nobody():
        build(root, target)

    assert digests(target) == digests(open_folder / "reference")


def test_an_article_that_may_not_be_read(open_folder: Path) -> None:
    """An article without read permission is a problem that names it; the others are published."""
    root = small_site(open_folder / "site", private=ARTICLE)
    (root / "content/private.md").chmod(0)
    root.chmod(0o777)

    with as_nobody():
        result = build(root)

    assert [(problem.path, problem.severity) for problem in result.problems if "ermission" in problem.message] == [
        ("content/private.md", "error")
    ]
    assert result.articles == 1


def test_a_folder_that_may_not_be_listed(open_folder: Path) -> None:
    """A folder of content without permission is a problem that names it; the others are published."""
    root = small_site(open_folder / "site")
    (root / "content/closed").mkdir(0)
    root.chmod(0o777)

    with as_nobody():
        result = build(root)

    assert "content/closed" in {problem.path for problem in result.problems if problem.severity == "error"}
    assert result.articles == 1


def test_a_file_that_vanishes_between_scan_and_read(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is gone when it is read is a problem that names it; the others are published."""
    found = discover.discover

    def then_remove(*arguments: Any, **options: Any) -> Any:
        answer = found(*arguments, **options)
        (site / "content/old.md").unlink()
        return answer

    (site / "content/old.md").write_text(ARTICLE.replace("Oslo", "Skien"))
    monkeypatch.setattr(discover, "discover", then_remove)
    result = build(site)

    assert result.articles == 1
    assert "content/old.md" in {problem.path for problem in result.problems}


def test_two_builds_at_once(site: Path) -> None:
    """While one build is at work another one ends with words; afterwards it works."""
    before = digests(site / "output")
    change(site)

    with cache.lock(site), pytest.raises(DatelineError, match="build") as caught:
        build(site)

    assert caught.value.problems[0].hint
    assert digests(site / "output") == before
    assert build(site).written


def test_a_lock_of_the_dead_is_no_lock(site: Path) -> None:
    """What a killed build leaves behind does not keep the next one out."""
    change(site)
    dying(site, 2)

    assert build(site).written


def test_a_clock_that_goes_backwards(site: Path) -> None:
    """A file that was changed is read again although its time is older than before, and a time in the future harms nothing."""
    (site / "content/good.md").write_text(ARTICLE.replace("Oslo", "Lier"))
    os.utime(site / "content/good.md", (1, 1))
    build(site)
    assert any("Lier" in event["sources"][0]["quote"] for event in events(site / "output"))

    (site / "content/good.md").write_text(ARTICLE.replace("Oslo", "Sola"))
    os.utime(site / "content/good.md", (2**32, 2**32))
    build(site)
    assert any("Sola" in event["sources"][0]["quote"] for event in events(site / "output"))


def test_a_file_swapped_with_its_time_and_size_kept(site: Path) -> None:
    """A file replaced by another of the same size and time (as an unpacked archive does) is read again."""
    good = site / "content/good.md"
    stat = good.stat()
    (site / "content/swap.tmp").write_text(ARTICLE.replace("Oslo", "Lier"))
    os.utime(site / "content/swap.tmp", ns=(stat.st_atime_ns, stat.st_mtime_ns))
    (site / "content/swap.tmp").replace(good)
    build(site)

    assert any("Lier" in event["sources"][0]["quote"] for event in events(site / "output"))


NOTES = {"empty": b"", "noise": bytes(range(256)) * 40, "cut": None, "deep": b'{"dateline.lock": 1}\n' + b"[" * 100_000}


@pytest.mark.parametrize("noise", NOTES.values(), ids=NOTES.keys())
def test_a_damaged_cache(noise: bytes | None, site: Path) -> None:
    """Whatever stands in the cache's files, the output is that of a build without it."""
    complete = digests(site / "output")
    for path in (site / ".dateline").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2] if noise is None else noise)
    shutil.rmtree(site / "output")
    build(site)

    assert digests(site / "output") == complete


@pytest.mark.parametrize("noise", NOTES.values(), ids=NOTES.keys())
def test_a_damaged_ledger(noise: bytes | None, site: Path) -> None:
    """A ledger that cannot be read is at most a problem that names it; there is no traceback and no half site."""
    book = site / "dateline.lock"
    book.write_bytes(book.read_bytes()[: book.stat().st_size // 2] if noise is None else noise)
    before = digests(site / "output")
    try:
        build(site)
    except DatelineError as failure:
        assert failure.problems[0].path == "dateline.lock"
        assert digests(site / "output") == before
    else:
        assert digests(site / "output").keys() == before.keys()


@pytest.mark.parametrize("noise", [b"", b"../site.toml\n/etc/passwd\nmine.txt/..\n", bytes(range(256))], ids=["empty", "paths", "noise"])
def test_a_damaged_list_of_files(noise: bytes, site: Path) -> None:
    """Without its list the program overwrites and removes nothing that it cannot know to be its own."""
    (site / "output/mine.txt").write_text("a user's")
    (site / "output" / publish.MANIFEST).write_bytes(noise)
    change(site)
    try:
        build(site)
    except OutputError as failure:
        assert failure.problems[0].hint
    assert (site / "output/mine.txt").read_text() == "a user's"
    assert (site / "site.toml").is_file()


@pytest.mark.parametrize("name", ["site.toml", "timeline.yaml", "dateline.lock"])
@pytest.mark.parametrize("noise", [b"\xff\xfe\x00\xd8", b"\x00" * 100, b"[", None], ids=["octets", "zeroes", "bracket", "folder"])
def test_settings_that_cannot_be_read(name: str, noise: bytes | None, site: Path) -> None:
    """A damaged settings, corrections or ledger file, or a folder of its name, is a problem that names it; the output stays."""
    before = digests(site / "output")
    change(site)
    (site / name).unlink(missing_ok=True)
    if noise is None:
        (site / name).mkdir()
    else:
        (site / name).write_bytes(noise)
    try:
        problems = build(site).problems
    except DatelineError as failure:
        problems = failure.problems
        assert digests(site / "output") == before
    assert name in {problem.path for problem in problems}
    assert name != "site.toml" or digests(site / "output") == before


def test_a_file_of_a_user_in_the_way(site: Path) -> None:
    """A file of somebody else where a page should go is an error that names it, and it stays."""
    shutil.rmtree(site / "output")
    (site / "output").mkdir()
    (site / "output/index.html").write_text("mine")

    with pytest.raises(OutputError, match=r"index\.html"):
        build(site)
    assert (site / "output/index.html").read_text() == "mine"
    assert [path.name for path in (site / "output").iterdir()] == ["index.html"]
