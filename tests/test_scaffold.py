"""`dateline new`: a folder name in, a whole site out."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest
import yaml

from generator.errors import OutputError
from generator.scaffold import STARTER_ARTICLES, new_site, settings_schema

REPOSITORY = Path(__file__).parent.parent


def test_new_site_has_everything_a_newcomer_needs(tmp_path: Path) -> None:
    """A new site holds articles, settings with their schema, corrections, a workflow and a .gitignore."""
    written = new_site(tmp_path / "site")
    places = {path.relative_to(tmp_path / "site").as_posix() for path in written}

    assert {f"content/{name}" for name in STARTER_ARTICLES} < places
    assert {"site.toml", "site.schema.json", "timeline.yaml", ".gitignore", ".github/workflows/pages.yml"} < places
    assert all(path.stat().st_size for path in written)


def test_files_of_others_are_never_touched(tmp_path: Path) -> None:
    """A file that is already there stops the command before anything is written, and is named."""
    (tmp_path / "site.toml").write_text("mine")

    with pytest.raises(OutputError, match=r"site\.toml is already there") as caught:
        new_site(tmp_path)
    assert caught.value.problems[0].hint
    assert [path.name for path in tmp_path.iterdir()] == ["site.toml"]


def test_a_dangling_link_is_in_the_way_too(tmp_path: Path) -> None:
    """A symbolic link that leads nowhere is not written through."""
    (tmp_path / "timeline.yaml").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(OutputError, match="already there"):
        new_site(tmp_path)
    assert not (tmp_path / "elsewhere").exists()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """A file where a folder is needed gives a problem that names it."""
    (tmp_path / "file").write_text("")

    with pytest.raises(OutputError, match=r"cannot write .*file"):
        new_site(tmp_path / "file" / "site")


def test_the_starter_settings_obey_the_schema(tmp_path: Path) -> None:
    """The schema beside site.toml accepts the starter's settings and those of the example site."""
    new_site(tmp_path / "site")
    schema = json.loads((tmp_path / "site" / "site.schema.json").read_text())
    for settings in (tmp_path / "site" / "site.toml", REPOSITORY / "site.toml"):
        jsonschema.validate(tomllib.loads(settings.read_text(encoding="utf-8")), schema)


def test_the_schema_knows_a_wrong_name() -> None:
    """A misspelt setting does not pass the schema."""
    with pytest.raises(jsonschema.ValidationError, match="titel"):
        jsonschema.validate({"site": {"titel": "x"}}, settings_schema())


def test_the_workflow_is_yaml_that_builds_strictly(tmp_path: Path) -> None:
    """The workflow installs what requirements.txt names, builds with --strict and publishes the output folder."""
    new_site(tmp_path / "site")
    workflow = yaml.safe_load((tmp_path / "site" / ".github/workflows/pages.yml").read_text())
    steps = workflow["jobs"]["build"]["steps"]

    assert [step["run"] for step in steps if "run" in step] == ["pip install -r requirements.txt", "dateline build --strict"]
    assert steps[-1]["with"]["path"] == "output"


def test_a_wheel_carries_the_theme_and_the_starter() -> None:
    """The files that `dateline new` copies from the example site are the ones that the wheel is told to carry."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    carried = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]

    assert carried["templates"] == "generator/theme"
    assert {place for place in carried.values() if "/content/" in place} == {f"generator/starter/content/{n}" for n in STARTER_ARTICLES}
    assert all((REPOSITORY / source).exists() for source in carried)
