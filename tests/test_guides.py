"""The tutorial and the guides, followed to the letter: what they print works, and what they promise comes."""

from __future__ import annotations

import ast
import json
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator import config
from generator.cli import dateline
from generator.events.corrections import load
from generator.read import READERS, read_articles
from generator.timex import language, meaning
from generator.timex.scan import scan

REPOSITORY = Path(__file__).parent.parent
PAGES = sorted([REPOSITORY / "README.md", *REPOSITORY.glob("docs/**/*.md")])
BLOCK = re.compile(r"^```(?P<language>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
SETTINGS = re.compile(r"^\[(?:site|content|calendar|pages|source)\b", re.MULTILINE)


def blocks(page: str, *languages: str) -> list[str]:
    """The code blocks of a page of the manual in some languages, in order."""
    text = (REPOSITORY / page).read_text(encoding="utf-8")
    return [block["text"] for block in BLOCK.finditer(text) if block["language"] in languages]


def commands(page: str) -> Iterator[list[str]]:
    """The commands of a page's shell blocks, one by one, as words."""
    for block in blocks(page, "sh"):
        for line in block.splitlines():
            yield from (shlex.split(part, comments=True) for part in line.split(" && "))


def run(*words: str) -> Result:
    """Run one command line; it must end well."""
    result = CliRunner().invoke(dateline, words, catch_exceptions=False)
    assert result.exit_code == 0, (words, result.output)
    return result


def events(site: Path) -> dict[str, Any]:
    """The events of the built site by their titles."""
    return {event["title"]: event for event in json.loads((site / "output/events.json").read_text())["events"]}


@pytest.fixture
def road(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The site that `dateline new` makes, with the reader of the manual in its folder."""
    monkeypatch.chdir(tmp_path)
    run("new", "road")
    monkeypatch.chdir(tmp_path / "road")
    return tmp_path / "road"


def test_the_commands_of_the_tutorial_are_those_tried_here() -> None:
    """A step that is added to the tutorial must be added to the tests below."""
    tried = [
        "python3 -m venv env", ". env/bin/activate", "pip install ./dateline", "dateline new road", "cd road", "dateline build",
        "dateline serve --open", "dateline explain content/2013-06-26-geneva.txt", "dateline explain --cuts content/2013-06-26-geneva.txt",
        "dateline check", "dateline build --strict",
        "rsync --archive --delete --exclude '.dateline*' output/ you@example.org:/var/www/road/",
    ]  # fmt: skip
    assert [shlex.join(words) for words in commands("docs/tutorial.md")] == tried


def test_the_tutorial_from_the_pasted_article_to_the_calendar(road: Path) -> None:
    """Each step gives what the text says of it."""
    pasted, front = blocks("docs/tutorial.md", "")
    (correction,) = blocks("docs/tutorial.md", "yaml")
    (address,) = blocks("docs/tutorial.md", "toml")
    assert "warning" not in run("build").output
    (road / "content/2013-06-26-geneva.txt").write_text(pasted)
    run("build")
    told = [(event["date"]["label"], event["status"]) for event in events(road).values()]
    assert ("25 June 2013", "happened") in told
    assert ("Week of 1 July 2013", "planned") in told
    assert not any("2019" in label for label, _ in told)

    reasons = run("explain", "content/2013-06-26-geneva.txt").output
    assert '"Tuesday" is DATE 2013-06-25' in reasons
    assert "counted from 2013-06-26" in reasons
    assert "entry: " in reasons
    cuts = run("explain", "--cuts", "content/2013-06-26-geneva.txt").output
    assert "stop-heading: Related Content" in cuts
    assert "Lake steamer" in cuts

    (road / "content/2013-06-26-geneva.txt").unlink()
    _, opening, rest = pasted.partition("American and Russian officials")
    (road / "content/2013-06-26-geneva.md").write_text(front + opening + rest)
    with (road / "timeline.yaml").open("a") as file:
        file.write(correction)
    assert "warning" not in run("build").output
    event = events(road)["Second round of talks in Geneva"]
    assert event["date"]["edtf"] == "2013-06-25"
    assert (road / "output/tags/peace-conference.html").is_file()
    assert (road / "output/tags/peace-conference.ics").is_file()
    assert "no report that it took place" in run("check").output

    settings = (road / "site.toml").read_text()
    (road / "site.toml").write_text(settings.replace("[site]\n", address, 1))
    run("build", "--strict")
    assert "https://example.org/road/calendar.ics" in (road / "output/calendar.ics").read_text()
    assert "webcal://example.org/road/calendar.ics" in (road / "output/subscribe.html").read_text()


def test_rsync_takes_the_site_and_nothing_of_ours(road: Path, tmp_path: Path) -> None:
    """The line of the manual, to a folder beside."""
    if shutil.which("rsync") is None:
        pytest.skip("rsync is not installed")
    run("build")
    (line,) = (words for words in commands("docs/guides/deploying.md") if words[0] == "rsync")
    target = tmp_path / "www"
    target.mkdir()
    (target / "old.html").write_text("gone")
    subprocess.run([*line[:-1], f"{target}/"], check=True, cwd=road)

    here = {path.relative_to(road / "output").as_posix() for path in (road / "output").rglob("*")}
    there = {path.relative_to(target).as_posix() for path in target.rglob("*")}
    assert there == {name for name in here if not name.startswith(".dateline")}


def test_the_web_server_knows_every_ending(road: Path) -> None:
    """The nginx block of the manual names a type for each file that a build makes, and for those of the full-text search."""
    (block,) = blocks("docs/guides/deploying.md", "nginx")
    told = set(re.findall(r"[\w+/-]+/[\w+.-]+((?: \w+)+);", block.partition("types {")[2].partition("}")[0]))
    known = {ending for group in told for ending in group.split()}
    (road / "site.toml").write_text('[site]\nurl = "https://example.org/road/"\n')
    run("build")
    made = {path.suffix.removeprefix(".") for path in (road / "output").rglob("*") if path.is_file() and not path.name.startswith(".")}

    assert made | {"wasm"} <= known


def test_the_minute_of_the_readme(road: Path) -> None:
    """The article of the README gives the two entries that it promises."""
    (article,) = (block for block in blocks("README.md", "") if "GENEVA" in block)
    (road / "content/talks.txt").write_text(article)
    run("build")
    told = [(event["date"]["edtf"], event["status"]) for event in events(road).values()]

    assert ("2013-06-25", "happened") in told
    assert ("2013-07-01/2013-07-07", "planned") in told


def test_every_setting_that_the_manual_shows_is_one() -> None:
    """Blocks of site.toml are read without complaint."""
    seen = 0
    for page in PAGES:
        for block in blocks(str(page), "toml"):
            values = tomllib.loads(block)
            if SETTINGS.search(block):
                config.parse(block)
                seen += 1
            else:
                assert set(values["build"]) >= {"command", "publish"}  # netlify.toml
    assert seen >= 4


def test_the_corrections_that_the_manual_shows_are_read(road: Path) -> None:
    """The front matter, each row of the table of verbs, and the longer example; the starter's commented examples too."""
    front, example = blocks("docs/guides/corrections.md", "yaml")
    (road / "content/2021-03-10-talks.md").write_text(
        f"{front}\nEnvoys met in Oslo on Monday. Farmers met at the old mill on Tuesday. The street was closed on Sunday.\n"
    )
    assert "warning" not in run("build").output
    assert {"Border opens", "Envoys meet in Oslo", "Street closed"} <= set(events(road))

    table = (REPOSITORY / "docs/guides/corrections.md").read_text().partition("| verb |")[2].partition("\n\n")[0]
    rows = [code for line in table.splitlines()[2:] if (code := re.findall(r"`(- .*?)`(?: with `(.*?)`)?", line)[0])]
    text = "\n".join(f"{first}\n  {second}" if second else first for first, second in rows)
    assert {rule.verb for rule in load(text).rules} == {"pin", "edit", "merge", "split", "drop", "add"}
    assert len(load(example).rules) == 3

    starter = (road / "timeline.yaml").read_text()
    assert load(starter).rules == ()
    shown = re.sub(r"^# (?=- |  )", "", starter, flags=re.MULTILINE)
    assert {rule.verb for rule in load(shown).rules} == {"pin", "edit", "merge", "split", "drop", "add"}


def test_the_table_of_importable_files_is_complete() -> None:
    """The guide lists the endings that there is a reader for, and no others."""
    text = (REPOSITORY / "docs/guides/importing.md").read_text()
    rows = text.partition("| ending |")[2].partition("\n\n")[0]

    assert set(re.findall(r"`(\.\w+)`", rows)) == set(READERS)


def test_the_table_of_events_that_the_manual_shows_is_read() -> None:
    """Two events, one with two people and one of several days."""
    (table,) = blocks("docs/guides/importing.md", "csv")
    (article,), problems = read_articles(table.encode(), "content/table.csv", config.Config())

    assert not problems
    assert [(event.title, event.span.edtf, event.status, event.people) for event in article.events] == [
        ("Talks open", "2013-05-14", "happened", ("Ada Holt", "Jo Ray")),
        ("Second round", "2014-02-10/2014-02-15", "planned", ()),
    ]


def test_the_front_matter_that_the_manual_shows_is_read() -> None:
    """All ways to write one day mean it, the two entries are read, and the example has no problem."""
    page = "docs/reference/front-matter.md"
    dates, entries = blocks(page, "yaml")
    for line in dates.splitlines():
        (article,), problems = read_articles(f"---\ntitle: T\n{line}\n---\n\nThey met.\n".encode(), "content/a.md", config.Config())
        assert article.published is not None, line
        assert (article.published.date().isoformat(), problems) == ("2013-05-15", ()), line
    (article,), problems = read_articles(f"---\ntitle: T\ndate: 2014-01-20\n{entries}---\n".encode(), "content/a.md", config.Config())
    assert [event.title for event in article.events] == ["Conference opens", "Second round of talks"]
    assert not problems
    (article,), problems = read_articles(blocks(page, "markdown")[0].encode(), "content/a.md", config.Config())
    assert (article.publisher, article.tags, problems) == ("The Northern Ledger", ("diplomacy", "harbours"), ())


def test_the_templates_that_the_manual_shows_work(road: Path) -> None:
    """Each block that names its file, put there."""
    for block in blocks("docs/theming.md", "jinja", "css", "html"):
        if name := re.match(r"\{# (templates/\S+) #\}", block):
            (road / name[1]).parent.mkdir(parents=True, exist_ok=True)
            (road / name[1]).write_text(block)
    assert list((road / "templates").glob("*.html"))
    assert "warning" not in run("build").output


def test_the_example_of_events_json_has_the_keys_of_the_file(road: Path) -> None:
    """Of the file, an event, its date, its sources and its history."""
    example = next(json.loads(block) for block in blocks("docs/feeds.md", "json") if '"events"' in block)
    run("build")
    real = json.loads((road / "output/events.json").read_text())

    assert set(example) == set(real)
    shown = example["events"][0]
    for event in real["events"]:
        assert set(shown) == set(event)
        assert set(shown["date"]) == set(event["date"])
        assert all(set(shown["sources"][0]) == set(source) for source in event["sources"])
        assert all(set(shown["history"][0]) == set(change) for change in event["history"])


def test_the_rule_of_the_languages_guide_reads_its_examples() -> None:
    """Words, pattern and function, put together as the guide says, on every day of the month and with its own yes and no."""
    text = (REPOSITORY / "docs/guides/languages.md").read_text()
    shown = [
        textwrap.dedent(block).replace(", ...", ",") for block in re.findall(r"(?:^(?: {8}.*)?\n)+", text, re.MULTILINE) if block.strip()
    ]
    words = ast.literal_eval("{" + shown[0] + "}")
    space: dict[str, Any] = {"Match": language.Match, "Meaning": meaning.Meaning, "Date": meaning.Date}
    exec(shown[1], space)
    parts = {
        "settle": lambda tokens, _: tokens,
        "unlikely": lambda *_: False,
        "finish": lambda _, found, __: found,
        "tense": lambda *_: None,
    }
    french = language.build("xx", words, space["RULES"], space["MACROS"], (), (), {}, **parts)

    assert "no: 45 mai" in shown[1]
    assert scan("45 mai", french)[1] == []
    for day in range(1, 32):
        (found,) = scan(f"le {day} mai 2013", french)[1]
        assert (found.reading.meaning.day, found.rule) == (day, "full_date")


def test_the_manual_names_only_modules_and_scripts_that_exist() -> None:
    """`python -m tests.reliability.corrupt` and the like."""
    for page in [*PAGES, REPOSITORY / "CONTRIBUTING.md"]:
        for name in re.findall(r"python -m ((?:tests|docs|benchmarks|generator)[\w.]*)", page.read_text()):
            place = REPOSITORY / name.replace(".", "/")
            assert place.with_suffix(".py").is_file() or (place / "__main__.py").is_file(), (page, name)


def test_the_module_is_the_command() -> None:
    """`python -m generator` does the same as `dateline`."""
    answer = subprocess.run([sys.executable, "-m", "generator", "--version"], capture_output=True, text=True, check=True, cwd=REPOSITORY)
    assert answer.stdout == run("--version").stdout
