"""Commands that ask the record by words, periods, plans, accounts and SQL."""

from __future__ import annotations

import json

import icalendar
import pytest

from communique import options
from communique.errors import InputError, StoreError
from communique.store.database import open_store
from communique.store.sql import asked
from communique.store.texts import TEXT_KINDS
from test_cli import filled, lines, run, toy  # noqa: F401 - fixtures


@pytest.fixture(autouse=True)
def location(toy, monkeypatch, new_location):  # noqa: F811
    """Where the store of a test is: each is asked on every database."""
    monkeypatch.setenv("COMMUNIQUE_STORE", found := new_location())
    return found


def test_asking_search_finds_words_in_every_kind_of_record(filled):  # noqa: F811
    found = lines(run("search", "tillerson moscow", "--json").stdout)
    assert {hit["kind"] for hit in found} == {"event", "report", "article"}
    assert all("[" in hit["piece"] for hit in found)
    assert {hit["kind"] for hit in lines(run("search", "talks", "--json").stdout)} == {"statement", "article"}
    only = lines(run("search", "Lavrov", "--what", "statement", "--json").stdout)
    assert [hit["kind"] for hit in only] == ["statement"]


def test_asking_search_pages_and_knows_phrases(filled):  # noqa: F811
    every = lines(run("search", "met", "--json").stdout)
    assert lines(run("search", "met", "--json", "--limit", "2", "--offset", "1").stdout) == every[1:3]
    assert not run("search", '"moscow met"', "--json").stdout
    assert "has all these words" in run("search", "nothing such").stderr
    assert "did you mean 'report'" in " ".join(run("search", "x", "--what", "reports", code=2).stderr.split())


def test_asking_search_follows_articles_that_are_replaced(filled, tmp_path):  # noqa: F811
    for words in ("Wang met Lavrov in Oslo.", "Wang met Lavrov in Paris."):
        (tmp_path / "again.jsonl").write_text(json.dumps({"id": "mine", "text": words}))
        run("read", "again.jsonl")
    assert not run("search", "Oslo", "--json").stdout
    assert {hit["kind"] for hit in lines(run("search", "Paris", "--json").stdout)} == {"report", "article"}


def test_asking_timeline_counts_what_took_place_and_what_lies_ahead(filled):  # noqa: F811
    months = lines(run("timeline", "--json").stdout)
    assert [(m["period"], m["events"], m["happened"], m["ahead"]) for m in months] == [
        ("2017-04", 1, 1, 0),
        ("2017-08", 1, 0, 1),
    ]
    assert (months[0]["score"], months[0]["conflict"], months[1]["score"]) == (-1.5, 1, None)
    assert [m["period"] for m in lines(run("timeline", "--by", "year", "--json").stdout)] == ["2017"]
    assert "2017-08" in run("timeline").stdout
    assert "none matches" in run("timeline", "--who", "Nobody").stderr


def test_asking_dyad_shows_scores_and_events_in_either_direction(filled):  # noqa: F811
    assert run("dyad", "USA:RUS", "--json").stdout == run("dyad", "RUS:USA", "--json").stdout
    page = run("dyad", "USA:RUS").stdout
    assert "2017-04" in page
    assert "Lavrov (RUS), Tillerson (USA)" in page
    assert "two sides" in run("dyad", "USA", code=2).stderr


def test_asking_agenda_has_what_is_ahead_and_no_more(filled):  # noqa: F811
    assert [e["status"] for e in lines(run("agenda", "--from", "2017-04-01", "--json").stdout)] == ["planned"]
    assert not run("agenda", "--from", "2017-08-02", "--json").stdout
    calendar = icalendar.Calendar.from_ical(run("agenda", "--from", "2017-04-01", "--icalendar").stdout_bytes)
    assert [str(entry["SUMMARY"]) for entry in calendar.walk("VEVENT")] == ["meeting: Wang, Lavrov"]


def test_asking_compare_sets_accounts_side_by_side(filled):  # noqa: F811
    event = lines(run("events", "--topic", "syria", "--json").stdout)[0]["id"]
    page = run("compare", event).stdout
    assert all(part in page for part in ("wire", "post", "12 Apr 2017", "13 Apr 2017", "Where they differ"))
    compared = json.loads(run("compare", event, "--json").stdout)
    assert [d["field"] for d in compared["disagreements"]] == ["time"]
    story = lines(run("export", "stories").stdout)[0]["id"]
    assert "is no event" in str(run("compare", story, code=1).exception)


def test_asking_sql_answers_questions(filled):  # noqa: F811
    rows = lines(run("sql", "SELECT kind, count(*) AS n FROM events GROUP BY kind", "--json").stdout)
    assert rows == [{"kind": "meeting", "n": 3}]
    assert "meeting" in run("sql", "select kind from events").stdout


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM events",
        "PRAGMA query_only=OFF",
        "ATTACH DATABASE 'other.db' AS other",
        "WITH gone AS (SELECT 1) DELETE FROM events",
        "SELECT 1; DELETE FROM events",
        "SELECT 1; COMMIT; DELETE FROM events",
        "EXPLAIN QUERY PLAN DELETE FROM events WHERE",
        "SELECT nothing FROM nowhere",
    ],
)
def test_asking_sql_cannot_change_the_store(filled, location, statement):  # noqa: F811
    with open_store(location) as store:
        with pytest.raises((InputError, StoreError)), asked(store, statement) as (_, rows):
            list(rows)
        with store.writing():
            pass  # and the store can be written afterwards
    assert len(lines(run("events", "--json").stdout)) == 3


def test_asking_sql_takes_percent_signs_as_they_are(filled):  # noqa: F811
    rows = lines(run("sql", "SELECT count(*) AS n FROM events WHERE kind LIKE 'meet%'", "--json").stdout)
    assert rows == [{"n": 3}]


def test_asking_search_knows_words_without_accents_and_between_signs(tmp_path):
    text = "Lavrov met Wang in S\N{LATIN SMALL LETTER A WITH TILDE}o Paulo. The Moscow/Washington line held."
    (tmp_path / "in.jsonl").write_text(json.dumps({"text": text}), encoding="utf-8")
    run("read", "in.jsonl")
    for words in ("sao", "S\N{LATIN SMALL LETTER A WITH TILDE}o", '"moscow washington"', "washington"):
        assert {hit["kind"] for hit in lines(run("search", words, "--json").stdout)} >= {"article"}, words


def test_asking_search_offers_all_that_has_words():
    assert sorted(options.SEARCHED) == sorted(TEXT_KINDS)
