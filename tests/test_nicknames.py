"""Short forms of given names."""

from __future__ import annotations

import pytest

from communique.lexicon.nicknames import NicknameExample, Nicknames, ShortForms, check_nicknames, load_nicknames

EXAMPLE = NicknameExample(full="Ylva Holm", short="Yl Holm")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("william", "bill", True),
        ("bob", "rob", True),  # both are Robert
        ("alex", "alexandra", True),
        ("bill", "bob", False),
        ("bill", "kari", False),
    ],
)
def test_nicknames_stand_for_names(one, other, alike):
    assert load_nicknames().alike(one, other) is load_nicknames().alike(other, one) is alike


def test_nicknames_that_are_wrong_are_reported():
    entries = [Nicknames(id="mine", names=(("ylva",),), examples=(EXAMPLE,))]
    assert list(check_nicknames(ShortForms(entries), lambda one, other: False)) == [
        "nicknames: mine: ['ylva'] has no short form",
        "nicknames: mine: 'Yl Holm' is not taken for 'Ylva Holm'",
    ]
