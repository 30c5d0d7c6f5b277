"""Laws of reading: any octets give articles or problems and nothing else, and offsets stay ordered and inside the file."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import Config
from generator.read import FAULT, READERS, decode, read_articles
from tests.read.helpers import quotes, sentences

_PIECES = st.sampled_from(
    "---\n|title: |date: 2013-05-14|\n|\n\n|\r\n|They met on Monday. |**|_|[a](b)|`|<p>|</div>|<!--|-->|&amp;|&#8217;|# |> |- |Share|"
    'Related Content|(photo credit: X)|KIRUNA, Sweden - |\x00|\ufeff|é|“|[[[[[[[[[|<script>|2013-05-14|05/06/2013|{|"events": [|,|;|'
    "=\n|=E2|Subject: x\n|<item>|\t|    |***|😀|+++\n|<table><tr><td>|</p>|"
    '<time datetime="2013-05-14">|<h1>|<a:b"|<meta name="date" content="|'.split("|")
)
_TEXTS = st.lists(_PIECES, max_size=40).map("".join)


@settings(max_examples=150, deadline=None)
@given(_TEXTS, st.sampled_from(sorted(READERS)))
def test_any_text_gives_articles_or_problems(text: str, suffix: str) -> None:
    """No exception leaves a reader, and every article's offsets are in order and inside its file."""
    data = text.encode()
    articles, problems = read_articles(data, f"content/x{suffix}", Config())
    assert articles or problems
    assert not any(problem.message.startswith(FAULT) for problem in problems)
    for article in articles:
        size = len(decode(data, article.path)) if suffix not in (".eml", ".mhtml", ".mht") else len(text) + 10
        ends = [(run.body, run.file, run.length) for run in article.runs]
        assert all(run.file + run.length <= size for run in article.runs)
        assert all(a[0] + a[2] <= b[0] for a, b in pairwise(ends))
        assert "\n\n\n" not in article.body


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(sorted(READERS)))
def test_any_octets_give_articles_or_problems(data: bytes, suffix: str) -> None:
    """Noise is a problem, not a crash."""
    articles, problems = read_articles(data, f"content/x{suffix}", Config())
    assert articles or problems
    assert not any(problem.message.startswith(FAULT) for problem in problems)


_PLAIN = st.lists(
    st.text(alphabet=st.sampled_from("abc ABC é,.“”5"), min_size=1, max_size=60).map(lambda t: "Xx " + t), min_size=1, max_size=6
)


@settings(max_examples=100, deadline=None)
@given(_PLAIN, st.sampled_from([".txt", ".md"]))
def test_sentences_of_plain_text_quote_the_file(paragraphs: list[str], suffix: str) -> None:
    """Where there is no markup, a sentence is the file's own words."""
    data = "\n\n".join(paragraphs).encode()
    articles, _ = read_articles(data, f"content/x{suffix}", Config())
    assert quotes(articles[0], data) == sentences(articles[0])
