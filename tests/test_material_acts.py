"""Material acts between states: sanctions, strikes, coups, ceasefires, and what is done to a state's firms."""

from __future__ import annotations

import pytest

from communique.records import Report


def sides(report: Report, role: str) -> list[str | None]:
    return [p.country or p.name for p in report.participants if p.role == role]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Malawi outlawed a Zambian party.", "sanction"),
        ("Malawi outlawed the party.", "restriction"),
        ("Malawi barred the Zambian airline Skyways Air from landing.", "sanction"),
        ("Malawi imposed a curfew in the Zambian town of Kitwe.", "restriction"),
        ("Malawian jets launched missile strikes on Zambia.", "attack"),
        ("Malawian miners launched a strike against the government.", "strike"),
        ("General Otto Banda staged a coup against the president of Malawi.", "seizure"),
    ],
)
def test_material_kind_is_of_the_act_and_of_whom_it_is_done_to(reader, text, kind):
    assert [r.kind for r in reader.read(text).reports] == [kind]


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        ("Malawi suspended the permit of the Zambian carrier.", "sanction", "MWI", "ZMB"),
        ("Two Malawians were kidnapped and later shot by Zambian rebels.", "abduction", "ZMB", "MWI"),
        ("Malawi has been the target of Zambian sanctions.", "sanction", "ZMB", "MWI"),
        ("Malawi said it was one of the targets of Zambian sanctions.", "sanction", "ZMB", "MWI"),
        ("Depots belonging to Malawi's army were hit by Zambian drones.", "attack", "ZMB", "MWI"),
        ("Malawi supported the Zambian government against the rebels.", "aid", "MWI", "ZMB"),
    ],
)
def test_material_act_is_done_to_the_state_of_a_firm_or_body(reader, text, kind, actor, recipient):
    report = next(r for r in reader.read(text).reports if r.kind == kind)
    assert sides(report, "actor") == [actor]
    assert recipient in sides(report, "recipient")


def test_material_act_that_is_condemned_took_place(reader):
    found = {r.kind: r for r in reader.read("Norway condemned Malawi's invasion of Zambia.").reports}
    assert sides(found["attack"], "actor") == ["MWI"]
    assert "attack" not in {r.kind for r in reader.read("Norway accused Malawi of an attack on Zambia.").reports}


def test_material_ceasefire_goes_by_a_word_with_a_hyphen_too(reader):
    found = reader.read("The cease-fire in Zambia collapsed on Friday.", published="2019-05-10").reports
    assert [r.kind for r in found] == ["ceasefire"]
    assert sides(reader.read("Malawi and Zambia declared a cease-fire.").reports[0], "actor") == ["MWI", "ZMB"]


def test_material_act_that_is_condemned_as_a_plan_did_not_take_place(reader):
    kinds = {r.kind for r in reader.read("Norway condemned Malawi's plan to invade Zambia.").reports}
    assert "attack" not in kinds


def test_material_aid_to_the_two_countries_is_no_aid_to_who_gives_it(reader):
    text = "Norway's minister spoke of the drought in Malawi and Zambia. Norway has sent grain to the two countries."
    (aid,) = [r for r in reader.read(text).reports if r.kind == "aid"]
    assert sides(aid, "recipient") == ["MWI", "ZMB"]


def test_material_handover_names_who_is_handed_over_and_to_whom(reader):
    (report,) = reader.read("Malawi extradited Otto Banda to Zambia.").reports
    assert sides(report, "recipient") == ["ZMB", "Otto Banda"]
