"""The participants of an event, out of those of its reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from communique.linking.agreement import NONE, agreement
from communique.linking.persons import commonest
from communique.linking.sides import Side
from communique.linking.tellings import Item
from communique.records import Participant, Role


def parties(items: Sequence[Item]) -> tuple[Participant, ...]:
    """Each participant once, with the role that most reports give, actors first, those named in most reports first.

    Where some reports name a person and others only the state, office or body of the same side, the person stands for
    it; a side is left out only if no report names both together.
    """
    told: dict[str, list[Participant]] = defaultdict(list)
    sides: dict[str, Side] = {}
    together: set[tuple[str, str]] = set()
    for item in items:
        known = {s.actor: (p, s) for p, s in zip(item.report.participants, item.sides, strict=True)}
        for actor, (participant, side) in known.items():
            told[actor].append(participant)
            sides.setdefault(actor, side)
        together |= {(one, other) for one in known for other in known if one != other}
    kept = [actor for actor in told if not _stands_for_another(actor, sides, together)]
    ordered = sorted(kept, key=lambda actor: (_ROLES.index(_role(told[actor])), -len(told[actor])))
    return tuple(_participant(sides[actor], told[actor]) for actor in ordered)


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


def _participant(side: Side, told: Sequence[Participant]) -> Participant:
    return Participant(
        role=_role(told),
        actor=side.actor,
        name=side.name,
        type=side.type,
        country=side.country,
        sector=commonest(p.sector for p in told) or side.sector,
        office=commonest(p.office for p in told),
    )
