"""The preview: what is served, to whom, what is shown when the site is broken, and what the browser is told."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest, HTTPResponse
from tornado.httpserver import HTTPServer
from tornado.websocket import websocket_connect

from generator import watch
from generator.cli import serve as serve_command
from generator.errors import ConfigError, OutputError
from generator.serve import PreviewServer, serve

ARTICLE = "---\ntitle: Board meets\ndate: 2013-05-15\n---\n\nThe harbour board met in Arnvik on Tuesday.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one article."""
    (tmp_path / "content").mkdir()
    (tmp_path / "site.toml").write_text('[site]\ntitle = "Harbour"\n')
    (tmp_path / "content" / "a.md").write_text(ARTICLE)
    return tmp_path


class Visit:
    """A server without its watcher, and a browser."""

    def __init__(self, site: Path) -> None:
        self.said: list[str] = []
        self.server = PreviewServer(site, "127.0.0.1", 0, self.said.append)
        self.rebuild = self.server.rebuilder.rebuild

    async def get(self, path: str, **headers: str) -> HTTPResponse:
        """Ask for a page."""
        request = HTTPRequest(f"http://127.0.0.1:{self.server.port}{path}", headers=headers, follow_redirects=False)
        return await AsyncHTTPClient().fetch(request, raise_error=False)


@contextmanager
def _serving(visit: Visit) -> Iterator[None]:
    http = HTTPServer(visit.server.make_application())
    http.add_sockets(visit.server.sockets)
    try:
        yield
    finally:
        http.stop()


def _ask(site: Path, path: str, built: bool = True, **headers: str) -> HTTPResponse:
    """One answer of a server whose site has been built."""

    async def play() -> HTTPResponse:
        visit = Visit(site)
        if built:
            visit.rebuild()
        with _serving(visit):
            return await visit.get(path, **headers)

    return asyncio.run(play())


def test_a_page_comes_with_the_script_that_reloads_it(site: Path) -> None:
    """The file itself is as it will be published."""
    answer = _ask(site, "/")

    assert answer.code == 200
    assert b"/livereload.js" in answer.body
    assert b"/livereload.js" not in (site / ".dateline" / "preview" / "index.html").read_bytes()


@pytest.mark.parametrize(
    ("path", "type"),
    [("/", "text/html; charset=utf-8"), ("/calendar.ics", "text/calendar; charset=utf-8"), ("/feed.json", "application/feed+json")],
)
def test_files_have_their_types(site: Path, path: str, type: str) -> None:
    """As a good host would give them."""
    assert _ask(site, path).headers["Content-Type"] == type


def test_an_unchanged_page_is_not_sent_again(site: Path) -> None:
    """The browser asks with the ETag, and is told that nothing is new."""

    async def play() -> tuple[HTTPResponse, HTTPResponse]:
        visit = Visit(site)
        visit.rebuild()
        with _serving(visit):
            first = await visit.get("/index.html")
            return first, await visit.get("/index.html", **{"If-None-Match": first.headers["Etag"]})

    first, second = asyncio.run(play())
    assert (first.code, second.code) == (200, 304)
    assert first.headers["Cache-Control"] == "no-cache"


def test_a_page_that_is_not_there_is_the_sites_own_404(site: Path) -> None:
    """So that it can be looked at too."""
    answer = _ask(site, "/nowhere.html")

    assert answer.code == 404
    assert b"Harbour" in answer.body


@pytest.mark.parametrize("path", ["/", "/livereload-problems.js"])
@pytest.mark.parametrize("host", ["evil.example", "evil.example:5500", "localhost.evil.example"])
def test_other_names_are_refused(site: Path, path: str, host: str) -> None:
    """A page elsewhere cannot read the preview, nor its problems, by bending its own name to this machine."""
    assert _ask(site, path, Host=host).code == 403


