import pytest

OTHER = [
    "Kenyan unions vowed to continue the legal battle.",
    "The Kenyan and the Ugandan minister are working really well together.",
    "Kenyan officials are looking forward to working with Ugandan officials.",
    "The deputies beat back the motion, virtually assuring the money will come.",
    "Kenya celebrated what it hailed as Uganda's failure.",
    "I'm sorry but that will not happen, said the Kenyan premier.",
    "Kenyan ministers said a quick vote in Uganda would be a great step.",
    "Kenya would cut its rates if Uganda was ready to accept it.",
    "Kenya has commitments to export maize.",
    "Kenya will resume oil exports once the pipeline is mended.",
    "Kenyan farmers backed by tractors and jets cleared the field.",
    "An explosion in rents in Oslo has thrown thousands onto the streets.",
    "The inventor crossed the Danish strait on a device called Ann Roe.",
    "The Kenyan governor declared a state of emergency as the hurricane came near.",
    "The French government has given itself until the end of May to choose between the candidates.",
    "Malaysia raised the export duty on palm oil.",
    "Ecuador was forced to suspend exports after the pipeline broke.",
    "Three Turkish bakers were sacked.",
    "The Kenyan runner dropped out of the race.",
    "The Kenyan minister expressed concern about a further fall of the Ugandan shilling.",
    "The Kenyan government has allowed Ugandan farmers to have courts of their own.",
    "Kenyan demand for imports is expected to fall.",
    "The Kenyan jury failed to reach a verdict.",
    "The Kenyan navy is leaning on foreign support.",
    "The Kenyan party pushed the premier to the left.",
    "The council, an assembly of Kenyan elders, is old.",
    "The Kenyan side attacked Uganda from the start of the match.",
    "Ugandan locusts invaded Kenya.",
    "Cheap Chinese goods have invaded Kenya.",
    "The Kenyan lawyer defended the Ugandan banker.",
    "The Kenyan family lent the Ugandan mill two million dollars.",
    "A man visited an inmate.",
    "Kenyan fans invaded the pitch.",
    "Kenya's war on drugs has cost billions.",
    "The price wars raging in Kenya hurt the shops.",
    "The Kenyan dispute is a battle between Kenyans of differing views.",
    "The scandal toppled the Kenyan president.",
    "The Kenyan concert is scheduled to be held in Oslo.",
    "Kenya was obliged to suspend exports after the storm.",
    "Kenya suspended oil exports as a result of the fire.",
    "Kenya does not want Uganda to join the race.",
    "Kenyan officials said there was a danger of fire.",
    "The Kenyan minister was questioned by reporters.",
    "The Kenyan judge gave the lawyer a deadline.",
    "The Kenyan army is well prepared to attend the games.",
    "After the earthquake Kenyans poured into the streets.",
    "The Kenyan minister gave reporters a loan of his pen.",
    "He answered Kenyan attacks on the wage freeze.",
    "Joe Oni doubled down on his attacks on Kenyan candidate Ann Roe.",
    "Thieves made a smash-and-grab raid on a Paris jewelry store.",
]
SAME = [
    # what the clause behind a known thing tells is a fact beside the inquiry into it
    ("Kenyan police probed the blast that ripped through a church in Oslo.", ["investigation", "attack"]),
    ("The Kenyan senator dropped out of the race.", ["withdrawal"]),
    ("An assembly of Kenyan elders denounced Uganda.", ["conference", "condemnation"]),
    ("Kenyan rebels attacked Ugandan fans with bombs after the match.", ["attack"]),
    ("Russia simulated an attack on the Danish island.", ["exercise"]),
    ("Ugandan troops invaded Kenya.", ["attack"]),
    ("The Kenyan minister defended the Ugandan president.", ["praise"]),
    ("The Kenyan government lent the Ugandan mill two million dollars.", ["aid"]),
    ("The Fijian premier announced a cabinet reshuffle.", ["appointment"]),
    ("Fijian senator Ann Roe is not seeking re-election.", ["election"]),
    ("Nixon suspected the Kenyan minister of being the spy.", ["accusation"]),
    ("The Kenyan minister was charged with making false statements.", ["trial"]),
    ("Kenyan premier Otto Borg was arrested while crossing the street.", ["arrest"]),
    ("Kenya launched a war against Chad.", ["attack"]),
    ("Fighting raged in Kenya.", ["clash"]),
    ("Kenyan troops toppled the president of Chad.", ["seizure"]),
    ("The Kenyan editor is scheduled to be released.", ["release"]),
    ("Kenya wants Uganda to withdraw.", ["request"]),
    ("The Kenyan minister said the raid was a cowardly act of terror.", ["condemnation"]),
    ("Kenyan police questioned the Chadian envoy.", ["investigation"]),
    ("Kenya is prepared to attend the talks.", ["offer"]),
    ("Angry Kenyans poured into the streets.", ["protest"]),
    ("Kenyan soldiers were convicted of raping a Chadian nun.", ["trial", "attack"]),
    ("The Kenyan minister rapped Chad.", ["condemnation"]),
    ("Kenyan president Ali Dia promised to continue the reforms.", ["promise"]),
    ("An explosion at the Chadian embassy in Oslo killed three people.", ["attack"]),
    ("Chadian president Ali Dia called the Kenyan minister Ann Roe on Monday.", ["call"]),
    ("The Chadian president declared a state of emergency after the riots.", ["restriction"]),
    ("The French government has given Chad until the end of May to pay.", ["ultimatum"]),
    ("Malaysia raised the import duty on Danish palm oil.", ["sanction"]),
    ("The Turkish government sacked 4,000 teachers.", ["resignation"]),
    ("Kenya pushed Chad to the negotiating table.", ["mediation"]),
    ("Kenyan senator Ann Roe continued to attack the mayor on his taxes.", ["condemnation"]),
    ("The Danish minister repeated his attacks on the Kenyan press.", ["condemnation"]),
    ("The Chadian minister attacked the guard with a knife.", ["attack"]),
    ("Chadian rebels attacked the mayor.", ["attack"]),
    ("The Kenyan and Ugandan ministers failed to reach an agreement.", ["agreement"]),
    ("The Kenyan minister expressed concern about the Ugandan decision.", ["condemnation"]),
    ("The Kenyan government has allowed Ugandan farmers to sell maize.", ["concession"]),
]


@pytest.mark.parametrize("text", OTHER)
def test_words_in_another_sense_tell_no_act(reader, text):
    assert not reader.read(text).reports


@pytest.mark.parametrize(("text", "kinds"), SAME)
def test_words_in_their_sense_tell_the_act(reader, text, kinds):
    assert [report.kind for report in reader.read(text).reports] == kinds


def test_senses_what_a_thing_is_called_in_passing_is_no_condemnation(reader):
    text = "Russia will hold drills in response to what it called a ploy by France."
    assert "condemnation" not in {r.kind for r in reader.read(text).reports}
    assert "condemnation" in {r.kind for r in reader.read("Russia called the raid a crime.").reports}
