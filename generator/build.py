"""A site folder in, its output folder out: the whole pipeline on one page.

    discover -> analyse each file (read, find times, extract mentions, render the body)
             -> build the timeline (merge, correct, order) -> identify -> render -> publish

`analyse` is the pure half that depends on one file alone: it is what the executor maps and the cache remembers.
"""

from __future__ import annotations

import gc
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator import __version__, analysis, cache, config, executor, publish, unchanged, writing
from generator.analysis import Update
from generator.analysis import analyse as analyse
from generator.cache import CacheError, FileRecord, Kept, Store
from generator.config import Config
from generator.digests import Digests
from generator.errors import CorrectionError, OutputError, Problem
from generator.model import ArticlePage, Event, Redirect, Site, Timeline, Unused, file_of
from generator.result import Result
from generator.slugs import slug

if TYPE_CHECKING:
    from generator import ledger
    from generator.events.corrections import Corrections

CORRECTIONS: Final = "timeline.yaml"
LEDGER: Final = "dateline.lock"
# The day an empty timeline stands at: no clock is read, and no day would be true.
_NO_DAY: Final = date(1970, 1, 1)

# Octets; what file systems take for the name of a file or a folder, with room for our own endings.
_LONGEST_NAME: Final = 240

Watch = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Options:
    """What a run may be told: `drafts` shows them, `frozen` leaves the ledger alone, `jobs` is the number of processes."""

    drafts: bool = False
    frozen: bool = False
    cached: bool = True
    jobs: int = 0
    cluster: str = ""

    @property
    def name(self) -> str:
        """The options that the output depends on."""
        return f"drafts={self.drafts} frozen={self.frozen}"


@dataclass(frozen=True, slots=True)
class Assembled:
    """A site ready for rendering, the articles it was made of, every problem so far, and the ledger as it should be kept.

    `unused` are sentences that gave no event; `look` alone tells them.
    """

    site: Site
    kept: tuple[Kept, ...]
    problems: tuple[Problem, ...]
    book: bytes
    unused: tuple[Unused, ...] = ()


def build(root: Path, output: Path | None = None, options: Options | None = None, watch: Watch = lambda phase, done, of: None) -> Result:
    """Build the site at `root`; `watch` is told of each phase: its name, and how much of how many is done.

    Raises ConfigError, CorrectionError, ThemeError and OutputError, after which the output is what it was before; what
    is wrong with single articles stands in the result.
    """
    options = options or Options()
    settings = config.load(root)
    target = output or root / "output"
    _check_target(root, target, settings)
    with cache.lock(root):
        folders = (settings.content.folder, settings.pages.theme)
        before, now = unchanged.inputs(root, folders), cache.file_time(cache.folder(root))
        try:
            result = _build(root, target, settings, options, watch)
        except (sqlite3.Error, CacheError) as error:
            cache.discard(root)
            result = _build(root, target, settings, options, watch)
            notice = Problem(f"the cache was damaged and is made anew: {error}", cache.FOLDER, severity="notice")
            result = replace(result, problems=(notice, *result.problems))
        again = replace(result, written=0, removed=0, files=()).as_data()
        unchanged.remember(root, target, options.name, folders, before, now, again)
    return result


def _build(root: Path, target: Path, settings: Config, options: Options, watch: Watch) -> Result:
    with _store(root, settings, options.cached) as store:
        last = store.last(target)
        update = analysis.update(root, settings, store, watch, options.jobs, options.cluster)
        around = _frame(root, settings, options, update)
        if (result := _refresh(root, target, settings, store, update, around, last)) is not None:
            store.keep_result(target, around, last[1])
            return result
        with _without_collector():
            result = _made(root, target, settings, options, store, update, watch)
        if not options.frozen:
            around = _frame(root, settings, options, update)  # the ledger is part of it
        store.keep_result(target, around, json.dumps(replace(result, files=()).as_data()))
    return result


