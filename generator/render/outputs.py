"""A Site in, the files of its output folder out: one literal table of outputs, each a function from a Site to Pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from generator.model import Page, Site
from generator.render import feeds, pages

OUTPUTS: Final[Mapping[str, Callable[[Site], Iterator[Page]]]] = {
    "feeds": feeds.pages,
    "pages": pages.render,
}
