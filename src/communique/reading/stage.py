"""Where an article plays: the place that it is told from, and the state that it is about, or speaks of alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from communique.lexicon.states import Found, load_states
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.sentence_places import place_told_from, state_at, told_from
from communique.records import Place, Span

#: So often a state has to be named before an article that names no other is taken to play in it.
_ENOUGH = 3


class Stage:
    """Where one article plays; ``places`` are the article's, in order."""

    def __init__(self, parsed: ParsedArticle, places: Sequence[Place]) -> None:
        self._text = parsed.text
        self.published = parsed.published
        self.places = places

    @cached_property
    def _told_from(self) -> list[tuple[int, Place]]:
        return told_from(self.places, self._text)

    def dateline(self, position: int) -> Place | None:
        """The place that the article is told from, at a position of its text."""
        return place_told_from(self._told_from, position)

    @cached_property
    def only(self) -> Place | None:
        """The state that the article speaks of, where that is one alone."""
        if len(self._counts) != 1 or self._counts.total() < _ENOUGH:
            return None
        (country,) = self._counts
        return state_at(country, self._named[country])

    def is_about(self, country: str | None) -> bool:
        """Does the article name no state more often?"""
        return self._counts[country or ""] == max(self._counts.values(), default=0)

    def states_named(self, sentence: Sentence) -> set[str]:
        """The states that a sentence names, by any name, people or town."""
        named = {found.phrase.state.country for found in load_states().find(sentence.whole.text)}
        return named | {place.country for place in sentence.begun_in(self.places) if place.country is not None}

    @cached_property
    def _mentions(self) -> Sequence[Found]:
        """Every name of a state in the text, its people's and its capital's too."""
        return tuple(load_states().find(self._text))

    @cached_property
    def _named(self) -> dict[str, Span]:
        """The words that name each state first."""
        found: dict[str, Span] = {}
        for one in self._mentions:
            found.setdefault(one.phrase.state.country, Span(one.start, one.end, one.of(self._text)))
        for place in self.places:
            if place.country is not None:
                found.setdefault(place.country, place.span)
        return found

    @cached_property
    def _counts(self) -> Counter[str]:
        """How often the article names each state, by its name, people, capital or towns."""
        states = load_states()
        counts = Counter(found.phrase.state.country for found in self._mentions)
        towns = (p for p in self.places if states.by_name(p.span.text) is None)
        counts.update(p.country for p in towns if p.country is not None and states.by_capital(p.span.text) is None)
        return counts
