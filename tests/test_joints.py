"""What the parser joins to the wrong noun."""

from __future__ import annotations

from communique.reading.reader import Reader


def test_joints_list_people_who_are_described_in_between(reader: Reader) -> None:
    text = (
        "Joe Oni, head of trade at Acme Tools Inc, Ann Lee, a clerk of Larch Bay Mills Inc, and Bo Roe, also of Kenya, "
        "were charged with fraud in Nairobi."
    )
    (report,) = (r for r in reader.read(text).reports if r.kind == "trial")
    assert [p.name for p in report.participants if p.role == "recipient"] == ["Joe Oni", "Ann Lee", "Bo Roe"]


def test_names_right_behind_a_plural_say_who_they_all_are(reader: Reader) -> None:
    (report,) = reader.read("Rival neighbours Kenya and Chad signed a pact.").reports
    assert [p.country for p in report.participants] == ["KEN", "TCD"]


def test_an_adjective_and_a_short_name_each_own_the_plural_behind_them(reader: Reader) -> None:
    (report,) = reader.read("Kenyan and U.S. officials met in Nairobi.").reports
    assert [p.country for p in report.participants] == ["KEN", "USA"]
