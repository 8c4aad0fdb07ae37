"""Whose and where from people and bodies are by a possessive: "Chad's creditors" are of other states than Chad."""

from __future__ import annotations

from collections.abc import Iterable

from communique.lexicon.words import Words
from communique.reading.attributes import owning_terms
from communique.reading.phrase import Phrase
from communique.reading.terms import STATE_KINDS, Term

#: Prepositions behind which stands where people are or come from, not whose they are.
_WHENCE = frozenset({"in", "from"})


def is_from_outside(phrase: Phrase, words: Words) -> bool:
    """Are those spoken of of other states than the one that they deal with ("*Chad's* creditor banks")?"""
    if phrase.name is not None or phrase.possessors:
        return False
    named = {phrase.head.lemma_.lower(), *phrase.words, *(term.form for term in phrase.agents)}
    return not words["from outside"].isdisjoint(named)


def origins(phrase: Phrase) -> tuple[str | None, ...]:
    """The states that such people are said to be from ("*Japanese* creditors", "creditors in *Japan*"), or ``None``."""
    own = tuple(term.country for term in owning_terms(phrase) if _is_origin(term, phrase))
    return own or (phrase.located,)


def _is_origin(state: Term, phrase: Phrase) -> bool:
    """Does a state say where people are, and not whose they are?"""
    doc = phrase.doc
    if state.last < phrase.last:
        return doc[state.last + 1].tag_ != "POS"
    return any(token.lower_ in _WHENCE for token in doc[max(phrase.last, state.first - 2) : state.first])


def possessor(phrase: Phrase, phrases: Iterable[Phrase]) -> str | None:
    """The state whose a body is by the possessive before its name ("*Russia's* Investigative Committee")."""
    if phrase.first < 2 or phrase.doc[phrase.first - 1].tag_ != "POS":
        return None
    owners = (p for p in phrases if p.last == phrase.first - 2 and p.doc is phrase.doc and p.term is not None)
    return next((p.term.country for p in owners if p.term is not None and p.term.kind in STATE_KINDS), None)
