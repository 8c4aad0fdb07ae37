import pytest

OTHER = [
    "The Kenyan premier assured the children that they formed a powerful force.",
    '"Rest assured, there are plenty of notes," the Kenyan president said.',
    "Kenyan ministers fought hard to prevent the bill from failing.",
    "Thousands of Kenyans gathered in the north.",
    "Kenyan minister Joe Oni worked with the deputy manager Ann Roe.",
    "Kenyan minister Joe Oni said he needed 24 million dollars to support a Nepalese project.",
    "The Kenyan robber handcuffed two Ugandan guards.",
    "Acme Tool Corp rose up to 1.16 million shares.",
    "China has to feed its people.",
    "They are rules that the Kenyan scientists want repealed.",
    "Acme chairman John Roe told a meeting of analysts that sales had risen.",
    "The company said negotiations on the contract would end soon.",
    "Ruth Oni, who arrived in Norway in 1961, sells cars.",
    "Kenyan fire departments responded with trucks, to allow firefighters to work.",
    "There will be risks, requiring creative thinking by the Kenyan banks.",
    "The Kenyan premier died at home, surrounded by family.",
    "The Kenyan senator withdrew before the primaries.",
    "Withdrawal of the Oni nomination was announced by Kenyan minister Ann Roe.",
    "It is a region threatened by Kenyan extremists.",
    "The Kenyan minister was never sworn in to tell the truth.",
    "About 800 members of the Kenyan union struck the Ugandan plant at midnight.",
]
SAME = [
    ("The Kenyan premier assured Chad that he would withdraw the troops.", "promise"),
    ("The Kenyan minister told Chad that it must withdraw.", "demand"),
    ("Kenyan troops fought with rebels to retake the town.", "clash"),
    ("The Kenyan and Chadian ministers gathered in Oslo.", "meeting"),
    ("Norway has worked closely with Denmark to find the ship.", "cooperation"),
    ("Norway is working with Denmark.", "cooperation"),
    ("The Kenyan minister endorsed a Ugandan project.", "praise"),
    ("Kenya closed all ports to Ugandan ships.", "sanction"),
    ("Kenyan police handcuffed two Ugandan guards.", "arrest"),
    ("Kenya charged Uganda and Chad with unfair practices.", "accusation"),
    ("Kenyan students occupied the campus.", "protest"),
    ("Kenya fed thousands of Somali refugees.", "aid"),
    ("Kenya repealed the ban on Ugandan maize.", "concession"),
    ("Kenyan premier John Roe told a meeting of Ugandan ministers that prices had risen.", "meeting"),
    ("The Kenyan ministry said its negotiations on the treaty would end soon.", "negotiation"),
    ("Kenyan premier Ruth Oni arrived in Norway in 1961.", "visit"),
    ("Kenyan minister Ruth Oni arrived in Norway on Monday.", "visit"),
    ("Kenya allowed Ugandan firms to invest.", "concession"),
    ("Bahrain eased the rules, with Oman allowing Saudi nationals to own firms.", "concession"),
    ("Kenya is negotiating terms with Chad.", "negotiation"),
    ("Kenya negotiated a bailout with Chad.", "agreement"),
    ("Otto Borg became the governor of Kisumu.", "appointment"),
    ("Kenya withdrew its troops.", "withdrawal"),
    ("Kenya has threatened Uganda.", "threat"),
    ("The Kenyan minister was sworn in on Monday.", "appointment"),
]


@pytest.mark.parametrize("text", OTHER)
def test_clauses_and_parties_show_another_sense(reader, text):
    assert not reader.read(text).reports


@pytest.mark.parametrize(("text", "kind"), SAME)
def test_clauses_and_parties_leave_the_sense(reader, text, kind):
    assert kind in [report.kind for report in reader.read(text).reports]


def test_strikers_impose_no_sanction(reader):
    kinds = {
        report.kind for report in reader.read("Striking Kenyan dockers closed all ports to Ugandan ships.").reports
    }
    assert kinds == {"strike"}


@pytest.mark.parametrize(
    "text",
    [
        "In 1972 the Kenyan senator led the Committee to Re-Elect the President.",
        "Kenyan sources who spoke on condition of anonymity said so.",
        "Speaking to Kenyan ministers, Otto Borg said that prices had risen.",
        "The Kenyan ministry refused to confirm or deny the report.",
        "The Kenyan ministry could neither confirm nor deny the report.",
        "Kenya proposed a body to provide a forum for trade.",
    ],
)
def test_words_of_names_sources_and_places_tell_no_act(reader, text):
    kinds = {report.kind for report in reader.read(text).reports}
    assert not kinds & {"election", "call", "meeting", "denial", "conference"}
