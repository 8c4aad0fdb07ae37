import pytest

NO_ACT = [
    "A partisan battle over the veto resumes in the Kenyan senate today.",
    "The Kenyan ministry said it fights against hunger and exploitation.",
    "Kenya wants to end the war on drugs with Chad.",
    "The attacker exited the hall in Oslo.",
    "Two masked gunmen fled the Kenyan embassy.",
    "Somaliland, which is recognised only by Kenya, has a claim.",
    "The Kenyan premier remains fully committed to the campaign.",
    "Kenya added Uganda and Chad to its list of rivals.",
    "Farmers in Kenya were not encouraged to invest.",
    "The Kenyan court said the decree was unlawful.",
    "The minister told the Kenyan chamber that such claims are ill-advised.",
    "A Kenyan taxi driver picked up Ann Roe.",
    "Kenya cut the export duty on coffee.",
    "The Kenyan premier was at a two-day conference for ministers held in New Zealand.",
]


@pytest.mark.parametrize("text", NO_ACT)
def test_everyday_sense_gives_no_report(reader, text):
    kinds = {report.kind for report in reader.read(text).reports}
    assert kinds <= {"conference"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenyan soldiers fought against rebels near Oslo.", "clash"),
        ("Kenyan rebels fled the Ugandan town.", "withdrawal"),
        ("Somaliland was recognised by Kenya on Friday.", "recognition"),
        ("The Kenyan premier committed himself to a vote in May.", "promise"),
        ("Kenya put two Ugandan firms on its list of terrorist groups.", "sanction"),
        ("Kenyan police picked up Ann Roe.", "arrest"),
    ],
)
def test_acts_told_by_such_words_stay_acts(reader, text, kind):
    assert kind in {report.kind for report in reader.read(text).reports}


@pytest.mark.parametrize(
    "text",
    [
        "Chad's willingness to move quickly saved its banks.",
        "Kenyan workers hope to evacuate wounded from the camp.",
        "Kenyan banker Ann Roe was ordered to pay 20,000 dollars in court costs.",
        "Hundreds of Kenyan employees were thrown out of work by the Ugandan minister.",
        "The result depends on how the Kenyan senate conducts the hearing.",
        "The Kenyan minister testified before a committee of the Senate of Ghana.",
        "Kenyan gunboats usually check a ship before attacking.",
        "The Kenyan party continues to nominate candidates.",
        "Kenya currently restricts imports of 22 products.",
    ],
)
def test_states_questions_and_habits_are_no_acts(reader, text):
    assert {report.kind for report in reader.read(text).reports} <= {"evacuation"}


@pytest.mark.parametrize(
    "text",
    [
        "Acme Tool Corp said its profit and its sales fell. It said it dismissed its head of sales.",
        "Acme Tool Corp said its profit, its dividend and its sales fell. American consumers are willing to pay.",
        "Acme Tool Corp said its profit, shares and sales fell. Its pilots would be willing to pay for the airline.",
    ],
)
def test_what_firms_and_their_customers_do_is_private(reader, text):
    assert not reader.read(text).reports


@pytest.mark.parametrize(
    "text",
    [
        "Uganda's plan is responsible and modest, the Kenyan minister said.",
        "The Kenyan judge declared that not every corrupt act by Ugandan officials is a crime.",
        "The bill was backed by letters of credit from the Kenyan central bank.",
        "It has been customary for Kenyan candidates to release their papers when running for office.",
        "Chinese people have historically been accused of theft.",
        "Kenyan banker Ann Roe, chairman of Acme Tool Corp, said Uganda needs to restructure its economy.",
    ],
)
def test_praise_rules_and_guarantees_are_no_acts(reader, text):
    assert not reader.read(text).reports
