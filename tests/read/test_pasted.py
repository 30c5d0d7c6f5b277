"""Pages as people paste them: what stands above and below the article in many outlets, in our own words."""

import pytest

from tests.read.helpers import cuts, quotes, read_one, sentences

LEAD = "The council of Sandholm voted on Tuesday to close the old bridge for two years, and trains will be turned back on Monday, it said."
SECOND = "The bridge was built in 1911 and carries some four thousand people a day, most of whom work in the yards across the channel."
THIRD = "Work on a new one is to begin in September, when the ice road of last winter will long be forgotten by those who drove on it."
TITLE = "Bridge to close for two years"


def paste(*lines: str) -> str:
    return "\n".join(lines) + "\n"


HEADS = {
    "section": ("News | Politics", "", TITLE, "", "5 June 2013"),
    "press release": ("PRESS RELEASE", "FOR IMMEDIATE RELEASE", TITLE, "5 June 2013"),
    "one word": ("Osterland", TITLE, "5 June 2013"),
    "agency": ("Reuters", TITLE, "5 June 2013"),
    "age of the page": (TITLE, "Updated 11 years ago", "5 June 2013 · 11 years ago"),
    "byline and section beside the date": (TITLE, "Anna Berg in Oslo | 5 June 2013 | Transport"),
    "pasted mail": ("From: Ada Holt <ada@example.org>", "Sent: Wednesday, June 5, 2013", "To: Jo Ray", f"Subject: Fwd: {TITLE}", ""),
    "names and date run together": (TITLE, "By ADA HOLT and JO RAYJUNE 5, 2013", "Share This Page"),
    "date and change run together": (TITLE, "07:40, 5 Jun 2013UPDATED: 12:15, 6 Jun 2013"),
    "date above, changed at": ("5 June 2013 Last updated at 07:40 GMT", "Share this page", TITLE, "By Ada Holt", "Harbour News, Sandholm"),
    "changed at two clocks": (TITLE, "Last Updated: Wednesday, 5 June, 2013, 06:40 GMT 07:40 UK"),
    "title with outlet and day, told once": (f"{TITLE} | Transport | Harbour Radio | 05.06.2013", ""),
    "domain before the date": (TITLE, "Ada Holt in Sandholm", "harbour.example, Wednesday 5 June 2013 07.40 BST", "Jump to comments (12)"),
    "agency, changed, first": (TITLE, "NW | Updated: Jun 06, 2013, 07.40 IST", "NWN | Jun 5, 2013, 07:40 AM IST"),
    "place before the date": (TITLE, "ADA HOLT", "Sandholm 5 JUN 2013 - 07:40 CET"),
    "ministry": ("Department of Bridges", "Office of the Press", "FOR IMMEDIATE RELEASE", "Wednesday, June 5, 2013", TITLE),
    "counts and buttons": (TITLE, "Ada Holt", "·", "Follow", "4 min read", "·", "Jun 5, 2013", "120", "3", "Listen", "Share"),
    "record": (f"Title: {TITLE}", "Author: Ada Holt", "Publication: The Lisle Star", "Date: June 5, 2013", "Length: 612 words"),
    "archive": ("The Lisle Star", "June 5, 2013 Wednesday", "Late Edition - Final", TITLE, "BYLINE: By ADA HOLT", "SECTION: A; Pg. 4"),
    "day and section above": ("Jun 5, 2013 - Transport", TITLE, "headshot", "Ada Holt", "Drawing: Nils Aker/Northlight"),
    "title of the page": (f"{TITLE} | News | Harbour Radio | 05.06.2013", "", TITLE, ""),
    "title of the page, with a date below": (f"{TITLE} - Harbour Radio", TITLE, "5 June 2013"),
    "changed, above": ("Last Updated: Wednesday, 5 June, 2013, 07:40 GMT", "", TITLE, ""),
    "number and page above": ("Vol. 12, No. 3, Wednesday, June 5, 2013, page 4", TITLE, "By Ada Holt"),
    "page changed": (TITLE, "Page last updated at 07:40 GMT, Wednesday, 5 June 2013"),
    "two clocks": (TITLE, "UPDATED ON: WEDNESDAY, JUNE 5, 2013 07:40 MECCA TIME, 04:40 GMT"),
    "year first": (TITLE, "2013 June 5"),
    "short year": (TITLE, "5-Jun-13"),
    "age of the article": ("This article is more than 9 years old", TITLE, "This article is more than 9 years old", "Wed 5 Jun 2013"),
    "date and hour run together": ("WORLD", TITLE, "June 5, 20137:40 AM ET", "Heard on The Quay", "By", "Ada Holt"),
    "standfirst, caption, credit, byline, role": (
        TITLE, "", "The vote ends a quarrel of ten years. The yards fear for their orders.", "",
        "The old bridge seen from the quay. (Nils Aker/Northlight)", "The old bridge seen from the quay.", "",
        "Ada Holt", "Transport correspondent", "", "@adaholt", "", "Wednesday 5 June 2013", "07.40 BST", "",
    ),
}  # fmt: skip


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_title_and_date_are_found_whatever_stands_around_them(head: tuple[str, ...]) -> None:
    """Nothing of the head becomes text, and nothing of the text goes with it."""
    text = paste(*head, LEAD, SECOND, THIRD)
    article = read_one(text)
    assert article.title == TITLE
    assert article.published is not None
    assert article.published.date().isoformat() == "2013-06-05"
    assert article.body == "\n\n".join((LEAD, SECOND, THIRD))
    assert quotes(article, text.encode()) == sentences(article)


