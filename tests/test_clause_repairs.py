"""Whose a verb is that tells what is said, where the parser gave its subject to another one."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


def _actors(reader: Reader, text: str, kind: str) -> list[str | None]:
    report = next(r for r in reader.read(text).reports if r.kind == kind)
    return [p.country for p in report.participants if p.role == "actor"]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("He added Chad had not asked France for help.", "request", ["TCD"]),
        (
            "Officials said they believed President Ade Bello of Chad, who asked for help, was committed to peace.",
            "promise",
            ["TCD"],
        ),
        (
            "Bush sent envoys, saying Iraqi troops massed nearby in Kuwait threatened Saudi Arabia.",
            "threat",
            ["IRQ"],
        ),
        ("Chad told Mali it was ready to attack Togo.", "threat", ["TCD"]),
        ("Chad has said its missions in Mali are followed and has accused Togo of spying.", "accusation", ["TCD"]),
        (
            "Chad guards men which, the statement said, Kenyan officials have refused to release.",
            "refusal",
            ["KEN"],
        ),
        ("Chad slept, with Kenyan envoy Joe Oni accusing Mali of theft.", "accusation", ["KEN"]),
        ("Minister Ali Bello of Chad told what Mali was doing and appealed for Kenyan help.", "appeal", ["TCD"]),
        ("Russian officers were paying money to the Taliban to kill Kenyan soldiers.", "attack", ["AFG"]),
        ("Chad met Joe Oni, the founder of the Kenya Forum, who criticised Mali.", "condemnation", ["KEN"]),
        ("Chad's main task in Oslo was to brief the Kenyan minister.", "meeting", ["TCD", "KEN"]),
    ],
)
def test_clause_repairs_give_verbs_their_subjects(
    reader: Reader, text: str, kind: str, actors: list[str | None]
) -> None:
    assert _actors(reader, text, kind) == actors


@pytest.mark.parametrize(
    "text",
    [
        "At least six Chadian officials were reported wounded in Kenya on Monday.",
        "Seven Chadian officials were knifed and shot to death on Monday in Kenya.",
    ],
)
def test_syntax_participles_of_harm_are_passive(reader: Reader, text: str) -> None:
    report = reader.read(text).reports[0]
    assert [(p.role, p.country) for p in report.participants] == [("recipient", "TCD")]
