"""Invented news with known links: events, each told by three to six articles in wordings of their own.

``python benchmarks/invent.py`` writes ``links.json``, sixty events that were planned and held, contradicted, denied,
copied, repeated in a week, toured, postponed and cancelled, and ``accounts.json``, ten on which accounts differ in
numbers, outcome, wish and blame; ``links.py`` scores linking against both. Each sort of event has a function here.
People and outlets are invented (``invented/cast.toml``), wordings are drawn by a seeded generator from
``invented/wordings.toml``. Half of the wordings, marked "held out", were written before any result was seen and no rule
was made for them; no event mixes the halves.
"""

from __future__ import annotations

import argparse
import datetime
import json
import random
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
HALVES = ("tuned", "held out")
SEED = 1648
#: The kinds that a reader may give where the gold has one.
KINDS = {
    "meeting": ["meeting", "negotiation", "conference"],
    "negotiation": ["negotiation", "meeting", "conference"],
    "call": ["call"],
    "visit": ["visit"],
    "signing": ["signing", "agreement"],
    "airstrike": ["airstrike", "attack"],
}
_LENGTHS = (("four hours", "two hours"), ("an hour", "three hours"), ("90 minutes", "half an hour"))
_ANALYSTS = ("Petra Vossenkamp", "Lionel Ashgrove", "Ingmar Teleki", "Beatriz Olivarte", "Conrad Whitlaw")


@dataclass(frozen=True)
class Person:
    """Somebody in an office of a state."""

    office: str
    name: str
    state: dict[str, Any]

    @property
    def surname(self) -> str:
        return self.name.split()[-1]

    def introduced(self, rng: random.Random) -> str:
        """The person as an article brings them in; now and then by the office alone."""
        office, adjective, state = self.office, self.state["adjective"], self.state["name"]
        forms = [
            f"{adjective} {office} {self.name}",
            f"{self.name}, the {adjective} {office.lower()},",
            f"{state}'s {office} {self.name}",
            f"{office} {self.name} of {state}",
        ]
        return f"the {adjective} {office.lower()}" if rng.random() < 0.12 else rng.choice(forms)


@dataclass(frozen=True)
class Scene:
    """What one event is made of, as its articles tell it."""

    one: Person
    other: Person
    day: datetime.date
    city: str
    topic: str


@dataclass
class Gold:
    """The set as it grows."""

    events: list[dict[str, Any]] = field(default_factory=list)
    articles: list[dict[str, Any]] = field(default_factory=list)


class Desk:
    """Writes the articles of one half of the wordings."""

    def __init__(self, half: str, gold: Gold, rng: random.Random) -> None:
        cast = tomllib.loads((HERE / "invented/cast.toml").read_text(encoding="utf-8"))
        told = tomllib.loads((HERE / "invented/wordings.toml").read_text(encoding="utf-8"))
        self.half, self.gold, self.rng = half, gold, rng
        self.states: list[dict[str, Any]] = cast["state"]
        self.outlets: list[str] = cast["outlets"][0]["names"]
        self.venues: list[str] = cast["venues"][0]["cities"]
        self.topics: list[str] = cast["topics"][0]["labels"]
        self.entries = {(e["kind"], e["stage"]): e for e in told["entry"] if e["half"] == half}
        self.around: list[str] = next(e["texts"] for e in told["around"] if e["half"] == half)

    def scene(self, *, abroad: bool = False) -> Scene:
        """Two people of the same rank, a day, a place and a matter."""
        one, other = self.rng.sample([s for s in self.states if len(s["cities"]) > 1], 2)
        rank = self.rng.randrange(3)
        day = datetime.date(2019, 1, 8) + datetime.timedelta(days=self.rng.randrange(330))
        city = self.rng.choice(self.venues if abroad else other["cities"])
        return Scene(_person(one, rank), _person(other, rank), day, city, self.rng.choice(self.topics))

    def event(self, kind: str, sort: str, **more: object) -> str:
        """A new gold event; the rest says what is to be found of it."""
        number = f"{self.half.replace(' ', '-')}-{len(self.gold.events) + 1:03}"
        self.gold.events.append({"id": number, "half": self.half, "sort": sort, "kinds": KINDS[kind], **more})
        return number

    def tell(
        self, event: str, kind: str, stage: str, scene: Scene, published: int, *, length: str = ""
    ) -> dict[str, Any]:
        """Write one article, ``published`` days after the event of the scene."""
        entry, rng = self.entries[kind, stage], self.rng
        on = scene.day + datetime.timedelta(days=published)
        words = self._words(scene, on, length)
        lead = _sentence(rng.choice(entry["texts"]).format(**words))
        title = _sentence(rng.choice(entry["heads"]).format(**words))
        body = [text.format(topic=scene.topic, x=rng.choice(_ANALYSTS)) for text in rng.sample(self.around, 3)]
        body.insert(rng.randrange(2), lead)
        used = {a["outlet"] for a in self.gold.articles if any(t["event"] == event for t in a["tellings"])}
        article = {
            "id": f"article-{len(self.gold.articles) + 1:03}",
            "outlet": rng.choice([outlet for outlet in self.outlets if outlet not in used]),
            "published": on.isoformat(),
            "title": title,
            "text": "\n\n".join(body),
            "tellings": [{"event": event, "said": [title, lead]}],
        }
        self.gold.articles.append(article)
        return article

    def _words(self, scene: Scene, on: datetime.date, length: str) -> dict[str, str]:
        adverb, noun = _day(scene.day, on, self.rng)
        one, other = scene.one, scene.other
        return {
            "A": one.introduced(self.rng),
            "B": other.introduced(self.rng),
            "a": one.surname,
            "b": other.surname,
            "SA": one.state["name"],
            "SB": other.state["name"],
            "JA": one.state["adjective"],
            "JB": other.state["adjective"],
            "day": adverb,
            "dayon": noun,
            "city": scene.city,
            "topic": scene.topic,
            "length": length,
        }


