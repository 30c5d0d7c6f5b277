"""Sentences of our own taken apart and put together at random: whatever comes of it is read, and nothing is raised."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.events.helpers import read

_FOLDER = Path(__file__).parents[1] / "corpus"
_LINES = [line for name in ("en_news.txt", "en_events.txt") for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines()]
_SENTENCES = [line.split(" | ")[1].split() for line in _LINES if line.count(" | ") == 2]
_LENGTHS = "A few days after|Two weeks before|Hours after|The day after|Within days of|A month after".split("|")
_TEXTS = 600  # for each seed


def _disturbed(draw: random.Random) -> str:
    """A sentence as it is, in another order, with words of others, cut, or behind a length of time."""
    words = list(draw.choice(_SENTENCES))
    way = draw.randrange(5)
    if way == 1:
        draw.shuffle(words)
    elif way == 2:
        for _ in range(3):
            words[draw.randrange(len(words))] = draw.choice(draw.choice(_SENTENCES))
    elif way == 3:
        words = words[draw.randrange(len(words)) :]
    elif way == 4:
        words = [*draw.choice(_SENTENCES)[:-1], draw.choice(_LENGTHS).lower(), *words]
    return " ".join(words)


@pytest.mark.parametrize("seed", range(4))
def test_disturbed_sentences_are_read(seed: int) -> None:
    """What makes no sense makes no entry, or a senseless one, but never an end of the build."""
    draw = random.Random(seed)
    for _ in range(_TEXTS):
        mentions, _ = read(" ".join(_disturbed(draw) for _ in range(5)))
        assert all(mention.start <= mention.trigger.start < mention.trigger.end <= mention.end for mention in mentions)


def test_a_text_may_end_behind_after_and_a_noun() -> None:
    """Without a full stop, as a line cut off in copying."""
    assert read("Refusing 13 days after the old harbour")[0] == ()
    assert read("On Monday Holm had a")[0] == ()
