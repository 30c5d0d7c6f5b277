"""Front matter: YAML and TOML, typed by field, with a problem that names file, line and the nearest key."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.config import Config
from generator.dates import day
from generator.errors import Problem
from generator.model import Article
from generator.read import READERS, front_matter, read_articles
from generator.read.fields import ALIASES, FIELDS
from tests.read.helpers import read_one


def read(front: str) -> tuple[Article, tuple[Problem, ...]]:
    """An article of this front matter, and its problems."""
    articles, problems = read_articles(f"---\n{front}\n---\nThey met on Monday.".encode(), "content/a.md", Config())
    return articles[0], problems


@given(st.lists(st.text(st.sampled_from("ab,[]{} :#-&*!|>%@'é"), max_size=8), min_size=1), st.sampled_from([",", ", ", " , "]))
@example(["a b", "c: d", "#e", ""], ", ")
def test_lists_of_quoted_words_are_read_as_the_parser_reads_them(words: list[str], comma: str) -> None:
    """Whatever stands between the quotation marks."""
    block = f"tags: [{comma.join(f'{chr(34)}{word}{chr(34)}' for word in words)}]\n"
    found = front_matter._simple(block, 1)
    assert found == front_matter._yaml(block, 1, "a.md")
    assert found is not None and found.values == {"tags": words}


def test_a_list_of_quoted_words_needs_no_parser() -> None:
    """What most generators write."""
    found = front_matter._simple('tags: ["river trade", "Ostholm"]\nauthors: ["Ada Holt"]\n', 1)
    assert found is not None and found.values == {"tags": ["river trade", "Ostholm"], "authors": ["Ada Holt"]}


DATES = [
    ("2013-05-15", "2013-05-15T00:00:00+00:00", False),
    ("2013-05-15 04:02", "2013-05-15T04:02:00+00:00", True),
    ('"2013-05-15T04:02:00+03:00"', "2013-05-15T04:02:00+03:00", True),
    ("2013-05-15T04:02:00Z", "2013-05-15T04:02:00+00:00", True),
    ("May 15, 2013", "2013-05-15T00:00:00+00:00", False),
    ("20130515", "2013-05-15T00:00:00+00:00", False),
]


@pytest.mark.parametrize(("value", "instant", "has_time"), DATES)
def test_dates_are_read_by_their_field_whatever_yaml_takes_them_for(value: str, instant: str, has_time: bool) -> None:
    """A date, a date-time, a number or a string: the same day comes out."""
    article, problems = read(f"title: T\ndate: {value}")
    assert article.published is not None
    assert (article.published.isoformat(), article.has_time, problems) == (instant, has_time, ())


def test_all_fields_reach_the_article() -> None:
    """Each key of the manual has its field."""
    article, problems = read(
        "title: 'It: is'\ndate: 2013-05-15\nupdated: 2013-05-16 10:00\ntimezone: Europe/Stockholm\nsource: The Ledger\n"
        "authors:\n  - Ada Holt\n  - name: Jo Ray\nurl: https://example.org/a\nlanguage: en\nplace: Lund\ntags: [a, b]\ntype: narrative\n"
        "date_order: dmy\ndraft: true\ntimeline: no\nignore: [They met]\naliases: [/old/]\ndeck: A deck.\n"
        "events:\n  - title: Summit\n    date: 2013-06-10\n    status: planned\n    people: [Ada Holt]\n"
    )
    assert problems == ()
    assert (article.title, article.publisher, article.authors, article.tags) == ("It: is", "The Ledger", ("Ada Holt", "Jo Ray"), ("a", "b"))
    assert (article.kind, article.date_order, article.draft, article.timeline) == ("narrative", "dmy", True, False)
    assert (article.ignore, article.aliases, article.deck, article.place) == (("They met",), ("/old/",), "A deck.", "Lund")
    assert article.published is not None and article.published.isoformat() == "2013-05-15T00:00:00+02:00"
    assert article.updated is not None and article.updated.isoformat() == "2013-05-16T10:00:00+02:00"
    [event] = article.events
    assert (event.title, event.span, event.status, event.people) == ("Summit", day(datetime(2013, 6, 10).date()), "planned", ("Ada Holt",))


def test_a_byte_order_mark_and_windows_line_ends_do_not_hide_front_matter() -> None:
    """Editors on Windows write both."""
    data = b"\xef\xbb\xbf" + b"---\r\ntitle: T\r\ndate: 2013-05-15\r\n---\r\n\r\nThey met.\r\n"
    article = read_one(data, "content/a.md")
    assert (article.title, article.published, article.body) == ("T", datetime(2013, 5, 15, tzinfo=UTC), "They met.")


def test_toml_between_plus_signs_is_read_too() -> None:
    """Its own dates are dates."""
    article = read_one('+++\ntitle = "T"\ndate = 2013-05-15T04:02:00Z\ntags = ["a"]\ndraft = true\n+++\nThey met.', "content/a.md")
    assert (article.title, article.tags, article.draft) == ("T", ("a",), True)
    assert article.published == datetime(2013, 5, 15, 4, 2, tzinfo=UTC)


PROBLEMS = [
    ("titel: T", 'content/a.md:2:1: unknown key "titel"', 'did you mean "title"?'),
    ("title: a: b", "content/a.md:2:9: the front matter cannot be read", "quotation marks"),
    ("date: soon", 'content/a.md:2:1: "soon" is not a day', "2013-05-15"),
    ("date: 05/06/2013", 'content/a.md:2: "05/06/2013" could be two days', "date_order"),
    ("timezone: Mars/Base", 'content/a.md:2:1: there is no time zone "Mars/Base"', "IANA"),
    ("draft: maybe", 'content/a.md:2:1: "draft" is neither true nor false', "draft: true"),
    ("kind: novel", 'content/a.md:2:1: "kind" cannot be "novel"', "news"),
    ("events:\n  - date: 2013-05-14", "content/a.md:2: event 1: an event lacks its title", "title"),
    ("events:\n  - title: S\n    date: 2013\n  - just words", "content/a.md:2: event 2: an event has a title and a date", "- title:"),
    ("events:\n  - title: S\n    date: soonish", 'content/a.md:2: event 1: "soonish" is not a date', "2013-05-14"),
    ("events:\n  - title: S\n    date: 2013\n    status: plannd", '"status" cannot be "plannd"', 'did you mean "planned"?'),
    ("x: [" + "[" * 100, "content/a.md:2: the front matter is nested too deeply", "write"),
    ("a: &a 1\nb: [" + ", ".join(["*a"] * 60) + "]", "content/a.md:2: the front matter is nested too deeply", "write"),
]


@pytest.mark.parametrize(("front", "message", "hint"), PROBLEMS)
def test_problems_name_file_and_line_and_say_what_to_do(front: str, message: str, hint: str) -> None:
    """Each has its place, what is wrong and a hint."""
    _, problems = read_articles(f"---\n{front}\n---\nThey met.".encode(), "content/a.md", Config())
    shown = [str(problem) for problem in problems]
    assert any(message in text and hint in text for text in shown), shown


def test_front_matter_without_an_end_is_an_error_and_a_line_of_dashes_is_not() -> None:
    """Only a line `key: value` under the dashes tells that front matter was meant."""
    articles, problems = read_articles(b"---\ntitle: T\n\nThey met.", "content/a.md", Config())
    assert (articles, [p.severity for p in problems]) == ((), ["error"])
    assert read_one("---\n\nThey met on Monday.", "content/a.md").body == "They met on Monday."


def test_a_date_that_could_be_two_days_is_read_with_an_order() -> None:
    """`date_order` settles it for the article."""
    article, problems = read("title: T\ndate: 05/06/2013\ndate_order: dmy")
    assert (article.published, problems) == (datetime(2013, 6, 5, tzinfo=UTC), ())


def test_no_alias_is_the_name_of_another_field() -> None:
    """The tables of keys do not contradict each other."""
    assert not set(ALIASES) & set(FIELDS)
    assert set(ALIASES.values()) <= set(FIELDS)


def test_the_manual_lists_every_key_with_its_meaning() -> None:
    """The page docs/reference/front-matter.md has the rows of the table in the code."""
    page = (Path(__file__).parents[2] / "docs/reference/front-matter.md").read_text(encoding="utf-8")
    for key, (_, meaning) in FIELDS.items():
        also = ", ".join(f"`{alias}`" for alias, name in ALIASES.items() if name == key)
        assert f"| `{key}` | {meaning} | {also} |" in page
    assert page.count("\n| `") == len(FIELDS)


def test_the_guide_lists_every_kind_of_file() -> None:
    """The page docs/guides/importing.md names each ending that is read."""
    page = (Path(__file__).parents[2] / "docs/guides/importing.md").read_text(encoding="utf-8")
    assert [suffix for suffix in READERS if f"`{suffix}`" not in page] == []
