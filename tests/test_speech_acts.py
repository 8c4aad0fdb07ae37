"""What a statement does, and where it was said."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader
from communique.records import Reading, Report


def made(reading: Reading) -> list[Report]:
    """The reports that the statements of a reading make."""
    reports = {report.id: report for report in reading.reports}
    return [reports[s.report] for s in reading.statements if s.report is not None]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya accused Norway of spying on its embassy.", "accusation"),
        ("The Kenyan foreign minister condemned the attack on Norway.", "condemnation"),
        ("Kenya demanded that Norway withdraw its troops from Peru.", "demand"),
        ("Kenya rejected the proposal of Norway.", "rejection"),
        ("Kenya praised Norway for its help.", "praise"),
        ("Kenya warned Norway that it would close the border.", "threat"),
        ("Kenya promised to send Norway medical aid.", "promise"),
    ],
)
def test_speech_acts_statement_names_the_report_that_it_makes(reader: Reader, text: str, kind: str) -> None:
    assert [report.kind for report in made(reader.read(text))] == [kind]


def test_speech_acts_saying_alone_makes_no_report(reader: Reader) -> None:
    reading = reader.read("The Norwegian envoy said that Kenya attacked Peru.")
    assert [report.kind for report in reading.reports] == ["attack"]
    assert made(reading) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "The Norwegian premier said at a meeting with the president of Kenya that trade would grow.",
            "meeting",
        ),
        ("Meeting the president of Kenya in Oslo, the Norwegian prime minister said that trade would grow.", "meeting"),
        ("During talks with Kenya, Norway said that it would withdraw its troops.", "meeting"),
    ],
)
def test_speech_acts_statement_names_the_event_at_which_it_was_said(reader: Reader, text: str, kind: str) -> None:
    reading = reader.read(text)
    kinds = {report.id: report.kind for report in reading.reports}
    assert [kinds[s.occasion] for s in reading.statements if s.occasion is not None] == [kind]


def test_speech_acts_event_spoken_of_is_no_occasion(reader: Reader) -> None:
    reading = reader.read("The Norwegian prime minister said that he had met the president of Kenya.")
    assert [report.kind for report in reading.reports] == ["meeting"]
    assert [s.occasion for s in reading.statements] == [None]


def test_speech_acts_denied_claim_keeps_both_parties(reader: Reader) -> None:
    reading = reader.read("Kenya accused Norway of spying on its embassy. Norway denied the accusation.")
    assert [(r.kind, r.participants[0].name) for r in made(reading)] == [("accusation", "Kenya"), ("denial", "Norway")]
