"""Actors: who they are, which offices they held and who says so, whom they met, and what they said."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from communique.export.columns import COLUMNS
from communique.records import Actor
from communique.store.company import counterparts
from communique.store.corrections import corrections_of, resolve_as
from communique.store.lookup import load_actor, load_articles
from communique.store.queries import EventQuery, count_events, find_events
from communique.store.statements import find_statements, statements_of
from communique.web.asking import PAGE, Word
from communique.web.chronology import events_csv, table
from communique.web.citing import Citations
from communique.web.fixing import undone
from communique.web.rendering import page, segment
from communique.web.security import desk_of

router = APIRouter()
PageNumber = Annotated[int, Query(alias="page", ge=1, le=20_000)]


@router.get("/csv/actors/{actor_id:path}")
def actor_csv(request: Request, actor_id: str) -> Response:
    """The events of an actor as a table."""
    return events_csv(find_events(desk_of(request).store, EventQuery(actor=actor_id)))


@router.get("/actors/{actor_id:path}")
def actor(request: Request, actor_id: str, number: PageNumber = 1) -> Response:
    """All that the record holds of an actor."""
    desk, store = desk_of(request), desk_of(request).store
    with store.reading() as connection:
        found = resolve_as(connection, actor_id, "actor")
        if found.id != actor_id:
            return RedirectResponse(f"/actors/{segment(found.id)}", 303)
        person = load_actor(connection, found.id)
        articles = load_articles(connection, sorted({e.article for o in person.offices for e in o.evidence}))
        corrections = corrections_of(connection, found)
    citations = Citations(articles, ())
    query = EventQuery(actor=actor_id)
    events = find_events(store, query, limit=PAGE, offset=(number - 1) * PAGE, descending=True)
    company = desk.remembered(("company", actor_id), lambda: counterparts(store, actor_id))
    total = desk.remembered(("count", query), lambda: count_events(store, query))
    return page(
        request, "actor.html", actor=person, offices=_offices(person, citations), events=events, number=number,
        total=total, notes=list(citations.notes.values()), corrections=corrections,
        undone=undone(corrections), company=company, said=statements_of(store, actor_id),
        size=PAGE,
    )  # fmt: skip


def _offices(person: Actor, citations: Citations) -> list[tuple[object, list[int]]]:
    """Each office with the numbers of the sentences that say so."""
    return [(o, list(dict.fromkeys(citations.cite(e.article, e.span) for e in o.evidence))) for o in person.offices]


@router.get("/statements")
def statements(request: Request, speaker: Word = "", q: Word = "", number: PageNumber = 1) -> Response:
    """What people said, by speaker and words."""
    store = desk_of(request).store
    said = find_statements(store, speaker=speaker, words=q, limit=PAGE + 1, offset=(number - 1) * PAGE)
    return page(request, "statements.html", said=said, speaker=speaker, q=q, number=number, size=PAGE)


@router.get("/csv/statements")
def statements_csv(request: Request, speaker: Word = "", q: Word = "") -> Response:
    """What people said, as a table."""
    said = find_statements(desk_of(request).store, speaker=speaker, words=q, limit=10_000)
    return table("statements", COLUMNS["statements"], said.statements)
