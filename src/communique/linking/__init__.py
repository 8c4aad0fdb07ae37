"""Linking: one record out of many readings. A pure function of the set of readings: their order plays no part.

Linking everything at once therefore gives what linking again after each new article would.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from communique.corrections import Correction
from communique.linking.actors import find_actors
from communique.linking.corrections import without_wrong
from communique.linking.duplicates import find_copies
from communique.linking.events import find_events
from communique.linking.stories import find_stories, with_events
from communique.records import Actor, Event, Reading, Story

__all__ = ["Linked", "link"]


@dataclass(frozen=True, slots=True)
class Linked:
    """What readings say together; all tuples are in the order of ids.

    ``report_event`` gives the event of each report, ``actor_of`` the actor for each article and actor id in it.
    """

    events: tuple[Event, ...]
    actors: tuple[Actor, ...]
    stories: tuple[Story, ...]
    report_event: Mapping[str, str]
    actor_of: Mapping[tuple[str, str], str]


def link(
    readings: Iterable[Reading], outlets: Mapping[str, str | None], corrections: Sequence[Correction] = ()
) -> Linked:
    """Link readings: actors, events and stories across articles.

    ``outlets`` gives the outlet of each article by id; one that is missing or ``None`` makes its article a source of
    its own. Readings that were rejected take no part. Every report is in one event, apart from those that the
    ``corrections``, which hold in their order, mark as wrong.
    """
    kept = without_wrong((reading for reading in readings if reading.rejected is None), corrections)
    read = sorted(kept, key=lambda reading: reading.id)
    actors, actor_of = find_actors(read, corrections)
    events = find_events(read, outlets, find_copies(read), actors, actor_of, corrections)
    stories = with_events(find_stories(read), {event.id: event.articles for event in events})
    story_of = {event: story.id for story in stories for event in story.events}
    return Linked(
        events=tuple(msgspec.structs.replace(event, story=story_of.get(event.id)) for event in events),
        actors=actors,
        stories=stories,
        report_event={report: event.id for event in events for report in event.reports},
        actor_of=actor_of,
    )
