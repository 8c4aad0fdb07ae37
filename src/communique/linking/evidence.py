"""Whether what an article tells can be an event that others tell of: contradiction, and how much agrees.

Participants, time, place and status must not contradict. Agreement is asked for the more, the less an article says:

* both parties agree and the days do: it is one act (days may be one off, but not within one article);
* both parties agree but a day is missing: there must be a common place, a common topic or one article, or publication
  close by; failing that, both must agree in more than the state and it be the only such event known within a month, of
  persons or of a known day (states deal with each other all the time);
* only one party is named: the days must agree, or the article be the same, and only one event may fit; if all that is
  known of the party is its state, the place must agree as well, or of people without a name what they are called and
  their number, or the matter; of a person or body, the town and publication within a week will do ("will visit Oslo",
  "called off her visit to Oslo"), or that both tell of what was called off, which is rare;
* no party is named: place and day must agree; so must they where one names two persons of whom it says no more and the
  other two states or holders of offices: what is unknown contradicts nothing, but is no evidence either.

Accounts may give different places for one act ("in Oslo", "in Bergen"): where parties, day and matter are
the same, that is a disagreement, unless one article tells of both places; of persons by name it is one also where only
one tells the matter, and no other event fits. They may blame an attack on different sides: where victim, day and town
are the same and no other event fits, that is a disagreement as well.

Words are said every day, so acts of speech must be alike in what they say, too.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from communique.lexicon.families import Families
from communique.linking.agreement import LEVEL, OFFICE, SAME
from communique.linking.circumstances import AHEAD, BEHIND, OFF, Relation, is_precise, relate_places, relate_times
from communique.linking.matching import Match, match, merge
from communique.linking.sides import Side
from communique.linking.tellings import Telling
from communique.records import EventTime, Place

#: Days between publications that speak for one event where no day is given.
CLOSE = 3
#: Days within which the only event known of a sort is the one meant.
_MONTH = 31
#: Days within which one party in one town is taken for there once.
_WEEK = 7
#: Days by which accounts may differ on a plan, and on what is past, where all else agrees.
_MOVED, _MISTOLD = 14, 4
#: Share of content words in common at which two sentences report the same words.
_ALIKE = 0.4
#: Content words that they must have in common at least.
_FEWEST = 2
#: How many tellings of an event a new one is compared with word by word.
_COMPARED = 20
#: Tellings in a cluster up to which they are looked through rather than looked up.
_SMALL = 8
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
_LOCATED = frozenset({Relation.SAME, Relation.NEAR})
_UNREAL = frozenset({"hypothetical", "proposed"})


@dataclass(slots=True, eq=False)
class Cluster:
    """Tellings of one event. ``time`` is that of the first that has one, ``first`` and ``last`` bound its day."""

    number: int
    tellings: list[Telling] = field(default_factory=list)
    sides: list[Side] = field(default_factory=list)
    time: EventTime | None = None
    places: list[Place] = field(default_factory=list)
    topics: frozenset[str] = frozenset()
    matter: frozenset[str] = frozenset()
    by_article: dict[str, list[Telling]] | None = None  # of clusters that are not small
    first: datetime.date = datetime.date.min
    last: datetime.date = datetime.date.max

    def take(self, telling: Telling) -> None:
        """Add a telling."""
        self.tellings.append(telling)
        if self.by_article is not None:
            self.by_article.setdefault(telling.article, []).append(telling)
        self.sides = merge(self.sides, telling.sides)
        if not telling.topics <= self.topics:
            self.topics = self.topics | telling.topics if self.topics else telling.topics
        if not telling.matter <= self.matter:
            self.matter = self.matter | telling.matter
        place = telling.place
        if place is not None and all(relate_places(place, known) is not Relation.SAME for known in self.places):
            self.places.append(place)
        first, last = telling.bounds
        if self.time is None and telling.time is not None:
            self.time, self.first, self.last = telling.time, first, last
        elif self.time is None:
            self.first, self.last = max(self.first, first), min(self.last, last)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of the tellings, as far as they are looked through."""
        return frozenset(kind for telling in self.tellings[:_COMPARED] for kind in telling.kinds)

    def told_by(self, article: str) -> Sequence[Telling]:
        """The tellings of an article."""
        if self.by_article is None:
            if len(self.tellings) <= _SMALL:
                return [telling for telling in self.tellings if telling.article == article]
            self.by_article = {}
            for telling in self.tellings:
                self.by_article.setdefault(telling.article, []).append(telling)
        return self.by_article.get(article, ())


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a telling fits a cluster, and why. A ``weak`` fit counts only if no other comes near it."""

    score: float
    weak: bool
    reasons: tuple[str, ...]


def fit(telling: Telling, cluster: Cluster, families: Families, *, sole: bool = True) -> Fit | None:
    """How a telling fits a cluster, or ``None`` where something contradicts or too little agrees.

    ``sole``: no other two states are known to have acted in the telling's town on its day.
    """
    time = relate_times(telling.time, cluster.time)
    siblings = cluster.told_by(telling.article)
    if time is Relation.CONFLICT and (siblings or not _may_be_misdated(telling, cluster)):
        return None
    if not _in_time(telling, cluster, families):
        return None
    series = any(families.is_series(kind) for kind in telling.kinds | cluster.tellings[0].kinds)
    sides = match(telling.sides, cluster.sides, series=series)
    place = max((relate_places(telling.place, p) for p in cluster.places), key=_RANK.index, default=Relation.UNKNOWN)
    topics = bool(telling.topics & cluster.topics)
    matter = topics or bool(telling.matter & cluster.matter)
    others = _is_of_others(telling, sides, time, place, families, matter=matter)
    if sides.contradicts and (siblings or not others):
        return None
    rare = not any(families.is_disputed(kind) for kind in telling.kinds)
    held_elsewhere = matter or not _is_same_phase(telling, cluster)
    held_elsewhere = held_elsewhere or (rare and _may_be_of_one_matter(telling, cluster))
    if place is Relation.CONFLICT and (siblings or not _is_one_act(sides, time, held_elsewhere)):
        return None
    if any(_told_apart(telling, other) for other in siblings):
        return None
    if any(families.is_speech(kind) for kind in telling.kinds | cluster.kinds) and not _same_words(telling, cluster):
        return None
    days = _days_between(telling, cluster)
    off = telling.status in OFF and any(other.status in OFF for other in cluster.tellings[:_COMPARED])
    agreed = _Agreement(sides, time, place, topics, bool(siblings), days, rare, matter, off, sole)
    strength = agreed.strength(telling, cluster)
    if strength is None:
        return None
    phase = _is_same_phase(telling, cluster)
    score = agreed.score + 0.5 * phase - min(days if days is not None else 99, 99) / 100
    return Fit(score, strength == "weak", tuple(agreed.reasons()))


def _is_same_phase(telling: Telling, cluster: Cluster) -> bool:
    """Is the act told as past in both, or as to come?"""
    return any((telling.status in BEHIND) == (other.status in BEHIND) for other in cluster.tellings[:_COMPARED])


def _may_be_misdated(telling: Telling, cluster: Cluster) -> bool:
    """Do accounts of one time put an act on different days: plans within two weeks, what is past within four days?

    News tells of what is just past, so that articles of one day that tell of one act each tell of the same.
    """
    one, other = telling.time, cluster.time
    if one is None or other is None or not (is_precise(one) and is_precise(other)):
        return False
    gap = max((other.start - one.end).days, (one.start - other.end).days)
    ahead = [telling.status in AHEAD, *(t.status in AHEAD for t in cluster.tellings[:_COMPARED])]
    behind = [telling.status in BEHIND, *(t.status in BEHIND for t in cluster.tellings[:_COMPARED])]
    apart, told = (_MOVED, _WEEK) if all(ahead) else (_MISTOLD, 1)
    if gap > apart or not (all(ahead) or all(behind)) or telling.published is None:
        return False
    days = [other.published for other in cluster.tellings[:_COMPARED]]
    return all(day is not None and abs((day - telling.published).days) <= told for day in days)


def _is_one_act(sides: Match, time: Relation, topics: bool) -> bool:
    """Do parties, day and matter make one act of what accounts put in different places?"""
    known = all(strength > LEVEL for strength in sides.strengths)
    return sides.full and known and time is Relation.SAME and topics


def _may_be_of_one_matter(telling: Telling, cluster: Cluster) -> bool:
    """Does only one of two accounts say what an act of persons by name, each in one place at a time, was about?

    Where neither says it, they must put it in two states: there nobody is on one day to do the same twice.
    """
    if not all(side.named for side in telling.sides if side.role != "other"):
        return False
    states = {place.country for place in (telling.place, *cluster.places) if place is not None}
    return bool(telling.matter) != bool(cluster.matter) or (not cluster.matter and len(states) > 1)


def _is_of_others(
    telling: Telling, sides: Match, time: Relation, place: Relation, families: Families, *, matter: bool
) -> bool:
    """Do accounts differ on who acted on one day in one town: who hurt a victim, whom a state sent, or one of many?"""
    disputed = sides.blames and any(families.is_disputed(kind) for kind in telling.kinds)
    # a guest may meet several of a host's the same day, if on other matters, but a state sends one of its own
    where = telling.place.country if telling.place is not None else None
    guest = sides.sent is not None and where is not None and (where != sides.sent or matter)
    return (disputed or sides.most or guest) and time is Relation.SAME and place in _LOCATED


_RANK = (Relation.CONFLICT, Relation.UNKNOWN, Relation.LOOSE, Relation.WITHIN, Relation.NEAR, Relation.SAME)


@dataclass(frozen=True, slots=True)
class _Agreement:
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
        timely, located = self.time in _TIMELY, self.place in _LOCATED
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
                and self.days <= _WEEK
            )
            return "weak" if sure and (timely or self.article or there) else None
        if self.sides.opens == 2:  # two names alone that may be the two holders of offices or states
            return "weak" if located and self.time is Relation.SAME and self.rare and self.sole else None
        if telling.parties and any(side.role != "other" for side in cluster.sides):
            return None
        return "weak" if located and (timely or self.topics or self.article) else None


def _in_time(telling: Telling, cluster: Cluster, families: Families) -> bool:
    """Can the acts be of one day, as far as their bounds say? What is promised lies behind the day of the promise."""
    if telling.time is not None and cluster.time is not None:
        return True  # compared already, with the day that accounts may be off
    if any(families.is_speech(kind) for kind in telling.kinds) != any(families.is_speech(k) for k in cluster.kinds):
        return True
    first, last = telling.bounds
    return first <= cluster.last and cluster.first <= last


def _told_apart(one: Telling, other: Telling) -> bool:
    """Does one article tell two acts apart: by parties, days or places, or as one past and one to come or imagined?"""
    if relate_times(one.time, other.time) in {Relation.NEAR, Relation.CONFLICT}:
        return True
    if relate_places(one.place, other.place) is Relation.CONFLICT:
        return True
    if match(one.sides, other.sides, series=False).contradicts:
        return True
    ahead = [telling.status in AHEAD or telling.status == "hypothetical" for telling in (one, other)]
    behind = [telling.status in BEHIND for telling in (one, other)]
    undated = one.time is None or other.time is None
    return undated and any(ahead) and any(behind)


def _same_words(telling: Telling, cluster: Cluster) -> bool:
    """Does a sentence of the telling say much the same as one of the cluster's?"""
    said = [words for other in cluster.tellings[:_COMPARED] for words in other.words[:_COMPARED]]
    return any(
        len(words & other) >= max(_FEWEST, _ALIKE * min(len(words), len(other)))
        for words in telling.words[:_COMPARED]
        for other in said
    )


def _days_between(telling: Telling, cluster: Cluster) -> int | None:
    """Days between a telling's act and the cluster's, taking the day of publication where none is given."""
    if telling.time is not None:
        start, end = telling.time.start, telling.time.end
    elif telling.published is not None:
        start = end = telling.published
    else:
        return None
    if cluster.time is not None:
        return max(0, (cluster.time.start - end).days, (start - cluster.time.end).days)
    days = [other.published for other in cluster.tellings if other.published is not None]
    return min((max(0, (day - end).days, (start - day).days) for day in days), default=None)
