"""The table of places: towns and administrative divisions of the world by name, from GeoNames (CC BY 4.0, see NOTICE).

``places.table`` is one file that ``tools/build_places.py`` writes: a line of JSON (what is in it, from where), then the
zlib-compressed sections that the line lists, little-endian. Names are kept as one sorted block of text, looked up by
bisection, so that loading means decompressing (about 0.1 s and 16 MB) and no Python object is made for a place until
somebody asks for it. What was decompressed is kept in the user's cache, from where processes share it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import mmap
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

import msgspec

from communique.accents import without_accents
from communique.caching import keep, kept
from communique.errors import LexiconError

PACKAGED = Path(__file__).with_name("places.table")
VERSION = 1
#: Stands for "no division" in the columns of parents.
NOTHING = 0xFFFFFFFF
#: The numbers of each section, as the array module has their types.
_COLUMNS = {
    "geonameid": "I",
    "latitude": "i",
    "longitude": "i",
    "population": "I",
    "kind": "B",
    "country": "H",
    "admin1": "I",
    "admin2": "I",
    "postings": "I",
}
_LENGTHS = {"name_lengths": "H", "key_lengths": "H", "posting_lengths": "I"}
#: In place of lengths, when a table is read: where each text or list ends.
_ENDS = {"name_ends": "I", "key_ends": "I", "posting_ends": "I"}


class Kind(IntEnum):
    """What a place of the table is: a first- or second-level division, or a town."""

    ADMIN1 = 1
    ADMIN2 = 2
    CITY = 3


@dataclass(frozen=True, slots=True)
class TablePlace:
    """A place of the table. ``own`` tells whether it was looked up by its own name or by another one.

    Points are WGS 84 degrees; ``admin1`` and ``admin2`` are rows of the table (:meth:`PlaceTable.entry`).
    """

    row: int
    geonameid: int
    name: str
    kind: Kind
    country: str
    latitude: float
    longitude: float
    population: int
    admin1: int | None
    admin2: int | None
    own: bool = True


#: Names for which it is remembered whether the table has them.
_MOST_KNOWN = 65_536
#: By so many bytes keys are told apart before one is looked for.
_NARROWING = 4
#: Size of the sieve in bits: one in fifteen of them is set.
_SIEVE = 1 << 23


class PlaceTable:
    """Read-only access to a table of places."""

    def __init__(self, path: Path = PACKAGED) -> None:
        try:
            packed = path.read_bytes()
            line, _, _ = packed.partition(b"\n")
            head = json.loads(line)
            digest = f"{hashlib.sha256(packed).hexdigest()}-{sys.byteorder}"
            blocks = _kept(digest) or _unpacked(packed[len(line) + 1 :], head["sections"], digest)
        except (OSError, ValueError, KeyError, TypeError, zlib.error) as error:
            raise LexiconError(f"{path}: not a readable table of places ({error}); reinstall communique") from error
        if head.get("version") != VERSION:
            raise LexiconError(f"{path}: version {head.get('version')!r} where {VERSION} is read; reinstall communique")
        self.source: str = head["source"]
        self._known: dict[str, bool] = {}
        self._ranges: dict[bytes, tuple[int, int]] = {}
        """Where the keys are that begin alike: half a million are much to bisect for each name."""
        self._codes: list[str] = head["countries"]
        columns = {name: blocks[name].cast(code) for name, code in (_COLUMNS | _ENDS).items()}  # type: ignore[call-overload]
        self._names = _Texts(bytes(blocks["names"]), columns["name_ends"])
        self._keys = _Texts(bytes(blocks["keys"]), columns["key_ends"])
        self._sieve = bytes(blocks["sieve"])
        self._posting_ends, self._postings = columns["posting_ends"], columns["postings"]
        self._columns = columns

    def __len__(self) -> int:
        return len(self._names)

    def __contains__(self, name: str) -> bool:
        found = self._known.get(name)
        if found is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
                self._ranges.clear()
            found = self._known[name] = self._position(fold(name)) is not None
        return found

    def look_up(self, name: str) -> tuple[TablePlace, ...]:
        """All places of a name, however accented, hyphenated or capitalised."""
        position = self._position(fold(name))
        if position is None:
            return ()
        start = self._posting_ends[position - 1] if position else 0
        return tuple(self.entry(p >> 1, own=not p & 1) for p in self._postings[start : self._posting_ends[position]])

    def entry(self, row: int, *, own: bool = True) -> TablePlace:
        """The place in a row of the table."""
        columns = self._columns
        return TablePlace(
            row=row,
            geonameid=columns["geonameid"][row],
            name=self._names[row].decode(),
            kind=Kind(columns["kind"][row]),
            country=self._codes[columns["country"][row]],
            latitude=columns["latitude"][row] / 1e5,
            longitude=columns["longitude"][row] / 1e5,
            population=columns["population"][row],
            admin1=_row_or_none(columns["admin1"][row]),
            admin2=_row_or_none(columns["admin2"][row]),
            own=own,
        )

    def _position(self, key: str) -> int | None:
        wanted = key.encode()
        byte, bit = divmod(zlib.crc32(wanted) % _SIEVE, 8)
        if not self._sieve[byte] >> bit & 1:
            return None
        begun = wanted[:_NARROWING]
        if begun not in self._ranges:
            start = bisect_left(self._keys, begun)
            self._ranges[begun] = start, bisect_left(self._keys, begun + b"\xff", start)  # which UTF-8 has not
        start, end = self._ranges[begun]
        position = bisect_left(self._keys, wanted, start, end)
        return position if position < end and self._keys[position] == wanted else None


class _Texts:
    """Texts in one block of bytes, with the position where each ends."""

    def __init__(self, block: bytes, ends: memoryview[int]) -> None:
        self._block, self._ends = block, ends

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, index: int) -> bytes:
        return self._block[self._ends[index - 1] if index else 0 : self._ends[index]]


def _kept(digest: str) -> dict[str, memoryview] | None:
    """The sections of a table from the cache."""
    file = kept("places", digest)
    with contextlib.suppress(OSError, ValueError, msgspec.MsgspecError):
        if file is not None:
            with file.open("rb") as opened:
                content = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
            blocks = msgspec.msgpack.decode(content, type=dict[str, memoryview])
            return blocks if blocks.keys() == {"names", "keys", "sieve", *_COLUMNS, *_ENDS} else None
    return None


def _unpacked(packed: bytes, sizes: Sequence[tuple[str, int]], digest: str) -> dict[str, memoryview]:
    """The sections of a table decompressed, with ends in place of lengths, and into the cache."""
    blocks: dict[str, bytes] = {}
    start = 0
    for name, size in sizes:
        blocks[name] = zlib.decompress(packed[start : start + size])
        start += size
    for name, code in (_COLUMNS | _LENGTHS).items():
        column = array(code)
        column.frombytes(blocks.pop(name))
        column = _little_endian(column)
        if name in _LENGTHS:
            name, column = name.replace("lengths", "ends"), array("I", accumulate(column))
        blocks[name] = column.tobytes()
    blocks["sieve"] = _sieve(blocks["keys"], memoryview(blocks["key_ends"]).cast("I"))
    keep("places", digest, msgspec.msgpack.encode(blocks))
    return {name: memoryview(block) for name, block in blocks.items()}


def _sieve(keys: bytes, ends: Sequence[int]) -> bytes:
    """A bit for the checksum of each key (Bloom 1970, with one hash): most names that are asked for are no place's."""
    bits = bytearray(_SIEVE // 8)
    start = 0
    for end in ends:
        byte, bit = divmod(zlib.crc32(keys[start:end]) % _SIEVE, 8)
        bits[byte] |= 1 << bit
        start = end
    return bytes(bits)


@lru_cache(maxsize=1)
def load_places() -> PlaceTable:
    """The packaged table, read once a process.

    Raises:
        LexiconError: the file is missing, damaged or of another version.

    """
    return PlaceTable()


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """The form that names are compared in: lower case, no accents, full stops or apostrophes, "saint" as "st"."""
    words = without_accents(name).translate(_FOLDED).lower().split()
    return " ".join(["st" if word == "saint" else word for word in words] if "saint" in words else words)


_FOLDED = str.maketrans(
    {
        **dict.fromkeys("-\u2010\u2011", " "),
        **dict.fromkeys(".'`\u2018\u2019\u02bc", ""),
        "ł": "l",
        "Ł": "l",
        "ø": "o",
        "Ø": "o",
        "đ": "d",
        "Đ": "d",
        "ı": "i",
        "ð": "d",
        "ß": "ss",
        "æ": "ae",
        "Æ": "ae",
        "þ": "th",
    }
)


def write_table(
    path: Path,
    head: Mapping[str, object],
    names: Sequence[str],
    countries: Sequence[str],
    columns: Mapping[str, array[int]],
    postings: Mapping[str, Sequence[int]],
) -> None:
    """Write a table: names and columns a row a place, and for each folded name its rows (see :class:`PlaceTable`)."""
    keys = sorted(postings, key=str.encode)
    flat = array("I", (posting for key in keys for posting in postings[key]))
    lengths = {
        "name_lengths": array("H", (len(name.encode()) for name in names)),
        "key_lengths": array("H", (len(key.encode()) for key in keys)),
        "posting_lengths": array("I", (len(postings[key]) for key in keys)),
    }
    sections = {"names": "".join(names).encode(), "keys": "".join(keys).encode()}
    for name, column in {**columns, **lengths, "postings": flat}.items():
        sections[name] = _little_endian(column).tobytes()
    packed = {name: zlib.compress(section, 9) for name, section in sections.items()}
    sizes = [[name, len(section)] for name, section in packed.items()]
    line = {**head, "version": VERSION, "countries": list(countries), "sections": sizes}
    path.write_bytes(json.dumps(line).encode() + b"\n" + b"".join(packed.values()))


def _little_endian(column: array[int]) -> array[int]:
    if sys.byteorder == "big":
        column.byteswap()
    return column


def _row_or_none(row: int) -> int | None:
    return None if row == NOTHING else row
