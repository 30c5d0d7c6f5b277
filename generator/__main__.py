"""The command `dateline`, also as `python -m generator`: words on the command line in, the command that they name runs."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line; `times` without options stands in pipes and starts without what the other commands load."""
    if sys.argv[1:] == ["times"]:
        _filter()
    else:
        from generator.cli import main as command

        command()


def _filter() -> None:
    gc.disable()  # nothing here lives in circles
    from generator.timex.filter import tag_lines

    try:
        for line in tag_lines(sys.stdin.buffer):
            sys.stdout.write(line)
        sys.stdout.flush()
    except KeyboardInterrupt:
        sys.exit(1)
    except Exception:
        from generator.cli import problems_shown

        with problems_shown():
            raise


if __name__ == "__main__":
    main()
