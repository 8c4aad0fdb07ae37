"""Nouns that take up two actors named before: "the two diplomats", "the duo", "both sides", "the two countries"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Token

from communique.reading.cast import ActorMention, Entity
from communique.reading.parse import ParsedArticle, Sentence

_PAIRS = frozenset({"duo", "pair"})
_DUAL = frozenset({"two", "both", "either"})
_POLITIES = frozenset({"country", "side", "nation", "state", "government", "capital", "neighbor", "neighbour", "party"})
_PERSONS = frozenset({"leader", "diplomat", "minister", "president", "official", "man", "woman", "politician", "statesman", "counterpart", "premier", "secretary", "envoy", "head"})  # fmt: skip
_REACH = 3


def resolve_role_nouns(
    parsed: ParsedArticle, mentions: Sequence[ActorMention], state_entity: Callable[[str], Entity]
) -> tuple[tuple[ActorMention, ...], frozenset[tuple[int, int]]]:
    """Mentions by dual noun, and the heads (sentence, token) of all dual nouns, resolved or not.

    A pair of persons is the two of the last sentence that names exactly two, a pair of states the two of the last
    sentence that speaks of two or more, persons' states counted, if it is two and the article speaks of them most. "The duo" may reach further back, to the two
    persons that the article names most. ``state_entity`` gives the state of a code.
    """
    by_sentence: dict[int, list[ActorMention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence.index, []).append(mention)
    found, heads = [], set()
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            first = _dual_start(token)
            if first is None:
                continue
            heads.add((sentence.index, token.i))
            entities = _pair(sentence, token, by_sentence, state_entity)
            if entities:
                found.append(ActorMention(sentence, first, token, token, "role", entities))
    return tuple(found), frozenset(heads)


def _dual_start(token: Token) -> Token | None:
    """First token of a dual noun phrase that the token heads: "the two countries", "both sides", "the duo"."""
    noun = token.lemma_.lower()
    before = [child for child in token.children if child.i < token.i]
    if noun in _PAIRS and any(child.lower_ == "the" for child in before):
        return next(child for child in before if child.lower_ == "the")
    if noun not in _POLITIES | _PERSONS or any(child.dep_ in {"amod", "compound", "poss"} for child in before):
        return None
    dual = any(child.lower_ in _DUAL for child in before)
    definite = any(child.lower_ in {"the", "both", "either", "these"} for child in before)
    if not (dual and definite) or any(c.dep_ in {"prep", "relcl", "acl"} and c.lower_ in {"of", "from"} for c in token.children):
        return None
    return min(before, key=lambda child: child.i)


def _pair(
    sentence: Sentence, token: Token, by_sentence: dict[int, list[ActorMention]], state_entity: Callable[[str], Entity]
) -> tuple[Entity, ...]:
    noun = token.lemma_.lower()
    reach = range(sentence.index, max(sentence.index - 1 - _REACH, -1), -1)
    spans = [[m for m in by_sentence.get(i, ()) if i < sentence.index or m.last.i < token.i] for i in reach]
    if noun in _POLITIES:
        codes = next((c for mentions in spans if len(c := list(dict.fromkeys(_states(mentions)))) >= 2), [])
        clear = len(codes) == 2 and set(codes) == set(_foremost_states(by_sentence, sentence.index))
        return tuple(state_entity(code) for code in codes) if clear else ()
    people = next((p for mentions in spans if len(p := list(dict.fromkeys(_people(mentions)))) >= 2), [])
    if not people and noun in _PAIRS:
        people = _foremost(by_sentence, sentence.index)
    return tuple(people) if len(people) == 2 else ()


def _states(mentions: Sequence[ActorMention]) -> Iterator[str]:
    for entity in (e for m in mentions for e in m.entities):
        if entity.country is not None and entity.type in {"state", "person", "organisation"}:
            yield entity.country


def _foremost_states(by_sentence: dict[int, list[ActorMention]], until: int) -> list[str]:
    """The two states that the article has spoken of most, the first of equals."""
    counts = Counter(code for i in sorted(by_sentence) if i <= until for code in _states(by_sentence[i]))
    return [code for code, _ in counts.most_common(2)]


def _people(mentions: Sequence[ActorMention]) -> Iterator[Entity]:
    return (e for m in mentions if m.how in {"name", "pronoun", "office"} for e in m.entities if e.type == "person")


def _foremost(by_sentence: dict[int, list[ActorMention]], before: int) -> list[Entity]:
    """The two persons named most so far, if no third is named as often."""
    counts = Counter(entity for i in sorted(by_sentence) if i < before for entity in _people(by_sentence[i]))
    ranked = sorted(counts.values(), reverse=True)
    clear = len(ranked) == 2 or (len(ranked) > 2 and ranked[1] > ranked[2])
    return [entity for entity, number in counts.items() if number >= ranked[1]] if clear else []
