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
        ("Uganda threatened and openly insulted Rwanda.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("Uganda allowed Rwandan observers to watch.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("Uganda seized 12 Rwandans and their arms.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("Uganda appealed for aid from Rwanda.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("Uganda expressed confidence in Rwanda's policies.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("Uganda criticised a proposal from a Rwandan minister.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("At the request of Uganda, Rwanda lifted the curfew.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("Uganda said Rwanda was behind the raid.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("Uganda became the first state to recognise Rwanda.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("Rwanda was given an ultimatum by Uganda.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("Uganda's critics, who include Rwandans, blamed Mali.", {"actor": ["UGA", "RWA"], "recipient": ["MLI"]}),
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


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Uganda hopes to find a way to reach a settlement with Rwanda.", ["UGA", "RWA"]),
        ("Uganda will wait if progress is made toward settling differences with Rwanda.", ["UGA", "RWA"]),
        ("Uganda and Rwanda have a dispute. Their dispute was settled.", ["UGA", "RWA"]),
        ("The seven agreed to lend a ferry to Rwanda.", []),  # nobody knows who they are
        ("They had agreed with Rwanda on the number of buses.", []),
        ("The question is whether Uganda approved arms sales by Rwanda.", ["UGA"]),
        ("The Ugandan minister said that Uganda had agreed to close the well.", ["UGA"]),
        ("The Ugandan minister said that Uganda agreed to close the well.", ["UGA"]),  # saying so is not agreeing
    ],
)
def test_arguments_sides_of_an_agreement(reader, text, actors):
    reports = [r for r in reader.read(text).reports if r.kind == "agreement"]
    found = [p.country for r in reports for p in r.participants if p.role == "actor"]
    assert sorted(found, reverse=True) == actors


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Uganda, along with Rwandan officials, condemned the coup.", ["Uganda", "Rwandan officials"]),
        ("Uganda condemned the coup, as did Rwanda and Burundi.", ["Uganda", "Rwanda", "Burundi"]),
        ("Together with Rwanda, Uganda rejected the plan.", ["Uganda", "Rwanda"]),
        ("Uganda, joined by Rwanda, rejected the plan.", ["Uganda", "Rwanda"]),
        ("Uganda joined the union and rejected the plan.", ["Uganda"]),
        ("Uganda sent ships along with tanks and rejected the plan.", ["Uganda"]),
        ("Both Uganda and African countries rejected the plan.", ["Uganda", "countries"]),
        (
            "Ugandan prime minister Ade Bello and trade minister Joe Oni rejected the plan.",
            ["Ade Bello", "Joe Oni"],
        ),
        ("President and chief executive Joe Oni rejected the Ugandan plan.", ["Joe Oni"]),
        ("The president and Foreign Minister Joe Oni rejected the Ugandan plan.", ["president", "Joe Oni"]),
        ("The agency quoted Joe Oni as rejecting the Ugandan plan.", ["Joe Oni"]),
        ("Chad said Uganda had taken steps to reject the plan.", ["Uganda"]),
        (
            "Treasury chief Joe Oni and Office of Water and Land chief Ann Lee rejected the Ugandan plan.",
            ["Joe Oni", "Ann Lee"],
        ),
        ("The Chadian president and Ugandan President Joe Oni rejected the plan.", ["Chadian president", "Joe Oni"]),
        ("His wife, Transport Minister Ann Lee, rejected the Ugandan plan.", ["Ann Lee"]),
        ("The Ugandan rights group National Coalition for Water rejected the plan.", ["National Coalition for Water"]),
        ("Representatives of Ugandan farmers rejected the plan.", ["Representatives of Ugandan farmers"]),
    ],
)
def test_arguments_whoever_acts_beside_the_subject_acts_too(reader, text, names):
    (report,) = [r for r in reader.read(text).reports if r.kind in {"condemnation", "rejection"}]
    assert [p.name for p in report.participants if p.role == "actor"] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Uganda hailed the report on Twitter.", []),
        ("Uganda urged allies such as Rwanda to pay.", ["Rwanda"]),
        ("Uganda urged oil-producing countries to pay.", ["oil-producing countries"]),
        ("Ugandan senators voted against the Vietnam war.", []),
        ("The Ugandan soldier was shot in the head by rebels.", ["Ugandan soldier"]),
        ("Uganda agreed to work with Rwanda.", ["Rwanda"]),
        ("A Ugandan court issued an order barring Rwanda from the talks.", ["Rwanda"]),
        ("Uganda asked six of the Rwandan committees to resign.", ["Rwandan committees"]),
        ("Uganda refused to support Rwanda's bid.", ["Rwanda"]),
        ("Uganda brokered a deal restoring relations between Chad and Niger.", ["Chad", "Niger"]),
        ("Uganda agreed to add two members to the Rwandan council.", []),
        ("Uganda agreed to sell maize to the Rwandan government.", ["Rwanda"]),
        ("Uganda sought loans from multilateral organisations.", ["multilateral organisations"]),
        ("Ugandan rebels killed and wounded two Rwandan nuns.", ["two Rwandan nuns"]),
        ("Uganda asked the Rwandan District Court to intervene.", ["Rwandan District Court"]),
        ("Uganda relinquished control of Chad to Rwanda.", ["Rwanda"]),
        ("Uganda is investigating whether Rwanda armed the rebels.", ["Rwanda"]),
        ("Uganda agreed to move its embassy in Rwanda.", []),
        ("Uganda denied reports that it would sell ships in Rwanda.", []),
        ("Ugandan rebels threatened the senator and his wife Ann Lee.", ["senator", "Ann Lee"]),
        ("Ugandan rebels killed a woman named Ann Lee.", ["Ann Lee"]),
        ("The Ugandan raid was condemned by members of the African Union.", []),
        ("Uganda demanded ten million Rwandan francs.", []),
        ("Uganda called for the release of the hostages by Rwanda.", ["Rwanda"]),
        ("Uganda called for the resignation of the Rwandan premier.", ["Rwandan premier"]),
        ("Uganda requested the removal of the Rwandan premier.", []),
        ("Uganda asked for a visa for the Rwandan premier.", []),
        ("Uganda called for the Rwandan premier to go.", ["Rwandan premier"]),
        ("Uganda condemned the bombing of the Rwandan embassies.", []),
        ("Uganda condemned the bombing of the embassies by Rwanda.", ["Rwanda"]),
        ("The bombing of the Rwandan embassies killed two Ugandan nuns.", ["two Ugandan nuns"]),
        ("Uganda called on all states to pay.", ["states"]),
        ("Uganda did not recommend prosecution.", []),
    ],
)
def test_arguments_recipients_are_those_to_whom_it_is_done(reader, text, names):
    report = reader.read(text).reports[0]
    assert [p.name for p in report.participants if p.role != "actor"] == names


