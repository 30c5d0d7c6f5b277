"""An article's text as HTML: safe, whole, and with its sentences marked."""

from __future__ import annotations

import re

import pytest

from generator.config import Config, PagesSettings
from generator.model import Article, Cut, Run, Sentence
from generator.render.body import body_html

MARKDOWN = "content/a.md"
TEXT = "content/a.txt"


def article(body: str, sentences: list[str], path: str = MARKDOWN, at: int = 0, cuts: tuple[Cut, ...] = ()) -> Article:
    """An article whose body lies at one stretch of its file, with the given sentences."""
    found = tuple(Sentence(body.index(text), body.index(text) + len(text), 0) for text in sentences)
    return Article(path, "Title", body, found, (Run(0, at, len(body)),), cuts=cuts)


def html(body: str, *sentences: str, path: str = MARKDOWN, config: Config | None = None) -> str:
    return body_html(article(body, list(sentences), path), body, range(len(sentences)), config or Config())


def test_plain_text_becomes_paragraphs() -> None:
    """Blank lines part paragraphs; what looks like markup is text."""
    assert (
        html("They met.\n\nA <b> & more.", "They met.", path=TEXT)
        == '<p><span id="s0">They met.</span></p>\n<p>A &lt;b&gt; &amp; more.</p>'
    )


def test_only_marked_sentences_are_wrapped() -> None:
    """A sentence that made no event is left as it is."""
    one = article("They met. They ate.", ["They met.", "They ate."], TEXT)

    assert body_html(one, one.body, {1}, Config()) == '<p>They met. <span id="s1">They ate.</span></p>'


def test_markdown_is_rendered() -> None:
    """Emphasis and links of the author stay inside the marked sentence."""
    body = "They *met* in [Oslo](https://example.org/a) on Tuesday. Then rain."

    link = '<a href="https://example.org/a" rel="noopener nofollow">Oslo</a>'

    assert html(body, "They *met* in [Oslo](https://example.org/a) on Tuesday.") == (
        f'<p><span id="s0">They <em>met</em> in {link} on Tuesday.</span> Then rain.</p>'
    )


def test_a_body_read_without_markup_is_found_too() -> None:
    """A reader may have taken emphasis and link targets out of the body."""
    file_text = "They *met* in [Oslo](https://example.org/a) on Tuesday."
    one = Article(MARKDOWN, "T", "They met in Oslo on Tuesday.", (Sentence(0, 28, 0),), (Run(0, 0, len(file_text)),))

    assert '<span id="s0">They <em>met</em> in <a' in body_html(one, file_text, {0}, Config())


def test_a_sentence_that_crosses_emphasis_is_wrapped_in_parts() -> None:
    """Elements must nest: a sentence that begins inside one and ends outside is wrapped piece by piece."""
    assert html("*Rain. They met* late.", "They met* late.") == '<p><em>Rain. <span id="s0">They met</span></em><span> late.</span></p>'


def test_front_matter_title_and_cut_lines_stay_out() -> None:
    """Only what was read as the body is rendered, in whole lines."""
    file_text = "---\ntitle: T\n---\nThey met.\n\nAdvertisement\n\nThey ate.\n"
    body = "They met.\n\nThey ate."
    one = Article(MARKDOWN, "T", body, (), (Run(0, 17, 11), Run(11, 43, 9)), cuts=(Cut(6, "advertisement", "Advertisement"),))

    assert body_html(one, file_text, (), Config()) == "<p>They met.</p>\n<p>They ate.</p>"


