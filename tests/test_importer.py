"""dateline add: what is written reads as the same article again, and what is there already is refused."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.config import Config
from generator.importer import ImportResult, add, escape, import_articles, markdown, new_article
from generator.read import read_articles

PAGES = Path(__file__).parent / "read/pages"
STORY = (
    "Port closes\n\nJanuary 2, 2014\n\nSANDHOLM, Dec. 30 (Northlight) -- The port closed on Sunday because of ice, "
    "pilots said, and the crews of nine ships went home.\n\n"
    "A second closure is planned for next week, when the *old* lock [the northern one] will be cleaned by divers from three countries.\n"
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with an empty content folder."""
    (tmp_path / "site.toml").write_text('[site]\ntitle = "T"\n', encoding="utf-8")
    (tmp_path / "content").mkdir()
    return tmp_path


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def run(site: Path, *files: Path, dry_run: bool = False) -> list[ImportResult]:
    return list(import_articles(files, site, Config(), dry_run))


def test_an_import_writes_markdown_that_reads_as_the_same_article(site: Path, tmp_path: Path) -> None:
    """Title, date, place, dateline and body survive."""
    [result] = run(site, put(tmp_path, "port.txt", STORY))
    assert result.written == "content/2014-01-02-port-closes.md"
    [again], problems = read_articles((site / result.written).read_bytes(), result.written, Config())
    assert result.article is not None
    assert problems == ()
    assert (again.title, again.published, again.place, again.body) == (
        result.article.title, result.article.published, result.article.place, result.article.body,
    )  # fmt: skip
    assert again.dateline_date == result.article.dateline_date


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.*html")), ids=lambda path: path.name)
def test_saved_pages_survive_the_import(site: Path, page: Path) -> None:
    """What is read of the Markdown is what was read of the page."""
    [result] = run(site, page)
    assert result.article is not None and result.written is not None
    [again], _ = read_articles((site / result.written).read_bytes(), result.written, Config())
    assert (again.body, again.title, again.published) == (result.article.body, result.article.title, result.article.published)


def test_the_same_article_is_not_added_twice(site: Path, tmp_path: Path) -> None:
    """The same address is refused, and nearly the same text."""
    first = put(tmp_path, "a.txt", STORY)
    changed = put(tmp_path, "b.txt", STORY.replace("nine ships", "ten ships"))
    run(site, first)
    assert [(r.written, r.why) for r in run(site, changed)] == [(None, "nearly the same text")]
    one = put(tmp_path, "c.md", "---\ntitle: A\ndate: 2013-05-14\nurl: https://www.example.org/a/?utm_source=x\n---\nThey met.")
    two = put(tmp_path, "d.md", "---\ntitle: B\ndate: 2013-05-14\nurl: http://example.org/a\n---\nThey left.")
    assert [r.why for r in run(site, one, two)] == ["", "same address"]


def test_a_dry_run_writes_nothing_and_says_what_would_be(site: Path, tmp_path: Path) -> None:
    """The report names the file that would be written and every cut."""
    (result,) = add(site, [put(tmp_path, "port.txt", STORY)], dry_run=True)
    lines = list(result.lines(dry_run=True))
    assert list((site / "content").iterdir()) == []
    assert "would become content/2014-01-02-port-closes.md" in lines[0]
    assert any("dateline" in line for line in lines)


def test_folders_are_read_in_order_and_files_that_are_missing_are_named(site: Path, tmp_path: Path) -> None:
    """One bad file stops no other."""
    folder = tmp_path / "in"
    folder.mkdir()
    put(folder, "b.txt", STORY)
    put(folder, "a.json", "{")
    results = run(site, folder, tmp_path / "none.txt")
    assert [bool(r.written) for r in results] == [False, True, False]
    assert "none.txt" in str(results[2].problems[0])


def test_a_table_of_events_keeps_them(site: Path, tmp_path: Path) -> None:
    """Events written by hand are in the front matter of the import."""
    [result] = run(site, put(tmp_path, "e.csv", 'title,date,people\n"Talks, ""open""",2013-05-14,Ada Holt\n'))
    assert result.written is not None and result.article is not None
    [again], _ = read_articles((site / result.written).read_bytes(), result.written, Config())
    assert [(e.title, e.span, e.people) for e in again.events] == [(e.title, e.span, e.people) for e in result.article.events]


def test_a_new_article_has_title_and_date_and_overwrites_nothing(site: Path) -> None:
    """The second one of a name gets a number."""
    now = datetime(2013, 5, 14, 10, 0, tzinfo=UTC)
    first, second = new_article("Talks: day one", site, Config(), now), new_article("Talks: day one", site, Config(), now)
    assert (first.name, second.name) == ("2013-05-14-talks-day-one.md", "2013-05-14-talks-day-one-2.md")
    [article], problems = read_articles(first.read_bytes(), "content/a.md", Config())
    assert (article.title, article.published, problems) == ("Talks: day one", now, ())


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab *_[]<>&#-+=|~`\\1.;)!lt", min_size=1, max_size=60))
@example("<!-- a -->")
def test_escaped_text_is_the_same_text_in_markdown(words: str) -> None:
    """No mark of Markdown in a text changes when it is read again."""
    body = " ".join(f"It was so {words}".split())
    [article], _ = read_articles(f"---\ntitle: T\ndate: 2013-05-14\n---\n\n{escape(body)}\n".encode(), "content/a.md", Config())
    assert article.body == body


def test_front_matter_of_an_import_survives_any_title() -> None:
    """Quotation marks, colons and words that YAML would read otherwise."""
    [model], _ = read_articles(b"Talks\n\nThey met on Monday in the city, officials said.", "content/a.txt", Config())
    from msgspec.structs import replace

    for title in ('He said: "no"', "no", "2013", "[x]", "a, b", "- x", "it's", "back\\slash", "#1", "null"):
        [again], problems = read_articles(markdown(replace(model, title=title), Config()).encode(), "content/b.md", Config())
        assert again.title == title, problems


def test_a_table_of_events_becomes_front_matter_without_complaint(site: Path, tmp_path: Path) -> None:
    """It has no text whose dates would need a day to count from."""
    table = put(tmp_path, "works.csv", "title,date\nPort opens,1871-10-02\n")
    (result,) = add(site, [table])

    assert not result.problems
    assert "  events     1" in result.lines()
    again, problems = read_articles((site / str(result.written)).read_bytes(), str(result.written), Config())
    assert [event.title for event in again[0].events] == ["Port opens"]
    assert not problems


def test_a_folder_without_anything_to_read_is_said(site: Path, tmp_path: Path) -> None:
    """Silence would look like success."""
    (tmp_path / "empty").mkdir()
    (result,) = add(site, [tmp_path / "empty"])

    assert "holds nothing to add" in result.problems[0].message
