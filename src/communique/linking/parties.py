"""The participants of an event, out of those of its reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from communique.linking.persons import commonest
from communique.linking.sides import NONE, Side, agreement, side_of
from communique.linking.tellings import Item
from communique.records import Actor, Participant, Role


def parties(
    items: Sequence[Item], actors: Mapping[str, Actor], actor_of: Mapping[tuple[str, str], str]
) -> tuple[Participant, ...]:
    """Each participant once, with the role that most reports give, actors first, those named in most reports first.

    Where some reports name a person and others only the state, office or body of the same side, the person stands for
    it; a side is left out only if no report names both together.
    """
    told: dict[str, list[Participant]] = defaultdict(list)
    sides: dict[str, Side] = {}
    together: set[tuple[str, str]] = set()
    for item in items:
        known = {actor_of[item.report.article, p.actor]: p for p in item.report.participants}
        for actor, participant in known.items():
            told[actor].append(participant)
            sides.setdefault(actor, side_of(participant, actors[actor]))
        together |= {(one, other) for one in known for other in known if one != other}
    kept = [actor for actor in told if not _stands_for_another(actor, sides, together)]
    ordered = sorted(kept, key=lambda actor: (_ROLES.index(_role(told[actor])), -len(told[actor])))
    return tuple(_participant(actors[actor], told[actor]) for actor in ordered)


_ROLES: tuple[Role, ...] = ("actor", "recipient", "host", "mediator")


def _stands_for_another(actor: str, sides: Mapping[str, Side], together: set[tuple[str, str]]) -> bool:
    """Is there a more particular participant on the same side that no report names beside this one?"""
    side = sides[actor]
    return any(
        other.level > side.level
        and (actor, name) not in together
        and other.role == side.role
        and agreement(side, other) > NONE
        for name, other in sides.items()
    )


def _role(told: Sequence[Participant]) -> Role:
    counts = Counter(participant.role for participant in told)
    return min(counts, key=lambda role: (-counts[role], _ROLES.index(role)))


def _participant(actor: Actor, told: Sequence[Participant]) -> Participant:
    return Participant(
        role=_role(told),
        actor=actor.id,
        name=actor.name,
        type=actor.type,
        country=actor.country,
        sector=commonest(p.sector for p in told) or actor.sector,
        office=commonest(p.office for p in told),
    )
