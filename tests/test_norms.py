import pytest

GENERAL = [
    "Under the Kenyan constitution, the senate tries ministers.",
    "The Kenyan constitution specifies that officials are removed from office after being impeached for treason.",
    "If a treaty is signed, Kenyan states must then ratify it.",
    "The Kenyan army may easily attack Ugandan villages.",
    "No Kenyan president has ever been removed from office by parliament.",
    "An attack on a Greek warship is a cause for war.",
    "The Kenyan president remains opposed to the Ugandan tax.",
    "Kenyan women were not allowed to drive.",
    "There is a requirement that Kenyan ministries consult with Ugandan experts.",
    '"Take a knife and attack the Kenyan police," he told her.',
    "Kenya raised the price of maize to encourage farmers to sow it.",
    "Kenya's loans are designed to encourage traders to open shops.",
    "A Kenyan senator brought in a bill to require belts in buses.",
    "Kenyan officials could neither confirm nor deny the report.",
    "Kenyan farmers are not used to asking for help.",
]
SINGLE = [
    ("Under a law passed in May, Kenya sentenced a Ugandan editor.", "sentenced"),
    ("If the treaty is signed, Kenya must ratify it.", "ratify"),
    ("The Kenyan president was removed from office by parliament.", "removed"),
    ("An attack on a Greek warship wounded a sailor.", "wounded"),
    ("The Kenyan president opposed the Ugandan tax.", "opposed the Ugandan tax"),  # told with the measure
    ("Kenyan women were allowed to drive on Monday.", "allowed"),
    ("Soviet diplomats will not be allowed to use their embassy.", "allowed"),
    ("The Kenyan army decided to move out and attack the village.", "attack"),
    ("The Kenyan premier encouraged farmers to sow maize.", "encouraged"),
    ("Kenyan officials confirmed one report and denied the other.", "denied"),
    ("Kenyan farmers are asking for help.", "asking"),
    ("The Kenyan ministry required the firm to sell its shares.", "required"),
]


@pytest.mark.parametrize("text", GENERAL)
def test_what_holds_in_any_case_is_no_act(reader, text):
    assert not reader.read(text).reports


@pytest.mark.parametrize(("text", "trigger"), SINGLE)
def test_what_is_told_of_somebody_is_an_act(reader, text, trigger):
    assert trigger in [report.trigger.text for report in reader.read(text).reports]
