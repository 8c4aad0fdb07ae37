"""Reading and linking on a Ray cluster, or on this machine by Ray: the same record, byte for byte, as without it.

Articles go out in blocks, a task each; a worker loads the reader with its first block and keeps it. So many blocks are
under way that no processor waits, and no more, so memory is bounded however many articles there are. A block whose
process dies, or whose machine is lost, is read again article by article; one that a process dies of then is set aside.
"""

from __future__ import annotations

import functools
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

from communique.engines.local import Load, SupportsPipe, failed, load_to_stay, read_together
from communique.errors import CommuniqueError
from communique.records import Article, Reading

if TYPE_CHECKING:
    from types import ModuleType

Job = TypeVar("Job")
Result = TypeVar("Result")
_Reference = Any

#: Articles of a task: some tenths of a second of work, against a millisecond for handing it out.
_BLOCK = 16
#: Tasks under way for each processor.
_AHEAD = 3


class _DiedError(CommuniqueError):
    """A process died at its work, or its machine was lost."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Items in their order, and the task that reads those of them that are articles."""

    items: Sequence[Article | Reading]
    reference: _Reference | None


class Cluster:
    """A connection to Ray for as long as the ``with`` block lasts.

    The cluster is the one that the environment variable ``RAY_ADDRESS`` names; without it, Ray is started on this
    machine for ``jobs`` processes, or as many as it has processors.

    Raises:
        CommuniqueError: Ray is not installed, or the cluster cannot be reached.

    """

    def __init__(self, jobs: int | None = None) -> None:
        self._ray = _ray()
        self._jobs = jobs

    def __enter__(self) -> Cluster:
        address = os.environ.get("RAY_ADDRESS")
        here: dict[str, Any] = {} if address else {"num_cpus": self._jobs, "include_dashboard": False}
        try:
            self._ray.init(address=address, log_to_driver=False, logging_level="ERROR", **here)
        except (ConnectionError, OSError, RuntimeError, ValueError) as error:
            raise CommuniqueError(f"cannot reach a Ray cluster at {address or 'this machine'}: {error}") from error
        self._width = self._jobs or max(1, int(self._ray.cluster_resources().get("CPU", 1)))
        self._read = self._ray.remote(_read_block).options(num_cpus=1, max_retries=0)
        self._work = self._ray.remote(_apply).options(num_cpus=1)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._ray.shutdown()

    def __call__(self, work: Callable[[Job], Result], jobs: Iterable[Job], /) -> Iterator[Result]:
        """The results of a function on jobs, in their order; functions and jobs must be picklable.

        Raises:
            CommuniqueError: a process died again and again; what a job raises is raised as it is.

        """
        remaining = iter(jobs)
        running: deque[_Reference] = deque()
        while True:
            running.extend(
                self._work.remote(work, job) for job in islice(remaining, _AHEAD * self._width - len(running))
            )
            if not running:
                return
            yield self._result(running.popleft())

    def read(self, items: Iterable[Article | Reading], load: Load, *, clean: bool) -> Iterator[Reading]:
        """What :func:`~communique.engines.local.read_articles` gives, in the same order.

        Raises:
            CommuniqueError: what ``load`` raises.

        """
        remaining = iter(items)
        running: deque[_Block] = deque()
        while True:
            while len(running) < _AHEAD * self._width and (several := list(islice(remaining, _BLOCK))):
                running.append(self._hand_out(several, load, clean=clean))
            if not running:
                return
            yield from self._take(running.popleft(), load, clean=clean)

    def _hand_out(self, items: Sequence[Article | Reading], load: Load, *, clean: bool) -> _Block:
        articles = [item for item in items if isinstance(item, Article)]
        return _Block(items, self._read.remote(load, articles, clean) if articles else None)

    def _take(self, block: _Block, load: Load, *, clean: bool) -> Iterator[Reading]:
        """The readings of a block, with those that were there already in their places."""
        articles = [item for item in block.items if isinstance(item, Article)]
        readings = iter(self._readings(articles, block.reference, load, clean=clean))
        for item in block.items:
            yield item if isinstance(item, Reading) else next(readings)

    def _readings(
        self, articles: Sequence[Article], reference: _Reference | None, load: Load, *, clean: bool
    ) -> list[Reading]:
        if reference is None:
            return []
        try:
            readings: list[Reading] = self._result(reference)
        except _DiedError:
            if len(articles) == 1:
                return [failed(articles[0], "the process that read it died")]
            return [
                reading
                for article in articles
                for reading in self._readings([article], self._read.remote(load, [article], clean), load, clean=clean)
            ]
        return readings

    def _result(self, reference: _Reference) -> Any:  # noqa: ANN401 - what the task gives
        try:
            return self._ray.get(reference)
        except self._ray.exceptions.RayTaskError as error:
            raise error.cause from None
        except self._ray.exceptions.RayError as error:
            raise _DiedError(f"a process of the cluster died at its work: {str(error).splitlines()[0]}") from error


def _read_block(load: Load, articles: Sequence[Article], clean: bool) -> list[Reading]:
    """Read articles with the reader that this worker keeps."""
    reader = _reader(load)
    return list(read_together(reader, articles, clean=clean))


@functools.lru_cache(maxsize=1)
def _reader(load: Load) -> SupportsPipe:
    return load_to_stay(load)


def _apply(work: Callable[[Job], Result], job: Job) -> Result:
    return work(job)


def _ray() -> ModuleType:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        import ray
    except ImportError as error:
        raise CommuniqueError('reading on a cluster needs Ray; run: pip install "communique[ray]"') from error
    return ray
