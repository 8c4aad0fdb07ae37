from communique.lexicon.given_names import Genders, GivenNames, NameExample, check_given_names, load_genders

EXAMPLE = NameExample(name="Ylva", text="Ylva Holm met Paul Reyes. He left.", pronoun="He", person="Paul Reyes")


def test_given_names_are_known_with_accents_and_by_their_first_half():
    genders = load_genders()
    assert genders.of("Cécile") == genders.of("Anne-Lise") == "female"
    assert genders.of("WALTER") == "male"
    assert genders.of("Robin") is genders.of("Andrea") is None


def test_given_names_of_a_users_folder_are_added(tmp_path):
    (tmp_path / "given_names.toml").write_text(
        '[[entry]]\nid = "mine"\ngender = "female"\nnames = ["ylva"]\nexamples = [{ name = "Ylva", '
        'text = "Ylva Holm met Paul Reyes. He left.", pronoun = "He", person = "Paul Reyes" }]\n'
    )
    assert load_genders((tmp_path,)).of("Ylva") == "female"


def test_given_name_of_two_genders_is_reported():
    entries = [GivenNames(id=g, gender=g, names=("ylva",), examples=(EXAMPLE,)) for g in ("female", "male")]
    faults = list(check_given_names(Genders(entries), lambda text: ()))
    assert faults == ["given_names: female: 'ylva' is of another gender elsewhere; leave it out of both"]
