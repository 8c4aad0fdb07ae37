"""Whom the content of a promise, threat or offer names."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Kenya threatened the destruction of Togo.", "threat", ["TGO"]),
        ("Kenya promised a strong response to the hacking of the Nordic Party.", "threat", []),
        ("The Kenyan Prime Minister threatened to use troops if the unrest went on.", "threat", []),
        ("Kenya pledged to reach the target at U.N. climate talks in Paris.", "promise", []),
        (
            "Kenya threatened to withdraw the licences of Chadian banks and insurance companies.",
            "threat",
            ["TCD", "insurance companies"],
        ),
        ("A Chadian research ship which Kenya had threatened to seize sailed home.", "threat", ["TCD"]),
        ("Kenya promised to build a road in Togo.", "promise", ["TGO"]),
        ("The Kenyan minister guaranteed that his government would redeem the notes.", "promise", []),
        ("Governor Ann Lee spoke of Joe Oni. Lee said she would support the issue of Oni bonds.", "promise", []),
        ("Kenya's opposition promised to cancel all rules issued by the president of Togo.", "promise", []),
        ("The Kenyan premier vowed to press on with the plan despite Togo's defeat.", "promise", []),
        ("Minister Joe Oni said he would be willing to sit down with the banks.", "offer", ["banks"]),
        ("Chad has agreed to continue working with Togo.", "agreement", ["TGO"]),
        ("The UN Security Council will hear a complaint from Kenya.", "investigation", []),
        ("Kenya threatened to copy Mali's boycott unless Chad paid.", "threat", ["TCD"]),
        ("Kenya threatened to close its border with Mali if it rained.", "threat", ["MLI"]),
        ("Kenya refused to fix a price until Mali signed the pact.", "refusal", []),
    ],
)
def test_act_contents_name_whom_an_act_is_meant_for(reader: Reader, text: str, kind: str, expected: list[str]) -> None:
    (report,) = (r for r in reader.read(text).reports if r.kind == kind)
    assert [p.country or p.name for p in report.participants if p.role == "recipient"] == expected
