"""Size, depth and nesting have limits, each with words; nothing is connected to."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Any, NoReturn

import pytest

from generator.build import build
from tests.reliability.sites import digests, events, example_site, small_site

BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 12)
)
# Front matter that is no use, by the name of what is wrong with it.
FRONT_MATTER = {
    "bomb": BOMB,
    "deep": "a: " + "[" * 5000 + "]" * 5000,
    "object": "title: !!python/object/apply:os.system ['touch hacked']",
    "module": "title: !!python/name:os.system",
    "merge": "base: &base {x: 1}\n<<: [*base, *base]\ntitle: x",
    "self": "a: &a [*a]",
    "unclosed": 'title: "',
    "tab": "title:\tx\n\tdate: y",
    "list": "- a\n- b",
    "text": "only words",
    "keys": "? [a, b]\n: c",
    "dates": "date: 2013-02-30",
    "future": "date: 99999-01-01",
    "year zero": "date: 0000-00-00",
    "number": "date: 2013",
    "first day": "date: 0001-01-01T00:00:00+10:00\nevents:\n  - title: x\n    date: 0001-01-01",
    "last day": "date: 9999-12-31T23:59:00-10:00\nevents:\n  - title: x\n    date: 9998-12-31",
    "zone": "date: 2013-05-15T10:00:00+82:00\ntimezone: ../../etc/passwd",
    "huge number": "date: " + "9" * 5000,
    "null": "title: ~\ndate: ~\ntags: ~",
    "kinds": "title: [a]\ndate: {x: y}\ntags: 7\nevents: soon\nignore: 3\naliases: {}\nauthor: 1.5",
    "events": "events:\n  - 7\n  - {}\n  - title: x\n  - title: x\n    date: never\n  - title: x\n    date: 2013-05-14\n    status: maybe",
    "binary": "title: !!binary aGVsbG8=",
    "set": "tags: !!set {a, b}",
    "clock": "date: 2013-05-15 25:61",
    "two documents": "title: a\n--- \ntitle: b",
}


@pytest.mark.parametrize("text", FRONT_MATTER.values(), ids=FRONT_MATTER.keys())
def test_front_matter_that_is_no_use_stays_with_its_file(text: str, tmp_path: Path) -> None:
    """Broken, hostile or nonsensical front matter is at most a problem of its file; the others are published."""
    root = small_site(tmp_path / "site", bad=f"---\n{text}\n---\n\nThe king met the queen on 3 May 2013.\n")

    result = build(root)

    assert all(problem.path == "content/bad.md" for problem in result.problems)
    assert "fault of dateline" not in "".join(problem.hint for problem in result.problems)
    assert any(event["sources"][0]["article"] == "content/good.md" for event in events(root / "output"))
    assert not (root / "hacked").exists()
    assert not Path("hacked").exists()


_LEVEL = "--a\nContent-Type: multipart/mixed; boundary=a\n\n"
# Files that hold things within things without end, by what they are.
DEEP = {
    "lists.md": "- " * 50_000 + "They met in Oslo on 3 May 2013.",
    "steps.md": "1. " * 50_000 + "They met in Oslo on 3 May 2013.",
    "indents.md": "".join(" " * level + "- x\n" for level in range(1_000)),
    "quotations.md": ">" * 50_000 + " They met in Oslo on 3 May 2013.",
    "page.html": "<div>" * 50_000 + "They met in Oslo on 3 May 2013.",
    "feed.xml": "<rss><channel>" + "<item>" * 50_000,
    "data.json": "[" * 100_000,
    "mail.eml": f"Content-Type: multipart/mixed; boundary=a\n\n{_LEVEL * 5_000}",
    "saved.mhtml": f"Content-Type: multipart/related; boundary=a\n\n{_LEVEL * 5_000}",
    "forwarded.eml": "Content-Type: message/rfc822\n\n" * 5_000,
}


@pytest.mark.parametrize("name", DEEP)
def test_things_within_things_stay_with_their_file(name: str, tmp_path: Path) -> None:
    """However deep, it is an article or a problem of that file in our words, and the others are published.

    Before there were limits each of these took minutes or ended in a fault of the program.
    """
    root = small_site(tmp_path / "site")
    (root / "content" / name).write_text(DEEP[name])
    result = build(root)

    assert all(problem.path.startswith(f"content/{name}") for problem in result.problems)
    assert "fault of dateline" not in "".join(problem.hint for problem in result.problems)
    assert any(event["sources"][0]["article"] == "content/good.md" for event in events(root / "output"))


def test_of_an_article_with_too_many_dates_the_first_are_read(tmp_path: Path) -> None:
    """The problem names the setting; raised, it takes all of them."""
    reports = "\n\n".join(f"The harbour board met in Arnvik on {day} May 2013." for day in range(1, 8))
    root = small_site(tmp_path / "site", many=f"---\ndate: 2013-05-20\n---\n\n{reports}")
    (root / "site.toml").write_text('[site]\ntitle = "Test"\n[content]\nmax_dates = 3\n')

    result = build(root)

    (problem,) = [problem for problem in result.problems if problem.path == "content/many.md"]
    assert "more than 3 dates" in problem.message
    assert "max_dates" in problem.hint
    days = {event["date"]["edtf"] for event in events(root / "output")}
    assert {f"2013-05-0{day}" for day in range(1, 4)} <= days
    assert "2013-05-05" not in days

    (root / "site.toml").write_text('[site]\ntitle = "Test"\n[content]\nmax_dates = 8\n')
    assert not [problem for problem in build(root).problems if problem.path == "content/many.md"]
    assert "2013-05-07" in {event["date"]["edtf"] for event in events(root / "output")}


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """A file above `max_file_bytes` is an error that names the setting; the others are published."""
    root = small_site(tmp_path / "site", large="x" * 2000)
    (root / "site.toml").write_text('[site]\ntitle = "Test"\n[content]\nmax_file_bytes = 1000\n')

    result = build(root)

    assert [problem.path for problem in result.problems if "max_file_bytes" in str(problem)] == ["content/large.md"]
    assert result.articles == 1


def test_folders_that_are_too_deep_are_not_entered(tmp_path: Path) -> None:
    """A folder below `max_depth` is left out with a problem that names the setting."""
    root = small_site(tmp_path / "site")
    deep = root.joinpath("content", *("d" for _ in range(25)))
    deep.mkdir(parents=True)
    (deep / "a.md").write_text("They met on 3 May 2013.")

    result = build(root)

    assert [problem for problem in result.problems if "max_depth" in str(problem)]
    assert result.articles == 1


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """A named pipe in content/ is reported, not read."""
    root = small_site(tmp_path / "site")
    os.mkfifo(root / "content/pipe.md")

    result = build(root)

    assert "content/pipe.md" in {problem.path for problem in result.problems}
    assert result.articles == 1


def test_a_build_opens_no_connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With every socket call forbidden the example site builds as always."""
    root = example_site(tmp_path / "site")
    build(root, tmp_path / "online")

    def refuse(*_: Any, **__: Any) -> NoReturn:
        raise AssertionError("a build must not use the network")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname", "socketpair"):
        monkeypatch.setattr(socket, name, refuse)
    build(root, tmp_path / "offline")

    assert digests(tmp_path / "online") == digests(tmp_path / "offline")


def test_the_time_zone_and_the_locale_of_the_machine_do_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build gives the same bytes in any time zone, locale and hash seed."""
    import subprocess
    import sys

    root = example_site(tmp_path / "site")
    found = []
    for number, (zone, language) in enumerate([("UTC", "C"), ("Pacific/Kiritimati", "de_DE.UTF-8"), ("America/St_Johns", "POSIX")]):
        environment = os.environ | {"TZ": zone, "LC_ALL": language, "PYTHONHASHSEED": str(number)}
        target = tmp_path / str(number)
        command = [sys.executable, "-m", "generator", "build", str(root), "--output", str(target), "--no-cache", "--frozen"]
        subprocess.run(command, env=environment, check=True, capture_output=True)
        found.append(digests(target))

    assert found[0] == found[1] == found[2]
