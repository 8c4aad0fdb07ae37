"""Why two names are taken for one person's, in words."""

from __future__ import annotations

import pytest

from communique.reading.variants import variant_of


@pytest.mark.parametrize(
    ("other", "name", "why"),
    [
        ("BERG", "Berg", "another case"),
        ("Sergei Petrenko", "Sergey Petrenko", "another transliteration"),
        ("Berg", "Anna Berg", "surname alone"),
        ("Kim", "Kim Da-eun", "part of the name"),
        ("Anna K. Berg", "Anna Berg", "initials"),
        ("Anna Karin Berg", "Anna Berg", "with fewer or more given names"),
        ("Anna Lundqist", "Anna Lundqvist", "spelling, one letter apart"),
        ("Anna Berg", "Berg", "the full name"),
    ],
)
def test_variants_say_how_names_differ(other, name, why):
    assert variant_of(other, name) == why
