"""Pages as a reader or a crawler meets them: built into memory, with their links, ids and words."""

from __future__ import annotations

import posixpath
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from generator.model import Page, Site
from generator.render.outputs import OUTPUTS

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta"}


class Document(HTMLParser):
    """One page: `links` are what it points to, `loads` what a browser fetches for it, `words` its visible text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.words = ""
        self.data: list[str] = []
        self.policy = ""
        self.inline: list[str] = []
        self._open: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element points to, loads, and is called."""
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        self.inline += [name for name in values if name == "style" or name.startswith("on")]
        if tag in ("a", "link") and "href" in values:
            self.links.append(values["href"])
        if tag == "link" and values.get("rel") in ("stylesheet", "icon"):
            self.loads.append(values["href"])
        if "src" in values:
            self.loads.append(values["src"])
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"]
        if tag not in VOID:
            self._open.append((tag, values.get("type", "")))
        if tag == "script" and "src" not in values and values.get("type") != "application/ld+json":
            self.inline.append("script")
        if tag == "style":
            self.inline.append("style")

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Collect what a reader sees."""
        if self._open and self._open[-1] == ("script", "application/ld+json"):
            self.data.append(data)
        elif not self._open or self._open[-1][0] not in ("script", "title"):
            self.words += data


def octets(page: Page, site: Site) -> bytes:
    """The bytes of one page; that of an article is given its text."""
    return page.make(site.text(page.text_of)) if page.text_of else page.make()


def build(site: Site) -> dict[str, str]:
    """Every file of a site's output folder, by path."""
    return {page.path: octets(page, site).decode(errors="surrogateescape") for render in OUTPUTS.values() for page in render(site)}


def broken(files: dict[str, str]) -> list[str]:
    """The links within a site that lead to no file or to no place on it."""
    documents = {path: Document(text) for path, text in files.items() if path.endswith(".html")}
    found = []
    for path, document in documents.items():
        for link in (*document.links, *document.loads):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
            if target not in files:
                found.append(f"{path}: {link}")
            elif parts.fragment and parts.fragment not in documents[target].ids:
                found.append(f"{path}: {link} (no such place)")
    return found