def _person(state: dict[str, Any], rank: int) -> Person:
    office, name = state["people"][rank]
    return Person(office, name, state)


def _sentence(text: str) -> str:
    """The text with a capital at its start and no comma doubled or before a full stop."""
    text = text.replace(",,", ",").replace(",.", ".").replace(",;", ";")
    return text[0].upper() + text[1:]


def _day(day: datetime.date, published: datetime.date, rng: random.Random) -> tuple[str, str]:
    """A day as an article of another day has it: adverb and noun."""
    gap = (day - published).days
    spelled = f"{day:%B} {day.day}"
    if abs(gap) > 6 or rng.random() < 0.25:
        return f"on {spelled}", spelled
    if gap == -1 and rng.random() < 0.3:
        return "yesterday", f"{day:%A}"
    return f"on {day:%A}", f"{day:%A}"


def planned_and_held(desk: Desk) -> None:
    """A plan, the event, and for meetings a look back: one event."""
    for kind in ("meeting", "meeting", "call", "visit", "signing", "negotiation"):
        scene = desk.scene()
        event = desk.event(kind, "planned and held", status="occurred")
        desk.tell(event, kind, "plan", scene, -3)
        if desk.rng.random() < 0.5:
            desk.tell(event, kind, "plan", scene, -1)
        desk.tell(event, kind, "held", scene, 0)
        desk.tell(event, kind, "held", scene, 1)
        if kind == "meeting":
            desk.tell(event, kind, "back", scene, 9)


def contradicting(desk: Desk) -> None:
    """Accounts that differ on the day, the place, the length, or on whether it took place at all."""
    for kind in ("meeting", "airstrike"):
        scene, event = desk.scene(), desk.event(kind, "contradicting", contradiction="time")
        for published in (1, 1, 2):
            desk.tell(event, kind, "held", scene, published)
        later = Scene(scene.one, scene.other, scene.day + datetime.timedelta(days=1), scene.city, scene.topic)
        desk.tell(event, kind, "held", later, 1)
    for kind in ("meeting", "signing"):
        scene, event = desk.scene(), desk.event(kind, "contradicting", contradiction="place")
        for published in (0, 1, 1):
            desk.tell(event, kind, "held", scene, published)
        elsewhere = next(city for city in scene.other.state["cities"] if city != scene.city)
        desk.tell(event, kind, "held", Scene(scene.one, scene.other, scene.day, elsewhere, scene.topic), 1)
    for kind, lengths in zip(("meeting", "call", "negotiation"), _LENGTHS, strict=True):
        scene, event = desk.scene(), desk.event(kind, "contradicting", contradiction="duration")
        desk.tell(event, kind, "lasted", scene, 0, length=lengths[0])
        desk.tell(event, kind, "held", scene, 1)
        desk.tell(event, kind, "lasted", scene, 1, length=lengths[1])
    for kind in ("meeting", "call", "airstrike"):
        scene, event = desk.scene(), desk.event(kind, "contradicting", contradiction="status")
        desk.tell(event, kind, "held", scene, 1)
        desk.tell(event, kind, "held", scene, 1)
        desk.tell(event, kind, "denied", scene, 2)


def copied(desk: Desk) -> None:
    """A report of one agency that others print, whole, cut short or with a line of their own; and one more source."""
    for kind in ("meeting", "signing", "airstrike"):
        scene, event = desk.scene(), desk.event(kind, "copied", sources=2)
        first = desk.tell(event, kind, "held", scene, 0)
        for change in (lambda t: t, lambda t: t.rpartition("\n\n")[0], lambda t: f"{t}\n\nMore follows."):
            copy = first | {
                "id": f"article-{len(desk.gold.articles) + 1:03}",
                "outlet": desk.rng.choice([o for o in desk.outlets if o != first["outlet"]]),
                "text": change(first["text"]),
            }
            if all(said in copy["text"] for said in first["tellings"][0]["said"][1:]):
                desk.gold.articles.append(copy)
        desk.tell(event, kind, "held", scene, 1)


