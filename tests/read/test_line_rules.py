"""Line rules: furniture that must go, wherever it stands, and sentences that must stay although they look like it."""

import pytest

from generator.read import line_rules

DROPPED = [
    ("4 min read", "read-time"),
    ("Estimated reading time: 3 minutes", "read-time"),
    ("Cookie Settings", "consent"),
    ("We use cookies to improve your visit.", "consent"),
    ("Advertisement", "advertisement"),
    ("Story continues below", "advertisement"),
    ("Share on Facebook", "share"),
    ("Share  Tweet  Email", "share"),
    ("Follow us on Twitter @harbournews", "follow"),
    ("Sign up for our newsletter", "subscribe"),
    ("Already a subscriber? Log in", "subscribe"),
    ("© 2013 The Harbour Press", "copyright"),
    ("Harbour Press. All rights reserved.", "copyright"),
    ("Loading...", "loading"),
    ("Skip to main content", "skip"),
    ("Listen to this article", "listen"),
    ("Photo: Ada Holt", "credit"),
    ("(photo credit: NORTHLIGHT)", "credit"),
    ("harbour wave 219. (photo credit: NORTHLIGHT)", "credit"),
    ("Ada Holt/Reuters", "credit"),
    ("A quay at night (Getty Images)", "credit"),
    ("Updated at 1:23 p.m.", "updated"),
    ("10.42am BST", "live-stamp"),
    ("3 hours ago", "live-stamp"),
    ("Correction: An earlier version said 3 June.", "correction"),
    ("This article was amended on 4 June to give the right name.", "correction"),
    ("An earlier version of this article misstated the day.", "correction"),
    ("(Reporting by Ada Holt; editing by Jo Ray)", "reporting-note"),
    ("Jo Ray contributed to this report.", "reporting-note"),
    ("Read more: Old bridge sold", "related-line"),
    ("https://example.org/a/b", "embed"),
]
KEPT = [
    "Share prices fell to 3.",
    "He left at 10:30.",
    "The committee read the report on Monday.",
    "They follow the ministers on Tuesday.",
    "Subscribers to the old railway shares were paid in 1921 after a court ruled for them.",
    "He works for Getty Images in London now.",
    "In 2013",
    "Ministers share the view that talks should begin in June.",
    "Print shops closed.",
    "The ad ran in May.",
    "A correction in share prices followed on Friday.",
    "Steady rain fell.",
    "Comments by the minister upset the crews on Tuesday.",
]
STOPS = [
    "Related Content",
    "RELATED STORIES",
    "Read more",
    "More from Harbour News",
    "You may also like",
    "Recommended",
    "Most read",
    "Comments",
    "About the author",
    "Tags",
    "Topics",
    "Sponsored",
    "Around the web",
    "Trending now",
    "Newsletter",
    "Share this",
]
NO_STOPS = [
    "The talks",
    "Related problems remained unsolved on Monday.",
    "More talks are planned.",
    "Recommended dose raised",
    "Hostages freed",
]


@pytest.mark.parametrize(("line", "rule"), DROPPED)
def test_furniture_is_dropped_by_the_rule_that_names_it(line: str, rule: str) -> None:
    """Each kind of line has its rule."""
    assert line_rules.drop(line) == rule


@pytest.mark.parametrize("line", KEPT)
def test_sentences_that_use_the_words_of_furniture_stay(line: str) -> None:
    """A rule needs the whole line."""
    assert line_rules.drop(line) is None


@pytest.mark.parametrize("line", STOPS)
def test_headings_after_which_another_thing_follows_are_known(line: str) -> None:
    """Stop-headings are matched whole, in any case of letters."""
    assert line_rules.stop(line)


@pytest.mark.parametrize("line", NO_STOPS)
def test_other_short_lines_end_no_article(line: str) -> None:
    """A heading of the article itself is no stop-heading."""
    assert not line_rules.stop(line)
