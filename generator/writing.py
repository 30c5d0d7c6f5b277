"""A Site in, its pages made and published: those alone whose digest has changed, many of them in several processes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from generator import executor, publish
from generator.cache import Store, content_hash
from generator.errors import OutputError, Problem, ThemeError
from generator.model import Page, Site, file_of
from generator.publish import Publisher
from generator.splice import Splice

# A broken layout fails on every page; so many are enough to see it.
_FAILURES_SHOWN: Final = 5
# Pages that a process takes at a time, and from how many on it is worth while to start another one.
_PARCEL: Final = 16
_BREAK_EVEN: Final = 250
# Articles whose texts are in memory at once.
_TEXTS: Final = 1_000

Watch = Callable[[str, int, int], None]


def pages_of(site: Site) -> Iterator[Page]:
    """Every file of the output folder, each path once; pages that state the sizes of others come last."""
    from generator.render.feeds.selection import calendars as found
    from generator.render.outputs import OUTPUTS

    seen: set[str] = set()
    late: list[Page] = []
    calendars = found(site)  # both the feeds and the page that lists them want them
    for name, render in OUTPUTS.items():
        for page in render(site, calendars):
            if page.path in seen:
                continue
            if not publish.is_inside(page.path):
                raise OutputError(Problem(f"output `{name}` would write outside the output folder: {page.path}", severity="error"))
            seen.add(page.path)
            if page.states:
                late.append(page)
            else:
                yield page
    yield from late


def write(site: Site, target: Path, store: Store, watch: Watch, jobs: int = 0) -> tuple[list[str], int]:
    """Make the pages whose digest has changed and publish them; the files written, and how many were removed."""
    with store.all_or_nothing():
        with _published(target) as publisher:
            after = _put_pages(site, publisher, store.pages(target), _Shelf(store, target), watch, jobs)
            watch("publish", 0, 1)
            removed = publisher.commit(after)
        store.keep_pages(target, after)
        store.drop_leaves(target, {article.source.path for article in site.articles})
    return publisher.written, len(removed)


def refresh(files: Iterable[str], target: Path, store: Store, own: Path | None, bytecode: Path | None) -> list[str] | None:
    """Make the pages of articles whose text alone has changed; the files written, None where all must be looked at.

    The timeline is what it was, and so is every other page.
    """
    from msgspec import DecodeError

    from generator.render.article import unpacked

    digests = store.pages(target)
    with _published(target) as publisher:
        if not digests or not digests.keys() <= publisher.present & publisher.ours:
            return None
        for file in files:
            of_file = store.body_digest(file)
            for kept, body in zip(store.record(file).articles, store.body(file), strict=True):
                leaf = store.leaf(target, kept.source.path)
                if leaf is None:
                    continue  # a draft, or the second of two copies
                try:
                    page = unpacked(leaf, f"{of_file}{file_of(kept.source.path)[1]}", own, bytecode)
                except DecodeError:
                    return None
                plan = page.plan()
                if digests.get(page.path) != plan.digest:
                    digests[page.path] = plan.digest
                    publisher.put(page.path, plan.make(body.html))
        publisher.commit(digests)
    store.keep_pages(target, digests)
    return publisher.written


@contextmanager
def _published(target: Path) -> Iterator[Publisher]:
    """The publisher of an output folder, abandoned where something fails; raises OutputError where the disk does."""
    publisher = None
    try:
        publisher = publish.open_output(target)
        yield publisher
    except OSError as error:
        if publisher:
            publisher.abandon()
        hint = "is there space, and may you write there?"
        raise OutputError(
            Problem(f"cannot be written: {error.strerror}", str(error.filename or target), hint=hint, severity="error")
        ) from error
    except BaseException:
        if publisher:
            publisher.abandon()
        raise


@dataclass(frozen=True, slots=True)
class Order:
    """A page to plan, and to make with what is `given` if its digest has changed; `others` stands for the files whose sizes it states."""

    page: Page
    given: tuple[object, ...] = ()
    others: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """What came of some pages: the digests of all, and of those that were made the files, the leaves of articles and indexes of rows.

    Pages that are `waiting` need their article's text.
    """

    digests: dict[str, str]
    written: list[str]
    staged: list[tuple[str, str]]
    leaves: list[tuple[str, bytes]]
    waiting: list[str]
    indexes: list[tuple[str, bytes]]


class _Shelf(NamedTuple):
    """Where what is remembered of the pages of an output folder is kept."""

    store: Store
    target: Path


def _put_pages(
    site: Site,
    publisher: Publisher,
    before: Mapping[str, str],
    shelf: _Shelf,
    watch: Watch,
    jobs: int,
) -> dict[str, str]:
    """Plan all pages, make those that are not what was published last, and hand them to the publisher; the digests of all.

    Few are made here, many in processes that each have the whole site. Raises ThemeError with the problems of the first
    pages that failed.
    """
    watch("render", 0, 0)
    after: dict[str, str] = {}
    lying = publisher.present & publisher.ours  # a file of somebody else's is not the page that was published there
    put = partial(_put_some, publisher, before, lying, shelf.store.indexes(shelf.target))
    waiting: list[str] = []
    for orders in _waves(site, publisher, before, after, waiting):
        parcels = [(number, orders[number : number + _PARCEL]) for number in range(0, len(orders), _PARCEL)]
        for part in executor.share(put, parcels, jobs if len(orders) >= _BREAK_EVEN else 1):
            publisher.written += part.written
            publisher.staged += part.staged
            after.update(part.digests)
            waiting += part.waiting
            if part.leaves:
                shelf.store.keep_leaves(shelf.target, part.leaves)
            if part.indexes:
                shelf.store.keep_indexes(shelf.target, part.indexes)
            watch("render", len(publisher.written), 0)
    return after


def _waves(
    site: Site, publisher: Publisher, before: Collection[str], after: Mapping[str, str], waiting: Sequence[str]
) -> Iterator[list[Order]]:
    """All pages, with the texts of as many articles as may be in memory at once; those that state sizes when all others are made.

    The text of an article whose page was there before is read only when that is found `waiting` for it.
    """
    wave: list[Order] = []
    known: dict[str, Page] = {}
    late: list[Page] = []
    texts = 0
    for page in pages_of(site):
        if page.states:
            late.append(page)
        elif page.text_of and page.path not in before:
            if texts == _TEXTS:  # not before another one comes: what follows the last makes no wave of its own
                yield wave
                wave, texts = [], 0
            wave.append(_with_text(page, site))
            texts += 1
        else:
            wave.append(Order(page))
            if page.text_of:
                known[page.path] = page
    yield wave
    for at in range(0, len(waiting), _TEXTS):
        yield [_with_text(known[path], site) for path in waiting[at : at + _TEXTS]]
    yield [Order(page, (publisher.sizes(page.states),), "".join(after[path] for path in page.states)) for page in late]


def _with_text(page: Page, site: Site) -> Order:
    """An article's page with its text, since other processes cannot use the store."""
    return Order(page, (site.text(page.text_of),))


