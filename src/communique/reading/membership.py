"""The bodies that those who act or suffer are of: "its fighters", of a movement named before, act for it."""

from __future__ import annotations

from collections.abc import Iterator

from communique.reading.participants import Arguments, Party, distinct
from communique.reading.roles import Roles
from communique.reading.syntax import child
from communique.reading.triggers import Trigger

_OWN = frozenset({"its", "their"})


def add_bodies(trigger: Trigger, roles: Roles, arguments: Arguments) -> None:
    """Add to the groups that take part in an act the bodies whose a pronoun says they are, in place.

    Not where all sides do it together: the members of one side are no second one.
    """
    if not trigger.frame.reciprocal:
        roles.actor = distinct([*roles.actor, *_bodies(trigger, roles.actor, arguments)])
        actors = {party.entity.id for party in roles.actor}
        found = [p for p in _bodies(trigger, roles.recipient, arguments) if p.entity.id not in actors]
        roles.recipient = distinct([*roles.recipient, *found])


def _bodies(trigger: Trigger, parties: list[Party], arguments: Arguments) -> Iterator[Party]:
    for party in parties:
        owner = child(party.token, "poss") if party.entity.type == "group" else None
        if owner is not None and owner.lower_ in _OWN:
            found = arguments.parties(trigger.sentence, owner)
            yield from (p for p in found if p.entity.type == "organisation")
