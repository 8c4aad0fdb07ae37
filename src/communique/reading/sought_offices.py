"""Offices that are sought or held, and mean nobody: "ran for *vice president*", "the post of *premier*".

A noun for an office without an article means the office, not who holds it (Huddleston and Pullum 2002, ch. 5, on bare
role nouns), and so does one that says what somebody wants to be.
"""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.phrase import Phrase
from communique.reading.tokens import Token

#: Prepositions before what somebody is or wants to be.
_CAPACITIES = frozenset({"as", "for"})
_WITHIN = frozenset({"compound", "amod", "nmod"})


def is_role(phrase: Phrase, words: Words) -> bool:
    """Is an office what somebody runs for, is or wants to be, so that it means nobody who holds it?"""
    head, above = phrase.head, phrase.head.head
    if phrase.term is None or phrase.term.plural or not _is_bare(phrase):
        return False
    if head.dep_ == "pobj":
        of_office = above.lower_ == "of" and above.head.lemma_.lower() in words["office"]
        return of_office or (above.lower_ in _CAPACITIES and above.i < head.i)
    return head.dep_ in {"attr", "oprd"} and _is_wanted(above)


def _is_bare(phrase: Phrase) -> bool:
    """Does nothing stand before an office but its own words and adjectives ("*vice* president", "*lead* manager")?"""
    term, head = phrase.term, phrase.head
    first = term.first if term is not None else phrase.first
    plain = head.tag_ in {"NN", "NNP"} and not (phrase.owners or phrase.possessors or phrase.employer)
    return plain and all(
        c.i > head.i or (c.dep_ in _WITHIN and (c.i >= first or c.text.islower())) for c in head.children
    )


def _is_wanted(copula: Token) -> bool:
    """Is it said that somebody may or wants to be something ("wants to be *president*"), and no person of it?"""
    return copula.lemma_ == "be" and any(c.tag_ == "TO" for c in copula.children)
