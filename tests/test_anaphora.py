import pytest

AHEAD = "The ministers of Chad and Niger will meet in Oslo on Friday. "
OVER = "The ministers of Chad and Niger met in Oslo on Friday. "
TWICE = "Chad and Niger met in Oslo on May 2. The envoys of Togo and Benin met in Rome on May 6. "

STATUSES = [
    (AHEAD + "The talks come as prices fall.", "planned"),
    (AHEAD + "The talks were called by Sweden.", "occurred"),
    (AHEAD + "The talks are thought to have been slow.", "occurred"),
    (OVER + "Chad hoped the talks would bring peace.", "occurred"),
    (AHEAD + "Chad hoped the talks would bring peace.", "planned"),
    (OVER + "The talks come as prices fall.", "occurred"),
]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_what_lay_ahead_when_it_was_named_does_so_when_it_is_named_again(reader, text, status):
    found = [r for r in reader.read(text, published="2024-05-15").reports if r.kind == "meeting"]
    assert [r.status for r in found][1:] == [status]


MEANT = [
    (OVER + "The Oslo talks failed.", ["NER", "TCD"]),
    (OVER + "The Geneva talks failed.", []),
    (OVER + "The January talks failed.", []),
    (TWICE + "Little came of the Oslo talks.", ["NER", "TCD"]),
]


@pytest.mark.parametrize(("text", "states"), MEANT)
def test_what_a_noun_says_of_its_place_or_day_has_to_have_been_told(reader, text, states):
    reading = reader.read(text, published="2024-05-15")
    last = [r for r in reading.reports if r.trigger.text == "talks"]
    assert sorted({p.country for r in last for p in r.participants}) == states


OTHERS = [
    (OVER + "The discussions with the note holders are being held in Lima.", []),
    (OVER + "The committee meeting will be held in Lima.", []),
    (OVER + "The plan will be weighed during next week's meetings.", []),
    (OVER + "The discussions are being held in Lima.", ["NER", "TCD"]),
    (f"{TWICE}Ghana said its talks with Mali had brought no deal, describing the meeting as slow.", ["GHA", "MLI"]),
]


@pytest.mark.parametrize(("text", "states"), OTHERS)
def test_a_noun_that_names_other_sides_is_another_act(reader, text, states):
    reading = reader.read(text, published="2024-05-15")
    last = [r for r in reading.reports if r.trigger.text in {"discussions", "meeting", "meetings"}]
    assert sorted({p.country for r in last for p in r.participants}) == states
