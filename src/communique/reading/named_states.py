"""Where an article names states and the towns in them: how often, in which sentence or paragraph, and as what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.lexicon.states import load_states
from communique.lexicon.toponyms import load_toponym_words
from communique.reading.domestic import mentioned
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.phrase import Phrase
from communique.reading.sentence_places import WHERE
from communique.reading.syntax import SUBJECTS, first_conjunct
from communique.reading.tokens import Token
from communique.records import Place


@dataclass(frozen=True, slots=True)
class Town:
    """A town or region that a sentence names: its state, its tokens, and the one by which it hangs in its clause."""

    sentence: int
    country: str
    first: int
    last: int
    head: Token


def towns_in(parsed: ParsedArticle, places: Sequence[Place]) -> tuple[Town, ...]:
    """The towns and regions of an article, those that stand for a state or its government left aside."""
    return tuple(town for sentence in parsed.sentences for town in _towns_of(sentence, sentence.begun_in(places)))


def _towns_of(sentence: Sentence, places: Sequence[Place]) -> Iterator[Town]:
    states = load_states()
    for place in places:
        name, country = place.span.text, place.country
        capital_of = states.by_capital(name)
        at_seat = capital_of is not None and capital_of.code == country  # no namesake of it elsewhere
        if country is None or states.by_name(name) is not None or at_seat:
            continue
        inside = [t for t in sentence.tokens.tokens if place.span.start <= sentence.start_of(t) < place.span.end]
        if inside:
            heads = [t for t in inside if not inside[0].i <= t.head.i <= inside[-1].i]
            yield Town(sentence.index, country, inside[0].i, inside[-1].i, (heads or inside)[-1])


class NamedStates:
    """The states that one article names by their names, people, governments and towns.

    ``counts`` says how often it names each; ``told_from`` are those of the dateline, if the text below speaks of them;
    ``capital_of`` is the state from whose capital it is told, by its dateline.
    """

    def __init__(self, phrases: Sequence[Phrase], towns: Sequence[Town]) -> None:
        people = {t.text for p in phrases if p.name is not None for t in p.doc[p.name.first : p.name.last + 1]}
        towns = [town for town in towns if town.head.text not in people]  # "the *Keita* government" of Mr Keita
        self._towns: dict[int, list[Town]] = {}
        for town in towns:
            self._towns.setdefault(town.sentence, []).append(town)
        self._phrases: dict[int, list[Phrase]] = {}
        for phrase in phrases:
            self._phrases.setdefault(phrase.sentence.index, []).append(phrase)
        named = [(phrase.sentence.index, country) for phrase in phrases for country in mentioned(phrase)]
        named += [(town.sentence, town.country) for town in towns]
        self.counts = Counter(country for _, country in named)
        self._paragraphs: dict[int, set[str]] = {}
        paragraph = {phrase.sentence.index: phrase.sentence.block.start for phrase in phrases}
        for index, country in named:
            if index in paragraph:
                self._paragraphs.setdefault(paragraph[index], set()).add(country)
        above = {p.sentence.index for p in phrases if p.sentence.block.kind == "dateline"}
        below = {country for index, country in named if index not in above}
        self.told_from = {country for index, country in named if index in above} & below
        terms = [p.term for p in phrases if p.sentence.index in above and p.term is not None]
        capitals = {term.country for term in terms if term.kind == "capital"}
        self.capital_of = capitals.pop() if len(capitals) == 1 else None

    def towns(self, sentence: Sentence) -> Sequence[Town]:
        """The towns and regions that a sentence names."""
        return self._towns.get(sentence.index, ())

    def phrases(self, sentence: Sentence) -> Sequence[Phrase]:
        """The noun phrases of a sentence."""
        return self._phrases.get(sentence.index, ())

    def beside(self, phrase: Phrase) -> Iterator[str]:
        """The states that the sentence of a phrase names beside it."""
        for other in self.phrases(phrase.sentence):
            if other is not phrase:
                yield from mentioned(other)
        yield from (town.country for town in self.towns(phrase.sentence))

    def in_paragraph(self, phrase: Phrase) -> set[str]:
        """The states that the paragraph of a phrase names."""
        return self._paragraphs.get(phrase.sentence.block.start, set())

    def sites(self, phrase: Phrase) -> Iterator[str]:
        """The states of the places in which the clause of a phrase plays ("*in Arusha* police fired")."""
        clause = clause_of(phrase.head)
        for town in self.towns(phrase.sentence):
            if _is_site(town.head) and clause_of(town.head) == clause:
                yield town.country
        for other in self.phrases(phrase.sentence):
            term = other.term
            if term is not None and term.kind in {"state", "capital"} and term.country is not None:
                token = phrase.doc[term.last]
                if _is_site(token) and clause_of(token) == clause:
                    yield term.country

    def is_party(self, country: str, sentence: Sentence) -> bool:
        """Does a sentence name a state as one that acts or is acted on, not as a place or an owner?"""
        return any(_is_party(token) for token in self._names_of(country, sentence))

    def is_addressed(self, country: str, by: Phrase) -> bool:
        """Is a state the one to whom somebody speaks, or with or against whom he acts ("X urged *Peru* to yield")?"""
        if by.head.dep_ not in SUBJECTS:
            return False
        clause = clause_of(by.head)
        return any(
            clause_of(token) == clause and (_is_addressee(token) or _is_opposed(token))
            for token in self._names_of(country, by.sentence)
        )

    def _names_of(self, country: str, sentence: Sentence) -> Iterator[Token]:
        """The heads of the names of a state or its government in a sentence."""
        for other in self.phrases(sentence):
            term = other.term
            if term is not None and term.kind in {"state", "capital", "seat"} and term.country == country:
                yield other.doc[term.last]


def _is_party(name: Token) -> bool:
    token = first_conjunct(name)
    while token.dep_ == "appos" and token.head is not token:
        token = first_conjunct(token.head)
    if token.dep_ == "pobj":
        return token.head.lower_ not in WHERE | {"of", "from"}
    return token.dep_ in SUBJECTS | {"dobj", "dative"}


def _is_addressee(name: Token) -> bool:
    token = first_conjunct(name)
    if token.dep_ not in {"dobj", "dative"}:
        return False
    return token.head.lemma_.lower() in load_toponym_words()["addressing"]


def _is_opposed(name: Token) -> bool:
    token = first_conjunct(name)
    return token.dep_ == "pobj" and token.head.lower_ in {"with", "against"}


def _is_site(name: Token) -> bool:
    """Does a name tell where something is done ("in *Arusha*", "in the town of *Arusha*")?"""
    token = name
    while token.dep_ in {"pobj", "appos", "compound", "conj", "nmod"} and token.head is not token:
        if token.dep_ == "pobj":
            if token.head.lower_ in WHERE:
                return True
            if token.head.lower_ != "of":
                return False
            token = token.head
        token = token.head
    return False


def clause_of(token: Token) -> Token:
    """The verb in whose clause a token stands."""
    while token.pos_ not in {"VERB", "AUX"} and token.head is not token:
        token = token.head
    return token
