"""The actors of one article and where each is mentioned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from communique.reading.parse import Sentence
from communique.reading.tokens import Token
from communique.records import ActorType

How = Literal["name", "office", "state", "body", "group", "pronoun", "role"]
_BEFORE_NOUN = frozenset({"amod", "compound", "poss", "nmod"})


@dataclass(slots=True, eq=False)
class Entity:
    """One actor of one article, all its mentions joined.

    A state named as a country and the same state named as its government ("Moscow said") have one id and differ in
    ``sector``: ``None`` and ``"GOV"``.
    """

    id: str
    name: str
    type: ActorType
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    names: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True, eq=False)
class ActorMention:
    """Words that refer to one or more entities: tokens ``first`` to ``last`` (itself included) of a sentence.

    ``name`` is a name as it is written here, of a person without title or office, or of a body that no lexicon has.
    """

    sentence: Sentence
    first: Token
    last: Token
    head: Token
    how: How
    entities: tuple[Entity, ...]
    name: str | None = None


def place_of(mention: ActorMention) -> tuple[int, int, int]:
    """Where a mention stands in its article, to sort by."""
    return mention.sentence.index, mention.first.i, mention.last.i


class Cast:
    """The mentions of an article in reading order, and the entities behind them.

    ``field`` is that of private life which the article is about, if it is about one.
    """

    def __init__(
        self, mentions: Sequence[ActorMention], modifiers: Sequence[ActorMention] = (), field: str | None = None
    ) -> None:
        self.mentions = tuple(mentions)
        self.field = field
        self._at = {(m.sentence.index, i): m for m in self.mentions for i in range(m.first.i, m.last.i + 1)}
        self._at |= {(m.sentence.index, m.head.i): m for m in self.mentions}
        self._modifiers = tuple(modifiers)
        self._before_noun = {
            (m.sentence.index, i): m for m in (*self.mentions, *modifiers) for i in range(m.first.i, m.last.i + 1)
        }

    def joined(self, mentions: Sequence[ActorMention]) -> Cast:
        """A cast with more mentions than this one."""
        return Cast(sorted((*self.mentions, *mentions), key=place_of), self._modifiers, self.field)

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Every entity once, in the order of first mention."""
        return tuple(dict.fromkeys(entity for mention in self.mentions for entity in mention.entities))

    def at(self, sentence: Sentence, token: Token) -> ActorMention | None:
        """The mention that the token heads, or else the one that it lies in."""
        return self._at.get((sentence.index, token.i))

    def modifiers(self, sentence: Sentence, token: Token) -> tuple[ActorMention, ...]:
        """The actors before a noun: possessor, nationality, compound ("*US* missile strike", "*Russia*-*US* talks")."""
        found: dict[int, ActorMention] = {}
        pending = [child for child in token.children if child.dep_ in _BEFORE_NOUN and child.i < token.i]
        while pending:
            word = pending.pop()
            mention = self._before_noun.get((sentence.index, word.i))
            if mention is not None and mention.head != token and not _is_favoured(mention):
                found.setdefault(mention.first.i, mention)
            pending.extend(c for c in word.children if c.dep_ in {*_BEFORE_NOUN, "conj", "punct"} and c.i < token.i)
        return tuple(found[start] for start in sorted(found))


def _is_favoured(mention: ActorMention) -> bool:
    """Does "pro-" before a state say who favours it, so that it takes no part ("a *pro-Chadian* speech")?"""
    first = mention.first
    return first.i > 1 and first.nbor(-1).text == "-" and first.nbor(-2).lower_ == "pro"
