"""Settings: every wrong one is reported at once, with its line and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import config
from generator.errors import ConfigError, Problem


def _problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(ConfigError) as caught:
        config.parse(text)
    return caught.value.problems


def test_a_title_is_enough() -> None:
    """Two lines make a site; everything else has a default."""
    read = config.parse('[site]\ntitle = "Harbour"\n')

    assert read.site.title == "Harbour"
    assert read.content.folder == "content"


def test_an_empty_file_is_a_site() -> None:
    """Even the title has a default."""
    assert config.parse("") == config.Config()


def test_all_problems_are_reported_at_once() -> None:
    """A run shows every wrong setting, in the order of the file."""
    text = '[site]\ntitel = "x"\ntimezone = "Europe/Berln"\n\n[pages]\nyear_pages_from = 0\n'

    assert [(problem.line, problem.column) for problem in _problems(text)] == [(2, 1), (3, 1), (6, 1)]


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ('[site]\ntitel = "x"\n', 2, "unknown setting `titel`", "did you mean `title`?"),
        ('[sites]\ntitle = "x"\n', 1, "unknown table `sites`", "did you mean `site`?"),
        ('title = "x"\n', 1, "`title` stands in no table", "below a line [site]"),
        ("[site]\ntitle = 3\n", 2, "expected text, got a whole number", "Name of the timeline"),
        ('site = "x"\n', 1, "`site` is a table", "[site]"),
        ('[site]\ntimezone = "Europe/Berln"\n', 2, "is not a time zone", "did you mean `Europe/Berlin`?"),
        ('[site]\nas_of = "14 May"\n', 2, "is not a day", "2013-05-14"),
        ('[site]\nurl = "example.com"\n', 2, "is not a full address", "https://"),
        ('[content]\nfolder = "../secret"\n', 2, "leads out of the site's folder", "beside site.toml"),
        ('[source."example.com"]\nnam = "Example"\n', 2, "unknown setting `nam`", "did you mean `name`?"),
        ('[pages]\nsearch = "google"\n', 2, 'cannot be "google"', '"builtin", "pagefind"'),
        ('[site]\nlanguage = "english"\n', 2, "not the code of a language", '"en"'),
        ("[site\n", 1, "not valid TOML", "tables in [brackets]"),
        ("[site]\ntitle = My harbour\n", 2, "not valid TOML", "quotation marks"),
        ('[site]\ntitle = "My harbour\n', 2, "a text does not end", "close its quotation mark"),
        ('[site]\ntitle = "x"\ntitle = "y"\n', 3, "a setting is there twice", "keep one"),
        ("[site]\n[pages]\n[site]\n", 3, "a table is there twice", "below the first"),
        ('[content]\nfolder = "my\\.texts"\n', 2, "a backslash", "write it twice"),
        ("[site]\ntitle: x\n", 2, "not valid TOML", "a setting is a name and its value"),
    ],
)
def test_a_wrong_setting_says_where_and_what_to_do(text: str, line: int, message: str, hint: str) -> None:
    """Each message names the line, the mistake and a way out."""
    (problem,) = _problems(text)

    assert problem.line == line
    assert message in problem.message
    assert hint in problem.hint
    assert problem.severity == "error"


def test_a_day_may_be_written_without_quotation_marks() -> None:
    """TOML has dates of its own."""
    assert config.parse("[site]\nas_of = 2013-05-14\n").site.as_of == "2013-05-14"


def test_outlets_have_settings_of_their_own() -> None:
    """A table for each outlet, by its domain."""
    read = config.parse('[source."example.com"]\nname = "The Example"\n')

    assert read.source["example.com"].name == "The Example"


def test_a_folder_without_settings_is_not_a_site(tmp_path: Path) -> None:
    """The message says how to begin."""
    with pytest.raises(ConfigError, match="dateline new"):
        config.load(tmp_path)


def test_a_place_that_is_no_site_says_which(tmp_path: Path) -> None:
    """A folder that is not there, a file, and a folder below the site's are told apart, each with what to do."""
    (tmp_path / "site.toml").write_text("")
    (tmp_path / "content").mkdir()
    (tmp_path / "talks.md").write_text("They met.")

    for place, words in {"nowhere": "no such folder", "talks.md": "is a file", "content": f"the site is {tmp_path}"}.items():
        with pytest.raises(ConfigError, match=words) as caught:
            config.load(tmp_path / place)
        assert place in caught.value.problems[0].path


@pytest.mark.parametrize("data", ["Café".encode("latin-1"), "title".encode("utf-16")])
def test_settings_in_another_encoding_are_named_as_such(data: bytes, tmp_path: Path) -> None:
    """The message speaks of UTF-8 and not of codecs."""
    (tmp_path / "site.toml").write_bytes(data)

    with pytest.raises(ConfigError, match="is not UTF-8 text"):
        config.load(tmp_path)


@pytest.mark.parametrize("text", ["x = " + "[" * 50_000, "x = " + "{a = " * 50_000])
def test_brackets_without_end_are_a_problem(text: str) -> None:
    """Not a fault of the parser."""
    (problem,) = _problems(text)

    assert "brackets" in problem.message


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    """Some editors write one."""
    (tmp_path / "site.toml").write_bytes(b'\xef\xbb\xbf[site]\ntitle = "Harbour"\n')

    assert config.load(tmp_path).site.title == "Harbour"


def test_every_setting_explains_itself() -> None:
    """The manual is made from the declarations, so each has a sentence."""
    assert all(setting.description.endswith(".") for setting in config.settings())
    assert {"site.title", "content.folder", "calendar.max_span", "pages.search", 'source."NAME".name'} <= {
        s.name for s in config.settings()
    }
