"""What articles count, checked against the record: "their fifth meeting since February" where the record has four."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from communique.lexicon.families import Families
from communique.linking.relations import series
from communique.records import Count, Event, Reading, Span, Time

# fmt: off
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"
)
# fmt: on
_COUNTED = re.compile(
    rf"\b(?P<ordinal>{'|'.join(_ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))\s+(?:[\w-]+\s+){{0,2}}?"
    r"(?P<noun>meetings?|talks|round|call|conversation|visit|trip)\b[^.;:!?\n]{0,60}?"
    r"\b(?:since\s+(?P<since>\w+(?:\s\w+)?)|this\s+(?P<this>year))",
    re.IGNORECASE,
)
_FAMILIES = {"call": "call", "conversation": "call", "visit": "visit", "trip": "visit"}
#: How far behind a report's sentence the count may stand, in characters.
_BEHIND = 240


def with_counts(events: Sequence[Event], readings: Sequence[Reading], families: Families) -> Iterator[Event]:
    """The events with the counts that their articles give, each beside what the record has."""
    told = {r.id: found for r in readings if (found := list(_COUNTED.finditer(r.text)))}
    sources = {
        report.id: (reading, report.evidence)
        for reading in readings
        if reading.id in told
        for report in reading.reports
    }
    runs = {e.id: (key[0], several) for key, several in series(events, families).items() for e in several}
    taken: set[tuple[str, int]] = set()
    for event in events:
        counts: list[Count] = []
        for report in event.reports if event.id in runs else ():
            if report not in sources:
                continue
            reading, evidence = sources[report]
            for match in told[reading.id]:
                near = evidence.start <= match.start() <= evidence.end + _BEHIND
                count = _count(match, reading, event, *runs[event.id]) if near else None
                if count is not None and (reading.id, match.start()) not in taken:
                    taken.add((reading.id, match.start()))
                    counts.append(count)
        yield msgspec.structs.replace(event, counts=tuple(counts)) if counts else event


def _count(match: re.Match[str], reading: Reading, event: Event, family: str, several: Sequence[Event]) -> Count | None:
    """A count beside the record's, where it is of the event's kind and says since when."""
    since = _since(match, reading)
    if since is None or _FAMILIES.get(match["noun"].lower(), "talks") != family or event.time is None:
        return None
    found = [e for e in several if e.time is not None and since <= e.time.start <= event.time.start]
    return Count(
        article=reading.id,
        span=Span(match.start(), match.end(), match.group()),
        told=_number(match["ordinal"].lower()),
        since=since,
        found=len(found),
    )


def _number(ordinal: str) -> int:
    return _ORDINALS.index(ordinal) + 1 if ordinal in _ORDINALS else int(ordinal[:-2])


def _since(match: re.Match[str], reading: Reading) -> datetime.date | None:
    if match["this"]:
        return datetime.date(reading.published.year, 1, 1) if reading.published is not None else None
    start, end = match.span("since")
    times: Mapping[int, Time] = {time.span.start: time for time in reading.times if start <= time.span.start < end}
    return times[min(times)].start if times else None
