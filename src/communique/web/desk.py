"""What all pages share: the store, who is at the desk, which reader to use, and the work that goes on behind them."""

from __future__ import annotations

import datetime
import functools
import secrets
import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from communique.choice import ReaderChoice
from communique.errors import CommuniqueError
from communique.ingest import link_store
from communique.store.database import Store, read_meta
from communique.store.linked import LINKED

if TYPE_CHECKING:
    from communique.reading.reader import Reader

T = TypeVar("T")
_REMEMBERED = 64  # answers that are kept until the record changes


@dataclass(slots=True)
class Desk:
    """The desk: everything that a page needs beside its request. ``token`` is asked for when it is not ``None``."""

    store: Store
    user: str
    hosts: frozenset[str]
    choice: ReaderChoice = field(default_factory=ReaderChoice)
    token: str | None = None
    today: Callable[[], datetime.date] = datetime.date.today
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    reading: threading.Lock = field(default_factory=threading.Lock)
    trouble: str | None = None
    _reader: Reader | None = None
    _linking: threading.Thread | None = None
    _again: bool = False
    _guard: threading.Lock = field(default_factory=threading.Lock)
    _remembered: dict[Hashable, object] = field(default_factory=dict)

    def reader(self) -> Reader:
        """The reader, loaded when it is first asked for; use it with :attr:`reading` in hand."""
        if self._reader is None:
            self._reader = self.choice.load()
        return self._reader

    def relink(self) -> None:
        """Have the record linked anew, in the background; what is asked for meanwhile is done once more after it."""
        with self._guard:
            if self.linking:
                self._again = True
                return
            self._linking = threading.Thread(target=self._link, name="linking", daemon=True)
            self._linking.start()

    @property
    def linking(self) -> bool:
        """Is the record being linked anew?"""
        return self._linking is not None and self._linking.is_alive()

    def wait(self) -> None:
        """Wait for the linking to end."""
        while (thread := self._linking) is not None and thread.is_alive():
            thread.join()

    def _link(self) -> None:
        while True:
            try:
                link_store(self.store)
                self.trouble = None
            except CommuniqueError as error:
                self.trouble = str(error)
            with self._guard:
                if not self._again:
                    self._linking = None
                    return
                self._again = False

    def remembered(self, key: Hashable, ask: Callable[[], T]) -> T:
        """An answer that depends on the linked record alone: asked for once, and again when the record changed."""
        with self.store.reading() as connection:
            state = read_meta(connection, LINKED)
        whole = (state, key)
        with self._guard:
            if whole in self._remembered:
                return self._remembered[whole]  # type: ignore[return-value]
        answer = ask()
        with self._guard:
            while len(self._remembered) >= _REMEMBERED:
                self._remembered.pop(next(iter(self._remembered)))
            self._remembered[whole] = answer
        return answer

    def forget(self) -> None:
        """Forget all answers."""
        with self._guard:
            self._remembered.clear()


@functools.lru_cache(maxsize=1)
def version() -> str:
    """The version of communique."""
    from importlib.metadata import version as installed

    return installed("communique")
