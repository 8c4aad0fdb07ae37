"""What is taken for granted of acts that something open is said about."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


def _status(reader: Reader, text: str, kind: str) -> list[str]:
    return [r.status for r in reader.read(text).reports if r.kind == kind]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Chad will reject a request from Niger for arms.", "request", "occurred"),
        ("The ministry said that Niger's request would mean a loan of two billion.", "request", "occurred"),
        ("Chad will make a request to Niger for arms.", "request", "planned"),
        ("A strike by Chadian miners may have cost the company two million.", "strike", "occurred"),
        ("Chadian police said that they would widen their investigation of Otto Borg.", "investigation", "ongoing"),
    ],
)
def test_presupposition_of_what_is_open(reader: Reader, text: str, kind: str, status: str) -> None:
    assert _status(reader, text, kind) == [status]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Chad is considering a request from Niger for arms.", "request", "occurred"),
        ("Chad had received no answer to its request that tenders be opened.", "request", "occurred"),
        ("Markets will fall if Chad carries out its threat to close the canal.", "threat", "occurred"),
    ],
)
def test_presupposition_of_what_is_answered(reader: Reader, text: str, kind: str, status: str) -> None:
    assert status in _status(reader, text, kind)
