"""What a reader finds on the pages of a rich site, and of sites that are poor, odd or large."""

from __future__ import annotations

import gzip
import itertools
import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from generator import dates
from generator.model import Site
from generator.render import pages
from generator.render.info import size_in_words
from generator.render.outputs import OUTPUTS
from tests.render import sample
from tests.render.reading import Document, broken, build, octets

VOTE = "events/2021/2021-06-01-council-votes-on-the-bridge.html"


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return build(sample.site())


@pytest.fixture(scope="module")
def front(files: dict[str, str]) -> Document:
    return Document(files["index.html"])


def words(document: Document) -> str:
    return " ".join(document.words.split())


def test_pages_are_an_output() -> None:
    """The table of outputs makes the pages."""
    assert OUTPUTS["pages"] is pages.render


@pytest.mark.parametrize(
    "phrase",
    [
        "1888",
        "1960s",
        "Winter 2020–21",
        "February 2021",
        "9 March 2021, late",
        "15–19 March 2021",
        "12 April 2021, 18:30 UTC+02:00",
        "Before 3 June 2021",
        "Week of 17 May 2021",
        "Early June 2021",
        "First quarter of 2021",
        "Summer 2022",
        "About August 2022",
        "1–3 May 2023",
        "Since 2024",
    ],
)
def test_dates_are_written_in_words_as_exact_as_they_are(front: Document, phrase: str) -> None:
    """Each precision has its own words in the list."""
    assert phrase in front.words


@pytest.mark.parametrize("word", ["Happened", "Planned", "Ongoing", "Unconfirmed", "Denied", "Cancelled", "Postponed"])
def test_every_status_is_a_word(front: Document, word: str) -> None:
    """Status does not depend on colour."""
    assert word in front.words


def test_a_plan_whose_day_has_gone_by_says_so(front: Document) -> None:
    """A planned event before the day of the timeline has no report that it took place; a later one says nothing of it."""
    assert front.words.count("no report that it took place") == 1


def test_moved_dates_and_disagreements_are_marked(front: Document) -> None:
    """The list tells the earlier date of a moved event and the other dates that sources give."""
    assert "Date moved: was May 2021" in words(front)
    assert "Sources differ: also 14 June 2021" in words(front)


def test_words_keep_apart_without_the_style_sheet(files: dict[str, str], front: Document) -> None:
    """What stands side by side is told apart by more than its style, and the strip paints no more than its bars."""
    assert "Planned; no report that it took place Date moved: was May 2021 Sources differ: also 14 June 2021" in words(front)
    assert "Sources differ: also 14 June 2021 Reported by 2 sources" in words(Document(files[VOTE]))
    assert "Early June 2021 Why?" in words(Document(files[VOTE]))
    assert files["index.html"].count('class="strip-hit" fill="transparent"') == files["index.html"].count('class="strip-hit"') > 0


def test_the_date_comes_before_the_title(files: dict[str, str]) -> None:
    """In reading order, when comes before what."""
    row = files["index.html"].split('id="e-2021-03-09-mayors-meet', 1)[1]

    assert row.index("<time") < row.index("<h4")


def test_headings_lists_and_times_carry_the_structure(files: dict[str, str]) -> None:
    """A year is a heading, a month one below it, events are articles of an ordered list, each with its date for machines."""
    page = files["index.html"]

    assert re.search(r'<section class="year" id="y2021">\s*<h2>.*?<h3>January 2021</h3>\s*<ol class="events">\s*<li', page, re.S)
    assert page.count('<article class="event" id="e-') == 18
    assert '<time datetime="2021-03-09">9 March 2021, late</time>' in page
    assert not any('role="application"' in text or "<marquee" in text for text in files.values())


def test_events_stand_in_the_order_of_their_earliest_day(files: dict[str, str]) -> None:
    """A vague date comes before the exact ones that begin with it."""
    whens = re.findall(r'<p class="when.*?<(?:time|span)[^>]*>([^<]+)</(?:time|span)> <span class="word"', files["index.html"])

    assert len(whens) == 18
    assert whens.index("First quarter of 2021") < whens.index("February 2021") < whens.index("9 March 2021, late")
    assert whens.index("Early June 2021") < whens.index("14 June 2021")


