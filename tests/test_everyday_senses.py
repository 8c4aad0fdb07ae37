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
