"""An article with all that was read out of it, and what was not coded and why."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from communique.errors import InputError
from communique.export.columns import COLUMNS
from communique.store.dossiers import ArticleDossier, gather
from communique.store.lookup import Found, resolve
from communique.web.chronology import table
from communique.web.desk import Desk
from communique.web.marking import marked
from communique.web.rendering import page, segment
from communique.web.security import desk_of

router = APIRouter()
_EXPLAINED = 20_000  # characters of an article that are explained


@router.get("/csv/articles/{article_id:path}")
def article_csv(request: Request, article_id: str) -> Response:
    """The reports of an article as a table."""
    return table("reports", COLUMNS["reports"], _dossier(desk_of(request), article_id).reports)


@router.get("/articles/{article_id:path}")
def article(request: Request, article_id: str, part: Annotated[int, Query(ge=1, le=10_000)] = 1) -> Response:
    """The text of an article, marked."""
    dossier = _dossier(desk_of(request), article_id)
    if dossier.article.id != article_id:
        return RedirectResponse(f"/articles/{segment(dossier.article.id)}", 303)
    return page(request, "article.html", dossier=dossier, article=dossier.article, part=marked(dossier, part))


@router.get("/uncoded/{article_id:path}")
def uncoded(request: Request, article_id: str) -> Response:
    """Triggers that make no report and why, verbs that no frame has, and actors in no report."""
    from communique.reading.explaining import explain

    desk = desk_of(request)
    article = _dossier(desk, article_id).article
    with desk.reading:
        found = explain(desk.reader(), article.text[:_EXPLAINED], article.published)
    return page(request, "uncoded.html", found=found, cut=len(article.text) > _EXPLAINED)


def _dossier(desk: Desk, article_id: str) -> ArticleDossier:
    with desk.store.reading() as connection:
        found = resolve(connection, article_id)
        dossier = gather(connection, Found("article", found.id)) if found.kind == "article" else None
    if not isinstance(dossier, ArticleDossier):
        raise InputError(f"{article_id} is no article")
    return dossier
