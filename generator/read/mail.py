"""A message (.eml) or a page saved in one file (.mhtml) in, an Article out; both are MIME.

Places lead through quoted-printable; text in base64 does not stand in the file, and its places are the file's first character.
"""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Final

from generator.config import Config
from generator.errors import Problem, ReadError
from generator.model import Article
from generator.read.article import Facts, Source, build
from generator.read.blocks import Block
from generator.read.decoding import decode
from generator.read.front_matter import FrontMatter
from generator.read.head import without_kind
from generator.read.head_lines import names, unsigned
from generator.read.html import read_page
from generator.read.limits import check_lines
from generator.read.locate import Locator
from generator.read.page_body import Paragraph
from generator.read.published import Claim
from generator.read.text import paragraphs

_MOST_PARTS: Final = 500
_MOST_LEVELS: Final = 200
_ENOUGH: Final = 200
_HEAD: Final = 1000
_ANSWER: Final = re.compile(r"(?i)(?:(?:re|fwd?|aw|wg|tr)\s?:\s*)+")
_DESK: Final = re.compile(
    r"(?i)(?:press|presse|news\w*|letters?|alerts?|info|no-?reply|do-?not-?reply|media|contact|hello|mail|editors?|desk|updates?)[@.+_-]"
)
_PASSED_ON: Final = re.compile(
    r"(?im)^(?:-{2,} ?(?:original|forwarded) message ?-{2,}|begin forwarded message:|-+ ?(?:ursprüngliche"
    r"|weitergeleitete) nachricht ?-+)[ \t]*\r?$"
)
_INNER: Final = re.compile(r"(?im)^(?P<key>from|sent|date|von|gesendet|datum|de|envoyé): (?P<value>[^\r\n]{2,200})")


@dataclass(slots=True)
class _Parts:
    """The parts of a message that may hold the article."""

    plain: str | None = None
    page: str | None = None
    url: str | None = None
    charset: str = "utf-8"


def read(data: bytes, path: str, config: Config) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Read one message or saved page."""
    if data.count(b"multipart/") > _MOST_LEVELS:  # the library's time grows with the square of the depth
        raise ReadError(Problem("the message is nested too deeply", path, 0, 0, "save the article as a web page or as text", "error"))
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        facts = _facts(message, saved=path.lower().endswith((".mhtml", ".mht")))
        parts = _parts(message, path)
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, KeyError):
        raise ReadError(_broken(path)) from None
    source = Source(data.decode("utf-8", "replace"), path, config)
    if parts.plain is not None:
        check_lines(parts.plain, path)
        _forwarded(facts, parts.plain)
    if parts.page is not None and (parts.plain is None or len(parts.plain) < _ENOUGH):
        locator = Locator(source.text, "quoted-printable", "html", charset=parts.charset)
        article, problems = read_page(source, parts.page, parts.url, facts, locator)
        return (article,), problems
    if parts.plain is None:
        raise ReadError(_broken(path))
    locator = Locator(source.text, "quoted-printable", charset=parts.charset)
    article, problems = build(source, _located(paragraphs(parts.plain), locator), FrontMatter(), facts)
    return (article,), problems


def _broken(path: str) -> Problem:
    return Problem("the message holds no text", path, 0, 0, "save the article as a web page or as text", "error")


def _facts(message: EmailMessage, saved: bool) -> Facts:
    """What the head of a message says; in a saved page, "Date" is when it was saved and does not count."""
    subject = " ".join(str(message.get("Subject") or "").split())
    if saved:
        return Facts(url=_address(str(message.get("Snapshot-Content-Location") or "")))
    title = without_kind(_ANSWER.sub("", subject))
    facts = Facts(title or None, titled=not title)
    _signed(facts, str(message.get("From") or ""))
    date = str(message.get("Date") or "")
    facts.claims = [Claim("mail date", date)] if date else []
    return facts


def _signed(facts: Facts, sender: str) -> None:
    """Take the sender for the author, or for the outlet where it is none that a person would have."""
    name, _, address = sender.partition("<")
    name = name.strip(' "')
    if unsigned(name) and not _DESK.match(address):
        facts.authors, facts.publisher = names(name), None
    else:
        facts.authors, facts.publisher = (), name or None


def _forwarded(facts: Facts, text: str) -> None:
    """Of a message that was passed on, the inner head counts: who wrote it, and when."""
    start = _PASSED_ON.search(text)
    found = _INNER.finditer(text, start.end(), start.end() + _HEAD) if start else ()
    low = {m["key"].lower(): m["value"].strip() for m in found}
    date = next((low[key] for key in ("sent", "date", "gesendet", "datum", "envoyé") if key in low), "")
    if date:
        facts.claims = [Claim("forwarded mail", date)]
    sender = next((low[key] for key in ("from", "von", "de") if key in low), "")
    if sender:
        _signed(facts, sender)


def _address(text: str) -> str | None:
    return text.strip() if text.strip().startswith(("http://", "https://")) else None


def _parts(message: EmailMessage, path: str) -> _Parts:
    """The first plain text and the first page of a message."""
    found = _Parts()
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            break
        kind = part.get_content_type()
        if kind not in ("text/plain", "text/html") or part.get_content_disposition() == "attachment":
            continue
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes) or not payload.strip():
            continue
        charset = part.get_content_charset()
        text = decode(payload, path, charset)
        if kind == "text/plain" and found.plain is None:
            found.plain, found.charset = text, charset or found.charset
        elif kind == "text/html" and found.page is None:
            found.page, found.url = text, _address(str(part.get("Content-Location") or ""))
            found.charset = charset or found.charset
    return found


def _located(blocks: list[Block], locator: Locator) -> list[Block]:
    """Paragraphs of a decoded text, with places in the message as it stands in the file."""
    found = []
    for block in blocks:
        placed = locator.block(Paragraph([block.text]))
        if placed:
            placed.gap = block.gap
            found.append(placed)
    return found
