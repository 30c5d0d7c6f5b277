"""An Event in, its facts and sources as HTML out: the content of an entry in news readers."""

from __future__ import annotations

from html import escape

from generator.model import Event
from generator.render.feeds import words


def html(event: Event, language: str) -> str:
    """The facts as paragraphs and each source as a quotation, for the content of a news reader."""
    facts = "".join(f"<p>{escape(line)}</p>" for line in words.facts(event, language))
    return facts + "".join(_quotation(event, number, language) for number in range(min(len(event.mentions), 20)))


def _quotation(event: Event, number: int, language: str) -> str:
    mention = event.mentions[number]
    address = words.web(mention.source.url)
    name = escape(words.outlet(mention))
    who = f'<a href="{escape(address)}">{name}</a>' if address else name
    published = mention.source.published
    day = f", {escape(words.day_in_words(published.date(), language))}" if published else ""
    return f"<blockquote><p>{escape(words.clean(mention.quote))}</p><p>{who}{day}</p></blockquote>"
