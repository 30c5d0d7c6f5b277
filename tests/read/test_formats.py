"""Mails, feeds, JSON and tables: one file, one or several articles, with zones kept."""

from datetime import date

from generator.config import Config
from generator.dates import day, month
from generator.read import READERS, read_articles
from tests.read.helpers import quotes, read_one, sentences

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Harbour Post</title><language>en-gb</language>
<item><title>Talks open</title><link>https://example.org/a</link><pubDate>Tue, 14 May 2013 04:02:00 +0300</pubDate>
<description>&lt;p&gt;Talks opened on Monday &amp;amp; will end soon.&lt;/p&gt;&lt;p&gt;They met.&lt;/p&gt;</description></item>
<item><title>Talks close</title><pubDate>Wed, 15 May 2013 22:30:00 GMT</pubDate><category>channel</category>
<description><![CDATA[<p>Talks <b>closed</b> on Monday.</p>]]></description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><title>A</title><published>2013-05-14T10:00:00+02:00</published>
<updated>2013-05-16T10:00:00+02:00</updated><author><name>Ada Holt</name></author>
<content type="html">&lt;p&gt;They met.&lt;/p&gt;</content></entry></feed>"""


def test_each_entry_of_a_feed_is_an_article_with_the_zone_of_its_date() -> None:
    """RSS: +0300 stays +03:00, and offsets lead into the feed file."""
    articles, problems = read_articles(RSS.encode(), "content/f.xml", Config())
    assert problems == ()
    assert [a.path for a in articles] == ["content/f.xml#1", "content/f.xml#2"]
    assert [a.published.isoformat() for a in articles if a.published] == ["2013-05-14T04:02:00+03:00", "2013-05-15T22:30:00+00:00"]
    assert sentences(articles[0]) == ["Talks opened on Monday & will end soon.", "They met."]
    assert quotes(articles[0], RSS.encode()) == ["Talks opened on Monday &amp;amp; will end soon.", "They met."]
    assert (articles[1].tags, articles[1].publisher, articles[1].language) == (("channel",), "Harbour Post", "en")


def test_atom_entries_have_author_and_update() -> None:
    """The update is no publication date."""
    article = read_one(ATOM, "content/f.atom")
    assert article.published is not None and article.published.isoformat() == "2013-05-14T10:00:00+02:00"
    assert article.updated is not None and article.updated.day == 16
    assert (article.authors, article.body) == (("Ada Holt",), "They met.")


def test_a_json_feed_is_read_like_any_feed() -> None:
    """Plain text content is divided at its lines."""
    text = (
        '{"version": "https://jsonfeed.org/version/1.1", "title": "Post", "items": [{"title": "A", "url": "https://example.org/1",'
        ' "content_text": "He came on Monday.\\nShe \\"left\\".", "date_published": "2013-05-14T10:00:00+02:00"}]}'
    )
    article = read_one(text, "content/f.json")
    assert article.body == 'He came on Monday.\n\nShe "left".'
    assert quotes(article, text.encode())[0] == "He came on Monday."


def test_a_mail_gives_subject_sender_and_date_and_leads_through_its_encoding() -> None:
    """Quoted-printable breaks lines and spells letters; offsets lead to where they stand."""
    text = (
        "From: Ada Holt <ada@example.org>\r\nSubject: =?utf-8?q?Talks_in_=C3=85re?=\r\nDate: Tue, 14 May 2013 22:30:00 +0300\r\n"
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "KIRUNA, Sweden - The ministers met on Mon=\r\nday and will meet again on Friday.\r\n\r\nThey left =E2=80=93 late.\r\n"
    )
    article = read_one(text, "content/m.eml")
    assert (article.title, article.authors, article.place) == ("Talks in Åre", ("Ada Holt",), "Kiruna, Sweden")
    assert article.published is not None and article.published.isoformat() == "2013-05-14T22:30:00+03:00"
    assert sentences(article) == ["The ministers met on Monday and will meet again on Friday.", "They left – late."]
    assert quotes(article, text.encode())[1] == "They left =E2=80=93 late."


def test_tables_hold_ready_made_events() -> None:
    """Columns may have other names, cells several people, and a bad row stops no other."""
    text = "Headline;Date;Status;People\nTalks;2013-05-14;planned;Ada Holt|Jo Ray\nBad;05/06/2013;;\nSummit;2013-06;;\n"
    articles, problems = read_articles(text.encode(), "content/e.csv", Config())
    assert [(e.title, e.span, e.status, e.people, e.line) for e in articles[0].events] == [
        ("Talks", day(date(2013, 5, 14)), "planned", ("Ada Holt", "Jo Ray"), 2),
        ("Summit", month(2013, 6), "happened", (), 4),
    ]
    assert [str(p).splitlines()[0] for p in problems] == ['content/e.csv:3: "05/06/2013" could be two days']


def test_json_lists_hold_ready_made_events_and_our_own_export_is_one() -> None:
    """A date may be a mapping with "edtf", as in events.json."""
    text = '{"version": 1, "events": [{"id": "x", "title": "Talks", "date": {"edtf": "2013-05-14/2013-05-16"}, "places": ["Lund"]}]}'
    [event] = read_one(text, "content/e.json").events
    assert (event.title, event.span.edtf, event.place) == ("Talks", "2013-05-14/2013-05-16", "Lund")


def test_what_cannot_be_read_is_an_error_that_names_the_file() -> None:
    """Empty or foreign content of each format gives a problem and no article, or an article with a problem."""
    for suffix in READERS:
        for data in (b"", b"\x00\x01\x02" * 50, b"{", b"<", b"a,b\n1,2\n"):
            articles, problems = read_articles(data, f"content/x{suffix}", Config())
            assert articles or problems
            assert all(problem.path.startswith("content/x") for problem in problems)


def test_pages_with_far_too_many_tags_are_named() -> None:
    """Reading them would take minutes."""
    articles, [problem] = read_articles(b"<p>" * 250_001, "content/a.html", Config())
    assert (articles, problem.severity) == ((), "error")
    assert "250,001 tags" in problem.message


def test_texts_of_far_too_many_lines_are_named() -> None:
    """Blank lines do not count."""
    for suffix in (".txt", ".md"):
        articles, [problem] = read_articles(b"a\n\n" * 500_001, f"content/a{suffix}", Config())
        assert (articles, problem.severity) == ((), "error")
        assert "500,001 lines" in problem.message
    assert read_articles(b"A\n" + b"\n" * 500_001, "content/a.txt", Config())[0]


def test_files_that_are_too_large_or_of_no_known_kind_are_named() -> None:
    """The message names the setting, or the endings that are read."""
    from generator.config import ContentSettings

    _, [large] = read_articles(b"x" * 11, "content/a.txt", Config(content=ContentSettings(max_file_bytes=10)))
    _, [unknown] = read_articles(b"x", "content/a.doc", Config())
    assert "max_file_bytes" in large.hint
    assert ".md" in unknown.hint
