"""The rows of a file and the file as it was published last in, its bytes out: a row that has not changed is taken from there.

An index remembers of each row its mark and its length. It is good for the very file that it was made with, which a checksum tells.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from io import BytesIO
from typing import BinaryIO, Final
from zlib import crc32

from generator.model import Rows

_MARK: Final = 16  # octets
_HEAD: Final = 16  # octets: the checksums of the file and of the rest of the index, the place of the first row, the length of a divider
_NUMBER: Final = 4  # octets
_AT_ONCE: Final = 1 << 20  # octets


class Splice:
    """The octets of a file piece by piece; `index` is that of the file when all have been taken.

    `path` and `old` are the file and its index as they were the last time, the index empty where there is none.
    """

    def __init__(self, rows: Rows, path: str, old: bytes) -> None:
        self.index = b""
        self._rows, self._path, self._old = rows, path, old
        self._crc, self._lengths = 0, array("I")

    def __iter__(self) -> Iterator[bytes]:
        """Each piece once."""
        with ExitStack() as opened:
            try:
                file: BinaryIO = opened.enter_context(open(self._path, "rb", buffering=0))  # noqa: PTH123 - as all files of the output
                places = _places(file, self._old)
            except (OSError, ValueError):
                file, places = BytesIO(), {}
            for piece in self._pieces(file, places):
                self._crc = crc32(piece, self._crc)
                yield piece
        rest = b"".join(self._rows.marks) + self._lengths.tobytes()
        numbers = self._crc, crc32(rest), len(self._rows.head), len(self._rows.divider)
        self.index = b"".join(number.to_bytes(_NUMBER) for number in numbers) + rest

    def _pieces(self, file: BinaryIO, places: Mapping[bytes, tuple[int, int]]) -> Iterator[bytes]:
        """Head, rows and tail; rows that stand one behind the other in the old file are copied together, others gathered."""
        rows, gap = self._rows, len(self._rows.divider)
        new = bytearray(rows.head)
        begin = end = 0  # what of the old file is to be copied next
        for number, mark in enumerate(rows.marks):
            place, length = places.get(mark, (0, 0))
            if end and place == end + gap:
                end += gap + length
            else:
                yield from _copied(file, begin, end)
                begin, end = place, place + length
                new += rows.divider if number else b""
                if not place:
                    row = rows.row(number)
                    length = len(row)
                    new += row
                if place or len(new) > _AT_ONCE:
                    yield bytes(new)
                    new.clear()
            self._lengths.append(length)
        yield from _copied(file, begin, end)
        yield bytes(new) + rows.tail


def _copied(file: BinaryIO, begin: int, end: int) -> Iterator[bytes]:
    """A part of a file; raises OSError where it has become shorter."""
    file.seek(begin)
    while begin < end:
        piece = file.read(min(_AT_ONCE, end - begin))
        if not piece:
            raise OSError("a file of the output has changed meanwhile")
        yield piece
        begin += len(piece)


def _places(file: BinaryIO, index: bytes) -> dict[bytes, tuple[int, int]]:
    """Where each row lies in the file, and its length; raises ValueError where the index is not that of the file."""
    numbers = [int.from_bytes(index[at : at + _NUMBER]) for at in range(0, _HEAD, _NUMBER)]
    rest = index[_HEAD:]
    if len(index) < _HEAD or crc32(rest) != numbers[1] or _checksum(file) != numbers[0]:
        raise ValueError("not the index of this file")
    count = len(rest) // (_MARK + _NUMBER)
    found, at = {}, numbers[2]
    for number, length in enumerate(array("I", rest[count * _MARK :])):
        found[rest[number * _MARK : (number + 1) * _MARK]] = at, length
        at += length + numbers[3]
    return found


def _checksum(file: BinaryIO) -> int:
    """The checksum of a file, read in pieces."""
    crc = 0
    while piece := file.read(_AT_ONCE):
        crc = crc32(piece, crc)
    return crc