def test_nothing_moves_on_the_pages(files: dict[str, str]) -> None:
    """Readers who ask for less motion have nothing to be spared."""
    moving = re.compile(r"\b(?:animation|transition|scroll-behavior|smooth)\b")

    assert not moving.search(files["static/style.css"] + files["static/dateline.js"])


def test_clock_times_are_those_of_the_source_with_its_zone(files: dict[str, str]) -> None:
    """A page of an article names the zone of its hour; where only the day matters, no hour is told."""
    herald = next(text for path, text in files.items() if path.startswith("articles/") and "10 March 2021, 08:15" in text)

    assert ">10 March 2021, 08:15 UTC</time>" in herald
    assert "08:15" not in words(Document(files[VOTE]))


def test_every_foot_leads_to_the_data_and_names_its_licence(files: dict[str, str]) -> None:
    """Wherever a reader ends, the names, the data and their licence are at hand."""
    for path, text in files.items():
        if 'class="site-foot"' in text:
            foot = Document(text[text.index('class="site-foot"') :])
            assert {link.rpartition("../")[2] for link in foot.links} >= {"events.json", "events.csv", "calendar.ics"}, path
            assert "Licence of the data: CC BY 4.0." in words(foot), path


def test_a_mistake_can_be_reported_with_the_event_it_is_in(files: dict[str, str]) -> None:
    """The link carries the event's id."""
    assert "mailto:library@sorrel.example?subject=Correction%3A%202021-06-01-council-votes-on-the-bridge" in Document(files[VOTE]).links


def test_empty_years_are_one_line(front: Document) -> None:
    """A gap of years is told, not drawn."""
    assert "1889–1959: no events" in front.words


def test_a_vague_year_stands_before_its_months(files: dict[str, str]) -> None:
    """Events of which no month is known have a heading of their own."""
    assert "No month given" in Document(files["index.html"]).words


def test_the_strip_has_a_summary_and_leads_to_months(files: dict[str, str]) -> None:
    """The density strip can be read, and each bar leads into the list."""
    svg = re.search(r"<svg.*?</svg>", files["index.html"], re.S)

    assert svg
    assert 'href="#m' in svg[0]
    assert "url(#hatch)" in svg[0]
    assert "18 events from 1885–1889 to 2020–2024" in Document(files["index.html"]).words


def test_years_under_the_strip_can_make_room_on_narrow_screens() -> None:
    """Where many years are named, no two neighbours stay when there is little room: their names would run into each other."""
    page = build(sample.site(sample.many(12, every=1800)))["index.html"]
    minor = ["is-minor" in kind for kind in re.findall(r'<text class="(strip-name[^"]*)"', page)]

    assert len(minor) > 8
    assert not any(not one and not other for one, other in itertools.pairwise(minor))


def test_names_to_filter_by_have_counts(front: Document) -> None:
    """Without the script, the filter panel leads to the pages of the names."""
    assert "places/upper-quay.html" in front.links
    assert re.search(r"Upper Quay\s+3\b", front.words)


def test_an_event_says_who_reports_it_and_why_then(files: dict[str, str]) -> None:
    """The page of an event shows each sentence, its outlet, the phrase and the day it was counted from."""
    text = words(Document(files[VOTE]))

    assert "The vote is now expected in early June, the clerk said." in text
    assert "Northern Courier, 4 May 2021" in text
    assert "From “in early June”, counted from 4 May 2021, the day it was published." in text
    assert "10 March 2021 First reported: May 2021 (Harbour Herald)" in text
    assert "4 May 2021 Moved: from May 2021 to early June 2021 (Northern Courier)" in text


def test_an_event_can_be_cited(files: dict[str, str]) -> None:
    """The forms of citation are there for the event and for each article."""
    text = words(Document(files[VOTE]))

    assert "“Council votes on the bridge” (Early June 2021). The Sorrel Bridge, 1 September 2022." in text
    assert "@article{harbour-herald-2021-ferry-towns" in text
    assert '"container-title": "Harbour Herald"' in text
    assert "{{cite news |title=Ferry towns agree on a bridge over the Sorrel |author=Ines Valo" in text


def test_event_and_sentence_lead_to_each_other(files: dict[str, str]) -> None:
    """The quote leads to the sentence in its article, and the sentence back to the event."""
    assert "../../articles/courier-vote.html#s0" in Document(files[VOTE]).links
    article = Document(files["articles/courier-vote.html"])
    assert "s0" in article.ids
    assert "../events/2021/2021-06-01-council-votes-on-the-bridge.html" in article.links


