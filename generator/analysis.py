"""Content files in, records in the store out: the pure half of a build, one file at a time, spread by the executor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile
from pathlib import Path

from msgspec import Struct, structs

from generator import cache, discover, executor
from generator.cache import Body, FileRecord, Kept, Row, Stat, Store
from generator.config import Config
from generator.errors import Problem, ReadError
from generator.model import Analysis, Article, Sentence, Source
from generator.render.body import check_engine


def key(settings: Config) -> str:
    """A digest of the program and of every setting that an analysis may depend on."""
    site = replace(settings.site, title="", url="", description="", author="", licence="", report="", as_of="")
    content = replace(settings.content, drafts=False)
    pages = (settings.pages.markdown, settings.pages.markdown_extensions)
    matters = repr((site, content, pages, sorted(settings.source.items())))
    return f"{cache.program()} {cache.content_hash(matters.encode()).hex()}"


def update(root: Path, settings: Config, store: Store, watch: Callable[[str, int, int], None], jobs: int = 0, cluster: str = "") -> Update:
    """Bring the store up to date with the content folder: analyse what is new or changed, forget what is gone.

    A file whose size, time and inode are the known ones is not opened, one whose content is the known one not analysed.
    """
    from generator.read import READERS

    now = cache.file_time(store.path.parent if store.path else None)
    found, problems = discover.discover(root, settings.content, READERS)
    if not found and not problems:
        hint = "put a text there, or bring one in with `dateline add FILE`"
        problems.append(Problem("holds no article", settings.content.folder, hint=hint))
    known = store.files()
    gone = known.keys() - {file.path for file in found}
    store.forget(gone)
    news, bodies, todo = bool(gone), [], []
    for file in found:
        before = known.get(file.path)
        if before is None or before[:3] != file.stat:
            todo.append(Item(file.path, file.stat, before[3] if before else b""))
    if todo:
        check_engine(settings)
    watch("analyse", 0, len(todo))
    work = partial(analyse_file, root, settings)
    for number, (item, row) in enumerate(executor.run(work, todo, jobs, cluster, partial(_ship, root)), 1):
        if row is None:
            store.touch(item.path, item.stat, now)
        else:
            news |= store.put([row], now)
            bodies.append(item.path)
        watch("analyse", number, len(todo))
    return Update(tuple(problems), news or store.tells_otherwise(), tuple(bodies))


@dataclass(frozen=True, slots=True)
class Update:
    """What an update of the store found: problems of the folder, whether the timeline may change, and files analysed."""

    problems: tuple[Problem, ...]
    news: bool
    bodies: tuple[str, ...]


class Item(Struct, frozen=True, gc=False):
    """A file to analyse: its path, stat, the hash of the content already known, and its bytes where they travel with it."""

    path: str
    stat: Stat
    known: bytes = b""
    data: bytes | None = None


def _ship(root: Path, item: Item) -> Item:
    """The item with its file's bytes, for a machine that does not have the file."""
    try:
        return structs.replace(item, data=(root / item.path).read_bytes())
    except OSError:
        return item


def analyse_file(root: Path, settings: Config, item: Item) -> tuple[Item, Row | None]:
    """Read and analyse one file; None where its content is the one that is known. What goes wrong becomes its problem."""
    path = item.path
    try:
        data = item.data if item.data is not None else _bytes(f"{root}/{path}")
    except OSError as error:
        problem = Problem(f"cannot be read: {error.strerror}", path, severity="error")
        return item, cache.row(path, (-1, 0, 0), b"", FileRecord(path, problems=(problem,)), ())
    if item.known and cache.content_hash(data) == item.known:
        return structs.replace(item, data=None), None
    record, bodies = record_of(data, path, settings)
    return structs.replace(item, data=None), cache.row(path, item.stat, data, record, bodies)


def _bytes(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - half of what a Path takes
        return file.read()


def record_of(data: bytes, path: str, settings: Config) -> tuple[FileRecord, tuple[Body, ...]]:
    """What the site needs to know of one file, and the rendered body of each of its articles."""
    try:
        analyses = analyse(data, path, settings)
    except ReadError as error:
        return FileRecord(path, problems=error.problems), ()
    except Exception as error:  # one bad file never stops the others
        hint = "please report this with the file, it is a fault of dateline"
        message = f"cannot be analysed: {type(error).__name__}: {error}"
        return FileRecord(path, problems=(Problem(message, path, hint=hint, severity="error"),)), ()
    problems = tuple(problem for analysis in analyses for problem in analysis.problems)
    return FileRecord(path, tuple(map(_kept, analyses)), problems), tuple(Body(analysis.html, analysis.unused) for analysis in analyses)


def analyse(data: bytes, path: str, settings: Config) -> tuple[Analysis, ...]:
    """All that one file gives by itself: mostly one article, several for a feed or a table.

    Raises ReadError when the file gives no article.
    """
    from generator.read import decode, read_articles

    articles, problems = read_articles(data, path, settings)
    if not articles:
        raise ReadError(*(problems or (Problem("holds no article", path),)))
    text = decode(data, path)
    first, *others = (_analyse_article(article, text, settings) for article in articles)
    return (structs.replace(first, problems=(*problems, *first.problems)), *others)


def _analyse_article(article: Article, file_text: str, settings: Config) -> Analysis:
    from generator.events import extract_mentions
    from generator.render.body import body_html
    from generator.timex import find_times

    most = settings.content.max_dates
    times = find_times(article, most + 1)  # one more tells whether there are more
    problems, read = _language_problems(article), article
    if len(times) > most:
        times = times[:most]
        problems = (*problems, _too_many(article, most))
        read = structs.replace(article, sentences=_until(article.sentences, times[-1].end))
    mentions, unused = extract_mentions(read, times)
    marked = {mention.sentence for mention in mentions}
    return Analysis(article, times, mentions, unused, body_html(article, file_text, marked, settings), problems)


def _until(sentences: tuple[Sentence, ...], end: int) -> tuple[Sentence, ...]:
    """The sentences that begin before an offset."""
    return tuple(takewhile(lambda sentence: sentence.start < end, sentences))


def _too_many(article: Article, most: int) -> Problem:
    """What is said of an article whose dates are not all read."""
    message = f"has more than {most:,} dates, of which the first are read"
    hint = "divide it, or raise `max_dates` under [content] in site.toml"
    return Problem(message, article.path, hint=hint)


def _language_problems(article: Article) -> tuple[Problem, ...]:
    """A notice on an article in a language that is not read in full."""
    from generator.events import reads_events
    from generator.timex import reads_dates

    if reads_events(article.language) or not article.sentences:
        return ()
    what = "dates but no events" if reads_dates(article.language) else "neither dates nor events"
    hint = "correct `language` if it is another one, or write the entries under `events:` in the front matter"
    return (Problem(f'is in "{article.language}": {what} are read', article.path, hint=hint, severity="notice"),)


def _kept(analysis: Analysis) -> Kept:
    """The part of an analysis that the site needs."""
    article = analysis.article
    source = Source(
        article.path,
        article.title,
        article.publisher,
        article.authors,
        article.published,
        article.has_time,
        article.url,
        article.tags,
        article.archived,
    )
    return Kept(source, article.deck, article.place, article.draft, article.aliases, analysis.mentions)
