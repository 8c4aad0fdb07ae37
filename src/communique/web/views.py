"""Pictures of the record: pairs of countries, a map, and the network of actors; each is a table too."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from communique.store.agenda_topics import topics_by_year
from communique.store.company import Tie, actor_pairs, country_pairs, names_of
from communique.store.geography import count_involved, count_spots
from communique.store.periods import count_periods
from communique.store.queries import EventQuery, count_events, find_events
from communique.web.asking import Asked, Conditions
from communique.web.chronology import csv_file, facets_of
from communique.web.desk import Desk
from communique.web.rendering import page
from communique.web.security import desk_of

router = APIRouter()
_SIDE = 14  # countries on each side of the matrix
_LATEST = 20
_TIE = ("one", "other", "events", "score")
Side = Annotated[str, Query(max_length=200)]


@router.get("/pairs")
def pairs(request: Request, conditions: Conditions) -> Response:
    """Which countries have to do with each other, as a matrix."""
    ties = pairs_of(desk_of(request), conditions.query)
    weight: Counter[str] = Counter()
    for tie in ties:
        weight.update({tie.one: tie.events, tie.other: tie.events})
    names = sorted(name for name, _ in weight.most_common(_SIDE))
    cells = {(a, b): tie for tie in ties for a, b in ((tie.one, tie.other), (tie.other, tie.one))}
    return page(request, "pairs.html", asked=conditions, names=names, cells=cells, ties=ties[:40])


def pairs_of(desk: Desk, query: EventQuery) -> list[Tie]:
    """The pairs of countries with most events."""
    return desk.remembered(("pairs", query), lambda: country_pairs(desk.store, query))


@router.get("/csv/pairs")
def pairs_csv(request: Request, conditions: Conditions) -> Response:
    """Pairs of countries as a table."""
    ties = pairs_of(desk_of(request), conditions.query)
    return csv_file("pairs", _TIE, ([getattr(tie, name) for name in _TIE] for tie in ties))


@router.get("/pair")
def pair(request: Request, one: Side, other: Side) -> Response:
    """What two sides did with or to each other: their score over time, what it was about, and the latest events."""
    desk, store = desk_of(request), desk_of(request).store
    query = EventQuery(dyad=(one.strip() or "?", other.strip() or "?"))
    asked = Asked(query, (("who", one), ("with", other)), 1, "last")
    years = desk.remembered(("years", query), lambda: count_periods(store, query, "year"))
    facets = {f.name: f for f in facets_of(desk, asked)}
    topics = facets["topic"]
    themes = desk.remembered(("themes", query), lambda: topics_by_year(store, query, [t for t, _ in topics.values]))
    return page(
        request, "pair.html", asked=asked, one=one, other=other, years=years, topics=topics, themes=themes,
        kinds=facets["kind"].values, total=count_events(store, query),
        events=find_events(store, query, limit=_LATEST, descending=True),
    )  # fmt: skip


@router.get("/map")
def world(request: Request, conditions: Conditions) -> Response:
    """Where it happened, apart from who is involved."""
    desk, query = desk_of(request), conditions.query
    spots = desk.remembered(("spots", query), lambda: count_spots(desk.store, query))
    involved = desk.remembered(("involved", query), lambda: count_involved(desk.store, query))
    return page(request, "map.html", asked=conditions, spots=spots, involved=involved)


@router.get("/csv/map")
def world_csv(request: Request, conditions: Conditions) -> Response:
    """Places with their points and events as a table."""
    names = ("name", "country", "latitude", "longitude", "events")
    spots = count_spots(desk_of(request).store, conditions.query)
    return csv_file("places", names, ([getattr(spot, name) for name in names] for spot in spots))


@router.get("/network")
def network(request: Request, conditions: Conditions) -> Response:
    """Who takes part in events with whom, in any period."""
    ties, names = network_of(desk_of(request), conditions.query)
    years = [value for f in facets_of(desk_of(request), Asked(EventQuery(), (), 1, "first")) if f.name == "year"
             for value, _ in f.values]  # fmt: skip
    return page(request, "network.html", asked=conditions, ties=ties, names=names, years=sorted(years))


def network_of(desk: Desk, query: EventQuery) -> tuple[list[Tie], dict[str, str]]:
    """The ties between actors of most events, and the names of these actors."""

    def ask() -> tuple[list[Tie], dict[str, str]]:
        ties = actor_pairs(desk.store, query)
        with desk.store.reading() as connection:
            return ties, names_of(connection, sorted({a for tie in ties for a in (tie.one, tie.other)}))

    return desk.remembered(("network", query), ask)


@router.get("/csv/network")
def network_csv(request: Request, conditions: Conditions) -> Response:
    """The ties between actors as a table."""
    ties, names = network_of(desk_of(request), conditions.query)
    rows = ([names.get(t.one, t.one), names.get(t.other, t.other), t.events, t.score] for t in ties)
    return csv_file("network", _TIE, rows)
