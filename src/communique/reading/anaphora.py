"""Acts that a text names again: "the talks" without participants takes those of the act it refers to.

A definite noun of contact with no participants of its own ("the meeting", "these talks") refers to the last act of its
kind that the text named with participants; an act whose clause has such a noun as subject is done by the same people
("The talks ended with the signing of a treaty"). Both are common in news and need no world knowledge; whatever is
further away than ``_REACH`` sentences is left alone.
"""

from __future__ import annotations

from dataclasses import replace

from communique.reading.arguments import Roles
from communique.reading.syntax import surface_subject
from communique.reading.triggers import Trigger

_REACH = 4
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "their", "its"})


class Memory:
    """The acts of contact that an article has named so far, with their participants."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[int, Roles]] = {}

    def keep(self, trigger: Trigger, roles: Roles) -> None:
        """Remember an act of contact with at least two sides."""
        if trigger.frame.anyone and (roles.count > 1 or trigger.frame.kind == "visit"):
            self._last[trigger.frame.kind] = (trigger.sentence.index, roles)
            self._last["contact"] = (trigger.sentence.index, roles)

    def complete(self, trigger: Trigger, roles: Roles) -> Roles:
        """The roles, or for a noun without participants those of the act that it refers to."""
        if roles.everyone or not trigger.is_noun or roles.missing is not None:
            return roles
        definite = any(c.dep_ in {"det", "poss"} and c.lower_ in _DEFINITE for c in trigger.token.children)
        if trigger.frame.anyone and definite and trigger.frame.reciprocal:
            # With another act of contact named since, it is not clear which one is meant.
            latest = self._last.get(trigger.frame.kind) == self._last.get("contact")
            return (self._recall(trigger, trigger.frame.kind) if latest else None) or roles
        subject = surface_subject(trigger.governor) if self._beside(trigger) and trigger.governor is not None else None
        if subject is not None and any(c.lower_ in _DEFINITE for c in subject.children):
            return self._recall(trigger, subject.lemma_.lower()) or self._recall(trigger, "contact") or roles
        return roles

    def _beside(self, trigger: Trigger) -> bool:
        return (
            trigger.governor is not None
            and trigger.governor.pos_ in {"VERB", "AUX"}
            and trigger.relation in {"with", "in"}
        )

    def _recall(self, trigger: Trigger, kind: str) -> Roles | None:
        last = self._last.get(kind)
        if last is None or trigger.sentence.index - last[0] > _REACH:
            return None
        return replace(last[1], borrowed=True)
