"""A save in, the browser told: seconds until a changed page is served and until the refresh arrives, for each development server.

    HUGO=.../hugo ELEVENTY=.../eleventy python -m benchmarks.preview --articles 1000 --edits 5

Each server is started, its page is asked for until it answers, and a websocket is opened as a browser does. Then the article gets
a sentence, and the page is asked for again every hundredth of a second. Printed are medians in seconds, as a Markdown table.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import socket
import statistics
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from tornado.websocket import WebSocketClientConnection, websocket_connect

from benchmarks.generators import Peer, append, environment, peers, prepare

EDITS: Final = {"typo": "Marker {} adds nothing.", "report": "Members of the harbour board met in Kelda on {} March 2015."}
PATIENCE: Final = 120.0
PAUSE: Final = 0.01
_SETTLED: Final = 2.0


def free_port() -> int:
    """A port that nobody listens to."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def server(peer: Peer, root: Path, port: int) -> Iterator[None]:
    """The peer's development server, running; it and what it started end with the block."""
    command = [word.format(port=port) for word in peer.serve]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=root, env=environment(), stdout=quiet, stderr=quiet, start_new_session=True) as process:
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGTERM)


def page(address: str) -> str:
    """The page as it is served now; empty where there is none."""
    with suppress(OSError, urllib.error.URLError), urllib.request.urlopen(address, timeout=10) as answer:
        return str(answer.read().decode(errors="replace"))
    return ""


async def served(address: str, words: str) -> float:
    """The moment at which the page holds the words. Raises TimeoutError."""
    for _ in range(int(PATIENCE / PAUSE)):
        if words in await asyncio.to_thread(page, address):
            return time.perf_counter()
        await asyncio.sleep(PAUSE)
    raise TimeoutError(f"{address} never held {words!r}")


async def told(connection: WebSocketClientConnection | None) -> float | None:
    """The moment at which the server asks the browser to reload; None where that cannot be followed."""
    while connection is not None:
        message = await connection.read_message()
        if message is None:
            return None
        if "reload" in str(message) or "content" in str(message):
            return time.perf_counter()
    return None


async def listening(peer: Peer, port: int) -> WebSocketClientConnection | None:
    """The websocket of a browser, past the first words of both sides."""
    path, hello = peer.socket
    try:
        connection = await websocket_connect(f"ws://127.0.0.1:{port}{path}")
    except Exception:  # a server without one closes the connection in its own way
        return None
    if hello:
        await connection.write_message(hello)
        await connection.read_message()
        await connection.write_message(json.dumps({"command": "info", "url": f"http://127.0.0.1:{port}/"}))
    return connection


async def measure(peer: Peer, root: Path, edits: int) -> dict[str, list[tuple[float, float | None]]]:
    """Seconds from each save to the served page, and to the refresh."""
    port = free_port()
    found: dict[str, list[tuple[float, float | None]]] = {kind: [] for kind in EDITS}
    stem = append(root, peer, "First.").stem
    address = f"http://127.0.0.1:{port}{peer.page.format(stem=stem)}"
    with server(peer, root, port):
        await served(address, "First.")
        for number in range(edits):
            for kind, sentence in EDITS.items():
                await asyncio.sleep(_SETTLED)
                connection = await listening(peer, port)
                refresh = asyncio.create_task(told(connection))
                words = sentence.format(number + 1)
                append(root, peer, words)
                saved = time.perf_counter()
                shown = await served(address, words)
                done, _ = await asyncio.wait({refresh}, timeout=5)
                at = refresh.result() if done else None
                refresh.cancel()
                if connection is not None:
                    connection.close()
                found[kind].append((shown - saved, at - saved if at is not None else None))
    return found


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--edits", type=int, default=3)
    parser.add_argument("--only", default="", help="names of generators, with commas between them")
    asked = parser.parse_args()
    print("| generator | edit | page served, s | browser told, s |\n| --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        for peer in peers(asked.only):
            if not peer.serve or "," in peer.name:
                continue
            rows = asyncio.run(measure(peer, prepare(peer, Path(folder), asked.articles), asked.edits))
            for kind, pairs in rows.items():
                refreshes = [at for _, at in pairs if at is not None]
                refresh = f"{statistics.median(refreshes):.2f}" if refreshes else "not followed"
                print(f"| {peer.name} | {kind} | {statistics.median(shown for shown, _ in pairs):.2f} | {refresh} |")


if __name__ == "__main__":
    main()
