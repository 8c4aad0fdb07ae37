"""``communique demo``: the packaged articles, read and printed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path

from rich.console import RenderableType
from rich.text import Text

from communique.display.chronology import chronology
from communique.display.event import event_page
from communique.ingest import read_into
from communique.printing import print_tally
from communique.records import Event
from communique.store.database import Store, open_store
from communique.store.dossiers import EventDossier, gather
from communique.store.lookup import Found
from communique.store.queries import find_events


def demonstrate(location: str | None, show: Callable[[RenderableType], None]) -> None:
    """Read the samples into a store (a temporary one when no location is given); show chronology and one dossier."""
    if location is not None:
        with open_store(location) as store:
            _demonstrate(store, show)
        return
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder, "demo.db")) as store:
        _demonstrate(store, show)


def _demonstrate(store: Store, show: Callable[[RenderableType], None]) -> None:
    with as_file(files("communique") / "samples") as samples:
        tally = read_into(store, [samples])
    print_tally(store, tally, as_json=False)
    events = find_events(store)
    show(Text())
    show(chronology(events, "Chronology"))
    if events:
        show(Text())
        show(event_page(_dossier(store, max(events, key=_weight))))


def _weight(event: Event) -> tuple[int, int, int]:
    """How much there is to compare in an event's dossier."""
    return event.outlets, len(event.disagreements), len(event.reports)


def _dossier(store: Store, event: Event) -> EventDossier:
    with store.reading() as connection:
        dossier = gather(connection, Found("event", event.id))
    assert isinstance(dossier, EventDossier)
    return dossier
