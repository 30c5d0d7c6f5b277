"""News that the lead tells without a date and a later sentence with one: one event, on the day told."""

from __future__ import annotations

import pytest

from tests.events.helpers import timeline

ONE = {
    "At least 14 people have died after a ferry went down off Norland. The Brigida capsized in heavy seas on Sunday.": "2008-10-05",
    "A passenger train has derailed in southern Norland. The accident happened near Belsund on Monday.": "2008-10-06",
    "Norland's cycling federation has banned Luc Orsel for doping. The committee reached its verdict on Monday.": "2008-10-06",
    "The mayor of Belsund has resigned over a scandal. Anna Holm announced her decision on Tuesday.": "2008-10-07",
    "A court has convicted the former minister Karl Daas of bribery. The verdict was read on Tuesday in Belsund.": "2008-10-07",
    "Two men have been arrested over the theft of a painting. Police detained them in Kandal on Sunday.": "2008-10-05",
    "A strong earthquake has struck Ostria, killing at least 40. The quake, of magnitude 6.8, hit on Monday.": "2008-10-06",
    "The novelist Iva Brandt has died aged 81. She died at her home in Lund on Sunday, her publisher said.": "2008-10-05",
    "An explosion at a factory has killed nine people in Kandal. The blast occurred on Sunday.": "2008-10-05",
    "Parliament has voted to ban smoking in bars. The bill passed by 180 votes to 120 on Monday.": "2008-10-06",
    "Workers at the port of Lund have gone on strike. The walkout began on Monday.": "2008-10-06",
}
TWO = (
    "Police have arrested a man over the killing of a baker in Lund. The baker was killed on Sunday.",
    "Two miners have died in Lund. Another miner was killed in Kandal on Sunday.",
    "The actor Karl Daas has died. The novelist Iva Brandt died on Sunday.",
)


@pytest.mark.parametrize(("body", "day"), ONE.items())
def test_the_news_is_of_the_day_that_is_told_of_it(body: str, day: str) -> None:
    """With both sentences as its sources, and the words of the lead as its headline."""
    (event,) = timeline(("2008-10-08", body)).events
    assert event.span.edtf == day
    assert {mention.sentence for mention in event.mentions} == {0, 1}
    assert min(event.mentions, key=lambda mention: mention.sentence).title == event.title


@pytest.mark.parametrize("body", TWO)
def test_what_is_told_of_somebody_else_stays_an_event_of_its_own(body: str) -> None:
    """Another deed, another victim, another name."""
    assert len(timeline(("2008-10-08", body)).events) == 2


def test_a_headline_tells_what_happened_rather_than_whom_it_hurt() -> None:
    """Where the lead's would lose the deed behind "after"."""
    lead = "At least 14 people have died and 60 others are missing after an old ferry with lorries aboard went down off Norland."
    (event,) = timeline(("2008-10-08", f"{lead} The Brigida capsized in heavy seas on Sunday.")).events
    assert event.title == "Brigida capsizes in heavy seas"
