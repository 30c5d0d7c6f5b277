"""The nouns, and the way from a body back into the user's file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.dates import from_edtf
from generator.errors import DatelineError, OutputError, Problem
from generator.model import Article, Event, Run, Sentence

PARTS = st.lists(st.tuples(st.text("x\n", max_size=5), st.text("abcdef ", min_size=1, max_size=8)), min_size=1, max_size=6)


@given(PARTS)
def test_offsets_lead_back_into_the_file(parts: list[tuple[str, str]]) -> None:
    """Every character of the body stands in the file where `file_offset` says."""
    file = body = ""
    runs = []
    for dropped, kept in parts:
        file += dropped
        runs.append(Run(len(body), len(file), len(kept)))
        body, file = body + kept, file + kept
    article = Article("content/a.txt", "A", body, (), tuple(runs))

    assert all(file[article.file_offset(at)] == character for at, character in enumerate(body))
    assert article.file_offset(len(body)) == runs[-1].file + runs[-1].length


def test_an_article_without_runs_has_no_way_back() -> None:
    """Without any run every offset is the file's beginning."""
    assert Article("content/a.txt", "A", "", (), ()).file_offset(3) == 0


def test_a_sentence_has_its_words() -> None:
    """The words of a sentence are those of the body between its offsets."""
    article = Article("content/a.txt", "A", "They met. They left.", (Sentence(0, 9, 0), Sentence(10, 20, 0)), (Run(0, 0, 20),))

    assert [article.text(sentence) for sentence in article.sentences] == ["They met.", "They left."]


def test_alternative_dates_are_a_disagreement() -> None:
    """An event whose sources give other dates is one they disagree on."""
    span = from_edtf("2013-05-14")

    assert not Event("2013-x", "u", "X", span, "happened", ()).disagreement
    assert Event("2013-x", "u", "X", span, "happened", (), alternatives=(from_edtf("2013-05-15"),)).disagreement


def test_a_problem_says_where_what_and_what_to_do() -> None:
    """A problem prints as path, line and column as far as known, then the message, then the hint on its own line."""
    assert str(Problem("is empty", "a.md")) == "a.md: is empty"
    assert str(Problem("is empty", "a.md", 3)) == "a.md:3: is empty"
    assert str(Problem("is empty", "a.md", 3, 7, "fill it")) == "a.md:3:7: is empty\n  hint: fill it"
    assert str(Problem("is empty", hint="fill it")) == "is empty\n  hint: fill it"


def test_an_error_carries_all_its_problems() -> None:
    """Every exception of the package has one parent and keeps each of its problems."""
    failure = OutputError(Problem("one"), Problem("two"))

    assert isinstance(failure, DatelineError)
    assert [problem.message for problem in failure.problems] == ["one", "two"]
    assert str(failure) == "one\ntwo"
