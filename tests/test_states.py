"""The lexicon of states and territories."""

import pytest

from communique.lexicon.states import State, StateExample, States, check_states, load_states


@pytest.fixture(scope="module")
def states() -> States:
    return load_states()


def found(states: States, text: str) -> list[tuple[str, str, str]]:
    return [(f.of(text), f.phrase.kind, f.phrase.state.country) for f in states.find(text)]


def test_states_examples_hold(states):
    assert list(check_states(states)) == []


def test_states_codes_are_unique_and_refer_to_states(states):
    codes = [state.code for state in states.states]
    assert len(codes) == len(set(codes))
    assert all(len(code) == 3 and code.isupper() for code in codes)
    for state in states.states:
        assert state.country in states.by_code
        assert state.dependency_of is None or state.dependency_of in states.by_code


def test_states_ambiguous_phrases_belong_to_their_entry(states):
    for state in states.states:
        phrases = {*state.names, *state.adjectives, *state.demonyms, *state.capitals, *(s.name for s in state.seats)}
        assert set(state.ambiguous) <= phrases, state.code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("US", "USA"),
        ("the U.S.", "USA"),
        ("Great Britain", "GBR"),
        ("DPRK", "PRK"),
        ("Burma", "MMR"),
        ("The Hashemite Kingdom of Jordan", "JOR"),
        ("Côte d’Ivoire", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("TURKEY", "TUR"),
        ("the Netherlands", "NLD"),
    ],
)
def test_states_are_found_by_name(states, name, code):
    assert states.by_name(name).code == code


@pytest.mark.parametrize("word", ["us", "turkey", "Kremlin", "Russian", "", "the"])
def test_states_words_that_are_no_names_are_not_found(states, word):
    assert states.by_name(word) is None


def test_states_former_states_stand_for_their_successors(states):
    assert states.by_name("USSR").country == "RUS"
    assert states.by_capital("Moscow").code == "RUS"


def test_states_are_found_by_adjective_people_capital_and_seat(states):
    assert states.by_adjective("South Korean").code == "KOR"
    assert states.by_demonym("Britons").code == "GBR"
    assert states.by_combining("Sino").code == "CHN"
    assert states.by_capital("Beijing").code == "CHN"
    assert states.by_seat("the Elysee").code == "FRA"
    assert states.phrase("seat", "Capitol Hill").sector == "LEG"


def test_states_shared_phrases_mean_the_first_state_listed(states):
    assert states.by_adjective("Congolese").code == "COD"
    assert states.by_adjective("Dominican").code == "DOM"
    assert states.phrase("name", "Jordan").ambiguous


def test_states_find_takes_the_longest_phrase_on_word_boundaries(states):
    text = "South Korean envoys left the Democratic People’s Republic of Korea for Nigeria, not USAID."
    assert found(states, text) == [
        ("South Korean", "adjective", "KOR"),
        ("Democratic People’s Republic of Korea", "name", "PRK"),
        ("Nigeria", "name", "NGA"),
    ]


def test_states_find_splits_compounds(states):
    assert found(states, "Sino-Soviet and US-led") == [
        ("Sino", "combining", "CHN"),
        ("Soviet", "adjective", "RUS"),
        ("US", "name", "USA"),
    ]


def test_states_failing_example_names_the_entry():
    example = StateExample("Nothing is here.", "Aland")
    broken = State(code="XXA", name="Aland", names=("Aland",), point=(60.0, 20.0), examples=(example,))
    (fault,) = check_states(States([broken]))
    assert "XXA" in fault


def test_states_users_entry_takes_the_packaged_ones_place(tmp_path):
    (tmp_path / "states.toml").write_text(
        '[[entry]]\ncode = "AND"\nname = "Andorra"\nnames = ["Andorra", "the Valleys"]\npoint = [42.5, 1.5]\n'
        'examples = [{ text = "The envoy knows the Valleys.", phrase = "the Valleys" }]\n',
        encoding="utf-8",
    )
    mine = load_states((tmp_path,))
    assert mine.by_name("the Valleys").code == "AND"
    assert mine.by_capital("Andorra la Vella") is None
    assert mine.by_name("France").code == "FRA"


def test_states_points_are_on_earth(states):
    for state in states.states:
        latitude, longitude = state.point
        assert -90 <= latitude <= 90, state.code
        assert -180 <= longitude <= 180, state.code


@pytest.mark.parametrize(
    ("word", "code"), [("Quatar", "QAT"), ("Etiopia", "ETH"), ("Eritera", "ERI"), ("Canadas", None)]
)
def test_states_misspelt_are_known_when_one_name_is_a_letter_away(states, word, code):
    phrase = states.misspelt(word)
    assert (phrase.state.country if phrase is not None else None) == code


def test_states_misspelt_by_a_letter_for_another_need_more_evidence(states):
    assert states.misspelt("Greese") is not None
    assert states.misspelt("Greese", exchanged=False) is None
