from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def named(reader):
    def read(text: str, noun: str) -> list[str]:
        return [m.name for m in reader.read(text).mentions if m.span.text.endswith(noun)]

    return read


@pytest.mark.parametrize(
    ("text", "noun", "name"),
    [
        (
            "President Ann Roe met Malian President Juma Okello. Mr Okello's aides left. The president refused.",
            "president",
            "Juma Okello",
        ),
        (
            "Kenyan President Ann Roe called Malian President Juma Okello. Okello told the president that he had won.",
            "president",
            "Ann Roe",  # nobody tells himself
        ),
        (
            "Foreign Minister Ann Roe of Chad and Finance Minister Juma Okello met. Roe left. The minister spoke.",
            "minister",
            "Ann Roe",
        ),
        ("Iraq's Yusuf Karim made an offer. The Iraqi leader rejected a demand.", "Iraqi leader", "Yusuf Karim"),
        ("Senator Ann Roe spoke in Ohio. The Ohio senator refused.", "Ohio senator", "Ann Roe"),
        (
            "President Ann Roe left. Iraq's president Yusuf Karim spoke. Rain fell. Snow fell. It met the president.",
            "president",
            "Ann Roe",  # whom the article calls by a bare title
        ),
    ],
)
def test_office_nouns_take_up_whom_the_article_speaks_of(named, text, noun, name):
    assert named(text, noun)[-1] == name


@pytest.mark.parametrize(
    ("text", "noun", "wrong"),
    [
        ("Presidents Ann Roe and Juma Okello met. The president left.", "president", {"Ann Roe", "Juma Okello"}),
        ("Iraqi Oil Minister Yusuf Karim met envoys. The Iraqi leader left.", "Iraqi leader", {"Yusuf Karim"}),
        (
            "President Ann Roe met Malian President Juma Okello. A new president will be chosen.",
            "president",
            {"Ann Roe", "Juma Okello"},
        ),
    ],
)
def test_office_nouns_take_up_nobody_where_several_may_be_meant(named, text, noun, wrong):
    assert wrong.isdisjoint(named(text, noun)[-1:])


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("New Trade Minister Ann Roe met the envoy.", "Trade Minister"),
        ("As Trade Minister Ann Roe said, it is over.", "Trade Minister"),
        ("Planning and Budget Minister Ann Roe met the envoy.", "Planning and Budget Minister"),
    ],
)
def test_what_opens_a_sentence_is_no_part_of_an_office(reader, text, office):
    assert {m.office for m in reader.read(text).mentions if m.name == "Ann Roe"} == {office}


def test_capital_makes_labour_a_party(reader):
    told = "He met Labour spokesman Ann Roe, Labour officials and labour leaders. New Labour left."
    sectors = {m.name: m.sector for m in reader.read(told).mentions}
    assert sectors["Ann Roe"] == sectors["Labour officials"] == sectors["New Labour"] == "PTY"
    assert sectors["labour leaders"] == "LAB"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Secretary of State Ann Roe met the envoy.", "USA"),
        ("The Secretary of State for Culture, Ann Roe, met the envoy.", None),
        ("Former minister Ann Roe criticised the US-led coalition.", None),
        ("Former minister Ann Roe criticised the Kenyan coalition.", "KEN"),
    ],
)
def test_state_of_an_office_is_told_by_no_like_office_or_mixed_body(reader, text, country):
    assert {m.country for m in reader.read(text).mentions if m.name == "Ann Roe"} == {country}


def test_short_name_of_a_party_is_no_person(reader):
    reading = reader.read("Lib Dem leader Ann Roe met Joe Oni.")
    assert {m.name for m in reading.mentions if m.type == "person"} == {"Ann Roe", "Joe Oni"}
