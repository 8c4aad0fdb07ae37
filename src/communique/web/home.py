"""The first page: what is new, what comes next, what changed, and what sources dispute."""

from __future__ import annotations

import datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from communique import options
from communique.store.developments import last_day, latest
from communique.store.queries import EventQuery, count_actors, count_events, find_events
from communique.web.asking import day_in
from communique.web.desk import Desk
from communique.web.rendering import page
from communique.web.security import desk_of

router = APIRouter()
_SHOWN = 8
#: Days without news after which the last of them is taken for the present: the store is an archive then.
_STALE = 60
PLANS = ("planned", "confirmed", "proposed")


@router.get("/")
def home(request: Request, on: Annotated[str, Query(max_length=20)] = "") -> Response:
    """What moved lately, as seen from a day."""
    desk = desk_of(request)
    day, stale = present(desk, day_in(on, options.first_day, desk.today()))
    news = desk.remembered("latest", lambda: latest(desk.store, _SHOWN))
    ahead = find_events(desk.store, EventQuery(since=day, statuses=PLANS), limit=_SHOWN)
    events, actors = desk.remembered("counts", lambda: (count_events(desk.store), count_actors(desk.store)))
    return page(request, "home.html", day=day, stale=stale, news=news, ahead=ahead, events=events, actors=actors)


def present(desk: Desk, given: datetime.date | None) -> tuple[datetime.date, bool]:
    """The day that pages look from, and whether it is the last of an archive instead of today."""
    if given is not None:
        return given, False
    today, last = desk.today(), last_day(desk.store)
    if last is not None and (today - last).days > _STALE:
        return last, True
    return today, False
