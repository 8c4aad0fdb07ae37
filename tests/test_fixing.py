"""Corrections hold however often articles are read and linked again, can be taken back, and keep their history."""

from __future__ import annotations

import json
import os

import pytest
from typer.testing import CliRunner

from communique import cli, ingest
from communique.correcting import Desk
from communique.errors import CommuniqueError, InputError
from communique.linking import link
from communique.records import Article
from communique.store.corrections import all_corrections
from communique.store.database import open_store
from communique.store.relinking import relink
from communique.store.writing import Read, write_batch
from newsroom import Told, Who, article

STORE, BAUER, SILVA = Who("Jonas Store", "NOR"), Who("Anna Bauer", "DEU"), Who("Rui Silva", "PRT")


def met(one: Who, other: Who, day: str, place: str = "Oslo") -> Told:
    return Told(f"{one.name} met {other.name} in {place}.", "meeting", (one, other), "met", day=day, place=place)


READINGS = [
    article("a1", "2021-03-08", met(STORE, BAUER, "2021-03-08")),
    article("a2", "2021-03-09", met(STORE, BAUER, "2021-03-08"), met(STORE, SILVA, "2021-03-09", "Bergen")),
    article("a3", "2021-06-02", met(STORE, BAUER, "2021-06-02", "Geneva")),
]
EARLIER = article("a0", "2021-03-07", met(STORE, BAUER, "2021-03-08"))


@pytest.fixture(autouse=True)
def desk(monkeypatch, tmp_path, new_location):
    monkeypatch.setattr(ingest, "link_store", lambda store, *_: relink(store, "edition", link))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "240")
    monkeypatch.setenv("COMMUNIQUE_USER", "desk editor")
    monkeypatch.setenv("COMMUNIQUE_STORE", new_location())
    with open_here() as store:
        write(store, READINGS)


def open_here():
    return open_store(os.environ["COMMUNIQUE_STORE"])


def write(store, readings):
    rows = [Article(id=r.id, text=r.text, published=r.published, outlet=f"Outlet {r.id}") for r in readings]
    write_batch(store, [Read(row, reading, "edition") for row, reading in zip(rows, readings, strict=True)])
    relink(store, "edition", link)


def run(*arguments: str, code: int = 0):
    result = CliRunner().invoke(cli.app, list(arguments))
    if not isinstance(result.exception, (SystemExit, CommuniqueError, type(None))):
        raise result.exception
    assert (1 if isinstance(result.exception, CommuniqueError) else result.exit_code) == code, result.output
    return result


def records(what: str) -> list[dict]:
    return [json.loads(line) for line in run("export", what).stdout.splitlines()]


def events() -> list[tuple[str, int]]:
    """Day and number of reports of each event."""
    return [(event["time"]["start"], len(event["reports"])) for event in records("events")]


def event_on(day: str) -> dict:
    (found,) = [event for event in records("events") if event["time"]["start"] == day]
    return found


def actor(name: str) -> dict:
    (found,) = [actor for actor in records("actors") if name in actor["names"]]
    return found


def test_fixing_starts_from_three_events():
    assert events() == [("2021-03-08", 2), ("2021-03-09", 1), ("2021-06-02", 1)]


def test_fixing_merged_events_stay_one_when_more_is_read_and_come_apart_when_it_is_undone():
    run("fix", "merge", event_on("2021-03-08")["id"], event_on("2021-06-02")["id"], "--why", "the same talks")
    assert [count for _, count in events()] == [3, 1]
    with open_here() as store:
        write(store, [EARLIER, *READINGS])  # the earliest report gives the event another id
    assert sorted(count for _, count in events()) == [1, 4]
    run("fix", "undo", "1", "--why", "they were not")
    assert sorted(count for _, count in events()) == [1, 1, 3]


def test_fixing_split_report_is_an_event_of_its_own():
    whole = event_on("2021-03-08")
    run("fix", "split", whole["id"], whole["reports"][1])
    assert sorted(count for _, count in events()) == [1, 1, 1, 1]
    assert "is not one of several reports" in str(
        run("fix", "split", whole["id"], whole["reports"][0], code=1).exception
    )


def test_fixing_set_field_changes_the_codes_with_it():
    found = event_on("2021-06-02")["id"]
    run("fix", "set", found, "status", "cancelled")
    run("fix", "set", found, "start", "2021-06-05")
    run("fix", "set", found, "place", "Lausanne")
    run("fix", "set", found, "country", "CHE")
    event = event_on("2021-06-05")
    assert (event["status"], event["plover"], event["time"]["end"]) == ("cancelled", "REJECT", "2021-06-05")
    assert (event["place"]["name"], event["place"]["country"], event["place"]["latitude"]) == ("Lausanne", "CHE", None)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("status", "planed", "there is no status"),
        ("start", "yesterday", "Invalid isoformat"),
        ("colour", "red", "these can: kind, status"),
    ],
)
def test_fixing_set_refuses_what_cannot_be(field, value, message):
    assert message in str(run("fix", "set", event_on("2021-06-02")["id"], field, value, code=1).exception)
    assert not run("history", event_on("2021-06-02")["id"], "--json").stdout


