from __future__ import annotations

import functools

import pytest

from communique.engines import local
from communique.engines.local import WORTH_A_POOL, read_articles
from communique.errors import CommuniqueError, ModelError
from handmade import ToyReader, article, load_toy


def fails_to_load():
    raise ModelError("the model is not there")


def dies_loading():
    raise SystemExit(9)


def never():
    raise AssertionError("no reader is needed")


TEXTS = [f"Lavrov met Tillerson. {n}" for n in range(12)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_local_readings_come_in_order_whatever_the_number_of_processes(jobs):
    articles = [article(text) for text in TEXTS]
    expected = list(ToyReader().pipe(articles, clean=True))
    assert list(read_articles(articles, load_toy, jobs=jobs, clean=True)) == expected


def test_local_crashed_process_costs_one_article_and_no_more():
    articles = [article(text) for text in (*TEXTS[:3], "CRASH", *TEXTS[3:6], "RAISE", "CRASH again", TEXTS[6])]
    readings = list(read_articles(articles, load_toy, jobs=2, clean=True))
    assert [r.id for r in readings] == [a.id for a in articles]
    failed = {r.text: r.rejected for r in readings if r.rejected is not None}
    assert set(failed) == {"CRASH", "RAISE", "CRASH again"}
    assert {r.reason for r in failed.values()} == {"error"}
    assert "ended with code 7" in failed["CRASH"].detail
    assert "ValueError" in failed["RAISE"].detail


def test_local_crash_gives_the_articles_behind_it_to_another_process():
    articles = [article(text) for text in ("CRASH", *TEXTS[:5], "CRASH twice", *TEXTS[5:])]
    readings = list(read_articles(articles, load_toy, jobs=2, clean=True))
    assert [r.text for r in readings if r.rejected is None] == TEXTS


def test_local_long_articles_and_long_readings_do_not_wait_for_each_other():
    articles = [article("Lavrov met Tillerson. " * 4_000 + str(n)) for n in range(6)]
    readings = list(read_articles(articles, load_toy, jobs=2, clean=True))
    assert [r.id for r in readings] == [a.id for a in articles]


@pytest.mark.parametrize("jobs", [1, 2])
def test_local_reading_that_is_there_already_keeps_its_place_and_needs_no_reader(jobs):
    ready = next(ToyReader().pipe([article("Hola")], clean=True))
    assert list(read_articles([ready, ready], never, jobs=jobs, clean=True)) == [ready, ready]


@pytest.mark.parametrize("jobs", [1, 2])
def test_local_reader_that_does_not_load_fails_the_run(jobs):
    with pytest.raises(ModelError, match="the model is not there"):
        list(read_articles([article("a")], fails_to_load, jobs=jobs, clean=True))


def test_local_process_that_dies_before_it_reads_fails_the_run():
    with pytest.raises(CommuniqueError, match="ended with code 9 while it loaded"):
        list(read_articles([article("a")], dies_loading, jobs=2, clean=True))


@pytest.mark.parametrize("jobs", [1, 2])
def test_local_sources_are_taken_as_they_are_needed(jobs):
    taken = []

    def endless():
        for n in range(10**9):
            taken.append(n)
            yield article(f"Lavrov met Tillerson. {n}")

    readings = read_articles(endless(), load_toy, jobs=jobs, clean=True)
    for _ in range(30):
        next(readings)
    readings.close()
    assert len(taken) < 30 + 60 * jobs


def test_local_chooses_processes_by_the_number_of_articles(monkeypatch):
    chosen = []
    monkeypatch.setattr(local, "_read_here", lambda *a, **k: chosen.append("here") or iter(()))
    monkeypatch.setattr(local, "_read_in_processes", lambda *a, **k: chosen.append("processes") or iter(()))
    monkeypatch.setattr(local, "cpus", lambda: 4)
    choose = functools.partial(read_articles, load=load_toy, jobs=None, clean=True)
    choose([article(str(n)) for n in range(WORTH_A_POOL - 1)])
    choose([article(str(n)) for n in range(WORTH_A_POOL)])
    assert chosen == ["here", "processes"]
