"""The language of a page: declared, unless the text is plainly English."""

from __future__ import annotations

from generator.read.language import written_in

ENGLISH = "The mayor of the town said on Monday that it was time for a new bridge. " * 4
GERMAN = "Der Rat der Stadt hat am Montag beschlossen, dass die alte Brücke im Mai gesperrt wird. " * 4


def test_english_on_the_page_of_a_german_house_is_english() -> None:
    """And German there stays German, few words prove nothing, and what is declared English stays so."""
    assert written_in(ENGLISH, "de") == "en"
    assert written_in(GERMAN, "de") == "de"
    assert written_in("The bridge", "de") == "de"
    assert written_in(GERMAN, "en") == "en"
    assert written_in(ENGLISH, None) is None
