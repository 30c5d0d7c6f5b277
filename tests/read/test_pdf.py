"""Text copied from a PDF: page numbers, running heads and hyphens at line ends go, paragraphs go on over the break."""

from tests.read.helpers import cuts, read_one, sentences

REPORT = """Ministry of Transport                       Annual Report 2012

                    Bridges and crossings

The bridge at Sandholm was inspected in March 2012 and again in No-
vember of that year. The engineers found cracks in two of the pil-
lars, and on 14 January 2013 the ministry ordered that trains should
cross it at no more than twenty miles an hour until a second report

                                 12

Ministry of Transport                       Annual Report 2012

was handed to the minister on 2 April 2013. It was written by a well-
known engineer, a well-known critic of the bridge, and advised that it
be closed. The council of Sandholm will vote on 4 June 2013.

                                 13
"""


def test_pages_leave_no_trace_in_the_text() -> None:
    """One paragraph over two pages, words whole, compounds kept."""
    article = read_one(REPORT)
    assert article.title == "Bridges and crossings"
    assert cuts(article) == [(1, "running-head"), (3, "title"), (10, "page-number"), (12, "running-head"), (18, "page-number")]
    flat = [" ".join(sentence.split()) for sentence in sentences(article)]
    assert flat[0] == "The bridge at Sandholm was inspected in March 2012 and again in November of that year."
    assert flat[1].endswith("until a second report was handed to the minister on 2 April 2013.")
    assert flat[2].startswith("It was written by a well-known engineer")


def test_offsets_lead_through_the_hyphens() -> None:
    """A word behind a mended one stands where the file has it."""
    article = read_one(REPORT)
    at = article.body.index("cracks in two")
    assert REPORT[article.file_offset(at) :].startswith("cracks in two")
    assert REPORT[article.file_offset(article.body.index("4 June 2013")) :].startswith("4 June 2013")


def test_numbers_on_lines_of_their_own_are_no_pages_unless_they_count_on() -> None:
    """A result or a year stays where it is a table's; a lone number goes by the line rules."""
    text = "Results\n\n5 June 2013\n\nThe votes for each of the two plans were counted by hand on Tuesday.\n\nFor: 1204\n\nAgainst: 1191\n"
    assert "Against: 1191" in read_one(text).body