def test_arguments_crowd_protests_to_nobody_by_being_there(reader):
    assert _sides(reader, "Ugandan students protested in Uganda.") == {"actor": ["UGA"]}
    assert _sides(reader, "Ugandan students protested in Rwanda.") == {"actor": ["UGA"]}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Uganda was condemned in a joint statement by Rwanda and Chad.",
            {"actor": ["RWA", "TCD"], "recipient": ["UGA"]},
        ),
        ("Uganda was condemned in a speech on fishing.", {"recipient": ["UGA"]}),
        ("Uganda was hit with tariffs by Rwanda.", {"actor": ["RWA"], "recipient": ["UGA"]}),
        ("Rwandan rebels claimed responsibility for the bombing of a hotel.", {"actor": ["RWA"]}),
        ("Rwandan rebels took credit for killing two Ugandan officers.", {"actor": ["RWA"], "recipient": ["UGA"]}),
        (
            "Rwandan rebels claimed responsibility for a raid that killed a Ugandan officer.",
            {"actor": ["RWA"], "recipient": ["UGA"]},
        ),
        ("Rwandan officials claimed responsibility for the roof of the school.", {}),
        ("Uganda alleged that the leak was caused by Rwanda.", {"actor": ["UGA"], "recipient": ["RWA"]}),
    ],
)
def test_arguments_agents_who_stand_elsewhere_than_at_the_verb(reader, text, sides):
    found: dict[str, list[str | None]] = {}
    for party in (p for r in reader.read(text).reports[:1] for p in r.participants):
        found.setdefault(party.role, []).append(party.country)
    assert found == sides


