"""Firms called by their partners, without a legal form: "Fenner and Fenner", "*Harrow and Pike*" of that firm Ltd.

One surname on both sides of "and" is a firm's name: of two people of one name news would give the first names. Two
surnames are one where the article has them with a legal form as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from communique.reading.companies import Company
from communique.reading.parse import Sentence
from communique.reading.tokens import Doc, Token

_AND = frozenset({"and", "&"})
_NAMES = frozenset({"NNP", "NNPS"})

Partners = frozenset[tuple[str, str]]


def partners_in(companies: Iterable[tuple[Doc, Company]]) -> Partners:
    """The pairs of surnames that are all of a company's name before its legal form."""
    names = ([token.text for token in doc[company.first : company.form]] for doc, company in companies)
    return frozenset((name[0], name[2]) for name in names if len(name) == 3 and name[1].lower() in _AND)


def firms_of_partners(sentence: Sentence, known: Partners, taken: Set[int]) -> Iterator[Company]:
    """The firms that a sentence calls by two surnames; ``taken`` are the tokens of names found already."""
    doc = sentence.tokens.doc
    for token in sentence.tokens:
        if token.lower_ not in _AND or not sentence.tokens.start < token.i < sentence.tokens.end - 1:
            continue
        left, right = doc[token.i - 1], doc[token.i + 1]
        if {left.tag_, right.tag_} <= _NAMES and taken.isdisjoint((left.i, right.i)) and _are_one(left, right, known):
            yield Company(left.i, right.i, right.i + 1)


def _are_one(left: Token, right: Token, known: Partners) -> bool:
    if (left.text, right.text) in known:
        return not _goes_on(right)
    doc, before = left.doc, left.i - 1
    alone = before < 0 or not (doc[before].tag_ in _NAMES and doc[before].sent is left.sent)
    return left.text == right.text and alone and not _goes_on(right)


def _goes_on(word: Token) -> bool:
    """Does a name go on behind a word ("Roe and *Roe* Tool Corp")?"""
    return word.i + 1 < len(word.doc) and word.nbor().tag_ in _NAMES and not word.nbor().text.startswith("<")
