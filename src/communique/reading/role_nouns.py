"""Nouns that take up actors named before: "the two diplomats", "the duo", "both sides", "the three countries".

So do "the two presidents" and "the foreign ministers of both countries" where only their states were named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from communique.lexicon.actors import ActorLexicon
from communique.lexicon.agents import Agent
from communique.lexicon.offices import Office
from communique.lexicon.quantities import cardinal
from communique.reading.cast import ActorMention, Entity
from communique.reading.entities import Entities
from communique.reading.paired_officials import Officials, title_of
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.relations import deep_subject
from communique.reading.syntax import OBJECTS, SUBJECTS, child, conjuncts, verb_above
from communique.reading.tokens import Token

_PAIRS = frozenset({"duo", "pair"})
_DUAL = frozenset({"two", "both", "either"})
_DEFINITE = frozenset({"the", "both", "either", "these"})
_POLITIES = frozenset({"country", "side", "nation", "state", "government", "capital", "neighbor", "neighbour"})
_HUMANS = frozenset({"man", "woman"})
_OWNING = frozenset({"of", "from", "their"})
#: Prepositions of those to whom something is done by another one.
_GIVING = frozenset({"to", "for", "from", "on", "against", "in"})
_REACH = 3

Place = tuple[int, int]


def resolve_role_nouns(
    parsed: ParsedArticle,
    mentions: Sequence[ActorMention],
    entities: Entities,
    lexicon: ActorLexicon,
) -> tuple[tuple[ActorMention, ...], frozenset[Place]]:
    """Mentions by such a noun, and the heads (sentence, token) of all dual nouns, resolved or not, and of longer lists.

    A pair of persons is the two of the last sentence that names exactly two; a pair of states the two of the last
    sentence that speaks of two or more, persons' states counted, if it is two and the article speaks of them most. Who
    does something to them is none of them (binding principle B: "*The U.S.* sent food to the two countries").
    "The two" or "the pair" alone are persons, if two are spoken of near by, else states ("the two" are those of the
    sentence before).
    "The duo" may reach further back, to the two persons that the article names most. Three or more are those of a list
    with as many members ("Chad, Mali and Niger … the *three countries*"), the only such list or else the last one.
    """
    resolver = _Resolver(mentions, entities, lexicon)
    found, heads = [], set()
    for sentence in parsed.sentences:
        resolver.enter(sentence)
        for token in sentence.tokens:
            first = resolver.start_of(token) if token.children else None
            if first is not None:
                heads.add((sentence.index, token.i))
                if pair := resolver.pair(sentence, token):
                    found.append(ActorMention(sentence, first, token, token, "role", pair))
            elif token.children and (both := resolver.of_both(sentence, token)):
                heads.add((sentence.index, token.i))
                found.append(ActorMention(sentence, token.left_edge, token, token, "role", both))
            elif token.children and (listed := resolver.listed(sentence, token)):
                heads.add((sentence.index, token.i))
                found.append(ActorMention(sentence, token.left_edge, token, token, "role", listed))
    return tuple(found), frozenset(heads)


class _Resolver:
    def __init__(self, mentions: Sequence[ActorMention], entities: Entities, lexicon: ActorLexicon) -> None:
        self._entities = entities
        self._lexicon = lexicon
        self._officials = Officials(entities, lexicon)
        self._by_sentence: dict[int, list[ActorMention]] = {}
        self._states_named: Counter[str] = Counter()
        self._people_named: Counter[Entity] = Counter()
        self._lists: dict[int, dict[tuple[str, ...], tuple[Place, tuple[Entity, ...]]]] = {}
        for mention in mentions:
            self._by_sentence.setdefault(mention.sentence.index, []).append(mention)

    def enter(self, sentence: Sentence) -> None:
        """Count what a sentence names; sentences are entered in order."""
        mentions = self._by_sentence.get(sentence.index, ())
        self._states_named.update(_states(mentions))
        self._people_named.update(_people(mentions))
        for last, members in _lists(mentions):
            key = tuple(sorted(entity.id for entity in members))
            self._lists.setdefault(len(members), {})[key] = (sentence.index, last.i), members

    def listed(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """The three or more actors of a list before that a counted noun takes up, or none."""
        before = [c for c in token.children if c.i < token.i]
        counts = [number for c in before if c.dep_ == "nummod" and (number := cardinal(c.text)) is not None]
        if len(counts) != 1 or counts[0] not in self._lists or not {c.lower_ for c in before} & (_DEFINITE | {"all"}):
            return ()
        noun = token.lemma_.lower()
        if any(child.dep_ in {"prep", "relcl", "acl"} for child in token.children):
            return ()
        wanted = "state" if noun in _POLITIES else "person" if self._is_role(noun) else None
        able = [(at, members) for at, members in self._lists[counts[0]].values() if members[0].type == wanted]
        able = [(at, members) for at, members in able if at < (sentence.index, token.left_edge.i - 1)]
        at, members = max(able, key=lambda pair: pair[0], default=((0, 0), ()))
        return members if len(able) == 1 or sentence.index - at[0] <= _REACH else ()

    def start_of(self, token: Token) -> Token | None:
        """First token of a dual noun phrase that the token heads, ``None`` when it heads none."""
        if token.lower_ == "two" and token.dep_ != "nummod":  # "*the two* will discuss"
            before = list(token.lefts)
            return before[0] if [child.lower_ for child in before] == ["the"] else None
        if not token.children or token.pos_ not in {"NOUN", "PROPN", "PRON"}:
            return None
        noun, before = token.lemma_.lower(), [c for c in token.children if c.i < token.i]
        words = {child.lower_ for child in before}
        if noun in _PAIRS:
            dual = "the" in words
        else:
            counted = not (words.isdisjoint(_DUAL) or words.isdisjoint(_DEFINITE))
            plain = not any(child.dep_ in {"amod", "compound", "poss"} for child in before)
            dual = counted and (self._is_role(noun) if plain else self._officials.is_office(token))
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
        noun = title_of(token)
        if noun in _POLITIES:
            return tuple(self._entities.state_of(code) for code in self._states(sentence, token, spans))
        people = next((p for mentions in spans if len(p := list(dict.fromkeys(_people(mentions)))) >= 2), [])
        if not people and noun in _PAIRS:
            people = self._foremost_people()
        if len(people) == 2 and self._may_hold(noun, people):
            return tuple(people)
        if not people and (noun in _PAIRS or token.lower_ == "two"):  # where no two people are spoken of
            near = spans if noun in _PAIRS else spans[:2]
            return tuple(self._entities.state_of(code) for code in self._states(sentence, token, near))
        able = self._officials.is_office(token) or self._officials.is_leader(token)
        return self._held(token, self._states(sentence, token, spans)) if able else ()

    def of_both(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """The office holders of two states that are taken up behind or before their noun, or none.

        "The foreign ministers *of the two countries*", "*their* foreign ministers".
        """
        owned = token.tag_ in {"NNS", "NNPS"} and any(c.lower_ in _OWNING for c in token.children)
        if not owned or self._officials.post(token) is None:
            return ()
        for owner in token.children:
            if owner.dep_ == "prep" and owner.lower_ in {"of", "from"}:
                behind = next((c for c in owner.children if c.dep_ == "pobj"), None)
                if behind is None or behind.lemma_.lower() not in _POLITIES or self.start_of(behind) is None:
                    return ()
                return self._held(token, [entity.country for entity in self.pair(sentence, behind)])
            if owner.dep_ == "poss" and owner.lower_ == "their":
                here = (m for m in self._by_sentence.get(sentence.index, ()) if m.head == owner)
                meant = self._pair_before(sentence, owner) or next((m.entities for m in here), ())
                states = [entity.country for entity in meant if entity.type == "state"]
                return self._held(token, states if len(states) == len(meant) else [])
        return ()

    def _held(self, token: Token, states: Sequence[str | None]) -> tuple[Entity, ...]:
        return self._officials.of_states(token, states, self._people_named)

    def _pair_before(self, sentence: Sentence, pronoun: Token) -> tuple[Entity, ...]:
        """The two states that a dual noun means which is the subject of the sentence that a pronoun stands in."""
        subject = child(sentence.tokens.root, *SUBJECTS)
        before = subject is not None and subject.i < pronoun.i and subject.lemma_.lower() in _POLITIES
        return self.pair(sentence, subject) if subject is not None and before and self.start_of(subject) else ()

    def _states(self, sentence: Sentence, token: Token, spans: Sequence[Sequence[ActorMention]]) -> list[str]:
        """The codes of the two states of the last sentence that speaks of two or more, if those are in question."""
        doing = self._doing(sentence, token)
        named = ([c for c in dict.fromkeys(_states(mentions)) if c not in doing] for mentions in spans)
        codes = next((c for c in named if len(c) >= 2), [])
        clear = len(codes) == 2 and set(codes) == set(self._foremost_states(doing))
        return codes if clear else []

    def _may_hold(self, noun: str, people: Sequence[Entity]) -> bool:
        """Does nobody hold another office than the one a noun names ("both *presidents*" are no prime ministers)?"""
        entries = [form.entry for form in self._lexicon.forms.get(noun)]
        names = {e.name for e in entries if isinstance(e, Office) and e.kind == "office" and e.name.lower() in e.forms}
        return not names or all(person.office is None or person.office in names for person in people)

    def _doing(self, sentence: Sentence, token: Token) -> frozenset[str]:
        """The one state that does something to or for the two, as the subject of the verb above them.

        "*Chad* sent food to the two countries", not "Chad praised trade between the two countries".
        """
        above = token.head if token.dep_ == "pobj" else None
        beside = above is not None and above.dep_ in {"prep", "dative"} and above.lower_ in _GIVING
        if token.dep_ not in OBJECTS and not beside:
            return frozenset()
        verb = verb_above(token)
        subject = deep_subject(verb) if verb is not None else None
        here = self._by_sentence.get(sentence.index, ())
        codes = set(_states(m for m in here if subject is not None and m.first.i <= subject.i <= m.last.i))
        alone = subject is not None and len(conjuncts(subject)) == 1
        return frozenset(codes if alone and len(codes) == 1 else ())

    def _foremost_states(self, but: frozenset[str]) -> list[str]:
        """The two states that the article has spoken of most so far, the first of equals, but for some."""
        ranked = (code for code, _ in self._states_named.most_common())
        return [code for code in ranked if code not in but][:2]

    def _foremost_people(self) -> list[Entity]:
        """The two persons named most so far, if no third is named as often."""
        ranked = self._people_named.most_common(3)
        clear = len(ranked) == 2 or (len(ranked) == 3 and ranked[1][1] > ranked[2][1])
        return [entity for entity, _ in ranked[:2]] if clear else []


def _states(mentions: Iterable[ActorMention]) -> Iterator[str]:
    for entity in (e for m in mentions for e in m.entities):
        if entity.country is not None and entity.type in {"state", "person", "organisation"}:
            yield entity.country


def _people(mentions: Sequence[ActorMention]) -> Iterator[Entity]:
    return (e for m in mentions if m.how in {"name", "pronoun", "office"} for e in m.entities if e.type == "person")


def _lists(mentions: Sequence[ActorMention]) -> Iterator[tuple[Token, tuple[Entity, ...]]]:
    """The lists of three or more states, or persons by name, that a sentence joins by commas and "and".

    With each its last name.
    """
    heads = {m.head.i: m for m in mentions if m.how in {"state", "name"} and len(m.entities) == 1}
    for mention in heads.values():
        if mention.head.dep_ == "conj":
            continue
        nouns = conjuncts(mention.head)
        joined = [heads.get(noun.i) for noun in nouns]
        members = tuple(dict.fromkeys(m.entities[0] for m in joined if m is not None))
        alike = len({entity.type for entity in members}) == 1
        if alike and len(members) == len(joined) > 2 and members[0].type in {"state", "person"}:
            yield nouns[-1], members
