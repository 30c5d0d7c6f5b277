"""Markdown in, HTML out: plain prose, also as heading, quotation or list, is made here, all else by the engine that is handed in.

Most paragraphs of an article hold no mark at all, or a link, or a bold word. What becomes of those is simple enough to
be written down, and costs a twentieth of what Python-Markdown takes. Everything with a doubt goes to the engine, and the
tests compare the two on random text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_BLOCK: Final = re.compile(r"[^\n]+(?:\n[^\n]+)*")
# What a line of a plain paragraph does not begin with: headings, quotations, lists, rules, code.
_MARKED: Final = re.compile(r"[#>+=\s-]|\*(?!\*?[^\s*])|\d+[.)]")
_HEADING: Final = re.compile(r"(?P<marks>#{1,6}) +(?P<text>[^\s#][^\n]*)")
_MARKS: Final = "*_`\\[]<&"
_SPECIAL: Final = re.compile(rf"[{re.escape(_MARKS)}]")
_PLAIN: Final = r"[^\s*_`\\\[\]<&](?:[^\n*_`\\\[\]<&]*[^\s*_`\\\[\]<&])?"
_INLINE: Final = re.compile(
    rf"(?<![!\\])\[(?P<label>{_PLAIN})\]\((?P<address>https?://[^\s()<>\"'\\`*&\[\]]+)\)"
    rf"|(?<![*\w])\*\*(?P<strong>{_PLAIN})\*\*(?![*\w])"
    rf"|(?<![*\w])\*(?P<em>{_PLAIN})\*(?![*\w])"
)
_ENTITY: Final = re.compile(r"&(?:#|\w+;)")


def render(source: str, engine: Callable[[str], str]) -> str:
    """The HTML of a Markdown text, as the engine alone would write it.

    Raw HTML and definitions of references reach over blocks, and tabs may be lines: a text with any goes to the engine whole.
    """
    if "<" in source or "]:" in source or "\r" in source or "\t" in source:
        return engine(source)
    parts: list[str] = []
    rest: tuple[int, int] | None = None  # the stretch that waits for the engine
    apart: tuple[int, str, list[str]] | None = (
        None  # a quotation or a list that the next block may go on: where it begins, its tag and parts
    )
    for block in _BLOCK.finditer(source):
        made = paragraph(block[0]) or heading(block[0])
        more = None if made or rest else _quoted(block[0]) or _listed(block[0])
        if apart and more and apart[1] == more[0]:
            apart = (*apart[:2], _together(*apart[1:], more[1]))
            continue
        if rest and made:
            parts.append(engine(source[rest[0] : rest[1]]))
            rest = None
        elif made is None and more is None:
            rest = (rest[0] if rest else apart[0] if apart else block.start(), block.end())
        elif apart:
            parts.append(_element_of(*apart[1:]))
        apart = (block.start(), *more) if more else None
        parts.append(made or "")
    if rest:
        parts.append(engine(source[rest[0] : rest[1]]))
    elif apart:
        parts.append(_element_of(*apart[1:]))
    return "\n".join(part for part in parts if part)


def _together(tag: str, before: list[str], more: list[str]) -> list[str]:
    """The parts of two quotations or lists with a blank line between, which are one; the items beside that line become paragraphs."""
    if tag == "ul":
        before[-1], more[0] = _loose(before[-1]), _loose(more[0])
    before += more
    return before


def _loose(item: str) -> str:
    return item if item.startswith(_LOOSE) else f"{_LOOSE}{item[len('<li>') : -len('</li>')]}</p>\n</li>"


_LOOSE: Final = "<li>\n<p>"


def _element_of(tag: str, parts: list[str]) -> str:
    return "\n".join((f"<{tag}>", *parts, f"</{tag}>"))


def paragraph(block: str) -> str | None:
    """A block between blank lines as a paragraph; None where more than plain prose may be meant."""
    inner = _inline(block) if block and all(map(_is_plain, block.split("\n"))) else None
    return f"<p>{inner}</p>" if inner is not None else None


def heading(block: str) -> str | None:
    """A line that begins with "## " as a heading; None where more may be meant."""
    m = _HEADING.fullmatch(block)
    inner = _inline(m["text"]) if m is not None and block[-1] != "#" and _ends_plainly(block) else None
    return f"<h{len(m['marks'])}>{inner}</h{len(m['marks'])}>" if m is not None and inner is not None else None


def quotation(block: str) -> str | None:
    """A quotation of one paragraph of plain prose, every line of it marked; None for anything else."""
    quoted = _quoted(block)
    return _element_of(*quoted) if quoted else None


def _quoted(block: str) -> tuple[str, list[str]] | None:
    """The tag and the one part of a quotation."""
    if block[0] != ">":
        return None
    lines = block.split("\n")
    made = paragraph("\n".join(line[2:] for line in lines)) if all(line.startswith("> ") for line in lines) else None
    return ("blockquote", [made]) if made else None


def items(block: str) -> str | None:
    """A list with an item of plain prose on each line; None for anything else."""
    listed = _listed(block)
    return _element_of(*listed) if listed else None


def _listed(block: str) -> tuple[str, list[str]] | None:
    """The tag and the items of a list."""
    if block[0] != "-":
        return None
    found: list[str] = []
    for line in block.split("\n"):
        text = _inline(line[2:]) if line.startswith("- ") and _is_plain(line[2:]) else None
        if text is None:
            return None
        found.append(f"<li>{text}</li>")
    return "ul", found


def _is_plain(line: str) -> bool:
    """Tell whether a line can be one of a plain paragraph, by how it begins and ends."""
    return bool(line) and _MARKED.match(line) is None and _ends_plainly(line)


def _ends_plainly(line: str) -> bool:
    """Tell whether a line has no space at its end, which may break it, and none of the engine's own signs."""
    return not line[-1].isspace() and "\x02" not in line and "\x03" not in line


def _inline(text: str) -> str | None:
    """Words with their links and stress; None where another mark stands in them.

    Brackets without an address behind them are nothing but brackets, for there are no references.
    """
    if not any(map(text.__contains__, _MARKS)):  # quicker than one look for any of them
        return text.replace(">", "&gt;")
    literal = "&" if "](" in text else "[]&"
    parts: list[str] = []
    at = ahead = 0
    while special := _SPECIAL.search(text, ahead):
        found = _INLINE.match(text, special.start())
        if found is not None:
            parts += _escaped(text[at : found.start()]), _element(found)
            at = ahead = found.end()
        elif special[0] in literal and not _ENTITY.match(text, special.start()):
            ahead = special.end()
        else:
            return None
    parts.append(_escaped(text[at:]))
    return "".join(parts)


def _element(found: re.Match[str]) -> str:
    kind = found.lastgroup
    if kind == "address":
        return f'<a href="{found["address"]}">{_escaped(found["label"])}</a>'
    return f"<{kind}>{_escaped(found[str(kind)])}</{kind}>"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace(">", "&gt;")
