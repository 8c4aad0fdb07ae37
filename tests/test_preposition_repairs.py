"""Prepositions of deadlines and before amounts."""

from communique.reading.reader import Reader


def acts(reader: Reader, text: str) -> list[tuple[str, list[str]]]:
    return [(r.kind, sorted(p.country or "" for p in r.participants)) for r in reader.read(text).reports]


def test_preposition_repairs_find_a_deadline_before_an_infinitive(reader: Reader) -> None:
    text = "Kenya gave Chad's gunners until midnight to haul their mortars back or see them bombed."
    assert acts(reader, text) == [("ultimatum", ["KEN", "TCD"])]


def test_preposition_repairs_count_the_object_behind_upwards_of(reader: Reader) -> None:
    text = "Fourteen Chadian guerrillas took upward of 400 guests captive in Lima."
    assert acts(reader, text) == [("abduction", ["", "TCD"])]


def test_preposition_repairs_leave_other_uses_alone(reader: Reader) -> None:
    assert acts(reader, "Kenya looked upward. It waited until Chad left.") == []


def test_preposition_repairs_hang_the_blamed_on_the_verb(reader: Reader) -> None:
    assert acts(reader, "Chad blamed the raid on Niger.") == [("accusation", ["NER", "TCD"])]
    assert ("accusation", ["NER", "TCD"]) not in acts(reader, "Chad condemned the raid on Niger.")


def test_preposition_repairs_hang_on_the_verb_what_no_name_takes(reader: Reader) -> None:
    assert acts(reader, "Curbs imposed by Chad on Niger hurt trade.") == [("sanction", ["NER", "TCD"])]
    assert acts(reader, "A book by Chad on fishing was sold.") == []


def test_preposition_repairs_take_an_aside_behind_the_subject_for_the_clauses(reader: Reader) -> None:
    text = "The Chadian president, on a visit to Niger, praised its army."
    assert acts(reader, text) == [("visit", ["NER", "TCD"]), ("praise", ["NER", "TCD"])]


def test_preposition_repairs_hang_an_agent_behind_an_occasion_on_its_participle(reader: Reader) -> None:
    assert acts(reader, "The sanctions imposed after the meeting by Chad were lifted.") == [("sanction", ["TCD"])]
    assert acts(reader, "Talks by Chad and Niger began.") == [("meeting", ["NER", "TCD"])]
