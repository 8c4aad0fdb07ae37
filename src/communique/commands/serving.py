"""``communique serve``: the desk in a browser."""

# ruff: noqa: D301 - a backspace in a docstring tells the help to keep the lines of the examples

from __future__ import annotations

import getpass
import ipaddress
import secrets
import socket
from typing import Annotated

import typer

import communique
from communique import console
from communique.choice import DEFAULT_MODEL, ReaderChoice
from communique.errors import InputError
from communique.options import DEFAULT_STORE, Lexicon, Location, Model

_LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})


def serve(
    *,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="The address to bind to.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="The port; 0 takes a free one.")] = 8017,
    allow_host: Annotated[
        list[str], typer.Option("--allow-host", metavar="NAME", help="Another name that it answers to.")
    ] = [],  # noqa: B006 - typer's way
    token: Annotated[
        str | None,
        typer.Option(metavar="WORD", envvar="COMMUNIQUE_TOKEN", help="What every request has to know."),
    ] = None,
    who: Annotated[
        str | None, typer.Option(metavar="NAME", envvar="COMMUNIQUE_USER", help="Who corrects; you, if not given.")
    ] = None,
    store: Location = DEFAULT_STORE,
    model: Model = DEFAULT_MODEL,
    lexicon: Lexicon = [],  # noqa: B006
) -> None:
    """Open the desk in a browser: chronology, dossiers, map, agenda, review and more, served by this machine to itself.

    \b
    Examples:
      communique serve
      communique serve --store desk.db --port 8080
      communique serve --host 0.0.0.0 --allow-host desk.example
    """
    try:
        import uvicorn

        from communique.web.app import make_app
        from communique.web.desk import Desk
    except ImportError as error:
        raise InputError("the desk needs more packages; install them with: pip install 'communique[web]'") from error
    if not _is_local(host):
        token = token or secrets.token_urlsafe(24)
    own = {f"[{host}]" if ":" in host else host.lower(), *(name.lower() for name in allow_host)}
    with communique.open_store(store) as opened:
        hosts = frozenset(_LOCAL | own | ({socket.gethostname().lower()} if not _is_local(host) else set()))
        desk = Desk(opened, who or getpass.getuser(), hosts, ReaderChoice(model, tuple(lexicon)), token)
        desk.relink()
        listening = _listen(host, port)
        shown = f"[{host}]" if ":" in host else host
        address = f"http://{shown}:{listening.getsockname()[1]}/{f'?token={token}' if token else ''}"
        console.remark(f"the desk is at {address} (Ctrl-C ends it)")
        config = uvicorn.Config(make_app(desk), log_level="warning", server_header=False, proxy_headers=False)
        uvicorn.Server(config).run(sockets=[listening])
        desk.wait()


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens at the address.

    Raises:
        InputError: it cannot.

    """
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except (OSError, UnicodeError) as error:
        raise InputError(f"cannot listen at {host}:{port}: {error}; name another --host or --port") from error
