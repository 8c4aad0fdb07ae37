"""Stories, and the agenda: chains of events, and what lies ahead month by month."""

from __future__ import annotations

import calendar
import datetime
from io import BytesIO
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from communique import options
from communique.errors import InputError
from communique.export.told import stream_told
from communique.records import Story
from communique.store.corrections import resolve_as
from communique.store.dossiers import StoryDossier, gather
from communique.store.queries import EventQuery, find_events
from communique.store.stories import latest_stories
from communique.web.actors import PageNumber
from communique.web.asking import PAGE, Word, day_in
from communique.web.chronology import csv_file, events_csv
from communique.web.home import PLANS, present
from communique.web.rendering import page, segment
from communique.web.security import desk_of

router = APIRouter()
Month = Annotated[str, Query(max_length=20)]


@router.get("/stories")
def stories(request: Request, number: PageNumber = 1) -> Response:
    """Stories, the latest first."""
    found = _stories(request, PAGE + 1, (number - 1) * PAGE)
    return page(request, "stories.html", stories=found, number=number, size=PAGE)


@router.get("/csv/stories")
def stories_csv(request: Request) -> Response:
    """All stories as a table."""
    rows = ([s.id, s.title, s.start, s.end, len(s.articles), len(s.events)] for s in _stories(request, 100_000, 0))
    return csv_file("stories", ("id", "title", "start", "end", "articles", "events"), rows)


def _stories(request: Request, limit: int, offset: int) -> list[Story]:
    with desk_of(request).store.reading() as connection:
        return latest_stories(connection, limit, offset)


@router.get("/stories/{story_id:path}")
def story(request: Request, story_id: str) -> Response:
    """A story: its events and its articles by day."""
    with desk_of(request).store.reading() as connection:
        found = resolve_as(connection, story_id, "story")
        if found.id != story_id:
            return RedirectResponse(f"/stories/{segment(found.id)}", 303)
        dossier = gather(connection, found)
    assert isinstance(dossier, StoryDossier)
    articles = sorted(dossier.articles.values(), key=lambda a: (str(a.published or "9999"), a.id))
    return page(request, "story.html", story=dossier.story, events=dossier.events, articles=articles)


@router.get("/agenda")
def agenda(request: Request, month: Month = "", who: Word = "", where: Word = "") -> Response:
    """What is planned in a month, day by day."""
    day, _ = present(desk_of(request), day_in(month, options.first_day, desk_of(request).today()))
    first = day.replace(day=1)
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    events = find_events(desk_of(request).store, _planned(first, last, who, where), limit=500)
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    on = {d: [e for e in events if e.time and e.time.start <= d <= e.time.end and e.time.precision == "day"]
          for week in weeks for d in week}  # fmt: skip
    vague = [e for e in events if e.time is not None and e.time.precision != "day"]
    return page(
        request, "agenda.html", first=first, weeks=weeks, on=on, vague=vague, who=who, where=where, day=day,
        before=_month(first - datetime.timedelta(days=1)), after=_month(last + datetime.timedelta(days=1)),
    )  # fmt: skip


def _month(day: datetime.date) -> str:
    return day.isoformat()[:7]


def _planned(first: datetime.date, last: datetime.date | None, who: str, where: str) -> EventQuery:
    return EventQuery(since=first, until=last, statuses=PLANS, who=who or None, where=where or None)


@router.get("/csv/agenda")
def agenda_csv(request: Request, month: Month = "", who: Word = "", where: Word = "") -> Response:
    """What is planned from a month on, as a table."""
    day, _ = present(desk_of(request), day_in(month, options.first_day, desk_of(request).today()))
    return events_csv(find_events(desk_of(request).store, _planned(day, None, who, where)))


@router.get("/agenda.ics")
def agenda_calendar(request: Request, month: Month = "", who: Word = "", where: Word = "") -> Response:
    """What is planned from a month on, as a calendar file."""
    try:
        from communique.export.icalendar import write_calendar
    except ImportError as error:
        raise InputError("calendars need: pip install 'communique[calendar]'") from error
    day, _ = present(desk_of(request), day_in(month, options.first_day, desk_of(request).today()))
    out = BytesIO()
    with desk_of(request).store.reading() as connection:
        write_calendar(stream_told(connection, _planned(day, None, who, where).condition(connection.dialect.name)), out)
    return Response(out.getvalue(), media_type="text/calendar; charset=utf-8")
