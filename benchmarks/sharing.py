"""Two readers and a writer at one store, in processes of their own: counts what each did, and fails at the first error.

The writer adds events a batch at a time, as reading and linking do; the readers ask for events and words. Each checks
that what it sees in one transaction is of one moment.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa

from communique.store import schema
from communique.store.database import open_store
from communique.store.queries import EventQuery, find_events
from communique.store.relinking import event_row, participant_rows
from communique.store.searching import search
from communique.store.texts import event_text
from communique.store.writing import insert_rows
from queries import make_event

BATCH = 200


def write(location: str, until: float) -> int:
    """Add batches of events until the time is over; every fifth batch, take away what was there."""
    chance, batches = random.Random(1), 0
    with open_store(location) as store:
        while time.monotonic() < until:
            events = [make_event(batches * BATCH + number, chance) for number in range(BATCH)]
            with store.writing() as connection:
                if batches % 5 == 4:
                    for table in (schema.events, schema.event_participants, schema.texts):
                        connection.execute(sa.delete(table))
                insert_rows(connection, schema.events, map(event_row, events))
                insert_rows(connection, schema.event_participants, (r for e in events for r in participant_rows(e)))
                insert_rows(connection, schema.texts, map(event_text, events))
            batches += 1
    return batches


def read(location: str, until: float) -> int:
    """Ask until the time is over."""
    looks = 0
    count = sa.select(sa.func.count())
    with open_store(location) as store:
        while time.monotonic() < until:
            with store.reading() as connection:
                events = connection.scalar(count.select_from(schema.events))
                time.sleep(0.01)
                parties = connection.scalar(count.select_from(schema.event_participants))
                texts = connection.scalar(count.select_from(schema.texts))
            if (parties, texts, events % BATCH) != (2 * events, events, 0):
                raise AssertionError(f"{events} events, {parties} parties and {texts} texts are of no one moment")
            find_events(store, EventQuery(who="Norway", text="fisheries"), limit=20)
            search(store, "gas border")
            looks += 1
    return looks


def main() -> None:
    """Run them side by side and print what each did."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=300)
    options.add_argument("--store", help="a location; a new file of SQLite if not given")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        location = given.store or str(Path(folder, "shared.db"))
        open_store(location).close()
        until = time.monotonic() + given.seconds
        works: dict[str, Callable[[str, float], int]] = {"writer": write, "reader 1": read, "reader 2": read}
        with multiprocessing.get_context("spawn").Pool(len(works)) as pool:
            running = {name: pool.apply_async(work, (location, until)) for name, work in works.items()}
            for name, result in running.items():
                print(f"{name}: {result.get():,} {'batches' if name == 'writer' else 'looks'}, no error")


if __name__ == "__main__":
    sys.exit(main())
