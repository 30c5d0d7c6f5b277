"""The name of a folder in, a site that builds at once out: articles, settings, corrections and a publishing workflow (`dateline new`)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from generator.config import Config
from generator.errors import OutputError, Problem

# Three articles of the example site that show a report, a second report of the same event, and a date that moves.
STARTER_ARTICLES: Final = (
    "2013-05-15-kiruna-evening.md",
    "2013-05-23-amman-friends.txt",
    "2013-06-06-geneva-first-round.md",
)
# Where each file of generator/starter/ goes in the new site.
STARTER_FILES: Final = {
    "site.toml": "site.toml",
    "timeline.yaml": "timeline.yaml",
    "gitignore": ".gitignore",
    "requirements.txt": "requirements.txt",
    "pages.yml": ".github/workflows/pages.yml",
}
_HERE: Final = Path(__file__).parent


def new_site(directory: Path) -> list[Path]:
    """Write a site into `directory`, which is made where it is missing, and give the files written, in order of path.

    Files that are already there are never touched: raises OutputError, before anything is written, when one of them is
    in the way or when a file cannot be written.
    """
    wanted = {directory / place: content for place, content in _files().items()}
    in_the_way = sorted(path for path in wanted if path.exists() or path.is_symlink())
    if in_the_way:
        raise OutputError(_in_the_way(in_the_way))
    try:
        for path, content in wanted.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    except OSError as failure:
        name = failure.filename or directory
        hint = "choose a folder that you may write to"
        raise OutputError(Problem(f"cannot write {name}: {failure.strerror}", hint=hint, severity="error")) from failure
    return sorted(wanted)


def settings_schema() -> dict[str, object]:
    """The JSON Schema of site.toml, made from the settings' own declarations, for editors that complete and check."""
    import msgspec

    schema = msgspec.json.schema(Config)
    for definition in schema["$defs"].values():
        definition["additionalProperties"] = definition.get("additionalProperties", False)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "site.toml of Dateline", **schema}


def _files() -> dict[str, bytes]:
    """Each file of the new site by its path there."""
    articles = _HERE / "starter" / "content"
    if not articles.is_dir():
        articles = _HERE.parent / "content"  # not installed as a wheel: the example site beside the package
    files = {f"content/{name}": (articles / name).read_bytes() for name in STARTER_ARTICLES}
    files |= {place: (_HERE / "starter" / name).read_bytes() for name, place in STARTER_FILES.items()}
    files["site.schema.json"] = (json.dumps(settings_schema(), indent=2, ensure_ascii=False) + "\n").encode()
    return files


def _in_the_way(paths: list[Path]) -> Problem:
    more = f", and {len(paths) - 1} more files of the new site" if len(paths) > 1 else ""
    hint = "give the name of a new or empty folder; nothing was written"
    return Problem(f"{paths[0]} is already there{more}", hint=hint, severity="error")
