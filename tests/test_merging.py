"""Merging after an edit: what is remembered changes nothing but the time that it takes."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from benchmarks import corpus
from generator.analysis import analyse
from generator.cache import Store
from generator.config import Config
from generator.events import merge, neighbours
from generator.events.edges import edge
from generator.events.features import Features
from generator.events.similarity import SHOW, alikeness
from generator.merging import remembered
from generator.model import Mention


@cache
def _mentions() -> tuple[Mention, ...]:
    """The dated reports of forty articles on few people and places, in order."""
    found: list[Mention] = []
    for number in range(40):
        name, text = corpus.article(number, 8, 7, "dateline")
        (analysis,) = analyse(text.encode(), f"content/{name}", Config())
        found += analysis.mentions
    return tuple(merge.dated(found))


def _some(draw: random.Random, held: Sequence[Mention], changes: int) -> list[Mention]:
    """All reports that were there but a few, and a few that were not, in order."""
    there = {id(mention) for mention in held}
    toggled = set(map(id, draw.sample(_mentions(), changes)))
    return [mention for mention in _mentions() if (id(mention) in there) != (id(mention) in toggled)]


@pytest.mark.parametrize("seed", range(8))
def test_what_is_remembered_gives_what_would_be_found(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After any edit the edges, the clusters, their reasons and their events are those of a merge from nothing.

    Few neighbours and small blocks, so that the edits push neighbours out of reach and blocks over the limit.
    """
    monkeypatch.setattr(neighbours, "_NEIGHBOURS", 3)
    monkeypatch.setattr(merge, "_SMALL", 6)
    monkeypatch.setattr(neighbours, "_MANY", 0.5)
    draw = random.Random(seed)
    store = Store(tmp_path, "k")
    held = [mention for mention in _mentions() if draw.random() < 0.8]
    for _ in range(8):
        found, fresh = remembered(store, 1, held), merge.merge(held)
        assert list(found.links.edges) == list(fresh.links.edges)
        assert (list(found.small), found.roots) == (list(fresh.small), fresh.roots)
        assert found.clusters == fresh.clusters
        held = _some(draw, held, draw.randint(1, 6))
    store.close()


def test_what_has_not_changed_is_not_merged_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time its events come out of the store, with the mentions of this time."""
    store = Store(tmp_path, "k")
    first = merge.events_of(remembered(store, 1, _mentions()), _mentions())
    monkeypatch.setattr("generator.merging.merge", None)
    second = merge.events_of(remembered(store, 1, _mentions()), _mentions())

    assert first == second
    assert {id(mention) for event in second for mention in event.mentions} <= set(map(id, _mentions()))
    store.close()


def test_scores_that_are_known_are_those_that_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Clusters are the same whether the scores of neighbours are looked up or worked out again."""
    looked_up = merge.merge(_mentions())
    monkeypatch.setattr(merge, "_LOOKED_UP", -1)
    worked_out = merge.merge(_mentions())
    assert looked_up.clusters == worked_out.clusters


def test_all_pairs_of_a_small_block_are_compared() -> None:
    """The edges of a small block are those of its neighbours and of all others, each once."""
    found = merge.merge(_mentions())
    groups: dict[int, list[int]] = {}
    for at, root in enumerate(found.roots):
        groups.setdefault(root, []).append(at)
    items = [Features(mention) for mention in _mentions()]
    pairs = (pair for group in groups.values() if len(group) <= merge._SMALL for pair in combinations(group, 2))
    scored = ((alikeness(items[i], items[j]), i, j) for i, j in pairs)
    assert list(found.small) == sorted(edge(value, i, j) for value, i, j in scored if value >= SHOW)


def test_a_merge_that_is_broken_off_leaves_nothing_that_would_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped while what was found is stored, the next merge begins from nothing and finds the same."""
    store = Store(tmp_path, "k")
    remembered(store, 1, _mentions()[:-5])
    keep = store.keep_merged

    def broken(part: str, found: bytes) -> None:
        if part == "roots":
            raise KeyboardInterrupt
        keep(part, found)

    monkeypatch.setattr(store, "keep_merged", broken)
    with pytest.raises(KeyboardInterrupt):
        remembered(store, 1, _mentions())
    monkeypatch.undo()
    assert remembered(store, 1, _mentions()).clusters == merge.merge(_mentions()).clusters
    store.close()


def test_without_pairs_the_clusters_are_the_same(tmp_path: Path) -> None:
    """What came of merging from nothing, and what is known of it the next time, both without the pairs."""
    store = Store(tmp_path, "k")
    clusters = merge.merge(_mentions()).clusters
    assert remembered(store, 1, _mentions(), pairs=False).clusters == clusters
    again = remembered(store, 1, _mentions(), pairs=False)
    assert (again.clusters, len(again.links.edges)) == (clusters, 0)
    assert len(remembered(store, 1, _mentions()).links.edges) > 0
    store.close()


def test_processes_merge_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shared out or not, the clusters are the same."""
    monkeypatch.setattr("generator.merging._MENTIONS", 1)
    one, two = Store(None, "k"), Store(None, "k")
    assert remembered(one, 1, _mentions()).clusters == remembered(two, 2, _mentions()).clusters
    one.close()
    two.close()
