"""Reading sources into a store: what is known is left alone, what is new is read, then all of it is linked.

Each batch of articles is written in one transaction, so a run that is killed leaves a whole record behind, and the
same run again takes up where it ended.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from communique.choice import ReaderChoice
from communique.engines.edition import linking_edition
from communique.engines.local import Load, cpus, read_articles
from communique.records import Article
from communique.store.database import Store
from communique.store.streaming import count_articles
from communique.store.writing import Read, SetAside, content_digest, known_articles, rejected_sources, write_batch

if TYPE_CHECKING:
    import datetime

    from communique.engines.cluster import Cluster
    from communique.sources import RejectedSource

DEFAULT_CHOICE = ReaderChoice()
_BATCH = 32
_LOOKED_UP = 32  # articles looked up in the store at once
_WORTH_PROCESSES = 1_000  # fewer articles are linked before other processes have begun
_MOST_PROCESSES = 8


@dataclass(slots=True)
class Tally:
    """What a run did, kept up to date while it goes on."""

    read: int = 0
    known: int = 0
    rejected: list[SetAside] = field(default_factory=list)
    reports: int = 0
    statements: int = 0
    linked: bool = False


def read_into(
    store: Store,
    paths: Sequence[str | Path],
    *,
    published: datetime.date | None = None,
    outlet: str | None = None,
    jobs: int | None = None,
    cluster: Cluster | None = None,
    choice: ReaderChoice = DEFAULT_CHOICE,
    on_progress: Callable[[Tally], None] = lambda _: None,
    on_bytes: Callable[[int], None] = lambda _: None,
) -> Tally:
    """Read files and folders into a store, with the day and outlet to assume where a source names none, and link.

    Articles are read, and linked, in ``jobs`` processes of this machine (``None``: as many as are worth it), or on a
    ``cluster``.
    ``on_progress`` is told what was done after each batch, ``on_bytes`` the size of each file that was gone through.

    Raises:
        CommuniqueError: the model or lexicon cannot be loaded, or the store cannot be written. An article or file
            that cannot be read raises nothing: it is among the ``rejected``.

    """
    from communique.sources import read_sources

    found = read_sources(paths, published=published, outlet=outlet, on_bytes=on_bytes)
    tally = read_all(
        store, found, choice.load, edition=choice.edition, jobs=jobs, cluster=cluster, on_progress=on_progress
    )
    tally.linked = link_store(store, cluster, jobs)
    return tally


def link_store(store: Store, cluster: Cluster | None = None, jobs: int | None = None) -> bool:
    """Link the store's readings unless that is done already; say whether it had to be.

    It is done on a ``cluster``, or in ``jobs`` processes of this machine (``None``: one a processor).
    """
    from communique.engines.processes import Processes
    from communique.linking import link
    from communique.store.relinking import relink

    if cluster is not None:
        return relink(store, linking_edition(), partial(link, work=cluster))
    several = min(jobs or cpus(), _MOST_PROCESSES)
    if several == 1 or count_articles(store) < _WORTH_PROCESSES:
        return relink(store, linking_edition(), link)
    with Processes(several) as processes:
        return relink(store, linking_edition(), partial(link, work=processes))


def read_all(
    store: Store,
    found: Iterable[Article | RejectedSource],
    load: Load,
    *,
    edition: str,
    jobs: int | None = 1,
    cluster: Cluster | None = None,
    on_progress: Callable[[Tally], None] = lambda _: None,
) -> Tally:
    """Read and write every article that the store does not hold as read by this ``edition``; do not link."""
    run = _Run(store, edition)
    in_hand: deque[Article] = deque()
    unknown = _noted(run.unknown(found), in_hand)
    if cluster is None:
        readings = read_articles(unknown, load, jobs=jobs, clean=True)
    else:
        readings = cluster.read(unknown, load, clean=True)
    while batch := list(islice(readings, _BATCH)):
        run.write([Read(in_hand.popleft(), reading, edition) for reading in batch])
        on_progress(run.tally)
    run.write([])
    on_progress(run.tally)
    return run.tally


def _noted(articles: Iterable[Article], in_hand: deque[Article]) -> Iterator[Article]:
    """The articles, each noted in the order in which its reading will come."""
    for article in articles:
        in_hand.append(article)
        yield article


class _Run:
    """One run over sources: what was seen, what is still to be written."""

    def __init__(self, store: Store, edition: str) -> None:
        self._store, self._edition = store, edition
        self._seen: dict[str, str] = {}  # content by id
        self._once_rejected = rejected_sources(store)
        self._aside: list[SetAside] = []
        self._fine: list[str] = []
        self.tally = Tally()

    def unknown(self, found: Iterable[Article | RejectedSource]) -> Iterator[Article]:
        """The articles that have to be read; what cannot be read and what is known is put down."""
        remaining = iter(found)
        while several := list(islice(remaining, _LOOKED_UP)):
            articles = [item for item in several if isinstance(item, Article)]
            known = known_articles(self._store, [article.id for article in articles])
            for item in several:
                if not isinstance(item, Article):
                    self._set_aside(SetAside(item.source, None, item.reason, item.detail))
                elif self._is_new(item, known):
                    yield item
            self.write([])

    def _is_new(self, article: Article, known: dict[str, tuple[str, str]]) -> bool:
        content = content_digest(article)
        before = self._seen.setdefault(article.id, content)
        if before is not content:
            if before != content:
                detail = f"another article of this run has the id {article.id!r}; give each article an id of its own"
                self._set_aside(SetAside(article.source, None, "duplicate id", detail))
            else:
                self._is_known(article)
            return False
        if known.get(article.id) == (content, self._edition):
            self._is_known(article)
            return False
        return True

    def _is_known(self, article: Article) -> None:
        self.tally.known += 1
        if article.source in self._once_rejected:
            self._fine.append(article.source)

    def _set_aside(self, aside: SetAside) -> None:
        self._aside.append(aside)
        self.tally.rejected.append(aside)

    def write(self, batch: Sequence[Read]) -> None:
        """Write a batch with all that was put down since the last one."""
        aside, self._aside = self._aside, []
        fine, self._fine = self._fine, []
        if batch or aside or fine:
            write_batch(self._store, batch, aside, fine)
        for read in batch:
            self._count(read)

    def _count(self, read: Read) -> None:
        if read.reading.rejected is not None:
            rejected = read.reading.rejected
            self.tally.rejected.append(SetAside(read.article.source, read.reading.id, rejected.reason, rejected.detail))
            return
        self.tally.read += 1
        self.tally.reports += len(read.reading.reports)
        self.tally.statements += len(read.reading.statements)