def test_fixing_wrong_report_is_in_no_event_but_stays():
    report = event_on("2021-06-02")["reports"][0]
    run("fix", "wrong", report, "--why", "a film is meant")
    assert [day for day, _ in events()] == ["2021-03-08", "2021-03-09"]
    (kept,) = [r for r in records("reports") if r["id"] == report]
    assert kept["event"] is None


def test_fixing_merged_actors_are_one_and_split_ones_two():
    run("fix", "merge", actor("Anna Bauer")["id"], actor("Rui Silva")["id"])
    joined = actor("Rui Silva")
    assert {"Anna Bauer", "Rui Silva"} <= set(joined["names"])
    run("fix", "split", joined["id"], "a3")
    assert len([a for a in records("actors") if "Anna Bauer" in a["names"]]) == 2


def test_fixing_names_and_offices_reach_the_events():
    found = actor("Jonas Store")["id"]
    run("fix", "rename", found, "Jonas Stoere")
    run("fix", "office", found, "Foreign Minister", "--of", "NOR", "--from", "2017-10-20")
    renamed = actor("Jonas Stoere")
    assert "Jonas Store" in renamed["names"]
    assert {"office": "Foreign Minister", "of": "NOR", "from": "2017-10-20", "to": None, "evidence": []} in renamed[
        "offices"
    ]
    assert {p["name"] for p in event_on("2021-03-09")["participants"]} == {"Jonas Stoere", "Rui Silva"}


def test_fixing_history_says_who_when_what_and_why():
    found = event_on("2021-06-02")["id"]
    run("fix", "set", found, "status", "denied", "--why", "no such talks")
    run("fix", "undo", "1", "--who", "chief")
    rows = [json.loads(line) for line in run("history", found, "--json").stdout.splitlines()]
    assert [(r["number"], r["action"], r["who"], r["why"]) for r in rows] == [
        (1, "set", "desk editor", "no such talks"),
        (2, "undo", "chief", None),
    ]
    assert all(r["at"].endswith("Z") for r in rows)
    assert "no such talks" in run("history", found).stdout
    assert "Nothing was corrected" in run("history", event_on("2021-03-08")["id"]).stderr


def test_fixing_later_waits_for_the_next_linking_and_says_so():
    run("fix", "set", event_on("2021-06-02")["id"], "status", "denied", "--later")
    assert event_on("2021-06-02")["status"] == "occurred"
    assert "not linked yet" in run("events").stderr
    with open_here() as store:
        assert relink(store, "edition", link)
    assert event_on("2021-06-02")["status"] == "denied"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("merge", "event-", "nothing"), "begins more than one id"),
        (("wrong", "nothing"), "is no report's id"),
        (("undo", "7"), "there is no correction 7"),
        (("rename", "a1", "X"), "not actor"),
    ],
)
def test_fixing_unknown_things_are_refused_and_nothing_is_written(arguments, message):
    assert message in str(run("fix", *arguments, code=1).exception)
    with open_here() as store, store.reading() as connection:
        assert all_corrections(connection) == []


def test_fixing_undo_is_not_undone():
    run("fix", "wrong", event_on("2021-06-02")["reports"][0])
    run("fix", "undo", "1")
    assert "taken back already" in str(run("fix", "undo", "1", code=1).exception)
    assert "takes another one back" in str(run("fix", "undo", "2", code=1).exception)
    assert len(events()) == 3


def test_fixing_in_python_is_checked_and_brought_about():
    with open_here() as store:
        desk = Desk(store, who="night desk")
        found = store.events()[2]
        made = desk.set(found.id, "status", "cancelled", why="on air")
        assert (made.who, made.why, store.events()[2].status) == ("night desk", "on air", "cancelled")
        desk.undo(made.number)
        assert store.events()[2].status == "occurred"
        for wrong in (("status", "over"), ("kind", "nonsense"), ("start", "tomorrow"), ("mood", "bad")):
            with pytest.raises(InputError):
                desk.set(found.id, *wrong)
        with pytest.raises(InputError, match="at least one character"):
            desk.rename(found.participants[0].actor, " ")


def test_fixing_in_python_may_wait_until_all_is_written_down():
    with open_here() as store:
        desk = Desk(store, who="night desk", patient=True)
        one, _, other = store.events()
        desk.merge(one.id, other.id)
        desk.rename(one.participants[0].actor, "J. Store")
        assert len(store.events()) == 3
        desk.link()
        assert len(store.events()) == 2
        assert "J. Store" in {party.name for event in store.events() for party in event.participants}