def _put_some(
    publisher: Publisher, before: Mapping[str, str], lying: Collection[str], indexes: Mapping[str, bytes], parcel: tuple[int, list[Order]]
) -> Part:
    """Plan some pages and make those that have changed; raises ThemeError with all their problems."""
    from generator.render.article import Leaf

    number, orders = parcel
    to = replace(publisher, written=[], staged=[], label=f"{len(publisher.written)}-{number}")
    part = Part({}, to.written, to.staged, [], [], [])
    failures: list[Problem] = []
    for order in orders:
        path, plan = order.page.path, order.page.plan()
        digest = content_hash((plan.digest + order.others).encode()).hex() if order.others else plan.digest
        part.digests[path] = digest
        if before.get(path) == digest and path in lying:
            continue
        if order.page.text_of and not order.given:
            part.waiting.append(path)
            continue
        try:
            if plan.rows is None:
                to.put(path, plan.make(*order.given))
            else:
                splice = Splice(plan.rows, f"{publisher.output}/{path}" if path in lying else "", indexes.get(path, b""))
                to.put_pieces(path, splice)
                part.indexes.append((path, splice.index))
        except ThemeError as error:
            failures += [problem for problem in error.problems if problem not in failures]
        if isinstance(plan.make, Leaf):
            part.leaves.append((plan.make.inputs.article.source.path, plan.make.packed()))
    if failures:
        raise ThemeError(*failures[:_FAILURES_SHOWN])
    return part
