"""What an act is between states: to restrict another state's doings is a sanction, to restrict one's own is none."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from communique.reading.entity_kinds import is_public
from communique.reading.roles import Roles
from communique.reading.triggers import Trigger


def as_abroad(trigger: Trigger, roles: Roles) -> Trigger:
    """The trigger, of the frame's kind ``abroad`` if a state does the act to those of another one.

    PLOVER codes measures between governments as SANCTION and a state's own administrative ones as COERCE. What is done
    in a mere place is done to those who are there, not to their state's dealings ("imposed a curfew in *Hebron*").
    """
    frame = trigger.frame
    if frame.abroad is None or not is_across_borders(roles):
        return trigger
    kind = msgspec.structs.replace(frame, kind=frame.abroad, plover=None, mode=None, cameo=None)
    return replace(trigger, frame=kind)


def is_across_borders(roles: Roles) -> bool:
    """Does a public actor of known state do something to those of other known states alone?"""
    own = {p.entity.country for p in roles.actor if is_public(p.entity)} - {None}
    others = {p.entity.country for p in roles.recipient if p.entity.type != "place"} - {None}
    return bool(own) and bool(others) and own.isdisjoint(others)
