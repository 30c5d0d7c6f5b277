"""DateSpan: bounds, TIMEX3 and EDTF in and out, order."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import dates
from generator.dates import DateSpan, from_edtf, from_timex3

D = date.fromisoformat


# TIMEX3 value, modifier, first day, first day after, EDTF
TIMEX3 = [
    ("2013-05-14", None, "2013-05-14", "2013-05-15", "2013-05-14"),
    ("2012-02-29", None, "2012-02-29", "2012-03-01", "2012-02-29"),
    ("2013-05", None, "2013-05-01", "2013-06-01", "2013-05"),
    ("2013-12", None, "2013-12-01", "2014-01-01", "2013-12"),
    ("2013", None, "2013-01-01", "2014-01-01", "2013"),
    ("201", None, "2010-01-01", "2020-01-01", "201X"),
    ("19", None, "1900-01-01", "2000-01-01", "19XX"),
    ("2013-W21", None, "2013-05-20", "2013-05-27", "2013-05-20/2013-05-26"),
    ("2013-W01", None, "2012-12-31", "2013-01-07", "2012-12-31/2013-01-06"),
    ("2020-W53", None, "2020-12-28", "2021-01-04", "2020-12-28/2021-01-03"),
    ("2013-W21-3", None, "2013-05-22", "2013-05-23", "2013-05-22"),
    ("2013-W21-WE", None, "2013-05-25", "2013-05-27", "2013-05-25/2013-05-26"),
    ("2013-SP", None, "2013-03-01", "2013-06-01", "2013-21"),
    ("2013-SU", None, "2013-06-01", "2013-09-01", "2013-22"),
    ("2013-FA", None, "2013-09-01", "2013-12-01", "2013-23"),
    ("2013-WI", None, "2013-12-01", "2014-03-01", "2013-24"),
    ("2013-Q1", None, "2013-01-01", "2013-04-01", "2013-33"),
    ("2013-Q4", None, "2013-10-01", "2014-01-01", "2013-36"),
    ("2013-H1", None, "2013-01-01", "2013-07-01", "2013-01/2013-06"),
    ("2013-06", "START", "2013-06-01", "2013-06-11", "2013-06-01/2013-06-10"),
    ("2013-06", "MID", "2013-06-11", "2013-06-21", "2013-06-11/2013-06-20"),
    ("2013-06", "END", "2013-06-21", "2013-07-01", "2013-06-21/2013-06-30"),
    ("2013-02", "END", "2013-02-21", "2013-03-01", "2013-02-21/2013-02-28"),
    ("2013", "START", "2013-01-01", "2013-05-01", "2013-01/2013-04"),
    ("2013", "END", "2013-09-01", "2014-01-01", "2013-09/2013-12"),
    ("199", "MID", "1994-01-01", "1997-01-01", "1994/1996"),
    ("2013-W21", "START", "2013-05-20", "2013-05-22", "2013-05-20/2013-05-21"),
    ("2013", "APPROX", "2013-01-01", "2014-01-01", "2013~"),
    ("2013-06-03", "BEFORE", None, "2013-06-03", "../2013-06-02"),
    ("2013-06-03", "AFTER", "2013-06-04", None, "2013-06-04/.."),
    ("2013-05-14TNI", None, "2013-05-14", "2013-05-15", "2013-05-14"),
    ("2013-05-14T15:30", None, "2013-05-14", "2013-05-15", "2013-05-14T15:30:00Z"),
    ("2013-05-14T24:00", None, "2013-05-15", "2013-05-16", "2013-05-15T00:00:00Z"),
    ("2013-05-14T15:30+02:00", None, "2013-05-14", "2013-05-15", "2013-05-14T15:30:00+02:00"),
]


@pytest.mark.parametrize(("value", "mod", "start", "end", "text"), TIMEX3)
def test_timex3_values_have_these_bounds(value: str, mod: str | None, start: str | None, end: str | None, text: str) -> None:
    """A TIMEX3 value with its modifier has these half-open bounds and this EDTF."""
    span = from_timex3(value, mod)

    assert span is not None
    assert (span.start, span.end) == (start and D(start), end and D(end))
    assert span.edtf == text


@pytest.mark.parametrize(
    "value",
    ["P2D", "PT3H", "PRESENT_REF", "2013-XX", "XXXX-05", "2013-02-30", "2013-13", "2013-W54", "9999", "0000", "", "T15:00", "tomorrow"],
)
def test_values_without_a_stretch_of_the_calendar_have_no_span(value: str) -> None:
    """Durations, references, unknown parts and days that do not exist have no span, and raise nothing."""
    assert from_timex3(value) is None


# EDTF, first day, first day after
EDTF = [
    ("2013-05-14", "2013-05-14", "2013-05-15"),
    ("2013-05", "2013-05-01", "2013-06-01"),
    ("2013-05-XX", "2013-05-01", "2013-06-01"),
    ("2013-XX", "2013-01-01", "2014-01-01"),
    ("201X", "2010-01-01", "2020-01-01"),
    ("20XX", "2000-01-01", "2100-01-01"),
    ("2013-22", "2013-06-01", "2013-09-01"),
    ("2013-34", "2013-04-01", "2013-07-01"),
    ("2013-41", "2013-07-01", "2014-01-01"),
    ("2013-W21", "2013-05-20", "2013-05-27"),
    ("2013~", "2013-01-01", "2014-01-01"),
    ("2013-05-14?", "2013-05-14", "2013-05-15"),
    ("2013-05-14/2013-05-16", "2013-05-14", "2013-05-17"),
    ("2013-05/2013-07", "2013-05-01", "2013-08-01"),
    ("2013-05-14/..", "2013-05-14", None),
    ("../2013-05-14", None, "2013-05-15"),
    ("2013/", "2013-01-01", None),
    (" 2013 ", "2013-01-01", "2014-01-01"),
    ("2013-05-14T15:00Z", "2013-05-14", "2013-05-15"),
]


@pytest.mark.parametrize(("text", "start", "end"), EDTF)
def test_edtf_has_these_bounds(text: str, start: str | None, end: str | None) -> None:
    """An EDTF date has these half-open bounds."""
    span = from_edtf(text)

    assert (span.start, span.end) == (start and D(start), end and D(end))


@pytest.mark.parametrize(
    "text", ["", "soon", "2013-02-30", "2013-13", "../..", "/", "2013-05-16/2013-05-14", "9999", "99XX", "2013-05-14T25:00", "13-05-2013"]
)
def test_other_texts_are_refused_with_words(text: str) -> None:
    """What is not EDTF, and a day that does not exist, raise ValueError."""
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        from_edtf(text)


def test_a_span_needs_a_side_and_an_order() -> None:
    """A span without bounds, or one that ends before it begins, cannot be made."""
    with pytest.raises(ValueError, match="beginning or an end"):
        DateSpan(None, None)
    with pytest.raises(ValueError, match="cannot end"):
        DateSpan(D("2013-05-14"), D("2013-05-14"))


def test_an_instant_needs_a_zone() -> None:
    """A clock time that does not know its zone is no instant."""
    with pytest.raises(ValueError, match="time zone"):
        dates.at(datetime(2013, 5, 14, 12))


def test_range_at_the_finer_granularity() -> None:
    """From a month to a day counts in days; a range that runs backwards is refused."""
    span = dates.between(dates.month(2013, 5), dates.day(D("2013-06-03")))

    assert (span.start, span.last, span.granularity) == (D("2013-05-01"), D("2013-06-03"), "day")
    with pytest.raises(ValueError, match="cannot end"):
        dates.between(dates.day(D("2013-06-03")), dates.month(2013, 5))


# TIMEX3 value and modifier, in the order of a timeline
ORDER = [
    ("2013", "MID"),
    ("2013-05", None),
    ("2013-06", "START"),
    ("2013-06", None),
    ("2013-06-01", "BEFORE"),
    ("2013-06-01", None),
    ("2013-06-01TMO", None),
    ("2013-06-01T08:30", None),
    ("2013-06-01T09", None),
    ("2013-06-01TAF", None),
    ("2013-06-01T15:00", None),
    ("2013-06-01TEV", None),
    ("2013-06-02", None),
]


def test_vague_before_exact() -> None:
    """Entries stand by earliest bound, vague before exact, then by time of day whether in words or by the clock."""
    spans = [from_timex3(value, mod) for value, mod in ORDER]
    shuffled = spans[::2] + spans[1::2]

    assert sorted(shuffled, key=lambda span: span.sort_key if span else ()) == spans


def test_overlap_and_containment_are_half_open() -> None:
    """Neighbours share no day; a month contains its first and last day; an open side reaches without end."""
    may, june, last = dates.month(2013, 5), dates.month(2013, 6), dates.day(D("2013-05-31"))

    assert not may.overlaps(june)
    assert may.overlaps(last)
    assert may.contains(last)
    assert not june.contains(last)
    assert dates.since(may).contains(june)
    assert not june.contains(dates.since(june))
    assert last.finer_than(may)


@pytest.mark.parametrize(
    ("on", "count", "then"),
    [
        ("2013-01-31", 1, "2013-02-28"),
        ("2012-01-31", 1, "2012-02-29"),
        ("2013-03-31", -1, "2013-02-28"),
        ("2013-11-15", 3, "2014-02-15"),
        ("2013-01-15", -13, "2011-12-15"),
    ],
)
def test_months_are_added_to_the_end_of_a_shorter_month(on: str, count: int, then: str) -> None:
    """31 January and a month is the last day of February."""
    assert dates.add_months(D(on), count) == D(then)


# --- laws -------------------------------------------------------------------------------------------------------------

DAYS = st.dates(date(1000, 1, 1), date(9990, 12, 31))
MODIFIERS = st.sampled_from([None, "start", "mid", "end", "approximate"])
CLOSED = st.one_of(
    st.builds(dates.day, DAYS, st.sampled_from([None, "approximate"])),
    st.builds(lambda on, modifier: dates.month(on.year, on.month, modifier), DAYS, MODIFIERS),
    st.builds(lambda on, modifier: dates.year(on.year, modifier), DAYS, MODIFIERS),
    st.builds(dates.week, DAYS, MODIFIERS),
    st.builds(lambda a, b: dates.between(dates.day(min(a, b)), dates.day(max(a, b))), DAYS, DAYS),
    st.builds(lambda on, name: from_timex3(f"{on.year:04}-{name}"), DAYS, st.sampled_from(["SP", "SU", "FA", "WI", "Q2", "H2"])),
    st.builds(lambda on: from_timex3(f"{on.year // 10:03}"), DAYS),
    st.builds(lambda on: from_timex3(f"{on.year // 100:02}"), DAYS),
)
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
CLOCKS = st.builds(
    lambda on, zone, seconds: dates.at(datetime(on.year, on.month, on.day, tzinfo=zone) + timedelta(minutes=seconds)),
    DAYS,
    st.one_of(st.just(UTC), ZONES),
    st.integers(0, 24 * 60 - 1),
)
OPEN = st.builds(lambda span, side: side(span), CLOSED, st.sampled_from([dates.since, dates.until, dates.before, dates.after]))
SPANS = st.one_of(CLOSED, CLOCKS, OPEN)


@given(SPANS)
def test_edtf_round_trip_keeps_the_bounds(span: DateSpan) -> None:
    """What is written as EDTF is read with the same bounds and the same clock time, and is written the same again."""
    again = from_edtf(span.edtf)

    assert (again.start, again.end, again.instant) == (span.start, span.end, span.instant)
    assert again.edtf == span.edtf


@given(SPANS)
def test_edtf_is_valid_for_the_public_parser(span: DateSpan) -> None:
    """The `edtf` package, written elsewhere, reads every date that we write (it knows no offsets in minutes of intervals)."""
    assert edtf.parse_edtf(span.edtf)


@given(SPANS)
def test_timex3_round_trip_keeps_value_and_modifier(span: DateSpan) -> None:
    """The TIMEX3 value of a span is read as a span that has this value again."""
    value, mod = span.timex3
    again = from_timex3(value, mod if mod in ("START", "MID", "END", "APPROX", "BEFORE", "AFTER") else None)

    assert again is not None
    assert again.timex3[0] == value


@given(SPANS, SPANS, SPANS)
def test_the_order_is_total(one: DateSpan, two: DateSpan, three: DateSpan) -> None:
    """Any two spans can be compared, and the order has no cycles."""
    a, b, c = one.sort_key, two.sort_key, three.sort_key

    assert (a <= b) or (b <= a)
    assert not (a <= b <= c) or a <= c


@given(SPANS, SPANS)
def test_a_span_inside_another_shares_its_days(one: DateSpan, two: DateSpan) -> None:
    """Overlap is mutual, and containment implies overlap."""
    assert one.overlaps(two) == two.overlaps(one)
    assert not one.contains(two) or one.overlaps(two)
    assert one.contains(one)


@given(CLOSED)
def test_thirds_lie_inside_their_unit(span: DateSpan) -> None:
    """Start, mid and end of any unit lie inside it and follow each other without a gap."""
    plain = DateSpan(span.start, span.end, "month" if span.days in (28, 29, 30, 31) else "day")
    if plain.granularity != "month":
        return
    parts = [dates.with_modifier(plain, modifier) for modifier in ("start", "mid", "end")]

    assert [parts[0].start, parts[0].end, parts[1].end, parts[2].end] == [plain.start, parts[1].start, parts[2].start, plain.end]


@given(st.text(max_size=30))
def test_any_text_is_refused_politely(text: str) -> None:
    """No text makes the readers of dates raise anything but ValueError."""
    from_timex3(text)
    try:
        from_edtf(text)
    except ValueError as refusal:
        assert str(refusal)


@given(st.from_regex(r"[0-9X]{2,4}(-[0-9WSQHX]{1,3}(-[0-9WE]{1,2})?)?(T[0-9:]{2,8}(Z|[+-][0-9]{2}(:[0-9]{2})?)?)?[~?%]?", fullmatch=True))
def test_what_looks_like_a_date_is_read_or_refused_politely(text: str) -> None:
    """Date-like texts with impossible parts raise nothing but ValueError either."""
    from_timex3(text)
    try:
        from_edtf(text)
    except ValueError as refusal:
        assert str(refusal)
