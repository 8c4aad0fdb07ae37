"""Everything that belongs to one thing of the record, gathered for reading: event, article, actor or story."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from communique.errors import InputError
from communique.records import Actor, Event, Mention, Place, Report, Statement, Story, Time
from communique.store.lookup import (
    ArticleHead,
    Found,
    events_of,
    load_actor,
    load_articles,
    load_event,
    load_events,
    load_named,
    load_reports,
    load_statements,
    load_story,
)


@dataclass(frozen=True, slots=True)
class EventDossier:
    """An event, the reports of it by the day of their article, the articles by id, and the events it relates to."""

    event: Event
    reports: list[Report]
    articles: dict[str, ArticleHead]
    related: list[Event]


@dataclass(frozen=True, slots=True)
class ArticleDossier:
    """An article and what it reports, states and names, in the order of its text."""

    article: ArticleHead
    reports: list[Report]
    statements: list[Statement]
    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class ActorDossier:
    """An actor, the events it takes part in by day, and the articles behind its offices by id."""

    actor: Actor
    events: list[Event]
    articles: dict[str, ArticleHead]


@dataclass(frozen=True, slots=True)
class StoryDossier:
    """A story, its events by day, and its articles by id."""

    story: Story
    events: list[Event]
    articles: dict[str, ArticleHead]


Dossier = EventDossier | ArticleDossier | ActorDossier | StoryDossier


def gather(connection: sa.Connection, found: Found) -> Dossier:
    """The dossier of what an id stands for.

    Raises:
        InputError: the thing is gone.

    """
    if found.kind == "event":
        return _event(connection, found.id)
    if found.kind == "article":
        return _article(connection, found.id)
    if found.kind == "actor":
        actor = load_actor(connection, found.id)
        evidence = sorted({e.article for office in actor.offices for e in office.evidence})
        return ActorDossier(actor, events_of(connection, found.id), load_articles(connection, evidence))
    story = load_story(connection, found.id)
    return StoryDossier(story, load_events(connection, story.events), load_articles(connection, story.articles))


def _event(connection: sa.Connection, event_id: str) -> EventDossier:
    event = load_event(connection, event_id)
    articles = load_articles(connection, event.articles)
    reports = load_reports(connection, "id", event.reports)
    order = {article: (str(head.published or "9999"), article) for article, head in articles.items()}
    reports.sort(key=lambda report: order.get(report.article, ("9999", report.article)))
    related = load_events(connection, sorted({relation.event for relation in event.relations}))
    return EventDossier(event, reports, articles, related)


def _article(connection: sa.Connection, article_id: str) -> ArticleDossier:
    articles = load_articles(connection, [article_id])
    if article_id not in articles:
        raise InputError(f"the store has no article {article_id}")
    reports = load_reports(connection, "article", [article_id])
    statements = load_statements(connection, [article_id])
    return ArticleDossier(articles[article_id], reports, statements, *load_named(connection, article_id))
