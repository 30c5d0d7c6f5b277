"""`dateline times` as a filter, and the page of `times --html`."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from generator.errors import ReadError
from generator.model import Article
from generator.timex import html
from generator.timex.filter import tag_lines
from tests.timex.reading import PUBLISHED, explained


def test_a_line_in_a_line_out() -> None:
    """The contract: offsets in characters, text, type, value, modifier where there is one, EDTF and rule."""
    line = json.dumps({"id": 7, "dct": "2013-05-15", "text": "Ärzte met in early June."})
    (answer,) = tag_lines([line, "\n"])

    assert answer.endswith("\n")
    assert json.loads(answer) == {
        "id": 7,
        "timexes": [
            {
                "start": 13, "end": 23, "text": "early June", "type": "DATE", "value": "2013-06", "mod": "START",
                "edtf": "2013-06-01/2013-06-10", "rule": "month",
            }
        ],
    }  # fmt: skip


@pytest.mark.parametrize("line", ["{", '{"id": 1, "dct": "May", "text": ""}', '{"text": 5}'])
def test_a_bad_line_is_named(line: str) -> None:
    """What is no document stops the filter with the number of its line."""
    with pytest.raises(ReadError, match=r"standard input:2: "):
        list(tag_lines(['{"id": 1, "dct": "", "text": ""}', line]))


def test_an_unknown_language_gives_nothing() -> None:
    """A text in a language without tables is passed with no expressions."""
    (answer,) = tag_lines([json.dumps({"id": 1, "dct": "2013-05-15", "text": "mardi", "language": "xx"})])

    assert json.loads(answer)["timexes"] == []


def test_the_filter_loads_little() -> None:
    """The filter starts quickly: it needs neither the site's nouns nor any heavy library."""
    code = "import sys, generator.timex.filter; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert not {"generator.model", "generator.config", "generator.timex.de", "jinja2", "yaml", "lxml", "dateutil"} & set(loaded)


def test_the_page_shows_phrases_and_reasons() -> None:
    """Each phrase is marked in its paragraph, and the margin gives value, rule and reason; markup in the text is escaped."""
    body = "The <b>ministers</b> met on Tuesday & left.\n\nThey will be back in early June."
    article = Article("a.txt", 'A "title" <here>', body, (), (), published=PUBLISHED, has_time=True)
    page = html.page(article, explained(body))

    assert page.startswith("<!doctype html>")
    assert '<mark class="DATE" id="t1">Tuesday</mark>' in page
    assert "because the clause is in the past tense" in page
    assert "<code>2013-06-01/2013-06-10</code>" in page
    assert "&lt;b&gt;ministers&lt;/b&gt;" in page and "&lt;here&gt;" in page
    assert page.count('<div class="p">') == 2
