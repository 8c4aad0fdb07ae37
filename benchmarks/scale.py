"""How time and memory of linking grow with the reports that are linked.

``python benchmarks/scale.py 1000 10000 100000`` makes so many reports on disk, links them as they stream from there,
and prints seconds by the clock and of the processor, peak memory (MiB of all processes together) and events; then the
exponent of the growth of processor time, by least squares on the logarithms. ``--processes 2`` links with two
processes beside the one that leads them.

The readings are synthetic, drawn by a seeded generator from what was counted in real news (``scale.json``): how many
reports an article has, which kinds in which status, how many parties of which sort, how far acts lie from the day of
publication, how often countries come up. News comes at a steady rate, so more reports are more days. ``--measure FILE``
counts anew, from readings as ``communique code`` writes them.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import itertools
import json
import math
import os
import random
import subprocess
import sys
import threading
import time
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from communique.engines.processes import Processes
from communique.linking import link
from communique.linking.spool import Spool
from communique.records import (
    EventTime,
    Mention,
    Participant,
    Place,
    Reading,
    Report,
    Span,
    Topic,
    digest,
)

COUNTED = Path(__file__).with_name("scale.json")
SEED = 1815
#: Reports a day.
RATE = 1_000
#: Days for which an act is reported on, and how many acts a day begin for each report.
_LIVES, _ACTS = 3, 0.6
_FIRST_DAY = datetime.date(2015, 1, 1)
_OUTLETS = 200
#: Named holders of offices, and other names, of each state.
_OFFICES = ("President", "Prime Minister", "Foreign Minister", "Defence Minister")
_WORDS = 4_000
#: Seconds between two looks at the memory, at first and after a while: a look takes time from what is measured.
_FIRST_LOOK, _LOOKED = 0.05, 1.0


def count(readings: Iterable[Reading]) -> dict[str, Any]:
    """What is drawn from, counted in readings."""
    per_article: Counter[str] = Counter()
    acts: Counter[str] = Counter()
    sorts: Counter[str] = Counter()
    offsets: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    places: Counter[str] = Counter()
    topics: Counter[str] = Counter()
    for reading in readings:
        if reading.rejected is not None:
            continue
        per_article[str(len(reading.reports))] += 1
        for report in reading.reports:
            roles = " ".join(p.role for p in report.participants[:4])
            acts[f"{report.kind}|{report.status}|{roles}"] += 1
            sorts.update(_sort(p) for p in report.participants)
            countries.update(p.country for p in report.participants if p.country is not None)
            offsets[_offset(report, reading.published)] += 1
            places[str(report.place is not None)] += 1
            topics[str(len(report.topics))] += 1
    counted = {"per_article": per_article, "acts": acts, "sorts": sorts, "offsets": offsets}
    counted |= {"places": places, "topics": topics}
    by_rank = [n for _, n in countries.most_common(150)]
    return {name: dict(c.most_common(300)) for name, c in counted.items()} | {"countries": by_rank}


def _sort(party: Participant) -> str:
    if party.type == "person":
        return "person" if party.office is None or party.name != party.office else "office"
    return party.type


def _offset(report: Report, published: datetime.date | None) -> str:
    if report.time is None or published is None:
        return "none"
    days = (report.time.start - published).days
    return str(days) if report.time.precision == "day" and abs(days) <= 60 else report.time.precision


class Draw:
    """Draws from counts."""

    def __init__(self, counts: Mapping[str, int], rng: random.Random) -> None:
        self._values, self._rng = list(counts), rng
        self._sums = list(itertools.accumulate(counts.values()))

    def __call__(self) -> str:
        return self._rng.choices(self._values, cum_weights=self._sums)[0]


class World:
    """Makes readings, day by day."""

    def __init__(self, counted: Mapping[str, Any], seed: int = SEED) -> None:
        self.rng = rng = random.Random(seed)
        self.draw = {n: Draw(counted[n], rng) for n in ("per_article", "acts", "sorts", "offsets", "places", "topics")}
        self.states = [f"X{chr(65 + i // 26)}{chr(65 + i % 26)}" for i in range(len(counted["countries"]))]
        self.state = Draw(dict(zip(self.states, counted["countries"], strict=True)), rng)
        self.word = Draw({f"word{i}": 1_000_000 // (i + 10) for i in range(_WORDS)}, rng)

    def readings(self, reports: int) -> Iterator[Reading]:
        """Readings with so many reports together, in order of publication."""
        made = articles = 0
        alive: list[tuple[datetime.date, Report]] = []
        for number in itertools.count():
            day = _FIRST_DAY + datetime.timedelta(days=number)
            alive = [(d, act) for d, act in alive if (day - d).days < _LIVES]
            alive += [(day, self._act(day)) for _ in range(int(RATE * _ACTS))]
            for _ in range(RATE):
                several = min(int(self.draw["per_article"]()), reports - made)
                acts = [self._popular(alive) for _ in range(several)]
                yield self._reading(f"article-{articles:08}", day, acts)
                made, articles = made + several, articles + 1
                if made >= reports:
                    return
                if made >= RATE * (number + 1):
                    break

    def _popular(self, alive: Sequence[tuple[datetime.date, Report]]) -> Report:
        """An act that is news; few are told often, most once."""
        return alive[int(len(alive) * self.rng.random() ** 2)][1]

    def _act(self, day: datetime.date) -> Report:
        """An act as a report of it; articles fill in the rest."""
        kind, status, roles = self.draw["acts"]().split("|")
        parties = tuple(self._party(role) for role in roles.split())
        offset = self.draw["offsets"]()
        when = None
        if offset.lstrip("-").isdigit():
            on = day + datetime.timedelta(days=int(offset))
            when = EventTime(start=on, end=on, precision="day")
        place = None
        if self.draw["places"]() == "True":
            state = self.state()
            place = Place(span=Span(0, 0, ""), name=f"Town {state} {self.rng.randrange(3)}", country=state)
        subjects = tuple(Topic(label=self.word(), span=Span(0, 0, "")) for _ in range(int(self.draw["topics"]())))
        text = " ".join(self.word() for _ in range(18))
        span = Span(0, 0, text)
        return Report(
            id="", article="", kind=kind, status=status, plover=None, cameo=None, score=None, participants=parties,
            trigger=Span(0, 0, kind), evidence=span, confidence=0.7, time=when, place=place, topics=subjects,
        )  # fmt: skip

    def _party(self, role: str) -> Participant:
        sort, state = self.draw["sorts"](), self.state()
        office = self.rng.choice(_OFFICES)
        name, kind, actor = f"State {state}", "state", f"state:{state}"
        if sort == "person":
            name, kind, actor = f"{office[:2]}ana {state}son", "person", ""
        elif sort == "office":
            name, kind, actor = f"{state} {office.lower()}", "person", ""
        elif sort in {"organisation", "group"}:
            name, kind, actor = f"{sort.title()} {state} {self.rng.randrange(20)}", sort, ""
        held = office if kind == "person" else None
        return Participant(role=role, actor=actor, name=name, type=kind, country=state, sector="GOV", office=held)

    def _reading(self, name: str, day: datetime.date, acts: Sequence[Report]) -> Reading:
        text, reports, mentions = "", [], []
        for act in acts:
            start = len(text)
            names = [p.name for p in act.participants]
            text += f"{' '.join(names)} {act.kind} {act.evidence.text}.\n"
            parties = []
            for party in act.participants:
                at = text.index(party.name, start)
                actor = party.actor or digest("actor", name, party.name)
                span = Span(at, at + len(party.name), party.name)
                parties.append(msgspec.structs.replace(party, actor=actor, span=span))
                mentions.append(
                    Mention(
                        actor=actor,
                        name=party.name,
                        type=party.type,
                        country=party.country,
                        sector=party.sector,
                        office=party.office,
                        span=span,
                    )
                )
            at = text.index(act.kind, start)
            reports.append(
                msgspec.structs.replace(
                    act,
                    id=digest("report", name, start),
                    article=name,
                    participants=tuple(parties),
                    trigger=Span(at, at + len(act.kind), act.kind),
                    evidence=Span(start, len(text) - 1, text[start:-1]),
                )
            )
        filler = " ".join(self.word() for _ in range(60))
        return Reading(
            id=name, language="en", published=day, published_basis="given", title=None, text=f"{text}{filler}",
            reports=tuple(reports), mentions=tuple(mentions),
        )  # fmt: skip


def measure(reports: int, processes: int) -> dict[str, float]:
    """Seconds by the clock and of the processors, and peak memory in MiB, of linking so many reports."""
    readings, begins, outlets = Spool(), array("q"), {}
    for number, reading in enumerate(World(json.loads(COUNTED.read_text(encoding="utf-8"))).readings(reports)):
        begins.append(readings.put(msgspec.msgpack.encode(reading)))
        outlets[reading.id] = f"Outlet {number % _OUTLETS}"
    decoder = msgspec.msgpack.Decoder(Reading)
    stream = (decoder.decode(readings.get(begin)) for begin in begins)
    started, busy = time.perf_counter(), sum(os.times()[:4])
    with Memory() as memory:
        if processes:
            with Processes(processes) as work:
                linked = link(stream, outlets, work=work)
        else:
            linked = link(stream, outlets)
    return {
        "reports": reports,
        "articles": len(begins),
        "events": len(linked.events),
        "processes": processes,
        "seconds": round(time.perf_counter() - started, 2),
        "processor": round(sum(os.times()[:4]) - busy, 2),
        "MiB": memory.peak // 2**20,
    }


class Memory:
    """The most memory that this process and those that it started were seen to hold at once, in bytes (Linux)."""

    def __init__(self) -> None:
        self.peak = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Memory:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        own = str(os.getpid())
        looks = itertools.count(1)
        while not self._done.wait(min(_LOOKED, next(looks) * _FIRST_LOOK)):
            held = 0
            for folder in Path("/proc").glob("[0-9]*"):
                with contextlib.suppress(OSError):
                    parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
                    if own in {parent, folder.name}:
                        held += int((folder / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
            self.peak = max(self.peak, held)


def exponent(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """The slope of the line through the logarithms: 1 is linear growth, 2 quadratic."""
    xs, ys = [math.log(s) for s in sizes], [math.log(s) for s in seconds]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def main() -> None:
    """Measure each size in a process of its own, and print the growth."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=[1_000, 10_000, 100_000], help="numbers of reports")
    parser.add_argument("--processes", type=int, default=0, help="processes beside the one that leads (default: none)")
    parser.add_argument("--measure", type=Path, metavar="FILE", help="count anew what is drawn from")
    options = parser.parse_args()
    if options.measure is not None:
        lines = options.measure.read_bytes().splitlines()
        counted = count(msgspec.json.decode(line, type=Reading) for line in lines)
        COUNTED.write_text(json.dumps(counted, indent=1) + "\n", encoding="utf-8")
        return
    if len(options.sizes) == 1:
        print(json.dumps(measure(options.sizes[0], options.processes)))
        return
    rows = []
    command = [sys.executable, __file__, "--processes", str(options.processes)]
    for size in options.sizes:
        done = subprocess.run([*command, str(size)], capture_output=True, text=True, check=True)
        print(done.stdout.strip(), flush=True)
        rows.append(json.loads(done.stdout))
    print(f"exponent {exponent([r['reports'] for r in rows], [r['processor'] for r in rows]):.2f}")


if __name__ == "__main__":
    main()
