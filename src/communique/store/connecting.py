"""Connections to the database of a store: a file of SQLite, or a database of PostgreSQL by its URL.

On both, a transaction that reads sees the database as it was when it began, and transactions that write take turns.
"""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from communique.errors import StoreError

_WRITES = "communique_writes"
_PATIENCE_MS = 900_000  # how long a writer waits for another one; one that links a large store writes for minutes
_SORTING_MB = 32
_PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 4.0)  # in seconds, between attempts to change a file's mode
_WRITERS = 0x636F6D6D  # PostgreSQL's number of the lock that writers hold; any will do that others do not use


def store_url(location: str | Path, *, create: bool) -> sa.URL:
    """The URL of a store that is given by its path or URL.

    Raises:
        StoreError: it is no URL, or the path cannot be that of a store.

    """
    if isinstance(location, str) and "://" in location:
        try:
            url = sa.make_url(location)
        except ArgumentError as error:
            raise StoreError(f"{location!r} is not a database URL such as sqlite:///record.db: {error}") from error
        return url.set(drivername="postgresql+psycopg") if url.drivername in ("postgres", "postgresql") else url
    path = Path(location)
    if path.is_dir():
        raise StoreError(f"{path} is a folder; name a file in it, such as {path / 'communique.db'}")
    if not path.parent.is_dir():
        raise StoreError(f"there is no folder {path.parent} to keep the store {path.name} in; make it first")
    if not create and not path.is_file():
        raise StoreError(f"there is no store at {path}; make one with: communique read PATH --store {path}")
    return sa.URL.create("sqlite", database=str(path))


def new_engine(url: sa.URL, shown: str) -> sa.Engine:
    """An engine whose transactions are those of a store; ``shown`` names it in messages.

    Raises:
        StoreError: there is no driver for the database, or stores cannot be kept in it.

    """
    try:
        name = url.get_backend_name()
        if name == "sqlite":
            engine = sa.create_engine(url)
            _prepare_sqlite(engine)
        elif name == "postgresql":
            engine = sa.create_engine(url, isolation_level="REPEATABLE READ")
            _prepare_postgresql(engine)
        else:
            raise StoreError(f"a store cannot be kept in {name}; give a file, or a URL of PostgreSQL")
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        hint = "; run: pip install 'communique[postgres]'" if "psycopg" in str(error) else ""
        raise StoreError(f"no database driver for the store {shown}: {error}{hint}") from error
    return engine


def to_write(connection: sa.Connection) -> sa.Connection:
    """The connection, so that its next transaction is one that writes."""
    options: dict[str, Any] = {_WRITES: True}
    if connection.dialect.name == "postgresql":
        options["isolation_level"] = "READ COMMITTED"  # what the writer before wrote has to be seen
    return connection.execution_options(**options)


def _prepare_sqlite(engine: sa.Engine) -> None:
    """Turn on WAL and foreign keys, and let transactions begin where we say, the writing ones with the lock in hand."""

    @sa.event.listens_for(engine, "connect")
    def connected(connection: Any, _: object) -> None:  # noqa: ANN401 - the driver's own type
        connection.isolation_level = None  # the driver would begin transactions late, and none for a SELECT
        for pragma in ("foreign_keys=ON", f"busy_timeout={_PATIENCE_MS}"):
            connection.execute(f"PRAGMA {pragma}").close()
        _turn_on_wal(connection)
        connection.execute("PRAGMA synchronous=NORMAL").close()

    @sa.event.listens_for(engine, "begin")
    def begins(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN DEFERRED")


def _turn_on_wal(connection: sqlite3.Connection) -> None:
    """Keep the file in WAL mode; SQLite does not wait for the lock on a change of mode, whatever its busy timeout.

    Two programs that open a new store at once would else meet "database is locked".
    """
    for pause in _PAUSES:
        try:
            if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
                return
            connection.execute("PRAGMA journal_mode=WAL").close()
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            time.sleep(pause)
    connection.execute("PRAGMA journal_mode=WAL").close()


def _prepare_postgresql(engine: sa.Engine) -> None:
    """Give sorting room, and let writers take turns: two that write one article at once would break each other."""

    @sa.event.listens_for(engine, "connect")
    def connected(connection: Any, _: object) -> None:  # noqa: ANN401 - the driver's own type
        connection.execute(f"SET work_mem = '{_SORTING_MB}MB'")
        connection.commit()

    @sa.event.listens_for(engine, "begin")
    def begins(connection: sa.Connection) -> None:
        if _writes(connection):
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {_PATIENCE_MS}")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")


def _writes(connection: sa.Connection) -> bool:
    return bool(connection.get_execution_options().get(_WRITES, False))
