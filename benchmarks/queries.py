"""How fast the record is asked: every query over and over on a synthetic store; fails when a median is too slow."""

from __future__ import annotations

import argparse
import datetime
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import sqlalchemy as sa

from communique.records import Event, EventTime, EventTopic, Participant, Place, Span
from communique.store import schema
from communique.store.database import Store, open_store
from communique.store.folding import fold
from communique.store.periods import count_periods
from communique.store.queries import EventQuery, find_events
from communique.store.relinking import event_row, participant_rows, topic_rows
from communique.store.searching import search
from communique.store.texts import event_text
from communique.store.writing import insert_rows

COUNTRIES = ("NOR", "TCD", "KEN", "PER", "FJI", "JPN", "USA", "RUS", "CHN", "IND", "BRA", "ZAF", "EGY", "POL", "CHL")
KINDS = ("meeting", "call", "visit", "sanction", "accusation", "agreement", "attack", "aid", "threat", "expulsion")
STATUSES = ("occurred", "occurred", "occurred", "planned", "confirmed", "cancelled", "denied", "ongoing")
TOPICS = ("fisheries", "border", "trade", "gas", "prisoners", "ceasefire", "grain", "refugees", "visas", "dams")
TYPES = ("CONSULT", "AGREE", "SANCTION", "ACCUSE", "ASSAULT", "AID")
FIRST = datetime.date(2000, 1, 1)


def make_event(number: int, chance: random.Random) -> Event:
    """One of many events, the same for the same number and chance."""
    start = FIRST + datetime.timedelta(days=chance.randrange(9000))
    sides = chance.sample(COUNTRIES, 2)
    name = f"Minister {chance.randrange(2000)}"
    parties = [("actor", f"state:{sides[0]}", sides[0], sides[0]), ("recipient", f"actor-{name}", name, sides[1])]
    topics = chance.sample(TOPICS, 2)
    return Event(
        id=f"event-{number:016x}", kind=chance.choice(KINDS), status=chance.choice(STATUSES), history=(),
        plover=chance.choice(TYPES), mode=(), contexts=(), cameo="040", score=chance.uniform(-10, 10),
        participants=tuple(
            Participant(role=role, actor=actor, name=who, type="person", country=country, sector="GOV", office=None)
            for role, actor, who, country in parties
        ),
        time=EventTime(start=start, end=start, precision="day"),
        place=Place(span=Span(0, 4, "Town"), name=f"Town {chance.randrange(500)}", country=chance.choice(COUNTRIES)),
        topics=tuple(EventTopic(label=topic, articles=()) for topic in topics),
        reports=(), articles=(), outlets=chance.randrange(1, 30), first_reported=start, last_reported=start,
        story=f"story-{number % 3000:016x}", disagreements=(), wordings=(), confidence=chance.random(),
    )  # fmt: skip


def fill(store: Store, count: int) -> None:
    """Write the events, with an outlet and a source each."""
    chance = random.Random(1)
    with store.writing() as connection:
        for begin in range(0, count, 10_000):
            events = [make_event(n, chance) for n in range(begin, min(begin + 10_000, count))]
            insert_rows(connection, schema.events, map(event_row, events))
            insert_rows(connection, schema.event_participants, (r for e in events for r in participant_rows(e)))
            insert_rows(connection, schema.event_topics, (r for e in events for r in topic_rows(e)))
            insert_rows(connection, schema.texts, map(event_text, events))
            insert_rows(connection, schema.event_sources, (row for e in events for row in source_rows(e)))
            names = [{"actor": f"actor-Minister {n}", "position": 0, "name": f"Minister {n}"} for n in range(2000)]
            if begin == 0:
                insert_rows(connection, schema.actor_names, (row | {"folded": fold(row["name"])} for row in names))
        connection.execute(sa.text("ANALYZE"))


def source_rows(event: Event) -> Iterator[dict[str, str]]:
    """The outlet and the source of an event."""
    number = int(event.id[-4:], 16)
    yield {"event": event.id, "kind": "outlet", "label": f" post {number % 300} "}
    yield {"event": event.id, "kind": "source", "label": f" envoy {number % 900} "}


def questions(store: Store) -> dict[str, Callable[[], object]]:
    """Each query by name; those of events ask for a page of 50."""

    def page(**conditions: object) -> Callable[[], object]:
        return lambda: find_events(store, EventQuery(**conditions), limit=50)  # type: ignore[arg-type]

    day = datetime.date
    return {
        "all": page(),
        "who: a name": page(who="Minister 77"),
        "who: a country": page(who="NOR"),
        "dyad": page(dyad=("USA", "RUS")),
        "kind": page(kinds=("visit",)),
        "plover": page(plovers=("SANCTION",)),
        "status": page(statuses=("planned",)),
        "unconfirmed": page(unconfirmed_on=day(2020, 1, 1)),
        "time": page(since=day(2010, 4, 1), until=day(2010, 6, 1)),
        "place": page(where="Town 77"),
        "country of place": page(where="KEN"),
        "topic": page(topic="grain"),
        "outlet": page(outlet="post 7"),
        "source": page(source="envoy 7"),
        "story": page(story="story-0000000000000007"),
        "text": page(text="fisheries visit"),
        "confidence": page(confidence=0.99),
        "who, kind and time": page(who="NOR", kinds=("visit",), since=day(2010, 1, 1)),
        "sorted by outlets": lambda: find_events(store, limit=50, sort="outlets", descending=True),
        "a page far on": lambda: find_events(store, limit=50, offset=50_000),
        "search": lambda: search(store, "fisheries Minister"),
        "timeline of a dyad": lambda: count_periods(store, EventQuery(dyad=("USA", "RUS"))),
        "timeline of a country": lambda: count_periods(store, EventQuery(who="NOR")),
    }


def main() -> int:
    """Fill a store, ask every question, print the medians, and say whether all are within the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--limit", type=float, default=200.0, help="milliseconds (default: 200)")
    parser.add_argument("--store", help="the URL of an empty database (default: a new file of SQLite)")
    options = parser.parse_args()
    slow = 0
    with tempfile.TemporaryDirectory() as folder, open_store(options.store or Path(folder, "s.db")) as store:
        fill(store, options.events)
        for name, ask in questions(store).items():
            taken = []
            for _ in range(options.rounds):
                started = time.perf_counter()
                ask()
                taken.append((time.perf_counter() - started) * 1000)
            median = statistics.median(taken)
            slow += median > options.limit
            print(f"{median:8.1f} ms  {name}{'  TOO SLOW' if median > options.limit else ''}")
    return int(slow > 0)


if __name__ == "__main__":
    sys.exit(main())
