"""Pronouns and role nouns, resolved only where one reading is clearly right."""

from __future__ import annotations

from collections.abc import Sequence

from communique.reading.cast import ActorMention
from communique.reading.parse import ParsedArticle


def resolve_references(parsed: ParsedArticle, mentions: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """Mentions by pronoun or role noun."""
    return ()
