"""The record in a store: the same however it grew, and reachable by the ids that it had on the way."""

from __future__ import annotations

import datetime
from itertools import pairwise

import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from communique import ingest
from communique.engines.processes import Processes
from communique.export.records import KINDS, stream_records
from communique.linking import link
from communique.records import Article
from communique.store import schema
from communique.store.database import open_store
from communique.store.lookup import load_event, resolve
from communique.store.relinking import relink
from communique.store.writing import Read, write_batch
from newsroom import Told, Who, article

STORE = Who("Kari Store", "NOR", "Foreign Minister")
BAUER = Who("Lena Bauer", "DEU", "Foreign Minister")
SILVA = Who("Rui Silva", "PRT", "Foreign Minister")
NORWAY = Who("Norway", "NOR", type="state")


def met(*who, trigger="met", **more):
    return Told(f"{' and '.join(w.name for w in who)} {trigger}.", "meeting", who, trigger, **more)


READINGS = [
    article("a1", "2021-03-05", met(STORE, BAUER, trigger="will meet", status="planned", day="2021-03-08")),
    article("a2", "2021-03-08", met(STORE, BAUER, day="2021-03-08")),
    article("a3", "2021-03-09", met(NORWAY, BAUER, day="2021-03-08"), met(STORE, SILVA)),
    article("a4", "2021-03-10", met(STORE, SILVA, day="2021-03-09")),
    article("a5", "2021-03-14", met(STORE, BAUER, day="2021-03-13")),
    article("a6", None, met(STORE, BAUER, day="2021-03-13")),
]


def write(store, readings):
    rows = [Article(id=r.id, text=r.text, published=r.published, outlet=f"Outlet {r.id}") for r in readings]
    write_batch(store, [Read(row, reading, "edition") for row, reading in zip(rows, readings, strict=True)])
    relink(store, "edition", link)


def record(store):
    with store.reading() as connection:
        former = sorted(tuple(row) for row in connection.execute(sa.select(schema.former_ids)))
        return {what: list(stream_records(connection, what)) for what in KINDS}, former


def parts(readings, cuts):
    edges = [0, *sorted(cuts), len(readings)]
    return [readings[a:b] for a, b in pairwise(edges) if a < b]


@settings(max_examples=15, deadline=None)
@given(order=st.permutations(READINGS), cuts=st.sets(st.integers(1, len(READINGS) - 1)))
def test_relinking_in_parts_gives_what_linking_at_once_gives(new_location, order, cuts):
    with open_store(new_location()) as whole, open_store(new_location()) as grown:
        write(whole, READINGS)
        for part in parts(order, cuts):
            write(grown, part)
        assert record(grown) == record(whole)


@settings(max_examples=15, deadline=None)
@given(order=st.permutations(READINGS))
def test_relinking_keeps_every_id_that_an_event_ever_had(new_location, order):
    with open_store(new_location()) as store:
        before = []
        for reading in order:
            write(store, [reading])
            before += [(event.id, event.reports) for event in record(store)[0]["events"]]
        with store.reading() as connection:
            for event, reports in before:
                found = resolve(connection, event)
                assert found.kind == "event"
                assert set(reports) & set(load_event(connection, found.id).reports)


def test_relinking_resolves_a_former_id_by_its_beginning(new_location):
    with open_store(new_location()) as store:
        write(store, READINGS[1:])
        old = next(
            e for e in record(store)[0]["events"] if e.time.start == datetime.date(2021, 3, 8) and e.outlets == 2
        )
        write(store, READINGS[:1])
        with store.reading() as connection:
            found = resolve(connection, old.id.removeprefix("event-")[:12])
            assert found.id != old.id
            assert set(old.reports) < set(load_event(connection, found.id).reports)


def test_relinking_says_why_each_report_is_in_its_event(new_location):
    with open_store(new_location()) as store:
        write(store, READINGS)
        events = record(store)[0]["events"]
    for event in events:
        assert [link.report for link in event.links] == list(event.reports)
        assert sum(not link.reasons for link in event.links) == 1
    reasons = {reason for event in events for link in event.links for reason in link.reasons}
    assert {"both parties (by name, by name)", "same day"} <= reasons


def test_relinking_takes_no_more_processes_than_it_is_given(tmp_path, monkeypatch):
    begun: list[int] = []

    class Counted(Processes):
        def __init__(self, processes: int) -> None:
            begun.append(processes)
            super().__init__(processes)

    monkeypatch.setattr("communique.engines.processes.Processes", Counted)
    monkeypatch.setattr(ingest, "_WORTH_PROCESSES", 1)
    store = open_store(tmp_path / "record.db")
    for jobs, reading in ((1, READINGS[0]), (2, READINGS[1])):
        row = Article(id=reading.id, text=reading.text, published=reading.published)
        write_batch(store, [Read(row, reading, "edition")])
        assert ingest.link_store(store, jobs=jobs)
    assert begun == [2]
