"""The commands, nothing else: options in, work done elsewhere, results on standard output."""

# ruff: noqa: D301 - a backspace in a docstring tells the help to keep the lines of the examples

from __future__ import annotations

import datetime
import sys
import time
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import communique
from communique import console, options, printing
from communique.choice import DEFAULT_MODEL, ReaderChoice
from communique.commands import asking
from communique.commands.actors import app as actors_app
from communique.commands.alerting import alert_app
from communique.commands.annotating import read_annotations
from communique.commands.conditions import Today
from communique.commands.events import events
from communique.commands.fixing import fix_app, history
from communique.commands.plotting import plot
from communique.commands.serving import serve
from communique.commands.stories import stories
from communique.commands.watching import feed_app, watch
from communique.display.text import plain
from communique.errors import CommuniqueError
from communique.options import DEFAULT_STORE, Engine, Format, Jobs, Json, Lexicon, Location, Model, What

if TYPE_CHECKING:
    from communique.engines.cluster import Cluster
    from communique.ingest import Tally

app = typer.Typer(
    name="communique",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    epilog="Exit codes: 0 done (rejected articles are reported, they fail no run), 1 the run failed, 2 wrong usage, "
    "3 articles were rejected and --strict was given, 130 stopped by Ctrl-C.",
)
lexicon_app = typer.Typer(no_args_is_help=True, help="Look after the lexicon: frames, offices, states and the rest.")
app.add_typer(lexicon_app, name="lexicon")
app.add_typer(actors_app, name="actors")
app.add_typer(fix_app, name="fix")
app.add_typer(feed_app, name="feed")
app.add_typer(alert_app, name="alert")


@app.callback()
def about() -> None:
    """Read news about foreign affairs and keep the diplomatic record in it.

    Who did what to whom, when, where, about what, and according to whom, each
    with the sentence that says so.
    """


@app.command()
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

    choice, started = ReaderChoice(model, tuple(lexicon)), time.monotonic()
    with (
        cluster_of(engine, jobs) as cluster,
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
                choice=choice,
                on_progress=lambda so_far: step(description=progress_of(so_far, time.monotonic() - started)),
                on_bytes=lambda size: step(advance=size),
            )
        printing.print_tally(opened, tally, as_json=as_json)
    if strict and tally.rejected:
        raise typer.Exit(3)


@app.command()
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


def progress_of(tally: Tally, seconds: float) -> str:
    """What a run has done so far, and how fast it goes."""
    return f"{tally.read:,} read ({tally.read / max(seconds, 1):.1f}/s), {len(tally.rejected):,} rejected"


def cluster_of(engine: Engine, jobs: int | None) -> AbstractContextManager[Cluster | None]:
    """The cluster to work on, while it is needed; none for work on this machine."""
    if engine is Engine.local:
        return nullcontext()
    from communique.engines.cluster import Cluster

    return Cluster(jobs)


app.command()(events)
app.command()(stories)


@app.command()
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


@actors_app.command("show")
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


for _ask in (
    asking.search,
    asking.timeline,
    asking.dyad,
    asking.agenda,
    asking.compare,
    asking.sql,
    history,
    plot,
    watch,
):
    app.command()(_ask)
app.command("annotations")(read_annotations)
app.command()(serve)


@app.command()
def export(
    what: Annotated[
        What, typer.Argument(metavar="WHAT", help="events, reports, statements, actors, stories, articles or rejected.")
    ],
    *,
    form: Annotated[
        Format, typer.Option("--format", metavar="FORMAT", help=f"One of: {', '.join(Format)}.")
    ] = Format.jsonl,
    store: Location = DEFAULT_STORE,
    output: Annotated[
        Path | None,
        typer.Option(metavar="FILE", dir_okay=False, help="The file to write; standard output if not given."),
    ] = None,
) -> None:
    """Write records of the store: as JSON Lines, as tables, or in the formats of other programs.

    Tables (csv, tsv, parquet, arrow) hold any kind of record, and the others
    the kinds that they are made for. The same store gives the same bytes. In
    CSV and TSV, a text that a spreadsheet would run as a formula begins with
    an apostrophe.

    \b
    Examples:
      communique export events --format csv --output events.csv
      communique export events --format parquet --output events.parquet
      communique export events --format icalendar > events.ics
      communique export reports > reports.jsonl
    """
    from communique.export.files import export_records

    with communique.open_store(store, create=False) as opened:
        if output is not None:
            export_records(opened, what.value, form.value, output)
        else:
            with console.records() as out:
                export_records(opened, what.value, form.value, out)
        printing.warn_unlinked(opened)


@lexicon_app.command("check")
def lexicon_check(*, lexicon: Lexicon = [], model: Model = DEFAULT_MODEL) -> None:  # noqa: B006
    """Run every example of every lexicon entry, the packaged ones and your own; exit with 1 when one fails.

    \b
    Examples:
      communique lexicon check
      communique lexicon check --lexicon my-lexicon/
    """
    from communique.lexicon.check import check_lexicon, count_entries

    reader = ReaderChoice(model, tuple(lexicon)).load()
    faults = 0
    for fault in check_lexicon(lexicon, lambda text, day: reader.read(text, published=day)):
        faults += 1
        typer.echo(fault)
    counts = count_entries(lexicon)
    entries, examples = sum(c.entries for c in counts), sum(c.examples for c in counts)
    typer.echo(f"{entries:,} entries in {len(counts)} lexicon files, {examples:,} examples, {faults} faults")
    if faults:
        raise typer.Exit(1)


@app.command()
def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A sentence or a paragraph; - reads standard input.")],
    *,
    published: Annotated[
        datetime.date | None,
        typer.Option(parser=options.read_day, metavar="DAY", help="The day it was published, for words like Monday."),
    ] = None,
    model: Model = DEFAULT_MODEL,
    lexicon: Lexicon = [],  # noqa: B006
    as_json: Json = False,
) -> None:
    """Explain how a text is coded: each trigger, its frame, roles and status, what was rejected and what is not known.

    \b
    Examples:
      communique explain "Kenya agreed to host talks between Sudan and Chad."
      communique explain "Poland expelled two diplomats." --json
    """
    from communique.reading.explaining import explain as explained

    reader = ReaderChoice(model, tuple(lexicon)).load()
    found = explained(reader, sys.stdin.read() if text == "-" else text, published)
    printing.print_explanation(found, as_json=as_json)


@app.command()
def demo(
    *,
    store: Annotated[
        str | None, typer.Option("--store", metavar="FILE|URL", help="Keep the demonstration in this store.")
    ] = None,
) -> None:
    """Read the twelve sample articles that come along, then print their chronology and one dossier.

    \b
    Examples:
      communique demo
      communique demo --store demo.db
    """
    from communique.demonstration import demonstrate

    demonstrate(store, console.results().print)


@app.command()
def version() -> None:
    """Print the version.

    \b
    Examples:
      communique version
    """
    typer.echo(f"communique {communique.__version__}")


def main() -> None:
    """Run the command line; an error of ours is one line on standard error and exit code 1."""
    try:
        app()
    except CommuniqueError as error:
        console.remark(f"error: {plain(str(error))}", "red")
        sys.exit(1)


if __name__ == "__main__":
    main()
