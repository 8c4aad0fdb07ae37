"""Who is named: the mentions of actors in an article and whom each stands for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Token

from communique.reading.parse import Sentence
from communique.records import ActorType

How = Literal["name", "office", "state", "body", "group", "pronoun", "role"]


@dataclass(slots=True, eq=False)
class Entity:
    """One actor of one article, all its mentions joined."""

    id: str
    name: str
    type: ActorType
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    names: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True, eq=False)
class ActorMention:
    """Words that refer to one or more entities: tokens ``first`` to ``last`` (itself included) of a sentence."""

    sentence: Sentence
    first: Token
    last: Token
    head: Token
    how: How
    entities: tuple[Entity, ...]


class Cast:
    """The actors of one article and where each is mentioned."""

    def __init__(self, mentions: tuple[ActorMention, ...]) -> None:
        self.mentions = mentions
        self._at = {(m.sentence.index, token.i): m for m in mentions for token in m.sentence.tokens.doc[m.first.i : m.last.i + 1]}
        self._at |= {(m.sentence.index, m.head.i): m for m in mentions}

    def at(self, sentence: Sentence, token: Token) -> ActorMention | None:
        """The mention that the token heads, or else the one that it lies in."""
        return self._at.get((sentence.index, token.i))