def _made(root: Path, target: Path, settings: Config, options: Options, store: Store, update: Update, watch: Watch) -> Result:
    """Put the whole timeline together, and make and publish every page that is not what it was."""
    with _templates_compiled(root, settings, options, len(update.bodies)):
        assembled = assemble(root, settings, options, store, update.problems, watch)
    files, removed = writing.write(assembled.site, target, store, watch, options.jobs)
    problems = assembled.problems
    if not options.frozen:
        problems += _keep_ledger(root, assembled.book)
    events = assembled.site.timeline.events
    mentions = sum(len(event.mentions) for event in events)
    return Result(len(assembled.kept), mentions, len(events), len(files), removed, problems, str(target), tuple(files))


@contextmanager
def _without_collector() -> Iterator[None]:
    """Let the collector of circles rest: a timeline has hundreds of thousands of values and no circle, to look took a tenth of the time.

    Nothing of the site may be left when it works again.
    """
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if working:
            gc.enable()


def _templates_compiled(root: Path, settings: Config, options: Options, files: int) -> AbstractContextManager[None]:
    """Where much has been analysed, compile the templates while this process merges: they take as long as some hundred pages."""
    from generator.render.theme import Theme

    place, theme = cache.folder(root) if options.cached else None, root / settings.pages.theme
    if place is None or options.jobs == 1 or files < executor.BREAK_EVEN:
        return nullcontext()
    return executor.beside(lambda: Theme(theme if theme.is_dir() else None, None, place / "templates").compile())


def _refresh(root: Path, target: Path, settings: Config, store: Store, update: Update, around: str, last: tuple[str, str]) -> Result | None:
    """The short way where nothing but the text of articles has changed since the last build; None where there is more.

    `last` is what was noted after that build. A build that fails, or one to another folder, has erased the note.
    """
    before, said = last
    # An index of the full text is made of all articles.
    if update.news or not around or before != around or settings.pages.search == "pagefind":
        return None
    theme, place = root / settings.pages.theme, cache.folder(root)
    files = writing.refresh(update.bodies, target, store, theme if theme.is_dir() else None, place and place / "templates")
    if files is None:
        return None
    return replace(Result.from_data(json.loads(said)), written=len(files), removed=0, files=tuple(files))


def _frame(root: Path, settings: Config, options: Options, update: Update) -> str:
    """A digest of all that the pages depend on besides the articles; empty where a file is too young to be sure."""
    inputs, youngest = unchanged.inputs(root, (settings.pages.theme,))
    book = root / LEDGER
    ledger = book.read_bytes() if book.is_file() else b""
    if youngest >= cache.file_time(cache.folder(root)) - unchanged.YOUNG:
        return ""
    return f"{inputs} {cache.content_hash(ledger).hex()} {options.name} {cache.content_hash(repr(update.problems).encode()).hex()}"


def look(root: Path) -> Assembled:
    """Assemble the site at `root` and write nothing but the cache."""
    settings = config.load(root)
    options = Options(frozen=True)
    with cache.lock(root), _store(root, settings) as store:
        update = analysis.update(root, settings, store, lambda phase, done, of: None)
        assembled = assemble(root, settings, options, store, update.problems, lambda phase, done, of: None, near=True)
        return replace(assembled, unused=tuple(one for _, bodies in store.bodies() for body in bodies for one in body.unused))


@contextmanager
def _store(root: Path, settings: Config, cached: bool = True) -> Iterator[Store]:
    """The site's store; a private one without a cache, or when another program holds the site's."""
    place = cache.folder(root) if cached else None
    key = analysis.key(settings)
    try:
        store = Store(place, key)
    except sqlite3.OperationalError:
        store = Store(None, key)
    try:
        yield store
    except BaseException:
        store.close()
        raise
    store.close()


