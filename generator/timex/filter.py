"""JSON lines of texts in, JSON lines of their time expressions out: `dateline times` as a filter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec

from generator.timex.anchor import Anchors
from generator.timex.find import Tied, tie


class Document(msgspec.Struct):
    """One line of input: `dct` is an ISO date or date and time; the last three may be left out."""

    id: Any = ""
    dct: str = ""
    text: str = ""
    language: str = "en"
    date_order: str = ""
    type: str = "news"


def tag_lines(lines: Iterable[str]) -> Iterator[str]:
    """For each line with a document, a line with its expressions; raises ValueError that names a bad line."""
    decoder, encoder = msgspec.json.Decoder(Document), msgspec.json.Encoder()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            document = decoder.decode(line)
            dct, has_time = creation_time(document.dct)
        except (msgspec.DecodeError, ValueError) as error:
            raise ValueError(f"line {number}: {error}") from error
        anchors = Anchors(dct, has_time, None, document.date_order, document.type == "narrative")
        rows = [_row(document.text, one) for one in tie(document.text, anchors, document.language)]
        yield encoder.encode({"id": document.id, "timexes": rows}).decode() + "\n"


def creation_time(text: str) -> tuple[datetime | None, bool]:
    """An ISO date or time, and whether it has a clock time; without zone it is UTC; empty is None."""
    if not text:
        return None, False
    found = datetime.fromisoformat(text)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)), len(text) > 10


def _row(text: str, one: Tied) -> dict[str, Any]:
    row: dict[str, Any] = {
        "start": one.start, "end": one.end, "text": text[one.start : one.end], "type": one.type, "value": one.resolved.value,
    }  # fmt: skip
    if one.found.reading.mod:
        row["mod"] = one.found.reading.mod
    row["edtf"] = one.span.edtf if one.span else ""
    row["rule"] = one.found.rule
    return row
