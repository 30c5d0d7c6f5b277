"""The sites in odd states that the page checks look at: they can be made."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_sites_that_the_page_checks_look_at_can_be_made(tmp_path: Path) -> None:
    """Each has a front page and, where there are events, pages of articles."""
    subprocess.run([sys.executable, ROOT / "checks" / "sites.py", tmp_path], check=True, cwd=ROOT)
    made = sorted(tmp_path.iterdir())
    assert len(made) == 6
    assert all((site / "index.html").stat().st_size > 1000 for site in made)
    assert list((tmp_path / "rich" / "articles").glob("*.html"))
