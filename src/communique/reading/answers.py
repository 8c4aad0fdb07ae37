"""Acts of speech that a sentence names as what somebody answers ("rejected *a demand by Niger*").

Who rejects, denies or accepts what another has said was spoken to, and what was said was said whatever the answer.
"""

from __future__ import annotations

from communique.reading.doubles import SAID_TO_OTHERS, Told, is_object
from communique.reading.participants import Party

_ANSWERS = frozenset({"rejection", "denial", "refusal", "agreement", "condemnation", "concession"})
_SAID = SAID_TO_OTHERS | {"condemnation"}


def is_answered(said: Told, answer: Told) -> bool:
    """Is what one side said the object of how another one takes it ("denied *U.S. accusations*")?"""
    if said.trigger.frame.kind not in _SAID or answer.trigger.frame.kind not in _ANSWERS:
        return False
    speakers = {party.entity.id for party in said.roles.actor}
    others = {party.entity.id for party in answer.roles.actor}
    return is_object(said.trigger, answer.trigger) and bool(speakers) and bool(others) and speakers.isdisjoint(others)


def addressees(said: Told, answer: Told) -> list[Party]:
    """To whom it was said, where it names nobody itself: who answers it, but not who only speaks out against it."""
    spoken_to = is_answered(said, answer) and answer.trigger.frame.kind != "condemnation"
    return answer.roles.actor if spoken_to and not said.roles.recipient else []
