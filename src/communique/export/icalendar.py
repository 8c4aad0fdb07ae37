"""Events with a known day as an iCalendar file (RFC 5545): whole days, with ids that stay the same.

``STATUS`` has three values for an event, so several of ours share one; ``X-COMMUNIQUE-STATUS`` holds ours. The time
stamp is the day of the latest report, so the same record gives the same bytes.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any, BinaryIO

import sqlalchemy as sa

from communique.errors import InputError
from communique.export.told import Told, stream_told
from communique.export.wording import headline
from communique.records import EventTime

#: iCalendar's status of an event, by ours.
STATUS = {
    "hypothetical": "TENTATIVE",
    "proposed": "TENTATIVE",
    "planned": "TENTATIVE",
    "confirmed": "CONFIRMED",
    "ongoing": "CONFIRMED",
    "occurred": "CONFIRMED",
    "postponed": "CANCELLED",
    "cancelled": "CANCELLED",
    "denied": "CANCELLED",
}
_DAY = datetime.timedelta(days=1)


def write_icalendar(connection: sa.Connection, _: str, out: BinaryIO) -> None:
    """Write every event with a known day."""
    write_calendar(stream_told(connection), out)


def write_calendar(events: Iterable[Told], out: BinaryIO) -> None:
    """Write those of the events that have a known day.

    Raises:
        InputError: the library for iCalendar is not installed.

    """
    library = _library()
    calendar = library.Calendar()
    calendar.add("prodid", "-//communique//EN")
    calendar.add("version", "2.0")
    for told in events:
        if (time := told.event.told_time) is not None:
            calendar.add_component(_component(library, told, time))
    out.write(calendar.to_ical(sorted=False))


def _component(library: Any, told: Told, time: EventTime) -> Any:  # noqa: ANN401 - the library, and its component
    event, entry = told.event, library.Event()
    stamp = event.last_reported or event.first_reported or time.start
    entry.add("uid", f"{event.id}@communique")
    entry.add("dtstamp", datetime.datetime.combine(stamp, datetime.time(), tzinfo=datetime.UTC))
    entry.add("dtstart", time.start)
    if time.end < datetime.date.max:
        entry.add("dtend", time.end + _DAY)
    entry.add("summary", headline(event))
    entry.add("status", STATUS[event.status])
    entry.add("x-communique-status", event.status)
    entry.add("categories", [event.kind])
    if told.sentence is not None:
        entry.add("description", told.sentence)
    if event.place is not None:
        entry.add("location", event.place.name)
        if event.place.latitude is not None and event.place.longitude is not None:
            entry.add("geo", (event.place.latitude, event.place.longitude))
    if told.first is not None and told.first.url is not None:
        entry.add("url", told.first.url)
    return entry


def _library() -> Any:  # noqa: ANN401 - the module
    try:
        import icalendar
    except ImportError as error:
        raise InputError("iCalendar needs a library; install it with: pip install 'communique[calendar]'") from error
    return icalendar
