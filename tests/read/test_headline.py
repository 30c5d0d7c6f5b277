"""Which line of a pasted page is its headline, and what stands above it."""

import pytest

from tests.read.helpers import cuts, read_one

BODY = "The council of Sandholm voted on Tuesday to close the old bridge for two years, and trains will be turned back on Monday, it said."
TITLE = "Council votes to close bridge"
TOPS = {
    "first line": (TITLE, "5 June 2013"),
    "masthead": ("The Sandholm Courier", "Sandholm, Osterland", "Home » News » Local", TITLE, "By JO RAY", "June 5, 2013"),
    "masthead and its own date": (
        "Osterland Today",
        "Thursday, June 6, 2013 | Weather 14° | E-paper",
        "NEWS",
        TITLE,
        "Published June 5, 2013",
    ),
    "menu below the name": ("Notes from the Quay", "A page about boats", "Home", "About", "← Older post", TITLE, "Posted on June 5, 2013"),
    "breadcrumb": ("GOV.OST", "Search", "Home > Transport > Bridges", "Press release", TITLE, "Published 5 June 2013"),
    "sections side by side": ("ACTUALITÉS  INTERNATIONAL  OSTERLAND", TITLE, "5 June 2013"),
    "contact first": ("News Release", "June 5, 2013", "", "Contact:", "Jo Ray", "Osterland Railways", "+47 555 01 01", "", TITLE, ""),
    "long read": ("LONG READS", TITLE, "By Anna Berg", "Photographs by Nils Aker", "June 5, 2013"),
    "date above": ("5 June 2013", TITLE),
}


@pytest.mark.parametrize("top", TOPS.values(), ids=TOPS)
def test_the_headline_is_found_below_what_is_none(top: tuple[str, ...]) -> None:
    """And the day of the article, not of the masthead."""
    article = read_one("\n".join((*top, BODY, BODY)))
    assert article.title == TITLE
    assert article.published is not None and article.published.date().isoformat() == "2013-06-05"
    assert article.body == f"{BODY}\n\n{BODY}"


def test_a_masthead_names_the_outlet() -> None:
    """By its words, or as the holder of the rights."""
    article = read_one("\n".join((*TOPS["masthead"], BODY, BODY)))
    assert article.publisher == "The Sandholm Courier"
    assert cuts(article)[0] == (1, "masthead")
    holder = read_one("\n".join(("Nordic Wharf", TITLE, "5 June 2013", BODY, BODY, "© Nordic Wharf 2013. All rights reserved.")))
    assert (holder.publisher, holder.title) == ("Nordic Wharf", TITLE)


@pytest.mark.parametrize("title", ["Ferry Reaches Star", "Flooding", "Bridge Talks Today", "Home rule for the islands"])
def test_a_headline_in_words_of_mastheads_stays_where_no_other_follows(title: str) -> None:
    """What is weak is still the best there is."""
    assert read_one("\n".join((title, "5 June 2013", BODY, BODY))).title == title


def test_headlines_in_capitals_may_end_with_a_full_stop() -> None:
    """As in papers of a hundred years ago, whose date stands above, behind the place."""
    article = read_one(
        f"THE LISLE MERCURY\nLISLE, WEDNESDAY, JUNE 5, 1912.\n\nCOLLAPSE OF A PIER.\n\nFOUR MEN DROWNED.\n\n{BODY}\n\n{BODY}"
    )
    assert (article.title, article.publisher) == ("COLLAPSE OF A PIER.", "THE LISLE MERCURY")
    assert article.published is not None and article.published.date().isoformat() == "1912-06-05"


def test_a_sentence_above_a_dateline_is_a_standfirst() -> None:
    """The report opens with its dateline."""
    text = f"{TITLE}\n5 June 2013\nTrains will not run from Monday, and ferries will.\nQuelle: dpa\nSANDHOLM, June 5 (dpa) - {BODY}\n{BODY}"
    article = read_one(text)
    assert (article.deck, article.place) == ("Trains will not run from Monday, and ferries will.", "Sandholm")


def test_lines_that_are_logged_as_cut_are_not_in_the_body() -> None:
    """Also where so many short lines stand above the first sentence that they are taken for text."""
    text = "\n".join((TITLE, "5 June 2013", *(f"Point {name}" for name in "abcdefgh"), "By Ada Holt", BODY, BODY))
    article = read_one(text)
    assert "Point h" in article.body
    assert "Ada Holt" not in article.body and "2013" not in article.body
