"""Subjects that the parser took for adverbs, for predicates or for subjects of another clause."""

import pytest

from communique.reading.reader import Reader


def acts(reader: Reader, text: str) -> set[tuple[str, str, tuple[str, ...]]]:
    return {(r.kind, r.status, tuple(p.country or p.name for p in r.participants)) for r in reader.read(text).reports}


EXPELLED = ("expulsion", "occurred", ("TCD", "NGA"))


@pytest.mark.parametrize(
    "text",
    [
        "Chad -- in a move that surprised many -- expelled two Nigerian diplomats on Monday.",
        "Chad not only closed its ports but also expelled two Nigerian diplomats.",
        "Chad was the first to expel two Nigerian diplomats.",
        "Chad went so far as to expel two Nigerian diplomats.",
        "What Chad did on Monday was expel two Nigerian diplomats.",
        "Expelled by Chad on Monday were two Nigerian diplomats.",
        "Two Nigerian diplomats found themselves expelled by Chad on Monday.",
        '"We are calm," said the king after Chad expelled two Nigerian diplomats.',
        "A day before expelling two Nigerian diplomats, Chad closed its ports.",
        "News that Chad had expelled two Nigerian diplomats reached the king.",
    ],
)
def test_subjects_are_found_where_the_parser_took_them_for_something_else(reader: Reader, text: str) -> None:
    assert EXPELLED in acts(reader, text)


def test_who_is_left_to_act_stands_behind_to(reader: Reader) -> None:
    found = acts(reader, "It fell to Chad to expel two Nigerian diplomats.")
    assert {(kind, parties) for kind, _, parties in found} == {("expulsion", ("TCD", "NGA"))}


def test_times_before_a_verb_are_no_subjects(reader: Reader) -> None:
    assert acts(reader, "Last week closed badly. Two Nigerian diplomats left a day later.") == set()
    assert acts(reader, "This May expelled diplomats may return.") == set()
