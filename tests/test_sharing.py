"""Several at one store: readers see whole records while one writes, writers take turns, a full disk loses nothing."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from communique.errors import StoreError
from communique.ingest import read_all
from communique.store import connecting, schema
from communique.store.database import open_store
from communique.store.queries import find_events
from communique.store.relinking import relink
from communique.store.searching import search
from handmade import article, load_toy, toy_link
from test_store import dump

ROUNDS = 12
TEXTS = [f"Lavrov met Tillerson. Wang will meet Lavrov. Wang said no, {n}." for n in range(ROUNDS)]


def write(location: str, texts: list[str]) -> None:
    with open_store(location) as store:
        for number, text in enumerate(texts):
            read_all(store, [article(text, source=f"{number}.txt")], load_toy, edition="1")
            relink(store, "1", toy_link)


def look(location: str, done: threading.Event) -> int:
    """Read until the writer is done; each time, all that is seen has to be of one moment."""
    looks = 0
    with open_store(location, create=False) as store:
        while not done.is_set() or not looks:
            with store.reading() as connection:
                before = counts(connection)
                assert search(store, "Lavrov")
                assert all(event.reports for event in find_events(store))
                assert counts(connection) == before
            articles, texts, linked, reported = before
            assert articles == texts
            assert linked == reported  # each event's reports are in the table of reports, too
            looks += 1
    return looks


def counts(connection: sa.Connection) -> tuple[int, int, int, int]:
    texts, links = schema.texts.c, schema.report_events.c
    return tuple(
        connection.scalar(query)
        for query in (
            sa.select(sa.func.count()).select_from(schema.articles),
            sa.select(sa.func.count()).where(texts.kind == "article"),
            sa.select(sa.func.count(links.report)),
            sa.select(sa.func.count(links.report)).where(links.event.in_(sa.select(schema.events.c.id))),
        )
    )


def test_sharing_two_readers_see_whole_records_while_one_writes(new_location):
    location = new_location()
    write(location, TEXTS[:1])
    done = threading.Event()
    with ThreadPoolExecutor(3) as pool:
        readers = [pool.submit(look, location, done) for _ in range(2)]
        try:
            pool.submit(write, location, TEXTS).result(timeout=120)
        finally:
            done.set()
        assert all(reader.result(timeout=120) > 1 for reader in readers)


def test_sharing_two_writers_of_the_same_articles_make_one_record(new_location):
    location, expected = new_location(), new_location()
    open_store(location).close()
    with ThreadPoolExecutor(2) as pool:
        writers = [pool.submit(write, location, texts) for texts in (TEXTS, TEXTS[::-1])]
        for writer in writers:
            writer.result(timeout=120)
    write(expected, TEXTS)
    with open_store(location) as both, open_store(expected) as one:
        relink(both, "1", toy_link)
        found, wanted = dump(both), dump(one)
    assert {what: len(rows) for what, rows in found.items()} == {what: len(rows) for what, rows in wanted.items()}
    assert found["events"] == wanted["events"]


def test_sharing_two_processes_may_make_a_store_at_once(new_location):
    location, start = new_location(), threading.Barrier(4)

    def make() -> None:
        start.wait()
        open_store(location).close()

    with ThreadPoolExecutor(4) as pool:
        for made in [pool.submit(make) for _ in range(4)]:
            made.result(timeout=60)


def test_sharing_writer_that_waits_too_long_gives_up_and_changes_nothing(new_location, monkeypatch):
    monkeypatch.setattr(connecting, "_PATIENCE_MS", 200)
    location = new_location()
    with open_store(location) as first, open_store(location) as second:
        with first.writing(), pytest.raises(StoreError, match="cannot write to the store"):
            read_all(second, [article(TEXTS[0])], load_toy, edition="1")
        assert dump(second)["articles"] == []
        assert read_all(second, [article(TEXTS[0])], load_toy, edition="1").read == 1


_FILLING = """
import resource, sys
sys.path.insert(0, {tests!r})
from communique.errors import StoreError
from communique.ingest import read_all
from communique.store.database import open_store
from handmade import article, load_toy
with open_store({location!r}) as store:
    read_all(store, [article("Lavrov met Wang.", source="0.txt")], load_toy, edition="1")
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, resource.RLIM_INFINITY))
    try:
        articles = (article(f"Lavrov met Wang. {{n}} " + "x" * 9000, source=f"{{n}}.txt") for n in range(1, 2000))
        read_all(store, articles, load_toy, edition="1")
    except StoreError as error:
        sys.exit(str(error))
"""


def test_sharing_full_disk_keeps_what_was_written_and_goes_on_when_there_is_room(tmp_path):
    location = str(tmp_path / "full.db")
    script = _FILLING.format(tests=str(Path(__file__).parent), location=location)
    filled = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=False)
    assert filled.returncode == 1, filled.stderr
    assert "cannot write to the store" in filled.stderr.splitlines()[-1]
    with open_store(location) as store, store.reading() as connection:
        assert connection.scalar(sa.text("PRAGMA integrity_check")) == "ok"
        kept = counts(connection)
    assert kept[0] == kept[1] >= 1
    with open_store(location) as store:
        tally = read_all(
            store, [article("Lavrov met Wang.", source="0.txt"), article("Wang met Lavrov.")], load_toy, edition="1"
        )
        assert (tally.known, tally.read) == (1, 1)
