"""Private people in public affairs: whom an article shows on trial, received by ministers or spoken for by them.

A person of no known office is news only for what he has to do with those who hold power. Who takes part in several
acts with them is a protagonist of the article, and what he demands, denies or does by force there is news too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set

from communique.reading.cast import Entity
from communique.reading.doubles import Told
from communique.reading.entity_kinds import is_business, is_public
from communique.reading.roles import Roles

#: In so many acts with others of public life somebody is a protagonist.
_OFTEN = 2


def find_protagonists(told: Iterable[Told]) -> frozenset[str]:
    """The ids of private people by name who take part in several of the acts that an article tells."""
    counts: Counter[str] = Counter()
    for one in told:
        parties = [party.entity for party in one.roles.everyone]
        if one.trigger.frame.official or any(is_public(entity) for entity in parties):
            counts.update({entity.id for entity in parties if _is_private_person(entity)})
    return frozenset(who for who, often in counts.items() if often >= _OFTEN)


def acts_in_public(roles: Roles, protagonists: Set[str]) -> bool:
    """Does one of the protagonists act, or is it done to him?"""
    doing = roles.actor or roles.recipient
    return any(party.entity.id in protagonists for party in doing)


def _is_private_person(entity: Entity) -> bool:
    """Is it a person by given name and surname, of no known office and in no business?"""
    named = entity.type == "person" and any(" " in name for name in entity.names)
    return named and not is_public(entity) and not is_business(entity)
