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
