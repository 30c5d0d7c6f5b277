"""Lines above an article: which hold dates and names, whatever stands beside them, and which only look like it."""

import pytest

from generator.read import head_lines
from generator.read.stamps import parse

DATED = [
    ("June 5, 2013 · 11 years ago", ["2013-06-05T00:00:00"], ()),
    ("Published 3 hours ago, 5 June 2013", ["2013-06-05T00:00:00"], ()),
    ("Jun 5, 2013, 7:40 AM ET (updated 3 hours ago)", ["2013-06-05T07:40:00-04:00"], ()),
    ("Posted: June 5, 2013 7:40 AM | Updated: 11 years ago", ["2013-06-05T07:40:00"], ()),
    ("By Ada Holt in Lund and Jo Ray in Oslo | 5 June 2013 | Transport", ["2013-06-05T00:00:00"], ("Ada Holt", "Jo Ray")),
    ("Anna Berg in Oslo, 5 June 2013", ["2013-06-05T00:00:00"], ("Anna Berg",)),
    ("Anna Berg • 5 June 2013 • 4 min read", ["2013-06-05T00:00:00"], ("Anna Berg",)),
    ("5 June 2013 - 07:40", ["2013-06-05T07:40:00"], ()),
    ("Transport | 5 June 2013 | 07:40", ["2013-06-05T07:40:00"], ()),
    ("Stand: 05.06.2013, 07:40 Uhr", ["2013-06-05T07:40:00"], ()),
    ("Veröffentlicht am 5. Juni 2013 um 07:40 Uhr", ["2013-06-05T07:40:00"], ()),
    ("Publié le 5 juin 2013 à 07h40 - Mis à jour le 6 juin 2013 à 09h12", ["2013-06-05T07:40:00", "2013-06-06T09:12:00"], ()),
    ("Erstellt vor 11 Jahren, am 5. Juni 2013", ["2013-06-05T00:00:00"], ()),
]
UNDATED = [
    "He came on 5 June 2013 and left.",
    "The talks of 5 June 2013",
    "Updated 11 years ago",
    "400 workers | 12 trains",
    "Peace treaty signed on 5 June 2013 to be read in full today",
]
NAMES = [
    ("By Anna Berg and Jo Ray, Staff writers", ("Anna Berg", "Jo Ray")),
    ("Anna Berg in Oslo", ("Anna Berg",)),
    ("Anna Berg, Oslo", ("Anna Berg",)),
    ("Ada Holt and Jo Ray", ("Ada Holt", "Jo Ray")),
    ("Ada Holt, 11 years ago", ("Ada Holt",)),
    ("Von Ada Holt", ("Ada Holt",)),
]
NO_NAMES = ["Northlight News", "Middle East", "Bridge to close", "The Sandholm Courier", "World", "Ministers in Oslo", "City Council"]


@pytest.mark.parametrize(("line", "values", "authors"), DATED)
def test_a_date_line_gives_its_dates_and_names(line: str, values: list[str], authors: tuple[str, ...]) -> None:
    """Ages, sections, places and reading times beside a date take nothing from it."""
    found = head_lines.read(line)
    assert found is not None
    stamps = [parse(words) for _, words in found.dates]
    assert ([stamp.value.isoformat() for stamp in stamps if stamp], found.authors) == (values, authors)


@pytest.mark.parametrize("line", UNDATED)
def test_other_lines_with_numbers_are_no_date_lines(line: str) -> None:
    """A sentence or a headline that tells a date says more than the date."""
    assert head_lines.read(line) is None


@pytest.mark.parametrize("line", ["Anna Berg in Oslo, 5 June 2013", "Transport | 5 June 2013"])
def test_names_without_by_and_labels_count_only_below_the_headline(line: str) -> None:
    """Such a line may be the headline itself."""
    assert head_lines.date_line(line) == []


BESIDE = [
    "The Lisle Star, Wednesday, June 5, 2013, page 3", "Press release, 5 June 2013", "Vol. 12, No. 3, June 5, 2013",
    "This story appeared in the Star on June 5, 2013.", "From the Lisle Star of 5 June 2013", "Edited by Ada Holt on June 5, 2013",
]  # fmt: skip
NOT_BESIDE = [
    "The bridge was shut on June 5, 2013", "A man walks over the bridge, June 5, 2013", "Photo: Ada Holt, June 5, 2013",
    "June was dry", "Published in the Star",
]  # fmt: skip


@pytest.mark.parametrize("line", BESIDE)
def test_a_date_with_the_name_of_a_page_beside_it_is_one_of_last_resort(line: str) -> None:
    """Whatever else says when the text was published comes first."""
    found = head_lines.beside(line)
    assert found is not None and found.dates == (("beside", line),)


@pytest.mark.parametrize("line", NOT_BESIDE)
def test_a_date_in_a_sentence_a_caption_or_a_credit_dates_no_page(line: str) -> None:
    """They tell of another day."""
    assert head_lines.beside(line) is None


IN_TITLES = ("Bridge to close for good (5 June 2013)", "2013-06-05 Bridge to close for good", "Bridge to close for good [5 June 2013]",
             "Bridge to close for good - The Lisle Star, June 5, 2013")  # fmt: skip
NOT_IN_TITLES = (
    "Bridge to close on June 5, 2013",
    "What became of the bridge of 5 June 2013",
    "After 5 June 2013 no bridge",
    "Bridge to close",
)


@pytest.mark.parametrize("title", IN_TITLES)
def test_a_date_set_apart_in_a_headline_dates_the_text(title: str) -> None:
    """Where nothing else does."""
    assert head_lines.in_title(title) is not None


@pytest.mark.parametrize("title", NOT_IN_TITLES)
def test_a_date_that_a_headline_tells_of_does_not(title: str) -> None:
    """It may be of any day."""
    assert head_lines.in_title(title) is None


def test_what_is_said_of_a_date_is_kept() -> None:
    """A date of change is no publication date; "Stand" is one only where no other is found."""
    kinds = [
        kind
        for line in ("5 June 2013", "Posted 5 June 2013", "Updated 6 June 2013", "Stand: 5. Juni 2013")
        for kind, _ in head_lines.date_line(line)
    ]
    assert kinds == ["dated", "published", "updated", "as of"]


@pytest.mark.parametrize(("line", "names"), NAMES)
def test_a_byline_gives_names_without_places_and_roles(line: str, names: tuple[str, ...]) -> None:
    """Signed or not."""
    assert head_lines.names(head_lines.signed(line) or head_lines.unsigned(line) or "") == names


@pytest.mark.parametrize("line", NO_NAMES)
def test_outlets_sections_and_headlines_are_no_names(line: str) -> None:
    """Capitals alone make no person."""
    assert head_lines.signed(line) is None
    assert head_lines.unsigned(line) is None
