import pytest


def parties(report, role):
    return sorted({p.country or p.name for p in report.participants if p.role == role})


def only(reading, kind):
    found = [r for r in reading.reports if r.kind == kind]
    assert len(found) == 1, [(r.kind, r.trigger.text) for r in reading.reports]
    return found[0]


def test_passive_keeps_the_direction(reader):
    report = only(reader.read("Kenya was attacked by Somali rebels."), "attack")
    assert (parties(report, "actor"), parties(report, "recipient")) == (["SOM"], ["KEN"])


def test_nominal_keeps_the_direction(reader):
    report = only(reader.read("The invasion of Kuwait by Iraq began at dawn."), "attack")
    assert (parties(report, "actor"), parties(report, "recipient")) == (["IRQ"], ["KWT"])


def test_relative_clause_finds_its_subject(reader):
    report = only(reader.read("Chad, which attacked Libya, asked for peace."), "attack")
    assert (parties(report, "actor"), parties(report, "recipient")) == (["TCD"], ["LBY"])


def test_reciprocal_act_takes_every_side_as_actor(reader):
    report = only(reader.read("Kenya met Uganda and Rwanda in Kigali."), "meeting")
    assert parties(report, "actor") == ["KEN", "RWA", "UGA"]
    assert parties(report, "recipient") == []


def test_sides_may_stand_at_the_end_of_the_clause(reader):
    report = only(reader.read("Talks on fish were held in Doha on Sunday between Kenya and Uganda."), "meeting")
    assert parties(report, "actor") == ["KEN", "UGA"]


def test_bombed_capital_is_the_place(reader):
    assert only(reader.read("Somali warplanes bombed Nairobi on Sunday."), "airstrike").place.name == "Nairobi"


def test_meeting_that_lasted_has_its_length(reader):
    report = only(reader.read("Kenya and Uganda held negotiations in Doha that lasted two hours."), "negotiation")
    assert report.duration.text == "two hours"


def test_agreed_to_meet_is_one_planned_meeting(reader):
    reading = reader.read("Kenya and Uganda agreed to meet in Kigali.")
    assert [(r.kind, r.status, r.plover) for r in reading.reports] == [("meeting", "planned", "AGREE")]


def test_content_of_a_threat_is_no_act_of_its_own(reader):
    reading = reader.read("Kenya threatened to attack Uganda.")
    assert [r.kind for r in reading.reports] == ["threat"]
    assert parties(reading.reports[0], "recipient") == ["UGA"]


def test_verb_with_a_particle_is_another_verb(reader):
    assert [r.kind for r in reader.read("Kenya called off the search.").reports] == []


def test_figurative_use_gives_no_report(reader):
    assert reader.read("Kenya met the deadline. The plan struck a chord. She attacked the puzzle.").reports == ()


def test_report_without_a_known_actor_is_not_made(reader):
    assert reader.read("The dog attacked the postman.").reports == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "." * 500,
        "met " * 2000,
        "RUSSIA ATTACKED UKRAINE " * 300,
        "“He said ‘they met” with’ Iran",
        "• Iran • Iraq • met • ",
        "\ud83d\ude00 Iran met Iraq \u202e in Basra",
    ],
)
def test_strange_text_gives_a_reading_and_true_spans(reader, text):
    reading = reader.read(text)
    for report in reading.reports:
        assert reading.text[report.trigger.start : report.trigger.end] == report.trigger.text


def test_gathering_acts_as_those_it_is_of(reader):
    report = only(reader.read("A meeting of Kenyan ministers condemned Uganda."), "condemnation")
    assert (parties(report, "actor"), parties(report, "recipient")) == (["KEN"], ["UGA"])


def test_who_tells_a_conference_takes_part_in_it(reader):
    text = "The Kenyan minister told the conference the government of Uganda did not plan to sign."
    assert parties(only(reader.read(text), "conference"), "actor") == ["KEN"]


def test_who_is_asked_to_hold_something_is_no_side_of_who_asks(reader):
    report = only(reader.read("The summit of Kenyan lawmakers urged Mali to hold a vote."), "conference")
    assert parties(report, "actor") == ["KEN"]


def test_name_before_an_office_given_is_who_gets_it(reader):
    report = only(reader.read("The Kenyan president appointed Walter Kane Foreign Secretary."), "appointment")
    assert (parties(report, "actor"), parties(report, "recipient")) == (["KEN"], ["Walter Kane"])


def test_part_of_a_body_signs_as_the_body(reader):
    report = only(reader.read("Kenya signed an agreement with an Acme Motors Corp unit on buses."), "signing")
    assert "Acme Motors Corp" in {name for role in ("actor", "recipient") for name in parties(report, role)}


