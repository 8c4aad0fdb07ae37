"""The gold set of event links: it comes from its generator, and its scorer tells right links from wrong ones."""

from __future__ import annotations

import json

import pytest

from scripts import load_script

invent = load_script("benchmarks/invent.py")
links = load_script("benchmarks/links.py")

GOLD = {
    "events": [
        {"id": "a", "half": "tuned", "sort": "", "kinds": ["meeting"], "contradiction": "time"},
        {"id": "b", "half": "tuned", "sort": "", "kinds": ["meeting"], "status": "occurred"},
    ],
    "articles": [
        {"id": "1", "tellings": [{"event": "a", "said": ["They met."]}]},
        {"id": "2", "tellings": [{"event": "a", "said": ["Both met."]}]},
        {"id": "3", "tellings": [{"event": "b", "said": ["All met."]}]},
    ],
}


def told(article: str, text: str, event: str, kind: str = "meeting") -> dict[str, object]:
    return {"article": article, "kind": kind, "event": event, "evidence": {"text": text}}


def event(name: str, *fields: str) -> dict[str, object]:
    return {"id": name, "status": "occurred", "outlets": 1, "disagreements": [{"field": field} for field in fields]}


@pytest.mark.parametrize("name", list(invent.SETS))
def test_invent_is_the_committed_set(name: str) -> None:
    committed = json.loads((invent.HERE / name).read_text(encoding="utf-8"))
    made = invent.invent(name)
    assert (made.events, made.articles) == (committed["events"], committed["articles"])


def test_invent_tells_sixty_events_in_three_to_six_articles_each() -> None:
    made = invent.invent()
    by_event = {
        e["id"]: {a["id"] for a in made.articles for t in a["tellings"] if t["event"] == e["id"]} for e in made.events
    }
    assert len(by_event) == 60
    assert all(3 <= len(articles) <= 6 for articles in by_event.values())


def test_invent_never_mixes_the_halves() -> None:
    made = invent.invent()
    half = {e["id"]: e["half"] for e in made.events}
    assert all(len({half[t["event"]] for t in a["tellings"]}) == 1 for a in made.articles)


def test_links_score_of_a_right_record_is_full() -> None:
    reports = [told("1", "They met.", "x"), told("2", "Both met.", "x"), told("3", "All met.", "y")]
    figures, faults = links.score(GOLD, {"events": [event("x", "time"), event("y")], "reports": reports})
    assert figures["links F1"] == figures["contradiction recall"] == figures["contradiction precision"] == 1.0
    assert faults == []


@pytest.mark.parametrize(
    ("events", "precision", "recall"),
    [(("x", "z", "y"), 0.0, 0.0), (("x", "x", "x"), 0.333, 1.0)],
)
def test_links_score_counts_pairs(events: tuple[str, ...], precision: float, recall: float) -> None:
    said = (("1", "They met."), ("2", "Both met."), ("3", "All met."))
    reports = [told(article, text, name) for (article, text), name in zip(said, events, strict=True)]
    figures, faults = links.score(GOLD, {"events": [event(name) for name in set(events)], "reports": reports})
    assert (figures["links precision"], figures["links recall"]) == (precision, recall)
    assert "contradiction of time missed: a" in faults


def test_links_score_takes_reports_of_other_kinds_for_no_telling() -> None:
    reports = [told("1", "They met.", "x", "call"), told("2", "Both met.", "x")]
    figures, _ = links.score(GOLD, {"events": [event("x")], "reports": reports})
    assert figures["read"] == 0.333
