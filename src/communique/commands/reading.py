"""``communique read`` and ``communique code``: articles in, the record or readings out."""

# ruff: noqa: D301 - a backspace in a docstring tells the help to keep the lines of the examples

from __future__ import annotations

import datetime
import time
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import communique
from communique import console, options, printing
from communique.choice import DEFAULT_MODEL, ReaderChoice
from communique.options import DEFAULT_STORE, Engine, Jobs, Json, Lexicon, Location, Model

if TYPE_CHECKING:
    from communique.engines.cluster import Cluster
    from communique.ingest import Tally


def read(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH", help="Files and folders of articles; - for standard input.")
    ],
    *,
    store: Location = DEFAULT_STORE,
    published: Annotated[
        datetime.date | None,
        typer.Option(parser=options.read_day, metavar="DAY", help="The day of articles that name none (2017-04-12)."),
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="The outlet of articles that name none.")] = None,
    jobs: Jobs = None,
    engine: Annotated[
        Engine, typer.Option(help="Read and link on this machine, or with Ray on a cluster.")
    ] = Engine.local,
    model: Model = DEFAULT_MODEL,
    lexicon: Lexicon = [],  # noqa: B006 - typer's way
    people: Annotated[
        list[Path],
        typer.Option(
            metavar="FILE", help="Persons and their offices, as FollowTheMoney or Popolo JSON; may be repeated."
        ),
    ] = [],  # noqa: B006 - typer's way
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 3 when an article was rejected.")] = False,
    as_json: Json = False,
) -> None:
    """Read articles into a store and link what they report.

    Text, web pages, PDF, e-mails, tables, web archives and JSON Lines are
    read, and folders and ZIP archives of them; a metadata.jsonl in a folder
    gives the day, outlet and address of its files.
    What the store holds already is left alone, so the same command may be run
    again at any time: after more articles came, or after it was stopped.

    \b
    Examples:
      communique read articles/
      communique read page.html --published 2017-04-12 --outlet "Harbour Post"
      communique read wire.jsonl --store sqlite:///desk.db --jobs 4
      zcat wire.jsonl.gz | communique read -
      communique read articles/ --people ministers.ftm.json
      communique read wire.jsonl --engine ray
    """
    from communique.sources import total_bytes
    from communique.sources.people import read_people
    from communique.store.people import add_people

    known = [person for file in people for person in read_people(file)]
    started = time.monotonic()
    with (
        _cluster_of(engine, jobs) as cluster,
        communique.open_store(store) as opened,
        console.stoppable("what was read is kept; the same command goes on from there"),
    ):
        if known:
            add_people(opened, known)
        with console.progress("reading", total_bytes(paths)) as step:
            tally = communique.read_into(
                opened,
                paths,
                published=published,
                outlet=outlet,
                jobs=jobs,
                cluster=cluster,
                choice=ReaderChoice(model, tuple(lexicon)),
                on_progress=lambda so_far: step(description=_progress_of(so_far, time.monotonic() - started)),
                on_bytes=lambda size: step(advance=size),
            )
        printing.print_tally(opened, tally, as_json=as_json)
    if strict and tally.rejected:
        raise typer.Exit(3)


def code(
    *,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="Processes to read with.")] = 1,
    model: Model = DEFAULT_MODEL,
    lexicon: Lexicon = [],  # noqa: B006 - typer's way
) -> None:
    """Turn articles into readings: JSON Lines in, one reading a line out, in order, without a store.

    The text of an article is taken as it is, so the spans of its reading
    index just that text. A line that is no article gives a reading whose
    "rejected" says why and names the line.

    \b
    Examples:
      communique code < articles.jsonl > readings.jsonl
      communique code --jobs 4 < articles.jsonl > readings.jsonl
    """
    from communique import filtering

    choice = ReaderChoice(model, tuple(lexicon))
    with console.stoppable("not all articles were read"), console.records() as out:
        filtering.code(filtering.standard_input(), out, choice.load, jobs=jobs)


def _progress_of(tally: Tally, seconds: float) -> str:
    """What a run has done so far, and how fast it goes."""
    return f"{tally.read:,} read ({tally.read / max(seconds, 1):.1f}/s), {len(tally.rejected):,} rejected"


def _cluster_of(engine: Engine, jobs: int | None) -> AbstractContextManager[Cluster | None]:
    """The cluster to work on, while it is needed; none for work on this machine."""
    if engine is Engine.local:
        return nullcontext()
    from communique.engines.cluster import Cluster

    return Cluster(jobs)