def test_a_record_gives_author_and_publisher() -> None:
    """As archives and reference managers write them."""
    article = read_one(paste(*HEADS["record"], LEAD, SECOND))
    assert (article.authors, article.publisher) == (("Ada Holt",), "The Lisle Star")


def test_a_long_head_gives_standfirst_and_author() -> None:
    """The caption with two sentences is none of them."""
    article = read_one(paste(*HEADS["standfirst, caption, credit, byline, role"], LEAD, SECOND))
    assert article.deck == "The vote ends a quarrel of ten years. The yards fear for their orders."
    assert article.authors == ("Ada Holt",)
    assert (article.has_time, [rule for _, rule in cuts(article)]) == (
        False, ["title", "standfirst", "credit", "caption", "byline", "byline", "follow", "date", "live-stamp"],
    )  # fmt: skip


def test_one_word_may_be_a_title() -> None:
    """Where no line like a headline follows it."""
    assert read_one(paste("Flooding", "5 June 2013", LEAD, SECOND)).title == "Flooding"
    assert read_one(paste("World", "", LEAD, SECOND), "content/2013-06-05-world.txt").title == "World"


def test_an_agency_in_the_dateline_publishes_a_text_that_names_no_other() -> None:
    """A name in brackets that is no agency's is a reporter's."""
    assert read_one(paste(TITLE, "5 June 2013", f"SANDHOLM, Osterland (AP) — {LEAD}")).publisher == "AP"
    assert read_one(paste(TITLE, "5 June 2013", f"SANDHOLM, Osterland (Ada Holt) — {LEAD}")).publisher is None


def test_a_dateline_with_a_year_dates_a_page_that_has_no_other_date() -> None:
    """As press releases do; any other date comes first."""
    article = read_one(paste(TITLE, f"SANDHOLM, Osterland, June 5, 2013 (NORTHWIRE) -- {LEAD}", SECOND))
    assert [(c.source, c.published.date().isoformat()) for c in article.date_candidates] == [("dateline", "2013-06-05")]
    other = read_one(paste(TITLE, "June 6, 2013", f"SANDHOLM, Osterland, June 5, 2013 (NORTHWIRE) -- {LEAD}", SECOND))
    assert [c.source for c in other.date_candidates] == ["visible date", "dateline"]


ENDS = (
    "5 June 2013",
    "Northwire, 5 June 2013",
    "(5 June 2013)",
    "A version of this article appeared in print on June 5, 2013, on page A4.",
)


@pytest.mark.parametrize("end", ENDS)
def test_the_last_line_dates_a_text_that_shows_no_other_date(end: str) -> None:
    """It is no part of the text; a date in the head comes first."""
    article = read_one(paste(TITLE, LEAD, SECOND, THIRD, end))
    assert article.published is not None and article.published.date().isoformat() == "2013-06-05"
    assert article.body == "\n\n".join((LEAD, SECOND, THIRD))
    both = read_one(paste(TITLE, "4 June 2013", LEAD, SECOND, THIRD, end))
    assert both.published is not None and both.published.day == 4


