"""The parts of linking that can be done side by side, in processes of their own.

Each is a pure function of a job, which can be pickled: an engine maps over the jobs as it sees fit, and gives the
results in the order of the jobs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import msgspec

from communique.lexicon.families import load_families
from communique.linking.accounts import Sources, event_of
from communique.linking.clusters import cluster
from communique.linking.sides import Side
from communique.linking.spool import Spool
from communique.linking.stories import Published, by_publication, find_stories
from communique.linking.tellings import Item, telling_of
from communique.linking.weighing import Weighing
from communique.records import Story

Job = TypeVar("Job")
Result = TypeVar("Result")


class Map(Protocol):
    """Applies a function to jobs and gives the results in their order; it may begin at once, and with several."""

    def __call__(self, work: Callable[[Job], Result], jobs: Iterable[Job], /) -> Iterator[Result]:
        """The results of the jobs."""
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """Where a report is to be found in the spool of items, and its sides."""

    begin: int
    sides: tuple[Side, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """The reports of one family of kinds by number; ``speech``: they are acts of words."""

    items: Spool
    told: Mapping[int, Told]
    speech: bool


#: A report by number, and why it is in its group.
Member = tuple[int, tuple[str, ...]]


def cluster_family(family: Family) -> list[list[Member]]:
    """The reports of a family, grouped into events."""
    tellings = (
        telling_of(_item(family.items, told), number, speech=family.speech) for number, told in family.told.items()
    )
    groups = cluster(tellings, load_families())
    return [[(claim.number, claim.reasons) for claim in group] for group in groups]


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of reports, one for each event, and whose accounts they are."""

    items: Spool
    groups: Sequence[Sequence[Told]]
    sources: Sources


def tell_events(groups: Groups) -> list[bytes]:
    """The events that groups of reports add up to, as MessagePack."""
    families = load_families()
    events = (event_of([_item(groups.items, t) for t in group], groups.sources, families) for group in groups.groups)
    return [msgspec.msgpack.encode(event) for event in events]


@dataclass(frozen=True, slots=True)
class Archive:
    """All articles, and the terms of each."""

    articles: Sequence[Published]
    weighing: Weighing


def tell_stories(archive: Archive) -> tuple[Story, ...]:
    """The stories that the articles tell."""
    order = sorted(range(len(archive.articles)), key=lambda number: by_publication(archive.articles[number]))
    return find_stories([archive.articles[number] for number in order], archive.weighing.vectors(order))


def _item(items: Spool, told: Told) -> Item:
    item = _items.decode(items.get(told.begin))
    return msgspec.structs.replace(item, sides=told.sides, reasons=told.reasons)


_items = msgspec.msgpack.Decoder(Item)
