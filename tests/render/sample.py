"""A rich Site made by hand: an invented story with every status, precision, mark and history that a page can show."""

# ruff: noqa: E501 -- one event a line reads best as a table

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from functools import partial
from uuid import NAMESPACE_URL, uuid5

from generator import dates
from generator.config import Config, PagesSettings, SiteSettings
from generator.dates import DateSpan
from generator.model import (
    ArticlePage,
    Change,
    DatePhrase,
    Event,
    Mention,
    Redirect,
    Site,
    Source,
    Status,
    Timeline,
    Trigger,
)
from generator.slugs import slug

HERALD = Source(
    "content/herald-bridge.md",
    "Ferry towns agree on a bridge over the Sorrel",
    "Harbour Herald",
    ("Ines Valo",),
    datetime(2021, 3, 10, 8, 15, tzinfo=UTC),
    True,
    "https://herald.example/bridge",
    ("bridge",),
)
COURIER = Source(
    "content/courier-vote.txt",
    "Council puts off the bridge vote again",
    "Northern Courier",
    (),
    datetime(2021, 5, 4, tzinfo=UTC),
    False,
    None,
    ("bridge", "council"),
)
GAZETTE = Source(
    "content/gazette.md",
    "What became of the Sorrel bridge?",
    "Sorrel Gazette",
    ("A. Okoro", "Lene Brandt"),
    datetime(2022, 9, 1, tzinfo=UTC),
)
BARE = Source("content/notes.txt", "Notes without a date")


def mention(
    source: Source, sentence: int, quote: str, span: DateSpan | None, status: Status = "happened", phrase: str = "on Tuesday", why: str = ""
) -> Mention:
    """One article's report, with offsets that only have to be plausible."""
    time = DatePhrase(
        phrase, 3, 3 + len(phrase), "", "weekday", source.published.date() if source.published else None, why or "the day it was published"
    )
    return Mention(source, sentence, quote, 0, len(quote), Trigger("met", 0, 3, "meet"), time if phrase else None, span, status, quote[:40])


def event(
    title: str,
    span: DateSpan,
    status: Status = "happened",
    mentions: tuple[Mention, ...] = (),
    **more: object,
) -> Event:
    """An event whose id and uid follow from its title."""
    begin = span.start or span.end or date(2021, 1, 1)
    key = f"{begin}-{slug(title, 50)}"
    return Event(
        key,
        uuid5(NAMESPACE_URL, key).urn,
        title,
        span,
        status,
        mentions,
        modified=datetime(2022, 9, 1, tzinfo=UTC),
        **more,
    )  # type: ignore[arg-type]


