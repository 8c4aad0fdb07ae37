import pytest

CASES = [
    ("Chad said it was in the second round of negotiations with Niger.", "negotiation", "ongoing"),
    ("Chad met the bank in the second round of negotiations with Niger.", "negotiation", "occurred"),
    ("A series of negotiations with Niger has been under way.", "negotiation", "ongoing"),
    ("The discussion between Chad and Niger is now on prices.", "meeting", "ongoing"),
    ("If Niger refuses to pay, Chad will break off the talks with Niger.", "meeting", "ongoing"),
    ("Chad broke off the talks with Niger.", "meeting", "cancelled"),
    ("New limits are likely to come out of the talks between Chad and Niger.", "meeting", "planned"),
    ("New limits came out of the talks between Chad and Niger.", "meeting", "occurred"),
    ("An agreement in the debt talks between Chad and Niger seems close.", "meeting", "ongoing"),
    ("An agreement in the debt talks between Chad and Niger seemed close.", "meeting", "occurred"),
    ("Chad may ask for help despite a breakdown in the talks with Niger.", "meeting", "occurred"),
    ("The talks between Chad and Niger are considered a success.", "meeting", "occurred"),
    ("The Chadian envoy flew in for talks with the Nigerien premier likely to cover fish.", "meeting", "planned"),
    ("Chad was pleased with the talks with Niger, scheduled to end on Wednesday.", "meeting", "ongoing"),
]


@pytest.mark.parametrize(("text", "kind", "status"), CASES)
def test_occasions_are_under_way_by_what_is_said_of_them(reader, text, kind, status):
    found = [r.status for r in reader.read(text).reports if r.kind == kind]
    assert found[:1] == [status]
