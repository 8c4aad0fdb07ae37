"""The page of any dossier."""

from __future__ import annotations

import datetime

from rich.console import Group

from communique.display.actor import actor_page
from communique.display.article import article_page
from communique.display.event import event_page
from communique.display.story import story_page
from communique.store.dossiers import ActorDossier, ArticleDossier, Dossier, EventDossier


def page(dossier: Dossier, today: datetime.date | None = None) -> Group:
    """The dossier, to be printed as of a day."""
    if isinstance(dossier, EventDossier):
        return event_page(dossier, today)
    if isinstance(dossier, ArticleDossier):
        return article_page(dossier)
    if isinstance(dossier, ActorDossier):
        return actor_page(dossier)
    return story_page(dossier)
