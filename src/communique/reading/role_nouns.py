"""Nouns that take up two actors named before: "the two diplomats", "the duo", "both sides", "the two countries"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from communique.lexicon.actors import ActorLexicon
from communique.lexicon.agents import Agent
from communique.lexicon.offices import Office
from communique.reading.cast import ActorMention, Entity
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.tokens import Token

_PAIRS = frozenset({"duo", "pair"})
_DUAL = frozenset({"two", "both", "either"})
_DEFINITE = frozenset({"the", "both", "either", "these"})
_POLITIES = frozenset({"country", "side", "nation", "state", "government", "capital", "neighbor", "neighbour"})
_HUMANS = frozenset({"man", "woman"})
_REACH = 3

Place = tuple[int, int]


def resolve_role_nouns(
    parsed: ParsedArticle,
    mentions: Sequence[ActorMention],
    state_entity: Callable[[str], Entity],
    lexicon: ActorLexicon,
) -> tuple[tuple[ActorMention, ...], frozenset[Place]]:
    """Mentions by dual noun, and the heads (sentence, token) of all dual nouns, resolved or not.

    A pair of persons is the two of the last sentence that names exactly two; a pair of states the two of the last
    sentence that speaks of two or more, persons' states counted, if it is two and the article speaks of them most.
    "The duo" may reach further back, to the two persons that the article names most. ``state_entity`` gives the state
    of a code.
    """
    resolver = _Resolver(mentions, state_entity, lexicon)
    found, heads = [], set()
    for sentence in parsed.sentences:
        resolver.enter(sentence)
        for token in sentence.tokens:
            first = resolver.start_of(token) if token.children else None
            if first is not None:
                heads.add((sentence.index, token.i))
                if entities := resolver.pair(sentence, token):
                    found.append(ActorMention(sentence, first, token, token, "role", entities))
    return tuple(found), frozenset(heads)


class _Resolver:
    def __init__(
        self, mentions: Sequence[ActorMention], state_entity: Callable[[str], Entity], lexicon: ActorLexicon
    ) -> None:
        self._state_entity = state_entity
        self._lexicon = lexicon
        self._by_sentence: dict[int, list[ActorMention]] = {}
        self._states_named: Counter[str] = Counter()
        self._people_named: Counter[Entity] = Counter()
        for mention in mentions:
            self._by_sentence.setdefault(mention.sentence.index, []).append(mention)

    def enter(self, sentence: Sentence) -> None:
        """Count what a sentence names; sentences are entered in order."""
        mentions = self._by_sentence.get(sentence.index, ())
        self._states_named.update(_states(mentions))
        self._people_named.update(_people(mentions))

    def start_of(self, token: Token) -> Token | None:
        """First token of a dual noun phrase that the token heads, ``None`` when it heads none."""
        if token.lower_ == "two" and token.dep_ != "nummod":  # "*the two* will discuss"
            before = list(token.lefts)
            return before[0] if [child.lower_ for child in before] == ["the"] else None
        if not token.children or token.pos_ not in {"NOUN", "PROPN", "PRON"}:
            return None
        noun, before = token.lemma_.lower(), list(token.lefts)
        words = {child.lower_ for child in before}
        if noun in _PAIRS:
            dual = "the" in words
        else:
            plain = not any(child.dep_ in {"amod", "compound", "poss"} for child in before)
            dual = plain and bool(words & _DUAL) and bool(words & _DEFINITE) and self._is_role(noun)
        if not dual or any(child.dep_ == "prep" and child.lower_ in {"of", "from"} for child in token.children):
            return None
        return min(before, key=lambda child: child.i)

    def _is_role(self, noun: str) -> bool:
        return noun in _POLITIES | _HUMANS or any(
            isinstance(form.entry, Office) or (isinstance(form.entry, Agent) and form.entry.type == "person")
            for form in self._lexicon.forms.get(noun)
        )

    def pair(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """The two actors that a dual noun means, or none."""
        reach = range(sentence.index, max(sentence.index - 1 - _REACH, -1), -1)
        spans = [[m for m in self._by_sentence.get(i, ()) if i < sentence.index or m.last.i < token.i] for i in reach]
        noun = token.lemma_.lower()
        if noun in _POLITIES:
            codes = next((c for mentions in spans if len(c := list(dict.fromkeys(_states(mentions)))) >= 2), [])
            clear = len(codes) == 2 and set(codes) == set(self._foremost_states())
            return tuple(self._state_entity(code) for code in codes) if clear else ()
        people = next((p for mentions in spans if len(p := list(dict.fromkeys(_people(mentions)))) >= 2), [])
        if not people and noun in _PAIRS:
            people = self._foremost_people()
        return tuple(people) if len(people) == 2 and self._may_hold(noun, people) else ()

    def _may_hold(self, noun: str, people: Sequence[Entity]) -> bool:
        """Does nobody hold another office than the one a noun names ("both *presidents*" are no prime ministers)?"""
        entries = [form.entry for form in self._lexicon.forms.get(noun)]
        names = {e.name for e in entries if isinstance(e, Office) and e.kind == "office" and e.name.lower() in e.forms}
        return not names or all(person.office is None or person.office in names for person in people)

    def _foremost_states(self) -> list[str]:
        """The two states that the article has spoken of most so far, the first of equals."""
        return [code for code, _ in self._states_named.most_common(2)]

    def _foremost_people(self) -> list[Entity]:
        """The two persons named most so far, if no third is named as often."""
        ranked = self._people_named.most_common(3)
        clear = len(ranked) == 2 or (len(ranked) == 3 and ranked[1][1] > ranked[2][1])
        return [entity for entity, _ in ranked[:2]] if clear else []


def _states(mentions: Sequence[ActorMention]) -> Iterator[str]:
    for entity in (e for m in mentions for e in m.entities):
        if entity.country is not None and entity.type in {"state", "person", "organisation"}:
            yield entity.country


def _people(mentions: Sequence[ActorMention]) -> Iterator[Entity]:
    return (e for m in mentions if m.how in {"name", "pronoun", "office"} for e in m.entities if e.type == "person")