def test_an_article_without_events_says_so(files: dict[str, str]) -> None:
    """An article that made nothing has a page all the same."""
    assert "No sentence of this article tells a dated event." in files["articles/notes.html"]


def test_a_place_makes_an_event_for_search_engines(files: dict[str, str]) -> None:
    """JSON-LD is an Event with a place and a date no more exact than known; without a place it is a work about a time."""
    (vote,) = (json.loads(text) for text in Document(files[VOTE]).data)
    (museum,) = (json.loads(text) for text in Document(files["events/2024/2024-01-01-old-ferry-becomes-a-museum.html"]).data)

    assert (vote["@type"], vote["startDate"], vote["location"][0]["name"]) == ("Event", "2021-06", "Upper Quay")
    assert (museum["@type"], museum["temporalCoverage"]) == ("CreativeWork", "2024-01-01/..")


def test_denied_reports_are_no_events_for_search_engines(files: dict[str, str]) -> None:
    """What was denied is not advertised as an event."""
    (data,) = (json.loads(text) for text in Document(files["events/2021/2021-06-03-a-third-pier-is-planned.html"]).data)

    assert data["@type"] == "CreativeWork"


def test_addresses_that_were_are_led_on(files: dict[str, str]) -> None:
    """Aliases of events and redirects of the site are pages that lead to the new address."""
    assert 'content="0; url=../../index.html"' in files["events/2021/old-name.html"]
    assert 'content="0; url=../../events/2023/2023-05-01-bridge-opens.html"' in files["events/2023/2023-04-01-bridge-opens.html"]


def test_the_sitemap_names_only_pages_that_are_there(files: dict[str, str]) -> None:
    """Every address of the sitemap is absolute and was built."""
    addresses = re.findall("<loc>(.*?)</loc>", files["sitemap.xml"])

    assert addresses
    for address in addresses:
        assert (address.removeprefix("https://sorrel.example/") or "index.html") in files


def test_the_subscribe_page_is_honest(files: dict[str, str]) -> None:
    """It offers one-click links, and says that apps refresh when they like."""
    page = Document(files["subscribe.html"])

    assert "webcal://sorrel.example/calendar.ics" in page.links
    assert "https://calendar.google.com/calendar/render?cid=webcal%3A%2F%2Fsorrel.example%2Fcalendar.ics" in page.links
    assert "on their own schedule" in page.words
    assert all(app in page.words for app in ("Apple Calendar", "Google Calendar", "Outlook", "Thunderbird"))
    assert re.search(r"Upper Quay\s*3 events", page.words)
    assert "places/upper-quay.ics" in page.links


def test_sizes_are_said_to_two_digits() -> None:
    """Small changes of a feed leave the words for its size alone."""
    said = {octets: size_in_words(octets) for octets in (0, 999, 1_000, 1_449, 13_999, 49_472, 802_899, 999_999, 1_372_136, 12_345_678)}

    assert list(said.values()) == [
        "less than 1 kB", "less than 1 kB", "1 kB", "1 kB", "14 kB", "49 kB", "800 kB", "1.0 MB", "1.4 MB", "12 MB",
    ]  # fmt: skip


def test_without_an_address_nothing_absolute_is_made_up() -> None:
    """A site that does not know its address has no canonical links, no sitemap and no one-click calendar."""
    files = build(sample.site(url=""))

    assert "sitemap.xml" not in files
    assert not any("canonical" in text or "webcal:" in text for path, text in files.items() if path.endswith(".html"))


SITES = {
    "rich": sample.site(),
    "no address": sample.site(url=""),
    "empty": sample.site(()),
    "one event": sample.site(sample.events()[:1]),
    "sub-path": sample.site(url="https://example.org/deep/down/"),
    "years": sample.site(sample.many(60, every=20), year_pages_from=50),
    "one day": sample.site(sample.many(400, every=0)),
    "no search": sample.site(search="none"),
}


@pytest.mark.parametrize("name", [name for name in SITES if name != "sub-path"])
def test_every_link_leads_somewhere(name: str) -> None:
    """Pages, places on pages, style sheet and script: all are there."""
    assert broken(build(SITES[name])) == []


