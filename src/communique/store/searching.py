"""Full-text search over events, reports, statements and articles."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.store.database import Store
from communique.store.texts import TEXT_KINDS, TextKind, best_first, fts_query


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """Something whose text holds the words: what it is, its id, and a piece of its text with ``[words]`` marked."""

    kind: TextKind
    id: str
    piece: str


def search(
    store: Store, words: str, *, kinds: Sequence[TextKind] = TEXT_KINDS, limit: int = 20, offset: int = 0
) -> list[Hit]:
    """What holds all the words, the best match first; words in quotation marks have to stand together."""
    if not fts_query(words):
        return []
    with store.reading() as connection:
        found = best_first(connection.dialect.name, words, kinds, limit, offset)
        return [Hit(kind=row.kind, id=row.id, piece=row.piece) for row in connection.execute(found)]
