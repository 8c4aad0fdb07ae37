"""The commands, nothing else: options in, work done elsewhere, results on standard output."""

# ruff: noqa: D301 - a backspace in a docstring tells the help to keep the lines of the examples

from __future__ import annotations

import sys
from typing import Annotated

import typer

import communique
from communique import console
from communique.commands import asking, lexicon
from communique.commands.actors import app as actors_app
from communique.commands.alerting import alert_app
from communique.commands.annotating import read_annotations
from communique.commands.events import events
from communique.commands.exporting import export
from communique.commands.fixing import fix_app, history
from communique.commands.plotting import plot
from communique.commands.reading import code, read
from communique.commands.serving import serve
from communique.commands.showing import show, show_actor
from communique.commands.stories import stories
from communique.commands.watching import feed_app, watch
from communique.display.text import plain
from communique.errors import CommuniqueError

app = typer.Typer(
    name="communique",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    epilog="Exit codes: 0 done (rejected articles are reported, they fail no run), 1 the run failed, 2 wrong usage, "
    "3 articles were rejected and --strict was given, 130 stopped by Ctrl-C.",
)
app.add_typer(lexicon.app, name="lexicon")
app.add_typer(actors_app, name="actors")
app.add_typer(fix_app, name="fix")
app.add_typer(feed_app, name="feed")
app.add_typer(alert_app, name="alert")
actors_app.command("show")(show_actor)


@app.callback()
def about() -> None:
    """Read news about foreign affairs and keep the diplomatic record in it.

    Who did what to whom, when, where, about what, and according to whom, each
    with the sentence that says so.
    """


for _command in (
    read,
    code,
    events,
    stories,
    show,
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
    app.command()(_command)
app.command("annotations")(read_annotations)
app.command()(serve)
app.command()(export)
app.command()(lexicon.explain)


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
