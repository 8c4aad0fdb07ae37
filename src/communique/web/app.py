"""The application: the desk's pages, its interface for programs, and what guards both."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import JSONResponse, Response
from starlette.routing import Match
from starlette.staticfiles import StaticFiles

from communique.errors import CommuniqueError, InputError
from communique.web import actors, api, articles, chronology, dossiers, fixing, home, reviewing, stories, uploads, views
from communique.web.desk import Desk, version
from communique.web.rendering import page
from communique.web.security import guard
from communique.web.uploads import Jobs

_STATIC = Path(__file__).parent / "static"
_PAGES = (home, views, chronology, dossiers, articles, actors, stories, uploads, fixing, reviewing)
_ROUTERS = (*(module.router for module in _PAGES), api.router, api.pages)


def make_app(desk: Desk) -> FastAPI:
    """The application for a desk."""
    mimetypes.add_type("text/javascript", ".js")  # some systems have another idea, and the policy refuses it then
    app = FastAPI(title="communique", version=version(), docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    app.state.desk = desk
    app.state.jobs = Jobs(desk)
    for router in _ROUTERS:
        app.include_router(router, include_in_schema=router is api.router)
    api.describe(app)
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    app.add_middleware(BaseHTTPMiddleware, dispatch=guard)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(404, _refused)
    app.add_exception_handler(405, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(CommuniqueError, _failed)
    return app


async def _refused(request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 500)
    told = _told(request, status, str(getattr(error, "detail", error)))
    if status == 405:
        told.headers["Allow"] = ", ".join(sorted(_methods(request)))
    return told


def _methods(request: Request) -> set[str]:
    """The methods of every route of an address; the framework's own answer names those of the first alone."""
    routes = (route for router in _ROUTERS for route in router.routes)
    found = (route for route in routes if route.matches(request.scope)[0] is not Match.NONE)
    return {method for route in found for method in getattr(route, "methods", None) or ()}


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