def twice_in_a_week(desk: Desk) -> None:
    """The same two people twice within days: two events, the later articles looking back to the first."""
    for _ in range(2):
        scene = desk.scene(abroad=True)
        city = desk.rng.choice([city for city in desk.venues if city != scene.city])
        again = Scene(
            scene.one, scene.other, scene.day + datetime.timedelta(days=4), city, desk.rng.choice(desk.topics)
        )
        first = desk.event("meeting", "twice in a week")
        second = desk.event("meeting", "twice in a week", follows=first)
        for published in (0, 1, 1):
            desk.tell(first, "meeting", "held", scene, published)
        for published in (0, 1, 1):
            article = desk.tell(second, "meeting", "held", again, published)
            if published:
                on = again.day + datetime.timedelta(days=published)
                adverb, _ = _day(scene.day, on, desk.rng)
                also = f"{scene.one.surname} and {scene.other.surname} had already met in {scene.city} {adverb}."
                article["text"] += f"\n\n{also}"
                article["tellings"].append({"event": first, "said": [also]})


def toured(desk: Desk) -> None:
    """Two visits of one tour, and a meeting in the first of them."""
    scene, onward = desk.scene(), desk.scene()
    visit = desk.event("visit", "toured")
    later = Scene(scene.one, onward.other, scene.day + datetime.timedelta(days=2), onward.city, onward.topic)
    second, meeting = desk.event("visit", "toured"), desk.event("meeting", "toured", part_of=visit)
    for published in (0, 0, 1):
        article = desk.tell(visit, "visit", "held", scene, published)
        adverb, _ = _day(scene.day, scene.day + datetime.timedelta(days=published), desk.rng)
        a, b, state = scene.one.surname, scene.other, scene.other.state
        also = f"In {scene.city}, {a} met {state['adjective']} {b.office} {b.name} {adverb}."
        article["text"] += f"\n\n{also}"
        article["tellings"].append({"event": meeting, "said": [also]})
    for published in (0, 1, 2):
        desk.tell(second, "visit", "held", later, published)


def called_off(desk: Desk) -> None:
    """Meetings put off or cancelled, one of them held after all on another day."""
    for stage in ("postponed", "postponed", "cancelled", "cancelled"):
        scene, event = desk.scene(), desk.event("meeting", "called off", status=stage)
        desk.tell(event, "meeting", "plan", scene, -6)
        desk.tell(event, "meeting", "plan", scene, -4)
        desk.tell(event, "meeting", stage, scene, -2)
        desk.tell(event, "meeting", stage, scene, -1)


def disputed(desk: Desk) -> None:
    """Accounts that differ on how many were killed, how talks came out, who wished for a call, and who attacked."""
    for killed in (("14", "nine"), ("two dozen", "at least 31")):
        scene, event = desk.scene(), desk.event("airstrike", "disputed", contradiction="killed")
        desk.tell(event, "airstrike", "toll", scene, 0, length=killed[0])
        desk.tell(event, "airstrike", "held", scene, 1)
        desk.tell(event, "airstrike", "toll", scene, 1, length=killed[1])
    scene, event = desk.scene(), desk.event("negotiation", "disputed", contradiction="outcome")
    for stage, published in (("agreed", 0), ("failed", 1), ("agreed", 1)):
        desk.tell(event, "negotiation", stage, scene, published)
    scene, event = desk.scene(), desk.event("call", "disputed", contradiction="initiative")
    for person, published in ((scene.one, 0), (scene.other, 0), (scene.one, 1)):
        desk.tell(event, "call", "asked", scene, published, length=person.state["name"])
    scene, event = desk.scene(), desk.event("airstrike", "disputed", contradiction="actor")
    state = desk.rng.choice([s for s in desk.states if s not in (scene.one.state, scene.other.state)])
    blamed = Scene(_person(state, 0), scene.other, scene.day, scene.city, scene.topic)
    for told, published in ((scene, 0), (scene, 1), (blamed, 1)):
        desk.tell(event, "airstrike", "toll", told, published, length="14")


_SORTS: Sequence[Callable[[Desk], None]] = (
    planned_and_held,
    contradicting,
    copied,
    twice_in_a_week,
    toured,
    called_off,
)
#: The sorts of events of each set.
SETS: dict[str, Sequence[Callable[[Desk], None]]] = {"links.json": _SORTS, "accounts.json": (disputed,)}


def invent(name: str = "links.json", seed: int = SEED) -> Gold:
    """One of the sets; the same seed gives the same set."""
    gold = Gold()
    for half in HALVES:
        desk = Desk(half, gold, random.Random(f"{seed} {half}"))
        for sort in SETS[name]:
            sort(desk)
    return gold


def lines(gold: Gold) -> Iterator[str]:
    """The set as JSON, one event or article a line."""
    for name in ("events", "articles"):
        rows = [f"    {json.dumps(row, ensure_ascii=False)}" for row in getattr(gold, name)]
        yield f'  "{name}": [\n' + ",\n".join(rows) + "\n  ]"


def main() -> None:
    """Write the sets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    for name in SETS:
        text = "{\n" + ",\n".join(lines(invent(name, options.seed))) + "\n}\n"
        (HERE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
