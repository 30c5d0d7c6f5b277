"""Long files put together from the rows of the last time: the same bytes, and no row made that has not changed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from generator import splice
from generator.digests import digest
from generator.model import Rows
from generator.splice import Splice


def _rows(texts: list[str], made: list[str], divider: bytes = b",\n") -> Rows:
    def row(number: int) -> bytes:
        made.append(texts[number])
        return texts[number].encode()

    head, tail = (b"[\n", b"\n]\n") if texts else (b"[", b"]\n")
    return Rows(head, [digest(text.encode()) for text in texts], row, divider, tail)


def _publish(path: Path, rows: Rows, index: bytes) -> bytes:
    """Write the file as a build does; its new index."""
    made = Splice(rows, str(path), index)
    data = b"".join(made)
    path.write_bytes(data)
    return made.index


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("at_once", [7, 1 << 20])
def test_a_spliced_file_is_the_one_that_would_be_made(seed: int, at_once: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After rows were added, taken out and moved; only those that are new are made."""
    monkeypatch.setattr(splice, "_AT_ONCE", at_once)
    draw = random.Random(seed)
    divider = draw.choice([b"", b",\n"])
    held, index, path = [f"row {number} " * draw.randint(1, 9) for number in range(draw.randint(0, 12))], b"", tmp_path / "file"
    for _ in range(6):
        before, made = set(held) if index else set(), list[str]()
        if draw.random() < 0.9:
            held = [text for text in held if draw.random() < 0.9] + [f"new {draw.random()}" for _ in range(draw.randint(0, 3))]
        if draw.random() < 0.3:
            draw.shuffle(held)
        index = _publish(path, _rows(held, made, divider), index)
        assert path.read_bytes() == _rows(held, [], divider).whole()
        assert set(made) == set(held) - before


def test_rows_are_not_taken_from_a_file_that_somebody_has_changed(tmp_path: Path) -> None:
    """Nor with an index of which a bit is wrong."""
    path, made = tmp_path / "file", list[str]()
    texts = ["one", "two", "three"]
    index = _publish(path, _rows(texts, []), b"")
    path.write_bytes(path.read_bytes().replace(b"two", b"TWO"))
    _publish(path, _rows(texts, made), index)
    assert (made, path.read_bytes()) == (texts, _rows(texts, []).whole())
    made.clear()
    _publish(path, _rows(texts, made), index[:20] + bytes([index[20] ^ 1]) + index[21:])
    assert made == texts
