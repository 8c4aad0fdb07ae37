"""Nouns for people that are nouns for things too: "his *head*", "the *source* code", "a *chair* by the door"."""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.phrase import Phrase
from communique.reading.syntax import SUBJECTS

#: Prepositions before those who say or do something ("according *to* a source").
_OF_PEOPLE = frozenset({"to", "by", "with", "from"})
#: Behind these stands what somebody is against, or who is.
_AGAINST = frozenset({"to", "from", "against"})


def is_nobody(phrase: Phrase, behind: Phrase | None, words: Words) -> bool:
    """Does a noun mean a thing or an attitude, or only the part in a deal of a body named right ``behind`` it?"""
    if _is_thing(phrase, words) or _is_attitude(phrase, words):
        return True
    return behind is not None and _is_of_firm(phrase, behind)


def _is_attitude(phrase: Phrase, words: Words) -> bool:
    """Is opposition what somebody has against a thing ("voiced *opposition to* the deal"), and nobody who acts?"""
    head = phrase.head
    if head.lower_ not in words["being against"] or head.dep_ in SUBJECTS:
        return False
    return any(c.dep_ == "prep" and c.lower_ in _AGAINST for c in head.children)


def _is_of_firm(phrase: Phrase, firm: Phrase) -> bool:
    """Is it what a body is ("*lead manager* Acme Ltd said")?"""
    one = phrase.term is not None and not phrase.term.plural and phrase.head.text.islower()
    return one and phrase.head.dep_ in {"compound", "nmod"} and phrase.head.head == firm.head


def _is_thing(phrase: Phrase, words: Words) -> bool:
    """Is such a noun hardly a person, where nothing says of whom or what, and it does not act?"""
    head = phrase.head
    if head.lower_ not in words["person or thing"] or phrase.apposition is not None:
        return False
    if phrase.owners or phrase.after or phrase.bodies or phrase.employer or len(phrase.agents) > 1:
        return False
    before = phrase.doc[head.i - 1] if head.i > phrase.sentence.tokens.start else None
    if before is not None and before.text == "-" and not before.whitespace_:
        return True
    if head.dep_ in SUBJECTS or (head.dep_ == "pobj" and head.head.lower_ in _OF_PEOPLE):
        return False
    if head.dep_ in {"dobj", "conj", "ROOT", "attr", "appos"}:
        return any(c.tag_ == "PRP$" for c in head.children) and head.dep_ == "dobj"
    return not any(c.lower_ in {"of", "at", "for"} for c in head.children if c.i > head.i)
