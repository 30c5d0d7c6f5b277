"""Live blogs: stamps leave the body and date the text below them; what only looks like one keeps its times."""

import pytest

from generator.config import Config, SourceSettings
from generator.importer import markdown
from generator.timex import find_times
from tests.read.helpers import cuts, quotes, read_one, sentences

NEWEST_FIRST = """Storm closes the harbour

Thursday 6 June 2013 07.10 BST

Our reporters follow the storm from the quay today.

11.42am BST

Ferries are cancelled until tomorrow, the company said.

Updated at 11.55am BST

10.15am BST

The mayor spoke yesterday of a quiet night in the old town.

12.20am

A lorry overturned on the bridge yesterday, the police said.

11.50pm

Two boats broke loose this morning and were caught by the pilots.
"""
OVER_MIDNIGHT = """LIVE: strike in the port

5 June 2013

23:10 - The dockers voted yesterday to go on for a third week, their union told us.
23:48 - Talks between the union and the port failed this evening, the minister said.
00:20 - The minister will speak to the press tomorrow at noon, his office has just said.
"""
CHRONICLE = """How the dam broke

12 March 2011

8:46 a.m.: The first crack was seen by a watchman, who rang the bell three times.
9:03 a.m.: Water came through the gallery, and two men left it by the ladder.
9:59 a.m.: The wall fell, and with it the road that leads to the village below.
"""


def days(article_text: str, path: str = "content/live.txt") -> list[tuple[str, str]]:
    article = read_one(article_text, path)
    return [(time.text, time.value[:10]) for time in find_times(article)]


def test_each_post_is_counted_from_its_own_stamp() -> None:
    """Posts run newest first, back over midnight; the text above the first stamp is counted from publication."""
    assert days(NEWEST_FIRST) == [
        ("today", "2013-06-06"), ("tomorrow", "2013-06-07"), ("yesterday", "2013-06-05"), ("yesterday", "2013-06-05"),
        ("this morning", "2013-06-05"),
    ]  # fmt: skip


def test_stamps_are_cut_and_logged_and_offsets_still_quote_the_file() -> None:
    """A note of a change is no stamp."""
    article = read_one(NEWEST_FIRST)
    assert [(line, rule) for line, rule in cuts(article) if line > 5] == [
        (7, "live-stamp"), (11, "updated"), (13, "live-stamp"), (17, "live-stamp"), (21, "live-stamp"),
    ]  # fmt: skip
    assert quotes(article, NEWEST_FIRST.encode()) == sentences(article)
    assert [post.at.isoformat()[:16] for post in article.posts] == [
        "2013-06-06T11:42", "2013-06-06T10:15", "2013-06-06T00:20", "2013-06-05T23:50",
    ]  # fmt: skip


def test_the_reason_names_the_stamp() -> None:
    """An editor sees from which post a phrase was counted."""
    reasons = {time.text: time.reason for time in find_times(read_one(NEWEST_FIRST))}
    assert reasons["tomorrow"] == "counted from the live-blog stamp 11:42 on Thursday 6 June 2013"
    assert reasons["today"] == "counted from publication on Thursday 6 June 2013"


def test_stamps_that_open_a_paragraph_run_on_over_midnight() -> None:
    """Oldest first, where the title says that the page is live: the stamp goes, the sentence stays."""
    article = read_one(OVER_MIDNIGHT)
    assert days(OVER_MIDNIGHT)[-1] == ("tomorrow at noon", "2013-06-07")
    assert sentences(article)[0].startswith("The dockers voted")
    assert quotes(article, OVER_MIDNIGHT.encode()) == sentences(article)


@pytest.mark.parametrize("mark", ["{} – ", "{}: ", "+++ {} Uhr: ", "[{} GMT] "])
def test_stamps_in_the_headings_of_posts(mark: str) -> None:
    """The heading stays without its stamp; a programme, which has no text below, is none."""
    posts = (("14:32", "Bridge to close"), ("13:05", "Bakers protest"), ("12:00", "Meeting opens"))
    lines = [line for clock, head in posts for line in (mark.format(clock) + head, "", "Some forty people came to the hall yesterday.", "")]
    text = "\n".join(("Bridge vote", "", "5 June 2013", "", *lines))
    article = read_one(text)
    assert [post.at.isoformat()[11:16] for post in article.posts] == ["14:32", "13:05", "12:00"]
    assert article.body.split("\n\n")[::2] == ["Bridge to close", "Bakers protest", "Meeting opens"]
    assert quotes(article, text.encode()) == sentences(article)


