"""The blocks in which events are looked up: no event that fits a telling may be missed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.lexicon.families import load_families
from communique.linking.actors import find_actors
from communique.linking.blocking import Blocks
from communique.linking.cluster import Cluster
from communique.linking.evidence import fit
from communique.linking.profiles import profiles_of
from communique.linking.sides import Sides
from communique.linking.tellings import Item, telling_of
from newsroom import Told, Who, article

PARTIES = [
    Who("Kari Store", "NOR", "Foreign Minister"),
    Who("the foreign minister", "NOR", "Foreign Minister"),
    Who("Norway", "NOR", type="state"),
    Who("Lena Bauer", "DEU", "Foreign Minister"),
    Who("Germany", "DEU", type="state"),
    Who("Rui Silva", "PRT", "Foreign Minister"),
    Who("Silva", None, sector=None),
    Who("Pedro Silva", "BRA"),
    Who("Ana Mendes", None, sector=None),
    Who("Iver Holm", None, sector=None),
    Who("Red Tide", None, type="organisation", sector="REB"),
    Who("Red Tide rebels", "NOR", type="group", sector="REB"),
]
DAYS = [None, *(f"2021-03-{day:02}" for day in range(1, 29, 3)), "2021-03-02", "2021-03-31", "2021-04-01"]


@st.composite
def told(draw, number):
    who = draw(st.lists(st.sampled_from(PARTIES), min_size=0, max_size=3, unique_by=lambda w: w.name))
    names = " and ".join(w.name for w in who)
    topics = draw(st.lists(st.sampled_from(["fish", "gas"]), max_size=1))
    place = draw(st.sampled_from([None, "Oslo", "Bergen", "Norway", "Geneva"]))
    text = f"{names} met {' '.join(topics)} in {place}."
    one = Told(text, "meeting", who, "met", day=draw(st.sampled_from(DAYS)), place=place, topics=topics)
    return article(f"article{number}", draw(st.sampled_from(DAYS[1:])), one)


def particular(telling):
    """Sorts tellings as clustering takes them."""
    named = sum(side.level for side in telling.sides if side.role != "other")
    return -sum(not side.is_crowd for side in telling.sides), telling.time is None, -min(named, 4)


@settings(max_examples=300, deadline=None)
@given(st.data(), st.integers(2, 5))
def test_blocks_hold_every_event_that_fits(data, size):
    readings = [data.draw(told(number)) for number in range(size)]
    actors, actor_of = find_actors(profile for reading in readings for profile in profiles_of(reading))
    sides, families = Sides({actor.id: actor for actor in actors}, actor_of), load_families()
    tellings = [
        telling_of(Item(report, reading.published, sides=sides.of(reading.id, report.participants)))
        for reading in readings
        for report in reading.reports
    ]
    *before, last = sorted(tellings, key=particular)
    blocks, cluster = Blocks(), Cluster(0)
    for telling in before:
        if not cluster.tellings or fit(telling, cluster, families) is not None:
            cluster.take(telling)
            blocks.put(cluster, telling)
    months = {12 * t.anchor.year + t.anchor.month for t in cluster.tellings if t.anchor}
    near = last.anchor is None or any(abs(12 * last.anchor.year + last.anchor.month - m) <= 1 for m in months)
    if near and fit(last, cluster, families) is not None:
        assert blocks.candidates(last) == [cluster]
