"""The small files around the pages: sitemap, robots.txt, the search index, and pages that lead on from old addresses."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from hashlib import blake2b
from typing import Any, Final

from generator.labels import label
from generator.model import Page, Plan, Rows
from generator.render import urls
from generator.render.look import PARAMETERS, Look, names_of
from generator.render.theme import code_digest, static_pages
from generator.render.view import Known, published_iso, slug

# The most that the sitemap protocol allows in one file.
_MOST_URLS: Final = 50_000
_EXCERPT: Final = 160


def static(look: Look) -> Iterator[Page]:
    """Style sheet, script and icon, and whatever the site's theme puts beside them."""
    yield from static_pages(look.site.theme)


def _plain(path: str, text: Callable[[], str]) -> Page:
    def plan() -> Plan:
        data = text().encode()
        return Plan(blake2b(data, digest_size=16, key=code_digest()).hexdigest(), lambda: data)

    return Page(path, plan)


def robots(look: Look) -> Iterator[Page]:
    """robots.txt: everything may be read; it names the sitemap where the address of the site is known."""
    address = look.address("sitemap.xml")
    yield _plain("robots.txt", lambda: "User-agent: *\nDisallow:\n" + (f"\nSitemap: {address}\n" if address else ""))


def sitemap(look: Look) -> Iterator[Page]:
    """sitemap.xml, which the protocol wants to be made of absolute addresses: none without `site.url`."""
    if not look.chrome.url:
        return
    entries = [("index.html", ""), ("subscribe.html", ""), ("about.html", ""), ("articles/index.html", "")]
    events = (known.value.event for known in look.events)
    entries += [(urls.event_page(event), event.modified.date().isoformat() if event.modified else "") for event in events]
    entries += [(urls.article_page(article.slug), published_iso(article.source)) for article in look.site.articles]
    for kind in urls.KINDS:
        if look.facets[kind]:
            entries.append((urls.list_page(kind), ""))
            entries += [(facet.url, "") for facet in look.facets[kind].values()]
    cuts = [entries[at : at + _MOST_URLS] for at in range(0, len(entries), _MOST_URLS)]
    if len(cuts) == 1:
        yield _plain("sitemap.xml", partial(_urlset, look, cuts[0]))
        return
    for number, cut in enumerate(cuts, 1):
        yield _plain(f"sitemap-{number}.xml", partial(_urlset, look, cut))
    maps = "".join(f"<sitemap><loc>{_xml(look.address(f'sitemap-{number}.xml'))}</loc></sitemap>\n" for number in range(1, len(cuts) + 1))
    yield _plain("sitemap.xml", lambda: f'{_XML}<sitemapindex xmlns="{_NAMESPACE}">\n{maps}</sitemapindex>\n')


_XML: Final = '<?xml version="1.0" encoding="utf-8"?>\n'
_NAMESPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


def _urlset(look: Look, entries: list[tuple[str, str]]) -> str:
    lines = []
    for path, changed in entries:
        lastmod = f"<lastmod>{changed}</lastmod>" if changed else ""
        lines.append(f"<url><loc>{_xml(look.address(path))}</loc>{lastmod}</url>\n")
    return f'{_XML}<urlset xmlns="{_NAMESPACE}">\n{"".join(lines)}</urlset>\n'


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def search_index(look: Look) -> Iterator[Page]:
    """search.js: what filters and search run on; a script that assigns, because a page from a disk may not fetch data."""
    if look.chrome.search == "none" or not look.events:
        return
    yield Page("search.js", partial(_search_plan, look))


def _search_plan(look: Look) -> Plan:
    """`datelineIndex = {...}`: names once, each event with numbers that point to them."""
    numbers: dict[str, dict[str, int]] = {kind: {key: n for n, key in enumerate(look.facets[kind])} for kind in urls.KINDS}
    names: Mapping[str, Any] = {
        PARAMETERS[kind]: [[facet.slug, facet.name] for facet in look.facets[kind].values()] for kind in urls.KINDS if look.facets[kind]
    }
    top = _json({"kinds": [PARAMETERS[kind] for kind in urls.KINDS], "names": names})
    head, tail = b"datelineIndex=" + top[:-1] + b',"events":[', b"]};\n"
    settings = blake2b(head, digest_size=16, key=code_digest()).digest()
    rows = Rows(
        head,
        [blake2b(settings + known.digest, digest_size=16).digest() for known in look.events],
        lambda number: _search_row(look.events[number], numbers),
        b",",
        tail,
    )
    return Plan(blake2b(b"".join(rows.marks), digest_size=16, key=code_digest()).hexdigest(), rows.whole, rows)


def _search_row(known: Known, numbers: Mapping[str, Mapping[str, int]]) -> bytes:
    event, span = known.value.event, known.value.event.span
    found = [sorted({numbers[kind][slug(name)] for name in names_of(kind, event)}) for kind in urls.KINDS]
    text = " ".join(dict.fromkeys(" ".join(mention.quote.split())[:_EXCERPT] for mention in event.mentions[:3]))
    # Not from the event's row, which takes ten times as long to make and is wanted for nothing else here.
    start, end = (day.isoformat() if day else "" for day in (span.start, span.end))
    when = label(span, known.value.language)
    return _json([event.id, urls.event_page(event), event.title, when, start, end, event.status, found, text])


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def redirects(look: Look) -> Iterator[Page]:
    """A page at each old address that leads on to the new one."""
    pairs = [(redirect.old, redirect.new) for redirect in look.site.redirects]
    for known in look.events:
        event = known.value.event
        pairs += [(f"events/{alias[:4]}/{alias}.html", urls.event_page(event)) for alias in event.aliases]
    for old, new in dict(pairs).items():
        if old != new and old.endswith(".html"):
            yield look.theme.page(old, "redirect.html", partial(_redirect, look, old, new), present_redirect)


def _redirect(look: Look, old: str, new: str) -> tuple[str, str]:
    return urls.relative(new, old), look.address(new)


def present_redirect(inputs: tuple[str, str]) -> Mapping[str, Any]:
    """What the template redirect.html is given."""
    return {"target": inputs[0], "canonical": inputs[1]}
