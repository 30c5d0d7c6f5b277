"""The program's own declarations in, the reference pages of the manual out: `python -m docs.generate`, with `--check` to compare only."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import click

from generator.cli import dateline
from generator.config import settings

REFERENCE: Final = Path(__file__).parent / "reference"
_VALUES: Final = {"integer range": "NUMBER", "integer": "NUMBER", "path": "PATH", "file": "FILE", "directory": "FOLDER", "text": "TEXT"}
_MADE: Final = "<!-- Made by `python -m docs.generate`; change the program, not this page. -->\n"


def pages() -> dict[Path, str]:
    """Each reference page by its path."""
    return {REFERENCE / "commands.md": commands_page(), REFERENCE / "settings.md": settings_page()}


def commands_page() -> str:
    """All commands with their arguments, options and examples, as `--help` tells them."""
    lines = ["# Commands", "", _MADE, "`python -m generator` does the same as `dateline`.", ""]
    lines += [f"- [`dateline {name}`](#dateline-{name.replace(' ', '-')}): {_first(command)}" for name, command in _commands(dateline)]
    for name, command in _commands(dateline):
        lines += ["", *_command(name, command)]
    lines += [
        "", "## Exit status", "",
        "| status | meaning |", "| --- | --- |",
        "| 0 | fine |", "| 1 | problems, or with `--strict` also warnings |", "| 2 | the command line could not be understood |", "",
    ]  # fmt: skip
    return "\n".join(lines)


def settings_page() -> str:
    """All settings of site.toml, table by table, with type, default and meaning."""
    lines = [
        "# Settings", "", _MADE,
        "All settings live in `site.toml`. None is required: a `site.toml` with `[site]` and a title is enough.",
        "An unknown name is an error that tells the nearest known one.",
    ]  # fmt: skip
    table = ""
    for setting in settings():
        where, _, name = setting.name.rpartition(".")
        if where != table:
            table = where
            lines += ["", f"## [{where}]", "", "| setting | type | default | meaning |", "| --- | --- | --- | --- |"]
        cells = (f"`{name}`", setting.type, f"`{setting.default}`", setting.description)
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join([*lines, ""])


def main() -> None:
    """Write the pages; with `--check` name those that differ and leave with 1."""
    stale = [path for path, text in pages().items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv[1:]:
        for path in stale:
            print(f"{path.relative_to(Path.cwd())}: is not what the program says; run `python -m docs.generate`")
        raise SystemExit(bool(stale))
    REFERENCE.mkdir(exist_ok=True)
    for path in stale:
        path.write_text(pages()[path], encoding="utf-8")


def _commands(group: click.Group, prefix: str = "") -> list[tuple[str, click.Command]]:
    """All commands by their full names; a group's own commands follow it."""
    found: list[tuple[str, click.Command]] = []
    for name, command in sorted(group.commands.items()):
        found.append((prefix + name, command))
        if isinstance(command, click.Group):
            found += _commands(command, f"{prefix}{name} ")
    return found


def _first(command: click.Command) -> str:
    return " ".join((command.help or "").split("\n\n")[0].split())


def _command(name: str, command: click.Command) -> list[str]:
    context = click.Context(command, info_name=f"dateline {name}")
    usage = command.get_usage(context).removeprefix("Usage: ")
    paragraphs = [" ".join(paragraph.split()) for paragraph in (command.help or "").split("\n\n")]
    lines = [f"## dateline {name}", "", "```", *(line.strip() for line in usage.splitlines()), "```", ""]
    lines += [line for paragraph in paragraphs for line in (paragraph, "")]
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option) and not parameter.hidden]
    if options:
        lines += ["| option | meaning |", "| --- | --- |", *map(_option, options), ""]
    example = (command.epilog or "").replace("\b", "").strip().removeprefix("Example:").strip()
    if example:
        lines += ["Example:", "", "```", example, "```"]
    return lines


def _option(option: click.Option) -> str:
    """One row of the table; put together here because click's own wording differs between its releases."""
    names = ", ".join(sorted(option.opts, key=len))
    if not option.is_flag:
        names += f" {option.metavar or _VALUES.get(option.type.name, option.type.name.upper())}"
    meaning = option.help or ""
    if option.show_default and option.default not in (None, "", False):
        meaning += f" Default: `{option.default}`."
    return "| `" + names.replace("|", "\\|") + "` | " + meaning.replace("|", "\\|") + " |"


if __name__ == "__main__":
    main()
