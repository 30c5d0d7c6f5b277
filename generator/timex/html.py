"""An article and its time expressions in, one page out that marks each phrase and gives its reason in the margin.

The page is for those who look for the rule behind a wrong date; it stands alone, without scripts or other files.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING, Final

from generator.labels import label

if TYPE_CHECKING:
    from generator.model import Article, TimeExpression

_STYLE: Final = """
:root { color-scheme: light dark; }
body { font: 1rem/1.6 Georgia, "Times New Roman", serif; max-width: 78rem; margin: 2rem auto; padding: 0 1rem; }
h1 { line-height: 1.2; }
.p { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 0 2rem; margin: 0 0 1.2rem; }
.p > p { margin: 0; }
aside { font: .82rem/1.45 system-ui, sans-serif; border-inline-start: 2px solid #8886; padding-inline-start: .9rem; }
aside ol { list-style: none; margin: 0; padding: 0; }
aside li { margin: 0 0 .5rem; }
aside code { font-size: .95em; }
mark { background: #ffe08a; color: #111; border-radius: .2em; padding: 0 .15em; }
mark.DURATION { background: #b9e3c6; } mark.SET { background: #d9c8f5; } mark.vague { background: #ddd; }
sup { font: .65rem system-ui, sans-serif; }
@media (max-width: 45rem) { .p { grid-template-columns: 1fr; } }
"""


def page(article: Article, times: Iterable[TimeExpression]) -> str:
    """The whole page as HTML; paragraphs on the left, for each phrase value, span, rule and reason on the right."""
    published = f"Published {escape(article.published.isoformat())}" if article.published else "No publication date"
    numbered = list(enumerate(times, 1))
    parts = "\n".join(_paragraph(article.body, start, end, numbered) for start, end in _paragraphs(article.body))
    title = escape(article.title)
    return (
        f'<!doctype html>\n<html lang="{escape(article.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Time expressions: {title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f"<p>{published}; {len(numbered)} time expressions.</p>\n{parts}\n</main>\n</body>\n</html>\n"
    )


def _paragraphs(body: str) -> Iterable[tuple[int, int]]:
    """Half-open offsets of the paragraphs, which blank lines separate."""
    start = 0
    for piece in body.split("\n\n"):
        if piece.strip():
            yield start, start + len(piece)
        start += len(piece) + 2


def _paragraph(body: str, start: int, end: int, numbered: list[tuple[int, TimeExpression]]) -> str:
    here = [(number, one) for number, one in numbered if start <= one.start < end]
    text, at = "", start
    for number, one in here:
        kind = "vague" if one.span is None and one.type == "DATE" else one.type
        text += escape(body[at : one.start])
        text += f'<mark class="{kind}" id="t{number}">{escape(one.text)}</mark><sup><a href="#r{number}">{number}</a></sup>'
        at = one.end
    text += escape(body[at : max(at, end)])
    notes = "".join(_note(number, one) for number, one in here)
    return f'<div class="p"><p>{text}</p><aside><ol>{notes}</ol></aside></div>' if here else f'<div class="p"><p>{text}</p></div>'


def _note(number: int, one: TimeExpression) -> str:
    """One entry of the margin: what was read, as which date, by which rule and why."""
    mod = f" {one.mod}" if one.mod else ""
    when = f"<b>{escape(label(one.span))}</b> <code>{escape(one.span.edtf)}</code><br>" if one.span else ""
    sure = f", confidence {one.confidence:.0%}" if one.confidence < 1 else ""
    return (
        f'<li id="r{number}"><a href="#t{number}">{number}</a> “{escape(one.text)}” <code>{one.type} {escape(one.value)}{mod}</code><br>'
        f"{when}{escape(one.reason)} (rule <code>{escape(one.rule)}</code>{sure})</li>"
    )
