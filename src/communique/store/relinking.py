"""Linking anew: everything that was read goes through linking, and the result replaces the last one in one transaction.

The ``meta`` table keeps the digest of the readings that the record was linked from, so a run that was killed between
reading and linking is completed by the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec
import sqlalchemy as sa

from communique.corrections import Correction
from communique.people import KnownPerson
from communique.records import Actor, Attribution, Event, Reading, event_id, story_id
from communique.store import schema
from communique.store.corrections import standing_corrections
from communique.store.database import Store, read_meta, write_meta
from communique.store.folding import fold
from communique.store.linked import LINKED, linking_state
from communique.store.people import known_people
from communique.store.streaming import outlets, stream_readings
from communique.store.texts import event_text
from communique.store.writing import encode, insert_rows

if TYPE_CHECKING:
    from communique.linking import Linked

#: Events that are written at once.
_AT_ONCE = 1_000

Link = Callable[[Iterable[Reading], Mapping[str, str], Sequence[Correction], Sequence[KnownPerson]], "Linked"]


def relink(store: Store, edition: str, link: Link) -> bool:
    """Link all readings of the store, unless they are linked already with this ``edition`` of linking; say if done."""
    with store.reading() as connection:
        state = linking_state(connection, edition)
        if read_meta(connection, LINKED) == state:
            return False
        corrections, people = standing_corrections(connection), known_people(connection)
        linked = link(stream_readings(connection), outlets(connection), corrections, people)
    with store.writing() as connection:
        for table in schema.LINKED:
            connection.execute(sa.delete(table))
        connection.execute(sa.delete(schema.texts).where(schema.texts.c.kind == "event"))
        outlet_of = outlets(connection)
        events = iter(linked.events)
        while several := list(islice(events, _AT_ONCE)):
            for table, rows in _event_tables(several, outlet_of):
                insert_rows(connection, table, rows)
        for table, rows in _tables(linked):
            insert_rows(connection, table, rows)
        insert_rows(connection, schema.event_sources, _source_rows(connection, linked))
        write_meta(connection, LINKED, state)
    return True


def _event_tables(
    events: Sequence[Event], outlet_of: Mapping[str, str]
) -> Iterator[tuple[sa.Table, Iterable[dict[str, Any]]]]:
    yield schema.events, map(event_row, events)
    yield schema.event_participants, (row for event in events for row in participant_rows(event))
    yield schema.event_topics, (row for event in events for row in topic_rows(event))
    yield schema.event_articles, ({"event": e.id, "article": a} for e in events for a in dict.fromkeys(e.articles))
    yield schema.texts, map(event_text, events)
    told = ((e.id, sorted({fold(outlet_of[a]) for a in e.articles if a in outlet_of})) for e in events)
    yield (
        schema.event_sources,
        ({"event": event, "kind": "outlet", "label": label} for event, labels in told for label in labels),
    )


def _tables(linked: Linked) -> Iterator[tuple[sa.Table, Iterable[dict[str, Any]]]]:
    yield schema.report_events, ({"report": r, "event": e} for r, e in linked.report_event.items())
    yield schema.actors, map(_actor_row, linked.actors)
    yield schema.actor_names, (row for actor in linked.actors for row in _name_rows(actor))
    yield schema.actor_links, ({"article": a, "local": own, "actor": r} for (a, own), r in linked.actor_of.items())
    yield schema.former_ids, former_ids(linked)
    yield schema.stories, ({"id": s.id, "start": s.start, "record": encode(s)} for s in linked.stories)


def former_ids(linked: Linked) -> Iterator[dict[str, Any]]:
    """Every id that an event, story or actor would have if it were known from fewer articles, and the one it has.

    The id of each is made from the first report, article or mention in it, so what comes before or joins it changes the
    id; the ids that the others in it would give are those that it may have had. They depend on the record alone, not on
    the order in which it grew.
    """
    now: dict[str, tuple[str, str]] = {}
    for report, event in linked.report_event.items():
        now[event_id(report)] = "event", event
    for story in linked.stories:
        now.update((story_id(article), ("story", story.id)) for article in story.articles)
    for (_, local), actor in linked.actor_of.items():
        now[local] = "actor", actor
    current = {thing.id for things in (linked.stories, linked.actors) for thing in things}
    current.update(linked.report_event.values())
    for before in sorted(now.keys() - current):
        kind, after = now[before]
        yield {"id": before, "kind": kind, "now": after}


def event_row(event: Event) -> dict[str, Any]:
    """The row of an event."""
    return {
        "id": event.id,
        "kind": event.kind,
        "status": event.status,
        "start": event.time.start if event.time is not None else None,
        "end": event.time.end if event.time is not None else None,
        "place": fold(event.place.name) if event.place is not None else None,
        "country": event.place.country if event.place is not None else None,
        "plover": event.plover,
        "score": event.score,
        "confidence": event.confidence,
        "outlets": event.outlets,
        "first_reported": event.first_reported,
        "last_reported": event.last_reported,
        "story": event.story,
        "record": encode(event),
    }


def _source_rows(connection: sa.Connection, linked: Linked) -> Iterator[dict[str, Any]]:
    """The named sources of each event."""
    found: set[tuple[str, str]] = set()
    reports = connection.execute(
        sa.select(schema.reports.c.id, schema.reports.c.record).execution_options(yield_per=256)
    )
    for row in reports:
        said = msgspec.json.decode(row.record, type=_Attributed).attribution
        if said is not None and said.name is not None and row.id in linked.report_event:
            found.add((linked.report_event[row.id], fold(said.name)))
    yield from ({"event": event, "kind": "source", "label": label} for event, label in sorted(found))


class _Attributed(msgspec.Struct):
    """Of a report, only who says so."""

    attribution: Attribution | None = None


def participant_rows(event: Event) -> Iterator[dict[str, Any]]:
    """The rows of its parties."""
    for position, party in enumerate(event.participants):
        yield {
            "event": event.id,
            "position": position,
            "actor": party.actor,
            "role": party.role,
            "name": fold(party.name),
            "country": party.country,
        }


def topic_rows(event: Event) -> Iterator[dict[str, Any]]:
    """The rows of its topics."""
    for position, topic in enumerate(event.topics):
        yield {"event": event.id, "position": position, "label": fold(topic.label)}


def _actor_row(actor: Actor) -> dict[str, Any]:
    return {"id": actor.id, "name": actor.name, "country": actor.country, "record": encode(actor)}


def _name_rows(actor: Actor) -> Iterator[dict[str, Any]]:
    for position, name in enumerate(dict.fromkeys((actor.name, *actor.names))):
        yield {"actor": actor.id, "position": position, "name": name, "folded": fold(name)}
