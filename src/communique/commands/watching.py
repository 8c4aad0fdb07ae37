"""``communique feed`` and ``communique watch``: feeds of news, and reading what they newly name."""

# ruff: noqa: D301 - a backspace in a docstring tells the help to keep the lines of the examples

from __future__ import annotations

import datetime
import functools
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

import communique
from communique import console
from communique.choice import DEFAULT_MODEL, ReaderChoice
from communique.display.text import plain
from communique.errors import CommuniqueError, InputError
from communique.options import DEFAULT_STORE, Json, Lexicon, Location, Model

if TYPE_CHECKING:
    from communique.engines.local import Load
    from communique.feeds.politeness import Visitor
    from communique.records import Article
    from communique.sources import RejectedSource
    from communique.store.database import Store

feed_app = typer.Typer(no_args_is_help=True, help="Keep the list of feeds that communique watch looks at.")
Url = Annotated[str, typer.Argument(metavar="URL", help="The address of an RSS or Atom feed.")]
_NAP = 60.0  # seconds after which feeds that were added meanwhile are noticed


@feed_app.command()
def add(
    url: Url,
    *,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="The outlet of its articles.")] = None,
    store: Location = DEFAULT_STORE,
) -> None:
    """Watch a feed from the next communique watch on.

    \b
    Examples:
      communique feed add https://news.example.org/world.xml --outlet "Harbour Post"
    """
    from communique.feeds.fetching import check_url
    from communique.store.feeds import add_feed

    try:
        check_url(url)
    except CommuniqueError as error:
        raise InputError(str(error)) from error
    with communique.open_store(store) as opened:
        add_feed(opened, url, outlet, _now())


@feed_app.command("list")
def list_feeds(*, store: Location = DEFAULT_STORE, as_json: Json = False) -> None:
    """List the feeds that are watched: when each is due, and what went wrong with it.

    \b
    Examples:
      communique feed list
    """
    from communique.display.tables import rows_table
    from communique.store.feeds import watched_feeds

    with communique.open_store(store, create=False) as opened:
        found = watched_feeds(opened)
    if as_json:
        with console.records() as out:
            out.writelines(msgspec.json.encode(feed) + b"\n" for feed in found)
    elif found:
        columns = ("url", "outlet", "title", "due", "failures", "trouble")
        console.results().print(rows_table(columns, ([getattr(feed, name) for name in columns] for feed in found)))
    else:
        console.remark("No feed is watched; add one with: communique feed add URL")


@feed_app.command()
def remove(url: Url, *, store: Location = DEFAULT_STORE) -> None:
    """Watch a feed no longer. The articles that came from it stay.

    \b
    Examples:
      communique feed remove https://news.example.org/world.xml
    """
    from communique.store.feeds import remove_feed

    with communique.open_store(store, create=False) as opened:
        remove_feed(opened, url)


def watch(
    *,
    store: Location = DEFAULT_STORE,
    once: Annotated[bool, typer.Option("--once", help="Look at what is due now, and end.")] = False,
    every: Annotated[
        int, typer.Option(min=5, max=10_080, metavar="MINUTES", help="How often each feed is looked at.")
    ] = 30,
    delay: Annotated[
        float, typer.Option(min=0, max=60, metavar="SECONDS", help="The least pause between two requests to a host.")
    ] = 2.0,
    private: Annotated[
        bool, typer.Option("--private", help="Allow addresses that are not public, as within your own network.")
    ] = False,
    model: Model = DEFAULT_MODEL,
    lexicon: Lexicon = [],  # noqa: B006 - typer's way
) -> None:
    """Fetch the feeds that are due, read and link the articles that they newly name, and send alerts; again and again.

    \b
    Examples:
      communique watch --once
      communique watch --every 15
    """
    from communique.feeds.politeness import Visitor

    choice = ReaderChoice(model, tuple(lexicon))
    load = functools.cache(choice.load)
    visitor = Visitor(private=private, delay=delay)
    interval = datetime.timedelta(minutes=every)
    with communique.open_store(store, create=False) as opened, console.stoppable("what was read is kept"):
        edition = choice.edition
        while True:
            _look(opened, visitor, load, edition, interval)
            if once:
                return
            time.sleep(_seconds_until_due(opened))


def _look(store: Store, visitor: Visitor, load: Load, edition: str, every: datetime.timedelta) -> None:
    """One round: feeds, articles, links and alerts."""
    from communique import ingest
    from communique.alerts.delivering import Post, send_alerts
    from communique.display.tally import counted
    from communique.feeds.watching import watch_round

    tally = ingest.Tally()

    def read(articles: Iterable[Article | RejectedSource]) -> None:
        found = ingest.read_all(store, articles, load, edition=edition)
        tally.read += found.read
        tally.rejected += found.rejected

    done = watch_round(store, visitor, read, now=_now(), every=every)
    if done.feeds:
        ingest.link_store(store)
        asked = f"{counted(done.feeds, 'feed')}, {counted(done.pages, 'page')}"
        console.remark(f"{asked}, {tally.read:,} read, {len(tally.rejected):,} rejected")
    with console.records() as out:
        sent = send_alerts(store, Post(out=out, now=_now(), private=visitor.private))
    for trouble in [*done.troubles, *sent.troubles]:
        console.remark(plain(trouble), "yellow")


def _seconds_until_due(store: Store) -> float:
    """How long to sleep: to the next feed, but not so long that a new one goes unnoticed."""
    from communique.store.feeds import watched_feeds

    feeds = watched_feeds(store)
    wait = min((feed.due - _now()).total_seconds() for feed in feeds) if feeds else _NAP
    return min(max(wait, 1.0), _NAP)


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)
