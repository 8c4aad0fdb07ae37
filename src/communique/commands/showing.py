"""``communique show``: all that is known of an event, article, actor or story."""

# ruff: noqa: D301 - a backspace in a docstring tells the help to keep the lines of the examples

from __future__ import annotations

import datetime
from typing import Annotated

import typer

import communique
from communique import printing
from communique.commands.conditions import Today
from communique.options import DEFAULT_STORE, Json, Location


def show(
    record_id: Annotated[
        str, typer.Argument(metavar="ID", help="An id, or its beginning, as communique events prints it.")
    ],
    *,
    today: Today = None,
    store: Location = DEFAULT_STORE,
    as_json: Json = False,
) -> None:
    """Show the dossier of an event: each value with its sentence and article, and the accounts side by side.

    The id of an article, actor or story shows that one.

    \b
    Examples:
      communique show 3f2a91bc
      communique show actor-52d1 --json
    """
    from communique.store.dossiers import gather
    from communique.store.lookup import resolve

    with communique.open_store(store, create=False) as opened, opened.reading() as connection:
        dossier = gather(connection, resolve(connection, record_id))
    own = datetime.date.today()  # noqa: DTZ011, RUF100 - the user's own day is meant
    printing.print_dossier(dossier, today=today or own, as_json=as_json)


def show_actor(
    record_id: Annotated[str, typer.Argument(metavar="ID", help="An actor's id, or its beginning.")],
    *,
    today: Today = None,
    store: Location = DEFAULT_STORE,
    as_json: Json = False,
) -> None:
    """Show an actor: names and why they are one actor's, offices with the words that say so, and events.

    \b
    Examples:
      communique actors show actor-52d1
    """
    show(record_id, today=today, store=store, as_json=as_json)
