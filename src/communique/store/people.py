"""The persons of knowledge bases that the store's record is linked with, kept in the ``meta`` table as JSON."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec
import sqlalchemy as sa

from communique.people import KnownPerson
from communique.store.database import Store, read_meta, write_meta

_KEY = "people"


def add_people(store: Store, persons: Iterable[KnownPerson]) -> None:
    """Keep persons for every linking from now on; those of a file that was given before replace what it had.

    Raises:
        StoreError: the store cannot be written.

    """
    given = list(persons)
    files = {_file(person) for person in given}
    with store.writing() as connection:
        kept = [person for person in known_people(connection) if _file(person) not in files]
        write_meta(connection, _KEY, msgspec.json.encode([*kept, *given]).decode())


def known_people(connection: sa.Connection) -> tuple[KnownPerson, ...]:
    """The persons that are kept."""
    value = read_meta(connection, _KEY)
    return msgspec.json.decode(value, type=tuple[KnownPerson, ...]) if value is not None else ()


def people_digest(connection: sa.Connection) -> str:
    """What tells the persons that are kept from others; empty where none are."""
    value = read_meta(connection, _KEY)
    return "" if value is None else hashlib.blake2b(value.encode(), digest_size=8).hexdigest()


def _file(person: KnownPerson) -> str:
    return person.id.rpartition("#")[0]
