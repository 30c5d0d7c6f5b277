"""Small sites for the tests of this folder, and what lies in an output folder."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parent.parent.parent

ARTICLE = """---
title: Talks in Oslo
date: 2013-05-15
publisher: Larkfield Wire
---

Foreign ministers of three countries met in Oslo on Tuesday. They will meet again in Bergen next week.
"""


def small_site(root: Path, **articles: str) -> Path:
    """A site of one good article and those given by file stem."""
    (root / "content").mkdir(parents=True)
    (root / "site.toml").write_text('[site]\ntitle = "Test"\n', encoding="utf-8")
    (root / "content/good.md").write_text(ARTICLE, encoding="utf-8")
    for stem, text in articles.items():
        (root / f"content/{stem}.md").write_text(text, encoding="utf-8")
    return root


def example_site(root: Path) -> Path:
    """A copy of the example site."""
    root.mkdir(parents=True, exist_ok=True)
    shutil.copytree(REPOSITORY / "content", root / "content")
    for name in ("site.toml", "timeline.yaml"):
        shutil.copy(REPOSITORY / name, root / name)
    return root


def digests(output: Path) -> dict[str, str]:
    """Every published file below a folder with the hash of its bytes; the program's own notes are left out."""
    return {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(output.rglob("*"))
        if path.is_file() and not any(part.startswith(".dateline") for part in path.relative_to(output).parts)
    }


def events(output: Path) -> list[dict[str, Any]]:
    """The events of events.json."""
    found: list[dict[str, Any]] = json.loads((output / "events.json").read_text(encoding="utf-8"))["events"]
    return found