@pytest.mark.parametrize("name", list(SITES))
def test_nothing_comes_from_elsewhere(name: str) -> None:
    """A page loads nothing from another host, holds no inline style or script, and its policy forbids both."""
    for path, text in build(SITES[name]).items():
        if not path.endswith(".html"):
            continue
        page = Document(text)
        assert not [load for load in page.loads if ":" in load or load.startswith("//")], path
        assert page.inline == ([] if path != "404.html" else ["style"]), path
        if 'http-equiv="refresh"' not in text:
            assert "default-src 'none'" in page.policy, path
            assert not re.search(r"https?:|\*|unsafe", page.policy), path


@pytest.mark.parametrize("name", list(SITES))
def test_ids_are_given_once(name: str) -> None:
    """No page uses an id twice."""
    for path, text in build(SITES[name]).items():
        if path.endswith(".html"):
            ids = Document(text).ids
            assert len(ids) == len(set(ids)), path


def test_the_404_page_stands_alone() -> None:
    """It is shown at any depth: it loads nothing, its policy allows its own style by hash, and it leads to the whole address."""
    page = Document(build(SITES["sub-path"])["404.html"])

    assert page.loads == []
    assert page.links == ["https://example.org/deep/down/"] * 2
    assert "style-src 'sha256-" in page.policy


def test_an_empty_timeline_has_a_designed_page() -> None:
    """Without events the front page explains itself, offers no empty calendar, and nothing breaks."""
    files = build(SITES["empty"])

    assert "No events yet" in files["index.html"]
    assert ".ics" not in files["index.html"] + files["subscribe.html"]
    assert "search.js" not in files


def test_a_single_event_is_counted_as_one() -> None:
    """No plural, no strip, no range."""
    page = Document(build(SITES["one event"])["index.html"])

    assert "1 event." in words(page) or "1 event, 1888" in words(page)
    assert "1 events" not in page.words


def test_text_is_shown_and_never_run(files: dict[str, str]) -> None:
    """Markup in a sentence stays text wherever it stands."""
    page = files["events/2024/2024-01-01-old-ferry-becomes-a-museum.html"]

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_only_addresses_of_the_web_are_linked() -> None:
    """An article that says its address is a script does not get its way."""
    site = sample.site()
    bad = structs.replace(site.articles[0], source=structs.replace(site.articles[0].source, url="javascript:alert(1)"))
    told = tuple(
        structs.replace(
            event, mentions=tuple(structs.replace(m, source=structs.replace(m.source, url="JavaScript:alert(1)")) for m in event.mentions)
        )
        for event in site.timeline.events
    )
    config = replace(site.config, site=replace(site.config.site, report="javascript:alert(1)"))
    files = build(replace(site, config=config, articles=(bad, *site.articles[1:]), timeline=replace(site.timeline, events=told)))
    links = [link for path, text in files.items() if path.endswith(".html") for link in Document(text).links]

    assert links
    assert not [link for link in links if link.lower().startswith("javascript:")]


def test_text_may_run_from_right_to_left(files: dict[str, str]) -> None:
    """Quotes and titles find their own direction."""
    page = next(text for path, text in files.items() if "arabic-language" in path and path.endswith(".html"))

    assert '<blockquote dir="auto"><p>قال' in page


def test_many_events_stand_on_year_pages() -> None:
    """A long timeline has a page a year, and its front page shows what lies around its day."""
    files = build(SITES["years"])

    assert {"years/2010.html", "years/2013.html"} <= set(files)
    assert files["index.html"].count('class="event"') <= 24
    assert "years/2011.html#m2011" in files["index.html"]


def test_an_event_changes_no_page_of_another_year() -> None:
    """The panel of a year's page names what stands on that page; a name told more often in one year stays where it is in the others."""
    few = sample.site(sample.many(60, every=20), year_pages_from=50)
    later = [
        structs.replace(event, places=("Office 3", "Office 24")) if event.span.start.year == 2013 else event
        for event in few.timeline.events
    ]
    old, new = digests(few), digests(replace(few, timeline=replace(few.timeline, events=tuple(later))))
    years = sorted(path for path in old if path.startswith("years/"))

    assert [path for path in years if old[path] != new[path]] == ["years/2013.html"]


def test_no_page_is_too_heavy() -> None:
    """Four hundred events of one day are cut into pages of at most 300 kB."""
    files = build(SITES["one day"])
    sizes = {path: len(text.encode()) for path, text in files.items() if path.endswith(".html")}

    assert "years/2010-part-2.html" in files
    assert max(sizes.values()) <= 300_000
    assert sum(text.count('class="event"') for path, text in files.items() if path.startswith("years/")) == 400


