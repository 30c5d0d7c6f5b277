"""What stands in quotation marks is counted from the day of speaking, where the text tells that day."""

from __future__ import annotations

import pytest

from tests.timex.reading import explained, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will choose tomorrow," she said on Monday.', ["2013-05-14", "2013-05-13"]),
        ("On Monday, he told the club: “We will leave next week.”", ["2013-05-13", "2013-W21"]),
        ("On Friday, he told the club: “We will leave next week.”", ["2013-05-10", "2013-W20"]),
        ("The mayor spoke on Monday. “I will go tomorrow.”", ["2013-05-13", "2013-05-14"]),
        ('"It rained yesterday," he said on 2 May 2013.', ["2013-05-01", "2013-05-02"]),
    ],
)
def test_day_of_speaking(text: str, expected: list[str]) -> None:
    """A verb of saying beside a day, in the sentence or the one before, dates what is said."""
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        '"It rained yesterday," he said.',
        '"It rained yesterday," he said. The club met on Monday.',
        '"It rained yesterday," he said on Wednesday.',
        "It rained yesterday, he said on Monday.",
        '"It rained yesterday," wept the goalkeeper on Monday.',
    ],
)
def test_day_of_publication(text: str) -> None:
    """Without such a day, and outside quotation marks, it is counted from publication."""
    assert values(text)[0] == "2013-05-14"


def test_reason() -> None:
    """The reason names the day of speaking."""
    first = explained('"We will choose tomorrow," she said on Monday.')[0]

    assert first.reason == "counted from Monday 13 May 2013, the day on which it was said"
