"""Ways in which reporters tell an act, with the report that each must give: kind, status, who, when and where."""

from __future__ import annotations

import pytest

#: A Thursday.
PUBLISHED = "2024-05-16"


def told(reader, text: str) -> list[str]:
    """The reports of a text, each as "kind status; actor, actor > recipient or host; first day[..last day]; place"."""
    return [_line(report) for report in reader.read(text, published=PUBLISHED).reports]


def _line(report) -> str:
    doing = ", ".join(_name(p) for p in report.participants if p.role == "actor")
    done = ", ".join(_name(p) for p in report.participants if p.role in {"recipient", "host"})
    time, place = report.time, report.place
    days = "" if time is None else f"{time.start}" + ("" if time.end == time.start else f"..{time.end}")
    parties = f"{doing} > {done}" if done else doing
    return f"{report.kind} {report.status}; {parties}; {days}; {place.name if place else ''}"


def _name(party) -> str:
    return party.country or party.name


@pytest.mark.parametrize(
    ("text", "line"),
    [
        # each at one end of the line
        (
            "Danish Prime Minister Ann Lee and Oman's Said Harthi were on the phone for nearly an hour on Monday.",
            "call occurred; DNK, OMN; 2024-05-13; ",
        ),
        # where each sat
        (
            "Danish Foreign Minister Ann Lee sat across from Oman's Said Harthi in the Kenyan capital on Monday.",
            "meeting occurred; DNK, OMN; 2024-05-13; Nairobi",
        ),
        (
            "Danish Foreign Minister Ann Lee and Oman's Said Harthi were closeted in Nairobi for two hours on Monday.",
            "meeting occurred; DNK, OMN; 2024-05-13; Nairobi",
        ),
        (
            "The Danish and Omani foreign ministers will see each other again in Nairobi on Friday.",
            "meeting planned; DNK, OMN; 2024-05-17; Nairobi",
        ),
        # who meets a guest at the airport welcomes him
        (
            "Danish President Ann Lee was met at the airport in Nairobi on Monday by Kenyan premier Joe Oni.",
            "visit occurred; DNK > KEN; 2024-05-13; Nairobi",
        ),
        # where it was before who it was between
        (
            "Monday's talks at a Nairobi hotel between Denmark's Ann Lee and Kenya's Joe Oni lasted three hours.",
            "meeting occurred; DNK, KEN; 2024-05-13; Nairobi",
        ),
        # who is expected for talks takes part in them
        (
            "The Danish foreign minister is expected in Nairobi on Friday for talks with Kenya's president.",
            "meeting planned; KEN, DNK; 2024-05-17; Nairobi",
        ),
        # no part of the world but a state
        (
            "Danish President Ann Lee flew to South Africa on Monday.",
            "visit occurred; DNK > ZAF; 2024-05-13; South Africa",
        ),
    ],
)
def test_people_who_meet_are_found_with_their_day_and_place(reader, text, line):
    assert line in told(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "The Danish foreign minister was on the phone on Monday.",
        "The Danish embassy sits across from the Omani consulate in Nairobi.",
        "Denmark and Oman face each other in the handball final on Friday.",
        "The Danish and Omani premiers see each other as rivals.",
        "The hall was booked on Monday for a concert with an Omani singer.",
    ],
)
def test_other_senses_of_those_words_are_no_meeting(reader, text):
    assert not [line for line in told(reader, text) if line.split()[0] in {"call", "meeting", "visit"}]


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("Foreign Minister Ann Lee of Denmark met Issa Ba, her Malian opposite number.", "Issa Ba", "Foreign Minister"),
        ("Foreign Minister Ann Lee of Denmark met Malian counterpart Issa Ba.", "Issa Ba", "Foreign Minister"),
        ("Foreign Minister Ann Lee of Denmark met her Malian colleague Issa Ba.", "Issa Ba", "Foreign Minister"),
        ("Foreign Minister Ann Lee of Denmark met her colleague Jens Holm.", "Jens Holm", None),
    ],
)
def test_a_counterpart_has_the_office_of_the_one_he_is_a_counterpart_of(reader, text, name, office):
    offices = {m.name: m.office for m in reader.read(text).mentions}
    held = offices[name]
    assert held == office or (office is None and held != "Foreign Minister")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        # a regular past that looks like a participle
        (
            "The depots in Baalbek that Israel's air force destroyed on Monday were full of rockets, a spokesman said.",
            "attack occurred; ISR > LBN; 2024-05-13; ",
        ),
        (
            "The depot Israel's air force bombed on Monday held rockets.",
            "airstrike occurred; ISR > depot; 2024-05-13; ",
        ),
        # "that" as an object
        (
            "The bridge in Kassala that Sudan's army blew up on Monday was old.",
            "attack occurred; SDN > SDN; 2024-05-13; ",
        ),
        (
            "The Iranian envoys that Turkey's foreign ministry expelled on Monday left by train.",
            "expulsion occurred; TUR > IRN; 2024-05-13; Turkey",
        ),
        # what a coalition of states at war has
        (
            "A workshop near the Yemeni city of Taiz was hit by coalition aircraft on Monday, a spokesman said.",
            "attack occurred; coalition aircraft > YEM; 2024-05-13; Taiz",
        ),
        # where the weapons came from, and whom they were turned on
        (
            "Two Omani boats were hit by water cannon from Iranian ships on Monday.",
            "attack occurred; IRN > OMN; 2024-05-13; ",
        ),
        (
            "Iranian navy ships blasted Omani boats with water cannon on Monday.",
            "attack occurred; IRN > OMN; 2024-05-13; ",
        ),
    ],
)
def test_attacks_are_found_whatever_their_clause_is_part_of(reader, text, line):
    assert line in told(reader, text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Delegates of the Colombian government and the National Liberation Army met in Havana on Monday.",
            ["Colombian Delegates", "National Liberation Army Delegates"],
        ),
        (
            "Officials of the European Union and Chile met in Brussels on Monday.",
            ["European Union Officials", "Chile Officials"],
        ),
        # whose one side is, whom they meet behind the day
        (
            "Officials of the European Union met in Brussels on Monday with Chilean envoys.",
            ["European Union Officials", "Chilean envoys"],
        ),
    ],
)
def test_people_of_a_body_and_of_a_state_are_two_sides(reader, text, names):
    (report,) = (r for r in reader.read(text).reports if r.kind == "meeting")
    assert [p.name for p in report.participants] == names


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("Turkish-backed fighters shelled a village in Syria on Monday.", "Turkish-backed fighters", "REB"),
        ("The Saudi-led coalition bombed a factory in Yemen on Monday.", "Saudi-led coalition", "MIL"),
        ("The Labour-led coalition lost a vote on Monday.", "Labour-led coalition", "PTY"),
    ],
)
def test_who_is_backed_or_led_by_a_state_is_named_so(reader, text, name, sector):
    assert [(m.sector) for m in reader.read(text).mentions if m.name == name] in ([sector], [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Zambia's mines minister, Joe Oni, and South Korean Trade Minister Noh Tae-yul will sign a pact on Friday.",
            {"Joe Oni", "Noh Tae-yul"},
        ),
        (
            "The meeting between Malian Foreign Minister Issa Ba-Toure and Algeria's Lamine Bouchareb was called off.",
            {"Issa Ba-Toure", "Lamine Bouchareb"},
        ),
    ],
)
def test_two_people_joined_by_and_are_two_parties(reader, text, names):
    assert names in [{p.name for p in r.participants} for r in reader.read(text, published=PUBLISHED).reports]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        # who lands to begin a visit has begun it
        (
            "Omani President Joe Oni landed at Liszt airport on Monday to begin a visit to Hungary.",
            "visit occurred; OMN > HUN; 2024-05-13; Hungary",
        ),
        # a capital that welcomes
        (
            "The Hungarian capital welcomed Omani President Joe Oni on Monday.",
            "visit occurred; OMN > HUN; 2024-05-13; Hungary",
        ),
        # an occasion where something else was agreed
        (
            "Egypt and Chad reached an agreement on the filling of the dam at talks in Lome on Monday.",
            "agreement occurred; EGY, TCD; 2024-05-13; Lome",
        ),
        (
            "Egypt and Chad reached an agreement on the filling of the dam at talks in Lome on Monday.",
            "meeting occurred; EGY, TCD; 2024-05-13; Lome",
        ),
        # what was asked for and has its day was held
        (
            "It was Oman that asked for Monday's meeting in Lome between Kenya's Joe Oni and Oman's Said Harthi.",
            "meeting occurred; KEN, OMN; 2024-05-13; Lome",
        ),
        ("Kenya asked for a meeting with Chad in Lome on Friday.", "request occurred; KEN; 2024-05-10; "),
        # a crowd and what it does beside
        (
            "Banging pots and pans, opponents of the law filled the avenue before Georgia's parliament on Monday.",
            "protest occurred; GEO; 2024-05-13; Georgia",
        ),
        # the agent of a noun of action behind a verb that has none
        (
            "Twelve men died in Monday's shelling of the town by Sudanese troops.",
            "attack occurred; SDN > Twelve men; 2024-05-13; ",
        ),
        # when a weapon that did harm was fired
        (
            "The hall was gutted on Monday by a missile that Russia fired at Kharkiv.",
            "attack occurred; RUS > UKR; 2024-05-13; Kharkiv",
        ),
        # relief
        (
            "Norway will send two planes with tents and water filters to cyclone-hit Vanuatu on Friday.",
            "aid planned; NOR > VUT; 2024-05-17; ",
        ),
        ("The tents came with the aid that Norway flew in on Monday.", "aid occurred; NOR; 2024-05-13; "),
        # against whom, not before whom
        (
            "Lebanon filed a complaint with the UN Security Council against Israel on Monday.",
            "accusation occurred; LBN > ISR; 2024-05-13; ",
        ),
        ("Pakistan handed over a list of demands to Kabul on Monday.", "request occurred; PAK > AFG; 2024-05-13; "),
        (
            "Canada took measures against nine Nicaraguan judges on Monday.",
            "sanction occurred; CAN > NIC; 2024-05-13; Canada",
        ),
        # the status of what is only spoken of
        (
            "The cancelled meeting between the Danish and Omani premiers will not be rescheduled, Denmark said.",
            "meeting cancelled; DNK, OMN; ; ",
        ),
        (
            "The Danish and Omani foreign ministers discussed the withdrawal of Danish troops on Monday.",
            "withdrawal proposed; DNK; 2024-05-13; ",
        ),
        ("France voiced opposition to a ground offensive in Rafah on Monday.", "attack hypothetical; ; ; Rafah"),
        (
            "An attack on the Kenyan port would be met with a response, Egypt said.",
            "attack hypothetical;  > KEN; ; Kenya",
        ),
    ],
)
def test_acts_are_found_with_their_status(reader, text, line):
    assert line in told(reader, text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Omani President Joe Oni left for Liszt airport on Monday to begin a visit to Hungary.", "visit occurred"),
        ("Kenya asked for a meeting with Chad in Lome on Friday.", "meeting"),
        ("Egypt and Chad agreed to hold talks in Lome on Friday.", "agreement"),
        ("France voiced opposition to the ground offensive in Rafah on Monday.", "attack hypothetical"),
        ("Kenya began the withdrawal of its troops on Monday.", "withdrawal proposed"),
        ("Canada took measures against Canadian smugglers on Monday.", "sanction"),
    ],
)
def test_what_is_not_so_is_not_told(reader, text, line):
    assert not [one for one in told(reader, text) if one.startswith(line)]


