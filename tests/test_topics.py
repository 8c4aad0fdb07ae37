import pytest

SENTENCES = [
    ("Chile and Peru held talks on fishing rights.", ["fishing rights"]),
    ("Chile and Peru met to discuss the crisis in Haiti and trade.", ["crisis in Haiti", "trade"]),
    ("During their talks, Chile and Peru discussed copper prices.", ["copper prices"]),
    ("The Chilean president spoke by phone with the Peruvian president about migration.", ["migration"]),
]


@pytest.mark.parametrize(("text", "topics"), SENTENCES)
def test_topics_are_what_is_talked_about(reader, text, topics):
    found = [t.label for r in reader.read(text).reports for t in r.topics]
    assert [t for t in topics if t in found] == topics


def test_a_day_or_a_sideline_is_no_topic(reader):
    reading = reader.read("Chile and Peru held talks on Monday on the sidelines of the assembly.")
    assert [t.label for r in reading.reports for t in r.topics] == []