def test_this_machine_alone_is_served(site: Path) -> None:
    """Unless told otherwise: the command's own default is the loopback address, and the port is open there only."""
    host = next(option for option in serve_command.params if option.name == "host").default
    visit = Visit(site)

    assert host == "127.0.0.1"
    assert {socket.getsockname()[0] for socket in visit.server.sockets} == {"127.0.0.1"}
    for socket in visit.server.sockets:
        socket.close()


@pytest.mark.parametrize("host", ["localhost:5500", "127.0.0.1", "127.0.0.1:1"])
def test_our_own_names_are_answered(site: Path, host: str) -> None:
    """With and without a port."""
    assert _ask(site, "/", Host=host).code == 200


OUTSIDE = [
    "/../cache.sqlite", "/%2e%2e/cache.sqlite", "/..%2f..%2fsite.toml", "/%252e%252e/site.toml", "/..%5csite.toml",
    "/....//site.toml", "//etc/passwd", "/%2fetc/passwd", "/articles/../../cache.sqlite", "/.dateline-files", "/index.html%00.txt",
    "/linked.toml", "/linked/a.md",
]  # fmt: skip


@pytest.mark.parametrize("path", OUTSIDE)
def test_nothing_but_the_preview_is_served(site: Path, path: str) -> None:
    """No path leads out of its folder: not up, not from the root, not by a link, and hidden files stay hidden."""
    preview = site / ".dateline" / "preview"
    preview.mkdir(parents=True)
    (preview / "linked.toml").symlink_to(site / "site.toml")
    (preview / "linked").symlink_to(site / "content")

    answer = _ask(site, path)
    assert answer.code in (403, 404)
    assert b"[site]" not in answer.body


@pytest.mark.parametrize("path", ["/", "/search.js", "/events.json", "/livereload-problems.js"])
def test_pages_of_other_sites_get_nothing(site: Path, path: str) -> None:
    """A request that tells its page's origin is refused unless that is ours; browsers give the rest to our pages only."""
    for origin in ("https://evil.example", "null", "http://127.0.0.1:1"):
        assert _ask(site, path, Origin=origin, Host="127.0.0.1:5500").code == 403
    answer = _ask(site, path, Origin="http://127.0.0.1:5500", Host="127.0.0.1:5500")
    assert answer.code == 200
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_before_the_first_build_one_is_told_to_wait(site: Path) -> None:
    """The page reloads itself when the build is done."""
    answer = _ask(site, "/", built=False)

    assert answer.code == 503
    assert b"/livereload.js" in answer.body


def test_a_broken_site_is_shown_as_such(site: Path) -> None:
    """File, line and hint stand in the browser; mended, the site is back."""

    async def play() -> tuple[HTTPResponse, HTTPResponse]:
        visit = Visit(site)
        visit.rebuild()
        good = (site / "site.toml").read_text()
        with _serving(visit):
            (site / "site.toml").write_text('[site]\ntitel = "<b>"\n')
            assert visit.rebuild() == "*"
            broken = await visit.get("/")
            (site / "site.toml").write_text(good)
            assert visit.rebuild() == "*"
            return broken, await visit.get("/")

    broken, mended = asyncio.run(play())
    assert broken.code == 500
    assert b"site.toml:2:1: unknown setting `titel`" in broken.body
    assert (mended.code, b"Board meets" in mended.body) == (200, True)


def test_what_is_wrong_with_an_article_stands_above_the_pages(site: Path) -> None:
    """The rest of the site is there all the same."""
    (site / "content" / "bad.md").write_bytes(b"---\ntitle: [\n---\n\nText.\n")

    assert b"/livereload-problems.js" in _ask(site, "/").body
    assert b"content/bad.md" in _ask(site, "/livereload-problems.js").body


def test_drafts_are_shown(site: Path) -> None:
    """The preview is for the one who writes."""
    (site / "content" / "d.md").write_text(ARTICLE.replace("date:", "draft: true\ndate:").replace("Board", "Crew"))

    assert _ask(site, "/articles/d.html").code == 200


def test_the_published_folder_and_the_ledger_stay_untouched(site: Path) -> None:
    """What is previewed is not published."""
    _ask(site, "/")

    assert not (site / "output").exists()
    assert not (site / "dateline.lock").exists()


