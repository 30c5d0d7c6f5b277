"""A parsed page in, what it declares about itself out: JSON-LD first, then meta elements, <time>, link and title.

Vocabularies: schema.org Article and its kinds, Open Graph, Dublin Core, and the names that parsely, sailthru and other tools use.
Modification dates never count as publication dates.
"""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator
from typing import Any, Final

from generator.read import headline, stamps
from generator.read.article import Facts
from generator.read.head_lines import date_line, names, signed, unsigned
from generator.read.published import Claim

_ARTICLES: Final = re.compile(r"(?i)(?:^|[/:])(?:\w*article|\w*posting|report|review|liveblog\w*|newsitem|story)$")
_PUBLISHED: Final = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished", "article.published",
    "date.published", "publish_date", "publish-date", "publishdate", "published_date", "published-date", "pubdate", "pub_date",
    "published_time",
    "published", "publication_date", "publication-date", "publicationdate", "originalpublicationdate", "article_date_original",
    "article.created",
    "article:create_time", "date_published", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "rnews:datepublished", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dcterms.date", "dc.date",
    "dcsext.articlefirstpublished",
    "displaydate", "article-publish-date", "citation_publication_date", "prism.publicationdate", "eomportal-firstpublished",
    "vr:published_time",
    "govuk:first-published-at", "og:pubdate", "bt:pubdate", "shareaholic:article_published_time", "created", "date",
    "release_date", "releasedate",
)  # fmt: skip
_MODIFIED: Final = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "lastmod",
    "govuk:updated-at",
    "dcterms.modified",
    "dc.date.modified",
)
_LD_DATE: Final = re.compile(r'"datePublished"\s*:\s*"(?P<text>[^"\\]{4,60})"')
_LD_CONTROL: Final = re.compile(r"[\x00-\x1f]+")
_TIME_OUT: Final = re.compile(
    r"(?i)updat|modif|relative|comment|related|recirc|sidebar|promo|teaser|recommend|most-?(?:read|popular)|latest|trending|footer|event"
)
_OUTSIDE: Final = frozenset({"aside", "nav", "footer", "form"})
_EXACT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_LEAD: Final = re.compile(r"(?P<site>[^|–—»]{2,40}?)\s*[|»]\s+")
_TAIL: Final = re.compile(r"\s+(?:[|–—»·•]|-{1,2}|::?)\s+(?P<site>[^|–—»]{2,60})$")
_DATED: Final = re.compile(
    r"(?i)(?:^|[\s_-])(?:publish\w*|pub|post(?:ed)?|article|entry)[\s_-]*(?:date|time|on)|(?:^|\s)(?:date|published)(?:$|\s)"
)
# What old blogs call the lines under an entry, how these name its day, and where the days of others stand.
_FOOT: Final = re.compile(
    r"(?i)(?:^|[\s_-])(?:post-?footer|post-?meta(?:data)?|entry-?(?:meta|footer|utility)|asset-(?:meta|footer)|article[_-]?footer|posted)(?:$|[\s_-])"
)
_POSTED: Final = re.compile(r"(?i)\b(?:(?:was |wurde )?(?:posted|published|written|filed)|wurde am|von|by|am)\b.{0,110}")
_NOT_OURS: Final = re.compile(r"(?i)comment|respon|sidebar|widget(?! Blog)|related|recent|archive-list|blogroll")
_NO_TITLE: Final = re.compile(
    r"(?i)(?:story|article|untitled(?: document)?|document\d*|print(?: page| view)?|page|news|index|home|.*\.(?:docx?|html?|pdf|txt))"
)
_BYLINE: Final = re.compile(r"(?i)(?:^|[\s_-])(?:by-?line|author(?:-?name)?|article-?author|post-?author|vcard)(?:$|[\s_-])")
_LEAF: Final = 8
_MOST_LD: Final = 2_000_000
_MOST_DEEP: Final = 12
_MOST_TIMES: Final = 40


