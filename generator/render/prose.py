"""Markdown in, HTML out: plain prose, quoted or in a list too, is made here, every other block by the engine that is handed in.

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

    Raw HTML and definitions of references reach over blocks, and tabs may be lines: a text with any goes to the engine whole.
    """
    if "<" in source or "]:" in source or "\r" in source or "\t" in source:
        return engine(source)
    parts: list[str] = []
    rest: tuple[int, int] | None = None  # the stretch that waits for the engine
    last: int | None = None  # where a quotation or a list begins that the next block may go on
    for block in _BLOCK.finditer(source):
        made = paragraph(block[0])
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
    if not block or _MARKED.search(block):
        return None
    if not _SPECIAL.search(block):
        return f"<p>{_escaped(block)}</p>"
    parts: list[str] = []
    at = 0
    while special := _SPECIAL.search(block, at):
        found = _INLINE.match(block, special.start())
        if found is None:
            return None
        parts += _escaped(block[at : found.start()]), _element(found)
        at = found.end()
    parts.append(_escaped(block[at:]))
    return f"<p>{''.join(parts)}</p>"


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
    made = [paragraph(line[2:]) for line in lines]
    inner = "\n".join(f"<li>{text[len('<p>') : -len('</p>')]}</li>" for text in made if text)
    return f"<ul>\n{inner}\n</ul>" if all(made) else None


def _element(found: re.Match[str]) -> str:
    kind = found.lastgroup
    if kind == "address":
        return f'<a href="{found["address"]}">{_escaped(found["label"])}</a>'
    return f"<{kind}>{_escaped(found[str(kind)])}</{kind}>"


def _escaped(text: str) -> str:
    return text.replace(">", "&gt;")
