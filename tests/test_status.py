import pytest

HEADLINE = "Kenyan ministers meet Ugandan officials in Oslo"
SENTENCES = [
    ("The Chilean president met the Peruvian president in Lima.", "met", "occurred"),
    ("The Chilean president will meet the Peruvian president in Lima.", "meet", "planned"),
    ("The Chilean president is going to meet the Peruvian president.", "meet", "planned"),
    ("The Chilean president plans to meet the Peruvian president.", "meet", "planned"),
    ("The Chilean president is expected to meet the Peruvian president.", "meet", "planned"),
    ("The Chilean president wants to meet the Peruvian president.", "meet", "proposed"),
    ("The Chilean president may meet the Peruvian president.", "meet", "hypothetical"),
    ("The Chilean president did not meet the Peruvian president.", "meet", "denied"),
    ("The Chilean president never met the Peruvian president.", "met", "denied"),
    ("There are no plans for the Chilean president to meet the Peruvian president.", "meet", "denied"),
    ("There are plans for Chile to sign the treaty with Peru.", "sign", "planned"),
    ("If the Chilean president meets the Peruvian president, markets will rise.", "meets", "hypothetical"),
    ("Officials said the Chilean president would meet the Peruvian president.", "meet", "planned"),
    ("Will the Chilean president meet the Peruvian president?", "meet", "hypothetical"),
    ("The Chilean president denied that he met the Peruvian president.", "met", "denied"),
    ("Chile dismissed reports that its president had met the Peruvian president.", "met", "denied"),
    ("Chile dismissed reports of talks between Peru and Bolivia.", "talks", "denied"),
    ("Talks between Chile and Peru were postponed.", "Talks", "postponed"),
    ("Chile called off talks with Peru.", "talks", "cancelled"),
    ("Chile confirmed a meeting with Peru.", "meeting", "confirmed"),
    ("Chile and Peru began talks on Monday.", "talks", "occurred"),
    ("Upcoming talks between Chile and Peru cover fishing.", "talks", "planned"),
    ("There were no talks between Chile and Peru.", "talks", "denied"),
    ("The foreign minister of Chile arrived in Lima for talks with Peru.", "talks", "planned"),
    ("The Chilean army continued to shell the Peruvian border.", "shell", "occurred"),
    ("Exports rose ahead of talks between Chile and Peru.", "talks", "planned"),
    ("Traders await a meeting later today between Chile and Peru.", "meeting", "planned"),
    ("After a meeting of Chile and Peru, ministers are to speak later today.", "meeting", "occurred"),
    ("Others will follow if and when Chile and Peru sign the accord.", "sign", "hypothetical"),
    ("Malaysia has agreed to barter palm oil for turbines.", "agreed", "occurred"),
    ("The Chilean senator was proud to endorse the Peruvian president.", "endorse", "occurred"),
    ("There were talks currently between Chile and Peru on fishing.", "talks", "ongoing"),
    ("Chilean rebels would often attack Peruvian farmers.", "attack", "occurred"),
    ("Chile will comply with the request of Peru to suspend parliament.", "request", "occurred"),
    ("The mill announced that the Chilean ministry was performing an investigation of it.", "investigation", "ongoing"),
    ("The plan will be ready before the Chilean president visits Peru.", "visits", "planned"),
    ("Chile announced the withdrawal of its troops from Peru.", "withdrawal", "planned"),
    ("Chilean journalists fled after being attacked by Peruvian rebels.", "attacked", "occurred"),
    ("Joe Oni led a union before being appointed farm minister of Chile.", "appointed", "occurred"),
    ("There was an assumption that Chile had approved the sale.", "approved the sale", "hypothetical"),
    ("A Chilean senator may offer an amendment to call for cuts.", "call", "hypothetical"),
    ("A Chilean senator offered an amendment to call for cuts.", "call", "planned"),
    ("If we find that Chile still refuses to pay, we will leave.", "refuses", "hypothetical"),
    ("We find that Chile still refuses to pay.", "refuses", "occurred"),
    ("Peru could appeal should a Chilean court strike the rule down.", "strike the rule down", "hypothetical"),
    ("Chile tried to prevent a deal with Peru from collapsing.", "deal", "occurred"),
    ("Chile tried to prevent a deal with Peru.", "deal", "denied"),
    ("Chilean Premier Joe Oni went out of his way to deny a link with Peru.", "deny", "occurred"),
    ("They could discuss any proposal made by Chile.", "proposal made", "hypothetical"),
    ("Chile dismissed any allegation of Peru.", "dismissed any allegation", "occurred"),
    ("Chile did not recognise Peru until 1994.", "recognise", "occurred"),
    ("Talks between Chile and Peru, which must be concluded by October, are progressing.", "Talks", "ongoing"),
    ("Chile denied reports Peru was urging it to leave.", "urging", "denied"),
    ("Chile has not so far attacked Peru.", "attacked", "denied"),
    ("The Chilean army tried to kill the Peruvian president.", "kill", "occurred"),
    ("If Peru attacks, Chile will close its border with Bolivia.", "close", "hypothetical"),
    ("Neither Chile nor Peru signed the treaty.", "signed", "denied"),
    ("Chile will trade with Peru but not sign the treaty.", "sign", "denied"),
    ("The exercise did not mean that Chile was threatening Peru.", "threatening", "denied"),
    ("Chile and Peru reached no accord during talks on fishing.", "talks", "occurred"),
    (
        "The Chilean minister told a news conference announcing the deal that prices had risen.",
        "conference",
        "occurred",
    ),
    ("Prices rose after an accord between Chile and Peru to postpone payments.", "accord", "occurred"),
    ("The Chilean minister denied a petition by Peru asking for the ship.", "denied a petition", "occurred"),
    ("Chile may not sign the treaty with Peru.", "sign", "hypothetical"),
    ("Chile cannot sign the treaty with Peru.", "sign", "denied"),
    ("Chile should have signed the treaty with Peru.", "signed", "hypothetical"),
    ("Chile must have attacked Peru.", "attacked", "hypothetical"),
    ("Chile must attack Peru.", "attack", "proposed"),
    ("Chile did not sign the treaty, nor did it recognise Peru.", "recognise", "denied"),
    ("Nor is Chile withdrawing its troops from Peru.", "withdrawing", "denied"),
    ("Chile neither signed the treaty nor recognised Peru.", "signed", "denied"),
    ("Chile neither signed the treaty nor recognised Peru.", "recognised", "denied"),
    ("Chile has never signed or ratified the treaty.", "ratified", "denied"),
    ("Chile made no demands and signed the treaty with Peru.", "signed", "occurred"),
    ("Chile will make no demands and sign the treaty with Peru.", "sign", "planned"),
    ("This will be the first treaty that Chile has signed with Peru.", "treaty", "planned"),
    ("This is the first treaty that Chile has signed with Peru.", "treaty", "occurred"),
    ("If ministers agree, it would be the only treaty that Chile has signed with Peru.", "treaty", "hypothetical"),
    ("The dispute could lead to Chilean troops attacking Peru.", "attacking", "hypothetical"),
    ("The dispute led to Chilean troops attacking Peru.", "attacking", "occurred"),
    ("Chile denied the claim - it is withdrawing its troops from Peru.", "withdrawing", "ongoing"),
    ("Chile denied that it is withdrawing its troops from Peru.", "withdrawing", "denied"),
    ("Chile does not need to attack Peru.", "attack", "hypothetical"),
    ("Chile needs to attack Peru.", "attack", "proposed"),
    ("Chile has to withdraw its troops from Peru.", "withdraw", "planned"),
    ("Premier Joe Oni of Chile has until June, 2021 to call an election.", "call an election", "planned"),
    ("Chile has yet to withdraw its troops from Peru.", "withdraw", "denied"),
    ("Chile is yet to recognise Peru.", "recognise", "denied"),
    ("Chile was to have signed a treaty with Peru.", "signed", "hypothetical"),
    ("Chile came close to attacking Peru.", "attacking", "denied"),
    ("It is time for Chile to sign the treaty with Peru.", "sign", "proposed"),
    ("Chile is obliged to sign the treaty with Peru.", "sign", "proposed"),
    ("Chile was obliged under its constitution to sign the treaty with Peru.", "sign", "proposed"),
    ("Chile was obliged to sign the treaty with Peru.", "sign", "occurred"),
    ("Chile is free to sign the treaty with Peru.", "sign", "hypothetical"),
    ("Chile hopes that Peru will sign the treaty.", "sign", "proposed"),
    ("Chile hopes to sign the treaty at a June summit of African leaders.", "summit", "planned"),
    ("Chile's attempt to sign a treaty with Peru failed.", "sign", "denied"),
    ("Chile's attempt to sign a treaty with Peru has not failed.", "sign", "planned"),
    ("An attempt to kill the Chilean president failed.", "kill", "occurred"),
    ("Chile will have to withdraw its troops from Peru.", "withdraw", "planned"),
    ("Chile had to withdraw its troops from Peru.", "withdraw", "occurred"),
    ('The Chilean minister said: "Peru had to withdraw its troops."', "withdraw", "occurred"),
    ("Chile is trying to sign a treaty with Peru.", "sign", "proposed"),
    ("Chile tried to hold talks with Peru.", "talks", "proposed"),
    ("Chile is trying to negotiate with Peru.", "negotiate", "ongoing"),
    ("Chile favours an early start to talks with Peru.", "talks", "proposed"),
    ("Prices rose after leaders of Chile set a date for the start of talks with Peru.", "talks", "planned"),
    ("Prices rose after the start of talks between Chile and Peru.", "talks", "occurred"),
    ("Chile agreed to talks with Peru.", "talks", "planned"),
    ("Chile did not agree to talks with Peru.", "talks", "denied"),
    ("The talks between Chile and Peru are thought unlikely to help.", "talks", "planned"),
    ("The talks between Chile and Peru are thought to have failed.", "talks", "occurred"),
    ("Fishing is not up for discussion at next week's summit of African leaders.", "summit", "planned"),
    ("Fishing was not discussed at last week's summit of African leaders.", "summit", "occurred"),
    ("The Chilean minister will miss an address to the conference of African leaders.", "conference", "planned"),
    ("The Chilean minister gave a speech to the conference of African leaders.", "conference", "occurred"),
    ("Chile is gearing up for talks with Peru.", "talks", "planned"),
    ("Chile exported wheat before the war with Peru.", "war", "occurred"),
    ("The Chilean president is going to Bolivia.", "going", "planned"),
    ("The Chilean president is visiting Bolivia.", "visiting", "ongoing"),
    ('"The president would meet the Peruvian president," the Chilean minister said.', "meet", "hypothetical"),
    ('"Will Chile attack Peru?" the minister asked.', "attack", "hypothetical"),
    ('"Chile has attacked Peru. Why?" the minister asked.', "attacked", "occurred"),
]