def test_brackets_that_close_the_text_date_it() -> None:
    """Where they hold an agency or nothing but the day."""
    article = read_one(paste(TITLE, LEAD, SECOND, f"{THIRD} (Northwire, 5 June 2013)"))
    assert article.published is not None and article.published.date().isoformat() == "2013-06-05"
    assert read_one(paste(TITLE, LEAD, f"{THIRD} (it was laid on 5 June 2013)")).published is None


COMMENT = "I have crossed that bridge every day since 1981, and nobody asked me on Tuesday what I thought of it, nor will they tomorrow."
ANSWER = "They closed it in 1974 as well, when my father worked there, and it took them three years and not two to open it again."
READERS = {
    "thoughts on": ("3 thoughts on “Bridge to close for two years”", "Olaf says:", "June 7, 2013 at 9:12 am", COMMENT, "Reply", ANSWER),
    "responses to": ("12 responses to “Bridge to close”", "Olaf", "7 June 2013 at 09:12", COMMENT, "Berta", "8 June 2013 at 10:15", ANSWER),
    "comments": ("Comments (12)", "Sort by: Newest", "olaf81 11 years ago", COMMENT, "berta 11 years ago", ANSWER),
    "conversation": ("Join the conversation", "olaf81", COMMENT, "Reply", "berta", ANSWER),
    "no heading": ("Olaf says:", "June 7, 2013 at 9:12 am", COMMENT, "Reply", "Berta says:", "June 8, 2013 at 10:15 pm", ANSWER),
    "buttons": ("Like", "Comment", "Share", "24 Comments", "Most relevant", "Olaf Lund", COMMENT, "Like", "Reply", "11y", ANSWER),
    "German": ("12 Kommentare", "olaf81 vor 3 Jahren", "Antworten", COMMENT, "berta", "Antworten", ANSWER),
}


@pytest.mark.parametrize("comments", READERS.values(), ids=READERS)
def test_what_readers_wrote_is_no_part_of_the_article(comments: tuple[str, ...]) -> None:
    """However long their paragraphs are."""
    assert read_one(paste(TITLE, "5 June 2013", LEAD, SECOND, *comments)).body == f"{LEAD}\n\n{SECOND}"


def test_a_button_for_comments_ends_no_article() -> None:
    """Without a reader's line after it, only the button goes."""
    article = read_one(paste(TITLE, "5 June 2013", LEAD, "12 comments", SECOND, "Join the conversation", THIRD, LEAD, SECOND))
    assert article.body.count("\n\n") == 4


def test_a_quotation_with_says_and_a_colon_stays() -> None:
    """No moment stands under it."""
    text = paste(TITLE, "5 June 2013", LEAD, "The mayor says:", f"“{COMMENT}”", SECOND)
    assert read_one(text).body.count("\n\n") == 3


BOXES = {
    "list read aloud": ("list of 2 items", "list 1 of 2", "Ferry sails again", "list 2 of 2", "Yard sends workers home", "end of list"),
    "promotion read aloud": (
        "Skip past newsletter promotion", "Sign up to The Quay", "Privacy Notice: Letters may hold offers.", "after newsletter promotion",
    ),
    "newsletter": ("Sign up for our newsletter", "Get our daily briefing in your inbox"),
    "German": ("Lesen Sie auch", "Fähre fährt wieder"),
    "French": ("Lire aussi : Le bac reprend ses traversées",),
    "about the company": ("About Osterland Railways", "A company of 1921"),
}  # fmt: skip


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_a_box_goes_and_the_paragraphs_after_it_stay(box: tuple[str, ...]) -> None:
    """Also where few are left."""
    article = read_one(paste(TITLE, "5 June 2013", LEAD, *box, SECOND, THIRD))
    assert article.body == "\n\n".join((LEAD, SECOND, THIRD))


def test_a_promotion_near_the_end_takes_no_paragraph_with_it() -> None:
    """One paragraph after a newsletter box is still the article's."""
    article = read_one(paste(TITLE, "5 June 2013", LEAD, SECOND, LEAD, "Sign up for our newsletter", THIRD, "All rights reserved."))
    assert article.body.endswith(THIRD)
