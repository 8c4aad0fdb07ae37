from __future__ import annotations

import datetime

import pytest

from communique.linking.actors import find_actors
from communique.linking.profiles import Profile

_DAY = datetime.date(2023, 3, 1)


def _firm(article: str, *names: str, sector: str | None = "BUS", days: int = 0) -> Profile:
    when = _DAY + datetime.timedelta(days=days)
    called = tuple((name, 1) for name in names)
    return Profile(f"actor-{article}", article, when, "organisation", None, sector, None, called, 1)


def _registered(*profiles: Profile) -> list[set[str]]:
    return sorted(({*actor.names} for actor in find_actors(profiles)[0]), key=sorted)


@pytest.mark.parametrize(
    ("usual", "slip"),
    [
        ("Quadex Petroleum Corp", "Quadex Petrleum Corp"),
        ("Tolland Broadcasting Co", "Tolland Braodacasting Co"),
    ],
)
def test_short_forms_join_a_slip_of_the_pen(usual, slip):
    assert _registered(_firm("a", usual), _firm("b", usual), _firm("c", slip)) == [{usual, slip}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quadex Austria Corp", "Quadex Australia Corp"),
        ("Quadex Steel Corp", "Quadex Steal Corp"),
        ("Quadex Product Corp", "Quadex Products Corp"),
        ("Northern Harlow Corp", "Southern Harlow Corp"),
    ],
)
def test_short_forms_keep_other_words_apart(one, other):
    assert len(_registered(_firm("a", one), _firm("b", one), _firm("c", other))) == 2


def test_short_forms_join_a_firm_by_its_first_word_within_a_month():
    full = _firm("a", "Quadex Petroleum Corp", "Quadex")
    assert _registered(full, _firm("b", "Quadex", sector=None, days=9)) == [{"Quadex Petroleum Corp", "Quadex"}]
    assert len(_registered(full, _firm("b", "Quadex", sector=None, days=90))) == 2
    other = _firm("c", "Quadex Timber Corp", "Quadex")
    assert len(_registered(full, other, _firm("b", "Quadex", sector=None, days=9))) == 3


def test_short_forms_join_what_stands_before_and():
    full = _firm("a", "Harlow Gas and Electric Co")
    assert _registered(full, _firm("b", "Harlow Gas", sector=None)) == [{"Harlow Gas and Electric Co", "Harlow Gas"}]
    assert len(_registered(full, _firm("b", "Harlow", sector=None))) == 2


def test_short_forms_leave_whose_a_party_is_out_of_its_name():
    party = "Free Harlow Party"
    named = _firm("a", party, sector="PTY")
    told = _firm("b", f"Chad's ruling {party}", sector="PTY")
    assert _registered(named, told) == [{party}]
