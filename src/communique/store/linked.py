"""Which readings the record is linked from."""

from __future__ import annotations

import sqlalchemy as sa

from communique.store import schema
from communique.store.database import Store, read_meta
from communique.store.people import people_digest
from communique.store.streaming import readings_digest

#: The key of the ``meta`` table that holds the state of the last linking.
LINKED = "linked"


def linking_state(connection: sa.Connection, edition: str) -> str:
    """A digest of the readings and corrections that the store holds and of the linking that is to join them."""
    return f"{_given(connection)} {edition}"


def is_linked(store: Store) -> bool:
    """Is the record linked from just the readings that the store holds, with whatever edition of linking?"""
    with store.reading() as connection:
        state = read_meta(connection, LINKED) or ""
        return state.partition(" ")[0] == _given(connection)


def _given(connection: sa.Connection) -> str:
    """What is linked: digests of the readings and known people, and the number of the last correction that counts."""
    c = schema.corrections.c
    last = connection.scalar(sa.select(sa.func.max(c.number)).where(c.action != "accept"))
    people = people_digest(connection)
    return readings_digest(connection) + (f".{last}" if last is not None else "") + (f".{people}" if people else "")
