"""Which words of a sentence are a person's name."""

from __future__ import annotations

from communique.reading.reader import Reader


def test_person_names_end_before_a_day(reader: Reader) -> None:
    (report,) = reader.read("A Kenyan judge sentenced Otto Borg Saturday to three years.").reports
    assert [p.name for p in report.participants if p.role == "recipient"] == ["Otto Borg"]


def _names(reader: Reader, text: str) -> set[str]:
    return {m.name for m in reader.read(text).mentions if m.type == "person"}


def test_a_name_goes_on_over_the_word_for_the_father(reader: Reader) -> None:
    text = "The death of Hamid bin Talal was confirmed. Omar bin Talal, his father, left Chad."
    assert _names(reader, text) == {"Hamid bin Talal", "Omar bin Talal"}


def test_a_fathers_name_is_part_of_the_sons(reader: Reader) -> None:
    text = "Usama bin Lathin founded it. The loss of Hamza bin Lathin not only deprives the group of a leader."
    assert {"Usama bin Lathin", "Hamza bin Lathin"} <= _names(reader, text)
    assert "bin Lathin" not in _names(reader, text)


def test_a_noun_that_is_a_name_goes_on_with_it(reader: Reader) -> None:
    text = "The website and its alleged operator Jung Woo Son from South Korea were named. Jung Woo Son is in prison."
    assert "Jung Woo Son" in _names(reader, text)
    assert not {"Jung Woo", "Son"} & _names(reader, text)


def test_a_place_before_the_subject_is_no_given_name(reader: Reader) -> None:
    text = "Ann Roe left Chad. Later Roe met the envoy. On Chatter Roe said that the talks had failed."
    assert {m.span.text for m in reader.read(text).mentions if m.type == "person"} == {"Ann Roe", "Roe", "envoy"}


def test_a_day_is_no_subject_beside_the_name(reader: Reader) -> None:
    text = "Kani Holm wept. People spoke about Holm's state. The next day on Chatter Holm accused his wife of lying."
    assert "Chatter Holm" not in _names(reader, text)


def test_a_full_name_behind_a_preposition_is_whole(reader: Reader) -> None:
    text = "Mr Roe left Chad. Later Roe met the envoy. The man who was accused by Ann Roe said that he was ill."
    assert "Ann Roe" in _names(reader, text)


def test_a_family_is_not_the_person_of_its_name(reader: Reader) -> None:
    mentions = reader.read("Robert Halvorsen left Chad. The Halvorsen family stayed. Halvorsen wept.").mentions
    (person,) = {m.actor for m in mentions if m.type == "person"}
    assert [m.span.text for m in mentions if m.actor == person] == ["Robert Halvorsen", "Halvorsen"]
    assert [m.type for m in mentions if "family" in m.span.text] == ["group"]