def test_stamps_with_their_days_need_no_other_sign() -> None:
    """Each has its date; the first of them is the page's only date."""
    text = "Election night\n\n" + "\n\n".join(
        f"{stamp}\n\nPolling stations in the south closed today at the usual hour, the mayor said."
        for stamp in ("Wednesday 5 June 2013 14.32", "Posted at 11:05 GMT on 5 June 2013", "Tuesday 4 June 2013 22.40")
    )
    assert [day for _, day in days(text) if day.startswith("2013")] == ["2013-06-05", "2013-06-05", "2013-06-04"]


@pytest.mark.parametrize(
    "text",
    [
        CHRONICLE,
        "Council meets\n\n5 June 2013\n\nThe council met at ten.\n\n10:30\n\nThe doors opened and the public went in.",
        "Live music in June\n\n1 June 2013\n\n20:00 - Doors\n21:00 - The band\n22:00 - Fireworks\n\nTickets are sold at the quay.",
        "Live: council\n\n5 June 2013\n\n14:00: They voted on the bridge and on the school, as we wrote.\n\n"
        "09:30: They met in the old hall and read the minutes of last week.\n\n13:00: They ate at the inn beside the hall, and came back.",
    ],
    ids=["chronicle of a past day", "one time", "programme", "out of order"],
)
def test_other_times_make_no_live_blog(text: str) -> None:
    """Times of the events told, a programme, a single time and times in no order date nothing else."""
    assert read_one(text).posts == ()


def test_times_of_a_chronicle_stay_in_its_sentences() -> None:
    """They are what happened when."""
    assert sentences(read_one(CHRONICLE))[0].startswith("8:46 a.m.: The first crack")


def page(*posts: str) -> str:
    return (
        '<html><head><title>Port strike</title><meta property="article:published_time" content="2013-06-05T23:00:00+02:00"></head>'
        f"<body><div><h1>Port strike</h1><section>{''.join(posts)}</section></div></body></html>"
    )


def post(moment: str, shown: str, text: str) -> str:
    time = f'<time class="timestamp" datetime="{moment}">{shown}</time>'
    return f'<article><header>{time}<h3>News</h3></header><p>{text}</p><a href="#">Share</a></article>'


PAGE = page(
    post("2013-06-06T01:05:00+02:00", "25 minutes ago", "A fire broke out in a shed this morning and was put out within the hour."),
    post("2013-06-06T00:20:00+02:00", "1 hour ago", "The minister will speak to the press tomorrow at noon, his office has just said."),
    post("2013-06-05T23:10:00+02:00", "2 hours ago", "The dockers voted yesterday to go on for a third week, their union told us."),
)


def test_a_saved_page_is_read_by_what_its_stamps_say_for_programs() -> None:
    """The words shown, "1 hour ago", tell nothing by the time that a page is saved."""
    assert days(PAGE, "content/live.html") == [
        ("this morning", "2013-06-06"),
        ("tomorrow at noon", "2013-06-07"),
        ("yesterday", "2013-06-04"),
    ]
    article = read_one(PAGE, "content/live.html")
    assert quotes(article, PAGE.encode()) == sentences(article)
    assert "ago" not in article.body


def test_stamps_in_utc_move_to_the_zone_of_their_source() -> None:
    """22:30Z is the next day in Helsinki."""
    text = PAGE.replace("2013-06-05T23:10:00+02:00", "2013-06-05T22:30:00Z").replace(
        "<title>", '<link rel="canonical" href="https://example.org/a"><title>'
    )
    config = Config(source={"example.org": SourceSettings(timezone="Europe/Helsinki")})
    article = read_one(text, "content/live.html", config)
    assert article.posts[-1].at.isoformat() == "2013-06-06T01:30:00+03:00"


def test_a_stamp_gives_no_clock_time_to_a_known_publication() -> None:
    """It is the post's own."""
    front = "---\ntitle: Live\ndate: 2013-06-05\n---\n\n"
    article = read_one(
        f"{front}2013-06-05 23:10\n\nThe ministers met in the old hall.\n\n2013-06-05 22:10\n\nOne came.\n\n2013-06-05 21:10\n\nNone.\n",
        "content/a.md",
    )
    assert (len(article.posts), article.has_time) == (3, False)


def test_an_imported_live_blog_keeps_its_posts() -> None:
    """The Markdown that is written has the stamps on lines of their own."""
    article = read_one(PAGE, "content/live.html")
    again = read_one(markdown(article, Config()), "content/live.md")
    assert [post.at for post in again.posts] == [post.at for post in article.posts]
    assert again.body == article.body
