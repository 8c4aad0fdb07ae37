"""A desk over a small store that is read from articles of our own, and a browser to look at it with."""

from __future__ import annotations

import contextlib
import datetime
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import uvicorn

from communique.ingest import read_all
from communique.records import Article
from communique.store.database import Store, open_store
from communique.web.app import make_app
from communique.web.desk import Desk

CHROMIUM = next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)
HOST = "127.0.0.1"
SCRIPT = "<script>document.title = 'taken'</script><svg onload=\"document.title = 'taken'\"></svg>{{ 7 * 7 }}"
ARTICLES = (
    ("a1", "Harbour Post", "2021-05-04", "Norway and Chad to talk fish",
     ("Norwegian Foreign Minister Kari Strand will meet Chadian President Idris Moussa in Oslo on 10 May 2021 to "
     "discuss fisheries. \"We expect a frank exchange,\" Strand said.")),
    ("a2", "Northgate", "2021-05-11", "Strand meets Moussa",
     ("Norwegian Foreign Minister Kari Strand met Chadian President Idris Moussa in Oslo on 10 May 2021 to discuss "
     "fisheries. The talks lasted two hours, Strand said.")),
    ("a3", "Meridian Wire", "2021-05-12", "Minister and president talk in Oslo",
     ("Kari Strand, the Norwegian Foreign Minister, met Chadian President Idris Moussa in Oslo on 11 May 2021. Kenya "
     "condemned the talks.")),
    ("a4", "Meridian Wire", "2021-05-20", "Poland expels diplomats",
     "Poland expelled two Peruvian diplomats on 19 May 2021. Peru's Foreign Ministry said it would respond."),
    ("a5", "Northgate", "2021-05-21", "Visit ahead",
     "Japanese Prime Minister Aiko Tanaka will visit Kenya on 3 June 2021, the ministry said."),
    ("hostile", SCRIPT, "2021-05-22", f"Ministers {SCRIPT} \u202eevil",
     (f"Fiji accused Peru of lying on 20 May 2021 {SCRIPT}. \u202egnol era sthgin\u202c {{% raise %}} Kenya praised "
     f"Fiji on 21 May 2021.\n{'word ' * 14_000}")),
)  # fmt: skip


def fill(store: Store, reader: object) -> None:
    """Read the articles into a store and link them."""
    from communique.ingest import link_store

    articles = [
        Article(id=name, outlet=outlet, published=datetime.date.fromisoformat(day), title=title, text=text)
        for name, outlet, day, title, text in ARTICLES
    ]
    read_all(store, articles, lambda: reader, edition="test")
    link_store(store)


def desk_over(store: Store, reader: object, **given: object) -> Desk:
    """A desk whose today is the first of June 2021."""
    desk = Desk(store, "tester", frozenset({HOST, "localhost", "testserver"}), **given)
    desk.today = lambda: datetime.date(2021, 6, 1)
    desk._reader = reader
    return desk


@contextlib.contextmanager
def new_desk(folder: Path, reader: object, **given: object) -> Iterator[Desk]:
    """A desk over a new store with the articles in it."""
    with open_store(folder / "desk.db") as store:
        fill(store, reader)
        desk = desk_over(store, reader, **given)
        yield desk
        desk.wait()


@contextlib.contextmanager
def served(desk: Desk) -> Iterator[str]:
    """The address of a server of the desk, which runs until the block ends."""
    listening = socket.create_server((HOST, 0))
    server = uvicorn.Server(uvicorn.Config(make_app(desk), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://{HOST}:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
