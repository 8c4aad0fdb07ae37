"""Items in lists as they come."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from queue import SimpleQueue

import pytest

from communique.engines.arrivals import arrivals


def test_arrivals_are_all_items_in_order():
    lists = list(arrivals(range(100), 8))
    assert list(chain.from_iterable(lists)) == list(range(100))
    assert all(1 <= len(several) <= 8 for several in lists)
    assert list(arrivals([], 8)) == []


def test_arrivals_give_an_item_while_the_source_waits_for_the_next():
    answers: SimpleQueue[str] = SimpleQueue()

    def talk() -> Iterator[str]:
        yield "first"
        yield f"after {answers.get()}"

    found = arrivals(talk(), 8)
    assert next(found) == ["first"]
    answers.put("an answer")
    assert list(found) == [["after an answer"]]


def test_arrivals_raise_what_the_source_raises_behind_what_came_before():
    def broken() -> Iterator[int]:
        yield 1
        raise ValueError("the source is broken")

    found = arrivals(broken(), 8)
    assert next(found) == [1]
    with pytest.raises(ValueError, match="the source is broken"):
        next(found)


def test_arrivals_are_read_ahead_within_bounds():
    taken = []

    def endless() -> Iterator[int]:
        for n in range(10**9):
            taken.append(n)
            yield n

    for several in islice(arrivals(endless(), 4), 5):
        assert len(several) <= 4
        assert len(taken) <= several[-1] + 10