@pytest.mark.parametrize(("text", "trigger", "status"), SENTENCES)
def test_status_is_read_from_the_sentence(reader, text, trigger, status):
    found = [r.status for r in reader.read(text, published="2017-04-12").reports if r.trigger.text.startswith(trigger)]
    assert found[:1] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "It is like letting Peru attack Chile.",
        "That would be tantamount to Chile declaring war on Peru.",
        '"We, like all other countries, have a veto on any changes," the Chilean minister said.',
        '"Peru had to publish a long report last week," the Chilean minister said.',
        '"In three months we should repair most of the roads," the Chilean minister said.',
        "The test shows how firmly Chile is prepared to deal with Peru.",
        "It supplied the army with angry Chileans willing to deal with Peru.",
        "So will newly elected Chilean President Joe Oni.",
    ],
)
def test_status_is_none_where_words_tell_no_act(reader, text):
    assert [r.kind for r in reader.read(text).reports] == []


def test_what_somebody_asks_for_so_that_he_can_do_it_is_not_done(reader):
    reports = reader.read("Chile asked Peru for help so that it can press claims for damages.").reports
    assert [r.trigger.text for r in reports] == ["asked"]


def test_headline_infinitive_is_planned(reader):
    reading = reader.read("Chile, Peru to meet in Lima\n\nThe Chilean president spoke on Monday.\n")
    assert [r.status for r in reading.reports if r.trigger.text == "meet"] == ["planned"]