def test_arguments_reply_in_a_relative_clause_is_an_act_of_its_own(reader):
    kinds = [r.kind for r in reader.read("Uganda accused Rwanda of a raid, a charge Kigali denied.").reports]
    assert kinds == ["accusation", "denial"]
    kinds = [r.kind for r in reader.read("Uganda accused Rwanda of a raid that Rwanda had planned.").reports]
    assert kinds == ["accusation"]


def test_arguments_apposition_says_which_of_several(reader):
    (report,) = reader.read("One of the groups, the Ugandan Patriotic Front, condemned Rwanda.").reports
    assert [p.name for p in report.participants] == ["Ugandan Patriotic Front", "Rwanda"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Kenya signed a fishing accord with Malta.", {"actor": ["KEN", "MLT"], "recipient": []}),
        ("Kenya has reached a settlement with Western creditors.", {"actor": ["KEN", None], "recipient": []}),
        ("Kenya agreed to lend Uganda two ferries.", {"actor": ["KEN"], "recipient": ["UGA"]}),
        ("Chadian troops repelled a Libyan attack.", {"actor": ["LBY"], "recipient": ["TCD"]}),
        ("Two men were held over the Kenyan embassy bombing.", {"actor": [], "recipient": ["KEN"]}),
        ("Protests in Charlotte were broken up on Sunday.", {"actor": [], "recipient": []}),
        ("Chadian exiles demonstrated in Oslo.", {"actor": ["TCD"], "recipient": []}),
    ],
)
def test_arguments_sides_of_what_is_done_together_and_of_what_is_beaten_back(reader, text, sides):
    report = reader.read(text).reports[-1]
    assert {r: [p.country for p in report.participants if p.role == r] for r in ("actor", "recipient")} == sides


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Two Ugandan nuns were shot and killed by Rwandan police.", ["RWA"]),
        ("Two Ugandan nuns were killed in a Rwandan attack.", ["RWA"]),
        ("Two Ugandan nuns were killed in a Rwandan village.", []),
        ("Two Ugandan nuns were killed in clashes with Rwandan police.", ["RWA"]),
        ("The blast at the Rwandan embassy killed two Ugandan nuns.", []),
    ],
)
def test_arguments_attackers_stand_in_several_places(reader, text, countries):
    report = next(r for r in reader.read(text).reports if r.frame == "kill")
    assert [p.country for p in report.participants if p.role == "actor"] == countries


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The Ugandan minister Joe Oni is accused of ordering the raid.", {"recipient": ["UGA"]}),
        ("Uganda was suspended from the African Union in 2013.", {"actor": [None], "recipient": ["UGA"]}),
        ("Three Ugandan journalists were deported on Tuesday.", {"recipient": ["UGA"]}),
        ("Uganda and Rwanda were invited to join the talks in July.", {"recipient": ["UGA", "RWA"]}),
        ("Ugandan citizens have been urged to leave.", {"recipient": ["UGA"]}),
        ("Two men have been indicted in the case.", {"recipient": [None]}),
        ("Ugandan officials were questioned, and Ugandan editors jailed.", {"recipient": ["UGA"]}),
    ],
)
def test_arguments_passives_may_leave_out_who_acts(
    reader: Reader, text: str, sides: dict[str, list[str | None]]
) -> None:
    assert _sides(reader, text) == sides


@pytest.mark.parametrize(
    "text",
    [
        "A man was accused of stealing a bicycle.",
        "The accused Ugandan man left the court.",
        "The book was condemned.",
        "Uganda was hit by a drought.",
        "The climbers were well equipped.",
    ],
)
def test_arguments_passives_that_tell_no_act_between_parties(reader: Reader, text: str) -> None:
    assert not reader.read(text).reports


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "The Ugandan minister said in talks this morning with Rwandan envoy Joe Ade that calm was needed.",
            {"actor": ["UGA", "RWA"]},
        ),
        (
            "The Ugandan minister spoke after a meeting in Nairobi yesterday with Rwandan envoy Joe Ade.",
            {"actor": ["UGA", "RWA"]},
        ),
        ("Talks between lawyers for the boy and Ugandan officials were held.", {"actor": ["UGA", "UGA"]}),
        ("Uganda imposed tariffs on chips imported from Japan.", {"actor": ["UGA"], "recipient": ["JPN"]}),
        ("Uganda banned meat produced in Rwanda.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("Uganda fired missiles targeting Rwandan troops.", {"actor": ["UGA"], "recipient": ["RWA"]}),
        ("Uganda is under EU sanctions.", {"actor": [None], "recipient": ["UGA"]}),
        (
            "In a note to Rwanda, the Ugandan minister called for immediate approval of the plan.",
            {"actor": ["UGA"], "recipient": ["RWA"]},
        ),
        ("Rwandan rebels fired mortar shells at a Ugandan police station.", {"actor": ["RWA"], "recipient": ["UGA"]}),
        ("The accord was signed by six nations in Kampala.", {"actor": [None]}),
        ("Ugandan police arrested six Lutherans.", {"actor": ["UGA"]}),
    ],
)
def test_arguments_who_takes_part_is_found_where_news_tells_it(
    reader: Reader, text: str, sides: dict[str, list[str | None]]
) -> None:
    assert _sides(reader, text) == sides


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("A meeting of the Group of Seven is expected to begin on Tuesday.", True),
        ("The OPEC meeting ended on Friday.", True),
        ("OPEC meetings are usually long.", False),
        ("The cabinet meeting took place on Friday.", False),
    ],
)
def test_arguments_members_of_a_body_meet_each_other(reader: Reader, text: str, met: bool) -> None:
    assert ("meeting" in [r.kind for r in reader.read(text).reports]) == met


