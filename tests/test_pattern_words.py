"""Words that patterns ask for around a trigger, and clauses that they ask for on it."""

from __future__ import annotations

import pytest


def told(reader, text):
    return {
        (r.kind, r.status, *(p.country for role in ("actor", "recipient") for p in r.participants if p.role == role))
        for r in reader.read(text).reports
    }


@pytest.mark.parametrize(
    ("text", "report"),
    [
        ("Malawi did not allow the Zambian envoy to land.", ("refusal", "occurred", "MWI", "ZMB")),
        ("Malawi is not willing to talk to Zambia.", ("refusal", "occurred", "MWI", "ZMB")),
        ("Malawi did not rule out military action against Zambia.", ("threat", "occurred", "MWI", "ZMB")),
        ("Malawian troops are in a state of alert.", ("mobilization", "ongoing", "MWI")),
        ("Malawi called the vote in Zambia a sham.", ("condemnation", "occurred", "MWI")),
        ("Malawi made clear that Zambia must pay.", ("demand", "occurred", "MWI")),
        ("Malawi said the raid was the work of Zambia.", ("accusation", "occurred", "MWI", "ZMB")),
        ("Malawi said the decision of Zambia ran counter to the treaty.", ("accusation", "occurred", "MWI", "ZMB")),
        ("He flew to Malawi, where a civil war is underway.", ("clash", "ongoing", "MWI")),
        ("In a statement condemning the raid, Malawi urged calm.", ("condemnation", "occurred", "MWI")),
    ],
)
def test_words_around_a_trigger_say_what_it_means(reader, text, report):
    assert any(one[: len(report)] == report for one in told(reader, text))


@pytest.mark.parametrize(
    "text",
    [
        "The war of words between Malawi and Zambia went on.",
        "Malawi made an arrangement with a dealer so that it must pay.",
        "The Malawian team is ready to fight.",
        "Malawi did not allow for the rain.",
    ],
)
def test_other_words_around_it_say_that_it_means_nothing(reader, text):
    assert not {"clash", "demand", "threat"} & {kind for kind, *_ in told(reader, text)}
