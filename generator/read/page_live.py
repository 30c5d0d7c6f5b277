"""A parsed page in; where it is a live blog, each of its stamps moved to a line of its own before the text that it dates, out.

What chooses the article's part of a page takes short boxes such as `<header><time>14.32</time></header>` for furniture. A stamp is
a <time> with a clock time in `datetime` that is followed by text, not by links, before the next one comes.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, Final

from generator.read import stamps

_CLOCK: Final = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_OUTSIDE: Final = re.compile(r"(?i)related|sidebar|recirc|footer|most-?(?:read|popular)|trending|promo")
_ENOUGH: Final = 3
_TEXT: Final = 40
_MOST: Final = 20_000
_PLAIN: Final = frozenset({"p", "li", "blockquote"})


def move_stamps(tree: Any) -> list[Any]:
    """Move the stamps of a live blog, and give their new lines; any other page stays as it is."""
    found = _stamps(tree)
    if len(found) < _ENOUGH or not _ordered([time.get("datetime") for time, _ in found]):
        return []
    return [line for line in (_move(time, text) for time, text in found) if line is not None]


def around(lines: list[Any]) -> Any:
    """The smallest part of a page that holds all these lines; None where there is none."""
    if not lines:
        return None
    shared = list(lines[0].iterancestors())
    for line in lines[1:]:
        above = set(line.iterancestors())
        shared = [node for node in shared if node in above]
    return shared[0] if shared else None


def _stamps(tree: Any) -> list[tuple[Any, Any]]:
    """Each <time> that text follows, with the first paragraph of that text."""
    found: list[tuple[Any, Any]] = []
    last: Any = None
    for element in tree.iter("time", *_PLAIN):
        if element.tag == "time":
            if _CLOCK.match(element.get("datetime") or "") and not _note(element):
                last = element
        elif last is not None and _is_text(element) and not _inside(last, element):
            found.append((last, element))
            last = None
        if len(found) > _MOST:
            break
    return found


def _note(time: Any) -> bool:
    """Tell whether a <time> says when something was changed, or stands in a box beside the article."""
    parent = time.getparent()
    label = "" if parent is None else (parent.text or "")
    before = time.getprevious()
    label += (before.tail or "") + "".join(before.itertext())[-40:] if before is not None and isinstance(before.tag, str) else ""
    if "updat" in f"{label} {time.get('class') or ''} {time.text or ''}".lower():
        return True
    if any("comment" in f"{node.get('class') or ''} {node.get('id') or ''}".lower() for node in time.iterancestors()):
        return True
    return any(_OUTSIDE.search(f"{node.get('class') or ''} {node.get('id') or ''}") for node in _near(time))


def _near(element: Any) -> list[Any]:
    """The element, and the boxes around it up to the third."""
    found = [element]
    for node in element.iterancestors():
        if len(found) > 3 or node.tag in ("body", "html", "main", "article"):
            break
        found.append(node)
    return found


def _is_text(element: Any) -> bool:
    """Tell whether a paragraph has some words that are no links."""
    words = len(element.text_content().strip())
    return words >= _TEXT and sum(len(a.text_content()) for a in element.iter("a")) * 2 < words


def _inside(time: Any, paragraph: Any) -> bool:
    return any(node is paragraph for node in time.iterancestors())


def _ordered(moments: list[str]) -> bool:
    """Tell whether moments run one way, the first left aside, since it may be that of the whole page or of a pinned post."""
    found = [stamp.value.replace(tzinfo=None) for stamp in map(stamps.parse, moments[1:]) if stamp]
    ups = sum(a < b for a, b in pairwise(found))
    downs = sum(a > b for a, b in pairwise(found))
    return len(set(found)) > 1 and min(ups, downs) == 0


def _move(time: Any, text: Any) -> Any:
    """Put a <time> into a paragraph of its own before `text`, which for a list is before its first item's list."""
    place = text
    while place.tag == "li" or place.getparent().tag in ("li", "ul", "ol", "blockquote"):
        place = place.getparent()
    if place.getparent() is None:
        return None
    tail, time.tail = time.tail, None
    parent, before = time.getparent(), time.getprevious()
    parent.remove(time)
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    moment = time.get("datetime")
    time.attrib.clear()  # a class such as "timestamp" names furniture
    time.set("datetime", moment)
    line = time.makeelement("p")
    line.append(time)
    place.addprevious(line)
    return line
