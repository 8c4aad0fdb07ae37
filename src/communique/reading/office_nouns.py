"""Nouns that take up one of several persons by office or role: "the president", "the minister", "the Peruvian leader".

"The spokesman" is the one whom a sentence just before introduced by the body that he speaks for.
Where the article has one holder of an office only, every such noun is his (:mod:`communique.reading.holders`). Where it
has more, the noun takes up the one of whom the article speaks right now: named in the sentence so far or else in one
just before, as its subject if there are several. Nobody does to himself what his clause says (Chomsky's principle B).
The leader of a state is the only person of it whom the article names, if nothing else is known of that one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from communique.lexicon.actors import ActorLexicon
from communique.reading.cast import ActorMention, Entity, place_of
from communique.reading.discourse import quoted_tokens
from communique.reading.syntax import SUBJECTS
from communique.reading.tokens import Token

#: How many sentences before the noun's own a person may have been spoken of.
_REACH = 2
_DEPUTIES = frozenset({"vice", "deputy", "assistant", "acting", "former", "incoming"})
_DEFINITE = frozenset({"the", "this", "that"})
_NOUNS = frozenset({"NN", "NNP"})


def resolve_office_nouns(
    mentions: Sequence[ActorMention], pronouns: Sequence[ActorMention], lexicon: ActorLexicon
) -> Iterator[ActorMention]:
    """The mentions by an office or role alone that a person is clearly meant by, with that person."""
    people = _People(mentions)
    for mention in sorted((*mentions, *pronouns), key=place_of):
        if not people.is_unnamed(mention):
            people.note(mention)
            continue
        meant = None
        if _is_definite(mention.head):
            meant = people.of_state(mention, lexicon) if _is_leader(mention, lexicon.words["leader"]) else None
            meant = meant or (people.at_hand(mention) if _is_bare(mention.head) else None)
        people.note(mention, meant)
        if meant is not None:
            yield ActorMention(mention.sentence, mention.first, mention.last, mention.head, mention.how, (meant,))


class _People:
    """The persons of whom an article has spoken so far."""

    def __init__(self, mentions: Sequence[ActorMention]) -> None:
        self._named = {m.entities[0].id for m in mentions if m.how == "name" and m.entities}
        self._by_sentence: dict[int, list[ActorMention]] = {}
        self._by_state: dict[str, dict[str, Entity]] = {}
        self._meant: dict[str, Entity] = {}  # whom a noun for somebody without a name took up last
        self._quoted: dict[int, frozenset[int]] = {}
        self._by_title: dict[str, dict[str, Entity]] = {}

    def is_unnamed(self, mention: ActorMention) -> bool:
        """Is it a single person whom nothing but an office or role tells?"""
        single = mention.how in {"office", "group"} and mention.head.tag_ in _NOUNS and len(mention.entities) == 1
        return single and mention.entities[0].type == "person" and mention.entities[0].id not in self._named

    def note(self, mention: ActorMention, meant: Entity | None = None) -> None:
        """Have in mind that a person was spoken of, and who that is."""
        if len(mention.entities) != 1 or mention.entities[0].type != "person":
            return
        entity = mention.entities[0]
        if meant is not None:
            self._meant[entity.id] = meant
        elif mention.how != "pronoun":
            self._meant.pop(entity.id, None)
        person = self._meant.get(entity.id, entity)
        spoken = ActorMention(mention.sentence, mention.first, mention.last, mention.head, mention.how, (person,))
        self._by_sentence.setdefault(mention.sentence.index, []).append(spoken)
        if mention.how == "name" and (title := _bare_title(mention)) is not None:
            self._by_title.setdefault(title, {})[person.id] = person
        if person.country is not None and person.id in self._named:
            self._by_state.setdefault(person.country, {})[person.id] = person

    def of_state(self, mention: ActorMention, lexicon: ActorLexicon) -> Entity | None:
        """The only person of a state named so far, if nothing says that somebody else leads it."""
        named = list(self._by_state.get(mention.entities[0].country or "", {}).values())
        leads = len(named) == 1 and (named[0].office is None or lexicon.leads(named[0].office))
        return named[0] if leads else None

    def at_hand(self, mention: ActorMention) -> Entity | None:
        """The one of those who hold an office of whom the article speaks right now."""
        index, sentence = mention.sentence.index, mention.sentence
        quoted = self._quoted.setdefault(index, quoted_tokens(sentence))
        if mention.head.i in quoted:
            return None
        beside = {m.entities[0].id for m in self._by_sentence.get(index, ()) if _is_beside(m, mention)}
        for at in range(index, max(index - 1 - _REACH, -1), -1):
            here = [m for m in self._by_sentence.get(at, ()) if _may_be(m, mention)]
            here = [m for m in here if m.entities[0].id not in beside]
            if any(_is_joined(m.head) for m in here):
                return None
            if here:
                acting = [m for m in here if m.head.dep_ in SUBJECTS and m.head.head.dep_ == "ROOT"]
                meant = _only(here) or _only(acting)
                return meant if meant is not None and self._is_known(meant, mention) else None
        return self._titled(mention, beside)

    def _is_known(self, person: Entity, mention: ActorMention) -> bool:
        """Is somebody known by name, or by the body for which the noun said that he speaks ("a *Tona* spokesman")?"""
        told = [word.lower() for word in person.name.split()]
        noun = mention.head.lower_
        return person.id in self._named or (len(told) > 1 and told[-1] == noun and person is not mention.entities[0])

    def _titled(self, mention: ActorMention, beside: Set[str]) -> Entity | None:
        """The only one whom the article calls by a bare title ("President X"), unlike "Chad's president"."""
        able = self._by_title.get((mention.entities[0].office or "").lower(), {})
        titled = [person for person in able.values() if person.id not in beside]
        return titled[0] if len(titled) == 1 else None


def _only(mentions: Sequence[ActorMention]) -> Entity | None:
    entities = {m.entities[0].id: m.entities[0] for m in mentions}
    return next(iter(entities.values())) if len(entities) == 1 else None


def _bare_title(mention: ActorMention) -> str | None:
    """The office that a name begins with, if no state's or body's name stands before it ("*President* X")."""
    first, office = mention.first, (mention.entities[0].office or "").lower()
    words = mention.head.doc[first.i : mention.last.i + 1].text.lower()
    before = first.nbor(-1) if first.i > mention.sentence.tokens.start else None
    owned = before is not None and (before.tag_ in {"POS", "PRP$"} or before.dep_ == "poss")
    return office if office and words.startswith(f"{office} ") and not owned else None


def _may_be(named: ActorMention, mention: ActorMention) -> bool:
    """Does a person hold the office, or play the role, that a noun tells, and for no other state?"""
    person, unnamed = named.entities[0], mention.entities[0]
    abroad = None not in {person.country, unnamed.country} and person.country != unnamed.country
    if person.office is None or abroad:
        return False
    words, noun = person.office.lower().split(), mention.head.lemma_.lower()
    return person.office == unnamed.office or (noun in words and _DEPUTIES.isdisjoint(words))


def _is_beside(named: ActorMention, mention: ActorMention) -> bool:
    """Does somebody stand beside a noun in one clause or noun phrase ("*X* met the president")?"""
    governor, head = mention.head.head, named.head
    above = head.head.head if head.dep_ == "pobj" else head.head
    other = governor.head if mention.head.dep_ == "pobj" else governor
    return governor in {above, head, above.head} or other in {above, head}


def _is_joined(noun: Token) -> bool:
    return noun.dep_ == "conj" or any(c.dep_ == "conj" for c in noun.children)


def _is_leader(mention: ActorMention, leaders: Set[str]) -> bool:
    owner = [c for c in mention.head.children if c.dep_ in {"amod", "compound", "poss", "nmod"}]
    return mention.head.lemma_.lower() in leaders and len(owner) == 1


def _is_definite(noun: Token) -> bool:
    return any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in noun.children)


def _is_bare(noun: Token) -> bool:
    """Does nothing but an article or a constituency ("the *Ohio* senator") go with a noun that is part of no other?"""
    seat = (c.dep_ == "compound" and c.ent_type_ == "GPE" for c in noun.children)
    alone = all(here or c.dep_ in {"det", "punct", "case"} for here, c in zip(seat, noun.children, strict=True))
    return alone and noun.dep_ not in {"compound", "amod", "nmod", "appos"}
