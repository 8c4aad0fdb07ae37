"""The packaged sample, its gold, and the benchmark that compares the two."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import pytest

from scripts import load_script

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "src/communique/samples"


gold = load_script("benchmarks/gold.py")
load_script("benchmarks/judged.py")
load_script("benchmarks/acts.py")
load_script("benchmarks/links.py")
quality = load_script("benchmarks/quality.py")
EXPECTED = json.loads((ROOT / "benchmarks/sample.json").read_text(encoding="utf-8"))
METADATA = [json.loads(line) for line in (SAMPLE / "metadata.jsonl").read_text(encoding="utf-8").splitlines()]
TEXTS = {path.name[:2]: path.read_text(encoding="utf-8") for path in SAMPLE.glob("*.txt")}


def made_export(event: dict, **changes: object) -> dict:
    """An event as it would be exported that answers a gold event in full, with changes."""
    when = event["when"] or ["2018-01-01", "2018-01-01"]
    participants = [{"name": who, "country": who if len(who) == 3 and who.isupper() else None} for who in event["who"]]
    return {
        "id": event["id"],
        "kind": event["kinds"][0],
        "status": next(iter(event["reported_by"].values()))[0],
        "participants": participants,
        "articles": list(event["reported_by"]),
        "reports": [f"{event['id']}/{number}" for number in event["reported_by"]],
        "time": {"start": when[0], "end": when[1]},
        "place": {"name": (event["where"] or ["Nowhere"])[0], "country": None},
        "topics": [{"label": topic} for topic in event.get("topics", [])],
        "disagreements": [{"field": "time"}],
    } | changes


def perfect_export():
    """An export that answers the sample's gold in full."""
    events = [made_export(event) for event in EXPECTED["events"]]
    reports = [
        {
            "id": f"{event['id']}/{number}",
            "article": number,
            "status": statuses[0],
            "evidence": {"text": "A sentence."},
        }
        for event in EXPECTED["events"]
        for number, statuses in event["reported_by"].items()
    ]
    statements = [
        {"article": s["article"], "speaker": {"name": s["speaker"], "country": None}, "content": {"text": s["content"]}}
        for s in EXPECTED["statements"]
    ]
    actors = [a | {"name": a["names"][0]} for a in EXPECTED["actors"]]
    numbers = {number: number for number in EXPECTED["published"]}
    return gold.Export(events, reports, statements, actors, numbers)


def test_samples_metadata_names_every_article_once():
    assert sorted(line["file"] for line in METADATA) == sorted(path.name for path in SAMPLE.glob("*.txt"))
    assert len({line["outlet"] for line in METADATA}) == 3
    assert len({line["url"] for line in METADATA}) == len(METADATA)


def test_samples_folder_holds_only_articles_and_their_metadata():
    assert {path.suffix for path in SAMPLE.iterdir()} == {".txt", ".jsonl"}


def test_samples_gold_and_metadata_give_the_same_days():
    assert {line["file"][:2]: line["published"] for line in METADATA} == EXPECTED["published"]


@pytest.mark.parametrize("event", EXPECTED["events"], ids=lambda event: event["id"])
def test_samples_gold_events_are_well_formed(event: dict):
    assert set(event["reported_by"]) <= set(EXPECTED["published"])
    if event["when"]:
        start, end = map(datetime.date.fromisoformat, event["when"])
        assert start <= end
    text = " ".join(TEXTS[number] for number in event["reported_by"])
    for who in event["who"]:
        if not re.fullmatch("[A-Z]{3}", who):
            assert all(word in text for word in who.split()), who


@pytest.mark.parametrize("statement", EXPECTED["statements"], ids=lambda s: f"{s['article']} {s['speaker']}")
def test_samples_gold_statements_stand_in_their_articles(statement: dict):
    assert statement["content"] in TEXTS[statement["article"]]


def test_samples_page_lists_every_article():
    page = (ROOT / "docs/sample.md").read_text(encoding="utf-8")
    assert all(f"`{line['file']}`" in page for line in METADATA)


def test_quality_full_answer_scores_full_marks():
    figures, faults = gold.score(EXPECTED, perfect_export())
    assert faults == []
    assert figures.pop("must-not broken") == 0
    assert set(figures.values()) == {1.0}


def test_quality_missing_event_and_wrong_fields_lower_the_figures():
    export = perfect_export()
    summit = next(e for e in EXPECTED["events"] if e["id"] == "helsinki-summit")
    wrong = {"time": None, "place": None, "disagreements": [], "topics": []}
    events = [made_export(summit, **wrong) if e["id"] == summit["id"] else e for e in export.events[1:]]
    lower = gold.Export(events, export.reports, [], [], export.numbers)
    figures, faults = gold.score(EXPECTED, lower)
    assert {name for name, value in figures.items() if value < 1} == {
        "must-not broken",
        "actors whole",
        "disagreements",
        "events found",
        "statements",
        "topics",
        "when",
        "where",
    }
    assert f"missed: {EXPECTED['events'][0]['id']}" in faults


def test_quality_denied_meeting_told_as_a_fact_breaks_a_must_not():
    export = perfect_export()
    events = [event | {"status": "occurred"} if event["id"] == "neom-meeting" else event for event in export.events]
    told = gold.Export(events, export.reports, export.statements, export.actors, export.numbers)
    figures, _ = gold.score(EXPECTED, told)
    assert figures["must-not broken"] == 1


def test_quality_furniture_as_evidence_breaks_a_must_not():
    export = perfect_export()
    reports = [report | {"evidence": {"text": "READ MORE: a teaser"}} for report in export.reports]
    told = gold.Export(export.events, reports, export.statements, export.actors, export.numbers)
    assert gold.score(EXPECTED, told)[0]["must-not broken"] == 1


def test_quality_merged_events_are_not_kept_apart():
    export = perfect_export()
    events = [event | {"id": "one"} for event in export.events]
    merged = gold.Export(events, export.reports, export.statements, export.actors, export.numbers)
    assert gold.score(EXPECTED, merged)[0]["kept apart"] == 0


def test_quality_figure_below_its_floor_is_a_shortfall():
    floor = {"corpus": "sample", "sha256": "a", "figures": {"when": 0.9, "must-not broken": 0}}
    assert quality.shortfalls(quality.Measured("sample", "a", {"when": 0.9, "must-not broken": 0}), floor) == []
    below = quality.Measured("sample", "a", {"when": 0.89, "must-not broken": 1})
    assert len(quality.shortfalls(below, floor)) == 2
    assert len(quality.shortfalls(quality.Measured("sample", "a", {"when": 1.0}), floor)) == 1
    assert len(quality.shortfalls(quality.Measured("sample", "b", {"when": 1.0, "must-not broken": 0}), floor)) == 1
    assert len(quality.shortfalls(below, None)) == 1


def test_quality_floors_are_raised_and_never_lowered():
    floor = {"corpus": "sample", "sha256": "a", "figures": {"when": 0.8}}
    better = quality.Measured("sample", "a", {"when": 0.9})
    assert quality.raised(better, floor) == {"corpus": "sample", "sha256": "a", "figures": {"when": 0.9}}
    with pytest.raises(ValueError, match=r"when is 0\.7"):
        quality.raised(quality.Measured("sample", "a", {"when": 0.7}), floor)


def test_quality_floors_belong_to_the_present_gold():
    floors = {floor["corpus"]: floor for floor in json.loads(quality.FLOORS.read_text(encoding="utf-8"))}
    assert floors["sample"]["sha256"] == quality.digest(ROOT / "benchmarks/sample.json")
