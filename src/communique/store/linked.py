"""Which readings the record is linked from."""

from __future__ import annotations

import sqlalchemy as sa

from communique.store.database import Store, read_meta
from communique.store.streaming import readings_digest

#: The key of the ``meta`` table that holds the state of the last linking.
LINKED = "linked"


def linking_state(connection: sa.Connection, edition: str) -> str:
    """A digest of the readings that the store holds and of the linking that is to join them."""
    return f"{readings_digest(connection)} {edition}"


def is_linked(store: Store) -> bool:
    """Is the record linked from just the readings that the store holds, with whatever edition of linking?"""
    with store.reading() as connection:
        state = read_meta(connection, LINKED) or ""
        return state.partition(" ")[0] == readings_digest(connection)
