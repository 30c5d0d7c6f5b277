"""Is time linear in size? `python -m tests.reliability.patience [MEGABYTES]` analyses hostile and plain texts of growing size.

For each kind of text: the time for a quarter, a half and the whole of so many million octets (10), and the ratio of the last two, which is
2 where time is linear. Not part of the tests, which never measure time.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Final

from generator.analysis import analyse
from generator.config import Config
from generator.errors import ReadError

HEAD: Final = "---\ntitle: Long\ndate: 2013-05-15\n---\n\n"
BOX: Final = "skip past the quay and the yards to what comes below\nend of what comes above\n"
SENTENCE: Final = "Ministers met in Oslo on Tuesday and will meet again next week in Bergen. "


def repeated(unit: str) -> Callable[[int], str]:
    """A text of so many characters made of one unit."""
    return lambda size: (unit * (size // len(unit) + 1))[:size]


TEXTS: Final[Mapping[str, tuple[str, Callable[[int], str]]]] = {
    "sentences": (".md", repeated(SENTENCE)),
    "paragraphs": (".md", repeated(SENTENCE * 3 + "\n\n")),
    "retold": (".md", repeated("Anna Berg met Olaf Lund in Oslo on Tuesday. They met rain there. ")),
    "in months": (".md", repeated("Ministers met in Oslo in May 2013. ")),
    "said": (".md", repeated("“We met on Tuesday,” she said on Monday. ")),
    "lines": (".txt", repeated(SENTENCE + "\n")),
    "short lines": (".txt", repeated("By X\n")),
    "one word": (".txt", repeated("a")),
    "spaces": (".txt", repeated(" ")),
    "line ends": (".txt", repeated("\n")),
    "digits": (".txt", repeated("1")),
    "numbers": (".txt", repeated("12 ")),
    "dates": (".txt", repeated("14 May 2013 ")),
    "months": (".txt", repeated("May ")),
    "commas": (".txt", repeated("May, ")),
    "dashes": (".txt", repeated("2013-")),
    "names": (".txt", repeated("Anna Berg ")),
    "capitals": (".txt", repeated("A. ")),
    "quotes": (".txt", repeated('"')),
    "dots": (".txt", repeated(".")),
    "brackets": (".md", repeated("[")),
    "links": (".md", repeated("[a](")),
    "stars": (".md", repeated("*a ")),
    "backticks": (".md", repeated("`a ")),
    "quotations": (".md", repeated("> ")),
    "tags": (".html", repeated("<p>met on Tuesday. ")),
    "open tags": (".html", repeated("<div>")),
    "entities": (".html", repeated("&amp;")),
    "angles": (".html", repeated("<")),
    "comments": (".html", repeated("<!--")),
    "front matter": (".md", lambda size: "---\n" + repeated("a: b\n")(size)),
    "stop headings": (".txt", repeated("Related Content\n")),
    "live blog": (".txt", lambda size: "Live: x\n\n5 June 2013\n\n" + repeated(f"10:30\n\n{SENTENCE}\n\n")(size)),
    "boxes": (".txt", lambda size: f"Quay\n\n5 June 2013\n\n{SENTENCE * 2}\n\n" + repeated(BOX)(size)),
    "date lines": (".txt", repeated("By A and B in C | 5 June 2013 | 7:40\n")),
    "comments below": (".txt", repeated("Olaf says:\nJune 7, 2013 at 9:12 am\nWell.\n")),
    "pages": (".txt", lambda size: "\n".join(f"met on Monday and\n\n{number}\n\nHead\n" for number in range(size // 30))),
    "bylines": (".txt", repeated("OSLO, Norway - ")),
}


def seconds(suffix: str, text: str) -> float:
    """How much processor time one analysis takes."""
    data = (HEAD + text if suffix == ".md" and not text.startswith("---") else text).encode()
    before = time.process_time()
    with suppress(ReadError):
        analyse(data, f"content/long{suffix}", Config())
    return time.process_time() - before


def main() -> None:
    """Print one line a kind of text."""
    size = int(float(sys.argv[1] if len(sys.argv) > 1 else "10") * 1_000_000)
    print(f"{'text':15} {'1/4':>8} {'1/2':>8} {'all':>8}  ratio")
    for name, (suffix, make) in TEXTS.items():
        quarter, half, whole = (seconds(suffix, make(part)) for part in (size // 4, size // 2, size))
        print(f"{name:15} {quarter:8.2f} {half:8.2f} {whole:8.2f}  {whole / max(half, 1e-9):5.1f}", flush=True)


if __name__ == "__main__":
    main()
