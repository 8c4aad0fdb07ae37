"""Acronyms that an article introduces: "the Ruritanian Workers' Union (RWU)", "the Ruritanian Workers' Union, or RWU,".

An acronym counts when its letters begin words before it, in order and with few words left out, and the first
of them a capitalised word: a strict form of the test of Schwartz and Hearst (2003). Where the first is no capitalised
word it stands for a common noun ("frozen orange juice (FOJ)"), and where the last is a noun for a law or product, for
such a thing ("the Digital Harvest Act (DHA)").
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass

from communique.lexicon.words import packaged_words
from communique.reading.parse import Sentence
from communique.reading.tokens import Doc, Token

SHORTEST, LONGEST = 2, 8
_SPARE_WORDS = 5
#: A shorter acronym in small letters is too often another word.
_SHORTEST_WORD = 4
_VOWELS = frozenset("AEIOU")


@dataclass(frozen=True, slots=True)
class Acronyms:
    """The acronyms that an article introduces, of names and of common nouns or things, which act not."""

    proper: frozenset[str]
    common: frozenset[str]


def acronyms_in(sentences: Iterable[Sentence], things: Set[str] = frozenset()) -> Acronyms:
    """The acronyms that the sentences introduce; ``things`` are nouns for what is no actor."""
    found: dict[bool | None, set[str]] = {True: set(), False: set(), None: set()}
    for sentence in sentences:
        doc, start = sentence.tokens.doc, sentence.tokens.start
        for index in [before.i + 1 for before in sentence.tokens if before.text in {"(", "or"}]:
            end = set_off(doc, index) if start + 2 <= index < sentence.tokens.end - 1 else None
            if end is not None and end > start:
                acronym = doc[index].text
                named = names(acronym, _words_before(doc, end, start))
                last = doc[end - 1].lower_
                thing = last in things or f"{doc[max(end - 2, start)].lower_} {last}" in things
                found[named and not thing].add(acronym)
    return Acronyms(frozenset(found[True]), frozenset(found[False] - found[True]))


def set_off(doc: Doc, index: int) -> int | None:
    """Where the name ends that an acronym follows in brackets or behind ", or": the index behind its last word."""
    word = doc[index].text
    plain = word.isalpha() and word.isupper() and SHORTEST <= len(word) <= LONGEST
    if not plain or index < 2 or index + 1 >= len(doc):
        return None
    around = doc[index - 1].text, doc[index + 1].text
    if around == ("(", ")"):
        return index - 1
    return index - 2 if around == ("or", ",") and doc[index - 2].text == "," else None


def _words_before(doc: Doc, end: int, start: int) -> list[str]:
    return [token.text for token in doc[max(start, end - LONGEST - _SPARE_WORDS) : end]]


def names(acronym: str, words: list[str]) -> bool | None:
    """Do the letters begin words, in order, the first of them a capitalised one? ``None`` if they do not at all."""
    position = len(acronym) - 1
    for word in reversed(words[-len(acronym) - _SPARE_WORDS :]):
        if position >= 0 and word[:1].upper() == acronym[position]:
            position -= 1
            if position < 0:
                return word[:1].isupper()
    return None


def is_read_as_word(word: Token, acronym: str) -> bool:
    """Is a longer acronym written like any name, as British papers do ("*Nato*", "*Unesco*")?"""
    written = len(acronym) >= _SHORTEST_WORD and word.text == acronym.capitalize() and not _VOWELS.isdisjoint(acronym)
    alone = word.ent_type_ != "PERSON" or (word.ent_iob_ == "B" and not _goes_on(word))
    return written and alone and word.tag_ == "NNP" and word.lower_ not in packaged_words()["name too"]


def _goes_on(word: Token) -> bool:
    return word.i + 1 < len(word.doc) and word.nbor().ent_iob_ == "I"
