"""Build the packaged outlines of countries from the npm package ``world-atlas`` (Natural Earth, public domain).

``npm pack world-atlas@2.0.2``, unpack it, then::

    python tools/build_outlines.py package/countries-110m.json src/communique/web/static/vendor/outlines.json

The topology stays as it is; each country's id becomes the code that records carry (ISO 3166-1 alpha-3, and ``XKX`` for
Kosovo), found by its name. Those without a code of their own keep none.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from communique.store.queries import country_code

#: Names as the package shortens them, where the lexicon has another.
NAMES = {
    "W. Sahara": "ESH", "Dem. Rep. Congo": "COD", "Dominican Rep.": "DOM", "Falkland Is.": "FLK", "eSwatini": "SWZ",
    "Central African Rep.": "CAF", "Eq. Guinea": "GNQ", "Solomon Is.": "SLB", "Bosnia and Herz.": "BIH",
    "S. Sudan": "SSD", "Fr. S. Antarctic Lands": "ATF", "Antarctica": "ATA", "Macedonia": "MKD",
    "United States of America": "USA", "Congo": "COG",
}  # fmt: skip


def main(source: Path, target: Path) -> None:
    """Write the topology with the codes of records."""
    world = json.loads(source.read_text(encoding="utf-8"))
    for shape in world["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        shape["id"] = NAMES.get(name) or country_code(name)
        if shape["id"] is None:
            print(f"no code: {name}")
            del shape["id"]
    target.write_text(json.dumps(world, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
