"""Who stands in the slots around a trigger."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


def _sides(reader: Reader, text: str) -> dict[str, list[str | None]]:
    found: dict[str, list[str | None]] = {}
    for party in reader.read(text).reports[0].participants:
        found.setdefault(party.role, []).append(party.country)
    return found


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Uganda got in touch with Rwanda.", {"actor": ["UGA", "RWA"]}),
        ("Uganda lent its support to Rwanda.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("Uganda came out in favour of the Rwandan plan.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("Uganda threw Rwanda a lifeline.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("Uganda brushed aside Rwanda's protest.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("Uganda voiced its backing for Rwanda's bid.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("Uganda called for a ceasefire in Rwanda.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("Uganda released two pilots from Rwanda.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("Uganda deported refugees to Rwanda.", {"actor": ["UGA"], "recipient": [None, "RWA"]}),
        ("Uganda hinted at a boycott if Rwanda refused.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("Uganda wants Rwanda to withdraw.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("Uganda said Rwanda was behind the raid.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("Uganda became the first state to recognise Rwanda.", {"actor": ["UGA"], "recipient": ["RWA"]}),
    ],
)
def test_arguments_parties_of_idioms(reader: Reader, text: str, sides: dict[str, list[str | None]]) -> None:
    assert _sides(reader, text) == sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Ade and Defence Minister Joe Oni met the Chadian president.", {"Ade Bello", "Joe Oni", "Chadian president"}),
        ("Ade and UNESCO director Joe Oni met the Chadian president.", {"Ade Bello", "Joe Oni", "Chadian president"}),
        ("Negotiators for Chad and Niger met Joe Oni.", {"Chad Negotiators", "Niger Negotiators", "Joe Oni"}),
    ],
)
def test_arguments_name_that_the_parser_hid_in_its_neighbour_is_a_side_too(reader, text, sides):
    (report,) = [r for r in reader.read(f"Ade Bello spoke on Monday. {text}").reports if r.kind == "meeting"]
    assert {p.name for p in report.participants} == sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Uganda threatened court action against Rwanda.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("Uganda recommended an accord with Rwanda.", {"actor": ["UGA"]}),
        ("Uganda asked three countries, including Rwanda, for help.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("In addition to ships in Rwanda, Uganda deployed ten tanks.", {"actor": ["UGA"]}),
        ("The Ugandan president toured Rwanda.", {"actor": ["UGA"], "host": ["RWA"]}),
        ("The Ugandan president ended a tour of Rwanda.", {"actor": ["UGA"], "host": ["RWA"]}),
        (
            "Ministers Ade Bello of Uganda and Joe Oni of Rwanda signed the treaty.",
            {"actor": ["UGA", "RWA"]},
        ),
    ],
)
def test_arguments_who_is_merely_named_nearby_is_no_side(reader, text, sides):
    assert _sides(reader, text) == sides


def test_arguments_partners_alone_are_one_side(reader):
    assert not reader.read("Its talks with Ugandan ministers failed.").reports
    assert reader.read("Rwandan talks with Ugandan ministers failed.").reports
