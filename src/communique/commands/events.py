"""``communique events``: the events that match every condition, in an order, a page at a time."""

# ruff: noqa: D301 - a backspace in a docstring tells the help to keep the lines of the examples

from __future__ import annotations

import datetime
from typing import Annotated

import typer

import communique
from communique import options, printing
from communique.commands import conditions as given
from communique.options import DEFAULT_STORE, Json, Location


def events(
    *,
    who: given.Who = None,
    dyad: given.Dyad = None,
    kind: given.Kind = [],  # noqa: B006 - typer's way
    plover: given.Plover = [],  # noqa: B006
    status: given.Status = [],  # noqa: B006
    since: given.Since = None,
    until: given.Until = None,
    topic: given.Topic = None,
    where: given.Where = None,
    outlet: given.Outlet = None,
    source: given.Source = None,
    story: given.Story = None,
    text: given.Words = None,
    confidence: given.Confidence = None,
    today: given.Today = None,
    sort: Annotated[
        options.Sort, typer.Option(metavar="WHAT", help=f"The order: {', '.join(options.Sort)}.")
    ] = options.Sort.day,
    descending: Annotated[bool, typer.Option("--descending", help="The latest, or the most, first.")] = False,
    store: Location = DEFAULT_STORE,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="At most so many events.")] = None,
    offset: Annotated[int, typer.Option(min=0, metavar="N", help="Leave out the first so many.")] = 0,
    as_json: Json = False,
) -> None:
    """List events in the order of their days. Conditions all have to hold.

    \b
    Examples:
      communique events --who "Security Council" --from 2017-04 --to 2017-08
      communique events --dyad USA:RUS --kind meeting --kind call
      communique events --text '"air base"' --sort outlets --descending --limit 20
      communique events --status planned --from today
      communique events --status unconfirmed --today 2017-09-01
    """
    options.check_statuses(status)
    reference = today or datetime.date.today()  # noqa: DTZ011, RUF100 - the user's own day is meant
    query = communique.EventQuery(
        who=who,
        dyad=options.read_dyad(dyad) if dyad is not None else None,
        kinds=tuple(kind),
        plovers=tuple(plover_type.upper() for plover_type in plover),
        statuses=tuple(s for s in status if s != options.UNCONFIRMED),
        unconfirmed_on=reference if options.UNCONFIRMED in status else None,
        since=given.on_day(since, reference),
        until=given.on_day(until, reference),
        topic=topic,
        where=where,
        outlet=outlet,
        source=source,
        story=story,
        text=text,
        confidence=confidence,
    )
    with communique.open_store(store, create=False) as opened:
        options.check_kinds(kind, opened)
        page = printing.Page(limit, offset, sort.value, descending)
        printing.print_events(opened, query, page, as_json=as_json)
        printing.warn_unlinked(opened)
