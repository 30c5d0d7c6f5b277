"""Markdown: which words count, which do not, and that sentences quote the file where no mark intervenes."""

import pytest

from tests.read.helpers import cuts, quotes, read_one, sentences

FRONT = "---\ntitle: T\ndate: 2013-05-14\n---\n"


def body(text: str) -> str:
    return read_one(FRONT + text, "content/a.md").body


INLINE = [
    ("They met **late** on *Tuesday*.", "They met late on Tuesday."),
    ("They met __late__ on _Tuesday_ in snake_case_town.", "They met late on Tuesday in snake_case_town."),
    ("They [met](https://example.org/a_(b) \"T\") on Tuesday.", "They met on Tuesday."),
    ("They [met *late*][1] on Tuesday.", "They met late on Tuesday."),
    ("A ![flag](flag.png) waved.[^1]", "A  waved."),
    ("Talks &amp; tea cost 5 &lt; 6.", "Talks & tea cost 5 < 6."),
    ("A \\*star\\* stays.", "A *star* stays."),
    ("Call `find_times` now.", "Call find_times now."),
    ("2 * 3 * 4 is 24.", "2 * 3 * 4 is 24."),
    ("See <https://example.org/x> for more.", "See https://example.org/x for more."),
    ("A <b>bold</b> word.<br>Next.", "A bold word. Next."),
    ("~~Old~~ new.", "Old new."),
]  # fmt: skip
BLOCKS = [
    ("One.\nStill one.\n\nTwo.", "One.\nStill one.\n\nTwo."),
    ("# Head\n\nOne.\n\n## More\n\nTwo.", "One.\n\nTwo."),
    ("Head\n====\n\nOne.\n\nSub\n---\n\nTwo.", "One.\n\nTwo."),
    ("- One.\n- Two\n  goes on.\n\n1. Three.", "One.\n\nTwo\ngoes on.\n\nThree."),
    ("> Quoted\n> words.\n\nOne.", "Quoted\nwords.\n\nOne."),
    ("```\ncode on Monday\n```\n\nOne.", "One."),
    ("    code on Monday\n\nOne.", "One."),
    ("One.\n\n<!-- hidden on Monday -->\n\nTwo.", "One.\n\nTwo."),
    ("One.\n\n<!-- hidden\n\non Monday -->\n\nTwo.", "One.\n\nTwo."),
    ("One.\n\n| a | b |\n|---|---|\n| c | d |\n\nTwo.", "One.\n\nTwo."),
    ("One.\n\n***\n\nTwo.", "One.\n\nTwo."),
    ("One.\n\n[1]: https://example.org/2013/05/14", "One."),
    ("<div class=\"x\">\n\nOne.\n\n</div>", "One."),
    ("# Only\n\n## Related\n\nOld bridge sold on Monday", "Old bridge sold on Monday"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), INLINE)
def test_marks_inside_a_line_go_and_their_words_stay(text: str, words: str) -> None:
    """Emphasis, links, code, references, escapes and tags leave their words."""
    assert body(text) == words


@pytest.mark.parametrize(("text", "words"), BLOCKS)
def test_blocks_that_are_no_prose_go(text: str, words: str) -> None:
    """Headings, code, comments, tables and reference lines are not part of the body."""
    assert body(text) == words


def test_sentences_quote_the_file_where_no_mark_intervenes() -> None:
    """Offsets lead into the file, past front matter, list marks and CRLF."""
    text = (FRONT + "# H\n\nThey met on Monday. It rained.\n\n- A list item here.\n\n> A quoted line.\n").replace("\n", "\r\n")
    article = read_one(text, "content/a.md")
    assert quotes(article, text.encode()) == sentences(article)


def test_a_sentence_with_marks_leads_to_its_stretch_of_the_file() -> None:
    """The stretch holds the words with the marks between them."""
    text = FRONT + "It rained. They **met** on [Monday](x) &amp; left. Then sun."
    article = read_one(text, "content/a.md")
    assert quotes(article, text.encode())[1] == "They **met** on [Monday](x) &amp; left."


def test_title_comes_from_front_matter_then_first_heading_then_file_name() -> None:
    """The heading that repeats the title is cut, any other heading too."""
    assert read_one("# Talks *open*\n\nThey met.", "content/x.md").title == "Talks open"
    assert read_one(FRONT + "# Other\n\nThey met.", "content/x.md").title == "T"
    assert read_one("---\ndate: 2013-05-14\n---\nThey met.", "content/2013-05-14-old-bridge.md").title == "Old bridge"


def test_a_stop_heading_in_markdown_ends_the_article() -> None:
    """What follows "Related" is another article's."""
    article = read_one(FRONT + "They met on Monday.\n\n## Related\n\n- Bridge sold on 3 May 2011\n", "content/a.md")
    assert article.body == "They met on Monday."
    assert [rule for _, rule in cuts(article)] == ["stop-heading", "after-stop"]


def test_comments_are_logged_and_text_beside_them_stays() -> None:
    """A comment may begin and end inside a line."""
    article = read_one(FRONT + "They met <!-- on Monday --> in Paris.", "content/a.md")
    assert "Monday" not in article.body
    assert article.body.startswith("They met") and article.body.endswith("in Paris.")
