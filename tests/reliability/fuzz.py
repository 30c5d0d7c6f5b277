"""Coverage-guided fuzzing: `pip install atheris`, then `python -m tests.reliability.fuzz [OPTIONS]`.

The first octet chooses what is tried: one of the readers, front matter, the time tagger, the settings, or the
corrections. It runs until something is raised that is none of our own exceptions; `-max_total_time=600` ends it after
ten minutes.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime


def main() -> None:
    """Instrument the package and fuzz it."""
    import atheris

    with atheris.instrument_imports(include=["generator"]):
        from generator import timex
        from generator.analysis import analyse
        from generator.config import Config, parse
        from generator.errors import DatelineError
        from generator.events.corrections import load
        from generator.read import READERS

    suffixes, settings, when = sorted(READERS), Config(), datetime(2013, 5, 15, tzinfo=UTC)

    def once(data: bytes) -> None:
        choice, rest = data[0] if data else 0, data[1:]
        try:
            if choice < 160:
                analyse(rest, f"content/fuzz{suffixes[choice % len(suffixes)]}", settings)
            elif choice < 190:
                analyse(b"---\n" + rest, "content/fuzz.md", settings)
            elif choice < 220:
                timex.tag(rest.decode("utf-8", "replace"), when)
            elif choice < 240:
                parse(rest.decode("utf-8", "replace"))
            else:
                load(rest.decode("utf-8", "replace"))
        except DatelineError:
            pass

    atheris.Setup(sys.argv, once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
