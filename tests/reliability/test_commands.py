"""Whatever a person or a program hands to a command, it answers with words: never with a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability.sites import REPOSITORY, small_site


def dateline(*words: str, stdin: bytes = b"", folder: Path = REPOSITORY) -> tuple[int, str, str]:
    """Run the command line; its exit status and what it said on both channels."""
    command = [sys.executable, "-m", "generator", *words]
    environment = {"PYTHONPATH": str(REPOSITORY), "PATH": "/usr/bin:/bin", "LC_ALL": "C"}
    answer = subprocess.run(command, input=stdin, capture_output=True, check=False, cwd=folder, env=environment, timeout=120)
    return answer.returncode, answer.stdout.decode("utf-8", "replace"), answer.stderr.decode("utf-8", "replace")


LINES = {
    "words": b"garbage\n",
    "list": b"[1, 2]\n",
    "number": b"7\n",
    "no text": b'{"id": 1, "dct": "2013-05-15"}\n',
    "wrong day": b'{"id": 1, "dct": "never", "text": "They met on Tuesday."}\n',
    "impossible day": b'{"id": 1, "dct": "2013-02-30", "text": "They met on Tuesday."}\n',
    "text of a kind": b'{"id": 1, "dct": "2013-05-15", "text": 5}\n',
    "octets": b'{"id": 1, "dct": "2013-05-15", "text": "\xff"}\n',
    "half": b'{"id": 1, "dct": "2013-05-15", "te',
    "deep": b"[" * 100_000 + b"\n",
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())
def test_times_says_which_line_is_wrong(line: bytes) -> None:
    """A line that is no document ends `dateline times` with status 1 and the number of the line; the lines before are answered."""
    good = b'{"id": 0, "dct": "2013-05-15", "text": "They met on Tuesday."}\n'
    status, out, err = dateline("times", stdin=good + line)

    assert status == 1
    assert json.loads(out.splitlines()[0])["timexes"][0]["value"] == "2013-05-14"
    assert "Traceback" not in err
    assert ":2" in err or "line 2" in err


def test_times_takes_what_programs_write() -> None:
    """Empty lines, a byte order mark, Windows line ends, any kind of id, a missing day and text in any script are no fault."""
    lines = [
        '\ufeff{"id": "a", "dct": "2013-05-15T04:02:00+02:00", "text": "They met on Tuesday.", "more": 1}\r\n',
        "\n",
        '{"id": null, "dct": null, "text": "They met on 14 May 2013 🙂 في"}\n',
        '{"id": 2, "dct": "2013-05-15", "text": ""}',
    ]
    status, out, err = dateline("times", stdin="".join(lines).encode())

    assert (status, err) == (0, "")
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["a", None, 2]


def test_a_closed_pipe_is_no_fault() -> None:
    """When the program behind the pipe has seen enough, nothing is printed about it."""
    lines = b'{"id": 0, "dct": "2013-05-15", "text": "They met on Tuesday."}\n' * 20_000
    command = f"{sys.executable} -m generator times | head -1"
    answer = subprocess.run(["/bin/sh", "-c", command], input=lines, capture_output=True, check=False, cwd=REPOSITORY)

    assert answer.stdout.count(b"\n") == 1
    assert b"Traceback" not in answer.stderr
    assert b"Broken" not in answer.stderr


def test_explain_takes_any_file(tmp_path: Path) -> None:
    """`dateline explain` answers for an article, and with words for noise, an empty file and a file outside any site."""
    root = small_site(tmp_path / "site")
    (root / "content/noise.md").write_bytes(bytes(range(256)) * 10)
    (root / "content/empty.txt").write_bytes(b"")
    (root / "content/picture.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (tmp_path / "alone.txt").write_text("They met on 14 May 2013.\n")

    assert dateline("explain", "content/good.md", folder=root)[0] == 0
    for name in ("site/content/noise.md", "site/content/empty.txt", "site/content/picture.jpg", "alone.txt"):
        for options in ((), ("--json",), ("--cuts",)):
            status, _, err = dateline("explain", name, *options, folder=tmp_path)
            assert status in (0, 1), name
            assert "Traceback" not in err, name
            assert status == 0 or Path(name).name in err, name


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_folder_that_is_no_site(command: str, tmp_path: Path) -> None:
    """A command on a folder without site.toml, or on none, says so and what to do."""
    for place in (tmp_path, tmp_path / "nowhere"):
        status, _, err = dateline(command, str(place))
        assert status == 1
        assert "site.toml" in err
        assert "hint:" in err


def test_an_empty_site_is_a_site(tmp_path: Path) -> None:
    """A site without articles, and one without its content folder, builds; `check` answers."""
    (tmp_path / "site.toml").write_text('[site]\ntitle = "Empty"\n')
    assert dateline("build", folder=tmp_path)[0] == 0
    (tmp_path / "content").mkdir()
    assert dateline("build", folder=tmp_path)[0] == 0
    assert (tmp_path / "output/index.html").is_file()
    assert dateline("check", folder=tmp_path)[0] == 0


def test_new_says_what_is_in_the_way(tmp_path: Path) -> None:
    """`dateline new` in a folder that has a site leaves it alone, with status 1."""
    assert dateline("new", "site", folder=tmp_path)[0] == 0
    status, _, err = dateline("new", "site", folder=tmp_path)

    assert status == 1
    assert "already there" in err
    assert "Traceback" not in err


def test_clean_removes_only_what_was_made(tmp_path: Path) -> None:
    """`dateline clean` removes the output and the cache and leaves articles, settings and a user's files."""
    root = small_site(tmp_path / "site")
    assert dateline("build", folder=root)[0] == 0
    (root / "output/mine.txt").write_text("mine")
    assert dateline("clean", folder=root)[0] == 0

    assert [path.name for path in (root / "output").iterdir()] == ["mine.txt"]
    assert {path.name for path in root.iterdir()} <= {"content", "site.toml", "output", "dateline.lock"}
