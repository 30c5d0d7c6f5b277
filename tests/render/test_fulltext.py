"""The full text of the articles is searched where the site asks for it."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
from pathlib import Path

import pytest

from generator.errors import ConfigError
from tests.render import sample
from tests.render.reading import Document, build

HERE = importlib.util.find_spec("pagefind") is not None or shutil.which("pagefind") is not None
needs_pagefind = pytest.mark.skipif(not HERE, reason="Pagefind is not installed")


def test_without_pagefind_the_cure_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A site that asks for Pagefind where there is none is told what to install."""
    monkeypatch.setitem(__import__("sys").modules, "pagefind.service", None)

    with pytest.raises(ConfigError) as caught:
        build(sample.site(search="pagefind"))

    (problem,) = caught.value.problems
    assert "pagefind" in problem.message
    assert "pip install 'dateline[search]'" in problem.hint


def test_only_a_site_that_asks_for_it_has_a_full_text() -> None:
    """By default no page allows WebAssembly or names an index."""
    files = build(sample.site())

    assert not [path for path in files if path.startswith("pagefind/")]
    assert not [path for path, text in files.items() if path.endswith(".html") and ("wasm" in text or "data-fulltext" in text)]


@needs_pagefind
def test_pages_know_the_index_and_may_run_it() -> None:
    """Each page says where the index lies and allows WebAssembly, and still nothing of another host."""
    files = build(sample.site(search="pagefind"))
    article = next(path for path in files if re.match(r"articles/(?!index)", path) and path.endswith(".html"))

    assert "pagefind/pagefind.js" in files
    assert 'data-fulltext="../pagefind/pagefind.js"' in files[article]
    assert "script-src 'self' file: 'wasm-unsafe-eval'" in Document(files["index.html"]).policy
    assert "search.js" in files


@needs_pagefind
def test_every_article_is_indexed_and_the_index_is_the_same_each_time() -> None:
    """One index for all articles, whose bytes depend on nothing but the site."""
    site = sample.site(search="pagefind")
    first, second = build(site), build(site)

    assert first == second
    (index,) = json.loads(first["pagefind/pagefind-entry.json"])["languages"].values()
    assert index["page_count"] == len(site.articles)
    assert not [path for path in first if Path(path).name.startswith("pagefind-ui")]
