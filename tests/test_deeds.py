"""To whom something is said, and to whom only the act is done that is spoken of."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


def parties(reader: Reader, text: str, kind: str, role: str) -> list[str | None]:
    (report,) = (r for r in reader.read(text).reports if r.kind == kind)
    return [p.country or p.name for p in report.participants if p.role == role]


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("Kenya condemned Chad's invasion of Mali.", "condemnation", ["TCD"]),
        ("Kenya condemned the killing of Malian refugees by Chad.", "condemnation", ["TCD"]),
        ("Kenya deplored the acts against Malian embassies.", "condemnation", []),
        ("Kenya lashed out against Chad.", "condemnation", ["TCD"]),
        ("Kenya called for action against Chad.", "appeal", []),
        ("Kenya urged that Malian inspectors be admitted.", "appeal", []),
        ("Kenya urged for the Malian army to be sent in.", "appeal", []),
        ("Kenya urged the Malian army to leave.", "appeal", ["MLI"]),
        ("Kenya demanded Joe Oni's extradition from Chad.", "demand", ["TCD"]),
        ("Kenya ordered the journalist's killing.", "demand", []),
        ("Kenya demanded Chad's withdrawal.", "demand", ["TCD"]),
        ("Kenya condemned Chad's treatment of Mali.", "condemnation", ["TCD"]),
        ("Kenya condemned the rejection of the Malian plan by Chad.", "condemnation", ["TCD"]),
        ("Kenya criticised the policies of Chad.", "condemnation", ["TCD"]),
        ("Kenya supported the removal of Malian troops by Chad.", "praise", ["TCD"]),
        ("Kenya complained to Chad that Malian firms were being squeezed out.", "accusation", ["TCD"]),
        ("Kenya complained to Chad that Malian firms had broken the rules.", "accusation", ["MLI"]),
        ("Kenya said the United Nations needs to be strengthened.", "demand", []),
        ("Kenya said Chad needs to cut its tariffs.", "demand", ["TCD"]),
        (
            "The UN Security Council will examine a Kenyan complaint that a Chadian law was unfair.",
            "investigation",
            ["TCD"],
        ),
        ("The UN Security Council will investigate the Kenyan policy.", "investigation", ["KEN"]),
        ("Kenya criticised the way Chadian officials handled the vote.", "condemnation", ["TCD"]),
        ("The minister voiced concern that Chad might attack.", "condemnation", ["TCD"]),
        ("Kenya blamed Chad's crisis on the reluctance of Mali.", "accusation", ["MLI"]),
        ("Kenyan police are investigating a robbery in Bamako.", "investigation", []),
    ],
)
def test_deeds_of_which_somebody_speaks_are_done_to_nobody_he_speaks_to(reader: Reader, text, kind, recipients):
    assert parties(reader, text, kind, "recipient") == recipients


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya received an offer of wheat from Chad.", "offer"),
        ("Kenya got an apology from Chad.", "apology"),
        ("Kenya failed to respond to the Chadian ultimatum.", "ultimatum"),
        ("Kenya complied with a demand from Chad.", "request"),
        ("Kenya is considering Chad's request for troops.", "request"),
    ],
)
def test_deeds_of_speech_are_done_to_whoever_takes_them(reader: Reader, text, kind):
    assert parties(reader, text, kind, "actor") == ["TCD"]
    assert parties(reader, text, kind, "recipient") == ["KEN"]


def test_deeds_of_speech_are_not_done_to_who_only_reports_them(reader: Reader):
    assert parties(reader, "Kenya reported an offer of wheat from Chad.", "offer", "recipient") == []


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("A man was arrested in Lodwar, Kenya.", "arrest", []),
        ("A Dutch priest was detained in Turkey.", "arrest", ["TUR"]),
        ("Protests erupted in Lodwar.", "protest", []),
        ("Protests erupted in Kenya.", "protest", []),
        ("In line with the Paris agreement by six nations, Japan acted.", "agreement", ["six nations"]),
        ("The Chadian treaty with Kenya was signed.", "agreement", ["TCD", "KEN"]),
    ],
)
def test_deeds_are_not_done_by_the_town_where_they_are(reader: Reader, text, kind, actors):
    assert parties(reader, text, kind, "actor") == actors


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("The anti-Kenyan naval blockade began on Friday.", "blockade", ["KEN"]),
        ("The Kenyan president's appointment of two Chadian judges drew cheers.", "appointment", ["TCD"]),
        ("The nomination of Kenyan candidates will take place in May.", "appointment", ["KEN"]),
        ("The Kenyan king suspended parliament.", "restriction", ["KEN"]),
        ("The UN Security Council ordered an embargo on trade with Kenya.", "sanction", ["KEN"]),
    ],
)
def test_deeds_that_nouns_name_are_done_to_somebody(reader: Reader, text, kind, recipients):
    assert parties(reader, text, kind, "recipient") == recipients
    assert set(recipients).isdisjoint(parties(reader, text, kind, "actor")) or kind == "restriction"


@pytest.mark.parametrize(
    ("text", "kind", "role", "found"),
    [
        ("Kenya signed a deal to buy maize from Chad.", "signing", "recipient", ["TCD"]),
        ("Kenya signed a deal to pull its troops back from Chad.", "signing", "recipient", []),
        ("The Malian poet whose sentence the Chadian president commuted left.", "concession", "recipient", ["MLI"]),
        ("Kenya freed the Malian poet, whose arrest Chad had condemned.", "condemnation", "recipient", []),
        (
            "Kenyan president Joe Oni took several steps, including meeting Chadian president Ann Lee.",
            "meeting",
            "actor",
            ["KEN", "TCD"],
        ),
        ("The Kenyan ministry recommended two Chadian clerks for a post.", "request", "recipient", []),
    ],
)
def test_deeds_take_those_whom_the_construction_names(reader: Reader, text, kind, role, found):
    assert parties(reader, text, kind, role) == found


@pytest.mark.parametrize(
    ("text", "kind", "role", "found"),
    [
        ("Kenya said Chad should be barred from the talks.", "request", "recipient", ["TCD"]),
        ("Police probed the blast that ripped through a church in Nairobi.", "investigation", "actor", ["KEN"]),
        ("Kenya fired rockets that hit a town in Mali.", "attack", "actor", ["KEN"]),
    ],
)
def test_deeds_told_in_the_passive_or_by_what_they_led_to(reader: Reader, text, kind, role, found):
    assert parties(reader, text, kind, role) == found


@pytest.mark.parametrize(
    ("text", "arrested"),
    [
        ("The arrest of the Malian senator was made public.", ["MLI"]),
        ("The Malian senator's arrest was made public.", ["MLI"]),
        ("Malian senator Ali Diouf left. His arrest was made public.", ["MLI"]),
    ],
)
def test_deeds_are_done_to_the_people_whose_they_are(reader: Reader, text, arrested):
    assert parties(reader, text, "arrest", "recipient") == arrested


def test_deeds_whose_of_names_another_are_done_by_the_owner(reader: Reader):
    text = "Mali's arrest of the Chadian senator was made public."
    assert parties(reader, text, "arrest", "recipient") == ["TCD"]
    assert parties(reader, text, "arrest", "actor") == ["MLI"]


def test_deeds_to_their_owner_are_not_condemned_with_him(reader: Reader):
    assert parties(reader, "Kenya condemned the Malian senator's arrest.", "condemnation", "recipient") == []