def gather(tree: Any) -> Facts:
    """Collect what a page declares; `claims` are in the order of their precedence."""
    meta = _meta(tree)
    facts = Facts()
    for item in _linked_data(tree, facts):
        _from_item(item, facts)
    facts.claims += [Claim(f"meta {name}", meta[name]) for name in _PUBLISHED if name in meta]
    facts.claims += _times(tree)
    facts.claims += [] if facts.claims else visible_dates(tree)
    facts.claims += [] if facts.claims else _below_text(tree)
    facts.updated = facts.updated or next((meta[name] for name in _MODIFIED if name in meta), None)
    facts.publisher = _clean(meta.get("og:site_name") or meta.get("application-name") or meta.get("dc.publisher")) or facts.publisher
    facts.title = _title(tree, meta, facts)
    facts.deck = _clean(meta.get("og:description") or meta.get("description")) or facts.deck
    facts.authors = facts.authors or _authors(meta, tree)
    facts.title = _without_names(facts.title, facts.authors)
    facts.url = _address(tree, meta) or facts.url
    language = (tree.get("lang") or meta.get("og:locale") or facts.language or "").replace("_", "-").split("-")[0].lower()
    facts.language = language if 2 <= len(language) <= 3 and language.isalpha() else None
    facts.tags = tuple(dict.fromkeys(tag for tag in (_clean(part) for part in _keywords(meta)) if tag))[:12]
    return facts


def _clean(text: object) -> str | None:
    return " ".join(entities.unescape(text).split())[:1000] or None if isinstance(text, str) else None


def _meta(tree: Any) -> dict[str, str]:
    """All meta elements by name in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content.strip())
    return found


def _keywords(meta: dict[str, str]) -> list[str]:
    return (meta.get("news_keywords") or meta.get("article:tag") or meta.get("keywords") or "").split(",")


# --- JSON-LD ------------------------------------------------------------------------------------------------------------


def _linked_data(tree: Any, facts: Facts) -> Iterator[dict[str, Any]]:
    """The article items of all JSON-LD scripts; of one that is not JSON, only the date is taken."""
    spoilt: list[Claim] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        text = (script.text or "").strip()[:_MOST_LD]
        try:
            data = json.loads(
                _LD_CONTROL.sub(" ", text.removeprefix("<!--").removesuffix("-->").removeprefix("//<![CDATA[").removesuffix("//]]>"))
            )
        except (ValueError, RecursionError):
            m = _LD_DATE.search(text)
            spoilt += [Claim("json-ld", m["text"])] if m else []
            continue
        yield from _articles(data, 0)
    facts.claims += spoilt if not facts.claims else []


def _articles(data: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _MOST_DEEP:
        return
    if isinstance(data, list):
        for part in data[:200]:
            yield from _articles(part, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        if any(isinstance(kind, str) and _ARTICLES.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield data
            return
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            if isinstance(data.get(key), (dict, list)):
                yield from _articles(data[key], depth + 1)


def _from_item(item: dict[str, Any], facts: Facts) -> None:
    """Take what the first article item says; later ones fill gaps only where there is no date yet."""
    facts.live = facts.live or "liveblog" in str(item.get("@type")).lower()
    date = item.get("datePublished") or item.get("dateCreated")
    if isinstance(date, str) and date.strip() and not facts.claims:
        facts.claims.append(Claim("json-ld", date.strip()))
    elif facts.title:
        return
    modified = item.get("dateModified")
    facts.updated = facts.updated or (modified if isinstance(modified, str) else None)
    facts.title = facts.title or _clean(item.get("headline")) or _clean(item.get("name"))
    facts.deck = facts.deck or _clean(item.get("description"))
    facts.authors = facts.authors or tuple(name for name in map(_author, _many(item.get("author"))) if name)
    facts.publisher = facts.publisher or next((name for name in map(_name, _many(item.get("publisher"))) if name), None)
    address = item.get("url") or item.get("mainEntityOfPage")
    address = address.get("@id") if isinstance(address, dict) else address
    if isinstance(address, str) and address.startswith("http"):
        facts.url = facts.url or address.strip()
    language = item.get("inLanguage")
    facts.language = facts.language or (language if isinstance(language, str) else None)


def _many(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _name(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        value = value[0] if value else None
    return _clean(value)


def _author(value: object) -> str | None:
    name = _name(value)
    return re.sub(r"(?i)^by\s+", "", name) if name else None


# --- elements -----------------------------------------------------------------------------------------------------------


def _times(tree: Any) -> list[Claim]:
    """The <time> elements that may date the article: those marked so, and else the first one near its head."""
    marked: list[Claim] = []
    plain: list[Claim] = []
    tried = 0
    for element in tree.iter("time", "span", "div", "p", "abbr"):
        stamp = element.get("datetime") or (element.get("content") if element.get("itemprop") == "datePublished" else None)
        title = element.get("title") or ""
        if element.tag == "abbr" and ("published" in (element.get("class") or "") or _EXACT.match(title)):
            stamp = title  # a page shows "1 hr ago" and keeps the moment there
        if not stamp and element.get("itemprop") == "datePublished":
            stamp = " ".join(element.text_content().split())[:100]
        if not stamp or not any(map(str.isdigit, stamp)):
            continue
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            marked.append(Claim("time", stamp))
        elif element.tag in ("time", "abbr") and not plain and tried < _MOST_TIMES:
            tried += 1
            plain += [Claim("time", stamp)] if _near_head(element) else []
    return (marked + plain)[:2]


def _near_head(element: Any) -> bool:
    """Tell whether a <time> stands in an article's head: not in a side box, not an update, no two long paragraphs before it."""
    if not _in_article(element):
        return False
    text = "".join(element.itertext())[:40].lower()
    before = element.getprevious()
    label = (before.text_content()[-40:] if before is not None and isinstance(before.tag, str) else "") + (
        (element.getparent().text or "") if element.getparent() is not None else ""
    )
    if "updat" in text or "updat" in label.lower()[-40:] or "modif" in label.lower()[-40:]:
        return False
    return _before_text(element)


