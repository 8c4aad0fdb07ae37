"""What people correct: rules that linking obeys, so that they hold however often everything is read and linked anew.

A correction names things by ids that come from content: an event by the id that any of its reports gives it, an actor
by the id that it has in any of its articles. One whose things are no longer there changes nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar, get_args

import msgspec

from communique.corrections import FIELDS, Correction, GivenOffice
from communique.lexicon.plover import load_plover
from communique.linking.tellings import Item
from communique.records import Actor, Event, EventTime, Office, Place, Reading, Span, Status, event_id

T = TypeVar("T")


def without_wrong(readings: Iterable[Reading], corrections: Sequence[Correction]) -> Iterable[Reading]:
    """The readings without the reports that were marked as wrong."""
    wrong = {correction.target for correction in corrections if correction.action == "wrong"}
    for reading in readings:
        if any(report.id in wrong for report in reading.reports):
            kept = tuple(report for report in reading.reports if report.id not in wrong)
            yield msgspec.structs.replace(reading, reports=kept)
        else:
            yield reading


def regrouped(
    groups: Iterable[Sequence[T]],
    corrections: Sequence[Correction],
    id_of: Callable[[T], str],
    part_of: Callable[[T], str],
) -> list[list[T]]:
    """Groups after what was merged and split, in the order in which people did so.

    ``id_of`` is the id that the group would have by a member, ``part_of`` what names a member that is split off.
    """
    found = [list(group) for group in groups]
    for correction in corrections:
        if correction.action == "merge":
            _merge(found, correction, id_of)
        elif correction.action == "split":
            _split(found, correction, id_of, part_of)
    return found


def _merge(groups: list[list[T]], correction: Correction, id_of: Callable[[T], str]) -> None:
    into, other = (_holding(groups, sought, id_of) for sought in (correction.target, correction.value))
    if into is not None and other is not None and into is not other:
        into.extend(other)
        groups[:] = [group for group in groups if group is not other]


def _split(
    groups: list[list[T]], correction: Correction, id_of: Callable[[T], str], part_of: Callable[[T], str]
) -> None:
    group = _holding(groups, correction.target, id_of)
    leaving = [member for member in group or () if part_of(member) == correction.value]
    if group is not None and 0 < len(leaving) < len(group):
        group[:] = [member for member in group if part_of(member) != correction.value]
        groups.append(leaving)


def _holding(groups: Iterable[list[T]], sought: str | None, id_of: Callable[[T], str]) -> list[T] | None:
    return next((group for group in groups if any(id_of(member) == sought for member in group)), None)


def item_event(item: Item) -> str:
    """The id that an event would have by one of its reports."""
    return event_id(item.report.id)


def corrected_actors(
    actors: Iterable[Actor], corrections: Sequence[Correction], now: Callable[[str], str]
) -> list[Actor]:
    """The actors with the names and offices that people gave; ``now`` gives the actor that an id stands for."""
    by_id = {actor.id: actor for actor in actors}
    for correction in corrections:
        actor = by_id.get(now(correction.target))
        if actor is None or correction.value is None:
            continue
        if correction.action == "rename":
            names = tuple(dict.fromkeys((correction.value, *actor.names)))
            by_id[actor.id] = msgspec.structs.replace(actor, name=correction.value, names=names)
        elif correction.action == "office":
            given = msgspec.json.decode(correction.value, type=GivenOffice)
            office = Office(office=given.office, of=given.of, start=given.start, end=given.end)
            by_id[actor.id] = msgspec.structs.replace(actor, offices=(*actor.offices, office))
    return list(by_id.values())


def corrected_event(event: Event, corrections: Sequence[Correction]) -> Event:
    """The event with the fields that people set."""
    own = {event.id, *(event_id(report) for report in event.reports)}
    for correction in corrections:
        if correction.action == "set" and correction.target in own and correction.value is not None:
            event = msgspec.structs.replace(event, **set_field(event, str(correction.field), correction.value))
    return event


def set_field(event: Event, field: str, value: str) -> dict[str, Any]:
    """The fields of an event that change when one is set; codes follow the kind and the status.

    Raises:
        ValueError: the field cannot be set, or not to that value; the message says what could be.

    """
    if field == "kind":
        return {"kind": value, **_codes(value, event.status)}
    if field == "status":
        status = next((status for status in get_args(Status) if status == value), None)
        if status is None:
            raise ValueError(f"there is no status {value!r}; there are: {', '.join(get_args(Status))}")
        return {"status": status, **_codes(event.kind, status)}
    if field in {"start", "end"}:
        return {"time": _time(event.told_time, field, value)}
    if field == "place":
        return {"place": Place(span=Span(0, 0, ""), name=value)}
    if field == "country":
        if event.place is None:
            raise ValueError("the event has no place whose country could be set; set its place first")
        return {"place": msgspec.structs.replace(event.place, country=value)}
    raise ValueError(f"the field {field!r} cannot be set; these can: {', '.join(FIELDS)}")


def _codes(kind: str, status: Status) -> dict[str, Any]:
    code = load_plover().code(kind, status)
    return {"plover": code.plover, "mode": code.mode, "cameo": code.cameo, "score": code.score}


def _time(time: EventTime | None, field: str, value: str) -> EventTime:
    """A time with another first or last day; the other end moves with it only where it would lie on the wrong side."""
    day = datetime.date.fromisoformat(value)
    start, end = (day, day) if time is None else (time.start, time.end)
    start, end = (day, max(day, end)) if field == "start" else (min(day, start), day)
    return EventTime(start=start, end=end, precision="day" if start == end or time is None else time.precision)
