"""Who did it to whom, one pair a row: how event data sets other than communique's own write an event.

An act that all sides do together gives a row in each direction, as CAMEO codes them. An act without a recipient gives
a row for each actor, with nobody at the other end.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import sqlalchemy as sa

from communique.export.told import Told, stream_told
from communique.lexicon.frames import load_frames
from communique.records import Event, EventTime, Participant

_NOBODY: tuple[None] = (None,)


@dataclass(frozen=True, slots=True)
class Dyad:
    """One row: what is told, and the two ends of it."""

    told: Told
    actor: Participant | None
    recipient: Participant | None

    @property
    def time(self) -> EventTime:
        """The days of the event, which are known."""
        assert self.told.event.told_time is not None
        return self.told.event.told_time

    @property
    def number(self) -> int:
        """A stable id of the row as a positive number below 2 to the 63."""
        ends = (end.actor if end is not None else "" for end in (self.actor, self.recipient))
        body = "\x1f".join((self.told.event.id, *ends))
        return int.from_bytes(hashlib.blake2b(body.encode(), digest_size=8).digest()) >> 1


def stream_dyads(connection: sa.Connection) -> Iterator[Dyad]:
    """The rows of every event with a known day, in the order of events."""
    for told in stream_told(connection):
        if told.event.told_time is not None:
            yield from dyads(told)


def dyads(told: Told) -> Iterator[Dyad]:
    """The rows of an event; every event has at least one."""
    actors = _parties(told.event, "actor")
    recipients = _parties(told.event, "recipient") or _parties(told.event, "host")
    if recipients:
        for actor in actors or _NOBODY:
            yield from (Dyad(told, actor, recipient) for recipient in recipients)
    elif len(actors) > 1 and told.event.kind in mutual_kinds():
        yield from (Dyad(told, one, other) for one in actors for other in actors if one is not other)
    else:
        yield from (Dyad(told, actor, None) for actor in actors or _NOBODY)


@cache
def mutual_kinds() -> frozenset[str]:
    """The kinds of acts that all sides do together."""
    return frozenset(frame.kind for frame in load_frames().frames if frame.reciprocal)


def _parties(event: Event, role: str) -> list[Participant]:
    return list({party.actor: party for party in event.participants if party.role == role}.values())
