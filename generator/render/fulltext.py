"""Articles in, the files of a Pagefind index out: the full text, searched in the browser without a server.

The indexer is a program of its own. It gets a folder of bare pages, one an article, so that the index depends on the
articles alone and not on what the theme puts around them.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from html import escape
from pathlib import Path
from typing import Final

from generator.errors import ConfigError, OutputError, Problem
from generator.model import ArticlePage, Page, Plan
from generator.render import urls
from generator.render.look import Look
from generator.render.view import published

FOLDER: Final = "pagefind"
# Pagefind brings widgets of its own, which the pages here do not use.
_UNUSED: Final = ("pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.")


def pages(look: Look) -> Iterator[Page]:
    """The files that the search box loads, where the site asks for them; raises ConfigError where Pagefind is not installed."""
    if look.chrome.search != "pagefind" or not look.site.articles:
        return
    from tempfile import TemporaryDirectory

    program = _program()
    with TemporaryDirectory(prefix="dateline-") as place:
        for article in look.site.articles:
            path = Path(place, "site", urls.article_page(article.slug))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_bare(article, look.site.text(article.source.path), look.language), encoding="utf-8")
        _run(program, place)
        files = {path.name: path for path in Path(place, FOLDER).rglob("*") if path.is_file()}
        data = {path.relative_to(place).as_posix(): path.read_bytes() for name, path in files.items() if not name.startswith(_UNUSED)}
    yield from (_page(path, data[path]) for path in sorted(data))


def _page(path: str, data: bytes) -> Page:
    return Page(path, lambda: Plan(blake2b(data, digest_size=16).hexdigest(), lambda: data))


def _bare(article: ArticlePage, html: str, language: str) -> str:
    """An article with its title, its outlet and its day, and nothing around them.

    One index serves the site: Pagefind would make one for each language, and search that of the page alone.
    """
    source = article.source
    by = ", ".join(part for part in (source.publisher or "", published(source, language)) if part)
    head = f'<!doctype html><html lang="{escape(language)}"><head><meta charset="utf-8"><title>{escape(source.title)}</title></head>'
    body = f'<h1 data-pagefind-meta="title">{escape(source.title)}</h1><p data-pagefind-meta="by">{escape(by)}</p>{html}'
    return f"{head}<body>{body}</body></html>"


def _program() -> Path:
    """The indexer that the [search] extra brings, or one that is installed otherwise."""
    try:
        from pagefind.service import get_executable

        program = get_executable()
    except ImportError:
        program = None
    if program is None:
        hint = "pip install 'dateline[search]', or set search = \"builtin\""
        raise ConfigError(Problem('search = "pagefind" needs Pagefind, which is not installed', "site.toml", hint=hint, severity="error"))
    return Path(program)


def _run(program: Path, place: str) -> None:
    """Index `place`/site into `place`/pagefind."""
    import subprocess

    command = [str(program), "--quiet", "--site", f"{place}/site", "--output-path", f"{place}/{FOLDER}"]
    try:
        done = subprocess.run(command, cwd=place, capture_output=True, text=True, errors="replace", check=False)
    except OSError as error:
        raise OutputError(Problem(f"Pagefind cannot be run: {error.strerror}", str(program), severity="error")) from error
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines() or [f"exit status {done.returncode}"]
        hint = 'set search = "builtin" to build without it'
        raise OutputError(Problem(f"Pagefind failed: {said[-1]}", str(program), hint=hint, severity="error"))
