"""Bringing a store of an older schema up, by Alembic revisions: nothing is lost, and a copy of the file is kept."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import cast

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory

from communique.errors import StoreError
from communique.store import schema
from communique.store.database import Store, read_meta, write_meta
from communique.store.linked import LINKED

_REVISIONS = Path(__file__).with_name("migrations")
_FIRST = 4  # what came before has no revisions of its own


def migrate(store: Store) -> None:
    """Bring the tables of a store up in one transaction, then link it anew if that took away what was linked.

    A store in a file is copied first, to ``FILE.schema-N``, by its old number N. One in PostgreSQL is not: its own
    programs (``pg_dump``) do that better.

    Raises:
        StoreError: it cannot be copied or changed, and is as it was.

    """
    with store.writing() as connection:
        version = int(read_meta(connection, "schema") or 0)
        if version >= schema.VERSION:
            return  # another process was quicker
        if store.file is not None:
            _copy(store.file, store.file.with_name(f"{store.file.name}.schema-{version}"))
        with Operations.context(MigrationContext.configure(connection)):
            for upgrade in _upgrades(version):
                upgrade()
        write_meta(connection, "schema", str(schema.VERSION))
        unlinked = read_meta(connection, LINKED) is None and _holds_articles(connection)
    if unlinked:
        from communique.ingest import link_store

        link_store(store)


def _upgrades(version: int) -> list[Callable[[], None]]:
    """The steps from a schema up to the present one, in their order."""
    scripts = ScriptDirectory(str(_REVISIONS), version_locations=[str(_REVISIONS)])
    lower = f"{version:04}" if version >= _FIRST else "base"
    found = [cast("Callable[[], None]", s.module.upgrade) for s in scripts.iterate_revisions("heads", lower)]
    return found[::-1]


def _copy(file: Path, to: Path) -> None:
    """Copy a database that we hold the lock of; the copy appears whole or not at all."""
    unfinished = to.with_name(f"{to.name}.unfinished")
    try:
        with (
            contextlib.closing(sqlite3.connect(file)) as source,
            contextlib.closing(sqlite3.connect(unfinished)) as copy,
        ):
            source.backup(copy)
        unfinished.replace(to)
    except (OSError, sqlite3.Error) as error:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise StoreError(
            f"the store {file} is of an older schema, and no copy can be made before it is changed: {error}"
        ) from error


def _holds_articles(connection: sa.Connection) -> bool:
    return connection.scalar(sa.select(schema.articles.c.id).limit(1)) is not None
