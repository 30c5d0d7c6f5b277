"""What phrases are counted from, and what the reason says of it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from generator.dates import DateSpan
from generator.model import Article
from generator.timex import find_times, tag
from tests.timex.reading import explained, read, values


def test_a_weekday_in_the_past_tense() -> None:
    """A bare weekday lies before publication when the clause tells the past, and the reason says so."""
    (found,) = explained("The ministers met on Tuesday.")

    assert date(2013, 5, 15) == found.anchor
    assert found.reason == "Tuesday before publication on Wednesday 15 May 2013, because the clause is in the past tense"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ministers will meet on Friday.", "2013-05-17"),
        ("The vote is expected Monday.", "2013-05-20"),
        ("They were planning to travel on Saturday.", "2013-05-18"),
        ("They had until Friday to sign.", "2013-05-17"),
        ("The court, which will rule on Friday, sat.", "2013-05-17"),
        ("He said on Monday that it will rain.", "2013-05-13"),
        ("The price fell on Thursday.", "2013-05-09"),
    ],
)
def test_direction_of_weekdays(text: str, value: str) -> None:
    """The cue nearest in the clause decides between the last and the next."""
    assert [value] == values(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("in December", "2012-12"), ("It will open in December.", "2013-12"), ("on December 3", "2012-12-03"), ("on June 20", "2013-06-20")],
)
def test_dates_without_a_year(text: str, value: str) -> None:
    """A month or day without a year lies near publication."""
    assert [value] == values(text)


def test_a_range_has_one_span() -> None:
    """Both ends of a range have their own value and the span of the whole."""
    first, last = explained("The fair runs from 3 to 5 May.")
    whole = DateSpan(date(2013, 5, 3), date(2013, 5, 6))

    assert (first.value, last.value) == ("2013-05-03", "2013-05-05")
    assert whole == first.span == last.span
    assert first.reason.endswith("one end of 3–5 May 2013")


def test_the_day_told_before() -> None:
    """“The following day” counts from the last date told, not from publication."""
    _, found = explained("The army took the town on 2 March 2012. The following day it withdrew.")

    assert found.value == "2012-03-03"
    assert found.reason == "counted from 2 March 2012, the last date told before it"


def test_a_clock_time_belongs_to_the_day_told() -> None:
    """A time of day without a day lies on the last day told, in a later paragraph on one within a week of publication."""
    assert values("On Monday it rained. At 10 a.m. the bridge fell.") == ["2013-05-13", "2013-05-13T10:00"]
    assert values("On Monday it rained.\n\nAt 10 a.m. the bridge fell.") == ["2013-05-13", "2013-05-13T10:00"]
    assert values("On 3 March it rained. At 10 a.m. the bridge fell.") == ["2013-03-03", "2013-03-03T10:00"]
    assert values("On 3 March it rained.\n\nAt 10 a.m. the bridge fell.") == ["2013-03-03", "2013-05-15T10:00"]


def test_an_hour_ahead_is_on_no_day_that_is_over() -> None:
    """“The mayor will speak at 6 p.m.” is not of the day before, which the news told."""
    assert values("The mill burned down on Monday.\n\nThe mayor will speak at 6 p.m.") == ["2013-05-13", "2013-05-15T18:00"]


def test_the_small_hours_follow_a_night() -> None:
    """An hour after midnight that is told behind an evening or a night belongs to the next day."""
    assert values("They danced on Monday night. At 2 a.m. the roof fell.") == ["2013-05-13TNI", "2013-05-14T02:00"]
    assert values("They left on Monday. At 2 a.m. the roof fell.") == ["2013-05-13", "2013-05-13T02:00"]


def test_zones() -> None:
    """A clock time is in the zone it names, or else in the zone of the publication date."""
    named, bare = read("5 p.m. EST today")[0], read("5 p.m. today")[0]

    assert named.span is not None and bare.span is not None
    assert named.span.edtf == "2013-05-15T17:00:00-05:00"
    assert bare.span.edtf == "2013-05-15T17:00:00+02:00"


def test_two_readings_are_not_guessed() -> None:
    """05/06/2013 has no span without a date order, and the reason asks for one."""
    (found,) = explained("It opened on 05/06/2013.")

    assert found.span is None and found.confidence < 0.5
    assert "date_order" in found.reason
    assert [one.value for one in read("05/06/2013", date_order="dmy")] == ["2013-06-05"]
    assert [one.value for one in read("05/06/2013", date_order="mdy")] == ["2013-05-06"]


def test_a_narrative_tells_its_own_years() -> None:
    """In a narrative a month takes the year told last, and the next one where the months run on."""
    text = "In 1911 the dam was begun. In March the valley was cleared. In November the workers struck. In January they won."

    assert [one.value for one in tag(text, datetime(2013, 5, 15, tzinfo=UTC), narrative=True)] == ["1911", "1911-03", "1911-11", "1912-01"]


def test_old_albums_make_no_narrative() -> None:
    """A text whose first year is not over is news, however many old years it lists."""
    text = "The band will tour in 2014. It played songs of 1971, 1972, 1973, 1974, 1975 and 1976. Tickets go on sale Friday, June 7."

    assert values(text)[-1] == "2013-06-07"


def test_news_with_a_long_story_behind_it_is_no_narrative() -> None:
    """One day counted from publication outweighs some years: months without one are those of the news."""
    text = (
        "Holm became mayor in 1998, left in 2001, came back in 2004, lost in 2007 and was charged in May 2009. The trial began in January. "
    )
    assert values(text + "He was jailed on Tuesday.")[-2:] == ["2013-01", "2013-05-14"]


def test_another_year_mentioned_in_a_narrative() -> None:
    """A year that is only mentioned does not carry the story away from the days it had come to."""
    text = "The dam, begun on 3 March 1911, broke in 1926. On 9 March the valley was flooded. At Christmas the lake was full."

    assert [one.value for one in tag(text, None, narrative=True)] == ["1911-03-03", "1926", "1911-03-09", "1911-12-25"]


def test_the_year_of_a_narrative() -> None:
    """“The end of the year” is that of the story, not of publication."""
    text = "The dam was begun in March 1911. By the end of the year the lake was full."

    assert [one.value for one in tag(text, datetime(2013, 5, 15, tzinfo=UTC), narrative=True)] == ["1911-03", "1911"]


def test_years_before_our_era_are_counted_down() -> None:
    """A story before our era goes on in its years; its dates have no span, as no calendar of the program holds them."""
    times = tag("They landed in 480 BC. In September they won. The winter was mild.", None, narrative=True)

    assert [one.value for one in times] == ["BC0480", "BC0480-09", "BC0480-WI"]
    assert not any(one.span for one in times)


@pytest.mark.parametrize(
    "text",
    [
        "Key dates\n\n2011\n\nMarch 3: The dam broke.\n\nJune 5: The inquiry opened.",
        "The dam's 2011 dates:\nMarch 3 - It broke.\nJune 5 - The inquiry opened.",
        "2011: March 3 - The dam broke. June 5 - The inquiry opened.",
    ],
)
def test_dates_under_a_year(text: str) -> None:
    """In a list of dates under a year, that is their year."""
    assert values(text) == ["2011", "2011-03-03", "2011-06-05"]
    assert explained(text)[-1].reason == "2011, the year of the heading above it"


def test_a_year_in_a_sentence_is_no_heading() -> None:
    """A year before a colon inside a sentence leaves the dates behind it alone."""
    assert values("The dam broke in 2011: in March it had been mended.") == ["2011", "2013-03"]


def test_without_a_publication_date() -> None:
    """Only what is written out has a span where nothing tells when the article was written."""
    times = find_times(Article("a.txt", "A", "On Tuesday, and on 2 March 2012, and in May.", (), ()))

    assert [one.value for one in times] == ["2012-03-02", "2012-05"]


def test_impossible_days_are_left_out() -> None:
    """The 30th of February is no date."""
    assert values("on 30 February 2013") == []


def test_the_modifier_narrows_the_span() -> None:
    """“Early June” is the first ten days of the month, “the end of June” the last ones."""
    early, late = read("in early June")[0], read("at the end of June")[0]

    assert (early.mod, late.mod) == ("START", "END")
    assert early.span is not None and (early.span.start, early.span.end) == (date(2013, 6, 1), date(2013, 6, 11))
    assert late.span is not None and late.span.start == date(2013, 6, 21)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The mill was sold earlier this year.", "2019-01/2019-11"),
        ("The mill will be sold later this year.", "2019-11/2019-12"),
        ("Earlier in November the mill was sold.", "2019-11-01/2019-11-19"),
        ("The mill will be sold later this month.", "2019-11-19/2019-11-30"),
        ("The mill was sold earlier in the week.", "2019-11-18/2019-11-19"),
        ("Earlier this decade the mill was sold.", "201X"),
        ("Earlier in 2012 the mill was sold.", "2012"),
        ("Earlier today the mill was sold.", "2019-11-19"),
    ],
)
def test_what_of_a_period_lies_before_the_text_or_after_it(text: str, edtf: str) -> None:
    """The value is that of the period, the span its part on one side of the day of the text."""
    (time,) = tag(text, datetime(2019, 11, 19, tzinfo=UTC))
    assert time.span is not None
    assert time.span.edtf == edtf


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The fair opens June 9 in Orne and closes October 10.", ["2020-06-09", "2020-10-10"]),
        ("They go on tour, which begins on June 9 and concludes October 10 in Halle.", ["2020-06-09", "2020-10-10"]),
        ("The fair opens June 9. It was held on October 10 before.", ["2020-06-09", "2019-10-10"]),
        ("The fair opens June 9 after its hall burned down on October 10.", ["2020-06-09", "2019-10-10"]),
        ("The bonus is payable Dec. 14 to members on the roll Nov. 25.", ["2019-12-14", "2019-11-25"]),
    ],
)
def test_a_sentence_that_looks_ahead_goes_on_from_its_first_day(text: str, values: list[str]) -> None:
    """A day without a year behind one that lies ahead is no longer past, unless its clause is, or it lies ahead by itself."""
    assert [time.value for time in tag(text, datetime(2019, 11, 19, tzinfo=UTC))] == values
