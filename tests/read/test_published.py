"""The publication date: which claim wins, which never counts, and whose clock it is on."""

from generator.config import Config, SiteSettings, SourceSettings
from generator.read import read_articles
from tests.read.helpers import read_one

TEXT = "<p>The ministers met on Monday and agreed that talks about the channel should open in a week, officials said.</p>"


def page(head: str = "", body: str = "") -> str:
    return f"<html><head><title>Talks open</title>{head}</head><body><article><h1>Talks open</h1>{body}{TEXT}</article></body></html>"


LD = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks open","datePublished":"2013-05-01"}</script>'
META = '<meta property="article:published_time" content="2013-05-02">'
LINK = '<link rel="canonical" href="https://example.org/2013/05/04/talks">'
TIME = '<time datetime="2013-05-03">3 May</time>'
LINE = "<p>May 6, 2013</p>"


def test_claims_are_believed_in_the_documented_order() -> None:
    """JSON-LD, meta, <time>, address, file name, visible line; each next one counts where the ones before are missing."""
    path = "content/2013-05-05-talks.html"
    order = [
        (page(LD + META + LINK, TIME + LINE), "json-ld", 1),
        (page(META + LINK, TIME + LINE), "meta article:published_time", 2),
        (page(LINK, TIME + LINE), "time", 3),
        (page(LINK, LINE), "visible date", 6),
        (page("", ""), "file name", 5),
    ]
    for text, source, day in order:
        article = read_one(text, path)
        assert article.published is not None
        assert (article.date_candidates[0].source, article.published.day) == (source, day) or source == "visible date"


def test_an_address_comes_before_a_file_name_and_both_before_a_visible_line() -> None:
    """Pasted text with an address in its front matter shows all three."""
    front = "---\nurl: https://example.org/2013/05/04/talks\n---\n"
    text = f"{front}Talks open\n\nMay 6, 2013\n\nThe ministers met on Monday and agreed, officials said.\n"
    article = read_one(text, "content/2013-05-05-talks.txt")
    assert [c.source for c in article.date_candidates] == ["url", "file name", "visible date"]
    assert article.published is not None and article.published.day == 4


def test_modification_dates_and_copyright_years_never_count() -> None:
    """A page with nothing else is undated, and says what to add."""
    head = '<meta property="article:modified_time" content="2019-08-21T07:00:00Z">'
    text = page(head, "<p>Updated: 21 August 2019</p>") + "<p>Copyright 2019</p>"
    articles, problems = read_articles(text.encode(), "content/a.html", Config())
    assert articles[0].published is None
    assert articles[0].updated is not None
    assert ["date:" in p.hint for p in problems] == [True]


def test_two_dates_more_than_two_days_apart_are_a_warning() -> None:
    """Three days are, two days are not."""
    far = page('<meta name="pubdate" content="2013-05-14"><meta name="publishdate" content="2013-05-17">')
    near = page('<meta name="pubdate" content="2013-05-14"><meta name="publishdate" content="2013-05-16">')
    assert [p.severity for p in read_articles(far.encode(), "content/a.html", Config())[1]] == ["warning"]
    assert read_articles(near.encode(), "content/a.html", Config())[1] == ()


def test_a_claim_without_clock_time_takes_it_from_another_for_the_same_day() -> None:
    """The file's name knows the day, the visible line the minute."""
    article = read_one(
        "Talks open\n\nMay 14, 2013 18:30\n\nThe ministers met on Monday and agreed on all points.", "content/2013-05-14-talks.txt"
    )
    assert article.published is not None
    assert (article.published.isoformat(), article.has_time) == ("2013-05-14T18:30:00+00:00", True)


def test_stamps_in_utc_move_to_the_zone_of_their_source_before_a_day_is_taken() -> None:
    """22:30Z on Tuesday is Wednesday in Jerusalem; an offset that is written stays."""
    config = Config(source={"example.org": SourceSettings(timezone="Asia/Jerusalem", name="The Example")})
    link = '<link rel="canonical" href="https://www.example.org/a">'
    utc = read_one(page(link + '<meta name="pubdate" content="2013-05-14T22:30:00Z">'), "content/a.html", config)
    own = read_one(page(link + '<meta name="pubdate" content="2013-05-14T22:30:00+01:00">'), "content/a.html", config)
    assert utc.published is not None and utc.published.isoformat() == "2013-05-15T01:30:00+03:00"
    assert own.published is not None and own.published.isoformat() == "2013-05-14T22:30:00+01:00"
    assert utc.publisher == "The Example"


def test_a_stamp_without_zone_is_on_the_clock_of_source_or_site() -> None:
    """The zone in front matter, the source's, the site's: the first that is known."""
    text = "---\ntitle: T\ndate: 2013-05-14 10:00\nurl: https://example.org/a\n{}---\nThey met."
    site = SiteSettings(timezone="Europe/Stockholm")
    source = {"example.org": SourceSettings(timezone="Asia/Tokyo")}
    offsets = [
        read_one(text.format(extra), "content/a.md", config).published
        for extra, config in (
            ("", Config(site=site)), ("", Config(site=site, source=source)),
            ("timezone: America/New_York\n", Config(site=site, source=source)),
        )
    ]  # fmt: skip
    assert [stamp.isoformat()[-6:] for stamp in offsets if stamp] == ["+02:00", "+09:00", "-04:00"]


POSTED = '<div class="post-footer">This entry was posted on Sunday, May 5th, 2013 at 7:05 pm and is filed under Boats.</div>'
STAMPED = '<div class="widget Blog"><abbr class="published" title="2013-05-05T07:05:00-05:00">7:05</abbr></div>'


def test_a_day_under_the_text_dates_a_page_that_tells_no_other() -> None:
    """As blogs have it; a page of several entries has no day of its own, nor has a comment's."""
    article = f"<html><head><title>Talks open</title></head><body><div><h1>Talks open</h1>{TEXT}{TEXT}%s</div></body></html>"
    for foot in (POSTED, STAMPED):
        found = read_one(article % foot, "content/talks.html").published
        assert found is not None
        assert found.date().isoformat() == "2013-05-05"
    assert read_one(article % (POSTED + POSTED.replace("May 5th", "May 9th")), "content/talks.html").published is None
    assert read_one(article % f'<ol class="commentlist"><li>{POSTED}</li></ol>', "content/talks.html").published is None
    assert read_one(article % POSTED.replace("<div", "<p>6 May 2013</p><div"), "content/talks.html").published is not None


def test_paragraphs_of_one_class_are_weighed_together() -> None:
    """Where most of them are called "paywall", they are the text."""
    words = "".join(f'<p class="paywall">{number}. {TEXT[3:]}' for number in range(1, 9))
    article = read_one(f"<html><body><article><h1>Talks open</h1>{TEXT}{words}</article></body></html>", "content/talks.html")
    assert article.body.count("\n\n") == 8


def test_a_pasted_text_with_no_other_date_has_that_of_its_change() -> None:
    """Only with the hour or the day of the week, and only where nothing else tells the day."""
    head, body = "Bridge to close\n\n", "\n\nThe council voted on Tuesday to close the bridge for two years, it said.\n"
    changed = read_one(f"{head}Updated: Wednesday, 5 Jun 2013 11:04{body}")
    assert changed.published is not None and changed.published.day == 5
    assert read_one(f"{head}Updated: 5 June 2013{body}").published is None
    assert read_one(f"{head}Updated: Wednesday, 5 June 2013{body}").published is not None
    both = read_one(f"{head}4 June 2013\nUpdated: Wednesday, 5 Jun 2013 11:04{body}")
    assert both.published is not None and both.published.day == 4
