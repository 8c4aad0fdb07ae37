"""The interface for programs: the same questions as the pages', answered in JSON, described by OpenAPI."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from fastapi import APIRouter, Body, FastAPI, HTTPException, Path, Query, Request
from fastapi.openapi.utils import get_openapi
from starlette.responses import Response

from communique.corrections import Correction
from communique.errors import InputError
from communique.records import Event, Statement
from communique.store.company import Tie
from communique.store.corrections import all_corrections, resolve_as
from communique.store.dossiers import ActorDossier, ArticleDossier, EventDossier, StoryDossier, gather
from communique.store.geography import Involved, Spot, count_involved, count_spots
from communique.store.lookup import Kind
from communique.store.periods import Period, count_periods
from communique.store.searching import Hit, search
from communique.store.statements import find_statements
from communique.store.texts import TEXT_KINDS
from communique.web.asking import PAGE, Conditions, Word
from communique.web.chronology import found
from communique.web.fixing import correct
from communique.web.rendering import page
from communique.web.security import desk_of
from communique.web.views import network_of, pairs_of

router = APIRouter(prefix="/api")
pages = APIRouter()
Id = Annotated[str, Path(min_length=1, max_length=300)]
_REF = "#/components/schemas/{name}"


class Network(msgspec.Struct, frozen=True, kw_only=True):
    """Ties between actors, and the names of these actors by id."""

    ties: list[Tie]
    names: dict[str, str]


class World(msgspec.Struct, frozen=True, kw_only=True):
    """Where events took place, and which countries take part."""

    spots: list[Spot]
    involved: list[Involved]


_ANSWERS: tuple[Any, ...] = (
    Event, EventDossier, ArticleDossier, ActorDossier, StoryDossier, Statement, Hit, Period, Tie, Network, World,
    Correction,
)  # fmt: skip


def _answers(answer: type, *, several: bool = False) -> dict[int | str, dict[str, Any]]:
    """The description of an answer, and of what is said when there is none."""
    ref: dict[str, Any] = {"$ref": _REF.format(name=answer.__name__)}
    schema = {"type": "array", "items": ref} if several else ref
    fine = {"description": "Found", "content": {"application/json": {"schema": schema}}}
    return {200: fine, 404: _TROUBLED, 422: _TROUBLED}


_TROUBLE = {"type": "object", "properties": {"detail": {"type": "string"}}, "required": ["detail"]}
_TROUBLED: dict[str, Any] = {"description": "What is wrong", "content": {"application/json": {"schema": _TROUBLE}}}


def _json(answer: object) -> Response:
    return Response(msgspec.json.encode(answer), media_type="application/json")


@router.get("/events", responses=_answers(Event, several=True))
def events(request: Request, conditions: Conditions) -> Response:
    """Events that match, 50 a page."""
    return _json(found(desk_of(request), conditions, PAGE, conditions.offset))


@router.get("/events/{event_id}", responses=_answers(EventDossier))
def event(request: Request, event_id: Id) -> Response:
    """An event with its reports and articles."""
    return _dossier(request, event_id, "event")


@router.get("/articles/{article_id}", responses=_answers(ArticleDossier))
def article(request: Request, article_id: Id) -> Response:
    """An article with all that was read out of it."""
    return _dossier(request, article_id, "article")


@router.get("/actors/{actor_id}", responses=_answers(ActorDossier))
def actor(request: Request, actor_id: Id) -> Response:
    """An actor with its events."""
    return _dossier(request, actor_id, "actor")


@router.get("/stories/{story_id}", responses=_answers(StoryDossier))
def story(request: Request, story_id: Id) -> Response:
    """A story with its events and articles."""
    return _dossier(request, story_id, "story")


def _dossier(request: Request, record_id: str, kind: Kind) -> Response:
    with desk_of(request).store.reading() as connection:
        return _json(gather(connection, resolve_as(connection, record_id, kind)))


@router.get("/statements", responses=_answers(Statement, several=True))
def statements(
    request: Request, speaker: Word = "", q: Word = "", page: Annotated[int, Query(ge=1, le=20_000)] = 1
) -> Response:
    """Statements by the words of the speaker's name and of what is said, 50 a page."""
    said = find_statements(desk_of(request).store, speaker=speaker, words=q, limit=PAGE, offset=(page - 1) * PAGE)
    return _json(said.statements)


@router.get("/search", responses=_answers(Hit, several=True))
def hits(
    request: Request,
    q: Word = "",
    what: Literal["event", "report", "statement", "article"] | None = None,
    page: Annotated[int, Query(ge=1, le=20_000)] = 1,
) -> Response:
    """Whatever holds all the words, the best match first."""
    kinds = (what,) if what is not None else TEXT_KINDS
    return _json(search(desk_of(request).store, q, kinds=kinds, limit=PAGE, offset=(page - 1) * PAGE))


@router.get("/timeline", responses=_answers(Period, several=True))
def timeline(request: Request, conditions: Conditions, by: Literal["day", "month", "year"] = "month") -> Response:
    """Events counted by the period in which they begin."""
    return _json(count_periods(desk_of(request).store, conditions.query, by))


@router.get("/pairs", responses=_answers(Tie, several=True))
def pairs(request: Request, conditions: Conditions) -> Response:
    """Pairs of countries by their events."""
    return _json(pairs_of(desk_of(request), conditions.query))


@router.get("/network", responses=_answers(Network))
def network(request: Request, conditions: Conditions) -> Response:
    """Ties between actors by their events."""
    ties, names = network_of(desk_of(request), conditions.query)
    return _json(Network(ties=ties, names=names))


@router.get("/map", responses=_answers(World))
def world(request: Request, conditions: Conditions) -> Response:
    """Places and countries by their events."""
    store = desk_of(request).store
    spots, involved = count_spots(store, conditions.query), count_involved(store, conditions.query)
    return _json(World(spots=spots, involved=involved))


@router.get("/corrections", responses=_answers(Correction, several=True))
def corrections(request: Request) -> Response:
    """Everything that was corrected."""
    with desk_of(request).store.reading() as connection:
        return _json(all_corrections(connection))


@router.post(
    "/corrections",
    responses=_answers(Correction)
    | {
        400: _TROUBLED | {"description": "No JSON"},
        403: {"description": "Not JSON of this desk"},
        409: _TROUBLED | {"description": "Nothing that can be corrected so"},
    },
)
def add(
    request: Request,
    action: Annotated[Literal["merge", "split", "set", "wrong", "rename", "accept", "undo"], Body()],
    target: Annotated[str, Body(max_length=300)] = "",
    value: Annotated[str, Body(max_length=300)] = "",
    field: Annotated[str, Body(max_length=20)] = "",
    why: Annotated[str, Body(max_length=500)] = "",
) -> Response:
    """Correct something; only a program or a page of this desk can send JSON here."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise HTTPException(403, "send the correction as application/json")
    try:
        return _json(correct(desk_of(request), action, target, value, field, why))
    except InputError as error:
        raise HTTPException(409, str(error)) from error


@pages.get("/api")
def described(request: Request) -> Response:
    """What programs can ask, as a page."""
    described = request.app.openapi()
    return page(request, "api.html", paths=described["paths"])


def describe(app: FastAPI) -> None:
    """Give the application its OpenAPI description, with the records as they are."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            made = get_openapi(title=app.title, version=app.version, routes=app.routes, description=__doc__)
            _, components = msgspec.json.schema_components(_ANSWERS, ref_template=_REF)
            made.setdefault("components", {}).setdefault("schemas", {}).update(components)
            app.openapi_schema = made
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]
