"""The manual tells what the program does: every command, every setting, every link."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from docs.generate import pages
from generator.cli import dateline
from generator.config import settings

REPOSITORY = Path(__file__).parent.parent
PAGES = sorted([*REPOSITORY.glob("*.md"), *REPOSITORY.glob("docs/**/*.md")])
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)")
HEADING = re.compile(r"^#+ +(?P<title>.+?) *$", re.MULTILINE)
DATELINE = re.compile(r"(?:^|[/ (;&|`])dateline (?P<command>[a-z]+)(?P<rest>[^`\n]*)", re.MULTILINE)


def name_of(page: Path) -> str:
    """A page's path in the repository, as the name of its test."""
    return page.relative_to(REPOSITORY).as_posix()


def anchors(page: Path) -> set[str]:
    """The fragments that a page's headings answer to, as code hosts make them."""
    titles = HEADING.findall(re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_reference_pages_are_those_of_the_code(page: Path) -> None:
    """The generated pages are checked in as the program now makes them (`python -m docs.generate` renews them)."""
    assert page.read_text(encoding="utf-8") == pages()[page]


@pytest.mark.parametrize("name", sorted(dateline.commands))
def test_every_command_has_help_with_an_example(name: str) -> None:
    """`dateline NAME --help` tells what the command does and shows an example."""
    answer = CliRunner().invoke(dateline, [name, "--help"])

    assert answer.exit_code == 0
    assert "Example" in answer.output
    assert f"dateline {name}" in answer.output


@pytest.mark.parametrize("name", sorted(dateline.commands))
def test_every_command_and_option_is_in_the_manual(name: str) -> None:
    """The reference names each command and each of its options."""
    text = (REPOSITORY / "docs/reference/commands.md").read_text(encoding="utf-8")
    section = text.partition(f"## dateline {name}\n")[2].partition("\n## ")[0]

    assert section
    for option in dateline.commands[name].params:
        if isinstance(option, click.Option) and not option.hidden:
            assert any(f"{flag}" in section for flag in option.opts)


JSON_ROW = re.compile(r"^\| `(?P<command>[a-zA-Z ]+)` \| (?P<keys>.*) \|$", re.MULTILINE)
JSON_KEY = re.compile(r"`(?P<key>[a-z_]+)`")
OPTIONAL = {"articles of explain FILE", "feeds of check"}


def test_the_manual_names_the_keys_of_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What --json prints has the keys that the reference names, and no others."""
    monkeypatch.chdir(tmp_path)
    invoke = CliRunner().invoke
    assert invoke(dateline, ["new", "."]).exit_code == 0
    printed = {
        "build": invoke(dateline, ["build", "--json"]),
        "check": invoke(dateline, ["check", "--json"]),
        "explain FILE": invoke(dateline, ["explain", "--json", "content/2013-05-15-kiruna-evening.md"]),
        "explain ID": invoke(dateline, ["explain", "--json", next((tmp_path / "output/events/2013").glob("*.html")).stem]),
    }
    text = (REPOSITORY / "docs/reference/commands.md").read_text(encoding="utf-8").partition("## JSON")[2]
    told = {row["command"]: {m["key"] for m in JSON_KEY.finditer(row["keys"])} for row in JSON_ROW.finditer(text)}

    assert set(told) == set(printed)
    for command, answer in printed.items():
        wanted = {key for key in told[command] if f"{key} of {command}" not in OPTIONAL}
        assert set(json.loads(answer.stdout)) == wanted, command


def test_every_setting_has_words() -> None:
    """Each setting stands in the manual with a sentence that ends in a full stop."""
    text = (REPOSITORY / "docs/reference/settings.md").read_text(encoding="utf-8")
    for setting in settings():
        assert f"`{setting.name.rpartition('.')[2]}`" in text
        assert setting.description.endswith(".")


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    """Each relative link of the manual leads to a file of the repository, and its fragment to a heading there."""
    text = CODE.sub("", page.read_text(encoding="utf-8"))
    for match in LINK.finditer(text):
        target, _, fragment = match["target"].partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        place = (page.parent / target).resolve() if target else page
        assert place.exists(), match["target"]
        assert not fragment or fragment in anchors(place), match["target"]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_commands_in_the_manual_exist(page: Path) -> None:
    """A `dateline COMMAND --option` in a code block or in code marks of the manual is one that the program knows."""
    for code in CODE.findall(page.read_text(encoding="utf-8")):
        for match in DATELINE.finditer(code.strip("`")):
            assert match["command"] in dateline.commands, match[0]
            known = {flag for option in dateline.commands[match["command"]].params for flag in option.opts} | {"--help"}
            assert set(re.findall(r"(?<!\S)--[a-z-]+", match["rest"].partition("|")[0])) <= known, match[0]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_page_of_the_manual_is_in_its_index(page: Path) -> None:
    """docs/README.md leads to every page of the manual."""
    if page.parent == REPOSITORY or page == REPOSITORY / "docs/README.md":
        return
    index = (REPOSITORY / "docs/README.md").read_text(encoding="utf-8")
    place = page.relative_to(REPOSITORY / "docs").as_posix()
    assert f"({place})" in index or (place.startswith("decisions/") and "(decisions/README.md)" in index)


def test_the_changelog_has_a_place_for_what_is_new() -> None:
    """The changelog begins with what is not released yet, as a list."""
    text = (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")
    entries = text.partition("## Unreleased\n")[2].partition("\n## ")[0].strip().splitlines()

    assert entries
    assert all(entry.startswith(("- ", "  ")) for entry in entries if entry)
