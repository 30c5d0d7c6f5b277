"""Saved pages: forty pages in our own words with the structures of real outlets' pages, and what is read of them.

The pages lie in the folder pages/, with their bodies, titles and publication instants in truth.json.
"""

import json
import re
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from generator.config import Config
from generator.model import Article
from generator.read import read_articles
from tests.read.helpers import quotes, read_one, sentences
from tests.read.test_text import PASTED

FOLDER = Path(__file__).parent / "pages"
TRUTH: list[dict[str, Any]] = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))


def article_of(page: dict[str, Any]) -> Article:
    articles, problems = read_articles((FOLDER / page["file"]).read_bytes(), f"content/{page['file']}", Config())
    assert problems == ()
    return articles[0]


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words, the usual measure of extracted bodies."""
    words = re.findall(r"\w+", text.lower())
    return Counter(tuple(words[at : at + 4]) for at in range(len(words) - 3))


@pytest.mark.parametrize("page", TRUTH, ids=lambda page: page["file"])
def test_a_saved_page_gives_its_body_title_and_instant(page: dict[str, Any]) -> None:
    """At least 95 % of the body, nothing of another article's dates, and the exact publication instant."""
    article = article_of(page)
    want, got = shingles(" ".join(page["body"])), shingles(article.body)
    shared = (want & got).total()
    assert 2 * shared / (want.total() + got.total()) >= 0.95
    assert article.published == datetime.fromisoformat(page["published"])
    assert article.title == page["title"]


@pytest.mark.parametrize("page", TRUTH, ids=lambda page: page["file"])
def test_sentences_of_a_saved_page_lead_to_their_words_in_the_source(page: dict[str, Any]) -> None:
    """Each stretch of the file begins and ends with the first and the last word of its sentence."""
    if page["file"].endswith(".mhtml"):
        pytest.skip("the words of an encoded page are broken over lines")
    article = article_of(page)
    data = (FOLDER / page["file"]).read_bytes()
    for words, stretch in zip(sentences(article), quotes(article, data), strict=True):
        assert stretch[:4].startswith(words[:1]) or stretch.startswith("&")
        assert len(stretch) >= len(words) - 2


def test_there_are_forty_pages() -> None:
    """None has been lost."""
    assert len(TRUTH) == len(list(FOLDER.glob("*.*html"))) == 40


FORMS = {
    "paragraphs": lambda lines: "".join(f"<p>{line}</p>" for line in lines),
    "divs": lambda lines: "<div class=content>" + "".join(f"<div>{line}</div>" for line in lines) + "</div>",
    "line breaks": lambda lines: "<div>" + "<br><br>".join(lines) + "</div>",
}


@pytest.mark.parametrize("form", FORMS)
def test_a_pasted_page_saved_as_html_has_the_same_sentences(form: str) -> None:
    """Whichever way the page marks its paragraphs, text, place and publication date are those of the pasted text."""
    lines = [line for line in PASTED.split("\n") if line]
    body = FORMS[form](lines[1:])
    page = f"<html><head><title>{lines[0]}</title></head><body><h1>{lines[0]}</h1>{body}</body></html>"
    saved, pasted = read_one(page, "content/a.html"), read_one(PASTED)
    assert sentences(saved) == sentences(pasted)
    assert (saved.title, saved.published, saved.place) == (pasted.title, pasted.published, pasted.place)


def test_a_caption_in_a_box_of_its_own_is_no_part_of_the_body() -> None:
    """Its class may be one word with capitals inside; a class that only begins like one takes no paragraph with it."""
    page = (
        '<html><head><meta property="article:published_time" content="2021-03-10T08:00:00Z"></head><body><article><h1>Mill reopens</h1>'
        '<div class="InlinePicture-wide"><div class="InlinePicture-wideCaption">The mill in Orne, seen on Monday, Nov. 13, 2017.</div>'
        '<div class="InlinePicture-wideCredit">Ada Holt | Larkfield</div></div>'
        '<p class="textWithCaptions">The mill in Orne reopened on Tuesday after four years of repairs, its owners said in a statement.</p>'
        "<p>It had closed when a storm took the roof off the building and the river ran through the hall.</p></article></body></html>"
    )
    (article,), _ = read_articles(page.encode(), "content/mill.html", Config())
    assert article.body.startswith("The mill in Orne reopened on Tuesday")
    assert "2017" not in article.body
