"""Bodies that a sentence is about, so that "the company" in it is hardly one that only stood before.

"*The Tona Group* was founded in May, according to *the company*" speaks of the group, though nothing tells that it is a
firm, rather than of a firm in the sentence before: who is being talked about comes first (centering theory).
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.reading.cast import ActorMention, Entity
from communique.reading.syntax import SUBJECTS
from communique.reading.tokens import Token


def is_rivalled(noun: Token, meant: Entity, here: Sequence[ActorMention]) -> bool:
    """Is another body, of no known sort, a subject before the noun in its sentence, where who is meant is not named?"""
    before = [m for m in here if m.head.i < noun.i]
    if any(entity is meant for m in before for entity in m.entities):
        return False
    return any(_is_named_subject(m) for m in before)


def _is_named_subject(mention: ActorMention) -> bool:
    entity = mention.entities[0] if len(mention.entities) == 1 else None
    unknown = entity is not None and entity.type == "organisation" and entity.sector is None and mention.how == "body"
    return unknown and mention.head.dep_ in SUBJECTS and not mention.head.text.isupper()
