"""The pipeline as a whole: what is written, what is left alone, and what a fault leads to."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from generator.build import Options, build, look
from generator.errors import CorrectionError, OutputError, ThemeError

ARTICLE = "---\ntitle: Board meets\ndate: 2013-05-15\n---\n\nThe harbour board met in Arnvik on Tuesday.\n"
LATER = ARTICLE.replace("Board meets", "Talks to go on").replace("met in Arnvik on Tuesday", "will meet in Belsund next week")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two articles, all files old enough for their times to be trusted."""
    (tmp_path / "content").mkdir()
    (tmp_path / "site.toml").write_text('[site]\ntitle = "Harbour"\n')
    (tmp_path / "content" / "a.md").write_text(ARTICLE)
    (tmp_path / "content" / "b.md").write_text(LATER)
    for path in (tmp_path / "site.toml", tmp_path / "content" / "a.md", tmp_path / "content" / "b.md"):
        os.utime(path, (10**9, 10**9))
    return tmp_path


def _events(site: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((site / "output" / "events.json").read_text())["events"]
    return found


def test_articles_become_a_timeline(site: Path) -> None:
    """In the order of the events."""
    result = build(site)

    assert (result.articles, result.events, result.problems) == (2, 2, ())
    assert [event["date"]["edtf"] for event in _events(site)] == ["2013-05-14", "2013-05-20/2013-05-26"]


def test_a_second_build_writes_nothing(site: Path) -> None:
    """Also one that has to look at everything."""
    build(site)
    os.utime(site / "content" / "a.md", (10**9, 10**9 + 5))

    assert build(site).files == ()
    assert build(site, options=Options(cached=False)).files == ()


def test_an_archived_copy_is_linked_from_the_article_and_its_events(site: Path) -> None:
    """Also after a change of that address alone; an address that is none of the web is not linked."""
    for address, linked in (("https://archive.example/a", True), ("https://archive.example/b", True), ("javascript:alert(1)", False)):
        (site / "content" / "a.md").write_text(ARTICLE.replace("date:", f"archived: {address}\ndate:"))
        build(site)
        pages = [site / "output" / "articles" / "a.html", *(site / "output").glob("events/2013/2013-05-14-*.html")]
        assert [f'<a href="{address}" rel="noopener">archived copy</a>' in page.read_text() for page in pages] == [linked] * 2


def test_a_sentence_without_a_date_changes_one_page(site: Path) -> None:
    """The article's own."""
    build(site)
    with (site / "content" / "a.md").open("a") as file:
        file.write("\nThe figures are hard to compare.\n")

    assert build(site).files == ("articles/a.html",)


def test_a_draft_is_out_and_its_page_goes(site: Path) -> None:
    """Nothing stays online."""
    build(site)
    (site / "content" / "b.md").write_text(LATER.replace("date:", "draft: true\ndate:"))
    result = build(site)

    assert result.articles == 1
    assert not (site / "output" / "articles" / "b.html").exists()
    assert [event["date"]["edtf"] for event in _events(site)] == ["2013-05-14"]


def test_names_survive_a_new_wording(site: Path) -> None:
    """The ledger keeps what subscribers know an event by."""
    build(site)
    before = {event["uid"] for event in _events(site)}
    (site / "content" / "a.md").write_text(ARTICLE.replace("The harbour board met", "Members of the harbour board met"))
    build(site)

    assert {event["uid"] for event in _events(site)} == before


def test_the_ledger_is_the_same_after_a_second_look(site: Path) -> None:
    """A build that changes nothing leaves no difference for version control."""
    build(site)
    before = (site / "dateline.lock").read_bytes()
    build(site, options=Options(cached=False))

    assert (site / "dateline.lock").read_bytes() == before


def test_two_files_of_one_name_have_two_pages(site: Path) -> None:
    """The suffix tells them apart."""
    (site / "content" / "a.txt").write_text("Crew rests\n\nMay 16, 2013\n\nThe crew met in Kelda on Wednesday.\n")
    build(site)

    assert {"a.html", "a-txt.html"} <= {path.name for path in (site / "output" / "articles").iterdir()}


def test_a_file_name_may_have_the_mark_of_an_article_s_number(site: Path) -> None:
    """Also the name of a file with several articles; its text alone can change, too."""
    item = "<item><title>{}</title><pubDate>Wed, 15 May 2013 09:00:00 GMT</pubDate><description>The board met in {}.</description></item>"
    feed = "".join(item.format(*words) for words in (("First", "Arnvik"), ("Second", "Belsund")))
    (site / "content" / "wire #7.xml").write_text(f"<rss version='2.0'><channel><title>Wire</title>{feed}</channel></rss>")
    for name in ("a #2.md", "b#c.md"):
        (site / "content" / name).write_text(ARTICLE)

    assert (build(site).articles, build(site).problems) == (6, ())
    assert {path.name for path in (site / "output" / "articles").glob("*.html")} == {
        "a.html", "a-2.html", "b.html", "b-c.html", "index.html", "wire-7-1.html", "wire-7-2.html",
    }  # fmt: skip
    with (site / "content" / "a #2.md").open("a") as file:
        file.write("\nThe quay is long.\n")
    assert build(site).files == ("articles/a-2.html",)


def test_a_former_address_leads_to_the_article(site: Path) -> None:
    """`aliases` in the front matter."""
    (site / "content" / "a.md").write_text(ARTICLE.replace("date:", "aliases: [/2013/05/board/]\ndate:"))
    build(site)

    assert "articles/a.html" in (site / "output" / "2013" / "05" / "board" / "index.html").read_text()


@pytest.mark.parametrize("alias", ["../../escape", "/../up", "a/../../b"])
def test_a_former_address_never_lies_outside(site: Path, alias: str) -> None:
    """Whatever an article says."""
    (site / "content" / "a.md").write_text(ARTICLE.replace("date:", f"aliases: ['{alias}']\ndate:"))
    before = set(site.parent.iterdir())
    build(site)

    assert set(site.parent.iterdir()) == before


def test_a_broken_template_leaves_the_output_as_it_was(site: Path) -> None:
    """And names the template."""
    build(site)
    before = (site / "output" / "index.html").read_bytes()
    (site / "templates").mkdir()
    (site / "templates" / "index.html").write_text("{{ nothing_of_that_name }}")

    with pytest.raises(ThemeError, match=r"templates/index\.html"):
        build(site)
    assert (site / "output" / "index.html").read_bytes() == before


def test_corrections_that_are_no_text_are_said(site: Path) -> None:
    """Not a traceback."""
    (site / "timeline.yaml").write_bytes(b"\xff\xfe\x00\xd8")

    with pytest.raises(CorrectionError):
        build(site)


@pytest.mark.parametrize("noise", [b"", b"noise" * 1000])
def test_a_damaged_cache_is_made_anew(site: Path, noise: bytes) -> None:
    """The output is right, and one line says what happened at most."""
    build(site)
    (site / ".dateline" / "cache.sqlite").write_bytes(noise)
    (site / "content" / "a.md").write_text(ARTICLE.replace("Arnvik", "Carrowby"))
    result = build(site)

    assert [problem.severity for problem in result.problems] in ([], ["notice"])
    assert any("Carrowby" in event["title"] or "Carrowby" in event["sources"][0]["quote"] for event in _events(site))


@pytest.mark.parametrize("output", [".", "content", "content/public"])
def test_nothing_is_written_among_what_is_read(site: Path, output: str) -> None:
    """The folder is refused before anything happens."""
    with pytest.raises(OutputError, match="cannot hold what is read"):
        build(site, site / output)


def test_processes_change_nothing(site: Path, tmp_path: Path) -> None:
    """One or two, the bytes are the same."""
    build(site, tmp_path / "one", Options(jobs=1, frozen=True, cached=False))
    build(site, tmp_path / "two", Options(jobs=2, frozen=True, cached=False))

    assert _tree(tmp_path / "one") == _tree(tmp_path / "two")


def _tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_look_writes_nothing(site: Path) -> None:
    """`check` leaves output and ledger alone."""
    assert len(look(site).site.timeline.events) == 2
    assert not (site / "output").exists()
    assert not (site / "dateline.lock").exists()


def test_corrections_in_a_file_of_another_name_are_complained_of(site: Path) -> None:
    """Also when the build has nothing else to do."""
    build(site)
    (site / "timeline.yml").write_text("- drop: harbour board\n")
    (problem,) = build(site).problems

    assert (problem.path, problem.severity) == ("timeline.yml", "warning")
    assert "timeline.yaml" in problem.hint


@pytest.mark.parametrize(("code", "words"), [("de", "dates but no events"), ("nl", "neither dates nor events")])
def test_an_article_in_another_language_makes_no_entries(code: str, words: str, site: Path) -> None:
    """English verbs are not looked for in it, what is written by hand stays, and a notice says so."""
    hand = "events: [{title: Hafen, date: 2013-05-01}]\n"
    text = "Die Gruppe Met and Go will am Freitag reisen. Am 3. Juli 2013 tritt die Band Meet auf."
    (site / "content" / "b.md").write_text(f"---\ntitle: Hafen\nlanguage: {code}\ndate: 2013-05-15\n{hand}---\n\n{text}\n")
    result = build(site)

    assert [event["title"] for event in _events(site)] == ["Hafen", "Harbour board meets in Arnvik"]
    (problem,) = result.problems
    assert problem.severity == "notice"
    assert words in problem.message


def test_an_empty_folder_is_a_warning(site: Path) -> None:
    """Zero articles are rarely what one wanted."""
    for path in (site / "content").iterdir():
        path.unlink()
    (problem,) = build(site).problems

    assert (problem.path, problem.severity) == ("content", "warning")


def test_a_name_that_no_other_article_tells_changes_one_page(site: Path) -> None:
    """A name that another article tells may be the beginning of a story, and all is looked at."""
    build(site)
    told = []
    for sentence in ("Nils Orrberg has a quay named after him.", "Nils Orrberg wrote a book.", "Mia Tolland has a boat."):
        for name in ("a.md", "b.md") if "Mia" in sentence else ("a.md",):
            with (site / "content" / name).open("a") as file:
                file.write(f"\n{sentence}\n")
            phases: list[str] = []
            build(site, watch=lambda phase, done, of, phases=phases: phases.append(phase))  # type: ignore[misc]
            told.append("merge" in phases)

    assert told == [False, False, False, True]


def test_a_cache_of_other_columns_is_made_anew_without_a_word(site: Path) -> None:
    """That of an earlier program."""
    build(site)
    with sqlite3.connect(site / ".dateline" / "cache.sqlite") as store:
        store.execute("update about set value = 'another'")
        store.execute("drop table file")
        store.execute("create table file (path text primary key, record blob)")
    store.close()
    os.utime(site / "content" / "a.md", (10**9, 10**9 + 5))

    assert build(site).problems == ()