def _before_text(element: Any) -> bool:
    """Tell whether at most one long paragraph of its article stands before an element."""
    article = next(element.iterancestors("article", "main", "body"), None)
    longs = 0
    for other in article.iter("p", element.tag) if article is not None else ():
        if other is element:
            return True
        longs += other.tag == "p" and len(other.text_content().strip()) > 120
        if longs > 1:
            return False
    return True


def visible_dates(tree: Any) -> list[Claim]:
    """The date lines of a page that declares no date: after its headline, or marked as dates, before the second long paragraph."""
    inside = False
    longs = 0
    for element in tree.iter("h1", "p", "span", "div", "li", "time", "small", "b", "em", "i", "strong", "td"):
        if element.tag == "h1":
            inside = True
            continue
        text = " ".join(element.text_content().split()) if len(element) < _LEAF else ""
        longs += element.tag == "p" and len(text) > 120
        if longs > 1:
            break
        if not 8 <= len(text) <= 100 or not (inside or _DATED.search(element.get("class") or "")):
            continue
        told = next((words for kind, words in date_line(text) if kind != "updated"), None)
        if told and _in_article(element):
            return [Claim("visible date", told)]
    return []


def _below_text(tree: Any) -> list[Claim]:
    """The day that stands under the text, as blogs have it ("This entry was posted on ..."); none where several are told."""
    found: dict[str, str] = {}
    for element in tree.iter("abbr", "p", "div", "span", "small", "li", "td", "em"):
        classes = element.get("class") or ""
        words = (element.get("title") or "") if element.tag == "abbr" and "published" in classes.split() else ""
        if not words and _FOOT.search(classes) and len(element) < 2 * _LEAF:
            m = _POSTED.search(" ".join(element.text_content().split())[:400])
            words = m[0] if m else ""
        stamp = stamps.parse(words) if words else None
        if stamp and not any(_NOT_OURS.search(f"{node.get('class')} {node.get('id')}") for node in (element, *element.iterancestors())):
            found.setdefault(stamp.value.date().isoformat(), words)
    return [Claim("visible date", words) for words in found.values()] if len(found) == 1 else []


