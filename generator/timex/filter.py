"""JSON lines of texts in, JSON lines of their time expressions out: `dateline times` as a filter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec

from generator.timex.find import tag


class Document(msgspec.Struct):
    """One line of input: `dct` is an ISO date or date and time."""

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
            dct, has_time = _creation_time(document.dct)
        except (msgspec.DecodeError, ValueError) as error:
            raise ValueError(f"line {number}: {error}") from error
        found = tag(
            document.text, dct, has_time=has_time, language=document.language, date_order=document.date_order,
            narrative=document.type == "narrative",
        )  # fmt: skip
        yield encoder.encode({"id": document.id, "timexes": [_row(one) for one in found]}).decode() + "\n"


def _creation_time(text: str) -> tuple[datetime | None, bool]:
    """An ISO date or time; without zone it is UTC."""
    if not text:
        return None, False
    found = datetime.fromisoformat(text)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)), len(text) > 10


def _row(one: Any) -> dict[str, Any]:
    row = {"start": one.start, "end": one.end, "text": one.text, "type": one.type, "value": one.value}
    if one.mod:
        row["mod"] = one.mod
    row["edtf"] = one.span.edtf if one.span else ""
    row["rule"] = one.rule
    return row