def test_a_rebuild_says_what_to_reload(site: Path) -> None:
    """Everything, the style sheet alone, or nothing."""
    visit = Visit(site)
    assert visit.rebuild() == "*"
    assert visit.rebuild() is None

    (site / "content" / "a.md").write_text(ARTICLE.replace("Arnvik", "Belsund"))
    assert visit.rebuild() == "*"

    (site / "templates" / "static").mkdir(parents=True)
    (site / "templates" / "static" / "style.css").write_text("body { color: navy }")
    assert visit.rebuild() == "static/style.css"


def _told(site: Path, origin: str) -> str:
    """What a browser on a page of `origin` hears when the site is rebuilt."""

    async def play() -> str:
        visit = Visit(site)
        with _serving(visit):
            address = f"ws://127.0.0.1:{visit.server.port}/livereload"
            ear = await websocket_connect(HTTPRequest(address, headers={"Origin": origin.format(port=visit.server.port)}))
            await ear.write_message(json.dumps({"command": "hello", "protocols": []}))
            await ear.read_message()
            await ear.write_message(json.dumps({"command": "info", "url": "x"}))
            await asyncio.sleep(0.05)
            visit.server._reload("*")
            said = await ear.read_message()
            ear.close()
            return str(said)

    return asyncio.run(play())


def test_the_browser_is_told_to_reload(site: Path) -> None:
    """Without any path of the machine."""
    assert json.loads(_told(site, "http://127.0.0.1:{port}"))["path"] == "*"


def test_pages_of_others_hear_nothing(site: Path) -> None:
    """Their sockets are refused."""
    with pytest.raises(HTTPClientError, match="403"):
        _told(site, "https://evil.example")


def test_the_next_free_port_is_taken(site: Path) -> None:
    """So that two sites can be looked at together."""
    first = PreviewServer(site, "127.0.0.1", 0, print)
    second = PreviewServer(site, "127.0.0.1", first.port, print)

    assert second.port > first.port
    for server in (first, second):
        for socket in server.sockets:
            socket.close()


def test_an_address_that_is_not_ours_is_said(site: Path) -> None:
    """Not a traceback."""
    with pytest.raises(OutputError, match=r"cannot listen on 203\.0\.113\.1"):
        PreviewServer(site, "203.0.113.1", 5500, print)


def test_ports_that_others_have_are_said(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the next ones are taken too, the message names the option."""
    monkeypatch.setattr("generator.serve._PORTS", 1)
    first = PreviewServer(site, "127.0.0.1", 0, print)
    with pytest.raises(OutputError, match=f"no port from {first.port} on is free at 127.0.0.1: Address already in use") as caught:
        PreviewServer(site, "127.0.0.1", first.port, print)

    assert "--port" in caught.value.problems[0].hint
    for socket in first.sockets:
        socket.close()


def test_a_folder_that_is_no_site_is_not_served(tmp_path: Path) -> None:
    """Nothing is made there, and nothing is waited for."""
    with pytest.raises(ConfigError, match=r"no site\.toml"):
        serve(tmp_path, "127.0.0.1", 0, False, False, print)

    assert list(tmp_path.iterdir()) == []


def test_changes_are_seen_once_they_stand_still(site: Path) -> None:
    """A burst of saves, a save by rename and a file moved in with an old time are one change each; nothing is none."""
    stop = threading.Event()
    seen = watch.changes(site, ("content", "templates"), stop)
    states = [next(seen)]

    for number in range(20):
        (site / "content" / f"{number}.md").write_text(ARTICLE)
    states.append(next(seen))

    (site / "content" / ".new").write_text(ARTICLE.replace("Arnvik", "Belsund"))
    (site / "content" / ".new").replace(site / "content" / "a.md")
    states.append(next(seen))

    (site / "timeline.yaml").write_text("")
    states.append(next(seen))
    stop.set()

    assert len(set(states)) == 4
    assert list(seen) == []
