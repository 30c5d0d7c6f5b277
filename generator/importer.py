"""Files from anywhere in, reviewed Markdown in the content folder out: `dateline add`.

Whatever a reader takes (a saved page, a mail, a feed, pasted text) becomes one Markdown file an article, with what was found in its
front matter. Each result says what was found, what was cut and why; an article that is in the content folder already, by
its address or by nearly the same text, is refused. Nothing is fetched from anywhere.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from msgspec import structs

from generator import config as settings
from generator.config import Config
from generator.discover import discover, is_litter
from generator.errors import OutputError, Problem
from generator.model import Article
from generator.read import READERS, read_articles
from generator.read.duplicates import Known
from generator.result import counted
from generator.slugs import slug

_SIMPLE: Final = re.compile(r"[A-Za-zÀ-ɏ0-9][^:#\"'\[\]{}&*!|>%@`\n\\]*")
_WORDS: Final = frozenset({"true", "false", "yes", "no", "on", "off", "null", "~"})
_SPECIAL: Final = re.compile(r"(?P<mark>[\\`*_\[\]<]|~~|(?<=<)!|&(?=#?\w+;))")
_OPENING: Final = re.compile(r"^(?P<space>\s*)(?P<mark>[#>+=|~-]|\d{1,9}(?=[.)]))", re.MULTILINE)
_MARKDOWN: Final = frozenset({".md", ".markdown"})


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of one article: `written` is its new path; without it, `duplicate_of` or `problems` say why not."""

    source: str
    article: Article | None = None
    written: str | None = None
    text: str = ""
    duplicate_of: str | None = None
    why: str = ""
    problems: tuple[Problem, ...] = field(default=())

    def lines(self, dry_run: bool = False) -> Iterator[str]:
        """The report for a person, without the problems."""
        article = self.article
        if article is None:
            return
        if self.duplicate_of:
            yield f'{self.source}: not added, {self.why} as {self.duplicate_of}: "{article.title}"'
            return
        yield f"{self.source}: {'would become' if dry_run else 'now'} {self.written}"
        published = article.published.isoformat(" ", "minutes") if article.published and article.has_time else None
        day = article.published.date().isoformat() if article.published else "not found"
        sources = ", ".join(dict.fromkeys(candidate.source for candidate in article.date_candidates))
        yield f"  title      {article.title}"
        yield f"  published  {published or day}{f' ({sources})' if sources else ''}"
        yield f"  publisher  {article.publisher or 'not found'}"
        paragraphs = article.body.count("\n\n") + bool(article.body)
        yield f"  text       {counted(paragraphs, 'paragraph')}, {counted(len(article.sentences), 'sentence')}"
        if article.events:
            yield f"  events     {len(article.events):,}"
        for cut in article.cuts:
            yield f"  cut        line {cut.line}, {cut.rule}: {cut.text[:80]}"


def add(site: Path, files: Sequence[Path | str], dry_run: bool = False) -> Iterator[ImportResult]:
    """Import files into a site and tell, one by one, what became of them; a folder without any is a problem."""
    config = settings.load(site)
    nothing = True
    for result in import_articles(files, site, config, dry_run):
        nothing = False
        yield result
    if nothing:
        name, hint = str(files[0]), f"files that are read: {', '.join(sorted(READERS))}"
        yield ImportResult(name, problems=(Problem("holds nothing to add", name, hint=hint),))


def import_articles(paths: Iterable[Path | str], site_root: Path, config: Config, dry_run: bool = False) -> Iterator[ImportResult]:
    """Import files, folders or "-" (standard input), one result an article, in order; with `dry_run` nothing is written."""
    known = _known(site_root, config)
    taken: set[str] = set()
    for name, data in _files(paths, config):
        if isinstance(data, Problem):
            yield ImportResult(name, problems=(data,))
            continue
        articles, problems = read_articles(data, name, config)
        if not articles:
            yield ImportResult(name, problems=problems)
        for number, article in enumerate(articles):
            found = known.find(article)
            shown = problems if number == 0 else ()
            if found:
                yield ImportResult(article.path, article, None, "", *found, shown)
                continue
            result = _imported(article, data, site_root, config, taken, dry_run)
            known.add(structs.replace(article, path=result.written or article.path))
            yield replace(result, problems=shown)


def new_article(title: str, site_root: Path, config: Config, published: datetime) -> Path:
    """Begin an article: a Markdown file with title and date in the content folder; its path."""
    article = Article("", title, "Write or paste the article here.", (), (), published=published, has_time=True)
    name = _free_name(article, site_root, config, set())
    _write(site_root / name, markdown(article, config).encode())
    return site_root / name


# --- what there is ------------------------------------------------------------------------------------------------------


def _known(site_root: Path, config: Config) -> Known:
    """The articles of the content folder."""
    known = Known()
    if not (site_root / config.content.folder).is_dir():
        return known
    found, _ = discover(site_root, config.content, READERS)
    for file in found:
        try:
            data = (site_root / file.path).read_bytes()
        except OSError:
            continue
        for article in read_articles(data, file.path, config)[0]:
            known.add(article)
    return known


