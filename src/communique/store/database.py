"""Opening the database that holds the record, and its transactions."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from communique.errors import StoreError
from communique.store import schema
from communique.store.connecting import new_engine, store_url, to_write

if TYPE_CHECKING:
    from communique.display.notebook import Shown
    from communique.frames import Found
    from communique.records import Event, Record


class Store:
    """An open database. Give it to the functions of this package; close it, or use it in a ``with`` statement."""

    def __init__(self, engine: sa.Engine, location: str) -> None:
        self._engine = engine
        self.location = location

    @property
    def file(self) -> Path | None:
        """The file that the store is in, if it is in one."""
        url = self._engine.url
        named = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
        return Path(str(url.database)) if named else None

    @contextlib.contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A transaction that reads: all its queries see the database as it was when it began.

        Raises:
            StoreError: the database cannot be read.

        """
        with self._told("read"), self._engine.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """A transaction that writes: all of it is kept, or nothing when it ends in an exception.

        Raises:
            StoreError: the database cannot be written.

        """
        with self._told("write to"), self._engine.connect() as connection, to_write(connection).begin():
            yield connection

    @contextlib.contextmanager
    def _told(self, what: str) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            cause = getattr(error, "orig", None) or error
            raise StoreError(f"cannot {what} the store {self.location}: {cause}") from error

    def events(self, *, limit: int | None = None, offset: int = 0, **conditions: Any) -> Found[Event]:  # noqa: ANN401
        """The events that match, by day; ``conditions`` are the fields of :class:`communique.EventQuery`.

        Raises:
            TypeError: there is no such condition.

        """
        from communique.frames import Found
        from communique.store.queries import EventQuery, find_events

        return Found("events", find_events(self, EventQuery(**conditions), limit=limit, offset=offset))

    def records(self, what: str) -> Found[Record]:
        """All records of one of the kinds that can be exported, such as ``"reports"``.

        Raises:
            InputError: there is no such kind.

        """
        from communique.export.records import stream_records
        from communique.frames import Found

        with self.reading() as connection:
            return Found(what, list(stream_records(connection, what)))

    def show(self, record_id: str) -> Shown:
        """What ``communique show`` prints of an event, article, actor or story, by its id or the beginning of it.

        Raises:
            InputError: nothing has such an id, or several things have.

        """
        from communique.display.notebook import Shown
        from communique.store.dossiers import gather
        from communique.store.lookup import resolve

        with self.reading() as connection:
            return Shown(gather(connection, resolve(connection, record_id)))

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(location: str | Path, *, create: bool = True) -> Store:
    """Open the store at a path (SQLite) or SQLAlchemy URL; make it when there is none, unless ``create`` is false.

    A store of an older schema is brought up to the present one first.

    Raises:
        StoreError: the folder or the store is missing, the file is no communique store, or is of a newer version.

    """
    url = store_url(location, create=create)
    shown = url.render_as_string(hide_password=True) if "://" in str(location) else str(location)
    store = Store(new_engine(url, shown), shown)
    try:
        _check(store, create=create)
    except BaseException:
        store.close()
        raise
    return store


def _check(store: Store, *, create: bool) -> None:
    """Make the tables of a new database, bring up an older one, refuse one that is not ours or newer than this."""
    found = _version(store)
    if found is None:
        if not create:
            raise StoreError(f"the store {store.location} is empty; fill it with: communique read PATH")
        with store.writing() as connection:
            schema.metadata.create_all(connection)
            if read_meta(connection, "schema") is None:  # another process may have been quicker
                write_meta(connection, "schema", str(schema.VERSION))
    elif found > schema.VERSION:
        raise StoreError(
            f"the store {store.location} was made by a newer communique (schema {found}, this one knows "
            f"{schema.VERSION}); upgrade communique: pip install --upgrade communique"
        )
    elif found < schema.VERSION:
        from communique.store.migrating import migrate

        migrate(store)


def _version(store: Store) -> int | None:
    """The schema that a store has, or ``None`` for a database without tables."""
    with store.reading() as connection:
        tables = set(sa.inspect(connection).get_table_names())
        found = read_meta(connection, "schema") if "meta" in tables else None
    if found is None and tables - {"meta"}:
        raise StoreError(f"{store.location} is a database, but not a communique store; name another file")
    return int(found) if found is not None else None


def read_meta(connection: sa.Connection, key: str) -> str | None:
    """A value of the ``meta`` table."""
    return connection.scalar(sa.select(schema.meta.c.value).where(schema.meta.c.key == key))


def write_meta(connection: sa.Connection, key: str, value: str) -> None:
    """Set a value of the ``meta`` table."""
    connection.execute(sa.delete(schema.meta).where(schema.meta.c.key == key))
    connection.execute(sa.insert(schema.meta).values(key=key, value=value))
