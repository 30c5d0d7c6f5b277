"""A site folder in, a preview in the browser out that follows every change: python livereload with a watcher of our own.

Builds run in a thread of their own, one at a time, into a folder of the cache; requests are answered all the while from
what the last good build gave. The server listens to this machine only, answers to its own name only, and shows nothing
but the preview folder.
"""

from __future__ import annotations

import errno
import html
import json
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from livereload import Server
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.server import HEAD_END, LiveScriptInjector
from livereload.watcher import Watcher
from tornado import web
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets

from generator import build, cache, config, watch
from generator.errors import DatelineError, OutputError, Problem
from generator.render.feeds.types import content_type
from generator.result import Result, counted

_PREVIEW: Final = "preview"
_PORTS: Final = 20
_SHOWN: Final = 20
_SCRIPT: Final = b'<script src="/livereload.js?port=%d"></script>'
_PROBLEMS: Final = b'<script src="/livereload-problems.js"></script>'
_LOCAL: Final = frozenset({"localhost", "127.0.0.1", "[::1]"})
Say = Callable[[str], object]


@dataclass(slots=True)
class Preview:
    """What the server knows of the last build; `fatal` are the problems that kept a build from ending."""

    folder: Path
    result: Result | None = None
    fatal: tuple[Problem, ...] = ()
    edition: int = 0

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The errors to show in the browser."""
        found = self.fatal or (self.result.problems if self.result else ())
        return tuple(problem for problem in found if problem.severity == "error")


@dataclass(slots=True)
class Rebuilder:
    """Builds whenever the inputs have changed, from the start until `stop`; tells `done` what to reload."""

    root: Path
    preview: Preview
    done: Callable[[str], object]
    say: Say
    stop: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Watch first, then build for the first time, so that no save is lost."""
        for _ in watch.changes(self.root, self._folders(), self.stop):
            if path := self.rebuild():
                self.done(path)

    def rebuild(self) -> str | None:
        """Build once; the path that the browser should reload, which for style sheets alone is theirs, None for nothing."""
        started, before = time.perf_counter(), self.preview.problems
        try:
            self.preview.result = build.build(self.root, self.preview.folder, build.Options(drafts=True, frozen=True))
            self.preview.fatal = ()
        except DatelineError as error:
            self.preview.fatal = error.problems
        except Exception as error:  # the preview outlives every fault, and shows it
            logging.getLogger(__name__).debug("build failed", exc_info=True)
            self.preview.fatal = (Problem(f"{type(error).__name__}: {error}", hint="please report this fault", severity="error"),)
        self.preview.edition += 1
        self._tell(time.perf_counter() - started)
        result = self.preview.result
        if self.preview.edition == 1 or before != self.preview.problems or result is None or result.removed:
            return "*"
        styles = bool(result.files) and all(name.endswith(".css") for name in result.files)
        return result.files[0] if styles else "*" if result.files and not self.preview.fatal else None

    def _folders(self) -> tuple[str, str]:
        try:
            settings = config.load(self.root)
        except DatelineError:
            settings = config.Config()
        return settings.content.folder, settings.pages.theme

    def _tell(self, seconds: float) -> None:
        for problem in self.preview.fatal or (self.preview.result.problems if self.preview.result else ()):
            if problem.severity != "notice":
                self.say(str(problem))
        result = self.preview.result
        if result and not self.preview.fatal:
            counts = (counted(result.articles, "article"), counted(result.events, "event"), counted(result.written, "file"))
            self.say(f"{', '.join(counts)} written, {seconds:.2f} s")
        elif self.preview.fatal:
            self.say("not built; the last good site stays until this is mended")


class _Watcher(Watcher):  # type: ignore[misc]
    """Stands where livereload's polling watcher would: it is told what to reload, and looks at nothing itself."""

    def start(self, callback: Callable[[], object]) -> bool:
        """Say that no polling is needed."""
        return True


class _Socket(LiveReloadHandler):  # type: ignore[misc]
    """The browser's ear, open to pages of this server only."""

    def check_origin(self, origin: str) -> bool:
        """Refuse pages of other sites, which could otherwise read what is being worked on."""
        return bool(urlsplit(origin).netloc == self.request.host and _is_ours(self.request.host, self.settings["hosts"]))


class _Script(LiveReloadJSHandler):  # type: ignore[misc]
    """The browser's half of livereload."""

    def get(self) -> None:
        """Give the script, for an hour."""
        super().get()
        self.set_header("Cache-Control", "max-age=3600")


class _Problems(web.RequestHandler):
    """The strip with what is wrong with single articles; a file of its own, since pages forbid scripts inside them."""

    preview: Preview

    def initialize(self, preview: Preview) -> None:
        """Tell of this preview."""
        self.preview = preview

    def prepare(self) -> None:
        """Answer to our own names and pages only, as for files."""
        _guard(self)

    def get(self) -> None:
        """Give the script."""
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(_overlay(self.preview.problems))


