from __future__ import annotations

import msgspec
import pytest

from communique.errors import LexiconError
from communique.lexicon import check
from communique.lexicon.check import CHECKS, check_lexicon, count_entries
from communique.lexicon.frames import Example, Frames, check_frames, load_frames, parse_pattern
from communique.lexicon.words import WordClass, Words, load_words


def test_check_covers_every_lexicon_file():
    assert {name for names in CHECKS for name in names} == {count.name for count in count_entries()}


def test_check_counts_examples_of_the_users_folders_too(tmp_path):
    before = {count.name: count for count in count_entries()}["offices"]
    (tmp_path / "offices.toml").write_text('[[entry]]\nname = "x"\nexamples = [{}, {}]\n')
    after = {count.name: count for count in count_entries([tmp_path])}["offices"]
    assert (after.entries, after.examples) == (before.entries + 1, before.examples + 2)


def test_check_every_entry_of_the_package_has_its_examples_hold(reader):
    assert list(check_lexicon((), reader.read_all)) == []


def test_check_reads_each_sentence_once(reader):
    asked = []
    empty = reader.read("Nothing.")

    def read_all(texts):
        asked.extend(texts)
        return [msgspec.structs.replace(empty, text=text) for text, _ in texts]

    list(check_lexicon((), read_all))
    assert len(asked) == len(set(asked)) > 0


@pytest.mark.parametrize("value", ["2017-04-12", "1998-02-05"])
def test_check_reports_a_time_that_is_read_otherwise(reader, tmp_path, value):
    (tmp_path / "times.toml").write_text(
        '[[entry]]\nid = "own"\nwhy = "for a test"\nwords = { }\n'
        f'examples = [{{ text = "They met yesterday.", time = "yesterday", value = "{value}" }}]\n'
    )
    faults = list(check._check_times((tmp_path,), lambda text, day: reader.read(text, published=day)))
    assert bool([fault for fault in faults if fault.startswith("times: own")]) == (value != "1998-02-05")


def test_check_frame_pattern_that_asks_twice_for_a_preposition_does_not_load():
    with pytest.raises(LexiconError, match="'<for>' asks a second time"):
        parse_pattern("turn <to> <for>", "here")


def test_frames_pattern_takes_the_words_of_a_class():
    words = Words([WordClass(id="dish", why="What is eaten.", words=("soup", "stew"), examples=())])
    pattern = parse_pattern("serve (@dish|bread) subject:@dish <to:@dish> -@dish", "here", words)
    assert pattern.objects == {"soup", "stew", "bread"}
    assert pattern.subjects == pattern.prepositional_objects == pattern.forbidden == {"soup", "stew"}


def test_frames_pattern_refuses_a_class_that_nobody_defined():
    with pytest.raises(LexiconError, match="no word class 'dish'"):
        parse_pattern("serve (@dish)", "here", Words([]))


def test_frames_pattern_asks_for_an_object_of_the_dependent_verb():
    pattern = parse_pattern("say [that:commit+|lie]")
    assert pattern.complement_verbs == {"commit", "lie"}
    assert pattern.transitive_verbs == {"commit"}


@pytest.mark.parametrize(("recipient", "right"), [([], False), (["PER"], True), (["KEN"], False), (None, True)])
def test_an_example_says_who_is_in_a_role_or_that_nobody_is(reader, recipient, right):
    given = {"recipient": recipient} if recipient is not None else {}
    example = {"text": "Norway condemned Peru on Monday.", "actor": ["NOR"], **given}
    (condemn,) = [frame for frame in load_frames().frames if frame.id == "condemn"]
    own = Frames([msgspec.structs.replace(condemn, examples=(msgspec.convert(example, Example),))], load_words())
    assert (list(check_frames(own, reader.read)) == []) == right