def _first_half() -> list[Event]:
    tuesday = dates.day(date(2021, 3, 9))
    people, places = ("Mara Lindqvist", "Tomas Reyes"), ("Sorrel Ferry", "Upper Quay")
    quote = "The mayors of both ferry towns met on Tuesday in the old customs house and said they would build one bridge, not two."
    return [
        event("Ferry service founded", dates.year(1888), mentions=(mention(GAZETTE, 4, "The ferry company was founded in 1888.", dates.year(1888), phrase="in 1888"),), places=("Sorrel Ferry",)),
        event("First plans for a crossing", dates.from_edtf("196X"), mentions=(mention(GAZETTE, 5, "Engineers drew a first bridge in the 1960s.", dates.from_edtf("196X"), phrase="in the 1960s"),), tags=("bridge",)),
        event("Winter flood stops the ferry", dates.from_edtf("2020-24"), mentions=(mention(HERALD, 3, "Ice and flood stopped the ferry in the winter of 2020.", dates.from_edtf("2020-24"), phrase="winter of 2020"),), places=("Sorrel Ferry",), tags=("flood",)),
        event("Both towns ask for money", dates.month(2021, 2), mentions=(mention(HERALD, 2, "Both towns asked for state money in February.", dates.month(2021, 2), phrase="in February"),), places=places[:1], organisations=("State Road Office",)),
        event("Mayors meet in the customs house", DateSpan(tuesday.start, tuesday.end, "day", "end"), mentions=(mention(HERALD, 0, quote, tuesday, phrase="late on Tuesday"), mention(COURIER, 1, "Lindqvist and Reyes had met in March.", dates.month(2021, 3), phrase="in March")), people=people, places=places, tags=("bridge", "talks"), reasons=("same people", "dates overlap")),
        event("Mayors speak to the press", tuesday, mentions=(mention(HERALD, 1, "They told reporters on Tuesday that work could begin soon.", tuesday),), people=people, places=places[:1], tags=("talks",)),
        event("Survey boats measure the river", dates.from_edtf("2021-03-15/2021-03-19"), "ongoing", (mention(HERALD, 6, "Survey boats are measuring the river this week.", dates.week(date(2021, 3, 16)), "ongoing", "this week"),), places=("Sorrel Ferry",)),
        event("Public hearing", dates.at(datetime(2021, 4, 12, 18, 30, tzinfo=timezone(timedelta(hours=2)))), mentions=(mention(COURIER, 2, "The hearing opened at 6:30 p.m. on 12 April.", None, phrase="at 6:30 p.m. on 12 April"),), places=("Upper Quay",), tags=("council",)),
        event("A third pier is planned", dates.before(dates.day(date(2021, 6, 3))), "denied", (mention(COURIER, 5, "Reyes denied that a third pier would be decided before 3 June.", None, "denied", "before 3 June"),), people=("Tomas Reyes",), history=(Change(date(2021, 5, 4), "first reported", None, "../2021-06-02", COURIER.path), Change(date(2021, 5, 4), "denied", None, "denied", COURIER.path))),
        event("Arabic-language briefing: اجتماع حول الجسر", dates.week(date(2021, 5, 17)), mentions=(mention(COURIER, 6, "قال رئيس البلدية إن الجسر سيبنى في الأسبوع المقبل.", None, phrase="في الأسبوع المقبل"),), inferred=True),
    ]  # fmt: skip


def _second_half() -> list[Event]:
    early = dates.month(2021, 6, "start")
    moved = (
        Change(date(2021, 3, 10), "first reported", None, "2021-05", HERALD.path),
        Change(date(2021, 5, 4), "moved", "2021-05", "2021-06-01/2021-06-10", COURIER.path),
    )
    long_title = "Council votes on " + "the bridge, its approach roads, its tolls, its name and the question of who shall paint it, " * 3
    return [
        event("Council votes on the bridge", early, "planned", (mention(HERALD, 7, "The council will vote in May.", dates.month(2021, 5), "planned", "in May"), mention(COURIER, 0, "The vote is now expected in early June, the clerk said.", early, "planned", "in early June")), people=("Mara Lindqvist",), places=("Upper Quay",), organisations=("River Council",), tags=("bridge", "council"), history=moved, alternatives=(dates.day(date(2021, 6, 14)),)),
        event(long_title, dates.day(date(2021, 6, 14)), "postponed", (mention(COURIER, 3, "The vote of 14 June is put off.", dates.day(date(2021, 6, 14)), "postponed", "14 June"),), organisations=("River Council",), history=(Change(date(2021, 5, 4), "postponed", "2021-06-14", "2021-10", COURIER.path),)),
        event("Ferry strike", dates.day(date(2021, 7, 1)), "cancelled", (mention(GAZETTE, 1, "The strike of 1 July 2021 was called off.", dates.day(date(2021, 7, 1)), "cancelled", "1 July 2021"),), organisations=("Ferry Union",), tags=("strike",)),
        event("Toll talks", dates.from_edtf("2021-33"), "possible", (mention(COURIER, 7, "Talks on tolls may begin in the first quarter.", dates.from_edtf("2021-33"), "possible", "in the first quarter"),), tags=("talks",)),
        event("Piers stand in the river", dates.from_edtf("2022-22"), mentions=(mention(GAZETTE, 0, "By the summer of 2022 all piers stood in the river.", dates.from_edtf("2022-22"), phrase="summer of 2022"),), places=("Sorrel Ferry",), tags=("bridge",)),
        event("Ferry runs about half empty", dates.from_edtf("2022-08~"), "ongoing", (mention(GAZETTE, 2, "Around August the ferry ran half empty.", dates.from_edtf("2022-08~"), "ongoing", "around August"),), note="Figures from the ferry company's own count."),
        event("Bridge opens", dates.from_edtf("2023-05-01/2023-05-03"), "planned", (mention(GAZETTE, 3, "The bridge is to open on 1 to 3 May 2023.", dates.from_edtf("2023-05-01/2023-05-03"), "planned", "1 to 3 May 2023"),), people=("Mara Lindqvist", "Tomas Reyes"), places=("Sorrel Ferry",), tags=("bridge",), aliases=("2023-04-01-bridge-opens",)),
        event("Old ferry becomes a museum", dates.since(dates.year(2024)), "planned", (mention(GAZETTE, 6, "From 2024 on the ferry will be a museum <script>alert(1)</script>.", dates.since(dates.year(2024)), "planned", "From 2024 on"),), tags=("ferry", "museum")),
    ]  # fmt: skip


