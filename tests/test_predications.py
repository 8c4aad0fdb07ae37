from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def person(reader):
    def read(text: str) -> tuple[str | None, str | None, str | None]:
        return next((m.office, m.country, m.sector) for m in reader.read(text).mentions if m.name == "Juma Okello")

    return read


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Juma Okello was elected president of Chad in May.", ("President", "TCD", "GOV")),
        ("Juma Okello became president of Chad in May.", ("President", "TCD", "GOV")),
        ("Juma Okello was sworn in as president of Chad.", ("President", "TCD", "GOV")),
        ("Juma Okello resigned as foreign minister of Chad.", ("Foreign Minister", "TCD", "GOV")),
        ("Juma Okello, who served as president of Chad for years, died.", ("President", "TCD", "ELI")),
        ("Juma Okello took the post of foreign minister of Chad.", ("Foreign Minister", "TCD", "GOV")),
        ("Juma Okello is the leader of the rebels.", ("Leader", None, "REB")),
    ],
)
def test_predications_give_offices(person, text, office):
    assert person(text) == office


@pytest.mark.parametrize(
    "text",
    [
        "Juma Okello wants to become president of Chad.",
        "Juma Okello will not be president of Chad.",
        "Juma Okello is not the president of Chad.",
        "If Juma Okello is president of Chad, we will leave.",
        "Juma Okello met the president of Chad.",
    ],
)
def test_predications_give_no_office_that_is_not_held(person, text):
    assert person(text)[0] is None
