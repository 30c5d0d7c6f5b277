"""A Site in, its pages made and published: those alone whose digest has changed, many of them in several processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Final

from generator import executor, publish
from generator.cache import Store, content_hash
from generator.errors import OutputError, Problem, ThemeError
from generator.model import Page, Site
from generator.publish import Publisher

# A broken layout fails on every page; so many are enough to see it.
_FAILURES_SHOWN: Final = 5
# Pages that are made by one process before it reports.
_PARCEL: Final = 250

Watch = Callable[[str, int, int], None]


def pages_of(site: Site) -> Iterator[Page]:
    """Every file of the output folder, each path once; pages that state the sizes of others come last."""
    from generator.render import OUTPUTS

    seen: set[str] = set()
    late: list[Page] = []
    for name, render in OUTPUTS.items():
        for page in render(site):
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
    before, after = store.pages(target), dict[str, str]()
    keep = partial(store.keep_leaf, target.resolve())
    with store.all_or_nothing():
        with _published(target) as publisher:
            _put_pages(_changed(site, publisher, before, after, keep, watch), publisher, watch, jobs)
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
                    page = unpacked(leaf, f"{of_file}{kept.source.path.partition('#')[2]}", body.html, own, bytecode)
                except DecodeError:
                    return None
                if digests.get(page.path) != page.digest:
                    digests[page.path] = page.digest
                    publisher.put(page.path, page.make())
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


def _changed(
    site: Site, publisher: Publisher, before: Mapping[str, str], after: dict[str, str], keep: Callable[[str, bytes], None], watch: Watch
) -> Iterator[Page]:
    """The pages that are not what was published last; `after` takes the digests of all, `keep` the leaves of articles."""
    from generator.render.article import Leaf

    lying = publisher.present & publisher.ours  # a file of somebody else's is not the page that was published there
    for number, page in enumerate(pages_of(site)):
        watch("render", number, 0)
        after[page.path] = _digest(page, after)
        if before.get(page.path) != after[page.path] or page.path not in lying:
            if isinstance(page.make, Leaf):
                keep(page.make.inputs.article.source.path, page.make.packed())
                yield replace(page, make=page.make.with_text())  # other processes cannot use the store
            else:
                yield page


def _digest(page: Page, of: Mapping[str, str]) -> str:
    """The digest of a page; one that states the sizes of other files changes with them."""
    others = "".join(of[path] for path in page.states)
    return content_hash((page.digest + others).encode()).hex() if others else page.digest


def _put_pages(pages: Iterator[Page], publisher: Publisher, watch: Watch, jobs: int) -> None:
    """Make pages and hand them to the publisher: few of them here, many in processes that each have the whole site.

    Those that state the sizes of others are made when all others are.

    Raises ThemeError with the problems of the first pages that failed.
    """
    failures: list[Problem] = []
    late: list[Page] = []
    at_once = _apart(pages, late)
    parcels = enumerate(iter(lambda: list(islice(at_once, _PARCEL)), []))
    put = partial(_put_some, publisher)
    # The first ones here: that compiles the templates, once for all processes. Not by `map`: it would take a StopIteration out of a
    # page for its own end.
    here = (put(parcel) for parcel in islice(parcels, 1))
    last = (put((-1, [_with_sizes(page, publisher)])) for page in late)
    for part, problems in chain(here, executor.share(put, parcels, jobs), last):
        publisher.written += part.written
        publisher.staged += part.staged
        failures += [problem for problem in problems if problem not in failures]
        watch("render", len(publisher.written), 0)
        if len(failures) >= _FAILURES_SHOWN:
            break
    if failures:
        raise ThemeError(*failures[:_FAILURES_SHOWN])


def _apart(pages: Iterable[Page], late: list[Page]) -> Iterator[Page]:
    """The pages that need no other one; `late` takes those that state sizes."""
    for page in pages:
        if page.states:
            late.append(page)
        else:
            yield page


def _with_sizes(page: Page, publisher: Publisher) -> Page:
    return replace(page, make=partial(page.make, publisher.sizes(page.states)))


def _put_some(publisher: Publisher, parcel: tuple[int, list[Page]]) -> tuple[Publisher, list[Problem]]:
    """Make some pages; the publisher of these alone, and what failed."""
    number, pages = parcel
    part = replace(publisher, written=[], staged=[], label=f"{number}-")
    failures: list[Problem] = []
    for page in pages:
        try:
            part.put(page.path, page.make())
        except ThemeError as error:
            failures += error.problems
    return replace(part, ours=frozenset(), present=frozenset()), failures
