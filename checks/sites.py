"""A folder in, small sites in odd states out: rich, empty, one event, one crowded day, long, right to left."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.model import Site
from generator.render.outputs import OUTPUTS
from tests.render import sample

SITES: dict[str, Site] = {
    "rich": sample.site(),
    "empty": sample.site(()),
    "one": sample.site(sample.events()[:1], url=""),
    "crowded": sample.site(sample.many(400, every=0)),
    "long": sample.site(sample.many(120, every=20), year_pages_from=100),
    "plain": sample.site(search="none", url=""),
}


def write(site: Site, folder: Path) -> None:
    """Write every file of a site."""
    for render in OUTPUTS.values():
        for page in render(site):
            path = folder / page.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(page.make(site.text(page.text_of)) if page.text_of else page.make())


if __name__ == "__main__":
    for name, site in SITES.items():
        write(site, Path(sys.argv[1]) / name)
