"""Character sets: what is recognised by mark, by declaration and by trial, and what is refused."""

import pytest

from generator.errors import ReadError
from generator.read import decode

WORDS = "Möte i Åre – “snart”"
KNOWN = [
    WORDS.encode(), b"\xef\xbb\xbf" + WORDS.encode(), b"\xff\xfe" + WORDS.encode("utf-16-le"), b"\xfe\xff" + WORDS.encode("utf-16-be"),
    WORDS.encode("cp1252"),
]  # fmt: skip


@pytest.mark.parametrize("data", KNOWN)
def test_unicode_and_western_files_are_read(data: bytes) -> None:
    """With a byte order mark or without, in Windows-1252 or not."""
    assert decode(data, "content/a.txt") == WORDS


def test_utf_16_without_a_mark_is_known_by_its_zeros() -> None:
    """Every other octet of Latin text is zero."""
    assert decode("They met on Monday.".encode("utf-16-le"), "content/a.txt") == "They met on Monday."


def test_a_declaration_is_believed_where_the_text_is_not_utf_8() -> None:
    """A meta element names the character set, and an envelope's hint comes before it."""
    text = '<meta charset="koi8-r"><p>Они встретились</p>'
    assert decode(text.encode("koi8-r"), "content/a.html") == text
    assert decode("Они".encode("cp1251"), "content/a.html", "windows-1251") == "Они"


def test_a_few_spoilt_octets_do_not_make_a_page_another_language() -> None:
    """UTF-8 with one broken character stays UTF-8."""
    assert decode(WORDS.encode() * 5 + b"\xe2\x80 end", "content/a.txt").startswith(WORDS)


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x89PNG\r\n\x1a\n" + b"\x00\x01\x02\x03" * 40, b"\x81\x8d\x8f\x90" * 20])
def test_what_is_no_text_is_refused_with_the_name_of_the_file(data: bytes) -> None:
    """Pictures and noise are errors, not articles."""
    with pytest.raises(ReadError, match=r"content/a\.txt"):
        decode(data, "content/a.txt")
