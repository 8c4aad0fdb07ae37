"""Clauses whose fronted phrase the parser let take up the subject."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "kind", "actors", "place"),
    [
        ("In Mombasa, Tanzania and Kenya signed an agreement on railways.", "signing", ["TZA", "KEN"], "Mombasa"),
        ("In Mombasa on Thursday Tanzania and Kenya signed an accord.", "signing", ["TZA", "KEN"], "Mombasa"),
        ("After talks in Paris, France and Germany agreed on a plan.", "agreement", ["FRA", "DEU"], None),
        (
            "At the initiative of Athens, the foreign ministers of Greece and Turkey spoke by telephone on Tuesday.",
            "call",
            ["GRC", "TUR"],
            None,
        ),
        ("In Oslo, the capital of Norway, Swedish ministers met on Monday.", "meeting", ["SWE"], "Oslo"),
        (
            "In talks with Chad, Sudan and Libya, the envoy urged restraint.",
            "meeting",
            ["TCD", "SDN", "LBY", None],
            None,
        ),
        ("In New York, London and Paris, Syrians protested.", "protest", ["SYR"], "New York City"),
        ("Having expelled the ambassador, Peru closed the border with Chile on Monday.", "expulsion", ["PER"], "Peru"),
        ("Having expelled the ambassador, Peru closed the border with Chile on Monday.", "sanction", ["PER"], "Peru"),
        ("Shelling by the army of Chad killed five civilians in Oslo.", "attack", ["TCD"], "Oslo"),
        ("Moscow, Beijing and Tehran held naval drills.", "exercise", ["RUS", "CHN", "IRN"], None),
        ("With Chad looking on as guarantor, Sudan and Mali signed the accord.", "signing", ["SDN", "MLI"], None),
    ],
)
def test_fronting_leaves_the_subject_to_the_clause(reader: Reader, text, kind, actors, place):
    report = next(report for report in reader.read(text).reports if report.kind == kind)
    assert [p.country for p in report.participants if p.role == "actor"] == actors
    assert (report.place and report.place.name) == place
