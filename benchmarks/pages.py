"""How fast the desk's pages are: each over and over on a large synthetic store; fails when a median is too slow.

``python benchmarks/pages.py`` makes a store of 20,000 articles and their reports, linked into events, and adds events
until there are 100,000. ``--store FILE`` keeps it, so that it need not be made again.
"""

from __future__ import annotations

import argparse
import datetime
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from urllib.parse import quote

import msgspec
import sqlalchemy as sa
from fastapi.testclient import TestClient

import queries
import scale
from communique.ingest import link_store
from communique.records import Article, Reading, Span, Speaker, Statement, digest
from communique.store import schema
from communique.store.database import Store, open_store
from communique.store.queries import EventQuery, count_events, find_events
from communique.store.writing import Read, write_batch
from communique.web.app import make_app
from communique.web.desk import Desk

_AT_ONCE = 500
_REPORTS = 60_000


PAGES = (
    "/", "/events", "/events?page=900", "/events?order=last", "/events?order=outlets", "/events?who=NOR",
    "/events?who=USA&with=RUS", "/events?kind=visit&status=planned", "/events?q=fisheries+visit",
    "/events?topic=grain", "/stories", "/statements", "/statements?speaker=Prana&q=word12", "/agenda?month=2015-01",
    "/agenda?month=2010-05", "/pairs", "/pairs?from=2010&to=2010", "/pair?one=USA&other=RUS", "/map", "/map?who=NOR",
    "/network", "/network?from=2010&to=2010", "/review", "/review?about=link", "/read", "/corrections", "/api",
    "/api/events", "/api/timeline?who=NOR", "/api/search?q=grain",
)  # fmt: skip


def fill(store: Store, articles: int, events: int) -> None:
    """Write articles, link them, and add events until there are so many."""
    world = scale.World(json.loads(scale.COUNTED.read_text(encoding="utf-8")))
    readings = islice(_several(world), articles)
    while batch := list(islice(readings, _AT_ONCE)):
        write_batch(store, [Read(_article(n, reading), reading, "synthetic") for n, reading in enumerate(batch)])
    link_store(store)
    queries.fill(store, max(0, events - count_events(store)))


def _several(world: scale.World) -> Iterator[Reading]:
    """The readings of a world, each with statements by the first of its actors."""
    for reading in world.readings(_REPORTS):
        said = [_statement(reading, number) for number in range(4)] if reading.mentions else []
        yield msgspec.structs.replace(reading, statements=tuple(said))


def _statement(reading: Reading, number: int) -> Statement:
    mention = reading.mentions[number % len(reading.mentions)]
    end = min(len(reading.text), 200 + number)
    speaker = Speaker(
        name=mention.name, actor=mention.actor, country=mention.country, sector=mention.sector, span=mention.span
    )
    content = Span(0, end, reading.text[:end])
    name = digest("statement", reading.id, number)
    return Statement(id=name, article=reading.id, speaker=speaker, cue=None, content=content, quoted="indirect")


def _article(number: int, reading: Reading) -> Article:
    return Article(
        id=reading.id,
        text=reading.text,
        title=reading.title,
        published=reading.published,
        outlet=f"Post {number % 200}",
    )


def addresses(store: Store) -> list[str]:
    """The pages that are measured, on the event of most articles and the actor of most events."""
    told = find_events(store, EventQuery(), limit=1, sort="outlets", descending=True)[0]
    with store.reading() as connection:
        several = schema.report_events.c
        most = sa.select(several.event).group_by(several.event).order_by(sa.func.count().desc()).limit(1)
        event = connection.scalar(most) or told.id
        article = connection.scalar(
            sa.select(schema.event_articles.c.article).where(schema.event_articles.c.event == event)
        )
        parties = schema.event_participants.c
        known = sa.select(schema.actors.c.id)
        busiest = sa.select(parties.actor).where(parties.actor.in_(known)).group_by(parties.actor)
        actor = connection.scalar(busiest.order_by(sa.func.count().desc()).limit(1))
        story = connection.scalar(sa.select(schema.stories.c.id).limit(1))
    own = [f"/events/{event}", f"/articles/{article}", f"/actors/{quote(str(actor), safe='')}", f"/stories/{story}"]
    return [*PAGES, *own]


def main() -> int:
    """Measure every page, print the medians, and say whether all are within the limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--limit", type=float, default=300.0, help="milliseconds (default: 300)")
    parser.add_argument("--store", type=Path, help="a store that is kept")
    parser.add_argument("--cold", action="store_true", help="forget all answers before each page")
    options = parser.parse_args()
    slow = 0
    with tempfile.TemporaryDirectory() as folder, open_store(options.store or Path(folder, "s.db")) as store:
        if not count_events(store):
            fill(store, options.articles, options.events)
        desk = Desk(store, "benchmark", frozenset({"testserver"}))
        desk.today = lambda: datetime.date(2015, 1, 10)
        client = TestClient(make_app(desk))
        print(f"{count_events(store):,} events")
        for address in addresses(store):
            taken = []
            for _ in range(options.rounds):
                if options.cold:
                    desk.forget()
                started = time.perf_counter()
                assert client.get(address).status_code == 200, address
                taken.append((time.perf_counter() - started) * 1000)
            median = statistics.median(taken)
            slow += median > options.limit
            print(f"{median:8.1f} ms  {address}{'  TOO SLOW' if median > options.limit else ''}", flush=True)
    return int(slow > 0)


if __name__ == "__main__":
    sys.exit(main())
