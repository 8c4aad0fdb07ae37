"""``communique stories``: which articles are about one chain of events."""

# ruff: noqa: D301 - a backspace in a docstring tells the help to keep the lines of the examples

from __future__ import annotations

from typing import Annotated

import msgspec
import typer

import communique
from communique import console
from communique.options import DEFAULT_STORE, Json, Location


def stories(
    *,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="How many at most.")] = 50,
    offset: Annotated[int, typer.Option(min=0, metavar="N", help="How many to pass over.")] = 0,
    store: Location = DEFAULT_STORE,
    as_json: Json = False,
) -> None:
    """List the stories, the latest first: articles about one chain of events.

    \b
    Examples:
      communique stories --limit 10
      communique show "$(communique stories --limit 1 --json | cut -d '"' -f 4)"
    """
    from communique.display.story import stories_table
    from communique.store.stories import count_stories, latest_stories

    with communique.open_store(store, create=False) as opened, opened.reading() as connection:
        found, all_of_them = latest_stories(connection, limit, offset), count_stories(connection)
    if as_json:
        with console.records() as out:
            out.writelines(msgspec.json.encode(story) + b"\n" for story in found)
        return
    if not found:
        console.remark("no stories: each is of two articles or more")
        return
    console.results().print(stories_table(found))
    if len(found) < all_of_them:
        console.remark(f"{len(found)} of {all_of_them:,} stories; --limit and --offset give more")
