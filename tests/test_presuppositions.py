"""What a sentence takes for granted, implies or only supposes of an act, beside its tense and its negation."""

import pytest

IMPLIED = [
    ("Chadian troops had to withdraw from Niger.", "withdraw", "occurred"),
    ("Chadian troops have to withdraw from Niger by May.", "withdraw", "planned"),
    ("The Chadian rebel returned to Lima in 1998, only to be jailed by Peruvian police.", "jailed", "occurred"),
    ("The Chadian president will return to Lima only to meet the Peruvian president.", "meet", "planned"),
    ("Ann Lind beat Joe Oni in May to become president of Chad.", "become", "occurred"),
    ("Ann Lind is running to become president of Chad.", "become", "planned"),
    ("The Chadian president was pleased to meet the Peruvian president.", "meet", "occurred"),
    ("The Chadian president is pleased to meet the Peruvian president.", "meet", "proposed"),
    ("The Chadian president said he was happy to meet the Peruvian president.", "meet", "proposed"),
    ("The Chadian senator is thrilled to receive the endorsement of the Peruvian president.", "receive", "occurred"),
    ("Niger prevented Chad from attacking Peruvian troops.", "attacking", "denied"),
    ("Niger did not prevent Chad from attacking Peruvian troops.", "attacking", "occurred"),
    ("They live in the house from where Chadian rebels opened fire on police.", "opened fire", "occurred"),
    ("Britain voted in June to leave the European Union.", "leave", "planned"),
    ("The Chadian parliament voted by 80 to 7 to ratify the treaty with Niger.", "ratify", "occurred"),
    ("Niger did not prohibit Chad from attacking Peruvian troops.", "attacking", "hypothetical"),
    ("Chadian police averted an attack on the Peruvian embassy.", "attack", "denied"),
    ("Chadian police repelled an attack on the Peruvian embassy.", "attack", "occurred"),
    ("The Chadian admitted to having plotted to kill a soldier and then attack a police station.", "attack", "planned"),
    ("The Chadian president was impeached in 1998; the vote to remove him failed.", "impeached", "occurred"),
    ("Chad could leave the accord or refuse to talk to Niger.", "refuse", "hypothetical"),
    ("Chad neglected to sign the treaty with Niger.", "sign", "denied"),
    ("Chad did not hesitate to sign the treaty with Niger.", "sign", "occurred"),
    ("The Chadian minister was made to resign.", "resign", "occurred"),
    ("The rebels were too weak to attack the Chadian army.", "attack", "denied"),
    ("The rebels nearly attacked the Chadian army.", "attacked", "denied"),
    ("The rebels attacked nearly 20 villages of Chad.", "attacked", "occurred"),
    ("Rather than attack Chad, Niger held talks.", "attack", "denied"),
    ("There is no evidence that Chad attacked Niger.", "attacked", "denied"),
    ("There is evidence that Chad attacked Niger.", "attacked", "occurred"),
    ("It is not true that Chad attacked Niger.", "attacked", "denied"),
    ("It is true that Chad attacked Niger.", "attacked", "occurred"),
    ("It is unlikely that Chad attacked Niger.", "attacked", "hypothetical"),
    ("It is odd that Chad attacked Niger.", "attacked", "occurred"),
    ("The talks between Chad and Niger failed.", "talks", "occurred"),
    ("Miners of Chad declared a general strike on Monday to press for higher salaries.", "press", "occurred"),
    ("Miners of Chad met on Monday to press for higher salaries.", "press", "planned"),
]
SUPPOSED = [
    ("The plan may change should Mrs Lind become president of Chad.", "become", "hypothetical"),
    ("Had Chad attacked Niger, France would have stepped in.", "attacked", "hypothetical"),
    ("Were Chad to attack Niger, France would step in.", "attack", "hypothetical"),
    ("Chad had attacked Niger, and France stepped in.", "attacked", "occurred"),
    ("Any agreement between Chad and Niger had to be led by France.", "agreement", "hypothetical"),
    ("The agreement between Chad and Niger was led by France.", "agreement", "occurred"),
    ("Chad could use the line immediately after Niger agreed to do so.", "agreed", "hypothetical"),
    ("Chad could be expelled after it attacked Niger.", "attacked", "occurred"),
    ("The move could lead to a war between Chad and Niger.", "war", "hypothetical"),
    ("The move led to a war between Chad and Niger.", "war", "occurred"),
    ("Some preferred an investigation by the Chadian parliament.", "investigation", "proposed"),
]
ASKED = [
    ("What are your views on the conflict between Chad and Niger?", "conflict", "occurred"),
    ("When did Chad attack Niger?", "attack", "occurred"),
    ("When will the Chadian president meet the Peruvian president?", "meet", "planned"),
    ("Will the Chadian president meet the Peruvian president?", "meet", "hypothetical"),
    ("What about talks between Chad and Niger?", "talks", "hypothetical"),
    ("What if Chad attacked Niger?", "attacked", "hypothetical"),
]
OCCASIONS = [
    ("Ministers would review the plan at the Chadian summit in Lima in May.", "summit", "planned"),
    ("New members can take part in planning for the NATO summit in April.", "summit", "planned"),
    ("The two could settle the dispute at a meeting between Chad and Niger.", "meeting", "hypothetical"),
    ("Chad and Niger made no headway in talks in Lima on Friday.", "talks", "occurred"),
    ("Ministers talked on the sidelines of the OPEC meeting.", "meeting", "occurred"),
    ("The Chadian envoy did not speak at the talks between Peru and Niger.", "talks", "occurred"),
    ("Chad did not take part in talks with Niger.", "talks", "denied"),
    ("OPEC ministers exceeded quotas set at their last conference in December.", "conference", "occurred"),
    ("The Chadian minister told a conference organised by the Peruvian parliament of it.", "conference", "occurred"),
    ("Officials spoke of an imminent Chadian incursion into Niger.", "incursion", "planned"),
    ("The election of deputies of Chad, which is scheduled for December 15, was discussed.", "election", "planned"),
    ("He ended his bid for the nomination in the 2017 Chadian presidential election.", "election", "planned"),
    ("The party chose its nominee for the 2016 Chadian presidential election.", "election", "occurred"),
    ("The party chose its candidate for the 2016 Chadian presidential election.", "election", "occurred"),
    ("The court ruled in favour of the Chadian request that the ship be returned.", "request", "occurred"),
]
GOING_ON = [
    ("The war between Chad and Niger has dragged on for two years.", "war", "ongoing"),
    ("The war between Chad and Niger is now in its third year.", "war", "ongoing"),
    ("The war between Chad and Niger dragged on for two years.", "war", "occurred"),
    ("Talks between Chad and Niger are under way.", "Talks", "ongoing"),
    ("Talks between Chad and Niger are imminent.", "Talks", "planned"),
    ("Oil rose on reports of an escalation in the war between Chad and Niger.", "war", "ongoing"),
    ("Chad wants to finish the negotiations with Niger as fast as possible.", "negotiations", "ongoing"),
    ("Chad finished the negotiations with Niger in May.", "negotiations", "occurred"),
    ("The rules are still the subject of talks between Chad and Niger.", "talks", "ongoing"),
    ("The rules were the subject of talks between Chad and Niger.", "talks", "occurred"),
    ("A Chadian journalist is arrested after a raid in Lima.", "arrested", "occurred"),
    ("The Chadian minister is being investigated by Peruvian police.", "investigated", "ongoing"),
    ("The paper carried reports of Peruvian villages being attacked by the Chadian army.", "attacked", "occurred"),
    ("The Chadian army was shelling Peruvian villages.", "shelling", "ongoing"),
    ("Farmers fled while the Chadian army was shelling Peruvian villages.", "shelling", "occurred"),
]


@pytest.mark.parametrize(("text", "trigger", "status"), IMPLIED + SUPPOSED + ASKED + OCCASIONS + GOING_ON)
def test_status_follows_from_what_is_implied_or_supposed(reader, text, trigger, status):
    found = [r.status for r in reader.read(text, published="2017-04-12").reports if trigger in r.trigger.text]
    assert found[:1] == [status]
