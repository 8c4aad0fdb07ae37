import pytest

ONCE = [
    ("Kenyan police shot and killed two Ugandan farmers.", "attack"),
    ("Two Ugandan farmers were shot and killed by Kenyan police.", "attack"),
    ("Kenyan students marched in Nairobi, chanting slogans.", "protest"),
    ("Kenyan students rallied in two demonstrations.", "protest"),
    ("Kenya condemned the raid, calling it a crime.", "condemnation"),
    ("The ministers of Kenya and Uganda met to discuss the border in Nairobi.", "meeting"),
]
TWICE = [
    ("Kenyan police killed two farmers and wounded a Ugandan driver.", "attack"),
    ("Kenya agreed to cut its budget and Uganda agreed to raise its taxes.", "agreement"),
]


@pytest.mark.parametrize(("text", "kind"), ONCE)
def test_one_act_is_one_report(reader, text, kind):
    assert [r.kind for r in reader.read(text).reports].count(kind) == 1


@pytest.mark.parametrize(("text", "kind"), TWICE)
def test_two_acts_are_two_reports(reader, text, kind):
    assert [r.kind for r in reader.read(text).reports].count(kind) == 2
