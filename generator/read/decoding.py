"""Octets in, text out: UTF-8, UTF-16 and the Western code pages, by mark, by hint, by trial, in this order.

The result is "the file as decoded": a byte order mark is gone, line ends are as they were. All offsets into a user's file
count characters of this text.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from generator.errors import Problem, ReadError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# A browser reads these names as Windows-1252 too: https://encoding.spec.whatwg.org/#names-and-labels
_LATIN: Final = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "iso8859-1", "iso_8859-1", "cp1252", "windows-1252"})
_META: Final = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*(?P<name>[\w.:-]{2,30})", re.IGNORECASE)
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_OCTETS: Final = bytes(octet for octet in range(32) if _CONTROLS.match(chr(octet)))
_SAMPLE: Final = 65_536


def decode(data: bytes, path: str, hint: str | None = None) -> str:
    """Decode a file; `hint` is a character set that came with it. Raises ReadError for what is not text."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data, name, path).removeprefix("\ufeff")
    try:
        text = data.decode("utf-8")
        if len(data.translate(None, _CONTROL_OCTETS)) == len(data):
            return text
    except UnicodeDecodeError as error:
        text = _western(data, path, hint or _declared(data), error)
    if "\x00" in text:
        text = _unmarked(data, path)
    if len(_CONTROLS.findall(text, 0, _SAMPLE)) > min(len(text), _SAMPLE) // 100 + 4:
        raise ReadError(_not_text(path))
    return text


def _declared(data: bytes) -> str | None:
    m = _META.search(data[:4096])
    return m["name"].decode("ascii") if m else None


def _western(data: bytes, path: str, hint: str | None, error: UnicodeDecodeError) -> str:
    """Decode what is not UTF-8: by its declaration where that holds, else as UTF-16 without mark or as Windows-1252."""
    name = (hint or "").lower()
    if name and name not in _LATIN and name not in ("utf-8", "utf8"):
        try:
            return data.decode(name)
        except (LookupError, UnicodeError, ValueError):
            pass
    if b"\x00" in data:
        return _unmarked(data, path)
    if name in ("utf-8", "utf8") or _mostly_utf8(data):
        # A page that means UTF-8 and has a few spoilt octets (a cut, a pasted quotation mark) is still worth reading.
        return data.decode("utf-8", "replace")
    return _single_octets(data, path, error, declared=name in _LATIN)


def _mostly_utf8(data: bytes) -> bool:
    high = sum(octet >= 0x80 for octet in data[:_SAMPLE])
    spoilt = data[:_SAMPLE].decode("utf-8", "replace").count("\ufffd")
    return spoilt * 10 < high


def _single_octets(data: bytes, path: str, error: UnicodeDecodeError, declared: bool) -> str:
    """Decode as Windows-1252, as browsers do; its five unused octets count as controls."""
    text = data.decode("cp1252", "replace")
    spoilt = text.count("\ufffd") + len(_CONTROLS.findall(text))
    high = sum(octet >= 0x80 for octet in data)
    if spoilt > len(text) // 200 + 2 or (not declared and high * 2 > len(data) and len(data) > 16):
        line = data.count(b"\n", 0, error.start) + 1
        raise ReadError(
            Problem(
                "the text is neither UTF-8 nor Windows-1252, and nothing says what else it is", path, line, 0,
                "save the file as UTF-8", "error",
            )
        )  # fmt: skip
    return text


def _unmarked(data: bytes, path: str) -> str:
    """Decode UTF-16 that lacks its mark: every other octet of Latin text is zero."""
    even, odd = data[:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    half = min(len(data), _SAMPLE) // 2
    if len(data) % 2 == 0 and max(even, odd) > half * 0.4 and min(even, odd) < half * 0.1:
        return _strict(data, "utf-16-be" if even > odd else "utf-16-le", path)
    raise ReadError(_not_text(path))


def _strict(data: bytes, name: str, path: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise ReadError(
            Problem(f"the file says it is {name.upper()} but is not, at octet {error.start}", path, 0, 0, "save the file as UTF-8", "error")
        ) from None


def _not_text(path: str) -> Problem:
    return Problem("this is not text", path, 0, 0, "move the file out of the content folder, or save its text as UTF-8", "error")