def test_present_tense_with_a_day_ahead_is_planned(reader):
    reading = reader.read("The Chilean president meets the Peruvian president on April 20.", published="2017-04-12")
    assert [r.status for r in reading.reports] == ["planned"]


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The talks between Chile and Peru will not take place on Monday.", "talks", "cancelled"),
        ("The meeting of Chile and Peru in Lima will not be held.", "meeting", "cancelled"),
        ("Chile will not meet Peru on Monday as planned.", "meet", "cancelled"),
        ("Chile will not meet Peru on Monday.", "meet", "denied"),
        ("The talks between Chile and Peru will take place on Monday.", "talks", "planned"),
    ],
)
def test_status_of_what_was_planned_and_will_not_be_is_cancelled(nlp, reader, text, word, status):
    assert [report.status for report in reader.read(text).reports if word in report.trigger.text.lower()] == [status]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Chad denied as baseless reports that it intended to threaten Libya.", "threat", "denied"),
        ("Reports that Chad intends to threaten Libya were baseless.", "threat", "denied"),
        ("Chad denied charges of bombing Libyan villages.", "airstrike", "denied"),
        ("The tax is not part of any plan to impose sanctions on Chad.", "sanction", "denied"),
        ("Chad has a plan to impose sanctions on Libya.", "sanction", "planned"),
        ("Kenyan ministers will sign the treaty when they meet Ugandan officials in Oslo.", "meeting", "planned"),
        ("Kenyan ministers signed the treaty when they met Ugandan officials in Oslo.", "meeting", "occurred"),
        (
            "If Mali helped in forcing Chad to negotiate with Libya, I would go.",
            "negotiation",
            "hypothetical",
        ),
        ("The summit of Arab leaders urged Chad to hold a referendum.", "conference", "occurred"),
        ("Kenyan farmers dumped milk to protest against the levy.", "protest", "occurred"),
        ("The minister left, adding that Kenya would attack Uganda.", "attack", "planned"),
        ("Kenyan farmers plan to dump milk to protest against the levy.", "protest", "planned"),
    ],
)
def test_status_follows_the_clauses_above(reader, text, kind, status):
    assert [r.status for r in reader.read(text).reports if r.kind == kind] == [status]


