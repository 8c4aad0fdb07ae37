"""What linking takes from a reading, so that it need not hold the reading itself.

Extracts are made article by article, so this can be spread over processes; between them they travel as MessagePack.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import msgspec
import numpy as np

from communique.linking.counts import Counted, counted_in
from communique.linking.details import Details
from communique.linking.duplicates import sketch
from communique.linking.profiles import Profile, profiles_of
from communique.linking.responses import Answer, answers_of
from communique.linking.stories import headline
from communique.linking.tellings import Item
from communique.linking.vectors import term_counts
from communique.linking.wordings import wording
from communique.records import Reading

#: Articles that are handed over at once.
_TOGETHER = 64


class Extract(msgspec.Struct, array_like=True, frozen=True, eq=False, gc=False):
    """One article as linking sees it.

    ``shingles`` and ``bands`` tell copies (:func:`~communique.linking.duplicates.sketch`); ``terms`` and ``counts``,
    one 64-bit float for each, what it is about. ``items`` are its reports, encoded, ``kinds`` the kind of each, and
    ``sequels`` the reports of acts that followed others at once, each with that other.
    """

    id: str
    published: datetime.date | None
    headline: str
    shingles: bytes
    bands: bytes
    terms: tuple[str, ...]
    counts: bytes
    profiles: tuple[Profile, ...]
    items: tuple[msgspec.Raw, ...]
    kinds: tuple[str, ...]
    sequels: tuple[tuple[str, str], ...]
    answers: tuple[Answer, ...]
    counted: tuple[Counted, ...]


def extract(reading: Reading) -> Extract:
    """Take from a reading what linking needs."""
    shingles, bands = sketch(reading.text)
    terms = term_counts(reading)
    return Extract(
        id=reading.id,
        published=reading.published,
        headline=headline(reading),
        shingles=shingles,
        bands=bands,
        terms=tuple(terms),
        counts=np.array(list(terms.values()), dtype=np.float64).tobytes(),
        profiles=tuple(profiles_of(reading)),
        items=tuple(msgspec.Raw(msgspec.msgpack.encode(item)) for item in items_of(reading)),
        kinds=tuple(report.kind for report in reading.reports),
        sequels=tuple((r.id, r.same_day_as) for r in reading.reports if r.same_day_as is not None),
        answers=tuple(answers_of(reading)),
        counted=tuple(counted_in(reading)),
    )


def items_of(reading: Reading) -> Iterator[Item]:
    """The reports of an article with what its text adds to them."""
    details = Details(reading)
    for report in reading.reports:
        yield Item(report, reading.published, wording(report, reading.text), details.of(report))


def batches(readings: Iterable[Reading]) -> Iterator[bytes]:
    """Readings, several at once, as :func:`extract_batch` takes them."""
    remaining = iter(readings)
    while several := list(islice(remaining, _TOGETHER)):
        yield _encoder.encode(several)


def extract_batch(batch: bytes) -> bytes:
    """The extracts of a batch of readings, for :func:`extracts_of`."""
    return _encoder.encode([extract(reading) for reading in _readings.decode(batch)])


def extracts_of(batch: bytes) -> Sequence[Extract]:
    """The extracts in what :func:`extract_batch` gives."""
    return _extracts.decode(batch)


_encoder = msgspec.msgpack.Encoder()
_readings = msgspec.msgpack.Decoder(list[Reading])
_extracts = msgspec.msgpack.Decoder(list[Extract])
