"""The review queue: the least certain reports and links first, judged with the keyboard."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from communique.export.columns import COLUMNS
from communique.records import Report
from communique.store.reviewing import doubts
from communique.web.chronology import table
from communique.web.citing import cut
from communique.web.rendering import page
from communique.web.security import desk_of

router = APIRouter()
About = Annotated[Literal["report", "link"], Query()]


@router.get("/review")
def review(request: Request, about: About = "report") -> Response:
    """What to judge next."""
    found = doubts(desk_of(request).store, about)
    items = [(d, cut(d.report.evidence.text, d.report.evidence.start, [_trigger(d.report)])) for d in found]
    return page(request, "review.html", about=about, items=items)


@router.get("/csv/review")
def review_csv(request: Request, about: About = "report") -> Response:
    """What to judge, as a table of reports."""
    found = doubts(desk_of(request).store, about, limit=200)
    return table("review", COLUMNS["reports"], [doubt.report for doubt in found])


def _trigger(report: Report) -> tuple[int, int, str]:
    return report.trigger.start, report.trigger.end, "trigger"
