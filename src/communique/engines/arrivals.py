"""The items of a source in lists of those that have come, so that none waits for what comes behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from queue import SimpleQueue
from threading import Semaphore, Thread
from typing import TypeVar

T = TypeVar("T")


def arrivals(items: Iterable[T], most: int) -> Iterator[list[T]]:
    """Lists of at most so many items, each with what has come while the last was worked on, and with one at least.

    The source is read in a thread, and no more than ``most`` items ahead; what it raises is raised here, in its place.
    """
    come: SimpleQueue[T | _End] = SimpleQueue()
    room = Semaphore(most)
    Thread(target=_take, args=(iter(items), come, room), daemon=True).start()
    several: list[T] = []
    while True:
        item = come.get()
        if not isinstance(item, _End):
            several.append(item)
            room.release()
        if several and (isinstance(item, _End) or come.empty() or len(several) == most):
            yield several
            several = []
        if isinstance(item, _End):
            if item.error is not None:
                raise item.error
            return


class _End:
    """The end of a source, and what it came of."""

    def __init__(self, error: Exception | None) -> None:
        self.error = error


def _take(items: Iterator[T], come: SimpleQueue[T | _End], room: Semaphore) -> None:
    error: Exception | None = None
    try:
        for item in items:
            room.acquire()
            come.put(item)
    except Exception as raised:  # noqa: BLE001, RUF100 - it is raised again where the items are taken
        error = raised
    come.put(_End(error))