class _Injector(LiveScriptInjector):  # type: ignore[misc]
    """Puts the script, and what is wrong with the site, into every page."""

    script = b""
    preview: Preview

    def transform_first_chunk(self, status_code: int, headers: Any, chunk: bytes, finishing: bool) -> Any:
        """Add to a page's head; style sheets and feeds pass untouched."""
        if "html" in headers.get("Content-Type", "") and HEAD_END in chunk:
            extra = self.script + (_PROBLEMS if self.preview.problems else b"")
            chunk = chunk.replace(HEAD_END, extra + HEAD_END, 1)
            if "Content-Length" in headers:
                headers["Content-Length"] = str(int(headers["Content-Length"]) + len(extra))
        return status_code, headers, chunk


class _Files(web.StaticFileHandler):
    """The files of the preview folder, with our 404 page, true content types and a check on each visit."""

    preview: Preview

    def initialize(self, path: str, preview: Preview) -> None:  # type: ignore[override]
        """Serve `path`, with index.html for folders."""
        super().initialize(path, "index.html")
        self.preview = preview

    def prepare(self) -> None:
        """Answer to our own names and pages only: a page elsewhere may have bent its name to this machine."""
        _guard(self)
        if self.preview.fatal and self._is_page():
            self.set_status(500)
            self.finish(_error_page(self.preview.fatal))
        elif not self.preview.edition and self._is_page():
            self.set_status(503)
            self.finish(_page("Building", "<p>The site is being built for the first time.</p>"))

    def parse_url_path(self, url_path: str) -> str:
        """Refuse what is no path of a site: hidden files, such as our own notes, and names that no file can have."""
        if "\0" in url_path or any(part.startswith(".") for part in url_path.split("/")):
            raise web.HTTPError(404)
        return super().parse_url_path(url_path)

    def validate_absolute_path(self, root: str, absolute_path: str) -> str | None:
        """Follow no link out of the folder."""
        found = super().validate_absolute_path(root, absolute_path)
        if found is not None and not Path(found).resolve().is_relative_to(Path(root).resolve()):
            raise web.HTTPError(403)
        return found

    def set_extra_headers(self, path: str) -> None:
        """Let the browser ask each time; an unchanged file is answered with 304."""
        self.set_header("Cache-Control", "no-cache")
        self.set_header("X-Content-Type-Options", "nosniff")

    def compute_etag(self) -> str | None:
        """Stands for the file's time and size, and the last build's errors, which are shown inside pages."""
        try:
            stat = Path(str(self.absolute_path)).stat()
        except OSError:
            return None
        errors = cache.content_hash(repr(self.preview.problems).encode()).hex()[:8] if self.preview.problems else ""
        return f'"{stat.st_mtime_ns:x}-{stat.st_size:x}{errors}"'

    def get_modified_time(self) -> None:
        """No Last-Modified: two builds may fall into one second, and the ETag is exact."""
        return

    def get_content_type(self) -> str:
        """The type that a good host would give."""
        return content_type(str(self.absolute_path)) or super().get_content_type()

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Show the site's own 404 page."""
        own = self.preview.folder / "404.html"
        self.set_header("Content-Type", "text/html; charset=utf-8")
        if status_code == 404 and own.is_file():
            self.finish(own.read_bytes())
        else:
            self.finish(_page(str(status_code), f"<p>{html.escape(self._reason)}</p>"))

    def _is_page(self) -> bool:
        name = self.request.path.rpartition("/")[2]
        return "." not in name or name.endswith(".html")


class PreviewServer(Server):  # type: ignore[misc]
    """livereload's server with our handlers; `application` opens the port."""

    def __init__(self, root: Path, host: str, port: int, say: Say) -> None:
        super().__init__(watcher=_Watcher())
        place = cache.folder(root)
        if place is None:
            raise OutputError(Problem("cannot be written, and a preview needs a place there", str(root), severity="error"))
        self.preview = Preview(place / _PREVIEW)
        self.preview.folder.mkdir(exist_ok=True)
        self.sockets, self.port = _bind(host, port)
        self.host, self.say = host, say
        self.loop = IOLoop.current()
        self.rebuilder = Rebuilder(root, self.preview, self._rebuilt, say)

    def make_application(self) -> web.Application:
        """Everything that is answered."""
        LiveReloadHandler.watcher, LiveReloadHandler.live_css = self.watcher, True
        LiveReloadHandler.DEFAULT_RELOAD_TIME = 0  # our watcher has settled the burst already
        LiveReloadHandler._last_reload_time = 0.0
        injector = type("Injector", (_Injector,), {"script": _SCRIPT % self.port, "preview": self.preview})
        files = {"path": str(self.preview.folder), "preview": self.preview}
        routes: list[Any] = [
            (r"/livereload", _Socket),
            (r"/livereload.js", _Script),
            (r"/livereload-problems.js", _Problems, {"preview": self.preview}),
            (r"/(.*)", _Files, files),
        ]
        hosts = None if self.host in ("0.0.0.0", "::") else _LOCAL | {self.host}
        return web.Application(routes, transforms=[injector], hosts=hosts, log_function=_quiet)

    def run(self) -> None:
        """Serve until interrupted."""
        from tornado.httpserver import HTTPServer

        HTTPServer(self.make_application()).add_sockets(self.sockets)
        worker = threading.Thread(target=self.rebuilder.run, name="builds", daemon=True)
        worker.start()
        try:
            self.loop.start()
        except KeyboardInterrupt:
            self.say("stopped")
        finally:
            self.rebuilder.stop.set()
            worker.join(timeout=5)

    def _rebuilt(self, path: str) -> None:
        """Called in the build's thread: have the loop tell the browsers."""
        self.loop.add_callback(self._reload, path)

    def _reload(self, path: str) -> None:
        LiveReloadHandler.reload_waiters(path)


