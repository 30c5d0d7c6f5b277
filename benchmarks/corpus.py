"""A number and a seed in, a folder of invented news articles out: the same arguments give the same bytes, in any number.

    python -m benchmarks.corpus FOLDER --articles 10000 --flavour hugo

An article has about 450 words in ten paragraphs: dated reports and plans between sentences that tell no date. Places,
bodies and persons are made up, so that several articles tell of one event in different words.
"""

from __future__ import annotations

import argparse
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Final

_PLACES: Final = "Arnvik Belsund Carrowby Dunmere Eldhaven Farsley Grenholt Hestmark Ivelport Jarrowick Kelda Lowmoor".split()
_BODIES: Final = "harbour board,rail council,grid company,water union,fishing league,school forum,port court,health office".split(",")
_NAMES: Final = "Ada Brandal,Bo Cresswick,Cleo Dahlin,Dag Ellery,Eve Farnham,Finn Garrow,Gro Hollis,Hal Isebrook".split(",")
_SUBJECTS: Final = "the quay lease,the night ferry,the tunnel plan,the wage round,the tariff list,the dredging works".split(",")
_TAGS: Final = "harbour rail energy water fishing school law health".split()
_WHEN_PAST: Final = ("on {weekday}", "yesterday", "late on {weekday}", "last week", "on {day} {month}", "earlier this month")
_WHEN_NEXT: Final = ("next week", "on {day} {month}", "in early {month}", "tomorrow", "next month", "in the autumn")
_DATED: Final = (
    "{name} met members of the {body} in {place} {past} to talk about {subject}.",
    "The {body} voted on {subject} in {place} {past}, after a debate of some hours.",
    "{name} resigned from the {body} {past} over {subject}.",
    "A conference on {subject} is to open in {place} {next}, the {body} said.",
    "The {body} will decide on {subject} {next}, according to {name}.",
    "Work on {subject} began near {place} {past}, and the {body} sent inspectors.",
)
_UNDATED: Final = (
    "Few in the town had asked for it, and fewer still had read the papers.",
    "The figures are *hard* to compare, since each office counts in its own way.",
    "A spokesman called the report **thorough** and would not go into details.",
    "Shop owners near the square hope for more visitors and fear the noise.",
    "About 340 people work for the two firms, many of them part of the year.",
    "The sums involved are small beside those of the [neighbouring district](https://example.org/district).",
    "Older residents remember how much was promised and how little was built.",
    "The committee keeps its minutes in a red binder that anybody may ask to see.",
)
_MONTHS: Final = "January February March April May June July August September October November December".split()
_DAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_FIRST: Final = date(2015, 1, 5)


def article(number: int, per_day: int, seed: int, flavour: str) -> tuple[str, str]:
    """The file name and the text of one article."""
    draw = random.Random(f"{seed} {number}")
    on = _FIRST + timedelta(days=number // per_day)
    past, later = on - timedelta(days=draw.randint(2, 6)), on + timedelta(days=draw.randint(2, 40))
    words = {"name": draw.choice(_NAMES), "body": draw.choice(_BODIES), "place": draw.choice(_PLACES), "subject": draw.choice(_SUBJECTS)}
    paragraphs = []
    for _ in range(10):
        sentences = [draw.choice(_UNDATED) for _ in range(3)]
        if draw.random() < 0.35:
            day = past if draw.random() < 0.6 else later
            spans = {"weekday": _DAYS[past.weekday()], "day": str(day.day), "month": _MONTHS[day.month - 1]}
            told = {"past": draw.choice(_WHEN_PAST).format(**spans), "next": draw.choice(_WHEN_NEXT).format(**spans)}
            sentences[draw.randrange(3)] = draw.choice(_DATED).format(**words, **told)
        paragraphs.append(" ".join(sentences))
    title = f"{words['body'].capitalize()} and {words['subject']} in {words['place']}"
    stamp = f"{on.isoformat()}T{draw.randint(6, 21):02}:{draw.randint(0, 59):02}:00Z"
    tags = sorted(draw.sample(_TAGS, 2))
    return f"{on.isoformat()}-report-{number:07}.md", _front(flavour, title, stamp, tags) + "\n\n".join(paragraphs) + "\n"


def _front(flavour: str, title: str, stamp: str, tags: list[str]) -> str:
    """The front matter that a generator expects."""
    if flavour == "pelican":
        return f"Title: {title}\nDate: {stamp.replace('T', ' ').removesuffix('Z')}\nTags: {', '.join(tags)}\n\n"
    return f'---\ntitle: "{title}"\ndate: {stamp}\ntags: [{", ".join(tags)}]\n---\n\n'


def write(folder: Path, articles: int, seed: int = 1, flavour: str = "dateline") -> None:
    """Write the articles into a folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    per_day = max(20, articles // 3650)
    for number in range(articles):
        name, text = article(number, per_day, seed, flavour)
        (folder / name).write_text(text, encoding="utf-8")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--flavour", choices=("dateline", "hugo", "pelican"), default="dateline")
    asked = parser.parse_args()
    write(asked.folder, asked.articles, asked.seed, asked.flavour)


if __name__ == "__main__":
    main()
