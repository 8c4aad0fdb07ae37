"""Reading and linking with Ray: what one process gives, in the same order, with a local Ray of two workers."""

from __future__ import annotations

import operator
import os
import sys

import pytest

pytest.importorskip("ray", reason="the extra 'ray' is not installed")

from communique.engines.cluster import Cluster
from communique.errors import CommuniqueError, ModelError
from communique.linking import link
from handmade import ToyReader, article, load_toy
from newsroom import Told, Who
from newsroom import article as told

STORE = Who("Kari Store", "NOR", "Foreign Minister")
BAUER = Who("Lena Bauer", "DEU", "Foreign Minister")


def fails_to_load():
    raise ModelError("the model is not there")


@pytest.fixture(scope="module")
def cluster():
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("RAY_ADDRESS", raising=False)
        patch.setenv("PYTHONPATH", os.pathsep.join(path for path in sys.path if path))  # workers import these tests
        with Cluster(2) as running:
            yield running


def test_cluster_readings_are_those_of_one_process_in_order(cluster):
    articles = [article(f"Lavrov met Tillerson. {n}") for n in range(50)]
    ready = next(ToyReader().pipe([article("Hola")], clean=True))
    items = [*articles[:20], ready, *articles[20:]]
    expected = list(ToyReader().pipe(articles, clean=True))
    assert list(cluster.read(items, load_toy, clean=True)) == [*expected[:20], ready, *expected[20:]]


def test_cluster_sets_aside_the_article_that_a_process_dies_of(cluster):
    texts = ["Lavrov met Tillerson. 1", "CRASH", "RAISE", "Lavrov met Tillerson. 2"]
    readings = list(cluster.read([article(text) for text in texts], load_toy, clean=True))
    assert [reading.text for reading in readings] == texts
    failed = {reading.text: reading.rejected for reading in readings if reading.rejected is not None}
    assert set(failed) == {"CRASH", "RAISE"}
    assert {rejection.reason for rejection in failed.values()} == {"error"}


def test_cluster_reader_that_does_not_load_fails_the_run(cluster):
    with pytest.raises(ModelError, match="the model is not there"):
        list(cluster.read([article("a")], fails_to_load, clean=True))


def test_cluster_takes_sources_as_they_are_needed(cluster):
    taken = []

    def endless():
        for n in range(10**9):
            taken.append(n)
            yield article(f"Lavrov met Tillerson. {n}")

    readings = cluster.read(endless(), load_toy, clean=True)
    for _ in range(30):
        next(readings)
    readings.close()
    assert len(taken) < 200


def test_cluster_maps_in_the_order_of_the_jobs(cluster):
    assert list(cluster(operator.neg, range(40))) == [-number for number in range(40)]
    with pytest.raises(ZeroDivisionError):
        list(cluster(_inverse, [1, 0]))


def _inverse(number):
    return 1 / number


def test_cluster_links_as_one_process_does(cluster):
    readings = [met(number) for number in range(30)]
    assert link(readings, {}, work=cluster) == link(readings, {})


def met(number):
    day = f"2021-03-{1 + number % 5:02}"
    said = Told("Kari Store and Lena Bauer met on fish.", "meeting", (STORE, BAUER), "met", day=day, topics=["fish"])
    return told(f"a{number}", f"2021-03-{2 + number % 5:02}", said)


def test_cluster_that_cannot_be_reached_is_named(monkeypatch):
    monkeypatch.setenv("RAY_ADDRESS", "no-such-host:1")
    with pytest.raises(CommuniqueError, match="no-such-host:1"), Cluster():
        pass
