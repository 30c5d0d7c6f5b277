"""JSON lines of texts in, JSON lines of their time expressions out: `dateline times` as a filter."""

from __future__ import annotations

import gc
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec

from generator.errors import Problem, ReadError
from generator.timex.anchor import Anchors
from generator.timex.find import Tied, tie


class Document(msgspec.Struct):
    """One line of input: `dct` is an ISO date or date and time; all but the text may be left out."""

    text: str
    id: Any = ""
    dct: str | None = ""
    language: str = "en"
    date_order: str = ""
    type: str = "news"


class Row(msgspec.Struct):
    """One expression in a line of output: half-open offsets in characters, type and value of TIMEX3, EDTF, the rule's name."""

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str | msgspec.UnsetType
    edtf: str
    rule: str


def tag_lines(lines: Iterable[str | bytes]) -> Iterator[str]:
    """For each line with a document, a line with its expressions; raises ReadError that names a line that is none.

    The cycle collector rests meanwhile: all values here die by reference count, and its searches take a fifth of the time.
    """
    resting = gc.isenabled()
    gc.disable()
    try:
        yield from _answers(lines)
    finally:
        if resting:
            gc.enable()


def _answers(lines: Iterable[str | bytes]) -> Iterator[str]:
    decoder, encoder = msgspec.json.Decoder(Document), msgspec.json.Encoder()
    for number, line in enumerate(lines, 1):
        octets = (line.encode() if isinstance(line, str) else line).removeprefix(BOM_UTF8)
        if not octets.strip():
            continue
        try:
            document = decoder.decode(octets)
            dct, has_time = creation_time(document.dct or "")
        except (msgspec.DecodeError, ValueError, RecursionError) as error:
            raise ReadError(_no_document(number, error)) from error
        anchors = Anchors(dct, has_time, None, document.date_order, document.type == "narrative")
        rows = [_row(document.text, one) for one in tie(document.text, anchors, document.language)]
        yield encoder.encode({"id": document.id, "timexes": rows}).decode() + "\n"


def _no_document(line: int, error: Exception) -> Problem:
    hint = 'write one object a line: {"id": 1, "dct": "2013-05-15", "text": "They met on Tuesday."}'
    return Problem(f"is no document: {error}", "standard input", line, hint=hint, severity="error")


def creation_time(text: str) -> tuple[datetime | None, bool]:
    """An ISO date or time, and whether it has a clock time; without zone it is UTC; empty is None."""
    if not text:
        return None, False
    found = datetime.fromisoformat(text)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)), len(text) > 10


def _row(text: str, one: Tied) -> Row:
    return Row(
        one.start, one.end, text[one.start : one.end], one.type, one.resolved.value, one.found.reading.mod or msgspec.UNSET,
        one.span.edtf if one.span else "", one.found.rule,
    )  # fmt: skip
