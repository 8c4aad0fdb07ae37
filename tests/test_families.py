import pytest

from communique.errors import LexiconError
from communique.lexicon.families import Families, Family, FamilyExample, check_families, load_families


def test_every_packaged_example_holds():
    assert list(check_families(load_families())) == []


def test_kind_without_a_family_is_its_own():
    families = load_families()
    assert families.of("visit") == "visit"
    assert families.of("airstrike") == families.of("attack") != "attack and airstrike"
    assert not families.is_speech("visit")
    assert families.precision("airstrike") > families.precision("attack")


def test_kind_in_two_families_is_an_error():
    example = FamilyExample(one="A.", other="B.", kinds=("a", "b"))
    twice = [Family(id=name, kinds=("a", "b"), examples=(example,)) for name in ("one", "two")]
    with pytest.raises(LexiconError, match="'a' is in 'one' and 'two'"):
        Families(twice)


def test_example_of_another_family_is_reported():
    wrong = FamilyExample(one="A.", other="B.", kinds=("a", "c"))
    assert list(check_families(Families([Family(id="one", kinds=("a", "b"), examples=(wrong,))])))