def assemble(
    root: Path, settings: Config, options: Options, store: Store, found: tuple[Problem, ...], watch: Watch, near: bool = False
) -> Assembled:
    """Everything before rendering; `near` asks for the pairs of events that may be one."""
    from generator import ledger
    from generator.events import build_timeline
    from generator.merging import remembered
    from generator.render.theme import strays

    watch("load", 0, 1)
    records = list(store.records())
    kept, doubles = _choose(records, options.drafts or settings.content.drafts)
    problems = [*found, *(problem for record in records for problem in record.problems), *doubles]
    watch("merge", 0, 1)
    as_of = _as_of(settings, kept)
    book = (root / LEDGER).read_bytes() if (root / LEDGER).is_file() else b""
    known = ledger.load(book)
    problems += [*_misnamed(root), *_ledger_problems(book, len(known.entries))]
    mentions = [mention for one in kept for mention in one.mentions]
    rules = corrections(root)
    digests = Digests({one.source.path: (one.mentions, one.digests) for one in kept})
    merge = partial(remembered, store, options.jobs, digests=digests, pairs=near)
    timeline = build_timeline(mentions, rules, as_of, merge, partial(ledger.recall, known), near)
    watch("identify", 0, 1)
    contents = list(map(digests.content, timeline.events))  # a name changes nothing of it
    traits = _traits(store, timeline.events, contents)
    timeline, after, redirects = ledger.identify(timeline, known, [name for rule in rules.of("drop") for name in rule.ids], traits)
    standing = {event.id: digests.event(event, content) for event, content in zip(timeline.events, contents, strict=True)}
    pages, aliases = _article_pages(kept, timeline, store.body_digests())
    theme, place = root / settings.pages.theme, cache.folder(root)
    everything = (*problems, *timeline.problems, *strays(theme if theme.is_dir() else None))
    site = Site(
        settings, timeline, pages, as_of, __version__, partial(_text, store), (*redirects, *aliases), everything,
        theme if theme.is_dir() else None, place and place / "templates", standing,
    )  # fmt: skip
    return Assembled(site, tuple(kept), everything, ledger.dump(after))


def _traits(store: Store, events: Iterable[Event], contents: Iterable[bytes]) -> list[ledger.Traits]:
    """By what events are known again, remembered from the last build under the digests of their contents."""
    from generator import ledger

    before = store.traits()
    names = [content.hex() for content in contents]
    found = [before.get(name) or ledger.traits(event) for name, event in zip(names, events, strict=True)]
    now = dict(zip(names, found, strict=True))
    if now.keys() != before.keys():
        store.keep_traits(now)
    return found


def corrections(root: Path) -> Corrections:
    """What timeline.yaml says, nothing where there is none; raises CorrectionError."""
    from generator.events.corrections import load

    path = root / CORRECTIONS
    try:
        return load(path.read_text(encoding="utf-8-sig") if path.exists() else "", CORRECTIONS)
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 text (octet {error.start + 1:,})"
        raise CorrectionError(Problem(message, CORRECTIONS, hint="save it as UTF-8 text", severity="error")) from None
    except OSError as error:
        raise CorrectionError(Problem(f"cannot be read: {error.strerror}", CORRECTIONS, severity="error")) from None


def _misnamed(root: Path) -> list[Problem]:
    """A warning where corrections lie in a file of nearly the right name."""
    name = CORRECTIONS.replace(".yaml", ".yml")
    return [Problem("is not read", name, hint=f"name it {CORRECTIONS}")] if (root / name).is_file() else []


def _ledger_problems(book: bytes, entries: int) -> list[Problem]:
    """A warning where lines of the ledger gave no entry: a bad merge in version control, or a damaged file."""
    rows = [line for line in book.splitlines()[1:] if line.strip()] if book.startswith(b"{") else book.splitlines() or [b""] * bool(book)
    if len(rows) <= entries:
        return []
    hint = "take the last good version from version control; events that it does not know may get new addresses"
    return [Problem(f"{len(rows) - entries:,} lines cannot be used", LEDGER, hint=hint)]


def _choose(records: Iterable[FileRecord], drafts: bool) -> tuple[list[Kept], list[Problem]]:
    """The articles to publish: no drafts unless asked for, and of two with one address and title the first."""
    chosen, problems = [], []
    seen: dict[tuple[str | None, str], str] = {}
    for record in records:
        for kept in record.articles:
            source = kept.source
            if kept.draft and not drafts:
                continue
            if source.url and (earlier := seen.get((source.url, source.title))):
                hint = "remove one of the two"
                problems.append(Problem(f"is the same article as {earlier} and left out", source.path, hint=hint, severity="notice"))
                continue
            seen[source.url, source.title] = source.path
            chosen.append(kept)
    return chosen, problems


