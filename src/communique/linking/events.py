"""Events: one for each act in the world, however many reports of it there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from communique.corrections import Correction
from communique.lexicon.families import Families
from communique.linking.accounts import Sources
from communique.linking.corrections import corrected_event, regrouped
from communique.linking.counts import find_counts
from communique.linking.gathering import Gathered
from communique.linking.relations import can_hang_together, find_relations
from communique.linking.responses import relations_of
from communique.linking.sides import Side
from communique.linking.spool import Spool
from communique.linking.work import Family, Groups, Map, Member, Told, cluster_family, tell_events
from communique.records import Count, Event, EventRelation, event_id

#: Events that are told in one job.
_TOGETHER = 2_000


class Events(Collection[Event]):
    """The events in the order of their ids, kept on disk.

    ``articles`` gives the articles of each by id, ``report_event`` the event of each report; ``relations``, ``counts``
    and ``stories`` are what is known of events by id only when all are known.
    """

    def __init__(self) -> None:
        self._spool = Spool()
        self._begins: dict[str, int] = {}
        self.articles: dict[str, tuple[str, ...]] = {}
        self.report_event: dict[str, str] = {}
        self.relations: Mapping[str, tuple[EventRelation, ...]] = {}
        self.counts: Mapping[str, tuple[Count, ...]] = {}
        self.stories: Mapping[str, str] = {}

    def __len__(self) -> int:
        return len(self._begins)

    def __iter__(self) -> Iterator[Event]:
        for event in self._begins:
            yield msgspec.structs.replace(
                self.get(event),
                relations=self.relations.get(event, ()),
                counts=self.counts.get(event, ()),
                story=self.stories.get(event),
            )

    def __contains__(self, event: object) -> bool:
        return any(event == known for known in self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Collection):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def get(self, event: str) -> Event:
        """The event of an id, without what is known only when all are."""
        return _events.decode(self._spool.get(self._begins[event]))

    def kinds(self) -> Iterator[tuple[str, str]]:
        """The id of each event, and its kind."""
        return ((event, _keys.decode(self._spool.get(begin)).kind) for event, begin in self._begins.items())

    def put(self, record: bytes) -> None:
        """Add an event as MessagePack; it takes the place of the one of its id."""
        keys = _keys.decode(record)
        self._begins[keys.id] = self._spool.put(record)
        self.articles[keys.id] = keys.articles
        self.report_event.update(dict.fromkeys(keys.reports, keys.id))

    def sort(self) -> None:
        """Bring the events into the order of their ids."""
        self._begins = dict(sorted(self._begins.items()))


def find_events(
    gathered: Gathered,
    sides: Sequence[tuple[Side, ...]],
    sources: Sources,
    families: Families,
    corrections: Sequence[Correction],
    work: Map,
) -> Events:
    """The events that were gathered; every report is in one of them. Stories are not set yet.

    ``sides`` has those of each report by number.
    """
    groups = _groups(gathered, sides, families, work)
    if corrections:
        ids = gathered.report_ids()
        groups = regrouped(groups, corrections, lambda member: event_id(ids[member[0]]), lambda member: ids[member[0]])
    events = Events()
    for records in work(tell_events, _jobs(groups, gathered, sides, sources)):
        for record in records:
            events.put(record)
    _date_by_sequence(events, gathered.sequels)
    if corrections:
        for found in list(events):
            events.put(msgspec.msgpack.encode(corrected_event(found, corrections)))
    events.sort()
    able = [event for event, kind in events.kinds() if can_hang_together(kind, families)]
    hanging = [_bare(events.get(event)) for event in able]
    answers = relations_of(gathered.answers(), events.report_event)
    events.relations = find_relations(hanging, answers, families)
    events.counts = find_counts(hanging, gathered.counted, events.report_event, families)
    return events


def _groups(gathered: Gathered, sides: Sequence[tuple[Side, ...]], families: Families, work: Map) -> list[list[Member]]:
    """The reports in groups, one for each event."""
    jobs = (
        Family(
            gathered.items,
            {number: Told(gathered.begins[number], sides[number]) for number in numbers},
            families.has_speech(kind),
        )
        for kind, numbers in gathered.families(families)
    )
    return [group for groups in work(cluster_family, jobs) for group in groups]


def _jobs(
    groups: Iterable[Sequence[Member]], gathered: Gathered, sides: Sequence[tuple[Side, ...]], sources: Sources
) -> Iterator[Groups]:
    """The groups, so many at once."""
    remaining = iter(groups)
    while several := list(islice(remaining, _TOGETHER)):
        told = [[Told(gathered.begins[n], sides[n], reasons) for n, reasons in group] for group in several]
        articles = {gathered.article_of(number) for group in several for number, _ in group}
        yield Groups(gathered.items, told, sources.of(articles))


def _date_by_sequence(events: Events, sequels: Mapping[str, str]) -> None:
    """Give events without a day that of the event that an account says they followed at once."""
    before: dict[str, list[str]] = defaultdict(list)
    for report, earlier in sequels.items():
        if report in events.report_event and earlier in events.report_event:
            before[events.report_event[report]].append(events.report_event[earlier])
    dated = {}
    for event, earlier_ones in before.items():
        times = [
            time for one in earlier_ones if (time := events.get(one).told_time) is not None and time.precision == "day"
        ]
        own = events.get(event)
        if own.told_time is None and times and all(time == times[0] for time in times):
            dated[event] = msgspec.structs.replace(own, time=times[0])
    for found in dated.values():
        events.put(msgspec.msgpack.encode(found))


def _bare(event: Event) -> Event:
    """An event with no more than its relations depend on."""
    return msgspec.structs.replace(
        event, history=(), topics=(), disagreements=(), wordings=(), links=(), sole=(), copies=(), mode=(), contexts=()
    )


class _Keys(msgspec.Struct, frozen=True, gc=False):
    """Of an event, only what it is found by."""

    id: str
    kind: str
    reports: tuple[str, ...]
    articles: tuple[str, ...]


_events = msgspec.msgpack.Decoder(Event)
_keys = msgspec.msgpack.Decoder(_Keys)
