"""The actors of the record: who they are, by name, country and type, those that are spoken of most first."""

from __future__ import annotations

import msgspec
import sqlalchemy as sa

from communique.records import Actor, ActorType
from communique.store import schema
from communique.store.database import Store
from communique.store.folding import fold

_A = schema.actors


def list_actors(
    store: Store, text: str | None = None, *, country: str | None = None, kind: ActorType | None = None
) -> list[Actor]:
    """The actors with a name that has ``text`` in it, of a country (alpha-3) and a type, most mentioned first.

    Raises:
        StoreError: the store cannot be read.

    """
    query = sa.select(_A.c.record).order_by(_A.c.id)
    if country is not None:
        query = query.where(_A.c.country == country)
    if text is not None:
        names = schema.actor_names.c
        named = sa.select(names.actor).where(names.folded.contains(fold(text), autoescape=True))
        query = query.where(_A.c.id.in_(named))
    with store.reading() as connection:
        found = [msgspec.json.decode(record, type=Actor) for record in connection.scalars(query)]
    of_type = (actor for actor in found if kind is None or actor.type == kind)
    return sorted(of_type, key=lambda actor: (-actor.mentions, actor.id))
