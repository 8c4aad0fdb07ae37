"""What the words of a trigger say of its own act."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Chad postponed its elections.", "election", "postponed"),
        ("The Chadian president wants to postpone the election.", "election", "planned"),
        ("The Chadian senator Ann Lind is considering a run for president.", "election", "proposed"),
        ("The Chadian government must call an election by June.", "election", "planned"),
        ("Union leaders said that Chad's miners were still on strike.", "strike", "ongoing"),
        ("The Chadian miners' strike continued.", "strike", "ongoing"),
        ("The Chadian miners' strike continued until Friday.", "strike", "occurred"),
        ("The talks between Chad and Niger are slow.", "meeting", "ongoing"),
        ("A strike by Chadian miners entered its third week.", "strike", "ongoing"),
        ("The Chadian miners' strike, now two weeks old, has hit the port.", "strike", "ongoing"),
        ("There was no sign of an end to the Chadian miners' strike.", "strike", "ongoing"),
        ("Chadian miners continued their strike on Monday.", "strike", "ongoing"),
        ("Chadian miners went on strike on Monday.", "strike", "occurred"),
        ("Chad sent troops because of a threatened strike by miners.", "strike", "hypothetical"),
        ("Strikes are being threatened by Chadian teachers.", "strike", "hypothetical"),
        ("Another scenario is the resignation of the Chadian cabinet.", "resignation", "hypothetical"),
        ("Chad has said it would be ready to lend the bank a million dollars.", "offer", "occurred"),
        ("Chad would be ready to lend the bank a million dollars.", "offer", "hypothetical"),
    ],
)
def test_trigger_status_of_its_own_act(reader: Reader, text: str, kind: str, status: str) -> None:
    assert [r.status for r in reader.read(text).reports if r.kind == kind] == [status]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Chad said that it was expelling two Nigerien envoys.", "expulsion", "occurred"),
        ("Chad and Niger scrapped naval drills in Lake Chad.", "exercise", "cancelled"),
        ("Chad postponed its joint exercises with Niger.", "exercise", "postponed"),
        ("Chad did not allow Nigerien firms to bid.", "refusal", "occurred"),
        ("Traders will leave if Chad does not allow Nigerien firms to bid.", "refusal", "hypothetical"),
    ],
)
def test_trigger_status_of_what_is_said_or_put_off(reader: Reader, text: str, kind: str, status: str) -> None:
    assert [r.status for r in reader.read(text).reports if r.kind == kind] == [status]