@pytest.mark.parametrize(
    "text",
    [
        "Jordan's king visited Baghdad on Monday, the first visit by an Arab leader since the war.",
        "Iran's foreign minister met his Saudi counterpart in Baghdad on Monday, their first meeting since 2016.",
        "Chadian warplanes bombed a factory in Niger on Monday in their first raid on the country since May.",
    ],
)
def test_what_the_first_of_its_kind_was_is_one_act(reader, text):
    assert len(told(reader, text)) == 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        # who joins in what others ask
        (
            "The Danish premier joined calls by Dutch officials asking Chad to free the monks.",
            "request occurred; DNK > TCD;",
        ),
        (
            "The Danish premier joined calls by Dutch officials asking Chad to free the monks.",
            "request occurred; NLD > TCD;",
        ),
        # from whom a place is taken
        (
            "Sudanese troops captured the town of Kassala from Eritrean forces on Monday.",
            "seizure occurred; SDN > ERI;",
        ),
        # those on board
        ("The Iranian navy seized a tanker and detained its crew on Monday.", "arrest occurred; IRN > crew;"),
        ("The Iranian navy seized a tanker and detained its Greek crew on Monday.", "arrest occurred; IRN > GRC;"),
        # an act before another one, whose day and place are told
        ("Oman's foreign minister toured the region before flying to Oslo on Monday.", "visit occurred; OMN; ; "),
        (
            "Oman's foreign minister toured the region before flying to Oslo on Monday.",
            "visit occurred; OMN > NOR; 2024-05-13",
        ),
    ],
)
def test_parties_and_days_that_are_another_ones(reader, text, line):
    assert [one for one in told(reader, text) if one.startswith(line)]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Chadian and Libyan envoys met for three hours on Monday.", "three hours"),
        ("Chadian and Libyan envoys met on Monday, two weeks after the raid.", None),
        ("Denmark's premier visited Kyiv on Monday in the first trip by a Danish leader for two years.", None),
    ],
)
def test_a_distance_in_time_is_no_length(reader, text, length):
    (report,) = reader.read(text, published=PUBLISHED).reports
    assert (report.duration.text if report.duration else None) == length


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Dembele-Toure, the foreign minister of Mali, met Omani officials on Monday.", "Dembele-Toure", "person"),
        ("Siemens, the supplier of the trains, met Omani officials on Monday.", "Siemens", "organisation"),
    ],
)
def test_who_holds_an_office_is_a_person(reader, text, name, kind):
    assert [m.type for m in reader.read(text).mentions if m.name == name][:1] == [kind]


def test_the_capital_where_somebody_sat_across_from_another_is_the_place(reader):
    text = "Venezuelan Foreign Minister Ana Urdaneta sat across from Guyana's Dev Ramsaroop in the Barbadian capital."
    (report,) = reader.read(text, published=PUBLISHED).reports
    assert report.place.name == "Bridgetown"
