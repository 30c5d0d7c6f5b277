"""Articles in, those that are there already out: by canonical address, or by nearly the same text."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit
from zlib import crc32

from generator.model import Article

_WORD: Final = re.compile(r"\w+")
_TRACKING: Final = re.compile(r"(?i)^(?:utm_|fb|gclid|ref$|source$|cmp$|cmpid$|smid$|ns_|at_|ito$|mc_|share|outputtype$|print$)")
_RUN: Final = 5
_SAMPLE: Final = 4  # every fourth run of words is compared
_SHORT: Final = 140  # texts of fewer words are compared whole
_NEAR: Final = 0.8
_ENOUGH: Final = 8


class Known:
    """The articles seen so far; a long text is known again by every fourth run of five words, so that memory stays small."""

    def __init__(self) -> None:
        self._addresses: dict[str, str] = {}
        self._runs: dict[int, list[int]] = {}
        self._sizes: list[tuple[str, int]] = []

    def add(self, article: Article) -> None:
        """Remember an article by its path."""
        address = canonical(article.url)
        if address:
            self._addresses.setdefault(address, article.path)
        runs = sample(article.body)
        for run in runs:
            self._runs.setdefault(run, []).append(len(self._sizes))
        self._sizes.append((article.path, len(runs)))

    def find(self, article: Article) -> tuple[str, str] | None:
        """The path of an article that is the same as this one, and why: "same address" or "nearly the same text"."""
        address = canonical(article.url)
        if address in self._addresses:
            return self._addresses[str(address)], "same address"
        runs = sample(article.body)
        shared = Counter(number for run in runs for number in self._runs.get(run, ()))
        for number, count in shared.most_common(3):
            path, size = self._sizes[number]
            less = min(len(runs), size)
            if count >= _NEAR * less and (less >= _ENOUGH or count == len(runs) == size):  # a few words are compared to the letter
                return path, "nearly the same text"
        return None


def canonical(url: str | None) -> str | None:
    """An address without scheme, "www.", fragment, tracking words and final slash; None for none."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    host = re.sub(r"^(?:www|m|amp)\.", "", (parts.netloc or "").lower())
    kept = sorted((key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.match(key))
    query = f"?{urlencode(kept)}" if kept else ""
    return f"{host}{parts.path.rstrip('/')}{query}" if host else None


def sample(body: str) -> frozenset[int]:
    """Checksums of the runs of five words in a text; of a long text, of a steady sample of them."""
    found = [word.lower() for word in _WORD.findall(body)]
    every = 1 if len(found) < _SHORT else _SAMPLE
    sums = (crc32(" ".join(found[at : at + _RUN]).encode()) for at in range(max(0, len(found) - _RUN + 1)))
    return frozenset(value for value in sums if value % every == 0)
