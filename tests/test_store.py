from __future__ import annotations

import sqlite3
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import StoreError
from communique.export.records import KINDS, stream_records
from communique.ingest import read_all
from communique.sources.rejected import reject
from communique.store.database import open_store, write_meta
from communique.store.linked import is_linked
from communique.store.relinking import relink
from communique.store.streaming import stream_readings
from handmade import ToyReader, article, load_toy, toy_link

TEXTS = (
    "Lavrov met Tillerson in Moscow about Syria.",
    "Wang will meet Lavrov.",
    "Lavrov met Tillerson. Wang said no.",
    "Nothing.",
)
ARTICLES = [article(text, outlet=f"outlet {n}", source=f"{n}.txt") for n, text in enumerate(TEXTS)]


def fill(store, articles=ARTICLES, edition="1", **options):
    tally = read_all(store, articles, load_toy, edition=edition, **options)
    tally.linked = relink(store, "1", toy_link)
    return tally


def dump(store) -> dict[str, list[bytes]]:
    with store.reading() as connection:
        return {what: [msgspec.json.encode(r) for r in stream_records(connection, what)] for what in KINDS}


@pytest.fixture
def store(new_location):
    with open_store(new_location()) as opened:
        yield opened


def test_store_gives_readings_back_as_they_were_written(store):
    fill(store)
    expected = sorted((next(ToyReader().pipe([a], clean=True)) for a in ARTICLES), key=lambda r: r.id)
    with store.reading() as connection:
        assert list(stream_readings(connection)) == expected


def test_store_same_articles_twice_change_nothing(store):
    first = fill(store)
    before = dump(store)
    second = fill(store)
    assert (first.read, first.known, first.linked) == (4, 0, True)
    assert (second.read, second.known, second.linked) == (0, 4, False)
    assert dump(store) == before


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(range(len(ARTICLES))), cut=st.integers(0, len(ARTICLES)))
def test_store_order_and_number_of_runs_do_not_matter(new_location, order, cut):
    with open_store(new_location()) as once, open_store(new_location()) as parts:
        fill(once)
        fill(parts, [ARTICLES[i] for i in order[:cut]])
        fill(parts, [ARTICLES[i] for i in order[cut:]])
        assert dump(parts) == dump(once)


def test_store_run_killed_between_reading_and_linking_is_completed_by_the_next(store, new_location):
    with open_store(new_location()) as whole:
        fill(whole)
        expected = dump(whole)
    read_all(store, ARTICLES, load_toy, edition="1")
    assert not is_linked(store)
    assert fill(store).linked
    assert is_linked(store)
    assert dump(store) == expected


def test_store_run_killed_while_reading_keeps_whole_batches_and_is_completed(store):
    many = [article(f"Lavrov met Tillerson. {n}", source=f"{n}.txt") for n in range(100)]

    def killed(tally):
        if tally.read > 40:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_all(store, many, load_toy, edition="1", on_progress=killed)
    with store.reading() as connection:
        kept = len(list(stream_readings(connection)))
    assert 40 < kept < 100
    tally = fill(store, many)
    assert (tally.read, tally.known) == (100 - kept, kept)


def test_store_failed_linking_leaves_the_last_record(store):
    fill(store, ARTICLES[:1])
    before = dump(store)["events"]
    read_all(store, ARTICLES[1:], load_toy, edition="1")

    def broken(readings, *_):
        list(readings)
        raise RuntimeError("linking broke")

    with pytest.raises(RuntimeError):
        relink(store, "1", broken)
    assert dump(store)["events"] == before


def test_store_other_text_under_the_same_id_replaces_the_article(store):
    old = msgspec.structs.replace(article("Lavrov met Tillerson."), id="mine")
    new = msgspec.structs.replace(old, text="Wang met Lavrov.")
    fill(store, [old])
    tally = fill(store, [new])
    records = dump(store)
    assert tally.read == 1
    assert [b"Wang met" in r for r in records["articles"]] == [True]
    assert len(records["reports"]) == len(records["events"]) == 1
    assert not any(b"Tillerson" in r for r in records["actors"])


def test_store_one_id_for_two_articles_of_a_run_rejects_the_second(store):
    one = msgspec.structs.replace(article("Lavrov met Tillerson.", source="a.jsonl:1"), id="1")
    two = msgspec.structs.replace(article("Wang met Lavrov.", source="a.jsonl:2"), id="1")
    for _ in range(2):
        tally = fill(store, [one, two])
        assert [(a.source, a.reason) for a in tally.rejected] == [("a.jsonl:2", "duplicate id")]
    assert b"Tillerson" in dump(store)["articles"][0]


