"""Whose and where from people and bodies are by a possessive: "Chad's creditors" are of other states than Chad.

So are a committee of banks that a state deals with, and the banks of an article on what a state owes to creditors.
"""

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
    named = _nouns(phrase)
    return not words["from outside"].isdisjoint(named) or _is_of_lenders(phrase, named, words)


def _nouns(phrase: Phrase) -> set[str]:
    return {phrase.head.lemma_.lower(), *phrase.words, *(term.form for term in phrase.agents)}


def _is_of_lenders(phrase: Phrase, named: set[str], words: Words) -> bool:
    """Is it a committee of banks, such as those that lend to a state set up ("Chad's *bank* advisory *committee*")?"""
    head = phrase.doc[phrase.last].lemma_.lower()
    return head in words["committee"] and not words["lender"].isdisjoint(named)


def tells_of_creditors(phrases: Iterable[Phrase], words: Words) -> bool:
    """Does an article tell of banks as creditors ("*creditor banks*", "the *bank* advisory *committee*")?"""
    creditor = words["from outside"] | words["committee"]
    return any(
        not creditor.isdisjoint(named) and not words["lender"].isdisjoint(named)
        for phrase in phrases
        if phrase.name is None and (named := _nouns(phrase))
    )


def _are_lenders(phrase: Phrase, words: Words) -> bool:
    """Does a phrase speak of banks in the plural without saying whose they are ("*the banks*")?"""
    term = phrase.term
    bare = not (phrase.name or phrase.body or phrase.owners or phrase.after or phrase.anaphor or phrase.possessors)
    return bare and term is not None and term.plural and phrase.doc[term.last].lemma_.lower() in words["lender"]


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


def _are_of_several(phrase: Phrase, words: Words) -> bool:
    """Does a plural mean what a state has one of, and so several states ("*governments* in the region")?"""
    return phrase.term is not None and phrase.term.plural and phrase.term.form in words["one to a state"]


def is_of_no_state_beside(phrase: Phrase, words: Words, *, owing: bool) -> bool:
    """Are those spoken of of no state that is named beside them? ``owing``: the article tells of creditors."""
    return (owing and _are_lenders(phrase, words)) or _are_of_several(phrase, words)


def possessor(phrase: Phrase, phrases: Iterable[Phrase]) -> str | None:
    """The state whose a body is by the possessive before its name ("*Russia's* Investigative Committee")."""
    if phrase.first < 2 or phrase.doc[phrase.first - 1].tag_ != "POS":
        return None
    owners = (p for p in phrases if p.last == phrase.first - 2 and p.doc is phrase.doc and p.term is not None)
    return next((p.term.country for p in owners if p.term is not None and p.term.kind in STATE_KINDS), None)