def test_relative_clauses_in_the_plural_are_about_all_who_are_joined(reader):
    reports = reader.read("Chad expelled two Kenyans and a Malian who were questioned by the FBI.").reports
    (asked,) = (r for r in reports if r.kind == "investigation")
    assert [p.country for p in asked.participants if p.role == "recipient"] == ["KEN", "MLI"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The raid was condemned by Uganda.", ["condemnation"]),
        ("The massacre was reported by Uganda.", []),
        ("The raid on Chad was organised by Uganda.", ["attack"]),
    ],
)
def test_who_judges_an_act_has_not_done_it(reader, text, kinds):
    assert [report.kind for report in reader.read(text).reports] == kinds


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("In Kampala, Ugandan Prime Minister Joe Oni threatened to stop the Rwandan vessel.", ["RWA"]),
        ("In Kigali, Ugandan Prime Minister Joe Oni threatened to retaliate.", ["RWA"]),
        ("In Kampala, Ugandan Prime Minister Joe Oni threatened to retaliate.", []),
    ],
)
def test_arguments_scene_of_an_act_at_home_is_no_party_of_it(reader: Reader, text: str, recipients: list[str]) -> None:
    assert _sides(reader, text).get("recipient", []) == recipients


def test_arguments_who_apologises_for_a_state_is_an_actor(reader: Reader) -> None:
    text = 'Ugandan President Joe Oni said, "Uganda deeply regrets this mistake."'
    (report,) = (r for r in reader.read(text).reports if r.kind == "apology")
    assert [p.name for p in report.participants if p.role == "actor"] == ["Uganda", "Joe Oni"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Kenyan minister wrote to the Chadian embassy asking for talks.", ["TCD"]),
        ("The Kenyan minister telephoned the Chadian banks to make the request.", ["TCD"]),
        ("The Kenyan minister wrote to reporters asking for talks.", []),
    ],
)
def test_arguments_who_is_called_on_is_asked(reader, text, expected):
    (report,) = (r for r in reader.read(text).reports if r.kind == "request")
    assert [p.country for p in report.participants if p.role == "recipient"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Police in Oslo confiscated 14 rifles, 31 magazines and a tank.",
        "A man was held after a shooting at a party in Oslo.",
    ],
)
def test_arguments_magazines_of_rifles_and_feasts_are_no_actors(reader, text):
    found = {p.sector for r in reader.read(text).reports for p in r.participants}
    assert not found & {"JRN", "PTY"}


