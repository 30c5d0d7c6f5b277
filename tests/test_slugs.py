"""Parts of addresses: plain, never empty, never a way out of the folder."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import day
from generator.model import Event
from generator.render import urls
from generator.slugs import slug

ROWS = [
    ('Café "Zürich"', "cafe-zurich"),
    ("Kerry, Lavrov meet in Kiruna", "kerry-lavrov-meet-in-kiruna"),
    ("Straße nach Tromsø", "strasse-nach-tromso"),
    ("../../etc/passwd", "etc-passwd"),
    ("C:\\Windows\\system.ini", "c-windows-system-ini"),
    ("a\x00b\r\nc", "a-b-c"),
    ("Łódź", "lodz"),
    ("  ---  x  ---  ", "x"),
    ("ﬁve ②", "five-2"),
]


@pytest.mark.parametrize(("text", "plain"), ROWS)
def test_titles_become_plain_words(text: str, plain: str) -> None:
    """Accents go, everything that is no letter or digit becomes one hyphen."""
    assert slug(text) == plain


@pytest.mark.parametrize("text", ["مؤتمر", "北京", "", "...", "🙂"])
def test_texts_without_latin_letters_have_a_slug_of_their_own(text: str) -> None:
    """A text in another script gets a short hash, which differs between texts."""
    assert re.fullmatch(r"[0-9a-f]{10}", slug(text))
    assert slug(text) != slug(text + "北")


def test_long_titles_are_cut_between_words() -> None:
    """A long title is cut at a hyphen; a single long word is cut anywhere."""
    assert slug("one two three", longest=9) == "one-two"
    assert slug("one two three", longest=7) == "one-two"
    assert slug("x" * 200) == "x" * 80


@given(st.text())
def test_no_text_leads_out_of_the_folder(text: str) -> None:
    """Whatever the text, the slug is 1 to 80 lower-case letters, digits and single hyphens between them."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text))
    assert len(slug(text)) <= 80


@given(st.text())
def test_slugs_are_stable(text: str) -> None:
    """The slug of a slug is the slug itself."""
    assert slug(slug(text)) == slug(text)


@given(st.sampled_from(urls.KINDS), st.text())
def test_pages_of_names_lie_in_their_folder(kind: str, name: str) -> None:
    """The page of any name lies directly inside its kind's folder."""
    assert re.fullmatch(rf"{kind}/[a-z0-9-]+\.html", urls.facet_page(kind, name))
    assert re.fullmatch(rf"{kind}/[a-z0-9-]+\.ics", urls.facet_calendar(kind, name))


def test_an_event_keeps_its_address_when_its_date_moves() -> None:
    """The year in an event's address is that of its id, not of its date."""
    event = Event("2013-06-01-conference", "urn:uuid:0", "Conference", day(date(2014, 1, 22)), "planned", ())

    assert urls.event_page(event) == "events/2013/2013-06-01-conference.html"
    assert urls.event_calendar(event) == "events/2013/2013-06-01-conference.ics"


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("index.html", "index.html", "index.html"),
        ("index.html", "events/2013/x.html", "../../index.html"),
        ("tags/a.html", "people/b.html", "../tags/a.html"),
    ],
)
def test_links_are_relative(target: str, page: str, link: str) -> None:
    """A link climbs to the site's root and down again, so that a site works under any folder."""
    assert urls.relative(target, page) == link
