"""The bodies that those who act or suffer are of: "its fighters" and "the movement's chief" act for it."""

from __future__ import annotations

from collections.abc import Iterator

from communique.reading.participants import Arguments, Party, distinct
from communique.reading.roles import Roles
from communique.reading.syntax import child
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger

_OWN = frozenset({"its", "their"})
_DEFINITE = frozenset({"the", "this", "that"})


def add_bodies(trigger: Trigger, roles: Roles, arguments: Arguments) -> bool:
    """Add to those who take part in an act the bodies whose their owner says they are, in place; were there any?

    Not where all sides do it together: the members of one side are no second one.
    """
    before = roles.count
    if not trigger.frame.reciprocal:
        roles.actor = distinct([*roles.actor, *_bodies(trigger, roles.actor, arguments)])
        actors = {party.entity.id for party in roles.actor}
        found = [p for p in _bodies(trigger, roles.recipient, arguments) if p.entity.id not in actors]
        roles.recipient = distinct([*roles.recipient, *found])
    return roles.count > before


def _bodies(trigger: Trigger, parties: list[Party], arguments: Arguments) -> Iterator[Party]:
    for party in parties:
        owner = child(party.token, "poss")
        if owner is not None and _tells_body(owner, party):
            found = arguments.parties(trigger.sentence, owner)
            yield from (p for p in found if p.entity.type == "organisation")


def _tells_body(owner: Token, party: Party) -> bool:
    """Does the owner of a group or of somebody unknown take up a body ("*its* men", "*the alliance's* chief")?"""
    if owner.lower_ in _OWN:
        return party.entity.type == "group"
    definite = any(c.lower_ in _DEFINITE for c in owner.children)
    return owner.tag_ == "NN" and definite and party.entity.type == "person" and party.entity.country is None
