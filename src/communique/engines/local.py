"""Reading articles on this machine: in this process, or in several, with the same readings in the same order.

Some articles are read together, which takes less time than one by one. Each process loads the model once and answers
its articles in order. When one dies with a single article in hand, that article is set aside; else each of those that
it had is read by itself. The process is replaced, and the run goes on. A process has the next articles in hand while it
reads some, so that it never waits for its parent.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from pathlib import Path
from queue import SimpleQueue
from typing import Protocol

from communique.engines.arrivals import arrivals
from communique.engines.processes import fresh_processes
from communique.errors import CommuniqueError
from communique.records import Article, Reading, Rejection

#: Fewer articles than this are read in this process when nobody says how many to use: loading a model takes seconds.
WORTH_A_POOL = 24
_MOST = 8  # processes used when nobody says; each holds the model, some 400 MB
_TOGETHER = 64  # articles that one process reads together
_AHEAD = 32  # readings a process may be ahead of the one that is waited for
_IN_HAND = 16  # articles that a process of several holds
_NEW_OBJECTS = 20_000  # so many make it worth looking for those that are no longer used


class SupportsPipe(Protocol):
    """What is needed of a reader."""

    def pipe(self, articles: Iterable[Article], *, clean: bool) -> Iterator[Reading]:
        """Read articles in order."""
        ...


Load = Callable[[], SupportsPipe]


def read_articles(
    items: Iterable[Article | Reading], load: Load, *, jobs: int | None = 1, clean: bool, waiting: bool = False
) -> Iterator[Reading]:
    """Read articles with ``jobs`` processes (``None``: as many as are worth it), in order and in bounded memory.

    ``load`` makes the reader, once in each process; it must be picklable for more than one. An item that is a reading
    already comes out in its place. An article that cannot be read comes out rejected, with ``error`` for reason. One
    process takes some items before it gives the reading of the first, but not where who gives them is ``waiting`` for
    one reading before he gives the next article.

    Raises:
        CommuniqueError: what ``load`` raises.

    """
    remaining = iter(items)
    if jobs is None:
        first = list(islice(remaining, WORTH_A_POOL))
        jobs = 1 if len(first) < WORTH_A_POOL else min(cpus(), _MOST)
        remaining = chain(first, remaining)
    if jobs <= 1:
        groups = arrivals(remaining, _TOGETHER) if waiting else iter(lambda: list(islice(remaining, _TOGETHER)), [])
        return _read_here(groups, load, clean=clean)
    return _read_in_processes(remaining, load, jobs, clean=clean)


def cpus() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def load_to_stay(load: Load) -> SupportsPipe:
    """Load a reader that is kept to the end of the process, and spare the garbage collector from going through it.

    The model and the lexicon are some million objects; looking at them again and again costs a tenth of the reading,
    and while they are loaded nearly all that is made is there to stay.
    What is made for an article lasts as long as it is read, so looking for garbage once in some articles is enough.
    """
    gc.set_threshold(0)  # none; what loads the model would undo gc.disable()
    try:
        reader = load()
        gc.freeze()
    finally:
        gc.set_threshold(_NEW_OBJECTS)
    return reader


def _read_here(groups: Iterable[list[Article | Reading]], load: Load, *, clean: bool) -> Iterator[Reading]:
    reader: SupportsPipe | None = None
    for several in groups:
        articles = [item for item in several if isinstance(item, Article)]
        if articles and reader is None:
            reader = load_to_stay(load)
        readings: Iterator[Reading] = iter(())
        if reader is not None:
            readings = read_together(reader, articles, clean=clean)
        for item in several:
            yield item if isinstance(item, Reading) else next(readings)


def read_together(reader: SupportsPipe, articles: Sequence[Article], *, clean: bool) -> Iterator[Reading]:
    """Read articles; one that cannot be read gives a reading rejected for an error, and is no other's fault."""
    done = 0
    try:
        for reading in reader.pipe(articles, clean=clean):
            yield reading
            done += 1
    except Exception:  # noqa: BLE001, RUF100 - whatever it is, it comes again where it belongs
        for article in articles[done:]:
            yield _read_one(reader, article, clean=clean)


def _read_one(reader: SupportsPipe, article: Article, *, clean: bool) -> Reading:
    try:
        return next(iter(reader.pipe([article], clean=clean)))
    except Exception as error:  # noqa: BLE001, RUF100 - whatever it is, the other articles are read
        return failed(article, _told(error))


