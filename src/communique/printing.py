"""What the commands print: tables for people, JSON for programs, remarks on standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from communique import console
from communique.display.text import plain
from communique.store.database import Store
from communique.store.queries import EventQuery, count_actors, count_events, find_events

if TYPE_CHECKING:
    from communique.ingest import Tally
    from communique.reading.explaining import Explanation
    from communique.store.dossiers import Dossier


def print_tally(store: Store, tally: Tally, *, as_json: bool) -> None:
    """What a run did, and what the store holds now."""
    events, actors = count_events(store), count_actors(store)
    if as_json:
        with console.records() as out:
            out.write(msgspec.json.encode({"run": tally, "events": events, "actors": actors}) + b"\n")
        return
    from communique.display.tally import tally_lines

    lines = console.results()
    for line in tally_lines(tally, events=events, actors=actors):
        lines.print(line)


def print_events(store: Store, query: EventQuery, limit: int | None, *, as_json: bool) -> None:
    """The events that match, as a table or as JSON Lines; when there are none, why."""
    found = find_events(store, query, limit=limit)
    if as_json:
        from communique.export.jsonl import write_jsonl

        with console.records() as out:
            write_jsonl(found, out)
    elif found:
        from communique.display.chronology import chronology

        console.results().print(chronology(found))
        if limit is not None and len(found) == limit and (total := count_events(store, query)) > limit:
            console.remark(f"{limit:,} of {total:,} events; --limit gives more")
    if not found:
        from communique.store.explaining import why_nothing

        for reason in why_nothing(store, query):
            console.remark(plain(reason))


def print_dossier(dossier: Dossier, *, as_json: bool) -> None:
    """A dossier as a page, or as one JSON object."""
    if as_json:
        with console.records() as out:
            out.write(msgspec.json.encode(dossier) + b"\n")
        return
    from communique.display.pages import page

    console.results().print(page(dossier))


def print_explanation(explanation: Explanation, *, as_json: bool) -> None:
    """Why a text was coded as it was, as a table or as one JSON object."""
    if as_json:
        with console.records() as out:
            out.write(msgspec.json.encode(explanation) + b"\n")
        return
    from communique.display.explanation import explanation_page

    console.results().print(explanation_page(explanation))


def warn_unlinked(store: Store) -> None:
    """Say so when articles came in that are not linked yet, which happens when a run was stopped."""
    from communique.store.linked import is_linked

    if not is_linked(store):
        console.remark("Some articles are not linked yet: run communique read again to finish.", "yellow")
