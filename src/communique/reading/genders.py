"""What nouns tell of somebody's gender: "his *wife* X", "X *aunty*", "the *policewoman*"."""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.phrase import Phrase
from communique.reading.tokens import Token

_CLASSES = (("female", "woman"), ("male", "man by kinship or rank"))
_WOMAN, _MAN = "woman", "man"


def gender_of_noun(noun: str, words: Words) -> str | None:
    """The gender that a noun for a human being tells ("policeman", "girl")."""
    known = next((gender for gender, nouns in _CLASSES if noun in words[nouns]), None)
    if known is not None:
        return known
    return "female" if noun.endswith(_WOMAN) else "male" if noun.endswith(_MAN) else None


def gender_beside(phrase: Phrase, words: Words) -> str | None:
    """The gender that a noun right before or behind a name tells, where it is of one phrase with the name."""
    if phrase.name is None:
        return None
    doc, first, last = phrase.doc, phrase.name.first, phrase.name.last
    start, end = phrase.sentence.tokens.start, phrase.sentence.tokens.end
    beside = [doc[i] for i in (first - 1, last + 1) if start <= i < end]
    told = (_told(noun, words) for noun in beside if noun.tag_ == "NN" and _is_one(noun, doc[last]))
    return next((gender for gender in told if gender is not None), None)


def _told(noun: Token, words: Words) -> str | None:
    return next((gender for gender, nouns in _CLASSES if noun.lower_ in words[nouns]), None)


def _is_one(noun: Token, name: Token) -> bool:
    """Do a noun and a name hang together without another's "'s" between them ("his *wife* X", not "X's *wife*")?"""
    return noun.head is name or name.head is noun or noun.head is name.head.head or noun.dep_ == "appos"