def serve(root: Path, host: str, port: int, open_browser: bool, verbose: bool, say: Say) -> None:
    """Serve the preview of the site at `root` until interrupted; raises OutputError where no port is free."""
    for name in ("livereload", "tornado.access", "tornado.general", "tornado.application"):
        logging.getLogger(name).setLevel(logging.INFO if verbose else logging.CRITICAL)
    if verbose:
        logging.basicConfig(format="%(message)s", level=logging.INFO)
    if not (root / config.FILE).is_file():
        config.load(root)  # says why this is no site; a mistake in the settings is shown in the browser instead
    server = PreviewServer(root, host, port, say)
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else host
    address = f"http://{shown}:{server.port}/"
    say(f"{address} (stop with Ctrl-C)")
    if shown != host:
        say("everybody in the network can see this preview, with its drafts")
    if open_browser:
        import webbrowser

        threading.Timer(0.5, webbrowser.open, (address,)).start()
    server.run()


def _bind(host: str, port: int) -> tuple[list[Any], int]:
    """Listen on the port or, where others have it, on one of the next twenty."""
    failure: OSError | None = None
    for candidate in range(port, port + _PORTS) if port else (0,):
        try:
            sockets = bind_sockets(candidate, host)
        except OSError as error:
            failure = error
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                hint = "name an address of this machine with --host, or leave the option out"
                raise OutputError(Problem(f"cannot listen on {host}: {error.strerror}", hint=hint, severity="error")) from None
            continue
        return sockets, sockets[0].getsockname()[1]
    why = failure.strerror if failure else ""
    hint = "name another one with --port"
    raise OutputError(Problem(f"no port from {port} on is free at {host}: {why}", hint=hint, severity="error"))


def _guard(handler: web.RequestHandler) -> None:
    """Refuse requests for another host and from pages of other sites, and forbid those to load what is sent."""
    request = handler.request
    origin = request.headers.get("Origin")
    if not _is_ours(request.host, handler.settings["hosts"]) or (origin is not None and urlsplit(origin).netloc != request.host):
        raise web.HTTPError(403)
    handler.set_header("Cross-Origin-Resource-Policy", "same-origin")


def _is_ours(host: str, hosts: frozenset[str] | None) -> bool:
    """Tell whether a Host header names this server; `hosts` None allows every numeric address and the local names."""
    name = host.rpartition(":")[0] if ":" in host and not host.endswith("]") else host
    return name in (hosts or _LOCAL) or (hosts is None and _is_address(name.strip("[]")))


def _is_address(name: str) -> bool:
    from ipaddress import ip_address

    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _overlay(problems: tuple[Problem, ...]) -> str:
    """A script that shows what is wrong with single articles at the top of the page."""
    listed = json.dumps("\n".join(map(str, problems[:_SHOWN])))
    style = "margin:0;padding:.6em 1em;background:#8b0000;color:#fff;white-space:pre-wrap;font:14px monospace"
    return (
        'addEventListener("DOMContentLoaded",()=>{const p=document.createElement("pre");'
        f"p.style.cssText={json.dumps(style)};p.textContent={listed};document.body.prepend(p)}})"
    )


def _error_page(problems: tuple[Problem, ...]) -> bytes:
    items = "".join(f"<pre>{html.escape(str(problem))}</pre>" for problem in problems[:_SHOWN])
    return _page("The site cannot be built", f"{items}<p>This page reloads when it can.</p>")


def _page(title: str, body: str) -> bytes:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
        "<style>body{font:1rem/1.5 system-ui;max-width:60rem;margin:3rem auto;padding:0 1rem}"
        "pre{background:#fee;color:#600;padding:1rem;white-space:pre-wrap}</style></head>"
        f"<body><h1>{html.escape(title)}</h1>{body}</body></html>"
    ).encode()


def _quiet(handler: web.RequestHandler) -> None:
    """Requests are not printed unless asked for."""
    logging.getLogger("tornado.access").info("%d %s", handler.get_status(), handler.request.uri)
