"""Linking: one record out of many readings. A pure function of the set of readings: their order plays no part.

Linking everything at once therefore gives what linking again after each new article would.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.corrections import Correction
from communique.lexicon.families import load_families
from communique.linking.accounts import Sources
from communique.linking.actors import find_actors
from communique.linking.corrections import without_wrong
from communique.linking.events import find_events
from communique.linking.extracts import batches, extract, extract_batch, extracts_of
from communique.linking.gathering import Gathered
from communique.linking.sides import Sides
from communique.linking.stories import with_events
from communique.linking.work import Map, tell_stories
from communique.people import KnownPerson
from communique.records import Actor, Event, Reading, Story

__all__ = ["Linked", "link"]


@dataclass(frozen=True, slots=True)
class Linked:
    """What readings say together, everything in the order of ids; the events are kept on disk.

    ``report_event`` gives the event of each report, ``actor_of`` the actor for each article and actor id in it.
    """

    events: Collection[Event]
    actors: tuple[Actor, ...]
    stories: tuple[Story, ...]
    report_event: Mapping[str, str]
    actor_of: Mapping[tuple[str, str], str]


def link(
    readings: Iterable[Reading],
    outlets: Mapping[str, str | None],
    corrections: Sequence[Correction] = (),
    people: Sequence[KnownPerson] = (),
    work: Map = map,
) -> Linked:
    """Link readings: actors, events and stories across articles.

    ``outlets`` gives the outlet of each article by id; one that is missing or ``None`` makes its article a source of
    its own. Readings that were rejected take no part. Every report is in one event, apart from those that the
    ``corrections``, which hold in their order, mark as wrong. ``people`` are persons of knowledge bases. The readings
    are gone through once and not held; ``work`` may spread the parts that can be done side by side over processes.
    """
    families = load_families()
    kept = without_wrong((reading for reading in readings if reading.rejected is None), corrections)
    gathered = Gathered()
    if work is map:  # nothing has to travel
        gathered.take(map(extract, kept))
    else:
        for extracted in work(extract_batch, batches(kept)):
            gathered.take(extracts_of(extracted))
    told = work(tell_stories, [gathered.archive()])
    actors, actor_of = find_actors(gathered.profiles, corrections, people)
    gathered.drop_profiles()
    sides = gathered.sides(Sides({actor.id: actor for actor in actors}, actor_of))
    sources = Sources(gathered.copies.groups(), outlets)
    events = find_events(gathered, sides, sources, families, corrections, work)
    stories = with_events(next(told), events.articles)
    events.stories = {event: story.id for story in stories for event in story.events}
    return Linked(events, actors, stories, events.report_event, actor_of)
