"""Mapping over jobs in several processes: the results of the plain map, and a clear end when a process dies."""

from __future__ import annotations

import operator
import os

import pytest

from communique.engines.processes import Processes
from communique.errors import CommuniqueError
from communique.linking import link
from newsroom import Told, Who, article

STORE = Who("Kari Store", "NOR", "Foreign Minister")
BAUER = Who("Lena Bauer", "DEU", "Foreign Minister")


@pytest.fixture(scope="module")
def processes():
    with Processes(2) as running:
        yield running


def met(number):
    day = f"2021-03-{1 + number % 5:02}"
    said = Told("Kari Store and Lena Bauer met on fish.", "meeting", (STORE, BAUER), "met", day=day, topics=["fish"])
    return article(f"a{number}", f"2021-03-{2 + number % 5:02}", said)


def test_processes_give_results_in_the_order_of_the_jobs(processes):
    assert list(processes(operator.neg, range(40))) == [-number for number in range(40)]


def test_processes_raise_what_a_job_raises(processes):
    with pytest.raises(ZeroDivisionError):
        list(processes(_inverse, [1, 0]))


def _inverse(number):
    return 1 / number


def test_processes_link_as_one_process_does(processes):
    readings = [met(number) for number in range(150)]
    assert link(readings, {}, work=processes) == link(readings, {})


def test_processes_say_when_one_of_them_dies():
    with Processes(1) as running, pytest.raises(CommuniqueError, match="a process died"):
        list(running(os._exit, [3]))


def test_processes_take_no_modules_from_the_users_folder(tmp_path, monkeypatch):
    (tmp_path / "select.py").write_text("raise SystemExit('from the folder of the user')")
    monkeypatch.chdir(tmp_path)
    with Processes(1) as running:
        assert list(running(operator.neg, [1])) == [-1]
