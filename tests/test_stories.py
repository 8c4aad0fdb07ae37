from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.linking.extracts import extract
from communique.linking.neighbours import similar_pairs
from communique.linking.stories import Published, headline, with_events
from communique.linking.vectors import dot, term_counts
from communique.linking.weighing import Weighing
from communique.linking.work import Archive, tell_stories
from communique.records import Reading


def reading(name: str, text: str, published: str | None = None, title: str | None = None) -> Reading:
    on = datetime.date.fromisoformat(published) if published else None
    return Reading(id=name, language="en", published=on, published_basis=None, title=title, text=text)


def archive(articles) -> Archive:
    weighing = Weighing()
    extracts = [extract(article) for article in articles]
    for one in extracts:
        weighing.add(one.terms, one.counts)
    return Archive([Published(one.id, one.published, one.headline) for one in extracts], weighing)


def find_stories(articles):
    return tell_stories(archive(articles))


def vectors(articles):
    return archive(articles).weighing.vectors(range(len(articles)))


LANDSLIDE = (
    "A landslide buried the village of Vanterud on Sunday, and rescuers dug for survivors, mayor Tora Lunde said.",
    "Rescuers in Vanterud found two survivors of the landslide under a house. Mayor Tora Lunde thanked the rescuers.",
    "Geologists had warned the village of Vanterud of a landslide, said mayor Tora Lunde. Rescuers left.",
)
OTHER_LANDSLIDE = (
    "A landslide buried houses in Kalimpur on Sunday, and rescuers dug for survivors, the governor Arun Sethi said.",
    "Rescuers in Kalimpur found survivors of the landslide, and governor Arun Sethi visited Kalimpur with soldiers.",
)
ELECTION = "Voters in Brekmont choose a new council today after the long campaign over tram fares and school meals."


def readings(published: str | None = None) -> list[Reading]:
    texts = (*LANDSLIDE, *OTHER_LANDSLIDE, ELECTION)
    return [reading(f"a{n}", text, published) for n, text in enumerate(texts)]


def grouped(found) -> set[tuple[str, ...]]:
    return {tuple(sorted(story.articles)) for story in found}


def test_stories_are_told_apart_by_names_and_leave_single_articles_alone():
    assert grouped(find_stories(readings())) == {("a0", "a1", "a2"), ("a3", "a4")}


def test_stories_of_two_unlike_articles_are_none():
    assert find_stories([reading("a", LANDSLIDE[0]), reading("b", ELECTION)]) == ()


@pytest.mark.parametrize(("later", "expected"), [("2021-03-02", 1), ("2022-03-02", 0)])
def test_stories_end_after_a_long_silence(later, expected):
    pair = [reading("a", LANDSLIDE[0], "2021-03-01"), reading("b", LANDSLIDE[1], later)]
    assert len(find_stories(pair)) == expected


def test_stories_have_days_and_the_id_of_their_first_article():
    days = ("2021-03-02", "2021-03-01", "2021-03-05")
    dated = [reading(f"a{n}", text, on) for n, (text, on) in enumerate(zip(LANDSLIDE, days, strict=True))]
    (story,) = find_stories(dated)
    (before,) = find_stories(dated[:2])
    assert (story.start.isoformat(), story.end.isoformat()) == ("2021-03-01", "2021-03-05")
    assert story.articles == ("a1", "a0", "a2")
    assert story.id == before.id


def test_stories_bear_what_is_empty():
    assert find_stories([]) == ()
    assert find_stories([reading("a", ""), reading("b", " \n "), reading("c", "…")]) == ()


def test_stories_take_an_event_that_most_of_its_articles_tell():
    stories = find_stories(readings())
    told = with_events(stories, {"e1": ["a0", "a3", "a1"], "e2": ["a5"], "e3": ["a4"]})
    assert {story.events for story in told} == {("e1",), ("e3",)}


@settings(max_examples=25, deadline=None)
@given(st.permutations(readings("2021-03-01")))
def test_stories_do_not_depend_on_the_order_of_articles(shuffled):
    assert find_stories(shuffled) == find_stories(readings("2021-03-01"))


def test_neighbours_are_those_that_comparing_all_with_all_finds():
    terms = vectors(readings())
    expected = {(i, j) for i in range(len(terms)) for j in range(i) if dot(terms[i], terms[j]) >= 0.1}
    assert {(i, j) for i, j, _ in similar_pairs(terms, 0.1)} == expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Tram fares  rise", "The text.", "Tram fares rise"),
        (None, "http://example.org/a\n\nTram fares rise\nMore.", "Tram fares rise"),
        (None, "word " * 60, "word " * 23 + "word …"),
        (None, "", ""),
        (
            None,
            "Posted 3/4/2019 3:36 PM\n4 MARCH, 2019\nHarbour strike ends in Riga\nMore.",
            "Harbour strike ends in Riga",
        ),
        (None, "Oil falls\n12:30", "Oil falls"),
    ],
)
def test_headline_is_the_title_or_the_first_line(title, text, expected):
    assert headline(reading("a", text, title=title)) == expected


def test_neighbours_are_looked_for_among_the_latest_with_a_term(monkeypatch):
    monkeypatch.setattr("communique.linking.neighbours.WINDOW", 2)
    terms = vectors([reading(f"a{n}", f"Landslide number{n}") for n in range(6)])
    found = {(i, j) for i, j, _ in similar_pairs(terms, 0.01)}
    assert found == {(i, j) for i in range(6) for j in range(max(0, i - 2), i)}


def test_nouns_at_the_head_of_a_sentence_weigh_no_more_than_inside_one(reader):
    counts = [term_counts(reader.read(text)) for text in ("Gunmen shot at Otto Borg.", "Then gunmen shot at him.")]
    assert counts[0]["gunmen"] == counts[1]["gunmen"] < counts[0]["borg"]
