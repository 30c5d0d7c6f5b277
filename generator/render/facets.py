"""The pages of people, organisations, places, topics and outlets, and the lists of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.model import Page
from generator.render import outline, urls
from generator.render.look import NAMES, ONE, PARAMETERS, Facet, Look
from generator.render.strip import strip
from generator.render.view import Known, Link


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that the page of one name shows."""

    kind: str
    name: str
    slug: str
    events: tuple[Known, ...]
    total: int
    part: int
    parts: tuple[Link, ...]
    calendar: str
    language: str
    address: str


@dataclass(frozen=True, slots=True)
class ListInputs:
    """All that the list of one kind shows."""

    kind: str
    links: tuple[Link, ...]
    address: str


def pages(look: Look) -> Iterator[Page]:
    """For each kind that has any, the list and a page for each name."""
    for kind in urls.KINDS:
        facets = look.facets[kind]
        if not facets:
            continue
        path = urls.list_page(kind)
        yield look.theme.page(path, "facets.html", partial(_list, look, kind, path), present_list)
        for facet in facets.values():
            yield from _facet(look, facet)


def _list(look: Look, kind: str, path: str) -> ListInputs:
    names = sorted((facet.link for facet in look.facets[kind].values()), key=lambda link: link.name.casefold())
    return ListInputs(kind, tuple(names), look.address(path))


def _facet(look: Look, facet: Facet) -> Iterator[Page]:
    """The page of one name, in parts where one would be too heavy."""
    pieces = outline.parts(facet.events)
    paths = [facet.url, *(f"{facet.kind}/{facet.slug}/part-{number}.html" for number in range(2, len(pieces) + 1))]
    parts = tuple(Link(f"{number}", path) for number, path in enumerate(paths, 1))
    calendar = f"{facet.kind}/{facet.slug}.ics" if look.has_calendar(facet) else ""
    for number, (path, piece) in enumerate(zip(paths, pieces, strict=True), 1):
        inputs = partial(
            Inputs,
            kind=facet.kind,
            name=facet.name,
            slug=facet.slug,
            events=piece,
            total=len(piece),
            part=number,
            parts=parts if len(parts) > 1 else (),
            calendar=calendar,
            language=look.language,
            address=look.address(path),
        )
        yield look.theme.page(path, "facet.html", inputs, present)


def present(inputs: Inputs) -> Mapping[str, Any]:
    """What the template facet.html is given."""
    bars = strip(inputs.events, inputs.language)
    return {
        "kind": ONE[inputs.kind],
        "kind_name": NAMES[inputs.kind],
        "kind_page": urls.list_page(inputs.kind),
        "parameter": PARAMETERS[inputs.kind],
        "slug": inputs.slug,
        "name": inputs.name,
        "heading": inputs.name if inputs.part == 1 else f"{inputs.name}, part {inputs.part}",
        "years": outline.years(inputs.events, inputs.language),
        "total": inputs.total,
        "parts": inputs.parts,
        "strip": bars,
        "bar_links": {bar.month: f"#m{bar.month}" for bar in bars.bars} if bars else {},
        "calendar": inputs.calendar,
        "canonical": inputs.address,
    }


def present_list(inputs: ListInputs) -> Mapping[str, Any]:
    """What the template facets.html is given: names in the order of the alphabet, under their first letters where they are many."""
    groups: dict[str, list[Link]] = {}
    for link in inputs.links:
        initial = link.name[:1].upper() if link.name[:1].isalpha() else "#"
        groups.setdefault(initial if len(inputs.links) > 40 else "", []).append(link)
    return {"heading": NAMES[inputs.kind], "kind": inputs.kind, "groups": groups, "total": len(inputs.links), "canonical": inputs.address}
