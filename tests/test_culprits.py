"""Whose an act of violence is where its own clause names nobody."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


def _actors(reader: Reader, text: str, kind: str) -> list[list[str]]:
    reports = [r for r in reader.read(text).reports if r.kind == kind]
    return [[p.name for p in r.participants if p.role == "actor"] for r in reports]


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("Otto Borg was convicted of the murder of a Kenyan judge.", "attack", "Otto Borg"),
        ("Otto Borg pleaded guilty to the bombing of a Kenyan school.", "attack", "Otto Borg"),
        ("Otto Borg faces a charge of using deadly force against a Kenyan judge.", "attack", "Otto Borg"),
        ("Otto Borg is charged with two counts of murder of a Kenyan judge.", "attack", "Otto Borg"),
        ("Otto Borg is serving a term for the assassination of the Kenyan president.", "assassination", "Otto Borg"),
        ("Otto Borg was convicted of conspiring to kill Kenyan soldiers.", "attack", "Otto Borg"),
        ("Otto Borg was convicted last month of the murder of a Kenyan judge.", "attack", "Otto Borg"),
        ("Otto Borg was found guilty on Friday of murdering Kenyan soldiers.", "attack", "Otto Borg"),
        ("A court convicted Otto Borg of murdering Kenyan soldiers.", "attack", "Otto Borg"),
        ("Otto Borg orchestrated the attacks on the Kenyan embassy.", "attack", "Otto Borg"),
        ("Iran said it would step up the Gulf war against Iraq.", "attack", "Iran"),
        ("Chad denied charges of bombing Libyan villages.", "airstrike", "Chad"),
        ("Fifty Kenyan villagers were killed when Ugandan aircraft raided two villages.", "attack", "Ugandan aircraft"),
        ("Three Kenyan nurses were hurt after being attacked by Ugandan soldiers.", "attack", "Ugandan soldiers"),
        (
            "Kenyan nurses were killed when a ward burned down after a Ugandan soldier threw a bomb.",
            "attack",
            "Ugandan soldier",
        ),
    ],
)
def test_culprits_are_whom_the_sentence_says_they_are(reader: Reader, text: str, kind: str, actor: str) -> None:
    assert [actor] in _actors(reader, text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Otto Borg condemned the murder of a Kenyan judge.",
        "Otto Borg was not found guilty of the murder of a Kenyan judge.",
        "Otto Borg was found ill after the murder of a Kenyan judge.",
        "Otto Borg was questioned about the murder of a Kenyan judge.",
        "Police arrested Otto Borg after the killing of two Kenyan soldiers.",
        "Three Kenyan nurses were killed when police tried to open the gate.",
        "Three Kenyan nurses were killed as Ugandan officials met.",
    ],
)
def test_culprits_are_nobody_else(reader: Reader, text: str) -> None:
    assert [] in _actors(reader, text, "attack")


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("A rise in prices followed the Kuwait invasion.", [("recipient", "KWT")]),
        ("Two suspects in the Kenya bombing left.", [("recipient", "KEN")]),
        ("A rise in prices followed the Iraqi invasion.", [("actor", "IRQ")]),
        ("The US bombing of Libya went on.", [("actor", "USA"), ("recipient", "LBY")]),
        ("Clashes followed a Kenyan teenager's shooting.", [("recipient", "KEN")]),
        ("The Kenyan army's shooting of Ugandan farmers went on.", [("actor", "KEN"), ("recipient", "UGA")]),
    ],
)
def test_violence_acts_are_called_after_where_they_were(
    reader: Reader, text: str, roles: list[tuple[str, str]]
) -> None:
    assert [(p.role, p.country) for p in reader.read(text).reports[-1].participants] == roles


def test_violence_nobody_fights_by_being_near(reader: Reader) -> None:
    report = reader.read("Battles erupted around the parliament in Chad.").reports[0]
    assert "LEG" not in {p.sector for p in report.participants if p.role == "actor"}