def test_a_line_that_was_read_in_part_stays() -> None:
    """A dateline is taken out of its line; the rest of the line is the body."""
    file_text = "---\ntitle: T\n---\nKIRUNA, Sweden - They met.\n\n> They ate.\n"
    body = "They met.\n\nThey ate."
    one = Article(MARKDOWN, "T", body, (), (Run(0, 34, 11), Run(11, 47, 9)), cuts=(Cut(4, "dateline", "KIRUNA, Sweden - "),))

    assert body_html(one, file_text, (), Config()) == "<p>They met.</p>\n<blockquote>\n<p>They ate.</p>\n</blockquote>"


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        '<img src="https://example.org/x.png" onerror="alert(1)">',
        "![x](https://example.org/x.png)",
        "[x](javascript:alert(1))",
        '<a href="data:text/html,x">x</a>',
        '<p style="position:fixed" onclick="x()">text</p>',
        '<iframe src="https://example.org/"></iframe>',
        '<svg><script>alert(1)</script></svg>',
        '<form action="https://example.org/"><input></form>',
        '<base href="https://example.org/">',
        '<meta http-equiv="refresh" content="0">',
        '<link rel="stylesheet" href="https://example.org/x.css">',
    ],
)  # fmt: skip
def test_other_peoples_markup_is_harmless(source: str) -> None:
    """Whatever an article holds, its page runs nothing and asks no other host."""
    page = html(f"Before.\n\n{source}\n\nAfter.", "After.")

    assert not re.search(r"script|javascript:|data:|\bon\w+=|style=|<(?:img|iframe|svg|form|input|base|meta|link)", page)
    assert '<span id="s0">After.</span>' in page


def test_headings_go_down_one_level_at_a_time() -> None:
    """The page's title is the only first-level heading, and none is skipped."""
    assert html("# One\n\n#### Two\n\n# Three") == "<h2>One</h2>\n<h3>Two</h3>\n<h2>Three</h2>"


def test_ids_of_the_article_cannot_collide() -> None:
    """The only ids are those of the marked sentences."""
    page = html('<p id="s0">One.</p>\n\n<p id="main">Two.</p>\n\nThree met.', "Three met.")

    assert re.findall('id="(.*?)"', page) == ["s0"]


def test_two_sentences_with_the_same_words_have_two_places() -> None:
    """Each marked sentence is found after the one before it."""
    body = "They met.\n\nThey met."
    one = Article(MARKDOWN, "T", body, (Sentence(0, 9, 0), Sentence(11, 20, 1)), (Run(0, 0, 20),))

    assert body_html(one, body, {0, 1}, Config()) == '<p><span id="s0">They met.</span></p>\n<p><span id="s1">They met.</span></p>'


def test_a_sentence_with_stress_is_found_near_and_far() -> None:
    """Looked for are the lines behind the sentence before, then all of the page; a tag that lies over lines is no place to stop."""
    far = "\n\n".join(["Rain *fell*.", *["The *tide* came in."] * 60, "A *gull* cried."])
    link = '[quay](https://quay.example/ "' + "a\n" * 150 + '")'

    assert '<span id="s1">A <em>gull</em> cried.</span>' in html(far, "Rain *fell*.", "A *gull* cried.")
    assert '<p><span id="s0">It <em>rose</em> again.</span></p>' in html(f"The *old* {link} sank.\n\nIt *rose* again.", "It *rose* again.")


def test_a_sentence_that_rendering_hides_still_has_a_place() -> None:
    """Links to it lead to the article rather than nowhere."""
    one = Article(MARKDOWN, "T", "<!-- They met. -->", (Sentence(5, 14, 0),), (Run(0, 0, 18),))

    assert body_html(one, "<!-- They met. -->", {0}, Config()).startswith('<span id="s0"></span>')


def test_the_rust_engine_gives_the_same_plain_page() -> None:
    """With pages.markdown = "pyromark" ordinary text comes out alike."""
    pytest.importorskip("pyromark")
    fast = Config(pages=PagesSettings(markdown="pyromark"))
    body = "They *met* on Tuesday.\n\n- one\n- two"

    assert re.sub(r"\s", "", html(body, "They *met* on Tuesday.", config=fast)) == re.sub(r"\s", "", html(body, "They *met* on Tuesday."))


def test_a_block_of_nothing_but_marks_is_plain_text() -> None:
    """Engines would take minutes over it; the blocks beside it are Markdown as ever."""
    marks = "[" * 1000

    assert html(f"They *met*.\n\n{marks}\n\nThey **ate**.") == (
        f"<p>They <em>met</em>.</p>\n<p>{marks}</p>\n<p>They <strong>ate</strong>.</p>"
    )
