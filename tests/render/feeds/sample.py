"""An invented timeline with every status and every kind of date, for the tests of the feeds."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from uuid import NAMESPACE_URL, uuid5

from msgspec import structs
from msgspec.structs import replace

from generator.config import CalendarSettings, Config, SiteSettings
from generator.dates import DateSpan, after, at, before, day, from_edtf, from_timex3, month, since, until, week, year
from generator.model import Change, DatePhrase, Event, Mention, Site, Source, Status, Timeline, Trigger
from generator.slugs import slug

AMMAN = timezone(timedelta(hours=3))
MAY_1 = datetime(2031, 5, 1, 9, 30, tzinfo=UTC)
AS_OF = date(2031, 5, 20)
URL = "https://example.org/dam/"


def uid(name: str) -> str:
    """The identity of an invented event."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, name)}"


def mention(span: DateSpan | None, quote: str, publisher: str = "Reed Gazette", when: datetime = MAY_1, **more: object) -> Mention:
    """One report by an invented outlet."""
    source = Source(
        path=f"content/{slug(publisher)}-{when:%m-%d}.md",
        title=f"{publisher} on the dam",
        publisher=publisher,
        published=when,
        has_time=True,
        url=f"https://{slug(publisher)}.example/{when:%Y/%m/%d}/dam",
    )
    time = DatePhrase("on the day", 10, 20, span.timex3[0], "day", when.date(), "publication date") if span else None
    found = Mention(source, 0, quote, 100, 100 + len(quote), Trigger("met", 104, 107, "meet"), time, span, "happened", quote)
    return replace(found, **more)  # type: ignore[arg-type]


def event(title: str, span: DateSpan, status: Status = "happened", **more: object) -> Event:
    """One invented event with one source, unless told otherwise."""
    first = span.start or span.end
    assert first is not None
    name = f"{first:%Y-%m-%d}-{slug(title)}" if first.year > 999 else slug(title)
    found = Event(name, uid(title), title, span, status, (mention(span, f"{title}, the office said."),))
    return replace(found, **more)  # type: ignore[arg-type]


def span_of(value: str, mod: str | None = None) -> DateSpan:
    """The span of a TIMEX3 value that has one."""
    found = from_timex3(value, mod)
    assert found is not None
    return found


def events() -> tuple[Event, ...]:
    """The whole invented timeline in the order of its days."""
    moved = (
        Change(date(2031, 4, 2), "first reported", None, "2031-05-01/2031-05-10", "content/reed-gazette-04-02.md"),
        Change(date(2031, 5, 1), "moved", "2031-05-01/2031-05-10", "2031-06-07", "content/reed-gazette-05-01.md"),
    )
    called_off = (Change(date(2031, 5, 3), "cancelled", "planned", "cancelled", "content/council.md"),)
    two = (
        mention(day(date(2031, 5, 12)), 'The wall cracked on Monday; "not a drill", said O\'Neill, 64%.'),
        mention(day(date(2031, 5, 13)), "Der Damm brach am Dienstag — naïve “Zeugen” schwiegen.", "Grüne Post, Zürich"),
    )
    found = [
        event("Valley settled", year(1840), people=("Ada Quill",)),
        event("Survey of the river", month(2028, 6, "start")),
        event("Dam planned in the sixties", span_of("196"), tags=("history",)),
        event("Works begin", span_of("2029-SP")),
        event("Levels rise", since(day(date(2030, 3, 1))), "ongoing"),
        event("Papers filed", before(day(date(2030, 9, 1))), "possible"),
        event("Fence built", until(month(2030, 10))),
        event("Owners named", after(day(date(2030, 11, 5)))),
        event("Board meets", span_of("2031-01-14TNI"), people=("Ada Quill", "Bo Larsen"), places=("Old Mill",), tags=("board", "water")),
        event("Festival", from_edtf("2031-02-03/2031-02-05"), places=("Old Mill", "Ferry Road; East, 2")),
        event("Inspection", week(date(2031, 3, 12)), "planned", organisations=("River Board",)),
        event("Vote postponed", day(date(2031, 4, 9)), "postponed", note="The council has not named another day."),
        event("Talks, denied by both sides", day(date(2031, 4, 11)), "denied"),
        event("Breach", day(date(2031, 5, 12)), mentions=two, alternatives=(day(date(2031, 5, 13)),), tags=("water", "breach, 2031")),
        event("Hearing", at(datetime(2031, 5, 21, 14, 0, tzinfo=AMMAN)), "planned", people=("Ada Quill",), tags=("board",)),
        event("Radio address", at(datetime(2031, 5, 22, 18, 0, tzinfo=UTC), "hour"), "planned"),
        event("Open day", day(date(2031, 5, 25)), "cancelled", history=called_off),
        event("Summit at the ferry", day(date(2031, 6, 7)), "planned", history=moved, sequence=1, replaces=(uid("a"), uid("b"))),
        event("Ruling expected", structs.replace(month(2031, 9), modifier="approximate"), "planned", inferred=True),
        event("水門の再開 – שער – بوابة", day(date(2031, 10, 1)), "planned", people=("Ada Quill",)),
        event("New dam", span_of("2035"), "possible", tags=("history",)),
    ]
    stamped = [replace(e, modified=datetime(2031, 5, 1 + n % 19, 8, n % 60, tzinfo=UTC)) for n, e in enumerate(found)]
    return tuple(sorted(stamped, key=lambda e: (e.span.sort_key, e.uid)))


def site(url: str = URL, found: tuple[Event, ...] | None = None, **calendar: int) -> Site:
    """A site of these events that knows its address unless that is empty."""
    settings = SiteSettings("The Dam, told; day by day", url, "How a dam was built, broke\nand was built again.", author="The Mill Press")
    config = Config(site=settings, calendar=CalendarSettings(**calendar))
    return Site(config, Timeline(events() if found is None else found), (), AS_OF, "0.0", {}.__getitem__)


def many(count: int) -> tuple[Event, ...]:
    """So many invented events around the as-of day, with facets, sources and dates of several kinds."""
    found = []
    for n in range(count):
        on = AS_OF + timedelta(days=n * 700 // count - 300)
        span = (day(on), week(on), at(datetime(on.year, on.month, on.day, n % 24, 15, tzinfo=AMMAN)), day(on))[n % 4]
        stamp = datetime(2031, 4, 1 + n % 27, n % 24, n % 60, tzinfo=UTC)
        outlets = ("Reed Gazette", "Norden Kurier", "The Quay")[: 1 + n % 3]
        reports = tuple(
            mention(span, f"Report {n} says that the gates, all {n % 9 + 2} of them, were shut on {on}.", outlet, stamp)
            for outlet in outlets
        )
        found.append(
            event(
                f"Gate {n} shut near Ferry Road", span, "happened" if on < AS_OF else "planned", mentions=reports,
                people=(f"Person {n % 40}",), places=(f"Place {n % 25}",), tags=(f"tag {n % 12}",),
                modified=stamp,
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda e: (e.span.sort_key, e.uid)))
