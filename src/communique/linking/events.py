"""Events: one for each act in the world, however many reports of it there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from communique.corrections import Correction
from communique.lexicon.families import load_families
from communique.linking.accounts import Sources, event_of
from communique.linking.clusters import cluster_reports
from communique.linking.corrections import corrected_event, item_event, regrouped
from communique.linking.counts import with_counts
from communique.linking.relations import with_relations
from communique.linking.responses import find_answers
from communique.linking.sides import sides_of
from communique.linking.tellings import Item
from communique.records import Actor, Event, Reading, Report


def find_events(
    readings: Sequence[Reading],
    outlets: Mapping[str, str | None],
    copies: Mapping[str, str],
    actors: Sequence[Actor],
    actor_of: Mapping[tuple[str, str], str],
    corrections: Sequence[Correction] = (),
) -> tuple[Event, ...]:
    """The events of the readings in the order of their ids; every report is in one of them. Stories are not set yet.

    ``copies`` gives each article's group of near-identical copies, ``actor_of`` the registry's id for each article and
    actor id in it.
    """
    registry = {actor.id: actor for actor in actors}
    families = load_families()
    items = [Item(report, reading.published) for reading in readings for report in reading.reports]
    sides = {item.report.id: sides_of(item.report, registry, actor_of) for item in items}
    sources = Sources(
        readings={reading.id: reading for reading in readings},
        outlets=outlets,
        copies=copies,
        durations=_durations(readings),
        actors=registry,
        actor_of=actor_of,
        families=families,
    )
    groups = cluster_reports(items, sides, families)
    groups = regrouped(groups, corrections, item_event, lambda item: item.report.id)
    found = [event_of(group, sources) for group in groups]
    dated = _dated_by_sequence(found, {item.report.id: item.report for item in items})
    corrected = [corrected_event(event, corrections) for event in dated]
    events = sorted(corrected, key=lambda event: event.id)
    answers = find_answers(readings, {report: event.id for event in events for report in event.reports})
    return tuple(with_counts(list(with_relations(events, answers, families)), readings, families))


def _dated_by_sequence(events: Sequence[Event], reports: Mapping[str, Report]) -> Iterator[Event]:
    """The events, those without a day taking it from an event that an account says they followed at once."""
    days = {r: e.time for e in events if e.time is not None and e.time.precision == "day" for r in e.reports}
    for event in events:
        before = [] if event.time else [day for r in event.reports if (day := days.get(reports[r].same_day_as or ""))]
        same = before and all(day == before[0] for day in before)
        yield msgspec.structs.replace(event, time=before[0]) if same else event


def _durations(readings: Sequence[Reading]) -> dict[tuple[str, int], str]:
    return {
        (reading.id, time.span.start): time.timex.value
        for reading in readings
        for time in reading.times
        if time.timex.type == "DURATION"
    }
