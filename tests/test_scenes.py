"""Where acts are that go on with what was told before."""

import pytest


def names(reader, text, kind):
    return [r.place and r.place.name for r in reader.read(text, published="2019-05-15").reports if r.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "Chadian rebels attacked a camp in Lima on Monday. The attack killed 40 soldiers.",
        "Danish jets bombed a depot in Lima on Monday. The air strikes killed 12 soldiers.",
        "A bomb went off in Lima on Monday. The Danish consul was injured in the blast.",
        "Rebels attacked a convoy on Monday. The attack took place in Lima.",
        "Rebels attacked a camp in Lima on Monday, killing a Danish guard.",
        "Danish military forces killed Joe Oni in an airstrike. Denmark carried out the airstrike at a farm in Lima.",
    ],
)
def test_scenes_of_an_act_that_is_taken_up(reader, text):
    assert set(names(reader, text, "attack") + names(reader, text, "airstrike")) == {"Lima"}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked a camp in Lima on Monday. Another attack killed 40 Danish soldiers.",
        "Rebels attacked a camp in Lima on Monday. The attack of May 3 killed 40 Danish soldiers.",
        "Rebels attacked a camp in Lima on Monday. Danish villagers were killed in an attack.",
        "Rebels attacked a camp in Lima on Monday. Two other attacks on Danish soldiers are being looked into.",
    ],
)
def test_scenes_do_not_last_for_another_act(reader, text):
    assert names(reader, text, "attack")[-1] is None


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Ruiz visited Oslo on Monday. Ruiz met the Danish foreign minister.",
        "President Ana Ruiz arrived in Oslo. Later she held talks with the Danish foreign minister.",
        "President Ana Ruiz will visit Oslo on Friday. She will meet the Danish foreign minister.",
        "During her visit to Oslo, President Ana Ruiz met the Danish foreign minister.",
        "President Ana Ruiz met the Danish foreign minister when she visited Oslo.",
        "President Ana Ruiz spoke at a news conference in Oslo. Ruiz then met the Danish foreign minister.",
        "President Ana Ruiz, on a visit to Oslo, met the Danish foreign minister.",
        "Chad's ambassador in Oslo, Ade Oni, met the Danish foreign minister.",
    ],
)
def test_scenes_of_people_who_have_gone_somewhere(reader, text):
    assert names(reader, text, "meeting") == ["Oslo"]


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Ruiz visited Oslo on Monday. In March Ruiz met the Danish foreign minister.",
        "President Ana Ruiz visited Oslo on Monday. Ruiz had met the Danish foreign minister.",
        "President Ana Ruiz visited Oslo on Monday. Ruiz will meet the Danish foreign minister.",
        "Chad's president visited Oslo on Monday. The Togolese president met the Danish foreign minister.",
        "After touring Oslo, President Ana Ruiz met the Danish foreign minister.",
        "President Ana Ruiz met the Danish foreign minister before she flew to Oslo.",
    ],
)
def test_scenes_that_the_text_has_left_or_not_reached(reader, text):
    assert names(reader, text, "meeting") == [None]


def test_scenes_make_a_state_more_particular(reader):
    text = "Danish rebels killed four policemen on Monday. The attack took place on Monday in Odense."
    assert names(reader, text, "attack") == ["Odense", "Odense"]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("President Ana Ruiz visited Oslo on Monday. She praised Norway and promised aid to Chad.", "promise", "Oslo"),
        (
            "Speaking in Oslo, President Ana Ruiz of Peru accused Chad of fraud. She urged Mali to leave.",
            "appeal",
            "Oslo",
        ),
        ('"It rains," President Ana Ruiz told reporters in Oslo. She accused Chad of fraud.', "accusation", "Oslo"),
        ('"It rains," President Ana Ruiz told reporters in Oslo. Ed Moe accused Chad of fraud.', "accusation", None),
        ('"It rains," Ana Ruiz said in Oslo. In March, she accused Chad of fraud.', "accusation", None),
        ("Ana Ruiz, Peru's president, met Mr Oni in Oslo. In March, she accused Chad of fraud.", "accusation", None),
        ("The Peruvian president visited Oslo on Monday. The Chadian president accused Togo.", "accusation", None),
        ("Peruvian Interior Minister Ana Ruiz urged Peruvian miners to go home.", "appeal", "Peru"),
        ("Peru's parliament rebuked the Peruvian president.", "condemnation", "Peru"),
        ("The Peruvian Embassy rebuked Peruvian miners.", "condemnation", None),
        ("The Peruvian ambassador urged Peruvian miners to go home.", "appeal", None),
        ("Peruvian Interior Minister Ana Ruiz urged Chile to end its blockade.", "appeal", None),
        (
            "Peru's president toured Oslo. It was hot. It rained. It snowed. Peru's president praised Peru's police.",
            "praise",
            "Oslo",
        ),
        (
            "Peru's president toured Oslo. It rained. It froze. It was hot. It snowed. Peru's president praised Peru.",
            "praise",
            None,
        ),
        ("The president of Peru met the Peruvian interior minister on Monday.", "meeting", "Peru"),
        ("The president of Peru met Peruvian rebels on Monday.", "meeting", None),
        ("The summit with the president of Peru was the third of its kind.", "conference", None),
    ],
)
def test_scenes_of_people_who_speak_or_meet_at_home_or_away(reader, text, kind, place):
    assert names(reader, text, kind)[-1] == place
