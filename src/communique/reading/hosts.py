"""Whose guest somebody is on a visit whose noun or verb does not say where it leads.

What leads there is told elsewhere: by the verb that the noun hangs on ("left *Chad* after a two-day visit"), in a
clause on the noun ("a tour which includes *Chad*"), by an earlier word on the same visit, or by the dateline, whence
"here" and a visit without a goal are told: a guest's, so not where the visitor is at home.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.lexicon.words import Words, packaged_words
from communique.reading.cast import Entity
from communique.reading.parse import Sentence
from communique.reading.participants import Arguments, Party, distinct
from communique.reading.roles import Roles
from communique.reading.sentence_places import place_told_from
from communique.reading.syntax import OBJECTS, conjuncts, prepositional
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.records import Place

#: Prepositions behind a verb of motion that lead to where the visit is, or away from there.
_WHITHER = ("to", "of", "in", "for", "through", "across", "around")
_TO_AND_FROM = ("in", "at", "to", "into", "from")
#: Frames that say of somebody only that he is where the article is told from.
_HERE = frozenset({"visiting guest", "arrive"})


class Hosts:
    """The hosts of the visits that an article tells of; ``told`` are the places it is told from, and where on."""

    def __init__(self, told: Sequence[tuple[int, Place]], words: Words) -> None:
        self._told_from = told
        self._words = words
        self._of: dict[str, list[Party]] = {}

    def keep(self, roles: Roles) -> None:
        """Remember whose guests the visitors are; a tour of several states is several visits."""
        for visitor in roles.actor if len(roles.host) == 1 else ():
            self._of[visitor.entity.id] = roles.host

    def complete(self, trigger: Trigger, roles: Roles, arguments: Arguments) -> Roles:
        """The roles with the host that a visit without one has by what is told around it."""
        self._add_regions(trigger, roles)
        if trigger.frame.kind != "visit" or roles.host or roles.missing or not roles.actor:
            return roles
        home = {p.entity.country for p in roles.actor} - {None}
        for found in (
            _where(trigger, arguments),
            _beside(trigger, arguments),
            self._told(trigger, roles),
            self._here(trigger, home),
        ):
            if hosts := [p for p in found if p.entity.country not in home]:
                roles.host = distinct(hosts)
                break
        return roles

    def _add_regions(self, trigger: Trigger, roles: Roles) -> None:
        """Name among the hosts of a visit the parts of the world that it leads to ("a tour of *Europe* and Japan")."""
        if trigger.frame.kind == "visit" and roles.actor and not roles.missing:
            sentence = trigger.sentence
            named = {party.token.i for party in roles.host}  # "South *Africa*" is a state
            goals = (t for t in _goals_of(trigger) if t.pos_ == "PROPN" and t.i not in named)
            found = [t for t in goals if t.lower_ in self._words["continent"]]
            roles.host = [*roles.host, *(_region(sentence, t) for t in found)]

    def _told(self, trigger: Trigger, roles: Roles) -> list[Party]:
        """The host of the visit that "the" or "his" visit is."""
        noun = trigger.noun if trigger.is_noun else None
        if noun is None or not any(c.dep_ == "poss" or c.lower_ == "the" for c in noun.children):
            return []
        if next(prepositional(noun, "to"), None) is not None:
            return []  # "his trip *to the city*", which may be another one
        known = (self._of.get(p.entity.id, []) for p in roles.actor)
        return next((hosts for hosts in known if hosts), [])

    def _here(self, trigger: Trigger, home: set[str | None]) -> list[Party]:
        """The state that the article is told from, where somebody of a known other state visits without a goal."""
        place = place_told_from(self._told_from, trigger.sentence.start_of(trigger.token))
        head = trigger.noun or trigger.token
        told = trigger.frame.id in _HERE or (head.lemma_ == "visit" and head.tag_ == "NN")
        if place is None or place.country is None or not home or not told:
            return []
        elsewhere = self._words["continent"] | {"to", "abroad", "overseas"}
        if any(t.lower_ in elsewhere for t in head.subtree):
            return []
        entity = Entity(id=f"state:{place.country}", name=place.name, type="place", country=place.country)
        return [Party(entity, place.span, trigger.token)]


def _where(trigger: Trigger, arguments: Arguments) -> list[Party]:
    """The states of the place that a clause with "where" tells a visit of ("to *Lima, where* he is to arrive")."""
    token = trigger.token
    clause = next((t for t in (token, *token.ancestors) if t.dep_ == "relcl"), None)
    if trigger.is_noun or clause is None:
        return []
    there = any(c.lower_ == "where" for t in (token, clause) for c in t.children)
    return arguments.located(trigger.sentence, clause.head) if there else []


def _goals_of(trigger: Trigger) -> list[Token]:
    """The nouns that say where a verb or noun of a visit leads, and those joined to them."""
    held = [t for t in (trigger.token, trigger.outer) if t is not None]
    goals = [goal for t in dict.fromkeys(held) for goal in prepositional(t, *_WHITHER)]
    goals += [] if trigger.is_noun else [c for c in trigger.token.children if c.dep_ in OBJECTS]
    return list(dict.fromkeys(noun for goal in goals for noun in conjuncts(goal)))


def _region(sentence: Sentence, name: Token) -> Party:
    first = min((c for c in name.children if c.dep_ == "compound" and c.i < name.i), key=lambda c: c.i, default=name)
    span = sentence.span(first, name)
    entity = Entity(id=f"region:{span.text.lower()}", name=span.text, type="place", country=None)
    return Party(entity, span, name)


def _beside(trigger: Trigger, arguments: Arguments) -> list[Party]:
    """The states of the places that a verb above a noun leads to or from, or that a clause on it names."""
    noun, sentence = trigger.outer, trigger.sentence
    if not trigger.is_noun or noun is None:
        return []
    named = [p for place in stops(noun) for p in arguments.located(sentence, place)]
    verb = next((a for a in noun.ancestors if a.pos_ == "VERB"), None)
    if named or verb is None:
        return named
    words = packaged_words()
    comes = verb.lemma_ in words["coming to a place"]
    moves = comes or verb.lemma_ in words["going from a place"]
    goals = _goals(verb, *(_TO_AND_FROM if comes else ("from",))) if moves else []
    return [p for place in goals if noun not in place.subtree for p in arguments.located(sentence, place)]


def stops(noun: Token) -> list[Token]:
    """What a tour is said to lead to ("a tour *which includes* Chad", "a trip that will *take* him to Chad")."""
    found = list(prepositional(noun, "including"))
    for clause in noun.children:
        if clause.dep_ in {"relcl", "acl"} and clause.lemma_ in packaged_words()["including stops"]:
            found.extend(c for c in clause.children if c.dep_ in OBJECTS)
        elif clause.dep_ in {"relcl", "acl"} and clause.lemma_ == "take":
            found.extend(prepositional(clause, "to"))
    return found


def _goals(verb: Token, *prepositions: str) -> list[Token]:
    return [*(c for c in verb.children if c.dep_ in OBJECTS), *prepositional(verb, *prepositions)]