def _told(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {str(error)[:500]}{where}"


def failed(article: Article, detail: str) -> Reading:
    """A reading in place of that of an article that could not be read, with what went wrong."""
    return Reading(
        id=article.id,
        language=article.language,
        published=article.published,
        published_basis="given" if article.published is not None else None,
        title=article.title,
        text=article.text,
        rejected=Rejection(reason="error", detail=f"reading failed: {detail}"),
    )


def _serve(connection: Connection, load: Load, clean: bool) -> None:
    """A reading process: says that it is ready (or why it is not), then answers each article with its reading."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is told, and ends us
    try:
        reader = load_to_stay(load)
    except CommuniqueError as error:
        connection.send(error)
        return
    connection.send(None)
    incoming: SimpleQueue[Article | None] = SimpleQueue()
    threading.Thread(target=_receive, args=(connection, incoming), daemon=True).start()
    while (article := incoming.get()) is not None:
        several = [article]
        while len(several) < _TOGETHER and not incoming.empty() and (article := incoming.get()) is not None:
            several.append(article)
        for reading in read_together(reader, several, clean=clean):
            connection.send(reading)


def _receive(connection: Connection, incoming: SimpleQueue[Article | None]) -> None:
    """Take what the parent sends at any time, so that it never waits to send while we wait to answer."""
    with contextlib.suppress(EOFError, OSError):
        while True:
            incoming.put(connection.recv())
    incoming.put(None)


class _Worker:
    """A reading process as its parent sees it; ``tasks`` are the articles in its hands, with their places."""

    def __init__(self, load: Load, *, clean: bool) -> None:
        context = fresh_processes()
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, load, clean), daemon=True)
        self.process.start()
        theirs.close()
        self.ready = False
        self.tasks: deque[tuple[int, Article]] = deque()

    def give(self, index: int, article: Article) -> None:
        self.tasks.append((index, article))
        with contextlib.suppress(OSError):  # it has died; take() will find out
            self.connection.send(article)

    def take(self) -> tuple[int, Reading] | None:
        """What it has to say: a finished reading, or ``None``. EOFError: it died idle.

        There is nothing to say when it became ready, or died with several articles in hand.
        """
        try:
            said = self.connection.recv()
        except (EOFError, OSError) as error:
            self.process.join()
            if not self.tasks:
                how = f"a reading process ended with code {self.process.exitcode}"
                raise EOFError(how) from error
            if len(self.tasks) > 1:
                return None
            index, article = self.tasks.popleft()
            return index, failed(article, f"the process that read it ended with code {self.process.exitcode}")
        if isinstance(said, CommuniqueError):
            raise said
        self.ready = True
        if said is None or not self.tasks:
            return None
        index, _ = self.tasks.popleft()
        return index, said

    @property
    def dead(self) -> bool:
        return self.process.exitcode is not None

    def end(self) -> None:
        self.connection.close()
        self.process.terminate()
        self.process.join()


class _Pool:
    """At most ``jobs`` workers, started as articles come and replaced as they die."""

    def __init__(self, load: Load, jobs: int, *, clean: bool) -> None:
        self._load, self._jobs, self._clean = load, jobs, clean
        self._workers: list[_Worker] = []
        self.backlog: deque[tuple[int, Article]] = deque()
        self._alone: set[int] = set()  # places of articles that are to be the only one in a process's hands

    @property
    def has_room(self) -> bool:
        in_hand = sum(len(worker.tasks) for worker in self._workers)
        return len(self.backlog) + in_hand < self._jobs * (_IN_HAND + 1)

    @property
    def busy(self) -> bool:
        return bool(self.backlog) or any(worker.tasks for worker in self._workers)

    def collect(self) -> list[tuple[int, Reading]]:
        """Hand out what there is to do, wait for a worker to say something, and give what is finished."""
        self._hand_out()
        found: list[tuple[int, Reading]] = []
        said = set(wait([worker.connection for worker in self._workers]))
        for worker in [w for w in self._workers if w.connection in said]:
            try:
                done = worker.take()
            except EOFError as error:
                if not worker.ready:
                    raise CommuniqueError(
                        f"{error} while it loaded the language model; is there memory for it?"
                    ) from error
                done = None
            if done is not None:
                found.append(done)
            if worker.dead:
                self.backlog.extendleft(reversed(worker.tasks))
                self._alone.update(index for index, _ in worker.tasks)
                worker.end()
                self._workers.remove(worker)
        return found

    def _hand_out(self) -> None:
        ready = [worker for worker in self._workers if worker.ready]
        total = len(self.backlog) + sum(len(worker.tasks) for worker in self._workers)
        # those that are not ready yet are left their share
        for in_hand in range(min(_IN_HAND, -(-total // max(1, len(self._workers))))):
            for worker in ready:
                if self.backlog and len(worker.tasks) == in_hand and self._may_have(worker, self.backlog[0][0]):
                    worker.give(*self.backlog.popleft())
        free = sum(not worker.tasks for worker in self._workers)
        while len(self.backlog) > free and len(self._workers) < self._jobs:
            self._workers.append(_Worker(self._load, clean=self._clean))
            free += 1

    def _may_have(self, worker: _Worker, index: int) -> bool:
        """May a process have an article in hand with those that it has?"""
        return not worker.tasks or not (index in self._alone or worker.tasks[0][0] in self._alone)

    def end(self) -> None:
        for worker in self._workers:
            worker.end()


def _read_in_processes(items: Iterable[Article | Reading], load: Load, jobs: int, *, clean: bool) -> Iterator[Reading]:
    pool = _Pool(load, jobs, clean=clean)
    incoming = enumerate(items)
    finished: dict[int, Reading] = {}
    position, more = 0, True
    try:
        while more or pool.busy or finished:
            while more and pool.has_room and len(finished) < jobs * _AHEAD:
                index, item = next(incoming, (-1, None))
                if item is None:
                    more = False
                elif isinstance(item, Reading):
                    finished[index] = item
                else:
                    pool.backlog.append((index, item))
            if pool.busy:
                finished.update(pool.collect())
            while position in finished:
                yield finished.pop(position)
                position += 1
    finally:
        pool.end()
