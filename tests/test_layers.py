"""The house as drawn in docs/architecture.md: imports go down only, the wings never lean on each other, nothing goes in circles."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "generator"
# Lowest first. Rooms of one floor never import each other.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("errors",),
    ("slugs", "result"),
    ("dates",),
    ("labels",),
    ("config",),
    ("model",),
    ("sentences", "digests"),
    ("read", "timex", "events", "render"),
    ("cache", "executor", "ledger", "discover", "publish", "splice", "unchanged"),
    ("analysis", "merging", "writing"),
    ("build",),
    ("watch",),
    ("serve", "check", "explain", "scaffold", "importer", "report"),
    ("report",),
    ("cli",),
    ("__main__",),
)
LEVEL = {room: level for level, rooms in enumerate(FLOORS) for room in rooms}
HEAVY = ("jinja2", "markdown", "yaml", "dateutil", "lxml", "livereload", "tornado", "icalendar", "rich", "nh3", "readability", "feedparser")


def _modules() -> dict[str, Path]:
    """Every module of the package by its dotted name."""
    names = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        names[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return names


MODULES = _modules()


def _room(module: str) -> str:
    """The floor plan's name for a module: `generator.read.text` is in the room `read`."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def _imports(module: str, *, top_only: bool) -> Iterator[tuple[str, int]]:
    """The modules of this package that a module imports, with the line; `top_only` leaves out those inside functions and of types."""
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    for node in _top(tree) if top_only else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names if alias.name.split(".")[0] == "generator")
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module}:{node.lineno}: write imports in full"
            if (node.module or "").split(".")[0] == "generator":
                for alias in node.names:
                    full = f"{node.module}.{alias.name}"
                    yield (full if full in MODULES else str(node.module)), node.lineno


def _top(tree: ast.Module) -> Iterator[ast.AST]:
    """The statements that run when a module is imported."""
    waiting: list[ast.AST] = list(tree.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            waiting.extend(node.orelse)
            continue
        yield node
        waiting.extend(ast.iter_child_nodes(node))


@pytest.mark.parametrize("module", [name for name in MODULES if name != "generator"])
def test_every_module_has_a_floor(module: str) -> None:
    """A new module at the top of the package is given its place in FLOORS."""
    assert _room(module) in LEVEL


@pytest.mark.parametrize("module", [name for name in MODULES if name != "generator"])
def test_imports_go_down_only(module: str) -> None:
    """A module imports from its own room or from a floor below, also inside functions."""
    room = _room(module)
    wrong = [
        f"line {line}: {target}"
        for target, line in _imports(module, top_only=False)
        if target != "generator" and _room(target) != room and LEVEL[_room(target)] >= LEVEL[room]
    ]
    assert not wrong


def test_nothing_imports_in_circles() -> None:
    """The imports that run when a module is loaded form no cycle, also inside a room."""
    graph = {name: {target for target, _ in _imports(name, top_only=True) if target in MODULES and target != name} for name in MODULES}
    while leaves := [name for name, targets in graph.items() if not targets]:
        graph = {name: targets.difference(leaves) for name, targets in graph.items() if name not in leaves}
    assert not graph


def test_the_door_opens_quickly() -> None:
    """Loading the command line loads no library that is slow to import, so that `dateline --version` answers at once."""
    command = f"import sys, generator.cli; print([name for name in {HEAVY!r} if name in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=False, cwd=PACKAGE.parent)
    assert answer.stdout.strip() == "[]", answer.stderr


def test_nothing_below_the_door_reads_the_clock_or_the_machine() -> None:
    """No module below cli and serve asks for the time, a random number, the locale or the network."""
    asked = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.localtime", "time.strftime"}
    allowed = {"cli", "serve"}
    wrong = []
    for module, path in MODULES.items():
        if _room(module) in allowed:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in asked:
                wrong.append(f"{module}:{node.lineno}: {ast.unparse(node.func)}")
            elif isinstance(node, ast.Import | ast.ImportFrom):
                names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
                wrong += [f"{module}:{node.lineno}: {n}" for n in names if n.split(".")[0] in ("random", "locale", "socket", "requests")]
    assert not wrong
