"""The record as FollowTheMoney entities, one a line: who holds which office, and which events involve whom.

``actors`` gives Person, Organization and LegalEntity, with Position and Occupancy for offices; ``events`` gives Event,
with an Article for each article, and a Mention for each party in each article.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec
import sqlalchemy as sa

from communique.errors import InputError
from communique.export.records import stream_records
from communique.export.told import Told, stream_told
from communique.export.wording import headline
from communique.records import Actor, Office, digest
from communique.store.lookup import ArticleHead

#: The schema of an actor, by its type; a state or a group is something that acts, and no more is said of it.
SCHEMAS = {"person": "Person", "organisation": "Organization"}


def write_followthemoney(connection: sa.Connection, what: str, out: BinaryIO) -> None:
    """Write one entity a line, each of them once.

    Raises:
        InputError: the followthemoney library is not installed.

    """
    written: set[str] = set()
    for entity in _actors(connection) if what == "actors" else _events(connection):
        if entity.id not in written:
            written.add(entity.id)
            out.write(msgspec.json.encode(entity.to_dict()) + b"\n")


def _actors(connection: sa.Connection) -> Iterator[Any]:
    for actor in stream_records(connection, "actors"):
        assert isinstance(actor, Actor)
        yield _entity(
            SCHEMAS.get(actor.type, "LegalEntity"),
            actor.id,
            name=actor.name,
            alias=[name for name in actor.names if name != actor.name],
            country=actor.country,
        )
        for office in actor.offices:
            yield from _office(actor, office)


def _office(actor: Actor, office: Office) -> Iterator[Any]:
    position = digest("position", office.office, office.of)
    country = office.of if office.of is not None and len(office.of) == 3 and office.of.isupper() else None
    name = office.office if office.of is None else f"{office.office} ({office.of})"
    yield _entity("Position", position, name=name, country=country)
    if actor.type == "person":
        yield _entity(
            "Occupancy",
            digest("occupancy", actor.id, position, office.start, office.end),
            holder=actor.id,
            post=position,
            startDate=office.start,
            endDate=office.end,
        )


def _events(connection: sa.Connection) -> Iterator[Any]:
    for told in stream_told(connection):
        yield _event(told)
        for article in told.articles:
            yield _article(article)
        for report in told.reports:
            for party in report.participants:
                yield _entity(
                    "Mention",
                    digest("mention", report.article, party.actor),
                    document=report.article,
                    resolved=party.actor,
                    name=party.name,
                    detectedSchema=SCHEMAS.get(party.type, "LegalEntity"),
                    contextCountry=party.country,
                )


def _event(told: Told) -> Any:  # noqa: ANN401 - an entity of the library
    event = told.event
    return _entity(
        "Event",
        event.id,
        name=headline(event),
        summary=told.sentence,
        startDate=event.told_time.start if event.told_time is not None else None,
        endDate=event.told_time.end if event.told_time is not None else None,
        location=event.place.name if event.place is not None else None,
        country=event.place.country if event.place is not None else None,
        involved=[party.actor for party in event.participants],
        keywords=[event.kind, event.status, *(topic.label for topic in event.topics)],
        proof=[article.id for article in told.articles],
    )


def _article(article: ArticleHead) -> Any:  # noqa: ANN401 - an entity of the library
    return _entity(
        "Article",
        article.id,
        title=article.title,
        author=article.author,
        publisher=article.outlet,
        publishedAt=article.published,
        sourceUrl=article.url,
        language=article.language,
    )


def _entity(schema: str, entity_id: str, **properties: object) -> Any:  # noqa: ANN401 - an entity of the library
    """An entity with those values that are known and that FollowTheMoney takes."""
    try:
        from followthemoney import model
    except ImportError as error:
        raise InputError("FollowTheMoney needs its library: pip install 'communique[followthemoney]'") from error
    entity = model.make_entity(schema)
    entity.id = entity_id
    for name, values in properties.items():
        for value in values if isinstance(values, list) else [values]:
            if value is not None:
                entity.add(name, str(value), quiet=True)
    return entity