def _in_article(element: Any) -> bool:
    """Tell whether an element stands in no side box, list of other articles or note of a change."""
    for node in (element, *element.iterancestors()):
        if node.tag in ("body", "html"):
            break
        outside = node.tag in _OUTSIDE or _TIME_OUT.search(f"{node.get('class') or ''} {node.get('id') or ''}")
        if outside and node.find(".//h1") is None:  # a wrapper of the whole page may have any name
            return False
    return True


def _title(tree: Any, meta: dict[str, str], facts: Facts) -> str | None:
    """The headline: JSON-LD, Open Graph, the only <h1>, then <title> without the outlet's name."""
    heads = [_clean(h.text_content()) for h in tree.iter("h1")]
    only = heads[0] if len(heads) == 1 else None
    declared = facts.title or _clean(meta.get("og:title") or meta.get("twitter:title"))
    if declared:
        return _without_site(declared, facts.publisher)
    element = next(tree.iter("title"), None)
    page = _clean(element.text_content()) if element is not None else None
    if only and page and page.casefold().endswith(only.casefold()) and _TAIL.search(page):
        only = None  # the only <h1> is the outlet's name
    if page and _NO_TITLE.fullmatch(page):
        page = None
    return only or (_of_page(page, tree, facts) if page else None) or next((h for h in heads if h), None)


def _of_page(title: str, tree: Any, facts: Facts) -> str:
    """The <title> without the outlet's name, which goes also where the page shows the rest of it as a headline; it names the outlet."""
    m = _TAIL.search(title)
    if m and not facts.publisher:
        shown = title[: m.start()] in _words(tree) and title not in _words(tree)
        site = re.split(r"\s*[:,]\s", m["site"])[0]
        if headline.outlet(site):
            facts.publisher = site
        if shown or headline.outlet(site):
            return title[: m.start()]
    return _without_site(title, facts.publisher)


def _words(tree: Any) -> str:
    body = next(tree.iter("body"), None)
    return " ".join(body.text_content().split()) if body is not None else ""


def _without_site(title: str, site: str | None) -> str:
    lead = _LEAD.match(title)
    if lead and site and lead["site"].casefold() == site.casefold():
        return title[lead.end() :]
    m = _TAIL.search(title)
    if m and (site is None or m["site"].casefold() in site.casefold() or site.casefold() in m["site"].casefold()) and m.start() > 12:
        return title[: m.start()]
    return title


def _without_names(title: str | None, authors: tuple[str, ...]) -> str | None:
    """A title without the names of its writers behind it."""
    m = _TAIL.search(title) if title and authors else None
    return title[: m.start()] if title and m and names(m["site"]) == authors else title


def _authors(meta: dict[str, str], tree: Any) -> tuple[str, ...]:
    words = meta.get("author") or meta.get("parsely-author") or meta.get("sailthru.author") or meta.get("dc.creator") or meta.get("byl")
    if not words or words.startswith("http"):
        element = next((e for e in tree.iter("a", "span") if e.get("rel") == "author" or e.get("itemprop") == "author"), None)
        words = element.text_content() if element is not None else _shown_author(tree)
    words = _clean(words) or ""
    return names(re.sub(r"(?i)^by\s+", "", words)) if len(words) < 120 else ()


def _shown_author(tree: Any) -> str:
    """The name in the first element that is marked as a byline, if it reads like one."""
    for element in tree.iter("span", "div", "p", "a", "address"):
        if _BYLINE.search(element.get("class") or "") and _in_article(element):
            line = " ".join(" ".join(element.itertext()).split()) if len(element) < _LEAF else ""
            return signed(line) or unsigned(line) or ""
    return ""


def _address(tree: Any, meta: dict[str, str]) -> str | None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith("http"):
            return str(link.get("href")).strip()
    address = meta.get("og:url") or ""
    return address if address.startswith("http") else None