def test_the_first_view_is_light() -> None:
    """At 200 events, page, style sheet and script are at most 60 kB together as servers send them."""
    files = build(sample.site(sample.many(200)))
    sent = sum(len(gzip.compress(files[path].encode(), 6)) for path in ("index.html", "static/style.css", "static/dateline.js"))

    assert sent <= 60_000


def test_the_search_index_is_a_script_that_assigns(files: dict[str, str]) -> None:
    """A page from a disk may not fetch data, but it may load a script; names stand there once."""
    text = files["search.js"]
    data = json.loads(text.removeprefix("datelineIndex=").removesuffix(";\n"))

    assert len(data["events"]) == 18
    assert data["kinds"] == ["person", "group", "place", "topic", "source"]
    assert ["upper-quay", "Upper Quay"] in data["names"]["place"]


def test_the_embedded_page_stands_alone(files: dict[str, str]) -> None:
    """It has no header, no script, and its links leave the frame."""
    assert "<nav" not in files["embed.html"]
    assert "<script" not in files["embed.html"]
    assert '<base target="_top">' in files["embed.html"]


def made(site: Site) -> dict[str, bytes]:
    return {page.path: octets(page, site) for page in pages.render(site)}


def digests(site: Site) -> dict[str, str]:
    return {page.path: page.digest for page in pages.render(site)}


def test_the_same_site_gives_the_same_digests_and_bytes() -> None:
    """Nothing of a page depends on when or how often it is made."""
    assert digests(sample.site()) == digests(sample.site())
    assert made(sample.site()) == made(sample.site())


@pytest.mark.parametrize("change", ["title", "status", "date", "people", "quote", "setting", "as_of", "article", "fewer"])
def test_a_page_whose_digest_stays_has_the_same_bytes(change: str) -> None:
    """Whatever changes in a site: pages that keep their digest keep their bytes, so that they need not be made again."""
    before, after = sample.site(), changed(sample.site(), change)
    old, new = digests(before), digests(after)
    made_before, made_after = made(before), made(after)

    assert old != new
    for path in old.keys() & new.keys():
        if old[path] == new[path]:
            assert made_before[path] == made_after[path], path


@settings(max_examples=8, deadline=None)
@given(st.sets(st.integers(0, 17)), st.sets(st.integers(0, 17)))
def test_equal_digests_mean_equal_bytes(first: set[int], second: set[int]) -> None:
    """The law of incremental builds, for any two timelines made of the same events."""
    events = sample.events()
    one, two = (sample.site(tuple(events[number] for number in sorted(chosen))) for chosen in (first, second))
    made_one, made_two = made(one), made(two)
    new = digests(two)

    assert [path for path, digest in digests(one).items() if new.get(path) == digest and made_one[path] != made_two[path]] == []


def changed(site: Site, change: str) -> Site:
    events = list(site.timeline.events)
    at = next(number for number, event in enumerate(events) if event.title == "Council votes on the bridge")
    event = events[at]
    values = {
        "title": {"title": "Council votes"},
        "status": {"status": "cancelled"},
        "date": {"span": dates.day(date(2021, 6, 2))},
        "people": {"people": ("Somebody Else",)},
        "quote": {"mentions": (structs.replace(event.mentions[0], quote="Other words."), *event.mentions[1:])},
    }  # fmt: skip
    if change in values:
        events[at] = structs.replace(event, **values[change])  # type: ignore[arg-type]
    elif change == "fewer":
        del events[at]
    elif change == "setting":
        return replace(site, config=replace(site.config, site=replace(site.config.site, licence="CC0")))
    elif change == "as_of":
        return replace(site, as_of=date(2023, 6, 1))
    else:
        first = site.articles[0]
        more = f"{site.text(first.source.path)}<p>More.</p>"
        articles = (structs.replace(first, body="another"), *site.articles[1:])
        return replace(site, articles=articles, text=lambda path: more if path == first.source.path else site.text(path))
    return replace(site, timeline=replace(site.timeline, events=tuple(events)))


def test_one_changed_article_changes_one_page() -> None:
    """Text of one article is on its own page only."""
    old, new = digests(sample.site()), digests(changed(sample.site(), "article"))

    assert [path for path in old if old[path] != new[path]] == ["articles/herald-bridge.html"]
