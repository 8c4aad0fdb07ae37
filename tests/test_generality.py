import pytest

GENERAL = [
    "Ministers meet envoys in Lima.",
    "The Peruvian district has always elected a Chilean senator.",
    "The Peruvian president is elected by parliament.",
    "A bill that would allow Peruvian police to arrest Chilean sailors failed.",
    "In 2015 Peru sold Chile 200 tractors.",
    "The law bans imports of Chilean copper.",
    "It is common for new governments to dissolve parliament.",
    "A majority of the Peruvian Congress is needed to impeach a minister.",
    "Impeachment is the way in which a minister can be dismissed by the Peruvian Congress.",
    "The decree is void because only Congress may allocate funds.",
    "The Peruvian prince did not say that he had ordered the raid on Chile.",
    "Why should Peru back Chile?",
    "The Peruvian general likes bombing Chilean towns.",
    "The directive does not preclude a Peruvian court from ordering Chile to pay.",
    "A majority is needed to impeach a minister, who can then be dismissed by the Peruvian Congress.",
    "Peru backs the Chilean rebels.",
    "The Peruvian navy often rescues Chilean sailors.",
    "The Peruvian navy rarely rescued Chilean sailors.",
    "The Peruvian minister wrote two books before he left office.",
    "The Peruvian minister has written two books since leaving office.",
    "The Peruvian minister meets Chilean envoys on a daily basis.",
    "The Peruvian minister talks with the Chilean minister from time to time.",
    "Attacks on Peruvian clinics have become common.",
    "The Peruvian militia which support the Chilean rebels live far away.",
    "It is a pact by which Peru requires Chilean compliance.",
    "The Peruvian government offers loans to Chilean farmers.",
    "The Peruvian navy rescues Chilean sailors each year.",
    "The law gives Peruvian judges the authority to arrest Chilean sailors.",
    "The Peruvian council can only reject a Chilean offer.",
    "The epidemic of Peruvian soldiers killing Chilean farmers is over.",
    "Attacks on Peruvian officers increase.",
    "Peruvians are not used to asking Chileans for help.",
    "The Peruvian law requires Chilean sailors to pay.",
    "Citizens of Peru do not elect the president directly.",
    "Peruvians want the direct election of a president.",
    "The Peruvian office serves farmers by providing loans to Chile.",
    "The Peruvian minister promised protests every week until Chile joined the accord.",
    "Peru is no longer the victim of a foreign invasion.",
    "For a candidate to win the nomination of the Peruvian party, 200 votes are needed.",
    "Candidates must win a third of the vote in Peru.",
    "The Peruvian judge says the general is unfit to stand trial.",
    "Chile must not allow Peruvian sailors to land.",
    "Peruvians want a fairer process of electing the president.",
    "A Peruvian deputy is elected in every election.",
    "The Peruvian court, which rules on taxes, sits in Lima.",
]
SINGLE = [
    ("The Peruvian president was elected by parliament.", "elected"),
    ("Peru was the target of a foreign invasion.", "invasion"),
    ("The election of the Peruvian president was delayed.", "election"),
    ("Peru helped by lending Chile two million dollars.", "lending Chile two million dollars"),
    ("The march went on until Chile joined the accord.", "joined the accord"),
    ("These Peruvian candidates must win a third of the vote.", "win a third of the vote"),
    ("The Peruvian minister is due to stand trial on Monday.", "stand trial"),
    ("Chile did not allow the Peruvian envoy to land.", "allow"),
    ("The Peruvian deputy was elected in a second vote.", "elected"),
    ("The Peruvian court, which ruled against Chile, sits in Lima.", "ruled"),
    ("The Peruvian government banned imports of Chilean copper.", "banned imports"),
    ("The Chilean plan must be approved by the Peruvian Congress.", "plan must be approved"),
    ("The Peruvian prince said that he had ordered a raid on Chile.", "raid"),
    ("Peru sold Chile 200 tractors in May 2015.", "sold"),
    ("Peruvian soldiers can attack Chile.", "attack"),
    ("Will the Peruvian president meet the Chilean president?", "meet"),
    ("Peru backed the Chilean plan.", "backed the Chilean plan"),
    ("The Peruvian army attacks a Chilean village.", "attacks a Chilean village"),
    ("The Peruvian council rejected a Chilean offer.", "rejected"),
    ("The Peruvian minister left office on Monday.", "left office"),
]


@pytest.mark.parametrize("text", GENERAL)
def test_generality_tells_no_act(reader, text):
    assert not reader.read(text).reports


@pytest.mark.parametrize(("text", "trigger"), SINGLE)
def test_generality_leaves_single_acts(reader, text, trigger):
    assert trigger in [report.trigger.text for report in reader.read(text).reports]


CROWD = "Thousands of Peruvians marched in Lima, protesting the Chilean tax."


def test_generality_lets_a_crowd_cry_in_its_protest(reader):
    assert [report.kind for report in reader.read(CROWD).reports] == ["protest"]
