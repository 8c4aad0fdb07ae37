"""Who speaks for a state or body of which he says what it will do."""

from __future__ import annotations

import pytest


def read(reader, text):
    return [(r.kind, r.status, sorted(p.country or p.name for p in r.participants)) for r in reader.read(text).reports]


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan minister said Kenya would honour its debts.",
        "The Kenyan minister said the government would honour its debts.",
        "The Kenyan minister said it would honour its debts.",
    ],
)
def test_spokesmen_promise_for_their_state(reader, text):
    assert read(reader, text) == [("promise", "occurred", ["KEN"])]


def test_spokesmen_refuse_for_their_state(reader):
    found = read(reader, "The Kenyan minister said Kenya would not accept the terms of Sudan.")
    assert found == [("refusal", "occurred", ["KEN", "SDN"])]


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan minister said Sudan would honour its debts.",
        "Kenyan rebels said Kenya would honour its debts.",
        "The analyst said Kenya would honour its debts.",
    ],
)
def test_spokesmen_of_others_promise_nothing_for_them(reader, text):
    assert all(kind != "promise" for kind, _, _ in read(reader, text))


def test_spokesmen_leave_what_others_will_do_an_act_of_its_own(reader):
    found = read(reader, "The Kenyan minister said Sudan would not accept the terms of Chad.")
    assert [kind for kind, _, _ in found] == ["agreement"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Kenyan minister said Kenya demanded the return of the islands.", 2),
        ("The Kenyan minister said reports that Kenya intends to threaten shipping were wrong.", 1),
        ("The Kenyan minister said that changes sought by Kenya would take a year.", 1),
    ],
)
def test_spokesmen_do_not_do_what_they_speak_about(reader, text, actors):
    (report,) = reader.read(text).reports
    assert len([p for p in report.participants if p.role == "actor"]) == actors


@pytest.mark.parametrize(
    ("text", "threatens"),
    [
        ("The Kenyan minister said he would leave the pact if it was not changed.", True),
        ("The Kenyan minister said he would have left the pact if it had not been changed.", False),
    ],
)
def test_spokesmen_threaten_nothing_that_they_would_have_done(reader, text, threatens):
    assert any(r.kind == "threat" for r in reader.read(text).reports) == threatens
