import pytest

from communique.lexicon.plover import check_plover, load_plover


@pytest.fixture(scope="module")
def plover():
    return load_plover()


def test_every_packaged_example_holds(plover):
    assert list(check_plover(plover)) == []


def test_planned_cooperation_is_agree_and_planned_conflict_threaten(plover):
    assert plover.code("meeting", "planned").plover == "AGREE"
    assert plover.code("aid", "confirmed").plover == "AGREE"
    assert plover.code("attack", "planned").plover == "THREATEN"


def test_contact_called_off_is_reject(plover):
    code = plover.code("visit", "cancelled")
    assert (code.plover, code.mode) == ("REJECT", ("meet",))


def test_denied_act_has_the_auxiliary_mode_of_negation(plover):
    assert plover.code("airstrike", "denied").mode == ("aerial", "negation")


def test_frame_values_win_over_those_of_the_kind(plover):
    code = plover.code("protest", "occurred", mode="hunger", cameo="142")
    assert (code.plover, code.mode, code.cameo, code.score) == ("PROTEST", ("hunger",), "142", -4.5)


def test_kind_of_a_users_lexicon_without_code_has_none(plover):
    code = plover.code("toast", "occurred")
    assert (code.plover, code.cameo, code.score) == (None, None, None)


def test_context_words_match_whole_words_only(plover):
    assert plover.contexts_of(["The oilman sold spyglasses."]) == ()
    assert "natural_resource" in plover.contexts_of(["They spoke of oil."])
