"""A store of an older schema is brought up as it is opened: nothing is lost, and a copy is kept."""

from __future__ import annotations

import sqlite3

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from communique import ingest
from communique.errors import StoreError
from communique.linking import link
from communique.store import schema
from communique.store.corrections import add_correction, all_corrections
from communique.store.database import open_store, read_meta, write_meta
from communique.store.linked import is_linked
from communique.store.migrating import _upgrades
from communique.store.relinking import relink
from communique.store.searching import search
from test_relinking import READINGS, record, write

NEW = ("deliveries", "alerts", "feed_entries", "feeds")


@pytest.fixture
def older(new_location, monkeypatch):
    """A store as schema 4 had it, and what its record was."""
    monkeypatch.setattr(ingest, "link_store", lambda store, *_: relink(store, "edition", link))
    location = new_location()
    with open_store(location) as store:
        write(store, READINGS)
        add_correction(store, "rename", "org:un", "United Nations", who="desk")
        relink(store, "edition", link)
        expected = record(store)
        with store.writing() as connection:
            for table in NEW:
                connection.exec_driver_sql(f"DROP TABLE {table}")
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql("ALTER TABLE texts DROP COLUMN words")
            write_meta(connection, "schema", "4")
    return location, expected


def test_migrating_keeps_the_record_and_needs_no_reading(older):
    location, expected = older
    with open_store(location, create=False) as store:
        assert record(store) == expected
        assert is_linked(store)
        assert search(store, "Bauer")
        with store.reading() as connection:
            assert read_meta(connection, "schema") == str(schema.VERSION)
            assert len(all_corrections(connection)) == 1


def test_migrating_ends_in_the_tables_of_a_new_store(older):
    with open_store(older[0]) as store, store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": _is_ours, "compare_type": True})
        assert compare_metadata(context, schema.metadata) == []


def _is_ours(thing, name, kind, reflected, compared):
    """Leave out what full-text search adds to the tables, which is not in the metadata."""
    return not (
        reflected and (name.startswith("text_index") or (kind, name) in {("column", "words"), ("index", "texts_words")})
    )


def test_migrating_has_a_revision_for_the_present_schema():
    assert _upgrades(schema.VERSION) == []
    assert len(_upgrades(schema.VERSION - 1)) == 1


def test_migrating_oldest_store_is_linked_again_at_once(older, monkeypatch):
    location, expected = older
    with open_store(location) as store, store.writing() as connection:
        for table in ("former_ids", "event_sources"):
            connection.exec_driver_sql(f"DROP TABLE {table}")
        connection.exec_driver_sql("ALTER TABLE events DROP COLUMN confidence")
        connection.execute(sa.delete(schema.texts))
        write_meta(connection, "schema", "2")
    with open_store(location, create=False) as store:
        assert record(store) == expected
        assert {hit.kind for hit in search(store, "Bauer")} == {"event", "report", "article"}


@pytest.fixture
def old_file(tmp_path):
    """A store of schema 4 in a file."""
    path = tmp_path / "old.db"
    with open_store(path) as store:
        write(store, READINGS)
        with store.writing() as connection:
            for table in NEW:
                connection.exec_driver_sql(f"DROP TABLE {table}")
            write_meta(connection, "schema", "4")
    return path


def test_migrating_keeps_a_copy_of_the_file(old_file):
    open_store(old_file).close()
    with sqlite3.connect(f"{old_file}.schema-4") as copy:
        assert copy.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone() == ("4",)
        assert copy.execute("SELECT count(*) FROM articles").fetchone() == (len(READINGS),)


def test_migrating_without_room_for_the_copy_changes_nothing(old_file):
    (old_file.parent / "old.db.schema-4.unfinished").mkdir()
    with pytest.raises(StoreError, match="no copy can be made"):
        open_store(old_file)
    with sqlite3.connect(old_file) as connection:
        assert connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone() == ("4",)


def test_migrating_that_fails_changes_nothing(old_file, monkeypatch):
    def broken(version):
        return [*_upgrades(version), lambda: 1 / 0]

    monkeypatch.setattr("communique.store.migrating._upgrades", broken)
    with pytest.raises(ZeroDivisionError):
        open_store(old_file)
    with sqlite3.connect(old_file) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert not tables & set(NEW)
