"""Saved pages: title, outlet and author where a page hardly declares them, headings in bold, headlines broken by a line break."""

import pytest

from generator.config import Config
from generator.read import read_articles
from tests.read.helpers import read_one

LEAD = "The council of Sandholm voted on Tuesday to close the old bridge for two years, and trains will be turned back on Monday, it said."
SECOND = "The bridge was built in 1911 and carries some four thousand people a day, most of whom work in the yards across the channel."
THIRD = "Work on a new one is to begin in September, when the ice road of last winter will long be forgotten by those who drove on it."
TEXT = f"<p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p>"


def page(title: str, top: str, text: str = TEXT) -> str:
    return f"<html><head><title>{title}</title></head><body><div class='story'>{top}{text}</div></body></html>"


@pytest.mark.parametrize(
    ("title", "top", "found", "outlet"),
    [
        ("Bridge to close - Sandholm Courier: Local News", "<span>Bridge to close</span><br>", "Bridge to close", "Sandholm Courier"),
        ("Bridge row - minister quits", "<h2>Bridge row - minister quits</h2>", "Bridge row - minister quits", None),
        ("story", "<p>Bridge to close</p><p>5 June 2013</p>", "Bridge to close", None),
    ],
    ids=["outlet behind the title", "dash inside the title", "title that is none"],
)
def test_titles_of_pages_that_declare_little(title: str, top: str, found: str, outlet: str | None) -> None:
    """What the page shows decides."""
    article = read_one(page(title, top), "content/a.html")
    assert (article.title, article.publisher) == (found, outlet)


def test_a_byline_element_names_the_author() -> None:
    """Where it reads like a name."""
    named = read_one(page("Bridge", '<h1>Bridge</h1><div class="byline"><a>Ada Holt</a></div>'), "content/a.html")
    other = read_one(page("Bridge", '<h1>Bridge</h1><div class="byline"><a>Local News</a></div>'), "content/a.html")
    assert (named.authors, other.authors) == (("Ada Holt",), ())


def test_a_name_and_a_date_without_a_blank_between_them() -> None:
    """As elements give them that stand side by side."""
    top = "<h1>Bridge</h1><div><span>By Ada Holt</span><span>November 15, 2013</span></div>"
    article = read_one(page("Bridge", top), "content/a.html")
    assert article.published is not None and article.published.date().isoformat() == "2013-11-15"


def test_a_heading_in_bold_before_a_line_break_is_a_line_of_its_own() -> None:
    """So that what a company says of itself ends a release."""
    wire = f"<p>SANDHOLM, June 5, 2013 /Northwire/ -- {LEAD}</p><p>{SECOND}</p>"
    text = f"{wire}<p><b>About Osterland Railways</b><br>It was founded in 1921, and it runs four hundred trains on a working day.</p>"
    article = read_one(page("Bridge", "<h1>Bridge</h1>", f"{text}<p>{THIRD}</p><p>{THIRD}</p>"), "content/a.html")
    assert "1921" not in article.body
    assert article.body == f"{LEAD}\n\n{SECOND}"


def test_a_headline_broken_from_its_byline_by_one_line_break() -> None:
    """The byline goes, and the dateline below is read."""
    top = "<span>Bridge to close</span><br>By JO RAY<br>Courier Staff Writer<br><br>"
    text = f"SANDHOLM — {LEAD}<br><br>{SECOND}<br><br>{THIRD}"
    article = read_one(page("Bridge", top, text), "content/a.html")
    assert article.place == "Sandholm"
    assert "RAY" not in article.body


def test_comments_with_their_times_make_no_live_blog() -> None:
    """However many there are."""
    comment = (
        '<li><cite>Olaf</cite> <time datetime="2013-06-0{}T08:02:11+00:00">June {}</time><p>I have crossed that bridge every day.</p></li>'
    )
    comments = "".join(comment.format(day, day) for day in range(6, 10))
    article = read_one(page("Bridge", "<h1>Bridge</h1>", f'{TEXT}<div id="comments"><ol>{comments}</ol></div>'), "content/a.html")
    assert article.posts == ()
    assert "crossed" not in article.body


def test_a_moment_kept_in_an_abbreviation_dates_a_page_that_shows_its_age() -> None:
    """What it shows, "1 hr ago", says nothing."""
    age = '<cite class="byline">Ada Holt - <abbr title="2013-06-05T05:40:40Z">1 hr 4 mins ago</abbr></cite>'
    article = read_one(page("Bridge", f"<h1>Bridge</h1>{age}", TEXT), "content/a.html")
    assert article.published is not None
    assert article.published.date().isoformat() == "2013-06-05"


@pytest.mark.parametrize(
    "title", ["The Lisle Star | Bridge to close", "Bridge to close - Ada Holt and Jo Ray", "Bridge to close | The Lisle Star"]
)
def test_a_title_is_told_without_the_outlet_and_the_writers(title: str) -> None:
    """Before or behind it."""
    named = '<meta property="og:site_name" content="The Lisle Star"><meta name="author" content="Ada Holt and Jo Ray">'
    head = f'{named}<meta property="og:title" content="{title}">'
    text = f"<html><head>{head}</head><body><article><h1>Bridge to close</h1>{TEXT}</article></body></html>"
    assert read_one(text, "content/a.html").title == "Bridge to close"


def test_a_page_that_tells_only_when_it_was_changed_says_so() -> None:
    """The day is not taken, but offered."""
    text = page("Bridge", "<h1>Bridge</h1><p>Updated: June 5, 2013, 5:02 PM ET</p>", TEXT)
    found = read_articles(text.encode(), "content/a.html", Config())
    assert found[0][0].published is None
    assert any("`date: 2013-06-05`" in problem.hint for problem in found[1])
