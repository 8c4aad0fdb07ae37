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


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Uganda rejected a demand by Kenya for the return of the islands.", {"rejection", "request"}),
        ("Uganda denied accusations by Kenya that it was arming rebels.", {"denial", "accusation"}),
    ],
)
def test_what_another_side_said_is_an_act_of_its_own_where_it_is_turned_down(reader, text, kinds):
    reports = reader.read(text).reports
    assert {r.kind for r in reports} == kinds
    assert {r.status for r in reports} == {"occurred"}


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("The leaders of Kenya and Uganda failed to agree on the border after six hours of talks in Oslo.", True),
        ("Kenya agreed to cut its budget following a meeting with Uganda.", True),
        ("Kenya urged Uganda to hold an election after talks with the rebels.", False),
        ("Kenya offered to host a meeting with Uganda.", False),
    ],
)
def test_what_came_before_is_no_content(reader, text, met):
    told = {r.kind for r in reader.read(text).reports if r.status == "occurred"}
    assert ("meeting" in told) == met


def test_what_one_side_says_and_takes_back_is_no_act_of_another(reader):
    assert "offer" not in {r.kind for r in reader.read("Uganda refused to make an offer.").reports}


def test_doubles_know_a_noun_that_makes_the_verb(reader):
    assert len(reader.read("Kenyan truckers went on strike across Kenya over fuel prices.").reports) == 1


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Norway asked Chad to free judges seized in Nairobi on Tuesday.", {"request", "arrest"}),
        ("Norway asked Chad to free any judges seized in Nairobi on Tuesday.", {"request"}),
        (
            "Chad should sign the accord with Mali, the Norwegian minister told a news conference.",
            {"appeal", "press conference"},
        ),
    ],
)
def test_doubles_keep_what_has_a_day_of_its_own_and_who_is_told(reader, text, kinds):
    assert {r.kind for r in reader.read(text).reports} == kinds


def test_doubles_follow_an_idiom_with_a_particle_taken_for_a_preposition(reader):
    assert [r.kind for r in reader.read("The Chadian premier laughed off the report.").reports] == ["denial"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The militia threatened to behead two Kenyan soldiers it holds.", {"threat", "abduction"}),
        ("The Kenyan minister threatened to resign over an envoy who had met rebels.", {"threat", "meeting"}),
        ("Chad rejected a truce proposed by Kenyan diplomats.", {"rejection", "offer"}),
        ("Chad threatened to expel an envoy who criticises it.", {"threat"}),
        ("Chad threatened to expel any envoy who had met rebels.", {"threat"}),
    ],
)
def test_doubles_keep_what_was_done_with_one_known_thing(reader, text, kinds):
    assert {r.kind for r in reader.read(text).reports} == kinds


def test_what_the_doer_of_a_passive_did_is_no_content(reader):
    text = "Kenyan envoys were turned back by Chadian soldiers who accused Mali of theft."
    assert "accusation" in {report.kind for report in reader.read(text).reports}
