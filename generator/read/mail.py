"""A message (.eml) or a page saved in one file (.mhtml) in, an Article out; both are MIME.

The text inside is often encoded (quoted-printable, base64), so it does not stand literally in the file: places are found where
it does, and are the nearest known place elsewhere.
"""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage
from typing import Final

from generator.config import Config
from generator.errors import Problem, ReadError
from generator.model import Article
from generator.read.article import Facts, Source, build
from generator.read.blocks import Block
from generator.read.decoding import decode
from generator.read.front_matter import FrontMatter
from generator.read.html import read_page
from generator.read.locate import Locator
from generator.read.page_body import Paragraph
from generator.read.prose import names
from generator.read.published import Claim
from generator.read.text import paragraphs

_MOST_PARTS: Final = 500
_ENOUGH: Final = 200


def read(data: bytes, path: str, config: Config) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Read one message or saved page."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        facts = _facts(message, saved=path.lower().endswith((".mhtml", ".mht")))
        plain, page, url = _parts(message, path)
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, KeyError):
        raise ReadError(_broken(path)) from None
    source = Source(data.decode("utf-8", "replace"), path, config)
    if page is not None and (plain is None or len(plain) < _ENOUGH):
        article, problems = read_page(source, page, url, facts)
        return (article,), problems
    if plain is None:
        raise ReadError(_broken(path))
    article, problems = build(source, _located(paragraphs(plain), source.text), FrontMatter(), facts)
    return (article,), problems


def _broken(path: str) -> Problem:
    return Problem("the message holds no text", path, 0, 0, "save the article as a web page or as text", "error")


def _facts(message: EmailMessage, saved: bool) -> Facts:
    """What the head of a message says; in a saved page, "Date" is when it was saved and does not count."""
    subject = " ".join(str(message.get("Subject") or "").split())
    if saved:
        return Facts(url=_address(str(message.get("Snapshot-Content-Location") or "")))
    sender = str(message.get("From") or "").partition("<")[0].strip(' "')
    date = str(message.get("Date") or "")
    claims = [Claim("mail date", date)] if date else []
    return Facts(subject or None, authors=names(sender) if sender else (), claims=claims, titled=not subject)


def _address(text: str) -> str | None:
    return text.strip() if text.strip().startswith(("http://", "https://")) else None


def _parts(message: EmailMessage, path: str) -> tuple[str | None, str | None, str | None]:
    """The first plain text, the first page and the address of that page."""
    plain = page = url = None
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            break
        kind = part.get_content_type()
        if kind not in ("text/plain", "text/html") or part.get_content_disposition() == "attachment":
            continue
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes) or not payload.strip():
            continue
        text = decode(payload, path, part.get_content_charset())
        if kind == "text/plain" and plain is None:
            plain = text
        elif kind == "text/html" and page is None:
            page, url = text, _address(str(part.get("Content-Location") or ""))
    return plain, page, url


def _located(blocks: list[Block], text: str) -> list[Block]:
    """Paragraphs of a decoded text, with places in the message as it stands in the file."""
    locator = Locator(text, references=False)
    found = []
    for block in blocks:
        placed = locator.block(Paragraph([block.text]))
        if placed:
            placed.gap = block.gap
            found.append(placed)
    return found
