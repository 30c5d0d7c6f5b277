"""Words on the command line in, calls out: the one door of the house, and the only place that reads clock and environment."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from generator import __version__

if TYPE_CHECKING:
    from generator.errors import Problem

_SITE = click.argument("site", default=".", type=click.Path(path_type=Path))
_PROBLEMS, _USAGE = 1, 2
_ORDER = ("new", "add", "serve", "build", "check", "explain", "times", "clean")


class _Group(click.Group):
    """A group that lists its commands in the order of use, and answers a mistyped one with the nearest."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """New commands that have no place in the order come last."""
        return sorted(self.commands, key=lambda name: (*_ORDER, name).index(name))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.list_commands(ctx), 1)
            hint = f'did you mean "{near[0]}"?' if near else "`dateline --help` lists the commands"
            ctx.fail(f"{error.message.rstrip('.')[:1].lower()}{error.message.rstrip('.')[1:]}\n  hint: {hint}")


def _example(command: str) -> str:
    """The end of a help page; the backspace character keeps click from joining the lines."""
    return f"\b\nExample:\n  {command}"


@click.group(
    cls=_Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_example("dateline new atlas && cd atlas && dateline serve --open")
    + "\n\nEach command has its own help: dateline build --help. The exit status is 0 when all is well, 1 when there are problems, "
    "2 when the command line cannot be understood.",
)
@click.version_option(__version__, prog_name="dateline")
def dateline() -> None:
    """Turn a folder of news articles into a timeline: pages, a calendar to subscribe to, and JSON."""


@dateline.command(short_help="Build the site.", epilog=_example("dateline build --output public --strict"))
@_SITE
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Folder to write to, instead of output/ in the site's folder.")
@click.option("--strict", is_flag=True, help="Leave with 1 when there are warnings.")
@click.option("--drafts", is_flag=True, help="Publish drafts too.")
@click.option("--frozen", is_flag=True, help="Never write dateline.lock.")
@click.option("--no-cache", is_flag=True, help="Read and write everything anew.")
@click.option("--jobs", "-j", type=click.IntRange(min=0), default=0, metavar="NUMBER", help="Number of processes; 0 chooses.")
@click.option("--cluster", metavar="ADDRESS", default="", help="Analyse on a Dask cluster, as tcp://HOST:PORT.")
@click.option("--quiet", "-q", is_flag=True, help="Print problems only.")
@click.option("--verbose", "-v", is_flag=True, help="Print the time that each phase takes, and notices.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary and all problems as JSON.")
def build(
    site: Path, output: Path | None, strict: bool, drafts: bool, frozen: bool, no_cache: bool, jobs: int, cluster: str,
    quiet: bool, verbose: bool, as_json: bool,
) -> None:  # fmt: skip
    """Build the site in the folder SITE (here, if none is named)."""
    from generator.report import Report
    from generator.result import Result
    from generator.unchanged import last_result

    report = Report(quiet, verbose, as_json)
    with problems_shown(as_json):
        target = output or site / "output"
        name = f"drafts={drafts} frozen={frozen}"
        if (last := None if no_cache else last_result(site, target, name)) is not None:
            result = Result.from_data(last)
        else:
            from generator.build import Options
            from generator.build import build as run

            result = run(site, target, Options(drafts, frozen, not no_cache, jobs, cluster), report.watch)
    report.finish(result)
    _leave(result.problems, strict)


@dateline.command(short_help="Show the site in the browser and follow changes.", epilog=_example("dateline serve --open"))
@_SITE
@click.option(
    "--port",
    "-p",
    type=click.IntRange(0, 65535),
    default=5500,
    metavar="NUMBER",
    show_default=True,
    help="Port; the next free one is taken.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 shows the site to the network.")
@click.option("--open", "open_browser", is_flag=True, help="Open the browser.")
@click.option("--verbose", "-v", is_flag=True, help="Print every request and rebuild.")
def serve(site: Path, port: int, host: str, open_browser: bool, verbose: bool) -> None:
    """Show a site with its drafts in the browser, and follow every change."""
    with problems_shown():
        from generator.serve import serve as run

        run(site, host, port, open_browser, verbose, click.echo)


@dateline.command(short_help="List what an editor should look at.", epilog=_example("dateline check --strict"))
@_SITE
@click.option("--feeds", is_flag=True, help="Check the feeds of the output folder against the rules of good feeds.")
@click.option("--strict", is_flag=True, help="Leave with 1 when there are warnings.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def check(site: Path, feeds: bool, strict: bool, as_json: bool) -> None:
    """List what an editor should look at: gaps, contradictions, undated reports, stale corrections, possible doubles."""
    with problems_shown(as_json):
        from generator.check import check as run

        findings = run(site, feeds)
    click.echo(findings.as_json() if as_json else findings.as_text())
    _leave(findings.problems, strict)


@dateline.command(
    short_help="Tell why each date and entry is what it is.",
    epilog=_example("dateline explain content/talks.md\n  dateline explain 2013-05-14-envoys-meet"),
)
@click.argument("file", metavar="FILE|ID", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--cuts", is_flag=True, help="Show the lines that are not part of the article, and the rule that cut each.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
def explain(file: Path, cuts: bool, as_json: bool) -> None:
    """Tell why each phrase of FILE has its date, and why each sentence made an entry or none.

    With the ID of an event (the last part of its page's address, or all of it) for FILE: which reports it rests on, why they
    were joined, and what became of it. The site is the one that the current folder lies in.
    """
    with problems_shown(as_json):
        from generator import explain as words

        name = _event_id(file)
        if not name and not file.exists():
            near = _near_file(file)
            raise click.BadParameter(f"there is no file {file}{f', did you mean {near}?' if near else ''}", param_hint="FILE|ID")
        if name:
            text = words.event_json(Path(), name) if as_json else words.event_text(Path(), name)
        else:
            text = words.as_json(file) if as_json else words.as_text(file, cuts)
    click.echo(text)


def _event_id(file: Path) -> str:
    """The id of an event where one is named, by itself or in the address of its page; else nothing."""
    if len(file.parts) > 2 and file.suffix == ".html" and file.parts[-3] == "events":
        return file.stem
    return "" if file.exists() or file.suffix or len(file.parts) > 1 else str(file)  # no id holds a dot or a slash


def _near_file(file: Path) -> str:
    """The file of nearly the same name in the same folder, if there is one."""
    from difflib import get_close_matches

    names = [path.name for path in file.parent.iterdir()] if file.parent.is_dir() else []
    return next((str(file.parent / name) for name in get_close_matches(file.name, names, 1)), "")


@dateline.command(
    short_help="Make a new site, or begin an article.",
    epilog=_example('dateline new atlas\n  dateline new article "Talks end without a date"'),
)
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("title", required=False)
@click.option("--site", default=".", type=click.Path(path_type=Path), help="Folder of the site that an article goes into.")
def new(directory: Path, title: str | None, site: Path) -> None:
    """Make a small site in the folder DIR: settings, three articles, a file for corrections.

    With the word "article" for DIR and a TITLE: begin an empty article in this site, dated now.
    """
    if title is not None and str(directory) != "article":
        raise click.UsageError(f'one folder at a time, or: dateline new article "{title}"')
    if str(directory) == "article" and not (title or "").strip():
        raise click.UsageError('an article needs a title: dateline new article "Talks end without a date"')
    with problems_shown():
        if title is not None:
            from datetime import datetime

            from generator.config import load
            from generator.importer import new_article

            click.echo(new_article(title, site, load(site), datetime.now().astimezone()))
            return
        from generator.scaffold import new_site

        for path in new_site(directory):
            click.echo(path)
    click.echo(f"now: cd {directory} && dateline serve --open")


@dateline.command(short_help="Bring in saved pages, feeds, mails or pasted text.", epilog=_example("dateline add ~/Downloads/story.html"))
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, allow_dash=True, path_type=Path))
@click.option("--site", default=".", type=click.Path(path_type=Path), help="Folder of the site, if it is not this one.")
@click.option("--dry-run", is_flag=True, help="Print what would be written, and write nothing.")
def add(files: tuple[Path, ...], site: Path, dry_run: bool) -> None:
    """Take saved pages, feeds, mails or folders of them into the site as articles that a person can review.

    The file "-" is what is pasted or piped in. Leaves with 1 when a file could not be read.
    """
    unread = False
    with problems_shown():
        from generator.importer import add as run

        for result in run(site, files, dry_run):
            for problem in result.problems:
                click.echo(str(problem), err=True)
            for line in result.lines(dry_run):
                click.echo(line)
            unread |= result.article is None
    sys.exit(_PROBLEMS if unread else 0)


@dateline.command(
    short_help="Tag time expressions in JSON lines.",
    epilog=_example("""echo '{"id": 1, "dct": "2013-05-15", "text": "They met on Tuesday."}' | dateline times"""),
)
@click.option("--html", "page", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Show one article as a page instead.")
def times(page: Path | None) -> None:
    """Tag time expressions: JSON lines {"id","dct","text"} in, JSON lines {"id","timexes":[...]} out."""
    with problems_shown():
        if page:
            from generator.explain import times_page

            click.echo(times_page(page))
            return
        from generator.timex.filter import tag_lines

        for line in tag_lines(sys.stdin.buffer):
            sys.stdout.write(line)
        sys.stdout.flush()


@dateline.command(short_help="Remove what builds left.", epilog=_example("dateline clean"))
@_SITE
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Folder that was written to, if it is not output/.")
def clean(site: Path, output: Path | None) -> None:
    """Remove what builds left: the cache, and the files that Dateline wrote to the output folder, no others."""
    with problems_shown():
        import shutil

        from generator import cache, config, publish

        config.load(site)
        removed = publish.clean(output or site / "output")
        shutil.rmtree(site / cache.FOLDER, ignore_errors=True)
    click.echo(f"{removed:,} files removed")


@contextmanager
def problems_shown(as_json: bool = False) -> Iterator[None]:
    """Print the problems of a failed run and leave with 1."""
    from generator.errors import DatelineError, Problem

    try:
        yield
        return
    except DatelineError as error:
        problems = error.problems
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(_PROBLEMS)
    except OSError as error:  # a folder that may not be entered, a disk that is full
        problems = (Problem(error.strerror or str(error), str(error.filename or ""), severity="error"),)
    if as_json:
        click.echo(json.dumps({"problems": [as_data(problem) for problem in problems]}, indent=2))
    for problem in problems:
        click.echo(str(problem), err=True)
    sys.exit(_PROBLEMS)


def as_data(problem: Problem) -> dict[str, Any]:
    """A problem as JSON."""
    names = ("severity", "message", "path", "line", "column", "hint")
    return {name: getattr(problem, name) for name in names}


def _leave(problems: Iterable[Problem], strict: bool) -> None:
    """Leave with 1 after errors, and under --strict after warnings."""
    bad = {"error", "warning"} if strict else {"error"}
    if any(problem.severity in bad for problem in problems):
        sys.exit(_PROBLEMS)


def main() -> NoReturn:
    """Run the command line; leaves with 0, 1 (problems) or 2 (usage)."""
    dateline(prog_name="dateline")
    raise SystemExit(0)
