"""A whole site as one text in, its files out: `-- path --` on a line of its own begins a file; what stands before the first is the fact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_HEADING = re.compile(r"^-- (?P<path>[^\n]+) --\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Archive:
    """A site: the fact that it shows, its files by path, and what is expected, by the words behind `expect`."""

    fact: str
    files: dict[str, str]
    expected: dict[str, str]

    def write(self, root: Path) -> None:
        """Write the files of the site below `root`."""
        for path, text in self.files.items():
            place = root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")


def parse(text: str) -> Archive:
    """Split an archive; a site without settings gets the smallest site.toml there is."""
    fact, *parts = _HEADING.split(text)
    pairs = dict(zip(parts[::2], parts[1::2], strict=True))
    expected = {path.removeprefix("expect "): body for path, body in pairs.items() if path.startswith("expect ")}
    files = {path: body for path, body in pairs.items() if not path.startswith("expect ")}
    return Archive(fact.strip(), {"site.toml": '[site]\ntitle = "Test"\n', **files}, expected)