def test_status_of_what_was_planned_long_ago_is_occurred(reader):
    text = "The Senate planned to proceed similarly to the trial of the Peruvian president in 1998."
    assert [r.status for r in reader.read(text, published="2020-03-04").reports if r.kind == "trial"] == ["occurred"]


@pytest.mark.parametrize(
    ("text", "title", "kinds"),
    [
        ("Kenyan ministers meet Ugandan officials in Oslo.", "News", []),
        ("Kenyan ministers condemn Ugandan officials.", "News", ["condemnation"]),
        (f"{HEADLINE}\n\nRain fell in Oslo on Sunday.", HEADLINE, ["meeting"]),
        ("Kenyan rebels cut aid to Uganda.", "News", ["sanction"]),
    ],
)
def test_status_of_the_simple_present_of_plurals_is_usual_outside_headlines(reader, text, title, kinds):
    assert [r.kind for r in reader.read(text, title=title).reports] == kinds


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Chadian miners struck to protest the refusal of Togo to pay.", "protest", "occurred"),
        ("Chadian miners hope to protest the refusal of Togo to pay.", "protest", "proposed"),
        ("Chad's president will act after consulting with the Togolese premier.", "meeting", "planned"),
        ("Chad's president acted after consulting with the Togolese premier.", "meeting", "occurred"),
        ("The talks between Chad and Togo failed to end the fighting.", "meeting", "occurred"),
        ("The talks between Chad and Togo failed to take place.", "meeting", "denied"),
        ("The ministers of Chad and Togo declined to comment on the meeting.", "meeting", "occurred"),
        ("The talks between Chad and Togo have been going on for weeks.", "meeting", "ongoing"),
        ("The ship sank in the two-year-old war between Chad and Togo.", "clash", "ongoing"),
        ("Chad has lost 400 men in its three-year war with Togo.", "clash", "ongoing"),
        ("Chad lost 400 men in its three-year war with Togo.", "clash", "occurred"),
    ],
)
def test_status_of_what_goes_with_another_act(reader, text, kind, status):
    assert [r.status for r in reader.read(text).reports if r.kind == kind] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Denmark would like to express its condolences to Kenya.", "occurred"),
        ('"I want to thank Kenya," Danish Prime Minister Ole Madsen said.', "occurred"),
        ("Denmark would not like to thank Kenya.", "denied"),
    ],
)
def test_a_polite_wish_to_say_something_says_it(reader, text, status):
    assert [r.status for r in reader.read(text).reports] == [status]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The Togolese envoy was being questioned by Ghanaian police.", "investigation", "ongoing"),
        ("Chadian troops appear to be withdrawing from Niger.", "withdrawal", "ongoing"),
        ("Iraq is host to a coalition fighting the Chadian rebels.", "clash", "ongoing"),
        ("Police investigating the death of the Kenyan envoy met reporters.", "investigation", "ongoing"),
        ("The Danish police, who investigated the leak, met reporters.", "investigation", "occurred"),
        ("Talks between Chad and Niger continue.", "meeting", "ongoing"),
        ("The talks between Chad and Niger are unlikely to help.", "meeting", "planned"),
        ("The talks between Chad and Niger were unlikely to help.", "meeting", "occurred"),
        (
            "The Chadian premier's trip to Lima, which was called off last week, had been planned for May.",
            "visit",
            "cancelled",
        ),
        ("Chad and Niger put off their talks in Lima, which had been set for May 20.", "meeting", "postponed"),
        ("Chad and Niger held the talks that had been set for Saturday.", "meeting", "occurred"),
        ("The Chadian premier's trip to Lima, which was cut short, ended on Sunday.", "visit", "occurred"),
        ("Chad will use mines only if Nigerien air raids stop its ships.", "airstrike", "hypothetical"),
        ("The Chadian aide spoke of the wisdom of launching attacks against Somali pirates.", "attack", "hypothetical"),
        ("The Danish bishop went to Lima on Saturday to apologise to the Peruvian president.", "apology", "occurred"),
        ("The Danish bishop will go to Lima to apologise to the Peruvian president.", "apology", "planned"),
    ],
)
def test_status_by_the_form_of_the_words(reader, text, kind, status):
    assert [r.status for r in reader.read(text).reports if r.kind == kind] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Danish envoy Ida Holm, who flies to Lima today, said the plan was dead.", "planned"),
        ("Danish envoy Ida Holm, who flew to Lima today, said the plan was dead.", "occurred"),
        ("Danish envoy Ida Holm arrives in Lima on Wednesday.", "planned"),
    ],
)
def test_the_simple_present_tells_what_is_settled_for_the_day(reader, text, status):
    read = reader.read(text, published="2020-05-13")
    assert [r.status for r in read.reports if r.kind == "visit"] == [status]


