"""Time expressions of narrative articles against TIMEX2 values.

    python benchmarks/narrative.py GOLD.jsonl

GOLD holds one object a line: {"id", "dct", "text", "timexes": [{"start", "end", "text", "value"}]}. Printed are how many
phrases are found (any overlap) and have the same extent, how many of those found have the same value, and how many of the
month names and days that come without a year have the right one. The texts say themselves that they are narratives.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from generator.timex import tag
from generator.timex.filter import creation_time

_YEARLESS = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
_YEAR = re.compile(r"\b\d{4}\b")


def main(path: Path) -> None:
    """Print the figures for a gold file."""
    count = dict.fromkeys(("gold", "predicted", "found", "extent", "valued", "value", "yearless", "year"), 0)
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        published, has_time = creation_time(document["dct"])
        times = tag(document["text"], published, has_time=has_time)
        count["predicted"] += len(times)
        for gold in document["timexes"]:
            match = next((one for one in times if one.start < gold["end"] and gold["start"] < one.end), None)
            _add(count, gold, match)
    print(json.dumps(count))
    print(f"found {count['found'] / count['gold']:.1%}, same extent {count['extent'] / count['found']:.1%} of those")
    print(f"same value {count['value'] / count['valued']:.1%}, year of yearless dates {count['year'] / count['yearless']:.1%}")


def _add(count: dict[str, int], gold: dict[str, Any], match: Any) -> None:
    count["gold"] += 1
    value = gold.get("value") or ""
    yearless = bool(_YEARLESS.search(gold["text"])) and not _YEAR.search(gold["text"]) and value[:4].isdigit()
    count["yearless"] += yearless
    if match is None:
        return
    count["found"] += 1
    count["extent"] += (match.start, match.end) == (gold["start"], gold["end"])
    count["valued"] += bool(value)
    count["value"] += bool(value) and match.value == value
    count["year"] += yearless and match.value[:4] == value[:4]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
