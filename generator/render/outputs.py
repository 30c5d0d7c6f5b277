"""A Site in, the files of its output folder out: one literal table of outputs, each a function from a Site to Pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Protocol

from generator.model import Page, Site
from generator.render import feeds, pages
from generator.render.feeds.selection import Calendars


class Output(Protocol):
    """One kind of output; `found` are the site's calendars, which several need, where they have been worked out."""

    def __call__(self, site: Site, found: Calendars | None = None) -> Iterator[Page]:
        """Give the pages of a site."""
        ...


OUTPUTS: Final[Mapping[str, Output]] = {
    "feeds": feeds.pages,
    "pages": pages.render,
}
