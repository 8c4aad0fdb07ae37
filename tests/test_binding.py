"""Whom nouns and pronouns cannot mean where they stand, and whom they are left to mean."""

from __future__ import annotations

import pytest

from communique.linking.profiles import is_short


@pytest.fixture(scope="module")
def meant(reader):
    def read(text: str, words: str) -> list[str]:
        return [m.name for m in reader.read(text).mentions if m.span.text.lower() == words]

    return read


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        # who does something does it to another one
        (
            "Acme Tool Corp met Tona Steel Inc on Friday. Acme offered to buy the company.",
            "the company",
            ["Tona Steel Inc"],
        ),
        ("Chad said Mali had attacked it.", "it", ["Chad"]),
        ("Chad said it had been attacked.", "it", ["Chad"]),
        ("Chad recalled its envoy after it was accused of theft.", "it", ["Chad"]),
        # what a complaint is about is theirs who hear it
        ("Chad has protested to Mali about its plan to raise duties.", "its", ["Mali"]),
        ("Chad spoke to Mali about its plan to raise duties.", "its", ["Chad"]),
        # who announces something tells of himself
        ("Mali was angered by Chad's announcement that it would leave.", "it", ["Chad"]),
        ("Mali protested at an announcement from Chad that it would leave.", "it", ["Chad"]),
        ("Mali said Chad's troops had left after it attacked.", "it", ["Mali"]),
        # who is told of is another one than whoever tells it
        (
            "Tona Steel Inc met Acme Tool Corp in May. The company said Tona Steel left.",
            "the company",
            ["Acme Tool Corp"],
        ),
        # a sentence goes on with the firm that the one before was about
        ("Acme Tool Corp sued Tona Steel Inc. The company said it would win.", "the company", ["Acme Tool Corp"]),
        ("Acme Tool Corp closed. An Acme spokesman said the company was sold.", "the company", ["Acme Tool Corp"]),
        # one body is many only in what it says or owns itself
        ("The World Bank said they would lend.", "they", ["World Bank"]),
        ("The World Bank announced their plan.", "their", ["World Bank"]),
        ("Thames Valley Police held a man. They later freed him.", "they", ["Thames Valley Police"]),
    ],
)
def test_binding_leaves_whom_is_meant(meant, text, words, names):
    assert meant(text, words) == names


@pytest.mark.parametrize(
    ("text", "words", "wrong"),
    [
        ("Chad backed a plan and will do little about it.", "it", "Chad"),
        ("Acme Tool Corp has plans to sell it.", "it", "Acme Tool Corp"),
        ("Mali praised the plan before it was vetoed.", "it", "Mali"),
        ("Acme Tool Corp was sold. The company said Acme Tool was a rival.", "the company", "Acme Tool Corp"),
        ("Acme Tool Corp closed. A Tona official said the company was sold.", "the company", "Acme Tool Corp"),
        ("Acme Tool Corp grew. The movement to higher prices went on.", "the movement", "Acme Tool Corp"),
        ("The World Bank bought coins from shops because they were cheap.", "they", "World Bank"),
        ("The World Bank wrote to shops. They were closed.", "they", "World Bank"),
        ("Iraq met the U.S. envoy. There are U.S. troops in the country.", "the country", "United States"),
    ],
)
def test_binding_rules_out_whom_is_not_meant(meant, text, words, wrong):
    assert wrong not in meant(text, words)


def test_binding_office_of_something_named_is_not_that_of_another_holder(meant):
    text = "Ann Roe, the current governor, spoke. Juma Okello ran for governor of Kwale."
    assert "Ann Roe" not in meant(text, "governor")
    assert meant("Maryland Governor Ann Roe spoke. The governor left.", "the governor") in (["Ann Roe"], [])


def test_binding_surname_keeps_the_particles_of_the_full_name(meant):
    assert meant("Foreign minister Ann de Soto met the press on Friday. Then de Soto left the room.", "de soto") == [
        "de Soto"
    ]
    assert meant("Ann Soto met Juma Okello in Haag. Then Soto left.", "soto") == ["Soto"]


def test_binding_firms_are_no_persons(reader):
    found = reader.read("Oliver's Stores Inc said it would close. Acme Oil's Tona Tool Inc agreed.").mentions
    assert ("Oliver's Stores Inc", "organisation") in {(m.name, m.type) for m in found}
    assert "Tona Tool Inc" in {m.name for m in found}


@pytest.mark.parametrize(
    ("name", "kind", "short"),
    [
        ("de Soto", "person", True),
        ("Soto", "person", True),
        ("Ann de Soto", "person", False),
        ("Reuters", "organisation", True),
        ("Le Journal", "organisation", False),
    ],
)
def test_binding_surname_with_particles_is_no_full_name(name, kind, short):
    assert is_short(name, kind) is short


def test_binding_who_is_met_before_a_clause_is_not_its_subject(meant):
    text = "Ann Roe is the envoy. Joe Oni arrived. Speaking after talks with President Ali Bello, he said it was late."
    assert "Ali Bello" not in meant(text, "he")
    assert meant("Ali Bello left. After his talks with lawmakers, he resigned.", "he") == ["Ali Bello"]


@pytest.mark.parametrize(
    "text",
    [
        "Mali listed the goods on which Chad wants it to cut tariffs.",
        "Kenya and Chad joined the group, which said it would agree.",
    ],
)
def test_binding_it_is_not_the_subject_of_wanting_nor_of_another_clause(meant, text):
    assert not {"Chad", "Kenya"} & set(meant(text, "it"))


def test_coreference_second_of_two_nouns_has_the_owner_of_the_first(meant):
    text = "The dispute stems from Iraq's invasion of Kuwait and its subsequent military buildup."
    assert meant(text, "its") == ["Iraq"]