def test_arguments_who_comes_from_elsewhere_is_of_no_state_here(reader):
    (report,) = (r for r in reader.read("A woman visiting from Togo was shot by Kenyan police.").reports)
    assert [p.country for p in report.participants if p.role == "recipient"] == [None]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Uganda signed the deal, with Rwanda the only state against it.", ["UGA"]),
        ("Uganda signed the deal with Rwanda, the only state against it.", ["UGA", "RWA"]),
    ],
)
def test_arguments_with_may_say_in_what_state_others_were(reader: Reader, text: str, countries: list[str]) -> None:
    assert _sides(reader, text)["actor"] == countries


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The bloc - Chad, Mali and Togo - will meet on Monday.", {"TCD", "MLI", "TGO"}),
        ("The Group of Five -- the United States, Japan and Britain -- will meet.", {"USA", "JPN", "GBR"}),
        ("Ann Lee met with a Chadian judge, as well as with two Kenyan ministers.", {"TCD", "KEN"}),
        (
            "The Chadian premier left before meeting with Kenyan officials in Oslo and with Togolese lawyers.",
            {"TCD", "KEN", "TGO"},
        ),
        ("Over the course of two hours of talks with Chadian officials, Kenyan ministers gave in.", {"TCD", "KEN"}),
        ("Kenyan banks would like Chad to work more closely with the United Nations.", {"TCD"}),
    ],
)
def test_arguments_every_side_is_named(reader: Reader, text: str, sides: set[str]) -> None:
    found = [p.country for p in reader.read(text).reports[0].participants if p.role == "actor"]
    assert set(found) - {None} == sides


def test_arguments_names_joined_to_a_plural_noun_are_people(reader: Reader) -> None:
    text = "Joe Oni is a Kenyan minister. The Togolese senators met with Oni and State Department officials."
    assert "Joe Oni" in {p.name for p in reader.read(text).reports[-1].participants}


def test_arguments_who_travels_with_somebody_visits_too(reader: Reader) -> None:
    text = "The Chadian premier left for Kenya on Monday with Foreign Minister Joe Oni."
    assert [p.name for p in reader.read(text).reports[0].participants if p.role == "actor"][1:] == ["Joe Oni"]
    text = "The Chadian premier left for Kenya on Monday with a message."
    assert len(reader.read(text).reports[0].participants) == 2


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Chadian law, enacted by Mali to end the war, banned imports from Kenya.", ["MLI"]),
        ("Chadian lawyers sent letters to the Kenyan ministry urging it to free the men.", ["TCD"]),
        ("Some said Joe Oni's remarks and the Kenyan minister's warning to Chad were clear.", ["KEN"]),
    ],
)
def test_arguments_who_is_behind_a_text(reader: Reader, text: str, actor: list[str]) -> None:
    assert [p.country for p in reader.read(text).reports[-1].participants if p.role == "actor"] == actor


def test_arguments_descriptions_of_a_person_are_nobody_else(reader: Reader) -> None:
    text = "Ann Lee, a Chadian veteran, activist and currently a candidate, met the Kenyan minister."
    assert [p.name for p in reader.read(text).reports[0].participants] == ["Ann Lee", "Kenyan minister"]
    text = "Ann Lee, a miner, and the Chadian minister met."
    assert [p.name for p in reader.read(text).reports[0].participants] == ["Ann Lee", "Chadian minister"]


def test_arguments_whose_demands_are_met_meets_none(reader: Reader) -> None:
    text = "The miners will talk if there is an intention to meet the strikers' demands in Chad."
    assert "strikers" not in {p.name for r in reader.read(text).reports for p in r.participants if p.role == "actor"}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Chad bought corn as a gesture ahead of trade talks with Kenyan officials.", {"TCD", "KEN"}),
        (
            "Chad prepared a summit in Oslo next month between the Kenyan president and the Malian premier.",
            {"KEN", "MLI"},
        ),
        ("Ten were hurt in battles between police and Chadian mine workers.", {"TCD"}),
        ("Kenyan officials will conduct a joint probe with their Ugandan counterparts.", {"KEN", "UGA"}),
        ("Kenya reached an agreement in May with Uganda to end the war.", {"KEN", "UGA"}),
    ],
)
def test_arguments_other_sides_by_the_clause(reader: Reader, text: str, sides: set[str]) -> None:
    report = reader.read(text).reports[-1]
    assert {p.country for p in report.participants if p.role == "actor"} == sides


def test_arguments_who_is_named_beside_a_noun_is_he(reader: Reader) -> None:
    text = "The official, the Farm Council's Chairman Joe Oni, told a press conference that Chad was late."
    assert [p.name for p in reader.read(text).reports[0].participants] == ["Joe Oni"]
    text = "Businessman and Chad loyalist Joe Oni said the Kenyan president should resign."
    assert [p.name for p in reader.read(text).reports[0].participants if p.role == "actor"] == ["Joe Oni"]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("Ghana hailed a decision by Kenya to expel the Chadian ambassador.", "expulsion", {"Kenya"}),
        (
            "Ghana and Mali, neighbours that cut ties in 2016, signed an accord.",
            "severing relations",
            {"Ghana", "Mali"},
        ),
        ("The refusal of Chad to sign the treaty angered Mali.", "refusal", {"Chad"}),
    ],
)
def test_arguments_find_who_decides_and_whom_an_apposition_means(reader, text, kind, actors):
    report = next(r for r in reader.read(text).reports if r.kind == kind)
    assert {p.name for p in report.participants if p.role == "actor"} == actors