def test_store_another_edition_of_the_reader_reads_again(store):
    fill(store)
    assert fill(store, edition="2").read == 4
    assert fill(store, edition="2").known == 4


def test_store_rejected_articles_are_kept_apart_until_they_succeed(store):
    bad = msgspec.structs.replace(article("Hola.", source="a.txt"), id="a")
    tally = fill(store, [bad, reject("b.txt", "binary", "a picture")])
    assert [(a.source, a.reason) for a in tally.rejected] == [("b.txt", "binary"), ("a.txt", "language")]
    assert len(dump(store)["rejected"]) == 2
    assert not dump(store)["articles"]
    fill(store, [msgspec.structs.replace(bad, text="Hi."), article("Now text.", source="b.txt")])
    assert not dump(store)["rejected"]
    assert len(dump(store)["articles"]) == 2


def test_store_article_that_raises_stops_nothing(store):
    tally = fill(store, [article("RAISE", source="r.txt"), *ARTICLES])
    assert tally.read == 4
    assert [a.reason for a in tally.rejected] == ["error"]
    assert "ValueError: cannot read [bold]this[/bold] (handmade.py, line" in tally.rejected[0].detail


def test_store_many_known_articles_pass_in_bounded_queries(store):
    many = [article(f"{n}", source=f"{n}.txt") for n in range(1500)]
    assert fill(store, many).read == 1500
    assert fill(store, many).known == 1500


def test_store_reports_carry_their_event_and_the_actors_of_the_registry(store):
    fill(store)
    with store.reading() as connection:
        events = {e.id: e for e in stream_records(connection, "events")}
        actors = {a.id for a in stream_records(connection, "actors")}
        reports = list(stream_records(connection, "reports"))
        statements = list(stream_records(connection, "statements"))
    assert reports
    for report in reports:
        assert report.id in events[report.event].reports
        assert {p.actor for p in report.participants} <= actors
        assert report.attribution.actor in actors
    assert {s.speaker.actor for s in statements} <= actors


def test_store_reports_come_in_the_order_of_their_article(store):
    fill(store, [article("Lavrov met Wang. Lavrov met Tillerson. Wang met Tillerson.")])
    with store.reading() as connection:
        starts = [r.evidence.start for r in stream_records(connection, "reports")]
    assert len(starts) == 3
    assert all(a < b for a, b in pairwise(starts))


def test_store_newer_schema_is_refused(new_location):
    location = new_location()
    with open_store(location) as store, store.writing() as connection:
        write_meta(connection, "schema", "99")
    with pytest.raises(StoreError, match=r"newer communique \(schema 99.*upgrade"):
        open_store(location)


def test_store_database_of_others_is_left_alone(new_location):
    location = new_location()
    with open_store(location) as store, store.writing() as connection:
        connection.exec_driver_sql("ALTER TABLE meta RENAME TO theirs")
    with pytest.raises(StoreError, match="not a communique store"):
        open_store(location)


@pytest.mark.parametrize(
    ("prepare", "name", "message"),
    [
        (lambda folder: None, "missing/s.db", "there is no folder .*missing"),
        (lambda folder: None, ".", "is a folder; name a file in it"),
        (lambda folder: (folder / "s.db").write_bytes(b"no database at all" * 99), "s.db", "not a database"),
        (
            lambda folder: sqlite3.connect(folder / "s.db").execute("CREATE TABLE t (x)"),
            "s.db",
            "not a communique store",
        ),
    ],
)
def test_store_that_cannot_be_opened_says_why(tmp_path, prepare, name, message):
    prepare(tmp_path)
    with pytest.raises(StoreError, match=message):
        open_store(tmp_path / name)


def test_store_is_not_made_where_only_reading_is_wanted(tmp_path):
    with pytest.raises(StoreError, match=r"there is no store at .*communique read"):
        open_store(tmp_path / "s.db", create=False)
    assert not (tmp_path / "s.db").exists()


def test_store_opens_by_url_and_hides_passwords(tmp_path):
    with open_store(f"sqlite:///{tmp_path / 'u.db'}") as opened:
        assert fill(opened).read == 4
    with pytest.raises(StoreError) as error:
        open_store("nosuchdb://me:secret@host/db")
    assert "secret" not in str(error.value)
