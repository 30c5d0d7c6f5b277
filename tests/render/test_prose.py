"""Paragraphs made without the engine are those that the engine makes."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from generator.render import prose

ENGINE = Markdown(output_format="html")


def engine(source: str) -> str:
    ENGINE.reset()
    return ENGINE.convert(source)


MADE_HERE = [
    "They met on Tuesday.",
    "They met\non Tuesday > Monday, he said: “no”.",
    "They *met* in [Oslo](https://example.org/a_b) on **Tuesday**.",
    "*They* met; **they** ate (*a lot*).",
    "An aside! [Oslo](https://example.org/)",
    "AT&T & others; &more",
    "[a][b]",
    "He said [of *it*]: [...] [[no]]",
]
SET_APART = [
    "> They met *on* Tuesday.",
    "> They met\n> on Tuesday > Monday.",
    "- one",
    "- They *met* in [Oslo](https://example.org/a_b)\n- on **Tuesday**",
]
HEADINGS = ["# A heading", "###### The *last* one: AB > C?"]
LEFT_TO_THE_ENGINE = [
    "# A heading #",
    "# A heading\nand more",
    "####### no heading",
    "Heading\n=======",
    "Heading\n---",
    "- a list\n  - of lists",
    "- a list\nand more",
    "-  one",
    "- # one",
    "1. a list",
    "> a quotation\nand more",
    "> > a quotation",
    "> - a list",
    ">none",
    "    code",
    "a line break  \nand more",
    "a ![picture](https://example.org/a.png)",
    "snake_case_word",
    "***both***",
    "a * b * c",
    "AT&amp;T",
    "[a](b",
    "[a](b c)",
    "one **two* three**",
]


@pytest.mark.parametrize("text", MADE_HERE)
def test_plain_prose_is_made_here(text: str) -> None:
    """Prose, bold and stressed words and plain links are the engine's, to the letter."""
    assert prose.paragraph(text) == engine(text)


@pytest.mark.parametrize("text", LEFT_TO_THE_ENGINE)
def test_what_may_mean_more_is_the_engines(text: str) -> None:
    """A block with any other mark is not touched."""
    assert [made(text) for made in (prose.paragraph, prose.heading, prose.quotation, prose.items)] == [None] * 4


@pytest.mark.parametrize("text", SET_APART)
def test_plain_quotations_and_lists_are_made_here(text: str) -> None:
    """One paragraph quoted, and items of one line."""
    assert (prose.quotation(text) or prose.items(text)) == engine(text)


@pytest.mark.parametrize("text", HEADINGS)
def test_plain_headings_are_made_here(text: str) -> None:
    """One line of any level."""
    assert prose.heading(text) == engine(text)


@given(
    st.lists(
        st.sampled_from(
            [*MADE_HERE, *SET_APART, *HEADINGS, *LEFT_TO_THE_ENGINE, "  - deeper", "", "    more", "2. two", "[b]: https://example.org"]
        )
    )
)
def test_blocks_side_by_side(blocks: list[str]) -> None:
    """A list, a quotation or code beside prose is what it is without it."""
    source = "\n\n".join(blocks)

    assert prose.render(source, engine) == engine(source)


@given(st.text(st.sampled_from("ab *_`[]()!#>-+=.1:/~|{}\"' \n\\&\t"), max_size=60))
@example("*a*b*")
@example("a\n\n\n    b\n\n\n    c")
@example("- a\n\n- b\n\nc")
@example("> a\n\n    b")
def test_any_marks(source: str) -> None:
    """Whatever marks stand in whatever order, the two agree."""
    assert prose.render(source, engine) == engine(source)
