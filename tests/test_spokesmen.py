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
