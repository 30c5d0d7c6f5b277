"""The examples in the rules' own docstrings, run: `yes: phrase = value`, `no: phrase, phrase`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.timex.language import LANGUAGES, load
from tests.timex.reading import read


def examples(kind: str) -> Iterator[tuple[str, str, str]]:
    """Language, rule and example of each docstring line that begins with `kind:`."""
    for code in LANGUAGES:
        language = load(code)
        assert language is not None
        for name, make in {rule.name: rule.make for rule in language.rules}.items():
            for line in (make.__doc__ or "").splitlines():
                if line.strip().startswith(f"{kind}:"):
                    yield code, name, line.split(":", 1)[1].strip()


@pytest.mark.parametrize(("code", "rule", "example"), list(examples("yes")))
def test_positive(code: str, rule: str, example: str) -> None:
    """A rule reads its own examples, and they come to the values it says."""
    phrase, _, expected = example.rpartition(" = ")
    found = read(phrase, code)

    assert expected.split(", ") == [one.value for one in found][-expected.count(",") - 1 :]
    assert rule in {one.rule for one in found}


@pytest.mark.parametrize(("code", "rule", "example"), [(c, r, p.strip()) for c, r, e in examples("no") for p in e.split(", ")])
def test_negative(code: str, rule: str, example: str) -> None:
    """A rule leaves its counter-examples alone."""
    assert rule not in {one.rule for one in read(example, code)}


def test_every_rule_has_an_example() -> None:
    """No rule comes without a phrase that it is for."""
    for code in LANGUAGES:
        language = load(code)
        assert language is not None
        shown = {rule for c, rule, _ in examples("yes") if c == code}

        assert set() == {rule.name for rule in language.rules} - shown