def _files(paths: Iterable[Path | str], config: Config) -> Iterator[tuple[str, bytes | Problem]]:
    """The octets of each file asked for, folders in order of name; what cannot be read is a problem."""
    for path in paths:
        if str(path) == "-":
            yield "standard input.txt", sys.stdin.buffer.read(config.content.max_file_bytes + 1)
            continue
        for file in _below(Path(path)):
            try:
                yield file.as_posix(), file.read_bytes()
            except OSError as error:
                yield file.as_posix(), Problem(f"cannot be read: {(error.strerror or '').lower()}", file.as_posix(), severity="error")


def _below(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    inside = (Path(folder) / name for folder, _, names in os.walk(path) for name in names if not is_litter(name))
    return sorted(file for file in inside if file.suffix.lower() in READERS and not file.is_symlink())


# --- writing ------------------------------------------------------------------------------------------------------------


def _imported(article: Article, data: bytes, site_root: Path, config: Config, taken: set[str], dry_run: bool) -> ImportResult:
    """Write one article, or say what would be written."""
    name = _free_name(article, site_root, config, taken)
    taken.add(name)
    as_it_is = Path(article.path).suffix.lower() in _MARKDOWN and article.published is not None
    text = data if as_it_is else _checked(article, config).encode()
    if not dry_run:
        _write(site_root / name, text)
    return ImportResult(article.path, article, name, text.decode("utf-8", "replace"))


def _checked(article: Article, config: Config) -> str:
    """The Markdown of an article, with `keep_lines` for paragraphs that a line rule would take out on reading it again."""
    text = markdown(article, config)
    again = read_articles(text.encode(), "content/again.md", config)[0]
    kept = set(again[0].body.split("\n\n")) if again else set()
    lost = [paragraph for paragraph in article.body.split("\n\n") if paragraph and paragraph not in kept]
    return markdown(article, config, tuple(" ".join(paragraph.split())[:60] for paragraph in lost[:50])) if lost else text


def _free_name(article: Article, site_root: Path, config: Config, taken: set[str]) -> str:
    """A name that no file of the content folder has: day, then title."""
    day = f"{article.published.date().isoformat()}-" if article.published else ""
    stem = f"{config.content.folder}/{day}{slug(article.title, 60)}"
    name, number = f"{stem}.md", 2
    while name in taken or (site_root / name).exists():
        name, number = f"{stem}-{number}.md", number + 1
    return name


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
    except OSError as error:
        raise OutputError(Problem(f"cannot be written: {(error.strerror or '').lower()}", path.as_posix(), severity="error")) from None


def markdown(article: Article, config: Config, keep_lines: tuple[str, ...] = ()) -> str:
    """An article as Markdown with front matter, which reads as the same article again."""
    published = article.published
    rows: list[tuple[str, str | tuple[str, ...] | None]] = [
        ("title", article.title),
        ("date", None if published is None else published.isoformat(" ", "seconds") if article.has_time else published.date().isoformat()),
        ("updated", article.updated.isoformat(" ", "seconds") if article.updated else None),
        ("publisher", article.publisher),
        ("authors", article.authors),
        ("url", article.url),
        ("language", article.language if article.language != config.site.language else None),
        ("place", article.place),
        ("deck", article.deck),
        ("tags", article.tags),
        ("keep_lines", keep_lines),
    ]
    head = "\n".join([*(f"{key}: {_value(value)}" for key, value in rows if value), *_events(article)])
    opening = next((cut.text for cut in article.cuts if cut.rule == "dateline"), "")
    body = "\n\n".join(_stamped(article))
    return f"---\n{head}\n---\n\n{f'{escape(opening)} ' if opening else ''}{body}\n"


def _stamped(article: Article) -> Iterator[str]:
    """The body as Markdown, with the stamps of a live blog on lines of their own."""
    at = 0
    for post in article.posts:
        if post.start > at:
            yield escape(article.body[at : post.start].rstrip("\n"))
        yield post.at.isoformat(" ", "seconds")
        at = post.start
    yield escape(article.body[at:])


def _events(article: Article) -> Iterator[str]:
    """The events that a table or a front matter gave, one a line, as JSON, which is YAML too."""
    if article.events:
        yield "events:"
    for event in article.events:
        fields = {
            "title": event.title, "date": event.span.edtf, "status": event.status, "place": event.place, "people": list(event.people),
            "tags": list(event.tags), "url": event.url, "quote": event.quote,
        }  # fmt: skip
        yield f"  - {json.dumps({key: value for key, value in fields.items() if value}, ensure_ascii=False)}"


def _value(value: str | tuple[str, ...]) -> str:
    """A value of front matter: plain where it is safe, else as a JSON string, which is YAML too."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    plain = _SIMPLE.fullmatch(value) and value.strip() == value and value.lower() not in _WORDS and "," not in value
    dated = re.fullmatch(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d(?:\.\d+)?(?:[+-]\d\d:\d\d)?)?", value)
    address = re.fullmatch(r"https?://[^\s#\"'\[\]{},&*!|>%@`]+", value)
    return value if plain or dated or address else json.dumps(value, ensure_ascii=False)


def escape(body: str) -> str:
    """Text as Markdown that means the same text."""
    marked = _SPECIAL.sub(r"\\\g<mark>", body).replace("\\~~", "\\~\\~")
    return _OPENING.sub(_opening, marked)


def _opening(m: re.Match[str]) -> str:
    """A mark at the start of a line, escaped; a number is followed by its escaped full stop."""
    return f"{m['space']}\\{m['mark']}" if not m["mark"].isdigit() else f"{m['space']}{m['mark']}\\"
