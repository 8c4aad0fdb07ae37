"""communique reads news about foreign affairs and keeps the diplomatic record in it.

>>> import communique
>>> reader = communique.load()                                        # doctest: +SKIP
>>> reading = reader.read("Ministers met in Oslo on 3 May 2021.")     # doctest: +SKIP

Names are imported when they are first used, so ``import communique`` itself is quick.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.correcting import Desk
    from communique.errors import CommuniqueError, FetchError, InputError, LexiconError, ModelError, StoreError
    from communique.ingest import read_into
    from communique.reading.reader import Reader, load
    from communique.records import (
        Actor,
        Article,
        Event,
        Mention,
        Participant,
        Place,
        Reading,
        Rejection,
        Report,
        Span,
        Statement,
        Story,
        Time,
    )
    from communique.store.database import Store, open_store
    from communique.store.queries import EventQuery, find_events

__all__ = [
    "Actor",
    "Article",
    "CommuniqueError",
    "Desk",
    "Event",
    "EventQuery",
    "FetchError",
    "InputError",
    "LexiconError",
    "Mention",
    "ModelError",
    "Participant",
    "Place",
    "Reader",
    "Reading",
    "Rejection",
    "Report",
    "Span",
    "Statement",
    "Store",
    "StoreError",
    "Story",
    "Time",
    "__version__",
    "find_events",
    "load",
    "open_store",
    "read_into",
]

_ERRORS = ("CommuniqueError", "FetchError", "InputError", "LexiconError", "ModelError", "StoreError")
_HOME = {
    **dict.fromkeys(_ERRORS, "communique.errors"),
    **dict.fromkeys(("Reader", "load"), "communique.reading.reader"),
    **dict.fromkeys(("Store", "open_store"), "communique.store.database"),
    **dict.fromkeys(("EventQuery", "find_events"), "communique.store.queries"),
    "read_into": "communique.ingest",
    "Desk": "communique.correcting",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attributes are of any type
    if name == "__version__":
        from importlib.metadata import version

        value: Any = version("communique")
    elif name in __all__:
        value = getattr(importlib.import_module(_HOME.get(name, "communique.records")), name)
    else:
        raise AttributeError(f"module 'communique' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
