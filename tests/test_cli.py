"""The command line: exit codes, messages, and one page of help with an example for each command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import __version__
from generator.cli import dateline

ARTICLE = "---\ntitle: Board meets\ndate: 2013-05-15\n---\n\nThe harbour board met in Arnvik on Tuesday.\n"


def _run(*words: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(dateline, [str(word) for word in words], input=stdin, catch_exceptions=False)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one article."""
    (tmp_path / "content").mkdir()
    (tmp_path / "site.toml").write_text('[site]\ntitle = "Harbour"\n')
    (tmp_path / "content" / "a.md").write_text(ARTICLE)
    return tmp_path


def test_the_version_is_the_packages() -> None:
    """On one line."""
    assert __version__ in _run("--version").output


@pytest.mark.parametrize("command", sorted(dateline.commands))
def test_each_command_has_help_with_an_example(command: str) -> None:
    """The example is a command that one can paste."""
    output = _run(command, "--help").output

    assert "Example:" in output
    assert "dateline" in output.rpartition("Example:")[2]


def test_the_list_of_commands_is_short_and_in_the_order_of_use() -> None:
    """No line is cut off, and what one needs first comes first."""
    output = _run("--help").output
    listed = output.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()

    assert not any(line.endswith("...") for line in listed)
    assert {line.split()[0] for line in listed} == set(dateline.commands)
    assert listed[0].split()[0] == "new"
    assert "exit status" in output


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete(shell: str) -> None:
    """The line of the manual makes a function that asks this program."""
    environment = {"_DATELINE_COMPLETE": f"{shell}_source", "PATH": "/usr/bin:/bin"}
    answer = subprocess.run([sys.executable, "-m", "generator"], capture_output=True, text=True, check=False, env=environment)

    assert answer.returncode == 0
    assert "_dateline_completion" in answer.stdout


@pytest.mark.parametrize("command", sorted(dateline.commands))
def test_each_option_is_explained(command: str) -> None:
    """No option without a sentence."""
    options = [parameter for parameter in dateline.commands[command].params if parameter.param_type_name == "option"]

    assert all(getattr(option, "help", None) for option in options)


def test_a_mistyped_command_gets_the_nearest_one() -> None:
    """Usage errors leave with 2."""
    result = _run("biuld")

    assert result.exit_code == 2
    assert 'did you mean "build"?' in result.output


def test_a_mistyped_option_is_a_usage_error(site: Path) -> None:
    """With a suggestion."""
    result = _run("build", site, "--stric")

    assert result.exit_code == 2
    assert "--strict" in result.output


def test_a_build_ends_with_a_summary(site: Path) -> None:
    """Counts and seconds on one line."""
    result = _run("build", site)

    assert result.exit_code == 0
    assert result.output.startswith("1 article, ")
    assert (site / "output" / "index.html").is_file()


def test_a_second_build_says_that_nothing_changed(site: Path) -> None:
    """And writes nothing."""
    _run("build", site)

    assert "nothing changed" in _run("build", site).output


def test_notices_are_counted_and_shown_when_asked_for(site: Path) -> None:
    """The summary tells that there is more to read."""
    (site / "content" / "b.zip").write_text("x")

    assert "1 notice (--verbose shows it)" in _run("build", site).output
    full = _run("build", site, "--verbose").output
    assert "content/b.zip" in full
    assert "shows it" not in full


def test_quiet_prints_nothing_when_all_is_well(site: Path) -> None:
    """For scripts."""
    assert _run("build", site, "--quiet").output == ""


def test_verbose_prints_the_time_of_each_phase(site: Path) -> None:
    """In the order in which they ran."""
    lines = _run("build", site, "--verbose", "--no-cache").output.splitlines()

    assert [line.split()[0] for line in lines if line.endswith(" s") and "," not in line][:2] == ["start", "analyse"]


def test_json_is_one_object(site: Path) -> None:
    """Counts, phases and problems."""
    data = json.loads(_run("build", site, "--json").output)

    assert (data["articles"], data["problems"]) == (1, [])
    assert data["written"] > 5


def test_another_output_folder(site: Path, tmp_path: Path) -> None:
    """Named by --output."""
    _run("build", site, "--output", tmp_path / "public")

    assert (tmp_path / "public" / "index.html").is_file()
    assert not (site / "output").exists()


def test_the_content_folder_is_no_output_folder(site: Path) -> None:
    """Nothing is ever written among what is read."""
    result = _run("build", site, "--output", site / "content" / "public")

    assert result.exit_code == 1
    assert "cannot hold what is read" in result.output