def test_them_is_the_group_that_something_is_done_to(reader):
    text = "Kenyan protesters stormed the gate. Police fired tear gas at them."
    assert parties(only(reader.read(text), "attack"), "recipient") == ["KEN"]
    text = "The Kenyan president met Ugandan miners and urged them to stop the strike."
    assert parties(only(reader.read(text), "appeal"), "recipient") == ["UGA"]


def test_surname_that_is_an_office_is_no_office(reader):
    text = "Don King was sued by Kenya. After King was arrested by Kenyan police, he left."
    assert [p.name for p in only(reader.read(text), "arrest").participants if p.role == "recipient"] == ["Don King"]


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Chad threatened to bombard Agadez.", "CVL"),
        ("Chad shelled Agadez.", "CVL"),
        ("Chad sent aid to Agadez.", None),
        ("Chad threatened Niger.", None),
    ],
)
def test_act_against_a_place_is_against_those_who_live_there(reader, text, sector):
    (report,) = reader.read(text).reports
    assert [(p.country, p.sector) for p in report.participants if p.role == "recipient"] == [("NER", sector)]


def test_what_sides_do_to_each_other_has_them_all_as_actors(reader):
    report = only(reader.read("Kenya and Uganda blamed each other for the leak."), "accusation")
    assert (parties(report, "actor"), parties(report, "recipient")) == (["KEN", "UGA"], [])


def test_arriving_for_a_visit_is_one_visit(reader):
    report = only(reader.read("Kenya's president arrived in Kigali on Friday for a three-day visit."), "visit")
    assert report.status == "occurred"


def test_possessive_gives_a_name_its_state(reader):
    report = only(reader.read("Norway's Marit Solberg met Chad's Ali Hassan."), "meeting")
    assert parties(report, "actor") == ["NOR", "TCD"]


def test_town_that_is_taken_for_a_body_is_a_place_all_the_same(reader):
    assert only(reader.read("Iran's foreign minister paid a visit to Lyon on Sunday."), "visit").place.country == "FRA"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Poland ordered the expulsion of two Belarusian envoys.", "expulsion"),
        ("India ordered air strikes on Chad.", "airstrike"),
        ("Poland ordered Belarusian envoys to remain silent.", "demand"),
    ],
)
def test_ordering_an_act_is_the_act(reader, text, kind):
    assert [r.kind for r in reader.read(text).reports] == [kind]


def test_a_body_of_states_meets_itself(reader):
    report = only(reader.read("The African Union will hold an emergency meeting at the request of Kenya."), "meeting")
    assert (parties(report, "actor"), report.status) == (["African Union"], "planned")
    assert not reader.read("The Kenyan minister held a meeting at the request of the press.").reports


def test_people_who_are_only_counted_act(reader):
    report = only(reader.read("Thousands marched in Nairobi against the tax."), "protest")
    assert parties(report, "actor") == ["KEN"]
    assert not reader.read("Thousands of envelopes were arrested by Kenyan customs.").reports


def test_superlative_says_what_the_act_told_before_was(reader):
    text = "Rebels ambushed Chadian soldiers, the army said, in the deadliest attack since May."
    assert [r.trigger.text for r in reader.read(text).reports] == ["ambushed"]


def test_side_behind_an_apposition_is_a_side(reader):
    text = "Talks between Kenya's envoy, Ann Lee, and Chad's finance minister, Joe Oni, opened on Monday."
    assert parties(only(reader.read(text), "meeting"), "actor") == ["KEN", "TCD"]


def test_participle_between_commas_is_an_aside(reader):
    text = "Kenya's President Han Seo-jun, invited as a guest, arrived in Oslo on Friday evening."
    assert parties(only(reader.read(text), "visit"), "actor") == ["KEN"]


def test_committee_of_a_parliament_is_of_the_state_it_sits_in(reader):
    text = "In Nairobi, the Senate Foreign Relations Committee condemned Serbia."
    assert parties(only(reader.read(text), "condemnation"), "actor") == ["KEN"]


def test_day_at_the_head_of_an_entry_holds_for_what_is_told_as_done(reader):
    text = "July 8: Kenya expels a Chadian envoy. Chad and Niger sign an accord. Mali will expel a Chadian envoy.\n\n"
    text += "July 9: Kenyan soldiers attack a Chadian base."
    days = [r.time and r.time.start.day for r in reader.read(text, published="2022-07-14").reports]
    assert days == [8, 8, None, 9]


def test_one_day_at_the_head_of_a_text_may_be_a_dateline(reader):
    reports = reader.read("July 8 - Kenya expelled a Chadian envoy. Chad signed a treaty with Niger.").reports
    assert reports[1].time is None