def test_arguments_who_means_or_has_to_do_it(reader):
    text = "Uganda showed an intention to meet Rwanda's demands."
    assert _sides(reader, text) == {"actor": ["UGA"], "recipient": ["RWA"]}


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        (
            "Uganda hailed promises by Rwanda to cut it and by Mali and Togo to raise it.",
            "promise",
            ["RWA", "MLI", "TGO"],
        ),
        ("He met Joe Oni, an aide to Ugandan leader Ann Lee, who visited Norway.", "visit", [None]),
        ("The premier lobbied Ugandan deputies to support the Rwandan plan.", "praise", []),
    ],
)
def test_arguments_doers_far_from_the_word(reader, text, kind, actors):
    reports = [r for r in reader.read(text).reports if r.kind == kind]
    assert [p.country for r in reports for p in r.participants if p.role == "actor"] == actors


def _of_kind(reader: Reader, text: str, kind: str) -> list[tuple[list[str | None], list[str | None]]]:
    """The countries of actors and recipients of each report of a kind."""
    reports = [r for r in reader.read(text).reports if r.kind == kind]
    return [
        (
            [p.country for p in r.participants if p.role == "actor"],
            [p.country for p in r.participants if p.role == "recipient"],
        )
        for r in reports
    ]


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # whose part or motive it is does what the gerund says
        ("Norway praised the role of Chad in freeing the pilot.", "release", [(["TCD"], [None])]),
        ("Norway asked about Chad's motives in wanting the embargo lifted.", "request", [(["TCD"], [])]),
        ("Norway was wary of the interest of Chad in condemning Niger.", "condemnation", [(["TCD"], ["NER"])]),
        ("Norway persisted in condemning Niger.", "condemnation", [(["NOR"], ["NER"])]),
        # nobody is subject of "there were"
        ("The Kenyan minister said there were doubts about the meals while detained.", "arrest", []),
        # who brought a thing about need not end it
        ("The Kenyan ban, imposed by President Joe Oni in 1990, was lifted.", "concession", [(["KEN"], [])]),
        ("The ban imposed by Kenya was lifted.", "concession", [(["KEN"], [])]),
        ("Kenya vetoed a bid to cut the grant won by the Ugandan minister.", "veto", [(["KEN"], [])]),
        # what a thing is like, or where somebody is brought, is done nothing to
        ("The Kenyan ministers struck a similar deal to one between Iran and China.", "agreement", [(["KEN"], [])]),
        ("The Kenyan minister approved the sale of tanks to China.", "agreement", [(["KEN"], ["CHN"])]),
        ("Norway called Kenya's refund from Uganda unjustified.", "accusation", [(["NOR"], ["KEN"])]),
        ("Norway called the refund from Uganda unjustified.", "accusation", [(["NOR"], ["UGA"])]),
        ("Chad broke a truce with rebels killing two Malian nuns.", "attack", [(["TCD"], ["MLI"])]),
        ("Chad praised a pact with Togolese rebels shooting two Malian nuns.", "attack", [(["TGO"], ["MLI"])]),
        # a state before a suit may be that of the court
        ("The Kenyan minister won damages in a British lawsuit against Chad.", "accusation", [(["KEN"], ["TCD"])]),
        # a sum is one object, and who is helped is the first of two
        ("Norway lent Russia dollars 6bn to build a dam.", "aid", [(["NOR"], ["RUS"])]),
    ],
)
def test_arguments_who_did_it_and_to_whom(reader, text, kind, sides):
    assert _of_kind(reader, text, kind) == sides


def test_arguments_host_is_no_visitor_of_his_guest(reader: Reader) -> None:
    text = "The Chadian president visited Oslo, where he met Norwegian ministers during his first trip to the country."
    assert all(actors == ["TCD"] for actors, _ in _of_kind(reader, text, "visit"))
