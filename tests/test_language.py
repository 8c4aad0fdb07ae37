import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reading.language import detect

ENGLISH = "The foreign ministers of Kenya and Uganda met in Kampala on Monday to talk about trade and the border."


def test_language_english_sentence_is_english():
    assert detect(ENGLISH) == "en"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Außenminister von Kenia und Uganda haben sich am Montag in Kampala getroffen."),
        ("fr", "Les ministres des Affaires étrangères du Kenya et de l'Ouganda se sont rencontrés lundi à Kampala."),
        ("es", "Los ministros de Exteriores se reunieron el lunes en la capital para hablar del comercio."),
        ("ru", "Министры иностранных дел Кении и Уганды встретились в понедельник в Кампале."),
        ("zh", "肯尼亚和乌干达外交部长星期一在坎帕拉举行会谈。"),
    ],
)
def test_language_other_languages_are_told(language, text):
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "Kenya", "Rabat", "12 345 67,8 9.1\n" * 40, "Kampala talks fail"])
def test_language_is_not_guessed_from_too_little(text):
    assert detect(text) is None


@pytest.mark.parametrize(
    "headline", ["Mombasa, Kisumu, Nakuru, Eldoret", "Museveni, Ruto, Kagame in Dar es Salaam", "BANCO DE LA NACION"]
)
def test_language_headline_of_names_is_never_taken_for_another_language(headline):
    assert detect(headline) in {None, "en"}


def test_language_table_in_an_english_text_does_not_mislead():
    assert detect(ENGLISH + "\n" + "OCT 87  12.1  13.4  MAI  14.0\n" * 60) in {None, "en"}


def test_language_needs_no_network(monkeypatch):
    def refuse(*arguments, **keywords):
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket, "socket", refuse)
    from communique.reading import language

    language._identifier.cache_clear()
    assert detect(ENGLISH) == "en"


@given(st.text())
def test_language_any_text_has_a_language_or_none(text):
    assert detect(text) is None or detect(text).isalpha()