def _as_of(settings: Config, kept: Iterable[Kept]) -> date:
    """The day the timeline stands at: the setting, or else the newest publication day."""
    if settings.site.as_of:
        return date.fromisoformat(settings.site.as_of)
    return max((one.source.published.date() for one in kept if one.source.published), default=_NO_DAY)


def _article_pages(kept: Iterable[Kept], timeline: Timeline, bodies: Mapping[str, str]) -> tuple[tuple[ArticlePage, ...], list[Redirect]]:
    """Each article with the events that its sentences gave, and redirects from its former addresses."""
    from generator.render import urls

    told = _events_by_sentence(timeline)
    taken: set[str] = set()
    pages, redirects = [], []
    for one in kept:
        name = _free_slug(one.source.path, taken)
        file, number = file_of(one.source.path)
        page = ArticlePage(one.source, name, one.deck, one.place, one.draft, f"{bodies[file]}{number}", told.get(one.source.path, {}))
        pages.append(page)
        redirects += [Redirect(old, urls.article_page(name)) for alias in one.aliases if (old := _alias_path(alias))]
    return tuple(pages), redirects


def _text(store: Store, path: str) -> str:
    """The body of an article as HTML."""
    file, number = file_of(path)
    return store.body(file)[int(number or 1) - 1].html


def _events_by_sentence(timeline: Timeline) -> dict[str, dict[int, tuple[str, ...]]]:
    """For each article path, which events (ids) each of its sentences gave."""
    told: dict[str, dict[int, tuple[str, ...]]] = {}
    for event in timeline.events:
        for mention in event.mentions:
            sentences = told.setdefault(mention.source.path, {})
            ids = sentences.get(mention.sentence, ())
            if event.id not in ids:
                sentences[mention.sentence] = (*ids, event.id)
    return told


def _free_slug(path: str, taken: set[str]) -> str:
    """A slug from the path below the content folder; the suffix tells two files of one name apart."""
    file, number = file_of(path)
    stem, _, suffix = file.partition("/")[2].rpartition(".")
    for candidate in (f"{stem} {number}", f"{stem} {number} {suffix}", f"{stem} {number} {suffix} {path}"):
        if (name := slug(candidate)) not in taken:
            break
    else:
        name = slug(f"{slug(path, 60)}-{len(taken)}")
    taken.add(name)
    return name


def _alias_path(alias: str) -> str | None:
    """The file that answers to an old address such as `/2013/05/talks/`; None where it would lie outside the site."""
    path = alias.lstrip("/")
    if not path or path.endswith("/"):
        path += "index.html"
    elif "." not in path.rpartition("/")[2]:
        path += "/index.html"
    return path if publish.is_inside(path) and all(len(part.encode()) <= _LONGEST_NAME for part in path.split("/")) else None


def _keep_ledger(root: Path, book: bytes) -> tuple[Problem, ...]:
    """Write the ledger if it changed; a folder that cannot be written is a notice, the site is complete without it."""
    path = root / LEDGER
    try:
        if not path.is_file() or path.read_bytes() != book:
            new = path.with_name(f".{LEDGER}~")
            new.write_bytes(book)
            new.replace(path)
    except OSError as error:
        hint = "without it addresses of events may change when articles do"
        return (Problem(f"cannot be written: {error.strerror}", LEDGER, hint=hint, severity="notice"),)
    return ()


def _check_target(root: Path, target: Path, settings: Config) -> None:
    """Refuse an output folder that is, holds or lies in a folder that is read."""
    place = target.resolve()
    for name in (".", settings.content.folder, settings.pages.theme):
        source = (root / name).resolve()
        if place == source or place in source.parents or (name != "." and source in place.parents):
            hint = "name a folder of its own with --output"
            raise OutputError(Problem("the output folder cannot hold what is read", str(target), hint=hint, severity="error"))
