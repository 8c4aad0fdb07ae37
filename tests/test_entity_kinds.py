"""What sort of actor a slot asks for."""

from __future__ import annotations

import pytest

from communique.reading.cast import Entity
from communique.reading.entity_kinds import is_of


@pytest.mark.parametrize(
    ("kind", "country", "sector", "expected"),
    [
        ("person", "KEN", None, True),
        ("person", None, "GOV", True),
        ("person", None, None, False),
        ("person", "KEN", "BUS", False),
        ("state", "KEN", None, False),
    ],
)
def test_national_is_who_holds_office_or_is_introduced_by_his_state_alone(kind, country, sector, expected):
    assert is_of(Entity(id="a", name="Joe Oni", type=kind, country=country, sector=sector), "national") is expected


def test_press_is_no_person():
    assert is_of(Entity(id="a", name="reporters", type="group", sector="JRN"), "press")
    assert not is_of(Entity(id="b", name="Ann Roe", type="person", sector="JRN"), "press")


def test_statesman_is_a_person_of_a_known_state_in_politics():
    assert is_of(Entity(id="a", name="Ann Roe", type="person", country="KEN", sector="GOV"), "statesman")
    assert not is_of(Entity(id="b", name="Ann Roe", type="person", country="KEN", sector="MIL"), "statesman")
    assert not is_of(Entity(id="c", name="Ann Roe", type="person", sector="GOV"), "statesman")
    assert not is_of(Entity(id="d", name="ministers", type="group", country="KEN", sector="GOV"), "statesman")
