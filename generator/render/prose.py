"""Markdown in, HTML out: paragraphs of plain prose are made here, all other blocks by the engine that is handed in.

Most paragraphs of an article hold no mark at all, or a link, or a bold word. What becomes of those is simple enough to
be written down, and costs a twentieth of what Python-Markdown takes. Everything with a doubt goes to the engine, and the
tests compare the two on random text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_BLOCK: Final = re.compile(r"[^\n]+(?:\n[^\n]+)*")
# What a line of a plain paragraph does not begin with (headings, quotations, lists, rules, code); a space at its end may break it.
_MARKED: Final = re.compile(r"^(?:[#>+=\s-]|\*(?!\*?[^\s*])|\d+[.)])|\s$|[\t\x02\x03]", re.MULTILINE)
_SPECIAL: Final = re.compile(r"[*_`\\\[\]<&]")
_PLAIN: Final = r"[^\s*_`\\\[\]<&](?:[^\n*_`\\\[\]<&]*[^\s*_`\\\[\]<&])?"
_INLINE: Final = re.compile(
    rf"(?<![!\\])\[(?P<label>{_PLAIN})\]\((?P<address>https?://[^\s()<>\"'\\`*&\[\]]+)\)"
    rf"|(?<![*\w])\*\*(?P<strong>{_PLAIN})\*\*(?![*\w])"
    rf"|(?<![*\w])\*(?P<em>{_PLAIN})\*(?![*\w])"
)


def render(source: str, engine: Callable[[str], str]) -> str:
    """The HTML of a Markdown text, as the engine alone would write it.

    Raw HTML and definitions of references reach over blocks: a text with any goes to the engine whole.
    """
    if "<" in source or "]:" in source or "\r" in source:
        return engine(source)
    parts: list[str] = []
    rest: tuple[int, int] | None = None  # the stretch that waits for the engine
    for block in _BLOCK.finditer(source):
        made = paragraph(block[0])
        if made is None:
            rest = (rest[0] if rest else block.start(), block.end())
            continue
        if rest:
            parts.append(engine(source[rest[0] : rest[1]]))
            rest = None
        parts.append(made)
    if rest:
        parts.append(engine(source[rest[0] : rest[1]]))
    return "\n".join(part for part in parts if part)


def paragraph(block: str) -> str | None:
    """A block between blank lines as a paragraph; None where more than plain prose may be meant."""
    if _MARKED.search(block):
        return None
    if not _SPECIAL.search(block):
        return f"<p>{_escaped(block)}</p>"
    parts: list[str] = []
    at = 0
    for found in _INLINE.finditer(block):
        parts += _escaped(block[at : found.start()]), _element(found)
        if _SPECIAL.search(block, at, found.start()):
            return None
        at = found.end()
    if _SPECIAL.search(block, at):
        return None
    parts.append(_escaped(block[at:]))
    return f"<p>{''.join(parts)}</p>"


def _element(found: re.Match[str]) -> str:
    kind = found.lastgroup
    if kind == "address":
        return f'<a href="{found["address"]}">{_escaped(found["label"])}</a>'
    return f"<{kind}>{_escaped(found[str(kind)])}</{kind}>"


def _escaped(text: str) -> str:
    return text.replace(">", "&gt;")
