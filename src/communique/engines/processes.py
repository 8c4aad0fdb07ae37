"""Work on jobs in several processes, with the results in the order of the jobs."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.context import SpawnContext
from types import TracebackType
from typing import TypeVar

from communique.errors import CommuniqueError

Job = TypeVar("Job")
Result = TypeVar("Result")

#: Jobs that are in hand for each process: enough that none waits, few enough to bound memory.
_AHEAD = 3


def fresh_processes() -> SpawnContext:
    """How processes are started: afresh, and without what lies in the user's folder among the modules.

    A new interpreter looks for modules in its folder first, so that a ``select.py`` there, which may come from anybody,
    would run in place of Python's own.
    """
    os.environ.setdefault("PYTHONSAFEPATH", "1")
    return multiprocessing.get_context("spawn")


class Processes:
    """A map over jobs, in processes that last as long as the ``with`` block. Functions and jobs must be picklable."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._pool = ProcessPoolExecutor(processes, mp_context=fresh_processes(), initializer=_end_with_parent)

    def __enter__(self) -> Processes:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._pool.shutdown(cancel_futures=True)

    def __call__(self, work: Callable[[Job], Result], jobs: Iterable[Job], /) -> Iterator[Result]:
        """The results of the jobs; the first of them begin at once.

        Raises:
            CommuniqueError: a process died; what a job raises is raised as it is.

        """
        remaining = iter(jobs)
        running = deque(self._pool.submit(work, job) for job in islice(remaining, _AHEAD * self._processes))
        return self._results(work, remaining, running)

    def _results(
        self, work: Callable[[Job], Result], remaining: Iterator[Job], running: deque[Future[Result]]
    ) -> Iterator[Result]:
        while running:
            try:
                result = running.popleft().result()
                running.extend(self._pool.submit(work, job) for job in islice(remaining, 1))
            except BrokenProcessPool as error:
                message = f"a process died at its work ({work.__name__}); is there memory enough for {self._processes}?"
                raise CommuniqueError(message) from error
            yield result


def _end_with_parent() -> None:
    """Let a process go when the one that it works for is gone, however that went."""
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
