import pytest

MISHAPS = [
    "A drunk driver killed two Kenyan tourists.",
    "A Kenyan woman was struck by a car and killed.",
    "A fire in a Kenyan mine killed one miner.",
    "An explosion in a flour mill killed five Kenyan workers.",
    "The Kenyan deputy was injured when he fell.",
    "The Kenyan senator shot his father in a hunting accident.",
    "Two Kenyans were killed when their car crashed.",
    "The quake shook Kenya on Monday. As many as 80 people were wounded.",
    "The Kenyan helicopter struck a cable and crashed.",
    "The Kenyan industry was injured by Chinese imports.",
    "The Kenyan woman was treated at a hospital and released.",
    "A Kenyan fitter was killed while repairing a lift.",
    "Typhoon Rosa killed 40 Kenyans.",
    "An explosion in a flax factory in Kenya killed 45 workers.",
    "An explosion in a Kenyan shop may have been caused by a gas leak.",
]
ACTS = [
    ("A Kenyan fitter was killed while rebels shelled the town.", "killed"),
    ("An explosion at the Kenyan embassy killed two guards.", "killed"),
    ("Sniper fire killed two Kenyan soldiers.", "killed"),
    ("A terrorist driver killed two Kenyan soldiers.", "killed"),
    ("A bomb explosion in a mill killed five Kenyan workers.", "killed"),
    ("Two Kenyan soldiers were wounded when the town fell.", "wounded"),
    ("The driver shot two Kenyan officers.", "shot"),
    ("Two Kenyan hostages were treated well and released by the rebels.", "released"),
]


@pytest.mark.parametrize("text", MISHAPS)
def test_a_mishap_is_no_attack(reader, text):
    assert not [r for r in reader.read(text).reports if r.kind in {"attack", "release"}]


@pytest.mark.parametrize(("text", "trigger"), ACTS)
def test_what_somebody_did_is_one(reader, text, trigger):
    assert trigger in [r.trigger.text for r in reader.read(text).reports]
