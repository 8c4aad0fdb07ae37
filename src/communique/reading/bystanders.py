"""Whom the clause of an act names that it is not done to: where it was, who is told of it, on whose behalf it is."""

from __future__ import annotations

from collections.abc import Sequence

from communique.lexicon.toponyms import load_toponym_words
from communique.lexicon.words import Words, packaged_words
from communique.reading.complements import is_named_side
from communique.reading.participants import Arguments, Party
from communique.reading.relations import deep_object, deep_subject
from communique.reading.roles import Roles
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger

#: Clauses that say what must or should be done, by people who need not be those that hear it.
_DUTIES = frozenset({"must", "should", "ought"})
#: Kinds of acts that are done to some for the sake of others.
_FOR_OTHERS = frozenset({"appeal", "request", "demand", "strike", "protest"})
#: Kinds of acts that somebody may tell the press ("complained *to reporters*", "proposed *to a paper*").
_TOLD_TO = frozenset({"accusation", "offer", "denial"})
_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD"})


def without_bystanders(trigger: Trigger, roles: Roles) -> list[Party]:
    """The recipients of an act but for those that its clause only mentions."""
    sided = trigger.frame.kind in _FOR_OTHERS
    found = [p for p in roles.recipient if not _is_on_behalf(p) and not (sided and _is_backed(p))]
    found = [p for p in found if not _is_counted_by(p, roles.actor)]
    if not found or _is_audience(trigger, found):
        return []
    if trigger.frame.kind == "praise" and trigger.pattern.complement is not None:  # "told *a paper* that it was good"
        found = [p for p in found if p.entity.sector != "JRN"]
    if trigger.frame.kind == "investigation":  # "looked into a robbery in Oslo"
        found = [p for p in found if p.entity.type != "place"]
    if trigger.frame.kind == "protest":  # "flooded the streets of *Oslo*"
        found = [p for p in found if not _is_street_of(p)]
    if trigger.frame.kind == "praise":  # "pleased with the accord *in Paris*", not "with *Rwanda's* bid"
        found = [p for p in found if p.entity.type != "place" or p.token.head.lower_ != "in"]
    return _without_own_state(trigger, found, roles.actor)


def _is_street_of(party: Party) -> bool:
    """Does somebody only say whose a street or square is, where crowds go?"""
    token = party.token
    noun = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token.head
    inside = token.dep_ in {"pobj", "poss", "compound", "nmod", "amod"}
    return inside and noun.lemma_.lower() in load_toponym_words()["street"]


def without_scene(trigger: Trigger, found: list[Party], words: Words) -> list[Party]:
    """Those to whom violence is done but for a place that only says where somebody else was hit."""
    if not found or not trigger.frame.at_target or any(p.entity.type != "place" for p in found):
        return found
    elsewhere = _hits_people(trigger.token, words) if trigger.is_noun else _hits_somebody(trigger, words)
    return [] if elsewhere else found


def _hits_people(noun: Token, words: Words) -> bool:
    """Does a noun of violence or the one before it say what is hit ("a *shooting* in Oslo", "the *clinic* bombing")?

    A blast in a town hits the town.
    """
    before = (c.lemma_.lower() for c in noun.children if c.dep_ == "compound")
    return noun.lemma_.lower() in words["done to people"] or any(lemma in words["building"] for lemma in before)


def _hits_somebody(trigger: Trigger, words: Words) -> bool:
    """Does a noun say who is hit, whoever they are ("killed two *plumbers* in Oslo")?

    A frame whose object may be no place is done to people.
    """
    hit = deep_object(trigger.token)
    to_people = "object" in trigger.frame.recipient and "object@" not in trigger.frame.recipient
    if not to_people or hit is None or hit == trigger.noun:
        return False
    return hit.pos_ == "NOUN" and hit.lemma_.lower() not in words["building"]


def without_own_side(trigger: Trigger, standing: list[list[Party]], arguments: Arguments) -> list[list[Party]]:
    """What stands in the slots of a threat but for the state that whoever utters it says will act.

    "Chad's minister said *Chad* would retaliate if Niger went ahead" threatens no one in Chad.
    """
    subject = deep_subject(trigger.token) if not trigger.is_noun else None
    speakers = arguments.parties(trigger.sentence, subject) if subject is not None else []
    own = {p.entity.country for p in speakers if _acts_for_a_state(p)}
    return [[p for p in parties if not _is_own_state(p, own)] for parties in standing]


def _is_own_state(party: Party, own: set[str | None]) -> bool:
    noun = party.token  # "pledged *the government* would fight it", whose that is
    if noun.dep_ != "nsubj" or not own:
        return False
    named = party.entity.type == "state" and party.entity.country in own
    return named or (noun.pos_ == "NOUN" and party.entity.country in {None, *own} and is_named_side(noun))


def _is_counted_by(party: Party, actors: Sequence[Party]) -> bool:
    """Is a party what those who act are ("a small *force of soldiers* moved in")?"""
    of = party.token.head.head if party.token.dep_ == "pobj" and party.token.head.lower_ == "of" else None
    return any(a.token is of and a.entity.type == "group" for a in actors)


def _is_on_behalf(party: Party) -> bool:
    """Is somebody named whom others speak for ("on *behalf* of the envoys")?"""
    governor = party.token.head
    return governor.lower_ == "of" and governor.head.lower_ == "behalf"


def _is_backed(party: Party) -> bool:
    """Is it for somebody's sake that something is done or asked ("called for policies in *support of farmers*")?"""
    support = party.token.head.head if party.token.head.lower_ == "of" else None
    if support is None or support.lemma_.lower() not in packaged_words()["for the sake of"]:
        return False
    return support.dep_ == "pobj" and support.head.lower_ in {"in", "for"}


def _is_audience(trigger: Trigger, found: Sequence[Party]) -> bool:
    """Is it the press that is told what others do or must do ("told *reporters* that the banks must pay")?"""
    if trigger.is_noun or any(p.entity.sector != "JRN" for p in found):
        return False
    told = (
        trigger.frame.absorbs
        and trigger.pattern.complement in _DUTIES
        and all(p.token.head == trigger.token for p in found)
    )
    return told or (trigger.frame.kind in _TOLD_TO and all(p.token.head.lower_ == "to" for p in found))


def _without_own_state(trigger: Trigger, found: list[Party], actors: Sequence[Party]) -> list[Party]:
    """The recipients but for the state of officials whose own thing it is done to ("dropped a *Chadian* plan").

    What two sides do together is done to neither of them ("agreed on Kenyan exports to *Chad*").
    """
    if trigger.frame.at_target or not actors or not all(_acts_for_a_state(p) for p in actors):
        return found
    own, both = {p.entity.country for p in actors}, trigger.frame.reciprocal
    at_home = (p for p in found if p.entity.type == "state" and p.entity.country in own)
    left_out = {id(p) for p in at_home if both or _only_qualifies(p)}
    return [p for p in found if id(p) not in left_out]


def _acts_for_a_state(party: Party) -> bool:
    return party.entity.country is not None and (party.entity.type == "state" or party.entity.sector in _OFFICIAL)


def _only_qualifies(party: Party) -> bool:
    return party.token.dep_ in {"poss", "amod", "compound", "nmod"}
