"""What articles count, checked against the record: "their fifth meeting since February" where the record has four."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

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
#: One of these is in every count: most articles are not looked through for more.
_SPAN = re.compile(r"\b(?:since\s|this\s+year)", re.IGNORECASE)
#: How far behind a report's sentence the count may stand, in characters.
_BEHIND = 240


class Counted(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A count that an article gives near some reports: how many, of which family of kinds, since when."""

    article: str
    span: Span
    told: int
    family: str
    since: datetime.date
    reports: tuple[str, ...]


def counted_in(reading: Reading) -> Iterator[Counted]:
    """The counts of an article that say since when, each with the reports of the sentences that it may belong to."""
    for match in _COUNTED.finditer(reading.text) if _SPAN.search(reading.text) is not None else ():
        since = _since(match, reading)
        near = tuple(r.id for r in reading.reports if r.evidence.start <= match.start() <= r.evidence.end + _BEHIND)
        if since is not None and near:
            yield Counted(
                article=reading.id,
                span=Span(match.start(), match.end(), match.group()),
                told=_number(match["ordinal"].lower()),
                family=_FAMILIES.get(match["noun"].lower(), "talks"),
                since=since,
                reports=near,
            )


def find_counts(
    events: Sequence[Event], counted: Iterable[Counted], event_of: Mapping[str, str], families: Families
) -> dict[str, tuple[Count, ...]]:
    """The counts of events, each beside what the record has; ``event_of`` gives the event of each report."""
    near: dict[str, list[Counted]] = defaultdict(list)
    for count in counted:
        for event_id in dict.fromkeys(event_of[report] for report in count.reports):
            near[event_id].append(count)
    runs = {e.id: (key[0], several) for key, several in series(events, families).items() for e in several}
    taken: set[Counted] = set()
    found: dict[str, tuple[Count, ...]] = {}
    for event in events:
        family, several = runs.get(event.id, ("", []))
        own = [c for c in near.get(event.id, ()) if c not in taken and c.family == family]
        if own:
            place = {report: number for number, report in enumerate(event.reports)}
            own.sort(key=lambda c: (min(place[r] for r in c.reports if r in place), c.span.start))
            taken.update(own)
            found[event.id] = tuple(_count(c, event, several) for c in own)
    return found


def _count(counted: Counted, event: Event, several: Sequence[Event]) -> Count:
    """A count beside the record's."""
    last = event.told_time.start if event.told_time is not None else datetime.date.max
    return Count(
        article=counted.article,
        span=counted.span,
        told=counted.told,
        since=counted.since,
        found=sum((day := e.told_time) is not None and counted.since <= day.start <= last for e in several),
    )


def _number(ordinal: str) -> int:
    return _ORDINALS.index(ordinal) + 1 if ordinal in _ORDINALS else int(ordinal[:-2])


def _since(match: re.Match[str], reading: Reading) -> datetime.date | None:
    if match["this"]:
        return datetime.date(reading.published.year, 1, 1) if reading.published is not None else None
    start, end = match.span("since")
    times: Mapping[int, Time] = {time.span.start: time for time in reading.times if start <= time.span.start < end}
    return times[min(times)].start if times else None
