"""Who is who in an act: its parties by role."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.reading.cast import Entity
from communique.reading.participants import Party
from communique.records import Participant, Role, Span


@dataclass(slots=True)
class Roles:
    """The parties of an act by role.

    ``missing`` is a slot that the frame demands and nobody stands in; ``borrowed`` says that the parties are those of
    an act named before, to which the trigger refers, and ``act`` where that one is told; ``partners`` that all of a
    reciprocal act stand behind "with", so that the other side is not known.
    """

    actor: list[Party] = field(default_factory=list)
    recipient: list[Party] = field(default_factory=list)
    host: list[Party] = field(default_factory=list)
    mediator: list[Party] = field(default_factory=list)
    missing: str | None = None
    borrowed: bool = False
    act: tuple[int, int] | None = None
    partners: bool = False

    @property
    def count(self) -> int:
        """How many sides are known; a plural ("the ministers") counts as two, but partners are one side together."""
        everyone = {p.entity.id: p for p in self.everyone}
        if self.partners:
            return min(len(everyone), 1)
        return len(everyone) + any(p.plural for p in everyone.values())

    @property
    def everyone(self) -> tuple[Party, ...]:
        """The sides of the act; a mediator is none."""
        return (*self.actor, *self.recipient, *self.host)

    def participants(self) -> tuple[Participant, ...]:
        """The parties as records, each entity once, in the order actor, recipient, host, mediator."""
        found: dict[str, Participant] = {}
        roles: tuple[tuple[Role, list[Party]], ...] = (
            ("actor", self.actor),
            ("recipient", self.recipient),
            ("host", self.host),
            ("mediator", self.mediator),
        )
        for role, parties in roles:
            for party in parties:
                found.setdefault(party.entity.id, participant(role, party.entity, party.span))
        return tuple(found.values())


def participant(role: Role, entity: Entity, span: Span) -> Participant:
    """An entity in a role as a record; ``span`` holds the words that name it."""
    return Participant(
        role=role,
        actor=entity.id,
        name=entity.name,
        type=entity.type,
        country=entity.country,
        sector=entity.sector,
        office=entity.office,
        span=span,
    )
