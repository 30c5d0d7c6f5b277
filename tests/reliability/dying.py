"""Build a site and die: `python -m tests.reliability.dying SITE STEP` kills itself at the STEP-th change of a file.

It prints how many changes there were; step 0 never comes.

Python's audit events name every file that is opened for writing, renamed or removed, so that each moment between two changes
can be tried without waiting for a time.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any


def main() -> None:
    """Count changes below the site, and die at the one that was asked for."""
    root, last = Path(sys.argv[1]).resolve(), int(sys.argv[2])
    seen = 0

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal seen
        changes = event in ("os.rename", "os.remove", "os.rmdir", "os.mkdir") or (event == "open" and "w" in str(arguments[1]))
        if changes and str(arguments[0]).startswith(str(root)):
            seen += 1
            if seen == last:
                os.kill(os.getpid(), signal.SIGKILL)

    from generator.build import build

    sys.addaudithook(watch)
    build(root)
    print(seen)


if __name__ == "__main__":
    main()
