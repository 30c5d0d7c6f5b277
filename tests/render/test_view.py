"""What lists show of an event."""

from __future__ import annotations

from generator.render.view import Told, row
from tests.events.helpers import timeline


def test_a_list_quotes_first_what_tells_an_event_as_it_stands() -> None:
    """The plan of what has happened comes last, though it was told first."""
    (event,) = timeline(
        ("2021-03-01", "President Ivo Marek will meet Karin Solberg in Prague on 9 March."),
        ("2021-03-10", "President Ivo Marek met Karin Solberg in Prague on Tuesday."),
    ).events
    shown = row(Told(event, ("a.html", "b.html"), False, "en"))
    assert (event.status, [quote.word for quote in shown.quotes]) == ("happened", ["Happened", "Planned"])
    assert [quote.page for quote in shown.quotes] == ["b.html#s0", "a.html#s0"]
