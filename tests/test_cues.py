"""The cues of attribution and their examples."""

from __future__ import annotations

import pytest

from communique.errors import LexiconError
from communique.lexicon.cues import Cues, check_cues, load_cues


def test_cues_every_packaged_example_holds(reader):
    assert list(check_cues(load_cues(), reader.read)) == []


def test_cues_a_wrong_example_is_reported(reader):
    entry = load_cues().entries[0]
    wrong = type(entry)(
        id="wrong",
        pos="verb",
        stance="assertion",
        words=("say",),
        complements=("clause",),
        examples=(type(entry.examples[0])(text="The minister left.", content="the minister left"),),
    )
    (fault,) = check_cues(Cues([wrong]), reader.read)
    assert "The minister left." in fault


def test_cues_of_a_users_folder_are_added(tmp_path):
    (tmp_path / "cues.toml").write_text(
        '[[entry]]\nid = "opine"\npos = "verb"\nstance = "belief"\nwords = ["blurt out"]\n'
        'complements = ["clause"]\nexamples = [{ text = "He blurted out that it was over.", content = "it" }]\n'
    )
    ((particle, entry),) = load_cues([tmp_path]).of("verb", "blurt")
    assert (particle, entry.id) == ("out", "opine")


def test_cues_without_example_do_not_load(tmp_path):
    (tmp_path / "cues.toml").write_text(
        '[[entry]]\nid = "x"\npos = "verb"\nstance = "belief"\nwords = ["x"]\ncomplements = ["clause"]\nexamples = []\n'
    )
    with pytest.raises(LexiconError, match="no examples"):
        load_cues([tmp_path])


def test_cues_with_one_id_twice_in_a_folder_do_not_load(tmp_path):
    entry = (
        '[[entry]]\nid = "opine"\npos = "verb"\nstance = "belief"\nwords = ["opine"]\n'
        'complements = ["clause"]\nexamples = [{ text = "He opined that it was over.", content = "it" }]\n'
    )
    (tmp_path / "cues.toml").write_text(entry + entry)
    with pytest.raises(LexiconError, match="second entry with the id 'opine'"):
        load_cues([tmp_path])
