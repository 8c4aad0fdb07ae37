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
    ("There are no plans for talks between Chad and Niger.", "meeting", "denied"),
    ("There are plans for talks between Chad and Niger.", "meeting", "planned"),
    ("Chad saw a need for talks with Niger.", "meeting", "proposed"),
    ("Chad will not act while its minister negotiates with Niger over fish.", "negotiation", "ongoing"),
    ("Chad did not act while its minister negotiated with Niger over fish.", "negotiation", "occurred"),
    ("Chad left the door open to talks with Niger.", "meeting", "proposed"),
    ("The Chadian minister discussed the need to cut spending in talks with Niger.", "meeting", "occurred"),
    ("The Chadian minister agreed to cut spending in talks with Niger.", "meeting", "planned"),
    ("Chad was pleased with the talks with Niger, scheduled to end on Wednesday.", "meeting", "ongoing"),
    ("The meeting of Chadian and Nigerien ministers is due to end on Friday.", "meeting", "ongoing"),
    ("The meeting of Chadian and Nigerien ministers is due to start on Friday.", "meeting", "planned"),
    ("Togo said it was watching the talks between Chad and Niger.", "meeting", "ongoing"),
    ("Togo watched the talks between Chad and Niger.", "meeting", "occurred"),
    ("The Chadian minister will start a two-day visit to Niger.", "visit", "planned"),
    ("The Chadian effort is aimed at starting talks between Togo and Niger.", "meeting", "hypothetical"),
    ("The 1998 meeting between Chad and Niger is remembered as a turning point.", "meeting", "occurred"),
    ("The Chadian move will start a war between Chad and Niger.", "clash", "hypothetical"),
    ("Chad does not expect the meeting of the African Union to help.", "meeting", "planned"),
    ("The meeting of the African Union did not help.", "meeting", "occurred"),
    ("The plan is aimed at ending civil war in Chad.", "clash", "ongoing"),
    ("The plan led to an end of civil war in Chad.", "clash", "occurred"),
    ("Twelve ships were hit in the six-year-old war between Chad and Niger.", "clash", "ongoing"),
    ("The six-year-old war between Chad and Niger ended.", "clash", "occurred"),
    ("Debate will begin late tomorrow, when the OPEC meeting is due to adjourn.", "meeting", "ongoing"),
    ("Chadian miners were determined to stay on strike.", "strike", "ongoing"),
    ("Chadian miners were determined to go on strike.", "strike", "planned"),
    ("There was no sign today of an end to the Chadian dockers' strike.", "strike", "ongoing"),
    ("There was talk today of an end to the Chadian dockers' strike.", "strike", "occurred"),
]


@pytest.mark.parametrize(("text", "kind", "status"), CASES)
def test_occasions_are_under_way_by_what_is_said_of_them(reader, text, kind, status):
    found = [r.status for r in reader.read(text).reports if r.kind == kind]
    assert found[:1] == [status]


LAST_WEEK = [
    ("Niger could have approved the sale at last week's meeting with Togo.", "occurred"),
    ("Niger could approve the sale at next week's meeting with Togo.", "planned"),
]


@pytest.mark.parametrize(("text", "status"), LAST_WEEK)
def test_an_occasion_called_by_a_day_that_is_over_was_held(reader, text, status):
    found = [r.status for r in reader.read(text, published="2024-05-15").reports if r.kind == "meeting"]
    assert found == [status]


def sides(reader, text, kind="meeting"):
    reports = [r for r in reader.read(text, published="2024-05-15").reports if r.kind == kind]
    return [sorted({p.country or p.name for p in r.participants}) for r in reports]


SIDES = [
    # who is at an occasion for its sake is one of those there
    ("The Chadian minister is in Oslo for a meeting of trade ministers.", "meeting", [["TCD", "trade ministers"]]),
    # whom somebody presses or tells something there is, too
    (
        "At a meeting in Lima, Chadian officials pressed their Nigerien counterparts to pay.",
        "meeting",
        [["NER", "TCD"]],
    ),
    ("Chadian officials presented a plan to the Nigerien premier in last week's meeting.", "meeting", [["NER", "TCD"]]),
    ("In talks with the Nigerien premier, Chadian officials urged Togo to pay.", "meeting", [["NER", "TCD"]]),
    ("Chadian officials presented a plan to the public at the meeting.", "meeting", [["TCD"]]),
    # who proposes that others meet is none of them
    ("Chad proposed a meeting of prime ministers to improve ties.", "meeting", []),
    # who speaks of talks, or lets them come about, takes no part by that
    ("Chadian bankers were referring to the last round of negotiations in May.", "negotiation", [[]]),
    ("The Chadian premier will resign, allowing negotiations on a new leader.", "negotiation", []),
    # who leaves the door open to talks would be one side of them
    ("Chad left the door open to negotiations with Niger.", "negotiation", [["NER", "TCD"]]),
    # who agrees on a basis of talks does
    ("Chad and Niger agreed on the principles as a basis for negotiations.", "negotiation", [["NER", "TCD"]]),
    ("The Chadian minister praised the plan as a basis for negotiations.", "negotiation", []),
    # both names before a noun say whose it is
    (
        "Speaking at the International Monetary Fund and World Bank annual meeting, the Chadian minister praised it.",
        "conference",
        [["International Monetary Fund", "TCD", "World Bank"]],
    ),
]


@pytest.mark.parametrize(("text", "kind", "expected"), SIDES)
def test_sides_of_an_occasion(reader, text, kind, expected):
    assert sides(reader, text, kind) == expected


def test_the_press_that_hears_it_is_no_side(reader):
    assert sides(reader, "The Chadian premier told reporters at a summit in Lima that it would pay.", "conference") == [
        ["TCD"]
    ]
