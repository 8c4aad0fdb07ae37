"""Options of the commands: those that several share, and readers of values, which say what would be right."""

from __future__ import annotations

import calendar
import datetime
import difflib
import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from communique.records import Status

if TYPE_CHECKING:
    from communique.store.database import Store

Location = Annotated[
    str, typer.Option("--store", metavar="FILE|URL", envvar="COMMUNIQUE_STORE", help="The store to use.")
]
Model = Annotated[str, typer.Option("--model", metavar="NAME", help="A spaCy pipeline that is installed.")]
Lexicon = Annotated[
    list[Path],
    typer.Option(
        "--lexicon", metavar="DIR", exists=True, file_okay=False, help="A lexicon folder of your own; may be repeated."
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="Processes to read and link with; as many as are worth it if not given."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs instead of tables for people.")]
DEFAULT_STORE = "communique.db"


class Engine(StrEnum):
    """What articles can be read and linked with."""

    local = "local"
    ray = "ray"


class What(StrEnum):
    """What can be exported."""

    events = "events"
    reports = "reports"
    statements = "statements"
    actors = "actors"
    stories = "stories"
    articles = "articles"
    rejected = "rejected"


class Format(StrEnum):
    """The formats of exports."""

    jsonl = "jsonl"
    csv = "csv"
    tsv = "tsv"
    parquet = "parquet"
    arrow = "arrow"
    plover = "plover"
    polecat = "polecat"
    icews = "icews"
    gdelt1 = "gdelt1"
    gdelt2 = "gdelt2"
    geojson = "geojson"
    icalendar = "icalendar"
    graphml = "graphml"
    jsonld = "jsonld"
    followthemoney = "followthemoney"
    webannotation = "webannotation"
    brat = "brat"
    labelstudio = "labelstudio"


class Sort(StrEnum):
    """What events can be sorted by."""

    day = "day"
    reported = "reported"
    outlets = "outlets"
    confidence = "confidence"
    score = "score"


UNCONFIRMED = "unconfirmed"
#: What has words that can be searched.
SEARCHED = ("event", "report", "statement", "article")
STATUSES: tuple[str, ...] = get_args(Status)
_PERIOD = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def read_day(text: str) -> datetime.date:
    """A day written as ``2017-04-12``."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is not a day; write it as 2017-04-12") from error


#: Stands for ``today`` in a bound until it is known which day that is; no event was so early.
TODAY = datetime.date.min


def first_day(text: str) -> datetime.date:
    """The first day of a year, month or day (``2017``, ``2017-04``, ``2017-04-12``); :data:`TODAY` for ``today``."""
    return TODAY if text == "today" else _period(text)[0]


def last_day(text: str) -> datetime.date:
    """The last day of a year, month or day; :data:`TODAY` for ``today``."""
    return TODAY if text == "today" else _period(text)[1]


def _period(text: str) -> tuple[datetime.date, datetime.date]:
    match = _PERIOD.fullmatch(text)
    if match is not None:
        year, month, day = (int(part) if part else None for part in match.groups())
        try:
            first = datetime.date(year or 0, month or 1, day or 1)
        except ValueError:
            first = None
        if first is not None:
            last_month = month or 12
            last = day or calendar.monthrange(first.year, last_month)[1]
            return first, datetime.date(first.year, last_month, last)
    raise typer.BadParameter(f"{text!r} is not a day, month or year; write 2017-04-12, 2017-04 or 2017")


def read_dyad(text: str) -> tuple[str, str]:
    """Two sides parted by a colon, as in ``USA:RUS``."""
    one, colon, other = (part.strip() for part in text.partition(":"))
    if not (one and colon and other):
        raise typer.BadParameter(f"{text!r} is not two sides; write them as USA:RUS or NATO:RUS", param_hint="--dyad")
    return one, other


def check_choices(option: str, values: Iterable[str], choices: Sequence[str]) -> None:
    """Refuse a value that is none of the choices."""
    for value in values:
        if value not in choices:
            raise typer.BadParameter(_unknown("choice", value, choices), param_hint=option)


def check_statuses(statuses: Iterable[str]) -> None:
    """Refuse a status that does not exist."""
    for status in statuses:
        if status not in (*STATUSES, UNCONFIRMED):
            raise typer.BadParameter(_unknown("status", status, (*STATUSES, UNCONFIRMED)), param_hint="--status")


def check_kinds(kinds: Iterable[str], store: Store) -> None:
    """Refuse a kind that neither the store nor the lexicon has."""
    from communique.store.queries import kinds_in

    held = set(kinds_in(store))
    for kind in kinds:
        if kind in held:
            continue
        from communique.lexicon.plover import load_plover  # only for a kind that the store lacks

        known = {*held, *load_plover().kinds}
        if kind not in known:
            raise typer.BadParameter(_unknown("kind", kind, sorted(known)), param_hint="--kind")


def _unknown(what: str, value: str, choices: Iterable[str]) -> str:
    near = difflib.get_close_matches(value.lower(), list(choices), n=1, cutoff=0.5)
    meant = f"did you mean {near[0]!r}? " if near else ""
    return f"there is no {what} {value!r}; {meant}There are: {', '.join(choices)}"
