"""Acts at an occasion that the text told of before: what is done "*at the talks*" was done when and where they were.

The noun may say so itself ("at the Oslo talks"); else the words by which the text brought the occasion up do: the same
noun, or one for the same kind of occasion, in the sentences before, up to the one that introduces it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from communique.lexicon.toponyms import load_toponym_words
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.places import governing_place
from communique.reading.syntax import child
from communique.reading.times import governing_time
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.records import Place, Time

_AT = frozenset({"at", "during"})
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_NEW = frozenset({"a", "an"})
#: How many sentences back an occasion is looked for.
_REACH = 12
_T = TypeVar("_T")


class Occasions:
    """The occasions of one article, with the days and places that it names for them."""

    def __init__(self, parsed: ParsedArticle, times: Sequence[Time], places: Sequence[Place]) -> None:
        self._sentences, self._times, self._places = parsed.sentences, times, places

    def place(self, trigger: Trigger) -> Place | None:
        """Where the occasion was at which an act was done."""
        return self._told(trigger, lambda sentence, noun: governing_place(self._places, sentence, noun))

    def time(self, trigger: Trigger) -> Time | None:
        """When it was."""
        return self._told(trigger, lambda sentence, noun: governing_time(self._times, sentence, noun))

    def _told(self, trigger: Trigger, look: Callable[[Sentence, Token], _T | None]) -> _T | None:
        noun = _occasion_of(trigger)
        if noun is None:
            return None
        for sentence, mention in self._mentions(trigger.sentence, noun):
            if (found := look(sentence, mention)) is not None:
                return found
            if mention.pos_ == "VERB" or not _NEW.isdisjoint(c.lower_ for c in mention.children):
                return None
        return None

    def _mentions(self, sentence: Sentence, noun: Token) -> Iterator[tuple[Sentence, Token]]:
        """The noun itself, and those for the same occasion before it, the nearest first."""
        yield sentence, noun
        for index in range(sentence.index, max(sentence.index - _REACH, 0) - 1, -1):
            before = self._sentences[index]
            for token in reversed(before.tokens):
                if (
                    token.pos_ in {"NOUN", "VERB"}
                    and _is_like(token, noun)
                    and (before is not sentence or token.i < noun.i)
                ):
                    yield before, token


def _occasion_of(trigger: Trigger) -> Token | None:
    """The known occasion at which a verb says that its act was done ("backed Chad *at the talks*")."""
    if trigger.is_noun:
        return None
    for preposition in trigger.token.children:
        noun = child(preposition, "pobj") if preposition.lower_ in _AT else None
        if noun is not None and _is_occasion(noun.lemma_.lower()) and any(c.lower_ in _KNOWN for c in noun.children):
            return noun
    return None


def _is_occasion(lemma: str) -> bool:
    words = load_toponym_words()
    return lemma in words["gathering"] or lemma in words["encounter"]


def _is_like(mention: Token, noun: Token) -> bool:
    """Can a noun or verb be for the occasion of a noun? "Talks" and "met" can, a "summit" and a "fight" cannot."""
    one, two = mention.lemma_.lower(), noun.lemma_.lower()
    talks = load_toponym_words()["talks"]
    return one == two or (one in talks and two in talks)
