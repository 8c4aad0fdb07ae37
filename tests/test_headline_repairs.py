"""Headlines: the verb behind a plural, and names that a comma joins."""

import pytest

from communique.reading.headline_repairs import repair_headline
from communique.reading.tokens import Doc


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Thai protesters storm ministry", "storm", "protesters"),
        ("Chad says talks failed", "says", "Chad"),
        ("Lagos police storm Chadian embassy to seize minister", "storm", "police"),
    ],
)
def test_headline_repairs_find_the_verb(nlp, text, verb, subject):
    doc = Doc(nlp(text), text)
    repair_headline(doc)
    root = doc.sents[0].root
    assert root.text == verb
    assert [c.text for c in root.children if c.dep_ == "nsubj"] == [subject]


@pytest.mark.parametrize(
    ("title", "countries"),
    [
        ("Armenia, Azerbaijan agree truce", ["ARM", "AZE"]),
        ("In Armenia, Azerbaijan declares truce", ["AZE"]),
    ],
)
def test_headline_repairs_join_names_by_a_comma(reader, title, countries):
    text = f"{title}\n\nYEREVAN (Reuters) - The weather was fine on Tuesday, and nobody said much about it.\n"
    reports = reader.read(text, title=title).reports
    assert [sorted(p.country for p in r.participants if p.role == "actor") for r in reports] == [countries]


def test_headline_repairs_find_a_verb_in_a_row_of_nouns(reader):
    title = "Kenya jails banker, two union bosses on sabotage charges"
    text = f"{title}\n\nNAIROBI (Reuters) - The weather was fine on Tuesday, and nobody said much about it.\n"
    assert [r.kind for r in reader.read(text, title=title).reports] == ["arrest"]
