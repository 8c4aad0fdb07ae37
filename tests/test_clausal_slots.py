"""Places in a verb's clause where the recipients of an act stand."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


def recipients(reader: Reader, text: str, kind: str) -> list[str | None]:
    reports = [r for r in reader.read(text).reports if r.kind == kind]
    return [p.country or p.name for p in reports[0].participants if p.role == "recipient"]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Kenya told Foreign Minister Joe Oni that Chad must free the crew.", "demand", ["TCD", "Joe Oni"]),
        ("The Kenyan president told politicians they should defend the poor.", "appeal", ["politicians"]),
        ("The Kenyan president told students that we must protect the lake.", "demand", []),
        ("If Chad wants to sell its wheat, they must cut the price, the Kenyan minister said.", "demand", ["TCD"]),
        ("The Kenyan minister said she was disturbed by moves in Chad to limit imports.", "condemnation", ["TCD"]),
        ("The Kenyan minister said she was angry about the Chadian decision.", "condemnation", ["TCD"]),
        ("The Kenyan minister joined calls by Malian officials urging Chad to free the man.", "request", ["TCD"]),
        ("Kenya had set a deadline of three weeks for Chad to open its markets.", "ultimatum", ["TCD"]),
        ("The Kenyan prosecutor is conducting an inquiry into the company's Chadian sales.", "investigation", ["KEN"]),
        ("A bomb went off in a café in Nairobi at 10.30 P.M. on Monday.", "attack", []),
        ("Chad warned Kenya that it would retaliate if Kenya imposed the tariffs.", "sanction", ["TCD"]),
        ("Kenyan mediation brought Chad and Togo to the table.", "mediation", ["TCD", "TGO"]),
        ("Chad and Togo made peace under Kenyan auspices.", "mediation", ["TCD", "TGO"]),
        ("A walkout by Kenyan miners at Acme Mines Ltd entered its fifth day.", "strike", ["Acme Mines Ltd"]),
        ("Kenya has dropped its condition that Chad secure guarantees.", "concession", ["TCD"]),
        ("Kenya denied Ugandan allegations that Chad had armed the rebels.", "accusation", ["TCD"]),
        ("Kenya's request that Uganda release the men was ignored.", "request", ["UGA"]),
        ("Kenya's call for Uganda to release the men was ignored.", "appeal", ["UGA"]),
        ("Kenyan miners employed by Acme Mines Ltd declared a strike.", "strike", ["Acme Mines Ltd"]),
        ("A strike by Kenyan miners employed by Acme Mines Ltd paralysed the port.", "strike", ["Acme Mines Ltd"]),
        ("Kenyan miners at Acme Mines Ltd's pit went on strike.", "strike", ["Acme Mines Ltd"]),
        ("Kenyan miners at the old pit went on strike.", "strike", []),
    ],
)
def test_clausal_slots_name_recipients(reader: Reader, text: str, kind: str, expected: list[str]) -> None:
    assert recipients(reader, text, kind) == expected


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("Chad and Libya signed a Norwegian-brokered accord.", "mediation", ["NOR"]),
        ("The Norwegian-sponsored exhibition in Chad opened on Monday.", "mediation", None),
        ("Kenya lost no time and took the step of recalling its envoy.", "recall", ["KEN"]),
        ("Kenya had no choice but to expel the Chadian envoy.", "expulsion", ["KEN"]),
        ("What Kenya did was expel the Chadian envoy.", "expulsion", ["KEN"]),
        ("Their negotiators, Otto Borg of Chad and Ann Lee of Kenya, met in Oslo.", "meeting", ["TCD", "KEN"]),
        ("Iraq's vice presidents, Otto Borg and Ann Lee, condemned Iran.", "condemnation", ["IRQ", "IRQ"]),
    ],
)
def test_clausal_slots_find_who_does_it_by_other_constructions(reader, text, kind, actors):
    found = [r for r in reader.read(text).reports if r.kind == kind]
    assert [[p.country for p in r.participants if p.role == "actor"] for r in found] == ([actors] if actors else [])


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        ("Kenya told Chad it was ready to lend it money.", "offer", ["KEN"], ["TCD"]),
        ("Libya has until Friday to free the crew, Kenya said.", "ultimatum", ["KEN"], ["LBY"]),
        ("Free the crew, Kenya told Uganda on Monday.", "demand", ["KEN"], ["UGA"]),
        ("Kenya told Uganda to free the crew by Friday or face the consequences.", "ultimatum", ["KEN"], ["UGA"]),
        ("Kenya vowed to make Uganda pay for the raid.", "threat", ["KEN"], ["UGA"]),
        ("Kenya is unwilling to lend Uganda more money.", "refusal", ["KEN"], ["UGA"]),
        ("Kenya said it had never armed Ugandan rebels.", "denial", ["KEN"], []),
    ],
)
def test_who_tells_whom_what_is_to_be_done_or_was_not_done(reader: Reader, text, kind, actor, recipient):
    report = next(r for r in reader.read(text).reports if r.kind == kind)
    assert [p.country for p in report.participants if p.role == "actor"] == actor
    assert [p.country for p in report.participants if p.role == "recipient"] == recipient


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya told Uganda to send a fax or a letter.", "ultimatum"),
        ("Kenya told Uganda to stay or to leave.", "ultimatum"),
        ("Kenya said it had not yet bombed the camp.", "denial"),
        ("Kenya said it would not bomb the camp.", "denial"),
        ("To free the crew, Kenya told Uganda a lie.", "demand"),
    ],
)
def test_what_is_no_alternative_and_no_denial(reader: Reader, text, kind):
    assert kind not in {r.kind for r in reader.read(text).reports}
