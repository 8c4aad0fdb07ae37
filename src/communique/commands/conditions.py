"""Options that say which events are meant, shared by the commands that ask for events."""

from __future__ import annotations

import datetime
from typing import Annotated

import typer

from communique import options

Who = Annotated[str | None, typer.Option(metavar="NAME", help="A participant: a name, a country or its code.")]
Dyad = Annotated[str | None, typer.Option(metavar="A:B", help="Two participants, as USA:RUS, in either direction.")]
Kind = Annotated[list[str], typer.Option(metavar="KIND", help="A kind, such as meeting; may be repeated.")]
Plover = Annotated[list[str], typer.Option(metavar="TYPE", help="A PLOVER type, such as CONSULT; may be repeated.")]
Status = Annotated[
    list[str],
    typer.Option(metavar="STATUS", help="A status, or unconfirmed: ahead once, and its day has passed unreported."),
]
Since = Annotated[
    datetime.date | None,
    typer.Option("--from", parser=options.first_day, metavar="DAY", help="From this day, month, year or today on."),
]
Until = Annotated[
    datetime.date | None,
    typer.Option("--to", parser=options.last_day, metavar="DAY", help="Up to this day, month, year or today."),
]
Today = Annotated[
    datetime.date | None,
    typer.Option(
        parser=options.read_day,
        metavar="DAY",
        help="The day that is meant by today and unconfirmed; your own if not given.",
    ),
]
Topic = Annotated[str | None, typer.Option(metavar="WORDS", help="Words of what it is about.")]
Where = Annotated[str | None, typer.Option(metavar="PLACE", help="A place, a country or its code.")]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="An outlet that tells of it.")]
Source = Annotated[str | None, typer.Option(metavar="NAME", help="Whom a report of it names as its source.")]
Story = Annotated[str | None, typer.Option(metavar="ID", help="The story it belongs to, or the beginning of its id.")]
Words = Annotated[
    str | None,
    typer.Option("--text", metavar="WORDS", help="Words in it or in a sentence that reports it."),
]
Confidence = Annotated[
    float | None, typer.Option(min=0, max=1, metavar="NUMBER", help="At least so sure a reading, from 0 to 1.")
]


def on_day(bound: datetime.date | None, today: datetime.date | None = None) -> datetime.date | None:
    """A bound as it was given, with ``today`` as the day it stands for."""
    if bound != options.TODAY:
        return bound
    return today or datetime.date.today()  # noqa: DTZ011, RUF100 - the user's own day is meant