def test_wrong_settings_leave_with_one(site: Path) -> None:
    """Each problem as path:line:column, then a hint."""
    (site / "site.toml").write_text('[site]\ntitel = "x"\nurll = "y"\n')
    result = _run("build", site)

    assert result.exit_code == 1
    assert "site.toml:2:1: unknown setting `titel`\n  hint: did you mean `title`?" in result.output
    assert "site.toml:3:1: unknown setting `urll`\n  hint: did you mean `url`?" in result.output


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ('markdown = "pyromark"', "pip install 'dateline[fast]'"),
        ('markdown_extensions = ["harbour"]', 'there is no Markdown extension "harbour"'),
    ],
)
@pytest.mark.parametrize("command", [("build",), ("explain", "content/a.md")])
def test_a_markdown_engine_that_is_not_there(
    setting: str, words: str, command: tuple[str, ...], site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is one problem of the settings, not one of each article, and nothing is published without the articles."""
    (site / "site.toml").write_text(f"[pages]\n{setting}\n")
    monkeypatch.setattr("generator.render.body.find_spec", lambda name: None)
    monkeypatch.chdir(site)
    result = _run(*command)

    assert result.exit_code == 1
    assert words in result.output
    assert result.output.count("hint:") == 1
    assert not (site / "output").exists()


def test_strict_makes_warnings_count(site: Path) -> None:
    """Also in a build that has nothing to do."""
    (site / "content" / "undated.md").write_text("---\ntitle: No day\n---\n\nThey met on Tuesday.\n")

    assert _run("build", site).exit_code == 0
    assert _run("build", site, "--strict").exit_code == 1
    assert _run("build", site, "--strict").exit_code == 1


def test_one_bad_article_does_not_stop_the_others(site: Path) -> None:
    """It is an error, and the rest is published."""
    (site / "content" / "bad.md").write_bytes(b"---\ntitle: [\n---\n\nText.\n")
    result = _run("build", site)

    assert result.exit_code == 1
    assert "content/bad.md:" in result.output
    assert (site / "output" / "articles" / "a.html").is_file()


def test_drafts_are_not_published_unless_asked_for(site: Path) -> None:
    """A draft is for the preview."""
    (site / "content" / "d.md").write_text(ARTICLE.replace("date:", "draft: true\ndate:").replace("Board", "Crew"))
    _run("build", site)
    assert not (site / "output" / "articles" / "d.html").exists()

    _run("build", site, "--drafts")
    assert (site / "output" / "articles" / "d.html").exists()


def test_frozen_leaves_the_ledger_alone(site: Path) -> None:
    """As a build on a server should."""
    _run("build", site, "--frozen")
    assert not (site / "dateline.lock").exists()

    _run("build", site)
    assert (site / "dateline.lock").exists()


def test_clean_leaves_what_a_person_wrote(site: Path) -> None:
    """Cache and output go, also an output with a user's file in it stays."""
    _run("build", site)
    (site / "output" / "CNAME").write_text("harbour.example")
    result = _run("clean", site)

    assert "files removed" in result.output
    assert [path.name for path in (site / "output").iterdir()] == ["CNAME"]
    assert not (site / ".dateline").exists()
    assert (site / "content" / "a.md").exists()


def test_explain_names_rule_and_reason(site: Path) -> None:
    """In words."""
    output = _run("explain", site / "content" / "a.md").output

    assert '"Tuesday" is DATE 2013-05-14' in output
    assert "counted from 2013-05-15" in output
    assert "entry: 14 May 2013" in output


def test_explain_tells_the_cure_of_a_problem(site: Path) -> None:
    """As a build does."""
    (site / "content" / "undated.txt").write_text(
        "Board meets\n\nThe harbour board of Arnvik met for a long time on Tuesday to talk about its quay.\n"
    )
    assert "hint: add a line `date:" in _run("explain", site / "content" / "undated.txt").output


def test_explain_tells_why_reports_are_one_event(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the id of an event: its reports, the reasons, the history; an id that nobody bears names the nearest."""
    more = ARTICLE.replace("Board meets", "Board met").replace("2013-05-15", "2013-05-16")
    (site / "content" / "b.md").write_text(more.replace("on Tuesday", "two days ago"), encoding="utf-8")
    monkeypatch.chdir(site)
    output = _run("explain", "2013-05-14-harbour-board-meets-in-arnvik").output

    assert "reports (2):" in output
    assert "same kind of event (meet)" in output
    assert "first reported (content/a.md)" in output
    assert json.loads(_run("explain", "2013-05-14-harbour-board-meets-in-arnvik", "--json").output)["reasons"]
    wrong = _run("explain", "2013-05-14-harbour-board-met")
    assert wrong.exit_code == 1
    assert 'the nearest id is "2013-05-14-harbour-board-meets-in-arnvik"' in wrong.output
    missing = _run("explain", "content/missing.md")
    assert missing.exit_code == 2
    assert "there is no file content/missing.md" in missing.output


def test_explain_tells_what_was_corrected_by_hand(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By id and by words, each with its line: else nobody sees why a date is not the reports'."""
    monkeypatch.chdir(site)
    name = "2013-05-14-harbour-board-meets-in-arnvik"
    assert "corrected in" not in _run("explain", name).output
    (site / "timeline.yaml").write_text(
        f"- edit: harbour board met\n  status: possible\n- pin: {name}\n  date: 2013-05-13\n  title: Talks\n"
    )
    output = _run("explain", name).output

    assert "corrected in timeline.yaml:" in output
    assert "line 1: edit: status" in output
    assert "line 3: pin: date, title" in output
    assert json.loads(_run("explain", name, "--json").output)["corrections"][1] == {"line": 3, "correction": "pin: date, title"}


def test_explain_takes_the_address_of_a_page(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As copied from the browser, or as the file lies in the output folder."""
    monkeypatch.chdir(site)
    _run("build")
    (page,) = (site / "output/events/2013").glob("*.html")

    for name in (page.stem, page, f"https://example.org/events/2013/{page.name}"):
        assert page.stem in _run("explain", name).output


def test_explain_names_the_file_that_was_meant(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slip of the finger, and a place that is not there at all."""
    monkeypatch.chdir(site)

    assert "did you mean content/a.md?" in _run("explain", "content/a.mdd").output
    result = _run("explain", "nowhere/a.md")
    assert result.exit_code == 2
    assert "there is no file nowhere/a.md" in result.output


def test_explain_for_programs(site: Path) -> None:
    """The contract of the manual: article, cuts, sentences; offsets lead into the file."""
    data = json.loads(_run("explain", site / "content" / "a.md", "--json").output)
    (time,) = data["sentences"][0]["times"]

    assert data["article"]["title"] == "Board meets"
    assert data["article"]["text"] == "The harbour board met in Arnvik on Tuesday."
    assert data["cuts"] == []
    assert ARTICLE[time["start"] : time["end"]] == "Tuesday"


def test_times_is_a_filter() -> None:
    """A line in, a line out."""
    asked = {"id": 7, "dct": "2013-05-15", "text": "They met on Tuesday."}
    answer = json.loads(_run("times", stdin=f"{json.dumps(asked)}\n").output)

    assert answer["id"] == 7
    assert answer["timexes"][0]["value"] == "2013-05-14"


def test_check_finds_nothing_in_a_small_site(site: Path) -> None:
    """And says so."""
    assert _run("check", site).output.strip() == "nothing to look at"


def test_check_for_programs(site: Path) -> None:
    """Findings and problems."""
    assert json.loads(_run("check", site, "--json").output) == {"findings": [], "problems": []}


def test_a_new_site_builds(tmp_path: Path) -> None:
    """At once, without a problem."""
    _run("new", tmp_path / "atlas")
    result = _run("build", tmp_path / "atlas", "--strict")

    assert result.exit_code == 0, result.output


def test_a_new_article_is_begun(site: Path) -> None:
    """With its title and the date of now, under a name made of both; the site builds."""
    result = _run("new", "article", "Talks end: no date", "--site", site)
    path = Path(result.output.strip())

    assert path.name.endswith("-talks-end-no-date.md")
    assert path.read_text(encoding="utf-8").startswith('---\ntitle: "Talks end: no date"\ndate: ')
    assert _run("build", site, "--strict").exit_code == 0


@pytest.mark.parametrize("words", [("article",), ("article", " ")])
def test_an_article_needs_a_title(words: tuple[str, ...], site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No site is made in a folder called "article" instead."""
    monkeypatch.chdir(site)
    result = _run("new", *words)

    assert result.exit_code == 2
    assert "needs a title" in result.output
    assert not (site / "article").exists()


def test_check_tells_of_the_feeds(site: Path) -> None:
    """How many were looked at; none at all is an error."""
    result = _run("check", site, "--feeds")
    assert result.exit_code == 1
    assert "output: holds no feeds" in result.output

    _run("build", site)
    result = _run("check", site, "--feeds")
    assert result.exit_code == 0
    assert "feeds checked" in result.output


def test_two_folders_are_too_many(tmp_path: Path) -> None:
    """A title wants the word "article"."""
    result = _run("new", tmp_path / "a", "b")

    assert result.exit_code == 2
    assert 'dateline new article "b"' in result.output


def test_a_file_that_cannot_be_read_is_not_added(site: Path) -> None:
    """The others are, and the command leaves with 1."""
    (site / "x.zip").write_text("x")
    (site / "x.txt").write_text("Pier opens\n\nMay 16, 2013\n\nThe pier opened on Wednesday with a speech.\n")
    result = _run("add", "--site", site, site / "x.zip", site / "x.txt")

    assert result.exit_code == 1
    assert 'files ending in ".zip" are not read' in result.output
    assert (site / "content/2013-05-16-pier-opens.md").is_file()


def test_what_is_piped_in_is_added(site: Path) -> None:
    """The file "-" is standard input; a second time it is there already."""
    pasted = "Ferry runs again\n\nMarch 3, 2021\n\nBERGEN - The ferry sailed again on Monday after a strike.\n"
    _run("add", "-", "--site", site, stdin=pasted)

    assert (site / "content" / "2021-03-03-ferry-runs-again.md").is_file()
    assert "not added" in _run("add", "-", "--site", site, stdin=pasted).output


def test_the_package_runs_as_a_module(site: Path) -> None:
    """`python -m generator` is the same command."""
    answer = subprocess.run([sys.executable, "-m", "generator", "build", str(site)], capture_output=True, text=True, check=True)

    assert answer.stdout.startswith("1 article, ")
