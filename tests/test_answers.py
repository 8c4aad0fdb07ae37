"""What one side said is told beside how another one takes it."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


def _told(reader: Reader, text: str) -> dict[str, tuple[list[str | None], list[str | None]]]:
    return {
        r.kind: (
            [p.country or p.name for p in r.participants if p.role == "actor"],
            [p.country or p.name for p in r.participants if p.role == "recipient"],
        )
        for r in reader.read(text).reports
    }


@pytest.mark.parametrize(
    ("text", "said", "answer"),
    [
        ("Sudan has rejected a demand by Egypt for damages.", "request", "rejection"),
        ("Sudan rejected an Egyptian request to extradite the general.", "request", "rejection"),
        ("Sudan denied Egyptian accusations that it had armed the rebels.", "accusation", "denial"),
    ],
)
def test_answers_keep_what_was_said_and_to_whom(reader: Reader, text: str, said: str, answer: str) -> None:
    told = _told(reader, text)
    assert told[said] == (["EGY"], ["SDN"])
    assert told[answer] == (["SDN"], ["EGY"])


def test_answers_who_condemns_a_threat_need_not_be_threatened(reader: Reader) -> None:
    assert _told(reader, "Sudan denounced Egypt's threat to close the border.")["threat"] == (["EGY"], [])


@pytest.mark.parametrize(
    "text", ["Sudan rejected calls for a truce.", "The Sudanese president rejected his own demand."]
)
def test_answers_need_somebody_else_who_spoke(reader: Reader, text: str) -> None:
    assert "request" not in _told(reader, text)


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("Norway lifted the curbs that it had imposed on Chad.", "concession", ["TCD"]),
        ("Norway withdrew the troops it had sent to Chad.", "withdrawal", ["TCD"]),
        ("Norway lifted the curbs that Kenya had imposed on Chad.", "concession", []),
    ],
)
def test_answers_undo_what_was_done_to_somebody(reader: Reader, text: str, kind: str, recipients: list[str]) -> None:
    assert _told(reader, text)[kind][1] == recipients
