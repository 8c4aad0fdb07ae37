import pytest

from communique.errors import LexiconError
from communique.lexicon.frames import Frame, Frames, check_frames, load_frames, parse_pattern


def test_pattern_reads_every_part():
    pattern = parse_pattern("call|ring +off (visit|talk) <with> [to:meet] {phone} -oprd")
    assert pattern.lemmas == {"call", "ring"}
    assert pattern.particle == "off"
    assert pattern.objects == {"visit", "talk"}
    assert pattern.prepositions == {"with"}
    assert (pattern.complement, pattern.complement_verbs) == ("to", {"meet"})
    assert pattern.modifiers == {"phone"}
    assert pattern.forbidden == {"oprd"}


def test_pattern_reads_excluded_verbs_and_objects_of_prepositions():
    pattern = parse_pattern("decline [to:!comment|say] <in:summit|forum>")
    assert pattern.excluded_verbs == {"comment", "say"}
    assert pattern.complement_verbs == frozenset()
    assert (pattern.prepositions, pattern.prepositional_objects) == ({"in"}, {"summit", "forum"})


@pytest.mark.parametrize("text", ["call off", "meet <with", "say [whether]"])
def test_pattern_names_what_it_cannot_read(text):
    with pytest.raises(LexiconError, match="frame x"):
        parse_pattern(text, "frame x")


def test_more_specific_patterns_come_first():
    frames = Frames(
        [
            Frame(id="plain", kind="call", verbs=("call",), examples=()),
            Frame(id="full", kind="cancellation", verbs=("call +off (talk)",), examples=()),
        ]
    )
    assert [frame.id for frame, _ in frames.verbs["call"]] == ["full", "plain"]


def test_a_later_frame_replaces_one_of_the_same_id():
    first = Frame(id="meet", kind="meeting", verbs=("meet",), examples=())
    second = Frame(id="meet", kind="meeting", verbs=("encounter",), examples=())
    assert set(Frames([first, second]).verbs) == {"encounter"}


def test_user_folder_adds_frames(tmp_path):
    (tmp_path / "frames.toml").write_text(
        '[[entry]]\nid = "toast"\nkind = "toast"\nverbs = ["toast"]\nexamples = [{ text = "Fiji toasted Samoa." }]\n'
    )
    assert "toast" in load_frames([tmp_path]).verbs


def test_entry_without_example_does_not_load(tmp_path):
    (tmp_path / "frames.toml").write_text('[[entry]]\nid = "toast"\nkind = "toast"\nverbs = ["toast"]\n')
    with pytest.raises(LexiconError, match=r"frames\.toml: entry 1 \(toast\): no examples"):
        load_frames([tmp_path])


def test_unknown_field_is_named(tmp_path):
    (tmp_path / "frames.toml").write_text(
        '[[entry]]\nid = "toast"\nkind = "toast"\nverb = ["toast"]\nexamples = [{ text = "Fiji toasted Samoa." }]\n'
    )
    with pytest.raises(LexiconError, match="unknown field `verb`"):
        load_frames([tmp_path])


def test_every_packaged_example_holds(reader):
    assert list(check_frames(reader.events.frames, reader.read)) == []


def test_check_finds_a_wrong_example(reader):
    wrong = Frame(id="meet", kind="meeting", verbs=("meet",), reciprocal=True, actor=("subject", "object"), examples=())
    from communique.lexicon.frames import Example

    frame = Frame(
        id=wrong.id,
        kind=wrong.kind,
        verbs=wrong.verbs,
        examples=(Example(text="Norway met Sweden.", status="denied"), Example(text="Norway met Sweden.", none=True)),
    )
    faults = list(check_frames(Frames([frame]), reader.read))
    assert len(faults) == 2
    assert "is occurred, not denied" in faults[0]
