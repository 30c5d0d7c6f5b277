"""An event or an article in, the ways to cite it out: plain text, BibTeX, CSL-JSON and a wiki template."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final

import msgspec
from msgspec import Struct

from generator.render.view import day_in_words, slug

# BibTeX reads these as commands; LaTeX's own names for the characters are read by every processor.
_BIBTEX: Final = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip
_PARTICLE: Final = re.compile(r"^(?P<given>.+) (?P<family>\S+)$")


class Work(Struct, frozen=True, gc=False):
    """What is cited. `on` is its day of publication; an event's own page has `container` = the timeline's name."""

    title: str
    container: str = ""
    authors: tuple[str, ...] = ()
    on: date | None = None
    url: str = ""
    kind: str = "article-newspaper"
    dated: str = ""


@lru_cache(maxsize=2_000)
def cite(work: Work) -> Mapping[str, str]:
    """The four forms, by name."""
    return {"plain": plain(work), "bibtex": bibtex(work), "csl": csl(work), "wiki": wiki(work)}


def plain(work: Work) -> str:
    """`Ana Ruiz. "Title". Outlet, 14 May 2013. https://...`."""
    title = f"“{work.title}”" + (f" ({work.dated})" if work.dated else "")
    where = ", ".join(part for part in (work.container, _long(work.on)) if part)
    return " ".join(f"{part.rstrip('.')}." for part in (", ".join(work.authors), title, where) if part) + (
        f" {work.url}" if work.url else ""
    )


def bibtex(work: Work) -> str:
    """A BibTeX entry."""
    key = f"{slug(work.container or 'timeline')[:20].strip('-')}-{work.on.year if work.on else 'nd'}-{slug(work.title)[:24].strip('-')}"
    fields = {
        "title": f"{{{_braced(work.title)}}}",
        "author": " and ".join(f"{{{_braced(name)}}}" if " " not in name else _braced(name) for name in work.authors),
        "journal" if work.kind == "article-newspaper" else "howpublished": _braced(work.container),
        "year": str(work.on.year) if work.on else "",
        "month": f"{work.on:%m}" if work.on else "",
        "day": f"{work.on.day}" if work.on else "",
        "note": _braced(work.dated),
        "url": work.url,
    }
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value and value != "{}")
    return f"@{'article' if work.kind == 'article-newspaper' else 'misc'}{{{key},\n{body}}}"


def csl(work: Work) -> str:
    """One CSL-JSON item."""
    item: dict[str, Any] = {"id": slug(work.title)[:40].strip("-"), "type": work.kind, "title": work.title}
    if work.container:
        item["container-title"] = work.container
    if work.authors:
        item["author"] = [_person(name) for name in work.authors]
    if work.on:
        item["issued"] = {"date-parts": [[work.on.year, work.on.month, work.on.day]]}
    if work.url:
        item["URL"] = work.url
    return msgspec.json.format(msgspec.json.encode([item]), indent=1).decode()


def wiki(work: Work) -> str:
    """A `{{cite news}}` or `{{cite web}}` template; a bar inside a value would end it."""
    values = {"title": work.title, "author": ", ".join(work.authors), "date": _long(work.on)}
    values["newspaper" if work.kind == "article-newspaper" else "website"] = work.container
    values["url"] = work.url
    inside = "".join(f" |{name}={value.replace('|', '{{!}}')}" for name, value in values.items() if value)
    return f"{{{{cite {'news' if work.kind == 'article-newspaper' else 'web'}{inside}}}}}"


def _person(name: str) -> dict[str, str]:
    found = _PARTICLE.match(name)
    return {"family": found["family"], "given": found["given"]} if found else {"literal": name}


def _braced(text: str) -> str:
    return text.translate(_BIBTEX)


def _long(on: date | None) -> str:
    return day_in_words(on, "en") if on else ""
