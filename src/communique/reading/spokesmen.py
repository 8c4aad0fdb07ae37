"""Who speaks for a state: "*Z* said that Chad welcomed the plan" is praise by Chad, and by Z for Chad.

A verbal act is done by saying so (Austin 1962), and an official who says what his state offers, welcomes, demands or
refuses does it in its name. So he is an actor beside the state, unless he tells of what it did before.
"""

from __future__ import annotations

from collections.abc import Mapping

from communique.reading.cast import Entity
from communique.reading.complements import named_side
from communique.reading.entity_kinds import is_of
from communique.reading.participants import Arguments
from communique.reading.roles import Roles, participant
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.records import Attribution, Participant

#: Sectors of those who do not speak for their state.
_AGAINST = frozenset({"OPP", "REB"})


def speaking_for(
    verb: Token, participants: tuple[Participant, ...], attribution: Attribution, people: Mapping[str, Entity]
) -> tuple[Participant, ...]:
    """The participants of a verbal act, and the official who does it for the state that is its only actor.

    ``people`` are the actors of the article by id.
    """
    speaker = people.get(attribution.actor or "")
    if speaker is None or attribution.span is None or speaker.type != "person" or not is_of(speaker, "official"):
        return participants
    actors = [p for p in participants if p.role == "actor"]
    alone = len(actors) == 1 and actors[0].type == "state" and actors[0].country == speaker.country
    if not alone or any(p.actor == speaker.id for p in participants) or _is_perfect(verb) or _is_in_noun(verb):
        return participants
    spoken = participant("actor", speaker, attribution.span)
    return (*actors, spoken, *(p for p in participants if p.role != "actor"))


def speaks_for_himself(trigger: Trigger, roles: Roles, arguments: Arguments) -> bool:
    """Is it he who speaks, or his own state or body, of whom he says what will be done ("said *Kenya* would pay")?"""
    side = named_side(trigger.token, trigger.pattern)
    if side is None:
        return True
    sides = arguments.parties(trigger.sentence, side)
    return any(_acts_for(actor.entity, other.entity) for actor in roles.actor for other in sides)


def _acts_for(speaker: Entity, side: Entity) -> bool:
    """Does somebody speak for a state or body: himself, his government, or the international body that he is of?"""
    if speaker.id == side.id:
        return True
    if speaker.sector in _AGAINST or side.type == "person":
        return False
    if speaker.sector == side.sector == "IGO":
        return True
    if speaker.type != "state" and not is_of(speaker, "official"):
        return False
    own = side.country is None and side.sector == speaker.sector == "GOV"  # "said *the government* would pay"
    return own or (speaker.country is not None and speaker.country == side.country)


def _is_perfect(verb: Token) -> bool:
    """Is the verb, or the one that governs it as an infinitive, in the perfect ("had *promised*")?"""
    clause = [verb, *([verb.head] if verb.dep_ == "xcomp" else [])]
    return any(c.dep_ == "aux" and c.lemma_ == "have" for v in clause for c in v.children)


def _is_in_noun(verb: Token) -> bool:
    """Does the verb hang on a noun of what is said ("*changes sought* by Kenya", "*reports that* Kenya demands")?"""
    while verb.dep_ in {"xcomp", "conj"}:
        verb = verb.head
    return verb.dep_ == "acl"
