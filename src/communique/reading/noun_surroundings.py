"""What stands around a noun: the words that name where it is, and of whom it is."""

from __future__ import annotations

from collections.abc import Iterator, Set

from communique.reading.syntax import noun_phrase
from communique.reading.tokens import Token

#: Prepositions behind which stands who takes part, not where something is.
_APART = frozenset({"with", "between"})


def named_by(noun: Token, mutual: Set[str]) -> Iterator[Token]:
    """The tokens that name where a noun is: its phrase and those behind its prepositions ("the port of *Aden*").

    With whom something ``mutual`` is says nothing of where ("the talks with Chad"; not so "the border with Chad").
    """
    first, last = noun_phrase(noun)
    yield from noun.doc[first.i : last.i + 1]
    clauses = (c for c in noun.children if c.dep_ == "relcl")  # "the villages that they hold in *Lebanon*"
    for preposition in (*noun.children, *(c for clause in clauses for c in clause.children if c.lower_ == "in")):
        apart = preposition.lower_ in _APART and noun.lemma_.lower() in mutual
        if preposition.dep_ == "prep" and not apart:
            yield from (t for inner in preposition.children if inner.dep_ == "pobj" for t in named_by(inner, mutual))


def whose(noun: Token) -> Token | None:
    """Of whom "whose" before a noun says that it is ("a *clerk* whose sentence was cut")."""
    if not any(c.dep_ == "poss" and c.lower_ == "whose" for c in noun.children):
        return None
    clause = next((a for a in noun.ancestors if a.dep_ == "relcl"), None)
    return clause.head if clause is not None else None
