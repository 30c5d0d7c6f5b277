"""Sentences: where they end, where they do not, and that their offsets quote the body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.sentences import split

ONE = [
    "Mr. Vance met Gen. A. B. Holt in St. Oswald.",
    "The U.S. Army left on Sept. 11 at 4 p.m. Tuesday.",
    "Boats leave at 8 p.m. Lisle time and at 9 p.m. EST or 9 p.m. Nov. 3.",
    "Jo Ray: The quay opens on Monday.",
    "The harbour master added: The quay opens on Monday.",
    "It cost 3.5 million, said Acme Inc. spokesman Jo Ray.",
    '"Will you go?" Ms. Ito asked.',
    "George W. Finch left Washington, D.C. on foot.",
    "Am 14. Mai kam der Bote an.",
    "No. 10 declined to comment (see fig. 3 for more).",
    "She waited ... and waited.",
]
SEVERAL = [
    (["He left.", "She stayed."]),
    (["They met in the U.S.", "He said so."]),
    (['He said: "We go."', "Then they went."]),
    (["“We go,” she said.", "“I agree.”", "They left."]),
    (["Polls close at 8 p.m.", "Results are due on Tuesday."]),
    (["Why it matters:", "The quay closes on Monday.", "Boats go elsewhere."]),
    (["It was over!", "Was it?", "Yes."]),
    (["He was 28.", "Nobody knew."]),
    (["(They had met before.)", "Now they parted."]),
    (["First para.", "Second para without end"]),
]


@pytest.mark.parametrize("sentence", ONE)
def test_abbreviations_initials_and_ordinals_end_no_sentence(sentence: str) -> None:
    """One sentence stays one."""
    assert [sentence[s.start : s.end] for s in split(sentence)] == [sentence]


@pytest.mark.parametrize("sentences", SEVERAL)
def test_sentences_are_divided_at_their_ends(sentences: list[str]) -> None:
    """Several sentences on one line are told apart."""
    body = " ".join(sentences[:-1]) + ("\n\n" if "para" in body_of(sentences) else " ") + sentences[-1]
    assert [body[s.start : s.end] for s in split(body)] == sentences


def body_of(sentences: list[str]) -> str:
    return " ".join(sentences)


def test_a_blank_line_ends_a_sentence_and_a_line_break_does_not() -> None:
    """Paragraphs are numbered from 0 and divided by blank lines only."""
    body = "They met\nin Paris. It rained.\n\nNo end mark\n\n\nLast."
    assert [(body[s.start : s.end], s.paragraph) for s in split(body)] == [
        ("They met\nin Paris.", 0), ("It rained.", 0), ("No end mark", 1), ("Last.", 2),
    ]  # fmt: skip


def test_other_scripts_end_sentences_at_their_own_marks() -> None:
    """Chinese needs no white space after its full stop."""
    body = "他们见面了。会谈结束。"
    assert len(split(body)) == 2


@given(st.text(alphabet="aB1.!?…\"'”) \n。-", max_size=200))
def test_sentences_are_ordered_trimmed_and_cover_every_letter(body: str) -> None:
    """No letter or digit lies outside a sentence, and no sentence begins or ends with white space."""
    last, kept = 0, []
    for s in split(body):
        text = body[s.start : s.end]
        assert last <= s.start < s.end and text == text.strip()
        kept.append(text)
        last = s.end
    assert sorted(filter(str.isalnum, "".join(kept))) == sorted(filter(str.isalnum, body))
