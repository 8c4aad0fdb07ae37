"""Days of acts by their distance to others."""

import pytest


def day(reader, text, kind):
    found = [r.time for r in reader.read(text, published="2020-01-15").reports if r.kind == kind]
    return [(str(t.start), str(t.end)) if t is not None else None for t in found][:1]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "Chadian rebels seized Gao on Monday, two days after the Malian army withdrew from the town.",
            "withdrawal",
            ("2020-01-11", "2020-01-11"),
        ),
        (
            "The minister resigned on Monday, a week after the arrest of the Chilean president.",
            "arrest",
            ("2020-01-06", "2020-01-06"),
        ),
        (
            "Two days after the army withdrew on Monday, Malian rebels attacked Gao.",
            "attack",
            ("2020-01-15", "2020-01-15"),
        ),
        (
            "A few hours before the jet crashed on Monday, Chad launched missiles targeting Malian troops.",
            "attack",
            ("2020-01-12", "2020-01-13"),
        ),
        (
            "Chilean rebels held off the army on Monday before the Peruvian commander withdrew his troops from Lima.",
            "withdrawal",
            ("2020-01-13", "2020-01-13"),
        ),
    ],
)
def test_sequences_count_from_the_day_of_the_act_beside(reader, text, kind, expected):
    assert day(reader, text, kind) == [expected]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The minister resigned on Monday after the arrest of the Chilean president.", "arrest"),
        ("The minister resigned two days after the arrest of the Chilean president.", "arrest"),
        ("The minister will resign on Friday, before the Peruvian army withdraws its troops from Lima.", "withdrawal"),
    ],
)
def test_sequences_without_a_length_or_a_day_say_nothing(reader, text, kind):
    assert day(reader, text, kind) in ([None], [])


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Lima came to a halt on Monday as Peruvian nurses went on strike.", "strike", ("2020-01-13", "2020-01-13")),
        ("Oil rose on Monday when Chadian gunboats attacked a ship.", "attack", ("2020-01-13", "2020-01-13")),
        (
            "Rebels in Mali agreed on Monday to lay down their arms, a day after Chad sent in troops.",
            "deployment",
            ("2020-01-12", "2020-01-12"),
        ),
    ],
)
def test_sequences_share_the_day_of_what_happened_meanwhile(reader, text, kind, expected):
    assert day(reader, text, kind) == [expected]
