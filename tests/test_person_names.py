"""Which words of a sentence are a person's name."""

from __future__ import annotations

from communique.reading.reader import Reader


def test_person_names_end_before_a_day(reader: Reader) -> None:
    (report,) = reader.read("A Kenyan judge sentenced Otto Borg Saturday to three years.").reports
    assert [p.name for p in report.participants if p.role == "recipient"] == ["Otto Borg"]
