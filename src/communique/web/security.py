"""What keeps the desk to its user: the Host check, the token, the check against forged forms, bounds, and headers.

The checks follow the OWASP cheat sheets on cross-site request forgery (a signed token bound to a cookie, and the
origin), DNS rebinding (the ``Host`` header) and content security policy.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Awaitable, Callable
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Form, Header, HTTPException, Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from communique.web.desk import Desk

#: The most that a request may carry.
MOST_BYTES = 64 * 2**20
_COOKIE, _TOKEN = "communique_desk", "communique_token"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with none, browsers name no origin for forms, and the check needs it
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
Next = Callable[[Request], Awaitable[Response]]


def desk_of(request: Request) -> Desk:
    """The desk of the application that a request came to."""
    desk: Desk = request.app.state.desk
    return desk


async def guard(request: Request, call_next: Next) -> Response:
    """Let a request through when it is meant for this desk and comes from its user, and put the headers on."""
    desk = desk_of(request)
    refused = _refused(desk, request)
    if refused is None and (given := _token_in_address(desk, request)) is not None:
        refused = given
    response = refused or await call_next(request)
    for name, value in HEADERS.items():
        response.headers[name] = value
    if not request.url.path.startswith("/static/"):
        response.headers["Cache-Control"] = "no-store"
    if refused is None and _COOKIE not in request.cookies:
        _remember(response, _COOKIE, session_of(request))
    return response


def _refused(desk: Desk, request: Request) -> Response | None:
    host = request.headers.get("host", "")
    if _name(host) not in desk.hosts:
        return PlainTextResponse(f"this desk does not answer to {host!r}; serve it with --allow-host\n", 421)
    origin = request.headers.get("origin")
    if request.method not in _SAFE and origin is not None and urlsplit(origin).netloc != host:
        return PlainTextResponse("the form was sent from another site\n", 403)
    length = request.headers.get("content-length", "0")
    if request.method not in _SAFE and ("transfer-encoding" in request.headers or not length.isdigit()):
        return PlainTextResponse("a request must say how long it is\n", 411)
    if length.isdigit() and int(length) > MOST_BYTES:
        return PlainTextResponse(f"a request may carry {MOST_BYTES // 2**20} MB at most\n", 413)
    if desk.token is not None and not _has_token(desk.token, request) and "token" not in request.query_params:
        return PlainTextResponse("this desk asks for its token: open the address that communique serve printed\n", 401)
    return None


def _name(host: str) -> str:
    """The name in a Host header, without the port."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0].lower()


def _has_token(token: str, request: Request) -> bool:
    scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
    given = bearer if scheme.lower() == "bearer" else request.cookies.get(_TOKEN, "")
    return hmac.compare_digest(given.encode(), token.encode())


def _token_in_address(desk: Desk, request: Request) -> Response | None:
    """A token in the address goes into a cookie, and out of the address."""
    given = request.query_params.get("token")
    if desk.token is None or given is None or _has_token(desk.token, request):
        return None
    if not hmac.compare_digest(given.encode(), desk.token.encode()):
        return PlainTextResponse("that is not this desk's token\n", 401)
    response = RedirectResponse(str(request.url.remove_query_params("token")), 303)
    _remember(response, _TOKEN, desk.token)
    return response


def _remember(response: Response, name: str, value: str) -> None:
    response.set_cookie(name, value, httponly=True, samesite="strict", path="/")


def session_of(request: Request) -> str:
    """The random value in the cookie of this browser, new when it has none yet."""
    if not hasattr(request.state, "session"):
        request.state.session = request.cookies.get(_COOKIE) or secrets.token_urlsafe(24)
    session: str = request.state.session
    return session


def csrf_token(request: Request) -> str:
    """What a form of a page must send back: it is bound to the browser's cookie, so no other site can know it."""
    return hmac.new(desk_of(request).secret, session_of(request).encode(), hashlib.sha256).hexdigest()


def check_form(
    request: Request,
    csrf: Annotated[str, Form(max_length=100)] = "",
    header: Annotated[str, Header(alias="X-CSRF-Token", max_length=100)] = "",
) -> None:
    """Refuse a form that no page of this desk gave to this browser."""
    if not hmac.compare_digest((header or csrf).encode(), csrf_token(request).encode()):
        raise HTTPException(403, "the page is too old to be sent; load it again")
