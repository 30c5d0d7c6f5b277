"""Datelines: what is one, what place and date it gives, and what only looks like one."""

import pytest

from generator.read.dateline import find

PLACES: list[tuple[str, str | None]] = [
    ("SANDHOLM, Osterland - The talks", "Sandholm, Osterland"),
    ("LONDON (AP) — The talks", "London"),
    ("WASHINGTON, D.C. - The talks", "Washington, D.C."),
    ("RIO DE JANEIRO – The talks", "Rio De Janeiro"),
    ("Lund, Sweden (Reuters) - The talks", "Lund, Sweden"),
    ("BRUSSELS/GENEVA (Reuters) - The talks", "Brussels/Geneva"),
    ("OSLO — The talks", "Oslo"),
    ("Riga, Jan. 3 -- The talks", "Riga"),
    ("KATHMANDU: The talks", "Kathmandu"),
    ("SANDHOLM, May 3 /PRNewswire/ -- The talks", "Sandholm"),
    ("SANDHOLM, Osterland, 3 May 2013 /CNW/ - The talks", "Sandholm, Osterland"),
    ("SANDHOLM, Osterland, May 3, 2013 (AFP) — The talks", "Sandholm, Osterland"),
    ("Sandholm, Osterland—May 3, 2013—The talks", "Sandholm, Osterland"),
    ("SANDHOLM, Osterland--(BUSINESS WIRE)--The talks", "Sandholm, Osterland"),
    ("SANDHOLM (Reuters) The talks", "Sandholm"),
    ("SANDHOLM, May 3. /TASS/. The talks", "Sandholm"),
    ("SANDHOLM. May 3 (Interfax) - The talks", "Sandholm"),
    ("(Sandholm, Osterland) – The talks", "Sandholm, Osterland"),
    ("5 June 2013 – The talks", None),
    ("June 5, 2013 (Northwire) - The talks", None),
    ("Sandholm, 3. Juni (dpa) - The talks", "Sandholm"),
    ("SANDHOLM, 3 juin 2013 (AFP) - The talks", "Sandholm"),
    ("SANDHOLM, Osterland (AP), Friday, May 3, 2013 _ The talks", "Sandholm, Osterland"),
    ("SANDHOLM, Friday, May 3 (Reuters) - The talks", "Sandholm"),
    ("SANDHOLM (AFP) May 3, 2013 - The talks", "Sandholm"),
    ("SANDHOLM (AP) _ The talks", "Sandholm"),
    ("SANDHOLM, Osterland--(BUSINESS WIRE)--May 3, 2013--The talks", "Sandholm, Osterland"),
    ("SANDHOLM, Osterland (May 3, 2013) - The talks", "Sandholm, Osterland"),
    ("Sandholm, 3 May 2013: The talks", "Sandholm"),
    ("(Sandholm, 3 May 2013) The talks", "Sandholm"),
    ("(3 May 2013) The talks", None),
    ("Friday, 3 May 2013: The talks", None),
]
NONE = [
    "NATO - the alliance - met on Monday.", "UPDATE: The talks", "The Board (BRD) — also known as the big one — met.",
    "Well-known figures met.", "Ada Holt (Labour) - a minister - left.", "A - B", "WATCH - the film",
    "5 June – the day of the king – was dry.", "ADA HOLT (Labour) The talks", "Lund / Sandholm / Oslo -- a line of ships",
    "The fair—May 3—was shut.", "(3 May) The talks", "Friday: The talks", "Friday, 3 May: The talks", "(The May 3, 2013 deal) The talks",
]  # fmt: skip


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_the_place_of_a_dateline_is_written_as_a_person_writes_it(text: str, place: str | None) -> None:
    """Capitals become a name, and the sentence begins behind the dash."""
    found = find(text)
    assert found is not None
    assert (found.place, text[found.end :]) == (place, "The talks")


@pytest.mark.parametrize("text", NONE)
def test_names_and_labels_before_a_dash_are_no_datelines(text: str) -> None:
    """What is no place stays in the sentence."""
    assert find(text) is None


def test_an_agency_alone_is_cut_and_gives_no_place() -> None:
    """An agency says who, not where."""
    found = find("(CNN) -- The talks")
    assert found is not None
    assert (found.place, found.agency) == (None, "CNN")