def test_means_of_an_attack_are_no_act_of_their_own(reader):
    reports = reader.read("A rocket fired by Chadian rebels wounded three Kenyans.").reports
    assert [r.trigger.text for r in reports] == ["wounded"]
    report = only(reader.read("Two Kenyan soldiers were injured by shelling near Oslo."), "attack")
    assert (parties(report, "actor"), parties(report, "recipient")) == ([], ["KEN"])


def test_who_said_something_and_did_something_did_both(reader):
    text = "Chad's foreign ministry said fragments had fallen on its territory and summoned the Kenyan ambassador."
    report = only(reader.read(text), "condemnation")
    assert (parties(report, "actor"), parties(report, "recipient")) == (["TCD"], ["KEN"])


PLACED = [
    ("Speaking in Oslo, the Danish foreign minister accused Chad of fraud.", "accusation", "Oslo"),
    ("Police in Lima arrested a Chilean senator on Sunday.", "arrest", "Lima"),
    ("Gunmen in Lima attacked a Chilean patrol on Sunday.", "attack", "Lima"),
    ("Chilean gunmen shot three Danish farmers in Lima on Sunday.", "attack", "Lima"),
    ("The shooting of three farmers in Lima was condemned by Chile.", "attack", "Lima"),
    ("The shooting of three farmers in Lima was condemned by Chile.", "condemnation", None),
    ("Rebels attacked a Danish ship on Sunday.", "attack", None),
    ("Thousands of Danes protested in support of Haiti on Sunday.", "protest", None),
    ("The king of Norway is on a visit to Lima.", "visit", "Lima"),
    ("On Sunday Kenya held a general election.", "election", "Kenya"),
    ("Kenya held talks with Chad on Sunday.", "meeting", None),
    ("Turkey attacked US-backed rebels on Sunday.", "attack", None),
    ("The king of Norway is in Lima, where he will meet the president of Peru.", "meeting", "Lima"),
    ("The presidents of Peru and Chile met at Singapore's Orchid Hotel.", "meeting", "Singapore"),
    ("LIMA, Peru _ Police clashed with students here on Sunday.", "clash", "Lima"),
    ("Police clashed with students in Lima on Sunday.", "clash", "Lima"),
    ("The bombings of clinics in Lima last year that killed nine people were his deed.", "attack", "Lima"),
    ("Bombs exploded at Danish clinics in the Peruvian and Bolivian capitals on Sunday.", "attack", "Lima"),
]


@pytest.mark.parametrize(("text", "kind", "place"), PLACED)
def test_events_are_where_their_words_say(reader, text, kind, place):
    found = [r.place.name if r.place is not None else None for r in reader.read(text).reports if r.kind == kind]
    assert found == [place]


DATED = [
    ("Chad and Niger struck a deal on grain after talks in Lima on Friday.", "2017-04-07"),
    ("The death toll from Chad's bombing of Niamey on Friday stands at nine.", "2017-04-07"),
    ("In Lima on Friday Awa Ruiz, the Chadian foreign minister, accused Niger of fraud.", "2017-04-07"),
]


@pytest.mark.parametrize(("text", "day"), DATED)
def test_events_have_the_only_day_of_their_clause(reader, text, day):
    assert str(reader.read(text, published="2017-04-12").reports[0].time.start) == day


DAYS_OF_OTHERS = [
    "Niger suspended a 2012 military agreement with Chad.",
    "Chad accused Niger of breaching the 1972 treaty.",
    "Friday's ruling comes after months of protests by farmers against Chad.",
]


@pytest.mark.parametrize("text", DAYS_OF_OTHERS)
def test_events_have_no_day_of_another_noun(reader, text):
    time = reader.read(text, published="2017-04-12").reports[0].time
    assert time is None or time.span is None
    assert time is None or time.inferred


def test_active_verb_behind_a_past_passive_goes_on_with_who_said_so(reader):
    text = "The African Union said two Kenyan soldiers had been injured and called the attack a crime."
    assert parties(only(reader.read(text), "condemnation"), "actor") == ["African Union"]


def test_they_are_those_who_say_so_in_a_relative_clause(reader):
    text = "The army took the fort from Chadian rebels, who confirmed that they had pulled back from the town."
    assert parties(only(reader.read(text), "withdrawal"), "actor") == ["TCD"]


def test_comma_ends_an_adverbial_clause(reader):
    text = "Chad lodged a protest after a Kenyan ship sailed into the bay, and sent two warships to Lagos."
    assert parties(only(reader.read(text), "deployment"), "actor") == ["TCD"]


def test_verb_of_a_headline_with_a_subject_is_no_noun(reader):
    text = "Thousands protest in Nairobi against job quotas\n\nRain fell on the city on Tuesday; markets were quiet."
    assert parties(only(reader.read(text), "protest"), "actor") == ["KEN"]


