"""A participle without auxiliary becomes the main verb of a sentence that has none, and of no other."""

import pytest


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("An official Kenyan newspaper called Thursday on Ugandans to unite.", "newspaper"),
        ("A small Kenyan party urged on the voters of the coast.", "party"),
        ("Kenyan police tortured prisoners.", "police"),
    ],
)
def test_parse_repairs_leave_one_main_verb_with_its_subject(repaired, text, subject):
    doc = repaired(text)
    root = doc.sents[0].root
    assert root.tag_ == "VBD"
    assert [c.text for c in root.children if c.dep_ == "nsubj"] == [subject]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said the letter written by the minister was false.",
        "Two men arrested by police in Nairobi.",
        "A treaty signed in Nairobi",
    ],
)
def test_parse_repairs_leave_other_sentences_alone(nlp, repaired, text):
    before = [(t.tag_, t.dep_, t.head.i) for t in nlp(text)]
    doc = repaired(text)
    assert [(t.tag_, t.dep_, t.head.i) for t in doc] == before


def test_parse_repairs_join_a_verb_behind_a_clause_of_place_to_the_one_above_it(repaired):
    text = "The minister flew to Lima on Sunday, where EU envoys were meeting, and held talks with the president."
    doc = repaired(text)
    assert next(t for t in doc if t.text == "held").head.text == "flew"


def test_parse_repairs_hang_no_finite_verb_on_a_participle(repaired):
    doc = repaired("Rebels raided the office of a private firm engaged in bridge building and abducted ten men.")
    verb = next(t for t in doc if t.text == "abducted")
    assert verb.head.text == "raided"


@pytest.mark.parametrize(
    ("text", "particle"), [("Kenya set free four soldiers.", "free"), ("Kenya cut short talks.", "short")]
)
def test_parse_repairs_make_a_result_a_particle_of_its_verb(repaired, text, particle):
    doc = repaired(text)
    assert [c.text for c in doc.sents[0].root.children if c.dep_ == "prt"] == [particle]


def test_parse_repairs_hang_a_day_before_a_title_on_its_preposition(repaired):
    text = "The leaders met for a summit where on Sunday Presidents Ruiz and Lind signed the agreement."
    doc = repaired(text)
    day = next(t for t in doc if t.text == "Sunday")
    assert (day.dep_, day.head.text, day.head.head.text) == ("pobj", "on", "signed")


def test_parse_repairs_participle_before_a_guest_and_gerund_that_looks_like_a_noun(reader):
    text = "Norway's premier met visiting Danish Prime Minister Ole Madsen in Oslo on Monday."
    assert [(r.kind, [p.country for p in r.participants]) for r in reader.read(text).reports] == [
        ("meeting", ["NOR", "DNK"]),
        ("visit", ["DNK"]),
    ]
    text = "After touring Kampala on Monday and meeting with Kenyan leaders on Friday, the Danish premier said little."
    assert [(r.kind, [p.country for p in r.participants]) for r in reader.read(text).reports] == [
        ("visit", ["DNK", "UGA"]),
        ("meeting", ["DNK", "KEN"]),
    ]


def test_parse_repairs_noun_before_a_verb_without_conjunction_is_its_subject(reader):
    text = "Norway's premier met Chile's president. Norway is a big economy and the two leaders backed Chad."
    report = next(r for r in reader.read(text).reports if r.kind == "praise")
    assert [p.country for p in report.participants if p.role == "actor"] == ["NOR", "CHL"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The minister sued Joe Ade, Jr. and Ann Lee.", ["Joe Ade, Jr.", "Ann Lee"]),
        ("The minister met Ann Lee 10 days ago and Joe Oni last week.", ["Ann Lee", "Joe Oni"]),
    ],
)
def test_parse_repairs_of_coordinated_names(reader, text, names):
    named = {m.name for m in reader.read(text).mentions if m.type == "person"}
    assert set(names) <= named
    assert not named & {"Jr.", "Jr"}
    report = reader.read("Chadian prime minister Ali Deby" + text.removeprefix("The minister")).reports[0]
    assert set(names) <= {p.name for p in report.participants}


@pytest.mark.parametrize(
    ("text", "object_", "predicate"),
    [
        ("Chadian drones set a Sudanese refinery ablaze.", "refinery", "ablaze"),
        ("Mexico declared the North Korean ambassador persona non grata.", "ambassador", "grata"),
    ],
)
def test_parse_repairs_make_predicates_of_adjectives_that_only_stand_behind(repaired, text, object_, predicate):
    doc = repaired(text)
    root = doc.sents[0].root
    assert [c.text for c in root.children if c.dep_ == "dobj"] == [object_]
    assert [c.text for c in root.children if c.dep_ == "oprd"] == [predicate]


def test_parse_repairs_give_a_clause_behind_one_conjunction_one_verb(repaired):
    text = (
        "Police said Saudi Arabia bombed two weapons depots, hours after a rocket fired from Yemen slammed into "
        "a house in Ashkelon, wounding a woman."
    )
    doc = repaired(text)
    slammed = next(t for t in doc.tokens if t.text == "slammed")
    fired = next(t for t in doc.tokens if t.text == "fired")
    assert [c.text for c in slammed.children if c.dep_ == "nsubj"] == ["rocket"]
    assert (fired.dep_, fired.head.text) == ("acl", "rocket")
