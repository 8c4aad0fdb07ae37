"""Agents of passives behind a gerund or infinitive, patients behind an agent."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Chile was accused of spying by Peru's foreign minister.", ["PER"]),
        ("Iran was blamed for arming the rebels by Saudi Arabia on Monday.", ["SAU"]),
        ("The envoy was prevented from leaving by Chadian police.", ["TCD"]),
        ("Sudan was accused by Chad of stoking violence by arming rebels.", ["TCD"]),
        ("Chile was accused of spying by Monday.", []),
        ("The envoy, accused of spying by Peru, left.", ["PER"]),
        ("Chile was condemned for its stance by Peru.", ["PER"]),
        ("Chile was condemned for its stance by Monday.", []),
        ("The students were told to leave by Kenyan police.", ["KEN"]),
        ("The union was urged by Chad to end the strike by force.", ["TCD"]),
        ("The union was urged to end the strike by Friday.", []),
        ("The raid was condemned by Peru and by Chad.", ["PER", "TCD"]),
    ],
)
def test_passives_keep_their_agent(reader: Reader, text, actors):
    found = reader.read(text).reports
    assert [p.country for report in found for p in report.participants if p.role == "actor"] == actors


@pytest.mark.parametrize(
    ("text", "patients"),
    [
        ("The expulsion by Chad of two French diplomats was told on Monday.", ["FRA"]),
        ("The seizure by Iran of a Greek tanker was told on Monday.", ["GRC"]),
        ("The expulsion by Chad of French diplomats was told on Monday.", ["FRA"]),
        (
            "The expulsion by officers of French diplomats was told on Monday.",
            [],
        ),  # officers of theirs, for all we know
    ],
)
def test_passives_keep_their_patient(reader: Reader, text, patients):
    found = reader.read(text).reports
    assert [p.country for report in found for p in report.participants if p.role == "recipient"] == patients


@pytest.mark.parametrize("verb", ["condemned", "praised", "discussed", "filmed"])
def test_passives_tell_who_speaks_of_an_act_not_who_does_it(reader: Reader, verb):
    found = reader.read(f"The attack on Oslo was {verb} by France.").reports
    assert [p.country for r in found if r.kind == "attack" for p in r.participants if p.role == "actor"] == []


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Rockets fired at Erbil on Thursday wounded three people, Iraqi officials said.", "attack", "Erbil"),
        ("A grenade thrown into a bar in Kisumu wounded eight people.", "attack", "Kisumu"),
        ("Rebels backed by Chad seized the town of Gao in Mali.", "seizure", "Gao"),
        ("Rebels backed by Chad attacked the town.", "attack", None),
    ],
)
def test_passives_place_what_a_weapon_did_where_it_was_sent(reader: Reader, text, kind, place):
    (report,) = (r for r in reader.read(text).reports if r.kind in {kind, "attack"})
    assert (report.place and report.place.name) == place


def test_passives_tell_a_participle_between_commas_from_a_verb(reader: Reader):
    text = (
        "Namibia's former justice minister Otto Shilongo, nabbed at a farm on Wednesday, will be arraigned on Friday."
    )
    assert [(r.kind, [p.name for p in r.participants]) for r in reader.read(text).reports] == [
        ("arrest", ["Otto Shilongo"]),
        ("trial", ["Otto Shilongo"]),
    ]


def test_who_stands_behind_by_on_a_passive_is_its_agent(reader):
    for text in (
        "A Kenyan pilot was freed by Norway.",
        "Two Kenyan diplomats were declared persona non grata by Norway on Monday.",
    ):
        report = reader.read(text).reports[0]
        assert [p.country for p in report.participants if p.role == "actor"] == ["NOR"], text


def test_by_before_a_place_or_time_of_an_act_in_the_active_is_no_agent(reader):
    for text in ("Kenyan troops freed a pilot by Lake Victoria.", "The pilot was freed by Friday."):
        assert all("Victoria" not in p.name for r in reader.read(text).reports for p in r.participants), text


def test_a_predicate_of_the_object_has_no_agent_of_its_own(reader):
    report = next(r for r in reader.read("Two Swedish envoys were declared persona non grata by Moscow.").reports)
    assert [(p.role, p.country) for p in report.participants] == [("actor", "RUS"), ("recipient", "SWE")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The rejection by Chad of the Nigerian offer came on Monday.", "rejection"),
        ("The attack on two Nigerian towns by Chad came on Monday.", "attack"),
        ("The invitation to the Nigerian premier by Chad came on Monday.", "invitation"),
    ],
)
def test_the_agent_of_a_noun_of_action_is_no_part_of_its_patient(reader, text, kind):
    found = {r.kind: [(p.role, p.country) for p in r.participants] for r in reader.read(text).reports}
    assert found[kind] == [("actor", "TCD"), ("recipient", "NGA")]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Five Kenyan soldiers wounded near Mandera", [("recipient", "KEN")]),
        ("Two Chadian rebels killed in raid", [("recipient", "TCD")]),
        ("Chadian rebels killed two Kenyan soldiers", [("actor", "TCD"), ("recipient", "KEN")]),
        ("Chadian rebels killed in the night.", [("actor", "TCD")]),  # a whole sentence leaves out no auxiliary
    ],
)
def test_headlines_leave_out_the_auxiliary_of_passives(reader: Reader, text, roles):
    found = reader.read(text).reports
    assert [(p.role, p.country) for report in found for p in report.participants] == roles
