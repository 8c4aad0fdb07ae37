"""How much agrees between an account and an event, and whether it is enough for one.

Each field that agrees counts by how seldom it would agree by chance (Fellegi and Sunter 1969): that two accounts name
the same two persons on one day is near proof, that both name a state alone is next to nothing. Scores stand for the
logarithms of these odds, so that they add up; what is unknown counts neither for nor against.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from communique.linking.agreement import LEVEL, OFFICE, SAME
from communique.linking.circumstances import Relation
from communique.linking.cluster import Cluster
from communique.linking.matching import Match
from communique.linking.tellings import Telling

#: Days between publications that speak for one event where no day is given.
CLOSE = 3
#: Days within which the only event known of a sort is the one meant.
_MONTH = 31
#: Days within which one party in one town is taken for there once.
WEEK = 7
_TIME_SCORE = {Relation.SAME: 4.0, Relation.WITHIN: 3.0, Relation.NEAR: 1.5, Relation.LOOSE: 0.5}
_PLACE_SCORE = {
    Relation.SAME: 2.0,
    Relation.NEAR: 1.0,
    Relation.WITHIN: 1.0,
    Relation.LOOSE: 0.5,
    Relation.CONFLICT: -2.0,
}
_TIME_WORDS = {
    Relation.SAME: "same day",
    Relation.WITHIN: "days that overlap",
    Relation.NEAR: "one day apart",
    Relation.LOOSE: "same stretch of time",
}
_PLACE_WORDS = {
    Relation.SAME: "same place",
    Relation.NEAR: "places nearby",
    Relation.WITHIN: "one place within the other",
    Relation.LOOSE: "same country",
    Relation.CONFLICT: "though places differ",
}
_TIMELY = frozenset({Relation.SAME, Relation.WITHIN, Relation.NEAR})
LOCATED = frozenset({Relation.SAME, Relation.NEAR})
_UNREAL = frozenset({"hypothetical", "proposed"})


@dataclass(frozen=True, slots=True)
class Agreement:
    """What agrees between a telling and a cluster that nothing contradicts, and the ``days`` between them.

    ``rare``: the acts are of a kind of which one party does not do several a day; ``matter``: what both say that it was
    about, or may have been; ``off``: both tell of what was called off; ``sole``: no other two states are known to have
    acted there and then.
    """

    sides: Match
    time: Relation
    place: Relation
    topics: bool
    article: bool
    days: int | None
    rare: bool
    matter: bool = False
    off: bool = False
    sole: bool = True

    @property
    def score(self) -> float:
        """The more agrees, the higher."""
        circumstances = _TIME_SCORE.get(self.time, 0.0) + _PLACE_SCORE.get(self.place, 0.0)
        return sum(self.sides.strengths[:3]) + circumstances + self.topics + 2 * self.article

    def reasons(self) -> Iterator[str]:
        """What agrees, in words."""
        known = {SAME: "by name", OFFICE: "by office", LEVEL: "by state"}
        by = ", ".join(known[strength] for strength in self.sides.strengths[:2])
        if self.sides.opens:
            yield "nothing known against the parties" if not self.sides.strengths else "nothing known against the other"
        if self.sides.strengths:
            yield f"{'both parties' if self.sides.full else 'one party'} ({by})"
        for said in (_TIME_WORDS.get(self.time), _PLACE_WORDS.get(self.place)):
            if said is not None:
                yield said
        if self.topics:
            yield "same topic"
        if self.article:
            yield "same article"
        if self.time is Relation.UNKNOWN and self.days is not None:
            yield "told on the day itself" if self.days == 0 else f"told {self.days} day{'s' * (self.days > 1)} apart"

    def strength(self, telling: Telling, cluster: Cluster) -> Literal["enough", "weak"] | None:
        """Is it enough for one event, enough if no other event fits (weak), or not?"""
        timely, located = self.time in _TIMELY, self.place in LOCATED
        there_then = located and self.time is Relation.SAME
        alike = self.sides.alike and (located or (self.rare and (timely or self.sides.full)))
        alike = alike or (self.sides.crowds and self.matter and self.rare and self.time is Relation.SAME)
        if self.sides.vague and not (alike or self.article or (timely and located)):
            return None
        if self.time is Relation.CONFLICT:
            sure = all(strength > LEVEL for strength in self.sides.strengths) or self.sides.crowds
            party = self.sides.full or (len(self.sides.strengths) == telling.parties == 1)
            return "weak" if party and sure and self.place is Relation.SAME else None
        if self.sides.full and self.sides.crowds:
            if located and (timely or self.article):
                return "enough"
            return "weak" if timely or (self.rare and self.days is not None and self.days <= 1) else None
        if self.place is Relation.CONFLICT and not self.topics:
            return "weak"
        if self.sides.full:
            close = self.days is not None and self.days <= CLOSE
            if timely or located or self.topics or self.article or close:
                return "enough"
            sure = all(strength > LEVEL for strength in self.sides.strengths) and telling.status not in _UNREAL
            definite = cluster.time is not None or all(side.level for side in cluster.sides if side.role != "other")
            return "weak" if sure and definite and self.days is not None and self.days <= _MONTH else None
        if self.sides.strengths:
            known = self.sides.strengths[0] > LEVEL
            sure = known or located or alike  # a state says too little of who it was
            settled = known and any(side.level for side in telling.sides if side.role != "other")
            there = (
                (settled or alike)
                and (located or self.sides.hosts or self.off)
                and self.days is not None
                and self.days <= WEEK
            )
            if self.sides.opens and not (there_then or (timely and self.sides.by_name)):
                return None  # of the other party nothing is known
            return "weak" if sure and (timely or self.article or there) else None
        if self.sides.opens == 2:  # two names alone that may be the two holders of offices or states
            return "weak" if there_then and self.rare and self.sole else None
        if telling.parties and any(side.role != "other" for side in cluster.sides):
            return None
        return "weak" if located and (timely or self.topics or self.article) else None
