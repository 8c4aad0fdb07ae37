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

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from communique.lexicon.families import Families
from communique.linking.agreement import LEVEL, NONE, agreement
from communique.linking.circumstances import AHEAD, BEHIND, OFF, Relation, is_precise, relate_places, relate_times
from communique.linking.cluster import COMPARED, Cluster
from communique.linking.matching import Match, match
from communique.linking.strength import LOCATED, WEEK, Agreement
from communique.linking.tellings import Telling
from communique.records import Place

#: Days by which accounts may differ on a plan, and on what is past, where all else agrees.
_MOVED, _MISTOLD = 14, 4
#: Share of content words in common at which two sentences report the same words.
_ALIKE = 0.4
#: Content words that they must have in common at least.
_FEWEST = 2


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
    series = families.any_series(telling.kinds) or families.any_series(cluster.tellings[0].kinds)
    sides = match(telling.sides, cluster.sides, series=series, within=bool(siblings))
    place = _relate_place(telling.place, cluster.places)
    topics = bool(telling.topics & cluster.topics)
    matter = topics or bool(telling.matter & cluster.matter)
    others = _is_of_others(telling, sides, time, place, families, matter=matter)
    if sides.contradicts and (siblings or not others):
        return None
    rare = not families.any_disputed(telling.kinds)
    phase = _is_same_phase(telling, cluster)
    held_elsewhere = matter or not phase
    held_elsewhere = held_elsewhere or (rare and _may_be_of_one_matter(telling, cluster))
    if place is Relation.CONFLICT and (siblings or not _is_one_act(sides, time, held_elsewhere)):
        return None
    if any(_told_apart(telling, other) for other in siblings):
        return None
    speech = families.any_speech(telling.kinds) or families.any_speech(cluster.kinds)
    if speech and not _same_words(telling, cluster):
        return None
    days = _days_between(telling, cluster)
    off = telling.status in OFF and any(other.status in OFF for other in cluster.tellings[:COMPARED])
    agreed = Agreement(sides, time, place, topics, bool(siblings), days, rare, matter, off, sole)
    strength = agreed.strength(telling, cluster)
    if strength is None:
        return None
    score = agreed.score + 0.5 * phase - min(days if days is not None else 99, 99) / 100
    return Fit(score, strength == "weak", tuple(agreed.reasons()))


def _is_same_phase(telling: Telling, cluster: Cluster) -> bool:
    """Is the act told as past in both, or as to come?"""
    return any((telling.status in BEHIND) == (other.status in BEHIND) for other in cluster.tellings[:COMPARED])


def _may_be_misdated(telling: Telling, cluster: Cluster) -> bool:
    """Do accounts of one time put an act on different days: plans within two weeks, what is past within four days?

    News tells of what is just past, so that articles of one day that tell of one act each tell of the same.
    """
    one, other = telling.time, cluster.time
    if one is None or other is None or not (is_precise(one) and is_precise(other)):
        return False
    gap = max((other.start - one.end).days, (one.start - other.end).days)
    ahead = [telling.status in AHEAD, *(t.status in AHEAD for t in cluster.tellings[:COMPARED])]
    behind = [telling.status in BEHIND, *(t.status in BEHIND for t in cluster.tellings[:COMPARED])]
    apart, told = (_MOVED, WEEK) if all(ahead) else (_MISTOLD, 1)
    if gap > apart or not (all(ahead) or all(behind)) or telling.published is None:
        return False
    days = [other.published for other in cluster.tellings[:COMPARED]]
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
    disputed = sides.blames and families.any_disputed(telling.kinds)
    # a guest may meet several of a host's the same day, if on other matters, but a state sends one of its own
    where = telling.place.country if telling.place is not None else None
    guest = sides.sent is not None and where is not None and (where != sides.sent or matter)
    return (disputed or sides.most or guest) and time is Relation.SAME and place in LOCATED


_RANK = (Relation.CONFLICT, Relation.UNKNOWN, Relation.LOOSE, Relation.WITHIN, Relation.NEAR, Relation.SAME)


def _relate_place(place: Place | None, places: Sequence[Place]) -> Relation:
    """How the place of a telling goes together with those of a cluster, at best."""
    if place is None or not places:
        return Relation.UNKNOWN
    return max((relate_places(place, other) for other in places), key=_RANK.index)


def _in_time(telling: Telling, cluster: Cluster, families: Families) -> bool:
    """Can the acts be of one day, as far as their bounds say? What is promised lies behind the day of the promise."""
    if telling.time is not None and cluster.time is not None:
        return True  # compared already, with the day that accounts may be off
    if families.any_speech(telling.kinds) != families.any_speech(cluster.kinds):
        return True
    first, last = telling.bounds
    return first <= cluster.last and cluster.first <= last


def _told_apart(one: Telling, other: Telling) -> bool:
    """Does one article tell two acts apart: by parties, days or places, or as one past and one to come or imagined?"""
    if relate_times(one.time, other.time) in {Relation.NEAR, Relation.CONFLICT}:
        return True
    if relate_places(one.place, other.place) is Relation.CONFLICT:
        return True
    if match(one.sides, other.sides, series=False, within=True).contradicts or _are_namesakes(one, other):
        return True
    ahead = [telling.status in AHEAD or telling.status == "hypothetical" for telling in (one, other)]
    behind = [telling.status in BEHIND for telling in (one, other)]
    undated = one.time is None or other.time is None
    return undated and any(ahead) and any(behind)


def _are_namesakes(one: Telling, other: Telling) -> bool:
    """Does the article name two persons of one surname, one in each?"""
    named = ([side for side in telling.sides if side.named] for telling in (one, other))
    return any(a.actor != b.actor and agreement(a, b) > NONE for a, b in product(*named))


def _same_words(telling: Telling, cluster: Cluster) -> bool:
    """Does a sentence of the telling say much the same as one of the cluster's?"""
    said = [words for other in cluster.tellings[:COMPARED] for words in other.words[:COMPARED]]
    return any(
        len(words & other) >= max(_FEWEST, _ALIKE * min(len(words), len(other)))
        for words in telling.words[:COMPARED]
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
