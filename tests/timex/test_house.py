"""What is language stays in the folders of the languages."""

from __future__ import annotations

import ast
import re
import re._parser as patterns
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.timex.en.words import WORDS
from generator.timex.language import LANGUAGES, load

FOLDER = Path(__file__).parents[2] / "generator" / "timex"
SPEAKS = ("reasons.py", "html.py", "filter.py", "holidays.py")  # these write English for an editor, or name holidays by keys
CLASSES = ("WEEKDAY", "WEEKDAYS", "AGO", "EARLIER", "LATER", "TODAY", "TONIGHT", "NEXT", "LAST", "AM", "PM")
WORD = frozenset(word for name in CLASSES for word in WORDS[name]) | {"january", "june", "october", "december"}


def strings(tree: ast.Module) -> Iterator[str]:
    """The strings of a module that are no docstrings."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docs = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, documented) and isinstance(node.body[0], ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


@pytest.mark.parametrize("path", [path for path in sorted(FOLDER.glob("*.py")) if path.name not in SPEAKS], ids=lambda path: path.name)
def test_no_english_word(path: Path) -> None:
    """No module outside the languages holds a time word of English."""
    held = {word for text in strings(ast.parse(path.read_text(encoding="utf-8"))) for word in re.findall(r"[a-z]+", text.lower())}

    assert set() == held & WORD


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_match_is_longer_than_a_run(code: str) -> None:
    """What is remembered of a run of classes holds wherever it stands: no rule reads or looks further, or reads a plain word."""
    language = load(code)
    assert language is not None
    reach = patterns.parse(language.run.pattern).getwidth()[1] - 1
    look = 4  # tokens behind a match that a rule asks for

    assert all(patterns.parse(rule.pattern.pattern).getwidth()[1] + look <= reach for rule in language.rules)
    assert all(language.names["OTHER"] not in rule.begins.first | rule.begins.second for rule in language.rules)
