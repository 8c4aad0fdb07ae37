"""Short names of bodies that an article introduces itself: "the Ruritanian Workers' Union (RWU)", "Acme Tool Corp".

An acronym counts when its letters begin words before the bracket, in order and with few words left out, and the first
of them a capitalised word: a strict form of the test of Schwartz and Hearst (2003).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import dropwhile

from communique.lexicon.actors import ActorLexicon
from communique.reading.companies import short_forms
from communique.reading.naming import fold
from communique.reading.noun_phrases import Phrase
from communique.reading.parse import Sentence
from communique.reading.tokens import Doc

_SHORTEST, _LONGEST = 2, 8
_SPARE_WORDS = 5


def acronyms_in(sentences: Iterable[Sentence]) -> frozenset[str]:
    """The acronyms that the sentences introduce in brackets."""
    return frozenset(
        doc[index].text
        for sentence in sentences
        for doc in [sentence.tokens.doc]
        for index in [bracket.i + 1 for bracket in sentence.tokens if bracket.text == "("]
        if sentence.tokens.start + 2 <= index < sentence.tokens.end - 1
        and _bracketed(doc, index)
        and _stands_for(doc[index].text, _words_before(doc, index - 1, sentence.tokens.start))
    )


def introductions(phrases: Iterable[Phrase]) -> Iterator[tuple[str, Phrase]]:
    """Each acronym in brackets and the phrase right before it."""
    for phrase in phrases:
        doc, index = phrase.doc, phrase.last + 2
        if phrase.name is None and index < len(doc) and _bracketed(doc, index):
            words = [token.text for token in doc[phrase.first : phrase.last + 1]]
            if _stands_for(doc[index].text, words):
                yield doc[index].text, phrase


def company_introductions(phrases: Iterable[Phrase], lexicon: ActorLexicon) -> dict[str, Phrase]:
    """The first phrase that names a company in full, by the folded short names that can mean no other company."""
    legal_forms = lexicon.words["legal form"]
    found: dict[str, dict[str, Phrase]] = {}
    for phrase in phrases:
        words = [token.text for token in phrase.doc[phrase.first : phrase.last + 1]] if phrase.body is not None else []
        name = list(dropwhile(lambda word: word.rstrip(".").lower() in legal_forms, reversed(words)))[::-1]
        if 0 < len(name) < len(words):
            for short in short_forms(name, lexicon):
                found.setdefault(short, {}).setdefault(fold("".join(name)), phrase)
    return {
        short: meant.get(short, next(iter(meant.values())))
        for short, meant in found.items()
        if len(meant) == 1 or short in meant
    }


def _bracketed(doc: Doc, index: int) -> bool:
    word = doc[index].text
    plain = word.isalpha() and word.isupper() and _SHORTEST <= len(word) <= _LONGEST
    return plain and index + 1 < len(doc) and doc[index - 1].text == "(" and doc[index + 1].text == ")"


def _words_before(doc: Doc, bracket: int, start: int) -> list[str]:
    return [token.text for token in doc[max(start, bracket - _LONGEST - _SPARE_WORDS) : bracket]]


def _stands_for(acronym: str, words: list[str]) -> bool:
    """Do the letters begin words, in order, the first of them a capitalised one?"""
    position = len(acronym) - 1
    for word in reversed(words[-len(acronym) - _SPARE_WORDS :]):
        if position >= 0 and word[:1].upper() == acronym[position]:
            position -= 1
            if position < 0:
                return word[:1].isupper()
    return False
