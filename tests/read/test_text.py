"""Pasted text: a whole page as it comes from the clipboard, line by line, and texts broken at a fixed width."""

from datetime import UTC, date, datetime

from generator.config import Config, SiteSettings
from tests.read.helpers import cuts, quotes, read_one, sentences

# A page in our own words with the furniture that pasted news pages have.
PASTED = """Harbour ministers agree on a date for the dredging talks

The two sides will look at maps and money, an adviser to the port authority told this paper.

June 5, 2013 18:40
2 minute read.
Ministers wave from the quay

harbour wave 219. (photo credit: NORTHLIGHT)

SANDHOLM, Osterland - Ministers from both sides of the channel met late on Monday and agreed that talks about dredging should open next week, officials said.

"We have waited for two years," said the younger of the two ministers, a former pilot who knows the channel well. "Now it begins."

The U.S. company that owns the ships said on Tuesday that 4,200 people depend on it.

Steady rain fell.

Related Content

Two tugs collide during an exercise off the old lighthouse
August 21, 2019
Fishing crews: the port allowed ships into closed grounds


Cookie Settings"""  # noqa: E501


def test_every_line_of_a_pasted_page_gets_its_verdict() -> None:
    """Title, standfirst, date, furniture, dateline and tail are cut, each by its own rule."""
    article = read_one(PASTED)
    assert cuts(article) == [
        (1, "title"), (3, "standfirst"), (5, "date"), (6, "read-time"), (7, "caption"), (9, "credit"), (11, "dateline"),
        (19, "stop-heading"), (21, "after-stop"), (22, "after-stop"), (23, "after-stop"), (26, "after-stop"),
    ]  # fmt: skip


def test_a_pasted_page_gives_title_standfirst_place_and_publication_date() -> None:
    """The visible date counts, in the site's zone; the date of another article in the tail does not."""
    article = read_one(PASTED, config=Config(site=SiteSettings(timezone="Asia/Jerusalem")))
    assert article.title == "Harbour ministers agree on a date for the dredging talks"
    assert article.deck == "The two sides will look at maps and money, an adviser to the port authority told this paper."
    assert article.published is not None
    assert (article.published.isoformat(), article.has_time) == ("2013-06-05T18:40:00+03:00", True)
    assert article.place == "Sandholm, Osterland"
    assert [c.source for c in article.date_candidates] == ["visible date"]


def test_the_body_of_a_pasted_page_is_its_paragraphs_and_quotes_the_file() -> None:
    """Sentences have the file's own words at the file's own offsets, the dateline apart."""
    article = read_one(PASTED)
    assert len(article.body.split("\n\n")) == 4
    assert sentences(article)[0].startswith("Ministers from both sides")
    assert sentences(article)[-1] == "Steady rain fell."
    assert quotes(article, PASTED.encode()) == sentences(article)


def test_lines_without_blank_lines_between_them_are_paragraphs() -> None:
    """Text copied from a wiki has one paragraph a line, under title and date."""
    article = read_one(
        "Bridge reopens\nWednesday, September 7, 2005 \nThe bridge reopened on Monday after a year of work on its cables.\n"
        "It had closed when a barge struck the second pillar.\nTrains follow in May."
    )
    assert article.published == datetime(2005, 9, 7, tzinfo=UTC)
    assert not article.has_time
    assert len(article.body.split("\n\n")) == 3


def test_lines_broken_at_a_fixed_width_are_one_paragraph() -> None:
    """Old mails break lines near column 72; the sentence goes on over the break, and still quotes the file."""
    text = (
        "Bridge reopens\n\n3 June 2013\n\n"
        "The bridge over the northern channel reopened on Monday after a year of\n"
        "work on its cables, and the first train is expected to cross it during the\n"
        "second week of July, the railway said.\n"
    )
    article = read_one(text)
    assert len(article.sentences) == 1
    assert quotes(article, text.encode()) == sentences(article)


def test_windows_line_ends_change_nothing_but_offsets() -> None:
    """A file with CRLF gives the same body, and offsets that lead into that file."""
    data = PASTED.replace("\n", "\r\n").encode()
    article = read_one(data)
    assert article.body == read_one(PASTED).body
    assert quotes(article, data) == sentences(article)


def test_a_text_of_two_short_sentences_has_no_title_line() -> None:
    """A sentence at the top is no headline; the title comes from the file's name."""
    article = read_one("A summit opened in Paris on Monday.\n\nIt will close on Friday.", "content/2013-05-14-paris-summit.txt")
    assert article.title == "Paris summit"
    assert len(article.sentences) == 2
    assert article.published == datetime(2013, 5, 14, tzinfo=UTC)


def test_stop_headings_before_more_paragraphs_cut_only_the_box() -> None:
    """A "Read more" box inside an article goes, the two long paragraphs after it stay."""
    long = "The council discussed the bridge for three hours on {} and then went home without a vote on any of the plans."
    body = "\n\n".join(
        ["Council meets", long.format("Monday"), "Read more", "Old bridge sold", long.format("Tuesday"), long.format("Friday")]
    )
    article = read_one(body)
    assert [line for line in article.body.split("\n\n") if "council" not in line] == []
    assert len(article.sentences) == 3


def test_dateline_dates_take_their_year_from_the_publication() -> None:
    """A dateline of 30 December in an article of 2 January belongs to the year before."""
    article = read_one(
        "Ice closes port\n\nJanuary 2, 2014\n\nSANDHOLM, Dec. 30 (Northlight) -- The port closed on Sunday because of ice, pilots said."
    )
    assert (article.place, article.dateline_date) == ("Sandholm", date(2013, 12, 30))


def test_a_first_paragraph_may_end_with_a_colon() -> None:
    """What leads to a quotation is text, with its date."""
    text = "Editorial\n\n8 June 2013\n\nThe Harbour Courier said in an editorial on Monday, June 3:\n\nThe bridge must close.\n"
    assert read_one(text).body.startswith("The Harbour Courier said")


def test_a_date_is_found_above_a_text_of_few_words() -> None:
    """Four words are a text where nothing longer follows."""
    article = read_one("Talks open\n\n5 June 2013\n\nThey met in Lund.\n\nIt rained.\n")
    assert (article.published, article.body) == (datetime(2013, 6, 5, tzinfo=UTC), "They met in Lund.\n\nIt rained.")


def test_keep_lines_and_drop_lines_overrule_the_rules() -> None:
    """Front matter has the last word on lines."""
    text = (
        "---\ntitle: T\ndate: 2013-05-14\nkeep_lines: [Advertisement]\ndrop_lines: [It rained]\n---\n"
        "The port closed on Sunday because of ice, pilots said.\n\nAdvertisement\n\nIt rained all day.\n"
    )
    article = read_one(text)
    assert article.body.split("\n\n")[1:] == ["Advertisement"]
    assert (11, "drop_lines") in cuts(article)