def test_a_counted_noun_stands_for_the_names_behind_it(reader):
    report = only(
        reader.read("Two aides to Halvorsen, adviser Uri Dahl and Budget Secretary Ann Lee, left for Chad."), "visit"
    )
    assert [p.name for p in report.participants if p.role == "actor"] == ["Uri Dahl", "Ann Lee"]
    text = "The two ministers, Uri Dahl of Norway and Ann Lee of Kenya, met for two hours."
    assert parties(only(reader.read(text), "meeting"), "actor") == ["KEN", "NOR"]
    report = only(reader.read("Three Danish ministers, Ole Madsen and Ann Lee, visited Chad in May."), "visit")
    assert parties(report, "actor") == ["DNK"]


def test_who_leads_those_who_act_acts_too(reader):
    report = only(
        reader.read("The members, led by Norwegian President Kari Halvorsen, will visit Bonn in May."), "visit"
    )
    assert (parties(report, "actor"), parties(report, "host")) == (["NOR"], ["DEU"])


def test_a_statement_issued_after_talks_is_by_those_who_talked(reader):
    text = "In a statement issued after the talks, Norway's premier and Chile's president called for a treaty."
    assert parties(only(reader.read(text), "meeting"), "actor") == ["CHL", "NOR"]


def test_a_guest_is_called_visiting(reader):
    report = only(reader.read("Talks with the visiting Danish prime minister ended in Oslo on Monday."), "visit")
    assert (parties(report, "actor"), report.status) == (["DNK"], "occurred")
    assert not reader.read("The visiting hours in Denmark ended.").reports


def test_speaking_after_a_call_is_another_call(reader):
    text = "Kenya's president telephoned the president of Chad. Kenya's president later spoke with the emir of Kuwait."
    assert [r.kind for r in reader.read(text).reports] == ["call", "call"]
    text = "Kenya's president met the president of Chad. Kenya's president later spoke with the emir of Kuwait."
    assert [r.kind for r in reader.read(text).reports] == ["meeting", "meeting"]


def test_an_official_acts_beside_the_state_that_he_speaks_for(reader):
    text = "Danish Prime Minister Ole Madsen said his country welcomed Kenya's plan."
    assert [p.name for p in only(reader.read(text), "praise").participants] == ["Denmark", "Ole Madsen", "Kenya"]
    text = "Denmark had promised to help Chad, Danish Prime Minister Ole Madsen said."
    assert [p.name for p in only(reader.read(text), "promise").participants] == ["Denmark", "Chad"]
    text = "Denmark rejected the plan of Chad, Norwegian Prime Minister Kari Halvorsen said."
    assert [p.name for p in only(reader.read(text), "rejection").participants] == ["Denmark", "Chad"]


def test_a_visiting_guest_makes_no_second_visit(reader):
    text = "Norway's premier met visiting Danish Prime Minister Ole Madsen in Oslo. Madsen's visit ends in May."
    assert only(reader.read(text), "visit").trigger.text == "visit"


def test_who_is_the_people_and_not_the_place_they_are_from(reader):
    report = only(reader.read("Kenyan rebels from Lodwar, who met Ugandan officers in May, fled."), "meeting")
    assert parties(report, "actor") == ["KEN", "UGA"]


def test_steps_are_those_of_who_has_taken_them(reader):
    report = only(reader.read("Denmark rejected the steps that Norway has taken."), "rejection")
    assert (parties(report, "actor"), parties(report, "recipient")) == (["DNK"], ["NOR"])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kenya on Thursday called off talks with Somalia that were due to open on May 20.", "2024-05-20"),
        ("On Thursday Kenya cancelled a meeting with Somalia set for Friday.", "2024-05-17"),
        ("Kenya on Thursday postponed its talks with Somalia.", None),
    ],
)
def test_events_called_off_are_of_the_day_that_they_were_to_be(reader, text, day):
    (report,) = reader.read(text, published="2024-05-16").reports
    assert (str(report.time.start) if report.time else None) == day


def test_events_noun_whose_verb_tells_the_same_act_is_no_second_one(reader):
    (report,) = reader.read("The ceasefire between Kenya and Somalia took effect on Wednesday.").reports
    assert parties(report, "actor") == ["KEN", "SOM"]


def test_two_states_are_parted_at_a_hyphen_behind_an_abbreviation(reader):
    assert parties(only(reader.read("U.S.-Japanese talks opened in Geneva."), "meeting"), "actor") == [
        "JPN",
        "USA",
    ]
    assert parties(only(reader.read("U.S.-backed rebels attacked Lima."), "attack"), "actor") == ["U.S.-backed rebels"]


def test_members_of_a_committee_of_a_chamber_are_of_parliament(reader):
    report = only(reader.read("Members of the House Budget Committee met on Friday."), "meeting")
    assert [p.sector for p in report.participants] == ["LEG"]
    assert reader.read("Members of the Golf Budget Committee met on Friday.").reports == ()
