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
    return "\n".join([*lines, "", _JSON, "", _AROUND])


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
    example = [
        line.strip() for line in (command.epilog or "").replace("\b", "").strip().removeprefix("Example:").splitlines() if line.strip()
    ]
    if example:
        lines += ["Example:", "", "```", *example, "```"]
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


# What the program's own declarations do not tell; tests/test_docs.py holds it against what is printed.
_JSON: Final = """## JSON

With `--json` a command prints one object on standard output. New keys may be added; those here stay.

| command | keys |
| --- | --- |
| `build` | `articles`, `mentions`, `events`, `written`, `removed` (numbers), `output`, `seconds`, `phases` (seconds by name), `problems` |
| `check` | `findings`, `problems`, and with `--feeds` `feeds` (a number) |
| `explain FILE` | `article`, `dates`, `cuts`, `sentences`, `problems` (as text); `articles` where the file holds several |
| `explain ID` | `id`, `title`, `edtf`, `status`, `reports`, `reasons`, `corrections`, `history`, `possibly_the_same` |

A problem has `severity` (`error`, `warning` or `notice`), `message`, `path`, `line`, `column` (0 where unknown) and `hint`.
A run that fails prints `problems` alone. A finding has `kind`, `text`, `path`, and in `line` what to paste, if anything.

`dateline times` reads and writes JSON lines: `id`, `dct` (a day or a time), `text` and perhaps `language` in; `id` and `timexes`
out, each with `start`, `end`, `text`, `type`, `value`, `rule`, and where there is one `mod` and `edtf`."""
_AROUND: Final = """## Exit status

| status | meaning |
| --- | --- |
| 0 | fine |
| 1 | problems, or with `--strict` also warnings |
| 2 | the command line could not be understood |

## Completion

Shells complete commands and options with the Tab key after one line in their start file:

| shell | file | line |
| --- | --- | --- |
| bash | `~/.bashrc` | `eval "$(_DATELINE_COMPLETE=bash_source dateline)"` |
| zsh | `~/.zshrc` | `eval "$(_DATELINE_COMPLETE=zsh_source dateline)"` |
| fish | `~/.config/fish/completions/dateline.fish` | `_DATELINE_COMPLETE=fish_source dateline \\| source` |
"""

if __name__ == "__main__":
    main()
