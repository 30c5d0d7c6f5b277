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


def render(source: str, engine: Callable[[str], str]) -> str:
    """The HTML of a Markdown text, as the engine alone would write it.

    Raw HTML and definitions of references reach over blocks, and tabs may be lines: a text with any goes to the engine whole.
    """
    if "<" in source or "]:" in source or "\r" in source or "\t" in source:
        return engine(source)
    parts: list[str] = []
    rest: tuple[int, int] | None = None  # the stretch that waits for the engine
    last: int | None = None  # where a quotation or a list begins that the next block may go on
    for block in _BLOCK.finditer(source):
        made = paragraph(block[0]) or heading(block[0])
        apart = made is None
        if apart:
            made = None if rest or last is not None else quotation(block[0]) or items(block[0])
        if made is None:
            if last is not None:
                parts.pop()
            start = rest[0] if rest else block.start() if last is None else last
            rest, last = (start, block.end()), None
            continue
        if rest:
            parts.append(engine(source[rest[0] : rest[1]]))
            rest = None
        last = block.start() if apart else None
        parts.append(made)
    if rest:
        parts.append(engine(source[rest[0] : rest[1]]))
    return "\n".join(part for part in parts if part)


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
    lines = block.split("\n")
    if not all(line.startswith("> ") for line in lines):
        return None
    made = paragraph("\n".join(line[2:] for line in lines))
    return f"<blockquote>\n{made}\n</blockquote>" if made else None


def items(block: str) -> str | None:
    """A list with an item of plain prose on each line; None for anything else."""
    lines = block.split("\n")
    if not all(line.startswith("- ") for line in lines):
        return None
    made = [_inline(line[2:]) if line[2:] and _is_plain(line[2:]) else None for line in lines]
    return None if None in made else "\n".join(("<ul>", *(f"<li>{text}</li>" for text in made), "</ul>"))


def _is_plain(line: str) -> bool:
    """Tell whether a line can be one of a plain paragraph, by how it begins and ends."""
    return bool(line) and _MARKED.match(line) is None and _ends_plainly(line)


def _ends_plainly(line: str) -> bool:
    """Tell whether a line has no space at its end, which may break it, and none of the engine's own signs."""
    return not line[-1].isspace() and "\x02" not in line and "\x03" not in line


def _inline(text: str) -> str | None:
    """Words with their links and stress; None where another mark stands in them."""
    if not any(map(text.__contains__, _MARKS)):  # quicker than one look for any of them
        return _escaped(text)
    parts: list[str] = []
    at = 0
    while special := _SPECIAL.search(text, at):
        found = _INLINE.match(text, special.start())
        if found is None:
            return None
        parts += _escaped(text[at : found.start()]), _element(found)
        at = found.end()
    parts.append(_escaped(text[at:]))
    return "".join(parts)


def _element(found: re.Match[str]) -> str:
    kind = found.lastgroup
    if kind == "address":
        return f'<a href="{found["address"]}">{_escaped(found["label"])}</a>'
    return f"<{kind}>{_escaped(found[str(kind)])}</{kind}>"


def _escaped(text: str) -> str:
    return text.replace(">", "&gt;")
