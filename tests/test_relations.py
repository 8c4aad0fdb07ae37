"""How events hang together: parts, series and answers, and what articles count."""

from __future__ import annotations

import datetime

import pytest

from communique.linking import link
from newsroom import Told, Who, article

STORE = Who("Kari Store", "NOR", "Foreign Minister")
BAUER = Who("Lena Bauer", "DEU", "Foreign Minister")
SILVA = Who("Rui Silva", "PRT", "Foreign Minister")
HOST = Who("Norway", "NOR", type="state", role="host")


def met(*who, day, **more):
    place = f" in {more['place']}" if "place" in more else ""
    return Told(f"{' and '.join(w.name for w in who)} met{place}.", "meeting", who, "met", day=day, **more)


def visited(who, *hosts, day, **more):
    tail = f" in {more['place']}" if "place" in more else ""
    names = " and ".join(host.name for host in hosts)
    return Told(f"{who.name} visited {names}{tail}.", "visit", (who, *hosts), "visited", day=day, **more)


def relations(*readings):
    events = {event.id: event for event in link(readings, {}).events}
    return {
        (event.kind, str(event.time.start), relation.type, events[relation.event].kind)
        for event in events.values()
        for relation in event.relations
    }


def test_relations_put_a_meeting_into_the_visit_it_was_in():
    readings = [
        article("a", "2021-03-08", visited(BAUER, HOST, day="2021-03-08", place="Oslo")),
        article("b", "2021-03-09", met(BAUER, STORE, day="2021-03-09", place="Oslo")),
    ]
    assert relations(*readings) == {
        ("meeting", "2021-03-09", "part of", "visit"),
        ("visit", "2021-03-08", "has part", "meeting"),
    }


@pytest.mark.parametrize(
    "meeting",
    [
        met(BAUER, STORE, day="2021-03-20", place="Oslo"),
        met(BAUER, SILVA, day="2021-03-08", place="Geneva"),
        met(SILVA, STORE, day="2021-03-08", place="Oslo"),
        met(BAUER, SILVA, day="2021-03-08"),
    ],
    ids=["later", "elsewhere", "without the visitor", "without place or host"],
)
def test_relations_leave_other_meetings_out_of_a_visit(meeting):
    visit = article("a", "2021-03-08", visited(BAUER, HOST, day="2021-03-08", place="Oslo"))
    assert relations(visit, article("b", "2021-03-21", meeting)) == set()


def test_relations_put_visits_into_a_tour():
    sweden = Who("Sweden", "SWE", type="state", role="host")
    tour = Told(
        "Lena Bauer began a tour of Norway and Sweden.", "visit", (BAUER, HOST, sweden), "tour", day="2021-03-07"
    )
    visit = visited(BAUER, HOST, day="2021-03-09")
    found = relations(article("a", "2021-03-07", tour), article("b", "2021-03-09", visit))
    assert ("visit", "2021-03-09", "part of", "visit") in found


def test_relations_chain_the_meetings_of_a_pair():
    days = ("2021-03-01", "2021-03-09", "2021-04-02")
    readings = [article(day, day, met(STORE, BAUER, day=day)) for day in days]
    assert relations(*readings) == {
        ("meeting", "2021-03-09", "follows", "meeting"),
        ("meeting", "2021-03-01", "followed by", "meeting"),
        ("meeting", "2021-04-02", "follows", "meeting"),
        ("meeting", "2021-03-09", "followed by", "meeting"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Kenya expelled two Ugandan diplomats in response to sanctions imposed by Uganda.",
        "In retaliation for sanctions imposed by Uganda, Kenya expelled two Ugandan diplomats.",
    ],
)
def test_responses_tell_which_act_answers_which(reader, text):
    events = {event.kind: event for event in link([reader.read(text)], {}).events}
    (relation,) = events["expulsion"].relations
    assert (relation.type, relation.event) == ("responds to", events["sanction"].id)
    assert [r.type for r in events["sanction"].relations] == ["answered by"]


def test_responses_are_not_made_of_acts_that_only_share_a_sentence(reader):
    text = "Kenya expelled two Ugandan diplomats and Uganda imposed sanctions on Rwanda."
    assert all(not event.relations for event in link([reader.read(text)], {}).events)


def test_counts_are_checked_against_the_record(reader):
    text = "Norwegian Foreign Minister Kari Store met German Foreign Minister Lena Bauer in Oslo on {}.{}"
    days = [datetime.date(2021, month, 3) for month in (1, 2, 3, 4, 5)]
    told = [text.format(f"{day:%B} 3", "") for day in days[:-1]]
    told.append(text.format("May 3", " It was their fifth meeting since February."))
    readings = [reader.read(body, published=day) for body, day in zip(told, days, strict=True)]
    (count,) = [count for event in link(readings, {}).events for count in event.counts]
    assert (count.span.text, count.told, count.found) == ("fifth meeting since February", 5, 4)
    assert count.since == datetime.date(2021, 2, 1)
