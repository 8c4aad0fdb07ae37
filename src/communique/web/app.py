"""The application: the desk's pages, its interface for programs, and what guards both."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import JSONResponse, Response
from starlette.staticfiles import StaticFiles

from communique.errors import CommuniqueError, InputError
from communique.web import actors, api, articles, chronology, dossiers, fixing, home, reviewing, stories, uploads, views
from communique.web.desk import Desk, version
from communique.web.rendering import page
from communique.web.security import guard
from communique.web.uploads import Jobs

_STATIC = Path(__file__).parent / "static"
_PAGES = (home, views, chronology, dossiers, articles, actors, stories, uploads, fixing, reviewing)


def make_app(desk: Desk) -> FastAPI:
    """The application for a desk."""
    mimetypes.add_type("text/javascript", ".js")  # some systems have another idea, and the policy refuses it then
    app = FastAPI(title="communique", version=version(), docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    app.state.desk = desk
    app.state.jobs = Jobs(desk)
    for module in _PAGES:
        app.include_router(module.router, include_in_schema=False)
    app.include_router(api.router)
    app.include_router(api.pages, include_in_schema=False)
    api.describe(app)
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    app.add_middleware(BaseHTTPMiddleware, dispatch=guard)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(404, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(CommuniqueError, _failed)
    return app


async def _refused(request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 500)
    return _told(request, status, str(getattr(error, "detail", error)))


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    said = "; ".join(f"{'.'.join(map(str, e['loc'][1:]))}: {e['msg']}" for e in error.errors())
    return _told(request, 422, said)


async def _failed(request: Request, error: Exception) -> Response:
    return _told(request, 404 if isinstance(error, InputError) else 500, str(error))


def _told(request: Request, status: int, what: str) -> Response:
    if request.url.path.startswith("/api/") or "text/html" not in request.headers.get("accept", "text/html"):
        return JSONResponse({"detail": what}, status)
    return page(request, "trouble.html", status, number=status, what=what)
