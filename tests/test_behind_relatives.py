"""Relative pronouns behind prepositions, "whose" of several, and clauses that say who takes part in something."""

import pytest

from communique.reading.reader import Reader


def acts(reader: Reader, text: str) -> dict[str, set[str]]:
    return {r.kind: {p.country or p.name for p in r.participants} for r in reader.read(text).reports}


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("Niger, with which Chad broke off relations in May, stayed away.", "severing relations", {"NER", "TCD"}),
        ("Niger, to which Chad sent 300 troops in May, stayed away.", "deployment", {"NER", "TCD"}),
        ("The Kenyan envoy, to whom Chad's premier handed a letter, left.", "letter", {"KEN", "TCD"}),
        ("Chad and Niger, with which Kenya signed a treaty, stayed away.", "signing", {"TCD", "NER", "KEN"}),
        ("The Kenyan rebels by whom two Nigerians were abducted fled.", "abduction", {"KEN", "NGA"}),
    ],
)
def test_a_relative_pronoun_behind_a_preposition_means_the_noun(
    reader: Reader, text: str, kind: str, parties: set[str]
) -> None:
    assert acts(reader, text)[kind] == parties


def test_a_relative_clause_of_time_or_manner_names_nobody(reader: Reader) -> None:
    assert acts(reader, "The way in which Chad attacked Niger was new.") == {"attack": {"TCD", "NER"}}


def test_whose_takes_up_all_who_are_joined_where_the_noun_is_plural(reader: Reader) -> None:
    found = acts(reader, "Chad and Niger, whose troops have fought each other since May, want peace.")
    assert found["clash"] == {"TCD", "NER"}


def test_who_takes_part_in_what_a_noun_names_is_told_by_a_clause_on_it(reader: Reader) -> None:
    assert acts(reader, "The talks, in which Chad and Niger took part, ended.")["meeting"] == {"TCD", "NER"}
    assert "meeting" not in acts(reader, "The talks, in which Chad took a close interest, ended.")


def test_an_object_with_no_makes_a_refusal(reader: Reader) -> None:
    assert acts(reader, "Chad said it would accept no conditions.") == {"refusal": {"TCD"}}
    assert "refusal" not in acts(reader, "Chad said it would accept all conditions.")


def test_the_sides_of_a_deal_stand_behind_a_clause_on_it(reader: Reader) -> None:
    found = acts(reader, "The deal that Oman brokered between Chad and Niger was signed in May.")
    assert found["agreement"] == {"TCD", "NER"}
