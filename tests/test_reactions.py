"""What is taken for granted beside what is said, and whose act others react to."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


def _roles(reader: Reader, text: str, kind: str) -> tuple[set[str | None], set[str | None]]:
    report = next(r for r in reader.read(text).reports if r.kind == kind)
    of = {role: {p.country for p in report.participants if p.role == role} for role in ("actor", "recipient")}
    return of["actor"], of["recipient"]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Peru and Malta signed a treaty on Monday, a pact that Finland denounced as a breach of law.", {"PER", "MLT"}),
        ("Malta seized a ship, a move that Finland condemned.", {"MLT"}),
        ("Malta expelled a Peruvian envoy on Monday, which Finland condemned.", {"MLT"}),
    ],
)
def test_reactions_are_to_whoever_did_it(reader: Reader, text: str, doers: set[str]) -> None:
    assert _roles(reader, text, "condemnation") == ({"FIN"}, doers)


def test_reactions_to_a_thing_are_to_nobody(reader: Reader) -> None:
    assert _roles(reader, "Malta signed a treaty in the rain, which Finland condemned.", "condemnation")[0] == {"FIN"}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Malta demanded the return of the ship that Peru had seized.", "seizure"),
        ("Malta threatened to veto the resolution that Peru had proposed.", "offer"),
        ("Peru tabled a resolution; the Maltese premier called it an outrage.", "request"),
    ],
)
def test_facts_are_no_part_of_what_is_said(reader: Reader, text: str, fact: str) -> None:
    assert fact in {r.kind for r in reader.read(text).reports}


def test_what_holds_of_any_is_part_of_what_is_said(reader: Reader) -> None:
    reports = reader.read("Malta threatened to strike any state that seized its ships.").reports
    assert {r.kind for r in reports} == {"threat"}


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("Condemnation of the coup came from Uganda and Rwanda.", "condemnation", {"UGA", "RWA"}),
        ("Kenya won praise from London.", "praise", {"GBR"}),
        ("An invitation to the Kenyan president came from Oslo.", "invitation", {"NOR"}),
    ],
)
def test_whoever_is_behind_from_says_it(reader: Reader, text: str, kind: str, actors: set[str]) -> None:
    assert _roles(reader, text, kind)[0] == actors


def test_a_place_behind_from_says_nothing(reader: Reader) -> None:
    reports = reader.read("The Kenyan minister took a train from London.").reports
    assert "GBR" not in {p.country for r in reports for p in r.participants}


def test_a_threat_hangs_on_what_is_not_done(reader: Reader) -> None:
    text = "Kenya said it would shut the border if Uganda did not free the men."
    assert _roles(reader, text, "threat") == ({"KEN"}, {"UGA"})
    assert all(r.kind != "threat" for r in reader.read("Kenya said it would shut the border if it rained.").reports)


def test_a_treaty_due_to_be_signed_is_planned(reader: Reader) -> None:
    text = "A treaty due to be signed in Sofia by the Finnish and Maltese premiers ended a row."
    report = next(r for r in reader.read(text).reports if r.kind in {"signing", "agreement"})
    assert (report.status, {p.country for p in report.participants}) == ("planned", {"FIN", "MLT"})


def test_what_another_act_waits_for_is_ahead(reader: Reader) -> None:
    text = "Finland will send troops as soon as the Security Council gives the nod."
    assert {r.status for r in reader.read(text).reports} == {"planned"}


def test_it_takes_up_a_council_that_speaks(reader: Reader) -> None:
    reports = reader.read("The Maltese council said it condemned Chad.").reports
    assert [p.country for r in reports for p in r.participants if p.role == "actor"] == ["MLT"]


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("Rwanda, along with Kenya, held talks with Uganda.", "meeting", {"RWA", "KEN", "UGA"}),
        ("Rwanda, along with Kenya, set out terms at a summit in Nairobi.", "conference", {"RWA", "KEN"}),
        ("Rwanda held talks with Uganda, along with the price of sugar.", "meeting", {"RWA", "UGA"}),
    ],
)
def test_companions_take_part_in_what_a_noun_names(reader: Reader, text: str, kind: str, parties: set[str]) -> None:
    report = next(r for r in reader.read(text).reports if r.kind == kind)
    assert {p.country for p in report.participants} == parties


def test_whoever_travels_to_ask_asks_there(reader: Reader) -> None:
    text = "The Kenyan minister flew to Uganda to demand an apology."
    assert _roles(reader, text, "demand") == ({"KEN"}, {"UGA"})
    assert _roles(reader, "The Kenyan minister paused to demand an apology.", "demand") == ({"KEN"}, set())


def test_whose_concern_it_is_is_not_whom_it_is_about(reader: Reader) -> None:
    text = "The Kenyan minister expressed Norway's concern."
    assert _roles(reader, text, "condemnation") == ({"KEN"}, set())


def test_not_a_single_one_did_it(reader: Reader) -> None:
    text = "Not a single Kenyan soldier crossed the border into Uganda."
    assert {r.status for r in reader.read(text).reports} == {"denied"}