def events() -> tuple[Event, ...]:
    """All events of the story in the order of a timeline."""
    return tuple(sorted(_first_half() + _second_half(), key=lambda one: (one.span.sort_key, one.id)))


def articles(told: tuple[Event, ...]) -> tuple[ArticlePage, ...]:
    """A page for each source, its sentences those that the events quote."""
    pages = []
    for source in (HERALD, COURIER, GAZETTE, BARE):
        found: dict[int, tuple[str, ...]] = {}
        for one in told:
            for said in one.mentions:
                if said.source is source:
                    found[said.sentence] = (*found.get(said.sentence, ()), one.id)
        pages.append(
            ArticlePage(
                source,
                slug(source.path[8:-3]),
                "What the towns decided" if source is HERALD else None,
                "Sorrel Ferry" if source is HERALD else None,
                False,
                text(told, source.path),
                found,
            )
        )
    return tuple(pages)  # fmt: skip


def text(told: tuple[Event, ...], path: str) -> str:
    """The body of the article at a path."""
    texts = {said.sentence: said.quote.replace("<", "&lt;") for one in told for said in one.mentions if said.source.path == path}
    html = (f'<p><span id="s{number}">{text}</span> More was said besides.</p>' for number, text in sorted(texts.items()))
    return "\n".join(html) or "<p>Nothing here has a date.</p>"


def site(told: tuple[Event, ...] | None = None, url: str = "https://sorrel.example/", **pages: object) -> Site:
    """The whole site; `pages` are page settings."""
    told = events() if told is None else told
    config = Config(
        site=SiteSettings(title="The Sorrel Bridge", url=url, description="How two ferry towns came to build one bridge.", author="the town library", licence="CC BY 4.0", report="mailto:library@sorrel.example"),
        pages=PagesSettings(**pages),  # type: ignore[arg-type]
    )  # fmt: skip
    return Site(
        config,
        Timeline(told),
        articles(told),
        date(2022, 9, 1),
        "0.1.0",
        partial(text, told),
        (Redirect("events/2021/old-name.html", "index.html"),),
    )


def many(count: int, first: date = date(2010, 1, 1), every: int = 3) -> tuple[Event, ...]:
    """So many plain events, one every so many days (0: all on one day)."""
    found = []
    for number in range(count):
        span = dates.day(first + timedelta(days=number * every))
        quote = (
            f"Clerk number {number} opened ledger {number % 17} in the presence of {number % 5} witnesses and read aloud what stood in it."
        )
        found.append(event(f"Ledger {number} opened", span, mentions=(mention(HERALD, number, quote, span),), people=(f"Clerk {number % 40}",), places=(f"Office {number % 25}",), tags=(f"topic-{number % 9}",)))  # fmt: skip
    return tuple(found)
