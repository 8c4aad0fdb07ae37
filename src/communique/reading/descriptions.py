"""Nouns before a clause that only say what its subject is: "*A sailor*, he won twice", where nobody else is meant."""

from __future__ import annotations

from collections.abc import Iterable

from communique.reading.cast import ActorMention
from communique.reading.syntax import SUBJECTS

_INDEFINITE = frozenset({"a", "an"})
_SUBJECTS = frozenset({"he", "she", "it"})


def without_descriptions(mentions: Iterable[ActorMention]) -> tuple[ActorMention, ...]:
    """The mentions without those nouns, which bring nobody new into the story."""
    return tuple(mention for mention in mentions if not _describes(mention))


def _describes(mention: ActorMention) -> bool:
    head, start = mention.head, mention.sentence.tokens.start
    if mention.how not in {"group", "office"} or head.doc[start].lower_ not in _INDEFINITE:
        return False
    subject = next((c for c in head.head.children if c.dep_ in SUBJECTS and c.lower_ in _SUBJECTS), None)
    before = head.left_edge.i == start and head is not head.head and head.dep_ not in SUBJECTS
    return before and subject is not None and head.i < subject.i and head.doc[subject.i - 1].text == ","
