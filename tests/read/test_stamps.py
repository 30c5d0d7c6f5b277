"""Dates that stand by themselves: what is read, what is ambiguous, what is none."""

import pytest

from generator.read.stamps import parse

READ = [
    ("2013-05-15", "2013-05-15T00:00:00"),
    ("2013-05-15 04:02", "2013-05-15T04:02:00"),
    ("2013-05-15T04:02:07Z", "2013-05-15T04:02:07+00:00"),
    ("2013-05-15T04:02:07+0300", "2013-05-15T04:02:07+03:00"),
    ("20130515T040200Z", "2013-05-15T04:02:00+00:00"),
    ("Wed, 15 May 2013 04:02:00 +0300", "2013-05-15T04:02:00+03:00"),
    ("May 15th, 2013 at 4:02 p.m. EDT", "2013-05-15T16:02:00-04:00"),
    ("May 15, 2013 04:02 GMT+2", "2013-05-15T04:02:00+02:00"),
    ("May 15, 2013 04:02 UTC+0530", "2013-05-15T04:02:00+05:30"),
    ("May 15, 2013 4:02 p.m. ET", "2013-05-15T16:02:00-04:00"),
    ("4:02 PM EST, Tue January 15, 2013", "2013-01-15T16:02:00-05:00"),
    ("Wed May 15 04:02:00 2013", "2013-05-15T04:02:00"),
    ("Published: 3 June 2013, 10.42 BST", "2013-06-03T10:42:00+01:00"),
    ("14. Mai 2013", "2013-05-14T00:00:00"),
    ("3 de junio de 2013", "2013-06-03T00:00:00"),
    ("15/05/2013", "2013-05-15T00:00:00"),
    ("05.06.2013 14.30", "2013-06-05T14:30:00"),
    ("2013/05/15 12:30 am", "2013-05-15T00:30:00"),
    ("Posted: 06/05/2013 06:00:00 AM CDT", "2013-06-05T06:00:00-05:00"),
    ("Last Updated: 8:54PM BST 05/06/2013", "2013-06-05T20:54:00+01:00"),
    ("Posted at 07:40 AM ET, 06/05/2013", "2013-06-05T07:40:00-04:00"),
    ("Publié le 05/06/2013 à 07:40", "2013-06-05T07:40:00"),
    ("Stand: 05/06/2013, 07:40 Uhr", "2013-06-05T07:40:00"),
]
NONE = ["June 2013", "31 February 2013", "370", "yesterday", "", "9/11", "version 10.4.2013b", "x" * 500]


@pytest.mark.parametrize(("text", "value"), READ)
def test_dates_are_read_with_clock_and_zone(text: str, value: str) -> None:
    """Day, clock time and zone come out as written, and nothing is added."""
    stamp = parse(text)
    assert stamp is not None
    assert (stamp.value.isoformat(), stamp.ambiguous) == (value, False)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_day_is_no_date(text: str) -> None:
    """Months, numbers and days that the calendar lacks give nothing."""
    assert parse(text) is None


def test_day_and_month_that_could_change_places_are_ambiguous() -> None:
    """05/06/2013 needs an order; with one it is certain."""
    unsure, american, european = parse("05/06/2013"), parse("05/06/2013", "mdy"), parse("05/06/2013", "dmy")
    assert unsure is not None and unsure.ambiguous
    assert american is not None and (american.value.month, american.ambiguous) == (5, False)
    assert european is not None and (european.value.month, european.ambiguous) == (6, False)