def test_what_is_vetoed_is_no_act_of_those_who_veto_it(reader):
    kinds = [r.kind for r in reader.read("Chad and Niger vetoed a resolution to impose sanctions on Togo.").reports]
    assert kinds == ["veto"]


def test_what_something_was_used_to_do_was_done(reader):
    found = reader.read("The Chadian army used tanks to attack Sudanese rebels.").reports
    assert [(r.kind, r.status) for r in found] == [("attack", "occurred")]
    found = reader.read("The Chadian army will use tanks to attack Sudanese rebels.").reports
    assert [(r.kind, r.status) for r in found] == [("attack", "planned")]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Chile said in its statement that the company would meet union leaders.", "meeting", "planned"),
        ("The company would meet Chilean union leaders if they agreed.", "meeting", "hypothetical"),
        ("Chile had not, as of Monday, announced any plans to withdraw its troops from Peru.", "withdrawal", "denied"),
        ("Chile spoke of Peru's refusal to open up its market.", "refusal", "occurred"),
        ("The raids will not cause Chile to withdraw its troops from Peru.", "withdrawal", "denied"),
        (
            "The text calls for the withdrawal of Chilean troops, and for the expulsion of diplomats.",
            "expulsion",
            "proposed",
        ),
        ("Chile was too close to Peru to mediate in the dispute with Bolivia.", "mediation", "denied"),
        ("Chile denied breaking a pact with Peru.", "agreement", "occurred"),
        ("No decisions were taken at talks between Chile and Peru.", "meeting", "occurred"),
        ("The Chilean and Peruvian ministers failed to conclude a deal during talks in Lima.", "meeting", "occurred"),
        ("The Chilean minister did not speak at a meeting with Peru.", "meeting", "denied"),
        ("Fishing talks currently held between Chile and Peru are difficult.", "meeting", "ongoing"),
        ("The Chilean minister, currently on a visit to Peru, spoke of trade.", "visit", "ongoing"),
        ("Talks between Chile and Peru were under way, the Chilean minister said.", "meeting", "ongoing"),
        ("A visit by the Chilean president to Peru is under consideration.", "visit", "proposed"),
        ("Dates for the meeting between Chile and Peru have yet to be set.", "meeting", "planned"),
        ("Before the Lima talks, Chilean officials had hinted at a gift.", "meeting", "occurred"),
        ("Before the Lima talks, Chilean officials hinted at a gift.", "meeting", "planned"),
        ("Prices rose ahead of the outcome of the talks between Chile and Peru.", "meeting", "planned"),
        (
            "In an address before the United Nations conference, Mr Oni called for help.",
            "conference",
            "occurred",
        ),
        ("The Chilean president abandoned his plans to visit Peru.", "visit", "cancelled"),
        ("The Chilean president explained his plans to visit Peru.", "visit", "planned"),
        ("The Chilean president looked forward to visiting Peru.", "visit", "planned"),
        ("Mr Oni proposed to them that the companies ask the Chilean government for help.", "request", "proposed"),
        ("The pact will take effect when ratified by Chile and Peru.", "ratification", "planned"),
        ("Reports that Chilean troops had attacked the village turned out to be false.", "attack", "denied"),
        ("Chile will respond to a Peruvian attack on Bolivia.", "attack", "hypothetical"),
        ("Chile will respond to the Peruvian attack on Bolivia.", "attack", "occurred"),
        ("Attacks on Chilean villages by Peruvian rebels continue.", "attack", "ongoing"),
        ("The raid is the latest attack on Chilean villages by Peruvian rebels.", "attack", "occurred"),
        (
            "The Chilean president announced he was nominating Joe Oni as ambassador.",
            "appointment",
            "occurred",
        ),
        ("The Chilean president announced that he was withdrawing Chilean troops from Chad.", "withdrawal", "planned"),
        ("The Chilean minister was speaking to Peruvian diplomats when the lights went out.", "meeting", "occurred"),
        ("Chilean bank workers voted to strike.", "strike", "planned"),
        ("Chile has taken steps to meet Peru's demands for growth.", "concession", "occurred"),
        ("Chile plans to take steps to recognise Kosovo.", "recognition", "planned"),
        ("Chile was one of the first countries in the region to ratify the treaty.", "ratification", "occurred"),
        ("Ana Vella was one of the first Chilean officials to meet the rebels.", "meeting", "occurred"),
        ("Ana Vella will be one of the first Chilean officials to meet the rebels.", "meeting", "planned"),
        ("Chilean officers were able to arrest the smuggler.", "arrest", "occurred"),
        ("Chilean officers are able to arrest the smuggler.", "arrest", "hypothetical"),
        ("Chilean officers were not able to arrest the smuggler.", "arrest", "denied"),
        ("Chilean officers had to use a net to arrest the smuggler.", "arrest", "occurred"),
        ("Chilean officers want to use a net to arrest the smuggler.", "arrest", "planned"),
        ("It took the Chilean jury a day to convict the smuggler.", "trial", "occurred"),
        ("It will take the Chilean jury a day to convict the smuggler.", "trial", "planned"),
        ("The Chilean ministry announced that a rebel was arrested in Lima.", "arrest", "occurred"),
        ("The Chilean ministry announced that a rebel would be arrested in Lima.", "arrest", "planned"),
        ("The row led the Chilean minister to threaten to leave if he was not paid.", "threat", "occurred"),
        ("Chile issued a statement condemning Peru.", "condemnation", "occurred"),
        ("Chile will issue a statement condemning Peru.", "condemnation", "planned"),
        ("Chile did not issue a statement condemning Peru.", "condemnation", "denied"),
        ("Chile used the visit to thank Peru and condemn Bolivia.", "condemnation", "occurred"),
        ("Chile wants to thank Peru and condemn Bolivia.", "condemnation", "proposed"),
        ("Chile could answer either through threats or by attacking Peru.", "attack", "hypothetical"),
        ("Ana Vella met the rebel before the assassination of the Chilean president.", "assassination", "occurred"),
        ("Chilean soldiers left the day before the bombing of the Peruvian embassy.", "attack", "occurred"),
        ("Chilean soldiers will leave before the attack on the Peruvian embassy.", "attack", "planned"),
        ("Chilean soldiers met ahead of the raid on the Peruvian embassy.", "attack", "planned"),
        ("Chile talked Peru into signing the treaty.", "signing", "occurred"),
        ("Chile tried to talk Peru into signing the treaty.", "signing", "proposed"),
        ("Chile may talk Peru into signing the treaty.", "signing", "hypothetical"),
        ("The Chilean senator was considered for the post of ambassador.", "appointment", "hypothetical"),
        ("The Chilean senator was chosen to lead the ministry.", "appointment", "occurred"),
        ("Chile cannot close the bank without warning Peru.", "warning", "hypothetical"),
        ("Chile closed the bank without warning Peru.", "warning", "denied"),
        ("Chile closed the bank without criticism from Peru.", "condemnation", "denied"),
        ("Chile cannot close the bank without talks with Peru.", "meeting", "hypothetical"),
        ("Chile would be poorer without the agreement between Peru and Bolivia.", "agreement", "occurred"),
        ("We can confirm that Peru has expelled our envoy, the Chilean minister said.", "expulsion", "confirmed"),
        ("If we can confirm that Peru has expelled our envoy, Chile will act.", "expulsion", "hypothetical"),
        ("Five Chilean parties issued statements supporting Peru's membership.", "praise", "occurred"),
        ("The Chilean smuggler awaits trial.", "trial", "planned"),
        ("The Chilean court had decided that the smuggler was guilty.", "trial", "occurred"),
        ("Chile is seeking through negotiations with Peru to put off payments.", "negotiation", "ongoing"),
        ("A 4-4 ruling by the Chilean court would leave the law in place.", "trial", "hypothetical"),
    ],
)
def test_status_by_what_words_take_for_granted(reader, text, kind, status):
    assert [r.status for r in reader.read(text).reports if r.kind == kind][:1] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("He spoke of the Chilean president's decision to meet the Peruvian president last week.", "occurred"),
        ("The Chilean president flew to Lima to meet the Peruvian president last week.", "occurred"),
        ("The Chilean president plans to meet the Peruvian president this week.", "planned"),
        ("Prices were steady ahead of Monday's meeting of the Chilean and Peruvian presidents.", "planned"),
        ("There was no hope at last week's meeting of the Chilean and Peruvian presidents.", "occurred"),
        ("Prices are firm while the Chilean and Peruvian presidents meet this week in Lima.", "planned"),
        ("Prices are firm as the Chilean president enters talks with the Peruvian president this week.", "planned"),
        ("The Chilean and Peruvian presidents met this week in Lima.", "occurred"),
    ],
)
def test_what_has_no_tense_of_its_own_took_place_when_its_day_is_over(reader, text, status):
    reports = reader.read(text, published="2017-04-12").reports
    assert [r.status for r in reports if r.kind == "meeting"] == [status]


def test_what_goes_on_has_no_day_of_what_was_done_before(reader):
    text = "Chile announced a wage freeze on Monday and is negotiating with Peru for loans."
    (report,) = [r for r in reader.read(text, published="2017-04-12").reports if r.kind == "negotiation"]
    assert report.status == "ongoing"
    assert report.time is None or str(report.time.start) == "2017-04-12"


def test_a_condition_in_front_of_two_clauses_holds_for_both(reader):
    text = '"If we find that Peru still refuses to pay, then Chile will hold talks with Peru," he said.'
    assert {r.status for r in reader.read(text).reports if r.kind == "meeting"} <= {"hypothetical"}
