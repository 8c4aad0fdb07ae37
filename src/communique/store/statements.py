"""Statements by who makes them and by their words, those of the latest articles first."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
import sqlalchemy as sa

from communique.records import Statement
from communique.store import schema
from communique.store.database import Store
from communique.store.lookup import ArticleHead, load_articles, load_registry, register_statement
from communique.store.texts import matches

_S, _A = schema.statements.c, schema.articles.c
_LOOKED_AT = 100  # latest articles in which an actor's statements are looked for


@dataclass(frozen=True, slots=True)
class Said:
    """Statements, and the articles that they are in by id."""

    statements: list[Statement]
    articles: dict[str, ArticleHead]


def find_statements(
    store: Store, *, speaker: str | None = None, words: str | None = None, limit: int = 50, offset: int = 0
) -> Said:
    """The statements of a speaker whose name has these words, with words of what is said; all that is given holds."""
    with store.reading() as connection:
        found = sa.select(_S.article, _S.record).join_from(schema.articles, schema.statements, _S.article == _A.id)
        for sought in (speaker, words):
            if sought:
                texts = sa.select(schema.texts.c.id).where(
                    schema.texts.c.kind == "statement", matches(connection.dialect.name, sought)
                )
                found = found.where(_S.id.in_(texts))
        if speaker:
            found = found.where(_S.speaker.icontains(speaker, autoescape=True))
        found = found.order_by(_A.published.desc().nulls_last(), _A.id, _S.position).limit(limit).offset(offset)
        return _said(connection, connection.execute(found).all())


def statements_of(store: Store, actor: str, limit: int = 30) -> Said:
    """What an actor says in the latest articles that name it."""
    links = schema.actor_links.c
    with store.reading() as connection:
        naming = sa.select(_A.id).join_from(schema.articles, schema.actor_links, links.article == _A.id)
        naming = naming.where(links.actor == actor).distinct()
        latest = naming.add_columns(_A.published).order_by(_A.published.desc().nulls_last(), _A.id).limit(_LOOKED_AT)
        order = {row[0]: number for number, row in enumerate(connection.execute(latest))}
        rows = connection.execute(sa.select(_S.article, _S.record, _S.position).where(_S.article.in_(order)))
        in_order = sorted(rows, key=lambda row: (order[row.article], row.position))
        said = _said(connection, in_order)
    own = [s for s in said.statements if s.speaker is not None and s.speaker.actor == actor]
    return Said(own[:limit], said.articles)


def _said(connection: sa.Connection, rows: object) -> Said:
    found = [(row.article, msgspec.json.decode(row.record, type=Statement)) for row in rows]  # type: ignore[attr-defined]
    articles = sorted({article for article, _ in found})
    registry = load_registry(connection, articles)
    statements = [register_statement(statement, registry.get(article, {})) for article, statement in found]
    return Said(statements, load_articles(connection, articles))
