"""What the parser joins to the wrong noun."""

from __future__ import annotations

from communique.reading.reader import Reader


def test_joints_list_people_who_are_described_in_between(reader: Reader) -> None:
    text = (
        "Joe Oni, head of trade at Acme Tools Inc, Ann Lee, a clerk of Larch Bay Mills Inc, and Bo Roe, also of Kenya, "
        "were charged with fraud in Nairobi."
    )
    (report,) = (r for r in reader.read(text).reports if r.kind == "arrest")
    assert [p.name for p in report.participants if p.role == "recipient"] == ["Joe Oni", "Ann Lee", "Bo Roe"]
